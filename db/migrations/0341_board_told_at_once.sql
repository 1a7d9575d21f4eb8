-- A board as the text that is sent: its counts (as work.open_of_teams has them), and its first pieces with their people, in one go. The rule is asked once for each person and
-- domain in the team's work, by the text of the policies, and not again for each piece, link and card; cards, and what people
-- were merged into, are shown by their policies, word for word. test/access/countedAtOnce.test.ts holds it to the policies.
do $$
declare
  rule constant text := access.full_sight('a.person_id', 'a.domain');
  card constant text := (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = 'people.card'::regclass and p.polname = 'see');
  part constant text := (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = 'access.person_part'::regclass and p.polname = 'see');
begin
  execute format($make$
    create function work.board_told(teams uuid[], on_day date, most int) returns table (work text, people uuid[], late json, workers json) language plpgsql as $body$
    #variable_conflict use_column
    declare
      whom uuid[];
      domains text[];
      bearers uuid[];
      open_to uuid[];
      open_in text[];
      plain boolean;
      firsts uuid[];
      late_told json;
      workers_told json;
    begin
      if access.actor() is null then return; end if;
      select coalesce(array_agg(c.person_id), '{}'), array_agg(c.domain), array_agg(c.worker_id), coalesce(bool_and(c.own), true) into whom, domains, bearers, plain from unnest(teams) t
        cross join lateral (select ip.worker_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.team_id = t group by ip.worker_id, ip.person_id, ip.domain, ip.own) c;
      -- Whoever sees all of a domain is asked about only where somebody is barred: nothing is gained by looking up.
      if not 'children' = any (access.wide()) then perform access.know(array(select distinct p from unnest(whom) p)); end if;
      select coalesce(array_agg(a.person_id) filter (where a.shown), '{}'), coalesce(array_agg(a.domain) filter (where a.shown), '{}'), plain and coalesce(bool_and(a.shown), true) into open_to, open_in, plain
        from (select a.person_id, a.domain, coalesce(%1$s, false) as shown from (select distinct x.person_id, x.domain from unnest(whom, domains) x (person_id, domain)) a) a;
      if plain then
        with told as materialized (select i.worker_id, i.kind, count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late from work.item i
          where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown group by 1, 2
        ), met as (select distinct x.worker_id, x.person_id from unnest(bearers, whom) x (worker_id, person_id) where x.worker_id is not null)
        select array(select f.id from unnest(teams) t cross join lateral (select i.due_on, i.opened_on, i.id from work.item i where i.team_id = t and i.state in ('open', 'waiting', 'returned') and i.shown
            order by i.due_on nulls last, i.opened_on, i.id limit most) f order by f.due_on nulls last, f.opened_on, f.id limit most),
          (select json_agg(y) from (select t.kind, sum(t.late)::int as late from told t group by t.kind having sum(t.late) > 0 order by 2 desc, 1) y),
          (select json_agg(z) from (select t.worker_id as id, sum(t.items)::int as items, sum(t.late)::int as late, max(their.people)::int as people from told t
            left join (select m.worker_id, count(*) as people from met m group by 1) their on their.worker_id = t.worker_id where t.worker_id is not null group by t.worker_id) z)
          into firsts, late_told, workers_told;
      else
        select array(select x::uuid from json_array_elements_text(o.counted -> 'first') x), o.counted -> 'late', o.counted -> 'workers' into firsts, late_told, workers_told
          from (select work.open_of_teams(teams, on_day, most) as counted offset 0) o;
      end if;
      return query
      with i as materialized (select x.* from work.item x where x.id = any (firsts)
      ), raw as materialized (select ip.item_id, ip.person_id from work.item_person ip
        where ip.item_id = any (firsts) and (plain or (ip.person_id, ip.domain) in (select x.person_id, x.domain from unnest(open_to, open_in) x (person_id, domain)))
      ), part as materialized (select part_id, survivor_id from access.person_part where part_id = any (array(select distinct r.person_id from raw r)) and %3$s
      ), link as materialized (select r.item_id, coalesce(p.survivor_id, r.person_id) as person_id from raw r left join part p on p.part_id = r.person_id
      ), who as materialized (select c.person_id, coalesce(c.born_on, c.due_on) as born, concat('{"id":"', c.person_id, '","name":', to_json(c.name), ',"given":', to_json(c.given), ',"family":', to_json(c.family),
          ',"bornOn":', '"' || c.born_on || '"', case when c.born_on is null then 'null' end, ',"dueOn":', '"' || c.due_on || '"', case when c.due_on is null then 'null' end, ',"sex":', coalesce(to_json(c.sex)::text, 'null'),
          ',"unborn":', case when c.unborn then 'true' else 'false' end, ',"hue":', coalesce(c.hue::text, 'null'), '}') as words
        from (select * from people.card where person_id = any (array(select distinct l.person_id from link l)) and %2$s offset 0) c
      ), people as materialized (select link.item_id, string_agg(who.words, ',' order by who.born nulls last, link.person_id) as words from link left join who on who.person_id = link.person_id group by link.item_id
      ), worker as materialized (select x.id, to_json(x.name)::text as name from access.actor x where x.id = any (array(select i.worker_id from i union select i.asked_by from i)))
      select concat('[', string_agg(concat('{"id":"', i.id, '","kind":', to_json(i.kind), ',"state":"', i.state, '","subjectKind":', coalesce(to_json(i.subject_kind)::text, 'null'), ',"subjectId":', coalesce('"' || i.subject_id || '"', 'null'),
          ',"section":', coalesce(to_json(i.section)::text, 'null'), ',"words":', coalesce(to_json(i.words)::text, 'null'), ',"teamId":', coalesce('"' || i.team_id || '"', 'null'), ',"teamName":', coalesce(to_json(t.name)::text, 'null'),
          ',"workerId":', coalesce('"' || i.worker_id || '"', 'null'), ',"workerName":', coalesce(w.name, 'null'), ',"askedBy":', coalesce('"' || i.asked_by || '"', 'null'), ',"askedByName":', coalesce(a.name, 'null'),
          ',"openedOn":"', i.opened_on, '","dueOn":', coalesce('"' || i.due_on || '"', 'null'), ',"dueAt":', coalesce(to_char(i.due_at at time zone 'UTC', '"\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null'), ',"duty":', coalesce(to_json(i.duty)::text, 'null'),
          ',"finishedOn":', coalesce('"' || i.finished_on || '"', 'null'), ',"outcome":', coalesce(to_json(i.outcome)::text, 'null'), ',"reason":', coalesce(to_json(i.reason)::text, 'null'), ',"version":', i.version,
          ',"people":[', p.words, ']}'), ',' order by i.due_on nulls last, i.opened_on, i.id), ']'), array(select who.person_id from who), coalesce(late_told, '[]'), coalesce(workers_told, '[]')
      from i left join people p on p.item_id = i.id left join access.team t on t.id = i.team_id left join worker w on w.id = i.worker_id left join worker a on a.id = i.asked_by;
    end $body$
  $make$, rule, card, part);
end $$;
-- Whoever the planner takes for few are many here: by hash it is once.
alter function work.board_told(uuid[], date, int) set enable_nestloop = off;
call access.gate('work.board_told(uuid[], date, int)', 'a board as the text that is sent, as far as the reader sees it');
