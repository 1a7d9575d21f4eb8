-- Who is named to supervise from a day may do so from its midnight here, not from one in the morning while summer time holds.
create or replace function supervision.is_named_for(of_worker uuid) returns boolean language sql stable as $$
  select exists (select 1 from supervision.named n where n.worker_id = of_worker and n.supervisor_id = access.actor() and n.to_on is null and n.from_on <= (now() at time zone 'Europe/London')::date)
$$;
-- A postcode outside Great Britain has no place on the national grid, and no distance is told by it.
alter table returns.postcode alter column east drop not null, alter column north drop not null;
