-- Children who live with relatives or friends that were approved for a time, and have been approved as foster carers since: for each of them the approval for a time ends on that day, as whoever holds the child would write it down.
create function care.approved_for_good(household uuid, most int) returns table (person_id uuid, fact_id uuid, approved_on date, actor_id uuid) language sql stable as $$
  with due as materialized (
    select distinct on (f.fact_id, f.person_id) access.survivor_of(f.person_id) as id, f.fact_id, greatest(s.on_day, f.held_on) as approved_on
    from care.placement p join care.household_step s on s.household_id = p.household_id and s.step = 'approved' and s.superseded_at is null
    join care.fact f on f.person_id = any (access.everyone(p.person_id)) and f.kind = 'temporaryApproval' and f.superseded_at is null and f.held_to is null and f.held_on >= p.valid_from and f.held_on <= s.on_day
    where p.superseded_at is null and p.valid_to is null and p.household_id is not null and (household is null or p.household_id = household)
    order by f.fact_id, f.person_id, s.on_day
  )
  select d.id, d.fact_id, d.approved_on, coalesce(w.worker_id, m.actor_id) from due d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 4 nulls last, 1 limit most
$$;
call access.gate_for_jobs('care.approved_for_good(uuid, int)', 'tells which children live with carers who were approved for a time and are foster carers now, and who holds each; nobody’s name');
