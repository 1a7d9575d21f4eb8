import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importingCouncil, wholeDatabase } from '../cin/importing.fixture.ts'
import { idOf } from '../cin/identity.ts'
import { undoImport } from '../cin/settle.ts'
import { answer } from '../../../record/access/act.ts'
import { censusNotices } from '../cin/notices.ts'
import { importMapped, surveyMapped } from './importMapped.ts'
import { readMapping, type Mapping } from './mapping.ts'

const example = resolve(import.meta.dirname, '../../../../docs/extracts')
const text = readFileSync(join(example, 'mapping.json'), 'utf8')
const read = readMapping(text)
if ('sentence' in read) throw new Error(`line ${read.line}: ${read.sentence}`)
const { mapping } = read

const { as, importer, owner, sees, council } = await importingCouncil()
const take = (folder = example, by: Mapping = mapping) => importMapped(importer(), 'extracts', folder, by)
const person = (key: string) => idOf('csv', 'Oldsystem', 'person', key)
const one = async (statement: string, ...values: unknown[]) => (await owner.query(statement, values)).rows

describe('A council’s own extracts by a mapping', () => {
  it('are looked at first: every value of every row is accounted for, and nothing is written', async () => {
    const before = await wholeDatabase(owner)
    const account = await surveyMapped(example, mapping, importer().clock.today())
    expect(account).toMatchObject({ balanced: true, children: 4, rows: 21 })
    expect(account.findings.map(({ outcome, path, reason, elements }) => `${outcome}: ${path}: ${reason} (${elements})`)).toEqual([
      'refused: addresses.csv: its PERSON_ID names nobody of the file of people (6)',
      'refused: assessments.csv: its REF_ID names no referral of this person (6)',
      'refused: case_notes.csv: it tells no happenedOn that we could take, and a note needs one (6)',
      'refused: people.csv: its PERSON_ID stands in an earlier row (5)',
      'refused: people.csv/LEGACY_FLAG: left out: a flag of the old system that nobody could explain (2)',
      'refused: relationships.csv: it tells no kind that we could take, and a relationship needs one (3)',
      'kept aside: people.csv/DOB: it is no day of the forms that the mapping names (1)',
      'kept aside: people.csv/ETHNIC: the mapping has no code for this value (1)',
    ])
    expect(await wholeDatabase(owner)).toEqual(before)
  })

  it('become people with homes, families, cases, time in care and case notes; taken back, every table is as before; taken twice it is once', async () => {
    const before = await wholeDatabase(owner)
    const { importId, account, gains } = await take()
    expect(account).toMatchObject({ balanced: true, counts: { read: account.counts.taken + account.counts.keptAside + account.counts.refused } })
    expect(gains).toMatchObject({ newPeople: 4, knownPeople: 0, closedPeople: 0 })
    expect(await undoImport(importer(), importId)).toEqual({ done: { removed: 4, restored: 0, kept: {} } })
    expect(await wholeDatabase(owner)).toEqual(before)

    expect((await take()).gains).toEqual(gains)
    const after = await wholeDatabase(owner)
    expect((await take()).gains).toBeNull()
    expect(await wholeDatabase(owner)).toEqual(after)

    expect(await one('select name, born_on::text as born from people.card order by name')).toMatchObject([{ name: 'Amara Holt', born: '2015-03-27' }, { name: 'Deborah Holt' }, { name: 'Jonah Holt', born: null }, { name: 'Ray Ellis' }])
    expect(await one('select lines, postcode, valid_from::text as from from people.address where person_id = $1', person('101'))).toEqual([{ lines: ['14 Mill Lane', 'Ardenvale'], postcode: 'ZV1 4QT', from: '2019-06-01' }])
    expect(await one('select kind, value from people.fact where person_id = $1 order by kind, value', person('101'))).toEqual([{ kind: 'bornOn', value: '2015-03-27' }, { kind: 'disability', value: 'learning' }, { kind: 'disability', value: 'mobility' }, { kind: 'ethnicity', value: 'whiteBritish' }, { kind: 'sex', value: 'female' }])
    expect(await one('select other_id as child, kind, parental_responsibility as pr from people.relationship where person_id = $1 order by other_id = $2', person('201'), person('102'))).toEqual([{ child: person('101'), kind: 'parent', pr: 'yes' }, { child: person('102'), kind: 'parent', pr: 'yes' }])
    expect(await one('select r.received_on::text as on, r.source_code as source, r.primary_need as need, r.closed_on::text as closed, a.authorised_on::text as authorised from contacts.referral r left join assessments.assessment a on a.referral_id = r.id order by 1')).toEqual([
      { on: '2024-02-04', source: 'school', need: 'abuseOrNeglect', closed: '2024-06-20', authorised: '2024-03-25' }, { on: '2026-09-04', source: 'police', need: 'abuseOrNeglect', closed: null, authorised: null },
    ])
    expect(await one('select code, valid_from::text as from, valid_to::text as to from people.legal_status order by 2')).toEqual([{ code: 'accommodated', from: '2024-05-01', to: '2024-08-01' }, { code: 'careOrder', from: '2024-08-01', to: '2024-12-01' }])
    expect(await one('select kind, happened_on::text as on, words from notes.note')).toEqual([{ kind: 'visit', on: '2024-02-12', words: 'Saw Amara at home, alone in her room. She said: "I want my own bed."\n\nWritten by T. Okoro in Oldsystem.' }])
    expect(await one("select e.kind from chronology.event e join chronology.event_person p on p.event_id = e.id where p.person_id = $1 and e.happened_on < '2026-01-01' order by e.happened_on, e.kind", person('101'))).toEqual(['referral.received', 'assessment.started', 'visit.written', 'assessment.authorised', 'census.protectionPlanStarted', 'census.needPlanStarted', 'census.protectionPlanEnded', 'census.needPlanEnded', 'referral.closed'].map((kind) => ({ kind })))
    // What did not fit stands on the record that it belongs to, for those who see it.
    const told = await answer(as(council().frontDoorWorker), 'notices', 'record.read', (asking) => censusNotices(asking, [person('102')]))
    expect(told.map(({ title, words }) => `${title} ${words}`)).toEqual(['Not all that Oldsystem said of this person fitted. Kept beside the record as it came: DOB “31/02/2018” (it is no day of the forms that the mapping names) and ETHNIC “Martian” (the mapping has no code for this value).'])
    // An open case is a task of the team of imported cases; a worker who works with none of them finds nothing.
    expect(await one("select i.kind from work.item i join work.item_person p on p.item_id = i.id where p.person_id = $1 and i.state = 'open'", person('102'))).toEqual([{ kind: 'task' }])
    expect(await sees(council().worker, 'select id from people.name where person_id = $1', [person('101')])).toEqual([])
  })

  it('tell again what changed: this system may correct itself, and what a person has recorded since stays', async () => {
    await owner.query("update people.name set superseded_at = now() where person_id = $1", [person('202')])
    await owner.query("insert into people.name (id, person_id, kind, given, family, recorded_by) values (gen_random_uuid(), $1, 'legal', 'Raymond', 'Ellis', $2)", [person('202'), council().worker])
    const folder = mkdtempSync(join(tmpdir(), 'kith-extracts-'))
    cpSync(example, folder, { recursive: true })
    writeFileSync(join(folder, 'people.csv'), readFileSync(join(example, 'people.csv'), 'utf8').replace('102,Jonah,', '102,Jonas,').replace('31/02/2018', '28/02/2018'))
    const { account, gains } = await take(folder)
    expect(gains).toMatchObject({ newPeople: 0, knownPeople: 4 })
    expect(account).toMatchObject({ balanced: true })
    expect(account.findings.filter(({ reason }) => reason.includes('stays')).map(({ path, reason }) => `${path}: ${reason}`)).toEqual(['people.csv/given: this was taken before and changed since; the record stays'])
    expect(await one('select name, born_on::text as born from people.card where person_id = any ($1) order by name', [person('102'), person('202')])).toEqual([{ name: 'Jonas Holt', born: '2018-02-28' }, { name: 'Raymond Ellis', born: null }])
  })
})

describe('A mapping', () => {
  it.each([
    ['"of": "person", "key"', '"of": "people", "key"', /line 11: A file holds one of: person, address/],
    ['"FORENAME": "given"', '"FORENAME": "firstName"', /line 13: A person has no fact firstName. It has: given, family/],
    ['"F": "female"', '"F": "woman"', /line 17: sex has no code woman. Its codes are: female, male/],
    [', "key": "REF_ID"', '', /line 38: Say which column holds the key of a referral/],
    ['["yyyy-MM-dd"]', '["yyyy-dd-dd"]', /line 56: yyyy-dd-dd is no form of a day/],
    ['"RECEIVED": "receivedOn",', '', /line 40: A referral needs receivedOn/],
    ['"authority": "998"', '"authority": "Kent"', /line 6: authority is the three digits/],
    ['"source": "Oldsystem",', '', /line 3: source is missing/],
    ['"DATE": {', '"DATE" {', /line 70: After DATE a colon was expected/],
    ['"KNOWN_AS": "knownAs"', '"KNOWN_AS": "given"', /line 12: Two columns tell given/],
    ['"person": "ADULT_ID", ', '', /line 31: Say which column of relationships.csv holds the key of the person/],
    ['"source": "Oldsystem",', '"source": "Oldsystem", "speed": 3,', /line 5: A mapping has no speed here/],
  ])('with a mistake in it is refused with its line: %s', (right, wrong, sentence) => {
    expect(text).toContain(right)
    const answer = readMapping(text.replace(right, wrong))
    expect('sentence' in answer ? `line ${answer.line}: ${answer.sentence}` : 'taken').toMatch(sentence)
  })

  it('that names a column or file which is not there takes nothing', async () => {
    const without: Mapping = { ...mapping, files: mapping.files.map((file) => ({ ...file, columns: file.of === 'note' ? { ...file.columns, WHERE: 'place' } : file.columns })) }
    await expect(surveyMapped(example, without, importer().clock.today())).rejects.toThrow(/case_notes.csv has no column WHERE.*Nothing was taken/)
    await expect(surveyMapped(tmpdir(), mapping, importer().clock.today())).rejects.toThrow(/no people.csv in the folder/)
  })
})
