import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'

/** Somebody who asks: with a session, the people they may read and write about, and the team whose board they open. */
export type Actor = Readonly<{ who: string; id: string; session: string; people: readonly string[]; team: string; events: string | undefined; tray: number }>
type Rows = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>

const openWork = "state in ('open', 'waiting', 'returned')"

/** The worker whose tray comes nearest to the 110 open pieces of the load. */
async function usualWorker(rows: Rows): Promise<string> {
  const [found] = await rows<{ email: string }>(`
    select a.email from access.actor a join access.membership m on m.actor_id = a.id and m.role = 'worker' and m.valid_to is null join access.team t on t.id = m.team_id and t.kind = 'team' and t.domain = 'children'
      join (select worker_id, count(*) as pieces from work.item where ${openWork} group by 1) w on w.worker_id = a.id
    where a.active order by abs(w.pieces - 110), a.email limit 1`)
  if (!found) throw new Error('There is no worker with open work.')
  return found.email
}

export async function actorOf(rows: Rows, who: string, email: string): Promise<Actor> {
  const [actor] = await rows<{ id: string }>('select id from access.actor where email = $1', [email])
  if (!actor) throw new Error(`There is no account ${email}.`)
  const session = randomBytes(32).toString('hex')
  await rows("insert into access.session (token_hash, id, actor_id, last_at) values ($1, $2, $3, now() + interval '2 hours')", [createHash('sha256').update(session).digest(), newId(), actor.id])
  // People that are worked with now: the actor may read all of them and write about them. Nobody who was merged, marked or barred.
  const people = await rows<{ id: string }>(`
    select s.person_id as id from access.person_scope s join access.reach r on r.actor_id = $1 and (s.scope = any (r.scopes) or 'children' = any (r.wide_write))
    where s.sight = 'full' and s.may_write and s.domain = 'children' and s.until is null
      and not exists (select 1 from access.bar b where b.person_id = s.person_id) and not exists (select 1 from access.person_part p where s.person_id in (p.part_id, p.survivor_id))
    group by 1 order by md5(s.person_id::text) limit 400`, [actor.id])
  if (people.length < 2) throw new Error(`${email} works with nobody.`)
  // The longest record among those who were ever worked with.
  const [long] = await rows<{ id: string }>(`
    select e.person_id as id from chronology.event_person e where exists (
      select 1 from access.person_scope s join access.reach r on r.actor_id = $1 and (s.scope = any (r.scopes) or 'children' = any (r.wide)) where s.person_id = e.person_id and s.sight = 'full' and s.domain = 'children' and (s.until is null or s.until > now() + interval '1 day'))
      and not exists (select 1 from access.bar b where b.person_id = e.person_id) and not exists (select 1 from access.person_part p where e.person_id in (p.part_id, p.survivor_id))
    group by 1 order by count(*) desc limit 1`, [actor.id])
  const [team] = await rows<{ id: string }>("select m.team_id as id from access.membership m join access.team t on t.id = m.team_id where m.actor_id = $1 and t.kind in ('team', 'frontDoor') limit 1", [actor.id])
  const [busy] = await rows<{ id: string }>(`select team_id as id from work.item where ${openWork} and team_id is not null group by 1 order by count(*) desc limit 1`)
  const [tray] = await rows<{ pieces: number }>(`select count(*)::int as pieces from work.item where worker_id = $1 and ${openWork}`, [actor.id])
  return { who, id: actor.id, session, people: people.map((row) => row.id), team: team?.id ?? busy?.id ?? '', events: long?.id, tray: tray?.pieces ?? 0 }
}

/** The four kinds of actor of the measure. */
export async function fourActors(rows: Rows): Promise<readonly Actor[]> {
  return [
    await actorOf(rows, 'worker', await usualWorker(rows)), await actorOf(rows, 'manager', 'tom.hughes@ardenvale.example'),
    await actorOf(rows, 'front door', 'ffion.davies@ardenvale.example'), await actorOf(rows, 'head of service', 'margaret.ellison@ardenvale.example'),
  ]
}
