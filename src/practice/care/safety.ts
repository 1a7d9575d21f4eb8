import { exploitationKinds, riskLevels, safetyFacts } from '../../../content/care/safety.ts'
import { addDays, addMonths, ageOn, dayInWords, daysBetween, isPlainDate, momentOf, plain, type PlainDate } from '../../kernel/dates.ts'
import { hourOfDay } from '../../record/care/reckoning/typed.ts'
import type { Happening } from '../../engine/timescales/model.ts'
import type { CareFact } from '../../record/care/model.ts'
import { factsAbout } from '../../record/care/queries.ts'
import { labelNow } from '../../record/access/own/now.ts'
import type { Warning } from '../../record/people/model.ts'
import type { NoticeTeller } from '../../record/people/notices.ts'

export const safetyKinds: readonly string[] = [...safetyFacts.map((one) => one.id), 'missing', 'returnInterview']
/** What warns of harm outside the home. */
export const harmKinds: readonly string[] = ['exploitation', 'exploitationReview']

/** When a child came back: the moment where the hour is known. */
export const backAt = (fact: CareFact): Happening | undefined => {
  if (fact.kind !== 'missing' || !fact.to) return undefined
  const [, h, m] = hourOfDay.exec(fact.answers['backAt'] ?? '') ?? []
  return { event: 'child.returned', on: fact.to, people: [fact.personId], ...(h && m ? { at: momentOf(fact.to, `${h.padStart(2, '0')}:${m}`) } : {}) }
}
const setDay = (fact: CareFact, name: string): PlainDate | undefined => { const text = fact.answers[name]; return text && isPlainDate(text) ? plain(text) : undefined }

/** What facts of safety are to clocks, besides their own event. */
export function safetyHappenings(fact: CareFact): Happening[] {
  const one = (event: string, on: PlainDate, more: Partial<Happening> = {}): Happening => ({ event, on, people: [fact.personId], ...more })
  const back = backAt(fact)
  if (back) return [back]
  if (fact.kind === 'exploitation' || fact.kind === 'exploitationReview') {
    const until = setDay(fact, 'reviewOn')
    return [...(until ? [one('exploitation.reviewSet', fact.on, { until })] : []), ...(fact.to ? [one('exploitation.ended', fact.to)] : [])]
  }
  const told = fact.kind === 'privateFostering' ? setDay(fact, 'notifiedOn') ?? fact.on : undefined
  return told ? [one('privateFostering.noticeGiven', told), one('privateFostering.known', told), ...(fact.to ? [one('privateFostering.ended', fact.to)] : [])] : []
}

/** Exploitation and harm outside the home as what must be known before somebody goes there: with its risk as it was last judged, and the day on which it is looked at again. */
export function harmAsWarnings(facts: readonly CareFact[], today: PlainDate): Warning[] {
  return facts.filter((one) => one.kind === 'exploitation' && (one.to === null || one.to > today)).map((one): Warning => {
    const latest = [...facts.filter((other) => other.kind === 'exploitationReview' && other.personId === one.personId && other.on >= one.on), one].sort((a, b) => b.on.localeCompare(a.on))[0] ?? one
    return { id: one.id, personId: one.personId, kind: 'harmOutside', words: `${labelNow(exploitationKinds, one.answers['kind'] ?? '')}: ${labelNow(riskLevels, latest.answers['risk'] ?? '').toLowerCase()} risk`, reviewOn: setDay(latest, 'reviewOn') ?? addMonths(latest.on, 3), from: one.on, to: one.to, by: null }
  })
}

type Stands = Readonly<{ duty: string; kind: string; meets?: string }>
/** What stands for a child’s safety, in our care or not. */
export function safetyStands(facts: readonly CareFact[], today: PlainDate): Stands[] {
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind)
  const stands: Stands[] = []
  if (of('exploitation').some((fact) => fact.to === null || fact.to > today)) stands.push({ duty: 'exploitation.reviewed', kind: 'exploitationReview', meets: 'exploitationMeeting' })
  const fostered = of('privateFostering').find((fact) => fact.to === null || fact.to > today)
  if (!fostered) return stands
  const told = setDay(fostered, 'notifiedOn') ?? fostered.on
  if (!of('privateFosteringVisit').some((fact) => fact.on >= told)) stands.push({ duty: 'privateFostering.firstVisit', kind: 'privateFosteringVisit' })
  return [...stands, { duty: ageOn(told, today) < 1 ? 'privateFostering.firstYear' : 'privateFostering.later', kind: 'privateFosteringVisit' }]
}
export const safetyStanding: readonly string[] = ['exploitation.reviewed', 'privateFostering.firstVisit', 'privateFostering.firstYear', 'privateFostering.later']

export type Pattern = Readonly<{ inNinetyDays: number; inYear: number; nights: number; notSpoken: number; /** A talk was offered, and the child did not want it. */ refused: number; inTime: number; returned: number }>
/** How often a child was missing or away, and whether somebody spoke with them afterwards within 72 hours. */
export function patternOf(facts: readonly CareFact[], today: PlainDate): Pattern {
  const times = facts.filter((fact) => fact.kind === 'missing')
  const since = (days: number) => times.filter((fact) => (fact.to ?? today) >= addDays(today, -days))
  const year = since(365)
  const offered = facts.filter((one) => one.kind === 'returnInterview' && one.answers['offered'] !== 'no')
  const talks = year.flatMap(({ to }) => {
    if (to === null) return []
    const after = offered.filter((one) => one.on >= to)
    const days = after.filter((one) => one.answers['accepted'] !== 'no').map((one) => daysBetween(to, one.on)).sort((a, b) => a - b)[0]
    return [{ days, refused: days === undefined && after.length > 0 }]
  })
  return { inNinetyDays: since(90).length, inYear: year.length, nights: year.reduce((sum, fact) => sum + daysBetween(fact.on, fact.to ?? today), 0), returned: talks.length, notSpoken: talks.filter((one) => one.days === undefined && !one.refused).length, refused: talks.filter((one) => one.refused).length, inTime: talks.filter((one) => one.days !== undefined && one.days <= 3).length }
}

/** `once`, `twice`, `5 times`. */
export const times = (many: number): string => (many === 1 ? 'once' : many === 2 ? 'twice' : `${many} times`)
const returns = (many: number): string => `${many} ${many === 1 ? 'return' : 'returns'}`
const talksInWords = ({ notSpoken, refused, inTime, returned }: Pattern): string => [
  notSpoken > 0 ? `After ${notSpoken} of ${returns(returned)} nobody has spoken with the child.` : returned > refused ? `Spoken with within 72 hours after ${inTime} of ${returns(returned)}.` : '',
  refused > 0 ? `After ${refused} of ${returns(returned)} a talk was offered and not wanted.` : '',
].filter(Boolean).join(' ')
/** `Missing 3 times in 90 days, 5 times in a year: 7 nights.` */
export const patternInWords = (of: Pattern): string =>
  `${times(of.inNinetyDays)} in the last 90 days, ${times(of.inYear)} in a year, ${of.nights} ${of.nights === 1 ? 'night' : 'nights'} in all. ${talksInWords(of)}`.trim()

/** Says on a child’s page that they are missing or often were, that somebody exploits them, or that they live in a private arrangement. */
export const safetyNotices: NoticeTeller = async (asking, ids) => {
  const facts = await factsAbout(asking, ids, safetyKinds)
  if (facts.length === 0) return []
  const now = (kind: string) => facts.find((fact) => fact.kind === kind && (fact.to === null || fact.to > asking.today))
  const [gone, drawn, fostered] = [now('missing'), now('exploitation'), now('privateFostering')]
  const of = patternOf(facts, asking.today)
  return [
    ...(gone ? [{ kind: 'soon' as const, title: `Missing or away since ${dayInWords(gone.on)}.`, words: patternInWords(of) }] : of.inNinetyDays > 1 || of.notSpoken > 0 ? [{ kind: 'soon' as const, title: 'Was missing or away.', words: `${patternInWords(of).replace(/^./, (letter) => letter.toUpperCase())} More under Plans, Safety.` }] : []),
    ...(drawn ? [{ kind: 'soon' as const, title: 'Exploitation or harm outside the home.', words: `Known since ${dayInWords(drawn.on)}. More under Plans, Safety.` }] : []),
    ...(fostered ? [{ kind: 'theme' as const, title: 'Lives in a private fostering arrangement.', words: `With ${fostered.answers['carer'] ?? 'a carer'}, since ${dayInWords(fostered.on)}.` }] : []),
  ]
}
