import { createServer } from 'node:http'
import { StartFault } from '../fault.ts'

const words = 'This is the standby of Kith. Open the address of the primary; this one opens when it has taken over.'

/** While it follows, a standby says so to a browser and to a proxy, which sends people where Kith is ready. @returns what closes it */
export async function openWaiting(port: number): Promise<() => Promise<void>> {
  const server = createServer((request, answer) => {
    const live = request.url === '/health/live'
    const ready = request.url === '/health/ready'
    answer.writeHead(live ? 200 : 503, { 'content-type': live || ready ? 'application/json' : 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '10' })
    answer.end(live ? JSON.stringify({ live: true }) : ready ? JSON.stringify({ ready: false, why: words }) : words)
  })
  await new Promise<void>((settle, refuse) => {
    server.once('error', () => refuse(new StartFault(`Port ${port} is in use by another program. Stop that program, or start on another port.`)))
    server.listen(port, '127.0.0.1', () => settle())
  })
  return () => new Promise((settle) => {
    server.closeAllConnections()
    server.close(() => settle())
  })
}
