-- Whose a session is or was, for whoever holds its token: what is sent after it ended waits for its own writer, and for nobody else.
create function access.writer_of(token bytea) returns table (actor_id uuid, email text) language sql stable as $$
  select a.id, a.email from access.session s join access.actor a on a.id = s.actor_id where s.token_hash = token and a.email is not null
$$;
call access.gate('access.writer_of(bytea)', 'sign-in: what is sent after a session ended waits for its writer');
