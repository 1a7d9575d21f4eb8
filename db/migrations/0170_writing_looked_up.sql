-- Decision 0071: whoever may be written about is looked up once a request, as sight is (0070). The rule stays where it was; what it said is kept in the transaction.

-- Policies and triggers hold on to these three, so they are replaced in place, by their owner.
grant create on schema access to kith_gate;
set local role kith_gate;

create or replace function access.writes(who uuid, in_domain text) returns boolean language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if strpos(current_setting('kith.writable', true), who::text || '/' || in_domain) > 0 then return true; end if;
  if in_domain = any (access.wide_write()) and not exists (select 1 from access.bar b where b.person_id = who) then return true; end if;
  if exists (select 1 from access.person_scope s where s.person_id = who and s.sight = 'full' and s.may_write
      and (s.domain = in_domain or (in_domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and in_domain = 'earlyHelp'))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
  then
    return not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
  end if;
  return in_domain = any (access.wide_write())
    and not exists (select 1 from access.bar b where b.person_id = who and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now())));
end $$;

create or replace function access.forget() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_config('kith.known', '', true), set_config('kith.found', '', true), set_config('kith.writable', '', true);
  return null;
end $$;

create or replace function access.set_identity(who uuid) returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  a record;
begin
  for turn in 1 .. 2 loop
    select x.id, x.kind, x.name, x.email, x.job_title, x.qualified, r.actor_id, r.scopes, r.wide, r.wide_write, r.cards, r.roles, r.teams, r.until into a
    from access.actor x left join access.reach r on r.actor_id = x.id where x.id = who and x.active;
    if not found then return null; end if;
    exit when a.actor_id is not null and (a.until is null or a.until > now());
    perform access.derive_reach(who);
  end loop;
  perform set_config('kith.actor', a.id::text, true), set_config('kith.scopes', a.scopes::text, true), set_config('kith.wide', a.wide::text, true),
    set_config('kith.wide_write', a.wide_write::text, true), set_config('kith.cards', case when a.cards then 'on' else 'off' end, true),
    set_config('kith.known', '', true), set_config('kith.found', '', true), set_config('kith.writable', '', true);
  return jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'email', a.email, 'jobTitle', a.job_title, 'qualified', a.qualified, 'roles', a.roles, 'teams', a.teams, 'wide', a.wide);
end $$;
reset role;
revoke create on schema access from kith_gate;

-- Whom of these people the actor may not write about. Whom they may is kept until the transaction ends, or anybody's sight changes in it.
create function access.look_up_writing(people uuid[], in_domain text) returns uuid[] language plpgsql volatile as $$
declare
  refused uuid[] := access.not_writable(people, in_domain);
begin
  perform set_config('kith.writable', coalesce(current_setting('kith.writable', true), '') || coalesce((select string_agg(' ' || p::text || '/' || in_domain, '') from unnest(people) p where p <> all (refused)), ''), true);
  return refused;
end $$;
call access.gate('access.look_up_writing(uuid[], text)', 'looks up at once whom of several people the actor may write about, for the policies of this transaction');

-- Whether the row behind may be seen is asked only where somebody is on it already: a row that is just being written has nobody.
do $$
declare
  onto record;
begin
  for onto in select s.guarded, s.link from ops.several s loop
    execute format($f$create or replace function %1$s_onto() returns trigger language plpgsql as $t$
    begin
      if %2$s then return new; end if;
      if not exists (select 1 from %1$s up where up.id = new.%3$I) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $t$ $f$, onto.guarded, access.nobody_yet(onto.guarded, format('new.%I', onto.link)), onto.link);
  end loop;
end $$;

create or replace procedure access.guard_several(guarded regclass, links regclass, link text) language plpgsql as $$
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
      if %2$s then return new; end if;
      if not exists (select 1 from %1$s up where up.id = new.%3$I) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $t$ $f$, guarded, access.nobody_yet(guarded, format('new.%I', link)), link);
  execute format($f$create trigger onto before insert or update of %2$I on %1$s for each row when (current_user <> 'kith_gate') execute function %3$s_onto()$f$, links, link, guarded);
end $$;

-- Autosaves of one section within five minutes count as one: whether there was one is looked up, not sought among all that the actor did meanwhile.
create index event_section_idx on audit.event (section, actor_id, at desc) where section is not null;

-- What every change writes at its end, in one go and under the policies of whoever asks: what happened, the answer kept for a repeat, and the one event of the audit.
create function ops.write_down(happened jsonb, recorded timestamptz, command uuid, did text, answer jsonb, about uuid[], reason text, by_way text, of_section text, of_session uuid) returns void language plpgsql as $$
begin
  if happened is not null then
    insert into chronology.event (id, kind, happened_on, happened_at, recorded_at, domain, actor_id, significant, subject_kind, subject_id, supersedes)
    select id, kind, "on", at, recorded, domain, access.actor(), coalesce(significant, false), subject ->> 'kind', (subject ->> 'id')::uuid, supersedes
    from jsonb_to_recordset(happened) as x (id uuid, kind text, "on" date, at timestamptz, domain text, significant boolean, subject jsonb, supersedes uuid);
    insert into chronology.event_person (event_id, person_id, domain, happened_on)
    select distinct x.id, p.person, x.domain, x."on" from jsonb_to_recordset(happened) as x (id uuid, "on" date, domain text, people uuid[]), unnest(x.people) as p (person);
  end if;
  insert into ops.answered (actor_id, command_id, command, answer) values (access.actor(), command, did, answer);
  perform audit.append(did, about, reason, false, by_way, of_section, of_session);
end $$;
revoke execute on function ops.write_down(jsonb, timestamptz, uuid, text, jsonb, uuid[], text, text, text, uuid) from public;
grant execute on function ops.write_down(jsonb, timestamptz, uuid, text, jsonb, uuid[], text, text, text, uuid) to kith_app;
