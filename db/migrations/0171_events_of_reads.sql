-- Decision 0072: the events of reads that were answered at the same moment are appended in one go, and committed before any of the answers is given.
create function audit.append_reads(events jsonb) returns void language plpgsql as $$
begin
  insert into audit.event (actor_id, session_id, what, people, via)
  select x.actor, x.session, x.what, coalesce(x.people, '{}'), x.via from jsonb_to_recordset(events) as x (actor uuid, session uuid, what text, people uuid[], via text);
end $$;
call access.gate('audit.append_reads(jsonb)', 'the audit is appended to, never read or changed, by the application: the events of several reads at once');
