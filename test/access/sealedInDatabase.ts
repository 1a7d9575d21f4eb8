import { deepStrictEqual } from 'node:assert'
import type pg from 'pg'
import { addDays } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { fixedWorld } from './fixedWorld.ts'
import { offNow, partsOf, stateOf, why } from './keptByPolicy.ts'
import { waysToTry } from './keptInDatabase.ts'
import { heldRoles, type World } from './policy.ts'
import { belongingsOf, sealByPolicy, type Belongings, type Home, type Placed, type Seal, type Tie, type Told } from './sealedByPolicy.ts'
import { asActor, writeWorld } from './world.ts'

const day = 86_400_000

/** The fixed council with more of those who could seal an adoption, and what stands on the records of some children: homes, ties, numbers, care and work. */
export function sealableWorld(): { world: World; belongings: Belongings; seals: readonly Seal[] } {
  const fixed = fixedWorld()
  const byName = new Map([...fixed.people, ...fixed.actors].map(({ id }) => [fixed.nameOf(id), id]))
  const idOf = (name: string): string => {
    const id = byName.get(name)
    if (id === undefined) throw new Error(`Nobody is called ${name}.`)
    return id
  }
  const team = fixed.teams.filter((one) => one.kind === 'team').at(-1)!.id
  const listed = (person: string, actor: string, until?: number) => ({ person: idOf(person), actor: idOf(actor), until })
  const world: World = {
    ...fixed, stale: [],
    listed: [...fixed.listed, listed('sealedInto', 'familyWorker'), listed('sealedPart', 'familyWorker'), listed('sealedPart', 'courtManager'), listed('strictPart', 'familyWorker'), listed('merged', 'twoTeams', fixed.now + day), listed('mergedPart', 'twoTeams', fixed.now - day), listed('mergedPart', 'keptWorker')],
    exclusions: [...fixed.exclusions, { person: idOf('mergedPart'), actor: idOf('lawyer'), until: undefined }, { person: idOf('ours'), actor: idOf('adultsManager'), until: fixed.now - day }],
    involvements: [...fixed.involvements, ...[5, -3, 0].map((days) => ({ person: idOf('ours'), team, domain: 'children' as const, to: addDays(fixed.today, days) })), { person: idOf('mergedPart'), team, domain: 'children', superseded: true }],
  }

  const on = (person: string, domain = 'shared') => ({ id: newId(), person: idOf(person), domain })
  const home = (person: string, at: Partial<Home>): Home => ({ ...on(person), line: 'Elsewhere', ...at })
  const tie = (one: string, kind: string, other: string, more: Partial<Tie> = {}): Tie => ({ id: newId(), one: idOf(one), other: idOf(other), kind, domain: 'shared', ...more })
  const told = (person: string, kind: string, value: string): Told => ({ ...on(person), kind, value })
  const placed = (person: string, kind: string, place: string, household?: string): Placed => ({ ...on(person, 'children'), kind, place, ...(household ? { household } : {}) })
  const [theirs, other, foster] = [newId(), newId(), newId()]
  const olds = ['ours', 'mergedPart', 'sealedInto']
  const states = [['open', 'running'], ['waiting', 'paused'], ['returned', 'running'], ['done', 'running'], ['open', 'met']] as const
  const work = (people: readonly string[], state: string, clock: string, more: Partial<Belongings['work'][number]> = {}) => ({ id: newId(), people: people.map(idOf), state, version: 1, ...(['done', 'cancelled'].includes(state) ? { endedOn: fixed.today, reason: 'Moved away' } : {}), clock: { id: newId(), state: clock }, ...more })
  const belongings: Belongings = {
    // Who adopts: `unknown` and `ended366` the one child, `ended365` another; a foster carer whose tie was corrected is none.
    ties: [
      tie('unknown', 'adoptiveParent', 'both'), tie('both', 'otherRelative', 'ended366'), tie('ended365', 'adoptiveParent', 'both', { corrected: true }), tie('ended365', 'adoptiveParent', 'kept'), tie('unknown', 'adoptiveParent', 'shared'), tie('unknown', 'adoptiveParent', 'mergedPart'), tie('unknown', 'adoptiveParent', 'workerOnly'),
      ...olds.flatMap((old) => [tie('unknown', 'fosterCarer', old), tie(old, 'friend', 'ended366'), tie('ended365', 'neighbour', old), tie(old, 'lodger', 'ended365'), tie('ended200', 'parent', old), tie('workedByStrangers', 'parent', old, { domain: 'children' }), tie('allegation', 'parent', old, { corrected: true }), tie('workerEnded', 'otherRelative', old)]),
      tie('ended200', 'parent', 'listedOne'), tie('ended200', 'parent', 'listedNone', { corrected: true }), tie('ended200', 'parent', 'sharedMarked', { domain: 'legal' }), tie('ended200', 'stepParent', 'adopted'), tie('ended200', 'parent', 'both'), tie('workedByStrangers', 'parent', 'kept'), tie('allegation', 'parent', 'kept'), tie('workerEnded', 'parent', 'kept'),
      tie('ours', 'sibling', 'adult'), tie('early', 'halfSibling', 'ours'), tie('ours', 'stepSibling', 'shared'), tie('ownRecord', 'twin', 'ours'), tie('ours', 'cousin', 'legalAdvice'), tie('ours', 'sibling', 'adoptedNew', { domain: 'adoption' }), tie('sealedNone', 'sibling', 'ours', { domain: 'adults' }),
      tie('ours', 'sibling', 'sealedOld', { corrected: true }), tie('adoptedOld', 'sibling', 'ours', { corrected: true }), tie('ours', 'sibling', 'kept'), tie('both', 'friend', 'allegation', { corrected: true }), tie('kept', 'notKnown', 'mergedPart'), tie('merged', 'sibling', 'mergedPart'), tie('mergedPart', 'sibling', 'adult'), tie('brother', 'sibling', 'merged'),
    ],
    homes: [
      home('both', { household: theirs }), home('unknown', { uprn: '100' }), home('unknown', { postcode: 'AB1 2CD', line: '1 High Street' }), home('ended366', { household: foster }), home('ended365', { household: other, uprn: '200', postcode: 'ZZ1 1ZZ', line: '9 Low Road' }), home('mergedPart', { household: other }),
      ...olds.flatMap((old) => [
        home(old, { household: theirs }), home(old, { household: other }), home(old, { uprn: '100' }), home(old, { uprn: '200' }), home(old, { postcode: 'ab12cd', line: ' 1 HIGH street ' }), home(old, { postcode: 'AB1 2CD', line: '2 High Street' }), home(old, { postcode: 'AB1 2CE', line: '1 High Street' }), home(old, { household: foster, postcode: 'ZZ11ZZ', line: '9 Low Road' }), home(old, { postcode: 'ZZ11ZZ', line: '9 low road' }), home(old, {}),
      ]),
      home('early', { household: theirs }),
    ],
    told: [
      told('both', 'school', 'St Mary’s, Arden'), told('unknown', 'phone', '+44 7700 900 123'), told('ended366', 'gp', 'Elm Practice'), told('ended366', 'email', 'home@mail.example'), told('unknown', 'occupation', 'Baker'), told('ended365', 'school', 'Oak School'), told('early', 'school', 'St Mary’s, Arden'),
      ...olds.flatMap((old) => [told(old, 'school', 'ST MARYS ARDEN'), told(old, 'school', 'Oak School'), told(old, 'gp', 'elm practice'), told(old, 'phone', '07700 900123'), told(old, 'phone', '07700 900124'), told(old, 'email', 'Home@mail.example'), told(old, 'gp', 'Oak School'), told(old, 'occupation', 'Baker')]),
    ],
    cared: [...olds, 'both', 'early'].flatMap((person) => ['familyFinding', 'link', 'decisionAsked', 'health'].map((kind) => ({ ...on(person, 'children'), kind }))),
    placed: [...olds.flatMap((old) => [placed(old, 'adoptionConsented', 'The Elms', theirs), placed(old, 'foster', ' the elms'), placed(old, 'foster', 'Ash House', theirs), placed(old, 'foster', 'Ash House', other), placed(old, 'residential', 'Beech')]), placed('both', 'adoptionConsented', 'Beech', other), placed('both', 'foster', 'The Elms', theirs)],
    // `sealedInto` has no other name; one of `ours` was corrected, or stands in the adoption file already.
    names: [
      ...[['ours', 'Birth'], ['ours', 'Jones-Hall'], ['ours', 'Oldham'], ['merged', 'Birth'], ['mergedPart', 'jones hall'], ['sealedInto', 'Joneshall'], ['sealedPart', 'Oldham'], ['strictPart', 'Jones Hall'], ['early', 'Jones Hall']].map(([person, family]) => ({ ...on(person!), family: family! })),
      { ...on('both'), family: 'Jones Hall' }, { ...on('unknown'), family: 'Oldham' }, { ...on('both', 'adoption'), family: 'Birth' }, { ...on('ours', 'adoption'), family: 'Elder' }, { ...on('sealedInto'), family: 'Other', corrected: true }, { ...on('ours', 'children'), family: 'Jones Hall' }, { ...on('ours'), family: 'Oldham', corrected: true }, { ...on('strictPart', 'children'), family: 'Another' }, { ...on('kept'), family: 'Jones Hall' },
    ],
    numbers: [{ ...on('kept'), value: '943 476 5919' }, { ...on('mergedPart'), value: '9434765919', corrected: true }, { ...on('ours'), value: 'h801200001001' }, { ...on('both'), value: 'H801200001001', corrected: true }, { ...on('shared'), value: 'H 801200001001' }, { ...on('early'), value: '9434765919' }],
    work: [
      ...olds.flatMap((old) => states.map(([state, clock]) => work([old], state, clock))), ...olds.flatMap((old) => [work([old, 'early'], 'open', 'running'), work(['early', old], 'waiting', 'paused'), work([old], 'open', 'running', { clock: { id: newId(), state: 'running', corrected: true } })]),
      work(['merged', 'mergedPart'], 'open', 'running'), work(['early'], 'open', 'running'), work(['early'], 'cancelled', 'running'), work(['early'], 'cancelled', 'running', { endedOn: addDays(fixed.today, -1), reason: 'The record is closed' }), work(['early'], 'done', 'running', { reason: 'The record is closed' }), work([], 'open', 'running'),
    ],
  }

  const pairs = [['ours', 'both'], ['ours', 'shared'], ['ours', 'kept'], ['merged', 'both'], ['mergedPart', 'kept'], ['mergedPart', 'shared'], ['sealedInto', 'both'], ['sealedPart', 'shared'], ['both', 'merged'], ['ours', 'ours'], ['merged', 'mergedPart'], ['brother', 'both'], ['ours', 'early'], ['both', 'strictInto'], ['strictInto', 'both'], ['strictPart', 'workerOnly'], ['both', 'listedOne'], ['sealedNone', 'both'], ['both', 'sealedInto']]
    .map(([old, became]) => [idOf(old!), idOf(became!)] as const)
  const lists = [[], ['twoTeams', 'courtWorker', 'twoTeams'], ['adultsManager', 'lawyer'], ['administratorWhoWorks'], ['familyManager'], ['left'], ['teacher'], ['childrenWorker', 'adultsManager']].map((names) => names.map(idOf))
  const seals = world.actors.filter((one) => one.active).flatMap(({ id: by }, at) => pairs.flatMap(([old, became], i) => {
    const some = (['familyWorker', 'administratorWhoWorks'].includes(fixed.nameOf(by))) && i < 8 ? lists : heldRoles(world, world.actors.find((one) => one.id === by)!).includes('adoption') ? lists.slice(0, 2) : (i + at) % 6 === 0 ? lists.slice(0, 1) : []
    return some.map((named) => ({ by, old, became, named }))
  }))
  return { world, belongings, seals }
}

/** Writes the council and what stands on its records, and ways to try. */
export async function writeSealable(owner: pg.Pool, { world, belongings: b }: Readonly<{ world: World; belongings: Belongings }>): Promise<void> {
  await writeWorld(owner, world)
  await waysToTry(owner, world)
  const client = await owner.connect()
  const put = (statement: string, rows: readonly unknown[]) => client.query(statement, [JSON.stringify(rows)])
  const from = (shape: string) => `from jsonb_to_recordset($1) x (${shape})`
  await client.query('begin; set local role kith_gate')
  await put(`insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn) select id, person, domain, 'home', household, array[line], postcode, uprn ${from('id uuid, person uuid, domain text, household uuid, uprn text, postcode text, line text')}`, b.homes)
  await put(`insert into people.relationship (id, person_id, other_id, domain, kind, superseded_at) select id, one, other, domain, kind, case when corrected then now() end ${from('id uuid, one uuid, other uuid, domain text, kind text, corrected boolean')}`, b.ties)
  await put(`insert into people.fact (id, person_id, domain, kind, value) select id, person, domain, kind, value ${from('id uuid, person uuid, domain text, kind text, value text')}`, b.told)
  await put(`insert into care.fact (id, fact_id, person_id, domain, kind, held_on, answers) select id, id, person, domain, kind, current_date, '{}' ${from('id uuid, person uuid, domain text, kind text')}`, b.cared)
  await put(`insert into care.placement (id, placement_id, person_id, domain, kind, place_name, household_id, valid_from, superseded_at) select id, id, person, domain, kind, place, household, current_date, now() ${from('id uuid, person uuid, domain text, kind text, place text, household uuid')}`, b.placed)
  await put(`insert into people.name (id, person_id, domain, kind, given, family, superseded_at) select id, person, domain, 'knownAs', 'Ava', family, case when corrected then now() end ${from('id uuid, person uuid, domain text, family text, corrected boolean')}`, b.names)
  await put(`insert into people.identifier (id, person_id, kind, value, superseded_at) select id, person, 'other', value, case when corrected then now() end ${from('id uuid, person uuid, value text, corrected boolean')}`, b.numbers)
  await put(`insert into work.item (id, kind, domain, opened_on, state, finished_on, reason) select id, 'visit', 'children', current_date, state, "endedOn", reason ${from('id uuid, state text, "endedOn" date, reason text')}`, b.work)
  await put(`insert into work.item_person (item_id, person_id, domain) select id, p::uuid, 'children' ${from('id uuid, people jsonb')} cross join jsonb_array_elements_text(people) p`, b.work)
  await put(`insert into work.clock (id, item_id, subject_kind, subject_id, duty, started_on, state, superseded_at) select (clock ->> 'id')::uuid, id, 'work', id, 'visit', current_date, clock ->> 'state', case when (clock ->> 'corrected')::boolean then now() end ${from('id uuid, clock jsonb')}`, b.work)
  await client.query('commit')
  // What is read of all this beside who may see whom.
  await client.query(`grant create on schema proof to kith_gate; begin; set local role kith_gate;
    create or replace function proof.belongings() returns text[] language sql security definer as $$
      select array_agg(line order by line collate "C") from (
        select 'home ' || id || ' ' || domain as line from people.address union all select 'tie ' || id || ' ' || domain from people.relationship union all select 'told ' || id || ' ' || domain from people.fact union all select 'name ' || id || ' ' || domain from people.name
        union all select 'cared ' || id || ' ' || domain from care.fact union all select 'placed ' || id || ' ' || domain from care.placement
        union all select 'work ' || id || ' ' || state || ' ' || coalesce(finished_on::text, '-') || ' ' || coalesce(reason, '-') || ' ' || version from work.item where kind = 'visit'
        union all select 'clock ' || id || ' ' || state || ' ' || coalesce(met_on::text, '-') || ' ' || coalesce(reason, '-') from work.clock
        union all select 'works ' || person_id || ' ' || coalesce(team_id::text, '-') || ' ' || coalesce(worker_id::text, '-') || ' ' || domain || ' ' || coalesce(to_on::text, '-') from access.involvement
        union all select 'adoption ' || old_id || ' ' || new_id || case when sealed_at = now() then ' ' || order_on || ' ' || reason || ' ' || sealed_by else '' end from access.adoption
        union all select 'left ' || old_id || ' ' || sibling_id from access.left_behind
        union all select 'derived rows that differ: ' || access.scope_difference()) x
    $$;
    commit; revoke create on schema proof from kith_gate`)
  client.release()
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

/** Everybody seals what could be sealed, each as if the others had not, and the database answers, refuses and moves what the policy says. @throws at the first difference @returns how many were sealed */
export async function sealingAgrees(pool: pg.Pool, { world, belongings, seals }: ReturnType<typeof sealableWorld>, every = 1): Promise<number> {
  const before = belongingsOf(world, belongings)
  let done = 0
  for (const [at, { id: by }] of world.actors.entries()) {
    const mine = seals.filter((seal) => seal.by === by).filter((_, i) => (i + at) % every === 0)
    if (mine.length === 0) continue
    const calls = mine.map((seal) => `select access.seal_adoption(gen_random_uuid(), ${text(seal.old)}, ${text(seal.became)}, ${text(`{${seal.named.join(',')}}`)}, ${text(world.today)}, ${text(why)})`)
    const people = mine.map((seal) => partsOf(world, seal.old))
    const { told } = await asActor(pool, by, (db) => db.one<{ told: unknown[] }>(sql`select proof.try_each(${calls}::text[], ${JSON.stringify(people)}::jsonb, ${JSON.stringify(mine.map(() => []))}::jsonb) as told`))
    for (const [i, seal] of mine.entries()) {
      const said = sealByPolicy(world, belongings, seal)
      if (said !== 'refused') done += said.answer === 'done' ? 1 : 0
      const expected = said === 'refused' ? said : {
        answer: said.answer, state: [...stateOf(said.after, seal.old, []), ...said.history, ...offNow(world, said.after, seal.old)].toSorted(), belongings: said.sealedBy ? belongingsOf(said.after, said.belongings, said.sealedBy) : before,
      }
      deepStrictEqual({ seal, told: told[i] }, { seal, told: expected })
    }
  }
  return done
}
