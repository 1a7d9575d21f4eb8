import { createServer } from 'node:http'
import { createServer as createProbe } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { StartFault } from './fault.ts'
import { codeOf } from './process.ts'

/** The port that `PORT` asks for; 0 is any free one. @throws StartFault when it is no port */
export function portFrom(text: string | undefined): number {
  const port = Number(text || '3000')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartFault('PORT must be a number from 0 to 65535, for example PORT=3001 npm start.')
}

/** Finds out before any work is done that the port is taken. @throws StartFault */
export async function expectFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await new Promise<string>((settle) => {
      const probe = createProbe()
      probe.once('error', (error) => settle(codeOf(error)))
      probe.listen(port, host, () => probe.close(() => settle('')))
    })
    if (code === 'EADDRINUSE') throw inUse(port)
    if (code === 'EACCES') throw new StartFault(`You may not listen on port ${port}. Start with a port above 1023, for example PORT=3000 npm start.`)
  }
}

/**
 * Listens on this machine only, under both of its names: a browser may take `localhost` for 127.0.0.1 or for ::1. With a `host`, there and nowhere else.
 * @returns the port, and the way to stop listening on the second name
 */
export async function listenHere(server: FastifyInstance, port: number, host?: string): Promise<{ port: number; closeSecond(): void }> {
  try {
    await server.listen({ port, host: host ?? '127.0.0.1' })
  } catch (error) {
    // A machine without IPv6 listens on every address by the other name.
    if (host === '::' && codeOf(error) === 'EAFNOSUPPORT') return listenHere(server, port, '0.0.0.0')
    if (codeOf(error) === 'EADDRNOTAVAIL') throw new StartFault(`This machine has no address ${host}. Set KITH_LISTEN to one that it has.`)
    throw codeOf(error) === 'EADDRINUSE' ? inUse(port) : error
  }
  const address = server.server.address()
  const actual = address && typeof address === 'object' ? address.port : port
  if (host) return { port: actual, closeSecond: () => undefined }
  const second = createServer((request, answer) => void server.server.emit('request', request, answer))
  await new Promise<void>((settle) => {
    // A machine without IPv6 has no second name, and needs none.
    second.once('error', () => settle())
    second.listen(actual, '::1', () => settle())
  })
  return { port: actual, closeSecond: () => void second.close(() => undefined) }
}

const inUse = (port: number) => new StartFault(`Port ${port} is in use by another program. Stop that program, or start on another port, for example PORT=${port < 65_535 ? port + 1 : 3000} npm start.`)
