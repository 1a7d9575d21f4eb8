-- What the rules of sight and of merging said twice is said once: a mistake in one of two places that say the same is noticed by nobody (soak/mutants.ts).
-- And a record of old that is sealed is no longer found by those who work with a brother or sister left behind: sealed wins (rule 5 of the access policy).
-- `merging` works out who a part is now whenever its row is written, so merging and taking apart only say who was merged into whom.

grant create on schema access to kith_gate;
set local role kith_gate;

create or replace function access.part_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whoever was merged into this one goes along, or stands alone again.
  update access.person_part set survivor_id = into_id where into_id = coalesce(new.part_id, old.part_id);
  if tg_op <> 'INSERT' then perform access.derive(old.part_id), access.derive(old.survivor_id); end if;
  if tg_op <> 'DELETE' then perform access.derive(new.part_id); end if;
  return null;
end $$;

create or replace function access.merge(part uuid, into_whom uuid, why text) returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  root uuid := access.survivor_of(part);
  survivor uuid := access.survivor_of(into_whom);
begin
  if not access.may_merge(root, survivor) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if root = survivor then return survivor; end if;
  perform 1 from access.subject where id in (root, survivor) order by id for update;
  insert into access.person_part (part_id, into_id, merged_by, reason) values (root, survivor, access.actor(), why);
  perform access.tell_of_merge('person.merged', array[root, survivor]);
  return survivor;
end $$;

create or replace function access.unmerge(part uuid) returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  survivor uuid := (select survivor_id from access.person_part where part_id = part);
begin
  if survivor is null then return null; end if;
  if not access.may_merge(part, survivor) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  perform 1 from access.subject where id in (part, survivor) order by id for update;
  delete from access.person_part where part_id = part;
  perform access.tell_of_merge('person.unmerged', array[part, survivor]);
  return survivor;
end $$;

create or replace function access.derive(who uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  everyone uuid[];
  mark text;
begin
  -- Two transactions that change the sight of one person take turns, and the second reads what the first wrote.
  -- Twice, because whom the person is merged with may have changed while waiting.
  for turn in 1 .. 2 loop
    perform 1 from access.subject where id = any (access.everyone(who)) order by id for no key update;
  end loop;
  everyone := access.everyone(who);
  mark := access.marking_of(who);
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
    select access.line_of(worker_id), domain, true, (to_on + 366)::timestamp at time zone 'Europe/London' from access.involvement
    where person_id = any (everyone) and superseded_at is null and worker_id is not null and team_id is null and mark = 'open'
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
  if exists (select 1 from access.left_behind l where l.old_id = any (everyone) or l.sibling_id = any (everyone)) or exists (select 1 from access.adoption a where a.old_id = any (everyone)) then
    perform access.derive_adoption(everyone), access.derive_left_behind(everyone);
  end if;
end $$;

create or replace function access.derive_adoption(everyone uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into access.person_scope (person_id, scope, domain, sight, may_write, until)
  select e, v.scope, v.domain, v.sight, v.may_write, case when bool_or(v.until is null) then null else max(v.until) end
  from unnest(everyone) e cross join (
    select l.actor_id as scope, 'adoption' as domain, 'full' as sight, true as may_write, l.until from access.adoption_listed l join access.adoption a on a.id = l.adoption_id where a.old_id = any (everyone)
    union all
    select s.scope, 'shared', 'card', false, s.until from access.left_behind l join access.person_scope s on s.person_id = access.survivor_of(l.sibling_id) and s.sight = 'full' and s.domain not in ('agency', 'adoption')
    where l.old_id = any (everyone) and access.marking_of(l.old_id) <> 'sealed'
  ) v
  group by e, v.scope, v.domain, v.sight, v.may_write
  on conflict on constraint person_scope_pkey do update set until = case when person_scope.until is null or excluded.until is null then null else greatest(person_scope.until, excluded.until) end;
end $$;

-- Text about somebody who was adopted and a brother or sister stays as it was; about somebody sealed nothing stays.
create or replace function access.stays(about uuid[], in_domain text) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select 1 from access.left_behind l where l.old_id = any (about)) then return false; end if;
  return not exists (select 1 from unnest(about) p where not access.sees(p, in_domain) and (access.kept_away(access.actor(), p) or access.marking_of(p) = 'sealed' or not exists (
    select 1 from access.left_behind l join unnest(about) q on access.survivor_of(q) = access.survivor_of(l.sibling_id) where l.old_id = p and access.sees(access.survivor_of(l.sibling_id), in_domain))));
end $$;

create or replace function access.sees(who uuid, in_domain text) returns boolean language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if in_domain = any (access.wide()) and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.sight = 'full'
      and (s.domain = in_domain or (in_domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and in_domain = 'earlyHelp'))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $$;

create or replace function access.finds(who uuid) returns boolean language plpgsql stable parallel safe cost 300 security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.cards() and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.sight in ('card', 'full') and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $$;

-- Nothing that may be written comes from an agency: its domain is read only (rule 11).
create or replace function access.writes(who uuid, in_domain text) returns boolean language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if strpos(current_setting('kith.writable', true), who::text || '/' || in_domain) > 0 then return true; end if;
  if in_domain = any (access.wide_write()) and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.sight = 'full' and s.may_write
      and (s.domain = in_domain or in_domain = 'shared' or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $$;

-- Whoever is sealed is on no list of what was left behind.
do $$
declare
  one uuid;
begin
  for one in select distinct l.old_id from access.left_behind l where access.marking_of(l.old_id) = 'sealed' loop perform access.derive(one); end loop;
end $$;

set local role kith_owner;
revoke create on schema access from kith_gate;

create or replace view access.scope_of_survivor with (security_invoker = true) as
select survivor_id, scope, domain, sight, may_write, until from access.scope_by_itself
union all
select g.survivor_id, l.actor_id, 'adoption', 'full', true, l.until
from access.adoption_listed l join access.adoption a on a.id = l.adoption_id join access.same_person g on g.person_id = a.old_id
union all
select g.survivor_id, b.scope, 'shared', 'card', false, b.until
from access.left_behind l join access.same_person g on g.person_id = l.old_id join access.marking_now m on m.survivor_id = g.survivor_id and m.marking <> 'sealed'
join access.same_person s on s.person_id = l.sibling_id join access.scope_by_itself b on b.survivor_id = s.survivor_id and b.sight = 'full' and b.domain not in ('agency', 'adoption');

-- Rule 11: people of an agency see by what is shared with it, and by nothing else that staff see by. Of sight and of bars their role reads only what is their agency's and their own.
create function access.shared_sight(person text) returns text language sql immutable as $$
  select format($text$exists (select 1 from access.person_scope s where s.person_id = %1$s and s.domain = 'agency' and (s.until is null or s.until > now()))
    and not exists (select 1 from access.bar b where b.person_id = %1$s and (b.until is null or b.until > now()))$text$, person)
$$;
do $$ begin
  execute format('alter policy partner on people.card using (%s)', access.shared_sight('people.card.person_id'));
  execute format('alter policy partner on notes.note_person using (domain = ''earlyHelp'' and %s)', access.shared_sight('notes.note_person.person_id'));
  execute format('alter policy partner on notes.passage using (domain = ''earlyHelp'' and exists (select 1 from notes.note up where up.id = notes.passage.note_id and up.domain = notes.passage.domain offset 0)
    and not exists (select 1 from unnest(notes.passage.about) p where not (%s)))', access.shared_sight('p'));
end $$;
alter policy partner on access.bar using (scope = (select access.actor()));
