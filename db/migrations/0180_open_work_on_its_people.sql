-- A team's board and an allocation ask whom a team's or a worker's open work is about. Finding the people of each piece by its key was most of what a board cost, so while a
-- piece is open its links carry whose it is, and whether the link is of the piece's own domain: only such a link shows the piece (the policy of work.item). Kept by triggers
-- alone: whatever somebody writes there is replaced by what the piece says.
alter table work.item add column shown boolean not null default false;
comment on column work.item.shown is 'somebody of its own domain is on it: without one nobody sees it; kept by trigger';
alter table work.item_person add column team_id uuid, add column worker_id uuid, add column own boolean;
comment on column work.item_person.team_id is 'of the piece, while it is open; kept by trigger';
comment on column work.item_person.worker_id is 'of the piece, while it is open; kept by trigger';
comment on column work.item_person.own is 'the link is of the domain of its piece; null when the piece is not open; kept by trigger';

create function work.item_person_carries() returns trigger language plpgsql as $$
declare
  piece work.item;
begin
  select * into piece from work.item where id = new.item_id;
  if piece.state in ('open', 'waiting', 'returned') then
    new.team_id := piece.team_id;
    new.worker_id := piece.worker_id;
    new.own := new.domain = piece.domain;
  else
    new.team_id := null;
    new.worker_id := null;
    new.own := null;
  end if;
  if new.domain = piece.domain and not piece.shown then update work.item set shown = true where id = new.item_id; end if;
  return new;
end $$;
create function work.item_person_left() returns trigger language plpgsql as $$
begin
  update work.item i set shown = false where i.id = old.item_id and i.shown and not exists (select 1 from work.item_person l where l.item_id = i.id and l.domain = i.domain);
  return null;
end $$;
create function work.item_carried() returns trigger language plpgsql as $$
begin
  if new.domain <> old.domain then update work.item i set shown = exists (select 1 from work.item_person l where l.item_id = i.id and l.domain = i.domain) where i.id = new.id; end if;
  update work.item_person set item_id = item_id where item_id = new.id;
  return null;
end $$;
create function work.item_shown() returns trigger language plpgsql as $$
begin
  new.shown := tg_op = 'UPDATE' and old.shown;
  return new;
end $$;
update work.item_person l set team_id = i.team_id, worker_id = i.worker_id, own = l.domain = i.domain from work.item i where i.id = l.item_id and i.state in ('open', 'waiting', 'returned');
update work.item i set shown = true where exists (select 1 from work.item_person l where l.item_id = i.id and l.domain = i.domain);
create trigger carries before insert or update on work.item_person for each row execute function work.item_person_carries();
create trigger gone after delete or update of item_id, domain on work.item_person for each row execute function work.item_person_left();
create trigger carried after update of state, team_id, worker_id, domain on work.item for each row
  when ((old.state, old.team_id, old.worker_id, old.domain) is distinct from (new.state, new.team_id, new.worker_id, new.domain)) execute function work.item_carried();
create trigger shown before insert or update of shown on work.item for each row when (current_user <> 'kith_gate') execute function work.item_shown();
call access.gate('work.item_person_carries()', 'trigger: the links of open work carry whose it is');
call access.gate('work.item_person_left()', 'trigger: a piece of work has lost somebody');
call access.gate('work.item_carried()', 'trigger: the links of open work carry whose it is');
create index item_person_of_team on work.item_person (team_id, worker_id, person_id, domain, own) include (item_id) where team_id is not null;
create index item_person_of_worker on work.item_person (worker_id, person_id, domain, own) include (item_id) where worker_id is not null;

-- The rule is asked once for each person, as before (0076). Where it hides nobody, and every link is of its piece's domain, all is counted as it stands; else piece by piece.
drop function work.open_of_teams(uuid[], date, int);
drop function work.people_of_workers(uuid[]);
delete from ops.gate where signature in ('work.open_of_teams(uuid[],date,integer)', 'work.people_of_workers(uuid[])');
do $$
declare
  rule constant text := access.full_sight('a.person_id', 'a.domain');
  -- Whose links these are, each person once a worker; whom of them the rule hides; whom each worker works with, as far as the reader sees it.
  asked constant text := $text$
    link as materialized (select ip.item_id as id, ip.worker_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.%1$s
    ), carried as materialized (select l.worker_id, l.person_id, l.domain, l.own from link l group by 1, 2, 3, 4
    ), hidden as materialized (select a.person_id, a.domain from (select distinct c.person_id, c.domain from carried c) a where not coalesce(%2$s, false)
    ), shown as materialized (select l.id from link l where l.own and (l.person_id, l.domain) not in (select h.person_id, h.domain from hidden h)
    ), met as materialized (select c.worker_id, c.person_id from carried c where c.worker_id is not null and c.own and (c.person_id, c.domain) not in (select h.person_id, h.domain from hidden h)
      union select l.worker_id, l.person_id from link l where l.worker_id is not null and case when not l.own then (l.person_id, l.domain) not in (select h.person_id, h.domain from hidden h) and l.id in (select s.id from shown s) end)$text$;
  -- Of a few people: as they were found already.
  plainly constant text := $text$
    met as (select distinct x.worker_id, x.person_id from unnest(bearers, people) x (worker_id, person_id) where x.worker_id is not null
    ), first as (select array(select f.id from unnest(teams) t cross join lateral (select i.due_on, i.opened_on, i.id from work.item i where i.team_id = t and i.state in ('open', 'waiting', 'returned') and i.shown
        order by i.due_on nulls last, i.opened_on, i.id limit most) f order by f.due_on nulls last, f.opened_on, f.id limit most) as ids
    ), told as materialized (select i.worker_id, i.kind, count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late from work.item i
        where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown group by 1, 2)$text$;
  piecewise constant text := $text$, work as materialized (select i.worker_id, i.kind, i.due_on, i.opened_on, i.id from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.id in (select s.id from shown s)
    ), first as (select array(select w.id from work w order by w.due_on nulls last, w.opened_on, w.id limit most) as ids
    ), told as materialized (select w.worker_id, w.kind, count(*)::int as items, (count(*) filter (where w.due_on < on_day))::int as late from work w group by 1, 2)$text$;
  counts constant text := $text$
      select json_build_object('first', f.ids,
        'late', coalesce((select json_agg(y) from (select t.kind, sum(t.late)::int as late from told t group by t.kind having sum(t.late) > 0 order by 2 desc, 1) y), '[]'),
        'workers', coalesce((select json_agg(z) from (
          select t.worker_id as id, sum(t.items)::int as items, sum(t.late)::int as late, max(their.people)::int as people from told t
          left join (select m.worker_id, count(*) as people from met m group by 1) their on their.worker_id = t.worker_id
          where t.worker_id is not null group by t.worker_id) z), '[]')) into counted from first f$text$;
begin
  execute format($make$
    create function work.open_of_teams(teams uuid[], on_day date, most int) returns json language plpgsql as $body$
    declare
      counted json;
      people uuid[];
      domains text[];
      bearers uuid[];
      as_it_stands boolean;
    begin
      if access.actor() is null then return null; end if;
      select array_agg(c.person_id), array_agg(c.domain), array_agg(c.worker_id), coalesce(bool_and(c.own), true) into people, domains, bearers, as_it_stands from unnest(teams) t
        cross join lateral (select ip.worker_id, ip.person_id, ip.domain, bool_and(ip.own) as own from work.item_person ip where ip.team_id = t group by ip.worker_id, ip.person_id, ip.domain) c;
      perform access.know(array(select distinct p from unnest(people) p));
      if as_it_stands and not exists (select 1 from (select distinct x.person_id, x.domain from unnest(people, domains) x (person_id, domain)) a where not coalesce(%1$s, false)) then
        with %2$s%5$s;
      else
        with %3$s%4$s%5$s;
      end if;
      return counted;
    end $body$
  $make$, rule, plainly, format(asked, 'team_id = any (teams)', rule), piecewise, counts);
  execute format($make$
    create function work.people_of_workers(workers uuid[]) returns table (worker_id uuid, people int) language plpgsql as $body$
    begin
      if access.actor() is null then return; end if;
      return query with %1$s
      select m.worker_id, count(*)::int from met m group by 1;
    end $body$
  $make$, format(asked, 'worker_id = any (workers)', rule));
end $$;
-- Whoever the planner takes for few are many here: by hash it is once.
alter function work.open_of_teams(uuid[], date, int) set enable_nestloop = off;
alter function work.people_of_workers(uuid[]) set enable_nestloop = off;
call access.gate('work.open_of_teams(uuid[], date, int)', 'what is open for teams, counted as far as the reader sees it; looks up the people of its pieces');
call access.gate('work.people_of_workers(uuid[])', 'how many people workers work with, as far as the reader sees them');
