-- Whether a plan, a meeting or a piece of work is about more people than whoever sends it may see on it: what is written about all of it is then also about somebody whom no
-- reader of theirs knows (access policy, rule 21). Only the answer yes or no leaves, and only about what the asker sees.
create function outputs.tells_of_unseen(kind text, row_id uuid, seen int) returns boolean language plpgsql stable as $$
begin
  return seen > 0 and case kind
    when 'plan' then (select count(*) from plans.plan_person p where p.plan_id = row_id)
    when 'meeting' then (select count(*) from meetings.meeting_person p where p.meeting_id = row_id)
    when 'work' then (select count(*) from work.item_person p where p.item_id = row_id)
    else 0 end > seen;
end $$;
call access.gate('outputs.tells_of_unseen(text, uuid, int)', 'plans, minutes and papers that go out leave out what is also about people their sender may not know');
