-- Boards of a team and of a service: every number and the list behind it come of one reading of the open work, counted as far as the reader sees it. As in 0180 the rule is asked
-- once for each person; where it hides nobody, and every link is of its piece's domain, all is counted as it stands, else piece by piece.
-- still_since: what has a form and was not saved since then was begun and not finished. written: the kinds that have one. wanted: which list, of which worker and kinds.
do $$
declare
  rule constant text := access.full_sight('a.person_id', 'a.domain');
begin
  execute format($make$
    create function work.board_of_teams(teams uuid[], on_day date, soon_day date, still_since timestamptz, written text[], wanted text, of_worker uuid, of_kinds text[], most int) returns json language plpgsql as $body$
    declare
      told json;
      people uuid[];
      domains text[];
      own boolean;
      hidden_people uuid[];
      hidden_domains text[];
    begin
      if access.actor() is null then return null; end if;
      select array_agg(c.person_id), array_agg(c.domain), coalesce(bool_and(c.own), true) into people, domains, own from unnest(teams) t
        cross join lateral (select ip.person_id, ip.domain, bool_and(ip.own) as own from work.item_person ip where ip.team_id = t group by ip.person_id, ip.domain) c;
      perform access.know(array(select distinct p from unnest(people) p));
      select array_agg(a.person_id), array_agg(a.domain) into hidden_people, hidden_domains
        from (select distinct x.person_id, x.domain from unnest(people, domains) x (person_id, domain)) a where not coalesce(%1$s, false);
      with work as materialized (
        select i.id, i.team_id, i.worker_id, i.kind, i.due_on, i.opened_on, i.due_on < on_day as late, i.due_on between on_day and soon_day as soon, i.due_on < on_day and i.duty is not null as overdue,
          i.state <> 'waiting' and i.kind = any (written) and still_since > (select coalesce(max(s.saved_at), f.started_at, i.opened_on::timestamptz)
            from (select i.id) me left join answers.form f on f.item_id = me.id and f.state = 'draft' left join answers.section s on s.form_id = f.id group by f.started_at limit 1) as still
        from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown
          and ((own and hidden_people is null) or i.id in (select ip.item_id from work.item_person ip where ip.team_id = any (teams) and ip.own
            and (ip.person_id, ip.domain) not in (select h.person_id, h.domain from unnest(coalesce(hidden_people, '{}'), coalesce(hidden_domains, '{}')) h (person_id, domain))))
      ), chosen as (
        select w.id, w.due_on, w.opened_on from work w
        where (of_worker is null or w.worker_id = of_worker) and (of_kinds is null or w.kind = any (of_kinds))
          and case wanted when 'all' then true when 'late' then w.late when 'soon' then w.soon when 'without' then w.worker_id is null when 'still' then w.still when 'overdue' then w.overdue else false end
        order by w.due_on nulls last, w.opened_on, w.id limit most
      )
      select json_build_object(
        'rows', coalesce((select json_agg(r) from (
          select w.team_id as team, w.worker_id as worker, w.kind, count(*)::int as items, (count(*) filter (where w.late))::int as late, (count(*) filter (where w.soon))::int as soon,
            (count(*) filter (where w.overdue))::int as overdue, (count(*) filter (where w.still))::int as still from work w group by 1, 2, 3) r), '[]'),
        'carried', coalesce((select json_agg(p) from (
          select ip.team_id as team, ip.worker_id as worker, count(distinct ip.person_id)::int as people from work.item_person ip
          where ip.team_id = any (teams) and (ip.own or ip.item_id in (select w.id from work w)) and (hidden_people is null or (ip.person_id, ip.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain)))
          group by grouping sets ((ip.team_id, ip.worker_id), ())) p), '[]'),
        'ids', (select coalesce(array_agg(c.id order by c.due_on nulls last, c.opened_on, c.id), '{}') from chosen c)) into told;
      return told;
    end $body$
  $make$, rule);
end $$;
call access.gate('work.board_of_teams(uuid[], date, date, timestamptz, text[], text, uuid, text[], int)', 'boards: open work of teams, counted and listed as far as the reader sees it');
