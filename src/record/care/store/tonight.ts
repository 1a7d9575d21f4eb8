import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { shortBreaks } from '../reckoning/episodes.ts'
import type { Which } from '../reckoning/tonight.ts'
import { placementColumns } from './care.ts'

export type Listed = Readonly<{
  personId: string; where: 'placed' | 'missing' | 'shortBreaks' | 'notSaid'; since: PlainDate | null; status: string | null; missing: Readonly<{ on: PlainDate; how: string | null }> | null
  placement: Readonly<{ kind: string; placeName: string; postcode: string | null; hidden: boolean; from: PlainDate }> | null
}>
type Told = Readonly<{ counts: readonly Readonly<{ where: Listed['where']; kind: string | null; count: number }>[]; rows: readonly Listed[] }>

/** Looks up at once whom the reader sees of those who are in care on a day. */
export async function lookUpTonight(db: Db, on: PlainDate): Promise<void> {
  await db.run(sql`select care.look_up_tonight(${on}::date)`)
}

/** Where everybody in care is on a day, counted, and one page of them: each row under its policy. The same rule as `whereTonight` of reckoning/tonight.ts. */
export const whereOn = async (db: Db, on: PlainDate, which: Which, from: number, most: number): Promise<Told> =>
  (await db.one<{ told: Told }>(sql`
  with period as materialized (select person_id, began_on from care.period where superseded_at is null and began_on <= ${on}::date and (ended_on is null or ended_on > ${on}::date)
  ), status as materialized (select person_id, code from people.legal_status where kind = 'lookedAfter' and superseded_at is null and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
  ), missing as materialized (select person_id, held_on, answers ->> 'how' as how from care.fact where kind = 'missing' and superseded_at is null and held_on <= ${on}::date and (held_to is null or held_to > ${on}::date)
  ), placement as materialized (select ${placementColumns} from care.placement where superseded_at is null and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
  ), named as materialized (select person_id from period union select person_id from status
  ), now_known as materialized (select n.person_id as part_id, case when part.survivor_id is null then n.person_id else part.survivor_id end as id from named n left join (select part_id, survivor_id from access.person_part where part_id = any (array(select person_id from named))) part on part.part_id = n.person_id
  ), part as materialized (select part_id, survivor_id as id from access.person_part where survivor_id = any (array(select id from now_known)) union select part_id, id from now_known union select id, id from now_known
  ), looked as materialized (select distinct on (part.id) part.id, x.began_on from period x join part on part.part_id = x.person_id order by part.id, x.began_on desc
  ), held as materialized (select distinct on (part.id) part.id, x.code from status x join part on part.part_id = x.person_id order by part.id, x.code
  ), away as materialized (select distinct on (part.id) part.id, x.held_on, x.how from missing x join part on part.part_id = x.person_id order by part.id, x.held_on desc
  ), lives as materialized (select distinct on (part.id) part.id, x."placementId", x.kind, x."placeName", x.postcode, x.hidden, x."from" from placement x join part on part.part_id = x."personId" order by part.id, x."from" desc
  ), stands as materialized (
    select e.id as person_id, l.began_on as since, h.code, a.held_on as missing_on, a.how, p.kind, p."placeName", p.postcode, p.hidden, p."from",
      case when a.id is not null then 'missing' when l.id is null or p."placementId" is null then 'notSaid' when h.code = any (${shortBreaks}::text[]) then 'shortBreaks' else 'placed' end as stands
    from (select distinct id from now_known) e left join looked l on l.id = e.id left join held h on h.id = e.id left join away a on a.id = e.id left join lives p on p.id = e.id
  ), page as (
    select s.* from stands s left join people.card c on c.person_id = s.person_id
    where (${which.where}::text is null or s.stands = ${which.where}) and (${which.kinds}::text[] is null or s.kind = any (${which.kinds}::text[])) and (${which.but}::text[] is null or not s.kind = any (${which.but}::text[]))
    order by array_position(array['missing', 'notSaid', 'placed', 'shortBreaks'], s.stands), lower(c.family), lower(c.name), s.person_id limit ${most} offset ${from}
  )
  select json_build_object(
    'counts', coalesce((select json_agg(json_build_object('where', n.stands, 'kind', n.kind, 'count', n.n)) from (select stands, case when stands = 'placed' then kind end as kind, count(*) as n from stands group by 1, 2) n), '[]'),
    'rows', coalesce((select json_agg(json_build_object('personId', s.person_id, 'where', s.stands, 'since', s.since, 'status', s.code, 'missing', case when s.missing_on is not null then json_build_object('on', s.missing_on, 'how', s.how) end,
      'placement', case when s.kind is not null then json_build_object('kind', s.kind, 'placeName', s."placeName", 'postcode', s.postcode, 'hidden', s.hidden, 'from', s."from") end)) from page s), '[]')) as told`)).told
