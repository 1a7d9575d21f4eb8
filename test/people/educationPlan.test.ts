import { describe, expect, it } from 'vitest'
import { moment, plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { beginLookedAfter, keepCareFact } from '../../src/practice/care/commands.ts'
import { careClocks, careDuties, careStanding } from '../../src/practice/care/standing.ts'
import { seenClocks } from '../../src/practice/notes/clocks.ts'
import { answer } from '../../src/record/access/act.ts'
import { setTerms } from '../../src/record/access/own/termCommands.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { keepEach } from '../../src/record/work/standing/dated.ts'
import { clocksOf } from '../../src/record/work/standing/explain.ts'
import { plugClockSources } from '../../src/record/work/standing/sources.ts'
import { plugStandingDuties } from '../../src/record/work/standing/step.ts'
import { freshDatabase } from '../database.ts'
import { done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'

plugClockSources([seenClocks, careClocks(seenClocks)], [careStanding(seenClocks)])
plugStandingDuties(careDuties)
const { as, owner, pool, jobs } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = (day: string) => as(council.worker, `${day}T10:00:00.000Z`)

describe('the education plan of a child in our care', () => {
  it('is reviewed in each school term, once the council has written its terms: the night brings it, another plan meets it', async () => {
    const rosa = newId()
    await done(addPeople.do(priya('2026-03-02'), { people: [{ id: rosa, given: 'Rosa', family: 'Ahmed', bornOn: '2017-02-10', sex: 'female' }], relationships: [] }))
    await owner.query("insert into access.involvement (id, person_id, worker_id, team_id, domain, from_on) values ($1, $2, $3, $4, 'children', '2026-03-01')", [newId(), rosa, council.worker, council.teams.two])
    await done(beginLookedAfter.do(priya('2026-03-03'), { id: newId(), people: [rosa], on: '2026-03-02', planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'accommodated', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', lines: ['3 Elm Row', 'Ardenvale'], postcode: 'zv2 1aa' } }))
    const agreed = (on: string) => done(keepCareFact.do(priya(on), { id: newId(), people: [rosa], kind: 'educationPlan', on, answers: { school: 'Oakfield Primary' } }))
    await agreed('2026-03-12')
    const due = async () => (await owner.query("select i.duty || ' ' || i.due_on::text as t from work.item i where state = 'open' and i.duty like 'personalEducationPlan.%' and exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id = $1) order by 1", [rosa])).rows.map((row) => row.t)
    const night = (today: string) => keepEach({ pool: jobs, app: pool, stopping: () => false }, { now: () => moment(`${today}T03:40:00.000Z`), today: () => plain(today) })
    const autumn = '2026-12-18'
    const terms = (last: string) => [{ from: '2026-09-02', to: last }, { from: '2027-01-05', to: '2027-03-25' }, { from: '2027-04-12', to: '2027-07-21' }]
    const write = (on: string, last: string) => setTerms.do(as(council.administrator, `${on}T09:00:00.000Z`), { year: 2026, terms: terms(last), why: 'As the schools have told us' })
    // Nothing is written, nobody is asked; who may not set up the council writes none.
    await night('2026-09-02')
    expect(await due()).toEqual([])
    await expect(setTerms.do(priya('2026-09-20'), { year: 2026, terms: terms(autumn), why: 'Mine' })).rejects.toThrow()
    await done(write('2026-09-20', autumn))
    await night('2026-09-21')
    expect(await due()).toEqual([`personalEducationPlan.reviewed ${autumn}`])
    expect((await answer(as(council.worker, '2026-09-21T10:00:00.000Z'), 'test.clocks', 'record.read', (asking) => clocksOf.of(asking, { personId: rosa }))).find((one) => one.duty === 'personalEducationPlan.reviewed')).toMatchObject({ from: 'schoolTerm.began', startedOn: '2026-09-02', dueOn: autumn, span: '1 term', asked: true })
    // Written otherwise, it is due by the new day.
    await done(write('2026-09-22', '2026-12-11'))
    await night('2026-09-23')
    expect(await due()).toEqual(['personalEducationPlan.reviewed 2026-12-11'])
    await agreed('2026-11-02')
    expect(await due()).toEqual([])
    await night('2026-11-03')
    expect(await due()).toEqual([])
    await night('2027-01-05')
    expect(await due()).toEqual(['personalEducationPlan.reviewed 2027-03-25'])
  })})
