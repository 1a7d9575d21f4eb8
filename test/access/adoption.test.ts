import { describe, expect, it, vi } from 'vitest'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { newId } from '../../src/kernel/ids.ts'
import { upnOf } from '../../src/kernel/identifiers.ts'
import { sql } from '../../src/platform/db/sql.ts'
import type { Outcome } from '../../src/record/access/act.ts'
import { breakGlass } from '../../src/record/access/commands/keeping.ts'
import { addDays, plain } from '../../src/kernel/dates.ts'
import { beginLookedAfter, changePlacement, keepCareFact } from '../../src/practice/care/commands.ts'
import { orderMade } from '../../src/practice/care/permanence/orders.ts'
import { nameForAdoption, sealAdoption, takeOffAdoption } from '../../src/record/people/adoption/commands.ts'
import { adoption } from '../../src/record/people/adoption/queries.ts'
import { addPeople, recordIdentifier } from '../../src/record/people/commands.ts'
import { queries } from '../../src/modules.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'
import { asActor } from './world.ts'

const { house, owner, pool, as: at, visit } = await openForHttp()
const council = await usualCouncil(owner)
const now = new Date().toISOString()
const as = (actor: string) => at(actor, now)
const done = <Answer>(outcome: Outcome<Answer>): Answer => {
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.done
}
const adoptionTeam = await council.team('Adoption and permanence', 'team', council.teams.directorate)
const adviser = await council.actor('Ada Adviser', [{ team: adoptionTeam, role: 'worker' }, { role: 'adoption' }])
const secondAdviser = await council.actor('Bess Adviser', [{ team: adoptionTeam, role: 'worker' }, { role: 'adoption' }])
const outsider = await council.actor('Otto Adviser', [{ team: council.teams.one, role: 'worker' }, { role: 'adoption' }])
const keeper = await council.actor('Rita Keeper', [{ team: adoptionTeam, role: 'worker' }, { role: 'adoption' }, { role: 'records' }])

// Zarquisha and Leo Oldbury, brother and sister, are worked with by team two. Zarquisha was placed with Nora Newhaven at 7 Secret Way, who adopts her.
const [old, leo, nora, became] = [newId(), newId(), newId(), newId()]
const [mother, hearth] = [newId(), newId()]
const secret = { householdId: hearth, lines: ['7 Secret Way'], postcode: 'AV9 1ZZ' }
const upn = upnOf('A123456789012') ?? ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'].map((letter) => upnOf(`${letter}123456789012`)).find((one) => one !== undefined) ?? ''
done(await addPeople.do(as(council.worker), {
  people: [{ id: mother, given: 'Mara', family: 'Oldbury', bornOn: '1990-02-02' }, { id: old, given: 'Zarquisha', family: 'Oldbury', bornOn: '2019-04-05', sex: 'female', address: { ...secret, kind: 'placement' }, identifiers: [{ kind: 'upn', value: upn }] }, { id: leo, given: 'Leo', family: 'Oldbury', bornOn: '2015-04-05' }],
  relationships: [{ personId: mother, otherId: old, kind: 'parent' }, { personId: mother, otherId: leo, kind: 'parent' }],
}))
await owner.query('insert into access.involvement (id, person_id, team_id, domain, from_on) select gen_random_uuid(), p, $2, \'children\', current_date - 30 from unnest($1::uuid[]) p', [[old], adoptionTeam])
done(await addPeople.do(as(adviser), { people: [{ id: nora, given: 'Nora', family: 'Newhaven', bornOn: '1985-01-01', address: secret }], relationships: [{ personId: nora, otherId: old, kind: 'fosterCarer' }] }))
const noteId = newId()
done(await writeNote.do(as(council.worker), { id: noteId, kind: 'visit', title: 'Visit at school', happenedOn: now.slice(0, 10), people: [old, leo], words: 'Bothword: they played together.', passages: [{ about: [old], words: 'Aloneword: she asked for her mother.' }, { about: [leo], words: 'Leoword: he is well.' }] }))
done(await addPeople.do(as(adviser), { people: [{ id: became, given: 'Zarquisha', family: 'Newhaven', bornOn: '2019-04-05', sex: 'female' }], relationships: [{ personId: nora, otherId: became, kind: 'adoptiveParent' }], livesWith: nora }))
// She was in our care: who was thought of, and with whom she was placed, stands in the facts.
const ago = (days: number) => addDays(plain(now.slice(0, 10)), -days)
done(await beginLookedAfter.do(as(adviser), { id: newId(), people: [old], on: ago(20), planned: true, need: 'abuseOrNeglect', why: 'It was not safe at home.', legalCode: 'placementOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
done(await keepCareFact.do(as(adviser), { id: newId(), people: [old], kind: 'link', on: ago(12), answers: { who: 'Nora Newhaven', came: 'forward' }, words: 'Nora at 7 Secret Way fits her.' }))
done(await changePlacement.do(as(adviser), { id: newId(), people: [old], on: ago(9), reason: 'carePlan', placement: { kind: 'adoptionOrder', provider: 'ownCouncil', placeName: 'Nora Newhaven', lines: secret.lines, postcode: secret.postcode } }))
done(await orderMade.do(as(adviser), { id: newId(), people: [old], order: 'adoptionOrder', on: now.slice(0, 10), ending: 'adoptedDispensed' }))
const seal = { personId: old, becameId: became, named: [secondAdviser, keeper], orderOn: now.slice(0, 10), reason: 'Adoption order of the county court.' }

const ofOld = ['Oldbury', old, 'Aloneword', 'Mara'] as const
const ofNew = ['Newhaven', became, 'Secret Way', nora] as const
const strangers = { worker: council.worker, manager: council.manager, otherWorker: council.otherWorker, head: council.head, frontDoor: council.frontDoorWorker, frontDoorManager: council.frontDoorManager, records: council.records, privacy: council.privacy, administrator: council.administrator, businessSupport: council.businessSupport, outsider } as const
const differs = async () => (await owner.query('select access.scope_difference()::int as n')).rows[0].n

describe('Sealing an adoption', () => {
  it('is for the adoption role, on a record that one may write on, with colleagues of that role, and with new numbers', async () => {
    await expect(sealAdoption.do(as(council.worker), seal)).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(sealAdoption.do(as(outsider), seal)).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(sealAdoption.do(as(adviser), { ...seal, named: [council.worker] })).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await recordIdentifier.do(as(adviser), { personId: became, kind: 'upn', value: upn }))
    expect(await sealAdoption.do(as(adviser), seal)).toMatchObject({ problems: [{ question: 'becameId' }] })
    await owner.query('update people.identifier set superseded_at = now() where person_id = $1', [became])
    await owner.query("insert into work.item (id, kind, domain, opened_on, team_id) values ($1, 'task', 'children', current_date, $2)", [hearth, council.teams.two])
    await owner.query("insert into work.item_person (item_id, person_id, domain) values ($1, $2, 'children')", [hearth, old])
    expect(done(await sealAdoption.do(as(adviser), seal))).toEqual({})
    expect((await owner.query('select state, reason from work.item where id = $1', [hearth])).rows).toEqual([{ state: 'cancelled', reason: 'The record is closed' }])
    expect(await differs()).toBe(0)
  })

  it('shows the link to those on its list, both ways, and to nobody else; and only they open the old record', async () => {
    for (const member of [adviser, secondAdviser, keeper]) {
      expect(done(await adoption.perform(as(member), { personId: old })).adoptions).toMatchObject([{ isOld: true, otherId: became, otherName: 'Zarquisha Newhaven' }])
      expect(done(await adoption.perform(as(member), { personId: became })).adoptions).toMatchObject([{ isOld: false, otherId: old, otherName: 'Zarquisha Oldbury' }])
    }
    const sight = async (who: string) => asActor(pool, who, async (db) => (await db.maybe<{ sight: string }>(sql`select sight from access.standing(${old})`))?.sight ?? 'nothing')
    const told: Record<string, string> = {}
    for (const [name, who] of Object.entries(strangers)) told[name] = await sight(who)
    // Who works with the brother finds the name card, as it stands in his record.
    expect(told).toEqual({ worker: 'card', manager: 'card', head: 'card', otherWorker: 'exists', frontDoor: 'exists', frontDoorManager: 'exists', outsider: 'exists', records: 'nothing', privacy: 'nothing', administrator: 'nothing', businessSupport: 'nothing' })
    for (const [name, who] of Object.entries(strangers)) {
      await asActor(pool, who, async (db) => {
        for (const id of [old, became]) expect(await db.rows(sql`select * from access.adoption_of(${id})`)).toEqual([])
        expect({ name, about: await db.rows(sql`select distinct person_id as id from access.person_scope where domain = 'adoption'`) }).toEqual({ name, about: [{ id: old }] })
      })
      await expect(asActor(pool, who, (db) => db.rows(sql`select * from access.adoption`))).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('leaves the records of brothers and sisters as they were: the shared passages and the old name, and not what was about her alone', async () => {
    const worker = await visit(council.worker)
    const note = (await worker.get(`/notes/${noteId}`)).text
    expect(['Bothword', 'Leoword', 'Oldbury', 'Aloneword'].map((word) => [word, note.includes(word)])).toEqual([['Bothword', true], ['Leoword', true], ['Oldbury', true], ['Aloneword', false]])
    const family = (await worker.get(`/people/${leo}/family`)).text
    expect([family.includes('Zarquisha'), ...ofNew.map((word) => family.includes(word))]).toEqual([true, false, false, false, false])
    const other = (await (await visit(council.otherWorker)).get(`/notes/${noteId}`))
    expect([other.status, other.text.includes('Bothword')]).toEqual([404, false])
  })

  it('betrays nothing on any page or in any answer: what tells of the one says nothing of the other', async () => {
    await vi.waitFor(async () => expect((await owner.query('select 1 from people.compare_due union all select 1 from people.search_due')).rowCount).toBe(0), { timeout: 60_000, interval: 300 })
    done(await breakGlass.do(as(council.otherWorker), { personId: old, reason: 'The police ask whose child this was.' }))
    const pages = house.server.everyRoute.filter(({ method, path }) => method === 'GET' && path.startsWith('/people/:')).map(({ path }) => path)
    const asked = queries.flatMap(({ name, schema }) => Object.keys(schema['properties'] ?? {}).filter((field) => ['personId', 'id', 'people', 'oneId'].includes(field)).map((field) => [`queries/${name}`, field] as const))
    expect([pages.length > 10, asked.length > 8]).toEqual([true, true])
    const betrayed: string[] = []
    for (const name of ['worker', 'otherWorker', 'frontDoor', 'privacy', 'records', 'outsider'] as const) {
      const visitor = await visit(strangers[name])
      for (const [whose, id, never] of [['new', became, ofOld], ['old', old, ofNew], ['brother', leo, ofNew]] as const) {
        const look = (where: string, text: string) => { const told = text.replaceAll(id, ''); for (const word of never) if (told.includes(word)) betrayed.push(`${name}, ${whose}, ${where}: ${word}`) }
        // The day of one's own requests tells what one asked; a page of an account's deeds is no page about a person.
        for (const path of pages) look(path, (await visitor.get(path.replaceAll(/:\w+/g, id))).text)
        for (const [query, field] of asked) look(query, (await visitor.api(query, { [field]: field === 'people' ? [id] : id })).text)
      }
      for (const text of ['7 Secret Way AV9 1ZZ', upn, 'Nora Newhaven']) {
        const found = (await visitor.api('queries/people.search', { text })).text
        const [of, other] = text === upn ? [ofOld, ofNew] : [ofNew, ofOld]
        for (const word of other) if (found.includes(word)) betrayed.push(`${name} searches ${of[0]}: ${word}`)
      }
      // Who finds both cards may lay them side by side, as any two: the page is the one of two strangers.
      if (!['worker', 'manager', 'head', 'otherWorker'].includes(name)) for (const path of [`/people/${became}/compare/${old}`, `/people/${old}/compare/${became}`]) expect({ name, path, status: (await visitor.get(path)).status >= 403 }).toEqual({ name, path, status: true })
      expect((await visitor.get('/people/duplicates')).text).not.toContain('Newhaven')
    }
    expect(betrayed).toEqual([])
  })

  it('keeps the two apart: nobody merges them, also not somebody who may merge and is on the list', async () => {
    expect(await asActor(pool, keeper, async (db) => (await db.one<{ may: boolean }>(sql`select access.may_merge(${old}, ${became}) as may`)).may)).toBe(false)
    expect(await asActor(pool, keeper, async (db) => (await db.one<{ may: boolean }>(sql`select access.may_merge(${nora}, ${became}) as may`)).may)).toBe(true)
  })

  it('writes down the seal on the old record only, so that the evidence of either says nothing of the other', async () => {
    expect((await owner.query("select people from audit.event where what = 'people.sealAdoption' and not refused")).rows).toEqual([{ people: [old] }])
    expect((await owner.query('select what from audit.event where people @> $1 and actor_id = $2', [[old, became], adviser])).rows).toEqual([])
  })

  it('has a list that changes by those on it, never for oneself, and is never left empty', async () => {
    const { id } = done(await adoption.perform(as(adviser), { personId: old })).adoptions[0]!
    const why = 'She leads the letterbox contact.'
    await expect(nameForAdoption.do(as(outsider), { adoptionId: id, actorId: outsider, reason: why })).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(nameForAdoption.do(as(adviser), { adoptionId: id, actorId: council.head, reason: why })).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await nameForAdoption.do(as(adviser), { adoptionId: id, actorId: outsider, reason: why }))
    expect(done(await adoption.perform(as(outsider), { personId: old })).adoptions).toHaveLength(1)
    for (const one of [outsider, keeper, secondAdviser]) done(await takeOffAdoption.do(as(adviser), { adoptionId: id, actorId: one, reason: 'The work is done.' }))
    await expect(adoption.perform(as(outsider), { personId: old })).rejects.toMatchObject({ kind: 'NotFound' })
    expect(await takeOffAdoption.do(as(adviser), { adoptionId: id, actorId: adviser, reason: 'I leave the council.' })).toMatchObject({ problems: [{}] })
    expect(await differs()).toBe(0)
  })

  it('follows the brother: whoever begins to work with him finds the old name, who no longer does not', async () => {
    await owner.query("insert into access.involvement (id, person_id, team_id, domain, from_on) values ($1, $2, $3, 'children', current_date)", [noteId, leo, council.teams.one])
    const finds = (who: string) => asActor(pool, who, async (db) => (await db.rows(sql`select 1 from people.card where person_id = ${old}`)).length)
    const newcomer = await council.actor('New Comer', [{ team: council.teams.one, role: 'worker' }])
    expect(await finds(newcomer)).toBe(1)
    await owner.query('delete from access.involvement where id = $1', [noteId])
    expect(await finds(newcomer)).toBe(0)
    expect(await differs()).toBe(0)
  })
})
