-- A child in a return that comes back is known by the number that our own returns gave it, when the day of birth is the same.

grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.person_of(child jsonb) returns table (person_id uuid, how text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with found as (
    select distinct coalesce(part.survivor_id, i.person_id) as id, i.kind, card.born_on
    from people.identifier i left join access.person_part part on part.part_id = i.person_id left join people.card card on card.person_id = coalesce(part.survivor_id, i.person_id)
    where i.superseded_at is null and ((i.kind = 'localChildId' and i.value = child ->> 'number') or (i.kind = 'upn' and i.value = nullif(child ->> 'upn', '')))
  ), given as (
    select coalesce(part.survivor_id, n.person_id) as id, card.born_on
    from returns.number n left join access.person_part part on part.part_id = n.person_id join people.card card on card.person_id = coalesce(part.survivor_id, n.person_id)
    where n.number = nullif(child ->> 'number', '')
      or n.ordinal = case when child ->> 'number' ~ '^K[0-9]{7,12}$' then substr(child ->> 'number', 2)::bigint end and n.number = ''
  ), good as (
    select id, kind from found where case kind when 'upn' then born_on = (child ->> 'bornOn')::date else coalesce(born_on = (child ->> 'bornOn')::date, true) end
    union select id, 'localChildId' from given where born_on = (child ->> 'bornOn')::date
  )
  select (array_agg(id))[1], min(kind) from good where kind = (select min(kind) from good) having count(distinct id) = 1
$$;
set local role kith_owner;
revoke create on schema returns from kith_gate;
