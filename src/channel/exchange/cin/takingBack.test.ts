import { describe, expect, it } from 'vitest'
import { census, child, referral } from './census.fixture.ts'
import { assessed, closed, importingCouncil, person, section47, taken, wholeDatabase } from './importing.fixture.ts'
import { acceptImport, undoImport } from './settle.ts'

const { as, bring, council, everything, importer, owner, told } = await importingCouncil()

const open = `<CINdetails>${referral}<Assessments><AssessmentActualStartDate>2021-10-07</AssessmentActualStartDate></Assessments></CINdetails>`
const undone = async (id: string) => {
  const outcome = await undoImport(importer(), id)
  if ('problems' in outcome) throw new Error(outcome.problems[0]?.problem)
  return outcome.done
}

describe('an import that is not accepted', () => {
  it('is taken back whole: every table is as it was before, and the file can be imported again', async () => {
    const file = census({ children: [
      child({ localId: 'BACK1', details: `<CINdetails>${closed}${assessed}${section47}</CINdetails>` }), child({ localId: 'BACK2', details: open }), child({ localId: 'BACK3' }), child({ localId: '' }),
    ], after: '<Trailer/>' })
    const before = await wholeDatabase(owner)
    const first = taken(await bring(file))
    expect(await undone(first.importId)).toEqual({ removed: 3, restored: 0, kept: {} })
    expect(await wholeDatabase(owner)).toEqual(before)
    expect(taken(await bring(file)).gains).toMatchObject({ newPeople: 3 })
    expect((await told('BACK1')).map(({ kind }) => kind)).toContain('assessment.authorised')
    await undone(first.importId)
    expect(await wholeDatabase(owner)).toEqual(before)
  })

  it('a newer file is taken back to what the older one said', async () => {
    const older = taken(await bring(census({ year: '2021', children: [child({ localId: 'OLDER1', details: open })] })))
    const before = await wholeDatabase(owner)
    const newer = taken(await bring(census({ year: '2022', children: [child({ localId: 'OLDER1', identifiers: '<PersonBirthDate>2015-03-28</PersonBirthDate><GenderCurrent>2</GenderCurrent>', details: open.replace('</CINdetails>', '<CINclosureDate>2022-01-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure></CINdetails>') })] })))
    expect(await wholeDatabase(owner)).not.toEqual(before)
    const refused = await undone(older.importId)
    expect(refused).toEqual({ removed: 0, restored: 0, kept: { 'a later import tells of this child': 1 } })
    expect(await undone(newer.importId)).toEqual({ removed: 0, restored: 1, kept: {} })
    expect(await wholeDatabase(owner)).toEqual(before)
    expect(await undone(older.importId)).toEqual({ removed: 1, restored: 0, kept: {} })
  })
})

describe('what people have written since', () => {
  const cases: [string, (id: string) => Promise<unknown>, string][] = [
    ['a name', (id) => owner.query("insert into people.name (id, person_id, kind, given, family, recorded_by) values (gen_random_uuid(), $1, 'legal', 'Ada', 'Byron', $2)", [id, council().worker]), 'somebody has written about this child since'],
    ['a corrected date of birth', (id) => owner.query("update people.fact set superseded_at = now() where person_id = $1 and kind = 'bornOn'", [id]), 'what was imported has been changed since'],
    ['a task', (id) => owner.query("insert into work.item (id, kind, domain, subject_kind, subject_id, opened_on) values (gen_random_uuid(), 'task', 'children', 'person', $1, '2026-11-18')", [id]), 'somebody has written about this child since'],
    ['a referral closed by a worker', (id) => owner.query("update contacts.referral set closed_on = '2026-11-01', version = version + 1 where id in (select referral_id from contacts.referral_person where person_id = $1)", [id]), 'what was imported has been changed since'],
    ['a merge', (id) => owner.query('insert into access.person_part (part_id, survivor_id, into_id, merged_by, reason) values ($1, $2, $2, $3, $4)', [id, person('STAYS0'), council().records, 'The same child.']), 'somebody has written about this child since'],
    ['a row of a table that came after the import was built', async (id) => {
      await owner.query("create table people.came_later (id uuid primary key default gen_random_uuid(), person_id uuid not null references access.subject); call access.guard_gate('people.came_later')")
      await owner.query('insert into people.came_later (person_id) values ($1)', [id])
    }, 'somebody has written about this child since'],
    ['a judgement of what is significant', (id) => owner.query("insert into chronology.significance (id, event_id, significant, recorded_by) select gen_random_uuid(), e.id, false, $2 from chronology.event e join chronology.event_person p on p.event_id = e.id where p.person_id = $1 limit 1", [id, council().worker]), 'somebody has written about this child since'],
  ]
  it.each(cases)('%s keeps the child, whole and untouched, and the account says so', async (_, write, reason) => {
    await bring(census({ children: [child({ localId: 'STAYS0' })] }))
    const id = `WRITTEN${cases.findIndex(([name]) => name === _)}`
    const { importId } = taken(await bring(census({ children: [child({ localId: id }), child({ localId: `${id}X` })] })))
    await write(person(id))
    const before = await told(id)
    expect(await undone(importId)).toEqual({ removed: 1, restored: 0, kept: { [reason]: 1 } })
    expect(await told(id)).toEqual(before)
    expect((await owner.query('select 1 from people.person where id = $1', [person(`${id}X`)])).rowCount).toBe(0)
    expect((await owner.query('select state, settled from exchange.import where id = $1', [importId])).rows).toEqual([{ state: 'partlyUndone', settled: { removed: 1, restored: 0, kept: { [reason]: 1 } } }])
  })
})

describe('who decides, and what is left of it', () => {
  it('an accepted import stays: nothing can be taken back, and what it wrote is no longer noted beside the record', async () => {
    const { importId } = taken(await bring(census({ children: [child({ localId: 'ACCEPT1' })] })))
    expect(await acceptImport.perform(as(council().administrator), { id: importId })).toEqual({ done: {} })
    expect((await owner.query('select 1 from exchange.journal where import_id = $1', [importId])).rowCount).toBe(0)
    const before = await everything()
    expect(await undoImport(importer(), importId)).toMatchObject({ problems: [{ problem: expect.stringMatching(/was accepted, and stays/) }] })
    expect(await everything()).toBe(before)
  })
  it('workers, managers and the records team do not', async () => {
    const { importId } = taken(await bring(census({ children: [child({ localId: 'ROLE1' })] })))
    for (const actor of [council().worker, council().manager, council().head, council().records]) await expect(undoImport(as(actor), importId)).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect((await told('ROLE1')).length).toBeGreaterThan(0)
  })
  it('the audit keeps who took whom back', async () => {
    const { importId } = taken(await bring(census({ children: [child({ localId: 'AUDIT1' })] })))
    await undoImport(as(council().administrator), importId)
    const { rows } = await owner.query("select actor_id, people from audit.event where what = 'exchange.takeBack' order by at desc limit 1")
    expect(rows).toEqual([{ actor_id: council().administrator, people: [person('AUDIT1')] }])
  })
})
