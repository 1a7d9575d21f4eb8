import { describe, expect, it } from 'vitest'
import { counting, rateFrom, usualRate } from '../src/channel/web/rate.ts'
import { usualCouncil } from './factories/council.ts'
import { smithAndBegum } from './factories/family.ts'
import { openForHttp } from './http.ts'

const lines: string[] = []
const token = 'a-token-of-the-council-for-its-measures'
const { house, owner, as, visit } = await openForHttp({ watching: { log: (line) => void lines.push(line), token } })
const council = await usualCouncil(owner)
const family = await smithAndBegum(as(council.worker, new Date().toISOString()))
const { server } = house
const slow = await openForHttp({ rate: { session: 5, address: 12 } })
const slowCouncil = await usualCouncil(slow.owner)

describe('Those who run Kith', () => {
  it('are told that it lives and that it is ready, and in plain words when the database is gone', async () => {
    expect((await server.inject('/health/live')).json()).toEqual({ live: true })
    expect((await server.inject('/health/ready')).json()).toEqual({ ready: true })
    const other = await openForHttp()
    const { rows } = await other.owner.query('select current_database() as name')
    // The server ends all connections of the house, and lets none in again.
    await owner.query(`alter database ${rows[0].name} with allow_connections false`)
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [rows[0].name])
    const gone = await other.house.server.inject('/health/ready')
    expect([gone.statusCode, gone.json().why]).toEqual([503, expect.stringContaining('database does not answer')])
    expect((await other.house.server.inject('/health/live')).statusCode).toBe(200)
    await owner.query(`alter database ${rows[0].name} with allow_connections true`)
    expect((await other.house.server.inject('/health/ready')).statusCode).toBe(200)
  })

  it('get one line a request: the pattern of the address, the status, the time; no id, no search, no name', async () => {
    const worker = await visit(council.worker)
    lines.length = 0
    await worker.get(`/people/${family.isla}?from=Begum`)
    await worker.get('/search?q=Isla%20Begum')
    await worker.get('/people/Isla-Begum')
    await worker.post(`/people/${family.isla}/details`, { given: 'Isla' })
    await worker.get('/nobody/Begum')
    expect(lines.map((line) => JSON.parse(line)).map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'GET /people/:id 200', 'GET /search 200', 'GET /people/:id 404', expect.stringMatching(/^POST \/people\/:id\/details \d+$/), 'GET none 404',
    ])
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(['at', 'level', 'request', 'method', 'route', 'status', 'ms'])
    expect(lines.join('\n')).not.toMatch(/Isla|Begum|\?|[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('read measures on the machine itself or with the token; anybody else finds nothing there', async () => {
    const { statusCode, body, headers } = await server.inject('/metrics')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(body).toMatch(/^kith_requests_total\{method="GET",route="\/people\/:id",status="200"\} 1$/m)
    expect(body).toMatch(/^kith_request_seconds_bucket\{method="GET",route="\/people\/:id",le="\+Inf"\} 2$/m)
    expect(body).toMatch(/^kith_pool_connections \d+$/m)
    expect(body).toMatch(/^kith_jobs_waiting \d+$/m)
    expect(body).toMatch(/^kith_audit_sealing_failed \d+$/m)
    expect(body).not.toMatch(/Isla|Begum|[0-9a-f]{8}-[0-9a-f]{4}-/)
    const asked = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') => (await server.inject({ method: 'GET', url: '/metrics', headers, remoteAddress })).statusCode
    expect(await asked({ 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await asked({}, '10.0.0.9')).toBe(404)
    expect(await asked({ authorization: 'Bearer something-else-of-the-same-length-abc' }, '10.0.0.9')).toBe(404)
    expect(await asked({ authorization: `Bearer ${token}` }, '10.0.0.9')).toBe(200)
  })
})

describe('Whoever asks faster than any page', () => {
  it('is asked to wait: the interface by 429 with the seconds, a page by a calm sentence; others go on', async () => {
    const [fast, other] = [await slow.visit(slowCouncil.worker), await slow.visit(slowCouncil.manager)]
    const statuses: number[] = []
    for (let n = 0; n < 6; n += 1) statuses.push((await fast.get('/people')).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    const page = await fast.get('/')
    expect([page.status, page.text]).toEqual([429, expect.stringContaining('nothing you wrote is lost')])
    const answer = await slow.house.server.inject({ method: 'POST', url: '/api/queries/work.tray', headers: { cookie: fast.cookie } })
    expect([answer.statusCode, answer.headers['content-type'], answer.json()]).toEqual([429, expect.stringContaining('application/problem+json'), { type: 'TooMany', title: expect.any(String), status: 429 }])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect((await other.get('/')).status).toBe(200)
  })

  it('has a minute’s worth at once, then as much as time brings; nobody is counted with another', () => {
    let now = 0
    const count = counting(60, () => now)
    const taken = Array.from({ length: 61 }, () => count('a'))
    expect(taken.filter((wait) => wait === 0)).toHaveLength(60)
    expect(taken.at(-1)).toBe(1)
    expect(count('b')).toBe(0)
    now += 1_000
    expect([count('a'), count('a')]).toEqual([0, 1])
  })

  it('is slowed as the council says', () => {
    expect([rateFrom(undefined), rateFrom('off'), rateFrom('10,20'), rateFrom('much')]).toEqual([usualRate, undefined, { session: 10, address: 20 }, usualRate])
  })
})
