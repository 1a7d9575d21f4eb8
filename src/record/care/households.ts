import { ethnicities } from '../../../content/codes/person.ts'
import { householdKinds, householdSteps } from '../../../content/codes/households.ts'
import { isPlainDate, plain, type PlainDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Asking } from '../access/model.ts'
import { notFound, type Problem } from '../../kernel/errors.ts'
import { counted, sentence } from '../../kernel/phrasing.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { command, query } from '../access/act.ts'
import { recordingOf } from '../people/register.ts'
import { addJob } from '../../platform/jobs/store.ts'
import { approvalsFollow } from './approvals.ts'
import { NewHousehold, SayMember, TakeStep } from './model.ts'
import { householdStands, overSteps, problemOfStep, type Stands } from './reckoning/households.ts'
import * as store from './store/households.ts'

/** Steps after which the work about children who live there is looked at. */
const changesApproval: readonly string[] = [...overSteps, 'approved', 'temporarilyApproved', 'extended']
const needsTerms: readonly string[] = ['approved', 'temporarilyApproved']
const problemsOfDay = (question: string, on: string, today: string): Problem[] => (!isPlainDate(on) ? [{ question, problem: 'Give the day, as in 3/10/2025.' }] : on > today ? [{ question, problem: 'This day has not come yet.' }] : [])

/** Somebody asks to foster or to adopt. */
export const newHousehold = command('care.newHousehold', NewHousehold, {
  may: 'record.write',
  people: () => [],
  run: async (asking, said) => {
    const problems = [...problemsOfDay('enquiredOn', said.enquiredOn, asking.today), ...(householdKinds.codes.some((one) => one.code === said.kind) ? [] : [{ question: 'kind', problem: 'Choose what they want to be.' }])]
    if (problems.length > 0) return { problems }
    await store.insertHousehold(recordingOf(asking), { ...said, name: said.name.trim() })
    await store.insertStep(recordingOf(asking), { id: said.id, householdId: said.id, step: 'enquiry', on: plain(said.enquiredOn) })
    return { answer: { id: said.id } }
  },
})

/** Relatives or friends who take a child tonight, approved for a time; inside a command. @returns the household */
export async function beginTemporaryHousehold(asking: Asking, name: string, on: PlainDate): Promise<string> {
  const id = newId(Date.parse(asking.now))
  await store.insertHousehold(recordingOf(asking), { id, name: name.trim(), kind: 'connected', enquiredOn: on })
  for (const step of ['enquiry', 'temporarilyApproved']) await store.insertStep(recordingOf(asking), { id: newId(Date.parse(asking.now)), householdId: id, step, on })
  return id
}

/** A step on the way, a review, a change of terms. */
export const takeHouseholdStep = command('care.householdStep', TakeStep, {
  may: 'record.write',
  people: () => [],
  run: async (asking, said) => {
    const problems: Problem[] = [...problemsOfDay('on', said.on, asking.today), ...(householdSteps.codes.some((one) => one.code === said.step) ? [] : [{ question: 'step', problem: 'Choose what happened.' }])]
    if (needsTerms.includes(said.step) && said.places === undefined) problems.push({ question: 'places', problem: 'Give for how many children they are approved.' })
    if (said.ageFrom !== undefined && said.ageTo !== undefined && said.ageFrom > said.ageTo) problems.push({ question: 'ageTo', problem: 'The oldest age is below the youngest. Check both.' })
    if (said.step === 'paused' && !said.words?.trim()) problems.push({ question: 'words', problem: 'Say why it pauses: a clock waits for a reason only.' })
    if (said.step === 'givenTo' && !said.workerId) problems.push({ question: 'workerId', problem: 'Choose to whom the household is given.' })
    if (problems.length > 0) return { problems }
    if (!(await store.householdById(asking.db, said.householdId))) throw notFound('We could not find that household.')
    const outOfTurn = problemOfStep(said.step, plain(said.on), await store.stepsOf(asking.db, said.householdId))
    if (outOfTurn) return { problems: [outOfTurn] }
    const there = overSteps.some((one) => one === said.step) && !said.childrenKnown ? (await store.placedWith(asking.db)).find((one) => one.householdId === said.householdId)?.children ?? 0 : 0
    if (there > 0) return { problems: [{ question: 'childrenKnown', problem: `${sentence(counted(there, 'child lives', 'children live'))} there. Tick that you know: the worker and the manager of each are asked at once to decide where the child lives now.` }] }
    await store.insertStep(recordingOf(asking), { ...said, on: plain(said.on) })
    if (changesApproval.includes(said.step)) await addJob(asking.db, approvalsFollow, { householdId: said.householdId })
    return { answer: { id: said.householdId } }
  },
})

/** Who lives in a household, and what they said of themselves: what is said again takes the place of what was said before, which is kept. */
export const sayHouseholdMember = command('care.householdMember', SayMember, {
  may: 'record.write',
  people: () => [],
  run: async (asking, said) => {
    if (said.ethnicity !== undefined && !ethnicities.codes.some((one) => one.code === said.ethnicity)) return { problems: [{ question: 'ethnicity', problem: 'Choose one of the list, or nothing.' }] }
    if (!(await store.householdById(asking.db, said.householdId))) throw notFound('We could not find that household.')
    const stood = said.memberId ? (await store.membersOf(asking.db, said.householdId)).find((one) => one.memberId === said.memberId) : undefined
    if (said.memberId && !stood) return { problems: [{ question: 'memberId', problem: 'They are no longer named here. Open the page again to see who is.' }] }
    const name = said.name.trim() || stood?.name
    if (!name) return { problems: [{ question: 'name', problem: 'Write the name.' }] }
    // What is not said again stays as it was said.
    await store.sayMember(recordingOf(asking), { ...said, name, gender: said.gender ?? stood?.gender ?? null, ethnicity: said.ethnicity ?? stood?.ethnicity ?? null, disabled: said.disabled ?? stood?.disabled ?? null })
    return { answer: { id: said.householdId } }
  },
})

/** All carer households, where each stands, and how many more children they could take. */
export const carerHouseholds = query('care.households', shape({}), {
  may: 'record.read',
  run: async (asking): Promise<readonly Stands[]> => {
    const [all, steps, placed] = await Promise.all([store.households(asking.db), store.stepsOf(asking.db), store.placedWith(asking.db)])
    const of = Map.groupBy(steps, (one) => one.householdId)
    const children = new Map(placed.map((one) => [one.householdId, one.children]))
    return all.map((one) => householdStands(one, of.get(one.id) ?? [], children.get(one.id) ?? 0))
  },
})

/** One household with all its steps. */
export const carerHousehold = query('care.household', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const [one, steps, placed, members] = await Promise.all([store.householdById(asking.db, id), store.stepsOf(asking.db, id), store.placedWith(asking.db), store.membersOf(asking.db, id)])
    if (!one) throw notFound('We could not find that household.')
    return { stands: householdStands(one, steps, placed.find((row) => row.householdId === id)?.children ?? 0), steps, members, workers: await store.workers(asking.db) }
  },
})
