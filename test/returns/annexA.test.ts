import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listNamed, listNames } from '../../content/returns/annexA/lists.ts'
import { readGivenAnnexA, type Given } from '../../src/channel/exchange/annexA/given.ts'
import { importAnnexA, surveyAnnexA } from '../../src/channel/exchange/annexA/importAnnexA.ts'
import { office, openOffice } from '../../src/channel/exchange/cin/office.ts'
import { undoImport } from '../../src/channel/exchange/cin/settle.ts'
import { plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { beginReturn, madeFiles, makeReturn } from '../../src/oversight/returns/making.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { jobsUrl, reportsUrl } from '../../src/platform/db/roles.ts'
import { unsealed } from '../../src/platform/documents.ts'
import { workbookOf } from '../../src/record/outputs/formats/workbook.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

// The import writes at the moment of the database: the clock of the test is the machine's.
const today = systemClock.today()
const on = plain('2026-03-31')
const database = await freshDatabase()
const ways = { jobs: openPool(await jobsUrl(database.ownerUrl), 1), reports: openPool(await reportsUrl(database.ownerUrl), 1), documents: unsealed }
const importer = () => database.as(office.actorId, systemClock.now())
const into = (given: Given, day = on) => importAnnexA({ caller: importer(), jobs: ways.jobs, reports: ways.reports }, 'lists.xlsx', given, day, '')
const folder = mkdtempSync(join(tmpdir(), 'kith-annex-'))
async function read(bytes: Uint8Array): Promise<Given> {
  const file = join(folder, `${newId()}.xlsx`)
  writeFileSync(file, bytes)
  const given = await readGivenAnnexA(file, today)
  if ('sentence' in given) throw new Error(given.sentence)
  return given
}
const exported = async (day = on): Promise<Given> => {
  const id = await beginReturn(ways, 'annexA', Number(day.slice(0, 4)), day)
  await makeReturn(ways, id, systemClock)
  return read((await madeFiles(ways, id))[0]?.bytes ?? new Uint8Array())
}
/** Every cell of every row, child by child: what a round trip must give back. */
const whole = (given: Given) => ({ ...Object.fromEntries(given.children.map(({ number, rows }) => [number, Object.fromEntries(listNames.map((list) => [list, (rows[list] ?? []).map(({ cells }) => cells)]))])), adopters: given.adopters.map(({ cells }) => cells).toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)) })
const told = async (statement: string) => (await database.owner.query(`begin; set local role kith_backup; ${statement}; commit`) as unknown as { rows: unknown[] }[])[2]?.rows
const list = (name: (typeof listNames)[number], ...rows: readonly Readonly<Record<string, string>>[]) => {
  const { columns } = listNamed(name)
  return { name, columns: columns.map((column) => ({ title: column.name, kind: column.type === 'date' ? 'day' as const : 'words' as const })), rows: rows.map((row) => columns.map((column) => row[column.name] ?? '')) }
}
const ada = { 'Child Unique ID': 'A1', Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': '2012-03-27', 'Does the Child have a Disability': 'b) No' }
const small = workbookOf([
  list('List 3', { ...ada, 'Date of referral': '2026-01-05', 'Referral Source': 'q) 6: Police', 'Referral NFA?': 'No', 'Allocated Team': '=HYPERLINK("x")' }, { 'Date of referral': '2026-01-05' }),
  list('List 4', { ...ada, 'Continuous Assessment Start Date': '2026-01-06', 'Continuous Assessment Date of Authorisation': '2026-02-10' }),
  list('List 6', { ...ada, 'Date of Birth': '', 'CIN Start Date': '2026-01-05', 'Primary Need Code': 'N1 - Abuse or Neglect' }, { 'Child Unique ID': 'A2', Gender: 'nobody knows', 'Date of Birth': '31/02/2010', 'CIN Start Date': 'soon' }),
  list('List 7', { ...ada, 'Child Protection Plan Start Date': '2026-02-12', 'Initial Category of Abuse': 'Physical abuse', 'Latest Category of Abuse': 'a) Neglect', 'Number of Previous Child Protection Plans': '1' }),
  list('List 8', { ...ada, 'Date Started to be Looked After': '2026-02-20', 'Child\'s Category of Need': 'N1 - Abuse', 'Start date of current legal status': '2026-02-20', 'Child\'s Legal Status': 'C1: ICO', 'Start Date of Most Recent Placement': '2026-02-20', 'Placement Type': 'f) U6: Foster placement', 'Placement Provider': 'PR1 - Own', 'Placement postcode': 'ZV1 1AA', 'Date of Last Health Assessment': '2026-03-10' }),
  list('List 11', { 'Individual adopter identifier': 'F7', 'Date enquiry received': '2025-10-01' }),
])
beforeAll(async () => {
  await usualCouncil(database.owner)
  await openOffice(database.ownerUrl)
})

describe('An Annex A that comes in', () => {
  it('is taken as far as the record can hold it, every cell accounted for; a look alone changes nothing', async () => {
    const given = await read(small)
    const look = surveyAnnexA(given, today, '')
    expect(await told('select * from exchange.import')).toEqual([])
    const { account, gains } = await into(given)
    expect(account).toEqual(look)
    expect(account).toMatchObject({ balanced: true, children: 2, rows: 8 })
    expect(gains).toEqual({ newPeople: 2, knownPeople: 0, timesInCare: 1 })
    expect(account.findings.filter(({ path }) => !/Team|Worker/.test(path)).map(({ path, outcome, reason }) => `${path}: ${outcome}: ${reason}`)).toEqual(expect.arrayContaining([
      'List 3: refused: the row names no child', 'List 6/Gender: kept aside: no word of the list', 'List 6/Date of Birth: kept aside: it is no day on which the child can have been born', 'List 6/CIN Start Date: kept aside: it is no day',
      'List 7/Child Protection Plan Start Date: kept aside: it has no row of its own in the record: the census and these lists tell it on', 'List 11: kept aside: adopters are no children: kept beside the record, and told again with the lists of the same day',
    ]))
    expect(await told('select r.received_on::text as on, r.source_code, r.primary_need, r.no_further_action from contacts.referral r')).toEqual([{ on: '2026-01-05', source_code: 'police', primary_need: 'abuseOrNeglect', no_further_action: false }])
    expect(await told('select a.started_on::text as on, a.authorised_on::text as done, a.state, a.referral_id is not null as of_referral from assessments.assessment a')).toEqual([{ on: '2026-01-06', done: '2026-02-10', state: 'authorised', of_referral: true }])
    expect(await told('select p.kind, l.code, c.need from care.placement p, people.legal_status l, care.period c')).toEqual([{ kind: 'foster', code: 'interimCareOrder', need: 'abuseOrNeglect' }])
    expect(await told('select kind, held_on::text as on from care.fact')).toEqual([{ kind: 'health', on: '2026-03-10' }])
  })

  it('goes out as it came, dirty cells too; taken twice it is once; on another day the record tells, and what it has no row for is told on', async () => {
    const given = await read(small)
    expect((await into(given)).gains).toBeNull()
    expect(whole(await exported())).toEqual(whole(given))
    const later = await exported(plain('2026-04-01'))
    expect(later.children.map(({ number }) => number)).toEqual(['A1'])
    expect(later.children[0]?.rows['List 7']?.[0]?.cells).toEqual(expect.arrayContaining(['2026-02-12', 'b) Physical Abuse', 'a) Neglect', '1']))
    expect(later.children[0]?.rows['List 8']?.[0]?.cells).toEqual(expect.arrayContaining(['2026-02-20', 'a) Interim care orders', 'a) Foster placement', 'a) Own LA', 'ZV1 1AA']))
    expect(later.adopters).toEqual([])
  })

  it('is told by the record as soon as it tells something else of the child', async () => {
    await database.owner.query("begin; set local role kith_gate; update contacts.referral_person set closed_on = '2026-03-30', close_reason = 'noLongerInNeed'; update people.fact set value = 'male' where kind = 'sex'; commit")
    const after = await exported()
    expect(after.children.map(({ number }) => number)).toEqual(['A1', 'A2'])
    expect(after.children[0]?.rows['List 8']?.[0]?.cells.slice(0, 4)).toEqual(['A1', 'a) Male', 'a) White', '2012-03-27'])
    expect(after.children[1]?.rows['List 6']?.[0]?.cells).toEqual(expect.arrayContaining(['A2', 'nobody knows', 'soon']))
  })

  it('finds the child again by the number, also by one that only our returns gave, leaves what stands, and waits for those who may see a marked person', async () => {
    await database.owner.query("update access.subject set marking = 'sealed' where id in (select person_id from people.identifier where value = 'A2')")
    await database.owner.query("begin; set local role kith_gate; update people.identifier set superseded_at = now() where value = 'A1'; commit")
    const next = await read(workbookOf([list('List 8', { ...ada, 'Date Started to be Looked After': '2025-01-01', 'Child\'s Category of Need': 'N2', 'Start date of current legal status': '2025-01-01', 'Child\'s Legal Status': 'C2', 'Start Date of Most Recent Placement': '2025-01-01', 'Placement Type': 'U6' }), list('List 6', { 'Child Unique ID': 'A2', 'CIN Start Date': '2026-05-01', Gender: 'a) Male' })]))
    const { account, gains, importId } = await into(next, plain('2026-06-30'))
    expect(gains).toEqual({ newPeople: 0, knownPeople: 2, timesInCare: 0 })
    // Of the time in care nothing was taken, and the account says so of each cell of it; here and on the page of the import.
    expect(account).toMatchObject({ balanced: true, counts: { keptAside: surveyAnnexA(next, today, '').counts.keptAside + 6 } })
    expect(account.findings.filter(({ reason }) => reason.startsWith('the record has a time in care'))).toHaveLength(6)
    expect(await told(`select count(*)::int as n from exchange.finding where import_id = '${importId}' and reason like 'the record has a time in care%'`)).toEqual([{ n: 6 }])
    expect(await told('select began_on::text as on from care.period')).toEqual([{ on: '2026-02-20' }])
    expect(await told('select kind, number, decision from returns.held')).toEqual([{ kind: 'annexA', number: 'A2', decision: null }])
    expect(await undoImport(importer(), importId)).toMatchObject({ done: { kept: {} } })
    expect(await told('select count(*)::int as n from returns.held')).toEqual([{ n: 0 }])
  })

  it('does not take again a time in care that somebody took back', async () => {
    await database.owner.query('begin; set local role kith_gate; update care.period set superseded_at = now(); update care.placement set superseded_at = now(); update people.legal_status set superseded_at = now(); commit')
    const given = await read(small)
    const { account, gains, importId } = await into(given, plain('2026-07-31'))
    expect([gains?.timesInCare, account.balanced, account.findings.filter(({ path, reason }) => path.startsWith('List 8/') && reason.includes('somebody took it back')).length]).toEqual([0, true, 8])
    expect(await told('select count(*)::int as n from care.period where superseded_at is null')).toEqual([{ n: 0 }])
    expect(await undoImport(importer(), importId)).toMatchObject({ done: { kept: {} } })
  })

  const folderOfInputs = resolve('../shared/inputs/annex_a')
  it.skipIf(!existsSync(folderOfInputs)).each(['Annex_A.xlsx', 'Annex_A_2024_Jan.xlsx'])('the given %s: every cell is accounted for, comes back the same, and goes when it is taken back', async (name) => {
    const given = await readGivenAnnexA(join(folderOfInputs, name), today)
    if ('sentence' in given) throw new Error(given.sentence)
    const { account, gains, importId } = await into(given, given.newest ?? on)
    expect(account).toMatchObject({ balanced: true, children: 48, rows: 59 })
    expect(gains).toMatchObject({ newPeople: 48 })
    const back = whole(await exported(given.newest ?? on))
    expect(back).toEqual(whole(given))
    expect(await undoImport(importer(), importId)).toMatchObject({ done: { removed: 48, kept: {} } })
  })
})
