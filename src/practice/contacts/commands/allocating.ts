import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { stepOf } from '../../../engine/pathways/follow.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { clockDueOn, finishWork, moveClock, openWork, startClock, workAlsoWith } from '../../../record/work/register.ts'
import type { Giver } from '../../../record/work/team/giving.ts'
import { dutiesFrom } from './clocks.ts'
import * as contacts from '../store/contacts.ts'
import * as store from '../store/decisions.ts'

/** The clock of the assessment runs from the referral, so it stands on the allocation until somebody has the assessment. */
const assessmentDuty = 'assessment.completed'
const pathway = { pathway: frontDoor.id, pathwayVersion: frontDoor.version }

export type Referred = Readonly<{ referralId: string; children: readonly string[]; receivedOn: PlainDate; parentId: string | undefined }>
export type To = Readonly<{ teamId: string; workerId: string | null }>

/** The referral waits for a team's manager to give it to a worker. With a worker named at once, the team holds nothing and the step is done in the same breath. @returns the step */
export async function openAllocation(asking: Asking, of: Referred, to: To): Promise<string> {
  const subject = { kind: 'referral', id: of.referralId }
  const within = dutiesFrom(stepOf(frontDoor, 'allocation')?.duties ?? [], of.receivedOn, asking.today, asking.now)
  const whole = dutiesFrom([assessmentDuty], of.receivedOn, asking.today, asking.now)
  const itemId = await openWork(asking, {
    kind: 'allocation', domain: 'children', people: of.children, subject, parentId: of.parentId, teamId: to.teamId, openedOn: asking.today, dueOn: within[0]?.dueOn, duty: within[0]?.duty, ...pathway, ...(to.workerId ? { involves: false } : {}),
  })
  for (const clock of [...within, ...whole]) await startClock(asking, { itemId, subject, ...clock })
  return itemId
}

/** A worker has it: the step ends, and one assessment for all its children begins to wait in that worker's tray, due by the clock of the referral. */
export async function allocateTo(asking: Asking, step: Readonly<{ id: string; referralId: string; children: readonly string[] }>, to: Readonly<{ teamId: string; workerId: string }>, reason?: string): Promise<Happening[]> {
  const subject = { kind: 'referral', id: step.referralId }
  const dueOn = await clockDueOn(asking, assessmentDuty, step.id)
  const itemId = await openWork(asking, { kind: 'assessment', domain: 'children', people: step.children, subject, parentId: step.id, ...to, dueOn, duty: assessmentDuty, ...pathway })
  for (const duty of [assessmentDuty, `${assessmentDuty}.own`]) await moveClock(asking, duty, step.id, itemId)
  for (const clock of dutiesFrom((stepOf(frontDoor, 'assessment')?.duties ?? []).filter((duty) => duty !== assessmentDuty), asking.today, asking.today, asking.now)) await startClock(asking, { itemId, subject, ...clock })
  await finishWork(asking, step.id, { outcome: 'allocated', ...(reason?.trim() ? { reason: reason.trim() } : {}) })
  // Whoever assesses the children works with their parents too: the adults of the contact.
  const contactId = await store.contactOfReferral(asking.db, step.referralId)
  const adults = contactId ? (await contacts.peopleOn(asking.db, contactId)).filter((one) => one.role === 'adult').map((one) => one.personId) : []
  await workAlsoWith(asking, adults, step.children, 'children', to)
  return [{ kind: 'referral.allocated', people: step.children, on: asking.today, at: asking.now, subject: { kind: 'work', id: itemId } }]
}

const sayWhy: Problem = { question: 'reason', problem: 'Choose why it is later than one working day. Any true reason is fine.' }

/** How a referral is given to a worker from a team's board, one or several at once. */
export const allocationGiver: Giver = {
  kind: 'allocation',
  give: async (asking, item, { teamId, workerId, reason }) => {
    if (!item.subjectId || !teamId) return { problems: [{ question: 'workerId', problem: 'Choose the worker together with their team.' }] }
    if (item.dueOn && asking.today > item.dueOn && !reason?.trim()) return { problems: [sayWhy] }
    return { happened: await allocateTo(asking, { id: item.id, referralId: item.subjectId, children: item.people.map((one) => one.id) }, { teamId, workerId }, reason) }
  },
}
