-- apart
-- A board's counts by team, kind and worker, from the index alone.
create index concurrently if not exists item_open_by_kind on work.item (team_id, kind, worker_id, due_on) include (duty, id) where state in ('open', 'waiting', 'returned') and shown
