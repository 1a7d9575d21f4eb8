-- A board of few pieces, for a reader who sees all of its domains while nobody on it is barred (the front door's own, all day): nothing is left to be asked of the rule, so its rows are read as they
-- stand, counted and told in one statement. Who is merged is told under who they are now, as on any board. Wherever one of this is not so, the board is told as before.
-- test/access/countedAtOnce.test.ts holds both ways to the policies, and to each other.
grant create on schema work to kith_gate;
set local role kith_gate;
do $$
declare
  before constant text := pg_get_functiondef('work.board_told(uuid[], date, int)'::regprocedure);
  names constant text := E'      workers_told json;\n';
  entered constant text := E'      if access.actor() is null then return; end if;\n';
  shortly constant text := $short$
      if access.cards() and 'children' = any (wide) then
        select array_agg(l.person_id), array_agg(l.item_id), array_agg(l.worker_id), bool_and(l.own and l.domain = any (wide)) into whom, pieces, bearers, plain
          from (select ip.person_id, ip.item_id, ip.worker_id, ip.own, ip.domain from work.item_person ip where ip.team_id = any (teams) limit most + 1) l;
        if plain and cardinality(whom) <= most then
          met := whom;
          select array_agg(p.part_id), array_agg(p.survivor_id) into parts, survivors from access.person_part p where p.part_id = any (whom);
          if parts is not null then
            whom := array(select coalesce(p.survivor_id, w.person_id) from unnest(whom) with ordinality w (person_id, place) left join unnest(parts, survivors) p (part_id, survivor_id) on p.part_id = w.person_id order by w.place);
          end if;
          if not exists (select 1 from access.bar b where b.person_id = any (met || survivors)) then
            return query
            with i as materialized (
              select x.id, x.kind, x.state, x.subject_kind as "subjectKind", x.subject_id as "subjectId", x.section, x.words, x.team_id as "teamId", t.name as "teamName",
                x.worker_id as "workerId", (select w.name from access.actor w where w.id = x.worker_id) as "workerName", x.asked_by as "askedBy", (select w.name from access.actor w where w.id = x.asked_by) as "askedByName",
                x.opened_on as "openedOn", x.due_on as "dueOn", to_char(x.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt", x.duty, x.finished_on as "finishedOn", x.outcome, x.reason, x.version
              from work.item x left join access.team t on t.id = x.team_id where x.team_id = any (teams) and x.state in ('open', 'waiting', 'returned') and x.shown
            ), who as materialized (
              select c.id, coalesce(c."bornOn", c."dueOn") as born, row_to_json(c) as told
              from (select c.person_id as id, c.name, c.given, c.family, c.born_on as "bornOn", c.due_on as "dueOn", c.sex, c.unborn, c.hue from people.card c where c.person_id = any (whom) offset 0) c
            ), theirs as (
              select l.item_id, json_agg(w.told order by w.born nulls last, w.id) as people from unnest(pieces, whom) l (item_id, person_id) join who w on w.id = l.person_id group by 1
            ), told as (
              select i.*, coalesce(p.people, '[]') as people from i left join theirs p on p.item_id = i.id offset 0)
            select (select json_agg(row_to_json(t) order by t."dueOn" nulls last, t."openedOn", t.id)::text from told t), array(select w.id from who w),
              coalesce((select json_agg(y) from (select i.kind, count(*)::int as late from i where i."dueOn" < on_day group by 1 order by 2 desc, 1) y), '[]'),
              coalesce((select json_agg(z) from (select o.id, o.items, o.late, m.people from (select i."workerId" as id, count(*)::int as items, (count(*) filter (where i."dueOn" < on_day))::int as late from i where i."workerId" is not null group by 1) o
                left join (select l.worker_id as id, count(distinct l.person_id)::int as people from unnest(bearers, met) l (worker_id, person_id) group by 1) m on m.id = o.id) z), '[]');
            return;
          end if;
        end if;
      end if;
$short$;
begin
  if strpos(before, names) = 0 or strpos(before, entered) = 0 then raise exception 'The board is not as it was'; end if;
  execute replace(replace(before, names, names || E'      wide constant text[] := access.wide();\n      met uuid[];\n      pieces uuid[];\n      parts uuid[];\n      survivors uuid[];\n'), entered, entered || ltrim(shortly, E'\n'));
end $$;
set local role kith_owner;
revoke create on schema work from kith_gate;
