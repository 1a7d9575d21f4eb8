/** One cell that a spreadsheet shows and never runs: what begins like a formula, also after spaces or in wide signs, gets an apostrophe before it. Source: OWASP, CSV injection. */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a CSV file, with its end. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Rows of cells out of pieces of text as they come: quoted cells, line ends of all systems, a byte order mark. A row may be cut anywhere. */
export function csvReader() {
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let afterQuote = false
  let began = false
  let afterReturn = false

  function* feed(text: string): Generator<readonly string[]> {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]
      if (quoted) {
        if (letter !== '"') continue
        cell += text.slice(from, at)
        from = at + 1
        quoted = false
        afterQuote = true
        continue
      }
      if (letter === '"') {
        // two in a row within quotes are one that is meant
        cell += afterQuote ? '"' : text.slice(from, at)
        quoted = afterQuote || cell.trim() === ''
        if (!quoted) cell += '"'
        else if (!afterQuote) cell = ''
        afterQuote = false
        from = at + 1
        began = true
      } else if (letter === ',' || letter === '\n' || letter === '\r') {
        cell += text.slice(from, at)
        from = at + 1
        afterQuote = false
        if (letter === '\n' && afterReturn) {
          afterReturn = false
          cell = ''
          continue
        }
        cells.push(cell)
        cell = ''
        began = letter === ','
        if (letter !== ',') {
          yield cells
          cells = []
        }
      } else {
        afterQuote = false
        began = true
      }
      afterReturn = letter === '\r'
    }
    cell += text.slice(from)
  }

  let first = true
  return {
    *read(text: string): Generator<readonly string[]> {
      const plain = first && text.startsWith('\ufeff') ? text.slice(1) : text
      first = first && text === ''
      yield* feed(plain)
    },
    /** The last row, when the file does not end with a line end. */
    *end(): Generator<readonly string[]> {
      if (began || cells.length > 0) yield [...cells, cell]
    },
  }
}
