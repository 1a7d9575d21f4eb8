// A small disk made for it is filled, step by step and then at once, while people save. Writing ends with clear words while reading goes on, then reading
// ends too, and Kith goes on by itself when there is room; nothing acknowledged is lost. Then the database alone is killed: it is opened again by itself.
import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { livingOwnerUrl } from '../src/platform/db/embedded.ts'
import { cleanUp, databasesOn, newFolder, startKith } from '../test/start/program.ts'
import { prepare, signIn, writers } from '../test/start/writers.ts'

const rounds = Number(process.argv[2] ?? 3)
const disk = newFolder()
if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=900m', 'tmpfs', disk]).status !== 0) {
  console.log('NOT SHOWN: a small disk can be made by root only, where mounting is allowed. Run this as root.')
  process.exit(1)
}
const dataFolder = join(disk, 'data')
mkdirSync(dataFolder)
const filler = join(disk, 'filler')
const free = () => Number(statfsSync(disk).bavail) * statfsSync(disk).bsize
/** Fills the disk until so many megabytes are free. */
const leave = (megabytes: number) => void spawnSync('sh', ['-c', `head -c ${Math.max(0, free() - megabytes * 1_048_576)} /dev/zero >> "$1"`, 'sh', filler])
const clear = () => rmSync(filler, { force: true })

const kith = startKith({ dataFolder, environment: { KITH_RESERVE_MB: '48', KITH_RATE: 'off' } })
let fine = true
const expect = (what: string, holds: boolean) => {
  fine &&= holds
  console.log(`${holds ? 'yes' : 'NO '}  ${what}`)
}
try {
  const address = await kith.open()
  const known = await prepare(livingOwnerUrl(dataFolder) ?? '')
  const people = writers('Disk')
  let on = await signIn(address, known)
  const page = (path: string) => fetch(`${address}${path}`, { headers: { cookie: on.cookie } }).then(async (reply) => ({ status: reply.status, text: await reply.text() }), () => ({ status: 0, text: '' }))
  const ready = async () => (await page('/health/ready')).text
  const until = async (what: string, holds: () => Promise<boolean>, seconds = 90) => {
    const began = performance.now()
    while (!(await holds()) && performance.now() - began < seconds * 1_000) await wait(200)
    expect(`${what} (${((performance.now() - began) / 1_000).toFixed(1)} s)`, await holds())
  }
  const saves = async () => {
    const before = people.acknowledged.size
    const one = people.begin(on, 2)
    await wait(400)
    one.stop()
    await one.over
    return people.acknowledged.size > before
  }
  expect('With room, people save', await saves())
  const record = `/people/${known.people[0]}`
  for (let round = 1; round <= rounds; round += 1) {
    leave(40)
    await until(`Round ${round}: almost full, writing ends with words`, async () => (await ready()).includes('"writes":false'))
    expect('A save is refused, and nothing is half done', !(await saves()))
    expect('The page of the refusal says what to do', /disk of the record is almost full/.test((await fetch(`${address}/contacts/new`, { method: 'POST', headers: { origin: address, cookie: on.cookie } })).status === 503 ? await (await fetch(`${address}/contacts/new`, { method: 'POST', headers: { origin: address, cookie: on.cookie } })).text() : ''))
    expect('A record is read on, and audited', (await page(record)).status === 200)
    leave(8)
    await until('The reserve is given up, and reading goes on', async () => free() > 40 << 20 && (await page(record)).status === 200)
    leave(6)
    await until('With that used too, reading ends in words', async () => (await page(record)).status === 503 && (await ready()).includes('nothing is shown without a note'))
    clear()
    await until('With room again Kith goes on by itself', async () => (await ready()) === '{"ready":true}')
    await people.sendAgain(on)
    expect('People save again', await saves())

    const busy = people.begin(on, 6)
    await wait(300)
    leave(0)
    await wait(1_500)
    leave(0)
    await wait(6_000)
    busy.stop()
    await busy.over
    expect('Filled to the last byte under writers: the page says so', (await page(record)).status === 503)
    clear()
    await until('Kith goes on by itself after that', async () => (await ready()) === '{"ready":true}')
    on = await signIn(address, known)
    await people.sendAgain(on)

    const writing = people.begin(on, 6)
    const [postmaster] = databasesOn(dataFolder)
    await wait(500)
    if (postmaster) process.kill(postmaster, 'SIGKILL')
    await wait(300)
    writing.stop()
    await writing.over
    await until('The database killed: Kith stays, and opens it again', async () => (await ready()) === '{"ready":true}')
    await people.sendAgain(on)
    expect('People save again', await saves())
  }
  const compared = await people.compare(livingOwnerUrl(dataFolder) ?? '')
  expect(compared.said, compared.fine)
  expect('Kith never ended', kith.child.exitCode === null)
} finally {
  await kith.stop()
  console.log(kith.complained().split('\n').filter((line) => !line.startsWith('    at')).slice(-5).join('\n').slice(0, 1_000))
  spawnSync('umount', [disk])
  await cleanUp()
}
console.log(`${rounds} rounds: ${fine ? 'all of it held' : 'FAILED'}.`)
process.exit(fine ? 0 : 1)
