-- Work as rows, forms and their answers, notes and visits, contacts, referrals, assessments.

create schema work;
create schema answers;
create schema notes;
create schema contacts;
create schema assessments;
grant usage on schema work, answers, notes, contacts, assessments to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

-- A piece of work: one step of a pathway, for all the people it is about.
create table work.item (
  id uuid primary key,
  kind text not null,                                 -- the step of the pathway: contactDecision, allocation, assessment, signOff, visit, task ...
  domain text not null,
  pathway text, pathway_version int,
  state text not null default 'open' check (state in ('open', 'waiting', 'returned', 'done', 'cancelled')),
  subject_kind text, subject_id uuid,                 -- the contact, referral or assessment it is about
  parent_id uuid references work.item,
  section text,                                       -- the section of a form that a tray row leads to
  team_id uuid references access.team,
  worker_id uuid references access.actor,
  asked_by uuid references access.actor,              -- who waits for it: a decision is asked of a manager by a worker
  words text,                                         -- what is asked, of a task that a person wrote
  opened_on date not null,
  due_on date,
  due_at timestamptz,
  duty text,                                          -- the timescale that set due_on
  finished_on date,
  outcome text,
  reason text,                                        -- out of order, late, cancelled, reopened
  version int not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
create table work.item_person (
  item_id uuid not null references work.item,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (item_id, person_id)
);
create index on work.item_person (person_id, item_id);
create index on work.item (worker_id, due_on) where state in ('open', 'waiting', 'returned');
create index on work.item (team_id, due_on) where state in ('open', 'waiting', 'returned');
create index on work.item (asked_by) where state in ('open', 'waiting', 'returned');
create index on work.item (subject_id);
create index on work.item (parent_id);
call access.guard_person('work.item_person');
call access.guard_several('work.item', 'work.item_person', 'item_id');

create table work.allocation (
  id uuid primary key,
  item_id uuid not null references work.item,
  team_id uuid references access.team,
  worker_id uuid references access.actor,
  from_on date not null, to_on date,
  reason text,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid
);
create index on work.allocation (item_id);
call access.guard_within('work.allocation', 'work.item', 'item_id');

-- A running clock of a duty. Due days are kept as they were said; a change of law or policy adds a row.
create table work.clock (
  id uuid primary key,
  item_id uuid references work.item,
  subject_kind text not null, subject_id uuid not null,
  duty text not null,
  started_on date not null, started_at timestamptz,
  due_on date, due_at timestamptz,
  met_on date,
  state text not null default 'running' check (state in ('running', 'paused', 'met', 'metLate', 'stopped')),
  reason text,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid
);
create index on work.clock (subject_id) where superseded_at is null;
create index on work.clock (item_id) where superseded_at is null;
call access.guard_within('work.clock', 'work.item', 'item_id');

-- A form for all its people at once. Answers about one person only stand in rows of their own.
create table answers.form (
  id uuid primary key,
  form text not null,
  form_version int not null,
  domain text not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'returned', 'finished', 'cancelled')),
  item_id uuid references work.item,
  previous_id uuid references answers.form,
  as_asked jsonb,                                     -- the words as they were asked, of a finished form, for what is about all
  started_by uuid, started_at timestamptz not null default now(),
  finished_at timestamptz,
  version int not null default 1
);
create table answers.form_person (
  form_id uuid not null references answers.form,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (form_id, person_id)
);
create index on answers.form_person (person_id, form_id);
create index on answers.form (item_id);
call access.guard_person('answers.form_person');
call access.guard_several('answers.form', 'answers.form_person', 'form_id');

-- The answers of one section: about everybody (about is empty), or about some people only.
create table answers.section (
  id uuid primary key,
  form_id uuid not null references answers.form,
  section text not null,
  domain text not null,
  about uuid[] not null default '{}',
  answers jsonb not null default '{}',
  proposals jsonb not null default '{}',              -- brought forward, not yet confirmed: no part of the record
  state text not null default 'started',
  version int not null default 1,
  saved_by uuid, saved_at timestamptz not null default now(),
  unique (form_id, section, about)
);
call access.guard_passage('answers.section', 'answers.form', 'form_id');
-- What was in a section before somebody else wrote over it, and the text that came second: nothing typed is lost.
create table answers.section_kept (
  id uuid primary key,
  form_id uuid not null references answers.form,
  section text not null,
  domain text not null,
  about uuid[] not null default '{}',
  answers jsonb not null,
  why text not null check (why in ('before', 'clash', 'joined', 'sent', 'reopened')),
  resolved_at timestamptz,
  kept_by uuid, kept_at timestamptz not null default now()
);
create index on answers.section_kept (form_id, section);
call access.guard_passage('answers.section_kept', 'answers.form', 'form_id');

-- Notes and visits: written once for several people, with passages about some of them only.
create table notes.note (
  id uuid primary key,
  domain text not null default 'children',
  kind text not null check (kind in ('note', 'visit', 'phoneCall', 'meeting', 'email', 'managementOversight', 'supervision', 'directWork')),
  title text not null,
  words text not null,                                -- about all the people of the note
  happened_on date not null,
  happened_at timestamptz,
  place text,
  state text not null default 'signed' check (state in ('draft', 'signed')),
  author_id uuid not null references access.actor,
  item_id uuid references work.item,
  corrects uuid references notes.note,
  correction_reason text,
  version int not null default 1,
  recorded_at timestamptz not null default now()
);
create table notes.note_person (
  note_id uuid not null references notes.note,
  person_id uuid not null references access.subject,
  domain text not null,
  seen boolean, seen_alone boolean, bedroom_seen boolean,   -- statutory facts of a visit, typed
  primary key (note_id, person_id)
);
create table notes.passage (
  id uuid primary key,
  note_id uuid not null references notes.note,
  domain text not null,
  about uuid[] not null check (cardinality(about) > 0),
  words text not null,
  place_in_note int not null
);
create index on notes.note_person (person_id, note_id);
create index on notes.passage (note_id);
create index on notes.note (author_id, recorded_at desc);
create index on notes.note (corrects) where corrects is not null;
call access.guard_person('notes.note_person');
call access.guard_several('notes.note', 'notes.note_person', 'note_id');
call access.guard_passage('notes.passage', 'notes.note', 'note_id');

-- Contacts: any number of children and adults in one, from a person, an agency or somebody who does not say.
create table contacts.contact (
  id uuid primary key,
  domain text not null default 'children',
  received_at timestamptz not null,
  received_on date not null,
  from_kind text not null check (from_kind in ('agency', 'person', 'anonymous')),
  source_code text,                                   -- as the census lists sources
  from_name text, from_role text, from_agency text, from_phone text, from_email text,
  method text,
  words text not null,
  in_danger_now text, family_knows text, hopes_for text, already_doing text,
  state text not null default 'open' check (state in ('draft', 'open', 'decided', 'cancelled')),
  reason text,
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create table contacts.contact_person (
  contact_id uuid not null references contacts.contact,
  person_id uuid not null references access.subject,
  domain text not null,
  role text not null check (role in ('child', 'adult', 'referrer')),
  named_by_referrer boolean not null default true,
  primary key (contact_id, person_id)
);
create index on contacts.contact_person (person_id, contact_id);
create index on contacts.contact (state, received_at);
call access.guard_person('contacts.contact_person');
call access.guard_several('contacts.contact', 'contacts.contact_person', 'contact_id');

create table contacts.decision (
  id uuid primary key,
  contact_id uuid not null references contacts.contact,
  domain text not null default 'children',
  decided_by uuid not null references access.actor,
  decided_at timestamptz not null,
  reason text not null,
  late_reason text,
  referral_id uuid,
  recorded_at timestamptz not null default now(), superseded_at timestamptz
);
create table contacts.decision_person (
  decision_id uuid not null references contacts.decision,
  person_id uuid not null references access.subject,
  domain text not null,
  outcome text not null check (outcome in ('noFurtherAction', 'informationAndAdvice', 'earlyHelp', 'referral')),
  reason text,                                        -- only where it differs for this child
  primary key (decision_id, person_id)
);
create index on contacts.decision (contact_id);
create index on contacts.decision_person (person_id);
call access.guard_person('contacts.decision_person');
call access.guard_several('contacts.decision', 'contacts.decision_person', 'decision_id');

create table contacts.referral (
  id uuid primary key,
  contact_id uuid references contacts.contact,
  domain text not null default 'children',
  received_on date not null,
  source_code text,
  primary_need text,
  no_further_action boolean not null default false,
  closed_on date, close_reason text,
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create table contacts.referral_person (
  referral_id uuid not null references contacts.referral,
  person_id uuid not null references access.subject,
  domain text not null,
  closed_on date, close_reason text,
  primary key (referral_id, person_id)
);
create index on contacts.referral_person (person_id, referral_id);
call access.guard_person('contacts.referral_person');
call access.guard_several('contacts.referral', 'contacts.referral_person', 'referral_id');

-- The assessment as facts: the form's answers bind to these.
create table assessments.assessment (
  id uuid primary key,
  referral_id uuid references contacts.referral,
  form_id uuid references answers.form,
  domain text not null default 'children',
  started_on date not null,
  completed_on date,                                  -- sent for sign-off
  authorised_on date, authorised_by uuid references access.actor,
  outcome text check (outcome in ('noFurtherAction', 'stepDown', 'childInNeedPlan', 'strategyDiscussion')),
  late_reason text,
  state text not null default 'open' check (state in ('open', 'sent', 'returned', 'authorised', 'cancelled')),
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create table assessments.assessment_person (
  assessment_id uuid not null references assessments.assessment,
  person_id uuid not null references access.subject,
  domain text not null,
  seen_on date, seen_alone_on date,
  outcome text,
  primary key (assessment_id, person_id)
);
create table assessments.factor (
  assessment_id uuid not null references assessments.assessment,
  person_id uuid not null references access.subject,
  domain text not null,
  factor text not null,
  recorded_at timestamptz not null default now(),
  primary key (assessment_id, person_id, factor)
);
create index on assessments.assessment_person (person_id, assessment_id);
create index on assessments.factor (person_id);
create index on assessments.assessment (form_id);
call access.guard_person('assessments.assessment_person');
call access.guard_several('assessments.assessment', 'assessments.assessment_person', 'assessment_id');
call access.guard_person('assessments.factor');
grant delete on assessments.factor to kith_app;
do $$ begin
  execute format('create policy remove on assessments.factor for delete to kith_app using (%s)', access.full_sight('assessments.factor.person_id', 'assessments.factor.domain', true));
end $$;
-- Letters that went out, as they were sent, for one recipient.
create table assessments.letter (
  id uuid primary key,
  assessment_id uuid not null references assessments.assessment,
  domain text not null default 'children',
  about uuid[] not null,
  recipient_id uuid,
  words jsonb not null,
  made_at timestamptz not null default now(), made_by uuid
);
create index on assessments.letter (assessment_id);
call access.guard_passage('assessments.letter', 'assessments.assessment', 'assessment_id');
