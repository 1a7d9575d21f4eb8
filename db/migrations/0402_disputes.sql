-- The dispute of a chair or an independent reviewing officer with what is done for some children: kept step by step, from a word with the team to the director and Cafcass.
create schema reviewing;
grant usage on schema reviewing to kith_app, kith_gate, kith_backup;

create table reviewing.dispute (
  id uuid primary key,
  domain text not null default 'children',
  meeting_id uuid references meetings.meeting,        -- the conference or review that it came of
  words text not null,                                -- what is wrong for them
  wanted text not null,                               -- what has to happen
  raised_on date not null,
  raised_by uuid not null references access.actor,
  item_id uuid references work.item,                  -- with whom it is now
  state text not null default 'open' check (state in ('open', 'resolved', 'withdrawn')),
  ended_on date,
  ended_words text,
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  check ((state = 'open') = (ended_on is null)),
  check (ended_on is null or ended_on >= raised_on)
);
create table reviewing.dispute_person (
  dispute_id uuid not null references reviewing.dispute,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (dispute_id, person_id)
);
create index on reviewing.dispute_person (person_id, dispute_id);
create index on reviewing.dispute (raised_by, state);
call access.guard_person('reviewing.dispute_person');
call access.guard_several('reviewing.dispute', 'reviewing.dispute_person', 'dispute_id');

-- Each step: to whom it went, what was answered.
create table reviewing.dispute_step (
  id uuid primary key,
  dispute_id uuid not null references reviewing.dispute,
  stage text not null check (stage in ('team', 'service', 'director', 'cafcass', 'answer')),
  whom_id uuid references access.actor,
  words text not null,
  on_day date not null,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor
);
create index on reviewing.dispute_step (dispute_id);
call access.guard_within('reviewing.dispute_step', 'reviewing.dispute', 'dispute_id');
