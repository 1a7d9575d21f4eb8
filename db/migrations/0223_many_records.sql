-- Very many records opened by one account within an hour or a day: the privacy officer is told within minutes, and the account is slowed down until somebody has looked, for an
-- hour at most. Weekly review (0151) stays what it is: this is for what happens now.
create table access.many_opened (
  id uuid primary key default gen_random_uuid(),
  actor_id uuid not null references access.actor,
  span text not null check (span in ('hour', 'day')),
  people int not null,
  measure int not null,                               -- what was beyond
  found_at timestamptz not null default now(),
  slowed_until timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid references access.actor,
  review_note text
);
create index on access.many_opened (actor_id, found_at desc);
grant select, insert, update on access.many_opened to kith_gate;
grant select on access.many_opened to kith_backup;
-- Small, and cheap to keep: events come in the order of time.
create index event_by_time on audit.event using brin (at);

-- `opening`: the names of requests that show somebody's record. Distinct people, by whom the request was for.
create function access.find_many(opening text[]) returns int language plpgsql as $$
declare
  set_to jsonb := (select value from ops.setting where key = 'access.manyOpened' and superseded_at is null);
  an_hour int := coalesce((set_to ->> 'hour')::int, 60);
  a_day int := coalesce((set_to ->> 'day')::int, 200);
  found_now int;
begin
  insert into access.many_opened (actor_id, span, people, measure, slowed_until)
  select x.actor_id, s.span, s.people, s.measure, now() + interval '1 hour'
  from (
    select e.actor_id, count(distinct e.people[1]) filter (where e.at > now() - interval '1 hour')::int as within_hour, count(distinct e.people[1])::int as within_day
    from audit.event e where e.at > now() - interval '1 day' and e.what = any (opening) and e.via in ('page', 'api') and not e.refused and e.actor_id is not null and cardinality(e.people) > 0
    group by e.actor_id
  ) x cross join lateral (values ('hour', x.within_hour, an_hour), ('day', x.within_day, a_day)) s (span, people, measure)
  where s.people > s.measure
    and not exists (select 1 from access.many_opened m where m.actor_id = x.actor_id and m.span = s.span and m.found_at > now() - case s.span when 'hour' then interval '1 hour' else interval '1 day' end);
  get diagnostics found_now = row_count;
  return found_now;
end $$;
create function access.many_to_review() returns table (id uuid, actor_id uuid, actor text, job_title text, span text, people int, measure int, found_at timestamptz, slowed_until timestamptz) language sql stable as $$
  select m.id, m.actor_id, a.name, a.job_title, m.span, m.people, m.measure, m.found_at, m.slowed_until from access.many_opened m join access.actor a on a.id = m.actor_id
  where m.reviewed_at is null and m.actor_id <> access.actor() and access.has_role('{privacy}') order by m.found_at desc
$$;
-- Looked at: the account is not slowed any more.
create function access.review_many(line uuid, note text) returns int language plpgsql as $$
declare
  reviewed int;
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  update access.many_opened set reviewed_at = now(), reviewed_by = access.actor(), review_note = note, slowed_until = least(slowed_until, now()) where id = line and reviewed_at is null and actor_id <> access.actor();
  get diagnostics reviewed = row_count;
  return reviewed;
end $$;
-- Which sessions are slowed now: a mark of the mark that opens them, which opens nothing.
create function access.slowed_sessions() returns setof text language sql stable as $$
  select encode(sha256(s.token_hash), 'hex') from access.many_opened m join access.session s on s.actor_id = m.actor_id and s.ended_at is null where m.slowed_until > now() and m.reviewed_at is null
$$;
call access.gate_for_jobs('access.find_many(text[])', 'finds accounts that open very many records now');
call access.gate('access.many_to_review()', 'accounts that opened very many records, for the privacy officer');
call access.gate('access.review_many(uuid, text)', 'the privacy officer looked at an account that opened very many records');
call access.gate('access.slowed_sessions()', 'which sessions are slowed down, as marks that open nothing');

-- What the frame of every page asks before it is drawn.
set local role kith_gate;
grant execute on function people.any_kept_from_me() to kith_partner;
set local role kith_owner;
