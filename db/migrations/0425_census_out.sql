-- The children in need census is made from the record, as SSDA903 is; a return may be made as at a day; a finding says of which return it is.

alter table returns.made drop constraint made_kind_check;
alter table returns.made add constraint made_kind_check check (kind in ('ssda903', 'cin')) not valid;
alter table returns.made validate constraint made_kind_check;
alter table returns.made add column as_at date;
alter table returns.finding add column kind text not null default 'ssda903';

-- A primary need is a child's, not a family's: a referral of several children may have another for each.
alter table contacts.referral_person add column primary_need text;

do $$
declare t text;
begin
  foreach t in array array['contacts.referral', 'contacts.referral_person', 'assessments.assessment', 'assessments.assessment_person', 'assessments.factor', 'protection.enquiry', 'protection.enquiry_person', 'meetings.meeting', 'meetings.meeting_person', 'plans.plan_person'] loop
    execute format('create policy reports on %s for select to kith_reports using (true)', t);
  end loop;
end $$;
-- What a census asks, and nothing that somebody wrote in words.
grant usage on schema protection to kith_reports;
grant select on contacts.referral, contacts.referral_person, assessments.assessment_person, assessments.factor, protection.enquiry_person, meetings.meeting_person to kith_reports;
grant select (id, domain, referral_id, started_on, authorised_on, state, recorded_at) on assessments.assessment to kith_reports;
grant select (id, domain, discussion_id, initiated_on, state, finished_on, recorded_at) on protection.enquiry to kith_reports;
grant select (id, kind, domain, state, on_day, subject_kind, subject_id, held_at, recorded_at) on meetings.meeting to kith_reports;
grant select (plan_id, person_id, domain, kind, category, first_category, started_on, ended_on, conference_id, ended_by, recorded_at) on plans.plan_person to kith_reports;
grant select on ops.setting to kith_reports;

-- The version that still runs asks by the functions without a day: they stay.
create function returns.ask_as_at(which uuid, of_kind text, of_year int, of_day date) returns void language plpgsql as $$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  insert into returns.made (id, kind, year, as_at, asked_by) values (which, of_kind, of_year, of_day, access.actor());
end $$;
call access.gate('returns.ask_as_at(uuid, text, int, date)', 'asks for a return; it is made in the background');

create function returns.begin_as_at(which uuid, of_kind text, of_year int, of_day date) returns void language sql as $$
  insert into returns.made (id, kind, year, as_at) values (which, of_kind, of_year, of_day) on conflict (id) do nothing
$$;
call access.gate_for_jobs('returns.begin_as_at(uuid, text, int, date)', 'a return is made from the command line');

create function returns.wanted(which uuid) returns table (kind text, year int, state text, as_at date, counts jsonb) language sql stable as $$ select m.kind, m.year, m.state, m.as_at, m.counts from returns.made m where m.id = which $$;
call access.gate_for_jobs('returns.wanted(uuid)', 'which return is to be made');

grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.fill(which uuid, children jsonb, findings jsonb) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_kind text := (select m.kind from returns.made m where m.id = which);
begin
  insert into returns.child (made_id, person_id, number, rows) select which, (c ->> 'personId')::uuid, c ->> 'number', c -> 'rows' from jsonb_array_elements(children) c on conflict do nothing;
  insert into returns.finding (made_id, person_id, kind, rule, severity, in_table, row_number, fields)
  select which, (f ->> 'personId')::uuid, of_kind, f ->> 'rule', f ->> 'severity', f ->> 'table', (f ->> 'row')::int, array(select jsonb_array_elements_text(f -> 'fields')) from jsonb_array_elements(findings) f;
end $$;
create or replace function returns.stand(which uuid, of_day date) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_kind text := (select m.kind from returns.made m where m.id = which);
begin
  update returns.finding f set standing = true, first_on = coalesce((
    select min(b.first_on) from returns.finding b where b.standing and b.kind = of_kind and b.made_id <> which and b.person_id = f.person_id and b.rule = f.rule and b.in_table = f.in_table), of_day) where f.made_id = which;
  delete from returns.finding f using returns.made m where m.id = f.made_id and m.standing and m.kind = of_kind and m.id <> which;
  delete from returns.child c using returns.made m where m.id = c.made_id and m.standing and m.kind = of_kind and m.id <> which;
  update returns.made set standing = true where id = which;
end $$;
set local role kith_owner;
revoke create on schema returns from kith_gate;
