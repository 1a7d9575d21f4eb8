import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { progress } from '../../src/platform/progress.ts'
import { cleanUp, databasesOn, newFolder, runKith, startKith, usedFolder } from './program.ts'

afterEach(cleanUp)

const kith = (dataFolder: string, ...words: string[]) => runKith(dataFolder, words)

describe('the command line beside a council', () => {
  it('says what there is, and makes no data folder for that', async () => {
    const dataFolder = newFolder()
    const help = await kith(dataFolder, 'help')
    expect(help).toMatchObject({ code: 0, complained: '' })
    expect(help.said).toContain('npm run kith -- migrate')
    expect(readdirSync(dataFolder)).toEqual([])
  })

  it('refuses a command that there is not, in one sentence', async () => {
    expect(await kith(newFolder(), 'mend')).toMatchObject({ code: 1, complained: 'There is no command "mend". npm run kith -- help shows those there are.' })
  })

  it('works on a council that is running, and leaves it running', async () => {
    const dataFolder = await usedFolder()
    const council = startKith({ dataFolder })
    const address = await council.open()
    expect(await kith(dataFolder, 'migrate')).toMatchObject({ code: 0, complained: '' })
    expect((await fetch(address)).status).toBeLessThan(500)
    await expect.poll(() => databasesOn(dataFolder).length).toBe(1)
  })

  it('opens a council that is not running for as long as it works', async () => {
    const dataFolder = newFolder()
    expect(await kith(dataFolder, 'migrate')).toMatchObject({ code: 0 })
    expect(databasesOn(dataFolder)).toEqual([])
    const council = startKith({ dataFolder })
    await council.open()
  })
})

describe('progress', () => {
  it('is silent for quick work, and shown for what takes longer than two seconds', async () => {
    const written: string[] = []
    const work = progress('Reading', { write: (text) => written.push(text) })
    work.at(1, 3000)
    expect(written).toEqual([])
    await new Promise((settle) => setTimeout(settle, 2_050))
    work.at(2000, 3000)
    work.end()
    expect(written).toEqual(['Reading: 2,000 of 3,000\n', expect.stringMatching(/^Reading: done in \d+ seconds\n$/)])
  })
})
