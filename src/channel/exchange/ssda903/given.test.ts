import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { columns, tableNames } from '../../../../content/returns/ssda903/tables.ts'
import { csvFiles, xmlFile } from '../../../oversight/returns/rules/files903.ts'
import { openGiven903, readGiven903, type Given } from './given.ts'
import { surveyReturn } from './importReturn.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-given-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name) }
async function read(path: string): Promise<Given> {
  const given = await readGiven903(path)
  if ('sentence' in given) throw new Error(given.sentence)
  return given
}
/** Every row of every table of every child, as a return that is made holds them. */
const childrenOf = (given: Given) => given.children.map(({ number, rows }) => ({ personId: number, number, rows: Object.fromEntries(tableNames.map((table) => [table, (rows[table] ?? []).map(({ cells }) => cells)])) })).sort((a, b) => a.number.localeCompare(b.number))

const fields = { A1: '<CHILDID>A1</CHILDID><UPN>A051910639385</UPN><SEX>2</SEX><DOB>27/03/2012</DOB><ETHNIC>WBRI</ETHNIC>', episode: '<EPISODE><DECOM>01/05/2023</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>ZV2 1AA</PL_POST><HOME_POST>ZV1 4QT</HOME_POST><URN>SC123456</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>01/09/2023</DEC><REC>E4A</REC><REASON_PLACE_CHANGE /></EPISODE>' }

describe('A return of looked-after children as XML', () => {
  it('is read child by child into the same rows as its CSV files, and what no table has is refused with how often it stood there', async () => {
    const given = await read(written('one.xml', `<EXPSSDA903><CHILD><HEADER>${fields.A1}<UPN>B051910639385</UPN><SHOE_SIZE>4</SHOE_SIZE><UASC>1</UASC><DUC>27/03/2030</DUC><AREVIEW><REVIEW>30/08/2023</REVIEW><REVIEW_CODE>PN6</REVIEW_CODE><SHOE_SIZE>5</SHOE_SIZE></AREVIEW><MOTHER /></HEADER>${fields.episode}</CHILD></EXPSSDA903>`))
    expect(childrenOf(given)).toMatchObject([{ number: 'A1', rows: {
      Header: [['A1', '2', '27/03/2012', 'WBRI', 'A051910639385', '', '']], UASC: [['A1', '2', '27/03/2012', '27/03/2030']], Reviews: [['A1', '27/03/2012', '30/08/2023', 'PN6']],
      Episodes: [['A1', '01/05/2023', 'S', 'V2', 'N1', 'U6', 'PR1', '01/09/2023', 'E4A', '', 'ZV1 4QT', 'ZV2 1AA', 'SC123456']],
    } }])
    const account = await surveyReturn(given, 2024, '2026-11-22')
    expect(account).toMatchObject({ balanced: true, children: 1, counts: { refused: 3 } })
    expect(account.findings.filter(({ outcome }) => outcome === 'refused').map(({ path, elements }) => `${path} ${elements}`)).toEqual(['one.xml/SHOE_SIZE 2', 'one.xml/UPN a second time 1'])
  })

  it.each([
    ['broken', '<EXPSSDA903><CHILD>\n<HEADER></CHILD></EXPSSDA903>', /broken at line 2/],
    ['with a document type', '<!DOCTYPE x [<!ENTITY a "b">]><EXPSSDA903/>', /document type/],
    ['of something else', '<Message/>', /not EXPSSDA903/],
  ])('is refused in one sentence where it is %s', async (_, text, sentence) => {
    expect(await readGiven903(written('broken.xml', text))).toEqual({ sentence: expect.stringMatching(sentence) })
  })

  it('and CSV files tell the same: what one writes the other reads, every table with all its columns', async () => {
    const told = Object.fromEntries(tableNames.map((table) => [table, [columns[table].map((column) => (column === 'CHILD' ? 'A1' : column === 'DOB' ? '27/03/2012' : column === 'SEX' ? '2' : `${column.slice(0, 3)} & <1>`))]]))
    const children = [{ personId: 'A1', number: 'A1', rows: told }]
    expect(childrenOf(await read(written('told.xml', xmlFile(children))))).toEqual(children)
  })

  it('and too large to hold at once is read in shares: each child once, whole, in its place, with the same mark', async () => {
    const large = written('large.xml', `<EXPSSDA903>${Array.from({ length: 40 }, (_, at) => `<CHILD><HEADER>${fields.A1.replace('A1', `A${at}`)}</HEADER>${fields.episode}${fields.episode}</CHILD>`).join('')}</EXPSSDA903>`)
    const [whole, shared] = [await read(large), await openGiven903(large, 3000)]
    if ('sentence' in shared) throw new Error(shared.sentence)
    expect(shared.children).not.toBeInstanceOf(Array)
    const found = []
    for await (const child of shared.children) found.push(child)
    expect(found.sort((a, b) => a.ordinal - b.ordinal)).toEqual(whole.children)
    expect(shared.sha256).toBe(whole.sha256)
    const { counts, children, balanced } = await surveyReturn(whole, 2024, '2026-11-22')
    expect(await surveyReturn(shared, 2024, '2026-11-22')).toMatchObject({ counts, children, balanced })
    expect({ children, balanced }).toEqual({ children: 40, balanced: true })
  })

  const fake = resolve(import.meta.dirname, '../../../../../shared/inputs/ssda903_fake/fake_903.xml')
  it.skipIf(!existsSync(fake))('is the given file of 253 children: every value stands in the account, and written out again it is the same (skipped where ../shared is not beside the project)', async () => {
    const given = await read(fake)
    const account = await surveyReturn(given, 2018, '2026-11-22')
    expect(account).toMatchObject({ balanced: true, children: 253, counts: { refused: 0 } })
    expect(childrenOf(await read(written('again.xml', xmlFile(childrenOf(given)))))).toEqual(childrenOf(given))
    const apart = mkdtempSync(join(folder, 'csv-'))
    for (const { name, text } of csvFiles(childrenOf(given))) writeFileSync(join(apart, name), text)
    expect(childrenOf(await read(apart))).toEqual(childrenOf(given))
  })
})
