import { describe, expect, it } from 'vitest'
import { answer } from '../../../record/access/act.ts'
import { readChronology } from '../../../record/chronology/queries.ts'
import { census, child, referral } from './census.fixture.ts'
import { closed, importingCouncil, person, section47, taken } from './importing.fixture.ts'
import { reconciliationText } from './reconciliation.ts'
import { resumeImports } from './resume.ts'
import type { Taker } from './takers.ts'

const { as, bring, council, importer, owner, told } = await importingCouncil()

describe('what people have recorded since stays', () => {
  it('a date of birth that somebody put right is not overwritten, and the account says so', async () => {
    await bring(census({ children: [child({ localId: 'KEEP1' })] }))
    await owner.query("update people.fact set superseded_at = now() where person_id = $1 and kind = 'bornOn'", [person('KEEP1')])
    await owner.query("insert into people.fact (id, person_id, kind, value, recorded_by) values (gen_random_uuid(), $1, 'bornOn', '2015-03-29', $2)", [person('KEEP1'), council().worker])
    const { account } = taken(await bring(census({ year: '2023', children: [child({ localId: 'KEEP1' })] }).replace('2015-03-27', '2015-03-28')))
    expect((await owner.query('select born_on::text from people.card where person_id = $1', [person('KEEP1')])).rows).toEqual([{ born_on: '2015-03-29' }])
    expect(reconciliationText(account)).toMatch(/PersonBirthDate: somebody has recorded otherwise since; the record stays/)
    expect(account.balanced).toBe(true)
  })

  it('a newer census corrects an older one; the older one, brought later, corrects nothing', async () => {
    const sayingSex = (year: string, code: string) => census({ year, children: [child({ localId: 'ORDER1', identifiers: `<PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>${code}</GenderCurrent>` })] })
    const sex = async () => (await owner.query('select sex from people.card where person_id = $1', [person('ORDER1')])).rows[0]?.sex
    await bring(sayingSex('2022', '1'))
    await bring(sayingSex('2023', '2'))
    expect(await sex()).toBe('female')
    const { account } = taken(await bring(sayingSex('2021', '1')))
    expect(await sex()).toBe('female')
    expect(account.counts.keptAside).toBe(1)
  })

  it('a record that is closed to the import is refused without a word why, and taken when it opens', async () => {
    await bring(census({ children: [child({ localId: 'SEALED1' })] }))
    await owner.query("update access.subject set marking = 'sealed' where id = $1", [person('SEALED1')])
    const { gains, account } = taken(await bring(census({ year: '2023', children: [child({ localId: 'SEALED1', details: `<CINdetails>${closed}</CINdetails>` })] })))
    expect(gains).toMatchObject({ refusedPeople: 1, newPeople: 0 })
    expect(reconciliationText(account)).not.toMatch(/seal|restrict/i)
    expect(account.balanced).toBe(true)
    expect(await resumeImports(importer())).toMatchObject({ children: 0 })
    await owner.query("update access.subject set marking = 'open' where id = $1", [person('SEALED1')])
    expect(await resumeImports(importer())).toMatchObject({ children: 1 })
    expect(await resumeImports(importer())).toMatchObject({ children: 0 })
    expect((await told('SEALED1')).map(({ kind }) => kind)).toContain('referral.closed')
  })
})

describe('what was kept aside can be taken later', () => {
  it('a closure that lay ahead, once its day has come', async () => {
    await bring(census({ children: [child({ localId: 'LATER1', details: `<CINdetails>${referral}<CINclosureDate>2026-12-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure></CINdetails>` })] }))
    expect(await resumeImports(importer())).toMatchObject({ taken: 0 })
    expect(await resumeImports(importer('2026-12-02T09:00:00.000Z'))).toMatchObject({ taken: 2 })
    expect((await owner.query('select r.closed_on::text, r.close_reason from contacts.referral r join contacts.referral_person p on p.referral_id = r.id where p.person_id = $1', [person('LATER1')])).rows).toEqual([{ closed_on: '2026-12-01', close_reason: 'noLongerInNeed' }])
    expect(await resumeImports(importer('2026-12-02T09:00:00.000Z'))).toMatchObject({ taken: 0 })
  })

  it('an element for which a place was made', async () => {
    await bring(census({ children: ['ENQ1', 'ENQ2'].map((localId) => child({ localId, details: `<CINdetails>${referral}${section47}</CINdetails>` })) }))
    const seen: string[] = []
    const enquiries: Taker = {
      path: 'Child/CINdetails/Section47',
      take: async (_, kept) => {
        seen.push(kept.fragment.within?.find(({ name }) => name === 'S47ActualStartDate')?.text ?? '')
        return { happened: [{ kind: 'section47.started', people: [kept.personId], on: '2021-11-02' as never }], with: [] }
      },
    }
    const { taken: count } = await resumeImports(importer(), [enquiries])
    expect(count).toBe(2)
    expect(seen).toEqual(['2021-11-02', '2021-11-02'])
    expect((await told('ENQ1')).map(({ kind }) => kind)).toContain('section47.started')
    const read = await answer(as(council().frontDoorWorker), 'chronology', 'record.read', (asking) => readChronology(asking, [person('ENQ1')], { most: 60 }))
    expect(read.lines.filter(({ happenedOn }) => happenedOn === '2021-11-02').map(({ kind }) => kind)).toEqual(['section47.started'])
    expect(await resumeImports(importer(), [enquiries])).toMatchObject({ taken: 0 })
  })
})
