-- A chronology says a note by its beginning: kept with the note, where it is longer than that, so that nobody reads 2,000 long notes to show their first lines.
create function notes.beginning(words text) returns text language sql immutable parallel safe as $$
  select case when length(t) <= 220 then t else regexp_replace(left(t, 220), ' ?[^ ]*$', '') || ' …' end from (select btrim(regexp_replace(left(words, 2000), '\s+', ' ', 'g')) as t) x
$$;
comment on function notes.beginning(text) is 'the first 220 characters or fewer, whole words, on one line';
alter table notes.note add column beginning text generated always as (nullif(notes.beginning(words), words)) stored;
comment on column notes.note.beginning is 'how a chronology says it; null where that is all its words';

-- How many events somebody's chronology has: the rule is asked once for each person and domain, not for each event.
create index event_person_counted on chronology.event_person (person_id, happened_on desc, event_id desc) include (domain);
drop index chronology.event_person_person_id_happened_on_event_id_idx;
do $$
begin
  execute format($make$
    create function chronology.counted(about uuid[]) returns int language plpgsql as $body$
    begin
      if access.actor() is null then return 0; end if;
      if cardinality(about) = 1 then
        return (select coalesce(sum(a.n), 0) from (select e.person_id, e.domain, count(*) as n from chronology.event_person e where e.person_id = about[1] group by 1, 2) a where %1$s);
      end if;
      return (select count(distinct e.event_id) from chronology.event_person e where e.person_id = any (about) and (e.person_id, e.domain) in (
        select a.person_id, a.domain from (select distinct o.person_id, o.domain from chronology.event_person o where o.person_id = any (about)) a where %1$s));
    end $body$
  $make$, access.full_sight('a.person_id', 'a.domain'));
end $$;
call access.gate('chronology.counted(uuid[])', 'how many events people have, as far as the reader sees them');
