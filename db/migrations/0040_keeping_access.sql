-- Who keeps whom from whom: break-glass, markings, exclusions, grants; and the staff, their roles and teams. The tables of 0001 are closed to the application:
-- each change goes through a gate function that asks again who may do it, and says afterwards who did it and why.

-- Each change of a marking, and who was named. Never read by the application but through the gate.
create table access.marking_change (
  id uuid primary key,
  person_id uuid not null references access.subject,
  marking text not null,
  named uuid[] not null,
  reason text not null,
  changed_by uuid not null references access.actor,
  changed_at timestamptz not null default now()
);
create index on access.marking_change (person_id);
call access.guard_gate('access.marking_change');

create table access.staff_change (
  id uuid primary key default gen_random_uuid(),
  what text not null,
  actor_id uuid references access.actor,
  team_id uuid references access.team,
  told jsonb not null,                                -- what it is now; never a password
  reason text,
  changed_by uuid not null references access.actor,
  changed_at timestamptz not null default now()
);
create index on access.staff_change (actor_id, changed_at desc);
grant select on access.staff_change to kith_app;
grant select, insert on access.staff_change to kith_gate;
grant select on access.staff_change to kith_backup;

create procedure access.refuse() language plpgsql as $$
begin
  raise exception 'not allowed' using errcode = 'insufficient_privilege';
end $$;
grant execute on procedure access.refuse() to kith_gate;

create function access.has_role(any_of text[]) returns boolean language sql stable as $$
  select exists (select 1 from access.reach r where r.actor_id = access.actor() and r.roles && any_of)
$$;

-- Who may mark, exclude and grant: a manager, a head or the records role, of somebody whom they may write about themselves.
create function access.may_keep(who uuid, in_domain text default 'shared') returns boolean language sql stable as $$
  select access.has_role('{manager,head,records}') and cardinality(access.not_writable(array[who], in_domain)) = 0
$$;

-- Reading only, ended by the clock, never of a sealed record (rule 9). Also by those who see one domain of a record and need another.
create function access.break_the_glass(glass_id uuid, who uuid, why text, hours int) returns timestamptz language plpgsql as $$
declare
  known record;
  ends timestamptz := now() + make_interval(hours => least(greatest(hours, 1), 8));
begin
  select * into known from access.standing(who);
  if not found or known.marking = 'sealed' or not access.has_role('{worker,manager,head}') then call access.refuse(); end if;
  insert into access.break_glass (id, person_id, actor_id, reason, started_at, until) values (glass_id, known.survivor_id, access.actor(), btrim(why), now(), ends);
  return ends;
end $$;
-- The one who opened it closes it before its time.
create function access.close_the_glass(who uuid) returns int language plpgsql as $$
declare
  closed int;
begin
  update access.break_glass set until = now() where actor_id = access.actor() and until > now()
    and coalesce((select p.survivor_id from access.person_part p where p.part_id = person_id), person_id) = coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  get diagnostics closed = row_count;
  return closed;
end $$;
-- Every opening is looked at, by the privacy officer, who is told no name of anybody on record.
create function access.glass_to_review() returns table (id uuid, actor text, job_title text, reason text, marking text, started_at timestamptz, until timestamptz) language sql stable as $$
  select b.id, a.name, a.job_title, b.reason, m.marking, b.started_at, b.until
  from access.break_glass b join access.actor a on a.id = b.actor_id join access.same_person g on g.person_id = b.person_id join access.marking_now m on m.survivor_id = g.survivor_id
  where b.reviewed_at is null and b.actor_id <> access.actor() and access.has_role('{privacy}') and m.marking <> 'sealed'
  order by b.started_at
$$;
create function access.review_glass(glass uuid, note text) returns int language plpgsql as $$
declare
  reviewed int;
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  update access.break_glass set reviewed_at = now(), reviewed_by = access.actor(), review_note = note where id = glass and reviewed_at is null and actor_id <> access.actor();
  get diagnostics reviewed = row_count;
  return reviewed;
end $$;

-- Opens a record, or keeps it to named staff, with all the parts it is merged from. Somebody who is staff and active must be left who can open it.
create function access.mark(change_id uuid, who uuid, as_marking text, names uuid[], why text) returns void language plpgsql as $$
declare
  survivor uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  everyone uuid[] := array(select p.part_id from access.person_part p where p.survivor_id = survivor) || survivor;
begin
  if not access.may_keep(survivor) then call access.refuse(); end if;
  if exists (select 1 from unnest(names) n where not exists (select 1 from access.actor a where a.id = n and a.active and a.kind = 'staff')) then call access.refuse(); end if;
  if as_marking <> 'open' and not exists (select 1 from unnest(names) n where not exists (select 1 from access.bar b where b.person_id = survivor and b.scope = n)) then
    raise exception 'a marked record needs somebody who can open it' using errcode = 'check_violation';
  end if;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (change_id, survivor, as_marking, names, why, access.actor());
  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and (as_marking = 'open' or actor_id <> all (names));
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, (select distinct unnest(names) as n) x where as_marking <> 'open'
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null then l.since else now() end, given_by = excluded.given_by;
  update access.subject set marking = as_marking where id = any (everyone) and marking <> as_marking;
end $$;

create function access.exclude(exclusion_id uuid, who uuid, whom uuid, why text, ends timestamptz) returns void language plpgsql as $$
begin
  -- Everybody may say of themselves that they are too near to somebody.
  if not access.may_keep(who) and not (whom = access.actor() and exists (select 1 from access.standing(who))) then call access.refuse(); end if;
  insert into access.exclusion (id, person_id, actor_id, reason, until, given_by) values (exclusion_id, who, whom, why, ends, access.actor());
end $$;
-- Nobody ends their own: whoever is kept from a person cannot write about them.
create function access.end_exclusion(exclusion_id uuid) returns int language plpgsql as $$
declare
  ended int;
begin
  update access.exclusion set until = now() where id = exclusion_id and (until is null or until > now()) and actor_id <> access.actor() and access.may_keep(person_id);
  get diagnostics ended = row_count;
  return ended;
end $$;

-- Nobody grants themselves anything; an administrator has no sight of records by a grant (rule 15).
create function access.grant_sight(grant_id uuid, who uuid, whom uuid, in_domain text, writing boolean, ends timestamptz, why text) returns void language plpgsql as $$
begin
  if whom = access.actor() or ends <= now() or not access.may_keep(who, in_domain)
    or not exists (select 1 from access.standing(who) s where s.marking = 'open')
    or not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff')
    or exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'administrator') then call access.refuse(); end if;
  insert into access.person_grant (id, person_id, actor_id, domain, may_write, until, reason, given_by) values (grant_id, who, whom, in_domain, writing, ends, why, access.actor());
end $$;
create function access.end_grant(grant_id uuid) returns int language plpgsql as $$
declare
  ended int;
begin
  update access.person_grant set ended_at = now() where id = grant_id and ended_at is null and access.may_keep(person_id);
  get diagnostics ended = row_count;
  return ended;
end $$;

-- How a record is kept: for those who may change it.
create function access.kept(who uuid) returns table (kind text, id uuid, actor_id uuid, actor text, domain text, may_write boolean, reason text, since timestamptz, until timestamptz) language sql stable as $$
  with everyone as (
    select g.person_id from access.same_person g where g.survivor_id = coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who) and access.may_keep(who)
  )
  select distinct on (l.actor_id) 'named', null::uuid, l.actor_id, a.name, null::text, true, null::text, l.since, l.until from access.listed l join everyone e using (person_id) join access.actor a on a.id = l.actor_id where l.until is null or l.until > now()
  union all
  select 'excluded', x.id, x.actor_id, a.name, null, false, x.reason, x.since, x.until from access.exclusion x join everyone e using (person_id) join access.actor a on a.id = x.actor_id
  where (x.until is null or x.until > now())
  union all
  select 'granted', n.id, n.actor_id, a.name, n.domain, n.may_write, n.reason, n.given_at, n.until from access.person_grant n join everyone e using (person_id) join access.actor a on a.id = n.actor_id
  where n.ended_at is null and n.until > now()
$$;

-- A colleague's own record: told by those who look after it, so that they never read it through the system (rule 4).
create function access.own_record(whom uuid, who uuid) returns void language plpgsql as $$
begin
  if not access.may_keep(who) or whom = access.actor() then call access.refuse(); end if;
  update access.actor set person_id = who, version = version + 1 where id = whom;
end $$;

-- Staff, teams and roles: the administrator, never for themselves (rule 15) --------------------------------------------------

create function access.keep_actor(who uuid, told jsonb, seen_version int, why text) returns int language plpgsql as $$
declare
  now_version int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  insert into access.actor as a (id, kind, name, email, job_title, phone, qualified, caseload_limit, hours)
  values (who, coalesce(told ->> 'kind', 'staff'), told ->> 'name', lower(told ->> 'email'), told ->> 'jobTitle', told ->> 'phone', coalesce((told ->> 'qualified')::boolean, false), (told ->> 'caseloadLimit')::int, coalesce((told ->> 'hours')::numeric, 1))
  on conflict (id) do update set name = excluded.name, email = excluded.email, job_title = excluded.job_title, phone = excluded.phone, qualified = excluded.qualified,
    caseload_limit = excluded.caseload_limit, hours = excluded.hours, version = a.version + 1
    where a.version = seen_version
  returning version into now_version;
  if now_version is not null then
    insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('account', who, told, why, access.actor());
  end if;
  return now_version;
end $$;
create function access.set_active(who uuid, is_active boolean, why text) returns void language plpgsql as $$
begin
  if not access.has_role('{administrator}') or who = access.actor() then call access.refuse(); end if;
  update access.actor set active = is_active, version = version + 1 where id = who;
  if not is_active then update access.session set ended_at = now() where actor_id = who and ended_at is null; end if;
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values (case when is_active then 'reopened' else 'closed' end, who, '{}', why, access.actor());
end $$;
-- One's own, or by the administrator. Every other session of the account ends.
create function access.set_password(who uuid, hash text, keep_session uuid) returns void language plpgsql as $$
begin
  if who <> access.actor() and not access.has_role('{administrator}') then call access.refuse(); end if;
  update access.actor set password_hash = hash where id = who;
  update access.session set ended_at = now() where actor_id = who and ended_at is null and id is distinct from keep_session;
  insert into access.staff_change (what, actor_id, told, changed_by) values ('password', who, '{}', access.actor());
end $$;
create function access.keep_team(team uuid, told jsonb, seen_version int, why text) returns int language plpgsql as $$
declare
  now_version int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  if exists (select 1 from access.team_below b where b.top_id = team and b.team_id = (told ->> 'parentId')::uuid) then
    raise exception 'a team cannot stand under itself' using errcode = 'check_violation';
  end if;
  insert into access.team as t (id, name, kind, domain, parent_id, active)
  values (team, told ->> 'name', told ->> 'kind', coalesce(told ->> 'domain', 'children'), (told ->> 'parentId')::uuid, coalesce((told ->> 'active')::boolean, true))
  on conflict (id) do update set name = excluded.name, kind = excluded.kind, domain = excluded.domain, parent_id = excluded.parent_id, active = excluded.active, version = t.version + 1
    where t.version = seen_version
  returning version into now_version;
  if now_version is not null then
    insert into access.staff_change (what, team_id, told, reason, changed_by) values ('team', team, told, why, access.actor());
  end if;
  return now_version;
end $$;
create function access.begin_membership(membership_id uuid, whom uuid, team uuid, as_role text, starts timestamptz, ends timestamptz, why text) returns void language plpgsql as $$
begin
  if not access.has_role('{administrator}') or whom = access.actor() then call access.refuse(); end if;
  insert into access.membership (id, actor_id, team_id, role, valid_from, valid_to, given_by, reason) values (membership_id, whom, team, as_role, starts, ends, access.actor(), why);
  insert into access.staff_change (what, actor_id, team_id, told, reason, changed_by) values ('role', whom, team, jsonb_build_object('role', as_role, 'from', starts, 'to', ends), why, access.actor());
end $$;
create function access.end_membership(membership_id uuid, ends timestamptz, why text) returns void language plpgsql as $$
declare
  m access.membership;
begin
  select * into m from access.membership where id = membership_id;
  if not found or not access.has_role('{administrator}') or m.actor_id = access.actor() then call access.refuse(); end if;
  update access.membership set valid_to = greatest(ends, valid_from) where id = membership_id;
  insert into access.staff_change (what, actor_id, team_id, told, reason, changed_by) values ('roleEnded', m.actor_id, m.team_id, jsonb_build_object('role', m.role, 'to', ends), why, access.actor());
end $$;

call access.gate('access.has_role(text[])', 'what roles the present actor has', false);
call access.gate('access.may_keep(uuid, text)', 'who may mark, exclude and grant', false);
call access.gate('access.break_the_glass(uuid, uuid, text, int)', 'opens a record with a reason, for reading, for some hours');
call access.gate('access.close_the_glass(uuid)', 'ends one''s own break-glass');
call access.gate('access.glass_to_review()', 'openings to review, for the privacy officer');
call access.gate('access.review_glass(uuid, text)', 'an opening was reviewed');
call access.gate('access.mark(uuid, uuid, text, uuid[], text)', 'marks a person restricted or sealed, or opens the record');
call access.gate('access.exclude(uuid, uuid, uuid, text, timestamptz)', 'keeps a colleague from a person');
call access.gate('access.end_exclusion(uuid)', 'ends an exclusion');
call access.gate('access.grant_sight(uuid, uuid, uuid, text, boolean, timestamptz, text)', 'a named, time-limited grant');
call access.gate('access.end_grant(uuid)', 'ends a grant');
call access.gate('access.kept(uuid)', 'how a record is kept, for those who may change it');
call access.gate('access.own_record(uuid, uuid)', 'a colleague has a record of their own');
call access.gate('access.keep_actor(uuid, jsonb, int, text)', 'administration of staff');
call access.gate('access.set_active(uuid, boolean, text)', 'administration of staff');
call access.gate('access.set_password(uuid, text, uuid)', 'passwords, one''s own or by the administrator');
call access.gate('access.keep_team(uuid, jsonb, int, text)', 'administration of teams');
call access.gate('access.begin_membership(uuid, uuid, uuid, text, timestamptz, timestamptz, text)', 'administration of roles');
call access.gate('access.end_membership(uuid, timestamptz, text)', 'administration of roles');
