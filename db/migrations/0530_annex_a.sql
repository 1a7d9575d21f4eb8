-- Annex A, the lists that Ofsted asks for an inspection, is one more return: made from the record as at a day, by the role that reads everybody.

alter table returns.made drop constraint made_kind_check;
alter table returns.made add constraint made_kind_check check (kind in ('ssda903', 'cin', 'annexA')) not valid;
alter table returns.made validate constraint made_kind_check;

do $$
declare t text;
begin
  foreach t in array array['contacts.contact', 'contacts.contact_person', 'notes.note', 'notes.note_person', 'care.household', 'care.household_step'] loop
    execute format('create policy reports on %s for select to kith_reports using (true)', t);
  end loop;
end $$;
-- What the lists ask, and nothing that somebody wrote in words.
grant select (id, domain, received_on, source_code) on contacts.contact to kith_reports;
grant select on contacts.contact_person to kith_reports;
grant select (id, domain, kind, happened_on) on notes.note to kith_reports;
grant select on notes.note_person to kith_reports;
grant select (outcome) on assessments.assessment to kith_reports;
grant select (name) on access.actor to kith_reports;
grant select (id, name) on access.team to kith_reports;
grant select (id, kind) on care.household to kith_reports;
grant select (id, household_id, step, on_day, superseded_at) on care.household_step to kith_reports;

-- Adopters stand in a list of their own, by their household: the audit holds the people of a return, and a household is none.
grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.finish(which uuid, told jsonb, digest text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update returns.made set state = case when digest is null then 'failed' else 'made' end, made_at = clock_timestamp(), counts = told, sha256 = digest where id = which;
  insert into audit.event (actor_id, what, people, via)
  select m.asked_by, 'returns.made', array(select c.person_id from returns.child c join access.subject s on s.id = c.person_id where c.made_id = which), 'job' from returns.made m where m.id = which;
end $$;
set local role kith_owner;
revoke create on schema returns from kith_gate;
