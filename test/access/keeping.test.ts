import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import * as keeping from '../../src/record/access/commands/keeping.ts'
import * as asked from '../../src/record/access/queries.ts'
import { freshDatabase } from '../database.ts'
import { done, keepwells, why } from '../factories/keepwells.ts'

const fresh = await freshDatabase()
const { council, as, child, warn, sightOf } = await keepwells(fresh)

describe('Opening a record because somebody may be at risk', () => {
  it('opens it for reading, for eight hours at most, and not for writing', async () => {
    const person = await child()
    expect(await sightOf(council.otherWorker, person)).toBe('card')
    const opened = done(await keeping.breakGlass.do(as(council.otherWorker), { personId: person, reason: why }))
    expect(Date.parse(opened.until) - Date.now()).toBeLessThanOrEqual(8 * 3_600_000)
    expect(await sightOf(council.otherWorker, person)).toBe('full')
    await expect(warn(council.otherWorker, person)).rejects.toMatchObject({ kind: 'NotAllowed' })
    await warn(council.worker, person)
  })

  it('is over when its time is over, and can be ended sooner', async () => {
    const person = await child()
    done(await keeping.breakGlass.do(as(council.otherWorker), { personId: person, reason: why, hours: 1 }))
    done(await keeping.closeGlass.do(as(council.otherWorker), { personId: person }))
    expect(await sightOf(council.otherWorker, person)).toBe('card')
  })

  it('asks for twenty characters of reason', async () => {
    expect(await keeping.breakGlass.do(as(council.otherWorker), { personId: await child(), reason: '   urgent            ' })).toMatchObject({ problems: [{ question: 'reason' }] })
  })

  it('opens a restricted record, and never a sealed one, which answers as if it were not there', async () => {
    const person = await child()
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.manager], reason: 'A threat to the family.' }))
    expect(await sightOf(council.otherWorker, person)).toBe('exists')
    done(await keeping.breakGlass.do(as(council.otherWorker), { personId: person, reason: why }))
    expect(await sightOf(council.otherWorker, person)).toBe('full')
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'sealed', named: [council.manager], reason: 'Witness protection.' }))
    expect(await sightOf(council.otherWorker, person)).toBe('nothing')
    const refusal = (personId: string) => keeping.breakGlass.do(as(council.otherWorker), { personId, reason: why }).catch((problem: unknown) => problem)
    expect(await refusal(person)).toEqual(await refusal(newId()))
  })

  it('is not for business support, records or an administrator, nor for somebody who is kept from the person', async () => {
    const person = await child()
    for (const actor of [council.businessSupport, council.records, council.administrator]) {
      await expect(keeping.breakGlass.do(as(actor), { personId: person, reason: why })).rejects.toMatchObject({ kind: 'NotAllowed' })
    }
    done(await keeping.excludeFrom.do(as(council.manager), { personId: person, actorId: council.otherWorker, reason: 'A neighbour.' }))
    await expect(keeping.breakGlass.do(as(council.otherWorker), { personId: person, reason: why })).rejects.toMatchObject({ kind: 'NotFound' })
  })

  it('is looked at by the privacy officer, who hears who and why, and of no name on record; nobody else hears it', async () => {
    const person = await child('Zenobia')
    done(await keeping.breakGlass.do(as(council.otherWorker), { personId: person, reason: 'Ambulance crew ask who may consent for the child.' }))
    const { openings } = done(await asked.openingsToReview.perform(as(council.privacy), {}))
    const mine = openings.find((o) => o.reason.startsWith('Ambulance'))
    expect(mine).toMatchObject({ actor: 'Sam Price', marking: 'open' })
    expect(JSON.stringify(openings)).not.toContain('Zenobia')
    await expect(asked.openingsToReview.perform(as(council.manager), {})).rejects.toMatchObject({ kind: 'NotAllowed' })
    done(await keeping.reviewGlass.do(as(council.privacy), { id: mine!.id, note: 'Right to open.' }))
    expect(done(await asked.openingsToReview.perform(as(council.privacy), {})).openings.map((o) => o.id)).not.toContain(mine!.id)
    await expect(keeping.reviewGlass.do(as(council.otherWorker), { id: mine!.id, note: 'Fine.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('stands in the audit with its reason', async () => {
    const person = await child()
    done(await keeping.breakGlass.do(as(council.otherWorker), { personId: person, reason: why }))
    const { rows } = await fresh.owner.query('select what, why, actor_id from audit.event where people @> $1 and what = $2', [[person], 'access.breakGlass'])
    expect(rows).toEqual([{ what: 'access.breakGlass', why, actor_id: council.otherWorker }])
  })
})

describe('Keeping a record to named staff', () => {
  it('closes it to the team at once and leaves it to those named; opening it again gives it back', async () => {
    const person = await child()
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.manager, council.head], reason: 'The father works here.' }))
    expect(await sightOf(council.worker, person)).toBe('exists')
    expect(await sightOf(council.businessSupport, person)).toBe('nothing')
    expect([await sightOf(council.manager, person), await sightOf(council.head, person)]).toEqual(['full', 'full'])
    done(await keeping.markPerson.do(as(council.head), { personId: person, marking: 'open', named: [], reason: 'He has left the council.' }))
    expect(await sightOf(council.worker, person)).toBe('full')
  })

  it('is done by a manager who may write on the record, and by nobody else', async () => {
    const person = await child()
    const wish = { personId: person, marking: 'restricted' as const, named: [council.otherWorker], reason: 'Because I want to.' }
    await expect(keeping.markPerson.do(as(council.worker), wish)).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(keeping.markPerson.do(as(council.records), wish)).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(keeping.markPerson.do(as(council.administrator), wish)).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect(await keeping.markPerson.do(as(council.manager), { ...wish, named: [] })).toMatchObject({ problems: [{ question: 'named' }] })
  })

  it('cannot be undone by somebody who only broke the glass', async () => {
    const person = await child()
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.worker], reason: 'A threat to the family.' }))
    done(await keeping.breakGlass.do(as(council.head), { personId: person, reason: why }))
    await expect(keeping.markPerson.do(as(council.head), { personId: person, marking: 'open', named: [], reason: 'I can see it now.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('keeps each change, with who was named and why', async () => {
    const person = await child()
    done(await keeping.markPerson.do(as(council.manager), { personId: person, marking: 'restricted', named: [council.worker], reason: 'A threat to the family.' }))
    const { rows } = await fresh.owner.query('select marking, named, reason, changed_by from access.marking_change where person_id = $1', [person])
    expect(rows).toEqual([{ marking: 'restricted', named: [council.worker], reason: 'A threat to the family.', changed_by: council.manager }])
  })
})

describe('Keeping a colleague from a person', () => {
  it('hides the person from them at once, and ends by somebody else only', async () => {
    const person = await child()
    const { id } = done(await keeping.excludeFrom.do(as(council.manager), { personId: person, actorId: council.worker, reason: 'Her own nephew.' }))
    expect(await sightOf(council.worker, person)).toBe('nothing')
    expect(await keeping.endExclusion.do(as(council.head), { id, reason: 'A mistake.' })).toMatchObject({ done: {} })
    expect(await sightOf(council.worker, person)).toBe('full')
  })

  it('can be said by everybody of themselves, and not taken back by them', async () => {
    const person = await child()
    const { id } = done(await keeping.excludeFrom.do(as(council.manager), { personId: person, actorId: council.manager, reason: 'My own nephew.' }))
    expect(await sightOf(council.manager, person)).toBe('nothing')
    expect(await keeping.endExclusion.do(as(council.manager), { id, reason: 'A mistake.' })).toMatchObject({ problems: [{ question: 'id' }] })
    done(await keeping.excludeFrom.do(as(council.otherWorker), { personId: person, actorId: council.otherWorker, reason: 'They live next door.' }))
    expect(await sightOf(council.otherWorker, person)).toBe('nothing')
  })

  it('a worker cannot keep another colleague away', async () => {
    await expect(keeping.excludeFrom.do(as(council.otherWorker), { personId: await child(), actorId: council.worker, reason: 'Do not like him.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('a colleague with a record of their own never reads it', async () => {
    const person = await child()
    await keeping.tieOwnRecord.do(as(council.manager), { actorId: council.otherWorker, personId: person })
    expect(await sightOf(council.otherWorker, person)).toBe('nothing')
    await fresh.owner.query('update access.actor set person_id = null where id = $1', [council.otherWorker])
  })
})
