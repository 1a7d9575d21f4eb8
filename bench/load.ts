// The load of the design brief: `npm run bench -- load hammersmith 8` (size, seconds for each line). `KITH_BENCH_DATABASE` names a council made before.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { load, type Call, type Result, type Target } from './load/measure.ts'

const [size, seconds] = [process.argv[2] ?? 'hammersmith', Number(process.argv[3] ?? 6)]
const root = join(import.meta.dirname, '..')
const say = (line: string) => void process.stdout.write(`${line}\n`)
const started: ChildProcess[] = []

const own = process.env.KITH_BENCH_DATABASE ? { ownerUrl: process.env.KITH_BENCH_DATABASE, drop: async () => undefined } : await ownDatabase('load')
if (!process.env.KITH_BENCH_DATABASE) {
  say(`Making the council ${size}. This takes a while.`)
  const made = spawnSync(process.execPath, [join(root, 'dist/server/kith.js'), 'demo', size], { env: { ...process.env, DATABASE_URL: own.ownerUrl }, stdio: 'inherit' })
  if (made.status !== 0) throw new Error('The council could not be made.')
}
const owner = new pg.Pool({ connectionString: own.ownerUrl, max: 4 })
await owner.query('vacuum analyze')
const one = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => (await owner.query<Row>(text, values)).rows
const postmaster = Number(readFileSync(`${(await one<{ folder: string }>("select setting as folder from pg_settings where name = 'data_directory'"))[0]?.folder}/postmaster.pid`, 'utf8').split('\n')[0])

async function start(entry: string, environment: Record<string, string>, ready: string, port: number): Promise<Target> {
  const child = spawn(process.execPath, [join(root, entry)], { env: { ...process.env, ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  await new Promise<void>((settle, fail) => {
    child.stdout?.on('data', (text: Buffer) => { if (String(text).includes(ready)) settle() })
    child.once('exit', (code) => fail(new Error(`${entry} ended with ${code}`)))
  })
  return { port, pid: child.pid ?? 0, postmaster }
}
const kith = await start('dist/server/main.js', { DATABASE_URL: own.ownerUrl, KITH_DATA: `/tmp/kith-bench-${process.pid}` }, 'Kith is open', 3911)
const open = await start('dist/server/main.js', { DATABASE_URL: own.ownerUrl, KITH_APP_DATABASE_URL: own.ownerUrl, KITH_DATA: `/tmp/kith-bench-open-${process.pid}` }, 'Kith is open', 3912)
const thin = await start('bench/load/thin.ts', { THIN_DATABASE: own.ownerUrl }, 'ready', 3913)

/** The four kinds of actor, each with a session and people to open. */
async function actorOf(who: string, email: string): Promise<{ who: string; id: string; session: string; people: string[]; team: string }> {
  const [actor] = await one<{ id: string }>('select id from access.actor where email = $1', [email])
  if (!actor) throw new Error(`There is no account ${email}.`)
  const session = randomBytes(32).toString('hex')
  await owner.query('insert into access.session (token_hash, id, actor_id, last_at) values ($1, $2, $3, now() + interval \'2 hours\')', [createHash('sha256').update(session).digest(), newId(), actor.id])
  const people = await one<{ id: string }>(`select s.person_id as id from access.person_scope s join access.reach r on r.actor_id = $1 and s.scope = any (r.scopes) where s.sight = 'full' and s.domain = 'children' and (s.until is null or s.until > now()) group by 1 order by md5(s.person_id::text) limit 300`, [actor.id])
  const anybody = await one<{ id: string }>(`select person_id as id from access.person_scope where domain = 'children' group by 1 order by md5(person_id::text) limit 300`)
  const [team] = await one<{ id: string }>(`select m.team_id as id from access.membership m join access.team t on t.id = m.team_id where m.actor_id = $1 and t.kind in ('team', 'frontDoor') limit 1`, [actor.id])
  const [busy] = await one<{ id: string }>(`select team_id as id from work.item where state = 'open' and team_id is not null group by 1 order by count(*) desc limit 1`)
  return { who, id: actor.id, session, people: (people.length > 20 ? people : anybody).map((row) => row.id), team: team?.id ?? busy?.id ?? '' }
}
const actors = [await actorOf('worker', 'priya.nair@ardenvale.example'), await actorOf('manager', 'tom.hughes@ardenvale.example'), await actorOf('front door', 'ffion.davies@ardenvale.example'), await actorOf('head of service', 'margaret.ellison@ardenvale.example')]
type Actor = (typeof actors)[number]
const [longest] = await one<{ id: string }>('select person_id as id from chronology.event_person group by 1 order by count(*) desc limit 1')
const searched = (await one<{ text: string; name: string }>(`select given || ' ' || left(family, 2) || substr(family, 4) || ' ' || to_char(born_on, 'DD/MM/YYYY') as text, given || ' ' || left(family, 2) || substr(family, 4) as name from people.card where born_on is not null and length(family) > 4 and given <> '' order by md5(person_id::text) limit 500`))
const [counts] = await one<Record<string, number>>(`select (select count(*)::int from people.card) as people, (select count(*)::int from work.item where state in ('open','waiting','returned')) as open, (select count(*)::int from work.item where state = 'done') as closed, (select count(*)::int from notes.note) as notes, (select count(*)::int from chronology.event) as events, (select count(*)::int from access.actor) as staff`)
say(`Council ${size}: ${JSON.stringify(counts)}`)

let turn = 0
const next = <Item>(list: readonly Item[]): Item | undefined => list[turn++ % list.length]
const api = (actor: Actor, name: string, body: unknown): Call => ({ method: 'POST', path: `/api/queries/${name}`, body, session: actor.session })
const html = (actor: Actor, path: string): Call => ({ method: 'GET', path, session: actor.session })
const lines: readonly { name: string; budget: number; json: (actor: Actor) => Call; html?: (actor: Actor) => Call; thin: (actor: Actor) => Call }[] = [
  { name: 'record with family', budget: 2.5, json: (a) => api(a, 'record.open', { id: next(a.people) }), html: (a) => html(a, `/people/${next(a.people)}/family`), thin: (a) => ({ method: 'GET', path: `/record/${next(a.people)}` }) },
  { name: 'search', budget: 1, json: (a) => api(a, 'people.search', { text: next(searched)?.text ?? '' }), thin: () => ({ method: 'GET', path: `/search?q=${encodeURIComponent(next(searched)?.name ?? '')}` }) },
  { name: 'tray', budget: 2, json: (a) => api(a, 'work.tray', {}), html: (a) => html(a, '/'), thin: (a) => ({ method: 'GET', path: `/tray/${a.id}` }) },
  { name: 'board', budget: 2, json: (a) => api(a, 'work.team', { teamId: a.team }), html: (a) => html(a, `/team?team=${a.team}`), thin: (a) => ({ method: 'GET', path: `/board/${a.team}` }) },
  { name: '2,000 events', budget: 1.5, json: (a) => api(a, 'chronology.of', { id: longest?.id, most: 2000 }), thin: () => ({ method: 'GET', path: `/events/${longest?.id}` }) },
  { name: 'note', budget: 4,
    json: (a) => ({ method: 'POST', path: '/api/commands/notes.write', session: a.session, key: newId(), body: { id: newId(), kind: 'note', people: [next(a.people)], words: 'Rang the school. Nothing new, and the breakfast club has a place.', happenedOn: '2026-01-15' } }),
    thin: (a) => ({ method: 'POST', path: '/note', body: { id: newId(), words: 'Rang the school. Nothing new, and the breakfast club has a place.', author: a.id, person: next(a.people) } }) },
]

const ms = (n: number) => n.toFixed(2).padStart(8)
const row = (name: string, r: Result, ratio = '') => say(`  ${name.padEnd(34)} ${r.perSecond.toFixed(0).padStart(6)}/s  p50 ${ms(r.p50)}  p95 ${ms(r.p95)}  p99 ${ms(r.p99)}  server ${ms(r.server)}  database ${ms(r.database)}  ${(r.bytes / 1024).toFixed(0).padStart(5)} KB${r.failed ? `  ${r.failed} FAILED` : ''}  ${ratio}`)
const spent = (r: Result) => r.server + r.database
for (const line of lines) {
  say(`\n${line.name} (ms of processor time a request; budget ${line.budget} times thin)`)
  for (const actor of actors) {
    if (line.name === '2,000 events' && actor.who !== 'front door') continue
    // Every connection plans its statements first; that is not counted.
    for (const [target, call] of [[thin, line.thin], [kith, line.json], [open, line.json]] as const) await load(target, () => call(actor), seconds / 2)
    const bare = await load(thin, () => line.thin(actor), seconds)
    const full = await load(kith, () => line.json(actor), seconds)
    const unguarded = await load(open, () => line.json(actor), seconds)
    row(`${actor.who}, thin`, bare)
    row(`${actor.who}, JSON`, full, `${(spent(full) / spent(bare)).toFixed(2)} times thin`)
    row(`${actor.who}, JSON without row-level security`, unguarded, `row-level security ${(full.database / unguarded.database).toFixed(2)} times in the database, ${(spent(full) / spent(unguarded)).toFixed(2)} in all`)
    if (line.html) row(`${actor.who}, HTML`, await load(kith, () => line.html?.(actor) ?? line.json(actor), seconds))
  }
}
const mix = (): Call => {
  const actor = next(actors) ?? actors[0]
  const draw = Math.random() * 85
  const name = draw < 35 ? 'record with family' : draw < 50 ? 'search' : draw < 65 ? 'tray' : draw < 75 ? 'note' : draw < 83 ? 'board' : '2,000 events'
  const line = lines.find((one) => one.name === name)
  if (!line || !actor) throw new Error('No such line.')
  return line.json(name === '2,000 events' ? (actors[2] ?? actor) : actor)
}
say('\nThe mix (without section saves), 32 connections')
row('all actors, JSON', await load(kith, mix, seconds * 4))
for (const child of started) child.kill('SIGTERM')
await wait(1500)
await owner.end()
await own.drop()
process.exit(0)
