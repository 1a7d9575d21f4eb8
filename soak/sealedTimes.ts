// A sealed person and nobody, asked for in turns by page, by the open interface and by search: the same bytes, and the medians of 1,000 requests of each way within 2 ms (access policy, rule 5).
import { createHash, randomBytes } from 'node:crypto'
import { openHouse } from '../src/app.ts'
import { sessionCookie } from '../src/channel/web/server.ts'
import { newId } from '../src/kernel/ids.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { systemClock } from '../src/platform/clock.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { markPerson } from '../src/record/access/commands/keeping.ts'
import { addPeople } from '../src/record/people/commands.ts'
import { usualCouncil } from '../test/factories/council.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { testKeys } from '../test/keys.ts'

const rounds = Number(process.argv[2] ?? 1_000) / 2
const own = await ownDatabase('sealed_times')
const house = await openHouse({ ownerUrl: own.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, demonstration: false })
const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
const council = await usualCouncil(owner)
const as = (actor: string) => ({ pool, clock: systemClock, who: { actor }, via: 'commandLine' }) as const
// Two hundred families stand around, so that a search has something to look through.
for (let i = 0; i < 200; i += 1) await addPeople.do(as(council.worker), { people: [{ id: newId(), given: `Given${i}`, family: `Family${i % 40}`, bornOn: `20${String(10 + (i % 10))}-03-0${1 + (i % 9)}` }], relationships: [] })
const sealed = newId()
await addPeople.do(as(council.worker), { people: [{ id: sealed, given: 'Perpetua', family: 'Sealwright', bornOn: '2015-01-02' }], relationships: [] })
const marked = await markPerson.do(as(council.manager), { personId: sealed, marking: 'sealed', named: [council.manager], reason: 'Witness protection.' })
if ('problems' in marked) throw new Error('not sealed')

const token = randomBytes(32).toString('hex')
await owner.query('insert into access.session (token_hash, id, actor_id) values ($1, $2, $3)', [createHash('sha256').update(token).digest(), newId(), council.frontDoorWorker])
const headers = { cookie: `${sessionCookie}=${token}`, 'sec-fetch-site': 'same-origin', host: 'localhost' }
const ask = async (url: string, payload?: string) => {
  const began = performance.now()
  const answer = await house.server.inject({ method: payload === undefined ? 'GET' : 'POST', url, headers: { ...headers, ...(payload === undefined ? { accept: 'text/html' } : { accept: 'application/json', 'content-type': 'application/json' }) }, ...(payload === undefined ? {} : { payload }) })
  return { took: performance.now() - began, bytes: `${answer.statusCode} ${answer.body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}` }
}
const nobody = newId()
// A name of the same length and sound that nobody has, for the search.
const ways: readonly (readonly [string, (there: boolean) => ReturnType<typeof ask>])[] = [
  ['the page', (there) => ask(`/people/${there ? sealed : nobody}`)],
  ['the interface', (there) => ask('/api/queries/people.person', JSON.stringify({ id: there ? sealed : nobody }))],
  ['search', (there) => ask('/api/queries/people.search', JSON.stringify({ text: there ? 'Perpetua Sealwright' : 'Perbetia Selawrugth' }))],
]
const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
const lines: string[] = []
let good = true
for (const [name, way] of ways) {
  const took = { sealed: [] as number[], nobody: [] as number[] }
  let different = 0
  for (let i = -30; i < rounds; i += 1) {
    const [there, not] = [await way(true), await way(false)]
    if (i < 0) continue
    took.sealed.push(there.took)
    took.nobody.push(not.took)
    if (there.bytes !== not.bytes) different += 1
  }
  const [a, b] = [median(took.sealed), median(took.nobody)]
  const holds = different === 0 && Math.abs(a - b) <= 2
  good &&= holds
  lines.push(`${holds ? '' : 'FAILED: '}By ${name}: ${rounds * 2} requests in turns, ${different === 0 ? 'the same bytes' : `${different} answers differ`}; median for the sealed person ${a.toFixed(2)} ms, for nobody ${b.toFixed(2)} ms, ${Math.abs(a - b).toFixed(2)} ms apart.`)
}
process.stdout.write(`${lines.join('\n')}\n`)
await house.close()
await Promise.all([owner.end(), pool.end()])
await own.drop()
process.exit(good ? 0 : 1)
