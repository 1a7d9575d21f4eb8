-- Whoever is given work, or manages somebody who is, has not moved: an open page is told of memberships, roles and the account, as they are at this moment, and of nothing else.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.watch(tokens bytea[]) returns table (token bytea, standing text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t, case when a.id is not null then md5(concat_ws(' ', a.id, a.name, (
    select string_agg(concat_ws(' ', m.role, m.team_id, m.team_kind, m.care), ',' order by m.role, m.team_id) from access.membership_now m where m.actor_id = a.id))) end
  from unnest(tokens) t
  left join access.session s on s.token_hash = t and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours'
  left join access.actor a on a.id = s.actor_id and a.active
$$;
set local role kith_owner;
revoke create on schema access from kith_gate;
