-- The legal work that goes on in some teams, as far as a board tells it: whose clock runs and since when. The whole of each matter, every fact and every direction of the court was read under the
-- policies for it, row by row, also of those that the board only counts. Now each child is seen by the team's own lasting sight or asked about by the rule, once; a matter is told of whoever sees one
-- of its children, with those children alone, and a fact where all whom it is about are seen: the same answer as the policies (access.guard_several, access.guard_passage), to which
-- test/access/besideAtOnce.test.ts holds it.
create function legal.going_on(of_teams uuid[], kinds text[]) returns json language sql stable as 'select null::json';
call access.gate('legal.going_on(uuid[], text[])', 'the legal work that goes on in some teams with the days by which its clock runs, of the children whom the actor sees');
grant create on schema legal to kith_gate;
set local role kith_gate;
do $$
begin
  execute format($make$
    create or replace function legal.going_on(of_teams uuid[], kinds text[]) returns json
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $body$
    declare
      mine uuid[] := access.scopes();
    begin
      if access.actor() is null then return null; end if;
      return (
        with theirs as materialized (
          select m.id, m.domain, m.kind, m.team_id, m.lead_id, m.decided_on from legal.matter m
          where m.team_id = any (of_teams) and exists (select 1 from legal.matter_person mp where mp.matter_id = m.id and mp.ended_on is null)
        ), child as materialized (
          select a.matter_id, a.person_id, a.started_on, a.ended_on, a.domain from theirs t join legal.matter_person a on a.matter_id = t.id
          where (t.team_id = any (mine) and a.person_id not in (select b.person_id from access.bar b)
              and exists (select 1 from access.person_scope s where s.scope = t.team_id and s.person_id = a.person_id and s.domain = a.domain and s.until is null and s.sight = 'full'))
            or coalesce(%1$s, false)
        ), seen as materialized (
          select t.* from theirs t where exists (select 1 from child c where c.matter_id = t.id and c.domain = t.domain) and exists (select 1 from child c where c.matter_id = t.id and c.ended_on is null)
        )
        select json_build_object(
          'matters', coalesce((select json_agg(json_build_array(t.id, t.kind, t.team_id, l.name, t.decided_on) order by t.decided_on desc, t.id desc) from seen t left join access.actor l on l.id = t.lead_id), '[]'),
          'children', coalesce((select json_agg(json_build_array(c.matter_id, coalesce(p.survivor_id, c.person_id), c.started_on, c.ended_on) order by c.person_id)
            from child c left join (select x.part_id, x.survivor_id from access.person_part x where x.part_id in (select c.person_id from child c) and coalesce(%3$s, false) offset 0) p on p.part_id = c.person_id), '[]'),
          'facts', coalesce((select json_agg(json_build_array(f.matter_id, f.kind, f.on_day, f.until_day, case when cardinality(f.about) > 0 then to_json(f.about) end) order by f.on_day, f.at nulls last, f.id)
            from seen t join legal.fact f on f.matter_id = t.id and f.domain = t.domain
            where f.superseded_at is null and f.kind = any (kinds) and (cardinality(f.about) = 0 or not exists (select 1 from unnest(f.about) a (person_id) where not coalesce(%2$s, false)) or access.stays(f.about, f.domain))), '[]')));
    end $body$
  $make$, access.full_sight('a.person_id', 'a.domain'), access.full_sight('a.person_id', 'f.domain'), access.card_sight('x.survivor_id'));
end $$;
set local role kith_owner;
revoke create on schema legal from kith_gate;
