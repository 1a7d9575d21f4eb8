import { describe, expect, it, vi } from 'vitest'
import { usualCouncil } from './factories/council.ts'
import { smithAndBegum } from './factories/family.ts'
import { openForHttp } from './http.ts'
import { newId } from '../src/kernel/ids.ts'
import { endedPath } from '../src/channel/web/identity/addresses.ts'
import { most } from '../src/channel/web/sizes.ts'

const { house, owner, as, visit } = await openForHttp()
const council = await usualCouncil(owner)
const family = await smithAndBegum(as(council.worker, new Date().toISOString()))
const { server } = house
const worker = await visit(council.worker)
const routes = server.everyRoute.filter(({ path }) => path !== '/here')
const reads = routes.filter(({ method, path }) => method === 'GET' && !path.includes('*'))
const writes = routes.filter(({ method }) => method === 'POST')
const withIds = (path: string, id: string) => path.replace('/:hex.css', '/17494d.css').replaceAll(/:\w+/g, id)

describe('Every answer', () => {
  it('carries the headers, whatever the method, the address and the answer; what is no built file is never kept by anybody', async () => {
    expect(reads.length).toBeGreaterThan(40)
    const missing: string[] = []
    for (const { method, path } of [...reads, ...writes, { method: 'GET', path: '/nothing/here' }, { method: 'DELETE', path: '/' }]) {
      const answer = await server.inject({ method: method === 'POST' ? 'POST' : method === 'DELETE' ? 'DELETE' : 'GET', url: withIds(path, newId()), headers: { cookie: worker.cookie } })
      const { headers } = answer
      const policy = String(headers['content-security-policy'])
      if (!policy.includes("default-src 'none'") || policy.includes('unsafe') || !policy.includes("frame-ancestors 'none'")) missing.push(`${path}: content-security-policy`)
      for (const [name, value] of [['x-content-type-options', 'nosniff'], ['referrer-policy', 'same-origin'], ['cross-origin-opener-policy', 'same-origin'], ['cross-origin-resource-policy', 'same-origin'], ['x-frame-options', 'DENY']] as const) if (headers[name] !== value) missing.push(`${path}: ${name}`)
      if (!headers['permissions-policy']) missing.push(`${path}: permissions-policy`)
      if (headers['strict-transport-security'] || headers['x-powered-by'] || headers['server']) missing.push(`${path}: says too much`)
      const built = path.startsWith('/assets/') || path.startsWith('/theme/') || path === '/icon.svg' || path.endsWith('.css') || path.endsWith('.js') || path.endsWith('.woff2')
      if (!built && headers['cache-control'] !== 'no-store') missing.push(`${path}: cache-control ${headers['cache-control']}`)
    }
    expect(missing).toEqual([])
  })

  it('tells the browser to stay with TLS when it came by TLS through the council’s proxy on this machine', async () => {
    const answer = await server.inject({ method: 'GET', url: '/sign-in', headers: { 'x-forwarded-proto': 'https' } })
    expect(answer.headers['strict-transport-security']).toContain('max-age=63072000')
  })
})

describe('A write', () => {
  it('from another site, from a page of nowhere or without a word of where it comes from is refused at every address there is', async () => {
    expect(writes.length).toBeGreaterThan(100)
    const taken: string[] = []
    for (const { path } of writes.filter((one) => one.path !== endedPath)) {
      const headers: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example' }, { origin: 'null' }, { origin: 'http://localhost.elsewhere.example', 'sec-fetch-site': 'same-origin' }, {}]
      for (const from of headers) {
        const answer = await server.inject({ method: 'POST', url: withIds(path, newId()), headers: { cookie: worker.cookie, host: 'localhost', accept: 'application/json', 'content-type': 'application/json', ...from }, payload: '{}' })
        if (answer.statusCode !== 403) taken.push(`${path} with ${JSON.stringify(from)}: ${answer.statusCode}`)
      }
    }
    expect(taken).toEqual([])
  })

  it('is refused when it is too large, too deep, of too many fields, or holds what cannot be kept', async () => {
    const send = async (payload: string, type = 'application/json') => (await server.inject({ method: 'POST', url: '/api/queries/people.suggest', headers: { cookie: worker.cookie, host: 'localhost', 'sec-fetch-site': 'same-origin', 'content-type': type }, payload })).statusCode
    expect(await send(JSON.stringify({ text: 'x'.repeat(most.bytes) }))).toBe(413)
    expect(await send(`${'{"a":'.repeat(most.depth + 2)}1${'}'.repeat(most.depth + 2)}`)).toBe(400)
    expect(await send(JSON.stringify(Array.from({ length: most.fields + 1 }, () => 1)))).toBe(400)
    expect(await send('{"text":"a\\u0000b"}')).toBe(400)
    expect(await send('{"text":"\\ud800"}')).toBe(400)
    expect(await send('{"text":')).toBe(400)
    expect(await send('<text/>', 'application/xml')).toBe(415)
    expect((await worker.get(`/search?q=${'x'.repeat(most.address)}`)).status).toBe(400)
    expect((await worker.get('/search?q=a%00b')).status).toBe(400)
  })

  it('sent twice from one page is one effect; other words from it are kept as well; by the interface another input or another command under the same key is refused', async () => {
    const commandId = newId()
    const say = (value: string) => worker.post(`/people/${family.noah}/details`, { what: 'voice', words: value, saidOn: '1 November 2026', commandId })
    for (const words of ['I like it here.', 'I like it here.', 'I like it here, and Isla.']) expect((await say(words)).status).toBe(303)
    expect((await owner.query('select words from people.voice where person_id = $1 order by recorded_at', [family.noah])).rows).toEqual([{ words: 'I like it here.' }, { words: 'I like it here, and Isla.' }])
    const under = (name: string, input: unknown) => server.inject({ method: 'POST', url: `/api/commands/${name}`, headers: { cookie: worker.cookie, host: 'localhost', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'idempotency-key': commandId }, payload: JSON.stringify(input) })
    const school = { personId: family.noah, kind: 'school', value: 'Oakfield Primary School' }
    const first = await under('people.recordFact', school)
    expect(first.statusCode).toBe(200)
    const facts = async () => (await owner.query("select value from people.fact where person_id = $1 and kind = 'school'", [family.noah])).rows
    const before = await facts()
    const other = await under('people.recordFact', { ...school, value: 'Elm Park School' })
    expect([other.statusCode, other.headers['content-type'], other.json().title]).toEqual([409, expect.stringContaining('application/problem+json'), 'Another input was sent under this Idempotency-Key already. Nothing was changed by this one. Send it with a new key.'])
    expect((await under('people.recordName', { personId: family.noah, kind: 'knownAs', given: 'Noey', family: 'Smith' })).statusCode).toBe(409)
    for (const same of [school, Object.fromEntries(Object.entries(school).toReversed())]) {
      const again = await under('people.recordFact', same)
      expect([again.statusCode, again.body]).toEqual([200, first.body])
    }
    expect(await facts()).toEqual(before)
  })

  it('that says nothing of what it wants changes nothing about who may see a record, or who works here', async () => {
    for (const what of ['', 'toString', 'anything']) expect((await worker.post(`/people/${family.isla}/keeping`, { what, reason: 'He is my neighbour’s child.' })).status).toBe(422)
    expect((await owner.query('select 1 from access.exclusion')).rows).toEqual([])
    const administrator = await visit(council.administrator)
    expect((await administrator.post('/admin/staff', { what: 'anything', actorId: council.manager, reason: 'Something else was meant.' })).status).toBe(422)
    expect((await owner.query('select active from access.actor where id = $1', [council.manager])).rows).toEqual([{ active: true }])
  })

  it('with a field that nobody knows is refused by every command and query', async () => {
    const head = await visit(council.head)
    const taken: string[] = []
    for (const { path } of writes.filter((one) => one.path.startsWith('/api/'))) {
      const { status, text } = await head.api(path.slice('/api/'.length), { unknownField: 'x' })
      if (status !== 422 || !text.includes('unknownField')) taken.push(`${path}: ${status}`)
    }
    expect(taken).toEqual([])
  })
})

/** Everything that is kept, as one mark a table. Not what asking itself leaves: the audit, and what the background does beside it. */
async function marks(): Promise<Map<string, string>> {
  const tables = (await owner.query<{ t: string }>(`select n.nspname || '.' || c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'audit', 'jobs') and n.nspname !~ '^pg_' and n.nspname || '.' || c.relname not in ('access.session', 'people.compare_due', 'people.likeness', 'people.file_due')`)).rows
  return new Map(await Promise.all(tables.map(async ({ t }) => [t, String((await owner.query(`select count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as mark from ${t} t`)).rows[0].mark)] as const)))
}

describe('Asking for a page', () => {
  it('changes nothing, at any address, for anybody', async () => {
    // The background writes itself down as an account when it first does something.
    await vi.waitFor(async () => expect((await owner.query(`select 1 from access.actor where name = 'Kith'`)).rowCount).toBe(1), { timeout: 120_000, interval: 500 })
    const before = await marks()
    for (const actor of [council.worker, council.manager, council.administrator, council.privacy]) {
      const visitor = await visit(actor)
      for (const { path } of reads) await visitor.get(withIds(path, family.isla))
    }
    const after = await marks()
    expect([...after].filter(([table, mark]) => before.get(table) !== mark).map(([table]) => table)).toEqual([])
  })

  it('by an address whose ids are nobody’s, another thing’s or no ids at all is no fault of ours, and says nothing of how it is made', async () => {
    const strange = [newId(), family.isla, council.worker, 'x', '%27%20or%201=1', '..%2f..%2fetc%2fpasswd', '%E2%80%AE', '0', '-1']
    const faults: string[] = []
    for (const actor of [council.worker, council.head, council.records, council.administrator]) {
      const visitor = await visit(actor)
      for (const { path } of reads.filter((one) => one.path.includes(':'))) {
        for (const id of strange) {
          const { status, text } = await visitor.get(withIds(path, id))
          if (status >= 500 || (status >= 400 && /\n\s+at |node_modules|violates|SQLSTATE|syntax error/.test(text))) faults.push(`${path} with ${id}: ${status}`)
        }
      }
    }
    expect(faults).toEqual([])
  })
})
