import { abuseCategories, planEndings, planProgress } from '../../../content/codes/meetings.ts'
import { agencies } from '../../../content/meetings/agencies.ts'
import { labelOf } from '../../kernel/codes.ts'
import { dayInWords } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import type { Block, Passage } from '../outputs/model.ts'
import type { Card } from '../people/model.ts'
import type { Action, Need, WholePlan } from './model.ts'
import { partsOf } from '../../../content/meetings/plans.ts'
import { planKindOf } from './queries.ts'
import { asOfVersion, progressOf } from './rules.ts'

type Cards = ReadonlyMap<string, Pick<Card, 'given' | 'name'>>
const namesOf = (cards: Cards, ids: readonly string[]): string => listed(ids.flatMap((id) => cards.get(id)?.given || cards.get(id)?.name || []))
const heading = (words: string): Block => ({ kind: 'heading', level: 2, words })
const paragraphs = (text: string): Block[] => text.split(/\n\s*\n/).filter((one) => one.trim()).map((words) => ({ kind: 'paragraph', words }))

/** A line of a plan as it stands, and who does what for it: in groups, each about the same people. */
export type PlanLine = Readonly<{ need: Need; does: readonly Readonly<{ about: readonly string[]; actions: readonly Action[] }>[] }>
export function linesOf(plan: WholePlan): readonly PlanLine[] {
  const actions = asOfVersion(plan.actions, plan.version)
  return asOfVersion(plan.needs, plan.version).map((need) => {
    const of = Map.groupBy(actions.filter((action) => action.needLine === need.line), (action) => within(need.about, action.about).toSorted().join())
    return { need, does: [...of.values()].map((mine) => ({ about: within(need.about, mine[0]?.about ?? []), actions: mine })) }
  })
}
/** What the passages of one such line call themselves. */
export const lineOfPlan = 'a line of the plan'
export const doneForLine = 'who does what in a line of the plan'

/** A plan in plain words: who it is for, why, what has to change, who does what by when. What is about one child only stands in a passage of theirs. */
export function planPassages(plan: WholePlan, cards: Cards): Passage[] {
  const parts = partsOf(planKindOf(plan.kind))
  const order = [...cards.keys()]
  const placeOf = (id: string): number => order.indexOf(id)
  return [
    // In the order in which they are named everywhere else.
    ...plan.people.toSorted((a, b) => placeOf(a.personId) - placeOf(b.personId)).map((one): Passage => ({ place: 'who the plan is for', about: [one.personId], blocks: [{ kind: 'paragraph', words: `For ${namesOf(cards, [one.personId])}, since ${dayInWords(one.startedOn)}${one.category ? ` (${labelOf(abuseCategories, one.category).toLowerCase()})` : ''}.${one.endedOn ? ` It ended on ${dayInWords(one.endedOn)}: ${one.endReason ? labelOf(planEndings, one.endReason).toLowerCase() : ''}.` : ''}` }] })),
    ...(plan.words ? [{ place: 'why there is a plan', about: [], blocks: [heading(parts.words), ...paragraphs(plan.words)] }] : []),
    ...(plan.ownWords ? [{ place: 'what the young person says', about: plan.people.map((one) => one.personId), blocks: [heading('In their own words'), { kind: 'quote' as const, words: plan.ownWords, by: namesOf(cards, plan.people.map((one) => one.personId)) }] }] : []),
    ...linesOf(plan).flatMap((line) => lineOf(plan, line)),
    ...(plan.ifNot ? [{ place: 'what happens if nothing changes', about: [], blocks: [heading(parts.ifNot), ...paragraphs(plan.ifNot)] }] : []),
    ...carriers(plan, plan.people.map((one) => one.personId)),
  ]
}

/** About whom it is with what it stands under; about nobody in particular is about all. */
const within = (need: readonly string[], own: readonly string[]): readonly string[] => (need.length === 0 || own.length === 0 ? [] : [...new Set([...need, ...own])])
/** What has to change, who does what for it, and how far it came: each apart where it is about somebody else than the line, so that a reader gets what is theirs. */
function lineOf(plan: WholePlan, { need, does }: PlanLine): Passage[] {
  const [last] = progressOf(plan.progress, need)
  return [
    { place: lineOfPlan, about: need.about, blocks: [heading(need.words), { kind: 'paragraph', words: `What it will be like: ${need.wanted}` }] },
    ...does.map(({ about, actions }): Passage => ({
      place: doneForLine, about,
      blocks: [{ kind: 'table', caption: 'Who does what', columns: ['What', 'Who', 'By when', 'How we shall know'], rows: actions.map((action) => [action.words, action.owner, action.state === 'done' && action.doneOn ? `Done ${dayInWords(action.doneOn)}` : action.dueOn ? dayInWords(action.dueOn) : 'No date', action.doneWords ?? action.evidence ?? '']) }],
    })),
    ...(last ? [{ place: 'how far a line of the plan has come', about: within(need.about, last.about), blocks: [{ kind: 'paragraph' as const, words: `On ${dayInWords(last.on)}: ${labelOf(planProgress, last.progress).toLowerCase()}.${last.words ? ` ${last.words}` : ''}` }] }] : []),
  ]
}
const inWords = (one: WholePlan['members'][number]): string => `${one.name}, ${(agencies.find((agency) => agency.code === one.agency)?.label ?? 'another agency').toLowerCase()}`
/** Who carries it out: those of agencies together, somebody of the family in a passage about them, for not every reader may know of them. */
function carriers(plan: WholePlan, people: readonly string[]): Passage[] {
  const now = plan.members.filter((one) => one.to === null)
  const [family, professionals] = [now.filter((one) => one.personId), now.filter((one) => !one.personId)]
  if (now.length === 0) return []
  return [
    { place: 'who carries it out', about: [], general: true, blocks: [heading('Who carries it out')] },
    ...(professionals.length > 0 ? [{ place: 'who carries it out', about: [], blocks: [{ kind: 'list' as const, rows: professionals.map(inWords) }] }] : []),
    ...family.map((one): Passage => ({ place: 'somebody of the family who carries it out', about: [...people, ...(one.personId ? [one.personId] : [])], blocks: [{ kind: 'list', rows: [inWords(one)] }] })),
  ]
}
