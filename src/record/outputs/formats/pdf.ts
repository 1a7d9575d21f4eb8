import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Instant } from '../../../kernel/dates.ts'
import type { Block, Paper } from '../model.ts'
import { textsOf } from '../rules/judging.ts'

const font = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)
/** The letters that the fonts draw, left to right. For others there is Word, or the page printed. */
const drawn = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u

/** Whether these words can be drawn as a PDF: in a script that the fonts have, without pictures among the letters. */
export const isDrawable = (paper: Paper): boolean =>
  [paper.title, ...paper.from, ...paper.to, paper.greeting ?? '', paper.foot ?? '', ...paper.blocks.flatMap(textsOf)].every((text) => drawn.test(text) && !/\p{Emoji_Presentation}/u.test(text))

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>
type Sizes = Readonly<{ text: number; gap: number; margin: number }>

function drawTable(doc: Doc, into: Element, block: Extract<Block, { kind: 'table' }>, sizes: Sizes): void {
  const width = doc.page.width - 2 * sizes.margin
  const longest = block.columns.map((title, at) => Math.min(60, Math.max(title.length, ...block.rows.map((row) => (row[at] ?? '').length), 8)))
  const sum = longest.reduce((all, one) => all + one, 0)
  const widths = longest.map((one) => (width * one) / sum)
  const table = doc.struct('Table', { title: block.caption })
  into.add(table)
  const row = (cells: readonly string[], head: boolean) => {
    doc.font(head ? 'bold' : 'text').fontSize(sizes.text)
    const height = Math.max(...cells.map((cell, at) => doc.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - 8 }))) + 6
    if (doc.y + height > doc.page.height - sizes.margin && height < doc.page.height - 2 * sizes.margin) doc.addPage()
    const top = doc.y
    const line = doc.struct('TR')
    table.add(line)
    let left = sizes.margin
    for (const [at, cell] of cells.entries()) {
      const x = left
      const element = doc.struct(head ? 'TH' : 'TD', {}, () => { doc.text(cell || ' ', x, top, { width: (widths[at] ?? 0) - 8 }) })
      line.add(element)
      element.end()
      left += widths[at] ?? 0
    }
    line.end()
    doc.x = sizes.margin
    doc.y = Math.max(doc.y, top + height)
  }
  row(block.columns, true)
  for (const cells of block.rows) row(block.columns.map((_, at) => cells[at] ?? ''), false)
  table.end()
  doc.moveDown(0.6)
}

/** Where it is drawn: what stands under which bookmark, and how deep its headings are (in a bundle one deeper, under the heading of the document). */
type Place = Readonly<{ doc: Doc; into: Element; sizes: Sizes; outline: PDFKit.PDFOutline; deeper: 0 | 1 }>

function draw({ doc, into, sizes, outline, deeper }: Place, block: Block): void {
  const put = (tag: string, text: string, look: 'text' | 'bold' | 'slanted', size: number, indent = 0) => {
    const element = doc.struct(tag, {}, () => { doc.font(look).fontSize(size).text(text, sizes.margin + indent, doc.y, { width: doc.page.width - 2 * sizes.margin - indent, lineGap: sizes.gap }) })
    into.add(element)
    element.end()
    doc.moveDown(0.5)
  }
  switch (block.kind) {
    case 'heading':
      // A heading stays with what it is the heading of.
      if (doc.y > doc.page.height - sizes.margin - 5 * sizes.text) doc.addPage()
      doc.moveDown(0.4)
      if (block.level === 2) outline.addItem(block.words)
      return put(`H${block.level + deeper}`, block.words, 'bold', sizes.text + (block.level === 2 ? 3 : 1))
    case 'paragraph': return block.words.split(/\n{2,}/).forEach((part) => put('P', part, 'text', sizes.text))
    case 'quote': return put('BlockQuote', `“${block.words}”${block.by ? ` ${block.by}` : ''}`, 'slanted', sizes.text, 18)
    case 'table': return drawTable(doc, into, block, sizes)
    case 'section': return
    case 'signatures': return block.names.forEach((name) => put('P', `${'.'.repeat(50)}\n${name}`, 'text', sizes.text))
    case 'list': {
      const list = doc.struct('L')
      into.add(list)
      for (const one of block.rows) {
        const item = doc.struct('LI')
        list.add(item)
        const body = doc.struct('LBody', {}, () => { doc.font('text').fontSize(sizes.text).text(`• ${one}`, sizes.margin + 10, doc.y, { width: doc.page.width - 2 * sizes.margin - 10, lineGap: sizes.gap }) })
        item.add(body)
        body.end()
        item.end()
      }
      list.end()
      doc.x = sizes.margin
      doc.moveDown(0.5)
    }
  }
}

type Around = Readonly<{ councilName: string; on: string; madeAt: Instant; kindTitle: string; large?: boolean }>
type Piece = Extract<Block, { kind: 'section' }>

/** The index of a bundle: each document with its mark, its day and the page on which it begins, as a table whose lines lead there. */
function drawIndex(doc: Doc, root: Element, pieces: readonly Piece[], starts: readonly number[], sizes: Sizes): void {
  const width = doc.page.width - 2 * sizes.margin
  const shares = [0.1, 0.56, 0.22, 0.12]
  const title = doc.struct('H2', {}, () => { doc.font('bold').fontSize(sizes.text + 3).text('Index', sizes.margin, doc.y, { lineGap: sizes.gap }) })
  root.add(title)
  title.end()
  doc.outline.addItem('Index')
  const table = doc.struct('Table', { title: 'Index' })
  root.add(table)
  const row = (cells: readonly string[], goTo?: string) => {
    doc.font(goTo ? 'text' : 'bold').fontSize(sizes.text)
    const height = Math.max(...cells.map((cell, at) => doc.heightOfString(cell || ' ', { width: width * (shares[at] ?? 0) - 8 }))) + 6
    if (doc.y + height > doc.page.height - sizes.margin) doc.addPage()
    const top = doc.y
    const line = doc.struct('TR')
    table.add(line)
    let left = sizes.margin
    for (const [at, cell] of cells.entries()) {
      const x = left
      const own = width * (shares[at] ?? 0)
      const text = () => { doc.text(cell || ' ', x, top, { width: own - 8, align: at === 3 ? 'right' : 'left' }) }
      const element = doc.struct(goTo ? 'TD' : 'TH')
      line.add(element)
      const inner = doc.struct(goTo && at === 1 ? 'Link' : 'P', {}, text)
      element.add(inner)
      inner.end()
      element.end()
      left += own
    }
    line.end()
    // The whole line leads to its page.
    if (goTo) doc.goTo(sizes.margin, top, width, height, goTo)
    doc.x = sizes.margin
    doc.y = top + height
  }
  row(['Mark', 'Document', 'Of', 'Page'])
  for (const [i, piece] of pieces.entries()) row([piece.mark, piece.words, piece.on, String(starts[i] ?? 0)], `piece-${i}`)
  table.end()
}

/**
 * A tagged PDF: title, language, headings as headings and as bookmarks, tables with heads, in the order in which it is read. The same words give the same bytes.
 * Its properties name what it is; nobody it is about, and nobody who made it. Of a bundle: an index with pages, each document on a new page with its mark, the pages counted
 * from the first one through (general guidance on electronic court bundles, 29 November 2021: the numbering starts at page 1 for the first page, index or not).
 */
export async function pdfOf(paper: Paper, around: Around): Promise<Uint8Array> {
  const pieces = paper.blocks.filter((block): block is Piece => block.kind === 'section')
  if (pieces.length === 0) return (await laidOut(paper, around, [], [])).bytes
  // Once to learn on which page each document begins, once to say so in the index: a number takes the same room whatever it is.
  const { starts } = await laidOut(paper, around, pieces, pieces.map(() => 999))
  return (await laidOut(paper, around, pieces, starts)).bytes
}

async function laidOut(paper: Paper, around: Around, pieces: readonly Piece[], told: readonly number[]): Promise<Readonly<{ bytes: Uint8Array; starts: readonly number[] }>> {
  // A court reads twelve points or more (Family Procedure Rules, practice direction 27A).
  const sizes: Sizes = around.large ? { text: 18, gap: 7, margin: 56 } : pieces.length > 0 ? { text: 12, gap: 5, margin: 62 } : { text: 11, gap: 3, margin: 62 }
  const doc = new PDFDocument({
    size: 'A4', margin: sizes.margin, pdfVersion: '1.7', tagged: true, lang: paper.language, displayTitle: true, bufferPages: true,
    info: { Title: around.kindTitle, Creator: 'Kith', Producer: 'Kith', CreationDate: new Date(Date.parse(around.madeAt)) },
  })
  const parts: Buffer[] = []
  const ended = new Promise<void>((done, failed) => { doc.on('data', (part: Buffer) => parts.push(part)).on('end', done).on('error', failed) })
  doc.registerFont('text', font('DejaVuSansCondensed')).registerFont('bold', font('DejaVuSansCondensed-Bold')).registerFont('slanted', font('DejaVuSansCondensed-Oblique'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const line = (tag: string, text: string, look: 'text' | 'bold', size: number) => {
    if (text.trim() === '') return
    const element = doc.struct(tag, {}, () => { doc.font(look).fontSize(size).text(text, sizes.margin, doc.y, { lineGap: sizes.gap }) })
    root.add(element)
    element.end()
    doc.moveDown(0.5)
  }
  line('P', [around.councilName, ...paper.from].join('\n'), 'bold', sizes.text)
  line('P', [...paper.to, '', around.on].join('\n'), 'text', sizes.text)
  doc.outline.addItem(paper.title)
  line('H1', paper.title, 'bold', sizes.text + 7)
  if (paper.greeting) line('P', paper.greeting, 'text', sizes.text)
  const starts: number[] = []
  if (pieces.length > 0) drawIndex(doc, root, pieces, told, sizes)
  let place: Place = { doc, into: root, sizes, outline: doc.outline, deeper: 0 }
  for (const block of paper.blocks) {
    if (block.kind === 'section') {
      doc.addPage()
      doc.addNamedDestination(`piece-${starts.length}`, 'XYZ', 0, 0, null)
      starts.push(doc.bufferedPageRange().count)
      place = { ...place, outline: doc.outline.addItem(`${block.mark}. ${block.words}`), deeper: 1 }
      line('H2', `${block.mark}. ${block.words}`, 'bold', sizes.text + 5)
      line('P', block.on, 'text', sizes.text)
    } else draw(place, block)
  }
  if (paper.foot) line('P', paper.foot, 'text', sizes.text)
  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    doc.page.margins.bottom = 0
    const mark = pieces[starts.findLastIndex((from) => from <= at - start + 1)]?.mark
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('text').fontSize(9)
    if (mark) doc.text(mark, sizes.margin, doc.page.height - 36, { lineBreak: false })
    doc.text(`Page ${at + 1} of ${count}`, sizes.margin, doc.page.height - 36, { width: doc.page.width - 2 * sizes.margin, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
  doc.end()
  await ended
  return { bytes: Buffer.concat(parts), starts }
}
