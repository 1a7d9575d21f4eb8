import { createReadStream } from 'node:fs'
import type { Place, Provider } from '../../../../content/returns/ssda903/child.ts'
import { packed, placeReader, providerReader } from '../../../oversight/returns/lists/reading.ts'
import { StartFault } from '../../../platform/start/fault.ts'

type Read<Row> = readonly Row[] | Readonly<{ sentence: string }>
function rowsIn<Row>(read: Read<Row>): readonly Row[] {
  if ('sentence' in read) throw new StartFault(read.sentence)
  return read
}
/** The rows of a list, as the file is read. @throws StartFault where it is no such list */
export async function* listRows<Row>(file: string, { read, end }: Readonly<{ read: (text: string) => Read<Row>; end: () => Read<Row> }>): AsyncGenerator<readonly Row[]> {
  const decode = new TextDecoder()
  for await (const piece of createReadStream(file)) if (piece instanceof Uint8Array) yield rowsIn(read(decode.decode(piece, { stream: true })))
  yield rowsIn(end())
}

/** Ofsted's list: urn, postcode, authority, places and providers (several codes divided by spaces), opened, closed. */
export async function providerList(file: string): Promise<(urn: string) => Provider | undefined> {
  const providers = new Map<string, Provider>()
  for await (const rows of listRows(file, providerReader())) for (const one of rows) providers.set(one.urn, one)
  return (urn) => providers.get(urn.toUpperCase())
}

/** Postcodes with the authority they lie in and their place on the national grid: postcode, lad_code, easting, northing. */
export async function postcodeList(file: string): Promise<(postcode: string) => Place | undefined> {
  const places = new Map<string, Place>()
  for await (const rows of listRows(file, placeReader())) for (const { postcode, ...place } of rows) places.set(postcode, place)
  return (postcode) => places.get(packed(postcode))
}
