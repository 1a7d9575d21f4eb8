-- What a team's board and an allocation count is gone through once, all people of it asked for together, by the very text that the policies carry
-- (access.full_sight): whoever the rule does not show is in no count, and a piece of work is shown by somebody of its own domain, as the policy of work.item has it.
-- The pieces a page shows are read under their policies afterwards, by their keys (docs/performance.md, docs/decisions/0070).
do $$
declare
  asked constant text := $text$
    link as materialized (select p.id, x.person_id, x.domain, x.domain = p.domain as own, p.worker_id from piece p
      cross join lateral (select ip.person_id, ip.domain from work.item_person ip where ip.item_id = p.id offset 0) x
    ), seen as materialized (select a.person_id, a.domain from (select distinct l.person_id, l.domain from link l) a where %s
    ), shown as materialized (select l.id, l.person_id, l.worker_id, l.own from link l join seen s on s.person_id = l.person_id and s.domain = l.domain
    ), mine as materialized (select distinct s.id from shown s where s.own)$text$;
begin
  execute format($make$
    create function work.open_of_teams(teams uuid[], on_day date, most int) returns json language plpgsql as $body$
    declare
      counted json;
    begin
      if access.actor() is null then return null; end if;
      with piece as materialized (select i.id, i.kind, i.domain, i.worker_id, i.due_on, i.opened_on from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned')
      ), %1$s, work as materialized (select p.id, p.kind, p.worker_id, p.due_on, p.opened_on from piece p join mine m on m.id = p.id)
      select json_build_object(
        'first', array(select w.id from work w order by w.due_on nulls last, w.opened_on, w.id limit most),
        'late', coalesce((select json_agg(y) from (select w.kind, count(*)::int as late from work w where w.due_on < on_day group by w.kind order by 2 desc) y), '[]'),
        'workers', coalesce((select json_agg(z) from (
          select w.worker_id as id, count(*)::int as items, (count(*) filter (where w.due_on < on_day))::int as late, max(their.people)::int as people from work w
          left join (select d.worker_id, count(*) as people from (select distinct s.worker_id, s.person_id from shown s join mine m on m.id = s.id) d group by d.worker_id) their on their.worker_id = w.worker_id
          where w.worker_id is not null group by w.worker_id) z), '[]')) into counted;
      perform access.know(array(select distinct x.person_id from json_array_elements_text(counted->'first') f cross join lateral (select ip.person_id from work.item_person ip where ip.item_id = f::uuid offset 0) x));
      return counted;
    end $body$
  $make$, format(asked, access.full_sight('a.person_id', 'a.domain')));
  execute format($make$
    create function work.people_of_workers(workers uuid[]) returns table (worker_id uuid, people int) language plpgsql as $body$
    begin
      if access.actor() is null then return; end if;
      return query with piece as materialized (select i.id, i.domain, i.worker_id from work.item i where i.worker_id = any (workers) and i.state in ('open', 'waiting', 'returned')
      ), %1$s
      select d.worker_id, count(*)::int from (select distinct s.worker_id, s.person_id from shown s join mine m on m.id = s.id) d group by d.worker_id;
    end $body$
  $make$, format(replace(asked, 'cross join lateral (select ip.person_id, ip.domain from work.item_person ip where ip.item_id = p.id offset 0) x', 'join work.item_person x on x.item_id = p.id'), access.full_sight('a.person_id', 'a.domain')));
end $$;
-- PostgreSQL takes what the rule shows for a handful of people, and would go through them for each piece of work; by hash it is once.
alter function work.open_of_teams(uuid[], date, int) set enable_nestloop = off;
alter function work.people_of_workers(uuid[]) set enable_nestloop = off;
call access.gate('work.open_of_teams(uuid[], date, int)', 'what is open for teams, counted as far as the reader sees it; looks up the people of its first pieces');
call access.gate('work.people_of_workers(uuid[])', 'how many people workers work with, as far as the reader sees them');
