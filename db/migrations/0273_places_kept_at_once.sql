-- Whose place is hidden today, asked once a statement: a list of every child in care asks it of each row.

drop function care.place_kept(uuid);
delete from ops.gate where signature = 'care.place_kept(uuid)';
create function care.places_kept() returns setof uuid language sql stable as $$
  select e from people.hiding h, unnest(access.everyone(h.person_id)) e where 'placement' = any (h.what) and people.holds(h)
$$;
call access.gate('care.places_kept()', 'whose place is hidden today, for lists');
