import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { beginLookedAfter, changePlacement, leaveCare, putPlacementRight, takeBack } from '../../src/practice/care/commands.ts'
import { endLegalStatus, recordLegalStatus, withdrawLegalStatus } from '../../src/record/people/legal/commands.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = as(council.worker, '2026-11-18T10:00:00.000Z')
const foster = { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', lines: ['3 Elm Row'], postcode: 'ZV2 1AA' }
const rows = async (statement: string, values: unknown[]): Promise<string[]> => (await owner.query(statement, values)).rows.map((row) => row.t)

/** Days in care on which a child has not exactly one placement and one status of being looked after, and statuses or placements that stand at once. */
const faults = (children: readonly string[]) => rows(`
  select 'day ' || d::date::text as t from care.period p, generate_series(p.began_on, coalesce(p.ended_on, date '2026-11-19') - 1, interval '1 day') d
    where p.person_id = any ($1) and p.superseded_at is null and (
      (select count(*) from care.placement x where x.person_id = p.person_id and x.superseded_at is null and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)) <> 1
      or (select count(*) from people.legal_status x where x.person_id = p.person_id and x.superseded_at is null and x.kind = 'lookedAfter' and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)) <> 1)
  union all select 'outside ' || x.valid_from::text from care.placement x where x.person_id = any ($1) and x.superseded_at is null and not exists (select 1 from care.period p where p.person_id = x.person_id and p.superseded_at is null
      and p.began_on <= x.valid_from and coalesce(p.ended_on, 'infinity') >= coalesce(x.valid_to, 'infinity'))
  union all select 'twice ' || a.valid_from::text from people.legal_status a join people.legal_status b on b.person_id = a.person_id and b.kind = a.kind and b.id > a.id and b.superseded_at is null
    and daterange(a.valid_from, a.valid_to, '[)') && daterange(b.valid_from, b.valid_to, '[)') where a.kind = 'lookedAfter' and a.superseded_at is null and a.person_id = any ($1)`, [children])

const act = fc.record({ what: fc.constantFrom('begin', 'begin', 'move', 'move', 'status', 'status', 'leave', 'end', 'right', 'withdraw', 'back'), day: fc.nat(120), both: fc.boolean(), code: fc.constantFrom('accommodated', 'interimCareOrder', 'careOrder', 'placementOrder'), ends: fc.boolean() })
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
const first: Act[] = [{ what: 'begin', day: 3, both: true, code: 'accommodated', ends: true }, { what: 'move', day: 30, both: false, code: 'accommodated', ends: true }, { what: 'status', day: 40, both: true, code: 'interimCareOrder', ends: true }, { what: 'right', day: 25, both: false, code: 'accommodated', ends: true }, { what: 'leave', day: 80, both: true, code: 'accommodated', ends: true }, { what: 'begin', day: 90, both: false, code: 'careOrder', ends: true }]

describe('Children in our care', () => {
  let taken = 0
  it('always have one placement and one legal status on each day, and never two at once, whatever is done in whatever order', () => fc.assert(fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 14 }), async (acts) => {
    const children = [newId(), newId()]
    await addPeople.do(priya, { people: children.map((id) => ({ id, given: 'Ben', family: 'Vale', bornOn: '2016-02-03' })), relationships: [] })
    for (const { what, day, both, code, ends } of acts) {
      const people = both ? children : children.slice(0, 1)
      const on = addDays(plain('2026-06-01'), day)
      const [placementId = newId()] = await rows('select placement_id::text as t from care.placement where person_id = $1 and superseded_at is null order by valid_from desc limit 1', [children[0]])
      const [orderId = newId()] = await rows("select order_id::text as t from people.legal_status where person_id = $1 and superseded_at is null order by valid_from desc limit 1", [children[0]])
      const [periodId = newId()] = await rows('select period_id::text as t from care.period where person_id = $1 and superseded_at is null order by began_on desc limit 1', [children[0]])
      const outcome = await (what === 'begin' ? beginLookedAfter.do(priya, { id: newId(), people, on, planned: true, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: code, placement: foster })
        : what === 'move' ? changePlacement.do(priya, { id: newId(), people, on, reason: 'carePlan', placement: { ...foster, placeName: 'Aunt Rose' } })
          : what === 'status' ? recordLegalStatus.do(priya, { id: newId(), people, code, from: on, endsPresent: ends })
            : what === 'leave' ? leaveCare.do(priya, { people, on, reason: 'homePlanned', homeAgain: true })
              : what === 'end' ? endLegalStatus.do(priya, { orderId, people, on })
                : what === 'right' ? putPlacementRight.do(priya, { placementId, personId: children[0] ?? '', on, placement: foster, why: 'It was written down wrongly.' })
                  : what === 'withdraw' ? withdrawLegalStatus.do(priya, { orderId, people, why: 'It was never made.' }) : takeBack.do(priya, { periodId, people, why: 'It was his cousin.' })).catch(() => undefined)
      if (outcome && 'done' in outcome) taken += 1
      expect(await faults(children)).toEqual([])
    }
  }), { numRuns: 12, examples: [[first]] }))
  it('and of what was tried much was taken', () => expect(taken).toBeGreaterThan(12))
})
