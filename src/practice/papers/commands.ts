import { childAndFamilyAssessment } from '../../../content/forms/childAndFamilyAssessment.ts'
import { asAsked } from '../../engine/forms/frozen.ts'
import { parted } from '../../engine/forms/parting.ts'
import { problemsOnFinish } from '../../engine/forms/problems.ts'
import { isPlainDate } from '../../kernel/dates.ts'
import { conflict } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { command } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { ChooseText } from '../../record/answers/model.ts'
import * as answers from '../../record/answers/register.ts'
import { tellsOfUnseen } from '../../record/outputs/readers.ts'
import type { WorkItem } from '../../record/work/model.ts'
import { finishWork, itemFor, openWork, peopleOfItem, reopenWork } from '../../record/work/register.ts'
import { aboutOf, paperFor } from './ground.ts'
import { paperKindOf, paperKinds } from './kinds.ts'
import { problemsOfNumbers } from './rules.ts'
import { BeginPaper, OfPaper, ReopenPaper, SavePaper, SettleForward } from './model.ts'

const isOpen = (item: WorkItem): boolean => item.state === 'open' || item.state === 'returned'

const titles = { [childAndFamilyAssessment.id]: childAndFamilyAssessment.title, ...Object.fromEntries(paperKinds.map((kind) => [kind.id, kind.title])) }
/** What was said about all of an earlier form's people may be said again where all of them are among these: else it would be about somebody who has no part in this paper. */
const mayShare = async (asking: Asking, before: answers.EarlierForm, people: readonly string[]): Promise<boolean> =>
  before.people.every((id) => people.includes(id)) && before.itemId !== null && !(await tellsOfUnseen(asking, { kind: 'work', id: before.itemId }))

/** Begins a report for a conference, a statement or a care plan for a court, for some children at once. */
export const beginPaper = command('papers.begin', BeginPaper, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, { kind: id, people, forWhom, dueOn }) => {
    const kind = paperKindOf(id)
    if (!kind) return { problems: [{ question: 'kind', problem: 'Choose which paper it is.' }] }
    if (dueOn && (!isPlainDate(dueOn) || dueOn < asking.today)) return { problems: [{ question: 'dueOn', problem: 'Give the day by which it has to be there: today or later.' }] }
    const itemId = await openWork(asking, {
      kind: 'paper', section: kind.id, domain: 'children', people, subject: { kind: 'paper', id: newId(Date.parse(asking.now)) }, workerId: asking.actor.id, teamId: asking.actor.teams[0] ?? null, words: forWhom.trim(), askedBy: asking.actor.id, involves: false,
      ...(dueOn && isPlainDate(dueOn) ? { dueOn } : {}),
    })
    await answers.openForm(asking, { definition: kind.definition, domain: 'children', itemId, about: aboutOf(await itemFor(asking, itemId)), titles, mayShare: (before) => mayShare(asking, before, people) })
    return { answer: { itemId } }
  },
})

/** Keeps what was written: for all the children, and where one differs. A number on a scale is from 0 to 10, by somebody the form knows, on a day that has been. */
export const savePaper = command('papers.save', SavePaper, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, changes }) => {
    const { item, kind, formId } = await paperFor(asking, itemId)
    if (!isOpen(item)) throw conflict('This paper is finished. Open it again to write in it.')
    const problems = problemsOfNumbers(kind.definition, changes, asking.today)
    if (problems.length > 0) return { problems }
    const clashes = await answers.saveForm(asking, formId, kind.definition, changes)
    return { answer: { saved: changes.length - clashes.length, clashes } }
  },
})

/** What was said last time holds still and goes into the paper, where it can be changed; or it is no longer true. A row of several (a danger, its goal, its numbers) is settled as one. */
export const settleForward = command('papers.settleForward', SettleForward, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, question, choice }) => {
    const { item, kind, formId } = await paperFor(asking, itemId)
    if (!isOpen(item)) throw conflict('This paper is finished. Open it again to write in it.')
    const row = kind.definition.sections.find((section) => section.row && section.questions.some((one) => one.id === question))
    for (const id of row ? row.questions.map((one) => one.id) : [question]) await answers.settleProposal(asking, formId, id, choice, 'joined')
    return { answer: { settled: true } }
  },
})

/** Chooses between two texts that were written in one place. Both stay in the history of the form. */
export const settlePaper = command('papers.settle', ChooseText, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, clashId, choose }) => {
    const { kind, formId } = await paperFor(asking, itemId)
    await answers.chooseText(asking, formId, kind.definition, clashId, choose)
    return { answer: { settled: true } }
  },
})

/** The paper is written: the words as they were asked are kept with it. */
export const finishPaper = command('papers.finish', OfPaper, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId }) => {
    const { item, kind, formId } = await paperFor(asking, itemId)
    if (!isOpen(item)) throw conflict('This paper is finished already.')
    const form = await answers.readForm(asking, formId)
    const about = aboutOf(item)
    const problems = problemsOnFinish(kind.definition, form.answers, form.proposals, about)
    if (problems.length > 0) return { problems }
    const { shared, own } = parted(asAsked(kind.definition, form.answers, about), form.answers)
    await answers.freezeWords(asking, formId, shared, own)
    await answers.setFormState(asking, formId, 'finished')
    await finishWork(asking, itemId, { outcome: 'finished' })
    return { answer: { itemId }, happened: [{ kind: 'paper.finished', people: item.people.map((person) => person.id), on: asking.today, subject: { kind: 'work', id: itemId } }] }
  },
})

/** Opens a finished paper again, with the reason: what went out before stays as it went. */
export const reopenPaper = command('papers.reopen', ReopenPaper, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, reason }) => {
    const { item, formId } = await paperFor(asking, itemId)
    if (isOpen(item)) throw conflict('This paper is open already.')
    await answers.setFormState(asking, formId, 'returned')
    await reopenWork(asking, itemId, reason.trim())
    return { answer: { itemId } }
  },
})
