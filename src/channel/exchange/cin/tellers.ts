import { contactSources } from '../../../../content/codes/contact.ts'
import { assessmentFactors, earlierFactors } from '../../../../content/codes/factors.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import { labelOf } from '../../../kernel/codes.ts'
import type { ChronologyTeller, SpineEvent, Told } from '../../../record/chronology/tellers.ts'
import { categoryOf, toldDays } from './besideTheRecord.ts'
import * as store from './tellersStore.ts'

const subjects = (events: readonly SpineEvent[]): string[] => [...new Set(events.flatMap(({ subjectId }) => subjectId ?? []))]
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const factorCodes = { codes: [...assessmentFactors.codes, ...earlierFactors.codes] }

/** How referrals, assessments and deaths that came from a census read in the chronology, and the day they came. */
export const chronologyTellers: readonly ChronologyTeller[] = [
  {
    kinds: ['referral.received', 'referral.closed'],
    async tell({ db }, events) {
      const referrals = new Map((await store.referralsTold(db, subjects(events))).map((one) => [one.id, one]))
      return toldOf(events, ({ kind, subjectId }) => {
        const referral = referrals.get(subjectId ?? '')
        if (kind === 'referral.closed') return { title: 'Case closed', ...(referral?.closeReason ? { words: labelOf(closureReasons, referral.closeReason) } : {}) }
        return {
          title: referral?.source ? `Referral from ${lowerFirst(labelOf(contactSources, referral.source))}` : 'Referral',
          ...(referral?.need ? { words: `Main reason for our help: ${lowerFirst(labelOf(primaryNeeds, referral.need))}` } : {}),
        }
      })
    },
  },
  {
    kinds: ['assessment.started', 'assessment.authorised'],
    async tell({ db }, events) {
      const factors = new Map((await store.factorsTold(db, subjects(events.filter(({ kind }) => kind === 'assessment.authorised')))).map((one) => [one.id, one.factors]))
      return toldOf(events, ({ kind, subjectId }) => {
        if (kind === 'assessment.started') return { title: 'Child and family assessment started' }
        const found = factors.get(subjectId ?? '')
        return { title: 'Child and family assessment finished', ...(found ? { words: `Factors: ${found.map((factor) => labelOf(factorCodes, factor)).join('; ')}` } : {}) }
      })
    },
  },
  {
    kinds: Object.keys(toldDays),
    async tell({ db }, events) {
      const kept = new Map((await store.keptTold(db, subjects(events))).map(({ id, fragment }) => [id, fragment]))
      return toldOf(events, ({ kind, subjectId }) => {
        const fragment = kept.get(subjectId ?? '')
        const category = fragment && kind.startsWith('census.protectionPlan') ? categoryOf(fragment) : null
        const told = Object.entries(toldDays).find(([name]) => name === kind)?.[1]
        return { title: told?.title ?? 'Told by a census', words: `${category ? `For ${category}. ` : ''}A census told of it; what it said is kept beside the record.` }
      })
    },
  },
  { kinds: ['person.died'], tell: async (_, events) => toldOf(events, () => ({ title: 'Died' })) },
  {
    kinds: ['record.imported'],
    async tell({ db }, events) {
      const origins = new Map((await store.originsTold(db, events.flatMap(({ people }) => people))).map((one) => [one.personId, one]))
      return toldOf(events, ({ people }) => {
        const { year, from } = people.map((id) => origins.get(id)).find((known) => known !== undefined) ?? {}
        return { title: 'Record taken over from another system', words: from ? `From extracts of ${from}.` : `From the children in need census${year ? ` of ${year}` : ''}. A census has no names: write the name when you know it.` }
      })
    },
  },
]

const toldOf = (events: readonly SpineEvent[], say: (event: SpineEvent) => Told): Map<string, Told> => new Map(events.map((event) => [event.id, say(event)]))
