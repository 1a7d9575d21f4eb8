import { describe, expect, it } from 'vitest'
import { startAssessment } from '../../../practice/assessments/commands/writing.ts'
import { answer } from '../../../record/access/act.ts'
import { plugTellers, readChronology } from '../../../record/chronology/queries.ts'
import { searchPeople } from '../../../record/people/search/queries.ts'
import { census, child, referral } from './census.fixture.ts'
import { assessed, closed, importingCouncil, person, section47, taken } from './importing.fixture.ts'
import { censusNotices } from './notices.ts'
import { office } from './office.ts'
import { reconciliationText } from './reconciliation.ts'
import { chronologyTellers } from './tellers.ts'

const { as, bring, council, owner, sees, told } = await importingCouncil()

describe('a child of a census becomes a live record', () => {
  it('with facts, referral, closure, assessment and factors, and each of them in the chronology on its own day', async () => {
    const { gains, account } = taken(await bring(census({ children: [child({ localId: 'LIVE1', details: `<CINdetails>${closed}${assessed}${section47}</CINdetails>` })] })))
    expect(gains).toMatchObject({ newPeople: 1, knownPeople: 0, refusedPeople: 0 })
    expect(account.balanced).toBe(true)
    const id = person('LIVE1')
    expect((await owner.query('select name, born_on::text, sex from people.card where person_id = $1', [id])).rows).toEqual([{ name: 'Child LIVE1 of the 2022 census, name not recorded', born_on: '2015-03-27', sex: 'male' }])
    expect((await owner.query('select kind, value from people.identifier where person_id = $1', [id])).rows).toEqual([{ kind: 'localChildId', value: 'LIVE1' }])
    expect((await owner.query('select kind, value from people.fact where person_id = $1 order by kind', [id])).rows).toEqual([{ kind: 'bornOn', value: '2015-03-27' }, { kind: 'ethnicity', value: 'whiteBritish' }, { kind: 'sex', value: 'male' }])
    expect((await owner.query('select r.received_on::text, r.source_code, r.primary_need, r.closed_on::text, r.close_reason from contacts.referral r join contacts.referral_person p on p.referral_id = r.id where p.person_id = $1', [id])).rows)
      .toEqual([{ received_on: '2021-10-06', source_code: 'familyMember', primary_need: 'acuteStress', closed_on: '2022-01-05', close_reason: 'noLongerInNeed' }])
    expect((await owner.query('select a.state, a.authorised_on::text, (select array_agg(factor order by factor) from assessments.factor f where f.assessment_id = a.id) as factors from assessments.assessment a join assessments.assessment_person p on p.assessment_id = a.id where p.person_id = $1', [id])).rows)
      .toEqual([{ state: 'authorised', authorised_on: '2021-11-30', factors: ['alcoholHousehold', 'physicalHealthParent'] }])
    expect(await told('LIVE1')).toEqual([
      { kind: 'referral.received', on: '2021-10-06' }, { kind: 'assessment.started', on: '2021-10-07' }, { kind: 'census.section47Started', on: '2021-11-02' }, { kind: 'assessment.authorised', on: '2021-11-30' },
      { kind: 'referral.closed', on: '2022-01-05' }, { kind: 'record.imported', on: '2026-11-18' },
    ])
    expect((await owner.query('select path, reason, state from exchange.kept_aside where person_id = $1', [id])).rows).toEqual([{ path: 'Child/CINdetails/Section47', reason: 'section 47 enquiries have no place in the record yet', state: 'waiting' }])
  })

  it('opens for the front door and the head of the directorate, in the chronology too; a worker of another team finds the name card only', async () => {
    const open = 'select p.id, (select count(*)::int from chronology.event_person e where e.person_id = p.id) as events from people.person p where p.id = $1'
    for (const actor of [council().frontDoorWorker, council().head]) expect(await sees(actor, open, [person('LIVE1')])).toEqual([{ id: person('LIVE1'), events: 6 }])
    expect(await sees(council().worker, open, [person('LIVE1')])).toEqual([])
    expect(await sees(council().worker, 'select name from people.card where person_id = $1', [person('LIVE1')])).toEqual([{ name: 'Child LIVE1 of the 2022 census, name not recorded' }])
  })

  it('reads in the chronology like a record that was written here', async () => {
    plugTellers(chronologyTellers)
    const read = await answer(as(council().frontDoorWorker), 'chronology', 'record.read', (asking) => readChronology(asking, [person('LIVE1')], { most: 60 }))
    expect(read.lines.map(({ happenedOn, told: { title, words } }) => [happenedOn, title, words])).toEqual([
      ['2026-11-18', 'Record taken over from another system', 'From the children in need census of 2022. A census has no names: write the name when you know it.'],
      ['2022-01-05', 'Case closed', 'No longer needs our help, or another reason'],
      ['2021-11-30', 'Child and family assessment finished', 'Factors: Alcohol: somebody else at home; Physical disability or illness: a parent or carer'],
      ['2021-11-02', 'Section 47 enquiry started', 'A census told of it; what it said is kept beside the record.'],
      ['2021-10-07', 'Child and family assessment started', undefined],
      ['2021-10-06', 'Referral from a family member or carer', 'Main reason for our help: a family under great stress'],
    ])
  })

  it('is found by date of birth, by pupil number even when its letter is wrong, and by the number the council gave it', async () => {
    await bring(census({ children: [child({ localId: 'RND00077123', identifiers: '<UPN>A850728973744</UPN><PersonBirthDate>2009-11-17</PersonBirthDate><GenderCurrent>2</GenderCurrent>' })] }))
    for (const text of ['17/11/2009', 'A850728973744', 'rnd00077123', 'child RND00077123, 17 Nov 2009']) {
      const found = await searchPeople.perform(as(council().worker), { text })
      expect('done' in found && [found.done.hits.map(({ personId }) => personId), found.done.weak], text).toEqual([[person('RND00077123')], false])
    }
  })

  it('is audited as the import, with the child named by id', async () => {
    const { rows } = await owner.query("select actor_id, via from audit.event where what = 'exchange.takeChild' and people = array[$1]::uuid[]", [person('LIVE1')])
    expect(rows).toEqual([{ actor_id: office.actorId, via: 'commandLine' }])
  })

  it('and asks for a worker when the case is open, until a later census closes it', async () => {
    await bring(census({ children: [child({ localId: 'OPEN1' })] }))
    const task = () => owner.query('select i.state, i.team_id from work.item i join work.item_person p on p.item_id = i.id where p.person_id = $1', [person('OPEN1')])
    expect((await task()).rows).toEqual([{ state: 'open', team_id: office.teamId }])
    taken(await bring(census({ year: '2023', children: [child({ localId: 'OPEN1', details: `<CINdetails>${closed}</CINdetails>` })] })))
    expect((await task()).rows).toEqual([{ state: 'done', team_id: office.teamId }])
    expect((await told('OPEN1')).map(({ kind }) => kind)).toEqual(['referral.received', 'referral.closed', 'record.imported'])
  })

  it('an assessment that is not finished is work with its clock, which a later census may end', async () => {
    const open = '<Assessments><AssessmentActualStartDate>2022-03-07</AssessmentActualStartDate></Assessments>'
    const done = '<Assessments><AssessmentActualStartDate>2022-03-07</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-04-14</AssessmentAuthorisationDate></Assessments>'
    const recent = referral.replace('2021-10-06', '2022-03-04')
    await bring(census({ children: [child({ localId: 'ASSESS1', details: `<CINdetails>${recent}${open}</CINdetails>` })] }))
    const work = async () => (await owner.query('select i.kind, i.state, i.opened_on::text, i.due_on::text, i.finished_on::text, c.state as clock from work.item i join work.item_person p on p.item_id = i.id left join work.clock c on c.item_id = i.id where p.person_id = $1', [person('ASSESS1')])).rows
    expect(await work()).toEqual([{ kind: 'assessment', state: 'open', opened_on: '2022-03-07', due_on: '2022-05-11', finished_on: null, clock: 'running' }])
    await bring(census({ year: '2023', children: [child({ localId: 'ASSESS1', details: `<CINdetails>${recent}${done}</CINdetails>` })] }))
    expect(await work()).toEqual([{ kind: 'assessment', state: 'done', opened_on: '2022-03-07', due_on: '2022-05-11', finished_on: '2022-04-14', clock: 'met' }])
  })

  it('an unfinished assessment is gone on with here, and no later census ends it then', async () => {
    const open = (end: string) => `<CINdetails>${referral}<Assessments><AssessmentActualStartDate>2022-03-07</AssessmentActualStartDate>${end}</Assessments></CINdetails>`
    await bring(census({ children: [child({ localId: 'ASSESS2', details: open('') })] }))
    const { rows: [work] } = await owner.query('select i.id, i.subject_id from work.item i join work.item_person p on p.item_id = i.id where p.person_id = $1', [person('ASSESS2')])
    expect(await startAssessment.do(as(council().frontDoorWorker), { itemId: work.id })).toEqual({ done: { id: work.subject_id } })
    const { account } = taken(await bring(census({ year: '2023', children: [child({ localId: 'ASSESS2', details: open('<AssessmentAuthorisationDate>2022-04-14</AssessmentAuthorisationDate>') })] })))
    expect(reconciliationText(account)).toMatch(/AssessmentAuthorisationDate: the record says another day, or a worker writes the assessment here/)
    expect((await owner.query('select a.state, a.started_on::text, a.form_id is not null as written from assessments.assessment a join assessments.assessment_person p on p.assessment_id = a.id where p.person_id = $1', [person('ASSESS2')])).rows).toEqual([{ state: 'open', started_on: '2022-03-07', written: true }])
  })

  it('when it is not born yet, with the day it is expected; the next census may tell of its birth', async () => {
    await bring(census({ children: [child({ localId: 'BABY1', identifiers: '<ExpectedPersonBirthDate>2022-05-01</ExpectedPersonBirthDate><GenderCurrent>0</GenderCurrent>' })] }))
    const card = () => owner.query('select name, unborn, born_on::text, due_on::text from people.card where person_id = $1', [person('BABY1')])
    expect((await card()).rows).toEqual([{ name: 'Unborn baby', unborn: true, born_on: null, due_on: '2022-05-01' }])
    await bring(census({ year: '2023', children: [child({ localId: 'BABY1', identifiers: '<PersonBirthDate>2022-05-03</PersonBirthDate><GenderCurrent>2</GenderCurrent>' })] }))
    expect((await card()).rows).toEqual([{ name: 'Child BABY1 of the 2022 census, name not recorded', unborn: false, born_on: '2022-05-03', due_on: '2022-05-01' }])
  })
})

describe('what has no table yet is not unknown', () => {
  const plan = (end: string) => `<ChildProtectionPlans><CPPstartDate>2021-12-01</CPPstartDate>${end}<InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2022-02-15</CPPreviewDate></Reviews></ChildProtectionPlans>`
  it('a child protection plan stands in the chronology, each day once, also when a later census tells it again', async () => {
    await bring(census({ children: [child({ localId: 'PLAN1', details: `<CINdetails>${referral}${plan('')}</CINdetails>` })] }))
    const notices = () => answer(as(council().frontDoorWorker), 'notices', 'record.read', (asking) => censusNotices(asking, [person('PLAN1')]))
    expect((await notices()).map(({ kind, title }) => [kind, title])).toEqual([['soon', 'A child protection plan began on 1 Dec 2021, for neglect.'], ['theme', 'Taken over from the children in need census of 2022, number PLAN1.']])
    await bring(census({ year: '2023', children: [child({ localId: 'PLAN1', details: `<CINdetails>${referral}${plan('<CPPendDate>2022-06-30</CPPendDate>')}</CINdetails>` })] }))
    expect((await told('PLAN1')).filter(({ kind }) => kind.startsWith('census.'))).toEqual([
      { kind: 'census.protectionPlanStarted', on: '2021-12-01' }, { kind: 'census.protectionPlanReviewed', on: '2022-02-15' }, { kind: 'census.protectionPlanEnded', on: '2022-06-30' },
    ])
    expect((await notices()).map(({ kind, title }) => [kind, title])).toEqual([['theme', 'Taken over from the children in need census of 2023, number PLAN1.']])
    const read = await answer(as(council().frontDoorWorker), 'chronology', 'record.read', (asking) => readChronology(asking, [person('PLAN1')], { most: 60, significantOnly: true }))
    expect(read.lines.map(({ told: { title, words } }) => [title, words])).toContainEqual(['Child protection plan began', 'For neglect. A census told of it; what it said is kept beside the record.'])
  })
})
