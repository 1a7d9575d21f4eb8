import { closureReasons } from '../../../../content/codes/work.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { Card } from '../../../platform/page/card.tsx'
import { EmptyLine } from '../../../platform/page/empty.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { ThenAndNow } from '../../../platform/page/words.tsx'
import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { listed, sentence } from '../../../kernel/phrasing.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import type { KnownAbout } from '../queries.ts'
import type { Contact, LastClosing } from '../model/shown.ts'
import { calledInWords, outcomeLabels } from '../rules/words.ts'

const kindsOfFact: Readonly<Record<string, string>> = { school: 'School', gp: 'GP' }

/** The reason as it was chosen, and what the manager wrote with it. */
const whyClosed = (closing: LastClosing): string => [labelOf(closureReasons, closing.reason) || 'No reason was recorded', closing.words ?? ''].map((part) => part.trim().replace(/\.$/, '')).filter((part) => part !== '').map((part) => `${part}.`).join(' ')

/** Who else knows this family: those who work with them now, schools and surgeries. */
function Others({ known, contact }: { known: KnownAbout; contact: Contact }) {
  const nameOf = (id: string) => contact.people.find((one) => one.personId === id)?.card
  // A worker stands once, with each of their teams.
  const work = [...Map.groupBy(known.involved, (one) => one.worker ?? one.team ?? '')].filter(([who]) => who !== '').map(([, of]) => ({
    who: [...new Set([of[0]?.worker, ...of.map((one) => one.team)])].filter((part) => part).join(', '),
    about: [...new Set(of.map((one) => nameOf(one.personId)?.given || nameOf(one.personId)?.name || ''))].filter((name) => name !== ''),
  }))
  const places = known.facts.filter((fact) => kindsOfFact[fact.kind] && !fact.to)
  if (work.length === 0 && places.length === 0) return null
  return (
    <>
      <h3>Who else knows this family</h3>
      <ul class="known-lines">
        {work.slice(0, 6).map((item) => <li><span class="second-inline">At work</span><span><strong>{item.who}</strong><span class="second">{listed(item.about)}</span></span></li>)}
        {[...new Set(places.map((fact) => `${fact.kind} ${fact.value}`))].slice(0, 8).map((key) => {
          const same = places.filter((fact) => `${fact.kind} ${fact.value}` === key)
          return same[0] ? <li><span class="second-inline">{kindsOfFact[same[0].kind]}</span><span><strong>{same[0].value}</strong><span class="second">{listed(same.map((fact) => nameOf(fact.personId)?.given || nameOf(fact.personId)?.name || ''))}</span></span></li> : null
        })}
      </ul>
    </>
  )
}

/** Who of them we knew, and who is new. */
function Standing({ contact, known }: { contact: Contact; known: KnownAbout }) {
  const named = (before: boolean) => contact.people.filter((one) => known.before.includes(one.personId) === before).map((one) => calledInWords(one.card))
  if (known.before.length === 0) return null
  return <Message kind="good" title={`Known before: ${listed(named(true))}.`}>{named(false).length > 0 ? `New to us: ${listed(named(false))}.` : null}</Message>
}

/** What we already know about all of them, to be read beside what is told now. */
export function Known({ contact, known, today, different }: { contact: Contact; known: KnownAbout; today: PlainDate; different?: string | null | undefined }) {
  const before = contact.people.filter((one) => one.role === 'adult' || known.earlier.some((event) => event.people.includes(one.personId)))
  const first = before[0] ?? contact.people[0]
  const marks = (ids: readonly string[]) => ids.flatMap((id) => known.names.get(id) ?? []).sort(byBirth).map(markOf)
  const nothing = known.earlier.length === 0 && known.warnings.length === 0 && known.work.length === 0
  return (
    <Card title="What we already know" id="known" aside={first ? <a href={`/people/${first.personId}/family`}>Open the family</a> : undefined}>
      {known.warnings.map((warning) => <Message kind="late" title={`${contact.people.find((one) => one.personId === warning.personId)?.card.name ?? 'Somebody here'}:`}>{warning.words} <span class="second-inline">Look at it again by {dayInWords(warning.reviewOn)}.</span></Message>)}
      <Standing contact={contact} known={known} />
      {nothing ? <EmptyLine title="Nothing is known from before">{known.before.length > 0 ? 'No contact, referral or assessment is on record, as far as you may see.' : 'Nobody on this contact was known to us, as far as you may see.'}</EmptyLine> : null}
      {known.earlier.length > 0 ? (
        <ul class="known-lines">
          {known.earlier.slice(0, 8).map((event) => (
            <li>
              <time dateTime={event.on}>{shortDay(event.on).slice(4)}</time>
              <span>
                {event.href ? <a href={event.href} class="name">{event.title}</a> : <strong>{event.title}</strong>} <TokenRow marks={marks(event.people)} most={6} />
                {event.words ? <span class="second clip">{event.outcomes.length > 0 ? `${sentence(listed(event.outcomes.map((one) => (outcomeLabels[one] ?? one).toLowerCase())))}. ` : ''}{event.title === 'Case closed' ? labelOf(closureReasons, event.words) : event.words}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {known.earlier.length > 8 && first ? <p><a href={`/people/${first.personId}/chronology`}>All that happened before</a></p> : null}
      {known.closing ? <ThenAndNow then={{ title: `Why we closed on ${dayInWords(known.closing.on)}`, words: whyClosed(known.closing) }} now={{ title: 'What is different now', words: different ?? '' }} /> : null}
      <Others known={known} contact={contact} />
      <p class="source">As known on {shortDay(today)}, as far as you may see.</p>
    </Card>
  )
}
