-- The audit is sealed: every second what was appended is chained, signed with a key the database never has, and the end of the chain is noted outside (access policy, rule 25).
create table audit.seal (
  number bigint primary key,
  sealed_at timestamptz not null,
  -- the last id that existed when this was sealed; ids below it that had not arrived yet, and may still
  upto bigint not null,
  awaited bigint[] not null default '{}',
  events bigint[] not null,
  -- sixteen bytes for each event, in the order of `events`
  digests bytea not null,
  hash bytea not null,
  signature bytea not null,
  check (octet_length(digests) = 16 * cardinality(events))
);
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
create policy sealer on audit.seal to kith_sealer using (true) with check (true);
create policy sealer on audit.event for select to kith_sealer using (true);
create policy backup on audit.seal for select to kith_backup using (true);
grant usage on schema audit to kith_sealer;
grant select on audit.event to kith_sealer;
grant select, insert on audit.seal to kith_sealer;
grant select on audit.seal to kith_backup;

-- Neither events nor seals are ever changed or taken away: also not by mistake of their owner.
create function audit.never() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is appended to, never changed.' using errcode = '42501';
end $$;
create trigger never before update or delete on audit.event for each row execute function audit.never();
create trigger never_all before truncate on audit.event execute function audit.never();
create trigger never before update or delete on audit.seal for each row execute function audit.never();
create trigger never_all before truncate on audit.seal execute function audit.never();
