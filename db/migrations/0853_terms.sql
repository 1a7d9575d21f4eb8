-- The education plan of each term: the night finds who is in our care, had a plan before the term that runs began, and has neither a review in it nor the work for one.
-- What was asked by days that the council has since written otherwise is found by the same words.
grant create on schema work to kith_gate;
set local role kith_gate;
create or replace function work.to_keep_in_step(today date, most int) returns table (person_id uuid, actor_id uuid) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with cared as materialized (
    select access.survivor_of(p.person_id) as id, bool_or(p.ended_on is null) as now_in, max(coalesce(p.ended_on, today)) as last_on from care.period p where p.superseded_at is null group by 1
  ), born as materialized (
    select c.id, c.now_in, c.last_on, k.born_on from cared c join people.card k on k.person_id = c.id
    where not k.unborn and k.died_on is null and k.born_on > today - interval '25 years 8 days'
  ), term as materialized (
    select (t ->> 'from')::date as began, (t ->> 'to')::date as ends from ops.setting s, jsonb_array_elements(s.value -> 'terms') t
    where s.key like 'own.terms.%' and s.superseded_at is null and (t ->> 'to')::date >= (s.value ->> 'from')::date
  ), due as (
    select b.id from born b where exists (select 1 from generate_series(today - 6, today, interval '1 day') d where to_char(b.born_on, 'MMDD') = to_char(d, 'MMDD') or (to_char(b.born_on, 'MMDD') = '0229' and to_char(d, 'MMDD') = '0301'))
    union select b.id from born b where b.born_on + interval '16 years' <= today and b.born_on + interval '18 years' > today and b.last_on > b.born_on + interval '14 years'
      and not exists (select 1 from care.fact f where access.survivor_of(f.person_id) = b.id and f.kind = 'pathwayAssessment' and f.superseded_at is null)
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.duty like 'pathwayAssessment.%' where access.survivor_of(ip.person_id) = b.id)
    union select access.survivor_of(p.person_id) from care.placement p where p.superseded_at is null and p.valid_to is null and p.valid_from + interval '1 year' between today - 6 and today
    union select access.survivor_of(ip.person_id) from work.item i join work.item_person ip on ip.item_id = i.id where i.paused_on is not null and i.state in ('open', 'waiting', 'returned')
    union select b.id from term t cross join born b where t.began <= today and t.ends >= today and b.now_in and b.born_on + interval '3 years' <= t.began and b.born_on + interval '18 years' > t.began
      and exists (select 1 from care.fact f where f.person_id = any (access.everyone(b.id)) and f.kind = 'educationPlan' and f.superseded_at is null and f.held_on < t.began)
      and not exists (select 1 from care.fact f where f.person_id = any (access.everyone(b.id)) and f.kind = 'educationPlan' and f.superseded_at is null and f.held_on >= t.began)
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.duty = 'personalEducationPlan.reviewed' and i.due_on in (select ends from term where ends <= t.ends)
        where ip.person_id = any (access.everyone(b.id)) and ip.own is not null)
  )
  select d.id, coalesce(w.worker_id, m.actor_id) from due d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 2 nulls last, 1 limit most
$$;
set local role kith_owner;
revoke create on schema work from kith_gate;
