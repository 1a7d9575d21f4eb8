import type { Block, Paper } from '../model.ts'
import { zipped } from './zip.ts'

const xml = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const run = (text: string, look = ''): string => text.split('\n').map((line, i) => `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${xml(line)}</w:t></w:r>`).join('')
const paragraph = (text: string, style = '', more = ''): string => `<w:p>${style || more ? `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}</w:pPr>` : ''}${run(text)}</w:p>`

function table(block: Extract<Block, { kind: 'table' }>): string {
  const cell = (text: string, head: boolean) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${head ? `<w:p>${run(text, '<w:b/>')}</w:p>` : paragraph(text)}</w:tc>`
  const row = (cells: readonly string[], head: boolean) => `<w:tr>${head ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${block.columns.map((_, i) => cell(cells[i] ?? '', head)).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:firstRow="1" w:firstColumn="1"/><w:tblCaption w:val="${xml(block.caption)}"/></w:tblPr><w:tblGrid>${block.columns.map(() => '<w:gridCol/>').join('')}</w:tblGrid>${row(block.columns, true)}${block.rows.map((cells) => row(cells, false)).join('')}</w:tbl>${paragraph('')}`
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading': return paragraph(block.words, `Heading${block.level}`)
    case 'paragraph': return block.words.split(/\n{2,}/).map((part) => paragraph(part)).join('')
    case 'list': return block.rows.map((row) => paragraph(row, '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')).join('')
    case 'table': return table(block)
    case 'quote': return paragraph(`“${block.words}”${block.by ? ` ${block.by}` : ''}`, 'Quote')
    case 'section': return `${paragraph(`${block.mark}. ${block.words}`, 'Heading1', '<w:pageBreakBefore/>')}${block.on ? paragraph(block.on) : ''}`
    case 'signatures': return block.names.map((name) => paragraph(`${'.'.repeat(60)}\n${name}`)).join('')
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const style = (id: string, name: string, more: string, based = 'Normal') => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : `<w:basedOn w:val="${based}"/><w:next w:val="Normal"/>`}<w:qFormat/>${more}</w:style>`
const headings = ([level, size]: readonly [number, number]) => style(`Heading${level}`, `heading ${level}`, `<w:pPr><w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`)

const styles = (language: string, size: number): string => `${head}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="${size}"/><w:lang w:val="${xml(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  + `${style('Normal', 'Normal', '')}${style('Title', 'Title', `<w:pPr><w:spacing w:before="240" w:after="160"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size + 14}"/></w:rPr>`)}${([[1, size + 10], [2, size + 5], [3, size + 2]] as const).map(headings).join('')}`
  + `${style('Quote', 'Quote', '<w:pPr><w:ind w:left="420"/></w:pPr><w:rPr><w:i/></w:rPr>')}<w:style w:type="table" w:styleId="Plain"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`

const parts = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer.xml"/></Relationships>`,
  'word/numbering.xml': `${head}<w:numbering ${main}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="420" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
} as const

const field = (name: 'PAGE' | 'NUMPAGES'): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
/** What it is, on the left, and which page of how many, on the right, at the foot of each page. */
const footer = (title: string): string => `${head}<w:ftr ${main}><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/></w:pPr>${run(title)}<w:r><w:tab/></w:r>${run('Page ')}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`

/** A Word document with real headings, table heads and its language. Its properties name what it is; nobody it is about, and nobody who made it. */
export function wordOf(paper: Paper, around: Readonly<{ councilName: string; on: string; kindTitle: string; large?: boolean }>): Uint8Array {
  const size = around.large ? 36 : 23
  const body = [
    paragraph(around.councilName), ...paper.from.map((line) => paragraph(line)), ...(paper.to.length > 0 ? [paragraph(paper.to.join('\n'))] : []), paragraph(around.on), paragraph(paper.title, 'Heading1'),
    ...(paper.greeting ? [paragraph(paper.greeting)] : []), ...paper.blocks.map(written), ...(paper.foot ? [paragraph(paper.foot)] : []),
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>',
  ].join('')
  const files = {
    ...parts, 'word/document.xml': `${head}<w:document ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`, 'word/styles.xml': styles(paper.language, size), 'word/footer.xml': footer(around.kindTitle),
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(around.kindTitle)}</dc:title><dc:language>${xml(paper.language)}</dc:language></cp:coreProperties>`,
  }
  return zipped(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text, 'utf8') })))
}
