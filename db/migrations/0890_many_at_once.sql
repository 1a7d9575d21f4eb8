-- Very many records are also those that one request of a program brought, or a form that was asked about more people than any family has: each of them counts. A page counts once.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.find_many(opening text[]) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- what a form asks about people who were picked for it
  asking text[] := '{contacts.form}';
  set_to jsonb := (select value from ops.setting where key = 'access.manyOpened' and superseded_at is null);
  an_hour int := coalesce((set_to ->> 'hour')::int, 60);
  a_day int := coalesce((set_to ->> 'day')::int, 200);
  found_now int;
begin
  insert into access.many_opened (actor_id, span, people, measure, slowed_until)
  select x.actor_id, s.span, s.people, s.measure, now() + interval '1 hour'
  from (
    select e.actor_id, count(distinct p.person) filter (where e.at > now() - interval '1 hour')::int as within_hour, count(distinct p.person)::int as within_day
    from audit.event e cross join lateral unnest(case when e.via = 'api' or (e.what = any (asking) and cardinality(e.people) > 20) then e.people else e.people[1:1] end) p (person)
    where e.at > now() - interval '1 day' and e.what = any (opening || asking) and e.via in ('page', 'api') and not e.refused and e.actor_id is not null
    group by e.actor_id
  ) x cross join lateral (values ('hour', x.within_hour, an_hour), ('day', x.within_day, a_day)) s (span, people, measure)
  where s.people > s.measure
    and not exists (select 1 from access.many_opened m where m.actor_id = x.actor_id and m.span = s.span and m.found_at > now() - case s.span when 'hour' then interval '1 hour' else interval '1 day' end);
  get diagnostics found_now = row_count;
  return found_now;
end $$;
set local role kith_owner;
revoke create on schema access from kith_gate;
