-- Children in our care or on a plan with whom nobody works: each is looked up among those who are worked with (0841), under every number they were ever recorded by.
-- Everybody who is worked with was gathered for it before: at the size of a county 40 ms of each board of a head, for a list that is nearly always empty.
grant create on schema care, plans to kith_gate;
set local role kith_gate;
create or replace function care.with_nobody() returns table (id uuid, since date) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with theirs as materialized (
    select coalesce(s.survivor_id, p.person_id) as who, p.began_on, p.domain from care.period p left join access.person_part s on s.part_id = p.person_id where p.superseded_at is null and p.ended_on is null),
  nobody as materialized (select t.* from theirs t
    where not exists (select 1 from access.involvement v where v.person_id = t.who and v.superseded_at is null and v.to_on is null and v.role = 'allocated')
      and not exists (select 1 from access.person_part s join access.involvement v on v.person_id = s.part_id and v.superseded_at is null and v.to_on is null and v.role = 'allocated' where s.survivor_id = t.who))
  select distinct n.who, n.began_on from nobody n where access.sees(n.who, n.domain)
$$;
create or replace function plans.with_nobody() returns table (id uuid, kind text, plan_id uuid, since date) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with theirs as materialized (
    select coalesce(s.survivor_id, pp.person_id) as who, p.kind, p.id as plan_id, pp.started_on, pp.domain from plans.plan p join plans.plan_person pp on pp.plan_id = p.id and pp.ended_on is null
    left join access.person_part s on s.part_id = pp.person_id where p.ended_on is null),
  nobody as materialized (select t.* from theirs t
    where not exists (select 1 from access.involvement v where v.person_id = t.who and v.superseded_at is null and v.to_on is null and v.role = 'allocated')
      and not exists (select 1 from access.person_part s join access.involvement v on v.person_id = s.part_id and v.superseded_at is null and v.to_on is null and v.role = 'allocated' where s.survivor_id = t.who))
  select distinct n.who, n.kind, n.plan_id, n.started_on from nobody n where access.sees(n.who, n.domain)
$$;
set local role kith_owner;
revoke create on schema care, plans from kith_gate;
