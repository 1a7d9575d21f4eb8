-- An import can be taken back until somebody accepts it. While a file is taken, each row that it writes is noted with what stood there before;
-- taking back undoes those rows and no others, child by child, and leaves every child alone about whom somebody has written since.

alter table exchange.import drop constraint import_state_check;
alter table exchange.import add constraint import_state_check check (state in ('running', 'finished', 'stopped', 'accepted', 'undone', 'partlyUndone'));
alter table exchange.import add column settled_at timestamptz, add column settled_by uuid, add column settled jsonb;   -- how many children were taken back, how many kept
-- What was imported before this has no journal: it counts as accepted.
update exchange.import set state = 'accepted', settled_at = now() where state in ('finished', 'stopped', 'running');

-- What an import wrote, row by row, until it is accepted or taken back. It holds what the rows hold: nobody reads it but the functions below.
create table exchange.journal (
  place bigint generated always as identity primary key,
  import_id uuid not null references exchange.import,
  person_id uuid not null,                            -- the child whose taking wrote the row
  relation text not null,
  key jsonb not null,
  before jsonb,                                       -- null: the row is the import's own
  after jsonb not null
);
call access.guard_gate('exchange.journal');
create index on exchange.journal (import_id, person_id);
create index on exchange.journal (person_id);

create function exchange.keep_in_journal() returns trigger language plpgsql as $$
declare
  written jsonb := to_jsonb(new);
begin
  insert into exchange.journal (import_id, person_id, relation, key, before, after)
  values (current_setting('kith.import')::uuid, current_setting('kith.import_of')::uuid, tg_relid::regclass::text,
    (select jsonb_object_agg(k, written -> k) from unnest(tg_argv) k), case when tg_op = 'UPDATE' then to_jsonb(old) end, written);
  return null;
end $$;

-- The key of a table, as columns.
create function exchange.key_of(of_table regclass) returns text[] language sql stable as $$
  select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = of_table and i.indisprimary
$$;
grant execute on function exchange.key_of(regclass) to kith_gate;

-- Tables that an import may write. A trigger asks only whether an import is at work in this very transaction.
create procedure exchange.journal_of(of_table regclass) language plpgsql as $$
begin
  execute format($f$create trigger journal after insert or update on %s for each row when (current_setting('kith.import', true) <> '') execute function exchange.keep_in_journal(%s)$f$,
    of_table, (select string_agg(quote_literal(k), ', ') from unnest(exchange.key_of(of_table)) k));
end $$;
do $$
declare
  written text;
begin
  foreach written in array array['access.subject', 'access.involvement', 'people.person', 'people.fact', 'people.identifier', 'contacts.referral', 'contacts.referral_person',
    'assessments.assessment', 'assessments.assessment_person', 'assessments.factor', 'work.item', 'work.item_person', 'work.allocation', 'work.clock',
    'chronology.event', 'chronology.event_person', 'exchange.origin', 'exchange.kept_aside', 'ops.answered'] loop
    call exchange.journal_of(written::regclass);
  end loop;
end $$;
call access.gate('exchange.keep_in_journal()', 'trigger: what an import writes can be taken back', false);

-- From here to the end of this transaction, what is written belongs to the import, unless it was accepted before.
create function exchange.writes_for(which uuid, child uuid) returns void language sql as $$
  select set_config('kith.import', which::text, true), set_config('kith.import_of', child::text, true)
  where exists (select 1 from exchange.import i where i.id = which and i.state <> 'accepted')
$$;

-- An administrator takes an import back or accepts it, and so does the account that brought it in (the command line).
create function exchange.may_settle(which uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.reach r where r.actor_id = access.actor() and 'administrator' = any (r.roles))
    or exists (select 1 from exchange.import i where i.id = which and i.started_by = access.actor())
$$;
grant select, update on exchange.import to kith_gate;
call access.gate('exchange.may_settle(uuid)', 'who may take an import back or accept it', false);

-- Of these children of an import (null: of all), whom it made and what stands against taking them back (null: nothing).
-- What is worked out from other rows (name cards, search, sight) is nobody's writing.
create function exchange.written_since(which uuid, children uuid[]) returns table (person_id uuid, made boolean, against text) language plpgsql as $$
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
      left join %2$s t on %3$s where t is null or not to_jsonb(t) @> j.after$f$, of_import, one.relation,
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
        and not exists (select 1 from exchange.journal own where own.import_id = j.import_id and own.person_id = j.person_id and own.relation = %2$L and own.key = %6$s)$f$,
      of_import, one.from_table, one.from_column, one.to_table, one.to_column,
      (select format('jsonb_build_object(%s)', string_agg(format('%1$L, t.%1$I', k), ', ')) from unnest(one.keys) k),
      case when one.from_table = 'people.possible_duplicate' then 'and t.two_people_at is not null' end)
    into found using children;
    standing := found || standing;
  end loop;

  return query select c.id, exists (select 1 from exchange.journal j where j.import_id = which and j.person_id = c.id and j.relation = 'access.subject'), standing ->> c.id::text
  from unnest(children) c (id);
end $$;
call access.gate('exchange.written_since(uuid, uuid[])', 'what stands against taking children of an import back', false);

-- One child of an import: its rows as they were before.
create function exchange.take_child_back(which uuid, child uuid) returns void language plpgsql as $$
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
end $$;
call access.gate('exchange.take_child_back(uuid, uuid)', 'takes one child of an import back: called by exchange.take_back', false);

-- The next children of an import beyond `beyond`, in the order of ids: taken back, or kept with the reason.
create function exchange.take_back(which uuid, beyond uuid, most int) returns table (person_id uuid, made boolean, against text) language plpgsql as $$
declare
  one record;
begin
  if not exchange.may_settle(which) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  for one in select s.* from exchange.written_since(which, array(select distinct j.person_id from exchange.journal j where j.import_id = which and j.person_id > beyond order by 1 limit most)) s order by 1 loop
    if one.against is null then
      begin
        perform exchange.take_child_back(which, one.person_id);
      exception when foreign_key_violation then
        one.against := 'somebody has written about this child since';
      end;
    end if;
    person_id := one.person_id; made := one.made; against := one.against;
    return next;
  end loop;
end $$;
call access.gate('exchange.take_back(uuid, uuid, int)', 'takes an import back, for those who may');

-- What taking back would do, in numbers only.
create function exchange.before_taking_back(which uuid) returns table (made boolean, against text, children bigint) language plpgsql as $$
begin
  if not exchange.may_settle(which) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  return query select s.made, s.against, count(*) from exchange.written_since(which, null) s group by 1, 2;
end $$;
call access.gate('exchange.before_taking_back(uuid)', 'how many children of an import can be taken back, for those who may');

-- Accepted, or taken back as far as it went. What the file left outside every child goes with it when nothing of it stays.
create function exchange.settle(which uuid, how text, counts jsonb) returns boolean language plpgsql as $$
begin
  if not exchange.may_settle(which) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if how = 'accepted' then delete from exchange.journal j where j.import_id = which; end if;
  if how = 'undone' then delete from exchange.unclaimed u where u.import_id = which; end if;
  update exchange.import i set state = how, settled = counts, settled_at = now(), settled_by = access.actor() where i.id = which and i.state <> 'accepted';
  return found;
end $$;
call access.gate('exchange.settle(uuid, text, jsonb)', 'accepts an import, or says that it was taken back');

-- How many children of an import are perhaps people already known. Of a record that is kept to a few nobody hears here.
create function exchange.perhaps_known(which uuid) returns bigint language sql stable as $$
  select count(distinct o.person_id) from exchange.origin o join people.possible_duplicate d on o.person_id in (d.person_id, d.other_id)
  join access.subject s on s.id = case when d.person_id = o.person_id then d.other_id else d.person_id end
  where o.import_id = which and d.two_people_at is null and s.marking = 'open'
$$;
call access.gate('exchange.perhaps_known(uuid)', 'how many children of an import may be recorded twice: a number only');
