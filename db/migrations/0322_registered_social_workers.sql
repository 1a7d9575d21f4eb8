-- The number under which a social worker is registered (Social Work England): the return about looked-after children names workers by it.
alter table access.actor add column registration text;
grant select (registration) on access.actor to kith_app, kith_reports;

grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.keep_actor(who uuid, told jsonb, seen_version integer, why text) returns integer language plpgsql security definer set search_path to 'pg_catalog', 'public', 'pg_temp' as $$
declare
  now_version int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  insert into access.actor as a (id, kind, name, email, job_title, phone, qualified, registration, caseload_limit, hours)
  values (who, coalesce(told ->> 'kind', 'staff'), told ->> 'name', lower(told ->> 'email'), told ->> 'jobTitle', told ->> 'phone', coalesce((told ->> 'qualified')::boolean, false), told ->> 'registration', (told ->> 'caseloadLimit')::int, coalesce((told ->> 'hours')::numeric, 1))
  on conflict (id) do update set name = excluded.name, email = excluded.email, job_title = excluded.job_title, phone = excluded.phone, qualified = excluded.qualified,
    registration = case when told ? 'registration' then excluded.registration else a.registration end,
    caseload_limit = excluded.caseload_limit, hours = excluded.hours, version = a.version + 1
    where a.version = seen_version
  returning version into now_version;
  if now_version is not null then
    insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('account', who, told, why, access.actor());
  end if;
  return now_version;
end $$;
set local role kith_owner;
revoke create on schema access from kith_gate;
