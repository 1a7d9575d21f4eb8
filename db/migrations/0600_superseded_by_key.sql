-- What supersedes an event was joined: with nested loops off, as this function has it, the whole chronology of the council was read for each superseded event (1.3 s each among 600,000).
-- It is looked up by its key now (`offset 0` keeps it from being joined). Nothing else is changed since 0340; test/access/chronologyAtOnce.test.ts holds every line to the policies.
grant create on schema chronology to kith_gate;
set local role kith_gate;
do $$
declare
  mine constant text := access.full_sight('a.person_id', 'a.domain');
  theirs constant text := access.full_sight('l.person_id', 'l.domain');
begin
  execute format($make$
    create or replace function chronology.told_of(about uuid, most int, significant_only boolean, up_to date, noted text[], note_kinds jsonb) returns table (part text, more boolean, total int) language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_nestloop = off set enable_seqscan = off as $body$
    declare
      shown_in text[];
      counted int;
    begin
      if access.actor() is null then return; end if;
      select coalesce(array_agg(a.domain), '{}'), coalesce(sum(a.n), 0) into shown_in, counted
        from (select x.person_id, x.domain, count(*) as n from chronology.event_person x where x.person_id = about group by 1, 2) a where %1$s;
      return query
      with page as materialized (
        select row_number() over () as place, p.* from (
          select e.id, e.kind, e.subject_kind, e.subject_id, e.actor_id, e.recorded_at, ep.happened_on,
            case when exists (select 1 from chronology.significance x where x.event_id = e.id offset 0) then (select x.significant from chronology.significance x where x.event_id = e.id order by x.recorded_at desc limit 1) else e.significant end as significant
          from (select x.event_id, x.happened_on, x.domain from chronology.event_person x where x.person_id = about and (up_to is null or x.happened_on <= up_to) and x.domain = any (shown_in)
            order by x.happened_on desc, x.event_id desc offset 0) ep
          cross join lateral (select x.* from chronology.event x where x.id = ep.event_id offset 0) e
          where case when e.domain = ep.domain then true else exists (select 1 from chronology.event_person l where l.event_id = e.id and l.domain = e.domain and %2$s) end
            and case when exists (select 1 from chronology.event x where x.supersedes = e.id offset 0)
              then not exists (select 1 from chronology.event x where x.supersedes = e.id
                and case when exists (select 1 from chronology.event_person l where l.event_id = x.id and l.domain = x.domain and %2$s offset 0) then true else false end offset 0) else true end
        ) p where not significant_only or p.significant limit most + 1
      ), writer as materialized (
        select w.id, to_json(w.name)::text as quoted, left(to_json(w.name)::text, -1) as opened from access.actor w where w.id = any (array(select distinct p.actor_id from page p))
      )
      select string_agg(line.text, ',' order by line.place), (select count(*) > most from page), counted
      from (
        select told.place, case when told.words is null then chr(10) || told.spine || chr(10) || '}' else told.spine || ',"told":' || told.words || '}' end as text
        from (
          select e.place,
            '{"id":"' || e.id || '","kind":"' || e.kind || '","happenedOn":"' || e.happened_on || '","recordedAt":"' || to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
              || case when e.significant then '","significant":true,' else '","significant":false,' end || case when e.subject_kind is null then '"subjectKind":null,' else '"subjectKind":"' || e.subject_kind || '",' end
              || case when e.subject_id is null then '"subjectId":null,"by":' else '"subjectId":"' || e.subject_id || '","by":' end || coalesce(b.quoted, 'null') || ',"people":["' || about || '"]' as spine,
            case when n.id is null then null
              when exists (select 1 from notes.note_person l where l.note_id = n.id and l.person_id = about and l.domain = n.domain and l.domain = any (shown_in))
                or exists (select 1 from notes.note_person l where l.note_id = n.id and l.domain = n.domain and %2$s)
              then '{"title":' || to_json(n.title) || ',"words":' || to_json(n.words) || ',"href":"/notes/' || n.id || '","source":'
                || case when n.author_id = e.actor_id then b.opened else (select left(to_json(w.name)::text, -1) from access.actor w where w.id = n.author_id) end || ', ' || (note_kinds ->> n.kind) || '"}' end as words
          from page e
          left join writer b on b.id = e.actor_id
          left join lateral (select x.id, x.domain, x.kind, x.title, coalesce(x.beginning, x.words) as words, x.author_id from notes.note x where x.id = case when e.kind = any (noted) then e.subject_id end offset 0) n on true
          where e.place <= most
          offset 0
        ) told
        offset 0
      ) line group by (line.place - 1) / 50 order by (line.place - 1) / 50;
      if not found then return query select null::text, false, counted; end if;
    end $body$
  $make$, mine, theirs);
end $$;
set local role kith_owner;
revoke create on schema chronology from kith_gate;
