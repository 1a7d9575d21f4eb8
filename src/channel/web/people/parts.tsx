import { dayInWords, dayOf, moment, plain, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { workingDaysBetween } from '../../../kernel/workingDays.ts'
import type { ChronologyLine } from '../../../platform/page/chronology.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import type { IdentityFacts } from '../../../platform/page/identity-bar.tsx'
import { hueOfChild } from '../../../platform/page/mark.ts'
import { Tabs } from '../../../platform/page/tabs.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import type { Line } from '../../../record/chronology/queries.ts'
import { ageInWords, byBirth, markOf } from '../../../record/people/marks.ts'
import type { Card } from '../../../record/people/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { clockOf, groupOf, tellerOf } from '../../../record/work/trayRows.ts'
import type { FamilyRead } from './familyRead.ts'
import { legalAnswer } from './legal/words.ts'

/** `5 working days ago`, `today`. */
export function agoInWords(on: PlainDate, today: PlainDate): string {
  const days = workingDaysBetween(on, today)
  if (on === today) return 'today'
  if (days > 260) return `on ${dayInWords(on)}`
  return days <= 1 ? '1 working day ago' : `${days} working days ago`
}

/** `9 years, born 14 Jan 2016`; `Due 12 Mar`; `Born about 2016`. */
export function bornInWords(card: Card, today: PlainDate): string {
  if (card.endedOn) return `The pregnancy ended on ${dayInWords(card.endedOn)}`
  if (card.unborn) return card.dueOn ? `Not yet born, due ${dayInWords(card.dueOn)}` : 'Not yet born, date not known'
  if (!card.bornOn) return 'Date of birth not known'
  const born = card.bornAbout === 'day' || card.bornAbout === null ? `born ${dayInWords(card.bornOn)}` : card.bornAbout === 'month' ? `born about ${dayInWords(card.bornOn).slice(-8)}` : `born about ${card.bornOn.slice(0, 4)}`
  const age = ageInWords(card, today)
  return card.diedOn ? `${age}, ${born}` : `${/^\d+$/.test(age) ? `${age} years` : age}, ${born}`
}

/** A piece of work as one line: tokens, what, who has it, the clock. */
export const WorkLine = ({ item, today }: { item: WorkItem; today: PlainDate }) => {
  const teller = tellerOf(item)
  const href = teller.read?.(item) ?? teller.open(item).href
  return (
    <li class="work-line">
      <TokenRow marks={item.people.map(markOf)} />
      <p><a class="name" href={href}>{teller.title(item)}</a><span class="second">{item.workerName ?? item.teamName ?? 'Nobody has it yet'}</span></p>
      <Clock {...clockOf(item, groupOf(item, item.workerId ?? '', today) === 'waiting', today)} />
    </li>
  )
}

/** A line of the chronology as the parts draw it. `cards`: whom the reader may know. */
export function lineOf(line: Line, cards: ReadonlyMap<string, Card>, today: PlainDate): ChronologyLine {
  const about = [...new Set(line.people)].flatMap((id) => cards.get(id) ?? []).sort(byBirth)
  const day = shortDay(line.happenedOn, today)
  const [weekday = '', ...rest] = day.split(' ')
  const recordedOn = line.recordedAt.slice(0, 10)
  const said = line.told.said
  const sayer = said ? cards.get(said.personId) : undefined
  const late = recordedOn > line.happenedOn ? `. Happened ${shortDay(line.happenedOn, today).slice(4)}, recorded ${dayInWords(dayOf(moment(line.recordedAt)))}` : ''
  return {
    id: `event-${line.id}`,
    day: rest.slice(0, 2).join(' '),
    weekday: line.happenedOn.slice(0, 4) === today.slice(0, 4) ? weekday : line.happenedOn.slice(0, 4),
    isoDay: line.happenedOn,
    about: about.map(markOf),
    title: line.told.title,
    ...(line.told.href ? { href: line.told.href } : {}),
    ...(line.told.words ? { words: line.told.words } : {}),
    ...(said ? { said: { words: said.words, hue: sayer && sayer.hue !== null ? hueOfChild(sayer.hue) : 'slate' } } : {}),
    significant: line.significant,
    source: `${line.told.source ?? line.by ?? 'Brought in from another system'}${late}`,
  }
}

/** The same five facts about everybody, always in this order; what is not known is said. */
export function identityFacts(read: FamilyRead, card: Card): IdentityFacts {
  const { today } = read
  const warnings = read.warnings.filter((w) => w.personId === card.id)
  const seen = read.lastSeen.get(card.id)
  const worker = read.keyWorkers.get(card.id)
  const next = read.work.find((item) => item.dueOn !== null && item.duty !== null && item.people.some((p) => p.id === card.id))
  const legal = legalAnswer(read.legalStatuses.filter((one) => one.personId === card.id), today)
  const due = read.children.some((child) => child.id === card.id)
  return {
    legalStatus: { value: legal.holding.length > 0 ? <a href={`/people/${card.id}/legal`}>{legal.title}</a> : legal.title, second: legal.second, ...(legal.late ? { state: 'late' as const } : {}) },
    warnings: warnings.length > 0
      ? { value: warnings.length === 1 ? '1 safety note' : `${warnings.length} safety notes`, second: warnings.some((w) => w.reviewOn < today) ? 'Look at it again: its day has passed' : 'See below', state: 'soon' }
      : { value: 'None', second: 'No safety notes' },
    keyWorker: worker ? { value: worker.worker, second: worker.team ?? undefined } : { value: 'None', second: 'Nobody is allocated' },
    lastSeenAlone: !due || card.unborn ? { value: 'Does not apply' } : seen?.aloneOn ? { value: shortDay(day(seen.aloneOn), today), second: agoInWords(day(seen.aloneOn), today) } : { value: 'Not yet seen alone', second: seen?.seenOn ? `Seen ${shortDay(day(seen.seenOn), today)}` : 'Not yet seen' },
    nextDate: next?.dueOn ? { value: `${tellerOf(next).title(next)}, ${shortDay(next.dueOn, today)}`, second: clockOf(next, false, today).words, state: next.dueOn < today ? 'late' : 'plain' } : { value: 'None', second: 'Nothing is due' },
  }
}

/** A day as the database writes it. */
export const day = (text: string): PlainDate => plain(text.slice(0, 10))

/** The places of one person's record. */
export const PersonTabs = ({ read, card, here }: { read: FamilyRead; card: Card; here: 'summary' | 'chronology' | 'records' | 'plans' | 'care' | 'details' }) => {
  const others = read.children.filter((child) => child.id !== card.id)
  return (
    <Tabs label={`The record of ${card.given || card.name}`} tabs={[
      { label: 'Summary', href: `/people/${card.id}`, here: here === 'summary' },
      { label: 'Chronology', href: `/people/${card.id}/chronology`, here: here === 'chronology' },
      { label: 'Records', href: `/people/${card.id}/records`, here: here === 'records' },
      { label: 'Plans', href: `/people/${card.id}/plans`, here: here === 'plans' },
      ...(here === 'care' || read.legalStatuses.some((one) => one.personId === card.id && one.kind === 'lookedAfter') ? [{ label: 'In our care', href: `/people/${card.id}/care`, here: here === 'care' }] : []),
      { label: 'Details', href: `/people/${card.id}/details`, here: here === 'details' },
      { label: 'Family', href: `/people/${card.id}/family`, ...(others.length > 0 ? { after: <TokenRow marks={others.map(markOf)} most={4} /> } : {}) },
    ]} />
  )
}
