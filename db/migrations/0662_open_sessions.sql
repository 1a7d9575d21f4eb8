-- apart
create unique index concurrently if not exists one_open_session_led on supervision.session (worker_id) where state = 'open' and not by_named
