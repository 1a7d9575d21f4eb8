-- Whom the reader leads, worked out once for a statement and not again for each session, own part and colleague. The same rule as supervision.leads: the manager of a team of
-- theirs now, or where it has none but themselves, of the next above.
create function supervision.led() returns uuid[] language sql stable as $$
  with recursive mine as (
    select m.team_id from access.membership m where m.actor_id = access.actor() and m.role in ('manager', 'head') and m.team_id is not null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  ), down (team_id) as (
    select team_id from mine union select t.id from down join access.team t on t.parent_id = down.team_id
  ), managed as materialized (
    select o.team_id, array_agg(distinct o.actor_id) as managers from access.membership o join access.actor a on a.id = o.actor_id and a.active
    where o.team_id in (select team_id from down) and o.role in ('manager', 'head') and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now()) group by 1
  ), up (worker_id, team_id) as (
    select m.actor_id, m.team_id from access.membership m where m.team_id in (select team_id from down) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    union select up.worker_id, t.parent_id from up join access.team t on t.id = up.team_id and t.parent_id in (select team_id from down) left join managed g on g.team_id = up.team_id
      where coalesce(g.managers <@ array[up.worker_id], true)
  )
  select coalesce(array_agg(distinct up.worker_id), '{}') from up where up.team_id in (select team_id from mine) and up.worker_id <> access.actor()
$$;
grant execute on function supervision.led() to kith_app;
alter policy parties on supervision.session using (worker_id = access.actor() or manager_id = access.actor() or worker_id = any ((select supervision.led())::uuid[]));
alter policy signed on supervision.session using (worker_id = access.actor() or worker_id = any ((select supervision.led())::uuid[])) with check (worker_id = access.actor() or worker_id = any ((select supervision.led())::uuid[]));
alter policy own on supervision.own_part using (worker_id = access.actor() or worker_id = any ((select supervision.led())::uuid[]));
