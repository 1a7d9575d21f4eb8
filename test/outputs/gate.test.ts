import { describe, expect, it } from 'vitest'
import { paperKindOf } from '../../content/forms/papers/kinds.ts'
import { allocatedAssessment, done, earlierAssessment, problemsOf } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import type { KeepCareFact } from '../../src/record/care/model.ts'
import { smithAndBegum } from '../factories/family.ts'
import { freshDatabase } from '../database.ts'
import { sendLetter } from '../../src/practice/assessments/commands/letters.ts'
import { beginLookedAfter, keepCareFact } from '../../src/practice/care/commands.ts'
import { factsFor } from '../../src/practice/papers/facts.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sendRecord } from '../../src/record/outputs/bundle/commands.ts'
import { decideOutput, sendAgreed } from '../../src/record/outputs/commands.ts'
import type { Reader } from '../../src/record/outputs/model.ts'
import { foundIn, needlesOf } from '../../src/record/outputs/rules/hidden.ts'
import { hiddenFrom } from '../../src/record/outputs/store/outputs.ts'
import { outputsAbout } from '../../src/record/outputs/queries.ts'
import { chronology } from '../../src/record/chronology/queries.ts'
import { addPeople, moveHome, recordFact } from '../../src/record/people/commands.ts'
import { endHiding, hide } from '../../src/record/people/hiding/commands.ts'
import { seeHidden } from '../../src/record/people/hiding/queries.ts'
import { family, person } from '../../src/record/people/queries.ts'
import { searchPeople } from '../../src/record/people/search/queries.ts'
import { tray } from '../../src/record/work/queries.ts'
import { answer } from '../../src/record/access/act.ts'
import { ProveAgain } from '../../src/record/access/fresh.ts'
import { outputSources } from '../../src/record/outputs/sources.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const today = new Date().toISOString()
const as = (actor: string, at = today) => fresh.as(actor, at)
const [worker, manager, head, frontDoor] = [as(council.worker), as(council.manager), as(council.head), as(council.frontDoorWorker)]
const day = today.slice(0, 10)
const rows = async (text: string, values: unknown[] = []) => (await fresh.owner.query(text, values)).rows

/** Kelly and the children moved away from Darren; where they are now is hidden from him. */
async function moved() {
  const id = await smithAndBegum(as(council.worker, '2026-01-05T09:00:00.000Z'))
  const children = [id.amelia, id.noah, id.isla, id.leo]
  const given = { children, teamId: council.teams.two, workerId: council.worker, managerId: council.manager }
  const itemId = await earlierAssessment(fresh.as, { ...given, at: '2026-02-20T09:00:00.000Z' })
  const [assessment] = await rows('select id from assessments.assessment where item_id = $1', [itemId])
  await done(moveHome.do(worker, { people: [id.kelly, ...children], on: day, address: { lines: ['47a St Mary’s Road', 'Nettleby'], postcode: 'ZV7 2AB' } }))
  await done(recordFact.do(worker, { personId: id.amelia, kind: 'school', value: 'Oakfield Primary School' }))
  return { id, children, assessmentId: String(assessment.id) }
}
const words = { opening: 'Thank you for talking with us.', goingWell: 'Amelia is good at maths.', worries: '', said: [], doing: '', next: 'We will ring you.' }

describe('A hidden address', async () => {
  const { id, assessmentId } = await moved()
  const hiding = await done(hide.do(worker, { personId: id.amelia, what: ['home', 'school'], fromPeople: [id.darren], reason: 'He looked for them.', from: day }))
  const letter = (next: string, because?: string) => ({ assessmentId, recipientId: id.darren, words: { ...words, next }, more: true, ...(because ? { because } : {}) })

  it('is not shown to those who may see it until they ask, and asking is its own event', async () => {
    const read = await done(person.perform(worker, { id: id.amelia }))
    expect(read.addresses.filter((one) => one.hidden)).toMatchObject([{ lines: [], postcode: null }])
    expect(read.facts.find((one) => one.kind === 'school')?.value).toBe('Kept hidden')
    expect(JSON.stringify(await done(family.perform(worker, { id: id.kelly })))).not.toMatch(/Mary|7 ?2AB|Oakfield/)
    expect((await done(seeHidden.perform(worker, { id: id.amelia }))).kept.map((one) => one.words)).toEqual(['47a St Mary’s Road, Nettleby, ZV7 2AB', 'Oakfield Primary School'])
    expect((await rows("select count(*)::int as n from audit.event where what = 'people.seeHidden'"))[0].n).toBe(1)
  })

  it('is not found by searching for it', async () => {
    for (const text of ['47a St Mary’s Road', 'ZV7 2AB']) expect((await done(searchPeople.perform(worker, { text }))).hits).toEqual([])
  })

  it('stops a letter that names it, however it is written, without saying it', async () => {
    for (const next of ['We visit at 47 A Saint Marys Rd.', 'The code is zv72ab', 'Amelia starts at OAKFIELD PRIM.']) {
      const problems = await problemsOf(sendLetter.do(worker, letter(next)))
      expect(problems).toMatchObject([{ question: 'next' }])
      expect(problems[0]?.problem).toMatch(/that is hidden from Darren Smith/)
      expect(problems[0]?.problem).not.toMatch(/Mary|ZV7|Oakfield/i)
    }
    expect(await rows('select 1 from assessments.letter')).toEqual([])
    expect(await rows('select 1 from outputs.output')).toEqual([])
  })

  it('goes out all the same only when a second person agrees, never whoever asked, and with the same words', async () => {
    const asked = await done(sendLetter.do(worker, letter('Amelia starts at Oakfield.', 'He has known the school since the court said so.')))
    const outputId = asked.held ?? ''
    expect(await rows('select state, found from outputs.output')).toMatchObject([{ state: 'held', found: [{ place: 'what happens next', field: 'next', kind: 'school' }] }])
    expect(JSON.stringify(await rows('select found from outputs.output'))).not.toContain('Oakfield')
    await expect(decideOutput.do(worker, { outputId, decision: 'agree', reason: 'I say so' })).rejects.toThrow('Your role')
    await fresh.owner.query("insert into access.membership (id, actor_id, team_id, role) values (gen_random_uuid(), $1, $2, 'manager')", [council.worker, council.teams.two])
    await expect(decideOutput.do(worker, { outputId, decision: 'agree', reason: 'I say so' })).rejects.toThrow('Somebody else has to look')
    await fresh.owner.query("delete from access.membership where actor_id = $1 and role = 'manager'", [council.worker])
    const waiting = (who: typeof manager) => answer(who, 'test', 'staff.read', (asking) => Promise.all(outputSources.map((source) => source.rows(asking))))
    expect(await waiting(worker)).toEqual([[]])
    expect(await waiting(manager)).toMatchObject([[{ id: outputId, href: `/sent/${outputId}` }]])
    await expect(sendAgreed.do(worker, { outputId })).rejects.toThrow('Nobody has agreed')
    await done(decideOutput.do(manager, { outputId, decision: 'agree', reason: 'The court told him.' }))
    expect((await done(tray.perform(worker, {}))).map((item) => item.kind)).toContain('outputDecided')
    expect(await problemsOf(sendLetter.do(worker, letter('Amelia starts at Oakfield. On Monday.')))).toHaveLength(1)
    await done(sendAgreed.do(worker, { outputId }))
    expect((await done(tray.perform(worker, {}))).map((item) => item.kind)).not.toContain('outputDecided')
    expect(await rows('select state, asked_by, decided_by, sent_by from outputs.output')).toEqual([{ state: 'sent', asked_by: council.worker, decided_by: council.manager, sent_by: council.worker }])
    expect(await rows("select words ->> 'next' as next from assessments.letter")).toEqual([{ next: 'Amelia starts at Oakfield.' }])
    await expect(sendAgreed.do(worker, { outputId })).rejects.toThrow('has gone out already')
    expect((await done(outputsAbout.perform(head, { id: id.amelia }))).outputs).toMatchObject([{ toName: 'Darren Smith', purpose: 'To tell the family what was found and what happens next', state: 'sent' }])
    expect((await done(chronology.perform(worker, { id: id.amelia }))).lines.map((line) => line.kind)).toContain('letter.sent')
  })

  it('is hidden from everybody without a named need: no row of it comes to them, in any way', async () => {
    const everybody = await done(hide.do(manager, { personId: id.amelia, what: ['home'], fromEverybody: true, reason: 'A threat to life.', from: day }))
    for (const caller of [worker, head, frontDoor]) {
      const read = await done(family.perform(caller, { id: id.amelia }))
      expect(read.addresses.filter((one) => one.to === null && one.personId !== id.darren && one.personId !== id.ahmed)).toEqual([])
      expect((await done(seeHidden.perform(caller, { id: id.kelly }))).kept).toEqual([])
      expect(await answer(caller, 'test', 'record.read', ({ db }) => db.rows({ text: "select lines from people.address where postcode = 'ZV7 2AB'", values: [] }))).toEqual([])
    }
    expect((await done(seeHidden.perform(manager, { id: id.amelia }))).kept.map((one) => one.words)).toContain('47a St Mary’s Road, Nettleby, ZV7 2AB')
    // Who does not know where they are can still record that they moved.
    await done(moveHome.do(worker, { people: [id.amelia], on: day, address: { lines: ['9 Fern Walk'] } }))
    expect(await rows("select lines[1] as line, hidden from people.address where person_id = $1 and superseded_at is null and valid_to is null", [id.amelia])).toEqual([{ line: '9 Fern Walk', hidden: true }])
    await done(endHiding.do(manager, { hidingId: everybody.id, personId: id.amelia, reason: 'He is in prison.' }))
    await done(endHiding.do(manager, { hidingId: hiding.id, personId: id.amelia, reason: 'He is in prison.' }))
    expect((await done(person.perform(worker, { id: id.amelia }))).addresses.find((one) => one.to === null)?.lines).toEqual(['9 Fern Walk'])
  })

  it('belongs to nobody else’s letter: what is not hidden goes out at once, and is kept as it went', async () => {
    await allocatedAssessment(worker, { children: [id.leo], teamId: council.teams.two, workerId: council.worker })
    expect((await done(sendLetter.do(worker, letter('We will ring you on Monday.')))).id).toBeDefined()
    const [kept] = await rows("select w.words, o.sha256 from outputs.words w join outputs.output o on o.id = w.output_id where w.words like '%on Monday%'")
    expect(JSON.parse(kept.words).paper.greeting).toBe('Dear Darren,')
    await expect(fresh.pool.query("update outputs.words set words = ''")).rejects.toThrow('permission denied')
  })
})

describe('A copy of the record', async () => {
  const id = await smithAndBegum(worker)
  const copy = { people: [id.amelia], to: 'outside' as const, name: 'Family Court', purpose: 'For proceedings in court', lawfulBasis: 'Legal obligation' }

  it('is not made by whoever opened the record with a reason, nor by a role that does not share', async () => {
    const glass = as(council.otherWorker)
    await fresh.owner.query("insert into access.break_glass (id, person_id, actor_id, reason, until) values (gen_random_uuid(), $1, $2, 'The neighbour rang in the night', now() + interval '2 hours')", [id.amelia, council.otherWorker])
    expect((await done(person.perform(glass, { id: id.amelia }))).sight).toBe('full')
    await expect(sendRecord.do(glass, copy)).rejects.toThrow('You may not write on the record')
    await expect(sendRecord.do(as(council.businessSupport), copy)).rejects.toThrow('Your role')
  })

  it('leaves out what is also about somebody whom its sender may not know, and counts it', async () => {
    const event = (await rows('select event_id from chronology.event_person where person_id = $1 limit 1', [id.amelia]))[0].event_id
    const before = (await done(sendRecord.do(worker, { ...copy, knows: Object.values(id) }))).outputId
    const sealed = (await done(addPeople.do(frontDoor, { people: [{ id: newId(), given: 'Unknown', family: 'Else' }], relationships: [] }))).people[0]
    await fresh.owner.query("update access.subject set marking = 'sealed' where id = $1", [sealed])
    await fresh.owner.query("insert into chronology.event_person (event_id, person_id, domain, happened_on) select $1, $2, 'children', happened_on from chronology.event where id = $1", [event, sealed])
    const after = (await done(sendRecord.do(worker, { ...copy, knows: Object.values(id) }))).outputId
    const leftOut = async (output: string) => (await rows('select left_out from outputs.output where id = $1', [output]))[0].left_out
    expect([await leftOut(before), await leftOut(after)]).toEqual([0, 1])
  })

  it('of more than fifty people asks again who one is', async () => {
    const people = Array.from({ length: 51 }, () => newId())
    for (const some of [people.slice(0, 20), people.slice(20, 40), people.slice(40)]) await done(addPeople.do(worker, { people: some.map((one) => ({ id: one, given: 'Many', family: 'People' })), relationships: [] }))
    const hash = 'ab'.repeat(32)
    await fresh.owner.query("insert into access.session (token_hash, id, actor_id, verified_at) values (decode($1, 'hex'), gen_random_uuid(), $2, now() - interval '20 minutes')", [hash, council.worker])
    const stale = { ...worker, who: { session: hash } }
    await expect(sendRecord.do(stale, { ...copy, people })).rejects.toThrow(ProveAgain)
    expect((await done(sendRecord.do(stale, { ...copy, people: people.slice(0, 50) }))).held).toBe(false)
  })
})

describe('A hidden placement', async () => {
  const id = await smithAndBegum(worker)
  // Straight into the table, past the rule that every day in care has an order too: here it is about what is compared.
  const client = await fresh.owner.connect()
  await client.query("begin; set local session_replication_role = replica")
  await client.query("insert into care.placement (id, placement_id, person_id, kind, place_name, postcode, valid_from, recorded_by) values ($1, $2, $3, 'foster', 'Jean and Ola Okafor', 'ZV9 3KT', '2026-01-01', $4)", [newId(), newId(), id.leo, council.worker])
  await client.query('commit')
  client.release()
  const things = (reader: Reader) => answer(worker, 'test', 'record.read', (asking) => hiddenFrom(asking.db, reader, council.worker, [id.leo]))

  it('is looked for by the name of those who care, and its postcode, in what goes to whom it is hidden from', async () => {
    const ahmed: Reader = { kind: 'person', personId: id.ahmed, name: 'Ahmed Begum' }
    expect(await things(ahmed)).toEqual([])
    await done(hide.do(worker, { personId: id.leo, what: ['placement'], fromPeople: [id.ahmed], reason: 'The court said so.', from: day }))
    const needles = needlesOf(await things(ahmed))
    expect(['He lives with Mrs Okafor.', 'near zv93kt', 'Ola came.'].map((text) => foundIn(text, needles).map((one) => one.kind))).toEqual([['carer'], ['postcode'], []])
    expect(await things({ kind: 'person', personId: id.kelly, name: 'Kelly Smith' })).toEqual([])
    expect(await things({ kind: 'outside', name: 'A school' })).toHaveLength(2)
    expect(await things({ kind: 'own' })).toEqual([])
  })
})

describe('What is known of the children’s care, in a paper for a court', async () => {
  const id = await smithAndBegum(worker)
  const placed = (people: string[]) => ({ id: newId(), people, on: day, planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'interimCareOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Jean Okafor', postcode: 'ZV2 1AA' } })
  await done(beginLookedAfter.do(worker, placed([id.isla, id.leo])))
  const keep = (kind: KeepCareFact['kind'], people: string[], answers: Record<string, string>, words = '') => keepCareFact.do(worker, { id: newId(), people, kind, on: day, answers, ...(words ? { words } : {}) })
  await done(keep('contactArrangement', [id.isla, id.leo], { who: 'Mum', how: 'supervised', often: 'every Saturday' }))
  await done(keep('familyTime', [id.leo], { who: 'Ahmed', came: 'held' }, 'Leo drew a bus.'))
  await done(keep('immunisations', [id.isla, id.leo], { upToDate: 'yes' }, 'Both cried a little.'))
  await done(keep('educationPlan', [id.isla], { school: 'Lakeside Primary School', next: 'More reading.' }))
  const carePlan = paperKindOf('courtCarePlan')
  const told = (who: typeof worker, people: string[]) => answer(who, 'test', 'record.read', (asking) => factsFor(asking, carePlan!, { people, significantOnly: true }))
  /** What a reader gets who may know of these people alone. */
  const copy = async (who: typeof worker, people: string[], knows: string[]) => JSON.stringify((await told(who, people)).passages.filter((passage) => passage.about.every((one) => knows.includes(one))).map((passage) => passage.blocks))

  it('goes in without typing, each in a passage of whom it is about, without a place', async () => {
    const all = await copy(worker, [id.isla, id.leo], [id.isla, id.leo])
    for (const there of ['Isla and Leo live together', 'every Saturday', 'Leo drew a bus.', 'Up to date', 'Teeth checked', 'Lakeside Primary School', 'More reading.', 'Written down by Priya Nair']) expect(all).toContain(there)
    expect(all).not.toMatch(/Okafor|ZV2|Noah/)
    const isla = await copy(worker, [id.isla, id.leo], [id.isla])
    expect(isla).toContain('Up to date')
    expect(isla).not.toMatch(/Leo|every Saturday|cried|bus/)
  })

  it('leaves out what was written with somebody whom its sender may not see', async () => {
    const kept = await council.actor('Kim Sender', [{ team: council.teams.two, role: 'worker' }])
    await fresh.owner.query('insert into access.exclusion (id, person_id, actor_id, reason) values ($1, $2, $3, $4)', [newId(), id.leo, kept, 'A neighbour'])
    const isla = await copy(as(kept), [id.isla], [id.isla, id.leo, id.kelly])
    expect(isla).toContain('Up to date')
    expect(isla).not.toMatch(/Leo|every Saturday|cried/)
  })

  it('a school is not named where anything of the child is hidden', async () => {
    await done(hide.do(worker, { personId: id.isla, what: ['placement'], fromPeople: [id.ahmed], reason: 'The court said so.', from: day }))
    const all = await copy(worker, [id.isla], [id.isla])
    expect(all).toContain('More reading.')
    expect(all).not.toContain('Lakeside')
  })
})
