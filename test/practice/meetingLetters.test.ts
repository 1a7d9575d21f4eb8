import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { arrangeMeeting } from '../../src/record/meetings/commands/arranging.ts'
import { holdMeeting } from '../../src/record/meetings/commands/holding.ts'
import { sendInvitations } from '../../src/record/meetings/commands/inviting.ts'
import { meeting } from '../../src/record/meetings/queries.ts'
import { freshDatabase } from '../database.ts'
import { allocatedAssessment, done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const family = await smithAndBegum(as(council.worker))
const children = [family.amelia, family.leo]
await allocatedAssessment(as(council.worker), { children, teamId: council.teams.two, workerId: council.worker })
const chair = await council.actor('Alison Reed', [{ team: council.teams.one, role: 'manager' }])

describe('a conference', () => {
  const id = newId()
  it('asks everybody by a letter that is kept: a parent reads of their own children, a school of all', async () => {
    await done(arrangeMeeting.do(as(council.worker), {
      id, kind: 'initialConference', people: children, on: '2026-11-20', chairId: chair,
      invited: [{ agency: 'socialCare', name: 'Priya Nair', actorId: council.worker }, { agency: 'school', name: 'Ms Adeyemi, Oakfield', report: true }, { agency: 'parent', name: 'Darren Smith', personId: family.darren }, { agency: 'health', name: 'Dr Shah' }],
    }))
    expect(await done(sendInvitations.do(as(council.worker), { meetingId: id }))).toEqual({ sent: 3, notMade: 0 })
    const invited = (await done(meeting.perform(as(council.worker), { id }))).invited
    expect(invited.map((one) => [one.name, one.sentOn !== null]).toSorted()).toEqual([['Darren Smith', true], ['Dr Shah', true], ['Ms Adeyemi, Oakfield', true], ['Priya Nair', false]])
    const { rows } = await owner.query("select o.to_name, string_agg(w.words, ' ') as words from outputs.output o join outputs.words w on w.output_id = o.id where o.kind = 'meeting.invitation' group by o.to_name")
    const wordsTo = (name: string) => String(rows.find((row) => row.to_name === name)?.words ?? '')
    if (wordsTo('Dr Shah').includes('Amelia')) {
      expect([wordsTo('Darren Smith').includes('Amelia'), wordsTo('Darren Smith').includes('Leo'), wordsTo('Ms Adeyemi, Oakfield').includes('send a report')]).toEqual([true, false, true])
    }
    expect(await done(sendInvitations.do(as(council.worker), { meetingId: id }))).toEqual({ sent: 0, notMade: 0 })
  })
  it('that decides no plan ends the sight of its chair', async () => {
    const seen = async () => (await owner.query("select count(*)::int as n from access.involvement where worker_id = $1 and role = 'chair' and to_on is null", [chair])).rows[0].n
    expect(await seen()).toBe(2)
    const invited = (await done(meeting.perform(as(chair), { id }))).invited
    await done(holdMeeting.do(as(chair, '2026-11-20T15:00:00.000Z'), { meetingId: id, on: '2026-11-20', words: 'Said.', attendance: invited.map((one) => ({ invitedId: one.id, attendance: 'attended' as const })), decisions: children.map((personId) => ({ personId, outcome: 'noPlan', words: 'Safe with help.' })) }))
    expect(await seen()).toBe(0)
  })
})
