import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { postsApart } from '../../../record/access/model/posts.ts'
import type { Earlier, Taker } from '../model/shown.ts'

/** What the record holds of these people (all their part ids) from before: contacts and what was decided, referrals, assessments; newest first. */
export async function earlierAbout(db: Db, ids: readonly string[], butContact: string, butReferrals: readonly string[]): Promise<Earlier[]> {
  if (ids.length === 0) return []
  return db.rows<Earlier>(sql`
    with mine as (select unnest(${ids}::uuid[]) as id),
    contact as (
      select 'contact' as kind, c.id, c.received_on as "on", array(select cp.person_id::text from contacts.contact_person cp where cp.contact_id = c.id and cp.role = 'child') as people,
        'Contact from ' || coalesce(c.from_agency, c.from_name, case c.from_kind when 'anonymous' then 'somebody who gave no name' else 'somebody' end) as title,
        case c.state when 'open' then 'Not decided yet.' when 'cancelled' then 'Cancelled: ' || coalesce(c.reason, '') else (select d.reason from contacts.decision d where d.contact_id = c.id and d.superseded_at is null limit 1) end as words,
        '/contacts/' || c.id as href, array(select distinct dp.outcome from contacts.decision d join contacts.decision_person dp on dp.decision_id = d.id where d.contact_id = c.id and d.superseded_at is null) as outcomes
      from contacts.contact c where c.id <> ${butContact} and c.state <> 'draft' and c.id in (select contact_id from contacts.contact_person join mine on mine.id = person_id)
    ), referral as (
      select 'referral', r.id, coalesce(r.closed_on, r.received_on), array(select rp.person_id::text from contacts.referral_person rp where rp.referral_id = r.id),
        case when r.closed_on is not null then 'Case closed' else 'Referral' end,
        case when r.closed_on is not null then coalesce(r.close_reason, 'No reason was recorded.') end, case when r.contact_id is not null then '/contacts/' || r.contact_id end, '{}'::text[]
      from contacts.referral r where not (r.id = any (${butReferrals}::uuid[])) and (r.contact_id is null or r.closed_on is not null) and r.id in (select referral_id from contacts.referral_person join mine on mine.id = person_id)
    ), assessment as (
      select 'assessment', a.id, coalesce(a.authorised_on, a.started_on), array(select ap.person_id::text from assessments.assessment_person ap where ap.assessment_id = a.id),
        'Child and family assessment', case a.outcome when 'noFurtherAction' then 'No further action.' when 'stepDown' then 'Stepped down to early help.' when 'childInNeedPlan' then 'Child in need plan.' when 'strategyDiscussion' then 'Strategy discussion.'
          else case when a.state in ('open', 'sent', 'returned') then 'Not finished yet.' end end, '/assessments/' || a.item_id || case when a.state in ('open', 'returned') then '' else '/read' end, '{}'::text[]
      from assessments.assessment a where a.state <> 'cancelled' and a.id in (select assessment_id from assessments.assessment_person join mine on mine.id = person_id)
    )
    select * from (select * from contact union all select * from referral union all select * from assessment) x order by "on" desc, id desc limit 40`)
}

/** Who of these people stood on the record before a moment. */
export const knownBefore = async (db: Db, people: readonly string[], at: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from people.person where id = any (${people}::uuid[]) and recorded_at < ${at}`)).map((row) => row.id)

/** When work with the family was last closed, and why. */
export const lastClosing = (db: Db, ids: readonly string[]): Promise<{ on: PlainDate; reason: string; words: string | null } | undefined> =>
  db.maybe(sql`select coalesce(rp.closed_on, r.closed_on) as "on", coalesce(rp.close_reason, r.close_reason, '') as reason,
      (select d.comment from assessments.assessment a join assessments.decision d on d.assessment_id = a.id where a.referral_id = r.id and d.decision = 'agree' and d.undone_at is null order by d.decided_at desc limit 1) as words
    from contacts.referral r join contacts.referral_person rp on rp.referral_id = r.id
    where rp.person_id = any (${ids}::uuid[]) and coalesce(rp.closed_on, r.closed_on) is not null order by 1 desc limit 1`)

/**
 * Workers who may take a piece of work on, none of those who chair or review, and whether they worked with one of these people before. How many people each works with is said where the reader sees their work:
 * of the teams they reach, or of all. Elsewhere it would be a count of the few whom they happen to see.
 */
export const takers = (db: Db, ids: readonly string[]): Promise<Taker[]> =>
  db.rows<Taker>(sql`
    with worker as materialized (
      select a.id, t.id as team_id, a.name, t.name as team, a.caseload_limit, a.qualified and not exists (select 1 from access.membership o where o.actor_id = a.id and o.role = 'adoption' and (o.valid_to is null or o.valid_to > now())) as assesses, t.id = any ((select access.scopes())::uuid[]) or 'children' = any ((select access.wide())::text[]) as reached
      from access.membership m join access.team t on t.id = m.team_id and t.active and t.kind = 'team' and t.domain = 'children' join access.actor a on a.id = m.actor_id and a.active
      where m.role = 'worker' and not coalesce(a.job_title ilike any (${postsApart}::text[]), false) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    ), knew as materialized (
      select distinct i.worker_id from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = any (${ids}::uuid[]) and i.worker_id is not null and i.kind not in ('contactDecision', 'tellReferrer', 'newInformation')
    )
    select w.id as "workerId", w.team_id as "teamId", w.name, w.team, w.caseload_limit as "limit", case when w.reached then coalesce(n.people, 0) end as children, w.assesses, w.id in (select worker_id from knew) as before
    from worker w left join work.people_of_workers(array(select id from worker where reached)) n on n.worker_id = w.id
    order by w.team, w.name`)

/** Teams that take work on: not one in which everybody chairs or reviews. */
export const teams = (db: Db): Promise<{ id: string; name: string; kind: string }[]> =>
  db.rows(sql`select t.id, t.name, t.kind from access.team t where t.active and t.kind in ('team', 'frontDoor') and t.domain = 'children'
    and not exists (select 1 from access.membership m join access.actor a on a.id = m.actor_id and a.active where m.team_id = t.id and m.role = 'worker' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) having bool_and(coalesce(a.job_title ilike any (${postsApart}::text[]), false)))
    order by t.kind, t.name`)

/** Who works with these people now, as far as a name card tells it. */
export const involvedWith = (db: Db, people: readonly string[], me: string): Promise<{ personId: string; team: string | null; worker: string | null }[]> =>
  db.rows(sql`select p as "personId", i.team, i.worker from unnest(${people}::uuid[]) p cross join lateral access.involved(p) i left join access.team t on t.id = i.team_id
    where i.worker_id is distinct from ${me} and (t.kind is distinct from 'frontDoor')`)

export type Waiting = Readonly<{ id: string; from: string; receivedOn: PlainDate; dueOn: PlainDate | null; words: string; people: readonly string[] }>

export const waitingContacts = (db: Db): Promise<Waiting[]> =>
  db.rows<Waiting>(sql`select c.id, coalesce(c.from_agency, c.from_name, case c.from_kind when 'anonymous' then 'somebody who gave no name' else 'somebody' end) as "from", c.received_on as "receivedOn",
      (select min(i.due_on) from work.item i where i.subject_id = c.id and i.kind = 'contactDecision') as "dueOn", left(c.words, 600) as words,
      array(select coalesce(part.survivor_id, cp.person_id)::text from contacts.contact_person cp left join access.person_part part on part.part_id = cp.person_id where cp.contact_id = c.id and cp.role = 'child') as people
    from contacts.contact c where c.state = 'open' order by 4 nulls last, c.received_at limit 200`)

export type DecidedLately = Readonly<{ id: string; decidedOn: PlainDate; outcomes: readonly string[]; people: readonly string[] }>

/** The newest decisions since that day. */
export const decidedSince = (db: Db, since: PlainDate): Promise<DecidedLately[]> =>
  db.rows<DecidedLately>(sql`select d.contact_id as id, (d.decided_at at time zone 'Europe/London')::date as "decidedOn", array_agg(distinct dp.outcome) as outcomes, array_agg(distinct coalesce(part.survivor_id, dp.person_id)::text) as people
    from contacts.decision d join contacts.decision_person dp on dp.decision_id = d.id left join access.person_part part on part.part_id = dp.person_id
    where d.superseded_at is null and d.decided_at >= ${since}::date::timestamptz group by d.id, d.contact_id, d.decided_at order by d.decided_at desc limit 8`)
