-- The board of a whole service (0507) in fewer passes: whom teams work with is laid beside what they see once and read once, not four times; drafts are looked up by the piece they are about, not
-- gone through; a number is told as a row of an array, for of a county there are 1,200 of them. test/access/countedAtOnce.test.ts holds each number and list to the policies.
grant create on schema work to kith_gate;
set local role kith_gate;
do $$
declare
  rule constant text := access.full_sight('a.person_id', 'a.domain');
  numbers constant text := $text$count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late, (count(*) filter (where i.due_on between on_day and soon_day))::int as soon,
            (count(*) filter (where i.due_on < on_day and i.duty is not null))::int as overdue, (count(*) filter (where i.worker_id is null))::int as without$text$;
begin
  execute format($make$
    create or replace function work.board_of_teams(teams uuid[], on_day date, soon_day date, still_since timestamptz, written text[], wanted text, of_worker uuid, of_kinds text[], most int) returns json
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
    declare
      several constant boolean := cardinality(teams) > 1 and of_worker is null;
      mine uuid[] := access.scopes();
      others uuid[] := array(select t from unnest(teams) t where t <> all (mine));
      suspect_people uuid[];
      suspect_domains text[];
      hidden_people uuid[];
      hidden_domains text[];
      all_own boolean;
      people int;
      hidden_items uuid[] := '{}';
      still_items uuid[];
      ids uuid[];
      counted json;
      carried json;
    begin
      if access.actor() is null then return null; end if;
      -- Each person of a team beside what the team sees of them without an end, in one pass of two indexes; whoever is not so seen, of a team that is not the reader's, or kept from anybody, is asked about.
      select coalesce(bool_and(p.own), true), count(distinct p.person_id), array_agg(p.person_id) filter (where s.scope is null or p.team_id = any (others)), array_agg(p.domain) filter (where s.scope is null or p.team_id = any (others))
        into all_own, people, suspect_people, suspect_domains
        from (select ip.team_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.team_id = any (teams) group by ip.team_id, ip.person_id, ip.domain, ip.own offset 0) p
        left join access.person_scope s on s.scope = any (teams) and s.scope = p.team_id and s.person_id = p.person_id and s.domain = p.domain and s.until is null and s.sight = 'full';
      with suspect as materialized (
        select a.person_id, a.domain from unnest(suspect_people, suspect_domains) a (person_id, domain)
        union select ip.person_id, ip.domain from (select distinct b.person_id from access.bar b) b join work.item_person ip on ip.person_id = b.person_id where ip.team_id = any (teams)
      ) select array_agg(a.person_id), array_agg(a.domain) into hidden_people, hidden_domains from suspect a where not coalesce(%1$s, false);
      if hidden_people is not null then
        select count(distinct ip.person_id) into people from work.item_person ip
          where ip.team_id = any (teams) and (ip.person_id, ip.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain));
      end if;
      if hidden_people is not null then
        hidden_items := array(
          select l.item_id from work.item_person l join unnest(hidden_people, hidden_domains) h (person_id, domain) on h.person_id = l.person_id and h.domain = l.domain where l.team_id = any (teams) and l.own
          except select l.item_id from work.item_person l where l.own and l.item_id in (
              select k.item_id from work.item_person k join unnest(hidden_people, hidden_domains) h (person_id, domain) on h.person_id = k.person_id and h.domain = k.domain where k.team_id = any (teams) and k.own)
            and (l.person_id, l.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain)));
      end if;
      -- Begun, as a form or not yet, and no section of it saved since.
      still_items := array(
        select i.id from work.item i left join lateral (select f.id, f.started_at from answers.form f where f.item_id = i.id and f.state = 'draft' offset 0) f on true
        where i.kind = any (written) and i.team_id = any (teams) and i.state in ('open', 'returned') and i.shown and i.id <> all (hidden_items)
          and coalesce(f.started_at, i.opened_on::timestamptz) < still_since and (select true from answers.section s where s.form_id = f.id and s.saved_at >= still_since limit 1) is null);
      if several and cardinality(hidden_items) = 0 then
        select json_agg(json_build_array(o.team_id, null, o.kind, o.items, o.late, o.soon, o.overdue, o.without, coalesce(s.n, 0)))
          into counted from (select i.team_id, i.kind, %2$s from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown group by 1, 2) o
          left join (select i.team_id, i.kind, count(*)::int as n from work.item i where i.id = any (still_items) group by 1, 2) s on s.team_id = o.team_id and s.kind = o.kind;
      else
        select json_agg(json_build_array(o.team_id, o.worker_id, o.kind, o.items, o.late, o.soon, o.overdue, o.without, coalesce(s.n, 0)))
          into counted from (select i.team_id, i.kind, case when not several then i.worker_id end as worker_id, %2$s from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) group by 1, 2, 3) o
          left join (select i.team_id, i.kind, case when not several then i.worker_id end as worker_id, count(*)::int as n from work.item i where i.id = any (still_items) group by 1, 2, 3) s
            on s.team_id = o.team_id and s.kind = o.kind and s.worker_id is not distinct from o.worker_id;
      end if;
      if several and all_own then
        carried := json_build_array(json_build_object('team', null, 'worker', null, 'people', people));
      else
        select json_agg(p) into carried from (
          select ip.team_id as team, ip.worker_id as worker, count(distinct ip.person_id)::int as people from work.item_person ip
          where ip.team_id = any (teams) and (hidden_people is null or (ip.person_id, ip.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain)))
            and (ip.own or (ip.item_id <> all (hidden_items) and exists (select 1 from work.item i where i.id = ip.item_id and i.shown)))
          group by grouping sets ((ip.team_id, ip.worker_id), ())) p;
      end if;
      if wanted = 'none' then
        ids := '{}';
      elsif wanted = 'still' then
        ids := array(select i.id from work.item i where i.id = any (still_items) and (of_worker is null or i.worker_id = of_worker) and (of_kinds is null or i.kind = any (of_kinds)) order by i.due_on, i.opened_on, i.id limit most);
      elsif wanted = 'without' then
        ids := array(select i.id from (select i.id, i.due_on, i.opened_on from work.item i where i.worker_id is null and i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) and of_worker is null
          and (of_kinds is null or i.kind = any (of_kinds)) offset 0) i order by i.due_on, i.opened_on, i.id limit most);
      elsif of_worker is not null then
        ids := array(select i.id from work.item i where i.worker_id = of_worker and i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) and (of_kinds is null or i.kind = any (of_kinds))
          and case wanted when 'all' then true when 'late' then i.due_on < on_day when 'soon' then i.due_on between on_day and soon_day when 'overdue' then i.due_on < on_day and i.duty is not null else false end
          order by i.due_on, i.opened_on, i.id limit most);
      else
        ids := array(select i.id from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) and (of_kinds is null or i.kind = any (of_kinds))
          and case wanted when 'all' then true when 'late' then i.due_on < on_day when 'soon' then i.due_on between on_day and soon_day when 'overdue' then i.due_on < on_day and i.duty is not null else false end
          order by i.due_on, i.opened_on, i.id limit most);
      end if;
      if cardinality(ids) > 0 then perform access.know(array(select distinct ip.person_id from work.item_person ip where ip.item_id = any (ids))); end if;
      return json_build_object('rows', coalesce(counted, '[]'), 'carried', coalesce(carried, '[]'), 'ids', to_json(ids));
    end $body$
  $make$, rule, numbers);
end $$;
set local role kith_owner;
revoke create on schema work from kith_gate;
