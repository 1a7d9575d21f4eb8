// A hundred times the server, its database, or both are killed in one instant while people save. Every acknowledged save is there once, with its event
// and its line in the audit; what was not acknowledged is sent again by its writer, with the same command id, and is there once too.
// Then the same with synchronous_commit=off, until something is lost: if this proof did not see that, it could not fail. `killedWhileSaving 0`: that part alone.
import { randomInt } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { livingOwnerUrl } from '../src/platform/db/embedded.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { cleanUp, databasesOn, newFolder, runKith, startKith } from '../test/start/program.ts'
import { prepare, signIn, writers, type Known } from '../test/start/writers.ts'

const rounds = Number(process.argv[2] ?? 100)
/** With synchronous_commit=off so many kills lose something, or the proof has failed. */
const mostCareless = 20

/** The database with all its processes, as when its machine loses its power: what only one of them remembered is gone. */
function whole(postmaster: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
  const parentOf = (pid: number): number => {
    try {
      return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? -1)
    } catch {
      return -1
    }
  }
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)]
}
const kill = (pids: readonly number[]) => {
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) for (const pid of pids) try {
    process.kill(pid, signal)
  } catch {
    // It has ended between being looked up and now.
  }
}

const kinds = { server: 0, database: 0, both: 0 }
const started = (dataFolder: string) => startKith({ dataFolder, environment: { KITH_RATE: 'off' } })
const urlOf = (dataFolder: string) => livingOwnerUrl(dataFolder) ?? ''

/** Eight people save, and in the middle of it this is killed; then Kith stands again. @returns whether what should have stayed did */
async function killed(kind: keyof typeof kinds, dataFolder: string, kith: ReturnType<typeof startKith>, people: ReturnType<typeof writers>, known: Known): Promise<{ kith: ReturnType<typeof startKith>; fine: boolean }> {
  const address = await kith.open()
  const on = await signIn(address, known)
  await people.sendAgain(on)
  // Looked up now: looking makes the writers pause.
  const [server, postmaster = -1] = [kith.server(), ...databasesOn(dataFolder)]
  const writing = people.begin(on, 8)
  await new Promise((settle) => setTimeout(settle, randomInt(200, 1_200)))
  const database = kind === 'server' ? [] : whole(postmaster)
  kill([...(kind === 'database' ? [] : [server]), ...database])
  writing.stop()
  await writing.over
  if (kind !== 'database') {
    await kith.ended
    return { kith: started(dataFolder), fine: true }
  }
  // Kith itself goes on, and opens its database again.
  for (let left = 600; left > 0 && !(await fetch(`${address}/health/ready`).then((answer) => answer.ok, () => false)); left -= 1) await new Promise((settle) => setTimeout(settle, 100))
  return { kith, fine: kith.child.exitCode === null }
}

async function nothingIsLost(): Promise<boolean> {
  const [dataFolder, people] = [newFolder(), writers('Kill')]
  let kith = started(dataFolder)
  await kith.open()
  const known = await prepare(urlOf(dataFolder))
  let stayed = true
  for (let round = 1; round <= rounds; round += 1) {
    const kind = (['server', 'both', 'database'] as const)[round % 3] ?? 'both'
    kinds[kind] += 1
    const after = await killed(kind, dataFolder, kith, people, known)
    kith = after.kith
    stayed &&= after.fine
    if (round % 10 === 0) console.log(`Round ${round} (${kind} killed): ${people.acknowledged.size} saves acknowledged so far, ${people.unsure()} to be sent again`)
  }
  await people.sendAgain(await signIn(await kith.open(), known))
  const compared = await people.compare(urlOf(dataFolder))
  await kith.stop()
  const audit = await runKith(dataFolder, ['check', 'audit'])
  console.log(`${rounds} kills (${kinds.server} of the server, ${kinds.database} of the database, ${kinds.both} of both in one instant): ${compared.said}.`)
  console.log(stayed ? 'Kith stayed up whenever the database alone was killed.' : 'Kith did NOT stay up when the database alone was killed.')
  console.log(audit.code === 0 ? 'The sealed audit is whole.' : `The sealed audit is NOT whole: ${audit.said}`)
  return stayed && compared.fine && people.cutOff() > 0 && audit.code === 0
}

async function carelesslySomethingIs(): Promise<boolean> {
  const [dataFolder, people] = [newFolder(), writers('Careless')]
  let kith = started(dataFolder)
  await kith.open()
  const known = await prepare(urlOf(dataFolder))
  const owner = openPool(urlOf(dataFolder), 1)
  await owner.query('alter database kith set synchronous_commit = off')
  await owner.end()
  await kith.stop()
  kith = started(dataFolder)
  for (let round = 1; round <= mostCareless; round += 1) {
    kith = (await killed('both', dataFolder, kith, people, known)).kith
    await kith.open()
    const { lost } = await people.compare(urlOf(dataFolder))
    if (lost === 0) continue
    await kith.stop()
    console.log(`With synchronous_commit=off ${lost} acknowledged saves of ${people.acknowledged.size} were lost by kill ${round}, and this proof saw it.`)
    return true
  }
  await kith.stop()
  console.log(`NOT SHOWN: nothing was lost in ${mostCareless} kills with synchronous_commit=off.`)
  return false
}

const safe = rounds === 0 || (await nothingIsLost())
const canFail = await carelesslySomethingIs()
await cleanUp()
process.exit(safe && canFail ? 0 : 1)
