-- Finding people and text. Row-level security keeps indexes of likeness from being used (LIKE, trigram and full text are not leakproof), so finding is
-- done by gate functions that answer only what the actor may find. The keys are worked out by the server (record/people/matching/keys).

-- One person's keys, and the names to compare. Hidden addresses, and what stands in the adoption, legal or allegation domains, are never filed.
create table people.search_entry (
  person_id uuid primary key references access.subject,
  keys int[] not null,
  names jsonb not null
);
call access.guard_gate('people.search_entry');
create index on people.search_entry using gin (keys) with (fastupdate = off);

-- Each name as one folded line, in both orders: for what is still being typed, and, last of all, for likeness.
create table people.search_line (
  person_id uuid not null references access.subject,
  line text not null collate "C"
);
call access.guard_gate('people.search_line');
create index on people.search_line (line, person_id);
create index on people.search_line (person_id);
-- Read only when nothing better was found: writing is what has to be cheap.
create index on people.search_line using gin (line gin_trgm_ops) with (fastupdate = on, gin_pending_list_limit = 512);

-- Whose facts changed since they were filed, and in which transaction.
create table people.search_due (
  person_id uuid primary key references access.subject,
  changed_in xid8 not null
);
call access.guard_gate('people.search_due');

create function people.search_changed() returns trigger language plpgsql as $$
begin
  insert into people.search_due as d (person_id, changed_in) values (new.person_id, pg_current_xact_id())
  on conflict (person_id) do update set changed_in = excluded.changed_in where d.changed_in <> excluded.changed_in;
  return null;
end $$;
create trigger search after insert or update on people.name for each row execute function people.search_changed();
create trigger search after insert or update on people.address for each row execute function people.search_changed();
create trigger search after insert or update on people.identifier for each row execute function people.search_changed();
create trigger search after insert or update on people.fact for each row when (new.kind = 'bornOn') execute function people.search_changed();
call access.gate('people.search_changed()', 'trigger: somebody has to be filed for search again', false);

-- What search knows of a person, in one place: for filing, and for comparing two records side by side.
create function people.described_of(who uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'names', coalesce((select jsonb_agg(jsonb_build_object('given', n.given, 'family', n.family,
        'kind', case when n.kind in ('former', 'birth') or n.valid_to < current_date then 'former' when n.kind = 'legal' then 'current' else 'knownAs' end) order by n.recorded_at desc)
      from people.name n where n.person_id = who and n.superseded_at is null and n.domain not in ('adoption', 'legal', 'allegation')), '[]'),
    'bornOn', (select f.value from people.fact f where f.person_id = who and f.kind = 'bornOn' and f.superseded_at is null order by f.recorded_at desc limit 1),
    'addresses', coalesce((select jsonb_agg(jsonb_build_object('lines', array_to_string(a.lines, ', '), 'postcode', coalesce(a.postcode, ''), 'former', coalesce(a.valid_to < current_date, false)) order by a.recorded_at desc)
      from people.address a where a.person_id = who and a.superseded_at is null and not a.hidden and a.domain not in ('adoption', 'legal', 'allegation')), '[]'),
    'numbers', coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value))
      from people.identifier i where i.person_id = who and i.superseded_at is null and i.kind in ('nhs', 'upn', 'formerUpn', 'localChildId') and i.domain not in ('adoption', 'legal', 'allegation')), '[]'))
$$;
call access.gate('people.described_of(uuid)', 'what search knows of a person: called by the functions below only', false);

-- What is to be filed of those whose facts this very transaction changed; outside of anybody's request (no actor), of all that are due.
create function people.to_file(most int) returns table (person_id uuid, described jsonb) language plpgsql as $$
begin
  return query
  select d.person_id, people.described_of(d.person_id)
  from people.search_due d
  where access.actor() is null or d.changed_in = pg_current_xact_id()
  -- by the key, so that a long filing does not read again and again over what it has already taken
  order by d.person_id
  limit most
  for update skip locked;
end $$;
create function people.file(entries jsonb) returns void language plpgsql as $$
declare
  allowed uuid[];
begin
  select coalesce(array_agg(d.person_id), '{}') into allowed from jsonb_to_recordset(entries) as e (id uuid) join people.search_due d on d.person_id = e.id
  where access.actor() is null or d.changed_in = pg_current_xact_id();
  insert into people.search_entry as s (person_id, keys, names)
  select e.id, e.keys, e.names from jsonb_to_recordset(entries) as e (id uuid, keys int[], names jsonb) where e.id = any (allowed)
  on conflict on constraint search_entry_pkey do update set keys = excluded.keys, names = excluded.names;
  delete from people.search_line where person_id = any (allowed);
  insert into people.search_line (person_id, line)
  select e.id, l from jsonb_to_recordset(entries) as e (id uuid, lines text[]), unnest(e.lines) l where e.id = any (allowed);
  delete from people.search_due where person_id = any (allowed);
end $$;
call access.gate('people.to_file(int)', 'what the search files of people whose facts this transaction changed');
call access.gate('people.file(jsonb)', 'files people for search');

-- The people under these keys, as the actor may know them: a card; or, of a restricted record that matches well (a strong key, and a near date of birth when
-- one is asked for), no more than that it exists. Sealed records, the actor's own, and those the actor is kept from, are as if they were not there.
-- Rungs are climbed until there are enough: `first` narrow keys, `second`, `third` wider ones, `typed` the start of a name, `blurred` a name like it.
-- `matched` answers which of the `asked` keys (numbers and places) a person is filed under, so that no address or number leaves the gate.
create function people.find(first int[], second int[], third int[], typed text, blurred text, strong int[], days int[], asked int[])
returns table (person_id uuid, sight text, card jsonb, names jsonb, matched int[]) language plpgsql stable as $$
declare
  enough int := 200;
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  cards boolean := access.cards();
  carer boolean := exists (select 1 from access.reach r where r.actor_id = me and r.cards and r.roles && array['worker', 'manager', 'head']);
  hits uuid[] := '{}';
begin
  if me is null then return; end if;
  if cardinality(first) > 0 then
    hits := array(select e.person_id from people.search_entry e where e.keys && first limit enough);
  end if;
  -- Where a narrow key found somebody, the wider ones only fill the list.
  if cardinality(hits) > 0 then enough := 60; end if;
  if cardinality(second) > 0 then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && second limit enough);
  end if;
  if typed <> '' then
    -- The range that `^@` means, written out: in a prepared plan `^@` itself reads the whole index. Folded lines hold nothing above z.
    hits := hits || array(select l.person_id from people.search_line l where l.line >= typed and l.line < typed || '{' order by l.line limit 60);
  end if;
  if cardinality(third) > 0 and cardinality(hits) < enough then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && third limit enough);
  end if;
  if blurred <> '' then
    perform set_config('pg_trgm.similarity_threshold', '0.4', true);
    hits := hits || array(select l.person_id from people.search_line l where l.line % blurred order by public.similarity(l.line, blurred) desc limit 60);
  end if;
  if cardinality(hits) = 0 then return; end if;
  return query
  with who as materialized (
    select coalesce(p.survivor_id, h.id) as id, h.id as part from (select distinct x as id from unnest(hits) x) h left join access.person_part p on p.part_id = h.id
  ), known as materialized (
    select w.id, w.part, e.names as called, e.keys, case
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = me and (b.until is null or b.until > now())) then null
      when exists (select 1 from access.person_scope s where s.person_id = w.id and s.scope = any (mine) and s.sight in ('card', 'full') and (s.until is null or s.until > now())) then 'card'
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = '00000000-0000-0000-0000-000000000000') then case
        when carer and e.keys && strong and (cardinality(days) = 0 or e.keys && days)
          and not exists (select 1 from access.subject x where x.id = w.id and x.marking = 'sealed')
          and not exists (select 1 from access.person_part y join access.subject x on x.id = y.part_id where y.survivor_id = w.id and x.marking = 'sealed') then 'exists' end
      when cards then 'card'
    end as seen
    from who w join people.search_entry e on e.person_id = w.part
  )
  select k.id, k.seen,
    case when k.seen = 'card' then (select jsonb_build_object('id', c.person_id, 'name', c.name, 'given', c.given, 'family', c.family, 'bornOn', c.born_on, 'bornAbout', c.born_about, 'dueOn', c.due_on, 'diedOn', c.died_on, 'sex', c.sex, 'unborn', c.unborn, 'hue', c.hue)
      from people.card c where c.person_id = k.id) end,
    case when k.seen = 'card' then k.called end,
    case when k.seen = 'card' and cardinality(asked) > 0 then array(select q from unnest(asked) q where k.keys @> array[q]) else '{}' end
  from known k
  where k.seen is not null;
end $$;
-- A list of keys seldom helps the planner to guess; the index is always right here, and joining a few hundred people by hashing all of them never is
-- (among 200,000 people the guess cost 130 ms, the index 2).
alter function people.find(int[], int[], int[], text, text, int[], int[], int[]) set enable_seqscan = off;
alter function people.find(int[], int[], int[], text, text, int[], int[], int[]) set enable_hashjoin = off;
alter function people.find(int[], int[], int[], text, text, int[], int[], int[]) set enable_mergejoin = off;
alter function people.find(int[], int[], int[], text, text, int[], int[], int[]) set jit = off;
call access.gate('people.find(int[], int[], int[], text, text, int[], int[], int[])', 'search: answers cards of people the actor may find');
