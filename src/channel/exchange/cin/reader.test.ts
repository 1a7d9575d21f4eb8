import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { census, child, wholeText } from './census.fixture.ts'
import type { CensusPart } from './model.ts'
import { bounds } from './parser.ts'
import { readCensus } from './reader.ts'

const today = plain('2026-11-22')

async function read(pieces: Iterable<Uint8Array | string>): Promise<CensusPart[]> {
  const parts: CensusPart[] = []
  const bytes = Readable.from([...pieces].map((piece) => Buffer.from(piece)))
  for await (const part of readCensus(bytes, today)) parts.push(part)
  return parts
}
const lastOf = async (...pieces: (Uint8Array | string)[]) => (await read(pieces)).at(-1)
const refusal = async (...pieces: (Uint8Array | string)[]) => {
  const last = await lastOf(...pieces)
  if (last?.kind !== 'refused') throw new Error(`expected a refusal, got ${last?.kind}`)
  return `line ${last.line}: ${last.sentence}`
}

describe('a census is read child by child', () => {
  it('hands on the header, then each child, then the end with everything counted', async () => {
    const parts = await read([census({ children: [child({ localId: 'A1' }), child({ localId: 'A2' })] })])
    expect(parts.map(({ kind }) => kind)).toEqual(['header', 'child', 'child', 'end'])
    const [header, , , end] = parts
    expect(header).toMatchObject({ header: { authority: '975', referenceOn: '2022-03-31', year: { year: 2022, structure: 2022, covered: true } } })
    expect(end).toMatchObject({ children: 2, containers: 2 })
  })

  it('reads the same wherever the bytes happen to be cut', async () => {
    const text = census({ children: [child({ localId: 'Zoë1' })] })
    const bytes = Buffer.from(text)
    const whole = await read([bytes])
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 8 }), async (cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length]
      const pieces = edges.slice(1).map((to, at) => bytes.subarray(edges[at], to))
      expect(await read(pieces)).toEqual(whole)
    }), { numRuns: 60 })
  })

  it('asks for no more of the file than the child in hand needs, however long the file is', async () => {
    const one = child({ localId: 'A1' })
    let given = 0
    async function* endless() {
      yield Buffer.from(census({ children: [] }).split('</Children>')[0] ?? '')
      for (;;) {
        given++
        yield Buffer.from(one)
      }
    }
    let taken = 0
    let mostWaiting = 0
    for await (const part of readCensus(endless(), today)) {
      if (part.kind !== 'child') continue
      taken++
      mostWaiting = Math.max(mostWaiting, given - taken)
      if (taken === 5000) break
    }
    expect(taken).toBe(5000)
    expect(mostWaiting).toBeLessThanOrEqual(Math.ceil(bounds.headBytes / one.length) + 1)
  })

  it('says on which line an element begins', async () => {
    const parts = await read([census({ children: ['\n<Child>\n<ChildIdentifiers>\n\n<LAchildID>A1</LAchildID></ChildIdentifiers></Child>'] })])
    const start = census({ children: ['@'] }).split('@')[0]?.split('\n').length ?? 0
    const found = parts.find((part) => part.kind === 'child')
    expect(found).toMatchObject({ element: { line: start + 1, within: [{ line: start + 2, within: [{ line: start + 4 }] }] } })
  })

  it('keeps what stands outside every child, too', async () => {
    const parts = await read([census({ children: ['<Teacher><Name>x</Name></Teacher>', 'loose words', child({ localId: 'A1' })], after: '<Trailer/>' })])
    const strays = parts.flatMap((part) => (part.kind === 'stray' ? [[part.finding.path, part.finding.elements]] : []))
    expect(strays).toEqual([['Children/Teacher', 2], ['Children/#text', 0], ['Message/Trailer', 1]])
    const before = await read([census({ children: [] }).replace('<Message>', '<Message>loose<Note/>')])
    expect(before.map(({ kind }) => kind)).toEqual(['header', 'stray', 'stray', 'end'])
  })
})

describe('a census may be written in several ways', () => {
  const text = census({ children: [child({ localId: 'Zoë1' })] })
  const utf16be = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  const cases: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little-endian with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big-endian with its mark', utf16be],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['Latin-1, as its first line says', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1')],
    ['UTF-8 that calls itself UTF-16', Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${text}`)],
    ['lines that end as on Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['elements with a prefix', Buffer.from(text.replace('<Message>', '<Message xmlns:c="urn:x" xmlns:xsi="urn:y">').replaceAll(/<(\/?)(Child|LAchildID)>/g, '<$1c:$2>'))],
  ]
  it.each(cases)('%s', async (_, bytes) => {
    const parts = await read([bytes.subarray(0, 3), bytes.subarray(3)])
    const found = parts.find((part) => part.kind === 'child')
    expect(found?.kind === 'child' && wholeText(found.element, 'LAchildID')).toBe('Zoë1')
    expect(parts.at(-1)?.kind).toBe('end')
  })
})

describe('a file that is broken or no census is refused in words', () => {
  const good = census({ children: [child({ localId: 'A1' })] })
  it.each([
    ['an empty file', '', 'line 1: The file is empty.'],
    ['a file cut short', good.slice(0, -40), /XML is broken/],
    ['tags that cross', good.replace('</ChildIdentifiers>', '</ChildCharacteristics>'), /XML is broken/],
    ['a letter that is none in XML', good.replace('<Year>', '\u0001<Year>'), /XML is broken/],
    ['no XML at all', 'PK\u0003\u0004 a spreadsheet', /line 1: This is no XML file/],
    ['another file', '<Workforce><Header/></Workforce>', 'line 1: This is no children in need census: its outermost element is not Message.'],
    ['another collection', good.replace('>CIN<', '>CLA<'), /collection named in its header is not CIN/],
    ['no header', good.replace(/<Header>[^]*<\/Header>/, ''), /children come before the header/],
    ['no children', good.replace(/<Children>[^]*<\/Children>/, ''), /no children in it/],
    ['no authority', good.replace(/<LEA>.*<\/LEA>/, ''), /local authority by its three digits/],
    ['an unknown encoding', `<?xml version="1.0" encoding="klingon"?>${good}`, /encoding that we do not know/],
    ['two censuses one after the other', good + good, /XML is broken/],
  ])('%s', async (_, text, sentence) => {
    expect(await refusal(text)).toMatch(sentence)
  })

  it('names the line', async () => {
    expect(await refusal('<Message>\n<Header>\n</Heder></Message>')).toMatch(/^line 3: The XML is broken/)
  })

  it('letters that are not of the encoding', async () => {
    expect(await refusal(Buffer.from(good.replace('A1', 'Zoë'), 'latin1'))).toMatch(/not written in the encoding/)
  })

  it('never repeats what stood in the file', async () => {
    expect(await refusal(census({ children: ['<Child>&Kelly-Holloway;</Child>'] }))).not.toMatch(/Holloway/)
  })
})

describe('a file made to do harm is refused before it can', () => {
  it('an entity bomb', async () => {
    const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
    const bomb = `<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY l0 "lol">${lines.join('')}]>${census({ children: [child({ localId: '&l9;' })] })}`
    expect(await refusal(bomb)).toMatch(/carries a document type/)
  })
  it('an entity that nobody declared', async () => {
    expect(await refusal(census({ children: [child({ localId: '&lol;' })] }))).toMatch(/XML is broken/)
  })
  it('a file of the machine as an entity', async () => {
    expect(await refusal(`<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]>${census({ children: [] })}`)).toMatch(/carries a document type/)
  })
  it.each([
    ['a document type without end', '<!DOCTYPE m [', 'x'],
    ['a comment without end', '<Message><!--', 'x'],
    ['a value without end', '<Message><Header><Year>', '2'],
    ['a tag without end', '<Message a="', 'x'],
  ])('%s', async (_, start, filling) => {
    let given = 0
    async function* endless() {
      yield Buffer.from(start)
      for (;;) {
        given++
        yield Buffer.alloc(65_536, filling)
      }
    }
    let last: CensusPart | undefined
    for await (const part of readCensus(endless(), today)) last = part
    expect(last?.kind).toBe('refused')
    expect(given * 65_536).toBeLessThan(2 * bounds.lettersWithoutTag)
  })
  it('a child with elements without end, or one in another without end', async () => {
    expect(await refusal(census({ children: [`<Child>${'<a/>'.repeat(bounds.elementsOfOne + 1)}</Child>`] }))).toMatch(/more than 20000 elements/)
    expect(await refusal(census({ children: [`<Child>${'<a>'.repeat(100)}`] }))).toMatch(/more than 40 deep/)
  })
})

describe('the year of a census', () => {
  it.each([
    ['2017', 'read', { year: 2017, structure: 2017, covered: true }],
    ['2026', 'read', { year: 2026, structure: 2026, covered: true }],
    ['2027', 'read with the nearest older structure', { year: 2027, structure: 2026, covered: false }],
    ['2012', 'read with the oldest structure', { year: 2012, structure: 2017, covered: false }],
  ])('%s is %s', async (year, _, expected) => {
    const [header] = await read([census({ year, children: [child({ localId: 'A1' })] })])
    expect(header).toMatchObject({ header: { year: expected } })
  })
  it.each([['2028', /up to next year, 2027/], ['9999', /up to next year/], ['22', /does not name a year/], ['', /does not name a year/], ['twenty', /does not name a year/], ['0000', /does not name a year/], ['2022.5', /does not name a year/]])('“%s” is refused', async (year, sentence) => {
    expect(await refusal(census({ year, children: [child({ localId: 'A1' })] }))).toMatch(sentence)
  })
})
