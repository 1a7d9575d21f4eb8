import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { columns, tableNames } from '../../content/returns/ssda903/tables.ts'
import { readGiven903, type Given } from '../../src/channel/exchange/ssda903/given.ts'
import { importReturn } from '../../src/channel/exchange/ssda903/importReturn.ts'
import { office, openOffice } from '../../src/channel/exchange/cin/office.ts'
import { undoImport } from '../../src/channel/exchange/cin/settle.ts'
import { beginReturn, madeFiles, makeReturn } from '../../src/oversight/returns/making.ts'
import { clockAt } from '../../src/platform/clock.ts'
import { moment } from '../../src/kernel/dates.ts'
import { unsealed } from '../../src/platform/documents.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { jobsUrl, reportsUrl } from '../../src/platform/db/roles.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

const database = await freshDatabase()
const clock = clockAt(moment('2026-11-18T10:00:00.000Z'))
const jobs = openPool(await jobsUrl(database.ownerUrl), 1)
const ways = { jobs, reports: openPool(await reportsUrl(database.ownerUrl), 1), documents: unsealed }
const importer = () => database.as(office.actorId, '2026-11-18T10:00:00.000Z')
const into = async (given: Given, year: number) => importReturn({ caller: importer(), jobs }, 'folder', given, year)
const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-903-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
const read = async (folder: string): Promise<Given> => {
  const given = await readGiven903(folder)
  if ('sentence' in given) throw new Error(given.sentence)
  return given
}
/** Every row of every table, child by child in the order of the tables: what a round trip must give back. */
const whole = (given: Given) => Object.fromEntries(given.children.map(({ number, rows }) => [number, Object.fromEntries(tableNames.map((table) => [table, (rows[table] ?? []).map(({ cells }) => cells)]))]))
const exported = async (year: number): Promise<Given> => {
  const id = await beginReturn(ways, 'ssda903', year)
  await makeReturn(ways, id, clock)
  return read(folderOf(Object.fromEntries((await madeFiles(ways, id)).map(({ name, text }) => [name, text]))))
}
const numberOf = async (statement: string): Promise<number> => Number((await database.owner.query(statement)).rows[0].count)
let council: Awaited<ReturnType<typeof usualCouncil>>
beforeAll(async () => {
  council = await usualCouncil(database.owner)
  await openOffice(database.ownerUrl)
})

const heads = Object.fromEntries(tableNames.map((table) => [table, columns[table].join(',')]))
const small = folderOf({
  'header.csv': `${heads['Header']}\nA1,2,27/03/2012,WBRI,A051910639385,,\nA2, M,31/02/2010,XXXX,,1,\n`,
  'episodes.csv': `${heads['Episodes']}\nA1,01/05/2023,S,V2,N1,U6,PR1,01/09/2023,X1,,ZV1 4QT,ZV2 1AA,SC123456\nA1,01/09/2023,L,C2,N1,U6,PR1,01/02/2024,E4A,,ZV1 4QT,ZV2 1AA,SC123456\nA2,01/05/2023,S,C9,N1,U6,PR1,,,,,,\n`,
  'reviews.csv': `${heads['Reviews']}\nA1,27/03/2012,30/08/2023,PN6\nA2,1/1/2010,soon,PN6\n`,
  'missing.csv': `${heads['Missing']}\nA1,27/03/2012,M,13/11/2023,25/11/2023\n,27/03/2012,M,13/11/2023,25/11/2023\n`,
})

describe('A return of looked-after children that comes in', () => {
  it('is taken as far as the record can hold it, and the rest is kept to the letter with the reason', async () => {
    const { account, gains } = await into(await read(small), 2024)
    expect(gains).toEqual({ newPeople: 2, knownPeople: 0, timesInCare: 1 })
    expect(account).toMatchObject({ balanced: true, children: 2, rows: 9 })
    expect(account.findings.map(({ path, outcome, reason }) => `${path}: ${outcome}: ${reason}`)).toEqual([
      'Missing: refused: the row names no child', 'Episodes: kept aside: its legal status is no code of the return', 'Header/DOB: kept aside: it is no day on which the child can have been born', 'Header/ETHNIC: kept aside: no code of the return',
      'Header/MOTHER: kept aside: without the day on which her child was born', 'Reviews/DOB: kept aside: the header says otherwise', 'Reviews/REVIEW: kept aside: no day that has come', 'Reviews/REVIEW_CODE: kept aside: no day that has come',
    ])
    expect((await database.owner.query("select code, valid_from::text as from, valid_to::text as to from people.legal_status order by valid_from")).rows).toEqual([{ code: 'accommodated', from: '2023-05-01', to: '2023-09-01' }, { code: 'careOrder', from: '2023-09-01', to: '2024-02-01' }])
    expect((await database.owner.query('select kind, held_on::text as on, held_to::text as to, answers from care.fact order by held_on')).rows).toEqual([
      { kind: 'review', on: '2023-08-30', to: null, answers: { participation: 'viewsSent' } }, { kind: 'missing', on: '2023-11-13', to: '2023-11-25', answers: { how: 'missing' } },
    ])
  })

  it('goes out as it came, also dirty rows; taken twice it is once; and the next year is told by the record', async () => {
    const given = await read(small)
    expect((await into(given, 2024)).gains).toBeNull()
    const { '': _nobody, ...known } = whole(given)
    expect(whole(await exported(2024))).toEqual(known)
    expect(Object.keys(whole(await exported(2025)))).toEqual([])
  })

  it('is told by the record as soon as somebody writes about the child', async () => {
    const { rows: [{ id }] } = await database.owner.query("select person_id as id from people.identifier where value = 'A1'")
    await database.owner.query("insert into care.fact (id, fact_id, person_id, kind, held_on, answers, recorded_by) values (gen_random_uuid(), gen_random_uuid(), $1, 'review', '2024-01-10', '{\"participation\": \"spoke\"}', $2)", [id, council.worker])
    const now = whole(await exported(2024))
    expect(now['A1']?.['Reviews']).toEqual([['A1', '27/03/2012', '30/08/2023', 'PN6'], ['A1', '27/03/2012', '10/01/2024', 'PN1']])
    expect(now['A1']?.['Episodes']?.map((row) => row.slice(1))).toEqual([
      ['01/05/2023', 'S', 'V2', 'N1', 'U6', 'PR1', '01/09/2023', 'X1', '', 'ZV1 4QT', 'ZV2 1AA', 'SC123456'], ['01/09/2023', 'L', 'C2', 'N1', 'U6', 'PR1', '01/02/2024', 'E4A', '', 'ZV1 4QT', 'ZV2 1AA', 'SC123456'],
    ])
    expect(now['A2']?.['Episodes']).toEqual(whole(await read(small))['A2']?.['Episodes'])
  })

  it('is taken back whole until it is accepted, but for a child about whom somebody has written', async () => {
    const { importId } = await into(await read(small), 2024)
    expect(await undoImport(importer(), importId)).toEqual({ done: { removed: 1, restored: 0, kept: { 'somebody has written about this child since': 1 } } })
    expect(await numberOf('select count(*) from returns.came')).toBe(1)
  })
})

const b = (number: string, rest: string) => `${number},${rest},ZV1 4QT,ZV2 1AA,SC123456\n`
const inYear = (episodes: string) => folderOf({ 'header.csv': `${heads['Header']}\nB1,2,27/03/2012,WBRI,,0,\nB2,1,14/05/2011,WBRI,,,\n`, 'episodes.csv': `${heads['Episodes']}\n${episodes}` })
const first = inYear(b('B1', '01/05/2023,S,V2,N1,U6,PR1,,,') + b('B2', '01/05/2023,S,V2,N1,U6,PR1,,,'))
const later = inYear(b('B1', '01/05/2023,S,V2,N1,U6,PR1,10/06/2024,X1,') + b('B1', '10/06/2024,B,C2,N1,U4,PR1,,,') + b('B2', '01/05/2023,S,V2,N1,U6,PR1,10/06/2024,X1,') + b('B2', '10/06/2024,P,V2,N1,U4,PR1,,,'))

describe('A return of a later year', () => {
  const stands = async (number: string) => (await database.owner.query(`select 'period' as what, p.began_on::text as from, p.ended_on::text as to, p.need as said from care.period p where superseded_at is null and person_id = (select person_id from people.identifier where value = $1)
    union all select 'placement', valid_from::text, valid_to::text, kind from care.placement where superseded_at is null and person_id = (select person_id from people.identifier where value = $1)
    union all select 'status', valid_from::text, valid_to::text, code from people.legal_status where superseded_at is null and person_id = (select person_id from people.identifier where value = $1) order by 1, 2`, [number])).rows.map((row) => `${row.what} ${row.from} ${row.to} ${row.said}`)
  const before = ['period 2023-05-01 null abuseOrNeglect', 'placement 2023-05-01 null foster', 'status 2023-05-01 null accommodated']

  it('goes on from what came before, where nobody has written since; each year goes out as it came, and it is taken back alone', async () => {
    await into(await read(first), 2024)
    expect(await stands('B1')).toEqual(before)
    // Of the other child somebody has seen to the placement since.
    await database.owner.query("begin; set local role kith_gate")
    await database.owner.query("update care.placement set recorded_by = $1 where person_id = (select person_id from people.identifier where value = 'B2')", [council.worker])
    await database.owner.query('commit')
    const { importId, account, gains } = await into(await read(later), 2025)
    expect(gains).toEqual({ newPeople: 0, knownPeople: 2, timesInCare: 1 })
    expect(await stands('B1')).toEqual(['period 2023-05-01 null abuseOrNeglect', 'placement 2023-05-01 2024-06-10 foster', 'placement 2024-06-10 null fosterLongTerm', 'status 2023-05-01 2024-06-10 accommodated', 'status 2024-06-10 null careOrder'])
    expect(await stands('B2')).toEqual(before)
    expect(account.balanced).toBe(true)
    expect(account.findings.map(({ path, reason, count }) => `${count} ${path}: ${reason}`)).toContain('2 Episodes: the record has a time in care of this child already, or somebody took it back: it stays as it is')
    for (const [year, folder] of [[2024, first], [2025, later]] as const) expect(whole(await exported(year))['B1']).toEqual(whole(await read(folder))['B1'])
    expect(whole(await exported(2026))['B1']?.['Episodes']?.map((row) => row.slice(1, 8))).toEqual([['10/06/2024', 'B', 'C2', 'N1', 'U4', 'PR1', '']])
    expect((await into(await read(later), 2025)).gains).toBeNull()
    expect(await undoImport(importer(), importId)).toEqual({ done: { removed: 0, restored: 2, kept: {} } })
    expect(await stands('B1')).toEqual(before)
    expect(whole(await exported(2025))['B1']?.['Episodes']?.map((row) => row.slice(1, 8))).toEqual([['01/05/2023', 'S', 'V2', 'N1', 'U6', 'PR1', '']])
  })

  it('that does not make a whole with the one before changes nothing of the time in care', async () => {
    const { account } = await into(await read(inYear(b('B1', '11/06/2024,P,V2,N1,U4,PR1,,,'))), 2025)
    expect(await stands('B1')).toEqual(before)
    expect(account.findings.map(({ path, reason }) => `${path}: ${reason}`)).toContain('Episodes: the record has a time in care of this child already, or somebody took it back: it stays as it is')
  })
})

const fake = resolve(import.meta.dirname, '../../../shared/inputs/ssda903_fake')
const every = process.env['KITH_EVERY_CHILD'] ? 1 : 12
describe.skipIf(!existsSync(fake))('The given return of 2,675 children, one in twelve of them, and all with KITH_EVERY_CHILD=1 (skipped where ../shared is not beside the project)', () => {
  it('comes back the same, every value of every table of every child', async () => {
    const all = await read(fake)
    const given = { ...all, children: all.children.filter((_, at) => at % every === 0 || all.children.length - at < 3) }
    const { account, gains } = await into(given, 2023)
    expect(account.balanced).toBe(true)
    expect(gains).toMatchObject({ newPeople: given.children.length, knownPeople: 0 })
    const [came, went] = [whole(given), whole(await exported(2023))]
    expect(Object.keys(went).length).toBe(given.children.length)
    expect(Object.keys(came).filter((number) => JSON.stringify(came[number]) !== JSON.stringify(went[number]))).toEqual([])
    if (every === 1) process.stdout.write(`${JSON.stringify({ gains, counts: account.counts, findings: account.findings.map(({ path, reason, elements }) => [path, reason, elements]), remarks: account.remarks })}\n`)
  })
})
