-- Two records that may be of one person: found by the server beside its work, shown to those who may merge them, until somebody says that they are two people.

create table people.possible_duplicate (
  person_id uuid not null references access.subject,
  other_id uuid not null references access.subject,
  score real not null,
  reasons jsonb not null,                             -- kinds and words, the strongest first; never a name, a date or a number
  found_at timestamptz not null default now(),
  two_people_at timestamptz, two_people_by uuid references access.actor, two_people_why text,
  primary key (person_id, other_id),
  check (person_id < other_id)
);
call access.guard_gate('people.possible_duplicate');
create index on people.possible_duplicate (other_id);

-- Who was filed and not yet compared with the others.
create table people.compare_due (
  person_id uuid primary key references access.subject
);
call access.guard_gate('people.compare_due');
create function people.entry_filed() returns trigger language plpgsql as $$
begin
  insert into people.compare_due (person_id) values (new.person_id) on conflict do nothing;
  return null;
end $$;
create trigger compare after insert or update on people.search_entry for each row execute function people.entry_filed();
call access.gate('people.entry_filed()', 'trigger: somebody has to be compared with the others');

-- The next to compare. Outside of anybody's request only, as the two functions after it.
create function people.to_compare(most int) returns table (person_id uuid, described jsonb) language plpgsql as $$
begin
  if access.actor() is not null then return; end if;
  return query
  with taken as (delete from people.compare_due d where d.person_id in (select x.person_id from people.compare_due x limit most for update skip locked) returning d.person_id)
  select t.person_id, people.described_of(t.person_id) from taken t;
end $$;

create function people.alike(who uuid, first int[], second int[], asked int[]) returns table (person_id uuid, names jsonb, born_on date, born_about text, matched int[]) language plpgsql stable as $$
declare
  hits uuid[];
begin
  if access.actor() is not null then return; end if;
  hits := array(select e.person_id from people.search_entry e where e.keys && first limit 100);
  if cardinality(hits) < 40 then hits := hits || array(select e.person_id from people.search_entry e where e.keys && second limit 40); end if;
  return query
  select e.person_id, e.names, c.born_on, c.born_about, array(select q from unnest(asked) q where e.keys @> array[q])
  from people.search_entry e join people.card c on c.person_id = e.person_id
  where e.person_id in (select unnest(hits)) and e.person_id <> who
    and coalesce((select p.survivor_id from access.person_part p where p.part_id = e.person_id), e.person_id) <> coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
end $$;
alter function people.alike(uuid, int[], int[], int[]) set enable_seqscan = off;
alter function people.alike(uuid, int[], int[], int[]) set enable_hashjoin = off;
alter function people.alike(uuid, int[], int[], int[]) set enable_mergejoin = off;

-- Keeps what was found. Of a sealed record, those named on its list are told by a task, and nobody else hears of it (policy, rule 5).
create function people.keep_alike(who uuid, pairs jsonb) returns void language plpgsql as $$
declare
  pair record;
  fresh boolean;
  sealed uuid;
  task uuid;
  on_list record;
begin
  if access.actor() is not null then return; end if;
  delete from people.possible_duplicate d where who in (d.person_id, d.other_id) and d.two_people_at is null
    and not exists (select 1 from jsonb_to_recordset(pairs) as x (other uuid) where x.other in (d.person_id, d.other_id));
  for pair in select x.other, x.score, x.reasons from jsonb_to_recordset(pairs) as x (other uuid, score real, reasons jsonb) loop
    insert into people.possible_duplicate as d (person_id, other_id, score, reasons) values (least(who, pair.other), greatest(who, pair.other), pair.score, pair.reasons)
    on conflict (person_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
    returning xmax = 0 into fresh;
    if not fresh then continue; end if;
    for sealed in select s.id from access.subject s where s.id in (who, pair.other) and s.marking = 'sealed' loop
      for on_list in select l.actor_id from access.listed l where l.person_id = sealed and (l.until is null or l.until > now()) loop
        task := gen_random_uuid();
        insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, words, opened_on)
        values (task, 'sealedMatch', 'children', 'person', sealed, on_list.actor_id, 'Somebody recorded now may be this person. Look, and tell the records team if it is one person.', (now() at time zone 'Europe/London')::date);
        insert into work.item_person (item_id, person_id, domain) values (task, sealed, 'children');
      end loop;
    end loop;
  end loop;
end $$;

-- What may be one person, the likeliest first, for those who may merge both.
create function people.duplicates(of_whom uuid, most int) returns table (person_id uuid, other_id uuid, score real, reasons jsonb) language sql stable as $$
  select d.person_id, d.other_id, d.score, d.reasons
  from people.possible_duplicate d
  where d.two_people_at is null and (of_whom is null or of_whom in (d.person_id, d.other_id))
    and not exists (select 1 from access.person_part p where p.part_id in (d.person_id, d.other_id))
    and access.may_merge(d.person_id, d.other_id)
  order by d.score desc, d.found_at, d.person_id
  limit most
$$;

-- They were looked at, and are two people: the pair is not shown again.
create function people.say_two_people(one uuid, other uuid, why text) returns boolean language plpgsql as $$
begin
  if not access.may_merge(one, other) then return false; end if;
  insert into people.possible_duplicate (person_id, other_id, score, reasons, two_people_at, two_people_by, two_people_why)
  values (least(one, other), greatest(one, other), 0, '[]', now(), access.actor(), why)
  on conflict (person_id, other_id) do update set two_people_at = now(), two_people_by = access.actor(), two_people_why = excluded.two_people_why;
  return true;
end $$;

-- Everybody is filed anew, by the server beside its work: after the tables of names or sounds have changed.
create function people.file_everybody() returns bigint language plpgsql as $$
declare
  n bigint;
begin
  if access.actor() is not null then return 0; end if;
  insert into people.search_due (person_id, changed_in) select p.id, pg_current_xact_id() from people.person p on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

call access.gate('people.to_compare(int)', 'the server compares who was filed with the others');
call access.gate('people.alike(uuid, int[], int[], int[])', 'the server looks for records of the same person');
call access.gate('people.keep_alike(uuid, jsonb)', 'the server keeps what may be one person');
call access.gate('people.duplicates(uuid, int)', 'possible duplicates, for those who may merge both');
call access.gate('people.say_two_people(uuid, uuid, text)', 'a pair is two people, says somebody who may merge');
call access.gate('people.file_everybody()', 'everybody is filed for search anew');
