-- A backup in one snapshot reads every table as kith_backup and nothing else as anybody; kith_gate counts beside it what is under row-level security.
grant usage on schema kith to kith_backup;
grant select on kith.migration, ops.several, ops.gate, ops.setting to kith_backup;
create policy gate on audit.seal for select to kith_gate using (true);
grant select on audit.seal to kith_gate;
