import { afterEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { livingOwnerUrl } from '../../src/platform/db/embedded.ts'
import { cleanUp, databasesOn, newFolder, startKith, usedFolder, type Program } from './program.ts'

afterEach(cleanUp)

async function onDatabase<Row extends pg.QueryResultRow>(dataFolder: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: livingOwnerUrl(dataFolder) })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const writeNote = (folder: string) => onDatabase(folder, `create table kept_note (words text); insert into kept_note values ('seen today')`)
const readNote = (folder: string) => onDatabase<{ words: string }>(folder, 'select words from kept_note')

describe('starting and stopping', () => {
  it('opens on this machine only, and says where', async () => {
    const kith = startKith({ dataFolder: await usedFolder() })
    const address = await kith.open()
    expect((await fetch(address.replace('localhost', '127.0.0.1'))).status).toBeLessThan(500)
    // A server that listens to the whole network would answer under this address of the same machine too.
    await expect(fetch(address.replace('localhost', '127.0.0.2'))).rejects.toThrow()
    expect(kith.complained()).toBe('')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends without a trace in the list of processes on %s, and a second start has everything', async (signal) => {
    const dataFolder = await usedFolder()
    const first = startKith({ dataFolder })
    await first.open()
    expect(databasesOn(dataFolder)).not.toEqual([])
    await writeNote(dataFolder)
    expect(await first.stop(signal)).toBe(0)
    expect(databasesOn(dataFolder)).toEqual([])

    const second = startKith({ dataFolder })
    await second.open()
    expect(await readNote(dataFolder)).toEqual([{ words: 'seen today' }])
  })

  it('ends just as well when Ctrl-C is pressed twice', async () => {
    const dataFolder = await usedFolder()
    const kith = startKith({ dataFolder })
    await kith.open()
    const pids = [kith.child.pid ?? -1, kith.server()]
    for (const pid of [...pids, ...pids]) process.kill(pid, 'SIGINT')
    expect(await kith.ended).toBe(0)
    expect(databasesOn(dataFolder)).toEqual([])
    expect(kith.said()).toContain('Everything is kept')
  })

  it('ends too when it is asked to while it still starts', async () => {
    const dataFolder = newFolder()
    const kith = startKith({ dataFolder })
    while (!kith.said().includes('Opening')) await new Promise((settle) => setTimeout(settle, 10))
    expect(await kith.stop()).toBe(0)
    expect(databasesOn(dataFolder)).toEqual([])
    const again = startKith({ dataFolder })
    await again.open()
  })

  it('says nothing of a fault when it is asked to while the council is made, and leaves no database running', async () => {
    const dataFolder = newFolder()
    const kith = startKith({ dataFolder, environment: { KITH_DEMONSTRATION: 'yes' } })
    while (!/Preparing|Kith is open/.test(kith.said())) await new Promise((settle) => setTimeout(settle, 10))
    expect(await kith.stop('SIGINT')).toBe(0)
    expect(kith.complained()).toBe('')
    expect(databasesOn(dataFolder)).toEqual([])
  })
})

describe('the first start', () => {
  it('makes a council of invented people, whole even after a death in the middle, and says how to sign in', async () => {
    const dataFolder = newFolder()
    const environment = { KITH_DEMONSTRATION: 'yes' }
    const first = startKith({ dataFolder, environment })
    while (!/Preparing|Kith is open/.test(first.said())) await new Promise((settle) => setTimeout(settle, 20))
    process.kill(first.server(), 'SIGKILL')
    await first.ended

    const second = startKith({ dataFolder, environment })
    const address = await second.open()
    await expect.poll(second.said).toContain('Ctrl-C')
    const [, email = '', password = ''] = /^ {2}(\S+@\S+) +(\S+) {2}/m.exec(second.said()) ?? []
    const answer = await fetch(`${address}/sign-in`, { method: 'POST', headers: { origin: address, accept: 'application/json' }, body: new URLSearchParams({ email, password }) })
    expect(answer.status).toBe(200)
    const [made] = await onDatabase<{ people: number; accounts: number }>(dataFolder, 'select (select count(*)::int from people.person) as people, (select count(*)::int from access.actor) as accounts')
    expect(made?.people).toBeGreaterThan(100)
    expect(made?.accounts).toBeGreaterThan(10)
    await second.stop()

    const third = startKith({ dataFolder, environment })
    await third.open()
    const [kept] = await onDatabase<{ people: number }>(dataFolder, 'select count(*)::int as people from people.person')
    expect(kept?.people).toBe(made?.people)
  })
})

describe('with a server of one’s own', () => {
  it('uses the database that DATABASE_URL names, makes none beside it, and leaves it running', async () => {
    const server = process.env.KITH_TEST_DATABASE ?? ''
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query('create database kith_test_own_server')
    const dataFolder = newFolder()
    const kith = startKith({ dataFolder, environment: { DATABASE_URL: Object.assign(new URL(server), { pathname: '/kith_test_own_server' }).href } })
    await kith.open()
    expect(databasesOn(dataFolder)).toEqual([])
    expect(await kith.stop()).toBe(0)
    expect((await client.query('select 1 as answer')).rows).toEqual([{ answer: 1 }])
    await client.query('drop database kith_test_own_server with (force)')
    await client.end()
  })
})

describe('after a death without warning', () => {
  const killed: [string, (kith: Program, dataFolder: string) => readonly number[]][] = [
    ['the server', (kith) => [kith.server()]],
    ['the launcher', (kith) => [kith.child.pid ?? -1]],
    ['server and database together', (kith, dataFolder) => [kith.server(), ...databasesOn(dataFolder)]],
  ]
  it.each(killed)('of %s, the next start goes on with everything that was saved', async (_, victims) => {
    const dataFolder = await usedFolder()
    const first = startKith({ dataFolder })
    await first.open()
    await writeNote(dataFolder)
    for (const pid of victims(first, dataFolder)) process.kill(pid, 'SIGKILL')
    await first.ended

    const second = startKith({ dataFolder })
    await second.open()
    expect(await readNote(dataFolder)).toEqual([{ words: 'seen today' }])
    await expect.poll(() => databasesOn(dataFolder).length).toBe(1)
  })
})
