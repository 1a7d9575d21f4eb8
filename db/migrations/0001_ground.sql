-- The ground: what cannot be added later. Who asks (access), who a row is about (subject, parts of merged people), which domain it is in.

create schema ops;
create schema access;

create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;

revoke all on schema public from public;
grant usage on schema public, access, ops to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

-- Actors, teams, roles ------------------------------------------------------------------------------------------------

create table access.actor (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'partner', 'portal', 'machine')),
  name text not null,
  email text unique,
  job_title text,
  phone text,
  password_hash text,
  qualified boolean not null default false,           -- social-work-qualified: may decide on a contact (Working Together 2023, para 153)
  caseload_limit int,
  hours numeric(3, 2) not null default 1,             -- 1.00 is full time
  active boolean not null default true,
  person_id uuid,                                     -- the actor's own record: never readable by them
  version int not null default 1,
  created_at timestamptz not null default now()
);

create table access.team (
  id uuid primary key,
  name text not null,
  kind text not null default 'team' check (kind in ('directorate', 'service', 'team', 'frontDoor', 'emergencyDuty', 'agency')),
  domain text not null default 'children',
  parent_id uuid references access.team,
  active boolean not null default true,
  version int not null default 1
);

create table access.membership (
  id uuid primary key,
  actor_id uuid not null references access.actor,
  team_id uuid references access.team,
  role text not null check (role in ('worker', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'partner')),
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  given_by uuid,
  reason text
);
create index on access.membership (actor_id);
create index on access.membership (team_id);

-- What an actor reaches, worked out from the tables above by triggers: scopes are the actor's own id, their teams and the teams below those they manage.
create table access.reach (
  actor_id uuid primary key references access.actor,
  scopes uuid[] not null,
  wide text[] not null,                               -- domains seen without a scope row: front door, emergency duty
  wide_write text[] not null,
  cards boolean not null,                             -- finds the name card of an open person
  roles text[] not null,
  teams uuid[] not null,
  until timestamptz                                   -- worked out anew after this moment
);

create table access.session (
  token_hash bytea primary key,
  id uuid not null unique,
  actor_id uuid not null references access.actor,
  started_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  ended_at timestamptz,
  device text
);
create index on access.session (actor_id) where ended_at is null;

-- Who a row is about ---------------------------------------------------------------------------------------------------

create table access.subject (
  id uuid primary key,
  marking text not null default 'open' check (marking in ('open', 'restricted', 'sealed')),
  created_by uuid,
  created_at timestamptz not null default now()
);

-- Merging re-points nothing: each row keeps the part it was written about, this says who that is now.
-- A merged person may be merged again: into_id is what was done, survivor_id where it ends, kept by a trigger.
create table access.person_part (
  part_id uuid primary key references access.subject,
  survivor_id uuid not null references access.subject,
  into_id uuid not null references access.subject,
  merged_at timestamptz not null default now(),
  merged_by uuid not null,
  reason text not null,
  check (part_id <> survivor_id)
);
create index on access.person_part (survivor_id);
create index on access.person_part (into_id);

create table access.listed (                          -- the named staff of a restricted or sealed record
  person_id uuid not null references access.subject,
  actor_id uuid not null references access.actor,
  since timestamptz not null default now(),
  until timestamptz,
  given_by uuid,
  primary key (person_id, actor_id)
);

create table access.exclusion (
  id uuid primary key,
  person_id uuid not null references access.subject,
  actor_id uuid not null references access.actor,
  reason text not null,
  since timestamptz not null default now(),
  until timestamptz,
  given_by uuid
);
create index on access.exclusion (person_id);

-- The legitimate relationship: who works with whom, as what, from when to when.
create table access.involvement (
  id uuid primary key,
  person_id uuid not null references access.subject,
  team_id uuid references access.team,
  worker_id uuid references access.actor,
  domain text not null,
  role text not null default 'allocated',
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  check (to_on is null or to_on >= from_on),
  check (team_id is not null or worker_id is not null)
);
create index on access.involvement (person_id) where superseded_at is null;
create index on access.involvement (worker_id) where superseded_at is null;
create index on access.involvement (team_id, to_on) where superseded_at is null;

create table access.person_grant (
  id uuid primary key,
  person_id uuid not null references access.subject,
  actor_id uuid not null references access.actor,
  domain text not null,
  may_write boolean not null default false,
  until timestamptz not null,
  reason text not null,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  check (given_by <> actor_id)
);
create index on access.person_grant (person_id);

create table access.break_glass (
  id uuid primary key,
  person_id uuid not null references access.subject,
  actor_id uuid not null references access.actor,
  reason text not null check (length(btrim(reason)) >= 20),
  started_at timestamptz not null default now(),
  until timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  review_note text,
  check (until <= started_at + interval '8 hours')
);
create index on access.break_glass (person_id);
create index on access.break_glass (actor_id);

create table access.share (                           -- an agency works with this person (early help)
  id uuid primary key,
  person_id uuid not null references access.subject,
  agency_id uuid not null references access.team,
  since timestamptz not null default now(),
  until timestamptz,
  purpose text not null,
  lawful_basis text not null
);
create index on access.share (person_id);

-- Derived: who may see whom. Kept by triggers, rebuilt nightly with no difference.
create table access.person_scope (
  person_id uuid not null references access.subject,
  scope uuid not null,                                -- an actor, or a team
  domain text not null,                               -- '*': every domain but adoption, legal and allegation; 'agency': early help, without what is shared
  sight text not null check (sight in ('exists', 'card', 'full')),
  may_write boolean not null,
  until timestamptz,
  primary key (person_id, scope, domain, sight, may_write)
);
create index on access.person_scope (scope, person_id);

-- Derived: who is kept from whom. Scope is an actor (exclusion, own record), or zero: marked, so the wide flag and the name card do not hold.
create table access.bar (
  person_id uuid not null references access.subject,
  scope uuid not null,
  until timestamptz,
  primary key (person_id, scope)
);
create index on access.bar (scope);

-- Who asks: set inside the transaction by access.enter -------------------------------------------------------------------

create function access.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('kith.actor', true), '')::uuid;
create function access.scopes() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('kith.scopes', true), ''), '{}')::uuid[];
create function access.wide() returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting('kith.wide', true), ''), '{}')::text[];
create function access.wide_write() returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting('kith.wide_write', true), ''), '{}')::text[];
create function access.cards() returns boolean language sql stable parallel safe
  return coalesce(current_setting('kith.cards', true), '') = 'on';

-- The text of "full sight of this person in this domain", for policies: functions with a sub-select are not inlined, so policies carry the text.
-- Flag first, then EXISTS: measured in the design brief, section 4.
create function access.full_sight(person text, domain text, writing boolean default false) returns text language sql immutable as $$
  select format($text$(
    not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (%2$s = any ((select %3$s)::text[]) and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = %1$s and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' %4$s
        and (s.domain = %2$s or (%2$s = 'shared' and s.domain <> 'agency') or (s.domain = '*' and %2$s not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and %2$s = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))$text$, person, domain, case when writing then 'access.wide_write()' else 'access.wide()' end, case when writing then 'and s.may_write' else '' end)
$$;

create function access.card_sight(person text) returns text language sql immutable as $$
  select format($text$(
    not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      ((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = %1$s and s.scope = any ((select access.scopes())::uuid[])
        and s.sight in ('card', 'full') and (s.until is null or s.until > now()))
    ))$text$, person)
$$;

-- The doors by which a table about people is guarded. Every such table goes through one of the four; a test finds the one that does not.

create procedure access.guard_gate(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy gate on %s to kith_gate using (true) with check (true)', guarded);
  execute format('create policy backup on %s for select to kith_backup using (true)', guarded);
  execute format('grant select on %s to kith_backup', guarded);
  execute format('grant select, insert, update, delete on %s to kith_gate', guarded);
end $$;

-- A row about one person.
create procedure access.guard_person(guarded regclass, person text default 'person_id', domain text default 'domain') language plpgsql as $$
begin
  call access.guard_gate(guarded);
  person := format('%s.%I', guarded, person);
  domain := case when domain like '''%' then domain else format('%s.%I', guarded, domain) end;
  execute format('create policy see on %s for select to kith_app using (%s)', guarded, access.full_sight(person, domain));
  execute format('create policy add on %s for insert to kith_app with check (%s)', guarded, access.full_sight(person, domain, true));
  execute format('create policy change on %s for update to kith_app using (%s) with check (%2$s)', guarded, access.full_sight(person, domain, true));
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $$;

-- Which tables are about several people, and where their people stand.
create table ops.several (guarded regclass primary key, links regclass not null, link text not null);

-- "One of the people of this row may be seen (or written about) in the row's domain", and "this row has no people yet", as text for policies.
create function access.of_several(guarded regclass, mine text, in_domain text, writing boolean) returns text language sql stable as $$
  select format('exists (select 1 from %s l where l.%I = %s and l.domain = %s%s)', links, link, mine, in_domain,
    case when writing then ' and ' || access.full_sight('l.person_id', 'l.domain', true) else '' end)
  from ops.several s where s.guarded = of_several.guarded
$$;
create function access.nobody_yet(guarded regclass, mine text) returns text language sql stable as $$
  select format('%s_nobody_yet(%s)', guarded, mine)
$$;

-- A row about several people, who stand in a table of links (guarded as rows about one person). A row without links is seen by nobody.
-- A person is put on a row only by somebody who sees the row already, or while nobody stands on it: else a hidden row could be opened
-- by putting a person of one's own on it.
create procedure access.guard_several(guarded regclass, links regclass, link text) language plpgsql as $$
declare
  mine text := format('%s.id', guarded);
  in_domain text := format('%s.domain', guarded);
begin
  insert into ops.several values (guarded, links, link);
  execute format('create function %s_nobody_yet(row_id uuid) returns boolean language plpgsql stable as $f$ begin return not exists (select 1 from %s where %I = row_id); end $f$', guarded, links, link);
  call access.guard_gate(guarded);
  call access.gate(format('%s_nobody_yet(uuid)', guarded), 'a row that is being written has no people yet');
  execute format('create policy see on %s for select to kith_app using (%s)', guarded, access.of_several(guarded, mine, in_domain, false));
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null)', guarded);
  execute format('create policy change on %s for update to kith_app using (%s)', guarded, access.of_several(guarded, mine, in_domain, true));
  execute format('grant select, insert, update on %s to kith_app', guarded);
  execute format($f$create function %1$s_onto() returns trigger language plpgsql as $t$
    begin
      if not %2$s and not exists (select 1 from %1$s up where up.id = new.%3$I) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $t$ $f$, guarded, access.nobody_yet(guarded, format('new.%I', link)), link);
  execute format($f$create trigger onto before insert or update of %2$I on %1$s for each row when (current_user <> 'kith_gate') execute function %3$s_onto()$f$, links, link, guarded);
end $$;

-- A row that belongs to a row about several people and is seen with it.
create procedure access.guard_within(guarded regclass, parent regclass, link text) language plpgsql as $$
declare
  mine text := format('%s.%I', guarded, link);
  writing text := format('%s or exists (select 1 from %s up where up.id = %s and %s)', access.nobody_yet(parent, mine), parent, mine, access.of_several(parent, 'up.id', 'up.domain', true));
begin
  call access.guard_gate(guarded);
  execute format('create policy see on %s for select to kith_app using (exists (select 1 from %s up where up.id = %s))', guarded, parent, mine);
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null and (%s))', guarded, writing);
  execute format('create policy change on %s for update to kith_app using (%s)', guarded, writing);
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $$;

-- A passage of such a row, about some of its people only: full sight of every person it is about, in the domain of the row.
-- About nobody in particular (an empty list) is about all of them.
create procedure access.guard_passage(guarded regclass, parent regclass, link text) language plpgsql as $$
declare
  mine text := format('%s.%I', guarded, link);
  of_parent text := format('exists (select 1 from %s up where up.id = %s and up.domain = %s.domain)', parent, mine, guarded);
  every text := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', guarded, access.full_sight('p', format('%s.domain', guarded)));
  every_writing text := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', guarded, access.full_sight('p', format('%s.domain', guarded), true));
  writing text := format('(%s or %s) and %s', access.nobody_yet(parent, mine), access.of_several(parent, mine, format('%s.domain', guarded), true), every_writing);
begin
  call access.guard_gate(guarded);
  execute format('create policy see on %s for select to kith_app using (%s and %s)', guarded, of_parent, every);
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null and %s)', guarded, writing);
  execute format('create policy change on %s for update to kith_app using (%s) with check (%2$s)', guarded, writing);
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $$;

-- A gate function: security definer, owned by the gate role, on the list that a test reads.
create table ops.gate (signature text primary key, why text not null);
-- `callable`: by the application; the others are called by triggers and by gate functions only. Rights are given while the function is still ours.
create procedure access.gate(door text, reason text, callable boolean default true) language plpgsql as $$
declare
  f regprocedure := door::regprocedure;
  s text := (select n.nspname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = f);
begin
  execute format('alter function %s security definer', f);
  execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
  execute format('revoke execute on function %s from public', f);
  if callable then execute format('grant execute on function %s to kith_app', f); end if;
  execute format('grant create on schema %I to kith_gate', s);
  execute format('alter function %s owner to kith_gate', f);
  execute format('revoke create on schema %I from kith_gate', s);
  insert into ops.gate as g values (f::text, reason) on conflict on constraint gate_pkey do update set why = excluded.why;
end $$;

call access.guard_gate('access.subject');
do $$ begin
  execute format('create policy see on access.subject for select to kith_app using (%s)', access.card_sight('access.subject.id'));
end $$;
create policy add on access.subject for insert to kith_app with check (marking = 'open' and created_by = access.actor());
grant select, insert on access.subject to kith_app;

call access.guard_gate('access.person_scope');
create policy own on access.person_scope for select to kith_app using (scope = any ((select access.scopes())::uuid[]));
grant select on access.person_scope to kith_app;
call access.guard_gate('access.bar');
create policy own on access.bar for select to kith_app using (scope = (select access.actor()) or scope = '00000000-0000-0000-0000-000000000000');
grant select on access.bar to kith_app;

call access.guard_gate('access.person_part');
call access.guard_gate('access.listed');
call access.guard_gate('access.exclusion');
call access.guard_gate('access.person_grant');
call access.guard_gate('access.break_glass');
call access.guard_gate('access.share');
call access.guard_person('access.involvement');
-- The survivor of a part is no secret to somebody who holds the part's id and may find the survivor.
do $$ begin
  execute format('create policy see on access.person_part for select to kith_app using (%s)', access.card_sight('access.person_part.survivor_id'));
end $$;
grant select on access.person_part to kith_app;

grant select on access.team, access.membership, access.reach to kith_app;
grant select (id, kind, name, email, job_title, phone, qualified, caseload_limit, hours, active, version) on access.actor to kith_app;
grant select, insert, update, delete on access.actor, access.team, access.membership, access.reach, access.session to kith_gate;
grant select on all tables in schema access to kith_backup;
