-- How many plans of each team drift (0508) and the first of them, beside the boards of a service: a plan is told of whoever sees one of its people, with those alone. Who is seen by the team's own lasting
-- sight is not asked about by the rule (as 0910); the same answer as the policies, to which test/access/besideAtOnce.test.ts holds it.
create function plans.drifting_in(of_teams uuid[], most int) returns json language sql stable as 'select null::json';
call access.gate('plans.drifting_in(uuid[], integer)', 'which plans of some teams drift as it was last looked for, of the people whom the actor sees');
grant create on schema plans to kith_gate;
set local role kith_gate;
do $$
begin
  execute format($make$
    create or replace function plans.drifting_in(of_teams uuid[], most int) returns json
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $body$
    declare
      mine uuid[] := access.scopes();
    begin
      if access.actor() is null then return null; end if;
      return (
        with theirs as materialized (
          select p.id, p.domain, p.team_id, p.kind, p.started_on, p.lead_id from plans.plan p where p.drifts and p.state = 'current' and p.team_id = any (of_teams)
        ), person as materialized (
          select a.plan_id, a.person_id, a.domain, a.ended_on from theirs t join plans.plan_person a on a.plan_id = t.id
          where (t.team_id = any (mine) and a.person_id not in (select b.person_id from access.bar b)
              and exists (select 1 from access.person_scope s where s.scope = t.team_id and s.person_id = a.person_id and s.domain = a.domain and s.until is null and s.sight = 'full'))
            or coalesce(%1$s, false)
        ), seen as materialized (
          select t.* from theirs t where (t.id, t.domain) in (select w.plan_id, w.domain from person w)
        )
        select json_build_object(
          'byTeam', coalesce((select json_agg(n) from (select t.team_id as team, count(*)::int as plans from seen t group by 1) n), '[]'),
          'first', coalesce((select json_agg(f) from (
            select t.id as "planId", t.team_id as "teamId", t.kind, t.started_on as "startedOn", l.name as lead,
              array(select coalesce((select x.survivor_id from access.person_part x where x.part_id = w.person_id and coalesce(%2$s, false)), w.person_id) from person w where w.plan_id = t.id and w.ended_on is null order by w.person_id) as people
            from (select s.* from seen s order by s.started_on, s.id limit most) t left join access.actor l on l.id = t.lead_id order by t.started_on, t.id) f), '[]')));
    end $body$
  $make$, access.full_sight('a.person_id', 'a.domain'), access.card_sight('x.survivor_id'));
end $$;
set local role kith_owner;
revoke create on schema plans from kith_gate;
