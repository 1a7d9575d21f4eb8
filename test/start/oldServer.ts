import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** The outside world's part: as much of a PostgreSQL server of the given version as a client needs to ask for it. */
export async function serverOfVersion(version: string, number: string) {
  const server = createServer((socket) => answer(socket, version, number)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `postgres://someone:secret@127.0.0.1:${port}/kith`, close: () => void server.close() }
}

function answer(socket: Socket, version: string, number: string): void {
  let greeted = false
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    if (!greeted) {
      greeted = true
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
    } else if (bytes[0] === 'Q'.charCodeAt(0)) {
      const columns = ['number', 'version']
      const described = columns.map((name) => Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]))
      const values = [number, version].map((text) => Buffer.concat([int32(text.length), Buffer.from(text)]))
      socket.write(Buffer.concat([message('T', int16(2), ...described), message('D', int16(2), ...values), message('C', Buffer.from('SELECT 1\0')), ready]))
    }
  })
}

const int16 = (value: number) => { const bytes = Buffer.alloc(2); bytes.writeInt16BE(value); return bytes }
const int32 = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeInt32BE(value); return bytes }
const message = (kind: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}
const ready = message('Z', Buffer.from('I'))
