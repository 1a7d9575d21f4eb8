import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import * as asking from '../../src/record/access/commands/asking.ts'
import * as keeping from '../../src/record/access/commands/keeping.ts'
import * as asked from '../../src/record/access/queries.ts'
import { freshDatabase } from '../database.ts'
import { done, keepwells, why } from '../factories/keepwells.ts'

const fresh = await freshDatabase()
const { council, as, child, later, warn, sightOf } = await keepwells(fresh)

describe('Letting a colleague see a record for a time', () => {
  const grant = { domain: 'children', mayWrite: false, until: later, reason: 'She writes the court report.' } as const

  it('gives them full sight, for reading, until it ends', async () => {
    const person = await child()
    const { id } = done(await keeping.grantSight.do(as(council.manager), { ...grant, personId: person, actorId: council.otherWorker }))
    expect(await sightOf(council.otherWorker, person)).toBe('full')
    await expect(warn(council.otherWorker, person)).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await keeping.endGrant.do(as(council.manager), { id, reason: 'Written.' }))
    expect(await sightOf(council.otherWorker, person)).toBe('card')
  })

  it('is never for oneself, never of a record that one may not write on', async () => {
    const person = await child()
    await expect(keeping.grantSight.do(as(council.manager), { ...grant, personId: person, actorId: council.manager })).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(keeping.grantSight.do(as(council.manager), { ...grant, domain: 'adults', personId: person, actorId: council.otherWorker })).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(keeping.grantSight.do(as(council.records), { ...grant, personId: person, actorId: council.otherWorker })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('ends in the future', async () => {
    expect(await keeping.grantSight.do(as(council.manager), { ...grant, until: '2020-01-01T00:00:00.000Z', personId: await child(), actorId: council.otherWorker })).toMatchObject({ problems: [{ question: 'until' }] })
  })

  it('is listed for those who keep the record, with exclusions and named staff, and for nobody else', async () => {
    const person = await child()
    done(await keeping.grantSight.do(as(council.manager), { ...grant, personId: person, actorId: council.otherWorker }))
    done(await keeping.excludeFrom.do(as(council.manager), { personId: person, actorId: council.frontDoorWorker, reason: 'A cousin.' }))
    expect(done(await asked.keeping.perform(as(council.manager), { personId: person })).kept.map((k) => [k.kind, k.actor])).toEqual([['excluded', 'Ffion Doorley'], ['granted', 'Sam Price']])
    expect(done(await asked.keeping.perform(as(council.records), { personId: person })).kept).toEqual([])
  })
})

describe('Sight for an administrator', () => {
  const grant = { domain: 'children', mayWrite: false, until: later, reason: 'Looks why the page fails.' } as const
  const waiting = async (actor: string) => (await fresh.owner.query<{ id: string }>("select subject_id as id from work.item where kind = 'sightRequest' and worker_id = $1 and state = 'open' order by recorded_at desc, id", [actor])).rows[0]?.id ?? ''

  it('waits until a second person agrees, who is neither the first nor the administrator', async () => {
    const person = await child()
    const { id, waits } = done(await keeping.grantSight.do(as(council.manager), { ...grant, personId: person, actorId: council.administrator }))
    expect(waits).toBe(true)
    expect(await sightOf(council.administrator, person)).toBe('nothing')
    const agree = { id, decision: 'given' } as const
    for (const who of [council.manager, council.administrator, council.otherWorker]) await expect(asking.decideSight.do(as(who), agree)).rejects.toMatchObject({ kind: expect.stringMatching(/NotAllowed|NotFound/) })
    expect(await waiting(council.head)).toBe(id)
    expect(done(await asking.decideSight.do(as(council.head), agree))).toEqual({ became: 'given' })
    expect(await sightOf(council.administrator, person)).toBe('full')
    expect(await waiting(council.head)).not.toBe(id)
    expect(await asking.decideSight.do(as(council.head), agree)).toMatchObject({ problems: [{ question: 'words' }] })
  })

  it('comes onto a list in no other way: not by a marking, not by naming, not by asking', async () => {
    const person = await child()
    const both = await council.actor('Una Both', [{ role: 'administrator' }, { team: council.teams.one, role: 'worker' }])
    await expect(keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.manager, both], reason: 'A threat to the family.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.manager, council.head], reason: 'A threat to the family.' }))
    const { id } = done(await asking.askForSight.do(as(both), { personId: person, reason: 'I meet the uncle tomorrow.' }))
    expect(done(await asking.decideSight.do(as(council.manager), { id, decision: 'given', until: later }))).toEqual({ became: 'passedOn' })
    expect(await sightOf(both, person)).toBe('exists')
    await expect(asking.decideSight.do(as(council.manager), { id, decision: 'given', until: later })).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect(done(await asking.decideSight.do(as(council.head), { id, decision: 'given' }))).toEqual({ became: 'given' })
    expect(await sightOf(both, person)).toBe('full')
  })
})

describe('Asking to see a record', () => {
  const words = { reason: 'Her cousin is on my caseload.' }
  const inTray = async (id: string) => (await fresh.owner.query<{ name: string }>("select a.name from work.item i join access.actor a on a.id = i.worker_id where i.subject_id = $1 and i.state = 'open' order by a.name", [id])).rows.map((row) => row.name)

  it('comes into the tray of those who manage the work; sight is given for a time, and said so', async () => {
    const person = await child()
    const { id } = done(await asking.askForSight.do(as(council.otherWorker), { personId: person, ...words }))
    expect(await inTray(id)).toContain('Tom Hughes')
    expect(await asking.askForSight.do(as(council.otherWorker), { personId: person, ...words })).toMatchObject({ problems: [{ question: 'reason' }] })
    await expect(asking.decideSight.do(as(council.otherWorker), { id, decision: 'given', until: later })).rejects.toMatchObject({ kind: expect.stringMatching(/NotAllowed|NotFound/) })
    await expect(asking.decideSight.do(as(council.businessSupport), { id, decision: 'given', until: later })).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect(await asking.decideSight.do(as(council.manager), { id, decision: 'given' })).toMatchObject({ problems: [{ question: 'until' }] })
    done(await asking.decideSight.do(as(council.manager), { id, decision: 'given', until: later }))
    expect(await sightOf(council.otherWorker, person)).toBe('full')
    expect(await inTray(id)).toEqual([])
    const { history } = done(await asked.keeping.perform(as(council.manager), { personId: person }))
    expect(history.map((one) => [one.what, one.by, one.whom])).toEqual([['granted', 'Tom Hughes', 'Sam Price'], ['asked', 'Sam Price', 'Sam Price']])
  })

  it('of a restricted record reaches those named on its list, and puts whoever asked on the list until that day', async () => {
    const person = await child()
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.manager, council.worker], reason: 'A threat to the family.' }))
    const { id } = done(await asking.askForSight.do(as(council.otherWorker), { personId: person, ...words }))
    expect(await inTray(id)).toEqual(['Tom Hughes'])
    done(await asking.decideSight.do(as(council.manager), { id, decision: 'given', until: later }))
    expect(await sightOf(council.otherWorker, person)).toBe('full')
    expect(done(await asked.keeping.perform(as(council.manager), { personId: person })).kept.find((one) => one.actor === 'Sam Price')).toMatchObject({ kind: 'named', until: later })
    done(await keeping.takeOffList.do(as(council.manager), { personId: person, actorId: council.otherWorker, reason: 'Her work is done.' }))
    expect(await sightOf(council.otherWorker, person)).toBe('exists')
  })

  it('of a sealed record is as asking about nobody; who is kept from a person asks in vain', async () => {
    const person = await child()
    done(await keeping.excludeFrom.do(as(council.manager), { personId: person, actorId: council.otherWorker, reason: 'A neighbour.' }))
    const refusal = (who: string, personId: string) => asking.askForSight.do(as(who), { personId, ...words }).catch((problem: unknown) => problem)
    expect(await refusal(council.otherWorker, person)).toEqual(await refusal(council.otherWorker, newId()))
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'sealed', named: [council.manager], reason: 'Witness protection.' }))
    expect(await refusal(council.frontDoorWorker, person)).toEqual(await refusal(council.frontDoorWorker, newId()))
  })

  it('is declined in words, which whoever asked reads', async () => {
    const person = await child()
    const { id } = done(await asking.askForSight.do(as(council.otherWorker), { personId: person, ...words }))
    expect(await asking.decideSight.do(as(council.manager), { id, decision: 'declined' })).toMatchObject({ problems: [{ question: 'words' }] })
    done(await asking.decideSight.do(as(council.manager), { id, decision: 'declined', words: 'Ring me, it is quicker.' }))
    expect(done(await asked.beforeOpening.perform(as(council.otherWorker), { personId: person })).asked).toMatchObject([{ decision: 'declined', decidedBy: 'Tom Hughes', words: 'Ring me, it is quicker.' }])
    expect(await sightOf(council.otherWorker, person)).toBe('card')
  })
})

describe('The list of a restricted record', () => {
  it('takes a colleague for a time, never oneself, and is never left empty', async () => {
    const person = await child()
    await expect(keeping.nameOnList.do(as(council.manager), { personId: person, actorId: council.worker, reason: 'She knows the family.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.manager], reason: 'A threat to the family.' }))
    done(await keeping.nameOnList.do(as(council.manager), { personId: person, actorId: council.otherWorker, until: later, reason: 'She knows the family.' }))
    expect(await sightOf(council.otherWorker, person)).toBe('full')
    await expect(keeping.nameOnList.do(as(council.manager), { personId: person, actorId: council.manager, reason: 'I want to stay longer.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await keeping.takeOffList.do(as(council.manager), { personId: person, actorId: council.otherWorker, reason: 'Her work is done.' }))
    expect(await keeping.takeOffList.do(as(council.manager), { personId: person, actorId: council.manager, reason: 'I am leaving.' })).toMatchObject({ problems: [{}] })
    expect(await sightOf(council.manager, person)).toBe('full')
  })

  it('is shown to the administrator as what an account was given, without whose record it is and why; of a sealed one nothing; and they take sight away', async () => {
    const [person, hidden] = [await child('Zulaikha'), await child()]
    const mine = (all: readonly { kind: string; actorId: string; over: boolean }[], who: string) => all.filter((one) => one.actorId === who && !one.over).map((one) => one.kind)
    const taker = await council.actor('Given Taker', [{ team: council.teams.one, role: 'worker' }])
    const { id } = done(await keeping.grantSight.do(as(council.manager), { domain: 'children', mayWrite: false, until: later, reason: 'Knows Zulaikha well.', personId: person, actorId: taker }))
    done(await keeping.markPerson.do(as(council.manager), { personId: hidden, marking: 'sealed', named: [council.manager, taker], reason: 'Witness protection.' }))
    const { given } = done(await asked.givenSight.perform(as(council.administrator), {}))
    expect(mine(given, taker)).toEqual(['granted'])
    expect(JSON.stringify(given)).not.toContain('Zulaikha')
    expect(JSON.stringify(given)).not.toContain(person)
    await expect(asked.givenSight.perform(as(council.manager), {})).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await keeping.endGrant.do(as(council.administrator), { id, reason: 'Left the team.' }))
    expect(await sightOf(taker, person)).toBe('card')
  })
})

describe('A worker who works with somebody on their own, without a team', () => {
  const alone = async (worker: string, person: string) => fresh.owner.query("insert into access.involvement (id, person_id, worker_id, domain, from_on) values ($1, $2, $3, 'children', current_date - 3)", [newId(), person, worker])
  const stranger = async () => { const id = newId(); await fresh.owner.query('insert into access.subject (id) values ($1)', [id]); return id }
  const differs = async () => (await fresh.owner.query(`select access.scope_difference()::int + (select count(*)::int from (table access.reach except table access.reach_now) x) as n`)).rows[0].n

  it('is seen to do so by those who manage them, and not by the others of the team', async () => {
    const person = await stranger()
    await alone(council.worker, person)
    expect(await sightOf(council.worker, person)).toBe('full')
    expect(await sightOf(council.manager, person)).toBe('full')
    expect(await sightOf(council.head, person)).toBe('full')
    const colleague = await council.actor('Orla Keane', [{ team: council.teams.two, role: 'worker' }])
    const managesAnother = await council.actor('Ines Wood', [{ team: council.teams.one, role: 'manager' }])
    expect(await sightOf(colleague, person)).toBe('card')
    expect(await sightOf(managesAnother, person)).toBe('card')
    expect(await differs()).toBe(0)
  })

  it('takes the line with them: who begins to manage them sees it, who no longer does not', async () => {
    const mover = await council.actor('Maya Lind', [])
    const person = await stranger()
    await alone(mover, person)
    expect(await sightOf(council.manager, person)).toBe('card')
    const membership = newId()
    await fresh.owner.query("insert into access.membership (id, actor_id, team_id, role) values ($1, $2, $3, 'worker')", [membership, mover, council.teams.two])
    expect(await sightOf(council.manager, person)).toBe('full')
    await fresh.owner.query('update access.membership set team_id = $2 where id = $1', [membership, council.teams.one])
    expect(await sightOf(council.manager, person)).toBe('card')
    expect(await sightOf(council.head, person)).toBe('full')
    expect(await differs()).toBe(0)
  })

  it('does not hand on what was granted or opened for the worker alone', async () => {
    const [granted, opened] = [await child(), await stranger()]
    await alone(council.otherWorker, await stranger())
    await fresh.owner.query("insert into access.person_grant (id, person_id, actor_id, domain, until, reason, given_by) values ($1, $2, $3, 'children', now() + interval '1 hour', 'report', $4)", [newId(), granted, council.otherWorker, council.head])
    done(await keeping.breakGlass.do(as(council.otherWorker), { personId: opened, reason: why }))
    const manager = await council.actor('Ines Wood', [{ team: council.teams.one, role: 'manager' }])
    expect(await sightOf(council.otherWorker, granted)).toBe('full')
    expect(await sightOf(manager, granted)).toBe('card')
    expect(await sightOf(manager, opened)).toBe('card')
  })
})
