-- A child of a return who is a restricted or sealed person is not written into that record by an import: it waits for somebody who may see the person and decides. Nobody else learns
-- of it: the account of the import and its counts say what they say of any child who was known (access policy, rules 5 and 6).

create table returns.held (
  id uuid primary key,
  person_id uuid not null references access.subject, domain text not null default 'children',
  import_id uuid not null references exchange.import, year int not null, number text not null,
  how text not null,                                  -- by what the person was found: localChildId or upn
  child jsonb not null,                               -- what could be typed of it, as the import would have taken it
  rows jsonb not null,                                -- its rows as they came, sealed as any document
  by_whom uuid not null, by_team uuid not null,       -- in whose name it came
  came_at timestamptz not null default now(),
  decision text check (decision in ('taken', 'refused')), decided_because text, decided_by uuid references access.actor, decided_at timestamptz
);
call access.guard_person('returns.held');
revoke insert, update on returns.held from kith_app;
drop policy add on returns.held;
drop policy change on returns.held;
create index on returns.held (person_id);
create index on returns.held (import_id, number);

set local role kith_gate;
grant execute on function exchange.keep_in_journal() to kith_owner;
set local role kith_owner;
call exchange.journal_of('returns.held');
set local role kith_gate;
revoke execute on function exchange.keep_in_journal() from kith_owner;
set local role kith_owner;

-- Of these children those who are marked people: held, with a task of each on the record's list. The import takes the others.
create function returns.hold(which uuid, of_year int, by_whom uuid, by_team uuid, told jsonb) returns table (child_number text, outcome text, typed boolean) language plpgsql as $$
declare
  the jsonb;
  whom uuid;
  held uuid;
  task uuid;
  one uuid;
begin
  perform set_config('kith.import', which::text, true) from exchange.import i where i.id = which and i.state <> 'accepted';
  for the in select c from jsonb_array_elements(told) c loop
    child_number := the ->> 'number';
    whom := null;
    select p.person_id, p.how into whom, outcome from returns.person_of(the) p;
    if whom is null then
      select coalesce(part.survivor_id, s.id), 'localChildId' into whom, outcome from access.subject s left join access.person_part part on part.part_id = s.id where s.id = (the ->> 'id')::uuid;
    end if;
    continue when whom is null or not exists (select 1 from access.subject s where s.marking <> 'open' and s.id = any (access.everyone(whom)));
    continue when exists (select 1 from returns.came k where k.import_id = which and k.number = the ->> 'number');
    if exists (select 1 from returns.held h where h.import_id = which and h.number = the ->> 'number') then
      outcome := 'before'; typed := false; return next; continue;
    end if;
    typed := jsonb_array_length(the -> 'periods') > 0;
    held := gen_random_uuid();
    perform set_config('kith.import_of', whom::text, true);
    insert into returns.held (id, person_id, import_id, year, number, how, child, rows, by_whom, by_team)
    values (held, whom, which, of_year, the ->> 'number', outcome, the - 'rows', the -> 'rows', by_whom, by_team);
    for one in select distinct l.actor_id from access.listed l join access.actor a on a.id = l.actor_id and a.active where l.person_id = any (access.everyone(whom)) and (l.until is null or l.until > now()) loop
      task := gen_random_uuid();
      insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, words, opened_on)
      values (task, 'heldReturn', 'children', 'heldReturn', held, one, of_year::text, (now() at time zone 'Europe/London')::date);
      insert into work.item_person (item_id, person_id, domain) values (task, whom, 'children');
    end loop;
    perform set_config('kith.import_of', '', true);
    insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
    select which, (the ->> 'ordinal')::int, f.place - 1, (f.x ->> 'row')::int, f.x ->> 'path', f.x ->> 'outcome', f.x ->> 'reason', (f.x ->> 'values')::int
    from jsonb_array_elements(the -> 'findings') with ordinality f (x, place) on conflict do nothing;
    return next;
  end loop;
  perform set_config('kith.import', '', true);
end $$;
call access.gate_for_jobs('returns.hold(uuid, int, uuid, uuid, jsonb)', 'children of a return who are marked people wait for somebody who may see them');

-- Decided by somebody who may write about the person. Taken, it is what the import does with any child. False: not theirs, decided before, or no longer this person.
create function returns.settle_held(which uuid, take boolean, why text) returns boolean language plpgsql as $$
declare
  h returns.held;
begin
  select * into h from returns.held where id = which for update;
  if h.id is null or h.decision is not null or cardinality(access.not_writable(array[h.person_id], 'children')) > 0 then return false; end if;
  if take then
    if (select p.person_id from returns.person_of(h.child) p) is distinct from coalesce((select p.survivor_id from access.person_part p where p.part_id = h.person_id), h.person_id) then return false; end if;
    perform returns.take(h.import_id, h.year, h.by_whom, h.by_team, jsonb_build_array(h.child || jsonb_build_object('rows', h.rows)));
  end if;
  update returns.held set decision = case when take then 'taken' else 'refused' end, decided_because = why, decided_by = access.actor(), decided_at = now() where id = which;
  return true;
end $$;
call access.gate('returns.settle_held(uuid, boolean, text)', 'whoever may see a marked person decides what of a return is theirs');

-- The rows of what is held are documents too.
create function returns.held_to_seal(of_key text, after uuid, most int) returns table (id uuid, about text, rows text) language sql stable as $$
  select h.id, 'ssda903 ' || h.year || ' ' || h.number, case when jsonb_typeof(h.rows) = 'string' then h.rows #>> '{}' else h.rows::text end from returns.held h
  where h.id > after and not starts_with(h.rows #>> '{}', 'sealed:' || of_key || ':') order by h.id limit most
$$;
call access.gate_for_jobs('returns.held_to_seal(text, uuid, int)', 'what waits of returns is sealed with the present key: what is not yet');
create function returns.keep_held_sealed(which uuid, sealed text) returns void language sql as $$ update returns.held set rows = to_jsonb(sealed) where id = which and starts_with(sealed, 'sealed:') $$;
call access.gate_for_jobs('returns.keep_held_sealed(uuid, text)', 'what waits of returns is sealed with the present key');
