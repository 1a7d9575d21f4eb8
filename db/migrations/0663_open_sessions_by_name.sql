-- apart
create unique index concurrently if not exists one_open_session_by_name on supervision.session (worker_id, manager_id) where state = 'open' and by_named
