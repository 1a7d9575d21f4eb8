import type { Place, Provider } from '../../../../content/returns/ssda903/child.ts'
import { returnDay } from '../../../../content/returns/ssda903/tables.ts'
import { csvReader } from '../../../kernel/csv.ts'
import { listWords, type ListKind } from './model.ts'

/** Upper case without spaces, so that postcodes compare. */
export const packed = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase()
const codes = (text: string) => text.toUpperCase().split(/[\s;|,]+/).filter((code) => code !== '')

export type PlaceOf = Place & Readonly<{ postcode: string }>
type Cell = (column: string) => string
const providerIn = (cell: Cell): Provider => ({
  urn: cell('urn').toUpperCase(), postcode: packed(cell('postcode')), authority: cell('authority'), places: codes(cell('places')), providers: codes(cell('providers')), opensOn: returnDay(cell('opened')), closesOn: returnDay(cell('closed')),
})
/** Nothing where a postcode has no place on the grid: it lies in an authority all the same. */
const onGrid = (cell: string): number | null => (cell === '' ? null : Math.round(Number(cell)))
const placeIn = (cell: Cell): PlaceOf => ({ postcode: packed(cell('postcode')), authority: cell('lad_code'), east: onGrid(cell('easting')), north: onGrid(cell('northing')) })

/** Reads a list piece by piece. @returns the rows of each piece, or in words why it is no such list */
function listReader<Row>(kind: ListKind, rowIn: (cell: Cell) => Row | undefined) {
  const { columns, noun } = listWords[kind]
  const reader = csvReader()
  let at: ReadonlyMap<string, number> | undefined
  const rows = (lines: Iterable<readonly string[]>): readonly Row[] | Readonly<{ sentence: string }> => {
    const found: Row[] = []
    for (const cells of lines) {
      if (at) {
        const places = at
        const row = rowIn((column) => (cells[places.get(column) ?? -1] ?? '').trim())
        if (row !== undefined) found.push(row)
        continue
      }
      at = new Map(cells.map((name, place) => [name.replace(/^\ufeff/, '').trim().toLowerCase(), place]))
      const lacking = columns.filter((column) => !at?.has(column))
      if (lacking.length > 0) return { sentence: `The ${noun} lacks ${lacking.join(', ')} in its first line. It needs ${columns.join(', ')}.` }
    }
    return found
  }
  return { read: (text: string) => rows(reader.read(text)), end: () => rows(reader.end()) }
}
export const providerReader = () => listReader('providers', (cell) => { const one = providerIn(cell); return one.urn === '' ? undefined : one })
export const placeReader = () => listReader('postcodes', (cell) => { const one = placeIn(cell); return one.postcode === '' || Number.isNaN(one.east ?? 0) || Number.isNaN(one.north ?? 0) ? undefined : one })
