import { dayInWords, dayOf, timeOf, type Instant } from '../../../../kernel/dates.ts'
import type { Domain } from '../../../../record/access/model.ts'
import type { KeptChange, Marking } from '../../../../record/access/model/keeping.ts'

export const domainWords: Readonly<Record<Domain, string>> = {
  shared: 'what all services share', earlyHelp: 'early help', children: 'children’s work', adults: 'adults’ work', adoption: 'adoption', legal: 'legal advice', allegation: 'allegations against professionals', finance: 'finance',
}
export const markingWords: Readonly<Record<Marking, string>> = { open: 'Open', restricted: 'Restricted', sealed: 'Sealed' }
/** What a marking means, in a sentence for whoever keeps the record. */
export const markingMeans: Readonly<Record<Marking, string>> = {
  open: 'The worker, the teams that work with this person or did in the last year, those who manage them, the front door and the emergency duty team see it. Other care staff see the name card.',
  restricted: 'Only the people named here see it. Other care staff learn that a record exists, and may open it with a reason for a few hours.',
  sealed: 'Only the people named here see it. For everybody else it is as if this person were not on record: no search, no page and no count shows them, and nobody can open it with a reason.',
}
export const until = (at: Instant | null): string => (at === null ? 'until it is ended' : `until ${dayInWords(dayOf(at))}, ${timeOf(at)}`)
export const when = (at: Instant): string => `${dayInWords(dayOf(at))}, ${timeOf(at)}`

const of = (domain: Domain | null): string => (domain === null ? '' : ` of ${domainWords[domain]}`)
/** One line of the history. */
export function changeInWords({ what, whom, domain, until: ends }: KeptChange): string {
  const who = whom ?? 'a colleague'
  switch (what) {
    case 'open': return 'Opened the record to all who work with the person'
    case 'restricted': return 'Restricted the record to those named'
    case 'sealed': return 'Sealed the record'
    case 'named': return `Named ${who} on the list${ends ? `, ${until(ends)}` : ''}`
    case 'takenOff': return `Took ${who} off the list`
    case 'excluded': return `Kept ${who} from the record${ends ? `, ${until(ends)}` : ''}`
    case 'exclusionEnded': return `Let ${who} see the record again`
    case 'granted': return `Gave ${who} sight${of(domain)}${ends ? `, ${until(ends)}` : ''}`
    case 'grantEnded': return `Ended the sight${of(domain)} that ${who} was given`
    case 'opened': return `Opened the record with a reason${ends ? `, ${until(ends)}` : ''}`
    case 'asked': return 'Asked to see the record'
    case 'proposed': return `Asked a second person to agree to sight for ${who}, an administrator`
    case 'declined': return `Declined what ${who} asked`
    case 'answered': return `Answered ${who}`
    default: return what
  }
}
