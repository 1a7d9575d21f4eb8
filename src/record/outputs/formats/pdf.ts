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

function draw(doc: Doc, into: Element, block: Block, sizes: Sizes): void {
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
      if (block.level === 2) doc.outline.addItem(block.words)
      return put(`H${block.level}`, block.words, 'bold', sizes.text + (block.level === 2 ? 3 : 1))
    case 'paragraph': return block.words.split(/\n{2,}/).forEach((part) => put('P', part, 'text', sizes.text))
    case 'quote': return put('BlockQuote', `“${block.words}”${block.by ? ` ${block.by}` : ''}`, 'slanted', sizes.text, 18)
    case 'table': return drawTable(doc, into, block, sizes)
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

/**
 * A tagged PDF: title, language, headings as headings and as bookmarks, tables with heads, in the order in which it is read. The same words give the same bytes.
 * Its properties name what it is; nobody it is about, and nobody who made it.
 */
export async function pdfOf(paper: Paper, around: Readonly<{ councilName: string; on: string; madeAt: Instant; kindTitle: string; large?: boolean }>): Promise<Uint8Array> {
  const sizes: Sizes = around.large ? { text: 18, gap: 7, margin: 56 } : { text: 11, gap: 3, margin: 62 }
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
    const element = doc.struct(tag, {}, () => { doc.font(look).fontSize(size).text(text, { lineGap: sizes.gap }) })
    root.add(element)
    element.end()
    doc.moveDown(0.5)
  }
  line('P', [around.councilName, ...paper.from].join('\n'), 'bold', sizes.text)
  line('P', [...paper.to, '', around.on].join('\n'), 'text', sizes.text)
  doc.outline.addItem(paper.title)
  line('H1', paper.title, 'bold', sizes.text + 7)
  if (paper.greeting) line('P', paper.greeting, 'text', sizes.text)
  for (const block of paper.blocks) draw(doc, root, block, sizes)
  if (paper.foot) line('P', paper.foot, 'text', sizes.text)
  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('text').fontSize(9).text(`Page ${at + 1} of ${count}`, sizes.margin, doc.page.height - 36, { width: doc.page.width - 2 * sizes.margin, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
  doc.end()
  await ended
  return Buffer.concat(parts)
}
