import fc from 'fast-check'
import type pg from 'pg'
import type { Caller } from '../../src/record/access/act.ts'
import { mergePeople, unmergePeople } from '../../src/record/people/merging/commands.ts'

/** One step of a history: two records are made one, or a merge of one is taken back. Numbers are places in a list of people. */
export type MergeStep = Readonly<{ merge: boolean; a: number; b: number }>
export const mergeSteps = (people: number, most: number): fc.Arbitrary<MergeStep[]> =>
  fc.array(fc.record({ merge: fc.boolean(), a: fc.nat(people - 1), b: fc.nat(people - 1) }), { minLength: 1, maxLength: most })

/** The model: who was merged into whom directly; the survivor is at the end of the line. */
const endOf = (into: ReadonlyMap<string, string>, who: string): string => {
  const next = into.get(who)
  return next === undefined ? who : endOf(into, next)
}

async function survivors(owner: pg.Pool, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await owner.query('select s.id, coalesce(p.survivor_id, s.id) as survivor from access.subject s left join access.person_part p on p.part_id = s.id where s.id = any ($1)', [people])
  return new Map(rows.map((row) => [row.id, row.survivor]))
}

/**
 * Plays a history on people who are apart at first, and compares with the model after each step.
 * @returns what differs, in words; nothing when all agrees: who everybody is, and that the derived sight equals its sources
 */
export async function playMerges(owner: pg.Pool, records: Caller, people: readonly string[], steps: readonly MergeStep[]): Promise<string[]> {
  await owner.query('delete from access.person_part where part_id = any ($1)', [people])
  const into = new Map<string, string>()
  for (const [at, { merge, a, b }] of steps.entries()) {
    const [one = '', other = ''] = [people[a], people[b]]
    if (merge && one !== other) {
      await mergePeople.do(records, { partId: one, intoId: other, reason: 'Same NHS number and the same mother.' })
      const [root, survivor] = [endOf(into, one), endOf(into, other)]
      if (root !== survivor) into.set(root, survivor)
    } else if (!merge) {
      await unmergePeople.do(records, { partId: one })
      into.delete(one)
    }
    const now = await survivors(owner, people)
    const wrong = people.filter((person) => now.get(person) !== endOf(into, person))
    if (wrong.length > 0) return [`after step ${at + 1} of ${JSON.stringify(steps)}: ${wrong.length} people are not who the model says`]
  }
  const apart: unknown = (await owner.query('select access.scope_difference() as n')).rows[0].n
  return apart === 0 ? [] : [`after ${JSON.stringify(steps)}: ${String(apart)} derived rows differ from their sources`]
}
