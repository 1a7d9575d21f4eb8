-- Signing in with a second factor; what is between password and factor; recovery; sessions by their owner and by an administrator; slow-down without lock-out.
-- All of it behind gate functions: the application has no right on these tables.

alter table access.actor add column must_enrol boolean not null default false;          -- their second factor was taken away: they choose a new one when they sign in
alter table access.session
  add column verified_at timestamptz not null default now(),                            -- when its person last showed who they are
  add column method text not null default 'password' check (method in ('password', 'code', 'passkey', 'recoveryCode', 'provider')),
  add column strong boolean not null default false,                                     -- with a second factor, ours or the provider's
  add column ended_by uuid references access.actor;

create table access.factor (
  id uuid primary key,
  actor_id uuid not null references access.actor,
  kind text not null check (kind in ('code', 'passkey')),
  label text not null,
  sealed bytea,                                       -- the secret of an authenticator, sealed with a key that is not in the database
  credential text unique,                             -- a passkey's name and public key
  public_key bytea,
  transports text[] not null default '{}',
  counter bigint not null default 0,                  -- a passkey's counter; the last step of an authenticator: a code is good once
  made_at timestamptz not null default now(),
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references access.actor,
  check ((kind = 'code') = (sealed is not null) and (kind = 'passkey') = (credential is not null and public_key is not null))
);
create index on access.factor (actor_id) where ended_at is null;

create table access.recovery_code (
  actor_id uuid not null references access.actor,
  mark bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (actor_id, mark)
);

-- Between the password and the second factor. `waits_for`: enrol or prove. `told`: what the server must remember meanwhile (a challenge, a sealed secret).
create table access.pending (
  token_hash bytea primary key,
  actor_id uuid not null references access.actor,
  waits_for text not null check (waits_for in ('enrol', 'prove')),
  told jsonb not null default '{}',
  tries int not null default 0,
  started_at timestamptz not null default now()
);

-- Attempts by what they came from, as marks made with the council's key: no address and no name is here.
create table access.attempt (
  mark bytea primary key,
  count int not null,
  last_at timestamptz not null
);

-- A second factor is taken away by an administrator and a witness, who both know that it is the person themselves who asks.
create table access.recovery (
  id uuid primary key,
  actor_id uuid not null references access.actor,
  asked_by uuid not null references access.actor,
  witness_id uuid not null references access.actor,
  reason text not null,
  asked_at timestamptz not null default now(),
  witnessed_at timestamptz,
  declined_at timestamptz,
  told_at timestamptz,                                -- when the person saw the notice of it
  check (asked_by <> actor_id and witness_id <> actor_id and asked_by <> witness_id)
);
create index on access.recovery (witness_id) where witnessed_at is null and declined_at is null;

do $$
declare t text;
begin
  foreach t in array array['factor', 'recovery_code', 'pending', 'attempt', 'recovery'] loop
    execute format('grant select, insert, update, delete on access.%I to kith_gate', t);
    execute format('grant select on access.%I to kith_backup', t);
  end loop;
end $$;

-- Entering says besides whether the person showed who they are in the last 15 minutes, and with what.
-- Replaced by its own role, which may do so in the schema for this moment.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.enter(token bytea) returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  s access.session;
begin
  select * into s from access.session where token_hash = token and ended_at is null and last_at > now() - interval '15 minutes' and started_at > now() - interval '12 hours';
  if not found then return null; end if;
  if s.last_at < now() - interval '30 seconds' then
    -- Requests of one session at the same moment do not wait for each other.
    update access.session set last_at = now() where token_hash = (select token_hash from access.session where token_hash = token for update skip locked);
  end if;
  return access.set_identity(s.actor_id) || jsonb_build_object('sessionId', s.id, 'fresh', s.verified_at > now() - interval '15 minutes', 'strong', s.strong);
end $$;
set local role kith_owner;
revoke create on schema access from kith_gate;

-- Who somebody is for signing in: with what they can prove themselves, and what roles ask of them.
create function access.signs_in(who uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('id', a.id, 'name', a.name, 'email', a.email, 'mustEnrol', a.must_enrol, 'hasPassword', a.password_hash is not null,
    'roles', coalesce((select jsonb_agg(distinct m.role) from access.membership_now m where m.actor_id = a.id), '[]'),
    'kinds', coalesce((select jsonb_agg(distinct f.kind) from access.factor f where f.actor_id = a.id and f.ended_at is null), '[]'))
  from access.actor a where a.id = who and a.active
$$;
create function access.credential_of(who uuid) returns text language sql stable as $$ select password_hash from access.actor where id = who and active $$;

create function access.begin_pending(token bytea, who uuid, waits text, told_now jsonb) returns void language sql as $$
  delete from access.pending where started_at < now() - interval '1 day' or actor_id = who and started_at < now() - interval '15 minutes';
  insert into access.pending (token_hash, actor_id, waits_for, told) values (token, who, waits, told_now)
$$;
create function access.look_pending(token bytea) returns table (actor_id uuid, waits_for text, told jsonb, tries int) language sql stable as $$
  select p.actor_id, p.waits_for, p.told, p.tries from access.pending p join access.actor a on a.id = p.actor_id and a.active where p.token_hash = token and p.started_at > now() - interval '15 minutes' and p.tries < 10
$$;
create function access.tell_pending(token bytea, told_now jsonb) returns void language sql as $$ update access.pending set told = told || told_now where token_hash = token $$;
create function access.try_pending(token bytea) returns int language sql as $$ update access.pending set tries = tries + 1 where token_hash = token returning tries $$;
-- Only one of two at once gets in by it.
create function access.end_pending(token bytea) returns boolean language sql as $$ with gone as (delete from access.pending where token_hash = token returning 1) select exists (select 1 from gone) $$;

create function access.factors_of(who uuid) returns table (id uuid, kind text, label text, sealed bytea, credential text, public_key bytea, transports text[], counter bigint, made_at timestamptz, used_at timestamptz) language sql stable as $$
  select f.id, f.kind, f.label, f.sealed, f.credential, f.public_key, f.transports, f.counter, f.made_at, f.used_at from access.factor f where f.actor_id = who and f.ended_at is null order by f.made_at
$$;
create function access.add_factor(which uuid, who uuid, told jsonb, secret bytea, key bytea) returns void language sql as $$
  insert into access.factor (id, actor_id, kind, label, sealed, credential, public_key, transports, counter, used_at)
  values (which, who, told ->> 'kind', told ->> 'label', secret, told ->> 'credential', key, array(select jsonb_array_elements_text(coalesce(told -> 'transports', '[]'))), coalesce((told ->> 'counter')::bigint, 0), now());
  update access.actor set must_enrol = false where id = who and must_enrol;
$$;
-- A code is good once, and a passkey's counter only grows: false when it was used already. A passkey that does not count stays at nought.
create function access.use_factor(which uuid, at_count bigint) returns boolean language sql as $$
  with used as (update access.factor set counter = at_count, used_at = now() where id = which and ended_at is null and (counter < at_count or at_count = 0 and counter = 0 and kind = 'passkey') returning 1) select exists (select 1 from used)
$$;
create function access.end_factor(which uuid, who uuid) returns int language plpgsql as $$
declare
  ended int;
begin
  if who <> access.actor() then call access.refuse(); end if;
  update access.factor set ended_at = now(), ended_by = access.actor() where id = which and actor_id = who and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;

create function access.keep_recovery_codes(who uuid, marks bytea[]) returns void language sql as $$
  delete from access.recovery_code where actor_id = who;
  insert into access.recovery_code (actor_id, mark) select who, unnest(marks);
$$;
create function access.use_recovery_code(who uuid, of_mark bytea) returns boolean language sql as $$
  with used as (update access.recovery_code set used_at = now() where actor_id = who and mark = of_mark and used_at is null returning 1) select exists (select 1 from used)
$$;
create function access.recovery_codes_left(who uuid) returns int language sql stable as $$ select count(*)::int from access.recovery_code where actor_id = who and used_at is null $$;

create function access.open_session(token bytea, session_id uuid, who uuid, on_device text, by_way text, is_strong boolean) returns void language sql as $$
  insert into access.session (token_hash, id, actor_id, device, method, strong) values (token, session_id, who, on_device, by_way, is_strong)
$$;
-- The person behind an open session showed again who they are.
create function access.prove_session(session_id uuid, by_way text, is_strong boolean) returns void language sql as $$
  update access.session set verified_at = now(), last_at = now(), method = by_way, strong = strong or is_strong where id = session_id and actor_id = access.actor() and ended_at is null
$$;
create function access.touch_session(token bytea) returns boolean language sql as $$
  with alive as (update access.session set last_at = now() where token_hash = token and ended_at is null and last_at > now() - interval '15 minutes' and started_at > now() - interval '12 hours' returning 1) select exists (select 1 from alive)
$$;
-- One's own, or, for the administrator, a colleague's.
create function access.sessions_of(who uuid) returns table (id uuid, device text, method text, strong boolean, started_at timestamptz, last_at timestamptz) language sql stable as $$
  select s.id, s.device, s.method, s.strong, s.started_at, s.last_at from access.session s
  where s.actor_id = who and (who = access.actor() or access.has_role('{administrator}')) and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours' order by s.last_at desc
$$;
-- One session, or all of somebody's but `keep`.
create function access.end_sessions(who uuid, only_this uuid, keep uuid) returns int language plpgsql as $$
declare
  ended int;
begin
  if who <> access.actor() and not access.has_role('{administrator}') then call access.refuse(); end if;
  update access.session set ended_at = now(), ended_by = access.actor() where actor_id = who and ended_at is null and id = coalesce(only_this, id) and id is distinct from keep;
  get diagnostics ended = row_count;
  return ended;
end $$;
-- What each of these open sessions may be told from: nothing when it is over, else a fingerprint that changes with roles, teams and the account.
create function access.watch(tokens bytea[]) returns table (token bytea, standing text) language sql stable as $$
  select t, case when a.id is not null then md5(concat_ws(' ', a.id, a.name, r.scopes::text, r.wide::text, r.wide_write::text, r.cards::text, r.roles::text, r.teams::text, r.until <= now())) end
  from unnest(tokens) t
  left join access.session s on s.token_hash = t and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours'
  left join access.actor a on a.id = s.actor_id and a.active
  left join access.reach r on r.actor_id = a.id
$$;

-- How many attempts failed of each mark, and when the last was.
create function access.attempts(marks bytea[]) returns table (mark bytea, count int, last_at timestamptz) language sql stable as $$ select a.mark, a.count, a.last_at from access.attempt a where a.mark = any (marks) $$;
-- Counts one more of each; what lies quiet for an hour begins anew.
create function access.count_attempt(marks bytea[], at_moment timestamptz) returns void language sql as $$
  insert into access.attempt as a (mark, count, last_at) select m, 1, at_moment from (select distinct unnest(marks) as m order by 1) x
  on conflict (mark) do update set count = case when a.last_at < at_moment - interval '1 hour' then 1 else a.count + 1 end, last_at = greatest(a.last_at, at_moment);
  delete from access.attempt where last_at < at_moment - interval '1 day';
$$;
create function access.forget_attempts(marks bytea[]) returns void language sql as $$ delete from access.attempt where mark = any (marks) $$;

-- Recovery. The witness is another administrator, the privacy officer, or somebody who manages; never the person, never the one who asks.
create function access.may_witness(whom uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.membership_now m join access.actor a on a.id = m.actor_id and a.active and a.kind = 'staff' where m.actor_id = whom and m.role in ('administrator', 'privacy', 'manager', 'head'))
$$;
create function access.ask_recovery(which uuid, who uuid, witness uuid, why text) returns void language plpgsql as $$
begin
  if not access.has_role('{administrator}') or who = access.actor() or witness = access.actor() or witness = who or not access.may_witness(witness)
    or not exists (select 1 from access.actor a where a.id = who and a.active) then call access.refuse(); end if;
  insert into access.recovery (id, actor_id, asked_by, witness_id, reason) values (which, who, access.actor(), witness, why);
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('recoveryAsked', who, jsonb_build_object('witness', witness), why, access.actor());
end $$;
-- What waits for the present actor to witness: for a day.
create function access.recoveries_to_witness() returns table (id uuid, name text, job_title text, asked_by text, reason text, asked_at timestamptz) language sql stable as $$
  select r.id, p.name, p.job_title, b.name, r.reason, r.asked_at from access.recovery r join access.actor p on p.id = r.actor_id join access.actor b on b.id = r.asked_by
  where r.witness_id = access.actor() and r.witnessed_at is null and r.declined_at is null and r.asked_at > now() - interval '1 day' order by r.asked_at
$$;
-- Taken away: factors, recovery codes and open sessions. The person chooses a new factor when they sign in, whatever the council asks of others.
create function access.witness_recovery(which uuid, agreed boolean) returns uuid language plpgsql as $$
declare
  r access.recovery;
begin
  select * into r from access.recovery where id = which and witness_id = access.actor() and witnessed_at is null and declined_at is null and asked_at > now() - interval '1 day' for update;
  if not found or not access.may_witness(access.actor()) then call access.refuse(); end if;
  if not agreed then
    update access.recovery set declined_at = now() where id = which;
    insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('recoveryDeclined', r.actor_id, jsonb_build_object('askedBy', r.asked_by), r.reason, access.actor());
    return r.actor_id;
  end if;
  update access.recovery set witnessed_at = now() where id = which;
  update access.factor set ended_at = now(), ended_by = r.asked_by where actor_id = r.actor_id and ended_at is null;
  delete from access.recovery_code where actor_id = r.actor_id;
  update access.actor set must_enrol = true, version = version + 1 where id = r.actor_id;
  update access.session set ended_at = now(), ended_by = access.actor() where actor_id = r.actor_id and ended_at is null;
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('recovered', r.actor_id, jsonb_build_object('askedBy', r.asked_by), r.reason, access.actor());
  return r.actor_id;
end $$;
-- The notice to the person whose factor was taken away, until they have seen it.
create function access.recovery_notices(seen boolean) returns table (asked_by text, witness text, at timestamptz) language plpgsql as $$
begin
  return query select b.name, w.name, r.witnessed_at from access.recovery r join access.actor b on b.id = r.asked_by join access.actor w on w.id = r.witness_id
    where r.actor_id = access.actor() and r.witnessed_at is not null and r.told_at is null order by r.witnessed_at;
  if seen then update access.recovery set told_at = now() where actor_id = access.actor() and witnessed_at is not null and told_at is null; end if;
end $$;
create function access.witnesses() returns table (id uuid, name text, job_title text) language sql stable as $$
  select distinct a.id, a.name, a.job_title from access.membership_now m join access.actor a on a.id = m.actor_id and a.active and a.kind = 'staff'
  where m.role in ('administrator', 'privacy', 'manager', 'head') and a.id <> access.actor() order by a.name
$$;

call access.gate('access.signs_in(uuid)', 'sign-in: with what somebody can prove themselves');
call access.gate('access.credential_of(uuid)', 'asking again for the password of somebody signed in');
call access.gate('access.begin_pending(bytea, uuid, text, jsonb)', 'sign-in: between password and second factor');
call access.gate('access.look_pending(bytea)', 'sign-in: between password and second factor');
call access.gate('access.tell_pending(bytea, jsonb)', 'sign-in: between password and second factor');
call access.gate('access.try_pending(bytea)', 'sign-in: counts wrong codes');
call access.gate('access.end_pending(bytea)', 'sign-in: the second factor was right');
call access.gate('access.factors_of(uuid)', 'sign-in checks a second factor');
call access.gate('access.add_factor(uuid, uuid, jsonb, bytea, bytea)', 'a second factor is added');
call access.gate('access.use_factor(uuid, bigint)', 'a code is good once');
call access.gate('access.end_factor(uuid, uuid)', 'one''s own second factor is taken away');
call access.gate('access.keep_recovery_codes(uuid, bytea[])', 'new recovery codes');
call access.gate('access.use_recovery_code(uuid, bytea)', 'a recovery code is good once');
call access.gate('access.recovery_codes_left(uuid)', 'how many recovery codes are left');
call access.gate('access.open_session(bytea, uuid, uuid, text, text, boolean)', 'sign-in begins a session');
call access.gate('access.prove_session(uuid, text, boolean)', 'somebody signed in showed again who they are');
call access.gate('access.touch_session(bytea)', 'somebody is still at work on an open page');
call access.gate('access.sessions_of(uuid)', 'open sessions, one''s own or by the administrator');
call access.gate('access.end_sessions(uuid, uuid, uuid)', 'ends sessions, one''s own or by the administrator');
call access.gate('access.watch(bytea[])', 'open pages learn that a session is over or its reach has changed');
call access.gate('access.attempts(bytea[])', 'sign-in slows down after failures');
call access.gate('access.count_attempt(bytea[], timestamptz)', 'sign-in slows down after failures');
call access.gate('access.forget_attempts(bytea[])', 'sign-in slows down after failures');
call access.gate('access.may_witness(uuid)', 'who may witness a recovery', false);
call access.gate('access.ask_recovery(uuid, uuid, uuid, text)', 'an administrator asks for a recovery');
call access.gate('access.recoveries_to_witness()', 'what waits for a witness');
call access.gate('access.witness_recovery(uuid, boolean)', 'a witness confirms or declines a recovery');
call access.gate('access.recovery_notices(boolean)', 'the person is told of the recovery');
call access.gate('access.witnesses()', 'who may witness a recovery, for the administrator to choose');
