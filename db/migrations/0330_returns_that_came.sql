-- SSDA903 returns of other systems that came into the record: each child's rows as they came, and what of them was taken into the record.

alter table exchange.import drop constraint import_format_check;
alter table exchange.import add constraint import_format_check check (format in ('cin', 'ssda903')) not valid;
alter table exchange.import validate constraint import_format_check;

create table returns.came (
  id uuid primary key,
  person_id uuid not null references access.subject, domain text not null default 'children',
  import_id uuid not null references exchange.import, year int not null, number text not null,
  rows jsonb not null,                                -- by table, each row its values in the order of the columns, to the letter
  aside jsonb not null,                               -- what of it the record does not hold: table, row, columns and the reason
  came_at timestamptz not null default now(), recorded_by uuid
);
call access.guard_person('returns.came');
revoke insert, update on returns.came from kith_app;
drop policy add on returns.came;
drop policy change on returns.came;
create index on returns.came (person_id);
create index on returns.came (import_id, number);
create index on returns.came (year);

-- A number stays given though the record of whoever had it was taken back with an import: no reference stands against taking back.
alter table returns.number drop constraint number_person_id_fkey;

grant create on schema exchange to kith_gate;
set local role kith_gate;
-- An import that takes many children at once names none: then each row says itself whose it is.
create or replace function exchange.keep_in_journal() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  written jsonb := to_jsonb(new);
  whose text := coalesce(nullif(current_setting('kith.import_of', true), ''), written ->> 'person_id', case when tg_relid in ('access.subject'::regclass, 'people.person'::regclass) then written ->> 'id' end);
begin
  if whose is null then return null; end if;
  insert into exchange.journal (import_id, person_id, relation, key, before, after)
  values (current_setting('kith.import')::uuid, whose::uuid, tg_relid::regclass::text,
    (select jsonb_object_agg(k, written -> k) from unnest(tg_argv) k), case when tg_op = 'UPDATE' then to_jsonb(old) end, written);
  return null;
end $$;
grant execute on function exchange.keep_in_journal() to kith_owner;
set local role kith_owner;
call exchange.journal_of('care.period');
call exchange.journal_of('care.placement');
call exchange.journal_of('care.fact');
call exchange.journal_of('people.legal_status');
call exchange.journal_of('returns.came');
set local role kith_gate;
revoke execute on function exchange.keep_in_journal() from kith_owner;
set local role kith_owner;

-- Who a child of a return is: the person with that number, or with that pupil number and day of birth. A number of somebody born on another day is not believed.
create function returns.person_of(child jsonb) returns table (person_id uuid, how text) language sql stable as $$
  with found as (
    select distinct coalesce(part.survivor_id, i.person_id) as id, i.kind, card.born_on
    from people.identifier i left join access.person_part part on part.part_id = i.person_id left join people.card card on card.person_id = coalesce(part.survivor_id, i.person_id)
    where i.superseded_at is null and ((i.kind = 'localChildId' and i.value = child ->> 'number') or (i.kind = 'upn' and i.value = nullif(child ->> 'upn', '')))
  ), good as (
    select id, kind from found where case kind when 'upn' then born_on = (child ->> 'bornOn')::date else coalesce(born_on = (child ->> 'bornOn')::date, true) end
  )
  select (array_agg(id))[1], min(kind) from good where kind = (select min(kind) from good) having count(distinct id) = 1
$$;
call access.gate('returns.person_of(jsonb)', 'who a child of a return is', false);

grant insert on exchange.finding to kith_gate;

-- Takes some children of a return: people, what is known of them, what could be typed of their care, and all rows as they came. A child that was taken is not taken twice.
create function returns.take(which uuid, of_year int, by_whom uuid, by_team uuid, told jsonb) returns table (child_number text, whom uuid, outcome text, typed boolean) language plpgsql as $$
declare
  child jsonb;
  whole uuid[];
  stands boolean;
begin
  -- Into an empty council: what is planned while the tables hold nothing would read them whole once they hold much, here and in what is asked at the end of the transaction.
  perform set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true);
  perform set_config('kith.import', which::text, true), set_config('kith.import_of', '', true) from exchange.import i where i.id = which and i.state <> 'accepted';
  for child in select c from jsonb_array_elements(told) c loop
    child_number := child ->> 'number';
    if exists (select 1 from returns.came k where k.import_id = which and k.number = child ->> 'number') then
      outcome := 'before'; typed := false; whom := null; return next; continue;
    end if;
    select p.person_id, p.how into whom, outcome from returns.person_of(child) p;
    if whom is null then
      whom := (child ->> 'id')::uuid;
      outcome := 'new';
      if exists (select 1 from access.subject s where s.id = whom) then outcome := 'localChildId';
      else
        insert into access.subject (id, created_by) values (whom, by_whom);
        insert into access.involvement (id, person_id, team_id, domain, from_on, recorded_by) values (gen_random_uuid(), whom, by_team, 'children', (child ->> 'today')::date, by_whom);
        insert into people.person (id, kind, source, recorded_by) values (whom, 'person', 'ssda903:' || of_year, by_whom);
      end if;
    end if;
    whole := array(select part_id from access.person_part where survivor_id = whom) || whom;
    insert into people.identifier (id, person_id, kind, value, recorded_by)
    select gen_random_uuid(), whom, k, v, by_whom from (values ('localChildId', child ->> 'number'), ('upn', child ->> 'upn')) x (k, v)
    where v <> '' and not exists (select 1 from people.identifier i where i.person_id = any (whole) and i.kind = k and i.superseded_at is null);
    insert into people.fact (id, person_id, kind, value, about, recorded_by)
    select gen_random_uuid(), whom, k, v, case when k = 'bornOn' then 'day' end, by_whom from (values ('bornOn', child ->> 'bornOn'), ('sex', child ->> 'sex'), ('ethnicity', child ->> 'ethnicity')) x (k, v)
    where v <> '' and not exists (select 1 from people.fact f where f.person_id = any (whole) and f.kind = k and f.superseded_at is null);

    stands := exists (select 1 from care.period p where p.person_id = any (whole) and p.superseded_at is null) or exists (select 1 from people.legal_status l where l.person_id = any (whole) and l.kind = 'lookedAfter' and l.superseded_at is null);
    typed := not stands and jsonb_array_length(child -> 'periods') > 0;
    if typed then
      insert into care.period (id, period_id, person_id, admission_id, began_on, ended_on, planned, need, end_reason, home_postcode, recorded_by)
      select gen_random_uuid(), x.id, whom, x.id, x."from", x."to", false, x.need, x."endReason", x."homePostcode", by_whom
      from jsonb_to_recordset(child -> 'periods') x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text);
      insert into care.placement (id, placement_id, person_id, kind, provider, place_name, urn, postcode, change_reason, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, x.kind, x.provider, x."placeName", x.urn, x.postcode, x."changeReason", x."from", x."to", by_whom
      from jsonb_to_recordset(child -> 'placements') x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date);
      insert into people.legal_status (id, order_id, person_id, kind, code, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, 'lookedAfter', x.code, x."from", x."to", by_whom from jsonb_to_recordset(child -> 'statuses') x (id uuid, code text, "from" date, "to" date);
    end if;
    insert into care.fact (id, fact_id, person_id, kind, held_on, held_to, answers, words, recorded_by)
    select gen_random_uuid(), x.id, whom, x.kind, x."on", x."to", x.answers, x.words, by_whom from jsonb_to_recordset(child -> 'facts') x (id uuid, kind text, "on" date, "to" date, answers jsonb, words text)
    where not exists (select 1 from care.fact f where f.person_id = any (whole) and f.kind = x.kind and f.held_on = x."on" and f.superseded_at is null);

    insert into returns.came (id, person_id, import_id, year, number, rows, aside, recorded_by)
    values (gen_random_uuid(), whom, which, of_year, child ->> 'number', child -> 'rows',
      case when stands and jsonb_array_length(child -> 'periods') > 0 then (child -> 'aside') || jsonb_build_array(jsonb_build_object('table', 'Episodes', 'row', 0, 'columns', '[]'::jsonb, 'reason', child ->> 'stands')) else child -> 'aside' end, by_whom);
    return next;
  end loop;
  perform set_config('kith.import', '', true);
  insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
  select which, (c ->> 'ordinal')::int, f.place - 1, (f.x ->> 'row')::int, f.x ->> 'path', f.x ->> 'outcome', f.x ->> 'reason', (f.x ->> 'values')::int
  from jsonb_array_elements(told) c, jsonb_array_elements(c -> 'findings') with ordinality f (x, place) on conflict do nothing;
  insert into audit.event (actor_id, what, people, via) select by_whom, 'returns.taken', array(select k.person_id from returns.came k where k.import_id = which and k.number in (select c ->> 'number' from jsonb_array_elements(told) c)), 'import';
end $$;
call access.gate_for_jobs('returns.take(uuid, int, uuid, uuid, jsonb)', 'takes children of a return into the record');

-- The rows of a year as they came, of every child of whose care and person nobody has written since: an import is not somebody.
create function returns.came_for(of_year int) returns table (person_id uuid, number text, rows jsonb) language sql stable as $$
  with newest as (
    select distinct on (k.number) k.*, coalesce(part.survivor_id, k.person_id) as whose from returns.came k left join access.person_part part on part.part_id = k.person_id
    where k.year = of_year order by k.number, k.came_at desc
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
call access.gate_for_jobs('returns.came_for(int)', 'the rows of a return as they came, for the return that is made of the same year');

grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.sent_rows(of_kind text, of_year int) returns table (number text, rows jsonb) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with sent as (select m.id from returns.made m where m.kind = of_kind and m.year = of_year and m.sent_at is not null order by m.sent_at desc limit 1)
  select c.number, c.rows from returns.child c where c.made_id = (select id from sent)
  union all
  select * from (select distinct on (k.number) k.number, k.rows from returns.came k where of_kind = 'ssda903' and k.year = of_year and not exists (select 1 from sent) order by k.number, k.came_at desc) came
$$;
set local role kith_owner;
revoke create on schema exchange, returns from kith_gate;
