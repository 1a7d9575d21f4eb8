-- Partner users work through a role of their own, which has no right on the tables of children's and adults' work (access policy, rule 11); a portal user comes
-- through the same narrow door, and nothing was made for them yet (rule 12).

-- Who enters, and in which role the rest of the transaction is asked. Not security definer: a role can only be changed outside of one.
create function access.come_in(token bytea) returns jsonb language plpgsql as $$
declare
  who jsonb := access.enter(token);
begin
  if who ->> 'kind' in ('partner', 'portal') then perform set_config('role', 'kith_partner', true); end if;
  return who;
end $$;
create function access.come_in_as(actor uuid) returns jsonb language plpgsql as $$
declare
  who jsonb := access.enter_as(actor);
begin
  if who ->> 'kind' in ('partner', 'portal') then perform set_config('role', 'kith_partner', true); end if;
  return who;
end $$;
revoke execute on function access.come_in(bytea), access.come_in_as(uuid) from public;
grant execute on function access.come_in(bytea), access.come_in_as(uuid) to kith_app;

grant usage on schema access, ops, audit, people, notes to kith_partner;
-- What one may see, and of whom: the agency's own rows only, where the application's role reads all ids.
grant select on access.person_scope, access.bar to kith_partner;
create policy partner on access.person_scope for select to kith_partner using (scope = any ((select access.scopes())::uuid[]));
create policy partner on access.bar for select to kith_partner using (scope = (select access.actor()) or scope = '00000000-0000-0000-0000-000000000000');
-- The name card, and what is written as early help: notes, and passages about people who are all shared.
grant select on people.card, notes.note, notes.note_person, notes.passage to kith_partner;
do $$ begin
  execute format('create policy partner on people.card for select to kith_partner using (%s)', access.card_sight('people.card.person_id'));
  execute format('create policy partner on notes.note_person for select to kith_partner using (domain = ''earlyHelp'' and %s)', access.full_sight('notes.note_person.person_id', 'notes.note_person.domain'));
  execute format('create policy partner on notes.note for select to kith_partner using (domain = ''earlyHelp'' and %s)', access.of_several('notes.note', 'notes.note.id', 'notes.note.domain', false));
  execute format('create policy partner on notes.passage for select to kith_partner using (domain = ''earlyHelp'' and exists (select 1 from notes.note up where up.id = notes.passage.note_id and up.domain = notes.passage.domain offset 0)
    and not exists (select 1 from unnest(notes.passage.about) p where not %s))', access.full_sight('p', 'notes.passage.domain'));
end $$;
-- What belongs to an account: the council's name, one's own sessions, password and second factors, and the evidence of what was asked.
grant select on ops.setting to kith_partner;
grant select, insert on ops.answered to kith_partner;
create policy partner on ops.answered to kith_partner using (actor_id = access.actor()) with check (actor_id = access.actor());
do $$
declare
  f record;
begin
  for f in
    select p.oid::regprocedure as signature, p.proowner = 'kith_gate'::regrole as of_gate from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname || '.' || p.proname = any ('{audit.append,ops.write_down,access.standing,access.signs_in,access.sessions_of,access.end_sessions,access.set_password,access.factors_of,access.add_factor,access.use_factor,access.end_factor,access.keep_recovery_codes,access.use_recovery_code,access.recovery_codes_left,access.recovery_notices,access.recoveries_to_witness,access.witness_recovery,access.touch_session,access.prove_session,access.outside_of,access.session_outside}'::text[])
  loop
    if f.of_gate then set local role kith_gate; end if;
    execute format('grant execute on function %s to kith_partner', f.signature);
    set local role kith_owner;
  end loop;
end $$;
