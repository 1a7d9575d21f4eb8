-- Whom a reader sees is asked of all who are counted at once, and not child by child: the year at a glance took seconds for a head of service of a large council. The same
-- answer as access.sees(person, 'children').
grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.counted_in(of_kind text, of_year int) returns table (who uuid, mark text, counted text[]) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  which uuid := returns.telling(of_kind, of_year);
  secret bytea := (select k.key from access.counting_key k);
  wide boolean := 'children' = any (access.wide());
  mine uuid[] := access.scopes();
begin
  if not access.has_role('{manager,head}') then call access.refuse(); end if;
  return query
  with sealed as materialized (
    -- A record is sealed where any of its parts is.
    select distinct coalesce(p.survivor_id, s.id) as person from access.subject s left join access.person_part p on p.part_id = s.id where s.marking = 'sealed'
  ), barred as materialized (
    select b.person_id from access.bar b where b.scope = access.actor() and (b.until is null or b.until > now())
  ), shut as materialized (
    select b.person_id from access.bar b where wide and b.scope = '00000000-0000-0000-0000-000000000000'
  ), counts as materialized (
    select coalesce(p.survivor_id, c.person_id) as person, array(select distinct unnest(array_agg(u.measure))) as counted
    from returns.child c left join access.person_part p on p.part_id = c.person_id cross join lateral unnest(c.counted) as u (measure) where c.made_id = which group by 1
  ), named as materialized (
    select distinct s.person_id from counts y join access.person_scope s on s.person_id = y.person where s.sight = 'full' and s.domain in ('children', '*') and (s.until is null or s.until > now()) and s.scope = any (mine)
  )
  select case when x.seen then x.person end, encode(substr(sha256(secret || convert_to(x.person::text, 'UTF8')), 1, 16), 'hex'), x.counted
  from (
    select y.person, y.counted, y.person not in (select b.person_id from barred b) and ((wide and y.person not in (select t.person_id from shut t)) or y.person in (select n.person_id from named n)) as seen
    from counts y
  ) x where x.seen or x.person not in (select s.person from sealed s);
end $$;
set local role kith_owner;
revoke create on schema returns from kith_gate;
