// The load of the design brief: `npm run bench -- load hammersmith 4` (size, seconds for each line), `--tenfold` again with ten times the people.
// `--only=tray,board` measures these lines only, without the mix, and writes no page. `KITH_BENCH_DATABASE` names a council made before; it is left a little larger than it was.
// `KITH_BENCH_TENFOLD_DATABASE` names the same council with ten times the people (`bench/load/tenfold.ts URL` adds them to a copy): with `--tenfold` nothing is made then.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { fourActors, type Actor } from './load/actors.ts'
import { besideAnExport } from './load/beside.ts'
import { linesOf, mixOf, type Line } from './load/lines.ts'
import { load, type Result } from './load/measure.ts'
import { pausedTable, pauseMs, pausing } from './load/pausing.ts'
import { openSections } from './load/sections.ts'
import { startThree, type Three } from './load/servers.ts'
import { tenfold } from './load/tenfold.ts'
import { thinSql } from './load/thinSql.ts'
import { budgets, conclude, kept, row, say, spent, tableOf, type Row, type Verdict } from './load/told.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const [size, seconds] = [words[0] ?? 'hammersmith', Number(words[1] ?? 6)]
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7).split(',')
const began = loadavg()
const given = process.env.KITH_BENCH_DATABASE
const own = given ? { ownerUrl: given, drop: async () => undefined } : await ownDatabase('load')
if (!given) {
  say(`Making the council ${size}. The large ones take some minutes.`)
  const folder = mkdtempSync(join(tmpdir(), 'kith-load-'))
  const made = spawnSync(process.execPath, [join(import.meta.dirname, '../dist/server/kith.js'), 'demo', size], { env: { ...process.env, DATABASE_URL: own.ownerUrl, KITH_DATA: folder }, stdio: 'inherit' })
  rmSync(folder, { recursive: true, force: true })
  if (made.status !== 0) throw new Error('The council could not be made.')
}
const asOwner = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const rows = async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => (await pool.query<Found>(text, values)).rows
  return {
    rows,
    /** The database's processes that work for this council, but the one that asks. */
    backends: async () => (await rows<{ pid: number }>('select pid from pg_stat_activity where (datname = current_database() or datname is null) and pid <> pg_backend_pid()')).map((one) => one.pid),
    /** Looking for duplicates among all of a new council is no part of the load: a council does that once. Thin searches by a trigram index, which Kith does not have. */
    ready: async () => {
      for (const statement of ['delete from people.compare_due', 'create extension if not exists pg_trgm', 'create index if not exists thin_name on people.card using gin (name gin_trgm_ops)', 'vacuum analyze']) await pool.query(statement)
    },
    end: async () => {
      await pool.query('drop index if exists people.thin_name')
      await pool.end()
    },
  }
}
type Owner = ReturnType<typeof asOwner>
const owner = asOwner(own.ownerUrl)
const { rows, backends } = owner
const counted = async ({ rows }: Owner) => {
  const [counts] = await rows<Record<string, number>>("select (select count(*)::int from people.card) as people, (select count(*)::int from work.item where state in ('open','waiting','returned')) as \"open pieces of work\", (select count(*)::int from work.item where state = 'done') as \"closed\", (select count(*)::int from notes.note) as notes, (select count(*)::int from answers.form where state = 'draft') as \"half-written forms\", (select count(*)::int from chronology.event) as events, (select count(*)::int from access.actor) as accounts")
  return Object.entries(counts ?? {}).map(([what, number]) => `${number.toLocaleString('en-GB')} ${what}`).join(', ')
}

const verdicts: Verdict[] = []
const parts: string[] = []
const judge = (result: Result, verdict: Omit<Verdict, 'budget' | 'unit'>, budget: number, unit = ''): Verdict[] => {
  // What was refused has measured nothing.
  const told = { ...verdict, budget, unit, came: result.failed > result.requests / 100 ? Number.POSITIVE_INFINITY : verdict.came }
  verdicts.push(told)
  return [told]
}

async function measureLine(three: Three, line: Line, actor: Actor): Promise<Row> {
  // Every connection plans its statements first; that is not counted.
  for (const [target, call] of [[three.thin, line.thin], [three.kith, line.json], [three.open, line.json]] as const) await load(target, () => call(actor), { seconds: seconds / 2 })
  const thin = await load(three.thin, () => line.thin(actor), { seconds })
  const kith = await load(three.kith, () => line.json(actor), { seconds })
  const open = await load(three.open, () => line.json(actor), { seconds })
  const alone = await load(three.kith, () => line.json(actor), { seconds: seconds / 2, connections: 1 })
  const html = line.html
  const about = { line: line.name, who: actor.who }
  row(`${actor.who}, thin`, thin)
  row(`${actor.who}, JSON`, kith, (line.judged(actor) ? judge(kith, { ...about, what: 'times thin', came: spent(kith) / spent(thin) }, line.budget) : []))
  row(`${actor.who}, without row-level security`, open, judge(open, { ...about, what: 'row-level security, times', came: kith.database / open.database }, 2))
  row(`${actor.who}, JSON, one connection`, alone)
  if (!html) return { ...about, thin, kith, open, alone }
  await load(three.kith, () => html(actor), { seconds: seconds / 4 })
  const page = await load(three.kith, () => html(actor), { seconds })
  row(`${actor.who}, HTML`, page)
  return { ...about, thin, kith, open, alone, html: page }
}

/** The mix as people make it, who pause; and as a machine can, alone and beside somebody who reads whole records. */
async function measureMixes(three: Three, lines: readonly Line[], actors: readonly Actor[]): Promise<void> {
  say(`\nThe mix of people who pause ${pauseMs / 1000} seconds on average, 32 connections, all actors in turn`)
  const paused = await pausing(three, lines, actors, Math.max(20, seconds * 4))
  const slow = (what: string, result: Result, most: number) => judge(result, { line: 'mix of people who pause', who: 'all', what, came: result.p95 }, most, ' ms')
  row('thin', paused.thin)
  row('JSON', paused.json, slow('p95 JSON', paused.json, 100))
  row('HTML', paused.html, slow('p95 HTML', paused.html, 150))
  parts.push('', `People who pause ${pauseMs / 1000} seconds on average between requests (docs/decisions/0180-people-pause.md), 32 connections, all actors in turn: ${paused.json.perSecond.toFixed(0)} requests a second of JSON, ${paused.html.perSecond.toFixed(0)} of pages, ${paused.thin.perSecond.toFixed(0)} of thin. The budget is judged on the mix; the kinds are for information.`, '', ...pausedTable(paused, lines))
  const reader = actors.at(-1)
  const children = await rows<{ id: string }>("select person_id as id from people.card c where born_on > current_date - 6574 and exists (select 1 from contacts.referral_person r where r.person_id = c.person_id) and not exists (select 1 from access.bar b where b.person_id = c.person_id) order by md5(person_id::text) limit 2000")
  say(`\nThe mix (${lines.filter((line) => line.share > 0).map((line) => `${line.name} ${line.share} %`).join(', ')}), 32 connections, all actors in turn`)
  const mix = mixOf(lines, actors)
  await load(three.kith, mix, { seconds })
  if (reader) {
    const { alone, beside, read } = await besideAnExport(three.kith, mix, reader, children.map((child) => child.id), seconds * 4)
    row('the mix', alone)
    row('the mix beside one who reads 2,000 children', beside, judge(beside, { line: 'mix', who: 'all', what: 'slower beside an export, times', came: alone.perSecond / beside.perSecond }, 2))
    row(`the reading beside it (${read.requests} children)`, read)
    parts.push('', `The mix that never pauses: ${alone.perSecond.toFixed(0)} requests a second, p50 ${alone.p50.toFixed(0)}, p95 ${alone.p95.toFixed(0)}, p99 ${alone.p99.toFixed(0)} ms. Beside somebody who reads whole records of children one after another (there is no export of children yet): ${beside.perSecond.toFixed(0)} a second, p95 ${beside.p95.toFixed(0)} ms; ${read.requests} children were read meanwhile.`)
  }
}

/** The same council with ten times the people: one made before, or this one, which then grows. What somebody may see and whom they work with is asked again there. */
async function measureTenfold(before: readonly Row[]): Promise<void> {
  const given = process.env.KITH_BENCH_TENFOLD_DATABASE
  if (!given) say(`\n${await tenfold(own.ownerUrl)}`)
  const larger = given ? asOwner(given) : owner
  await larger.ready()
  const actors = await fourActors(larger.rows)
  const sections = await openSections(larger.rows, actors)
  const lines = await linesOf(larger.rows, sections)
  parts.push('', '## Ten times the people', '', `${await counted(larger)}.`, '', '| | as | ms before | ms with ten times the people | times | at most |', '|---|---|--:|--:|--:|--:|')
  const three = await startThree(given ?? own.ownerUrl, larger.backends)
  try {
    say('\nTen times the people: processor time beside before')
    for (const { line: name, who, kith } of before) {
      const [line, actor] = [lines.find((one) => one.name === name), actors.find((one) => one.who === who)]
      if (!line || !actor) continue
      await load(three.kith, () => line.json(actor), { seconds: seconds / 2 })
      const after = await load(three.kith, () => line.json(actor), { seconds })
      const times = spent(after) / spent(kith)
      row(`${name}, ${who}`, after, judge(after, { line: name, who, what: 'ten times the people, times', came: times }, line.grown))
      parts.push(`| ${name} | ${who} | ${spent(kith).toFixed(2)} | ${spent(after).toFixed(2)} | ${times.toFixed(2)}${times > line.grown ? ' **no**' : ''} | ${line.grown} |`)
    }
  } finally {
    await three.stop()
    await sections.away()
    if (given) await larger.end()
  }
}

let council = ''
try {
  await owner.ready()
  const actors = await fourActors(rows)
  const sections = await openSections(rows, actors)
  const lines = await linesOf(rows, sections)
  council = await counted(owner)
  say(`Council ${size}: ${council}. Trays: ${actors.map((actor) => `${actor.who} ${actor.tray}`).join(', ')}.`)
  const before: Row[] = []
  const three = await startThree(own.ownerUrl, backends)
  try {
    for (const line of lines.filter((one) => only?.some((word) => one.name.includes(word)) ?? true)) {
      say(`\n${line.name} (ms of processor time a request; budget ${line.budget} times thin)`)
      for (const actor of actors) {
        if (line.not?.(actor)) say(`  ${actor.who}: nobody of theirs has so long a record, not measured`)
        else before.push(await measureLine(three, line, actor))
      }
    }
    parts.push(budgets, '', ...tableOf(before, verdicts))
    if (!only) await measureMixes(three, lines, actors)
  } finally {
    await three.stop()
    await sections.away()
  }
  if (process.argv.includes('--tenfold')) await measureTenfold(before)
  if (only) say(`Measured in part: ${only.join(', ')}.`)
  else conclude({ size, seconds, council, began, parts, verdicts, thinSql })
} finally {
  await owner.end()
  await own.drop()
}
process.exit(verdicts.every(kept) ? 0 : 3)
