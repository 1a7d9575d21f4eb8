-- 0170 ended as whoever was connected, not as the owner: what it made then, and what came after it in the same run, belongs to them. Now it belongs to the owner.
reset role;
do $$
declare
  one record;
begin
  if current_user = 'kith_owner' then return; end if;
  for one in select n.nspname from pg_namespace n where n.nspowner = current_user::regrole and n.nspname <> 'public' and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' loop
    execute format('alter schema %I owner to kith_owner', one.nspname);
  end loop;
  for one in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspowner = 'kith_owner'::regrole and c.relowner = current_user::regrole and c.relkind in ('r', 'p', 'v', 'm') loop
    execute format('alter table %s owner to kith_owner', one.name);
  end loop;
  for one in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspowner = 'kith_owner'::regrole and p.proowner = current_user::regrole and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
    execute format('alter routine %s owner to kith_owner', one.name);
  end loop;
end $$;
set role kith_owner;
