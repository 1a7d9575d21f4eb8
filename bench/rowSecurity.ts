// What row-level security costs at the size that a council may reach: tray, record and search of worker, manager, front door and head of service, by the processor time of the
// database with row-level security and without, at 100,000 people, 3,500 users and 1.5 million notes: `npm run bench -- rowSecurity 6` (seconds for each).
// `KITH_BENCH_DATABASE` names a demonstration council of the size large, made before (`npm run kith -- demo large`); notes and accounts that are missing are added to it.
// `prepare` instead of seconds makes it ready and measures nothing.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { fourActors } from './load/actors.ts'
import { linesOf } from './load/lines.ts'
import { load, type Result } from './load/measure.ts'
import { moreAccounts, moreNotes } from './load/moreNotes.ts'
import type { Sections } from './load/sections.ts'
import { startThree } from './load/servers.ts'
import { say } from './load/told.ts'

const [people, users, notes] = [100_000, 3_500, 1_500_000]
const most = 2
const onlyPrepare = process.argv[2] === 'prepare'
const seconds = onlyPrepare ? 0 : Number(process.argv[2] ?? 6)
const began = loadavg()
const given = process.env.KITH_BENCH_DATABASE
const own = given ? { ownerUrl: given, drop: async () => undefined } : await ownDatabase('rows')
if (!given) {
  say('Making the council large. It takes some minutes.')
  const folder = mkdtempSync(join(tmpdir(), 'kith-rows-'))
  const made = spawnSync(process.execPath, [join(import.meta.dirname, '../dist/server/kith.js'), 'demo', 'large'], { env: { ...process.env, DATABASE_URL: own.ownerUrl, KITH_DATA: folder }, stdio: 'inherit' })
  rmSync(folder, { recursive: true, force: true })
  if (made.status !== 0) throw new Error('The council could not be made.')
}
// One connection: what is set for it holds until it ends.
const owner = new pg.Client({ connectionString: own.ownerUrl })
await owner.connect()
const rows = async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => (await owner.query<Found>(text, values)).rows
const backends = async () => (await rows<{ pid: number }>('select pid from pg_stat_activity where (datname = current_database() or datname is null) and pid <> pg_backend_pid()')).map((one) => one.pid)
/** No section is written here. */
const noSections: Sections = { kith: () => { throw new Error('Nothing is written.') }, thin: () => { throw new Error('Nothing is written.') }, away: async () => undefined }

const verdicts: boolean[] = []
try {
  await rows('delete from people.compare_due')
  const added = await moreNotes(rows, notes)
  await moreAccounts(rows, users)
  if (added > 0) {
    say(`${added.toLocaleString('en-GB')} notes added.`)
    await rows('vacuum analyze')
  }
  const [size] = await rows<{ people: number; accounts: number; notes: number; events: number }>('select (select count(*)::int from people.card) as people, (select count(*)::int from access.actor) as accounts, (select count(*)::int from notes.note) as notes, (select count(*)::int from chronology.event) as events')
  say(`${size?.people.toLocaleString('en-GB')} people, ${size?.accounts.toLocaleString('en-GB')} users, ${size?.notes.toLocaleString('en-GB')} notes, ${size?.events.toLocaleString('en-GB')} events; load of the machine before: ${began.map((one) => one.toFixed(1)).join(', ')}.`)
  if (!size || size.people < people || size.accounts < users || size.notes < notes) throw new Error('The council is smaller than the measure asks for.')
  if (!onlyPrepare) {
    const actors = await fourActors(rows)
    const lines = (await linesOf(rows, noSections)).filter((line) => ['tray', 'record with family', 'search'].includes(line.name))
    const two = await startThree(own.ownerUrl, backends)
    try {
      say('\nMilliseconds of the database’s processor a request, and p95 over 32 connections\n\n| | as | with | without | times | p95 with | p95 without |\n|---|---|--:|--:|--:|--:|--:|')
      for (const line of lines) {
        for (const actor of actors) {
          // In turns, so that what else the machine does falls on both.
          const came: Record<'kith' | 'open', Result[]> = { kith: [], open: [] }
          for (const target of ['kith', 'open'] as const) await load(two[target], () => line.json(actor), { seconds: Math.max(2, seconds / 2) })
          for (const target of ['kith', 'open', 'open', 'kith'] as const) came[target].push(await load(two[target], () => line.json(actor), { seconds: seconds / 2 }))
          const failed = [...came.kith, ...came.open].some((one) => one.failed > one.requests / 100 || one.requests === 0)
          const spent = (of: readonly Result[]) => of.reduce((sum, one) => sum + one.database * one.requests, 0) / of.reduce((sum, one) => sum + one.requests, 0)
          const slow = (of: readonly Result[]) => Math.max(...of.map((one) => one.p95))
          const times = spent(came.kith) / spent(came.open)
          const kept = !failed && times <= most
          verdicts.push(kept)
          say(`| ${line.name} | ${actor.who} | ${spent(came.kith).toFixed(2)} | ${spent(came.open).toFixed(2)} | ${times.toFixed(2)}${kept ? '' : failed ? ' **refused**' : ' **no**'} | ${slow(came.kith).toFixed(0)} | ${slow(came.open).toFixed(0)} |`)
        }
      }
    } finally {
      await two.stop()
    }
    say(`\n${verdicts.filter(Boolean).length} of ${verdicts.length} cost at most ${most} times as much with row-level security.`)
  }
} finally {
  await owner.end()
  await own.drop()
}
process.exit(verdicts.every(Boolean) ? 0 : 3)
