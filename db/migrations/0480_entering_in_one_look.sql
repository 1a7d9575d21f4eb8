-- Entering looked at the session, then at the account and its reach, in two functions. Each request pays for it: now one look.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.enter(token bytea) returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  a record;
begin
  for turn in 1 .. 2 loop
    select s.actor_id, s.last_at < now() - interval '30 seconds' as long_ago, x.id, r.actor_id is not null and (r.until is null or r.until > now()) as reaches, r.scopes, r.wide, r.wide_write, r.cards,
      jsonb_build_object('id', x.id, 'kind', x.kind, 'name', x.name, 'email', x.email, 'jobTitle', x.job_title, 'qualified', x.qualified, 'roles', r.roles, 'teams', r.teams, 'wide', r.wide,
        'sessionId', s.id, 'fresh', s.verified_at > now() - interval '15 minutes', 'strong', s.strong) as told into a
    from access.session s left join access.actor x on x.id = s.actor_id and x.active left join access.reach r on r.actor_id = x.id
    where s.token_hash = token and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours';
    if not found then return null; end if;
    if turn = 1 and a.long_ago then
      -- Requests of one session at the same moment do not wait for each other.
      update access.session set last_at = now() where token_hash = (select token_hash from access.session where token_hash = token for update skip locked);
    end if;
    if a.id is null then return null; end if;
    exit when a.reaches;
    perform access.derive_reach(a.actor_id);
  end loop;
  perform set_config('kith.actor', a.id::text, true), set_config('kith.scopes', a.scopes::text, true), set_config('kith.wide', a.wide::text, true),
    set_config('kith.wide_write', a.wide_write::text, true), set_config('kith.cards', case when a.cards then 'on' else 'off' end, true),
    set_config('kith.known', '', true), set_config('kith.found', '', true), set_config('kith.writable', '', true);
  return a.told;
end $$;
set local role kith_owner;
revoke create on schema access from kith_gate;

-- The people of a piece of work, whom of them the actor may not write about (or who are not there), and whom they see: one look for the commands that say only which piece of work.
create function work.people_to_write(item uuid, in_domain text, out people uuid[], out refused uuid[]) language plpgsql as $$
begin
  people := array(select ip.person_id from work.item_person ip where ip.item_id = item);
  refused := '{}';
  if cardinality(people) = 0 then return; end if;
  refused := access.look_up_writing(people, in_domain);
  perform access.know(people);
end $$;
revoke all on function work.people_to_write(uuid, text) from public;
grant execute on function work.people_to_write(uuid, text) to kith_app;
