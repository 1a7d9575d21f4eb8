import { adopterSexes, adopterStatuses } from '../../../../content/codes/care.ts'
import { askedDecisions } from '../../../../content/care/facts.ts'
import { dayInWords, isPlainDate, shortDay } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { Asking } from '../../../record/access/model.ts'
import { factAsked } from '../../../record/care/facts.ts'
import { careOf } from '../../../record/care/queries.ts'
import { adoptionPath } from '../../../record/care/reckoning/adoption.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { statusInWords } from '../../../record/people/legal/rules.ts'
import type { DecisionRead, DecisionTeller } from '../../../record/work/decisions/model.ts'
import type { TrayTeller, WorkItem } from '../../../record/work/model.ts'
import { decidePermanence } from './deciding.ts'

const day = (text: string | undefined): string => (text && isPlainDate(text) ? dayInWords(text) : '')

async function read(asking: Asking, item: WorkItem): Promise<DecisionRead> {
  const [asked] = await factAsked(asking, item.subjectId ?? '')
  const care = await careOf(asking, item.people.map((one) => one.id))
  const names = listed(item.people.map((one) => one.given || one.name))
  const of = asked?.answers ?? {}
  const said = care.facts.filter((fact) => fact.kind === 'review' && fact.words)
  const from = item.askedByName?.split(' ')[0] ?? 'the worker'
  const adopters = of['what'] === 'match' ? `${of['who'] ?? ''}: ${labelOf(adopterSexes, of['sexes'] ?? '').toLowerCase()}, ${labelOf(adopterStatuses, of['status'] ?? '').toLowerCase()}${of['fosterCarer'] === 'yes' ? '; they are the foster carers now' : ''}.` : ''
  return {
    title: of['what'] === 'match' ? 'A match with adopters' : 'The plan for permanence',
    lede: `${listed(item.people.map((one) => `${one.given || one.name} ${ageInWords({ ...one, bornAbout: 'day', diedOn: null }, asking.today)}`))}. ${item.askedByName ?? ''}, ${shortDay(item.openedOn, asking.today)}.${of['panelOn'] ? ` The panel’s minutes came on ${day(of['panelOn'])}.` : ' There was no panel.'}`,
    whole: { href: `/people/${item.people[0]?.id ?? ''}/permanence`, words: 'The whole way so far' },
    askedTitle: 'You are asked to decide as agency decision maker:', asked: `${labelOf(askedDecisions, of['what'] ?? '').toLowerCase()} (${names}). ${adopters}`.trim(),
    meaning: { title: 'Why, and what the panel said', words: asked?.words ?? '' },
    said: item.people.flatMap((one) => { const last = said.find((fact) => fact.personId === one.id); return last?.words ? [{ title: `${one.given || one.name}, in their own words, at the review on ${dayInWords(last.on)}`, words: last.words, hue: markOf(one).hue }] : [] }),
    changed: { title: 'What stands on the record', before: 'Since', now: 'Now', rows: item.people.map((one) => {
      const mine = { periods: care.periods.filter((row) => row.personId === one.id), placements: care.placements.filter((row) => row.personId === one.id), statuses: care.statuses.filter((row) => row.personId === one.id), facts: care.facts.filter((row) => row.personId === one.id) }
      const period = mine.periods.find((row) => row.to === null)
      const status = mine.statuses.find((row) => row.kind === 'lookedAfter' && row.to === null)
      const path = adoptionPath(mine)
      return { what: one.given || one.name, before: period ? `In our care since ${dayInWords(period.from)}` : 'Not in our care', now: [status ? statusInWords(status.code) : '', path?.authorityOn ? `may be placed since ${dayInWords(path.authorityOn)}` : ''].filter(Boolean).join(', ') }
    }) },
    fields: of['what'] === 'notAdoption' ? [{ name: 'ended', label: 'Why adoption is no longer the plan', empty: 'Choose one', options: notPursued }] : [],
    commentAsked: { label: 'Your reasons', words: 'kept with the decision, under your name' }, agree: 'Decide so', giveBack: `Return to ${from}`, from, remark: 'The decision is yours by law, not a sign-off. Write your reasons; they stand in the record with your name.',
  }
}
const notPursued = [{ value: 'needsChanged', label: 'The child’s needs changed' }, { value: 'courtRefused', label: 'The court made no placement order' }, { value: 'noAdopters', label: 'No adopters could be found' }, { value: 'other', label: 'Another reason' }]

/** What the agency decision maker decides, in the inbox of decisions. */
export const permanenceDecisions: readonly DecisionTeller[] = [{
  kind: 'agencyDecision', title: () => 'Agency decision', done: 'Decided', may: (actor) => actor.roles.includes('head'), read,
  decide: (caller, { itemId, decision, comment, fields }, commandId) => decidePermanence.perform(caller, { itemId, decision, ...(comment ? { comment } : {}), ...(fields['ended'] ? { ended: fields['ended'] } : {}) }, commandId),
}]

export const permanenceTrayTellers: readonly TrayTeller[] = [
  { kind: 'agencyDecision', title: () => 'Agency decision', open: (item) => ({ href: `/decisions?item=${item.id}`, words: 'Decide' }), read: (item) => `/people/${item.people[0]?.id ?? ''}/permanence` },
  { kind: 'agencyDecisionAgain', title: () => 'The agency decision maker asks for more', open: (item) => ({ href: `/people/${item.people[0]?.id ?? ''}/permanence/ask?again=${item.subjectId ?? ''}`, words: 'Put it again' }), read: (item) => `/people/${item.people[0]?.id ?? ''}/permanence` },
]
