-- A census that came in is told again as it came, while the record about the child is as the import left it: its print says so.

alter table returns.came add column kind text not null default 'ssda903';
alter table returns.came add column print text;

-- What a census told and the record has no place for is told on by the next census.
create policy reports on exchange.kept_aside for select to kith_reports using (true);
grant select (id, person_id, referral_id, path, outcome, state, fragment, recorded_at) on exchange.kept_aside to kith_reports;

create function returns.keep_census(which uuid, who uuid, of_year int, of_number text, told jsonb, of_record text) returns void language plpgsql as $$
begin
  -- Only an import that is at work, by whoever began it, about a child that it has just written.
  if not exists (select 1 from exchange.import i where i.id = which and i.format = 'cin' and i.started_by = access.actor() and i.state not in ('accepted', 'undone'))
    or not exists (select 1 from exchange.origin o where o.person_id = who) then call access.refuse(); end if;
  if exists (select 1 from returns.came k where k.import_id = which and k.number = of_number) then return; end if;
  insert into returns.came (id, person_id, import_id, kind, year, number, rows, aside, print, recorded_by) values (gen_random_uuid(), who, which, 'cin', of_year, of_number, told, '[]', of_record, access.actor());
end $$;
grant select on exchange.origin to kith_gate;
call access.gate('returns.keep_census(uuid, uuid, int, text, jsonb, text)', 'keeps a child of a census as it came, for the census that is made of the same year');

create function returns.census_came(of_year int) returns table (person_id uuid, number text, rows jsonb, print text) language sql stable as $$
  select distinct on (k.number) coalesce(part.survivor_id, k.person_id), k.number, k.rows, k.print from returns.came k left join access.person_part part on part.part_id = k.person_id
  where k.kind = 'cin' and k.year = of_year order by k.number, k.came_at desc
$$;
call access.gate_for_jobs('returns.census_came(int)', 'children of a census as they came, for the census that is made of the same year');

grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.came_for(of_year int) returns table (person_id uuid, number text, rows jsonb) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with newest as (
    select distinct on (k.number) k.*, coalesce(part.survivor_id, k.person_id) as whose from returns.came k left join access.person_part part on part.part_id = k.person_id
    where k.kind = 'ssda903' and k.year = of_year order by k.number, k.came_at desc
  ), part as (
    select distinct n.whose, p.part_id as id from newest n join access.person_part p on p.survivor_id = n.whose union select whose, whose from newest
  ), written as (
    select person_id, recorded_at, superseded_at, recorded_by from care.period union all
    select person_id, recorded_at, superseded_at, recorded_by from care.placement union all
    select person_id, recorded_at, superseded_at, recorded_by from care.fact union all
    select person_id, recorded_at, superseded_at, recorded_by from people.legal_status where kind = 'lookedAfter' union all
    select person_id, recorded_at, superseded_at, recorded_by from people.fact where kind in ('bornOn', 'sex', 'ethnicity') union all
    select person_id, recorded_at, superseded_at, recorded_by from people.identifier where kind in ('upn', 'localChildId')
  ), last as (
    select part.whose, max(greatest(w.superseded_at, case when a.kind is distinct from 'machine' then w.recorded_at end)) as at
    from part join written w on w.person_id = part.id left join access.actor a on a.id = w.recorded_by group by part.whose
  )
  select n.whose, n.number, n.rows from newest n left join last on last.whose = n.whose where last.at is null or last.at <= n.came_at order by n.number collate "C"
$$;
create or replace function returns.sent_rows(of_kind text, of_year int) returns table (number text, rows jsonb) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with sent as (select m.id from returns.made m where m.kind = of_kind and m.year = of_year and m.sent_at is not null order by m.sent_at desc limit 1)
  select c.number, c.rows from returns.child c where c.made_id = (select id from sent)
  union all
  select * from (select distinct on (k.number) k.number, k.rows from returns.came k where k.kind = of_kind and k.year = of_year and not exists (select 1 from sent) order by k.number, k.came_at desc) came
$$;
create or replace function returns.to_seal(of_key text, after text, most int) returns table (place text, about text, rows text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select x.place, x.about, x.rows from (
    select 'child ' || c.made_id || ' ' || c.person_id as place, m.kind || ' ' || m.year || ' ' || c.number as about, case when jsonb_typeof(c.rows) = 'string' then c.rows #>> '{}' else c.rows::text end as rows
    from returns.child c join returns.made m on m.id = c.made_id
    union all
    select 'came ' || k.id, k.kind || ' ' || k.year || ' ' || k.number, case when jsonb_typeof(k.rows) = 'string' then k.rows #>> '{}' else k.rows::text end from returns.came k
  ) x where x.place collate "C" > after and not starts_with(x.rows, 'sealed:' || of_key || ':') order by x.place collate "C" limit most
$$;
set local role kith_owner;
revoke create on schema returns from kith_gate;
