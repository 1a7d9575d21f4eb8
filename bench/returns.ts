// Both returns of 10,000 children each, made from the record and checked whole; files of them read; and the rules beside a field: `npm run bench -- returns 10000`.
// The record is the demonstration council, its children multiplied. `KITH_BENCH_DATABASE` names a council multiplied before, left as it is but for the returns made.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeSmallCouncil } from '../src/channel/demo/make.ts'
import { beginReturn, madeFiles, makeReturn } from '../src/oversight/returns/making.ts'
import type { ReturnKind } from '../src/oversight/returns/model.ts'
import { systemClock } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { jobsUrl, reportsUrl } from '../src/platform/db/roles.ts'
import { unsealed } from '../src/platform/documents.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { actorOf, fourActors } from './load/actors.ts'
import { startThree } from './load/servers.ts'
import { say } from './load/told.ts'
import { besideAlone, besideWithServer, type Asked } from './returns/beside.ts'
import { makeCensus, makeReturn as makeReturnFiles } from './returns/givenFiles.ts'
import { manyChildren } from './returns/manyChildren.ts'

const children = Number(process.argv[2] ?? 10_000)
const [year, within, besideMs, grows] = [2026, 10, 100, 1.3]
const given = process.env.KITH_BENCH_DATABASE
const folder = mkdtempSync(join(tmpdir(), 'kith-bench-returns-'))
const own = given ? { ownerUrl: given, drop: async () => undefined } : await ownDatabase('returns')
const failed: string[] = []
const judged = (what: string, kept: boolean): string => { if (!kept) failed.push(what); return kept ? '' : ' NOT KEPT' }

let highest = 0
const watch = setInterval(() => { highest = Math.max(highest, process.memoryUsage().rss) }, 25)
const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`

/** One return as the command line makes it: from the record to the files that go to the department, checked by every rule. */
async function exported(ways: Parameters<typeof makeReturn>[0], kind: ReturnKind): Promise<number> {
  highest = 0
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const id = await beginReturn(ways, kind, year)
  const counts = await makeReturn(ways, id, systemClock)
  const files = await madeFiles(ways, id)
  const into = mkdirSync(join(folder, kind), { recursive: true }) ?? join(folder, kind)
  for (const { name, text } of files) writeFileSync(join(into, name), text)
  const [took, { user, system }] = [(performance.now() - began) / 1000, process.cpuUsage(cpu)]
  if (!counts || counts.children < children) throw new Error(`The return holds ${counts?.children} children, and ${children} were wanted.`)
  say(`  ${kind}: ${counts.children.toLocaleString('en-GB')} children, ${Object.values(counts.rows).reduce((sum, rows) => sum + rows, 0).toLocaleString('en-GB')} rows, ${counts.errors + counts.queries} findings, made, checked and written in ${took.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor beside the database), ${megabytes(highest)} of memory at most`)
  return took * (children / counts.children)
}

/** Within this much for what lives long, and this much for what is fresh, both files are read: what is held does not grow with the file, and waste is collected before it does. Left to itself the engine gives what is fresh more room the longer it runs. */
const heap = ['--max-old-space-size=192', '--max-semi-space-size=16']
/** The most memory that a process needs to read a file of so many children, and of four times as many. */
function readTwice(what: string, once: string, four: string): string {
  const [one, other] = [once, four].map((path): { seconds: number; megabytes: number } => JSON.parse(spawnSync(process.execPath, [...heap, '--import', new URL('../bin/lib/tsx.mjs', import.meta.url).href, join(import.meta.dirname, 'returns/reading.ts'), what, path], { encoding: 'utf8' }).stdout))
  if (!one || !other) throw new Error(`${what} was not measured.`)
  return `  ${what}: ${one.megabytes.toFixed(0)} MB in ${one.seconds.toFixed(1)} s, of four times the children ${other.megabytes.toFixed(0)} MB in ${other.seconds.toFixed(1)} s${judged(`memory of ${what}`, other.megabytes < one.megabytes * grows)}`
}

const owner = new pg.Client({ connectionString: own.ownerUrl })
const rows = async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => (await owner.query<Found>(text, values)).rows

/** What somebody who is allocated types about children whom they may write about: ethnicity and sex of any, what is recorded in care of those who are. */
async function whatIsTyped(people: readonly string[]): Promise<readonly Asked[]> {
  const inCare = new Set((await rows<{ id: string }>('select distinct person_id as id from care.period where superseded_at is null and ended_on is null and person_id = any ($1::uuid[])', [people])).map(({ id }) => id))
  const about = people.filter((id) => inCare.has(id)).slice(0, 40)
  const rest = people.filter((id) => !inCare.has(id)).slice(0, 60)
  return [
    ...about.map((id): Asked => ({ path: `/people/${id}/care/record?kind=strengths`, fields: { kind: 'strengths', people: id, on: '1/11/2026', 'answers.score': '41' } })),
    ...[...about, ...rest].map((id): Asked => ({ path: `/people/${id}/details`, fields: { what: 'fact', kind: 'ethnicity', value: 'from Mars' } })),
  ]
}

/** An assessment that is being written and has factors already, and who writes it: what the editor asks each time such an answer is saved. */
async function whatIsWritten(): Promise<Readonly<{ session: string; asked: readonly Asked[] }>> {
  const [found] = await rows<{ id: string; email: string }>(`select a.item_id as id, w.email from assessments.assessment a join work.item i on i.id = a.item_id join access.actor w on w.id = i.worker_id join answers.section s on s.form_id = a.form_id
    where a.state in ('open', 'returned') and s.answers ? 'factors' and w.active order by (select count(*) from assessments.assessment_person p where p.assessment_id = a.id) desc, 1 limit 1`)
  if (!found) throw new Error('No assessment is being written.')
  return { session: (await actorOf(rows, 'the writer', found.email)).session, asked: Array.from({ length: 60 }, () => ({ path: `/assessments/${found.id}/rules` })) }
}

try {
  await owner.connect()
  if (!given) {
    await migrate(own.ownerUrl)
    await makeSmallCouncil(own.ownerUrl, systemClock.now())
    await manyChildren(owner, year, children)
  }
  const ways = { jobs: openPool(await jobsUrl(own.ownerUrl), 1), reports: openPool(await reportsUrl(own.ownerUrl), 1), documents: unsealed }
  say(`From the record, the year to 31 March ${year}:`)
  const both = (await exported(ways, 'cin')) + (await exported(ways, 'ssda903'))
  await Promise.all([ways.jobs.end(), ways.reports.end()])
  say(`  both returns of ${children.toLocaleString('en-GB')} children: ${both.toFixed(1)} s (budget ${within})${judged('both returns', both < within)}`)

  const [census, four, now, fourNow] = ['cin1.xml', 'cin4.xml', 'now1', 'now4'].map((name) => join(folder, name))
  if (!census || !four || !now || !fourNow) throw new Error('no place for files')
  await makeCensus(census, children)
  await makeCensus(four, children * 4)
  await makeReturnFiles(now, children, false)
  await makeReturnFiles(fourNow, children * 4, false)
  say(`\nFiles read (a census of ${megabytes(statSync(census).size)} and of ${megabytes(statSync(four).size)}), most memory of the process; four times the file at most ${grows} times the memory:`)
  say([readTwice('checkCin', census, four), readTwice('check903', now, fourNow), readTwice('importCin', census, four), readTwice('import903', now, fourNow)].join('\n'))

  const { field, page } = besideAlone()
  say(`\nBeside a field, one child: the rules of one field at most ${field.ms.toFixed(2)} ms (p95 of 50, ${field.what}), of one page ${page.ms.toFixed(2)} ms (${page.what})${judged('beside a field', Math.max(field.ms, page.ms) < besideMs)}`)
  const [actor] = await fourActors(rows)
  if (!actor) throw new Error('Nobody asks.')
  const three = await startThree(own.ownerUrl, async () => [])
  try {
    const typed = await whatIsTyped(actor.people)
    await besideWithServer(three.kith.port, actor.session, typed.slice(0, 20))
    const { ms, answered, spoke } = await besideWithServer(three.kith.port, actor.session, typed)
    say(`  with database and server, rehearsed and undone: p95 ${ms.toFixed(0)} ms of ${typed.length} (budget ${besideMs}), ${answered} answered, ${spoke} with words${judged('beside a field with the server', ms < besideMs && answered === typed.length && spoke > 0)}`)
    const written = await whatIsWritten()
    await besideWithServer(three.kith.port, written.session, written.asked.slice(0, 10))
    const editor = await besideWithServer(three.kith.port, written.session, written.asked)
    say(`  inside the editor of an assessment, asked as if it were agreed as it stands: p95 ${editor.ms.toFixed(0)} ms of ${written.asked.length} (budget ${besideMs}), ${editor.answered} answered${judged('beside a question of the editor', editor.ms < besideMs && editor.answered === written.asked.length)}`)
    say(`Returns, in short: both returns of ${children.toLocaleString('en-GB')} children from the record ${both.toFixed(1)} s (budget ${within}), beside a field ${ms.toFixed(0)} ms, in the editor ${editor.ms.toFixed(0)} ms (budget ${besideMs})${failed.length > 0 ? `, NOT KEPT: ${failed.join(', ')}` : ''}`)
  } finally {
    await three.stop()
  }
} finally {
  clearInterval(watch)
  rmSync(folder, { recursive: true, force: true })
  await owner.end()
  await own.drop()
}
process.exit(failed.length > 0 ? 3 : 0)
