-- Sight that is kept for somebody is full sight or a name card, and only full sight is written with: to ask again said nothing (soak/mutants.ts).

grant create on schema access to kith_gate;
set local role kith_gate;

create or replace function access.finds(who uuid) returns boolean language plpgsql stable parallel safe cost 300 security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.cards() and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $$;

create or replace function access.writes(who uuid, in_domain text) returns boolean language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if strpos(current_setting('kith.writable', true), who::text || '/' || in_domain) > 0 then return true; end if;
  if in_domain = any (access.wide_write()) and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.may_write
      and (s.domain = in_domain or in_domain = 'shared' or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $$;

create or replace function access.actor_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform access.derive_reach(new.id);
  if tg_op = 'INSERT' or old.person_id is distinct from new.person_id then perform access.derive(p) from unnest(array[old.person_id, new.person_id]) p where p is not null; end if;
  return null;
end $$;

set local role kith_owner;
revoke create on schema access from kith_gate;

alter table access.person_scope drop constraint person_scope_sight_check;
alter table access.person_scope add constraint person_scope_sight_check check (sight in ('card', 'full')) not valid;
alter table access.person_scope validate constraint person_scope_sight_check;
