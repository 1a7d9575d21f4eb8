import { newId } from '../../../kernel/ids.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Change } from '../../../record/answers/model.ts'
import * as answers from '../../../record/answers/register.ts'
import { tellsOfUnseen } from '../../../record/outputs/readers.ts'
import { itemFor, peopleOfItem, peopleToWrite } from '../../../record/work/register.ts'
import type { FormDefinition } from '../../../engine/forms/model.ts'
import { childAndFamilyAssessment } from '../../../../content/forms/childAndFamilyAssessment.ts'
import { mapping } from '../../../../content/forms/papers/mapping.ts'
import { LeaveSection, OfItem, SaveSection, Settle, SettleClash } from '../model/stored.ts'
import { aboutOf, definitionOf, sectionOf } from '../rules/about.ts'
import * as store from '../store/assessments.ts'
import { formToWrite, writableOf } from './ground.ts'

/** What a mapping said of all of its children may be said again where all of them are among these. */
const mayShare = async (asking: Asking, before: answers.EarlierForm, people: readonly string[]): Promise<boolean> =>
  before.form !== mapping.id || (before.people.every((id) => people.includes(id)) && before.itemId !== null && !(await tellsOfUnseen(asking, { kind: 'work', id: before.itemId })))

/** Begins the assessment of a piece of work, for all its children at once, with what was said last time, and in a mapping with the family, to be checked. Begun already, it answers the same. */
export const startAssessment = command('assessments.start', OfItem, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId }) => {
    const item = await itemFor(asking, itemId)
    if (item.kind !== 'assessment') throw notFound('We could not find that assessment.')
    const before = await store.ofItem(asking.db, itemId)
    if (before) return { answer: { id: before.id } }
    const about = aboutOf(item, asking.today)
    const people = about.children.map((child) => child.id)
    const formId = await answers.openForm(asking, { definition: childAndFamilyAssessment, domain: 'children', itemId, about, titles: { [mapping.id]: mapping.title }, mayShare: (before) => mayShare(asking, before, people) })
    const elsewhere = item.subjectKind === 'assessment' && item.subjectId ? await store.byId(asking.db, item.subjectId) : undefined
    if (elsewhere && !elsewhere.formId && elsewhere.state === 'open') {
      // begun in the system before this one: it keeps its day and its referral, and the chronology has told of it
      await store.setForm(asking.db, elsewhere.id, { itemId, formId })
      return { answer: { id: elsewhere.id } }
    }
    const id = newId(Date.parse(asking.now))
    await store.insert(asking.db, { id, itemId, formId, referralId: item.subjectKind === 'referral' ? item.subjectId : null, on: asking.today, by: asking.actor.id, at: asking.now, people })
    return { answer: { id }, happened: [{ kind: 'assessment.started', people, on: asking.today, subject: { kind: 'assessment', id } }] }
  },
})

/** Changes that do not belong in this section of this form, or are about nobody it is about. */
function misplaced(form: FormDefinition, section: string, changes: readonly Change[], people: readonly string[]): Problem[] {
  const places = new Map(form.sections.flatMap((one) => one.questions.map((question) => [question.id, one.id] as const)).toReversed())
  return changes.flatMap((change) => {
    if (places.get(change.question) !== section) return [{ question: change.question, problem: 'This section does not ask that.' }]
    return change.childId !== undefined && !people.includes(change.childId) ? [{ question: change.question, problem: 'This assessment is not about that child.' }] : []
  })
}

/**
 * Saves what was changed in one section, place by place; where two people wrote in one place, both texts are kept. Audited once in five minutes.
 * What stands there is read ahead and written over only as it was read; where somebody was quicker, it is held first and read again (decision 0900).
 */
export const saveSection = command('assessments.saveSection', SaveSection, {
  may: 'record.write',
  people: async ({ itemId }, db) => {
    const found = await peopleToWrite(db, itemId, 'children')
    if (found.people.length === 0) throw notFound('We could not find that assessment.')
    return found
  },
  ahead: ({ itemId, section, changes }, db) => Promise.all([store.writingOf(db, itemId), answers.standingIn(db, itemId, section, changes)]),
  run: async (asking, { itemId, section, changes, as }, early) => {
    const ofChildren = changes.some((change) => change.childId !== undefined)
    const [[writing, standing], item] = await Promise.all([early ?? Promise.all([store.writingOf(asking.db, itemId), answers.holdSection(asking.db, itemId, section, changes)]), ofChildren ? itemFor(asking, itemId) : undefined])
    const held = await answers.toWriteIn(asking.db, itemId, formToWrite(asking, writing, as), standing)
    const problems = misplaced(definitionOf(held.form.form, held.form.formVersion), section, changes, item?.people.map((person) => person.id) ?? [])
    if (problems.length > 0) return { problems }
    const { clashes, written } = answers.saveHeld(asking, held, section, changes)
    return { answer: { savedAt: asking.now, clashes: clashes.map((clash) => clash.id) }, section: `${itemId}/${section}`, written }
  },
})

/** One choice about one thing that was said last time. */
export const settleProposal = command('assessments.settle', Settle, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, question, choice, as }) => {
    const { formId } = await writableOf(asking, itemId, as)
    await answers.settleProposal(asking, formId, question, choice)
    return { answer: { savedAt: asking.now }, section: `${itemId}/settle` }
  },
})

/** Two people wrote in one place: one text is chosen, or both stand one after the other. Both stay in the history. */
export const settleClash = command('assessments.settleClash', SettleClash, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, clashId, use, as }) => {
    const { formId } = await writableOf(asking, itemId, as)
    const form = await answers.readForm(asking, formId)
    const clash = form.clashes.find((one) => one.id === clashId)
    const section = clash && sectionOf(definitionOf(form.form, form.formVersion), clash.question)
    if (!clash || !section) return { answer: { savedAt: asking.now } }
    const both = typeof clash.mine === 'string' && typeof clash.theirs === 'string' ? `${clash.theirs}\n\n${clash.mine}`.trim() : clash.mine
    const value = use === 'mine' ? clash.mine : use === 'both' ? both : clash.theirs
    if (use !== 'theirs') await answers.saveChanges(asking, formId, section, [{ question: clash.question, ...(clash.childId ? { childId: clash.childId } : {}), base: clash.theirs, value }])
    await answers.settleClash(asking, clashId)
    return { answer: { savedAt: asking.now }, section: `${itemId}/${section}` }
  },
})

/** The writer has gone on from a section. */
export const leaveSection = command('assessments.leaveSection', LeaveSection, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, section }) => {
    const { formId } = await writableOf(asking, itemId)
    await answers.leaveSection(asking, formId, section)
    return { answer: { left: section }, section: `${itemId}/leave` }
  },
})
