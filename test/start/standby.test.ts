import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { livingOwnerUrl } from '../../src/platform/db/embedded.ts'
import { cleanUp, databasesOn, newFolder, runKith, startKith, usedFolder } from './program.ts'

afterEach(cleanUp)

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((settle) => probe.close(settle))
  return port
}

async function on(dataFolder: string, text: string) {
  const client = new pg.Client({ connectionString: livingOwnerUrl(dataFolder) })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
const ready = async (address: string) => (await fetch(`${address}/health/ready`)).json() as Promise<{ ready: boolean; why?: string }>

describe('a primary and its standby', () => {
  it('save together or not at all; the standby takes over with everything, and the old primary is refused', async () => {
    const [first, second] = [await usedFolder(), newFolder()]
    const here = { KITH_DATABASE_AT: `127.0.0.1:${await freePort()}`, KITH_STANDBY: 'wait' }
    const primary = startKith({ dataFolder: first, environment: here })
    const address = await primary.open()
    const of = /KITH_STANDBY_OF='([^']+)'/.exec((await runKith(first, ['standby'], here)).said)?.[1]
    const there = { KITH_DATABASE_AT: `127.0.0.1:${await freePort()}`, KITH_STANDBY: 'wait', KITH_STANDBY_OF: of }
    const standby = startKith({ dataFolder: second, environment: there })
    const waits = async () => (await on(first, `select current_setting('synchronous_standby_names') || (select value->>'waits' from ops.setting where key = 'standby') as so`))[0]?.so
    await expect.poll(waits, { timeout: 60_000, interval: 250 }).toBe('kith_standbytrue')
    await on(first, `create table kept_note (words text); insert into kept_note values ('seen today')`)
    expect(await runKith(second, ['failover'])).toMatchObject({ code: 1, complained: expect.stringMatching(/^The primary still runs, and nothing was changed\./) })

    // While the standby is away nobody is told that anything was saved, and the page says so in words.
    await standby.stop()
    await expect.poll(() => ready(address), { timeout: 60_000 }).toMatchObject({ ready: false, why: expect.stringMatching(/^Nothing can be saved just now/) })
    expect((await fetch(address)).status).toBe(503)
    const again = startKith({ dataFolder: second, environment: there })
    await expect.poll(() => ready(address), { timeout: 60_000 }).toMatchObject({ ready: true })

    for (const pid of [primary.server(), ...databasesOn(first)]) process.kill(pid, 'SIGKILL')
    await primary.ended
    const tookOver = async () => runKith(second, ['failover'])
    await expect.poll(async () => (await tookOver()).said, { timeout: 60_000 }).toMatch(/^The standby took over\. Nothing acknowledged is missing/)
    await again.open()
    expect(await on(second, 'select words from kept_note')).toEqual([{ words: 'seen today' }])

    const returned = startKith({ dataFolder: first, environment: here })
    expect(await returned.ended).toBe(1)
    expect(returned.complained()).toMatch(/^The standby at 127\.0\.0\.1:\d+ took over from this database, and this one is no longer the record/)
  })
})
