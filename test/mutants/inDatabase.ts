import { deepStrictEqual } from 'node:assert'
import type { Pool } from 'pg'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { appUrl } from '../../src/platform/db/roles.ts'
import { agreeIn, agreeInAnyCouncil, differences, someCouncils } from '../access/anyCouncil.ts'
import { letHappen } from '../access/change.ts'
import { fixedWorld } from '../access/fixedWorld.ts'
import type { World } from '../access/policy.ts'
import { keepingAgrees, waysToTry } from '../access/keptInDatabase.ts'
import { sealableWorld, sealingAgrees, writeSealable } from '../access/sealedInDatabase.ts'
import { writeRows, type Rows } from '../access/rows.ts'
import { makeStale, writeWorld } from '../access/world.ts'
import { ownDatabase } from '../factories/ownDatabase.ts'
import { isAlike } from './alike.ts'
import { mergesAgree } from './merges.ts'
import { drawn, type Outcome } from './model.ts'
import { sqlMutants, type SqlMutant } from './sql.ts'

/** What decides who sees what: asked whenever somebody reads or writes, or worked out by triggers when its sources change; who may give, take and close sight; and who is one person with whom. */
const rules = {
  reading: [
    'access.set_identity', 'access.come_in_as', 'access.know', 'access.known', 'access.found', 'access.scopes', 'access.wide', 'access.wide_write', 'access.cards', 'access.standing', 'access.sees', 'access.finds', 'access.stays', 'access.kept_away',
    'access.writes', 'access.not_writable', 'access.look_up_writing', 'access.look_up_to_write',
    // Of policies one of each text: test/access/everyTable.test.ts keeps all others of a text the same.
    'people.fact see', 'people.fact add', 'people.fact change', 'people.card see', 'people.card partner', 'people.relationship see', 'people.relationship change', 'notes.note see', 'notes.note change', 'notes.note partner', 'notes.note_person partner',
    'notes.passage see', 'notes.passage stays', 'notes.passage change', 'notes.passage partner', 'access.person_scope partner', 'access.bar partner',
  ],
  deriving: [
    'access.same_person', 'access.marking_now', 'access.scope_by_itself', 'access.scope_of_survivor', 'access.scope_now', 'access.bar_now', 'access.membership_now', 'access.team_below', 'access.line_now', 'access.reach_now', 'access.everyone', 'access.marking_of', 'access.scope_difference',
    'access.derive', 'access.derive_adoption', 'access.derive_left_behind', 'access.derive_reach', 'access.derive_line', 'access.actor_changed', 'access.membership_changed', 'access.subject_changed', 'access.person_changed', 'access.team_changed', 'access.team_added', 'access.worker_alone', 'access.adoption_changed',
  ],
  keeping: [
    'access.break_the_glass', 'access.close_the_glass', 'access.review_glass', 'access.mark', 'access.exclude', 'access.end_exclusion', 'access.grant_sight', 'access.end_grant', 'access.name_on_list', 'access.put_on_list', 'access.take_off_list',
    'access.own_record', 'access.propose_sight', 'access.ask_for_sight', 'access.asked_of', 'access.send_request', 'access.decide_sight', 'access.withdraw_request', 'access.close_request', 'access.request_of', 'access.answers_request', 'access.my_requests',
    'access.name_for_adoption', 'access.take_off_adoption', 'access.on_adoption_list', 'access.may_hold_adoption', 'access.adoption_list', 'access.adoption_of', 'access.adoption_holders', 'access.may_keep', 'access.is_administrator', 'access.has_role',
  ],
  sealing: ['access.seal_adoption', 'access.same_words'],
  merging: ['access.merge', 'access.unmerge', 'access.may_merge', 'access.may_merge_otherwise', 'access.are_apart', 'access.part_merging', 'access.part_changed', 'access.survivor_of', 'access.everyone'],
} as const
export type RulesInDatabase = keyof typeof rules

type Place = Readonly<{ way: string; owner: Pool; pool: Pool; drop: () => Promise<void> }>
/** A copy of a database, with the ways into it. */
async function placeOf(templateUrl: string, name: string): Promise<Place> {
  const own = await ownDatabase(name, templateUrl)
  const way = await appUrl(own.ownerUrl)
  const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(way, 2)]
  // A rule that asks itself without end is noticed too.
  await owner.query(`alter database ${new URL(own.ownerUrl).pathname.slice(1)} set statement_timeout = '60s'`)
  return { way, owner, pool, drop: async () => { await Promise.all([owner.end(), pool.end()]); await own.drop() } }
}

type Council = Readonly<{ world: World; rows: Rows; sealable?: ReturnType<typeof sealableWorld> }>
const seed = 20261122

/** The fixed council, and some drawn ones with what happened to them. @throws when what is derived differs from its sources */
async function councilsIn({ owner }: Place): Promise<Council[]> {
  const fixed = fixedWorld()
  await writeWorld(owner, { ...fixed, stale: [] })
  deepStrictEqual((await differences(owner, fixed)).of, [])
  // A team begins to work with somebody whose brother was adopted: who finds the name of old changes with it. And a colleague comes onto the list of an adoption, and a team is founded, after which nothing is worked out again.
  const world = await letHappen(owner, fixed, [{ what: 'work', who: 1, which: 4, marking: 'open' }, { what: 'nameForAdoption', who: 2, which: 0, marking: 'open' }, { what: 'newTeam', who: 0, which: 0, marking: 'open' }])
  const councils = [{ world, rows: await writeRows(owner, world) }, ...(await someCouncils(owner, 8, seed))]
  deepStrictEqual((await differences(owner)).all, 0)
  // At last: what happens to teams works out what everybody reaches.
  await makeStale(owner, world)
  return councils
}

async function agree({ owner, pool }: Place, councils: readonly Council[]): Promise<void> {
  for (const { world, rows } of councils) await agreeIn(pool, owner, world, rows)
}

/** The fixed council alone, and ways to try everything that gives and takes sight in it. */
async function keptCouncil({ owner }: Place): Promise<Council[]> {
  const world = fixedWorld()
  await writeWorld(owner, world)
  await waysToTry(owner, world)
  return [{ world, rows: { relationships: [], notes: [], torn: [] } }]
}
async function keepingIsRight({ pool }: Place, councils: readonly Council[]): Promise<void> {
  for (const { world } of councils) await keepingAgrees(pool, world)
}
/** The fixed council with what stands on its records, for whoever seals an adoption. */
async function sealableCouncil({ owner }: Place): Promise<Council[]> {
  const sealable = sealableWorld()
  await writeSealable(owner, sealable)
  return [{ world: sealable.world, rows: { relationships: [], notes: [], torn: [] }, sealable }]
}
async function sealingIsRight({ pool }: Place, councils: readonly Council[]): Promise<void> {
  for (const { sealable } of councils) if (sealable) await sealingAgrees(pool, sealable)
}
/** Rules that are asked when somebody reads or acts: the councils they meet are written once. */
const askedOfWritten = { reading: { write: councilsIn, ask: agree }, keeping: { write: keptCouncil, ask: keepingIsRight }, sealing: { write: sealableCouncil, ask: sealingIsRight } } as const

const told = async (ask: () => Promise<void>): Promise<boolean> => ask().then(() => false, () => true)
/** Whether a mistake is noticed that was in the rules before anything was written; undefined when it cannot be put there. */
async function noticedFromTheStart(templateUrl: string, name: string, mutant: SqlMutant, group: RulesInDatabase): Promise<boolean | undefined> {
  const place = await placeOf(templateUrl, name)
  try {
    if (!(await place.owner.query(mutant.statement).then(() => true, () => false))) return undefined
    if (group === 'merging' && (await told(() => mergesAgree(place.owner, place.pool)))) return true
    return await told(async () => {
      await agree(place, await councilsIn(place))
      await agreeInAnyCouncil(place.pool, place.owner, 12, { seed, endOnFailure: true })
    })
  } finally {
    await place.drop()
  }
}

/** How long councils stay as they were written: an hour's sight ends in an hour. */
const stayMs = 20 * 60_000

/**
 * Puts each mutant into a copy of a migrated database and asks the proofs. One that cannot be put in is none.
 * Rules that are asked while reading meet councils already written first; what goes unnoticed there is asked again from the start.
 */
export async function databaseMutants(group: RulesInDatabase, many: number, heard: (line: string) => void, from?: number): Promise<Outcome> {
  const template = await ownDatabase(`mutants_${group}`)
  await migrate(template.ownerUrl)
  const first = openPool(template.ownerUrl, 1)
  const every = await sqlMutants(first, rules[group])
  const all = drawn(every.filter((mutant) => !isAlike(mutant)), many, from)
  await first.end()
  let [tried, next] = [0, 0]
  const unnoticed: string[] = []
  const lane = async (which: number): Promise<void> => {
    let written: { place: Place; councils: Council[]; at: number } | undefined
    const whenWritten = async ({ write, ask }: (typeof askedOfWritten)[keyof typeof askedOfWritten], mutant: SqlMutant, at: number): Promise<boolean | undefined> => {
      if (written && performance.now() - written.at > stayMs) written = await written.place.drop().then(() => undefined)
      if (!written) {
        const place = await placeOf(template.ownerUrl, `mutant_${group}_read_${which}_${at}`)
        written = { place, councils: await write(place), at: performance.now() }
      }
      const { place, councils } = written
      // A mistake can stay behind in a connection: each is asked through a new one, and now and then the rules as they are have to agree.
      const asked = async (): Promise<boolean> => {
        const pool = openPool(place.way, 2)
        return await told(() => ask({ ...place, pool }, councils)).finally(() => pool.end())
      }
      if (at % 40 < 2 && (await asked())) throw new Error('The rules as they are do not agree with the policy.')
      if (!(await place.owner.query(mutant.statement).then(() => true, () => false))) return undefined
      const noticed = await asked()
      await place.owner.query(mutant.rightly)
      return noticed
    }
    for (let at = next++; at < all.length; at = next++) {
      const mutant = all[at]
      if (!mutant) continue
      const first = group === 'reading' || group === 'keeping' || group === 'sealing' ? await whenWritten(askedOfWritten[group], mutant, at) : false
      const noticed = group === 'keeping' || group === 'sealing' || first !== false ? first : await noticedFromTheStart(template.ownerUrl, `mutant_${group}_${at}`, mutant, group)
      if (noticed === undefined) continue
      tried += 1
      heard(`${noticed ? 'noticed' : 'NOT NOTICED'} ${mutant.of}: ${mutant.was} with "${mutant.is}"`)
      if (!noticed) unnoticed.push(`${mutant.of}: ${mutant.was} with "${mutant.is}"`)
    }
    await written?.place.drop()
  }
  await Promise.all([lane(0), lane(1)])
  await template.drop()
  return { of: every.length, tried, noticed: tried - unnoticed.length, unnoticed }
}
