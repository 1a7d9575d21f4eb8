-- A team's open work is gone through by work.open_of_teams (0076): nobody looks it up here any more.
drop function work.look_up_open(uuid, uuid[], uuid[]);
delete from ops.gate where signature = 'work.look_up_open(uuid,uuid[],uuid[])';
create function work.look_up_open(worker uuid, about uuid[]) returns void language plpgsql as $$
begin
  if worker is not null then
    perform access.know(array(select distinct x.person_id from (
      select i.id from work.item i where i.worker_id = worker and i.state in ('open', 'waiting', 'returned')
      union select i.id from work.item i where i.asked_by = worker and i.state in ('open', 'waiting', 'returned') limit 2000) i
      cross join lateral (select ip.person_id from work.item_person ip where ip.item_id = i.id offset 0) x));
  end if;
  if cardinality(about) > 0 then
    perform access.know(array(select distinct x.person_id from (select distinct ip.item_id from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') where ip.person_id = any (about) limit 2000) i
      cross join lateral (select other.person_id from work.item_person other where other.item_id = i.item_id offset 0) x));
  end if;
end $$;
call access.gate('work.look_up_open(uuid, uuid[])', 'looks up the sight of the people of open work, for the policies of this transaction');
