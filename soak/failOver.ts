// The primary's machine is lost while people save: server and database are killed in one instant, the standby takes over, and the same people go on there.
// Nothing acknowledged is lost, and the first save is acknowledged in under a minute. The old primary is refused on its return.
import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { livingOwnerUrl } from '../src/platform/db/embedded.ts'
import { cleanUp, databasesOn, newFolder, runKith, startKith } from '../test/start/program.ts'
import { prepare, signIn, writers } from '../test/start/writers.ts'

const rounds = Number(process.argv[2] ?? 5)

async function freePorts(many: number): Promise<number[]> {
  const probes = Array.from({ length: many }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(probes.map((probe) => once(probe, 'listening')))
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port)
  await Promise.all(probes.map((probe) => new Promise((settle) => probe.close(settle))))
  return ports
}

const until = async (what: string, holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> => {
  for (let left = seconds * 20; !(await holds()); left -= 1) {
    if (left === 0) throw new Error(`Waited ${seconds} seconds in vain: ${what}`)
    await wait(50)
  }
}

const people = writers('Fail-over')
const ports = await freePorts(rounds + 1)
const environmentOf = (number: number) => ({ KITH_DATABASE_AT: `127.0.0.1:${ports[number]}`, KITH_STANDBY: 'wait', KITH_RATE: 'off' })
let folder = newFolder()
let primary = startKith({ dataFolder: folder, environment: environmentOf(0) })
let address = await primary.open()
const known = await prepare(livingOwnerUrl(folder) ?? '')
const took: number[] = []
let fine = true

for (let round = 1; round <= rounds; round += 1) {
  const of = /KITH_STANDBY_OF='([^']+)'/.exec((await runKith(folder, ['standby'], environmentOf(round - 1))).said)?.[1] ?? ''
  const standbyFolder = newFolder()
  const standby = startKith({ dataFolder: standbyFolder, environment: { ...environmentOf(round), KITH_STANDBY_OF: of } })
  const before = people.begin(await signIn(address, known), 8)
  await until('the primary waits for its standby', async () => (await runKith(folder, ['standby'], environmentOf(round - 1))).said.includes('Nothing is acknowledged before'))
  // Looked up before: looking makes the writers pause.
  const victims = [primary.server(), ...databasesOn(folder)]
  await wait(randomInt(500, 2_500))
  const began = performance.now()
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  before.stop()
  await Promise.all([before.over, primary.ended])
  await until('the standby sees that its primary is gone', async () => (await runKith(standbyFolder, ['standby'])).said.includes('out of reach'))
  const done = await runKith(standbyFolder, ['failover'])
  if (!done.said.includes('Nothing acknowledged is missing')) throw new Error(done.said || done.complained)
  const there = await signIn(await standby.open(), known)
  const again = await people.sendAgain(there)
  const upTo = people.acknowledged.size
  const after = people.begin(there, 1)
  await until('the first save', () => people.acknowledged.size > upTo)
  const seconds = (performance.now() - began) / 1_000
  took.push(seconds)
  after.stop()
  await after.over
  const compared = await people.compare(livingOwnerUrl(standbyFolder) ?? '')
  fine &&= compared.fine && seconds < 60

  const returned = startKith({ dataFolder: folder, environment: environmentOf(round - 1) })
  const refused = (await returned.ended) === 1 && returned.complained().includes('took over from this database')
  fine &&= refused
  console.log(`Round ${round}: saving again ${seconds.toFixed(1)} seconds after the kill (${again} sent again); ${compared.said}; the old primary was ${refused ? 'refused' : 'NOT refused'} on its return.`)
  ;[folder, primary, address] = [standbyFolder, standby, there.address]
}
await cleanUp()
console.log(`${rounds} primaries lost, ${people.acknowledged.size} saves acknowledged, ${fine ? 'none lost' : 'FAILED'}; the longest way to the first save ${Math.max(...took).toFixed(1)} seconds.`)
process.exit(fine && people.cutOff() > 0 ? 0 : 1)
