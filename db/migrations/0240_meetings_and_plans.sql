-- Meetings about several people with one set of minutes, and plans about several people with what each of them needs.

create schema meetings;
create schema plans;
grant usage on schema meetings, plans to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table meetings.meeting (
  id uuid primary key,
  kind text not null,                                 -- content/meetings: initialConference, coreGroup, strategyDiscussion ...
  domain text not null default 'children',
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  on_day date not null,
  at timestamptz,
  place text,
  chair_id uuid references access.actor,
  chair_name text,
  subject_kind text, subject_id uuid,                 -- the enquiry it follows, the plan it reviews
  item_id uuid references work.item,                  -- the piece of work of whoever holds it
  due_on date, duty text,                             -- the day by which it had to be held, and by which timescale
  late_reason text,
  words text not null default '',                     -- minutes about all of them; what is about some only stands in passages
  quorate boolean, quorum_reason text,
  held_at timestamptz, held_by uuid references access.actor,
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  unique (id, kind), unique (id, kind, state),
  check (state <> 'held' or held_at is not null)
);
create table meetings.meeting_person (
  meeting_id uuid not null references meetings.meeting,
  person_id uuid not null references access.subject,
  domain text not null,
  participation text,                                 -- how the child took part: content/codes/meetings
  primary key (meeting_id, person_id)
);
create index on meetings.meeting_person (person_id, meeting_id);
create index on meetings.meeting (subject_id) where subject_id is not null;
create index on meetings.meeting (item_id) where item_id is not null;
create index on meetings.meeting (state, on_day);
call access.guard_person('meetings.meeting_person');
call access.guard_several('meetings.meeting', 'meetings.meeting_person', 'meeting_id');

-- Who was asked to come or to send a report, and what came of it.
create table meetings.invited (
  id uuid primary key,
  meeting_id uuid not null references meetings.meeting,
  agency text not null,
  name text not null,
  role text,
  person_id uuid references access.subject,
  actor_id uuid references access.actor,
  invited_on date not null,
  asked_report boolean not null default false,
  report_due_on date, report_on date,
  attendance text check (attendance in ('attended', 'sentReport', 'apologies', 'absent')),
  core boolean not null default false,                -- carries out the plan that comes of it
  withdrawn_on date,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create index on meetings.invited (meeting_id);
create index on meetings.invited (person_id) where person_id is not null;
call access.guard_within('meetings.invited', 'meetings.meeting', 'meeting_id');

-- What is about some of them only, what an agency thinks, what a child says. About nobody in particular is about all.
create table meetings.passage (
  id uuid primary key,
  meeting_id uuid not null references meetings.meeting,
  domain text not null,
  about uuid[] not null default '{}',
  kind text not null check (kind in ('minutes', 'view', 'childsView')),
  invited_id uuid references meetings.invited,
  opinion text,
  words text not null,
  place_in_meeting int not null
);
create index on meetings.passage (meeting_id);
call access.guard_passage('meetings.passage', 'meetings.meeting', 'meeting_id');

-- What a meeting that was held decided for each of them. The state is part of the key: nothing is decided by a meeting that is only planned.
create table meetings.decision (
  meeting_id uuid not null,
  person_id uuid not null references access.subject,
  domain text not null,
  kind text not null,
  state text not null default 'held' check (state = 'held'),
  outcome text not null,
  category text,
  words text,
  primary key (meeting_id, person_id),
  unique (meeting_id, person_id, outcome),
  foreign key (meeting_id, kind, state) references meetings.meeting (id, kind, state)
);
create index on meetings.decision (person_id);
call access.guard_person('meetings.decision');

-- Arranged, rearranged, cancelled, held: each with its days, who did it and why.
create table meetings.change (
  id uuid primary key,
  meeting_id uuid not null references meetings.meeting,
  what text not null check (what in ('arranged', 'rearranged', 'cancelled', 'held')),
  from_day date, to_day date,
  reason text,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor
);
create index on meetings.change (meeting_id);
call access.guard_within('meetings.change', 'meetings.meeting', 'meeting_id');

create table plans.plan (
  id uuid primary key,
  kind text not null,                                 -- protectionPlan, childInNeedPlan, carePlan, pathwayPlan ...
  domain text not null default 'children',
  state text not null default 'current' check (state in ('draft', 'current', 'ended')),
  started_on date not null,
  ended_on date,
  lead_id uuid references access.actor,
  team_id uuid references access.team,
  words text not null default '',                     -- why there is a plan, in plain words, about all of them
  if_not text,                                        -- what happens if nothing changes
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  unique (id, kind),
  check (ended_on is null or ended_on >= started_on)
);
-- Each of its people has their own beginning and end: brothers and sisters may leave a plan on different days.
create table plans.plan_person (
  plan_id uuid not null,
  person_id uuid not null references access.subject,
  domain text not null,
  kind text not null,
  conference_id uuid, conference_kind text,           -- the meeting that decided it
  decided text generated always as (case when kind = 'protectionPlan' then 'protectionPlan' end) stored,
  category text, first_category text,
  started_on date not null,
  ended_on date, end_reason text, end_words text,
  ended_by uuid references meetings.meeting,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  primary key (plan_id, person_id),
  foreign key (plan_id, kind) references plans.plan (id, kind),
  -- No child protection plan without a conference that was held and decided one for this child.
  foreign key (conference_id, conference_kind) references meetings.meeting (id, kind),
  foreign key (conference_id, person_id, decided) references meetings.decision (meeting_id, person_id, outcome),
  constraint no_plan_without_a_conference check (kind <> 'protectionPlan' or (conference_id is not null and conference_kind in ('initialConference', 'preBirthConference', 'transferInConference') and category is not null)),
  check (ended_on is null or (ended_on >= started_on and end_reason is not null))
);
create unique index one_plan_of_a_kind on plans.plan_person (person_id, kind) where ended_on is null and kind in ('protectionPlan', 'childInNeedPlan', 'carePlan', 'pathwayPlan');
create index on plans.plan_person (person_id, plan_id);
create index on plans.plan (state, kind);
call access.guard_person('plans.plan_person');
call access.guard_several('plans.plan', 'plans.plan_person', 'plan_id');

-- What has to change, and what it will be like then. A change of the plan ends a line at a version and begins another: what it said before can be read.
create table plans.need (
  id uuid primary key,
  plan_id uuid not null references plans.plan,
  line uuid not null,                                 -- the same need through all its versions
  domain text not null,
  about uuid[] not null default '{}',
  words text not null,
  wanted text not null,
  state text not null default 'open' check (state in ('open', 'achieved', 'dropped')),
  from_version int not null, to_version int,
  place_in_plan int not null,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create index on plans.need (plan_id);
call access.guard_passage('plans.need', 'plans.plan', 'plan_id');

create table plans.action (
  id uuid primary key,
  plan_id uuid not null references plans.plan,
  need_line uuid not null,
  line uuid not null,
  domain text not null,
  about uuid[] not null default '{}',
  words text not null,
  owner_name text not null, owner_id uuid references access.actor,
  due_on date,
  evidence text,                                      -- how we shall know, then what showed it
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  done_on date, done_words text,
  from_version int not null, to_version int,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  check ((state = 'done') = (done_on is not null))
);
create index on plans.action (plan_id);
create index on plans.action (owner_id, due_on) where state = 'open' and to_version is null;
call access.guard_passage('plans.action', 'plans.plan', 'plan_id');

-- How far a need has come, as a meeting or a worker saw it on a day.
create table plans.progress (
  id uuid primary key,
  plan_id uuid not null references plans.plan,
  need_line uuid not null,
  domain text not null,
  about uuid[] not null default '{}',
  on_day date not null,
  meeting_id uuid references meetings.meeting,
  progress text not null check (progress in ('better', 'same', 'worse', 'achieved')),
  words text,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create index on plans.progress (plan_id, on_day);
call access.guard_passage('plans.progress', 'plans.plan', 'plan_id');

create table plans.version (
  id uuid primary key,
  plan_id uuid not null references plans.plan,
  version int not null,
  reason text not null,
  meeting_id uuid references meetings.meeting,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor,
  unique (plan_id, version)
);
call access.guard_within('plans.version', 'plans.plan', 'plan_id');

-- Who carries the plan out: the core group, the family among them.
create table plans.member (
  id uuid primary key,
  plan_id uuid not null references plans.plan,
  agency text not null,
  name text not null,
  role text,
  person_id uuid references access.subject,
  actor_id uuid references access.actor,
  from_on date not null, to_on date,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create index on plans.member (plan_id);
call access.guard_within('plans.member', 'plans.plan', 'plan_id');
