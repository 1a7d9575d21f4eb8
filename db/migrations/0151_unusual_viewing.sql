-- Unusual viewing is listed weekly for review (access policy, rule 27). Every night the full weeks that nobody looked through yet are looked through;
-- what was found stays, with what the privacy officer found out about it.

create table access.unusual_viewing (
  id uuid primary key default gen_random_uuid(),
  week_from date not null,                            -- a Monday
  actor_id uuid not null references access.actor,
  person_id uuid references access.subject,           -- null: many records in a short time
  kinds text[] not null,
  times int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid references access.actor,
  review_note text
);
create unique index on access.unusual_viewing (week_from, actor_id, person_id) nulls not distinct;
call access.guard_gate('access.unusual_viewing');

create table access.viewing_week (                    -- weeks that were looked through, in counts
  week_from date primary key,
  found int not null,
  looked_at timestamptz not null default now()
);
grant select, insert on access.viewing_week to kith_gate;
grant select on access.viewing_week to kith_backup;

-- `opening`: the names of requests that show somebody's record, as against a list or a search. `many`: so many records within one hour are unusual.
-- `often`: so often in the week by somebody who works with nobody of those shown. `lately`: days after the work ended.
create function access.look_through_week(starts_on date, opening text[], many int, often int, lately int) returns int language plpgsql as $$
declare
  starts timestamptz := starts_on::timestamp at time zone 'Europe/London';
  ends timestamptz := (starts_on + 7)::timestamp at time zone 'Europe/London';
  number int;
begin
  insert into access.unusual_viewing as u (week_from, actor_id, person_id, kinds, times, first_at, last_at)
  with seen as materialized (
    select e.id, e.at, e.actor_id, e.people, e.refused from audit.event e
    where e.at >= starts and e.at < ends and e.via in ('page', 'api') and e.what = any (opening) and e.actor_id is not null and cardinality(e.people) > 0
  ), touched as materialized (
    select s.id, s.at, s.actor_id, s.refused, g.survivor_id as person_id, bool_or(p.nth = 1) as first
    from seen s cross join lateral unnest(s.people) with ordinality p (part_id, nth) join access.same_person g on g.person_id = p.part_id
    group by s.id, s.at, s.actor_id, s.refused, g.survivor_id
  ), pair as materialized (
    select t.actor_id, t.person_id, count(*)::int as times, min(t.at) as first_at, max(t.at) as last_at, access.everyone(t.person_id) as everybody
    from touched t group by t.actor_id, t.person_id
  ), weighed as materialized (
    select p.*, a.name, a.person_id as own_id, (p.first_at at time zone 'Europe/London')::date as first_day, (p.last_at at time zone 'Europe/London')::date as last_day,
      (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' else 'open' end from access.subject x where x.id = any (p.everybody)) as marking,
      exists (select 1 from access.listed l where l.person_id = any (p.everybody) and l.actor_id = p.actor_id and l.since <= p.last_at and (l.until is null or l.until > p.first_at)) as named,
      -- what somebody reaches now stands for what they reached in the week; of a closed account nothing is known any more
      r.actor_id is null or cardinality(r.wide) > 0 or 'records' = any (r.roles)
        or exists (select 1 from access.involvement i where i.person_id = any (p.everybody) and i.superseded_at is null and (i.worker_id = p.actor_id or i.team_id = any (r.scopes)) and (i.to_on is null or i.to_on >= starts_on - 365))
        or exists (select 1 from access.person_grant n where n.person_id = any (p.everybody) and n.actor_id = p.actor_id and n.given_at < ends and n.until > starts)
        or exists (select 1 from access.break_glass b where b.person_id = any (p.everybody) and b.actor_id = p.actor_id and b.started_at < ends and b.until > starts)
        or exists (select 1 from access.subject x where x.id = any (p.everybody) and x.created_by = p.actor_id) as works
    from pair p join access.actor a on a.id = p.actor_id left join access.reach r on r.actor_id = p.actor_id
  ), without_work as (
    select t.actor_id, t.person_id, count(*) as times from touched t
    where t.first and not t.refused and not exists (select 1 from touched beside join weighed w on w.actor_id = beside.actor_id and w.person_id = beside.person_id where beside.id = t.id and (w.works or w.named))
    group by t.actor_id, t.person_id
  ), unusual as (
    select w.actor_id, w.person_id, w.times, w.first_at, w.last_at, array_remove(array[
      case when w.own_id = any (w.everybody) then 'own' end,
      case when exists (select 1 from access.actor c where c.person_id = any (w.everybody) and c.id <> w.actor_id) then 'colleague' end,
      case when w.own_id is distinct from w.person_id and exists (select 1 from people.name n where n.person_id = any (w.everybody) and n.superseded_at is null and btrim(n.family) <> '' and lower(btrim(n.family)) = lower(regexp_replace(btrim(w.name), '^.*\s', ''))) then 'surname' end,
      case when w.own_id is not null and not w.own_id = any (w.everybody) and exists (
        select 1 from people.address mine join people.address theirs on theirs.person_id = any (w.everybody) and theirs.superseded_at is null and (theirs.valid_to is null or theirs.valid_to >= starts_on)
          and (theirs.household_id = mine.household_id or theirs.uprn = mine.uprn or (lower(replace(theirs.postcode, ' ', '')) = lower(replace(mine.postcode, ' ', '')) and lower(btrim(theirs.lines[1])) = lower(btrim(mine.lines[1]))))
        where mine.person_id = any (access.everyone(w.own_id)) and mine.superseded_at is null and (mine.valid_to is null or mine.valid_to >= starts_on)) then 'address' end,
      case when exists (select 1 from access.involvement i where i.person_id = any (w.everybody) and i.superseded_at is null and i.to_on >= w.first_day - lately and i.to_on < w.last_day)
        and not exists (select 1 from access.involvement i where i.person_id = any (w.everybody) and i.superseded_at is null and i.from_on <= w.last_day and (i.to_on is null or i.to_on >= w.last_day)) then 'closed' end,
      case when w.marking = 'restricted' and not w.named then 'restricted' end,
      case when coalesce(n.times, 0) >= often then 'noWork' end], null) as kinds
    from weighed w left join without_work n on n.actor_id = w.actor_id and n.person_id = w.person_id
    where w.marking <> 'sealed'
  ), busy as (
    select h.actor_id, max(h.people)::int as times, min(h.first_at) as first_at, max(h.last_at) as last_at
    from (select actor_id, date_trunc('hour', at) as hour, count(distinct person_id) as people, min(at) as first_at, max(at) as last_at from touched where first group by 1, 2) h
    where h.people >= many group by h.actor_id
  )
  select starts_on, f.actor_id, f.person_id, f.kinds, f.times, f.first_at, f.last_at from unusual f where cardinality(f.kinds) > 0
  union all
  select starts_on, b.actor_id, null, array['many'], b.times, b.first_at, b.last_at from busy b
  on conflict (week_from, actor_id, person_id) do nothing;
  get diagnostics number = row_count;
  insert into access.viewing_week (week_from, found) values (starts_on, number) on conflict (week_from) do nothing;
  return number;
end $$;

-- The full weeks since the last one that was looked through, eight at most; the first time the last full week.
create function access.find_unusual(opening text[], many int, often int, lately int) returns table (weeks int, lines int) language plpgsql as $$
declare
  last_week date := date_trunc('week', now() at time zone 'Europe/London')::date - 7;
  one date := greatest(coalesce((select max(w.week_from) + 7 from access.viewing_week w), last_week), last_week - 49);
begin
  weeks := 0;
  lines := 0;
  while one <= last_week loop
    lines := lines + access.look_through_week(one, opening, many, often, lately);
    weeks := weeks + 1;
    one := one + 7;
  end loop;
  return next;
end $$;

-- For the privacy officer; their own viewing is for another one. A record that they may know nothing of is left out.
create function access.unusual_of(week date) returns table (id uuid, actor_id uuid, actor text, job_title text, person_id uuid, name text, marking text, kinds text[], times int, first_at timestamptz, last_at timestamptz,
  reviewed_at timestamptz, reviewer text, review_note text) language plpgsql stable as $$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query select u.id, u.actor_id, a.name, a.job_title, k.survivor_id, k.name, k.marking, u.kinds, u.times, u.first_at, u.last_at, u.reviewed_at, r.name, u.review_note
    from access.unusual_viewing u join access.actor a on a.id = u.actor_id left join access.actor r on r.id = u.reviewed_by left join lateral access.for_review(u.person_id) k on true
    where u.week_from = week and u.actor_id <> access.actor() and (u.person_id is null or k.survivor_id is not null)
    order by u.reviewed_at is not null, cardinality(u.kinds) desc, u.times desc, a.name, u.id;
end $$;
create function access.viewing_weeks() returns table (week_from date, looked_at timestamptz, waiting int) language plpgsql stable as $$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query select w.week_from, w.looked_at, (select count(*)::int from access.unusual_viewing u where u.week_from = w.week_from and u.reviewed_at is null and u.actor_id <> access.actor()
      and (u.person_id is null or exists (select 1 from access.for_review(u.person_id))))
    from access.viewing_week w order by w.week_from desc limit 52;
end $$;
create function access.review_unusual(line uuid, note text) returns int language plpgsql as $$
declare
  reviewed int;
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  update access.unusual_viewing u set reviewed_at = now(), reviewed_by = access.actor(), review_note = note where u.id = line and u.reviewed_at is null and u.actor_id <> access.actor()
    and (u.person_id is null or exists (select 1 from access.for_review(u.person_id)));
  get diagnostics reviewed = row_count;
  return reviewed;
end $$;

call access.gate('access.look_through_week(date, text[], int, int, int)', 'finds the unusual viewing of one week', false);
call access.gate_for_jobs('access.find_unusual(text[], int, int, int)', 'finds the unusual viewing of the weeks that nobody looked through yet');
call access.gate('access.unusual_of(date)', 'unusual viewing of one week, for the privacy officer');
call access.gate('access.viewing_weeks()', 'weeks that were looked through, for the privacy officer');
call access.gate('access.review_unusual(uuid, text)', 'the privacy officer looked at unusual viewing');
