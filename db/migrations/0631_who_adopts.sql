-- Who lives in a carer household, one by one, with what Annex A asks of adopters. Each fact only where they said it; a correction adds a row. Seen by staff, as the household is.
create table care.household_member (
  id uuid primary key,
  member_id uuid not null,
  household_id uuid not null references care.household,
  name text not null,
  gender text,                                        -- of content/codes/person: sexes, or other
  ethnicity text,                                     -- of content/codes/person
  disabled text check (disabled in ('yes', 'no')),
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid, superseded_why text
);
create index on care.household_member (household_id) where superseded_at is null;
call access.guard_gate('care.household_member');
create policy see on care.household_member for select to kith_app using ((select care.is_staff()));
create policy add on care.household_member for insert to kith_app with check ((select care.is_staff()));
create policy change on care.household_member for update to kith_app using ((select care.is_staff()));
grant select, insert, update on care.household_member to kith_app;
create policy reports on care.household_member for select to kith_reports using (true);
grant select (id, member_id, household_id, gender, ethnicity, disabled, recorded_at, superseded_at) on care.household_member to kith_reports;

-- In whose area a placement out of the council’s own lies.
alter table care.placement add column authority text;
