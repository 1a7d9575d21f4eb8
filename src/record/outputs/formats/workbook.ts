import { daysBetween, isPlainDate, plain } from '../../../kernel/dates.ts'
import { zipped } from './zip.ts'

/** A sheet of a workbook: its headings and its rows. A column says how its cells are written; a cell that does not read so is written as words. */
export type Sheet = Readonly<{ name: string; columns: readonly Readonly<{ title: string; kind: 'words' | 'day' | 'number' }>[]; rows: readonly (readonly string[])[] }>

const xml = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kinds = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The letters of a column, counted from 0: A, B, … Z, AA. */
const lettersOf = (at: number): string => (at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
/** The number of a day in a workbook: 1 is 1 January 1900, and the format believes in a 29 February 1900 (ECMA-376, part 1, 18.17.4.1). Days before March 1900 are written as words. */
const dayNumber = (text: string): number | undefined => (isPlainDate(text) && text >= '1900-03-01' ? daysBetween(plain('1899-12-30'), text) : undefined)

// Styles by their place in styles.xml: 1 a heading, 2 a day, 3 words that a spreadsheet could take for a formula: the mark of an apostrophe, so that they stay words when somebody opens the cell.
const words = (place: string, text: string, style: number): string => `<c r="${place}"${style > 0 ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
function cell(place: string, text: string, kind: Sheet['columns'][number]['kind']): string {
  if (text === '') return ''
  const day = kind === 'day' ? dayNumber(text) : undefined
  if (day !== undefined) return `<c r="${place}" s="2"><v>${day}</v></c>`
  if (kind === 'number' && /^(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`
  return words(place, text, /^[=+\-@\t\r]/.test(text) ? 3 : 0)
}

function sheetXml({ columns, rows }: Sheet): string {
  const line = (at: number, cells: string) => `<row r="${at}">${cells}</row>`
  const wide = columns.map(({ title, kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${kind === 'day' ? 12 : Math.min(40, Math.max(10, Math.ceil(title.length * 0.6)))}" customWidth="1"/>`).join('')
  const body = rows.map((row, n) => line(n + 2, columns.map(({ kind }, at) => cell(`${lettersOf(at)}${n + 2}`, row[at] ?? '', kind)).join('')))
  return `${head}<worksheet xmlns="${main}"><dimension ref="A1:${lettersOf(columns.length - 1)}${rows.length + 1}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${wide}</cols><sheetData>${line(1, columns.map(({ title }, at) => words(`${lettersOf(at)}1`, title, 1)).join(''))}${body.join('')}</sheetData></worksheet>`
}

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`
  + `<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
const part = (type: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml`

/** A workbook as Excel and LibreOffice open it (ECMA-376, SpreadsheetML): days are days, words are never formulas, and the same sheets give the same bytes. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const files: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${part('styles')}"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${part('worksheet')}"/>`).join('')}</Types>`],
    ['_rels/.rels', `${head}<Relationships xmlns="${kinds}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${head}<Relationships xmlns="${kinds}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const),
  ]
  return zipped(files.map(([path, text]) => ({ path, bytes: Buffer.from(text, 'utf8') })))
}
