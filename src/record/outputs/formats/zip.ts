import { crc32, deflateRawSync } from 'node:zlib'

/** A file in a container: its path and its bytes. */
type Entry = Readonly<{ path: string; bytes: Uint8Array }>

/** The first day that the format can write: a container says nothing of when it was made. */
const noDay = 0x21

/** A zip container (APPNOTE.TXT 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16): deflated, the same bytes for the same files. */
export function zipped(entries: readonly Entry[]): Uint8Array {
  const heads: Buffer[] = []
  const places: Buffer[] = []
  let at = 0
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8')
    const packed = deflateRawSync(bytes)
    const both = Buffer.alloc(26)
    both.writeUInt16LE(20, 0)
    both.writeUInt16LE(0x800, 2)
    both.writeUInt16LE(8, 4)
    both.writeUInt16LE(noDay, 8)
    both.writeUInt32LE(crc32(bytes), 10)
    both.writeUInt32LE(packed.length, 14)
    both.writeUInt32LE(bytes.length, 18)
    both.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    heads.push(Buffer.from('PK\x03\x04', 'latin1'), both, name, packed)
    places.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), both, place, name)
    at += 4 + both.length + name.length + packed.length
  }
  const list = Buffer.concat(places)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...heads, list, Buffer.from('PK\x05\x06', 'latin1'), end])
}
