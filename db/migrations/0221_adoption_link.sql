-- Adoption seals the link between the old and the new identity (access policy, rule 10). The new person is an ordinary open record; the old one is closed and restricted,
-- stays in the records it shares with brothers and sisters as it was, and shows no destination. The link, and what stands in the domain adoption, are for its list.

alter table access.membership drop constraint membership_role_check;
alter table access.membership add constraint membership_role_check
  check (role in ('worker', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'adoption', 'partner'));

create table access.adoption (
  id uuid primary key,
  old_id uuid not null unique references access.subject,
  new_id uuid not null unique references access.subject,
  order_on date not null,
  reason text not null,
  sealed_by uuid not null references access.actor,
  sealed_at timestamptz not null default now(),
  check (old_id <> new_id)
);
call access.guard_gate('access.adoption');
create table access.adoption_listed (
  adoption_id uuid not null references access.adoption,
  actor_id uuid not null references access.actor,
  since timestamptz not null default now(),
  until timestamptz,
  given_by uuid not null references access.actor,
  primary key (adoption_id, actor_id)
);
call access.guard_gate('access.adoption_listed');
-- In whose records the old identity stays as it was.
create table access.left_behind (
  old_id uuid not null references access.subject,
  sibling_id uuid not null references access.subject,
  primary key (old_id, sibling_id)
);
create index on access.left_behind (sibling_id);
call access.guard_gate('access.left_behind');

-- Who sees what by it, said once more as the sources: the file, for its list; the name card, for those who fully see a brother or sister.
do $$ begin
  execute format('create view access.scope_by_itself with (security_invoker = true) as %s', pg_get_viewdef('access.scope_of_survivor'::regclass));
end $$;
create or replace view access.scope_of_survivor with (security_invoker = true) as
select survivor_id, scope, domain, sight, may_write, until from access.scope_by_itself
union all
select g.survivor_id, l.actor_id, 'adoption', 'full', true, l.until from access.adoption_listed l join access.adoption a on a.id = l.adoption_id join access.same_person g on g.person_id = a.old_id
union all
select g.survivor_id, b.scope, 'shared', 'card', false, b.until
from access.left_behind l join access.same_person g on g.person_id = l.old_id join access.same_person s on s.person_id = l.sibling_id
join access.scope_by_itself b on b.survivor_id = s.survivor_id and b.sight = 'full' and b.domain not in ('agency', 'adoption');
grant select on access.scope_by_itself to kith_gate;

-- The same for one person, after what access.derive works out.
create function access.derive_adoption(everyone uuid[]) returns void language plpgsql as $$
begin
  insert into access.person_scope (person_id, scope, domain, sight, may_write, until)
  select e, v.scope, v.domain, v.sight, v.may_write, case when bool_or(v.until is null) then null else max(v.until) end
  from unnest(everyone) e cross join (
    select l.actor_id as scope, 'adoption' as domain, 'full' as sight, true as may_write, l.until from access.adoption_listed l join access.adoption a on a.id = l.adoption_id where a.old_id = any (everyone)
    union all
    select s.scope, 'shared', 'card', false, s.until from access.left_behind l join access.person_scope s on s.person_id = access.survivor_of(l.sibling_id) and s.sight = 'full' and s.domain not in ('agency', 'adoption')
    where l.old_id = any (everyone)
  ) v
  group by e, v.scope, v.domain, v.sight, v.may_write
  on conflict on constraint person_scope_pkey do update set until = case when person_scope.until is null or excluded.until is null then null else greatest(person_scope.until, excluded.until) end;
end $$;
create function access.derive_left_behind(everyone uuid[]) returns void language plpgsql as $$
declare
  one uuid;
begin
  for one in select distinct access.survivor_of(l.old_id) as id from access.left_behind l where l.sibling_id = any (everyone) order by id loop
    perform 1 from access.subject where id = one for no key update;
    delete from access.person_scope s where s.person_id = any (access.everyone(one)) and s.sight = 'card';
    perform access.derive_adoption(access.everyone(one));
  end loop;
end $$;
call access.gate('access.derive_adoption(uuid[])', 'works out who sees an old identity by its adoption', false);
call access.gate('access.derive_left_behind(uuid[])', 'works out who may find an old identity in the records of brothers and sisters', false);
do $$
declare
  body text := pg_get_functiondef('access.derive(uuid)'::regprocedure);
  changed text;
begin
  -- The rest of the rule stays as it is written (0085): only what follows it is new.
  changed := regexp_replace(body, E'end \\$function\\$\\s*$', E'  if exists (select 1 from access.left_behind l where l.old_id = any (everyone) or l.sibling_id = any (everyone)) or exists (select 1 from access.adoption a where a.old_id = any (everyone)) then\n    perform access.derive_adoption(everyone), access.derive_left_behind(everyone);\n  end if;\nend $function$');
  if changed = body then raise exception 'access.derive is not written as it was'; end if;
  grant create on schema access to kith_gate;
  set local role kith_gate;
  execute changed;
  set local role kith_owner;
  revoke create on schema access from kith_gate;
end $$;
create function access.adoption_changed() returns trigger language plpgsql as $$
begin
  perform access.derive(a.old_id) from access.adoption a where a.id = case when tg_op = 'DELETE' then old.adoption_id else new.adoption_id end;
  return null;
end $$;
create trigger derive after insert or update or delete on access.adoption_listed for each row execute function access.adoption_changed();
call access.gate('access.adoption_changed()', 'trigger: the list of an adoption changed', false);

-- The name card, where it is found by a brother or sister, is a card also of a restricted record.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.standing(who uuid) returns table (survivor_id uuid, sight text, marking text) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  everyone uuid[] := array(select p.part_id from access.person_part p where p.survivor_id = s) || s;
  mark text := (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end
    from access.subject x where x.id = any (everyone));
begin
  if mark is null or exists (select 1 from access.bar b where b.person_id = s and b.scope = access.actor() and (b.until is null or b.until > now())) then return; end if;
  if (mark = 'open' and cardinality(access.wide()) > 0)
    or exists (select 1 from access.person_scope p where p.person_id = s and strpos(current_setting('kith.scopes', true), p.scope::text) > 0 and p.sight = 'full' and p.domain <> 'agency' and (p.until is null or p.until > now())) then
    return query select s, 'full', mark;
  elsif (mark = 'open' and access.cards())
    or exists (select 1 from access.person_scope p where p.person_id = s and strpos(current_setting('kith.scopes', true), p.scope::text) > 0 and (p.domain = 'agency' or p.sight = 'card') and (p.until is null or p.until > now())) then
    return query select s, 'card', mark;
  elsif mark = 'restricted' and exists (select 1 from access.reach r where r.actor_id = access.actor() and r.cards and r.roles && array['worker', 'manager', 'head']) then
    return query select s, 'exists', mark;
  end if;
end $$;
set local role kith_owner;
revoke create on schema access from kith_gate;

-- Passages that an old identity shares with a brother or sister stay readable to whoever fully sees all the others they are about, one of those brothers and sisters among them.
create function access.stays(about uuid[], in_domain text) returns boolean language plpgsql stable as $$
begin
  if not exists (select 1 from access.left_behind l where l.old_id = any (about)) then return false; end if;
  return not exists (select 1 from unnest(about) p where not access.sees(p, in_domain) and (access.kept_away(access.actor(), p) or not exists (
    select 1 from access.left_behind l join unnest(about) q on access.survivor_of(q) = access.survivor_of(l.sibling_id) where l.old_id = p and access.sees(access.survivor_of(l.sibling_id), in_domain))));
end $$;
call access.gate('access.stays(uuid[], text)', 'passages that an old identity shares with brothers and sisters, for policies');
create procedure access.guard_stays(guarded regclass, parent regclass, link text) language plpgsql as $$
begin
  execute format('create policy stays on %1$s for select to kith_app using (access.stays(%1$s.about, %1$s.domain) and exists (select 1 from %2$s up where up.id = %1$s.%3$I and up.domain = %1$s.domain offset 0))', guarded, parent, link);
end $$;
-- Every passage there is, and (by the door below) every one to come.
do $$
declare
  t record;
begin
  for t in
    select k.conrelid::regclass as guarded, k.confrelid::regclass as parent, a.attname as link
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and cardinality(k.conkey) = 1 and k.confrelid in (select guarded from ops.several)
      and exists (select 1 from pg_attribute b where b.attrelid = k.conrelid and b.attname = 'about' and b.atttypid = 'uuid[]'::regtype)
      and exists (select 1 from pg_policy p where p.polrelid = k.conrelid and p.polname = 'see' and pg_get_expr(p.polqual, p.polrelid) like '%unnest(%about)%')
  loop
    call access.guard_stays(t.guarded, t.parent, t.link);
  end loop;
end $$;
alter procedure access.guard_passage(regclass, regclass, text) rename to guard_passage_itself;
create procedure access.guard_passage(guarded regclass, parent regclass, link text) language plpgsql as $$
begin
  call access.guard_passage_itself(guarded, parent, link);
  call access.guard_stays(guarded, parent, link);
end $$;

-- The two identities are two people, whatever anybody finds alike.
create function access.are_apart(one uuid, other uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.adoption a where (a.old_id = any (access.everyone(access.survivor_of(one))) and a.new_id = any (access.everyone(access.survivor_of(other))))
    or (a.new_id = any (access.everyone(access.survivor_of(one))) and a.old_id = any (access.everyone(access.survivor_of(other)))))
$$;
call access.gate('access.are_apart(uuid, uuid)', 'the two identities of an adopted child are never merged', false);
grant create on schema access to kith_gate;
set local role kith_gate;
alter function access.may_merge(uuid, uuid) rename to may_merge_otherwise;
set local role kith_owner;
revoke create on schema access from kith_gate;
create function access.may_merge(one uuid, other uuid) returns boolean language sql stable as $$ select access.may_merge_otherwise(one, other) and not access.are_apart(one, other) $$;
update ops.gate set signature = 'access.may_merge_otherwise(uuid,uuid)' where signature = 'access.may_merge(uuid,uuid)';
call access.gate('access.may_merge(uuid, uuid)', 'who may merge two people');

create function access.on_adoption_list(adoption uuid) returns boolean language sql stable as $$
  select access.has_role('{adoption}') and exists (select 1 from access.adoption_listed l where l.adoption_id = adoption and l.actor_id = access.actor() and (l.until is null or l.until > now()))
$$;
create function access.may_hold_adoption(whom uuid, who uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') and exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'adoption')
    and not access.kept_away(whom, who)
$$;

-- Answers `done`, or what is in the way: `sameNumber` where the new record carries a number of the old one.
create function access.seal_adoption(adoption uuid, old_one uuid, new_one uuid, names uuid[], ordered date, why text) returns text language plpgsql as $$
declare
  old_survivor uuid := access.survivor_of(old_one);
  new_survivor uuid := access.survivor_of(new_one);
  everyone uuid[] := access.everyone(access.survivor_of(old_one));
  the_new uuid[] := access.everyone(access.survivor_of(new_one));
  adopters uuid[];
  on_list uuid[] := array(select distinct n from unnest(names || access.actor()) n order by n);
  today date := (now() at time zone 'Europe/London')::date;
  one uuid;
begin
  if not access.has_role('{adoption}') or old_survivor = new_survivor or cardinality(access.not_writable(array[old_survivor, new_survivor], 'shared')) > 0
    or access.marking_of(new_survivor) <> 'open' or exists (select 1 from access.adoption a where a.old_id = any (everyone) or a.new_id = any (the_new))
    or exists (select 1 from unnest(on_list) n where not access.may_hold_adoption(n, old_survivor))
    or exists (select 1 from unnest(on_list) n where n <> access.actor() and access.is_administrator(n)) then call access.refuse(); end if;
  if exists (select 1 from people.identifier mine join people.identifier theirs on theirs.person_id = any (everyone) and upper(replace(theirs.value, ' ', '')) = upper(replace(mine.value, ' ', ''))
    where mine.person_id = any (the_new) and mine.superseded_at is null) then return 'sameNumber'; end if;

  -- Where the record of old would lead on: the adopters' homes, and the ties to them, stand in the adoption file from now on.
  adopters := array(select distinct r.person_id from people.relationship r where r.other_id = any (the_new) and r.superseded_at is null);
  update people.address a set domain = 'adoption' where a.person_id = any (everyone) and exists (
    select 1 from people.address b where b.person_id = any (the_new || adopters) and (b.household_id = a.household_id or b.uprn = a.uprn
      or (lower(replace(b.postcode, ' ', '')) = lower(replace(a.postcode, ' ', '')) and lower(btrim(b.lines[1])) = lower(btrim(a.lines[1])))));
  update people.relationship r set domain = 'adoption' where (r.person_id = any (everyone) and r.other_id = any (adopters)) or (r.other_id = any (everyone) and r.person_id = any (adopters));

  insert into access.adoption (id, old_id, new_id, order_on, reason, sealed_by) values (adoption, old_survivor, new_survivor, ordered, why, access.actor());
  insert into access.left_behind (old_id, sibling_id)
  select old_survivor, s.id from (
    select r.other_id as id from people.relationship r where r.person_id = any (everyone) and r.kind in ('sibling', 'halfSibling', 'stepSibling', 'twin') and r.domain = 'shared'
    union select r.person_id from people.relationship r where r.other_id = any (everyone) and r.kind in ('sibling', 'halfSibling', 'stepSibling', 'twin') and r.domain = 'shared'
    union select o.other_id from people.relationship p join people.relationship o on o.person_id = p.person_id and o.kind = 'parent' and o.domain = 'shared' where p.other_id = any (everyone) and p.kind = 'parent' and p.domain = 'shared'
  ) s where s.id <> all (everyone || the_new);
  insert into access.adoption_listed (adoption_id, actor_id, given_by) select adoption, n, access.actor() from unnest(on_list) n;

  update work.item i set state = 'cancelled', finished_on = today, reason = 'The record is closed', version = version + 1
  where i.state in ('open', 'waiting', 'returned') and exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id = any (everyone)) and not exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id <> all (everyone));
  update work.clock c set state = 'stopped', met_on = today, reason = 'The record is closed' where c.superseded_at is null and c.state in ('running', 'paused') and exists (select 1 from work.item i where i.id = c.item_id and i.state = 'cancelled' and i.reason = 'The record is closed' and i.finished_on = today);
  update access.involvement i set to_on = greatest(today, i.from_on) where i.person_id = any (everyone) and i.superseded_at is null and (i.to_on is null or i.to_on > today);

  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and actor_id <> all (on_list);
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, unnest(on_list) n
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null then l.since else now() end, given_by = excluded.given_by;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (gen_random_uuid(), old_survivor, case when access.marking_of(old_survivor) = 'sealed' then 'sealed' else 'restricted' end, on_list, why, access.actor());
  update access.subject set marking = 'restricted' where id = any (everyone) and marking = 'open';
  foreach one in array everyone loop perform access.derive(one); end loop;
  return 'done';
end $$;

-- The link, for those on its list. The other identity is named where they may find it.
create function access.adoption_of(who uuid) returns table (id uuid, is_old boolean, other_id uuid, other_name text, order_on date, reason text, sealed_by text, sealed_at timestamptz) language sql stable as $$
  select a.id, a.old_id = any (access.everyone(access.survivor_of(who))), case when access.finds(o.id) then o.id end, case when access.finds(o.id) then c.name end, a.order_on, a.reason, b.name, a.sealed_at
  from access.adoption a
  cross join lateral (select access.survivor_of(case when a.old_id = any (access.everyone(access.survivor_of(who))) then a.new_id else a.old_id end) as id) o
  left join people.card c on c.person_id = o.id join access.actor b on b.id = a.sealed_by
  where (a.old_id = any (access.everyone(access.survivor_of(who))) or a.new_id = any (access.everyone(access.survivor_of(who)))) and access.on_adoption_list(a.id)
    and not access.kept_away(access.actor(), access.survivor_of(a.old_id)) and not access.kept_away(access.actor(), access.survivor_of(a.new_id))
$$;
create function access.adoption_list(adoption uuid) returns table (actor_id uuid, actor text, job_title text, since timestamptz, until timestamptz, given_by text) language sql stable as $$
  select l.actor_id, a.name, a.job_title, l.since, l.until, b.name from access.adoption_listed l join access.actor a on a.id = l.actor_id join access.actor b on b.id = l.given_by
  where l.adoption_id = adoption and (l.until is null or l.until > now()) and access.on_adoption_list(adoption) order by a.name
$$;
create function access.adoption_holders() returns table (actor_id uuid, actor text, job_title text) language sql stable as $$
  select distinct a.id, a.name, a.job_title from access.membership_now m join access.actor a on a.id = m.actor_id where m.role = 'adoption' and a.kind = 'staff' and access.has_role('{adoption}') order by a.name
$$;
-- Onto the list and off it, by somebody on it; never oneself, and somebody is left.
create function access.name_for_adoption(adoption uuid, whom uuid, why text) returns void language plpgsql as $$
declare
  old_one uuid := (select access.survivor_of(a.old_id) from access.adoption a where a.id = adoption);
begin
  if old_one is null or not access.on_adoption_list(adoption) or whom = access.actor() or not access.may_hold_adoption(whom, old_one) or access.is_administrator(whom) then call access.refuse(); end if;
  insert into access.adoption_listed as l (adoption_id, actor_id, given_by) values (adoption, whom, access.actor())
  on conflict (adoption_id, actor_id) do update set until = null, since = now(), given_by = excluded.given_by;
  perform access.put_on_list(gen_random_uuid(), old_one, whom, null, why);
end $$;
create function access.take_off_adoption(adoption uuid, whom uuid, why text) returns int language plpgsql as $$
declare
  old_one uuid := (select access.survivor_of(a.old_id) from access.adoption a where a.id = adoption);
  taken int;
begin
  if old_one is null or not access.on_adoption_list(adoption) then call access.refuse(); end if;
  if not exists (select 1 from access.adoption_listed l where l.adoption_id = adoption and l.actor_id <> whom and (l.until is null or l.until > now()) and access.may_hold_adoption(l.actor_id, old_one)) then
    raise exception 'an adoption needs somebody who can open it' using errcode = 'check_violation';
  end if;
  update access.adoption_listed set until = now() where adoption_id = adoption and actor_id = whom and (until is null or until > now());
  get diagnostics taken = row_count;
  update access.listed set until = now() where person_id = any (access.everyone(old_one)) and actor_id = whom and (until is null or until > now());
  if taken > 0 then
    insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom)
    values (gen_random_uuid(), old_one, access.marking_of(old_one), array(select l.actor_id from access.listed l where l.person_id = old_one and (l.until is null or l.until > now())), why, access.actor(), 'takenOff', whom);
  end if;
  return taken;
end $$;
call access.gate('access.on_adoption_list(uuid)', 'whether one is on the list of an adoption', false);
call access.gate('access.may_hold_adoption(uuid, uuid)', 'who may stand on the list of an adoption', false);
call access.gate('access.seal_adoption(uuid, uuid, uuid, uuid[], date, text)', 'seals the link between the old and the new identity of an adopted child');
call access.gate('access.adoption_of(uuid)', 'the sealed link of an adoption, for those on its list');
call access.gate('access.adoption_list(uuid)', 'who is on the list of an adoption, for those on it');
call access.gate('access.adoption_holders()', 'who holds the adoption role, for those who hold it');
call access.gate('access.name_for_adoption(uuid, uuid, text)', 'names a colleague on the list of an adoption');
call access.gate('access.take_off_adoption(uuid, uuid, text)', 'takes a colleague off the list of an adoption');
