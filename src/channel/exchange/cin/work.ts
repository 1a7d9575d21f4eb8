import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { dueOf } from '../../../engine/timescales/due.ts'
import { isPlainDate, plain } from '../../../kernel/dates.ts'
import type { Asking } from '../../../record/access/model.ts'
import { cancelWork, finishWork, openWork, startClock } from '../../../record/work/register.ts'
import { staysOpen, type Changes } from './changes.ts'
import type { Standing, TakeChild } from './entryModel.ts'
import { office } from './office.ts'

type Referral = TakeChild['referrals'][number]

/** Open cases become work of the team that looks after imported cases; what a later census ends, ends. */
export async function renewWork(asking: Asking, entry: TakeChild, standing: Standing, { referrals }: Changes): Promise<void> {
  const isOpen = (id: string) => standing.openWork.includes(id)
  const toWrite = referrals.addAssessments.filter(({ referral, assessment }) => !assessment.authorisedOn && !referral.closedOn && !referral.noFurtherAction)
  for (const { referral, assessment } of toWrite) await openAssessment(asking, entry.personId, referral, assessment)
  if (!standing.origin && staysOpen(entry) && toWrite.length === 0) await askForWorker(asking, entry)

  for (const { workId, authorisedOn } of referrals.authorise) {
    if (isOpen(workId) && authorisedOn && isPlainDate(authorisedOn)) await finishWork(asking, workId, { outcome: 'finished', on: authorisedOn })
  }
  for (const { assessments } of referrals.close) {
    for (const { id, workId } of assessments) {
      if (isOpen(workId) && !referrals.authorise.some((one) => one.id === id)) await cancelWork(asking, workId, 'A later census says that the case was closed')
    }
  }
  if (referrals.close.length > 0 && isOpen(entry.taskId) && !staysOpen(entry)) await finishWork(asking, entry.taskId, { outcome: 'closed' })
}

/** A child and family assessment that was begun in the system before, with its clock from the day of the referral. */
async function openAssessment(asking: Asking, personId: string, referral: Referral, { id, workId, startedOn }: Referral['assessments'][number]): Promise<void> {
  const subject = { kind: 'assessment', id }
  const receivedOn = plain(referral.receivedOn)
  const duty = duties.find((one) => one.id === 'assessment.completed')
  const due = duty && dueOf(duty, { startedOn: receivedOn, pauses: [], extendedBy: [] }, duty.calendar ?? 'england', asking.today)
  await openWork(asking, {
    id: workId, kind: 'assessment', domain: 'children', people: [personId], subject, teamId: office.teamId, openedOn: plain(startedOn), dueOn: due?.on, duty: duty?.id,
    pathway: frontDoor.id, pathwayVersion: frontDoor.version,
  })
  if (duty && due) await startClock(asking, { itemId: workId, subject, duty: duty.id, startedOn: receivedOn, dueOn: due.on })
}

/** A task for the team: nobody here works with this child yet. */
const askForWorker = (asking: Asking, entry: TakeChild): Promise<string> => openWork(asking, {
  id: entry.taskId, kind: 'task', domain: 'children', people: [entry.personId], subject: { kind: 'person', id: entry.personId },
  teamId: office.teamId, words: 'An open case from the census: give it to a worker',
})
