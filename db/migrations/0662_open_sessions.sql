-- apart
create unique index concurrently if not exists one_open_session_each on supervision.session (worker_id, (case when by_named then manager_id else worker_id end)) where state = 'open'
