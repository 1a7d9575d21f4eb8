-- What is derived: what an actor reaches, and who may see whom. Views say it once; triggers keep the tables; a nightly rebuild compares.

-- Teams with all teams below them.
create view access.team_below with (security_invoker = true) as
with recursive below (top_id, team_id) as (
  select id, id from access.team
  union
  select b.top_id, t.id from below b join access.team t on t.parent_id = b.team_id
)
select top_id, team_id from below;

-- Memberships that hold now. A partner user is one of an agency and nothing else. A machine account is at most a worker of the team made for it (rule 13):
-- it reaches what that team works with, and finds nobody else.
create view access.membership_now with (security_invoker = true) as
select m.actor_id, m.team_id, m.role, t.kind as team_kind, a.kind, a.kind = 'staff' and m.role in ('worker', 'manager', 'head') as care
from access.membership m
join access.actor a on a.id = m.actor_id and a.active
left join access.team t on t.id = m.team_id
where m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  and case when a.kind = 'staff' then m.role <> 'partner' and t.kind is distinct from 'agency' when a.kind = 'partner' then m.role = 'partner' and t.kind = 'agency'
    when a.kind = 'machine' then m.role = 'worker' and t.kind <> 'agency' else false end;

create view access.reach_now with (security_invoker = true) as
select a.id as actor_id,
  (case when a.kind = 'staff' then array[a.id] else '{}' end) || coalesce((
    select array_agg(distinct b.team_id order by b.team_id) from access.membership_now m
    join access.team_below b on b.top_id = m.team_id and (b.team_id = m.team_id or m.role in ('manager', 'head'))
    join access.team t on t.id = b.team_id and (t.kind = 'agency') = (a.kind = 'partner')
    where m.actor_id = a.id and (m.care or m.kind <> 'staff')), '{}') as scopes,
  -- adoption, legal and allegation are never wide (policy, rules 7 and 19)
  case when x.wide then array['shared', 'earlyHelp', 'children', 'adults', 'finance'] else '{}' end as wide,
  case when x.wide then array['shared', 'earlyHelp', 'children', 'adults'] else '{}' end as wide_write,
  -- care staff and business support (rule 8), and the records role, who merges (rule 16) and must find what to merge
  exists (select 1 from access.membership_now m where m.actor_id = a.id and (m.care or m.role in ('businessSupport', 'records'))) as cards,
  coalesce((select array_agg(distinct m.role order by m.role) from access.membership_now m where m.actor_id = a.id), '{}') as roles,
  coalesce((select array_agg(distinct m.team_id order by m.team_id) from access.membership_now m where m.actor_id = a.id and m.team_id is not null), '{}') as teams,
  (select min(y.at) from access.membership m cross join lateral (values (m.valid_from), (m.valid_to)) y (at) where m.actor_id = a.id and y.at > now()) as until
from access.actor a
cross join lateral (select exists (select 1 from access.membership_now m where m.actor_id = a.id and m.care and m.team_kind in ('frontDoor', 'emergencyDuty')) as wide) x
where a.active;

create function access.derive_reach(who uuid) returns void language plpgsql as $$
begin
  insert into access.reach as r (actor_id, scopes, wide, wide_write, cards, roles, teams, until)
  select actor_id, scopes, wide, wide_write, cards, roles, teams, until from access.reach_now where actor_id = who
  on conflict (actor_id) do update set scopes = excluded.scopes, wide = excluded.wide, wide_write = excluded.wide_write, cards = excluded.cards,
    roles = excluded.roles, teams = excluded.teams, until = excluded.until;
  if not found then delete from access.reach where actor_id = who; end if;
end $$;

create function access.actor_changed() returns trigger language plpgsql as $$
begin
  perform access.derive_reach(new.id);
  if tg_op = 'INSERT' or old.person_id is distinct from new.person_id then
    if tg_op = 'UPDATE' and old.person_id is not null then perform access.derive(old.person_id); end if;
    if new.person_id is not null then perform access.derive(new.person_id); end if;
  end if;
  return null;
end $$;
create function access.membership_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform access.derive_reach(old.actor_id); end if;
  if tg_op <> 'DELETE' then perform access.derive_reach(new.actor_id); end if;
  return null;
end $$;
create function access.team_changed() returns trigger language plpgsql as $$
begin
  perform access.derive_reach(id) from access.actor where active;
  return null;
end $$;
create trigger derive after insert or update on access.actor for each row execute function access.actor_changed();
create trigger derive after insert or update or delete on access.membership for each row execute function access.membership_changed();
create trigger derive after update of parent_id, kind on access.team for each statement execute function access.team_changed();
-- What an agency sees is another thing than what a team sees, so neither becomes the other.
create function access.team_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a team cannot become an agency, nor an agency a team' using errcode = 'check_violation';
end $$;
create trigger kept before update of kind on access.team for each row when ((old.kind = 'agency') <> (new.kind = 'agency')) execute function access.team_kept();
-- A new team is below those who manage above it.
create function access.team_added() returns trigger language plpgsql as $$
begin
  perform access.derive_reach(actor_id) from (select distinct m.actor_id from access.membership m join access.team_below b on b.top_id = m.team_id where b.team_id = new.id) x;
  return null;
end $$;
create trigger derive_new after insert on access.team for each row when (new.parent_id is not null) execute function access.team_added();

-- Everybody who is the same person: survivor and parts (a person never merged is alone).
create view access.same_person with (security_invoker = true) as
select s.id as person_id, coalesce(mine.survivor_id, s.id) as survivor_id
from access.subject s left join access.person_part mine on mine.part_id = s.id;

-- The strictest marking of all parts holds for the whole (policy, rule 1).
create view access.marking_now with (security_invoker = true) as
select g.survivor_id, case max(case s.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' else 'open' end as marking
from access.same_person g join access.subject s on s.id = g.person_id
group by g.survivor_id;

-- Policy rules 5, 6, 7, 9 and 11 as rows, for the survivor.
create view access.scope_of_survivor with (security_invoker = true) as
-- named on the list of a marked record; of merged people, on the list of the strictest part
select g.survivor_id, l.actor_id as scope, '*' as domain, 'full' as sight, true as may_write, l.until
from access.listed l join access.same_person g on g.person_id = l.person_id
join access.subject part on part.id = l.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking <> 'open' and m.marking = part.marking
union all
-- the allocated worker, until the end of the last day
select g.survivor_id, i.worker_id, i.domain, 'full', true, (i.to_on + 1)::timestamp at time zone 'Europe/London'
from access.involvement i join access.same_person g on g.person_id = i.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where i.superseded_at is null and i.worker_id is not null
union all
-- the team that works with the person, or did until 365 days ago; an agency works by shares only
select g.survivor_id, i.team_id, i.domain, 'full', true, (i.to_on + 366)::timestamp at time zone 'Europe/London'
from access.involvement i join access.team t on t.id = i.team_id and t.kind <> 'agency' join access.same_person g on g.person_id = i.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where i.superseded_at is null
union all
-- a named, time-limited grant
select g.survivor_id, n.actor_id, n.domain, 'full', n.may_write, n.until
from access.person_grant n join access.same_person g on g.person_id = n.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where n.ended_at is null
union all
-- break-glass: reading only, never for a sealed record
select g.survivor_id, b.actor_id, '*', 'full', false, b.until
from access.break_glass b join access.same_person g on g.person_id = b.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking <> 'sealed'
union all
-- shared with an agency: its early help, reading only
select g.survivor_id, h.agency_id, 'agency', 'full', false, h.until
from access.share h join access.team t on t.id = h.agency_id and t.kind = 'agency' join access.same_person g on g.person_id = h.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open';

create view access.scope_now with (security_invoker = true) as
select g.person_id, v.scope, v.domain, v.sight, v.may_write, case when bool_or(v.until is null) then null else max(v.until) end as until
from access.scope_of_survivor v join access.same_person g on g.survivor_id = v.survivor_id
group by g.person_id, v.scope, v.domain, v.sight, v.may_write;

create view access.bar_now with (security_invoker = true) as
select person_id, scope, case when bool_or(until is null) then null else max(until) end as until
from (
  select g.person_id, '00000000-0000-0000-0000-000000000000'::uuid as scope, null::timestamptz as until
  from access.same_person g join access.marking_now m on m.survivor_id = g.survivor_id and m.marking <> 'open'
  union all
  select g.person_id, x.actor_id, x.until
  from access.exclusion x join access.same_person e on e.person_id = x.person_id join access.same_person g on g.survivor_id = e.survivor_id
  union all
  select g.person_id, a.id, null
  from access.actor a join access.same_person e on e.person_id = a.person_id join access.same_person g on g.survivor_id = e.survivor_id
) x
group by person_id, scope;

-- Works the derived rows of one person out anew, with all the parts they are merged from or into. Written for one person so that no view is read whole.
create function access.derive(who uuid) returns void language plpgsql as $$
declare
  survivor uuid;
  everyone uuid[];
  mark text;
begin
  -- Two transactions that change the sight of one person take turns, and the second reads what the first wrote.
  -- Twice, because whom the person is merged with may have changed while waiting.
  for turn in 1 .. 2 loop
    survivor := coalesce((select survivor_id from access.person_part where part_id = who), who);
    everyone := array(select part_id from access.person_part where survivor_id = survivor union select survivor union select who);
    perform 1 from access.subject where id = any (everyone) order by id for no key update;
  end loop;
  survivor := coalesce((select survivor_id from access.person_part where part_id = who), who);
  everyone := array(select part_id from access.person_part where survivor_id = survivor union select survivor);
  mark := (select case max(case marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' else 'open' end from access.subject where id = any (everyone));
  delete from access.person_scope where person_id = any (everyone);
  delete from access.bar where person_id = any (everyone);
  insert into access.person_scope (person_id, scope, domain, sight, may_write, until)
  select e, v.scope, v.domain, 'full', v.may_write, case when bool_or(v.until is null) then null else max(v.until) end
  from unnest(everyone) e cross join (
    select l.actor_id as scope, '*' as domain, true as may_write, l.until from access.listed l join access.subject part on part.id = l.person_id and part.marking = mark
    where l.person_id = any (everyone) and mark <> 'open'
    union all
    select worker_id, domain, true, (to_on + 1)::timestamp at time zone 'Europe/London' from access.involvement where person_id = any (everyone) and superseded_at is null and worker_id is not null and mark = 'open'
    union all
    select i.team_id, i.domain, true, (i.to_on + 366)::timestamp at time zone 'Europe/London' from access.involvement i join access.team t on t.id = i.team_id and t.kind <> 'agency'
    where i.person_id = any (everyone) and i.superseded_at is null and mark = 'open'
    union all
    select actor_id, domain, may_write, until from access.person_grant where person_id = any (everyone) and ended_at is null and mark = 'open'
    union all
    select actor_id, '*', false, until from access.break_glass where person_id = any (everyone) and mark <> 'sealed'
    union all
    select h.agency_id, 'agency', false, h.until from access.share h join access.team t on t.id = h.agency_id and t.kind = 'agency' where person_id = any (everyone) and mark = 'open'
  ) v
  group by e, v.scope, v.domain, v.may_write;
  insert into access.bar (person_id, scope, until)
  select e, x.scope, case when bool_or(x.until is null) then null else max(x.until) end
  from unnest(everyone) e cross join (
    select '00000000-0000-0000-0000-000000000000'::uuid as scope, null::timestamptz as until where mark <> 'open'
    union all select actor_id, until from access.exclusion where person_id = any (everyone)
    union all select id, null from access.actor where person_id = any (everyone)
  ) x
  group by e, x.scope;
end $$;
create index on access.actor (person_id) where person_id is not null;

create function access.person_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform access.derive(old.person_id); end if;
  if tg_op <> 'DELETE' then perform access.derive(new.person_id); end if;
  return null;
end $$;
-- Where a merged person ends, when what it was merged into was merged itself.
create function access.part_merging() returns trigger language plpgsql as $$
begin
  new.into_id := coalesce(new.into_id, new.survivor_id);
  new.survivor_id := coalesce((select survivor_id from access.person_part where part_id = new.into_id), new.into_id);
  if new.survivor_id = new.part_id then raise exception 'a person cannot be merged into a part of itself' using errcode = 'check_violation'; end if;
  return new;
end $$;
create function access.part_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update access.person_part set survivor_id = into_id where into_id = old.part_id and survivor_id <> into_id;
    perform access.derive(old.part_id);
    perform access.derive(old.survivor_id);
  end if;
  if tg_op <> 'DELETE' then
    update access.person_part set survivor_id = new.survivor_id where into_id = new.part_id and survivor_id <> new.survivor_id;
    perform access.derive(new.part_id);
  end if;
  return null;
end $$;
create function access.subject_changed() returns trigger language plpgsql as $$
begin
  perform access.derive(new.id);
  return null;
end $$;
create trigger derive after insert or update or delete on access.involvement for each row execute function access.person_changed();
create trigger derive after insert or update or delete on access.listed for each row execute function access.person_changed();
create trigger derive after insert or update or delete on access.exclusion for each row execute function access.person_changed();
create trigger derive after insert or update or delete on access.person_grant for each row execute function access.person_changed();
create trigger derive after insert or update or delete on access.break_glass for each row execute function access.person_changed();
create trigger derive after insert or update or delete on access.share for each row execute function access.person_changed();
create trigger derive after insert or update or delete on access.person_part for each row execute function access.part_changed();
create trigger merging before insert or update on access.person_part for each row execute function access.part_merging();
create trigger derive after update of marking on access.subject for each row execute function access.subject_changed();
create trigger derive_new after insert on access.subject for each row when (new.marking <> 'open') execute function access.subject_changed();

-- The application's role fires these triggers, so what they call looks past row-level security.
call access.gate('access.derive_reach(uuid)', 'works out what an actor reaches', false);
call access.gate('access.derive(uuid)', 'works out who may see a person', false);
call access.gate('access.person_changed()', 'trigger: a source of sight changed', false);
call access.gate('access.part_changed()', 'trigger: people were merged or un-merged', false);
call access.gate('access.part_merging()', 'trigger: where a merged person ends', false);
call access.gate('access.subject_changed()', 'trigger: a marking changed', false);
call access.gate('access.actor_changed()', 'trigger: an actor changed', false);
call access.gate('access.membership_changed()', 'trigger: a membership changed', false);
call access.gate('access.team_changed()', 'trigger: the tree of teams changed', false);
call access.gate('access.team_added()', 'trigger: a team was added below those who manage above it', false);
grant select on access.team_below, access.membership_now, access.reach_now, access.same_person, access.marking_now, access.scope_of_survivor, access.scope_now, access.bar_now to kith_gate;

-- The nightly rebuild: how many derived rows differ from what the sources say. 0 is the only good answer.
create function access.scope_difference() returns bigint language sql as $$
  select (select count(*) from (table access.person_scope except select person_id, scope, domain, sight, may_write, until from access.scope_now) x)
    + (select count(*) from (select person_id, scope, domain, sight, may_write, until from access.scope_now except table access.person_scope) x)
    + (select count(*) from (table access.bar except table access.bar_now) x) + (select count(*) from (table access.bar_now except table access.bar) x)
$$;
create function access.rebuild_scope() returns void language sql as $$
  delete from access.person_scope;
  delete from access.bar;
  insert into access.person_scope select person_id, scope, domain, sight, may_write, until from access.scope_now;
  insert into access.bar select person_id, scope, until from access.bar_now;
$$;
call access.gate('access.scope_difference()', 'compares derived sight with its sources');
call access.gate('access.rebuild_scope()', 'nightly rebuild, and after bulk loading');

-- Entering: who asks, in one round trip with `begin` ----------------------------------------------------------------------

create function access.set_identity(who uuid) returns jsonb language plpgsql as $$
declare
  r access.reach;
  a access.actor;
begin
  select * into a from access.actor where id = who and active;
  if not found then return null; end if;
  select * into r from access.reach where actor_id = who;
  if not found or r.until <= now() then
    perform access.derive_reach(who);
    select * into r from access.reach where actor_id = who;
  end if;
  perform set_config('kith.actor', a.id::text, true), set_config('kith.scopes', r.scopes::text, true), set_config('kith.wide', r.wide::text, true),
    set_config('kith.wide_write', r.wide_write::text, true), set_config('kith.cards', case when r.cards then 'on' else 'off' end, true);
  return jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'email', a.email, 'jobTitle', a.job_title, 'qualified', a.qualified, 'roles', r.roles, 'teams', r.teams, 'wide', r.wide);
end $$;

-- Enters with a session: idle for 15 minutes or 12 hours old, it is over. Null when nobody may enter.
create function access.enter(token bytea) returns jsonb language plpgsql as $$
declare
  s access.session;
begin
  select * into s from access.session where token_hash = token and ended_at is null and last_at > now() - interval '15 minutes' and started_at > now() - interval '12 hours';
  if not found then return null; end if;
  if s.last_at < now() - interval '30 seconds' then
    -- Requests of one session at the same moment do not wait for each other.
    update access.session set last_at = now() where token_hash = (select token_hash from access.session where token_hash = token for update skip locked);
  end if;
  return access.set_identity(s.actor_id) || jsonb_build_object('sessionId', s.id);
end $$;

-- Enters without a session: the command line, jobs, the demonstration council, tests.
create function access.enter_as(who uuid) returns jsonb language sql as $$ select access.set_identity(who) $$;

create function access.credential(address text) returns table (actor_id uuid, password_hash text, name text) language sql stable as $$
  select id, password_hash, name from access.actor where lower(email) = lower(address) and active and password_hash is not null
$$;
create function access.start_session(token bytea, session_id uuid, who uuid, on_device text) returns void language sql as $$
  insert into access.session (token_hash, id, actor_id, device) values (token, session_id, who, on_device)
$$;
create function access.end_session(token bytea) returns void language sql as $$ update access.session set ended_at = now() where token_hash = token and ended_at is null $$;

-- What the present actor may know of a person: full (in any domain), card, exists, nothing. With the survivor, when merged.
create function access.standing(who uuid) returns table (survivor_id uuid, sight text, marking text) language plpgsql stable as $$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  mark text := (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end
    from access.subject x where x.id = s or x.id in (select p.part_id from access.person_part p where p.survivor_id = s));
begin
  if mark is null or exists (select 1 from access.bar b where b.person_id = s and b.scope = access.actor() and (b.until is null or b.until > now())) then return; end if;
  if (mark = 'open' and cardinality(access.wide()) > 0)
    or exists (select 1 from access.person_scope p where p.person_id = s and p.scope = any (access.scopes()) and p.sight = 'full' and p.domain <> 'agency' and (p.until is null or p.until > now())) then
    return query select s, 'full', mark;
  elsif (mark = 'open' and access.cards())
    or exists (select 1 from access.person_scope p where p.person_id = s and p.scope = any (access.scopes()) and p.domain = 'agency' and (p.until is null or p.until > now())) then
    return query select s, 'card', mark;
  elsif mark = 'restricted' and exists (select 1 from access.reach r where r.actor_id = access.actor() and r.cards and r.roles && array['worker', 'manager', 'head']) then
    return query select s, 'exists', mark;
  end if;
end $$;

-- Who works with a person now: what the name card tells so that the worker can be rung (rules 7 and 8). Nothing of adoption, legal and allegations.
create function access.involved(who uuid) returns table (team_id uuid, team text, worker_id uuid, worker text, worker_phone text, domain text, role text, from_on date) language sql stable as $$
  select distinct i.team_id, t.name, i.worker_id, a.name, a.phone, i.domain, i.role, i.from_on
  from access.standing(who) k
  join access.involvement i on i.person_id = k.survivor_id or i.person_id in (select p.part_id from access.person_part p where p.survivor_id = k.survivor_id)
  left join access.team t on t.id = i.team_id
  left join access.actor a on a.id = i.worker_id
  where k.sight in ('card', 'full') and i.superseded_at is null and (i.to_on is null or i.to_on >= (now() at time zone 'Europe/London')::date)
    and i.domain not in ('adoption', 'legal', 'allegation')
  order by i.from_on desc
$$;

-- Which of these people the present actor may write about, in this domain: answers the ids they may NOT write about (or that are not there).
create function access.not_writable(people uuid[], in_domain text) returns uuid[] language plpgsql stable as $$
declare
  answer uuid[];
begin
  select coalesce(array_agg(p), '{}') into answer from unnest(people) p
  where not exists (select 1 from access.subject s where s.id = p)
    or exists (select 1 from access.bar b where b.person_id = p and b.scope = access.actor() and (b.until is null or b.until > now()))
    or not (
      (in_domain = any (access.wide_write()) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any (access.scopes()) and s.sight = 'full' and s.may_write
        and (s.domain = in_domain or (in_domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation'))) and (s.until is null or s.until > now())));
  return answer;
end $$;

-- Begins an involvement: of somebody the actor may write about, or has just made.
create function access.involve(involvement_id uuid, who uuid, team uuid, worker uuid, in_domain text, as_role text, since date) returns void language plpgsql as $$
begin
  if cardinality(access.not_writable(array[who], in_domain)) > 0
    and not exists (select 1 from access.subject where id = who and created_by = access.actor() and created_at = now()) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into access.involvement (id, person_id, team_id, worker_id, domain, role, from_on, recorded_by)
  values (involvement_id, who, team, worker, in_domain, as_role, since, access.actor());
end $$;

call access.gate('access.set_identity(uuid)', 'sets who asks', false);
call access.gate('access.enter(bytea)', 'enters with a session');
call access.gate('access.enter_as(uuid)', 'enters as an actor, for the command line and jobs');
call access.gate('access.credential(text)', 'sign-in reads the password hash');
call access.gate('access.start_session(bytea, uuid, uuid, text)', 'sign-in begins a session');
call access.gate('access.end_session(bytea)', 'sign-out ends a session');
call access.gate('access.standing(uuid)', 'what may be known of a person, before their page');
call access.gate('access.involved(uuid)', 'the name card tells who works with the person');
call access.gate('access.not_writable(uuid[], text)', 'all or nothing for commands on several people');
call access.gate('access.involve(uuid, uuid, uuid, uuid, text, text, date)', 'begins an involvement');
