import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { reviewFollower } from '../../src/practice/care/following.ts'
import { beginLookedAfter, keepCareFact, leaveCare } from '../../src/practice/care/commands.ts'
import { beginCarePlan } from '../../src/practice/care/planning.ts'
import { htmlOf } from '../../src/platform/page/document.ts'
import { deskPage } from '../../src/practice/reviewing/pages/desk.tsx'
import { chairsDesk } from '../../src/practice/reviewing/queries.ts'
import { careHistory } from '../../src/record/care/queries.ts'
import { arrangeMeeting } from '../../src/record/meetings/commands/arranging.ts'
import { holdMeeting } from '../../src/record/meetings/commands/holding.ts'
import { plugMeetingFollowers } from '../../src/record/meetings/followers.ts'
import { freshDatabase } from '../database.ts'
import { done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

plugMeetingFollowers([reviewFollower])
const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = (day: string) => as(council.worker, `${day}T10:00:00.000Z`)
const family = await smithAndBegum(priya('2026-01-05'))
const [ann, ben] = [await council.actor('Ann Reid', [{ team: council.teams.one, role: 'worker' }]), await council.actor('Ben Cole', [{ team: council.teams.one, role: 'worker' }])]
await owner.query("update access.actor set job_title = 'Independent reviewing officer', qualified = true where id = any ($1)", [[ann, ben]])

const comes = (child: string) => done(beginLookedAfter.do(priya('2026-03-02'), { id: newId(), people: [child], on: '2026-03-01', planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'accommodated', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
const plan = (child: string) => done(beginCarePlan.do(priya('2026-03-10'), { id: newId(), kind: 'carePlan', people: [child], on: '2026-03-09', words: 'Stay with Mary.', answers: { permanence: 'home' }, needs: [{ words: 'Education', wanted: 'In school every day', actions: [{ words: 'Talk to the school', owner: 'Priya Nair', dueOn: '2026-07-20' }] }] }))
const named = (child: string, officerId: string, on: string) => done(keepCareFact.do(priya(on), { id: newId(), people: [child], kind: 'reviewingOfficer', on, answers: { officerId } }))
async function arranged(child: string, chairId: string, on: string): Promise<string> {
  const meetingId = newId()
  await done(arrangeMeeting.do(priya('2026-03-12'), { id: meetingId, kind: 'lookedAfterReview', people: [child], on, chairId, invited: [] }))
  return meetingId
}
const held = (meetingId: string, child: string, chair: string, on: string) => done(holdMeeting.do(as(chair, `${on}T15:00:00.000Z`), { meetingId, on, attendance: [], words: 'We met.', participation: [{ personId: child, code: 'spoke' }], decisions: [{ personId: child, outcome: 'continues' }] }))
const sees = async (actor: string, child: string): Promise<boolean> => careHistory.perform(as(actor), { id: child }).then((found) => 'done' in found && found.done.periods.length > 0, () => false)

describe('Whoever reviews a child in our care', () => {
  it('has the child on their desk from the day they are named, also when they were asked to chair a review before', async () => {
    await comes(family.isla)
    await plan(family.isla)
    const review = await arranged(family.isla, ann, '2026-03-27')
    await named(family.isla, ann, '2026-03-13')
    expect((await done(chairsDesk.perform(as(ann, '2026-03-14T10:00:00.000Z'), {}))).reviewed).toMatchObject([{ personId: family.isla }])
    const desk = await deskPage.run(as(ann, '2026-03-14T10:00:00.000Z'), { path: '', params: {}, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name) => name }) })
    // A person is a token everywhere.
    expect('html' in desk ? /<table[^>]*>.*?Children you review.*?<\/table>/s.exec(htmlOf(desk.html))?.[0] : '').toContain('class="named"')
    await held(review, family.isla, ann, '2026-03-27')
    expect(await sees(ann, family.isla)).toBe(true)
  })
  it('sees the child no longer once another reviews them, though they chaired the last review', async () => {
    await named(family.isla, ben, '2026-04-07')
    expect([await sees(ann, family.isla), await sees(ben, family.isla)]).toEqual([false, true])
  })
  it('goes on seeing whoever they are still to chair for, until that is held', async () => {
    await comes(family.leo)
    await plan(family.leo)
    await named(family.leo, ann, '2026-03-11')
    const review = await arranged(family.leo, ann, '2026-03-27')
    await named(family.leo, ben, '2026-03-20')
    expect([await sees(ann, family.leo), await sees(ben, family.leo)]).toEqual([true, true])
    await held(review, family.leo, council.worker, '2026-03-27')
    expect([await sees(ann, family.leo), await sees(ben, family.leo)]).toEqual([false, true])
  })
  it('and whoever chaired their reviews where nobody is named sees them until the next is chaired by another, or they leave care', async () => {
    await comes(family.noah)
    await plan(family.noah)
    await held(await arranged(family.noah, ann, '2026-03-27'), family.noah, ann, '2026-03-27')
    expect([await sees(ann, family.noah), await sees(ben, family.noah)]).toEqual([true, false])
    await held(await arranged(family.noah, ben, '2026-06-19'), family.noah, ben, '2026-06-19')
    expect([await sees(ann, family.noah), await sees(ben, family.noah)]).toEqual([false, true])
    await done(leaveCare.do(priya('2026-08-03'), { people: [family.noah], on: '2026-08-01', reason: 'homePlanned' }))
    expect(await sees(ben, family.noah)).toBe(false)
  })
})
