import { hearingKinds } from '../../../content/codes/legalWork.ts'
import { labelOf } from '../../kernel/codes.ts'
import { listed } from '../../kernel/phrasing.ts'
import { dayInWords } from '../../kernel/dates.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { TrayTeller, WorkItem } from '../../record/work/model.ts'
import type { LegalFact, Matter } from './model.ts'
import { endingsOf, extensionLabel, kindOfFact, matterName } from './rules.ts'
import * as store from './store.ts'

const toMatter = (kind?: string) => (item: WorkItem) => ({ href: `/legal/${item.subjectId ?? ''}${kind ? `/record?kind=${kind}` : ''}`, words: kind ? 'Write it down' : 'Open' })
const rows: readonly (readonly [kind: string, title: string, fact?: string])[] = [
  ['legalLetter', 'Send the letter before proceedings', 'letter'], ['legalParentsMeeting', 'Meet the parents before proceedings', 'parentsMeeting'], ['legalReview', 'Review pre-proceedings', 'preReview'],
  ['legalDecide', 'Pre-proceedings: decide how they end'], ['legalIssue', 'Issue the application to the court', 'issued'], ['legalHearing', 'Case management hearing', 'hearing'], ['legalConclude', 'Care proceedings come to their end'],
]
/** How legal work reads in a tray. Each leads to the place where it is written down. */
export const trayTellers: readonly TrayTeller[] = [
  ...rows.map(([kind, title, fact]): TrayTeller => ({ kind, title: () => title, open: toMatter(fact), read: (item) => `/legal/${item.subjectId ?? ''}` })),
  { kind: 'courtDirection', title: (item) => item.words ?? 'What the court directed', also: () => 'directed by the court', open: (item) => ({ href: `/legal/${item.subjectId ?? ''}#directions`, words: 'Open' }) },
  { kind: 'orderRunsOut', title: (item) => (item.duty === 'policeProtection.lasts' ? 'Police protection ends' : item.duty === 'childAssessmentOrder.lasts' ? 'Child assessment order ends' : 'Emergency protection order ends'), also: () => 'say what follows', open: (item) => ({ href: `/people/${item.people[0]?.id ?? ''}/legal/${item.subjectId ?? ''}`, words: 'Open' }), read: (item) => `/people/${item.people[0]?.id ?? ''}/legal` },
]

/** `Case management hearing`; the kind of hearing in its words. */
export const factTitle = (fact: Pick<LegalFact, 'kind' | 'answers'>): string => (fact.kind === 'hearing' ? labelOf(hearingKinds, fact.answers['kind'] ?? '') : kindOfFact(fact.kind)?.title ?? 'Legal work')
/** What a fact says in a sentence or two. */
export function factWords(fact: LegalFact): string {
  const said = [fact.kind === 'extension' && fact.until ? `Until ${dayInWords(fact.until)}: ${extensionLabel(fact.answers['reason'] ?? '').toLowerCase()}.` : '', ['court', 'caseNumber'].flatMap((id) => fact.answers[id] ?? []).join(', ').replace(/.$/, (last) => `${last}.`)]
  return [...said, fact.answers['to'] ? `To ${fact.answers['to']}.` : '', fact.answers['came'] ? `Came: ${fact.answers['came']}.` : '', fact.words ?? ''].filter(Boolean).join(' ')
}
const outcomes = (matter: Matter, people: readonly string[]): string => listed([...new Set(matter.people.filter((one) => people.includes(one.personId)).flatMap((one) => (one.outcome ? [labelOf(endingsOf(matter.kind), one.outcome)] : [])))])

const titles: Readonly<Record<string, (matter: Matter) => string>> = {
  'legal.preProceedingsBegan': () => 'Pre-proceedings begin', 'legal.proceedingsDecided': () => 'Decided to go to court', 'legal.preProceedingsEnded': (matter) => `${matterName(matter.kind)} end`, 'legal.proceedingsEnded': (matter) => `${matterName(matter.kind)} end`,
}
/** How legal work reads in a chronology. */
export const chronologyTellers: readonly ChronologyTeller[] = [
  {
    kinds: Object.keys(titles),
    tell: async (asking, events) => {
      const found = new Map((await store.mattersByIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const matter = event.subjectId ? found.get(event.subjectId) : undefined
        if (!matter) return []
        const ended = event.kind.endsWith('Ended') ? outcomes(matter, event.people) : ''
        return [[event.id, { title: titles[event.kind]?.(matter) ?? matterName(matter.kind), ...(ended ? { words: `${ended}.` } : {}), href: `/legal/${matter.id}` }]]
      }))
    },
  },
  {
    kinds: ['legal.fact', 'legal.factCorrected'],
    tell: async (asking, events) => {
      const found = await store.factsNamed(asking.db, events.flatMap((event) => event.subjectId ?? []))
      return new Map(events.flatMap((event): [string, Told][] => {
        const fact = found.find((one) => one.factId === event.subjectId)
        if (!fact) return []
        const words = factWords(fact)
        return [[event.id, { title: `${event.kind === 'legal.factCorrected' ? 'Corrected: ' : ''}${factTitle(fact)}`, ...(words ? { words } : {}), href: `/legal/${fact.matterId}` }]]
      }))
    },
  },
  { kinds: ['legal.asked', 'legal.advised'], tell: (_asking, events) => Promise.resolve(new Map(events.map((event): [string, Told] => [event.id, { title: event.kind === 'legal.asked' ? 'A legal planning meeting was asked for' : 'Legal advice', href: `/people/${event.people[0] ?? ''}/legal` }]))) },
]
