import fc from 'fast-check'
import type { Pool } from 'pg'
import { moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { clockAt } from '../../src/platform/clock.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { appUrl } from '../../src/platform/db/roles.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { agreeIn, agreeInAnyCouncil } from '../access/anyCouncil.ts'
import { fixedWorld } from '../access/fixedWorld.ts'
import { writeRows } from '../access/rows.ts'
import { writeWorld } from '../access/world.ts'
import { usualCouncil } from '../factories/council.ts'
import { mergeSteps, playMerges } from '../factories/mergeHistories.ts'
import { ownDatabase } from '../factories/ownDatabase.ts'
import { drawn, type Outcome } from './model.ts'
import { sqlMutants, type SqlMutant } from './sql.ts'

/** What decides who sees what: read by policies, or worked out by triggers when its sources change. */
const rules = {
  access: [
    'access.bar_now', 'access.line_now', 'access.marking_now', 'access.membership_now', 'access.reach_now', 'access.same_person', 'access.scope_now', 'access.scope_of_survivor', 'access.team_below',
    'access.derive', 'access.derive_line', 'access.derive_reach', 'access.everyone', 'access.standing', 'access.not_writable', 'access.know', 'access.sees', 'access.finds', 'access.scopes',
    'access.marking_of', 'access.survivor_of', 'access.actor_changed', 'access.membership_changed', 'access.subject_changed', 'access.person_changed', 'access.team_changed', 'access.set_identity',
    'people.fact see', 'people.fact change', 'people.person see', 'people.card see', 'people.relationship see', 'access.subject see', 'notes.note see', 'notes.note_person see', 'notes.passage see',
  ],
  merging: ['access.merge', 'access.unmerge', 'access.may_merge', 'access.part_merging', 'access.part_changed', 'access.survivor_of'],
} as const

async function judgeAccess(pool: Pool, owner: Pool): Promise<void> {
  const world = fixedWorld()
  await writeWorld(owner, world)
  await agreeIn(pool, owner, world, await writeRows(owner, world))
  await agreeInAnyCouncil(pool, owner, 12, { seed: 20261122 })
}

async function judgeMerging(pool: Pool, owner: Pool): Promise<void> {
  const council = await usualCouncil(owner)
  const as = (actor: string) => ({ pool, clock: clockAt(moment('2026-11-22T09:00:00Z')), who: { actor }, via: 'commandLine' as const })
  const people = Array.from({ length: 6 }, () => newId())
  await addPeople.do(as(council.worker), { people: people.map((id, i) => ({ id, given: `Person${i}`, family: 'Modelname' })), relationships: [] })
  for (const history of fc.sample(mergeSteps(people.length, 12), { numRuns: 12, seed: 20261122 })) {
    const wrong = await playMerges(owner, as(council.records), people, history)
    if (wrong.length > 0) throw new Error(wrong[0])
  }
  await agreeInAnyCouncil(pool, owner, 6, { seed: 20261123 })
}

/** Puts each mutant into a copy of a migrated database and asks the proofs. A mutant that cannot be put in is none. */
export async function accessMutants(group: keyof typeof rules, many: number): Promise<Outcome> {
  const template = await ownDatabase(`mutants_${group}`)
  await migrate(template.ownerUrl)
  const first = openPool(template.ownerUrl, 1)
  const all = drawn(await sqlMutants(first, rules[group]), many)
  await first.end()
  let tried = 0
  const unnoticed: string[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) {
      const mutant = all[at]!
      const noticed = await tryOne(template.ownerUrl, `mutant_${group}_${at}`, mutant, group === 'access' ? judgeAccess : judgeMerging)
      if (noticed === undefined) continue
      tried += 1
      if (!noticed) unnoticed.push(`${mutant.of}: …${mutant.was}… with "${mutant.is}"`)
    }
  }
  await Promise.all([lane(), lane()])
  await template.drop()
  return { tried, noticed: tried - unnoticed.length, unnoticed }
}

async function tryOne(templateUrl: string, name: string, mutant: SqlMutant, judge: (pool: Pool, owner: Pool) => Promise<void>): Promise<boolean | undefined> {
  const own = await ownDatabase(name, templateUrl)
  const before = openPool(own.ownerUrl, 1)
  const put = await before.query(mutant.statement).then(() => true, () => false)
  // A rule that asks itself without end is noticed too.
  await before.query(`alter database ${new URL(own.ownerUrl).pathname.slice(1)} set statement_timeout = '20s'`)
  await before.end()
  const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
  try {
    if (!put) return undefined
    return await judge(pool, owner).then(() => false, () => true)
  } finally {
    await Promise.all([owner.end(), pool.end()])
    await own.drop()
  }
}
