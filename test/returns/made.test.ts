import { describe, expect, it } from 'vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGivenAnnexA } from '../../src/channel/exchange/annexA/given.ts'
import { plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { documentsWith } from '../../src/platform/documents.ts'
import { sealDocuments } from '../../src/platform/jobs/sealing.ts'
import { keysFrom } from '../../src/platform/keys.ts'
import { returnDocuments } from '../../src/oversight/returns/sealing.ts'
import { reportsUrl } from '../../src/platform/db/roles.ts'
import { runnerOf } from '../../src/platform/jobs/runner.ts'
import { makeAskedReturn } from '../../src/oversight/returns/jobs.ts'
import { checkStanding } from '../../src/oversight/returns/making.ts'
import { beginLookedAfter, changePlacement } from '../../src/practice/care/commands.ts'
import { smithAndBegum } from '../factories/family.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'
import { testDocuments, testMaster } from '../keys.ts'
import { inNeed } from './inNeed.ts'
import { leadNowhere } from './leading.ts'
import { countedAndSeen, manySights, tellOfOthers, toldCounts, toldOf } from './sights.ts'
import { faultsOf } from './validCensus.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
const keira = await council.actor('Keira Osman', [{ role: 'returns' }])
const id = await smithAndBegum(house.as(council.worker, '2026-01-05T10:00:00.000Z'))
const foster = { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', lines: ['3 Elm Row', 'Ardenvale'], postcode: 'ZV2 1AA' }
const reports = openPool(await reportsUrl(house.ownerUrl), 1)
const worker = (day: string) => house.as(council.worker, `${day}T10:00:00.000Z`)
await beginLookedAfter.do(worker('2026-03-02'), { id: newId(), people: [id.isla, id.leo], on: '2026-03-01', planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'accommodated', placement: foster })
await house.owner.query("update access.subject set marking = 'sealed' where id = $1", [id.leo])

const visitor = await house.visit(keira)
const made = async (year: number, kind = 'ssda903', asAt = ''): Promise<string> => {
  const which = newId()
  expect(await visitor.post('/returns', { id: which, kind, year: String(year), asAt })).toMatchObject({ go: `/returns/${which}` })
  // The house's own background may have been quicker.
  await runnerOf(house.jobs, [makeAskedReturn], systemClock, reports, testDocuments).round()
  await expect.poll(async () => (await visitor.get(`/returns/${which}`)).text, { timeout: 60_000 }).toContain('What the rules found')
  return which
}
const fileOf = async (which: string, name: string) => (await visitor.get(`/returns/${which}/files/${name}`)).text.split('\r\n').filter((line) => line !== '')
const gate = (statement: string) => house.owner.query(`begin; set local role kith_gate; ${statement}; commit`)

describe('A return to the department', () => {
  it('holds everybody in care, sealed or not, by a number that is given once, and is the same from the same record', async () => {
    const first = await made(2026)
    const episodes = await fileOf(first, 'episodes.csv')
    expect(episodes[0]).toBe('CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN')
    expect(episodes.slice(1)).toEqual(['K0000001,01/03/2026,S,V2,N1,U6,PR1,,,,ZV1 4QT,ZV2 1AA,', 'K0000002,01/03/2026,S,V2,N1,U6,PR1,,,,ZV1 4QT,ZV2 1AA,'])
    expect((await fileOf(first, 'header.csv')).slice(1).map((line) => line.split(',').slice(1, 3).join(' ')).toSorted()).toEqual(['F 14/01/2016', 'M 05/10/2018'])
    const second = await made(2026)
    expect(await visitor.get(`/returns/${second}/files/ssda903_2026.xml`)).toEqual(await visitor.get(`/returns/${first}/files/ssda903_2026.xml`))
    expect((await visitor.get(`/returns/${first}/files/ssda903_2026.xml`)).text).toContain('<EPISODE><DECOM>01/03/2026</DECOM><RNE>S</RNE><LS>V2</LS>')
  })

  it('was checked by the rules: each finding names the child by its number, and may be explained', async () => {
    const which = await made(2026)
    const page = await visitor.get(`/returns/${which}`)
    const [, rule = ''] = /\/rules\/(\w+)"/.exec(page.text) ?? []
    expect(rule).not.toBe('')
    const children = await visitor.get(`/returns/${which}/rules/${rule}`)
    const [, whom = ''] = /name="personId" value="([0-9a-f-]+)"/.exec(children.text) ?? []
    expect((await visitor.post(`/returns/${which}/rules/${rule}`, { commandId: newId(), kind: 'ssda903', personId: whom, reason: 'short' })).text).toContain('Say in a sentence')
    await visitor.post(`/returns/${which}/rules/${rule}`, { commandId: newId(), kind: 'ssda903', personId: whom, reason: 'The number was asked for and has not come yet.' })
    expect((await visitor.get(`/returns/${which}/rules/${rule}`)).text).toContain('The number was asked for')
  })

  it('is sealed at rest, and sealed anew with another key it is the same file', async () => {
    const which = await made(2026)
    const file = await fileOf(which, 'episodes.csv')
    const plain = async () => (await house.owner.query("select count(*)::int as n from returns.child where not starts_with(rows #>> '{}', 'sealed:')")).rows[0].n
    expect(await plain()).toBe(0)
    const other = Buffer.alloc(32, 9)
    for (const masters of [[other, testMaster], [testMaster, other]]) {
      const came = await sealDocuments([returnDocuments]).run({ pool: house.jobs, reports, app: house.jobs, documents: documentsWith(keysFrom(masters)), stopping: () => false }, {})
      expect(came.did).toMatch(/^[1-9]\d* documents sealed, 0 that no key opens$/)
    }
    expect(await fileOf(which, 'episodes.csv')).toEqual(file)
  })

  it('that was sent is kept as it went, and the next one says what is different, child by child', async () => {
    const sent = await made(2026)
    const bytes = await fileOf(sent, 'episodes.csv')
    await visitor.post(`/returns/${sent}/sent`, { commandId: newId(), note: 'Receipt 17' })
    expect((await visitor.get(`/returns/${sent}`)).text).toContain('Receipt 17')
    await changePlacement.do(worker('2026-03-20'), { id: newId(), people: [id.isla], on: '2026-03-15', reason: 'carePlan', placement: { ...foster, placeName: 'Aunt Rose', postcode: 'ZV3 2BB' } })
    const next = await made(2026)
    expect(await fileOf(sent, 'episodes.csv')).toEqual(bytes)
    const page = (await visitor.get(`/returns/${next}`)).text
    expect(page).toContain('Episodes: 1 row, now 2')
    expect(page.match(/Told differently/g)).toHaveLength(1)
    // The move of the 15th was written down on the 20th: on the evening of the 16th nobody knew it.
    const rowsAsAt = async (day: string) => (await fileOf(await made(2026, 'ssda903', day), 'episodes.csv')).length - 1
    expect([await rowsAsAt('16/3/2026'), await rowsAsAt('20/3/2026')]).toEqual([2, 3])
  })

  it('would be wrong as the record stands: whoever may see the child reads it, since when, and nobody else', async () => {
    const standing = () => checkStanding({ reports, jobs: house.jobs, documents: testDocuments }, systemClock, 'ssda903')
    const priya = await house.visit(council.worker)
    expect((await priya.get('/quality')).text).toContain('Not checked yet.')
    await standing()
    const listed = (await priya.get('/quality')).text
    expect(listed).toContain('since last night')
    expect(listed).toContain(`/people/${id.isla}/details`)
    expect(listed).not.toContain(id.leo)
    expect((await priya.get(`/people/${id.isla}`)).text).toMatch(/for the department’s return/)
    expect((await (await house.visit(council.otherWorker)).get('/quality')).text).toContain('Nothing is missing.')
    await house.owner.query("begin; set local role kith_gate; update returns.finding set first_on = first_on - 3; commit")
    await standing()
    // What one rule found until last night is not found tonight: how it went is told from the night on from which that is known.
    await house.owner.query(`begin; set local role kith_gate; update returns.made set made_at = made_at - interval '3 days' where standing; insert into returns.finding (made_id, person_id, kind, rule, severity, in_table, row_number, fields, standing, first_on) select f.made_id, f.person_id, f.kind, '104', f.severity, f.in_table, 1, '{}', true, f.first_on from returns.finding f where f.standing and f.gone_on is null and f.kind = 'ssda903' and f.person_id = '${id.isla}' limit 1; commit`)
    await standing()
    const quality = (await priya.get('/quality')).text
    expect(quality).toContain('for 3 days')
    expect(quality).not.toContain('Rule 104')
    const [, then, now] = /(\d+) on [^<]*, now (\d+)/.exec(quality) ?? []
    expect([Number(then), quality.includes('trend-bars')]).toEqual([Number(now) + 1, true])
    expect((await house.owner.query('select count(*)::int as many from returns.made where standing')).rows).toEqual([{ many: 3 }])
    expect((await visitor.get('/returns')).text).toContain('night by night')
  })

  it('is compared with the lists of others once they are here: each night and on whole returns; until then it is said that they are not', async () => {
    const priya = await house.visit(council.worker)
    expect((await priya.get('/quality')).text).toContain('There is no list of providers and no list of postcodes here.')
    expect((await visitor.get(`/returns/${await made(2026)}`)).text).toContain('Without a list of postcodes: 164')
    const take = (kind: string, text: string, more = {}) => visitor.post('/returns/lists', { commandId: newId(), kind, file: Buffer.from(text).toString('base64'), ...more })
    expect((await take('providers', 'urn,postcode\n1,ZV1 1AA\n')).text).toContain('The list of providers lacks authority, places, providers, opened, closed')
    expect(await take('providers', 'urn,postcode,authority,places,providers,opened,closed\nSC123456,ZV9 9ZZ,213,K2,PR1,01/02/2020,\nsc123456,ZV1 1AA,213,K2,PR1,01/02/2020,\n')).toMatchObject({ go: '/returns/lists?taken=providers' })
    // Isla moved to ZV3 2BB, which this list does not know.
    expect(await take('postcodes', '\ufeffpostcode,lad_code,easting,northing\nzv1 4qt,E09000033,530000,180000\nZV2 1AA,E09000033,531000,180000\nZV2 1ZZ,E09000033,,\n', { authority: 'E09000033' })).toMatchObject({ go: '/returns/lists?taken=postcodes' })
    expect((await visitor.get('/returns/lists')).text).toMatch(/3 entries, taken in [^<]* by Keira Osman/)
    expect((await priya.post('/returns/lists', { commandId: newId(), kind: 'postcodes', file: '' })).status).toBe(403)
    expect((await priya.get('/quality')).text).not.toContain('There is no list')
    const now = await made(2026)
    expect((await visitor.get(`/returns/${now}`)).text).toMatch(/\/rules\/169"/)
    expect((await visitor.get(`/returns/${now}/rules/169`)).text).toContain('lies in no authority we know')
    expect((await visitor.get(`/returns/${now}/rules/164`)).text.match(/<h2>Child K/g)).toHaveLength(1)
    await checkStanding({ reports, jobs: house.jobs, documents: testDocuments }, systemClock, 'ssda903')
    expect((await priya.get('/quality')).text).toContain('lies in no authority we know')
  })

  it('of children in need holds everybody with a case in its twelve months, valid by its structure, the same bytes from the same record, and as at any day', async () => {
    await inNeed(house.owner, id)
    const file = async (which: string) => (await visitor.get(`/returns/${which}/files/cin_2026.xml`)).text
    const first = await made(2026, 'cin')
    const xml = await file(first)
    expect(faultsOf(xml, 2026)).toEqual([])
    expect(xml.match(/<Child>/g)).toHaveLength(2)
    expect(xml).toContain('<S47ActualStartDate>2026-01-12</S47ActualStartDate><InitialCPCtarget>2026-02-02</InitialCPCtarget><DateOfInitialCPC>2026-01-28</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired>')
    expect(xml).toContain('<CPPstartDate>2026-01-28</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>')
    expect(await file(await made(2026, 'cin'))).toBe(xml)
    expect(await file(await made(2026, 'cin', '10/1/2026'))).not.toMatch(/Section47|CPPstartDate/)
    // The end of the plan and of the case were written down late: on an evening before, nobody knew.
    await gate("update plans.plan_person set ended_on = '2026-02-10', end_reason = 'noLongerNeeded', ended_at = '2026-03-01T10:00:00Z'; update contacts.referral_person set closed_on = '2026-02-12', close_reason = 'noLongerInNeed', closed_at = '2026-03-01T10:00:00Z'")
    expect(await file(await made(2026, 'cin', '15/2/2026'))).not.toMatch(/CPPendDate|CINclosureDate|ReasonForClosure/)
    expect((await file(await made(2026, 'cin', '15/3/2026'))).match(/<CPPendDate>2026-02-10|<CINclosureDate>2026-02-12/g)).toHaveLength(3)
    await gate('update plans.plan_person set ended_on = null, end_reason = null, ended_at = null; update contacts.referral_person set closed_on = null, close_reason = null, closed_at = null')
    const page = (await visitor.get(`/returns/${first}`)).text
    expect(page).toContain('/rules/8540')
    expect(page).toContain('The council’s number is not known')
    await house.owner.query("insert into ops.setting (id, key, value) values (gen_random_uuid(), 'council.authority', '\"213\"')")
    expect(await file(await made(2026, 'cin'))).toContain('<LEA>213</LEA>')
    expect(await file(first)).toBe(xml)
    expect((await visitor.post('/returns', { id: newId(), kind: 'cin', year: '2027' })).text).toContain('not known yet')
  })

  it('leads from each thing that is found to the field in which it is put right, its form open', async () => {
    await gate(`update contacts.referral set primary_need = null; update access.subject set marking = 'open' where id = '${id.leo}'`)
    for (const kind of ['ssda903', 'cin'] as const) await checkStanding({ reports, jobs: house.jobs, documents: testDocuments }, systemClock, kind)
    const priya = await house.visit(council.worker)
    const asked = (of: string, table: string, fields: string) => `/people/${id.leo}/put-right?of=${of}&rule=0&table=${table}&fields=${fields}`
    const led = [
      asked('cin', 'CINdetails', 'ReferralSource'), asked('cin', 'CINdetails', 'CINclosureDate'), asked('cin', 'CINdetails', 'DateOfInitialCPC'), asked('cin', 'Section47', 'InitialCPCtarget'), asked('cin', 'ChildProtectionPlans', 'CPPendDate'), asked('cin', 'ChildProtectionPlans', 'LatestCategoryOfAbuse'), asked('cin', 'Reviews', 'CPPreviewDate'),
      asked('ssda903', 'Episodes', 'REC,DEC'), asked('ssda903', 'Episodes', 'REASON_PLACE_CHANGE'), asked('ssda903', 'OC3', 'ACCOM'), asked('ssda903', 'Missing', 'MIS_END'), asked('annexA', 'List 8', 'Date of Last Social Work Visit'), asked('annexA', 'List 8', 'Allocated Team'), asked('annexA', 'List 10', 'Date of matching'),
      ...[...(await priya.get('/quality')).text.matchAll(/href="(\/people\/[^"]*(?:put-right\?|\?put=)[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))]
    expect(led.filter((href) => href.includes('put-right?of=cin&rule=8') || href.includes('put-right?of=ssda903&rule=1')).length).toBeGreaterThan(2)
    expect(await leadNowhere(priya, led)).toEqual([])
    await gate(`update contacts.referral set primary_need = 'abuseOrNeglect'; update access.subject set marking = 'sealed' where id = '${id.leo}'`)
  })

  it('tells a manager the numbers of its year: whom they see exactly, others as rule 23 masks them, of somebody sealed nothing; what was told is kept', async () => {
    const tom = await house.visit(council.manager)
    const number = (text: string, measure = 'care.at31') => new RegExp(`${measure}\\?year=2026">([^<]*)<`).exec(text)?.[1]
    expect(number((await tom.get('/returns/year?year=2026')).text)).toBe('1')
    expect(number((await visitor.get('/returns/year?year=2026')).text)).toBe('2')
    expect((await (await house.visit(council.worker)).get('/returns/year?year=2026')).status).toBe(403)
    // Others of the council, whom Tom does not see.
    const others = (many: number) => tellOfOthers(house.owner, many, ['care.at31', 'care.order'])
    await others(22)
    const page = (await tom.get('/returns/year?year=2026')).text
    expect(number(page)).toBe('1 and about 20 others')
    expect(page).toContain('care.fostered?year=2026')
    const behind = (await tom.get('/returns/year/care.at31?year=2026')).text
    expect(behind).toContain('about 20 others whose records are not open to you')
    expect(behind).toContain(`/people/${id.isla}`)
    expect(behind).not.toContain(id.leo)
    // One more: by how the number changes, nobody is worked out. Another server remembers the same.
    await others(1)
    expect(number((await tom.get('/returns/year?year=2026')).text)).toBe('1 and about 20 others')
    expect(await toldCounts(house.owner, [id.isla, id.leo])).toEqual({ readers: 1, named: false })
    expect(number((await (await house.visit(await council.actor('Una New', [{ team: council.teams.two, role: 'manager' }]))).get('/returns/year?year=2026')).text)).toBe('1 and about 25 others')
    expect((await tom.get('/returns/year/care.order?year=2026')).text).toContain('about 20 others')
    expect((await tom.get('/returns')).status).toBe(403)
  })

  it('counts as seen exactly whom access.sees lets a manager see, also of the front door: named or not, for children or other work, for a time, kept away, shut', async () => {
    const everybody = await toldOf(house.owner)
    const managers = [council.manager, council.frontDoorManager] as const
    await manySights(house.owner, everybody.filter((who) => who !== id.isla && who !== id.leo), managers, async () => {
      for (const who of managers) {
        const { counted, sees } = await countedAndSeen(house.as(who, new Date().toISOString()), everybody)
        expect(counted).toEqual(sees)
        expect([counted.length > 2, counted.length < everybody.length]).toEqual([true, true])
      }
    })
  })

  it('of the inspection holds its lists as at any day, sealed children too, the same bytes from the same record, and is compared with the last one by child', async () => {
    const bytes = async (which: string, name = 'annex_a_2026-03-31.xlsx') => (await house.house.server.inject({ method: 'GET', url: `/returns/${which}/files/${name}`, headers: { cookie: visitor.cookie, host: 'localhost' } })).rawPayload
    const first = await made(2026, 'annexA', '31/3/2026')
    const page = (await visitor.get(`/returns/${first}`)).text
    expect(page).toContain('Inspection lists (Annex A), as at 31 Mar 2026')
    expect(page).toMatch(/List 8, children in care<\/dt><dd[^>]*>2 rows/)
    // The council has not said its districts: of both children in care nobody knows whether they live in its area.
    expect(page).toContain(`/returns/${first}/rules/0827`)
    expect((await visitor.get(`/returns/${first}/rules/0827`)).text).toContain('Placement Location')
    expect(Buffer.compare(await bytes(first), await bytes(await made(2026, 'annexA', '31/3/2026')))).toBe(0)
    const path = join(mkdtempSync(join(tmpdir(), 'kith-annex-')), 'lists.xlsx')
    writeFileSync(path, await bytes(first))
    const given = await readGivenAnnexA(path, plain('2026-11-18'))
    const of = (list: 'List 5' | 'List 7' | 'List 8') => ('sentence' in given ? given.sentence : given.children.map(({ rows }) => rows[list]?.length ?? 0).toSorted())
    expect([of('List 5'), of('List 7'), of('List 8')]).toEqual([[0, 1], [0, 1], [1, 1]])
    await visitor.post(`/returns/${first}/sent`, { commandId: newId(), note: 'Inspection of April' })
    await house.owner.query("insert into ops.setting (id, key, value) values (gen_random_uuid(), 'council.area', '\"ZV2 ZV3\"')")
    const next = (await visitor.get(`/returns/${await made(2026, 'annexA', '31/3/2026')}`)).text
    expect(next).toContain('List 8: Placement Location, LA of Placement')
    expect(next).not.toContain('/rules/0827')
    expect((await visitor.get(`/returns/${first}`)).text).toContain('Inspection of April')
    expect((await visitor.post('/returns', { id: newId(), kind: 'annexA', year: '2026', asAt: '31/3/2099' })).text).toContain('not come yet')
  })

  it('is asked for while people write: beside the field, before it is kept and after, and nobody is stopped', async () => {
    const priya = await house.visit(council.worker)
    const rehearsed = async (who: typeof priya, path: string, fields: Record<string, string>) => {
      const came = await house.house.server.inject({ method: 'POST', url: path, payload: new URLSearchParams(fields).toString(), headers: { cookie: who.cookie, 'sec-fetch-site': 'same-origin', host: 'localhost', accept: 'application/json', 'x-kith-rehearse': '1', 'content-type': 'application/x-www-form-urlencoded' } })
      return { status: came.statusCode, asked: came.statusCode === 200 ? came.json<{ beside: { field: string; rule: string; of: string }[] }>().beside.map(({ field, rule, of }) => `${field} ${of} ${rule}`).toSorted() : [] }
    }
    const details = `/people/${id.isla}/details`
    const said = (value: string) => ({ commandId: newId(), what: 'fact', kind: 'ethnicity', value })
    const facts = async () => (await house.owner.query("select value from people.fact where person_id = $1 and kind = 'ethnicity' and superseded_at is null", [id.isla])).rows.map(({ value }) => value)
    expect(await rehearsed(priya, details, said('from Mars'))).toEqual({ status: 200, asked: ['value ssda903 103'] })
    expect(await facts()).toEqual([])
    // What no rule reads is not done in earnest either.
    const names = async () => (await house.owner.query('select count(*)::int as n from people.name where person_id = $1', [id.isla])).rows[0].n
    const before = await names()
    expect(await rehearsed(priya, details, { ...said('x'), what: 'name', kind: 'known', given: 'Izzy', family: 'Smith' })).toEqual({ status: 200, asked: [] })
    expect(await names()).toBe(before)
    expect(await rehearsed(priya, details, said('whiteBritish'))).toEqual({ status: 200, asked: [] })
    expect((await rehearsed(priya, details, { ...said('x'), what: 'number', kind: 'upn', value: 'J201200000001' })).asked).toEqual([])
    expect((await rehearsed(await house.visit(council.otherWorker), details, said('from Mars'))).status).toBe(403)
    // What stands on no list of others is asked too, beside its field: a postcode, a number of Ofsted's; what stands there is not.
    const moving = (more: Record<string, string>) => rehearsed(priya, `/people/${id.isla}/care/move`, { people: id.isla, on: '1/11/2026', reason: 'carePlan', kind: 'childrensHome', provider: 'private', placeName: 'Elm House', urn: 'SC123456', postcode: 'ZV2 1AA', ...more })
    expect((await moving({})).asked).not.toContain('urn ssda903 1008')
    expect((await moving({ postcode: 'ZV9 9ZZ', urn: 'SC999999' })).asked).toEqual(expect.arrayContaining(['postcode ssda903 169', 'urn ssda903 1008']))
    const kept = await priya.post(details, said('from Mars'))
    expect(kept.go).toContain(`&rules=person.ethnicity&about=${id.isla}`)
    expect((await priya.get(kept.go ?? '')).text).toContain('Record the child’s ethnicity.')
    expect((await (await house.visit(council.otherWorker)).get(kept.go ?? '')).text).not.toContain('Record the child’s ethnicity.')
    expect((await priya.post(details, said('whiteBritish'))).go).not.toContain('rules=')
    // The case of a child: its reason, and its closing with a plan running.
    const cases = (await priya.get(`/people/${id.isla}/cases`)).text
    const [, referralId = ''] = /name="referralId" value="([0-9a-f-]+)"/.exec(cases) ?? []
    expect((await rehearsed(priya, `/people/${id.isla}/cases`, { referralId, primaryNeed: 'abuseOrNeglect', closedOn: '1/2/2026', closeReason: 'died' })).asked).toEqual([])
    const closing = { commandId: newId(), referralId, primaryNeed: '', closedOn: new Date().toISOString().slice(0, 10), closeReason: 'died' }
    expect((await rehearsed(priya, `/people/${id.isla}/cases`, closing)).asked).toEqual(['closeReason cin 8585Q'])
    expect((await priya.post(`/people/${id.isla}/cases`, { ...closing, closedOn: '1/1/2026' })).text).toContain('on that day or later')
    expect((await priya.post(`/people/${id.isla}/cases`, closing)).go).toContain('rules=person.case')
    expect((await house.owner.query('select closed_on is not null as closed from contacts.referral_person where referral_id = $1 order by closed_on is null', [referralId])).rows).toEqual([{ closed: true }, { closed: false }])
  })

  it('is seen by its own role alone, and everybody in it finds in the audit that it was taken', async () => {
    const which = await made(2026)
    for (const other of [council.head, council.administrator, council.privacy, council.worker]) {
      const somebody = await house.visit(other)
      for (const path of ['/returns', `/returns/${which}`, `/returns/${which}/files/header.csv`]) expect({ path, status: (await somebody.get(path)).status }).toEqual({ path, status: 403 })
      expect((await somebody.post('/returns', { id: newId(), kind: 'ssda903', year: '2026' })).status).toBe(403)
    }
    const { rows } = await house.owner.query("select what, cardinality(people) as people from audit.event where what in ('returns.made', 'returns.file') and actor_id = $1 group by 1, 2", [keira])
    expect(rows.toSorted((a, b) => a.what.localeCompare(b.what))).toEqual([{ what: 'returns.file', people: 2 }, { what: 'returns.made', people: 2 }])
    expect((await visitor.get(`/people/${id.isla}/care`)).status).toBe(403)
    await reports.end()
  })
})
