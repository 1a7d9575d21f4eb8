import { timingSafeEqual } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { notFound } from '../../kernel/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Standings } from '../../platform/standing.ts'

/** What those who run Kith may look at. `log`: takes one line a request. `token`: opens the measures to another machine. */
export type Watching = Readonly<{ log?: ((line: string) => void) | undefined; token?: string | undefined; standings?: Standings | undefined; waitingJobs?: () => Promise<number>; seal?: () => Readonly<{ notedAgo: number | undefined; failed: number }> }>

const patienceMs = 2_000
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
type Measured = { answers: Map<number, number>; within: number[]; seconds: number }

/** Never an address as it was asked for: only its pattern, so that no id, no name and no search is written down. */
const patternOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none'
const isBesideUs = (request: FastifyRequest): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '') && !['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip'].some((name) => name in request.headers)
function hasToken(request: FastifyRequest, token: string | undefined): boolean {
  const [given, right] = [Buffer.from(request.headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return token !== undefined && token.length >= 16 && given.length === right.length && timingSafeEqual(given, right)
}

/** Live, ready, one line a request, and measures in the Prometheus text form. */
export function openWatching(server: FastifyInstance, { pool, clock, watching }: Readonly<{ pool: pg.Pool; clock: Clock; watching: Watching }>): void {
  const measured = new Map<string, Measured>()
  server.addHook('onResponse', async (request, reply) => {
    const [route, seconds] = [`method="${request.method}",route="${patternOf(request)}"`, reply.elapsedTime / 1_000]
    const one = measured.get(route) ?? { answers: new Map(), within: bounds.map(() => 0), seconds: 0 }
    measured.set(route, one)
    one.answers.set(reply.statusCode, (one.answers.get(reply.statusCode) ?? 0) + 1)
    one.seconds += seconds
    const first = bounds.findIndex((bound) => seconds <= bound)
    if (first >= 0) one.within[first] = (one.within[first] ?? 0) + 1
    watching.log?.(JSON.stringify({ at: clock.now(), level: 'info', request: request.id, method: request.method, route: patternOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }))
  })

  const databaseAnswers = (): Promise<boolean> => Promise.race([pool.query('select 1').then(() => true, () => false), pause(patienceMs, false, { ref: false })])
  server.get('/health/live', async () => ({ live: true }))
  server.get('/health/ready', async (_request, reply) => {
    const standing = watching.standings?.now()
    if (standing && !standing.reads) return reply.code(503).send({ ready: false, why: standing.why })
    return (await databaseAnswers()) ? { ready: true, ...(standing && !standing.writes ? { writes: false, why: standing.why } : {}) } : reply.code(503).send({ ready: false, why: 'The database does not answer within two seconds. Kith goes on by itself as soon as it does.' })
  })

  server.get('/metrics', async (request, reply) => {
    if (!isBesideUs(request) && !hasToken(request, watching.token)) throw notFound()
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await told())
  })
  async function told(): Promise<string> {
    const all = [...measured]
    const gauge = (name: string, value: number | undefined, help: string) => (value === undefined ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`])
    const seal = watching.seal?.()
    const waiting = await Promise.race([watching.waitingJobs?.().catch(() => undefined), pause(patienceMs, undefined, { ref: false })])
    return [
      '# HELP kith_requests_total Requests answered, by pattern of the address and status.', '# TYPE kith_requests_total counter',
      ...all.flatMap(([route, one]) => [...one.answers].map(([status, count]) => `kith_requests_total{${route},status="${status}"} ${count}`)),
      '# HELP kith_request_seconds How long answers took.', '# TYPE kith_request_seconds histogram',
      ...all.flatMap(([route, one]) => {
        const count = [...one.answers.values()].reduce((sum, n) => sum + n, 0)
        let up = 0
        return [...bounds.map((bound, i) => `kith_request_seconds_bucket{${route},le="${bound}"} ${(up += one.within[i] ?? 0)}`), `kith_request_seconds_bucket{${route},le="+Inf"} ${count}`, `kith_request_seconds_sum{${route}} ${one.seconds.toFixed(6)}`, `kith_request_seconds_count{${route}} ${count}`]
      }),
      ...gauge('kith_pool_connections', pool.totalCount, 'Connections to the database that are open.'),
      ...gauge('kith_pool_idle', pool.idleCount, 'Of these, not in use.'),
      ...gauge('kith_pool_waiting', pool.waitingCount, 'Requests that wait for a connection.'),
      ...(watching.standings ? [...gauge('kith_takes_writes', watching.standings.now().writes ? 1 : 0, 'Whether anything can be saved now.'), ...gauge('kith_takes_reads', watching.standings.now().reads ? 1 : 0, 'Whether anything can be read now.'), ...watching.standings.measures().flatMap((one) => gauge(one.name, one.value, one.help))] : []),
      ...gauge('kith_jobs_waiting', waiting ?? undefined, 'Background jobs that are due and wait.'),
      ...gauge('kith_audit_noted_seconds', seal?.notedAgo, 'Since the end of the sealed audit was last noted outside the database by this server; noted within a minute of anything that happens.'),
      ...gauge('kith_audit_sealing_failed', seal?.failed, 'How often sealing the audit failed since the start.'),
      '',
    ].join('\n')
  }
}
