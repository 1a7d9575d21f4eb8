import { duties } from '../../../../content/timescales/all.ts'
import { lastDay } from '../../../engine/timescales/due.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import { addDays, moment, plain, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { chanceOf } from '../chance.ts'
import { disputes } from '../words/safety.ts'
import { finishWork, happened, openWork, type Book } from './book.ts'
import { lines } from './protectionWords.ts'

const duty = 'reviewingOfficer.disputeResolved'
const atHour = (on: PlainDate, hour: number) => moment(`${on}T${String(hour).padStart(2, '0')}:20:00.000Z`)
const share = 0.35

/** Where a review found nothing better, its chair disputes now and then what is done: the manager of the team answers, and it ends, or is open still. `wanted`: how many of the open ones are to be told still. */
export function tellDisputes(book: Book, seed: string, wanted: { left: number }): void {
  const chance = chanceOf(seed)
  for (const { row } of book.protection.filter(({ table, row }) => table === 'meetings.meeting' && row['kind'] === 'reviewConference' && row['words'] === lines.same)) {
    const [meetingId, chairId, on] = [String(row['id']), String(row['chair_id']), plain(String(row['on_day']))]
    const lately = on > addDays(book.today, -190)
    const still = lately && (wanted.left > 0 || chance.happens(0.2))
    const raisedOn = still ? addWorkingDays(book.today, -chance.whole(2, 24)) : addWorkingDays(on, 2)
    const people = book.protection.flatMap((one) => (one.table === 'meetings.meeting_person' && one.row['meeting_id'] === meetingId ? [String(one.row['person_id'])] : []))
    const worker = book.involvements.findLast((one) => people.includes(one.personId) && one.role === 'allocated' && one.workerId !== null && one.from <= on)
    const team = book.offices.family.find((one) => one.team.id === worker?.teamId)
    if (!team || team.head.id === chairId || raisedOn < addDays(book.today, -300) || raisedOn <= on || raisedOn >= book.today || !(chance.happens(share) || (still && wanted.left > 0))) continue
    if (still) wanted.left -= 1
    const said = chance.pick(disputes)
    const at = atHour(raisedOn, 10)
    const id = chance.id(at)
    const law = dutyOn(duties, duty, raisedOn)
    const dueOn = law ? lastDay(raisedOn, law.within, law.calendar ?? 'england', law.count, false) : null
    const place = openWork(book, { kind: 'dispute', subject: { kind: 'dispute', id }, people, by: chairId, at, words: said.wanted.slice(0, 300), workerId: team.head.id, teamId: team.team.id, askedBy: chairId, decidesOnly: true, duties: [{ duty, startedOn: raisedOn, startedAt: null, dueOn, dueAt: null }] })
    const answeredOn = addWorkingDays(raisedOn, chance.whole(3, 14))
    const endedOn = addWorkingDays(answeredOn, chance.whole(2, 9))
    const answered = answeredOn < book.today && !(still && chance.happens(0.5))
    const over = !still && endedOn < book.today
    book.protection.push({ table: 'reviewing.dispute', row: { id, meeting_id: meetingId, words: said.words, wanted: said.wanted, raised_on: raisedOn, raised_by: chairId, item_id: book.work[place]?.id ?? null, state: over ? 'resolved' : 'open', ended_on: over ? endedOn : null, ended_words: over ? said.ended : null, version: over ? 2 : 1, recorded_at: at, recorded_by: chairId } })
    for (const personId of people) book.protection.push({ table: 'reviewing.dispute_person', row: { dispute_id: id, person_id: personId, domain: 'children' } })
    const step = (stage: string, whomId: string | null, words: string, day: PlainDate, by: string): void => {
      const when = atHour(day, 11)
      book.protection.push({ table: 'reviewing.dispute_step', row: { id: chance.id(when), dispute_id: id, stage, whom_id: whomId, words, on_day: day, recorded_at: when, recorded_by: by } })
    }
    const told = (kind: string, day: PlainDate, by: string): void => happened(book, kind, by, atHour(day, 11), people, { on: day, significant: true, subject: { kind: 'dispute', id } })
    step('team', team.head.id, said.wanted, raisedOn, chairId)
    told('dispute.raised', raisedOn, chairId)
    if (!answered) continue
    step('answer', null, said.answer, answeredOn, team.head.id)
    told('dispute.answered', answeredOn, team.head.id)
    if (!over) continue
    finishWork(book, place, endedOn, 'resolved')
    told('dispute.resolved', endedOn, chairId)
  }
}
