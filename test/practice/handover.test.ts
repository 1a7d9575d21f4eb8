import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { askToTake, giveBack, takeOver, withdraw } from '../../src/practice/handover/commands.ts'
import { person } from '../../src/record/people/queries.ts'
import { addTask } from '../../src/record/work/commands.ts'
import { giveWork } from '../../src/record/work/team/commands.ts'
import { tray } from '../../src/record/work/queries.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const { one, two } = council.teams
const una = await council.actor('Una Over', [{ team: one, role: 'manager' }])
const rows = async (statement: string, values: unknown[] = []): Promise<string[]> => (await owner.query(statement, values)).rows.map((row) => row.t)
async function done<Answer>(outcome: Promise<{ done: Answer } | { problems: readonly { question: string; problem: string }[] }>): Promise<Answer> {
  const was = await outcome
  if ('problems' in was) throw new Error(JSON.stringify(was.problems))
  return was.done
}
/** A family with whom Priya of the second team works: a task about each child, one about all of them. */
async function family() {
  const id = await smithAndBegum(as(council.worker))
  const children = [id.amelia, id.noah, id.isla, id.leo]
  for (const people of [...children.map((child) => [child]), children]) await done(addTask.do(as(council.worker), { id: newId(), people, words: 'See them at home' }))
  return { ...id, children }
}
const workOf = (children: readonly string[]) => rows("select distinct coalesce(t.name, '') || ': ' || coalesce(a.name, '') as t from work.item i join work.item_person p on p.item_id = i.id left join access.team t on t.id = i.team_id left join access.actor a on a.id = i.worker_id where i.state = 'open' and i.kind = 'task' and p.person_id = any ($1) order by 1", [children])
const sees = async (actor: string, child: string): Promise<string> => { try { return (await done(person.perform(as(actor), { id: child }))).sight } catch { return 'nothing' } }
const ask = (actor: string, people: readonly string[], id = newId(), toTeamId = one) => askToTake.do(as(actor), { id, people: [...people], toTeamId, reason: 'assessed', words: 'Leo is not seen at school.' })

describe('Children who go from one team to another', () => {
  it('stay where they are until the other team has taken them; then work, worker and sight go together', async () => {
    const { isla, leo, noah } = await family()
    expect([await sees(una, isla), await sees(council.otherWorker, isla)]).toEqual(['card', 'card'])
    const { id, withWhom } = await done(ask(council.worker, [isla, leo]))
    expect(withWhom).toBe('Una Over')
    expect(await workOf([isla, leo])).toEqual(['Family Support 2: Priya Nair'])
    expect([await sees(una, isla), await sees(una, noah), await sees(council.otherWorker, isla)]).toEqual(['full', 'card', 'card'])
    expect((await done(tray.perform(as(una), {}))).map((item) => item.kind)).toContain('handover')
    expect(await ask(council.manager, [leo])).toMatchObject({ problems: [{ question: 'people' }] })
    await done(takeOver.do(as(una), { handoverId: id, workerId: council.otherWorker }))
    // What is also about Amelia and Noah, who stay, is Priya’s as before.
    expect(await workOf([isla, leo])).toEqual(['Family Support 1: Sam Price', 'Family Support 2: Priya Nair'])
    expect(await sees(council.otherWorker, isla)).toBe('full')
    expect(await rows("select kind as t from chronology.event e join chronology.event_person p on p.event_id = e.id where p.person_id = $1 and kind like 'handover.%' order by e.recorded_at, kind", [isla])).toEqual(['handover.asked', 'handover.taken'])
  })

  it('go altogether with their parents, and the team that had them lets go', async () => {
    const { children, kelly } = await family()
    const { id } = await done(ask(council.manager, children))
    await done(takeOver.do(as(una), { handoverId: id, workerId: council.otherWorker }))
    expect(await workOf(children)).toEqual(['Family Support 1: Sam Price'])
    expect(await rows('select distinct team_id::text as t from access.involvement where person_id = any ($1) and superseded_at is null and to_on is null and team_id is not null', [[...children, kelly]])).toEqual([one])
  })

  it('are not taken with a reason: nothing has moved, and whoever was asked sees them no more', async () => {
    const { isla } = await family()
    const { id } = await done(ask(council.worker, [isla]))
    await expect(giveBack.do(as(council.otherWorker), { handoverId: id, words: 'We are full.' })).rejects.toThrow()
    await done(giveBack.do(as(una), { handoverId: id, words: 'We are full until March.' }))
    expect([await sees(una, isla), await workOf([isla])]).toEqual(['card', ['Family Support 2: Priya Nair']])
    const again = await done(ask(council.worker, [isla]))
    await done(withdraw.do(as(council.manager), { handoverId: again.id, words: 'We go on.' }))
    expect([await sees(una, isla), await rows("select state as t from handover.handover where id = any ($1) order by 1", [[id, again.id]])]).toEqual(['card', ['returned', 'withdrawn']])
  })

  it('are handed over by whoever has them, and taken by somebody else who manages the other team', async () => {
    const { isla, leo } = await family()
    await expect(ask(council.otherWorker, [isla])).rejects.toThrow()
    expect(await ask(council.worker, [isla], newId(), two)).toMatchObject({ problems: [{ question: 'toTeamId' }] })
    const { id } = await done(ask(council.head, [isla, leo]))
    await expect(takeOver.do(as(council.head), { handoverId: id, workerId: council.otherWorker })).rejects.toThrow(/yourself/)
    await expect(takeOver.do(as(council.manager), { handoverId: id, workerId: council.otherWorker })).rejects.toThrow(/manages the other team/)
    expect(await takeOver.do(as(una), { handoverId: id, workerId: council.worker })).toMatchObject({ problems: [{ question: 'workerId' }] })
    await expect(owner.query(`begin; set local role kith_gate; update work.item set state = 'done', outcome = 'x' where id = (select item_id from handover.handover where id = '${id}'); commit`).finally(() => owner.query('rollback'))).rejects.toThrow(/always with somebody/)
  })

  const act = fc.record({ what: fc.constantFrom('ask', 'ask', 'take', 'take', 'return', 'withdraw', 'give'), who: fc.nat(4), child: fc.nat(3), more: fc.nat(3), to: fc.boolean() })
  it('are always somebody’s, and with one team until the other has taken them, whatever is tried by whom', () => fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
    const { children } = await family()
    const actors = [council.worker, council.manager, una, council.otherWorker, council.head]
    for (const { what, who, child, more, to } of acts) {
      const actor = actors[who] ?? una
      const [open] = await rows("select h.id::text as t from handover.handover h join handover.handover_person p on p.handover_id = h.id where h.state = 'open' and p.person_id = $1", [children[child]])
      const had = open ? await workOf([children[child] ?? '']) : []
      const handoverId = open ?? newId()
      await (what === 'ask' ? ask(actor, children.slice(Math.min(child, more), Math.max(child, more) + 1), newId(), to ? one : two)
        : what === 'take' ? takeOver.do(as(actor), { handoverId, workerId: to ? council.otherWorker : council.worker })
          : what === 'return' ? giveBack.do(as(actor), { handoverId, words: 'No.' }) : what === 'withdraw' ? withdraw.do(as(actor), { handoverId, words: 'No.' })
            : giveWork.do(as(actor), { items: (await rows("select i.id::text as t from work.item i join work.item_person p on p.item_id = i.id where i.kind = 'handover' and i.state = 'open' and p.person_id = $1 limit 1", [children[child]])).concat(open ? [] : [newId()]), workerId: to ? una : council.head })).catch(() => undefined)
      expect(await rows("select h.id::text as t from handover.handover h left join work.item i on i.id = h.item_id and i.state = 'open' and (i.worker_id is not null or i.team_id is not null) where h.state = 'open' and i.id is null")).toEqual([])
      expect(await rows("select i.id::text as t from work.item i join work.item_person p on p.item_id = i.id where p.person_id = any ($1) and i.state in ('open', 'waiting', 'returned') and i.team_id is null and i.worker_id is null", [children])).toEqual([])
      for (const one of children) expect((await rows("select distinct team_id::text as t from access.involvement where person_id = $1 and role = 'allocated' and superseded_at is null and to_on is null and team_id is not null", [one])).length).toBeGreaterThan(0)
      if (open && what !== 'take') expect(await workOf([children[child] ?? ''])).toEqual(had)
    }
  }), { numRuns: 8, examples: [[[{ what: 'ask', who: 0, child: 0, more: 1, to: true }, { what: 'give', who: 2, child: 0, more: 0, to: false }, { what: 'take', who: 2, child: 0, more: 0, to: true }, { what: 'ask', who: 0, child: 2, more: 3, to: true }, { what: 'return', who: 2, child: 2, more: 0, to: true }]]] }))
})
