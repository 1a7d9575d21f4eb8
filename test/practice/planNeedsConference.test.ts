import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

describe('the database keeps plans of child protection', async () => {
  const world = await freshDatabase()
  const council = await usualCouncil(world.owner)
  const { leo, isla } = await smithAndBegum(world.as(council.worker))
  const { owner } = world

  /** Tries a plan with a meeting of this kind in this state that decided this for somebody; nothing of it stays. */
  async function isTaken(of: Readonly<{ meeting: string | null; state: string; outcome: string | null; forWhom: string; category: string | null; kind: string }>): Promise<boolean> {
    const client = await owner.connect()
    const [plan, meeting] = [newId(), newId()]
    try {
      await client.query('begin')
      if (of.meeting) {
        await client.query("insert into meetings.meeting (id, kind, state, on_day, held_at) values ($1, $2, $3, '2026-03-02', case when $3 = 'held' then now() end)", [meeting, of.meeting, of.state])
        if (of.outcome) await client.query("insert into meetings.decision (meeting_id, person_id, domain, kind, outcome) values ($1, $2, 'children', $3, $4)", [meeting, of.forWhom, of.meeting, of.outcome])
      }
      await client.query("insert into plans.plan (id, kind, started_on) values ($1, $2, '2026-03-02')", [plan, of.kind])
      await client.query("insert into plans.plan_person (plan_id, person_id, domain, kind, conference_id, conference_kind, category, started_on) values ($1, $2, 'children', $3, $4, $5, $6, '2026-03-02')", [plan, leo, of.kind, of.meeting ? meeting : null, of.meeting, of.category])
      return true
    } catch {
      return false
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('never one without a conference that was held and decided it for this child, whatever is tried', () => fc.assert(fc.asyncProperty(fc.record({
    meeting: fc.constantFrom('initialConference', 'preBirthConference', 'transferInConference', 'reviewConference', 'strategyDiscussion', null), state: fc.constantFrom('held', 'planned', 'cancelled'),
    outcome: fc.constantFrom('protectionPlan', 'childInNeedPlan', 'noPlan', null), forWhom: fc.constantFrom(leo, isla), category: fc.constantFrom('neglect', null), kind: fc.constantFrom('protectionPlan', 'childInNeedPlan'),
  }), async (of) => {
    const conference = of.meeting !== null && ['initialConference', 'preBirthConference', 'transferInConference'].includes(of.meeting)
    const decided = of.state === 'held' && of.outcome === 'protectionPlan' && of.forWhom === leo
    // Nothing can be decided by a meeting that was not held, for whatever plan.
    const refused = of.meeting !== null && of.outcome !== null && of.state !== 'held'
    expect(await isTaken(of)).toBe(!refused && (of.kind === 'childInNeedPlan' || (conference && decided && of.category !== null)))
  }), { numRuns: 60, examples: [[{ meeting: 'initialConference', state: 'held', outcome: 'protectionPlan', forWhom: leo, category: 'neglect', kind: 'protectionPlan' }]] }))
})
