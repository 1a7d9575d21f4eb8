import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvLine, csvReader } from './csv.ts'

const rowsOf = (pieces: readonly string[]) => {
  const reader = csvReader()
  return [...pieces.flatMap((piece) => [...reader.read(piece)]), ...reader.end()]
}

describe('comma-separated rows', () => {
  it.each([
    ['plain rows', 'a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]],
    ['no line end at the end', 'a,b\n1,2', [['a', 'b'], ['1', '2']]],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    ['commas, quotes and line ends within quotes', '"a,b","say ""x""","1\n2"\n', [['a,b', 'say "x"', '1\n2']]],
    ['blank cells at the end', 'a,,\n', [['a', '', '']]],
    ['a quote within a word', 'O"Neil,b\n', [['O"Neil', 'b']]],
  ])('are read with %s', (_, text, rows) => expect(rowsOf([text])).toEqual(rows))

  it('come back as they were written, wherever the text is cut', () => {
    const word = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é'), maxLength: 6 }).filter((text) => !/^[=+\-@\t\r]/.test(text))
    fc.assert(fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), fc.nat(40), (rows, cut) => {
      const text = rows.map(csvLine).join('')
      expect(rowsOf([text.slice(0, cut), text.slice(cut)])).toEqual(rows)
    }))
  })

  it.each(['=1+1', '+44', '-2', '@x', '\tx'])('never begin like a formula: %s', (text) => expect(csvCell(text)).toBe(`'${text}`))
})
