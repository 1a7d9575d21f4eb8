-- A council's own extracts come in by a mapping: names, addresses, relationships and case notes too, all of which can be taken back until the import is accepted.

alter table exchange.import drop constraint import_format_check;
alter table exchange.import add constraint import_format_check check (format in ('cin', 'ssda903', 'csv')) not valid;
alter table exchange.import validate constraint import_format_check;

set local role kith_gate;
grant execute on function exchange.keep_in_journal() to kith_owner;
set local role kith_owner;
call exchange.journal_of('people.name');
call exchange.journal_of('people.address');
call exchange.journal_of('people.relationship');
call exchange.journal_of('notes.note');
call exchange.journal_of('notes.note_person');
set local role kith_gate;
revoke execute on function exchange.keep_in_journal() from kith_owner;
set local role kith_owner;

-- Who somebody is to another is a row about two people: it stands against taking back neither of them, and goes with the first.
grant create on schema exchange to kith_gate;
set local role kith_gate;
CREATE OR REPLACE FUNCTION exchange.written_since(which uuid, children uuid[])
 RETURNS TABLE(person_id uuid, made boolean, against text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one record;
  found jsonb;
  standing jsonb := '{}';                             -- why a child stays, by its id
  of_import text := format('j.import_id = %L', which);
  derived constant text[] := array['people.card', 'people.search_entry', 'people.search_line', 'people.search_due', 'people.compare_due', 'access.person_scope', 'access.bar'];
begin
  children := coalesce(children, array(select distinct j.person_id from exchange.journal j where j.import_id = which));
  select coalesce(jsonb_object_agg(mine.person_id, 'a later import tells of this child'), '{}') into standing
  from exchange.journal mine join exchange.journal later on later.person_id = mine.person_id and later.import_id <> which and later.place > mine.place
  where mine.import_id = which and mine.person_id = any (children);

  -- rows of the import that are no longer as it left them
  for one in select distinct j.relation, exchange.key_of(j.relation::regclass) as keys from exchange.journal j where j.import_id = which and j.relation <> 'ops.answered' loop
    execute format($f$select coalesce(jsonb_object_agg(j.person_id, 'what was imported has been changed since'), '{}')
      from (select distinct on (j.key) j.* from exchange.journal j where %1$s and j.relation = %2$L and j.person_id = any ($1) order by j.key, j.place desc) j
      left join %2$s t on %3$s where (t is null and j.relation <> 'people.relationship') or not to_jsonb(t) @> j.after$f$, of_import, one.relation,
      (select string_agg(format('t.%1$I = (j.key ->> %1$L)::%2$s', k, format_type(a.atttypid, a.atttypmod)), ' and ') from unnest(one.keys) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k))
    into found using children;
    standing := found || standing;
  end loop;

  -- rows that are not the import's and stand on one that is: every reference that the database knows, and what work, chronology and a child's words point to
  for one in
    select c.conrelid::regclass::text as from_table, a.attname as from_column, c.confrelid::regclass::text as to_table, b.attname as to_column, exchange.key_of(c.conrelid) as keys
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
    where c.contype = 'f' and cardinality(c.conkey) = 1 and exists (select 1 from exchange.journal j where j.import_id = which and j.relation = c.confrelid::regclass::text)
      and c.conrelid::regclass::text <> all (derived)
    union all
    select t, col, to_table, 'id', exchange.key_of(t::regclass) from (values ('work.item', 'subject_id'), ('chronology.event', 'subject_id'), ('people.voice', 'source_id')) v (t, col),
      (values ('contacts.referral'), ('assessments.assessment'), ('work.item'), ('access.subject')) w (to_table)
  loop
    execute format($f$select coalesce(jsonb_object_agg(j.person_id, 'somebody has written about this child since'), '{}')
      from exchange.journal j join %2$s t on t.%3$I = (j.key ->> %5$L)::uuid
      where %1$s and j.person_id = any ($1) and j.before is null and j.relation = %4$L %7$s
        and not exists (select 1 from exchange.journal own where own.import_id = j.import_id and (own.person_id = j.person_id or own.relation = 'people.relationship') and own.relation = %2$L and own.key = %6$s)$f$,
      of_import, one.from_table, one.from_column, one.to_table, one.to_column,
      (select format('jsonb_build_object(%s)', string_agg(format('%1$L, t.%1$I', k), ', ')) from unnest(one.keys) k),
      case when one.from_table = 'people.possible_duplicate' then 'and t.two_people_at is not null' end)
    into found using children;
    standing := found || standing;
  end loop;

  return query select c.id, exists (select 1 from exchange.journal j where j.import_id = which and j.person_id = c.id and j.relation = 'access.subject'), standing ->> c.id::text
  from unnest(children) c (id);
end $function$;

CREATE OR REPLACE FUNCTION exchange.take_child_back(which uuid, child uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one record;
  found text;
begin
  for one in
    select j.relation, j.key, (array_agg(j.before order by j.place))[1] as before from exchange.journal j
    where j.import_id = which and j.person_id = child group by j.relation, j.key order by min(j.place) desc
  loop
    found := (select string_agg(format('t.%1$I = (%2$L::jsonb ->> %1$L)::%3$s', k, one.key, format_type(a.atttypid, a.atttypmod)), ' and ')
      from unnest(exchange.key_of(one.relation::regclass)) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k);
    if one.before is null then
      if one.relation = 'access.subject' then
        -- who somebody is to another goes with either of them
        delete from people.relationship r where child in (r.person_id, r.other_id) and exists (select 1 from exchange.journal own where own.import_id = which and own.relation = 'people.relationship' and own.key = jsonb_build_object('id', r.id));
        -- what was worked out of the child goes with it
        delete from people.card c where c.person_id = child;
        delete from people.search_line l where l.person_id = child;
        delete from people.search_entry e where e.person_id = child;
        delete from people.search_due d where d.person_id = child;
        delete from people.compare_due d where d.person_id = child;
        delete from people.possible_duplicate d where child in (d.person_id, d.other_id);
        delete from access.person_scope s where s.person_id = child;
        delete from access.bar b where b.person_id = child;
      end if;
      execute format('delete from %s t where %s', one.relation, found);
    else
      execute format('update %1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where %3$s', one.relation,
        (select string_agg(quote_ident(k), ', ') from jsonb_object_keys(one.before) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k and a.attidentity = '' and a.attgenerated = ''), found) using one.before;
    end if;
  end loop;
  if exists (select 1 from people.person p where p.id = child) then
    perform people.derive_card(child);
    insert into people.search_due (person_id, changed_in) values (child, pg_current_xact_id()) on conflict do nothing;
  end if;
  delete from exchange.journal j where j.import_id = which and j.person_id = child;
end $function$;
set local role kith_owner;
revoke create on schema exchange from kith_gate;
