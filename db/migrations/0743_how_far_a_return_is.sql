-- How far a return that is being made has come: its page says so.
alter table returns.made add column step text;                                -- reading, checking or keeping
create function returns.step(which uuid, of_step text) returns void language sql as $$ update returns.made set step = of_step where id = which and state = 'waiting' $$;
call access.gate_for_jobs('returns.step(uuid, text)', 'how far a return that is being made has come');
