-- Whether an entry of the chronology is about more people than whoever sends it may see on it: such an entry is about somebody whom no reader of theirs knows.
-- Only the answer yes or no leaves, and only about an entry that the asker sees.
create function outputs.tells_of_others(entry uuid, seen int) returns boolean language plpgsql stable as $$
begin
  return (select count(*) from chronology.event_person p where p.event_id = entry) > seen;
end $$;
call access.gate('outputs.tells_of_others(uuid, int)', 'a copy of the record leaves out what is also about people its sender may not know');
