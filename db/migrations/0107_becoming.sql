-- An unborn child becomes one or more children, or none. The first child keeps the record; brothers and sisters born with them get records of their own,
-- worked with by the same people and as closely kept.

-- The card says, quietly, that a pregnancy has ended without a child: nobody is shown a day on which a baby is due.
alter table people.card add column ended_on date;
create function people.becoming_changed() returns trigger language plpgsql as $$
begin
  update people.card set ended_on = (select max(b.on_day) from people.becoming b where b.person_id = new.person_id and b.child_id is null and b.superseded_at is null), version = version + 1
  where person_id = new.person_id;
  return null;
end $$;
create trigger card after insert or update on people.becoming for each row execute function people.becoming_changed();
call access.gate('people.becoming_changed()', 'trigger: a pregnancy ended, or that was taken back', false);

-- A child who was born with the one who keeps the record: the same teams and workers, the same marking, list and exclusions.
create function people.born_beside(unborn uuid, child uuid) returns void language plpgsql as $$
declare
  of_record uuid[] := array(select p.part_id from access.person_part p where p.survivor_id = unborn) || unborn;
  mark text;
begin
  if cardinality(access.not_writable(array[unborn], 'children')) > 0
    or not exists (select 1 from access.subject s where s.id = child and s.created_by = access.actor() and s.created_at = now()) then call access.refuse(); end if;
  insert into access.involvement (id, person_id, team_id, worker_id, domain, role, from_on, recorded_by)
  select gen_random_uuid(), child, i.team_id, i.worker_id, i.domain, i.role, (now() at time zone 'Europe/London')::date, access.actor()
  from (select distinct team_id, worker_id, domain, role from access.involvement where person_id = any (of_record) and superseded_at is null and to_on is null) i
  where not exists (select 1 from access.involvement x where x.person_id = child and x.superseded_at is null and x.to_on is null and x.domain = i.domain
    and x.team_id is not distinct from i.team_id and x.worker_id is not distinct from i.worker_id);
  insert into access.exclusion (id, person_id, actor_id, reason, until, given_by)
  select gen_random_uuid(), child, e.actor_id, e.reason, e.until, e.given_by from access.exclusion e where e.person_id = any (of_record) and (e.until is null or e.until > now());
  insert into access.listed (person_id, actor_id, until, given_by)
  select distinct on (l.actor_id) child, l.actor_id, l.until, l.given_by from access.listed l where l.person_id = any (of_record) and (l.until is null or l.until > now()) order by l.actor_id, l.until desc nulls first;
  select s.marking into mark from access.subject s where s.id = any (of_record) order by case s.marking when 'sealed' then 0 when 'restricted' then 1 else 2 end limit 1;
  if mark <> 'open' then update access.subject set marking = mark where id = child; end if;
end $$;
call access.gate('people.born_beside(uuid, uuid)', 'a twin is worked with and kept as the one who keeps the record');

-- A birth was recorded by mistake: a child made by it answers as the unborn again, with all that was written meanwhile. Un-merging takes it apart, if that was the mistake.
create function people.fold_back(child uuid, unborn uuid, why text) returns void language plpgsql as $$
begin
  if cardinality(access.not_writable(array[unborn, child], 'children')) > 0
    or not exists (select 1 from people.becoming b where b.person_id = unborn and b.child_id = child and b.superseded_at is not null) then call access.refuse(); end if;
  insert into access.person_part (part_id, survivor_id, into_id, merged_by, reason) values (child, unborn, unborn, access.actor(), why);
end $$;
call access.gate('people.fold_back(uuid, uuid, text)', 'a child of a birth that was taken back answers as the unborn again');
