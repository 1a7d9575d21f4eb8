import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** One request to make; the answer must have this status. */
export type Call = Readonly<{ method: 'GET' | 'POST'; path: string; body?: unknown; session?: string; key?: string }>
export type Target = Readonly<{ port: number; pid: number; postmaster: number }>
export type Result = Readonly<{ requests: number; perSecond: number; p50: number; p95: number; p99: number; server: number; database: number; bytes: number; failed: number }>

const statOf = (pid: number): { ticks: number; parent: number } | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return { ticks: Number(fields[11]) + Number(fields[12]), parent: Number(fields[1]) }
  } catch {
    return undefined
  }
}

/** Processor time of a process so far, in ms. */
export const spentBy = (pid: number): number => (statOf(pid)?.ticks ?? 0) * 10

/** Processor time of each child of the database's first process, in ms: a hundredth of a second exact. */
const spentInDatabase = (postmaster: number): Map<number, number> => new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name): [number, number][] => {
  const stat = statOf(Number(name))
  return stat && (stat.parent === postmaster || Number(name) === postmaster) ? [[Number(name), stat.ticks * 10]] : []
}))
/** What was spent since: connections that ended meanwhile are not counted. */
const spentSince = (postmaster: number, before: ReadonlyMap<number, number>): number =>
  [...spentInDatabase(postmaster)].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Makes the calls for so many seconds over so many connections, one after another on each. */
export async function load(target: Target, nextCall: () => Call, seconds: number, connections = 32): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  let bytes = 0
  let failed = 0
  const one = (call: Call) => new Promise<void>((settle) => {
    const began = performance.now()
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    const sent = request({
      port: target.port, host: '127.0.0.1', method: call.method, path: call.path, agent,
      headers: { host: `localhost:${target.port}`, ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}), ...(call.session ? { cookie: `__Host-kith=${call.session}`, 'sec-fetch-site': 'same-origin' } : {}), ...(call.key ? { 'idempotency-key': call.key } : {}), accept: call.path.startsWith('/api') ? 'application/json' : '*/*' },
    }, (answer) => {
      answer.on('data', (part: Buffer) => { bytes += part.length })
      answer.on('end', () => {
        took.push(performance.now() - began)
        if (answer.statusCode !== 200) failed += 1
        settle()
      })
    })
    sent.on('error', () => { failed += 1; settle() })
    sent.end(body)
  })
  const before = { server: spentBy(target.pid), database: spentInDatabase(target.postmaster) }
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(Array.from({ length: connections }, async () => { while (performance.now() < until) await one(nextCall()) }))
  const wall = performance.now() - began
  const server = spentBy(target.pid) - before.server
  const database = spentSince(target.postmaster, before.database)
  agent.destroy()
  took.sort((a, b) => a - b)
  const requests = Math.max(1, took.length)
  return { requests: took.length, perSecond: took.length / wall * 1000, p50: at(took, 0.5), p95: at(took, 0.95), p99: at(took, 0.99), server: server / requests, database: database / requests, bytes: bytes / requests, failed }
}
