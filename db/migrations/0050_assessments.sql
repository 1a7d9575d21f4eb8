-- The assessment, its piece of work and its one sign-off; each decision with its comment; letters as they were sent.
alter table assessments.assessment
  add column item_id uuid references work.item,
  add column sign_off_id uuid references work.item,
  add column sent_at timestamptz,
  add column sent_by uuid references access.actor,
  add column authorised_at timestamptz;
create unique index on assessments.assessment (item_id) where item_id is not null;
create index on assessments.assessment (sign_off_id);
create table assessments.decision (
  id uuid primary key,
  assessment_id uuid not null references assessments.assessment,
  decision text not null check (decision in ('agree', 'return')),
  comment text,
  decided_by uuid not null references access.actor,
  decided_at timestamptz not null,
  undone_at timestamptz
);
create index on assessments.decision (assessment_id);
call access.guard_within('assessments.decision', 'assessments.assessment', 'assessment_id');
