-- Somebody recorded now may be a sealed person: those on that record's list are told within a minute (access policy, rule 5), however many wait to be compared after an import.
-- So the newest are compared first; and the task names the other record, which only those who see the sealed one read there.
alter table people.compare_due add column since timestamptz not null default now();

grant create on schema people to kith_gate;
set local role kith_gate;
create or replace function people.to_compare(most int) returns table (person_id uuid, described jsonb) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.actor() is not null then return; end if;
  return query
  with taken as (delete from people.compare_due d where d.person_id in (select x.person_id from people.compare_due x order by x.since desc limit most for update skip locked) returning d.person_id)
  select t.person_id, people.described_of(t.person_id) from taken t;
end $$;

create or replace function people.keep_alike(who uuid, pairs jsonb) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
        values (task, 'sealedMatch', 'children', 'person', case when sealed = who then pair.other else who end, on_list.actor_id, 'Somebody recorded now may be this person. Look, and tell the records team if it is one person.', (now() at time zone 'Europe/London')::date);
        insert into work.item_person (item_id, person_id, domain) values (task, sealed, 'children');
      end loop;
    end loop;
  end loop;
end $$;
set local role kith_owner;
revoke create on schema people from kith_gate;
