-- A child who is placed for adoption is often called by the new family's name before the order: it stood on the name card and in the search of the record of old (access policy, rule 10).
-- It stands in the adoption file now, where another name is left to call the record by. So does a tie between the two records themselves, which would be the link.
grant create on schema access to kith_gate;
set local role kith_gate;
CREATE OR REPLACE FUNCTION access.seal_adoption(adoption uuid, old_one uuid, new_one uuid, names uuid[], ordered date, why text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
  adopters := array(
    select r.person_id from people.relationship r where r.other_id = any (the_new) and r.superseded_at is null and r.person_id <> all (everyone)
    union select r.other_id from people.relationship r where r.person_id = any (the_new) and r.superseded_at is null and r.other_id <> all (everyone));
  update people.address a set domain = 'adoption' where a.person_id = any (everyone) and exists (
    select 1 from people.address b where b.person_id = any (the_new || adopters) and (b.household_id = a.household_id or b.uprn = a.uprn
      or (lower(replace(b.postcode, ' ', '')) = lower(replace(a.postcode, ' ', '')) and lower(btrim(b.lines[1])) = lower(btrim(a.lines[1])))));
  update people.relationship r set domain = 'adoption' where (r.person_id = any (everyone) and r.other_id = any (the_new || adopters)) or (r.other_id = any (everyone) and r.person_id = any (the_new || adopters));

  update people.fact f set domain = 'adoption' where f.person_id = any (everyone) and f.kind in ('school', 'gp', 'phone', 'email') and exists (
    select 1 from people.fact n where n.person_id = any (the_new || adopters) and n.kind = f.kind and access.same_words(n.value, f.value));
  -- A name that the child was called by with those who adopt, beside the name of old.
  update people.name n set domain = 'adoption' where n.person_id = any (everyone) and n.domain = 'shared' and exists (
    select 1 from people.name b where b.person_id = any (the_new || adopters) and b.domain = 'shared' and access.same_words(b.family, n.family))
    and exists (select 1 from people.name o where o.person_id = any (everyone) and o.domain = 'shared' and o.superseded_at is null and not exists (
      select 1 from people.name b where b.person_id = any (the_new || adopters) and b.domain = 'shared' and access.same_words(b.family, o.family)));
  update care.fact set domain = 'adoption' where person_id = any (everyone) and kind in ('familyFinding', 'link', 'decisionAsked');
  update care.placement p set domain = 'adoption' where p.person_id = any (everyone) and (p.kind like 'adoption%' or exists (
    select 1 from care.placement a where a.person_id = any (everyone) and a.kind like 'adoption%' and (a.household_id = p.household_id or lower(btrim(a.place_name)) = lower(btrim(p.place_name)))));

  insert into access.adoption (id, old_id, new_id, order_on, reason, sealed_by) values (adoption, old_survivor, new_survivor, ordered, why, access.actor());
  insert into access.left_behind (old_id, sibling_id)
  select old_survivor, s.id from (
    select r.other_id as id from people.relationship r where r.person_id = any (everyone) and r.kind in ('sibling', 'halfSibling', 'stepSibling', 'twin') and r.domain = 'shared' and r.superseded_at is null
    union select r.person_id from people.relationship r where r.other_id = any (everyone) and r.kind in ('sibling', 'halfSibling', 'stepSibling', 'twin') and r.domain = 'shared' and r.superseded_at is null
    union select o.other_id from people.relationship p join people.relationship o on o.person_id = p.person_id and o.kind = 'parent' and o.domain = 'shared' and o.superseded_at is null where p.other_id = any (everyone) and p.kind = 'parent' and p.domain = 'shared' and p.superseded_at is null
  ) s where s.id <> all (everyone || the_new);
  insert into access.adoption_listed (adoption_id, actor_id, given_by) select adoption, n, access.actor() from unnest(on_list) n;

  update work.item i set state = 'cancelled', finished_on = today, reason = 'The record is closed', version = version + 1
  where i.state in ('open', 'waiting', 'returned') and exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id = any (everyone)) and not exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id <> all (everyone));
  update work.clock c set state = 'stopped', met_on = today, reason = 'The record is closed' where c.superseded_at is null and c.state in ('running', 'paused') and exists (select 1 from work.item i where i.id = c.item_id and i.state = 'cancelled' and i.reason = 'The record is closed' and i.finished_on = today);
  update access.involvement i set to_on = greatest(today, i.from_on) where i.person_id = any (everyone) and i.superseded_at is null and (i.to_on is null or i.to_on > today);

  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and actor_id <> all (on_list);
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, unnest(on_list) n
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null or l.until > now() then l.since else now() end, given_by = excluded.given_by;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (gen_random_uuid(), old_survivor, case when access.marking_of(old_survivor) = 'sealed' then 'sealed' else 'restricted' end, on_list, why, access.actor());
  update access.subject set marking = 'restricted' where id = any (everyone) and marking = 'open';
  foreach one in array everyone loop perform access.derive(one); end loop;
  return 'done';
end $function$;
set local role kith_owner;
revoke create on schema access from kith_gate;
