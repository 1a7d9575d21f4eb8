-- Roles open what staff do. A machine account works in a team too, and holds the role that reading its feed takes: no gate that asks for a role is for it.
-- And whoever is named again while still on a list stays on it since when they were.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.has_role(any_of text[]) returns boolean language sql stable security definer set search_path to 'pg_catalog', 'public', 'pg_temp' as $function$
  select exists (select 1 from access.reach r join access.actor a on a.id = r.actor_id and a.kind = 'staff' where r.actor_id = access.actor() and r.roles && any_of)
$function$;
create or replace function access.mark(change_id uuid, who uuid, as_marking text, names uuid[], why text) returns void language plpgsql security definer set search_path to 'pg_catalog', 'public', 'pg_temp' as $function$
declare
  survivor uuid := access.survivor_of(who);
  everyone uuid[] := access.everyone(survivor);
begin
  if not access.may_keep(survivor) then call access.refuse(); end if;
  if exists (select 1 from unnest(names) n where not exists (select 1 from access.actor a where a.id = n and a.active and a.kind = 'staff')) then call access.refuse(); end if;
  -- an administrator comes onto a list by a second person only
  if exists (select 1 from unnest(names) n where access.is_administrator(n) and not exists (select 1 from access.listed l where l.person_id = any (everyone) and l.actor_id = n and (l.until is null or l.until > now()))) then call access.refuse(); end if;
  if as_marking <> 'open' and not exists (select 1 from unnest(names) n where not access.kept_away(n, survivor)) then
    raise exception 'a marked record needs somebody who can open it' using errcode = 'check_violation';
  end if;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (change_id, survivor, as_marking, names, why, access.actor());
  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and (as_marking = 'open' or actor_id <> all (names));
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, (select distinct unnest(names) as n) x where as_marking <> 'open'
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null or l.until > now() then l.since else now() end, given_by = excluded.given_by;
  update access.subject set marking = as_marking where id = any (everyone) and marking <> as_marking;
end $function$;
set local role kith_owner;
revoke create on schema access from kith_gate;
