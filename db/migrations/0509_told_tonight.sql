-- The list of where every child is tonight in one statement: the rule (the text of the policies) is asked once for each person and domain, and what it shows is counted and paged.
-- A place that is kept from the reader is told as `placementColumns` of src/record/care/store/care.ts tells it. test/people/care.test.ts holds it to the list that is read row by row.
do $$
declare
  rule constant text := access.full_sight('a.person_id', 'a.domain');
  part_rule constant text := access.card_sight('p.survivor_id');
begin
  execute format($make$
    create function care.told_tonight(on_day date, short_breaks text[], state text, kinds text[], but text[], start int, most int, hidden_place text) returns json language plpgsql as $body$
    declare
      told json;
    begin
      if access.actor() is null then return null; end if;
      with all_periods as materialized (select c.person_id, c.domain, c.began_on from care.period c where c.superseded_at is null and c.began_on <= on_day and (c.ended_on is null or c.ended_on > on_day)
      ), all_statuses as materialized (select l.person_id, l.domain, l.code from people.legal_status l where l.kind = 'lookedAfter' and l.superseded_at is null and l.valid_from <= on_day and (l.valid_to is null or l.valid_to > on_day)
      ), all_missing as materialized (select f.person_id, f.domain, f.held_on, f.answers ->> 'how' as how from care.fact f where f.kind = 'missing' and f.superseded_at is null and f.held_on <= on_day and (f.held_to is null or f.held_to > on_day)
      ), all_placements as materialized (select p.person_id, p.domain, p.placement_id, p.kind, p.place_name, p.postcode, p.address_hidden, p.valid_from from care.placement p where p.superseded_at is null and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
      ), shown as materialized (
        select a.person_id, a.domain from (select x.person_id, x.domain from all_periods x union select x.person_id, x.domain from all_statuses x union select x.person_id, x.domain from all_missing x union select x.person_id, x.domain from all_placements x) a where coalesce(%1$s, false)
      ), named as materialized (select x.person_id from all_periods x join shown using (person_id, domain) union select x.person_id from all_statuses x join shown using (person_id, domain)
      ), now_known as materialized (select n.person_id as part_id, coalesce(part.survivor_id, n.person_id) as id from named n
          left join (select p.part_id, p.survivor_id from access.person_part p where p.part_id = any (array(select person_id from named)) and %2$s) part on part.part_id = n.person_id
      ), part as materialized (select p.part_id, p.survivor_id as id from access.person_part p where p.survivor_id = any (array(select k.id from now_known k)) and %2$s union select k.part_id, k.id from now_known k union select k.id, k.id from now_known k
      ), looked as materialized (select distinct on (part.id) part.id, x.began_on from all_periods x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.began_on desc
      ), held as materialized (select distinct on (part.id) part.id, x.code from all_statuses x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.code
      ), away as materialized (select distinct on (part.id) part.id, x.held_on, x.how from all_missing x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.held_on desc
      ), lives as materialized (select distinct on (part.id) part.id, x.person_id, x.placement_id, x.kind, x.place_name, x.postcode, x.address_hidden, x.valid_from from all_placements x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.valid_from desc
      ), stands as materialized (
        select e.id as person_id, l.began_on as since, h.code, a.held_on as missing_on, a.how, p.kind, p.person_id as lives_as, p.place_name, p.postcode, p.address_hidden, p.valid_from,
          case when a.id is not null then 'missing' when l.id is null or p.placement_id is null then 'notSaid' when h.code = any (short_breaks) then 'shortBreaks' else 'placed' end as stands
        from (select distinct k.id from now_known k) e left join looked l on l.id = e.id left join held h on h.id = e.id left join away a on a.id = e.id left join lives p on p.id = e.id
      ), page as materialized (
        select s.*, row_number() over (order by array_position(array['missing', 'notSaid', 'placed', 'shortBreaks'], s.stands), lower(c.family), lower(c.name), s.person_id) as place from stands s left join people.card c on c.person_id = s.person_id
        where (state is null or s.stands = state) and (kinds is null or s.kind = any (kinds)) and (but is null or not s.kind = any (but)) order by place limit most offset start
      ), kept as materialized (select s.*, s.address_hidden or s.lives_as in (select care.places_kept()) as hidden from page s
      ), row as (select k.*, not coalesce(k.hidden, false) or people.shows_carer(k.lives_as) as open from kept k)
      select json_build_object(
        'counts', coalesce((select json_agg(json_build_object('where', n.stands, 'kind', n.kind, 'count', n.n)) from (select s.stands, case when s.stands = 'placed' then s.kind end as kind, count(*) as n from stands s group by 1, 2) n), '[]'),
        'rows', coalesce((select json_agg(json_build_object('personId', s.person_id, 'where', s.stands, 'since', s.since, 'status', s.code, 'missing', case when s.missing_on is not null then json_build_object('on', s.missing_on, 'how', s.how) end,
          'placement', case when s.kind is not null then json_build_object('kind', s.kind, 'placeName', case when s.open then s.place_name else hidden_place end, 'postcode', case when s.open then s.postcode end, 'hidden', s.hidden, 'from', s.valid_from) end) order by s.place) from row s), '[]')) into told;
      perform access.know(array(select (r ->> 'personId')::uuid from json_array_elements(told -> 'rows') r));
      return told;
    end $body$
  $make$, rule, part_rule);
end $$;
call access.gate('care.told_tonight(date, text[], text, text[], text[], int, int, text)', 'where every child in care is on a day, counted and one page of them, as far as the reader sees it');
