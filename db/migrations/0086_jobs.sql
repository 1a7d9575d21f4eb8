-- Work in the background: rows that wait until their time, taken by one server at a time with a lease. Written by the role kith_jobs, who has no right on any
-- table about people: what it does to those is one gate function a task. The application adds a job inside its own transaction, and shows them to administrators.

create schema jobs;
grant usage on schema jobs to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table jobs.job (
  id uuid primary key,
  name text not null,
  input jsonb not null default '{}',                  -- ids, days and numbers; never what somebody wrote
  slot text,                                          -- which turn of a recurring job: each turn once
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  due_at timestamptz not null default now(),
  tries int not null default 0,
  held_by uuid,                                       -- the server at work; when its lease has run out, another takes the job
  held_until timestamptz,
  added_at timestamptz not null default now(),
  added_by uuid references access.actor,
  started_at timestamptz,
  ended_at timestamptz,
  did text,                                           -- what was done, in counts
  problem text                                        -- the kind of fault, never its text: that may hold what somebody wrote
);
create unique index job_once on jobs.job (name, slot) where slot is not null;
create index on jobs.job (due_at) where state in ('waiting', 'running');
create index on jobs.job (name, ended_at desc);

-- What somebody has to look at. In counts and plain words.
create table jobs.alert (
  id uuid primary key,
  kind text not null,
  words text not null,
  found_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references access.actor
);
create index on jobs.alert (found_at) where closed_at is null;
grant select, insert, update, delete on jobs.job to kith_jobs;
grant insert on jobs.alert to kith_jobs;
grant select, insert, update on jobs.job, jobs.alert to kith_gate;
grant select on jobs.job, jobs.alert to kith_backup;

-- Each job that was done is one event of the audit, in the name of Kith: an account without a password, a role or a team, made when it is first needed.
create function jobs.witness(did text, reason text) returns void language plpgsql as $$
begin
  insert into access.actor (id, kind, name, job_title) values ('6b697468-0000-7000-8000-000000000001', 'machine', 'Kith', 'Works in the background') on conflict (id) do nothing;
  perform access.set_identity('6b697468-0000-7000-8000-000000000001');
  perform audit.append(did, '{}', reason, false, 'job', null, null);
end $$;
-- Inside the transaction of whoever asks for it: when that is rolled back, the job was never there.
create function jobs.add(job_id uuid, job_name text, given jsonb, due timestamptz) returns void language plpgsql as $$
begin
  if access.actor() is null then call access.refuse(); end if;
  insert into jobs.job (id, name, input, due_at, added_by) values (job_id, job_name, coalesce(given, '{}'), coalesce(due, now()), access.actor());
end $$;
create function jobs.shown(most int) returns table (id uuid, name text, state text, due_at timestamptz, tries int, held_until timestamptz, started_at timestamptz, ended_at timestamptz, did text, problem text, added_by text) language sql stable as $$
  select j.id, j.name, j.state, j.due_at, j.tries, j.held_until, j.started_at, j.ended_at, j.did, j.problem, a.name
  from (
    (select * from jobs.job where state <> 'done' order by state = 'failed' desc, due_at limit most)
    union all (select * from jobs.job where state = 'done' order by ended_at desc limit most)
  ) j left join access.actor a on a.id = j.added_by
  where access.has_role('{administrator}')
$$;
create function jobs.try_again(job_id uuid) returns int language plpgsql as $$
declare
  again int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  update jobs.job set state = 'waiting', due_at = now(), tries = 0, ended_at = null where id = job_id and (state = 'failed' or (state = 'waiting' and tries > 0));
  get diagnostics again = row_count;
  return again;
end $$;
create function jobs.alerts() returns table (id uuid, kind text, words text, found_at timestamptz) language sql stable as $$
  select a.id, a.kind, a.words, a.found_at from jobs.alert a where a.closed_at is null and access.has_role('{administrator}') order by a.found_at
$$;
create function jobs.close_alert(alert_id uuid) returns int language plpgsql as $$
declare
  closed int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  update jobs.alert set closed_at = now(), closed_by = access.actor() where id = alert_id and closed_at is null;
  get diagnostics closed = row_count;
  return closed;
end $$;
call access.gate('jobs.add(uuid, text, jsonb, timestamptz)', 'a request adds a job within its own transaction');
call access.gate('jobs.shown(int)', 'background work, for administrators');
call access.gate('jobs.try_again(uuid)', 'a failed job is tried again, by administrators');
call access.gate('jobs.alerts()', 'what an administrator has to look at');
call access.gate('jobs.close_alert(uuid)', 'an administrator has looked at it');

-- What the background does to tables about people: one function a task, for the role of jobs and nobody else --------------------

-- Unsent contacts that nobody touched for so long. A half-written assessment is work and stays.
create function jobs.wipe_drafts(days int) returns int language plpgsql as $$
declare
  wiped int;
begin
  delete from contacts.draft where saved_at < now() - make_interval(days => days);
  get diagnostics wiped = row_count;
  return wiped;
end $$;
create function jobs.wipe_answered(days int) returns int language plpgsql as $$
declare
  wiped int;
begin
  delete from ops.answered where at < now() - make_interval(days => days);
  get diagnostics wiped = row_count;
  return wiped;
end $$;
-- Sessions that are over opened nothing any more; after so many days they are removed. Who did what from them stands in the audit.
create function jobs.wipe_sessions(days int) returns int language plpgsql as $$
declare
  wiped int;
begin
  delete from access.session where coalesce(ended_at, least(last_at + interval '15 minutes', started_at + interval '12 hours')) < now() - make_interval(days => days);
  get diagnostics wiped = row_count;
  return wiped;
end $$;

-- Compares what is derived with its sources, and derives anew who differs: person by person under the lock that a change of sight takes, so that nobody at
-- work is in its way. What staff reach is worked out anew when its time has come; only what differs before that counts.
create function access.mend_scope() returns table (differed bigint, people int, staff int) language plpgsql as $$
declare
  wrong uuid[] := '{}';
  astray uuid[] := array(
    select x.actor_id from (
      select r.actor_id, r.scopes, r.wide, r.wide_write, r.cards, r.roles, r.teams from access.reach r where r.until is null or r.until > now()
      except select n.actor_id, n.scopes, n.wide, n.wide_write, n.cards, n.roles, n.teams from access.reach_now n) x);
begin
  differed := access.scope_difference() + cardinality(astray);
  if differed > cardinality(astray) then
    wrong := array(
      select x.person_id from (select s.person_id, s.scope, s.domain, s.sight, s.may_write, s.until from access.person_scope s except select n.person_id, n.scope, n.domain, n.sight, n.may_write, n.until from access.scope_now n) x
      union select x.person_id from (select n.person_id, n.scope, n.domain, n.sight, n.may_write, n.until from access.scope_now n except select s.person_id, s.scope, s.domain, s.sight, s.may_write, s.until from access.person_scope s) x
      union select x.person_id from (select b.person_id, b.scope, b.until from access.bar b except select n.person_id, n.scope, n.until from access.bar_now n) x
      union select x.person_id from (select n.person_id, n.scope, n.until from access.bar_now n except select b.person_id, b.scope, b.until from access.bar b) x);
    perform access.derive(p) from (select unnest(wrong) as p order by 1) w;
  end if;
  perform access.derive_reach(a) from (select unnest(astray || array(select r.actor_id from access.reach r where r.until <= now())) as a order by 1) w;
  people := cardinality(wrong);
  staff := cardinality(astray);
  return next;
end $$;

create function people.filing_waits() returns boolean language sql stable as $$ select exists (select 1 from people.search_due) $$;
create function people.comparing_waits() returns bigint language sql stable as $$ select count(*) from people.compare_due $$;

create procedure access.gate_for_jobs(door text, reason text) language plpgsql as $$
begin
  execute format('revoke execute on function %s from public', door::regprocedure);
  execute format('grant execute on function %s to kith_jobs', door::regprocedure);
  call access.gate(door, reason, false);
end $$;
call access.gate_for_jobs('jobs.witness(text, text)', 'background work is done in the name of Kith, and audited');
call access.gate_for_jobs('jobs.wipe_drafts(int)', 'unsent drafts are wiped after their time');
call access.gate_for_jobs('jobs.wipe_answered(int)', 'answers kept for repeats are wiped after their time');
call access.gate_for_jobs('jobs.wipe_sessions(int)', 'sessions that are over are removed');
call access.gate_for_jobs('access.mend_scope()', 'the nightly comparison of sight with its sources');
call access.gate_for_jobs('people.filing_waits()', 'whether somebody waits to be filed for search');
call access.gate_for_jobs('people.comparing_waits()', 'how many wait to be compared with the others');

-- What stood before. Comparing answers no request any more, also not one in which nobody entered.
set local role kith_gate;
grant execute on function people.to_file(int), people.file(jsonb), people.to_compare(int), people.alike(uuid, int[], int[], int[]), people.keep_alike(uuid, jsonb) to kith_jobs;
revoke execute on function people.to_compare(int), people.alike(uuid, int[], int[], int[]), people.keep_alike(uuid, jsonb) from kith_app;
set local role kith_owner;
