-- Section 47 enquiries: one for all the children of a strategy discussion, with what came of it for each.
create schema protection;
grant usage on schema protection to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table protection.enquiry (
  id uuid primary key,
  domain text not null default 'children',
  discussion_id uuid references meetings.meeting,     -- the strategy discussion that began it
  joint boolean not null,
  initiated_on date not null,
  item_id uuid references work.item,
  sign_off_id uuid references work.item,
  form_id uuid references answers.form,
  state text not null default 'open' check (state in ('open', 'sent', 'returned', 'finished', 'cancelled')),
  sent_at timestamptz, sent_by uuid references access.actor,
  finished_on date,
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create table protection.enquiry_person (
  enquiry_id uuid not null references protection.enquiry,
  person_id uuid not null references access.subject,
  domain text not null,
  outcome text check (outcome in ('conference', 'childInNeedPlan', 'noFurtherAction')),
  seen_on date, seen_alone_on date,
  primary key (enquiry_id, person_id)
);
create index on protection.enquiry_person (person_id, enquiry_id);
create unique index on protection.enquiry (item_id) where item_id is not null;
create index on protection.enquiry (sign_off_id);
call access.guard_person('protection.enquiry_person');
call access.guard_several('protection.enquiry', 'protection.enquiry_person', 'enquiry_id');

-- The one sign-off of an enquiry: agreed, or given back with what to change.
create table protection.enquiry_decision (
  id uuid primary key,
  enquiry_id uuid not null references protection.enquiry,
  decision text not null check (decision in ('agree', 'return')),
  comment text,
  decided_by uuid not null references access.actor,
  decided_at timestamptz not null
);
create index on protection.enquiry_decision (enquiry_id);
call access.guard_within('protection.enquiry_decision', 'protection.enquiry', 'enquiry_id');
