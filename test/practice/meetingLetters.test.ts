import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { answer } from '../../src/record/access/act.ts'
import { fileOf } from '../../src/record/outputs/files.ts'
import { readOutput } from '../../src/record/outputs/queries.ts'
import { arrangeMeeting, cancelMeeting, rearrangeMeeting } from '../../src/record/meetings/commands/arranging.ts'
import { holdMeeting } from '../../src/record/meetings/commands/holding.ts'
import { sendInvitation, sendInvitations } from '../../src/record/meetings/commands/inviting.ts'
import { meeting } from '../../src/record/meetings/queries.ts'
import { holdRoutes } from '../../src/record/meetings/pages/hold.tsx'
import { meetingRoutes } from '../../src/record/meetings/pages/meeting.tsx'
import { htmlOf } from '../../src/platform/page/document.ts'
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
    // In large print it is another file: neither takes the place of the other.
    const fileNames = await Promise.all((['pdf', 'large-pdf'] as const).map((kind) => answer(as(council.worker), 'test.file', 'output.send', async (asking) => (await fileOf(asking, invited.find((one) => one.name === 'Darren Smith')?.outputId ?? '', kind)).name)))
    expect([fileNames[0] === fileNames[1], fileNames[1]?.endsWith('-large-print.pdf')]).toEqual([false, true])
    const wordsTo = (name: string) => answer(as(council.worker), 'test.output', 'record.read', async (asking) => JSON.stringify((await readOutput(asking, invited.find((one) => one.name === name)?.outputId ?? '')).paper))
    const [father, school] = [await wordsTo('Darren Smith'), await wordsTo('Ms Adeyemi, Oakfield')]
    expect([father.includes('about Amelia'), father.includes('Leo'), school.includes('Amelia and Leo'), school.includes('send a report')]).toEqual([true, false, true, true])
    expect(await done(sendInvitations.do(as(council.worker), { meetingId: id }))).toEqual({ sent: 0, notMade: 0 })
  })
  it('that is rearranged asks for its invitations once more: those that went out told another day; a reason alone does not', async () => {
    const letters = async () => (await done(meeting.perform(as(council.worker), { id }))).invited.filter((one) => one.actorId === null).map((one) => [one.sentOn !== null, one.outputId !== null])
    const page = async () => { const found = await meetingRoutes[0].run(as(council.worker), { path: '', params: { id }, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name) => name }) }); return 'html' in found ? htmlOf(found.html) : '' }
    const shown = (await done(meeting.perform(as(council.worker), { id })))
    await done(rearrangeMeeting.do(as(council.worker), { meetingId: id, on: '2026-11-20', place: shown.place ?? undefined, reason: 'Asked again, and it stays.' }))
    expect(await letters()).toEqual([[true, true], [true, true], [true, true]])
    await done(rearrangeMeeting.do(as(council.worker), { meetingId: id, on: '2026-11-20', time: '14:30', reason: 'The school is free then.' }))
    expect(await letters()).toEqual([[false, true], [false, true], [false, true]])
    const told = await page()
    // The time that was set stands in the form: moving the day alone does not lose it.
    for (const words of ['Some have an invitation for another day or place.', 'Sent for another day or place: look and send', 'value="14:30"']) expect(told).toContain(words)
    expect(await done(sendInvitations.do(as(council.worker), { meetingId: id }))).toEqual({ sent: 3, notMade: 0 })
    expect(await page()).not.toContain('another day or place.')
  })
  it('that is cancelled says who has an invitation', async () => {
    const other = newId()
    await done(arrangeMeeting.do(as(council.worker), { id: other, kind: 'initialConference', people: children, on: '2026-11-24', chairId: chair, invited: [{ agency: 'health', name: 'Dr Bello' }, { agency: 'police', name: 'DC Wade' }] }))
    const [health] = (await done(meeting.perform(as(council.worker), { id: other }))).invited.filter((one) => one.name === 'Dr Bello')
    await done(sendInvitation.do(as(council.worker), { meetingId: other, invitedId: health?.id ?? '' }))
    await done(cancelMeeting.do(as(council.worker), { meetingId: other, reason: 'One conference is enough.' }))
    const found = await meetingRoutes[0].run(as(council.worker), { path: '', params: { id: other }, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name) => name }) })
    expect('html' in found ? htmlOf(found.html) : '').toContain('Tell Dr Bello.')
  })
  it('that is still to come is not dated today when it is written down, and says that its day has not come', async () => {
    const found = await holdRoutes[0].run(as(council.worker), { path: '', params: { id }, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name) => name }) })
    const html = 'html' in found ? htmlOf(found.html) : ''
    expect(html).toContain('It is arranged for 20 Nov 2026, which has not come yet.')
    expect(/<input[^>]*name="on"[^>]*>/.exec(html)?.[0]).not.toContain('2026')
  })
  it('that decides no plan ends the sight of its chair', async () => {
    const seen = async () => (await owner.query("select count(*)::int as n from access.involvement where worker_id = $1 and role = 'chair' and to_on is null", [chair])).rows[0].n
    expect(await seen()).toBe(2)
    const invited = (await done(meeting.perform(as(chair), { id }))).invited
    await done(holdMeeting.do(as(chair, '2026-11-20T15:00:00.000Z'), { meetingId: id, on: '2026-11-20', words: 'Said.', attendance: invited.map((one) => ({ invitedId: one.id, attendance: 'attended' as const })), decisions: children.map((personId) => ({ personId, outcome: 'noPlan', words: 'Safe with help.' })) }))
    expect(await seen()).toBe(0)
  })
})
