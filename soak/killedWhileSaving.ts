// A hundred times the server, its database, or both are killed in one instant while people save. Every acknowledged save is there once, with its event
// and its line in the audit; what was not acknowledged is sent again by its writer, with the same command id, and is there once too.
// `npm run soak -- killedWhileSaving 20 off`: the same with synchronous_commit=off must lose something, or this proof could not fail.
import { randomInt } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { livingOwnerUrl } from '../src/platform/db/embedded.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { cleanUp, databasesOn, newFolder, runKith, startKith } from '../test/start/program.ts'
import { prepare, signIn, writers, type Known } from '../test/start/writers.ts'

const rounds = Number(process.argv[2] ?? 100)
const careless = process.argv[3] === 'off'
const dataFolder = newFolder()
const people = writers('Kill')
let known: Known | undefined
let fine = true

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
let kith = startKith({ dataFolder, environment: { KITH_RATE: 'off' } })
for (let round = 1; round <= rounds; round += 1) {
  const address = await kith.open()
  if (!known) {
    known = await prepare(livingOwnerUrl(dataFolder) ?? '')
    if (careless) {
      const owner = openPool(livingOwnerUrl(dataFolder) ?? '', 1)
      await owner.query('alter database kith set synchronous_commit = off')
      await owner.end()
      await kith.stop()
      kith = startKith({ dataFolder, environment: { KITH_RATE: 'off' } })
      await kith.open()
    }
  }
  const on = await signIn(careless ? await kith.open() : address, known)
  await people.sendAgain(on)
  const kind = careless ? 'both' : (['server', 'both', 'database'] as const)[round % 3] ?? 'both'
  kinds[kind] += 1
  // Looked up now: looking makes the writers pause.
  const [server, postmaster = -1] = [kith.server(), ...databasesOn(dataFolder)]
  const writing = people.begin(on, 8)
  await new Promise((settle) => setTimeout(settle, randomInt(200, 1_200)))
  const database = kind === 'server' ? [] : whole(postmaster)
  kill([...(kind === 'database' ? [] : [server]), ...database])
  writing.stop()
  await writing.over
  if (kind === 'database') {
    // Kith itself goes on, and opens its database again.
    for (let left = 600; left > 0 && !(await fetch(`${address}/health/ready`).then((answer) => answer.ok, () => false)); left -= 1) await new Promise((settle) => setTimeout(settle, 100))
    fine &&= kith.child.exitCode === null
  } else {
    await kith.ended
    kith = startKith({ dataFolder, environment: { KITH_RATE: 'off' } })
  }
  if (round % 10 === 0 || careless) console.log(`Round ${round} (${kind} killed): ${people.acknowledged.size} saves acknowledged so far, ${people.unsure()} to be sent again`)
}
await people.sendAgain(await signIn(await kith.open(), known ?? { email: '', people: [] }))
const compared = await people.compare(livingOwnerUrl(dataFolder) ?? '')
await kith.stop()
const audit = careless ? { code: 0, said: '' } : await runKith(dataFolder, ['check', 'audit'])
await cleanUp()
console.log(`${rounds} kills (${kinds.server} of the server, ${kinds.database} of the database, ${kinds.both} of both in one instant): ${compared.said}.`)
if (!careless) console.log(audit.code === 0 ? 'The sealed audit is whole.' : `The sealed audit is NOT whole: ${audit.said}`)
if (careless) console.log(compared.lost > 0 ? 'With synchronous_commit=off acknowledged saves were lost, and this proof saw it.' : 'NOT SHOWN: nothing was lost with synchronous_commit=off.')
process.exit((careless ? compared.lost > 0 : fine && compared.fine && people.cutOff() > 0 && audit.code === 0) ? 0 : 1)
