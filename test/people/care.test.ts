import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { newId } from '../../src/kernel/ids.ts'
import { careClocks, careDuties, careStanding } from '../../src/practice/care/standing.ts'
import { seenClocks } from '../../src/practice/notes/clocks.ts'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { reviewFollower } from '../../src/practice/care/following.ts'
import { arrangeMeeting } from '../../src/record/meetings/commands/arranging.ts'
import { holdMeeting } from '../../src/record/meetings/commands/holding.ts'
import { plugMeetingFollowers } from '../../src/record/meetings/followers.ts'
import { chairsFor } from '../../src/record/meetings/queries.ts'
import { meetingClocks } from '../../src/record/meetings/clocks.ts'
import { plugClockSources } from '../../src/record/work/standing/sources.ts'
import { plugStandingDuties } from '../../src/record/work/standing/step.ts'
import { beginCarePlan } from '../../src/practice/care/planning.ts'
import { driftingPlans, driftOfTeams, driftRule, plansReviewedAt } from '../../src/record/plans/queries.ts'
import { beginLookedAfter, changePlacement, keepCareFact, leaveCare, putPlacementRight, takeBack } from '../../src/practice/care/commands.ts'
import { endLegalStatus, recordLegalStatus } from '../../src/record/people/legal/commands.ts'
import { saveBegin } from '../../src/channel/web/care/begin.tsx'
import { correctPage } from '../../src/channel/web/care/change.tsx'
import { htmlOf } from '../../src/platform/page/document.ts'
import { carerHousehold, newHousehold, sayHouseholdMember } from '../../src/record/care/households.ts'
import { chairsDesk } from '../../src/practice/reviewing/queries.ts'
import { entriesOf } from '../../src/record/outputs/bundle/entries.ts'
import { answer } from '../../src/record/access/act.ts'
import { followApprovals, followHomes } from '../../src/record/care/approvals.ts'
import { takeHouseholdStep } from '../../src/record/care/households.ts'
import { togetherOf } from '../../src/record/care/reckoning/together.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { moment, plain } from '../../src/kernel/dates.ts'
import { careFacts } from '../../src/record/care/returns/facts.ts'
import { careHistory, tonight, tonightPage } from '../../src/record/care/queries.ts'

plugClockSources([seenClocks, meetingClocks, careClocks(seenClocks)], [careStanding(seenClocks)])
plugMeetingFollowers([reviewFollower])
plugStandingDuties(careDuties)
const { as, owner, pool, jobs } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = (day = '2026-11-18') => as(council.worker, `${day}T10:00:00.000Z`)
const id = await smithAndBegum(priya('2026-01-05'))
const done = async <Answer>(outcome: Promise<{ done: Answer } | { problems: readonly { question: string; problem: string }[] }>): Promise<Answer> => {
  const was = await outcome
  if ('problems' in was) throw new Error(JSON.stringify(was.problems))
  return was.done
}
const foster = { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', lines: ['3 Elm Row', 'Ardenvale'], postcode: 'zv2 1aa' }
const begin = (people: string[], on: string, more = {}) => ({ id: newId(), people, on, planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'accommodated', placement: foster, ...more })
const lived = async (child: string) => (await done(careHistory.perform(priya(), { id: child }))).placements.map((one) => `${one.from} ${one.to ?? ''} ${one.placeName}`)
const homes = async (child: string) => (await owner.query("select kind || ' ' || coalesce(postcode, '') || ' ' || coalesce(valid_from::text, '') || ' ' || coalesce(valid_to::text, '') as t from people.address where person_id = $1 and superseded_at is null order by valid_from", [child])).rows.map((row) => row.t)

describe('children in our care', () => {
  it('came at an hour that was: what was before midnight is told of the day before', async () => {
    const justAfter = as(council.worker, '2026-03-01T00:20:00.000Z')
    const atNight = (on: string) => beginLookedAfter.do(justAfter, begin([id.leo], on, { time: '23:30' }))
    expect(await atNight('2026-03-01')).toMatchObject({ problems: [{ question: 'time', problem: 'This hour has not come yet. Where it was before midnight, give the day before.' }] })
    const { id: periodId } = await done(atNight('2026-02-28'))
    await done(takeBack.do(justAfter, { periodId, people: [id.leo], why: 'Tried only' }))
  })
  it('come together in one go, move, and leave: with the status, the address and the list of tonight', async () => {
    await done(beginLookedAfter.do(priya('2026-03-02'), begin([id.isla, id.leo], '2026-03-01', { time: '02:40', apartWhy: 'Noah is with his father.' })))
    expect(await homes(id.isla)).toEqual([expect.stringContaining('home ZV1 4QT'), 'placement ZV2 1AA 2026-03-01 '])
    await done(changePlacement.do(priya('2026-04-02'), { id: newId(), people: [id.isla], on: '2026-04-01', reason: 'carePlan', placement: { ...foster, placeName: 'Aunt Rose', kind: 'fosterRelative', postcode: 'ZV3 2BB' } }))
    expect(await lived(id.isla)).toEqual(['2026-04-01  Aunt Rose', '2026-03-01 2026-04-01 Mary Okafor'])
    expect(await lived(id.leo)).toEqual(['2026-03-01  Mary Okafor'])
    const now = await done(tonight.perform(priya(), {}))
    expect(now.rows.map((row) => row.placement?.placeName).sort()).toEqual(['Aunt Rose', 'Mary Okafor'])
    expect(now.counts.reduce((sum, one) => sum + one.count, 0)).toBe(now.rows.length)
    // The list as it is paged says the same of everybody, and of those behind each count.
    const list = (key?: string) => answer(priya(), 'test.tonight', 'record.read', (asking) => tonightPage(asking, key, 0, 100))
    const whole = await list()
    expect(whole.counts).toEqual(now.counts)
    const place = (row: { personId: string; where: string; placement?: { placeName: string; from: string } | null | undefined }) => `${row.personId} ${row.where} ${row.placement?.placeName} ${row.placement?.from}`
    expect(whole.rows.map(place).sort()).toEqual(now.rows.map(place).sort())
    for (const { key, count } of now.counts) expect((await list(key)).rows).toHaveLength(count)
    expect(await answer(priya(), 'test.tonight', 'record.read', async (asking) => (await tonightPage(asking, undefined, 1, 1)).rows)).toEqual(whole.rows.slice(1, 2))
    await done(leaveCare.do(priya('2026-05-03'), { people: [id.isla], on: '2026-05-01', reason: 'homePlanned', homeAgain: true }))
    const after = await done(careHistory.perform(priya(), { id: id.isla }))
    expect(after.statuses.map((one) => `${one.code} ${one.from} ${one.to}`)).toEqual(['accommodated 2026-03-01 2026-05-01'])
    expect((await homes(id.isla)).at(-1)).toBe('home ZV1 4QT 2026-05-01 ')
    // What Leo has alone is not opened again for the sake of what he shares with her.
    expect((await owner.query("select i.duty, c.given from work.item i join work.item_person p on p.item_id = i.id join people.card c on c.person_id = p.person_id where i.state = 'open' and i.duty is not null group by 1, 2 having count(*) > 1")).rows).toEqual([])
  })

  it('are in the tables of the return as the record has them', async () => {
    const tables = await answer(priya(), 'test.careFacts', 'record.read', (asking) => careFacts(asking, 2027))
    expect(tables.Header.map((row) => `${row.SEX} ${row.DOB}`).sort()).toEqual(['F 2016-01-14', 'M 2018-10-05'])
    expect(tables.Episodes.filter((row) => row.personId === id.isla).map((row) => `${row.DECOM} ${row.RNE} ${row.PLACE} ${row.DEC} ${row.REC} ${row.HOME_POST} ${row.PL_POST}`)).toEqual(['2026-03-01 S U6 2026-04-01 X1 ZV1 4QT ZV2 1AA', '2026-04-01 P U3 2026-05-01 E4A ZV1 4QT ZV3 2BB'])
    expect((await answer(priya(), 'test.careFacts', 'record.read', (asking) => careFacts(asking, 2026))).Episodes.map((row) => row.RNE)).toEqual(['S', 'S'])
  })

  it('have on each day one placement and one legal status: said in words, and kept by the database', async () => {
    expect(JSON.stringify(await beginLookedAfter.do(priya(), begin([id.leo], '2026-06-01')))).toContain('is in our care')
    const history = await done(careHistory.perform(priya(), { id: id.leo }))
    await expect(endLegalStatus.do(priya(), { orderId: history.statuses[0]?.orderId ?? '', people: [id.leo], on: '2026-06-01' })).rejects.toThrow(/no placement or no legal status/)
    await done(recordLegalStatus.do(priya(), { id: newId(), people: [id.leo], code: 'interimCareOrder', from: '2026-06-03', endsPresent: true }))
    const by = (text: string) => owner.query(`begin; set local role kith_gate; ${text}; commit`).finally(() => owner.query('rollback'))
    await expect(by(`update care.placement set superseded_at = now() where person_id = '${id.leo}' and superseded_at is null`)).rejects.toThrow(/one placement and one legal status/)
    await expect(by(`insert into care.placement (id, placement_id, person_id, kind, place_name, valid_from) values (gen_random_uuid(), gen_random_uuid(), '${id.leo}', 'foster', 'x', '2026-07-01')`)).rejects.toThrow(/one_placement_at_once/)
  })

  it('have everything due by its day: what is done ends it, late with its reason, and the next begins', async () => {
    const due = async () => (await owner.query("select duty || ' ' || due_on::text as t from work.item i where state = 'open' and exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id = $1) order by 1", [id.amelia])).rows.map((row) => row.t)
    await done(beginLookedAfter.do(priya('2026-03-03'), begin([id.amelia], '2026-03-02')))
    expect(await due()).toEqual(['carePlan.prepared 2026-03-16', 'healthAssessment.initial 2026-03-30', 'lookedAfterReview.first 2026-03-30', 'lookedAfterVisit.first 2026-03-09', 'personalEducationPlan.initiated 2026-03-16', 'placementPlan.agreed 2026-03-09', 'reviewingOfficer.appointed 2026-03-09'])
    await done(writeNote.do(priya('2026-03-05'), { id: newId(), kind: 'visit', people: [id.amelia], words: 'She was in the garden.', happenedOn: '2026-03-05', place: 'home', seen: [{ personId: id.amelia, seen: true, alone: true, bedroom: true }], passages: [] }))
    for (const [kind, on, answers, more] of [['review', '2026-04-01', { participation: 'spoke' }, { lateWhy: 'familyAway' }], ['carePlan', '2026-03-10', { permanence: 'home' }, {}], ['health', '2026-03-20', {}, {}], ['reviewingOfficer', '2026-03-04', { officer: 'June Ward' }, {}]] as const)
      await done(keepCareFact.do(priya('2026-04-02'), { id: newId(), people: [id.amelia], kind, on, answers, ...more }))
    expect(await due()).toEqual(['healthAssessment.fiveAndOver 2027-03-20', 'lookedAfterReview.second 2026-07-01', 'lookedAfterVisit.firstYear 2026-04-16', 'personalEducationPlan.initiated 2026-03-16', 'placementPlan.agreed 2026-03-09'])
    const { rows } = await owner.query("select c.state, c.reason, c.met_on::text as on from work.clock c where c.duty = 'lookedAfterReview.first' and c.met_on is not null order by 3")
    expect(rows).toContainEqual({ state: 'metLate', reason: 'familyAway', on: '2026-04-01' })
    // The second is a meeting: arranged it is not asked for again; held it is the review of the child.
    const meetingId = newId()
    const { rows: [asks] } = await owner.query("select id from work.item where duty = 'lookedAfterReview.second' and state = 'open'")
    await done(arrangeMeeting.do(priya('2026-04-10'), { id: meetingId, itemId: asks.id, kind: 'lookedAfterReview', people: [id.amelia], on: '2026-04-28', chairName: 'June Ward', invited: [] }))
    expect(await due()).toContain('lookedAfterReview.second 2026-04-28')
    await done(holdMeeting.do(priya('2026-04-28'), { meetingId, on: '2026-04-28', attendance: [], words: 'We met at her school.', participation: [{ personId: id.amelia, code: 'spoke', words: 'I like my room.' }], decisions: [{ personId: id.amelia, outcome: 'continues' }] }))
    expect((await done(careHistory.perform(priya(), { id: id.amelia }))).facts.find((one) => one.kind === 'review')).toMatchObject({ on: '2026-04-28', words: 'I like my room.', answers: { participation: 'spoke', officer: 'June Ward' } })
    expect(await due()).toContain('lookedAfterReview.later 2026-10-28')
    // Whoever reviews her by name sees her from then on; what is written about an earlier one, and its correction, changes nothing of that; with the care it ends.
    const officer = await council.actor('Ruth Ward', [{ team: council.teams.one, role: 'worker' }])
    await owner.query("update access.actor set job_title = 'Independent reviewing officer' where id = $1", [officer])
    const reviews = async () => (await owner.query("select worker_id as id, to_on::text as until from access.involvement where role = 'reviewingOfficer' and superseded_at is null")).rows
    const named = (on: string, answers: Record<string, string>, more = {}) => { const fact = newId(); return done(keepCareFact.do(priya('2026-04-29'), { id: fact, people: [id.amelia], kind: 'reviewingOfficer', on, answers, ...more })).then(() => fact) }
    await named('2026-04-20', { officerId: officer })
    const earlier = await named('2026-03-10', { officer: 'Jon Bell' })
    await named('2026-03-11', { officer: 'John Bell' }, { corrects: earlier, why: 'The name was wrong.' })
    expect(await reviews()).toEqual([{ id: officer, until: null }])
    await done(leaveCare.do(priya('2026-05-03'), { people: [id.amelia], on: '2026-05-01', reason: 'homePlanned', homeAgain: true }))
    expect(await due()).toEqual([])
    await named('2026-04-21', { officerId: officer })
    expect(await reviews()).toEqual([{ id: officer, until: '2026-05-01' }])
  })

  it('have a care plan with outcomes and actions: reviewed with them, it drifts after two reviews without anything better, and ends with the care', async () => {
    const need = { words: 'Education', wanted: 'In school every day', actions: [{ words: 'Talk to the school', owner: 'Priya Nair', dueOn: '2026-07-20' }] }
    await done(beginLookedAfter.do(priya('2026-07-02'), begin([id.isla], '2026-07-01')))
    expect(JSON.stringify(await beginCarePlan.do(priya('2026-07-03'), { id: newId(), kind: 'carePlan', people: [id.isla], on: '2026-07-03', words: 'You are safe.', answers: { permanence: 'home' }, needs: [{ ...need, actions: [] }] }))).toContain('who does what')
    const { planId } = await done(beginCarePlan.do(priya('2026-07-03'), { id: newId(), kind: 'carePlan', people: [id.isla], on: '2026-07-03', words: 'You are safe.', answers: { permanence: 'home' }, needs: [need] }))
    const { rows: [team] } = await owner.query('select team_id as id from plans.plan where id = $1', [planId])
    const drifts = () => answer(priya('2026-11-18'), 'test.drifting', 'record.read', async (asking) => (await driftingPlans(asking, [team.id])).map((one) => one.planId))
    for (const [on, progress] of [['2026-07-28', 'same'], ['2026-10-20', 'worse']] as const) {
      expect(await drifts()).toEqual([])
      const meetingId = newId()
      await done(arrangeMeeting.do(priya(on), { id: meetingId, kind: 'lookedAfterReview', people: [id.isla], on, chairName: 'June Ward', invited: [] }))
      const [whole] = await answer(priya(on), 'test.reviewed', 'record.read', (asking) => plansReviewedAt(asking, { kind: 'lookedAfterReview', subjectKind: null, subjectId: null, people: [{ personId: id.isla }] }))
      await done(holdMeeting.do(priya(on), { meetingId, on, attendance: [], words: 'We met.', participation: [{ personId: id.isla, code: 'spoke' }], decisions: [{ personId: id.isla, outcome: 'continues' }], progress: [{ line: whole?.needs[0]?.line ?? '', progress }] }))
    }
    expect(await drifts()).toEqual([planId])
    // A service of several teams is told what the background found.
    const ofService = () => answer(priya('2026-11-18'), 'test.driftOfService', 'record.read', async (asking) => (await driftOfTeams(asking, [team.id, newId()], 12)).first.map((one) => one.planId))
    expect(await ofService()).toEqual([])
    expect((await owner.query('select plans.look_for_drift($1, $2) as n', [driftRule.reviews, driftRule.care])).rows).toEqual([{ n: 1 }])
    expect(await ofService()).toEqual([planId])
    await done(leaveCare.do(priya('2026-11-03'), { people: [id.isla], on: '2026-11-01', reason: 'homePlanned', homeAgain: true }))
    expect((await owner.query('select ended_on::text as on, end_reason as why from plans.plan_person where plan_id = $1', [planId])).rows).toEqual([{ on: '2026-11-01', why: 'leftCare' }])
  })

  it('with a relative approved for a time: when the household is approved as foster carers, that ends with the child, and visits run by the usual rule; and one who moves away from the others keeps the reason', async () => {
    const mia = newId()
    await done(addPeople.do(priya('2026-02-20'), { people: [{ id: mia, given: 'Mia', family: 'Begum', bornOn: '2015-04-01', sex: 'female' }], relationships: [] }))
    await owner.query("insert into access.involvement (id, person_id, worker_id, domain, from_on) values ($1, $2, $3, 'children', '2026-02-20')", [newId(), mia, council.worker])
    await done(beginLookedAfter.do(priya('2026-03-03'), begin([mia], '2026-03-02', { placement: { ...foster, kind: 'fosterRelative', placeName: 'Jean Ashby', temporary: true } })))
    const { rows: [{ id: household }] } = await owner.query("select household_id as id from care.placement where person_id = $1 and superseded_at is null", [mia])
    const clock = (day: string) => ({ now: () => moment(`${day}T10:00:00.000Z`), today: () => plain(day) })
    const follow = async (day: string) => (await followApprovals({ pool: jobs, app: pool, stopping: () => false }, clock(day), household)).did
    const approvals = async () => (await done(careHistory.perform(priya('2026-05-10'), { id: mia }))).facts.filter((one) => one.kind === 'temporaryApproval').map((one) => `${one.on} ${one.to ?? 'runs'}`)
    const due = async () => (await owner.query("select duty from work.item i where state = 'open' and exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id = $1) and (duty like 'temporary%' or duty like '%isit%') order by 1", [mia])).rows.map((row) => row.duty)
    expect(await follow('2026-03-04')).toBe('0 approvals for a time ended')
    expect(await due()).toEqual(['connectedPersonVisit.weekly', 'temporaryApproval.lasts'])
    await done(takeHouseholdStep.do(as(council.otherWorker, '2026-05-02T10:00:00.000Z'), { id: newId(), householdId: household, step: 'approved', on: '2026-05-01', places: 1, ageFrom: 0, ageTo: 17 }))
    expect((await owner.query("select input ->> 'householdId' as id from jobs.job where name = 'care.approvalsFollow'")).rows).toEqual([{ id: household }])
    expect([await follow('2026-05-02'), await follow('2026-05-02')]).toEqual(['1 approval for a time ended', '0 approvals for a time ended'])
    expect(await approvals()).toEqual(['2026-03-02 2026-05-01'])
    expect(await due()).toEqual(['lookedAfterVisit.first'])
    await done(changePlacement.do(priya('2026-06-02'), { id: newId(), people: [mia], on: '2026-06-01', reason: 'carerOther', apartWhy: 'Jean is in hospital, and nobody has room for two.', placement: { ...foster, placeName: 'Grace Mensah' } }))
    const { facts, placements, periods } = await done(careHistory.perform(priya('2026-06-02'), { id: mia }))
    expect(togetherOf(mia, [mia], { facts, placements, periods }, plain('2026-06-02')).why?.words).toBe('Jean is in hospital, and nobody has room for two.')
    await done(leaveCare.do(priya('2026-06-10'), { people: [mia], on: '2026-06-09', reason: 'homePlanned', homeAgain: true }))
  })

  it('who come at night on another day than today do not come at the hour that stood there for tonight', async () => {
    const kai = newId()
    await done(addPeople.do(priya('2026-01-20'), { people: [{ id: kai, given: 'Kai', family: 'Lund', bornOn: '2015-04-01' }], relationships: [] }))
    const body = { people: kai, on: '3/2/2026', planned: 'no', need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'accommodated', kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' }
    const at = (time: string) => saveBegin.run(priya('2026-02-05'), { path: '', params: { id: kai }, query: {}, body: { ...body, time, timeOffered: '23:40' }, problems: [], commandId: newId() }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name: string) => name }) })
    expect(await at('23:40')).toMatchObject({ go: expect.stringContaining('saved=began') })
    expect((await done(careHistory.perform(priya(), { id: kai }))).periods.map((one) => [one.from, one.beganAt])).toEqual([['2026-02-03', null]])
  })

  it('whose carers are approved no longer: the worker and the manager are asked to decide where each lives now, nothing passes in silence, and nothing moves by itself', async () => {
    const [ana, tom] = [newId(), newId()]
    await done(addPeople.do(priya('2026-02-20'), { people: [{ id: ana, given: 'Ana', family: 'Ashby', bornOn: '2015-04-01', sex: 'female' }, { id: tom, given: 'Tom', family: 'Ashby', bornOn: '2017-04-01', sex: 'male' }], relationships: [] }))
    for (const child of [ana, tom]) await owner.query("insert into access.involvement (id, person_id, worker_id, team_id, domain, from_on) values ($1, $2, $3, $4, 'children', '2026-02-20')", [newId(), child, council.worker, council.teams.two])
    await done(beginLookedAfter.do(priya('2026-03-03'), begin([ana, tom], '2026-03-02', { placement: { ...foster, kind: 'fosterRelative', placeName: 'Rose Ashby', temporary: true } })))
    const { rows: [{ id: household }] } = await owner.query('select household_id as id from care.placement where person_id = $1 and superseded_at is null', [ana])
    const clock = (day: string) => ({ now: () => moment(`${day}T10:00:00.000Z`), today: () => plain(day) })
    const follow = async (day: string) => (await followHomes({ pool: jobs, app: pool, stopping: () => false }, clock(day), household)).did
    const asked = async () => (await owner.query("select i.kind, i.due_on::text as due, i.worker_id as who, array_agg(p.person_id order by p.person_id) as people from work.item i join work.item_person p on p.item_id = i.id where i.state = 'open' and i.kind like 'careHome%' group by i.id order by 1")).rows
    const approvals = async () => (await owner.query("select count(*)::int as n from work.item i join work.item_person p on p.item_id = i.id where i.state = 'open' and i.duty = 'temporaryApproval.lasts' and p.person_id = $1", [ana])).rows[0].n
    const step = (step: string, on: string, more = {}) => takeHouseholdStep.do(as(council.otherWorker, `${on}T10:00:00.000Z`), { id: newId(), householdId: household, step, on, ...more })
    expect([await follow('2026-03-04'), await asked(), await approvals()]).toEqual(['2 homes looked at', [], 1])
    expect(await step('refused', '2026-04-15')).toMatchObject({ problems: [{ question: 'childrenKnown', problem: expect.stringContaining('Two children live there.') }] })
    await done(step('refused', '2026-04-15', { childrenKnown: true }))
    expect((await owner.query("select count(*)::int as n from jobs.job where name = 'care.approvalsFollow' and input ->> 'householdId' = $1", [household])).rows[0].n).toBe(1)
    await follow('2026-04-15')
    expect(await asked()).toEqual([{ kind: 'careHome', due: '2026-04-16', who: council.worker, people: [ana, tom].sort() }, { kind: 'careHomeManager', due: '2026-04-16', who: council.manager, people: [ana, tom].sort() }])
    expect([await approvals(), await lived(ana)]).toEqual([0, ['2026-03-02  Rose Ashby']])
    // One moves; for the other it is decided that he stays until the review is known.
    await done(changePlacement.do(priya('2026-04-17'), { id: newId(), people: [ana], on: '2026-04-16', reason: 'carerOther', placement: { ...foster, placeName: 'Grace Mensah' } }))
    expect((await asked()).map((one) => [one.kind, one.people])).toEqual([['careHome', [tom]], ['careHomeManager', [tom]]])
    await done(keepCareFact.do(priya('2026-04-18'), { id: newId(), people: [tom], kind: 'homeDecided', on: '2026-04-17', answers: { decided: 'review', who: 'The nominated officer', why: 'The panel looks at it again in May.' } }))
    expect(await asked()).toEqual([])
    // Time alone brings it too: approved for sixteen weeks from 2 March, and found at night.
    await done(step('approved', '2026-05-20', { places: 2 }))
    await done(step('ended', '2026-08-20', { childrenKnown: true }))
    expect((await followHomes({ pool: jobs, app: pool, stopping: () => false }, clock('2026-08-21'))).did).toBe('1 home looked at')
    expect((await asked()).map((one) => [one.kind, one.due, one.people])).toEqual([['careHome', '2026-08-21', [tom]], ['careHomeManager', '2026-08-21', [tom]]])
    await done(leaveCare.do(priya('2026-08-22'), { people: [tom], on: '2026-08-22', reason: 'homePlanned' }))
    expect(await asked()).toEqual([])
    await done(leaveCare.do(priya('2026-08-22'), { people: [ana], on: '2026-08-22', reason: 'homePlanned' }))
  })

  it('are corrected by adding: a day that moves takes its neighbour with it; what never was is taken back', async () => {
    await done(beginLookedAfter.do(priya('2026-07-02'), begin([id.noah], '2026-07-01')))
    const move = newId()
    await done(changePlacement.do(priya('2026-08-02'), { id: move, people: [id.noah], on: '2026-08-01', reason: 'carePlan', placement: { ...foster, placeName: 'Elm House', kind: 'childrensHome', provider: 'private' } }))
    await done(putPlacementRight.do(priya('2026-08-20'), { placementId: move, personId: id.noah, on: '2026-08-05', placement: { ...foster, placeName: 'Elm House', kind: 'childrensHome', provider: 'private', urn: 'SC123456' }, why: 'The home wrote' }))
    expect(await lived(id.noah)).toEqual(['2026-08-05  Elm House', '2026-07-01 2026-08-05 Mary Okafor'])
    // The address stands in the form that corrects something else: left out, it would end.
    const form = await correctPage.run(priya('2026-08-21'), { path: '', params: { id: id.noah, placement: move }, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name) => name }) })
    expect('html' in form ? htmlOf(form.html) : '').toContain('3 Elm Row\nArdenvale</textarea>')
    // Whose desk a child stands on is said by the last naming, also when an earlier one is put right.
    const [ann, ben] = [council.otherWorker, council.manager]
    await owner.query("update access.actor set job_title = 'Independent reviewing officer', qualified = true where id = any ($1)", [[ann, ben]])
    const first = newId()
    const name = (officerId: string, on: string, more = {}) => keepCareFact.do(priya('2026-08-22'), { id: newId(), people: [id.noah], kind: 'reviewingOfficer', on, answers: { officerId }, ...more })
    const desk = async () => (await owner.query("select worker_id from access.involvement where person_id = $1 and role = 'reviewingOfficer' and to_on is null and superseded_at is null", [id.noah])).rows.map((row) => row.worker_id)
    await done(name(ann, '2026-07-03', { id: first }))
    // And whoever reviews a child is proposed first to chair the review.
    const proposed = async () => (await answer(priya('2026-08-22'), 'test.chairs', 'record.read', (asking) => chairsFor(asking, { teams: [], workers: [], independent: true, about: [id.noah], role: 'reviewingOfficer' })))[0]?.id
    expect([await desk(), await proposed()]).toEqual([[ann], ann])
    await done(name(ben, '2026-08-03'))
    expect([await desk(), await proposed()]).toEqual([[ben], ben])
    await done(name(ann, '2026-07-02', { corrects: first, why: 'A day earlier' }))
    expect(await desk()).toEqual([ben])
    expect((await done(chairsDesk.perform(as(ben, '2026-08-22T10:00:00.000Z'), {}))).reviewed).toMatchObject([{ personId: id.noah, lastOn: null }])
    // A chronology that is cut is not cut for whoever asks from a day on that stands in it.
    const cut = (since?: string) => answer(priya('2026-09-02'), 'test.entries', 'record.read', async (asking) => (await entriesOf(asking, { people: [id.noah], most: 3, since })).more)
    expect([await cut(), await cut('2026-08-04'), await cut('2026-01-01')]).toEqual([true, false, true])
    const history = await done(careHistory.perform(priya(), { id: id.noah }))
    expect(history.corrected.map((one) => `${one.from} ${one.why}`).sort()).toEqual(['2026-07-01 The home wrote', '2026-08-01 The home wrote'])
    await done(takeBack.do(priya('2026-09-01'), { periodId: history.periods[0]?.periodId ?? '', people: [id.noah], why: 'It was his cousin' }))
    expect(await lived(id.noah)).toEqual([])
    expect((await done(careHistory.perform(priya(), { id: id.noah }))).statuses).toEqual([])
  })

  it('live in households whose people are named once: what is not said again stays', async () => {
    const { id: householdId } = await done(newHousehold.do(priya('2026-09-10'), { id: newId(), name: 'Mary Okafor', kind: 'foster', enquiredOn: '2026-09-01' }))
    const memberId = newId()
    const say = (said: Record<string, unknown>) => sayHouseholdMember.do(priya('2026-09-10'), { id: newId(), householdId, name: '', ...said })
    expect(JSON.stringify(await say({}))).toContain('Write the name.')
    await done(say({ id: memberId, name: 'Mary Okafor', gender: 'female', ethnicity: 'blackAfrican' }))
    await done(say({ memberId, disabled: 'no' }))
    expect((await done(carerHousehold.perform(priya(), { id: householdId }))).members).toEqual([{ memberId, name: 'Mary Okafor', gender: 'female', ethnicity: 'blackAfrican', disabled: 'no' }])
  })
})
