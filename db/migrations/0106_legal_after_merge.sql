-- When a merge is taken back, the orders and legal statuses recorded meanwhile are asked about too.

drop function people.written_since(uuid);
create function people.written_since(part uuid) returns table (id uuid, kind text, words text, recorded_at timestamptz) language plpgsql stable as $$
#variable_conflict use_column
declare
  line access.person_part := (select p from access.person_part p where p.part_id = part);
begin
  if line.part_id is null or not access.may_merge(part, line.survivor_id) then return; end if;
  return query
  select x.id, x.kind, x.words, x.recorded_at from (
    select n.id, 'name' as kind, btrim(n.given || ' ' || n.family) as words, n.recorded_at, n.domain from people.name n where n.person_id = line.survivor_id and n.superseded_at is null
    union all
    select a.id, 'address', case when a.hidden then 'A hidden address' else concat_ws(', ', array_to_string(a.lines, ', '), a.postcode) end, a.recorded_at, a.domain from people.address a where a.person_id = line.survivor_id and a.superseded_at is null
    union all
    select i.id, 'number', i.kind || ' ' || i.value, i.recorded_at, i.domain from people.identifier i where i.person_id = line.survivor_id and i.superseded_at is null
    union all
    select f.id, 'fact', f.kind, f.recorded_at, f.domain from people.fact f where f.person_id = line.survivor_id and f.superseded_at is null
    union all
    select s.id, 'legalStatus', s.code || ', ' || to_char(s.valid_from, 'FMDD Mon YYYY'), s.recorded_at, s.domain from people.legal_status s where s.person_id = line.survivor_id and s.superseded_at is null
    union all
    select n.id, 'note', n.title || ', ' || to_char(n.happened_on, 'FMDD Mon YYYY'), n.recorded_at, n.domain from notes.note n join notes.note_person l on l.note_id = n.id where l.person_id = line.survivor_id and n.state = 'signed'
  ) x
  where x.recorded_at > line.merged_at and x.domain not in ('adoption', 'legal', 'allegation')
  order by x.recorded_at, x.id limit 100;
end $$;

drop function people.give_to_part(uuid, uuid[]);
create function people.give_to_part(part uuid, rows uuid[]) returns bigint language plpgsql as $$
declare
  line access.person_part := (select p from access.person_part p where p.part_id = part);
  theirs uuid[];
begin
  if line.part_id is null or not access.may_merge(part, line.survivor_id) then return 0; end if;
  theirs := array(select w.id from people.written_since(part) w where w.id = any (rows));
  with gone as (update people.name set superseded_at = now() where id = any (theirs) returning *)
    insert into people.name (id, person_id, domain, kind, given, family, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, given, family, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.address set superseded_at = now() where id = any (theirs) returning *)
    insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.identifier set superseded_at = now() where id = any (theirs) returning *)
    insert into people.identifier (id, person_id, domain, kind, value, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, value, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.fact set superseded_at = now() where id = any (theirs) returning *)
    insert into people.fact (id, person_id, domain, kind, value, about, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, value, about, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.legal_status set superseded_at = now(), superseded_why = 'Given to the other record when a merge was taken back' where id = any (theirs) returning *)
    insert into people.legal_status (id, order_id, person_id, domain, kind, code, court, case_number, details, expires_on, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), order_id, part, domain, kind, code, court, case_number, details, expires_on, valid_from, valid_to, access.actor() from gone;
  update notes.note_person l set person_id = part where l.note_id = any (theirs) and l.person_id = line.survivor_id
    and not exists (select 1 from notes.note_person other where other.note_id = l.note_id and other.person_id = part);
  return cardinality(theirs);
end $$;
call access.gate('people.written_since(uuid)', 'what was written on a shared record, when a merge is taken back');
call access.gate('people.give_to_part(uuid, uuid[])', 'gives what is about the part to the part, when a merge is taken back');
