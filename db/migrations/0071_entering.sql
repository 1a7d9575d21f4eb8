-- One read where there were several, on the way into every request; and what was known of sight never outlives who asked.

drop function access.set_identity(uuid);
create function access.set_identity(who uuid) returns jsonb language plpgsql as $$
declare
  a record;
begin
  for turn in 1 .. 2 loop
    select x.id, x.kind, x.name, x.email, x.job_title, x.qualified, r.actor_id, r.scopes, r.wide, r.wide_write, r.cards, r.roles, r.teams, r.until into a
    from access.actor x left join access.reach r on r.actor_id = x.id where x.id = who and x.active;
    if not found then return null; end if;
    exit when a.actor_id is not null and (a.until is null or a.until > now());
    perform access.derive_reach(who);
  end loop;
  perform set_config('kith.actor', a.id::text, true), set_config('kith.scopes', a.scopes::text, true), set_config('kith.wide', a.wide::text, true),
    set_config('kith.wide_write', a.wide_write::text, true), set_config('kith.cards', case when a.cards then 'on' else 'off' end, true),
    set_config('kith.known', '', true), set_config('kith.found', '', true);
  return jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'email', a.email, 'jobTitle', a.job_title, 'qualified', a.qualified, 'roles', a.roles, 'teams', a.teams, 'wide', a.wide);
end $$;

-- Everybody of a merged person is found by key: the former text read all people on record each time a record was opened.
drop function access.standing(uuid);
create function access.standing(who uuid) returns table (survivor_id uuid, sight text, marking text) language plpgsql stable as $$
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
    or exists (select 1 from access.person_scope p where p.person_id = s and strpos(current_setting('kith.scopes', true), p.scope::text) > 0 and p.domain = 'agency' and (p.until is null or p.until > now())) then
    return query select s, 'card', mark;
  elsif mark = 'restricted' and exists (select 1 from access.reach r where r.actor_id = access.actor() and r.cards and r.roles && array['worker', 'manager', 'head']) then
    return query select s, 'exists', mark;
  end if;
end $$;

drop function access.not_writable(uuid[], text);
create function access.not_writable(people uuid[], in_domain text) returns uuid[] language plpgsql stable as $$
begin
  return array(select p from unnest(people) p where not exists (select 1 from access.subject s where s.id = p) or not access.writes(p, in_domain));
end $$;

call access.gate('access.set_identity(uuid)', 'sets who asks', false);
call access.gate('access.standing(uuid)', 'what may be known of a person, before their page');
call access.gate('access.not_writable(uuid[], text)', 'all or nothing for commands on several people');
