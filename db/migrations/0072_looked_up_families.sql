-- Whom the pages are about is looked up before they are read: the family around somebody, the people of somebody's open work. These functions answer nothing;
-- they only spare the policies of this transaction from asking person by person (0070).

create function people.look_up_family(who uuid) returns void language plpgsql as $$
declare
  circle uuid[];
begin
  circle := array(
    with recursive kin (id, step) as (
      select coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who), 0
      union
      select coalesce((select p.survivor_id from access.person_part p where p.part_id = x.other), x.other), kin.step + 1
      from kin
      join lateral (
        select r.other_id as other, r.kind from people.relationship r where r.person_id = kin.id and r.superseded_at is null
        union all
        select r.person_id, r.kind from people.relationship r where r.other_id = kin.id and r.superseded_at is null
        union all
        select b.person_id, 'household' from people.address a join people.address b on b.household_id = a.household_id and b.superseded_at is null and b.valid_to is null
          where a.person_id = kin.id and a.superseded_at is null and a.valid_to is null and a.household_id is not null
      ) x on x.kind not in ('friend', 'other', 'cousin') or kin.step = 0
      where kin.step < 3
    )
    select id from kin group by id order by min(step) limit 200);
  perform access.know(circle || array(select p.part_id from access.person_part p where p.survivor_id = any (circle)));
end $$;
call access.gate('people.look_up_family(uuid)', 'looks up the sight of the family around somebody, for the policies of this transaction');

-- Of the worker's or the teams' open work, or of what is open about some people.
create function work.look_up_open(worker uuid, teams uuid[], about uuid[]) returns void language plpgsql as $$
begin
  if worker is not null then
    perform access.know(array(select distinct ip.person_id from (
      select i.id from work.item i where i.worker_id = worker and i.state in ('open', 'waiting', 'returned')
      union select i.id from work.item i where i.asked_by = worker and i.state in ('open', 'waiting', 'returned')) i join work.item_person ip on ip.item_id = i.id limit 2000));
  end if;
  if cardinality(teams) > 0 then
    perform access.know(array(select distinct ip.person_id from work.item i join work.item_person ip on ip.item_id = i.id where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') limit 4000));
  end if;
  if cardinality(about) > 0 then
    perform access.know(array(select distinct other.person_id from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned')
      join work.item_person other on other.item_id = i.id where ip.person_id = any (about) limit 2000));
  end if;
end $$;
call access.gate('work.look_up_open(uuid, uuid[], uuid[])', 'looks up the sight of the people of open work, for the policies of this transaction');
