import type { BundleLetter } from '../../../../content/forms/papers/bundleSections.ts'
import { paperKindOf } from '../kinds.ts'
import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { Asking } from '../../../record/access/model.ts'
import { passagesOf } from '../../../record/meetings/commands/sending.ts'
import { nameOfKind } from '../../../record/meetings/pages/words.ts'
import { meetingsAbout } from '../../../record/meetings/queries.ts'
import { entriesOf } from '../../../record/outputs/bundle/entries.ts'
import { passagesOfEntries } from '../../../record/outputs/bundle/rules.ts'
import { sentAbout, sentPaper } from '../../../record/outputs/queries.ts'
import { idsOf } from '../../../record/people/queries.ts'
import { planKindOf, plansOf } from '../../../record/plans/queries.ts'
import { itemsOf } from '../../../record/work/queries.ts'
import { ordersOf } from '../facts.ts'
import { paperFor } from '../ground.ts'
import { paperPassages } from '../sending.ts'
import { finishedPapers } from '../store.ts'
import type { SendBundle } from './model.ts'
import type { Made, Offered } from './rules.ts'

const most = 1000
const letterOf: Readonly<Record<string, BundleLetter>> = { courtStatement: 'C', courtCarePlan: 'D', conferenceReport: 'E' }

/** What of the record of these people may go into a bundle. */
export async function offeredFor(asking: Asking, people: readonly string[]): Promise<Offered[]> {
  const papers = await itemsOf(asking, await finishedPapers(asking.db, await idsOf(asking, people)))
  const plans = await plansOf(asking, people)
  const meetings = (await meetingsAbout(asking, people, 100, ['held'])).filter((one) => one.domain === 'children')
  const sent = (await sentAbout(asking, people)).filter((one) => !one.kind.startsWith('papers.bundle'))
  return [
    { key: 'chronology', letter: 'A', title: 'Chronology, with its sources', day: '', on: '', people },
    { key: 'orders', letter: 'B', title: 'Orders and legal statuses', day: '', on: '', people },
    ...papers.map((item): Offered => ({ key: `paper:${item.id}`, letter: letterOf[item.section ?? ''] ?? 'F', title: paperKindOf(item.section)?.title ?? 'Paper', day: item.finishedOn ?? '', on: item.finishedOn ? dayInWords(item.finishedOn) : '', people: item.people.map((one) => one.id) })),
    ...plans.map((plan): Offered => ({ key: `plan:${plan.id}`, letter: 'F', title: planKindOf(plan.kind).name, day: plan.startedOn, on: `since ${dayInWords(plan.startedOn)}`, people: plan.people.map((one) => one.personId) })),
    ...meetings.map((one): Offered => ({ key: `meeting:${one.id}`, letter: 'E', title: `Minutes: ${nameOfKind(one.kind)}`, day: one.on, on: dayInWords(one.on), people: one.people.map((person) => person.personId) })),
    ...sent.map((one): Offered => { const day = dayOf(moment(one.sentAt ?? one.askedAt)); return { key: `sent:${one.id}`, letter: 'F', title: `${one.title}, as it went`, day, on: dayInWords(day), people: one.people } }),
  ]
}

/** One document with its words, as it stands; what was sent before, as it went. */
export async function madeOf(asking: Asking, offered: Offered, input: Pick<SendBundle, 'people' | 'chronology' | 'since'>): Promise<Made | Problem> {
  const [what = '', id = ''] = offered.key.split(':')
  const wanted = { significantOnly: input.chronology !== 'all', since: input.since }
  const gone = { question: 'pieces', problem: `${offered.title} is not open to you in full. Leave it out, or ask the worker.` }
  if (what === 'chronology') {
    const found = await entriesOf(asking, { people: input.people, most, ...wanted })
    if (found.more) return { question: 'since', problem: 'The chronology is longer than a bundle holds. Choose from which day on, or only what matters.' }
    return { ...offered, passages: passagesOfEntries(found.entries, input.people[0] ?? '') }
  }
  if (what === 'orders') return { ...offered, passages: await ordersOf(asking, input.people) }
  if (what === 'paper') {
    const passages = await paperPassages(asking, await paperFor(asking, id), wanted)
    return 'problem' in passages ? passages : { ...offered, passages }
  }
  if (what === 'plan' || what === 'meeting') {
    const made = await passagesOf(asking, { what, id })
    return 'problem' in made ? made : { ...offered, people: made.people, passages: made.passages }
  }
  const before = await sentPaper(asking, id)
  if (!before || before.paper.blocks.some((block) => block.kind === 'section')) return gone
  // Nobody can tell any more which of its passages is about whom: all of it is about all of them.
  return { ...offered, passages: [{ place: 'what was sent before', about: before.about, blocks: before.paper.blocks }] }
}
