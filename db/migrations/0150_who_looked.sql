-- "Who looked at this record, and why" (access policy, rules 24 to 26): read by the privacy officer alone, through these doors.

create index on audit.event using brin (at);

-- Everybody who is the same person now.
create function access.everyone(who uuid) returns uuid[] language sql stable as $$
  select array(select p.part_id from access.person_part p where p.survivor_id = x.survivor) || x.survivor
  from (select coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who) as survivor) x
$$;

-- What the privacy officer is told of somebody on record: of an open record the name, of a restricted one that it exists, of a sealed one nothing
-- unless they are on its list; and nothing of their own record or of one that they are kept from (rules 1, 3, 4, 5).
create function access.for_review(who uuid) returns table (survivor_id uuid, marking text, name text, born_on date) language plpgsql stable as $$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  mark text := (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end
    from access.subject x where x.id = s or x.id in (select p.part_id from access.person_part p where p.survivor_id = s));
begin
  if mark is null or not access.has_role('{privacy}')
    or exists (select 1 from access.bar b where b.person_id = s and b.scope = access.actor() and (b.until is null or b.until > now())) then return; end if;
  if mark = 'sealed' and not exists (select 1 from access.standing(s) k where k.sight = 'full') then return; end if;
  return query select s, mark, case when mark = 'open' then c.name end, case when mark = 'open' then c.born_on end from (select 1) x left join people.card c on c.person_id = s;
end $$;

-- Why somebody could see a person at that moment, worked out from who worked with whom then.
create function access.way_of(whom uuid, everybody uuid[], moment timestamptz) returns text language sql stable as $$
  with day as (select (moment at time zone 'Europe/London')::date as today),
  working as (
    select i.* from access.involvement i, day where i.person_id = any (everybody) and i.recorded_at <= moment and (i.superseded_at is null or i.superseded_at > moment) and i.from_on <= day.today
  ),
  mine as (
    select m.team_id, m.role, t.kind from access.membership m left join access.team t on t.id = m.team_id where m.actor_id = whom and m.valid_from <= moment and (m.valid_to is null or m.valid_to > moment)
  )
  select case
    when exists (select 1 from working w, day where w.worker_id = whom and (w.to_on is null or w.to_on >= day.today)) then 'worker'
    when exists (select 1 from working w join mine on mine.team_id = w.team_id, day where w.to_on is null or w.to_on >= day.today) then 'team'
    when exists (select 1 from working w join access.team_below b on b.team_id = w.team_id join mine on mine.team_id = b.top_id and mine.role in ('manager', 'head'), day where w.to_on is null or w.to_on >= day.today) then 'above'
    when exists (select 1 from access.listed l where l.person_id = any (everybody) and l.actor_id = whom and l.since <= moment and (l.until is null or l.until > moment)) then 'named'
    when exists (select 1 from access.person_grant n where n.person_id = any (everybody) and n.actor_id = whom and n.given_at <= moment and n.until > moment and (n.ended_at is null or n.ended_at > moment)) then 'granted'
    when exists (select 1 from access.break_glass b where b.person_id = any (everybody) and b.actor_id = whom and b.started_at <= moment and b.until > moment) then 'opened'
    when exists (select 1 from mine where mine.kind in ('frontDoor', 'emergencyDuty') and mine.role in ('worker', 'manager', 'head')) then 'frontDoor'
    when exists (select 1 from working w join mine on mine.team_id = w.team_id, day where w.to_on >= day.today - 365) then 'before'
    else 'none' end
$$;

-- Every request about this person, newest first; `below`: the id where the page before ended.
create function access.who_looked(who uuid, by_whom uuid, since timestamptz, ends timestamptz, below bigint, most int)
returns table (id bigint, at timestamptz, actor_id uuid, actor text, job_title text, what text, why text, opened_because text, way text, refused boolean, via text, others int) language plpgsql stable as $$
declare
  everybody uuid[];
begin
  if not exists (select 1 from access.for_review(who)) then return; end if;
  everybody := access.everyone(who);
  -- The index on people answers first, whatever the order asked for.
  return query
    with about as materialized (
      select e.* from audit.event e where e.people && everybody and (by_whom is null or e.actor_id = by_whom) and (since is null or e.at >= since) and (ends is null or e.at < ends)
    ), page as (select p.* from about p where below is null or p.id < below order by p.id desc limit most)
    select p.id, p.at, p.actor_id, a.name, a.job_title, p.what, p.why,
      (select b.reason from access.break_glass b where b.person_id = any (everybody) and b.actor_id = p.actor_id and b.started_at <= p.at and b.until > p.at order by b.started_at desc limit 1),
      case when p.actor_id is null then 'none' else access.way_of(p.actor_id, everybody, p.at) end, p.refused, p.via, cardinality(p.people) - 1
    from page p left join access.actor a on a.id = p.actor_id order by p.id desc;
end $$;

-- Who they were, all together: to choose one of them.
create function access.lookers(who uuid) returns table (actor_id uuid, actor text, job_title text, times bigint, last_at timestamptz) language plpgsql stable as $$
declare
  everybody uuid[];
begin
  if not exists (select 1 from access.for_review(who)) then return; end if;
  everybody := access.everyone(who);
  return query
    with about as materialized (select e.actor_id, e.at from audit.event e where e.people && everybody)
    select e.actor_id, a.name, a.job_title, count(*), max(e.at) from about e join access.actor a on a.id = e.actor_id group by e.actor_id, a.name, a.job_title order by a.name, e.actor_id;
end $$;

-- What one account did, newest first. A line that is only about people of whom the reader may know nothing is left out; a refusal of such is as one of somebody who never was.
create function access.what_did(whom uuid, since timestamptz, ends timestamptz, below bigint, most int)
returns table (id bigint, at timestamptz, what text, why text, refused boolean, via text, shown jsonb, others int) language plpgsql stable as $$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query
    select e.id, e.at, e.what, e.why, e.refused, e.via, coalesce(s.shown, '[]'), greatest(s.known - coalesce(jsonb_array_length(s.shown), 0), 0)::int
    from audit.event e
    cross join lateral (
      select jsonb_agg(jsonb_build_object('personId', k.survivor_id, 'name', k.name) order by k.nth) filter (where k.nth <= 3) as shown, count(*)::int as known
      from (select r.survivor_id, r.name, row_number() over (order by min(p.nth)) as nth from unnest(e.people[1:40]) with ordinality p (person_id, nth) cross join lateral access.for_review(p.person_id) r group by r.survivor_id, r.name) k
    ) s
    where e.actor_id = whom and (since is null or e.at >= since) and (ends is null or e.at < ends) and (below is null or e.id < below)
      and (cardinality(e.people) = 0 or e.refused or s.known > 0)
    order by e.at desc, e.id desc limit most;
end $$;

-- Somebody asks who looked at their record: their record by its name. Restricted and sealed records are not found by a name.
create function access.find_for_review(called text) returns table (person_id uuid, name text, born_on date) language plpgsql stable as $$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query
    select distinct k.survivor_id, k.name, k.born_on from people.card c cross join lateral access.for_review(c.person_id) k
    where lower(c.name) = lower(btrim(called)) and k.name is not null order by 2, 3, 1 limit 30;
end $$;
create index on people.card (lower(name));

call access.gate('access.everyone(uuid)', 'all parts of a person', false);
call access.gate('access.for_review(uuid)', 'what the privacy officer is told of somebody on record');
call access.gate('access.way_of(uuid, uuid[], timestamptz)', 'why somebody could see a person at a moment', false);
call access.gate('access.who_looked(uuid, uuid, timestamptz, timestamptz, bigint, int)', 'the audit of one record, for the privacy officer');
call access.gate('access.lookers(uuid)', 'who looked at one record, for the privacy officer');
call access.gate('access.what_did(uuid, timestamptz, timestamptz, bigint, int)', 'the audit of one account, for the privacy officer');
call access.gate('access.find_for_review(text)', 'the privacy officer finds an open record by its name');
