// Long proofs of `import cin`: the memory of the reader does not grow with the file, an import that is killed again and again takes each child once,
// and one that is killed while it is taken back leaves nothing of it.
import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import { census, child, referral } from '../src/channel/exchange/cin/census.fixture.ts'
import { importCensus } from '../src/channel/exchange/cin/importCensus.ts'
import { office, openOffice } from '../src/channel/exchange/cin/office.ts'
import { imports } from '../src/channel/exchange/cin/queries.ts'
import { undoImport } from '../src/channel/exchange/cin/settle.ts'
import { surveyCensus } from '../src/channel/exchange/cin/survey.ts'
import { moment, plain } from '../src/kernel/dates.ts'
import { clockAt } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const fail = (line: string): never => {
  say(`FAILED: ${line}`)
  process.exit(1)
}

const assessed = '<Assessments><AssessmentActualStartDate>2021-10-07</AssessmentActualStartDate><AssessmentAuthorisationDate>2021-11-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>'
const enquiry = '<Section47><S47ActualStartDate>2021-11-02</S47ActualStartDate><ICPCnotRequired>1</ICPCnotRequired></Section47>'

/** A census of that many children, one letter stream after the other. */
function* censusOf(children: number): Generator<Buffer> {
  const [before = '', after = ''] = census({ children: ['@'] }).split('@')
  yield Buffer.from(before)
  for (let at = 0; at < children; at++) yield Buffer.from(child({ localId: `S${at}`, details: `<CINdetails>${referral}${assessed}${enquiry}</CINdetails>` }))
  yield Buffer.from(after)
}

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')
const heldNow = (): number => {
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

/** Reads a file of that size from the disk; @returns the most memory held after a collection at any thousandth child, in megabytes above the start. */
async function mostHeld(folder: string, children: number): Promise<{ megabytes: number; held: number; seconds: number }> {
  const file = join(folder, `census-${children}.xml`)
  await pipeline(Readable.from(censusOf(children)), createWriteStream(file))
  const megabytes = statSync(file).size / 1e6
  const start = heldNow()
  let most = 0
  let seen = 0
  const began = performance.now()
  const found = await surveyCensus(createReadStream(file), plain('2026-11-22'), () => {
    if (++seen % 10_000 === 0) most = Math.max(most, heldNow() - start)
  })
  const seconds = (performance.now() - began) / 1000
  rmSync(file)
  if (found.kind === 'refused' || !found.account.balanced || found.account.children !== children) fail('the file was not read whole')
  return { megabytes, held: most / 1e6, seconds }
}

async function memory(folder: string): Promise<void> {
  await mostHeld(folder, 10_000)
  for (const children of [20_000, 250_000]) {
    const { megabytes, held, seconds } = await mostHeld(folder, children)
    say(`${megabytes.toFixed(0)} MB, ${children.toLocaleString('en-GB')} children: read in ${seconds.toFixed(1)} s, at most ${held.toFixed(1)} MB held`)
    if (held > 10) fail('memory grows with the file')
  }
}

async function take(url: string, file: string): Promise<void> {
  const pool = openPool(await appUrl(url), 2)
  const imported = await importCensus({ pool, clock: clockAt(moment('2026-11-22T09:00:00.000Z')), who: { actor: office.actorId }, via: 'import' }, 'census.xml', () => createReadStream(file))
  await pool.end()
  process.exit(imported.kind === 'taken' ? 0 : 1)
}

async function takeBack(url: string): Promise<void> {
  const pool = openPool(await appUrl(url), 2)
  const caller = { pool, clock: clockAt(moment('2026-11-22T09:00:00.000Z')), who: { actor: office.actorId }, via: 'import' } as const
  const named = await imports.perform(caller, {})
  const [one] = 'done' in named ? named.done.imports : []
  const undone = await undoImport(caller, one?.id ?? fail('there is no import'))
  await pool.end()
  if ('problems' in undone) say(undone.problems[0]?.problem ?? '')
  process.exit('done' in undone && Object.keys(undone.done.kept).length === 0 ? 0 : 1)
}

/** Runs a part of this file again and again, killed with -9 each time, until it comes to its end. @returns how often it was killed */
async function killedUntilDone(...words: string[]): Promise<number> {
  for (let rounds = 0; ; rounds++) {
    const worker = spawn(process.execPath, [...process.execArgv, import.meta.filename, ...words], { stdio: 'inherit' })
    const timer = rounds < 20 ? setTimeout(() => worker.kill('SIGKILL'), 700 + ((rounds * 379) % 900)) : undefined
    const code = await new Promise<number | null>((settle) => worker.once('exit', (status) => settle(status)))
    clearTimeout(timer)
    if (code === 0) return rounds
    if (code !== null) fail(`${words[0]} stopped by itself`)
  }
}

async function kills(folder: string, server: string): Promise<void> {
  const children = 1500
  const file = join(folder, 'killed.xml')
  await pipeline(Readable.from(censusOf(children)), createWriteStream(file))
  const name = `soak_import_${process.pid}`
  const at = new URL(server)
  at.pathname = `/${name}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await migrate(at.href)
  await openOffice(at.href)
  const rounds = await killedUntilDone('take', at.href, file)
  const owner = new pg.Client({ connectionString: at.href })
  await owner.connect()
  const count = async () => (await owner.query(`select (select count(*)::int from people.person) as people, (select count(*)::int from contacts.referral) as referrals, (select count(*)::int from assessments.assessment) as assessments,
    (select count(*)::int from exchange.kept_aside) as kept, (select count(*)::int from chronology.event) as events, (select count(*)::int from access.involvement) as involvements, (select count(*)::int from work.item) as tasks`)).rows[0]
  const counted = await count()
  const began = performance.now()
  const back = await killedUntilDone('takeBack', at.href)
  const left = await count()
  const seconds = (performance.now() - began) / 1000
  await owner.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  say(`killed ${rounds} times, then finished: ${JSON.stringify(counted)}`)
  const wanted = { people: children, referrals: children, assessments: children, kept: children, events: children * 5, involvements: children, tasks: children }
  if (JSON.stringify(counted) !== JSON.stringify(wanted)) fail(`expected ${JSON.stringify(wanted)}`)
  if (rounds < 3) fail('the import was over before it could be killed three times')
  say(`taken back, killed ${back} times, in ${seconds.toFixed(1)} s: ${JSON.stringify(left)}`)
  if (Object.values(left).some((rows) => rows !== 0)) fail('something of the import is left')
}

const [word, url, file] = process.argv.slice(2)
if (word === 'take' && url && file) await take(url, file)
else if (word === 'takeBack' && url) await takeBack(url)
else {
  const server = process.env.KITH_TEST_DATABASE ?? fail('KITH_TEST_DATABASE is not set: run npm run soak.')
  const folder = mkdtempSync(join(tmpdir(), 'kith-soak-'))
  try {
    await memory(folder)
    await kills(folder, server)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
