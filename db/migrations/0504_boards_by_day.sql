-- apart
-- The first pieces of a service by their day, without going through all of its work.
create index concurrently if not exists item_open_by_day on work.item (due_on, opened_on, id) include (team_id, worker_id, kind, duty) where state in ('open', 'waiting', 'returned') and shown
