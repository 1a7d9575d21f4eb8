import { deepStrictEqual } from 'node:assert'
import type pg from 'pg'
import type { Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { byPolicy, lookedAt, nameOf, offNow, partsOf, reasonBefore, stateOf, why as reason, type Attempt } from './keptByPolicy.ts'
import { domains, hasFullSight, heldRoles, type World } from './policy.ts'
import { asActor } from './world.ts'

/** Ways for the proof alone, once what was asked for is written: to try one thing after the other, each as if the others had not been, and to read what stands in the tables then. */
export async function waysToTry(owner: pg.Pool, w: World): Promise<void> {
  const asked = JSON.stringify(w.requests ?? [])
  const client = await owner.connect()
  await client.query('begin; set local role kith_gate')
  await client.query(`insert into access.sight_request (id, person_id, actor_id, kind, domain, may_write, until, reason, asked_by, decision, decided_by)
    select gen_random_uuid(), person, actor, coalesce(kind, 'asked'), coalesce(domain, 'children'), coalesce(write, false), to_timestamp(until / 1000.0), $2, coalesce(by, actor), case when decided then 'declined' end, "decidedBy"
    from jsonb_to_recordset($1) x (person uuid, actor uuid, decided boolean, kind text, domain text, write boolean, until bigint, by uuid, "decidedBy" uuid)`, [asked, reasonBefore])
  await client.query(`with trays as (
      select gen_random_uuid() as id, q.id as request, x.person, t.whose, t.how, q.asked_by from jsonb_to_recordset($1) x (person uuid, actor uuid, tray jsonb, closed jsonb) join access.sight_request q on q.person_id = x.person and q.actor_id = x.actor cross join lateral (
        select one::uuid as whose, null as how from jsonb_array_elements_text(x.tray) one union all select (one ->> 0)::uuid, one ->> 1 from jsonb_array_elements(x.closed) one) t
    ), items as (insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, asked_by, opened_on, state, outcome, finished_on)
      select id, 'sightRequest', 'shared', 'sightRequest', request, whose, asked_by, current_date, case when how is null then 'open' else 'done' end, how, case when how is not null then current_date end from trays)
    insert into work.item_person (item_id, person_id, domain) select id, access.survivor_of(person), 'shared' from trays`, [asked])
  await client.query('insert into people.card (person_id, name) select * from jsonb_to_recordset($1) x (id uuid, name text) on conflict (person_id) do update set name = excluded.name', [JSON.stringify(w.people.map(({ id }) => ({ id, name: nameOf(id) })))])
  await client.query('commit')
  client.release()
  await owner.query(`
    create schema if not exists proof;
    grant usage on schema proof to kith_app, kith_gate;
    grant create on schema proof to kith_gate;
    create or replace function proof.try_each(calls text[], people jsonb, actors jsonb) returns jsonb language plpgsql as $$
    declare answer text; told jsonb := '[]'; one jsonb;
    begin
      for i in 1 .. cardinality(calls) loop
        begin
          execute calls[i] into answer;
          one := jsonb_build_object('answer', coalesce(answer, '-'), 'state', proof.state(array(select jsonb_array_elements_text(people -> (i - 1))::uuid), array(select jsonb_array_elements_text(actors -> (i - 1))::uuid))) || jsonb_strip_nulls(jsonb_build_object('belongings', proof.belongings()));
          raise exception using errcode = 'KT001';
        exception
          when sqlstate 'KT001' then null;
          when insufficient_privilege then one := to_jsonb('refused'::text);
          when check_violation then one := to_jsonb('impossible'::text);
          when unique_violation then one := to_jsonb('asked already'::text);
          when not_null_violation then one := to_jsonb('cannot be kept'::text);
          when no_data_found then one := to_jsonb('nobody to ask'::text);
        end;
        told := told || jsonb_build_array(one);
      end loop;
      return told;
    end $$;
    begin; set local role kith_gate;
    create or replace function proof.belongings() returns text[] language sql security definer as 'select null::text[]';
    create or replace function proof.state(people uuid[], actors uuid[]) returns text[] language sql security definer as $$
      select coalesce(array_agg(line order by line collate "C"), '{}') from (
        select 'marking ' || id || ' ' || marking as line from access.subject where id = any (people)
        union all select 'listed ' || person_id || ' ' || actor_id || ' ' || coalesce(((extract(epoch from until) * 1000)::bigint)::text, '-') from access.listed where person_id = any (people) and (until is null or until > now())
        union all select 'excluded ' || person_id || ' ' || actor_id || ' ' || coalesce(((extract(epoch from until) * 1000)::bigint)::text, '-') from access.exclusion where person_id = any (people) and (until is null or until > now())
        union all select 'granted ' || person_id || ' ' || actor_id || ' ' || domain || ' ' || may_write || ' ' || (extract(epoch from until) * 1000)::bigint from access.person_grant where person_id = any (people) and ended_at is null
        union all select 'glass ' || person_id || ' ' || actor_id from access.break_glass where person_id = any (people) and until > now()
        union all select 'besides ' || (select count(*) from access.subject where id <> all (people) and marking = 'open') || ' ' || (select count(*) from access.listed where person_id <> all (people) and (until is null or until > now()))
          || ' ' || (select count(*) from access.exclusion where person_id <> all (people) and (until is null or until > now())) || ' ' || (select count(*) from access.person_grant where person_id <> all (people) and ended_at is null)
          || ' ' || (select count(*) from access.break_glass where person_id <> all (people) and until > now())
          || ' ' || (select count(*) from access.sight_request where person_id <> all (people) and decision is null)
          || ' ' || (select count(*) from work.item i join access.sight_request q on q.id = i.subject_id where i.kind = 'sightRequest' and i.state = 'open' and q.person_id <> all (people))
          || ' ' || (select count(*) from access.adoption_listed l join access.adoption a on a.id = l.adoption_id where a.old_id <> all (people) and (l.until is null or l.until > now()))
        union all select 'request ' || person_id || ' ' || actor_id || ' ' || kind || ' ' || domain || ' ' || may_write || ' ' || coalesce(((extract(epoch from until) * 1000)::bigint)::text, '-') || ' ' || asked_by || ' ' || coalesce(decision, '-') || ' ' || coalesce(decided_by::text, '-') || ' ' || reason || ' ' || coalesce(words, '-') from access.sight_request where person_id = any (people)
        union all select 'tray ' || q.actor_id || ' ' || i.worker_id from work.item i join access.sight_request q on q.id = i.subject_id where i.kind = 'sightRequest' and i.state = 'open' and q.person_id = any (people)
        union all select 'closed ' || q.actor_id || ' ' || i.worker_id || ' ' || i.outcome from work.item i join access.sight_request q on q.id = i.subject_id where i.kind = 'sightRequest' and i.state = 'done' and q.person_id = any (people)
        union all select 'adoption ' || a.old_id || ' ' || l.actor_id || ' ' || coalesce(((extract(epoch from l.until) * 1000)::bigint)::text, '-') from access.adoption_listed l join access.adoption a on a.id = l.adoption_id where a.old_id = any (people) and (l.until is null or l.until > now())
        union all select 'own ' || id || ' ' || coalesce(person_id::text, '-') || ' ' || version from access.actor where id = any (actors)
        union all select what || ' ' || marking || ' ' || array_to_string(array(select n::text from unnest(named) n order by 1), ',') || ' ' || coalesce(whom::text, '-') || ' ' || coalesce(((extract(epoch from until) * 1000)::bigint)::text, '-')
          from access.marking_change where person_id = any (people) and changed_at = now() and changed_by = access.actor()
        union all select 'since ' || person_id || ' ' || actor_id from access.listed where person_id = any (people) and since = now() and given_by = access.actor()
        union all select 'off ' || person_id || ' ' || actor_id from access.listed where person_id = any (people) and until = now()
        union all select 'reviewed ' || person_id || ' ' || actor_id from access.break_glass where reviewed_at = now() and reviewed_by = access.actor()
        union all select 'kept ' || person_id || ' ' || actor_id from access.exclusion where since = now() and given_by = access.actor()
        union all select 'given ' || person_id || ' ' || actor_id from access.person_grant where given_at = now() and given_by = access.actor()
        union all select 'endedExclusion ' || person_id || ' ' || actor_id from access.exclusion where until = now() and ended_by = access.actor()
        union all select 'endedGrant ' || person_id || ' ' || actor_id from access.person_grant where ended_at = now() and ended_by = access.actor()) x
    $$;
    create or replace function proof.id_of(of_table text, person uuid, actor uuid) returns uuid language plpgsql security definer as $$
    declare found_id uuid;
    begin
      execute format('select id from access.%I where person_id = $1 and actor_id = $2 order by id limit 1', of_table) into found_id using person, actor;
      return found_id;
    end $$;
    create or replace function proof.adoption_of(old uuid) returns uuid language sql security definer as $$ select id from access.adoption where old_id = old $$;
    create or replace function proof.adoptions() returns table (id uuid, old_id uuid) language sql security definer as $$ select id, old_id from access.adoption $$;
    create or replace function proof.requests() returns setof uuid language sql security definer as $$ select id from access.sight_request $$;
    grant execute on all functions in schema proof to kith_app;
    commit; revoke create on schema proof from kith_gate`)
}

const day = 86_400_000
const pickFrom = <One>(all: readonly One[], n: number): One => all[Math.abs(n) % all.length]!

/** What one account tries, of everything there is: mostly of records that it may keep, and of some others, with a colleague of another kind each time. */
function attemptsOf(w: World, by: string, at: number): readonly Attempt[] {
  const marked = new Set(w.people.filter((p) => p.marking !== 'open').map((p) => p.id))
  const mine = w.people.map((p) => p.id).filter((id) => hasFullSight(w, by, id, 'shared', true))
  const others = w.people.map((p) => p.id).filter((id) => !mine.includes(id))
  const some = <One>(all: readonly One[], many: number) => all.filter((_, i) => (i + at) % Math.max(1, Math.ceil(all.length / many)) === 0)
  const people = [...mine.filter((id) => marked.has(id)), ...some(mine.filter((id) => !marked.has(id)), 8), ...some(others, 8)]
  const near = (person: string) => [...new Set([...w.listed, ...w.exclusions, ...w.glass].filter((one) => partsOf(w, person).includes(one.person)).map((one) => one.actor))]
  const administrators = w.actors.filter((one) => heldRoles(w, one).includes('administrator')).map((one) => one.id)
  const notStaff = w.actors.filter((one) => !one.active || one.kind !== 'staff').map((one) => one.id)
  const [soon, over] = [w.now + day, w.now - day]
  return [
    ...people.flatMap((person, i): Attempt[] => {
      const n = i * 7 + at * 3
      const [domain, whom, other] = [pickFrom(domains, n), pickFrom(w.actors, n).id, pickFrom(w.actors, n + 11).id]
      const known = near(person)
      const [listed, administrator, stranger] = [pickFrom([...known, whom], n), pickFrom(administrators, n), pickFrom(notStaff, n)]
      return [
        { by, what: 'open', person, hours: pickFrom([0, 1, 5, 8, 9], n) }, { by, what: 'close', person }, { by, what: 'ask', person, domain },
        { by, what: 'mark', person, marking: pickFrom(['open', 'restricted', 'sealed'], n), named: i % 5 === 0 ? [] : [whom, other].slice(0, 1 + (n % 2)) },
        { by, what: 'mark', person, marking: 'sealed', named: [listed] }, { by, what: 'mark', person, marking: 'open', named: [] }, { by, what: 'mark', person, marking: 'open', named: [listed] },
        ...[...new Set([...known.slice(0, 6), administrator, stranger])].map((one): Attempt => ({ by, what: 'mark', person, marking: 'restricted', named: [one, by] })),
        { by, what: 'exclude', person, whom, until: pickFrom([undefined, soon], n) }, { by, what: 'exclude', person, whom: by, until: undefined },
        ...([by, whom, other, administrator, stranger].map((one, k): Attempt => ({ by, what: 'grant', person, whom: one, domain: k === 1 ? 'shared' : domain, write: n % 2 === 0, until: n % 9 === 0 ? over : soon }))),
        ...([by, whom, other, administrator, stranger, ...known.slice(0, 4)].map((one, k): Attempt => ({ by, what: 'name', person, whom: one, until: pickFrom([undefined, soon, soon, over], n + k) }))),
        ...[...known.slice(0, 6), whom].map((one): Attempt => ({ by, what: 'takeOff', person, whom: one })),
        { by, what: 'tie', person, whom: n % 5 === 0 ? by : whom },
        ...([by, whom, listed, stranger].map((one, k): Attempt => ({ by, what: 'propose', person, whom: one, domain: k === 1 ? 'shared' : domain, until: (n + k) % 7 === 0 ? over : soon }))),
      ]
    }),
    // Whom a request goes to is told of everybody.
    ...w.people.filter(({ id }) => !people.includes(id)).map(({ id }): Attempt => ({ by, what: 'ask', person: id, domain: 'children' })),
    ...w.exclusions.map((_, exclusion): Attempt => ({ by, what: 'endExclusion', exclusion })),
    ...w.grants.map((_, grant): Attempt => ({ by, what: 'endGrant', grant })),
    ...(w.requests ?? []).flatMap((q, request): Attempt[] => [
      ...(['given', 'declined', 'answered'] as const).map((how, k): Attempt => ({ by, what: 'decide', request, how, until: how === 'given' ? soon : undefined, said: pickFrom([reason, undefined, ''], at + request + k) })),
      { by, what: 'decide', request, how: 'given', until: soon, said: '' },
      { by, what: 'decide', request, how: 'given', until: pickFrom([undefined, over], at + request) }, { by, what: 'withdraw', request },
    ]),
    ...w.adoptions.flatMap((a, adoption): Attempt[] => w.actors.filter((one, i) => one.id === by || a.listed.some((l) => l.actor === one.id) || heldRoles(w, one).includes('adoption') || (i + at) % 9 === 0).flatMap(({ id: whom }): Attempt[] => (
      // Whoever is not on the list tries it now and then only.
      a.listed.some((l) => l.actor === by) || (adoption + at) % 5 === 0 ? [{ by, what: 'nameForAdoption', adoption, whom }, { by, what: 'takeOffAdoption', adoption, whom }] : []))),
    ...w.glass.map((_, glass): Attempt => ({ by, what: 'review', glass })), ...w.glass.filter((g) => g.actor === by).map(({ person }): Attempt => ({ by, what: 'close', person })),
  ]
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`
const moment = (until: number | undefined) => (until === undefined ? 'null' : `${text(new Date(until).toISOString())}::timestamptz`)
const why = text(reason)

/** The call of the database that a command of this kind makes, and about whom. */
function callOf(w: World, a: Attempt): string {
  const idOf = (table: string, one: { person: string; actor: string } | undefined) => `(select proof.id_of('${table}', ${text(one?.person ?? '')}, ${text(one?.actor ?? '')}))`
  switch (a.what) {
    case 'open': return `select (extract(epoch from access.break_the_glass(gen_random_uuid(), ${text(a.person)}, ${why}, ${a.hours}) - now()) / 3600)::int`
    case 'close': return `select access.close_the_glass(${text(a.person)})`
    case 'review': return `select access.review_glass(${idOf('break_glass', w.glass[a.glass])}, ${why})`
    case 'mark': return `select access.mark(gen_random_uuid(), ${text(a.person)}, ${text(a.marking)}, ${text(`{${a.named.join(',')}}`)}, ${why})`
    case 'exclude': return `select access.exclude(gen_random_uuid(), ${text(a.person)}, ${text(a.whom)}, ${why}, ${moment(a.until)})`
    case 'endExclusion': return `select access.end_exclusion(${idOf('exclusion', w.exclusions[a.exclusion])}, ${why})`
    case 'grant': return `select access.grant_sight(gen_random_uuid(), ${text(a.person)}, ${text(a.whom)}, ${text(a.domain)}, ${a.write}, ${moment(a.until)}, ${why})`
    case 'endGrant': return `select access.end_grant(${idOf('person_grant', w.grants[a.grant])}, ${why})`
    case 'name': return `select access.name_on_list(gen_random_uuid(), ${text(a.person)}, ${text(a.whom)}, ${moment(a.until)}, ${why})`
    case 'takeOff': return `select access.take_off_list(gen_random_uuid(), ${text(a.person)}, ${text(a.whom)}, ${why})`
    case 'tie': return `select access.own_record(${text(a.whom)}, ${text(a.person)})`
    case 'propose': return `select access.propose_sight(gen_random_uuid(), ${text(a.person)}, ${text(a.whom)}, ${text(a.domain)}, true, ${moment(a.until)}, ${why})`
    case 'ask': return `select access.ask_for_sight(gen_random_uuid(), ${text(a.person)}, ${text(a.domain)}, ${why})`
    case 'decide': return `select access.decide_sight(${idOf('sight_request', w.requests?.[a.request])}, ${text(a.how)}, ${moment(a.until)}, ${a.said === undefined ? 'null' : text(a.said)})`
    case 'withdraw': return `select access.withdraw_request(${idOf('sight_request', w.requests?.[a.request])})`
    case 'nameForAdoption': return `select access.name_for_adoption(proof.adoption_of(${text(w.adoptions[a.adoption]?.old ?? '')}), ${text(a.whom)}, ${why})`
    case 'takeOffAdoption': return `select access.take_off_adoption(proof.adoption_of(${text(w.adoptions[a.adoption]?.old ?? '')}), ${text(a.whom)}, ${why})`
  }
}

const personOf = (w: World, a: Attempt): string => ('person' in a ? a.person : 'adoption' in a ? (w.adoptions[a.adoption]?.old ?? '') : ('request' in a ? w.requests?.[a.request] : 'exclusion' in a ? w.exclusions[a.exclusion] : 'grant' in a ? w.grants[a.grant] : w.glass[a.glass])?.person ?? '')

/** Every account tries what accounts try, and each time the database answers, refuses and keeps what the policy says. @throws at the first difference @returns how many were tried */
export async function keepingAgrees(pool: pg.Pool, w: World, every = 1): Promise<number> {
  for (const { id, active } of w.actors) if (active) deepStrictEqual(await asActor(pool, id, (db) => looksOf(db, w)), lookedAt(w, id))
  let tried = 0
  for (const [at, { id: by, active }] of w.actors.entries()) {
    if (!active) continue
    const attempts = attemptsOf(w, by, at).filter((_, i) => (i + at) % every === 0)
    tried += attempts.length
    const people = attempts.map((a) => partsOf(w, personOf(w, a)))
    const actors = attempts.map((a) => ('whom' in a ? [a.whom] : []))
    const told = await asActor(pool, by, (db) => db.one<{ told: unknown[] }>(sql`select proof.try_each(${attempts.map((a) => callOf(w, a))}::text[], ${JSON.stringify(people)}::jsonb, ${JSON.stringify(actors)}::jsonb) as told`))
    for (const [i, a] of attempts.entries()) {
      const said = byPolicy(w, a)
      const expected = typeof said === 'string' ? said : { answer: said.answer, state: [...stateOf(said.after, personOf(w, a), actors[i]!), ...(said.history ?? []), ...offNow(w, said.after, personOf(w, a))].toSorted() }
      deepStrictEqual({ a, told: told.told[i] }, { a, told: expected })
    }
  }
  return tried
}

/** What the database tells whoever came in about requests and adoptions. */
const looksOf = async (db: Db, w: World): Promise<readonly string[]> => (await db.one<{ told: string[] }>(sql`
  select coalesce(array_agg(line order by line collate "C"), '{}') as told from (
    select 'holder ' || actor_id as line from access.adoption_holders()
    union all select 'list ' || a.old_id || ' ' || l.actor_id || ' ' || coalesce(((extract(epoch from l.until) * 1000)::bigint)::text, '-') from proof.adoptions() a cross join lateral access.adoption_list(a.id) l
    union all select 'of ' || p || ' ' || a.old_id || ' ' || o.is_old || ' ' || coalesce(o.other_id::text, '-') || ' ' || coalesce(o.other_name, '-') from unnest(${w.people.map((p) => p.id)}::uuid[]) p cross join lateral access.adoption_of(p) o join proof.adoptions() a on a.id = o.id
    union all select 'request ' || r.person_id || ' ' || r.actor_id || ' ' || r.may_give || ' ' || access.answers_request(q) from proof.requests() q cross join lateral access.request_of(q) r
    union all select 'mine ' || p || ' ' || coalesce(m.decision, '-') from unnest(${w.people.map((p) => p.id)}::uuid[]) p cross join lateral access.my_requests(p) m) x`)).told
