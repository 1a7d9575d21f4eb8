-- Carer households: who fosters or adopts for the council, step by step from the enquiry, with the terms of their approval. Seen by staff: placing a child needs all of them.
-- Where they live is not kept here but with the child's placement, where it can be hidden. Who of them is a person on record is a relationship of that record.

create table care.household (
  id uuid primary key,
  name text not null,
  kind text not null,                                 -- of content/codes/households
  agency text,                                        -- an independent agency, where they are not the council's own
  urn text, area text,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create table care.household_step (
  id uuid primary key,
  household_id uuid not null references care.household,
  step text not null,                                 -- of content/codes/households
  on_day date not null,
  words text,
  places int check (places between 0 and 12), age_from int check (age_from between 0 and 17), age_to int check (age_to between 0 and 17), sexes text, placement_kinds text[],
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid, superseded_why text,
  check (age_from is null or age_to is null or age_from <= age_to)
);
create index on care.household_step (household_id) where superseded_at is null;

create function care.is_staff() returns boolean language plpgsql stable as $$ begin return exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'staff'); end $$;
call access.gate('care.is_staff()', 'whether whoever asks is staff, for carer households');
call access.guard_gate('care.household');
call access.guard_gate('care.household_step');
create policy see on care.household for select to kith_app using ((select care.is_staff()));
create policy add on care.household for insert to kith_app with check ((select care.is_staff()));
create policy change on care.household for update to kith_app using ((select care.is_staff()));
create policy see on care.household_step for select to kith_app using ((select care.is_staff()));
create policy add on care.household_step for insert to kith_app with check ((select care.is_staff()));
create policy change on care.household_step for update to kith_app using ((select care.is_staff()));
grant select, insert, update on care.household, care.household_step to kith_app;

-- How many children live with each, as a number: also those whose record is not open to whoever asks.
create function care.placed_with() returns table (household_id uuid, children int) language plpgsql stable as $$
begin
  if not care.is_staff() then return; end if;
  return query select p.household_id, count(*)::int from care.placement p where p.household_id is not null and p.superseded_at is null and p.valid_to is null group by 1;
end $$;
call access.gate('care.placed_with()', 'how many children live with each carer household');
