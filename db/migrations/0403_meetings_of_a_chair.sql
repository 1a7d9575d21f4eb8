-- apart
-- A chair's desk: the meetings somebody chairs.
create index concurrently if not exists meeting_of_chair on meetings.meeting (chair_id, state, on_day) where chair_id is not null
