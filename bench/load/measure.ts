import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** One request to make; the answer must have this status. `after` is told of it. */
export type Call = Readonly<{ /** What kind of request it is, where several are told apart. */ of?: string; method: 'GET' | 'POST'; path: string; body?: unknown; session?: string; key?: string; after?: (status: number, answer: string) => void }>
/** A server, and the processes that work for it in the database. */
export type Target = Readonly<{ port: number; pid: number; backends: () => Promise<readonly number[]> }>
export type Result = Readonly<{ requests: number; perSecond: number; p50: number; p95: number; p99: number; server: number; database: number; bytes: number; failed: number; statuses: ReadonlyMap<number, number>; /** p95 of each kind of request, in ms. */ kinds: ReadonlyMap<string, number> }>

/** Processor time of a process so far, in ms: a hundredth of a second exact. */
const spentBy = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

type Until = Readonly<{ seconds: number; connections?: number; /** Goes on until this is so, where it comes before the time is over. */ over?: () => boolean; /** How long a person reads on average before they ask again, in ms. Each time another time, so that requests come in bunches as people's do. */ pause?: number }>

/** Makes the calls for so many seconds over so many connections, one after another on each. */
export async function load(target: Target, nextCall: () => Call, { seconds, connections = 32, over = () => false, pause = 0 }: Until): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  const tookByKind = new Map<string, number[]>()
  const statuses = new Map<number, number>()
  let bytes = 0
  const one = (call: Call) => new Promise<void>((settle) => {
    const began = performance.now()
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    const ended = (status: number, answer: string) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      call.after?.(status, answer)
      settle()
    }
    const sent = request({
      port: target.port, host: '127.0.0.1', method: call.method, path: call.path, agent,
      headers: { host: `localhost:${target.port}`, ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}), ...(call.session ? { cookie: `__Host-kith=${call.session}`, 'sec-fetch-site': 'same-origin' } : {}), ...(call.key ? { 'idempotency-key': call.key } : {}), accept: call.path.startsWith('/api') ? 'application/json' : '*/*' },
    }, (answer) => {
      const kept: Buffer[] = []
      answer.on('data', (part: Buffer) => {
        bytes += part.length
        if (call.after) kept.push(part)
      })
      answer.on('end', () => {
        const ms = performance.now() - began
        took.push(ms)
        if (call.of) tookByKind.set(call.of, [...(tookByKind.get(call.of) ?? []), ms])
        ended(answer.statusCode ?? 0, Buffer.concat(kept).toString('utf8'))
      })
    })
    sent.on('error', () => ended(0, ''))
    sent.end(body)
  })
  const known = new Map((await target.backends()).map((pid) => [pid, spentBy(pid)]))
  const server = spentBy(target.pid)
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < until && !over()) {
      if (pause > 0) await wait(-Math.log(1 - Math.random()) * pause)
      await one(nextCall())
    }
  }))
  const wall = performance.now() - began
  const spentByServer = spentBy(target.pid) - server
  // Connections that ended meanwhile are not counted.
  const spentInDatabase = (await target.backends()).reduce((sum, pid) => sum + spentBy(pid) - (known.get(pid) ?? 0), 0)
  agent.destroy()
  took.sort((a, b) => a - b)
  const requests = Math.max(1, took.length)
  const failed = [...statuses].reduce((sum, [status, times]) => sum + (status === 200 ? 0 : times), 0)
  return { requests: took.length, perSecond: took.length / wall * 1000, p50: at(took, 0.5), p95: at(took, 0.95), p99: at(took, 0.99), server: spentByServer / requests, database: spentInDatabase / requests, bytes: bytes / requests, failed, statuses,
    kinds: new Map([...tookByKind].map(([kind, times]) => [kind, at(times.sort((a, b) => a - b), 0.95)])) }
}
