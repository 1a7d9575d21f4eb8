import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { census, child, referral } from '../../src/channel/exchange/cin/census.fixture.ts'
import { cleanUp, newFolder, runKith, startKith, usedFolder } from './program.ts'

afterEach(cleanUp)

const kith = (dataFolder: string, ...words: string[]) => runKith(dataFolder, words)

const closed = `<CINdetails>${referral}<CINclosureDate>2022-01-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure></CINdetails>`

describe('import cin on the command line', () => {
  it('takes a census into a council that is running, once however often it is asked', async () => {
    const dataFolder = await usedFolder()
    const council = startKith({ dataFolder })
    await council.open()
    const file = join(newFolder(), 'census.xml')
    writeFileSync(file, census({ children: [child({ localId: 'CLI1', details: closed }), child({ localId: 'CLI2', characteristics: '<Ethnicity>NONE</Ethnicity>' })] }))

    const look = await kith(dataFolder, 'import', 'cin', file, '--check')
    expect(look).toMatchObject({ code: 0, complained: '' })
    expect(look.said).toMatch(/Ethnicity: no code of its list\n {4}1 place; line \d+[^]*Nothing was written/)

    const first = await kith(dataFolder, 'import', 'cin', file)
    expect(first).toMatchObject({ code: 0, complained: '' })
    expect(first.said).toMatch(/Every element is accounted for[^]*2 new people/)
    const report = readdirSync(join(dataFolder, 'imports'))
    expect(report).toHaveLength(1)
    expect(JSON.parse(readFileSync(join(dataFolder, 'imports', report[0] ?? ''), 'utf8'))).toMatchObject({ children: 2, balanced: true, findings: [{ outcome: 'refused' }] })

    expect((await kith(dataFolder, 'import', 'cin', file)).said).toMatch(/This file was taken before. Nothing was changed/)
    expect((await kith(dataFolder, 'import', 'list')).said).toMatch(/census.xml {2}Census of 2022, authority 975 {2}2 children {2}finished[^]*1 {2}Child\/ChildCharacteristics\/Ethnicity/)
    expect((await kith(dataFolder, 'import', 'resume')).said).toMatch(/Nothing that waits can be taken yet/)
  })

  it('into an empty database: the file is the council. No start pours invented people over it, and the first account is made beside it', async () => {
    const dataFolder = newFolder()
    const file = join(newFolder(), 'census.xml')
    writeFileSync(file, census({ children: [child({ localId: 'FIRST1' }), child({ localId: 'FIRST2' })] }))
    expect((await kith(dataFolder, 'import', 'cin', file)).said).toMatch(/2 new people/)

    const environment = { KITH_DEMONSTRATION: 'yes' }
    const first = startKith({ dataFolder, environment })
    await first.open()
    await expect.poll(first.said).toMatch(/Nobody has an account here yet[^]*Ctrl-C/)
    expect(first.said()).not.toContain('invented people')
    // taken again and taken back while the server runs, then started once more
    expect((await kith(dataFolder, 'import', 'cin', file)).said).toMatch(/taken before. Nothing was changed/)
    const [, id = ''] = /\(([0-9a-f]{8})\)/.exec((await kith(dataFolder, 'import', 'list')).said) ?? []
    const account = await kith(dataFolder, 'administrator', 'ada.byron@council.example', 'Ada Byron')
    expect(account).toMatchObject({ code: 0, complained: '' })
    expect((await kith(dataFolder, 'administrator', 'eve@council.example', 'Eve'))).toMatchObject({ code: 1, complained: expect.stringMatching(/Somebody can sign in here already/) })
    await first.stop()

    const second = startKith({ dataFolder, environment })
    const address = await second.open()
    await expect.poll(second.said).toContain('Ctrl-C')
    expect(second.said()).not.toMatch(/invented people|Nobody has an account/)
    const [, password = ''] = /password (\S+)/.exec(account.said) ?? []
    const answer = await fetch(`${address}/sign-in`, { method: 'POST', headers: { origin: address, accept: 'application/json' }, body: new URLSearchParams({ email: 'ada.byron@council.example', password }) })
    expect(answer.status).toBe(200)
    expect((await kith(dataFolder, 'import', 'undo', id)).said).toMatch(/2 children taken off the record again/)
    expect(await kith(dataFolder, 'import', 'accept', id)).toMatchObject({ code: 1, complained: 'This import was taken back already.' })
    expect((await kith(dataFolder, 'import', 'cin', file)).said).toMatch(/2 new people/)
    expect((await kith(dataFolder, 'import', 'accept', id)).said).toMatch(/Accepted/)
    expect(await kith(dataFolder, 'import', 'undo', id)).toMatchObject({ code: 1, complained: expect.stringMatching(/was accepted, and stays/) })
  })

  it('refuses a broken file, a bomb and what is no file, in one sentence, and makes nothing', async () => {
    const dataFolder = newFolder()
    const file = join(newFolder(), 'census.xml')
    for (const [text, sentence] of [
      [census({ children: [child({ localId: 'CLI1' })] }).slice(0, -30), /^census.xml was refused at line \d+. The XML is broken: .* Nothing was taken.$/],
      [`<!DOCTYPE m [<!ENTITY a "aa">]>${census({ children: [] })}`, /^census.xml was refused at line 1. The file carries a document type/],
    ] as const) {
      writeFileSync(file, text)
      const refused = await kith(dataFolder, 'import', 'cin', file)
      expect(refused.code).toBe(1)
      expect(refused.complained.split('\n').at(-1)).toMatch(sentence)
    }
    expect(await kith(dataFolder, 'import', 'cin', `${file}.gone`)).toMatchObject({ code: 1 })
    expect(await kith(dataFolder, 'import', 'everything')).toMatchObject({ code: 1 })
    expect(existsSync(join(dataFolder, 'imports'))).toBe(false)
  })
})
