// A whole council: `npm run bench -- wholeCouncil lancashire 30` (size, seconds for each board): how long it takes to make, and how soon its boards answer.
// `KITH_BENCH_DATABASE` names a council made before: then only its boards are measured; `--only=service,tonight` those with one of these words in their name.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { actorOf, fourActors, type Actor } from './load/actors.ts'
import { load, type Call } from './load/measure.ts'
import { pauseMs } from './load/pausing.ts'
import { startThree } from './load/servers.ts'
import { kept, row, say, wordOf, type Verdict } from './load/told.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const [size, seconds] = [words[0] ?? 'lancashire', Number(words[1] ?? 20)]
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7).split(',')
const withinSeconds = 600
const withinMs = 150
const given = process.env.KITH_BENCH_DATABASE
const own = given ? { ownerUrl: given, drop: async () => undefined } : await ownDatabase('whole')
const verdicts: Verdict[] = []

if (!given) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-whole-'))
  const began = performance.now()
  const made = spawnSync(process.execPath, [join(import.meta.dirname, '../dist/server/kith.js'), 'demo', size], { env: { ...process.env, DATABASE_URL: own.ownerUrl, KITH_DATA: folder }, stdio: 'inherit' })
  rmSync(folder, { recursive: true, force: true })
  if (made.status !== 0) throw new Error('The council could not be made.')
  verdicts.push({ line: size, who: 'all', what: 'made in', budget: withinSeconds, unit: ' seconds', came: (performance.now() - began) / 1000 })
}

const owner = new pg.Pool({ connectionString: own.ownerUrl, max: 1 })
const rows = async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => (await owner.query<Found>(text, values)).rows
const backends = async () => (await rows<{ pid: number }>('select pid from pg_stat_activity where (datname = current_database() or datname is null) and pid <> pg_backend_pid()')).map((one) => one.pid)

/** What managers look at in the morning, each by those who open it. */
const boards: readonly (readonly [name: string, path: (actor: Actor) => string, who: readonly string[]])[] = [
  ['my work', () => '/', ['worker', 'manager', 'head of service']], ['the team’s board', (actor) => `/team?team=${actor.team}`, ['worker', 'manager', 'head of service']], ['the service’s boards', () => '/team?team=all', ['head of service']],
  ['what is late in the service', () => '/team?team=all&show=late', ['head of service']], ['what is late in the team', (actor) => `/team?team=${actor.team}&show=late`, ['manager']],
  ['decisions', () => '/decisions', ['manager', 'head of service']], ['where every child is tonight', () => '/care', ['manager', 'head of service']], ['the front door', () => '/contacts', ['front door']],
  ['supervision', () => '/supervision', ['worker', 'manager', 'head of service']], ['the chair’s desk', () => '/desk', ['chair', 'reviewing officer']],
]

try {
  await rows('delete from people.compare_due')
  await rows('vacuum analyze')
  // A reviewing officer has fifty to seventy children (IRO handbook, 2010): some 150 meetings in a year. Whoever comes nearest to these meetings is measured, and whoever to these children.
  const [chair] = await rows<{ email: string }>("select a.email from meetings.meeting m join access.actor a on a.id = m.chair_id where m.on_day > current_date - 400 group by 1 order by abs(count(*) - 150), 1 limit 1")
  const [reviewer] = await rows<{ email: string }>("select a.email from access.involvement v join access.actor a on a.id = v.worker_id where v.role = 'reviewingOfficer' and v.superseded_at is null and v.to_on is null group by 1 order by abs(count(*) - 60), 1 limit 1")
  const actors = [...await fourActors(rows), ...(chair ? [await actorOf(rows, 'chair', chair.email)] : []), ...(reviewer ? [await actorOf(rows, 'reviewing officer', reviewer.email)] : [])]
  /** A head of service is one of some eight hundred here, never all who ask: two of every 32 requests are theirs, the others are workers' own work. */
  const worker = actors.find((one) => one.who === 'worker')
  const amongOthers = (call: () => Call) => {
    let turn = 0
    return (): Call => (worker && turn++ % 16 > 0 ? { of: 'others', method: 'GET', path: '/', session: worker.session } : call())
  }
  const three = await startThree(own.ownerUrl, backends)
  try {
    say(`\n32 connections of people who pause ${pauseMs / 1000} seconds on average (docs/decisions/0180-people-pause.md); p95 of a page at most ${withinMs} ms. A head of service's page is two of every 32 requests, among workers' own work; what is beside it is told of all of them, p95 of that page alone.`)
    for (const [name, path, who] of boards.filter(([called]) => only?.some((word) => called.includes(word)) ?? true)) {
      for (const actor of actors.filter((one) => who.includes(one.who))) {
        const call = () => ({ of: 'this', method: 'GET' as const, path: path(actor), session: actor.session })
        await load(three.kith, call, { seconds: 3 })
        const found = await load(three.kith, actor.who === 'head of service' ? amongOthers(call) : call, { seconds, pause: pauseMs })
        // What was refused has measured nothing.
        const verdict: Verdict = { line: name, who: actor.who, what: 'p95', budget: withinMs, unit: ' ms', came: found.failed > 0 ? Number.POSITIVE_INFINITY : (found.kinds.get('this') ?? Number.POSITIVE_INFINITY) }
        verdicts.push(verdict)
        row(`${name}, ${actor.who}`, found, [verdict])
      }
    }
  } finally {
    await three.stop()
  }
} finally {
  await owner.end()
  await own.drop()
}
for (const one of verdicts.filter((verdict) => !kept(verdict) || verdict.what === 'made in')) say(`${one.line}, ${one.who}: ${wordOf(one)}`)
if (only) say(`Measured in part: ${only.join(', ')}.`)
say(`${verdicts.filter(kept).length} of ${verdicts.length} budgets kept.`)
process.exit(verdicts.every(kept) ? 0 : 3)
