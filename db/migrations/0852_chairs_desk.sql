-- Whom the actor sees of the people of the meetings they chair, and of the children they review, is looked up once: the policies asked it row by row, some 5,000 times for 150 meetings.
create function reviewing.look_up_desk(kinds text[], since date) returns void language plpgsql as $$
declare
  me uuid := access.actor();
begin
  if me is null then return; end if;
  perform access.know(array(
    with named as materialized (
      select mp.person_id as id from meetings.meeting m join meetings.meeting_person mp on mp.meeting_id = m.id where m.chair_id = me and m.kind = any (kinds) and (m.state = 'planned' or m.state = 'held' and m.on_day >= since)
      union select v.person_id from access.involvement v where v.worker_id = me and v.role = 'reviewingOfficer' and v.superseded_at is null and v.to_on is null),
    now as materialized (select id from named union select part.survivor_id from access.person_part part join named on named.id = part.part_id)
    select id from now union select part.part_id from access.person_part part join now on now.id = part.survivor_id));
end $$;
call access.gate('reviewing.look_up_desk(text[], date)', 'looks up the sight of those whose meetings the actor chairs or whom they review, for the policies of this transaction');
