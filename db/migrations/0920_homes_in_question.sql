-- Children whose carers are, as far as steps and days tell, no longer approved: refused, withdrawn or ended, or approved for a time that is over. For each of them the work is brought in step, as whoever holds the child. Of one household everybody who lives there: an approval that came back ends what was asked.
create function care.homes_in_question(household uuid, today date, most int) returns table (person_id uuid, actor_id uuid) language sql stable as $$
  with stands as materialized (
    select distinct on (s.household_id) s.household_id, s.step from care.household_step s
    where s.superseded_at is null and s.on_day <= today and s.step not in ('givenTo', 'reviewed', 'paused', 'resumed') order by s.household_id, s.on_day desc, s.recorded_at desc
  ), asked as materialized (
    select distinct access.survivor_of(p.person_id) as id from care.placement p left join stands s on s.household_id = p.household_id
    where p.superseded_at is null and p.valid_to is null and (household is null or p.household_id = household)
      and (household is not null or s.step in ('refused', 'withdrew', 'ended') or (coalesce(s.step, '') not in ('approved', 'onHold', 'back') and exists (
        select 1 from care.fact f where f.person_id = any (access.everyone(p.person_id)) and f.kind = 'temporaryApproval' and f.superseded_at is null and f.held_on >= p.valid_from and (f.held_to is not null or f.held_on + 112 < today))))
  )
  select d.id, coalesce(w.worker_id, m.actor_id) from asked d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 2 nulls last, 1 limit most
$$;
call access.gate_for_jobs('care.homes_in_question(uuid, date, int)', 'tells which children live with carers whom nobody approves any more, and who holds each; nobody’s name');
