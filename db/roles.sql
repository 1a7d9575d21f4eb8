-- The database roles of Kith. Runs at every start, by a role that may create roles; changes nothing that is already so.
-- owner: migrates, owns everything. app: the server. partner: what the server becomes for somebody of a partner agency. jobs: work in the background.
-- gate: owns the few functions that look past row-level security. reports, backup: reading only.
-- sealer: reads the audit and seals it, nothing else.
do $$
declare
  r text;
begin
  foreach r in array array['kith_owner', 'kith_app', 'kith_partner', 'kith_jobs', 'kith_gate', 'kith_reports', 'kith_backup', 'kith_sealer'] loop
    if not exists (select from pg_roles where rolname = r) then
      begin
        execute format('create role %I nologin noinherit', r);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  begin
    execute format('grant kith_owner, kith_gate to %I', current_user);
    grant kith_gate to kith_owner;
    grant kith_partner to kith_app;
  exception when others then
    if not pg_has_role(current_user, 'kith_owner', 'member') then raise; end if;
  end;
end $$;
