import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/platform/db/sql.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { mergePeople, unmergePeople } from '../../src/record/people/merging/commands.ts'
import { asActor } from '../access/world.ts'

/** One step of a history: two records are made one, or a merge of one is taken back. Numbers are places in a list of people. */
export type MergeStep = Readonly<{ merge: boolean; a: number; b: number }>
export const mergeSteps = (people: number, most: number): fc.Arbitrary<MergeStep[]> =>
  fc.array(fc.record({ merge: fc.integer({ min: 0, max: 2 }).map((n) => n > 0), a: fc.nat(people - 1), b: fc.nat(people - 1) }), { minLength: 1, maxLength: most })

/** The model: who was merged into whom directly; the survivor is at the end of the line. */
type Merges = ReadonlyMap<string, string>
const endOf = (into: Merges, who: string): string => {
  const next = into.get(who)
  return next === undefined ? who : endOf(into, next)
}

/** What stands in the way of merging: who is kept from the records role, how each record is marked, whether the role is named on it, and who became whom by adoption. */
export type InTheWay = Readonly<{ kept: readonly string[]; marked: ReadonlyMap<string, Readonly<{ sealed: boolean; named: boolean }>>; adoption?: Readonly<{ old: string; became: string }> }>
const nothing: InTheWay = { kept: [], marked: new Map() }

/** Rule 16 with 1, 3, 5 and 10: whoever merges may find both, in full where a record is marked; and never joins what adoption has parted. */
function mayMerge(into: Merges, people: readonly string[], way: InTheWay, a: string, b: string): boolean {
  const partsOf = (who: string) => people.filter((other) => endOf(into, other) === endOf(into, who))
  const may = (who: string) => {
    const parts = partsOf(who)
    const marks = parts.flatMap((part) => way.marked.get(part) ?? [])
    const strictest = marks.filter((mark) => mark.sealed || !marks.some((other) => other.sealed))
    return people.includes(who) && !parts.some((part) => way.kept.includes(part)) && (marks.length === 0 || strictest.some((mark) => mark.named))
  }
  const { old, became } = way.adoption ?? {}
  const [ofA, ofB] = [partsOf(a), partsOf(b)]
  const parted = old !== undefined && became !== undefined && ((ofA.includes(old) && ofB.includes(became)) || (ofB.includes(old) && ofA.includes(became)))
  return may(a) && may(b) && !parted
}

/** Writes what may stand in the way of merging ten people, and work with them, so that it matters who is one. */
export async function putInTheWay(owner: pg.Pool, people: readonly string[], who: Readonly<{ records: string; worker: string; team: string }>): Promise<InTheWay> {
  const [plain = '', worked = '', old = '', named = '', sealed = '', kept = '', once = '', became = '', left = '', always = ''] = people
  await owner.query('insert into access.involvement (id, person_id, team_id, worker_id, domain, from_on) values ($1, $2, $3, null, \'children\', \'2020-01-01\'), ($4, $5, null, $6, \'adults\', \'2020-01-01\')', [newId(), plain, who.team, newId(), worked, who.worker])
  await owner.query("insert into access.listed (person_id, actor_id, until) values ($1, $4, null), ($2, $4, now() - interval '1 day'), ($3, $4, now() + interval '1 day'), ($2, $5, null), ($6, $5, null), ($7, $4, null)", [plain, sealed, named, who.records, who.worker, left, always])
  await owner.query("update access.subject set marking = case when id = $3 then 'sealed' else 'restricted' end where id in ($1, $2, $3, $4)", [named, left, sealed, always])
  await owner.query("insert into access.exclusion (id, person_id, actor_id, reason, until) values ($1, $2, $5, 'neighbour', now() + interval '1 day'), ($3, $4, $5, 'neighbour', now() - interval '1 day'), ($6, $7, $5, 'neighbour', null)", [newId(), kept, newId(), once, who.records, newId(), worked])
  await owner.query("insert into access.adoption (id, old_id, new_id, order_on, reason, sealed_by) values ($1, $2, $3, '2025-01-01', 'Adoption order', $4)", [newId(), old, became, who.records])
  // The name of the record of old is found by those who work with a brother left behind: that is not sight enough to merge it.
  await owner.query('insert into access.left_behind (old_id, sibling_id) values ($1, $2)', [left, plain])
  await owner.query("insert into access.person_grant (id, person_id, actor_id, domain, may_write, until, reason, given_by) values ($1, $2, $3, 'children', true, now() + interval '1 day', 'A duplicate', $4)", [newId(), plain, who.records, who.worker])
  return { kept: [kept, worked], marked: new Map([[left, { sealed: false, named: false }], [always, { sealed: false, named: true }], [named, { sealed: false, named: true }], [sealed, { sealed: true, named: false }]]), adoption: { old, became } }
}

async function survivors(owner: pg.Pool, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await owner.query('select s.id, coalesce(p.survivor_id, s.id) as survivor from access.subject s left join access.person_part p on p.part_id = s.id where s.id = any ($1)', [people])
  return new Map(rows.map((row) => [row.id, row.survivor]))
}

/** Which pairs somebody may merge, asked of the database past the commands; a stranger's id is one of them. */
async function pairsFor(records: Caller, actor: string | undefined, people: readonly string[]): Promise<string[]> {
  const pairs = await asActor(records.pool, actor, (db) => db.rows<{ t: string }>(sql`select a || ' ' || b as t from unnest(${people}::uuid[]) a cross join unnest(${people}::uuid[]) b where access.may_merge(a, b)`))
  return pairs.map((pair) => pair.t).toSorted()
}

/**
 * Plays a history on people who are apart at first, and compares with the model after each step.
 * @returns what differs, in words; nothing when all agrees: who everybody is, whom one may merge, and that the derived sight equals its sources
 */
export async function playMerges(owner: pg.Pool, records: Caller, people: readonly string[], steps: readonly MergeStep[], way: InTheWay = nothing): Promise<string[]> {
  await owner.query('delete from access.person_part where part_id = any ($1)', [people])
  const into = new Map<string, string>()
  for (const [at, { merge, a, b }] of steps.entries()) {
    const [one = '', other = ''] = [people[a], people[b]]
    const may = mayMerge(into, people, way, one, merge ? other : one)
    const refused = async (act: Promise<unknown>) => act.then(() => false, () => true)
    if (merge && one !== other) {
      if ((await refused(mergePeople.do(records, { partId: one, intoId: other, reason: 'Same NHS number and the same mother.' }))) === may) return [`step ${at + 1} of ${JSON.stringify(steps)} was ${may ? 'refused' : 'done'}`]
      const [root, survivor] = [endOf(into, one), endOf(into, other)]
      if (may && root !== survivor) into.set(root, survivor)
    } else if (!merge) {
      const survivor = endOf(into, one)
      const told = await unmergePeople.do(records, { partId: one }).then((outcome) => ('done' in outcome ? outcome.done.survivorId : 'not merged'), () => 'refused')
      if (told !== (!into.has(one) ? 'not merged' : may ? survivor : 'refused')) return [`step ${at + 1} of ${JSON.stringify(steps)}: ${told}`]
      if (may) into.delete(one)
    }
    const now = await survivors(owner, people)
    const wrong = people.filter((person) => now.get(person) !== endOf(into, person))
    if (wrong.length > 0) return [`after step ${at + 1} of ${JSON.stringify(steps)}: ${wrong.length} people are not who the model says`]
  }
  const apart: unknown = (await owner.query('select access.scope_difference() as n')).rows[0].n
  if (apart !== 0) return [`after ${JSON.stringify(steps)}: ${String(apart)} derived rows differ from their sources`]
  const anybody = [...people, newId()]
  const pairs = anybody.flatMap((a) => anybody.filter((b) => mayMerge(into, people, way, a, b)).map((b) => `${a} ${b}`)).toSorted()
  const asked = await pairsFor(records, 'actor' in records.who ? records.who.actor : undefined, anybody)
  return JSON.stringify(asked) === JSON.stringify(pairs) ? [] : [`after ${JSON.stringify(steps)}: the database would merge ${asked.length} pairs, the model ${pairs.length}`]
}

/** Past the commands too, nobody but the records role merges. @throws when somebody may */
export async function onlyRecordsMerge(records: Caller, others: readonly (string | undefined)[], people: readonly string[]): Promise<void> {
  for (const other of others) {
    deepStrictEqual(await pairsFor(records, other, people), [])
    await asActor(records.pool, other, async (db) => {
      await db.run(sql`savepoint trial`)
      const done = await db.run(sql`select access.merge(${people[0]}, ${people[1]}, 'They look alike to me')`).then(() => true, () => false)
      await db.run(sql`rollback to savepoint trial`)
      deepStrictEqual(done, false)
    })
  }
}
