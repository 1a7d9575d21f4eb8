import { createReadStream } from 'node:fs'
import type { Place, Provider } from '../../../../content/returns/ssda903/child.ts'
import { returnDay } from '../../../../content/returns/ssda903/tables.ts'
import { csvReader } from '../../../kernel/csv.ts'
import { StartFault } from '../../../platform/start/fault.ts'

async function readList(file: string, needed: readonly string[], what: string, each: (cell: (column: string) => string) => void): Promise<void> {
  const reader = csvReader()
  let at: ReadonlyMap<string, number> | undefined
  const take = (cells: readonly string[]) => {
    if (!at) {
      const found = new Map(cells.map((name, place) => [name.trim().toLowerCase(), place]))
      const lacking = needed.filter((column) => !found.has(column))
      if (lacking.length > 0) throw new StartFault(`The ${what} lacks ${lacking.join(', ')} in its first line. It needs ${needed.join(', ')}.`)
      at = found
      return
    }
    const places = at
    each((column) => (cells[places.get(column) ?? -1] ?? '').trim())
  }
  const decode = new TextDecoder()
  for await (const piece of createReadStream(file)) if (piece instanceof Uint8Array) for (const cells of reader.read(decode.decode(piece, { stream: true }))) take(cells)
  for (const cells of reader.end()) take(cells)
}

/** Upper case without spaces, so that postcodes compare. */
const packed = (postcode: string) => postcode.replace(/\s/g, '').toUpperCase()
const codes = (text: string) => text.toUpperCase().split(/[\s;|,]+/).filter((code) => code !== '')

/** Ofsted's list: urn, postcode, authority, places and providers (several codes divided by spaces), opened, closed. */
export async function providerList(file: string): Promise<(urn: string) => Provider | undefined> {
  const providers = new Map<string, Provider>()
  await readList(file, ['urn', 'postcode', 'authority', 'places', 'providers', 'opened', 'closed'], 'list of providers', (cell) => {
    const urn = cell('urn').toUpperCase()
    providers.set(urn, { urn, postcode: packed(cell('postcode')), authority: cell('authority'), places: codes(cell('places')), providers: codes(cell('providers')), opensOn: returnDay(cell('opened')), closesOn: returnDay(cell('closed')) })
  })
  return (urn) => providers.get(urn.toUpperCase())
}

/** Postcodes with the authority they lie in and their place on the national grid: postcode, lad_code, easting, northing. */
export async function postcodeList(file: string): Promise<(postcode: string) => Place | undefined> {
  const places = new Map<string, Place>()
  await readList(file, ['postcode', 'lad_code', 'easting', 'northing'], 'list of postcodes', (cell) => {
    places.set(packed(cell('postcode')), { authority: cell('lad_code'), east: Number(cell('easting')), north: Number(cell('northing')) })
  })
  return (postcode) => places.get(packed(postcode))
}
