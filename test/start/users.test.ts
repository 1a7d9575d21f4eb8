import { chmodSync, chownSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { embeddedPrograms } from '../../src/platform/db/embeddedPrograms.ts'
import { command, environmentFor, runnerFor } from '../../src/platform/db/embeddedUser.ts'
import { projectRoot } from '../../src/platform/start/project.ts'
import { cleanUp, databasesOn, newFolder, startKith, usedFolder } from './program.ts'

afterEach(cleanUp)

const isRoot = process.getuid?.() === 0
const ordinary = { uid: 65_534, gid: 65_534 }
const othersMayRead = isRoot && spawnSync('test', ['-r', join(projectRoot, 'bin/start.mjs')], ordinary).status === 0
const othersMayRunNode = isRoot && spawnSync(process.execPath, ['--version'], ordinary).status === 0

/** A home that nobody but its owner may enter, and a data folder in it. */
function dataInClosedHome(owner: { uid: number; gid: number }): string {
  const home = join(newFolder(), 'home')
  mkdirSync(home, { mode: 0o700 })
  chownSync(home, owner.uid, owner.gid)
  chmodSync(join(home, '..'), 0o755)
  return join(home, 'data')
}

async function twice(start: () => ReturnType<typeof startKith>, dataFolder: string): Promise<void> {
  for (const _ of ['first', 'second']) {
    const kith = start()
    await kith.open()
    // A process of PostgreSQL that has just begun still goes by the name of the one that began it.
    await expect.poll(() => databasesOn(dataFolder).length).toBe(1)
    expect(await kith.stop()).toBe(0)
    expect(databasesOn(dataFolder)).toEqual([])
  }
}

describe('who starts it', () => {
  it.runIf(isRoot)('root, in a home closed to all others', async () => {
    const dataFolder = dataInClosedHome({ uid: 0, gid: 0 })
    await twice(() => startKith({ dataFolder }), dataFolder)
  })

  it.runIf(isRoot && othersMayRead && othersMayRunNode)('an ordinary user with a home closed to all others; then root on the same data, and the user still has them afterwards', async () => {
    const dataFolder = dataInClosedHome(ordinary)
    await twice(() => startKith({ dataFolder, user: ordinary }), dataFolder)
    await twice(() => startKith({ dataFolder }), dataFolder)
    await twice(() => startKith({ dataFolder, user: ordinary }), dataFolder)
  })

  it.runIf(isRoot)('root where a container forbids user namespaces, and then root where it allows them', async () => {
    const dataFolder = dataInClosedHome({ uid: 0, gid: 0 })
    const forbidding = newFolder()
    writeFileSync(join(forbidding, 'unshare'), '#!/bin/sh\necho "unshare failed: Operation not permitted" >&2\nexit 1\n', { mode: 0o755 })
    await twice(() => startKith({ dataFolder, environment: { PATH: `${forbidding}:${process.env.PATH}` } }), dataFolder)
    await twice(() => startKith({ dataFolder }), dataFolder)
  })

  it.runIf(isRoot)('root where a container forbids user namespaces, with everything that npm brought in a closed home too', () => {
    const home = newFolder()
    const forbidding = newFolder()
    writeFileSync(join(forbidding, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const found = embeddedPrograms(join(home, 'links'))
    cpSync(join(found.postgres, '../..'), join(home, 'native'), { recursive: true, verbatimSymlinks: true })
    chmodSync(home, 0o700)
    const programs = { postgres: join(home, 'native/bin/postgres'), initdb: join(home, 'native/bin/initdb'), libraries: found.libraries }
    const path = process.env.PATH
    process.env.PATH = `${forbidding}:${path}`
    try {
      const runner = runnerFor(programs, home)
      expect(runner.words[0]).toBe('setpriv')
      const data = join(home, 'data')
      mkdirSync(data, { mode: 0o700 })
      chownSync(data, runner.owner?.uid ?? 0, runner.owner?.gid ?? 0)
      const [program, words] = command(runner, programs.initdb, ['-D', data, '--no-sync', '--auth=trust'])
      expect(spawnSync(program, words, { encoding: 'utf8', env: environmentFor(programs), cwd: data })).toMatchObject({ status: 0 })
    } finally {
      process.env.PATH = path
    }
  })

  it.runIf(isRoot && othersMayRead && othersMayRunNode)('another user than the one whose data it is: refused in a plain sentence', async () => {
    const dataFolder = await usedFolder(newFolder())
    const other = startKith({ dataFolder, user: ordinary })
    expect(await other.ended).toBe(1)
    expect(other.complained()).toMatch(/belongs to another user\. Start Kith as that user, or set KITH_DATA/)
  })

  it('NODE_ENV=production', async () => {
    const dataFolder = await usedFolder()
    await twice(() => startKith({ dataFolder, environment: { NODE_ENV: 'production' } }), dataFolder)
  })
})
