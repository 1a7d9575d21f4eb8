import { inflateRawSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell } from '../../../kernel/csv.ts'
import { moment } from '../../../kernel/dates.ts'
import type { Paper } from '../model.ts'
import { isDrawable, pdfOf } from './pdf.ts'
import { textOfPdf } from './pdfText.fixture.ts'
import { wordOf } from './word.ts'

const paper: Paper = {
  title: 'What we found', language: 'en-GB', from: ['Family Support 2'], to: ['Łukasz Öztürk', '9 Harrier House'], greeting: 'Dear Łukasz,', leftOut: 0, foot: 'You can have this in large print.',
  blocks: [
    { kind: 'heading', level: 2, words: 'What is going well' }, { kind: 'paragraph', words: 'Amelia is good at maths.\n\nShe reads < & > writes.' }, { kind: 'list', rows: ['Bed at eight', 'Breakfast'] },
    { kind: 'heading', level: 3, words: 'Who does what' }, { kind: 'table', caption: 'Who does what', columns: ['What', 'By when'], rows: [['Build the bed', '28 November 2026']] }, { kind: 'quote', words: 'I like my room', by: 'Amelia' }, { kind: 'signatures', names: ['Łukasz'] },
  ],
}
const around = { councilName: 'Ardenvale', on: '22 Nov 2026', madeAt: moment('2026-11-22T10:00:00.000Z'), kindTitle: 'Letter to the family' }
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('A PDF', () => {
  it('is tagged, has a title, a language and bookmarks, and the words can be read out of it in their order', async () => {
    const bytes = await pdfOf(paper, around)
    const raw = latin(bytes)
    for (const part of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/Lang (en-GB)', '/DisplayDocTitle true', '/S /H1', '/S /H2', '/S /H3', '/S /TH', '/S /TD', '/S /LBody', '/S /BlockQuote', '/Outlines']) expect({ part, there: raw.includes(part) }).toEqual({ part, there: true })
    const text = textOfPdf(bytes)
    const places = ['Łukasz Öztürk', 'What we found', 'Dear Łukasz,', 'What is going well', 'good at maths', '< & >', 'Breakfast', 'Build the bed', '28 November 2026', 'I like my room', 'large print', 'Page 1 of 1'].map((part) => text.indexOf(part))
    expect(places.every((at, i) => at >= 0 && at > (places[i - 1] ?? -1))).toBe(true)
  })

  it('has the same bytes for the same words, nobody in its properties, and is more pages in large print', async () => {
    const [one, again, large] = [await pdfOf(paper, around), await pdfOf(paper, around), await pdfOf(paper, { ...around, large: true })]
    expect(Buffer.compare(one, again)).toBe(0)
    const raw = latin(one)
    const info = raw.slice(raw.indexOf('/Producer') - 200, raw.indexOf('/Producer') + 300)
    expect(info).toContain('Letter to the family')
    expect(info).not.toMatch(/Amelia|Harrier|What we found/)
    expect(latin(large)).not.toBe(raw)
    const long = await pdfOf({ ...paper, blocks: Array.from({ length: 60 }, (_, i) => ({ kind: 'paragraph', words: `Paragraph ${i} ${'word '.repeat(60)}` })) }, around)
    expect(textOfPdf(long)).toMatch(/Page 3 of \d/)
    expect(textOfPdf(long)).toContain('Paragraph 59')
  })

  it('is not offered where the fonts would leave holes', () => {
    expect(isDrawable(paper)).toBe(true)
    expect(isDrawable({ ...paper, greeting: 'প্রিয়' })).toBe(false)
    expect(isDrawable({ ...paper, greeting: 'Dear 🦊' })).toBe(false)
  })
})

describe('A Word document', () => {
  const filesIn = (bytes: Uint8Array): Map<string, string> => {
    const all = Buffer.from(bytes)
    const files = new Map<string, string>()
    for (let at = 0; all.readUInt32LE(at) === 0x04034b50;) {
      const [packed, name] = [all.readUInt32LE(at + 18), all.readUInt16LE(at + 26)]
      const from = at + 30 + name
      files.set(all.toString('utf8', at + 30, from), inflateRawSync(all.subarray(from, from + packed)).toString('utf8'))
      at = from + packed
    }
    return files
  }
  it('has real headings, its language, table heads and whole words; and nobody in its properties', () => {
    const files = filesIn(wordOf(paper, around))
    const document = files.get('word/document.xml') ?? ''
    for (const part of ['w:val="Heading1"', 'w:val="Heading2"', 'w:val="Heading3"', '<w:tblHeader/>', 'Dear Łukasz,', 'reads &lt; &amp; &gt; writes', '<w:numPr>']) expect(document).toContain(part)
    expect(files.get('word/styles.xml')).toContain('w:lang w:val="en-GB"')
    expect(files.get('word/footer.xml')?.replace(/<w:instrText[^>]*>|<[^>]*>/g, '')).toMatch(/^\s*.+Page  PAGE 1 of  NUMPAGES 1$/)
    expect(document).toContain('<w:footerReference w:type="default" r:id="rId3"/>')
    expect(files.get('docProps/core.xml')).toContain('<dc:title>Letter to the family</dc:title>')
    expect(files.get('docProps/core.xml')).not.toMatch(/Amelia|Harrier|creator/)
  })

  it('holds any words as they are, and is a container that any program opens', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (words) => {
      const files = filesIn(wordOf({ ...paper, blocks: [{ kind: 'paragraph', words }] }, around))
      expect(files.get('word/document.xml')).not.toMatch(/<w:t[^>]*>[^<]*<(?!\/w:t>)/)
      expect([...files.keys()]).toContain('[Content_Types].xml')
    }), { numRuns: 40 })
  })
})

describe('A cell of a CSV file', () => {
  it.each([['=1+1', "'=1+1"], ['+44 7700', "'+44 7700"], ['-2', "'-2"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['  =1', "'  =1"], ['＝1', "'＝1"], ['a,b', '"a,b"'], ['say "so"', '"say ""so"""'], ['plain', 'plain'], ['two\nlines', '"two\nlines"'], [-2, '-2'], [null, '']] as const)('%j is %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })
  it('is never a formula, and always the same text to whoever reads it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const cell = csvCell(text)
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(read).not.toMatch(/^[\s\u00a0\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u)
      expect([text, `'${text}`]).toContain(read)
      if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\n\r]/)
    }))
  })
})

it('what is compressed in a PDF can be read again', async () => {
  const raw = Buffer.from(await pdfOf(paper, around))
  const at = raw.indexOf('stream\n') + 7
  expect(inflateSync(raw.subarray(at, raw.indexOf('endstream', at) - 1)).length).toBeGreaterThan(0)
})
