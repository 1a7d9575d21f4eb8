import fc from 'fast-check'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { ethnicities } from '../../../../content/codes/person.ts'
import { contactSources } from '../../../../content/codes/contact.ts'
import { ethnicityOf, sourceOf } from '../../../../content/returns/annexA/codes.ts'
import { plain } from '../../../kernel/dates.ts'
import { workbookOf } from '../../../record/outputs/formats/workbook.ts'
import { zipped } from '../../../record/outputs/formats/zip.ts'
import { openContainer } from './container.ts'
import { listNamed, listNames } from '../../../../content/returns/annexA/lists.ts'
import { readGivenAnnexA } from './given.ts'
import { surveyAnnexA } from './importAnnexA.ts'
import { readWorkbook } from './workbook.ts'
import { codeIn, dayIn, truthIn } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-annex-'))
let files = 0
const saved = (bytes: Uint8Array): string => { const path = join(folder, `${++files}.xlsx`); writeFileSync(path, bytes); return path }
const zip = (parts: Readonly<Record<string, string | Uint8Array>>) => zipped(Object.entries(parts).map(([path, text]) => ({ path, bytes: typeof text === 'string' ? Buffer.from(text) : text })))
async function rowsIn(path: string): Promise<string[] | string> {
  const rows: string[] = []
  const read = await readWorkbook(path, (sheet, at, cells) => rows.push(`${sheet} ${at}: ${cells.join('|')}`))
  return 'sentence' in read ? read.sentence : rows
}
const columns = [{ title: 'Words', kind: 'words' }, { title: 'Day', kind: 'day' }, { title: 'Number', kind: 'number' }] as const
const book = workbookOf([{ name: 'List 1', columns, rows: [['Mary & <Ann>', '2026-03-31', '7'], ['=cmd()', 'soon', '-7'], ['', '1899-12-31', '']] }, { name: 'List 2', columns: Array.from({ length: 30 }, (_, at) => ({ title: `C${at}`, kind: 'words' as const })), rows: [Array.from({ length: 30 }, (_, at) => String(at))] }])

describe('A workbook', () => {
  it('comes back as it was written, and the same sheets are the same bytes', async () => {
    expect(await rowsIn(saved(book))).toEqual(['List 1 1: Words|Day|Number', 'List 1 2: Mary & <Ann>|2026-03-31|7', 'List 1 3: =cmd()|soon|-7', 'List 1 4: |1899-12-31', `List 2 1: ${Array.from({ length: 30 }, (_, at) => `C${at}`).join('|')}`, `List 2 2: ${Array.from({ length: 30 }, (_, at) => at).join('|')}`])
    expect(Buffer.compare(Buffer.from(book), Buffer.from(workbookOf([{ name: 'List 1', columns, rows: [['Mary & <Ann>', '2026-03-31', '7'], ['=cmd()', 'soon', '-7'], ['', '1899-12-31', '']] }, { name: 'List 2', columns: Array.from({ length: 30 }, (_, at) => ({ title: `C${at}`, kind: 'words' as const })), rows: [Array.from({ length: 30 }, (_, at) => String(at))] }])))).toBe(0)
  })

  it('is whole as the format wants it: each part is XML, listed with its kind, and each relation leads to a part; days are numbers with the look of a day, and no cell is a formula', async () => {
    const container = await openContainer(saved(book))
    if ('sentence' in container) throw new Error(container.sentence)
    const parts = new Map<string, string>()
    for (const part of container.parts) {
      const pieces: Uint8Array[] = []
      for await (const piece of container.read(part)) pieces.push(piece)
      parts.set(part, Buffer.concat(pieces).toString('utf8'))
    }
    await container.close()
    for (const [part, text] of parts) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (problem) => { throw new Error(`${part}: ${problem.message}`) })
      parser.write(text).close()
      if (!part.endsWith('.rels') && !part.startsWith('[')) expect(parts.get('[Content_Types].xml')).toContain(`PartName="/${part}"`)
    }
    for (const [, target] of parts.get('xl/_rels/workbook.xml.rels')?.matchAll(/Target="([^"]+)"/g) ?? []) expect([...parts.keys()]).toContain(`xl/${target}`)
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('<c r="B2" s="2"><v>46112</v></c><c r="C2"><v>7</v></c>')
    expect(sheet).toContain('<c r="A3" s="3" t="inlineStr">')
    expect([...parts.values()].join('')).not.toContain('<f>')
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<c r="AD2" t="inlineStr">')
  })

  const sheet = (data: string) => ({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="/xl/s.xml"/><Relationship Id="w" Target="sharedStrings.xml"/><Relationship Id="y" Target="styles.xml"/></Relationships>',
    'xl/sharedStrings.xml': '<sst><si><r><t>Two </t></r><r><t>runs</t></r><rPh><t>spoken</t></rPh></si></sst>', 'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd mmmm yyyy"/><numFmt numFmtId="171" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/s.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
  })
  it('of another system is read cell by cell: shared words, days by their look, truth, errors, words in place, and what a formula came to', async () => {
    expect(await rowsIn(saved(zip(sheet('<row><c t="s"><v>0</v></c><c s="1"><v>46112</v></c><c s="3"><v>46112.5</v></c><c s="2"><v>46112</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="H1" t="str"><f>A1&amp;"x"</f><v>x</v></c></row><row r="5"/>'))))).toEqual(['S 1: Two runs|2026-03-31|2026-03-31 12:00|46112|True|#N/A||x', 'S 5: '])
  })

  const bomb = (() => { const bytes = zip({ ...sheet(''), 'xl/s.xml': Buffer.alloc(60_000_000, 32) }); return bytes })()
  const lying = (() => { const bytes = Buffer.from(zip(sheet(' '.repeat(50_000)))); const at = bytes.lastIndexOf('xl/s.xml') - 46; bytes.writeUInt32LE(100, at + 24); return bytes })()
  it.each<[string, Uint8Array, RegExp]>([
    ['is none', Buffer.from('Child Unique ID,Gender'), /^This is no workbook/], ['was cut off', book.subarray(0, book.length - 400), /^This is no workbook/], ['holds no sheets', zip({ 'a.txt': 'a' }), /^This is no workbook: it holds no sheets/],
    ['would grow without end', bomb, /far beyond/], ['hides how large a part is', lying, /far beyond/],
    ['carries entities', zip({ ...sheet(''), 'xl/s.xml': '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet/>' }), /document type/], ['is broken XML', zip({ ...sheet(''), 'xl/s.xml': '<worksheet><row></worksheet>' }), /is no XML/], ['is no text', zip({ ...sheet(''), 'xl/s.xml': Buffer.from([60, 255, 254, 62]) }), /cannot be read|is no XML/],
  ])('that %s is refused with one sentence', async (_, bytes, sentence) => {
    expect(await rowsIn(saved(bytes))).toMatch(sentence)
  })

  it('that holds no list of Annex A is refused; a list is known by its name, its columns by their headings, written this way or that', async () => {
    expect(await readGivenAnnexA(saved(book), plain('2026-11-18'))).toMatchObject({ sentence: expect.stringContaining('No sheet of this workbook is a list') })
    const lists = workbookOf([{ name: 'List 1 - Contacts', columns: [{ title: 'Age', kind: 'words' }, { title: ' child unique id', kind: 'words' }, { title: 'Our own', kind: 'words' }, { title: 'DATE OF CONTACT', kind: 'day' }], rows: [['7', 'C1', 'x', '2026-03-01'], ['', '', '', ''], ['8', ' ', '', '2030-01-01']] }, { name: 'Notes', columns, rows: [] }])
    const given = await readGivenAnnexA(saved(lists), plain('2026-11-18'))
    if ('sentence' in given) throw new Error(given.sentence)
    expect(given.children).toEqual([{ number: 'C1', ordinal: 1, rows: { 'List 1': [{ at: 2, cells: ['C1', '', '', '', '7', '2026-03-01', ''] }] } }])
    expect([given.rows, given.newest, given.nobody.length, given.strange]).toEqual([2, '2026-03-01', 1, [{ list: 'List 1 - Contacts', column: 'Our own', values: 1 }].map((one) => ({ ...one, list: 'List 1' }))])
    expect(given.remarks).toEqual(['List 1 has no column “Gender”, “Ethnicity”, “Date of Birth”, “Contact Source”.', 'It has no List 2, List 3, List 4, List 5, List 6, List 7, List 8, List 9, List 10, List 11.', 'Not read, because they are no lists of Annex A: Notes.'])
  })
})

it.each([
  ['g) Police', 'police'], ['q) 6: Police', 'police'], ['j) 3D: Health services', 'primaryHealth'], ['t) 9: Anonymous', 'anonymous'], ['b) Schools', 'school'], ['d) Health Services', undefined], ['', undefined], ['???', undefined],
])('a source written “%s” is %s', (cell, code) => expect(codeIn(cell, sourceOf, contactSources)).toBe(code))
it.each([['a) WBRI', 'whiteBritish'], ['a) White', undefined], ['e) Other ethnic group', 'otherEthnicGroup'], ['s) NOBT', 'notYetAsked']])('an ethnicity written “%s” is %s', (cell, code) => expect(codeIn(cell, ethnicityOf, ethnicities)).toBe(code))
it.each([['b) No', false], ['Yes', true], ['True', true], ['CS Assessment Updated', undefined]])('“%s” says %s', (cell, is) => expect(truthIn(cell)).toBe(is))
it.each([['2026-03-31', '2026-03-31'], ['2026-03-31 12:00', '2026-03-31'], ['31/03/2026', '2026-03-31'], ['31/02/2026', undefined], ['soon', undefined]])('“%s” is the day %s', (cell, day) => expect(dayIn(cell)).toBe(day))

it('of any rows, dirty, refused or of nobody, every row and every value stands in the account once', () => {
  const cell = fc.constantFrom('', '', ' ', '2026-03-01', '31/02/2010', '2099-01-01', 'soon', 'a) Male', 'Yes', 'q) 6: Police', 'N1', 'C2', 'U6', '7', '=1+1')
  const row = fc.constantFrom(...listNames).chain((list) => fc.record({ list: fc.constant(list), who: fc.constantFrom('', 'A1', 'A2'), cells: fc.array(cell, { minLength: listNamed(list).columns.length, maxLength: listNamed(list).columns.length }) }))
  fc.assert(fc.property(fc.array(row, { maxLength: 12 }), fc.nat({ max: 3 }), (rows, strange) => {
    const given = rows.map(({ list, who, cells }, at) => ({ list, who, row: { at: at + 2, cells: [who, ...cells.slice(1)] } }))
    const mine = (who: string) => Object.fromEntries(listNames.flatMap((list) => { const of = given.filter((one) => one.list === list && list !== 'List 11' && one.who === who); return of.length > 0 ? [[list, of.map((one) => one.row)] as const] : [] }))
    const children = ['A1', 'A2'].filter((who) => Object.keys(mine(who)).length > 0).map((number, at) => ({ number, ordinal: at + 1, rows: mine(number) }))
    const nobody = given.filter(({ list, who }) => who === '' && list !== 'List 11').map(({ list, row: one }) => ({ list, row: one }))
    const account = surveyAnnexA({ sha256: '', children, adopters: given.filter(({ list }) => list === 'List 11').map((one) => one.row), nobody, rows: rows.length, remarks: [], strange: strange > 0 ? [{ list: 'List 1', column: 'Our own', values: strange }] : [], newest: undefined }, plain('2026-11-18'), '')
    const told = (outcome: string) => account.findings.filter((one) => one.outcome === outcome).reduce((sum, { elements }) => sum + elements, 0)
    const filled = (cells: readonly string[]) => cells.filter((one) => one.trim() !== '').length
    expect(account).toMatchObject({ balanced: true, rows: rows.length, counts: { read: given.reduce((sum, one) => sum + filled(one.row.cells), strange), keptAside: told('kept aside'), refused: told('refused') } })
    expect(account.counts.refused).toBe(nobody.reduce((sum, one) => sum + filled(one.row.cells), strange))
    for (const { list, row: { at } } of nobody) expect(account.findings.some(({ path, outcome, lines }) => path === list && outcome === 'refused' && lines.includes(at))).toBe(true)
  }), { numRuns: 100 })
})
