import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { census, child, referral } from './census.fixture.ts'
import { importCensus } from './importCensus.ts'
import { assessed, closed, importingCouncil, section47, taken } from './importing.fixture.ts'
import { imports } from './queries.ts'
import { writeReport } from './report.ts'

const { bring, everything, importer, owner, told } = await importingCouncil()

describe('twice is once', () => {
  const file = census({ children: [child({ localId: 'TWICE1', details: `<CINdetails>${closed}${assessed}${section47}</CINdetails>` }), child({ localId: 'TWICE2', details: `<CINdetails>${referral}</CINdetails>`.repeat(2) }), child({ localId: '' })], after: '<Trailer/>' })

  it('the same file changes nothing', async () => {
    const first = taken(await bring(file))
    const before = await everything()
    const second = taken(await bring(file))
    expect(second.gains).toBeNull()
    expect(second.account).toEqual(first.account)
    expect(await everything()).toBe(before)
  })

  it('the same children in a file that was saved anew change nothing either', async () => {
    const before = await everything()
    const { gains } = taken(await bring(file.replaceAll('\n', '\r\n')))
    expect(gains).toMatchObject({ newPeople: 0, knownPeople: 2, added: 0, changed: 0 })
    expect(await everything()).toBe(before)
  })

  it('an import that was stopped in the middle goes on where it stood', async () => {
    const whole = census({ children: Array.from({ length: 6 }, (_, at) => child({ localId: `STOP${at}` })) })
    let opened = 0
    const failing = () => Readable.from((function* () {
      opened++
      yield Buffer.from(whole.slice(0, whole.indexOf('STOP4')))
      if (opened === 2) throw new Error('the power went')
      yield Buffer.from(whole.slice(whole.indexOf('STOP4')))
    })())
    await expect(importCensus(importer(), 'census.xml', failing)).rejects.toThrow('the power went')
    const listed = await imports.perform(importer(), {})
    expect('done' in listed && listed.done.imports.find(({ children }) => children === 6)?.state).toBe('running')
    const { gains } = taken(await importCensus(importer(), 'census.xml', failing))
    expect(gains).toMatchObject({ newPeople: 6 })
    expect((await told('STOP0')).map(({ kind }) => kind)).toEqual(['referral.received', 'record.imported'])
  })
})

describe('a broken file leaves nothing half done', () => {
  it.each([
    ['cut short after children that were whole', census({ children: [child({ localId: 'BROKEN1' }), child({ localId: 'BROKEN2' })] }).slice(0, -40)],
    ['with an entity bomb', `<!DOCTYPE m [<!ENTITY a "${'x'.repeat(100)}">]>${census({ children: [child({ localId: 'BROKEN1' })] })}`],
    ['of a year that nobody can know', census({ year: '2031', children: [child({ localId: 'BROKEN1' })] })],
  ])('%s', async (_, text) => {
    const before = await everything()
    expect((await bring(text)).kind).toBe('refused')
    expect(await everything()).toBe(before)
    expect((await owner.query('select 1 from people.identifier where value like $1', ['BROKEN%'])).rowCount).toBe(0)
  })
})

const given = join(process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'), 'inputs/cin_fake/fake_CIN_data.xml')

describe.skipIf(!existsSync(given))('the given census of 332 children (skipped where the given folder is absent)', () => {
  it('comes into a council that is in use, and its whole account is written', async () => {
    const { gains, account, importId } = taken(await importCensus(importer(), 'fake_CIN_data.xml', () => createReadStream(given)))
    expect(gains).toMatchObject({ newPeople: 332, refusedPeople: 0 })
    expect(account).toMatchObject({ balanced: true, counts: { read: 5746 } })
    const counted = (await owner.query(`select
      (select count(*)::int from people.person where source = 'cin:975:2022' and id in (select person_id from exchange.origin where import_id = $1)) as people,
      (select count(*)::int from contacts.referral_person where person_id in (select person_id from exchange.origin where import_id = $1)) as referrals,
      (select count(*)::int from chronology.event e join chronology.event_person p on p.event_id = e.id where e.kind = 'referral.closed' and p.person_id in (select person_id from exchange.origin where import_id = $1)) as closures`, [importId])).rows
    expect(counted).toEqual([{ people: 332, referrals: 400, closures: 250 }])
    const folder = mkdtempSync(join(tmpdir(), 'kith-report-'))
    try {
      const report = JSON.parse(readFileSync(await writeReport(importer(), importId, account, folder), 'utf8'))
      const listed = account.findings.reduce((sum, { count }) => sum + count, 0)
      expect(report.findings).toHaveLength(listed)
      expect(report.counts).toEqual(account.counts)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    const before = await everything()
    expect(taken(await importCensus(importer(), 'fake_CIN_data.xml', () => createReadStream(given))).gains).toBeNull()
    expect(await everything()).toBe(before)
  })
})
