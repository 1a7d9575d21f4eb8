-- Decisions to hide are found by the people they are about or name, not by going through all there are: every page of a reader from whom something is hidden asks.
drop function people.hidden_from(uuid, uuid, uuid[]);
create function people.hidden_from(reader uuid, account uuid, about uuid[]) returns jsonb language plpgsql stable as $$
declare
  circle uuid[];
  mine uuid[] := case when reader is null then '{}' else access.everyone(reader) end;
  hidings uuid[];
  placed uuid[];
  answer jsonb;
begin
  if access.actor() is null then return '[]'; end if;
  circle := array(
    with recursive kin (id, step) as (
      select e, 0 from unnest(about) p, unnest(access.everyone(p)) e
      union
      select e, k.step + 1 from kin k cross join lateral (
        select r.other_id as other from people.relationship r where r.person_id = k.id and r.superseded_at is null
        union all select r.person_id from people.relationship r where r.other_id = k.id and r.superseded_at is null
        union all select b.person_id from people.address a join people.address b on b.household_id = a.household_id and b.superseded_at is null where a.person_id = k.id and a.superseded_at is null) x, unnest(access.everyone(x.other)) e
      where k.step < 2
    ) select distinct id from kin);
  hidings := array(select h.id from people.hiding h where h.ended_at is null and (h.person_id = any (circle) or (cardinality(mine) > 0 and h.from_people && mine)) and people.holds(h) and case
    when account is not null then h.person_id = any (circle) and ((h.from_everybody and not account = any (h.seen_by))
      or exists (select 1 from access.actor a where a.id = account and (a.kind <> 'staff' or a.person_id is not null and access.everyone(a.person_id) && h.from_people)))
    when reader is not null then mine && h.from_people or (h.from_everybody and h.person_id = any (circle) and not h.person_id = any (mine))
    else h.person_id = any (circle) end);
  placed := circle || array(select e from people.hiding h, unnest(access.everyone(h.person_id)) e where h.id = any (hidings) and 'placement' = any (h.what));
  select coalesce(jsonb_agg(distinct x.thing), '[]') into answer from (
    select jsonb_build_object('what', 'address', 'hidingId', k.hiding_id, 'personId', h.person_id, 'lines', to_jsonb(a.lines), 'postcode', a.postcode) as thing
    from people.kept_row k join people.hiding h on h.id = k.hiding_id join people.address a on a.id = k.row_id
    where k.hiding_id = any (hidings) and a.kind <> 'none' and not (cardinality(mine) > 0 and h.from_everybody
      and exists (select 1 from people.address own where own.person_id = any (mine) and own.superseded_at is null and (own.valid_to is null or own.valid_to > current_date)
        and (own.household_id = a.household_id or own.postcode = a.postcode and people.first_line(own.lines) = people.first_line(a.lines))))
    union all
    select jsonb_build_object('what', f.kind, 'hidingId', k.hiding_id, 'personId', f.person_id, 'words', f.value) from people.kept_row k join people.fact f on f.id = k.row_id where k.hiding_id = any (hidings)
    union all
    select jsonb_build_object('what', 'carer', 'hidingId', h.id, 'personId', h.person_id, 'words', c.name) from people.hiding h
      join people.relationship r on r.other_id = any (access.everyone(h.person_id)) and r.kind = 'fosterCarer' and r.superseded_at is null and (r.valid_to is null or r.valid_to > h.valid_from)
      join people.card c on c.person_id = coalesce((select p.survivor_id from access.person_part p where p.part_id = r.person_id), r.person_id)
      where h.id = any (hidings) and 'placement' = any (h.what) and not r.person_id = any (mine)
    union all
    -- marked as hidden when it was recorded, without a decision of its own: from everybody outside
    select jsonb_build_object('what', 'address', 'hidingId', a.id, 'personId', a.person_id, 'lines', to_jsonb(a.lines), 'postcode', a.postcode) from people.address a
    where account is null and a.hidden and a.person_id = any (circle) and not a.person_id = any (mine) and a.superseded_at is null and not exists (select 1 from people.kept_row k where k.row_id = a.id)
      and not exists (select 1 from people.address own where own.person_id = any (mine) and own.superseded_at is null and (own.valid_to is null or own.valid_to > current_date)
        and (own.household_id = a.household_id or own.postcode = a.postcode and people.first_line(own.lines) = people.first_line(a.lines)))
    union all
    -- where a child in care is placed, and with whom: what a worker calls the place is looked for when it is a name
    select jsonb_build_object('what', 'carer', 'hidingId', coalesce(h.id, p.id), 'personId', p.person_id, 'words', p.place_name) from care.placement p left join people.hiding h on h.id = any (hidings) and 'placement' = any (h.what) and p.person_id = any (access.everyone(h.person_id))
      where (h.id is not null or account is null and p.address_hidden and p.person_id = any (circle)) and p.person_id = any (placed) and p.superseded_at is null and (p.valid_to is null or p.valid_to > coalesce(h.valid_from, p.valid_from)) and p.place_name ~ '[A-Z].*[A-Z]'
    union all
    select jsonb_build_object('what', 'address', 'hidingId', coalesce(h.id, p.id), 'personId', p.person_id, 'lines', '[]'::jsonb, 'postcode', p.postcode) from care.placement p left join people.hiding h on h.id = any (hidings) and 'placement' = any (h.what) and p.person_id = any (access.everyone(h.person_id))
      where (h.id is not null or account is null and p.address_hidden and p.person_id = any (circle)) and p.person_id = any (placed) and p.superseded_at is null and (p.valid_to is null or p.valid_to > coalesce(h.valid_from, p.valid_from)) and p.postcode is not null
  ) x;
  return answer;
end $$;
call access.gate('people.hidden_from(uuid, uuid, uuid[])', 'what is hidden from a reader, to be looked for in what goes out to them');
