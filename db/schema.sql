-- The database as the migrations leave it. Made from the catalogue, never edited: read here, change by a new migration.

-- Schemas ---------------------------------------------------------------------------------------------

create schema access;
create schema allegation;
create schema answers;
create schema assessments;
create schema audit;
create schema care;
create schema chronology;
create schema contacts;
create schema exchange;
create schema handover;
create schema jobs;
create schema kith;
create schema legal;
create schema meetings;
create schema notes;
create schema ops;
create schema outputs;
create schema people;
create schema plans;
create schema protection;
create schema returns;
create schema reviewing;
create schema supervision;
create schema transfers;
create schema work;

-- Extensions ------------------------------------------------------------------------------------------

create extension btree_gist;
create extension fuzzystrmatch;
create extension pg_trgm;

-- Tables ----------------------------------------------------------------------------------------------

create table access.actor (
  id uuid not null,
  kind text not null,
  name text not null,
  email text,
  job_title text,
  phone text,
  password_hash text,
  qualified boolean not null default false,
  caseload_limit integer,
  hours numeric(3,2) not null default 1,
  active boolean not null default true,
  person_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  must_enrol boolean not null default false,
  registration text
);

create table access.adoption (
  id uuid not null,
  old_id uuid not null,
  new_id uuid not null,
  order_on date not null,
  reason text not null,
  sealed_by uuid not null,
  sealed_at timestamp with time zone not null default now()
);

create table access.adoption_listed (
  adoption_id uuid not null,
  actor_id uuid not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  given_by uuid not null
);

create table access.attempt (
  mark bytea not null,
  count integer not null,
  last_at timestamp with time zone not null
);

create table access.bar (
  person_id uuid not null,
  scope uuid not null,
  until timestamp with time zone
);

create table access.break_glass (
  id uuid not null,
  person_id uuid not null,
  actor_id uuid not null,
  reason text not null,
  started_at timestamp with time zone not null default now(),
  until timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  review_note text
);

create table access.counting_key (
  key bytea not null
);

create table access.exclusion (
  id uuid not null,
  person_id uuid not null,
  actor_id uuid not null,
  reason text not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  given_by uuid,
  ended_by uuid,
  ended_why text
);

create table access.factor (
  id uuid not null,
  actor_id uuid not null,
  kind text not null,
  label text not null,
  sealed bytea,
  credential text,
  public_key bytea,
  transports text[] not null default '{}'::text[],
  counter bigint not null default 0,
  made_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
);

create table access.involvement (
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  worker_id uuid,
  domain text not null,
  role text not null default 'allocated'::text,
  from_on date not null,
  to_on date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  because_of uuid[]
);

create table access.left_behind (
  old_id uuid not null,
  sibling_id uuid not null
);

create table access.listed (
  person_id uuid not null,
  actor_id uuid not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  given_by uuid
);

create table access.many_opened (
  id uuid not null default gen_random_uuid(),
  actor_id uuid not null,
  span text not null,
  people integer not null,
  measure integer not null,
  found_at timestamp with time zone not null default now(),
  slowed_until timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  review_note text
);

create table access.marking_change (
  id uuid not null,
  person_id uuid not null,
  marking text not null,
  named uuid[] not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null default now(),
  what text not null default 'marked'::text,
  whom uuid,
  until timestamp with time zone
);

create table access.membership (
  id uuid not null,
  actor_id uuid not null,
  team_id uuid,
  role text not null,
  valid_from timestamp with time zone not null default now(),
  valid_to timestamp with time zone,
  given_by uuid,
  reason text,
  by_groups boolean not null default false
);

create table access.outside_identity (
  issuer text not null,
  subject text not null,
  actor_id uuid not null,
  linked_at timestamp with time zone not null default now(),
  linked_by uuid
);

create table access.pending (
  token_hash bytea not null,
  actor_id uuid not null,
  waits_for text not null,
  told jsonb not null default '{}'::jsonb,
  tries integer not null default 0,
  started_at timestamp with time zone not null default now()
);

create table access.person_grant (
  id uuid not null,
  person_id uuid not null,
  actor_id uuid not null,
  domain text not null,
  may_write boolean not null default false,
  until timestamp with time zone not null,
  reason text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text
);

create table access.person_part (
  part_id uuid not null,
  survivor_id uuid not null,
  into_id uuid not null,
  merged_at timestamp with time zone not null default now(),
  merged_by uuid not null,
  reason text not null
);

create table access.person_scope (
  person_id uuid not null,
  scope uuid not null,
  domain text not null,
  sight text not null,
  may_write boolean not null,
  until timestamp with time zone
);

create table access.reach (
  actor_id uuid not null,
  scopes uuid[] not null,
  wide text[] not null,
  wide_write text[] not null,
  cards boolean not null,
  roles text[] not null,
  teams uuid[] not null,
  until timestamp with time zone
);

create table access.recovery (
  id uuid not null,
  actor_id uuid not null,
  asked_by uuid not null,
  witness_id uuid not null,
  reason text not null,
  asked_at timestamp with time zone not null default now(),
  witnessed_at timestamp with time zone,
  declined_at timestamp with time zone,
  told_at timestamp with time zone
);

create table access.recovery_code (
  actor_id uuid not null,
  mark bytea not null,
  made_at timestamp with time zone not null default now(),
  used_at timestamp with time zone
);

create table access.session (
  token_hash bytea not null,
  id uuid not null,
  actor_id uuid not null,
  started_at timestamp with time zone not null default now(),
  last_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  device text,
  verified_at timestamp with time zone not null default now(),
  method text not null default 'password'::text,
  strong boolean not null default false,
  ended_by uuid,
  issuer text,
  outside_sid text
);

create table access.share (
  id uuid not null,
  person_id uuid not null,
  agency_id uuid not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  purpose text not null,
  lawful_basis text not null
);

create table access.sight_request (
  id uuid not null,
  person_id uuid not null,
  actor_id uuid not null,
  kind text not null,
  domain text not null,
  may_write boolean not null default false,
  until timestamp with time zone,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  words text
);

create table access.staff_change (
  id uuid not null default gen_random_uuid(),
  what text not null,
  actor_id uuid,
  team_id uuid,
  told jsonb not null,
  reason text,
  changed_by uuid not null,
  changed_at timestamp with time zone not null default now()
);

create table access.subject (
  id uuid not null,
  marking text not null default 'open'::text,
  created_by uuid,
  created_at timestamp with time zone not null default now()
);

create table access.team (
  id uuid not null,
  name text not null,
  kind text not null default 'team'::text,
  domain text not null default 'children'::text,
  parent_id uuid,
  active boolean not null default true,
  version integer not null default 1
);

create table access.told_count (
  id bigint not null generated always as identity,
  actor_id uuid not null,
  question text not null,
  sketch integer[] not null,
  below integer not null,
  above integer not null,
  few boolean not null,
  answer integer,
  told_at timestamp with time zone not null default now()
);

create table access.unusual_viewing (
  id uuid not null default gen_random_uuid(),
  week_from date not null,
  actor_id uuid not null,
  person_id uuid,
  kinds text[] not null,
  times integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  review_note text
);

create table access.viewing_week (
  week_from date not null,
  found integer not null,
  looked_at timestamp with time zone not null default now()
);

create table allegation.about (
  allegation_id uuid not null,
  person_id uuid not null,
  domain text not null,
  role text not null default 'child'::text
);

create table allegation.allegation (
  id uuid not null,
  domain text not null default 'allegation'::text,
  known_on date not null,
  told_on date not null,
  told_by text not null,
  professional_name text not null,
  professional_role text not null,
  employer text,
  words text not null,
  criterion text,
  advised_on date,
  outcome text,
  ended_on date,
  outcome_words text,
  barring boolean,
  regulator boolean,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table allegation.step (
  id uuid not null,
  allegation_id uuid not null,
  kind text not null,
  on_day date not null,
  came text,
  words text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table answers.form (
  id uuid not null,
  form text not null,
  form_version integer not null,
  domain text not null,
  state text not null default 'draft'::text,
  item_id uuid,
  previous_id uuid,
  as_asked jsonb,
  started_by uuid,
  started_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  version integer not null default 1,
  left_sections text[] not null default '{}'::text[]
);

create table answers.form_person (
  form_id uuid not null,
  person_id uuid not null,
  domain text not null
);

create table answers.section (
  id uuid not null,
  form_id uuid not null,
  section text not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  answers jsonb not null default '{}'::jsonb,
  proposals jsonb not null default '{}'::jsonb,
  state text not null default 'started'::text,
  version integer not null default 1,
  saved_by uuid,
  saved_at timestamp with time zone not null default now(),
  as_asked jsonb,
  found_by tsvector generated always as (jsonb_to_tsvector('english'::regconfig, answers, '["string"]'::jsonb)) stored
);

create table answers.section_kept (
  id uuid not null,
  form_id uuid not null,
  section text not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  answers jsonb not null,
  why text not null,
  resolved_at timestamp with time zone,
  kept_by uuid,
  kept_at timestamp with time zone not null default now(),
  question text,
  theirs_by uuid
);

create table assessments.assessment (
  id uuid not null,
  referral_id uuid,
  form_id uuid,
  domain text not null default 'children'::text,
  started_on date not null,
  completed_on date,
  authorised_on date,
  authorised_by uuid,
  outcome text,
  late_reason text,
  state text not null default 'open'::text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  item_id uuid,
  sign_off_id uuid,
  sent_at timestamp with time zone,
  sent_by uuid,
  authorised_at timestamp with time zone
);

create table assessments.assessment_person (
  assessment_id uuid not null,
  person_id uuid not null,
  domain text not null,
  seen_on date,
  seen_alone_on date,
  outcome text
);

create table assessments.decision (
  id uuid not null,
  assessment_id uuid not null,
  decision text not null,
  comment text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  undone_at timestamp with time zone
);

create table assessments.factor (
  assessment_id uuid not null,
  person_id uuid not null,
  domain text not null,
  factor text not null,
  recorded_at timestamp with time zone not null default now()
);

create table assessments.letter (
  id uuid not null,
  assessment_id uuid not null,
  domain text not null default 'children'::text,
  about uuid[] not null,
  recipient_id uuid,
  words jsonb not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid
);

create table audit.event (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default clock_timestamp(),
  actor_id uuid,
  session_id uuid,
  what text not null,
  people uuid[] not null default '{}'::uuid[],
  why text,
  refused boolean not null default false,
  via text not null,
  section text
);

create table audit.seal (
  number bigint not null,
  sealed_at timestamp with time zone not null,
  upto bigint not null,
  awaited bigint[] not null default '{}'::bigint[],
  events bigint[] not null,
  digests bytea not null,
  hash bytea not null,
  signature bytea not null
);

create table care.fact (
  id uuid not null,
  fact_id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  kind text not null,
  held_on date not null,
  held_to date,
  answers jsonb not null,
  words text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  superseded_why text
);

create table care.household (
  id uuid not null,
  name text not null,
  kind text not null,
  agency text,
  urn text,
  area text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table care.household_member (
  id uuid not null,
  member_id uuid not null,
  household_id uuid not null,
  name text not null,
  gender text,
  ethnicity text,
  disabled text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  superseded_why text
);

create table care.household_step (
  id uuid not null,
  household_id uuid not null,
  step text not null,
  on_day date not null,
  words text,
  places integer,
  age_from integer,
  age_to integer,
  sexes text,
  placement_kinds text[],
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  superseded_why text,
  worker_id uuid
);

create table care.period (
  id uuid not null,
  period_id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  admission_id uuid not null,
  began_on date not null,
  began_at timestamp with time zone,
  ended_on date,
  planned boolean not null,
  need text not null,
  why text,
  apart_why text,
  end_reason text,
  end_words text,
  home_postcode text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  superseded_why text
);

create table care.placement (
  id uuid not null,
  placement_id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  kind text not null,
  provider text,
  place_name text not null,
  household_id uuid,
  urn text,
  postcode text,
  address_hidden boolean not null default false,
  change_reason text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  superseded_why text,
  valid_from date not null,
  valid_to date,
  authority text
);

create table chronology.event (
  id uuid not null,
  kind text not null,
  happened_on date not null,
  happened_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  domain text not null,
  actor_id uuid,
  significant boolean not null default false,
  subject_kind text,
  subject_id uuid,
  supersedes uuid
);

create table chronology.event_person (
  event_id uuid not null,
  person_id uuid not null,
  domain text not null,
  happened_on date not null
);

create table chronology.significance (
  id uuid not null,
  event_id uuid not null,
  significant boolean not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null
);

create table chronology.story (
  id uuid not null,
  domain text not null default 'children'::text,
  words text not null,
  version integer not null,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid not null
);

create table chronology.story_person (
  story_id uuid not null,
  person_id uuid not null,
  domain text not null
);

create table contacts.contact (
  id uuid not null,
  domain text not null default 'children'::text,
  received_at timestamp with time zone not null,
  received_on date not null,
  from_kind text not null,
  source_code text,
  from_name text,
  from_role text,
  from_agency text,
  from_phone text,
  from_email text,
  method text,
  words text not null,
  in_danger_now text,
  family_knows text,
  hopes_for text,
  already_doing text,
  state text not null default 'open'::text,
  reason text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  found_by tsvector generated always as (to_tsvector('english'::regconfig, ((((words || ' '::text) || COALESCE(hopes_for, ''::text)) || ' '::text) || COALESCE(already_doing, ''::text)))) stored
);

create table contacts.contact_person (
  contact_id uuid not null,
  person_id uuid not null,
  domain text not null,
  role text not null,
  named_by_referrer boolean not null default true
);

create table contacts.decision (
  id uuid not null,
  contact_id uuid not null,
  domain text not null default 'children'::text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  reason text not null,
  late_reason text,
  referral_id uuid,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  different_now text
);

create table contacts.decision_person (
  decision_id uuid not null,
  person_id uuid not null,
  domain text not null,
  outcome text not null,
  reason text
);

create table contacts.draft (
  id uuid not null,
  actor_id uuid not null,
  typed jsonb not null,
  version integer not null default 1,
  started_at timestamp with time zone not null default now(),
  saved_at timestamp with time zone not null default now()
);

create table contacts.recommendation (
  id uuid not null,
  contact_id uuid not null,
  outcome text not null,
  reason text not null,
  recommended_by uuid not null,
  recommended_at timestamp with time zone not null,
  superseded_at timestamp with time zone
);

create table contacts.referral (
  id uuid not null,
  contact_id uuid,
  domain text not null default 'children'::text,
  received_on date not null,
  source_code text,
  primary_need text,
  no_further_action boolean not null default false,
  closed_on date,
  close_reason text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table contacts.referral_person (
  referral_id uuid not null,
  person_id uuid not null,
  domain text not null,
  closed_on date,
  close_reason text,
  primary_need text,
  closed_at timestamp with time zone
);

create table exchange.finding (
  import_id uuid not null,
  child integer not null,
  place integer not null,
  line integer not null,
  path text not null,
  outcome text not null,
  reason text not null,
  elements integer not null
);

create table exchange.import (
  id uuid not null,
  format text not null,
  file_name text not null,
  sha256 text not null,
  authority text not null,
  year integer not null,
  structure integer not null,
  reference_on date,
  software text not null default ''::text,
  children integer not null,
  state text not null default 'running'::text,
  account jsonb,
  started_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  started_by uuid not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled jsonb
);

create table exchange.journal (
  place bigint not null generated always as identity,
  import_id uuid not null,
  person_id uuid not null,
  relation text not null,
  key jsonb not null,
  before jsonb,
  after jsonb not null
);

create table exchange.kept_aside (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  import_id uuid not null,
  referral_id uuid,
  path text not null,
  line integer not null,
  outcome text not null,
  reason text not null,
  fragment jsonb not null,
  state text not null default 'waiting'::text,
  taken_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table exchange.origin (
  person_id uuid not null,
  domain text not null default 'children'::text,
  authority text not null,
  year integer not null,
  import_id uuid not null
);

create table exchange.unclaimed (
  id uuid not null,
  import_id uuid not null,
  child integer not null,
  path text not null,
  line integer not null,
  outcome text not null,
  reason text not null,
  fragment jsonb not null,
  state text not null default 'waiting'::text,
  taken_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null
);

create table handover.handover (
  id uuid not null,
  domain text not null default 'children'::text,
  from_team_id uuid not null,
  from_worker_id uuid,
  to_team_id uuid not null,
  reason text not null,
  words text not null,
  left_to_do text,
  item_id uuid not null,
  state text not null default 'open'::text,
  asked_on date not null,
  asked_by uuid not null,
  ended_on date,
  ended_by uuid,
  ended_words text,
  worker_id uuid,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table handover.handover_person (
  handover_id uuid not null,
  person_id uuid not null,
  domain text not null,
  role text not null default 'child'::text,
  waits boolean not null default true
);

create table jobs.alert (
  id uuid not null,
  kind text not null,
  words text not null,
  found_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  closed_by uuid
);

create table jobs.job (
  id uuid not null,
  name text not null,
  input jsonb not null default '{}'::jsonb,
  slot text,
  state text not null default 'waiting'::text,
  due_at timestamp with time zone not null default now(),
  tries integer not null default 0,
  held_by uuid,
  held_until timestamp with time zone,
  added_at timestamp with time zone not null default now(),
  added_by uuid,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  did text,
  problem text
);

create table legal.advice (
  id uuid not null,
  domain text not null default 'legal'::text,
  matter_id uuid,
  given_on date not null,
  given_by text not null,
  words text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table legal.advice_person (
  advice_id uuid not null,
  person_id uuid not null,
  domain text not null
);

create table legal.direction (
  id uuid not null,
  matter_id uuid not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  hearing_id uuid,
  words text not null,
  owner_name text not null,
  owner_id uuid,
  due_on date not null,
  item_id uuid,
  done_on date,
  done_words text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table legal.fact (
  id uuid not null,
  fact_id uuid not null,
  matter_id uuid not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  kind text not null,
  on_day date not null,
  at timestamp with time zone,
  until_day date,
  answers jsonb not null default '{}'::jsonb,
  words text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  superseded_at timestamp with time zone,
  superseded_why text
);

create table legal.matter (
  id uuid not null,
  domain text not null default 'children'::text,
  kind text not null,
  follows uuid,
  meeting_id uuid,
  decided_on date not null,
  application text,
  court text,
  case_number text,
  lead_id uuid,
  team_id uuid,
  adviser_id uuid,
  words text not null default ''::text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table legal.matter_person (
  matter_id uuid not null,
  person_id uuid not null,
  domain text not null,
  kind text not null,
  started_on date not null,
  ended_on date,
  outcome text,
  words text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table meetings.change (
  id uuid not null,
  meeting_id uuid not null,
  what text not null,
  from_day date,
  to_day date,
  reason text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table meetings.decision (
  meeting_id uuid not null,
  person_id uuid not null,
  domain text not null,
  kind text not null,
  state text not null default 'held'::text,
  outcome text not null,
  category text,
  words text
);

create table meetings.invited (
  id uuid not null,
  meeting_id uuid not null,
  agency text not null,
  name text not null,
  role text,
  person_id uuid,
  actor_id uuid,
  invited_on date not null,
  asked_report boolean not null default false,
  report_due_on date,
  report_on date,
  attendance text,
  core boolean not null default false,
  withdrawn_on date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  output_id uuid,
  sent_on date
);

create table meetings.meeting (
  id uuid not null,
  kind text not null,
  domain text not null default 'children'::text,
  state text not null default 'planned'::text,
  on_day date not null,
  at timestamp with time zone,
  place text,
  chair_id uuid,
  chair_name text,
  subject_kind text,
  subject_id uuid,
  item_id uuid,
  due_on date,
  duty text,
  late_reason text,
  words text not null default ''::text,
  quorate boolean,
  quorum_reason text,
  held_at timestamp with time zone,
  held_by uuid,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table meetings.meeting_person (
  meeting_id uuid not null,
  person_id uuid not null,
  domain text not null,
  participation text
);

create table meetings.passage (
  id uuid not null,
  meeting_id uuid not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  kind text not null,
  invited_id uuid,
  opinion text,
  words text not null,
  place_in_meeting integer not null
);

create table migration (
  name text not null,
  hash text not null,
  ran_at timestamp with time zone not null default now()
);

create table notes.note (
  id uuid not null,
  domain text not null default 'children'::text,
  kind text not null,
  title text not null,
  words text not null,
  happened_on date not null,
  happened_at timestamp with time zone,
  place text,
  state text not null default 'signed'::text,
  author_id uuid not null,
  item_id uuid,
  corrects uuid,
  correction_reason text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  found_by tsvector generated always as ((setweight(to_tsvector('english'::regconfig, title), 'A'::"char") || to_tsvector('english'::regconfig, words))) stored,
  beginning text generated always as (NULLIF(notes.beginning(words), words)) stored
);

create table notes.note_person (
  note_id uuid not null,
  person_id uuid not null,
  domain text not null,
  seen boolean,
  seen_alone boolean,
  bedroom_seen boolean
);

create table notes.passage (
  id uuid not null,
  note_id uuid not null,
  domain text not null,
  about uuid[] not null,
  words text not null,
  place_in_note integer not null,
  found_by tsvector generated always as (to_tsvector('english'::regconfig, words)) stored
);

create table ops.answered (
  actor_id uuid not null,
  command_id uuid not null,
  command text not null,
  answer jsonb not null,
  at timestamp with time zone not null default now(),
  input_mark bytea
);

create table ops.gate (
  signature text not null,
  why text not null
);

create table ops.setting (
  id uuid not null,
  key text not null,
  value jsonb not null,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  why text
);

create table ops.several (
  guarded regclass not null,
  links regclass not null,
  link text not null
);

create table outputs.output (
  id uuid not null,
  domain text not null default 'children'::text,
  kind text not null,
  title text not null,
  state text not null,
  to_kind text not null,
  to_person uuid,
  to_agency uuid,
  to_name text not null,
  purpose text not null,
  lawful_basis text not null,
  format text not null,
  sha256 text not null,
  left_out integer not null default 0,
  found jsonb not null default '[]'::jsonb,
  subject_kind text,
  subject_id uuid,
  back text,
  asked_because text,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  decided_because text,
  decided_at timestamp with time zone,
  decided_by uuid,
  sent_at timestamp with time zone,
  sent_by uuid
);

create table outputs.output_person (
  output_id uuid not null,
  person_id uuid not null,
  domain text not null
);

create table outputs.words (
  id uuid not null,
  output_id uuid not null,
  domain text not null,
  about uuid[] not null,
  words text not null,
  input jsonb
);

create table people.address (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null,
  household_id uuid,
  lines text[] not null,
  postcode text,
  uprn text,
  hidden boolean not null default false,
  valid_from date,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  marked boolean not null default false
);

create table people.becoming (
  id uuid not null,
  person_id uuid not null,
  child_id uuid,
  domain text not null default 'shared'::text,
  on_day date not null,
  words text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid
);

create table people.card (
  person_id uuid not null,
  name text not null,
  given text not null default ''::text,
  family text collate "C" not null default ''::text,
  born_on date,
  born_about text,
  due_on date,
  died_on date,
  sex text,
  unborn boolean not null default false,
  version integer not null default 1,
  hue smallint,
  ended_on date
);

create table people.compare_due (
  person_id uuid not null,
  since timestamp with time zone not null default now()
);

create table people.fact (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null,
  value text not null,
  about text,
  valid_from date,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  hidden boolean not null default false
);

create table people.hiding (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'shared'::text,
  what text[] not null,
  from_everybody boolean not null,
  from_people uuid[] not null default '{}'::uuid[],
  from_agencies uuid[] not null default '{}'::uuid[],
  seen_by uuid[] not null default '{}'::uuid[],
  reason text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text
);

create table people.identifier (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null,
  value text not null,
  valid_from date,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid
);

create table people.kept_row (
  hiding_id uuid not null,
  row_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  postcode text,
  first_line text
);

create table people.legal_status (
  id uuid not null,
  order_id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  kind text not null,
  code text not null,
  court text,
  case_number text,
  details text,
  expires_on date,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  superseded_why text,
  from_at timestamp with time zone
);

create table people.name (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null,
  given text not null,
  family text not null,
  valid_from date,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid
);

create table people.person (
  id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null default 'person'::text,
  version integer not null default 1,
  source text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table people.possible_duplicate (
  person_id uuid not null,
  other_id uuid not null,
  score real not null,
  reasons jsonb not null,
  found_at timestamp with time zone not null default now(),
  two_people_at timestamp with time zone,
  two_people_by uuid,
  two_people_why text
);

create table people.relationship (
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null,
  parental_responsibility text,
  note text,
  valid_from date,
  valid_to date,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid
);

create table people.search_due (
  person_id uuid not null,
  changed_in xid8 not null
);

create table people.search_entry (
  person_id uuid not null,
  keys integer[] not null,
  names jsonb not null
);

create table people.search_line (
  person_id uuid not null,
  line text collate "C" not null
);

create table people.voice (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  words text not null,
  said_on date not null,
  said_to text not null,
  how text not null,
  place text,
  source_kind text,
  source_id uuid,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid
);

create table people.warning (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'shared'::text,
  kind text not null,
  words text not null,
  review_on date not null,
  valid_from date not null,
  valid_to date,
  ended_reason text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  first_id uuid,
  looked_why text
);

create table plans.action (
  id uuid not null,
  plan_id uuid not null,
  need_line uuid not null,
  line uuid not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  words text not null,
  owner_name text not null,
  owner_id uuid,
  due_on date,
  evidence text,
  state text not null default 'open'::text,
  done_on date,
  done_words text,
  from_version integer not null,
  to_version integer,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table plans.member (
  id uuid not null,
  plan_id uuid not null,
  agency text not null,
  name text not null,
  role text,
  person_id uuid,
  actor_id uuid,
  from_on date not null,
  to_on date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table plans.need (
  id uuid not null,
  plan_id uuid not null,
  line uuid not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  words text not null,
  wanted text not null,
  state text not null default 'open'::text,
  from_version integer not null,
  to_version integer,
  place_in_plan integer not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table plans.plan (
  id uuid not null,
  kind text not null,
  domain text not null default 'children'::text,
  state text not null default 'current'::text,
  started_on date not null,
  ended_on date,
  lead_id uuid,
  team_id uuid,
  words text not null default ''::text,
  if_not text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  drifts boolean not null default false,
  own_words text
);

create table plans.plan_person (
  plan_id uuid not null,
  person_id uuid not null,
  domain text not null,
  kind text not null,
  conference_id uuid,
  conference_kind text,
  decided text generated always as (
CASE
    WHEN (kind = 'protectionPlan'::text) THEN 'protectionPlan'::text
    ELSE NULL::text
END) stored,
  category text,
  first_category text,
  started_on date not null,
  ended_on date,
  end_reason text,
  end_words text,
  ended_by uuid,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  ended_at timestamp with time zone
);

create table plans.progress (
  id uuid not null,
  plan_id uuid not null,
  need_line uuid not null,
  domain text not null,
  about uuid[] not null default '{}'::uuid[],
  on_day date not null,
  meeting_id uuid,
  progress text not null,
  words text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table plans.version (
  id uuid not null,
  plan_id uuid not null,
  version integer not null,
  reason text not null,
  meeting_id uuid,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table protection.enquiry (
  id uuid not null,
  domain text not null default 'children'::text,
  discussion_id uuid,
  joint boolean not null,
  initiated_on date not null,
  item_id uuid,
  sign_off_id uuid,
  form_id uuid,
  state text not null default 'open'::text,
  sent_at timestamp with time zone,
  sent_by uuid,
  finished_on date,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table protection.enquiry_decision (
  id uuid not null,
  enquiry_id uuid not null,
  decision text not null,
  comment text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);

create table protection.enquiry_person (
  enquiry_id uuid not null,
  person_id uuid not null,
  domain text not null,
  outcome text,
  seen_on date,
  seen_alone_on date
);

create table returns.adoption_way (
  id bigint not null generated always as identity,
  days jsonb not null,
  sealed boolean not null,
  counted_at timestamp with time zone not null default now()
);

create table returns.came (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  import_id uuid not null,
  year integer not null,
  number text not null,
  rows jsonb not null,
  aside jsonb not null,
  came_at timestamp with time zone not null default now(),
  recorded_by uuid,
  kind text not null default 'ssda903'::text,
  print text
);

create table returns.child (
  made_id uuid not null,
  person_id uuid not null,
  number text not null,
  rows jsonb not null,
  counted text[]
);

create table returns.explained (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  rule text not null,
  reason text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null default now(),
  taken_back_at timestamp with time zone,
  domain text not null default 'children'::text
);

create table returns.finding (
  made_id uuid not null,
  person_id uuid not null,
  rule text not null,
  severity text not null,
  in_table text not null,
  row_number integer not null,
  fields text[] not null,
  domain text not null default 'children'::text,
  standing boolean not null default false,
  first_on date not null default CURRENT_DATE,
  kind text not null default 'ssda903'::text,
  gone_on date
);

create table returns.given_list (
  kind text not null,
  taken_at timestamp with time zone not null default now(),
  taken_by uuid,
  entries integer not null,
  authority text
);

create table returns.held (
  id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  import_id uuid not null,
  year integer not null,
  number text not null,
  how text not null,
  child jsonb not null,
  rows jsonb not null,
  by_whom uuid not null,
  by_team uuid not null,
  came_at timestamp with time zone not null default now(),
  decision text,
  decided_because text,
  decided_by uuid,
  decided_at timestamp with time zone,
  kind text not null default 'ssda903'::text
);

create table returns.made (
  id uuid not null,
  kind text not null,
  year integer not null,
  state text not null default 'waiting'::text,
  asked_by uuid,
  asked_at timestamp with time zone not null default now(),
  made_at timestamp with time zone,
  counts jsonb,
  sha256 text,
  sent_by uuid,
  sent_at timestamp with time zone,
  sent_note text,
  standing boolean not null default false,
  as_at date,
  measured jsonb,
  keeps_gone boolean not null default false,
  step text
);

create table returns.neighbour (
  area text not null,
  neighbour text not null,
  place integer not null
);

create table returns.number (
  person_id uuid not null,
  number text not null,
  ordinal bigint not null generated always as identity
);

create table returns.postcode (
  postcode text not null,
  authority text not null,
  east integer,
  north integer
);

create table returns.provider (
  urn text not null,
  postcode text not null,
  authority text not null,
  places text[] not null,
  providers text[] not null,
  opened date,
  closed date
);

create table returns.published (
  measure text not null,
  year integer not null,
  area text not null,
  name text not null,
  value numeric not null
);

create table returns.region (
  area text not null,
  region text not null,
  name text not null,
  code text
);

create table reviewing.dispute (
  id uuid not null,
  domain text not null default 'children'::text,
  meeting_id uuid,
  words text not null,
  wanted text not null,
  raised_on date not null,
  raised_by uuid not null,
  item_id uuid,
  state text not null default 'open'::text,
  ended_on date,
  ended_words text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table reviewing.dispute_person (
  dispute_id uuid not null,
  person_id uuid not null,
  domain text not null
);

create table reviewing.dispute_step (
  id uuid not null,
  dispute_id uuid not null,
  stage text not null,
  whom_id uuid,
  words text not null,
  on_day date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid
);

create table supervision.entry (
  id uuid not null,
  session_id uuid not null,
  domain text not null default 'children'::text,
  words text not null,
  decided text not null default ''::text,
  worker_id uuid not null,
  manager_id uuid not null,
  held_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  beside text not null default ''::text
);

create table supervision.entry_person (
  entry_id uuid not null,
  person_id uuid not null,
  domain text not null
);

create table supervision.entry_with (
  id uuid not null,
  entry_id uuid not null,
  actor_id uuid not null
);

create table supervision.named (
  id uuid not null,
  worker_id uuid not null,
  supervisor_id uuid not null,
  from_on date not null,
  to_on date,
  reason text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  ended_by uuid
);

create table supervision.own_part (
  id uuid not null,
  session_id uuid not null,
  worker_id uuid not null,
  wellbeing text not null default ''::text,
  learning text not null default ''::text,
  agreed text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone
);

create table supervision.session (
  id uuid not null,
  worker_id uuid not null,
  manager_id uuid not null,
  held_on date not null,
  state text not null default 'open'::text,
  manager_signed_at timestamp with time zone,
  worker_signed_at timestamp with time zone,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  by_named boolean not null default false
);

create table transfers.care (
  id uuid not null,
  come_id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  outcome text not null,
  on_day date not null,
  period_id uuid,
  why text,
  decided_at timestamp with time zone not null,
  decided_by uuid
);

create table transfers.come (
  id uuid not null,
  domain text not null default 'children'::text,
  from_code text not null,
  from_name text not null,
  made_at timestamp with time zone not null,
  notified_on date not null,
  team_id uuid,
  item_id uuid,
  taken_at timestamp with time zone not null,
  taken_by uuid,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  accepted_because text
);

create table transfers.come_person (
  come_id uuid not null,
  person_id uuid not null,
  domain text not null,
  source_id uuid not null,
  part text not null,
  made boolean not null
);

create table transfers.council (
  id uuid not null,
  code text not null,
  name text not null,
  public_key text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  withdrawn_at timestamp with time zone
);

create table transfers.given (
  id uuid not null,
  domain text not null default 'children'::text,
  to_code text not null,
  to_name text not null,
  reason text not null,
  state text not null default 'asked'::text,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_because text,
  output_id uuid,
  item_id uuid,
  sent_at timestamp with time zone,
  taken_on date,
  receipt text,
  came_receipt text
);

create table transfers.given_person (
  given_id uuid not null,
  person_id uuid not null,
  domain text not null,
  part text not null
);

create table transfers.line (
  id uuid not null,
  come_id uuid not null,
  domain text not null default 'children'::text,
  about uuid[] not null,
  piece_id uuid,
  what text not null,
  on_day date,
  words text not null,
  outcome text not null,
  why text not null,
  place integer not null
);

create table transfers.piece (
  id uuid not null,
  come_id uuid not null,
  domain text not null default 'children'::text,
  about uuid[] not null,
  kind text not null,
  on_day date,
  title text not null,
  blocks jsonb not null,
  value jsonb,
  place integer not null
);

create table transfers.staged (
  id uuid not null,
  from_code text not null,
  from_name text not null,
  signer text not null,
  made_at timestamp with time zone not null,
  sha256 text not null,
  children integer not null,
  state text not null default 'staged'::text,
  content text,
  refused_because text,
  staged_at timestamp with time zone not null,
  staged_by uuid not null
);

create table work.allocation (
  id uuid not null,
  item_id uuid not null,
  team_id uuid,
  worker_id uuid,
  from_on date not null,
  to_on date,
  reason text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid,
  left_to_do text
);

create table work.clock (
  id uuid not null,
  item_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  duty text not null,
  started_on date not null,
  started_at timestamp with time zone,
  due_on date,
  due_at timestamp with time zone,
  met_on date,
  state text not null default 'running'::text,
  reason text,
  recorded_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  recorded_by uuid
);

create table work.item (
  id uuid not null,
  kind text not null,
  domain text not null,
  pathway text,
  pathway_version integer,
  state text not null default 'open'::text,
  subject_kind text,
  subject_id uuid,
  parent_id uuid,
  section text,
  team_id uuid,
  worker_id uuid,
  asked_by uuid,
  words text,
  opened_on date not null,
  due_on date,
  due_at timestamp with time zone,
  duty text,
  finished_on date,
  outcome text,
  reason text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  shown boolean not null default false,
  paused_on date,
  paused_why text,
  paused_duty text,
  late_why text,
  late_words text
);

create table work.item_person (
  item_id uuid not null,
  person_id uuid not null,
  domain text not null,
  team_id uuid,
  worker_id uuid,
  own boolean
);

create table work.pause (
  id uuid not null,
  pause_id uuid not null,
  person_id uuid not null,
  domain text not null default 'children'::text,
  item_id uuid not null,
  duty text not null,
  from_on date not null,
  to_on date,
  reason text not null,
  back_words text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  ended_by uuid
);

create table work.question (
  id uuid not null,
  item_id uuid not null,
  words text not null,
  asked_by uuid not null,
  asked_of uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid
);

-- Constraints -----------------------------------------------------------------------------------------

alter table access.actor add constraint actor_email_key UNIQUE (email);
alter table access.actor add constraint actor_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'partner'::text, 'portal'::text, 'machine'::text])));
alter table access.actor add constraint actor_pkey PRIMARY KEY (id);
alter table access.adoption add constraint adoption_check CHECK ((old_id <> new_id));
alter table access.adoption add constraint adoption_new_id_fkey FOREIGN KEY (new_id) REFERENCES access.subject(id);
alter table access.adoption add constraint adoption_new_id_key UNIQUE (new_id);
alter table access.adoption add constraint adoption_old_id_fkey FOREIGN KEY (old_id) REFERENCES access.subject(id);
alter table access.adoption add constraint adoption_old_id_key UNIQUE (old_id);
alter table access.adoption add constraint adoption_pkey PRIMARY KEY (id);
alter table access.adoption add constraint adoption_sealed_by_fkey FOREIGN KEY (sealed_by) REFERENCES access.actor(id);
alter table access.adoption_listed add constraint adoption_listed_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.adoption_listed add constraint adoption_listed_adoption_id_fkey FOREIGN KEY (adoption_id) REFERENCES access.adoption(id);
alter table access.adoption_listed add constraint adoption_listed_given_by_fkey FOREIGN KEY (given_by) REFERENCES access.actor(id);
alter table access.adoption_listed add constraint adoption_listed_pkey PRIMARY KEY (adoption_id, actor_id);
alter table access.attempt add constraint attempt_pkey PRIMARY KEY (mark);
alter table access.bar add constraint bar_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.bar add constraint bar_pkey PRIMARY KEY (person_id, scope);
alter table access.break_glass add constraint break_glass_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.break_glass add constraint break_glass_check CHECK ((until <= (started_at + '08:00:00'::interval)));
alter table access.break_glass add constraint break_glass_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.break_glass add constraint break_glass_pkey PRIMARY KEY (id);
alter table access.break_glass add constraint break_glass_reason_check CHECK ((length(btrim(reason)) >= 20));
alter table access.exclusion add constraint exclusion_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.exclusion add constraint exclusion_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.actor(id);
alter table access.exclusion add constraint exclusion_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.exclusion add constraint exclusion_pkey PRIMARY KEY (id);
alter table access.factor add constraint factor_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.factor add constraint factor_check CHECK ((((kind = 'code'::text) = (sealed IS NOT NULL)) AND ((kind = 'passkey'::text) = ((credential IS NOT NULL) AND (public_key IS NOT NULL)))));
alter table access.factor add constraint factor_credential_key UNIQUE (credential);
alter table access.factor add constraint factor_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.actor(id);
alter table access.factor add constraint factor_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'passkey'::text])));
alter table access.factor add constraint factor_pkey PRIMARY KEY (id);
alter table access.involvement add constraint involvement_because_of_check CHECK ((cardinality(because_of) > 0));
alter table access.involvement add constraint involvement_check CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table access.involvement add constraint involvement_check1 CHECK (((team_id IS NOT NULL) OR (worker_id IS NOT NULL)));
alter table access.involvement add constraint involvement_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.involvement add constraint involvement_pkey PRIMARY KEY (id);
alter table access.involvement add constraint involvement_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table access.involvement add constraint involvement_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table access.left_behind add constraint left_behind_old_id_fkey FOREIGN KEY (old_id) REFERENCES access.subject(id);
alter table access.left_behind add constraint left_behind_pkey PRIMARY KEY (old_id, sibling_id);
alter table access.left_behind add constraint left_behind_sibling_id_fkey FOREIGN KEY (sibling_id) REFERENCES access.subject(id);
alter table access.listed add constraint listed_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.listed add constraint listed_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.listed add constraint listed_pkey PRIMARY KEY (person_id, actor_id);
alter table access.many_opened add constraint many_opened_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.many_opened add constraint many_opened_pkey PRIMARY KEY (id);
alter table access.many_opened add constraint many_opened_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES access.actor(id);
alter table access.many_opened add constraint many_opened_span_check CHECK ((span = ANY (ARRAY['hour'::text, 'day'::text])));
alter table access.marking_change add constraint marking_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.actor(id);
alter table access.marking_change add constraint marking_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.marking_change add constraint marking_change_pkey PRIMARY KEY (id);
alter table access.marking_change add constraint marking_change_what_check CHECK ((what = ANY (ARRAY['marked'::text, 'named'::text, 'takenOff'::text])));
alter table access.marking_change add constraint marking_change_whom_fkey FOREIGN KEY (whom) REFERENCES access.actor(id);
alter table access.membership add constraint membership_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.membership add constraint membership_pkey PRIMARY KEY (id);
alter table access.membership add constraint membership_role_check CHECK ((role = ANY (ARRAY['worker'::text, 'manager'::text, 'head'::text, 'businessSupport'::text, 'records'::text, 'administrator'::text, 'privacy'::text, 'legal'::text, 'designatedOfficer'::text, 'adoption'::text, 'returns'::text, 'partner'::text])));
alter table access.membership add constraint membership_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table access.outside_identity add constraint outside_identity_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.outside_identity add constraint outside_identity_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES access.actor(id);
alter table access.outside_identity add constraint outside_identity_pkey PRIMARY KEY (issuer, subject);
alter table access.pending add constraint pending_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.pending add constraint pending_pkey PRIMARY KEY (token_hash);
alter table access.pending add constraint pending_waits_for_check CHECK ((waits_for = ANY (ARRAY['enrol'::text, 'prove'::text])));
alter table access.person_grant add constraint person_grant_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.person_grant add constraint person_grant_check CHECK ((given_by <> actor_id));
alter table access.person_grant add constraint person_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.actor(id);
alter table access.person_grant add constraint person_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.person_grant add constraint person_grant_pkey PRIMARY KEY (id);
alter table access.person_part add constraint person_part_check CHECK ((part_id <> survivor_id));
alter table access.person_part add constraint person_part_into_id_fkey FOREIGN KEY (into_id) REFERENCES access.subject(id);
alter table access.person_part add constraint person_part_part_id_fkey FOREIGN KEY (part_id) REFERENCES access.subject(id);
alter table access.person_part add constraint person_part_pkey PRIMARY KEY (part_id);
alter table access.person_part add constraint person_part_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES access.subject(id);
alter table access.person_scope add constraint person_scope_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.person_scope add constraint person_scope_pkey PRIMARY KEY (person_id, scope, domain, sight, may_write);
alter table access.person_scope add constraint person_scope_sight_check CHECK ((sight = ANY (ARRAY['card'::text, 'full'::text])));
alter table access.reach add constraint reach_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.reach add constraint reach_pkey PRIMARY KEY (actor_id);
alter table access.recovery add constraint recovery_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.recovery add constraint recovery_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table access.recovery add constraint recovery_check CHECK (((asked_by <> actor_id) AND (witness_id <> actor_id) AND (asked_by <> witness_id)));
alter table access.recovery add constraint recovery_pkey PRIMARY KEY (id);
alter table access.recovery add constraint recovery_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES access.actor(id);
alter table access.recovery_code add constraint recovery_code_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.recovery_code add constraint recovery_code_pkey PRIMARY KEY (actor_id, mark);
alter table access.session add constraint session_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.session add constraint session_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.actor(id);
alter table access.session add constraint session_id_key UNIQUE (id);
alter table access.session add constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'code'::text, 'passkey'::text, 'recoveryCode'::text, 'provider'::text])));
alter table access.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table access.share add constraint share_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.team(id);
alter table access.share add constraint share_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.share add constraint share_pkey PRIMARY KEY (id);
alter table access.sight_request add constraint sight_request_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.sight_request add constraint sight_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table access.sight_request add constraint sight_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table access.sight_request add constraint sight_request_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'declined'::text, 'answered'::text, 'withdrawn'::text])));
alter table access.sight_request add constraint sight_request_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'second'::text])));
alter table access.sight_request add constraint sight_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.sight_request add constraint sight_request_pkey PRIMARY KEY (id);
alter table access.staff_change add constraint staff_change_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.staff_change add constraint staff_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.actor(id);
alter table access.staff_change add constraint staff_change_pkey PRIMARY KEY (id);
alter table access.staff_change add constraint staff_change_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table access.subject add constraint subject_marking_check CHECK ((marking = ANY (ARRAY['open'::text, 'restricted'::text, 'sealed'::text])));
alter table access.subject add constraint subject_pkey PRIMARY KEY (id);
alter table access.team add constraint team_kind_check CHECK ((kind = ANY (ARRAY['directorate'::text, 'service'::text, 'team'::text, 'frontDoor'::text, 'emergencyDuty'::text, 'agency'::text])));
alter table access.team add constraint team_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES access.team(id);
alter table access.team add constraint team_pkey PRIMARY KEY (id);
alter table access.told_count add constraint told_count_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.told_count add constraint told_count_pkey PRIMARY KEY (id);
alter table access.unusual_viewing add constraint unusual_viewing_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table access.unusual_viewing add constraint unusual_viewing_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table access.unusual_viewing add constraint unusual_viewing_pkey PRIMARY KEY (id);
alter table access.unusual_viewing add constraint unusual_viewing_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES access.actor(id);
alter table access.viewing_week add constraint viewing_week_pkey PRIMARY KEY (week_from);
alter table allegation.about add constraint about_allegation_id_fkey FOREIGN KEY (allegation_id) REFERENCES allegation.allegation(id);
alter table allegation.about add constraint about_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table allegation.about add constraint about_pkey PRIMARY KEY (allegation_id, person_id);
alter table allegation.about add constraint about_role_check CHECK ((role = ANY (ARRAY['child'::text, 'professional'::text])));
alter table allegation.allegation add constraint allegation_check CHECK (((ended_on IS NULL) = (outcome IS NULL)));
alter table allegation.allegation add constraint allegation_pkey PRIMARY KEY (id);
alter table allegation.step add constraint step_allegation_id_fkey FOREIGN KEY (allegation_id) REFERENCES allegation.allegation(id);
alter table allegation.step add constraint step_pkey PRIMARY KEY (id);
alter table allegation.step add constraint step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table answers.form add constraint form_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table answers.form add constraint form_pkey PRIMARY KEY (id);
alter table answers.form add constraint form_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES answers.form(id);
alter table answers.form add constraint form_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'returned'::text, 'finished'::text, 'cancelled'::text])));
alter table answers.form_person add constraint form_person_form_id_fkey FOREIGN KEY (form_id) REFERENCES answers.form(id);
alter table answers.form_person add constraint form_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table answers.form_person add constraint form_person_pkey PRIMARY KEY (form_id, person_id);
alter table answers.section add constraint section_form_id_fkey FOREIGN KEY (form_id) REFERENCES answers.form(id);
alter table answers.section add constraint section_form_id_section_about_key UNIQUE (form_id, section, about);
alter table answers.section add constraint section_pkey PRIMARY KEY (id);
alter table answers.section_kept add constraint section_kept_form_id_fkey FOREIGN KEY (form_id) REFERENCES answers.form(id);
alter table answers.section_kept add constraint section_kept_pkey PRIMARY KEY (id);
alter table answers.section_kept add constraint section_kept_why_check CHECK ((why = ANY (ARRAY['before'::text, 'clash'::text, 'joined'::text, 'sent'::text, 'reopened'::text])));
alter table assessments.assessment add constraint assessment_authorised_by_fkey FOREIGN KEY (authorised_by) REFERENCES access.actor(id);
alter table assessments.assessment add constraint assessment_form_id_fkey FOREIGN KEY (form_id) REFERENCES answers.form(id);
alter table assessments.assessment add constraint assessment_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table assessments.assessment add constraint assessment_outcome_check CHECK ((outcome = ANY (ARRAY['noFurtherAction'::text, 'stepDown'::text, 'childInNeedPlan'::text, 'strategyDiscussion'::text])));
alter table assessments.assessment add constraint assessment_pkey PRIMARY KEY (id);
alter table assessments.assessment add constraint assessment_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES contacts.referral(id);
alter table assessments.assessment add constraint assessment_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES access.actor(id);
alter table assessments.assessment add constraint assessment_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES work.item(id);
alter table assessments.assessment add constraint assessment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'returned'::text, 'authorised'::text, 'cancelled'::text])));
alter table assessments.assessment_person add constraint assessment_person_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessments.assessment(id);
alter table assessments.assessment_person add constraint assessment_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table assessments.assessment_person add constraint assessment_person_pkey PRIMARY KEY (assessment_id, person_id);
alter table assessments.decision add constraint decision_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessments.assessment(id);
alter table assessments.decision add constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table assessments.decision add constraint decision_decision_check CHECK ((decision = ANY (ARRAY['agree'::text, 'return'::text])));
alter table assessments.decision add constraint decision_pkey PRIMARY KEY (id);
alter table assessments.factor add constraint factor_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessments.assessment(id);
alter table assessments.factor add constraint factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table assessments.factor add constraint factor_pkey PRIMARY KEY (assessment_id, person_id, factor);
alter table assessments.letter add constraint letter_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessments.assessment(id);
alter table assessments.letter add constraint letter_pkey PRIMARY KEY (id);
alter table audit.event add constraint event_pkey PRIMARY KEY (id);
alter table audit.seal add constraint seal_check CHECK ((octet_length(digests) = (16 * cardinality(events))));
alter table audit.seal add constraint seal_pkey PRIMARY KEY (number);
alter table care.fact add constraint fact_check CHECK (((held_to IS NULL) OR (held_to >= held_on)));
alter table care.fact add constraint fact_check1 CHECK (((kind ~ '^[a-z][A-Za-z0-9]*$'::text) AND (jsonb_typeof(answers) = 'object'::text)));
alter table care.fact add constraint fact_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table care.fact add constraint fact_pkey PRIMARY KEY (id);
alter table care.household add constraint household_pkey PRIMARY KEY (id);
alter table care.household_member add constraint household_member_disabled_check CHECK ((disabled = ANY (ARRAY['yes'::text, 'no'::text])));
alter table care.household_member add constraint household_member_household_id_fkey FOREIGN KEY (household_id) REFERENCES care.household(id);
alter table care.household_member add constraint household_member_pkey PRIMARY KEY (id);
alter table care.household_step add constraint household_step_age_from_check CHECK (((age_from >= 0) AND (age_from <= 17)));
alter table care.household_step add constraint household_step_age_to_check CHECK (((age_to >= 0) AND (age_to <= 17)));
alter table care.household_step add constraint household_step_check CHECK (((age_from IS NULL) OR (age_to IS NULL) OR (age_from <= age_to)));
alter table care.household_step add constraint household_step_household_id_fkey FOREIGN KEY (household_id) REFERENCES care.household(id);
alter table care.household_step add constraint household_step_pkey PRIMARY KEY (id);
alter table care.household_step add constraint household_step_places_check CHECK (((places >= 0) AND (places <= 12)));
alter table care.period add constraint one_period_at_once EXCLUDE USING gist (person_id WITH =, daterange(began_on, ended_on, '[)'::text) WITH &&) WHERE ((superseded_at IS NULL));
alter table care.period add constraint period_check CHECK (((ended_on IS NULL) OR (ended_on >= began_on)));
alter table care.period add constraint period_check1 CHECK (((ended_on IS NULL) = (end_reason IS NULL)));
alter table care.period add constraint period_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table care.period add constraint period_pkey PRIMARY KEY (id);
alter table care.period add constraint whole TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table care.placement add constraint one_placement_at_once EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&) WHERE ((superseded_at IS NULL));
alter table care.placement add constraint placement_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));
alter table care.placement add constraint placement_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table care.placement add constraint placement_pkey PRIMARY KEY (id);
alter table care.placement add constraint whole TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table chronology.event add constraint event_pkey PRIMARY KEY (id);
alter table chronology.event add constraint event_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES chronology.event(id);
alter table chronology.event_person add constraint event_person_event_id_fkey FOREIGN KEY (event_id) REFERENCES chronology.event(id);
alter table chronology.event_person add constraint event_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table chronology.event_person add constraint event_person_pkey PRIMARY KEY (event_id, person_id);
alter table chronology.significance add constraint significance_event_id_fkey FOREIGN KEY (event_id) REFERENCES chronology.event(id);
alter table chronology.significance add constraint significance_pkey PRIMARY KEY (id);
alter table chronology.story add constraint story_pkey PRIMARY KEY (id);
alter table chronology.story_person add constraint story_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table chronology.story_person add constraint story_person_pkey PRIMARY KEY (story_id, person_id);
alter table chronology.story_person add constraint story_person_story_id_fkey FOREIGN KEY (story_id) REFERENCES chronology.story(id);
alter table contacts.contact add constraint contact_from_kind_check CHECK ((from_kind = ANY (ARRAY['agency'::text, 'person'::text, 'anonymous'::text])));
alter table contacts.contact add constraint contact_pkey PRIMARY KEY (id);
alter table contacts.contact add constraint contact_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'decided'::text, 'cancelled'::text])));
alter table contacts.contact_person add constraint contact_person_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts.contact(id);
alter table contacts.contact_person add constraint contact_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table contacts.contact_person add constraint contact_person_pkey PRIMARY KEY (contact_id, person_id);
alter table contacts.contact_person add constraint contact_person_role_check CHECK ((role = ANY (ARRAY['child'::text, 'adult'::text, 'referrer'::text])));
alter table contacts.decision add constraint decision_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts.contact(id);
alter table contacts.decision add constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table contacts.decision add constraint decision_pkey PRIMARY KEY (id);
alter table contacts.decision_person add constraint decision_person_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES contacts.decision(id);
alter table contacts.decision_person add constraint decision_person_outcome_check CHECK ((outcome = ANY (ARRAY['noFurtherAction'::text, 'informationAndAdvice'::text, 'earlyHelp'::text, 'referral'::text])));
alter table contacts.decision_person add constraint decision_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table contacts.decision_person add constraint decision_person_pkey PRIMARY KEY (decision_id, person_id);
alter table contacts.draft add constraint draft_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table contacts.draft add constraint draft_pkey PRIMARY KEY (id);
alter table contacts.recommendation add constraint recommendation_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts.contact(id);
alter table contacts.recommendation add constraint recommendation_outcome_check CHECK ((outcome = ANY (ARRAY['noFurtherAction'::text, 'informationAndAdvice'::text, 'earlyHelp'::text, 'referral'::text])));
alter table contacts.recommendation add constraint recommendation_pkey PRIMARY KEY (id);
alter table contacts.recommendation add constraint recommendation_recommended_by_fkey FOREIGN KEY (recommended_by) REFERENCES access.actor(id);
alter table contacts.referral add constraint referral_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts.contact(id);
alter table contacts.referral add constraint referral_pkey PRIMARY KEY (id);
alter table contacts.referral_person add constraint referral_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table contacts.referral_person add constraint referral_person_pkey PRIMARY KEY (referral_id, person_id);
alter table contacts.referral_person add constraint referral_person_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES contacts.referral(id);
alter table exchange.finding add constraint finding_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table exchange.finding add constraint finding_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'kept aside'::text, 'refused'::text])));
alter table exchange.finding add constraint finding_pkey PRIMARY KEY (import_id, child, place);
alter table exchange.import add constraint import_format_check CHECK ((format = ANY (ARRAY['cin'::text, 'ssda903'::text, 'annexA'::text, 'csv'::text, 'transfer'::text])));
alter table exchange.import add constraint import_pkey PRIMARY KEY (id);
alter table exchange.import add constraint import_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'stopped'::text, 'accepted'::text, 'undone'::text, 'partlyUndone'::text])));
alter table exchange.journal add constraint journal_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table exchange.journal add constraint journal_pkey PRIMARY KEY (place);
alter table exchange.kept_aside add constraint kept_aside_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table exchange.kept_aside add constraint kept_aside_outcome_check CHECK ((outcome = ANY (ARRAY['kept aside'::text, 'refused'::text])));
alter table exchange.kept_aside add constraint kept_aside_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table exchange.kept_aside add constraint kept_aside_pkey PRIMARY KEY (id);
alter table exchange.kept_aside add constraint kept_aside_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text])));
alter table exchange.origin add constraint origin_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table exchange.origin add constraint origin_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table exchange.origin add constraint origin_pkey PRIMARY KEY (person_id);
alter table exchange.unclaimed add constraint unclaimed_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table exchange.unclaimed add constraint unclaimed_outcome_check CHECK ((outcome = ANY (ARRAY['kept aside'::text, 'refused'::text])));
alter table exchange.unclaimed add constraint unclaimed_pkey PRIMARY KEY (id);
alter table exchange.unclaimed add constraint unclaimed_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text])));
alter table handover.handover add constraint handover_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table handover.handover add constraint handover_check CHECK ((from_team_id <> to_team_id));
alter table handover.handover add constraint handover_check1 CHECK (((state = 'open'::text) = (ended_on IS NULL)));
alter table handover.handover add constraint handover_check2 CHECK (((state = 'open'::text) = (ended_by IS NULL)));
alter table handover.handover add constraint handover_check3 CHECK (((state = 'taken'::text) = (worker_id IS NOT NULL)));
alter table handover.handover add constraint handover_check4 CHECK (((state <> 'taken'::text) OR (ended_by <> asked_by)));
alter table handover.handover add constraint handover_check5 CHECK (((ended_on IS NULL) OR (ended_on >= asked_on)));
alter table handover.handover add constraint handover_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.actor(id);
alter table handover.handover add constraint handover_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES access.team(id);
alter table handover.handover add constraint handover_from_worker_id_fkey FOREIGN KEY (from_worker_id) REFERENCES access.actor(id);
alter table handover.handover add constraint handover_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table handover.handover add constraint handover_pkey PRIMARY KEY (id);
alter table handover.handover add constraint handover_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'returned'::text, 'withdrawn'::text])));
alter table handover.handover add constraint handover_to_team_id_fkey FOREIGN KEY (to_team_id) REFERENCES access.team(id);
alter table handover.handover add constraint handover_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table handover.handover add constraint owned TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table handover.handover add constraint settled TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table handover.handover_person add constraint handover_person_check CHECK (((role = 'child'::text) OR (NOT waits)));
alter table handover.handover_person add constraint handover_person_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES handover.handover(id);
alter table handover.handover_person add constraint handover_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table handover.handover_person add constraint handover_person_pkey PRIMARY KEY (handover_id, person_id);
alter table handover.handover_person add constraint handover_person_role_check CHECK ((role = ANY (ARRAY['child'::text, 'beside'::text])));
alter table jobs.alert add constraint alert_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES access.actor(id);
alter table jobs.alert add constraint alert_pkey PRIMARY KEY (id);
alter table jobs.job add constraint job_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.actor(id);
alter table jobs.job add constraint job_pkey PRIMARY KEY (id);
alter table jobs.job add constraint job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table legal.advice add constraint advice_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES legal.matter(id);
alter table legal.advice add constraint advice_pkey PRIMARY KEY (id);
alter table legal.advice add constraint advice_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table legal.advice_person add constraint advice_person_advice_id_fkey FOREIGN KEY (advice_id) REFERENCES legal.advice(id);
alter table legal.advice_person add constraint advice_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table legal.advice_person add constraint advice_person_pkey PRIMARY KEY (advice_id, person_id);
alter table legal.direction add constraint direction_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table legal.direction add constraint direction_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES legal.matter(id);
alter table legal.direction add constraint direction_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES access.actor(id);
alter table legal.direction add constraint direction_pkey PRIMARY KEY (id);
alter table legal.fact add constraint fact_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES legal.matter(id);
alter table legal.fact add constraint fact_pkey PRIMARY KEY (id);
alter table legal.fact add constraint fact_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table legal.matter add constraint matter_adviser_id_fkey FOREIGN KEY (adviser_id) REFERENCES access.actor(id);
alter table legal.matter add constraint matter_follows_fkey FOREIGN KEY (follows) REFERENCES legal.matter(id);
alter table legal.matter add constraint matter_kind_check CHECK ((kind = ANY (ARRAY['preProceedings'::text, 'proceedings'::text])));
alter table legal.matter add constraint matter_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES access.actor(id);
alter table legal.matter add constraint matter_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table legal.matter add constraint matter_pkey PRIMARY KEY (id);
alter table legal.matter add constraint matter_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table legal.matter_person add constraint matter_person_check CHECK (((ended_on IS NULL) OR ((ended_on >= started_on) AND (outcome IS NOT NULL))));
alter table legal.matter_person add constraint matter_person_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES legal.matter(id);
alter table legal.matter_person add constraint matter_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table legal.matter_person add constraint matter_person_pkey PRIMARY KEY (matter_id, person_id);
alter table meetings.change add constraint change_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table meetings.change add constraint change_pkey PRIMARY KEY (id);
alter table meetings.change add constraint change_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table meetings.change add constraint change_what_check CHECK ((what = ANY (ARRAY['arranged'::text, 'rearranged'::text, 'cancelled'::text, 'held'::text])));
alter table meetings.decision add constraint decision_meeting_id_kind_state_fkey FOREIGN KEY (meeting_id, kind, state) REFERENCES meetings.meeting(id, kind, state);
alter table meetings.decision add constraint decision_meeting_id_person_id_outcome_key UNIQUE (meeting_id, person_id, outcome);
alter table meetings.decision add constraint decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table meetings.decision add constraint decision_pkey PRIMARY KEY (meeting_id, person_id);
alter table meetings.decision add constraint decision_state_check CHECK ((state = 'held'::text));
alter table meetings.invited add constraint invited_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table meetings.invited add constraint invited_attendance_check CHECK ((attendance = ANY (ARRAY['attended'::text, 'sentReport'::text, 'apologies'::text, 'absent'::text])));
alter table meetings.invited add constraint invited_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table meetings.invited add constraint invited_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table meetings.invited add constraint invited_pkey PRIMARY KEY (id);
alter table meetings.meeting add constraint meeting_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES access.actor(id);
alter table meetings.meeting add constraint meeting_check CHECK (((state <> 'held'::text) OR (held_at IS NOT NULL)));
alter table meetings.meeting add constraint meeting_held_by_fkey FOREIGN KEY (held_by) REFERENCES access.actor(id);
alter table meetings.meeting add constraint meeting_id_kind_key UNIQUE (id, kind);
alter table meetings.meeting add constraint meeting_id_kind_state_key UNIQUE (id, kind, state);
alter table meetings.meeting add constraint meeting_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table meetings.meeting add constraint meeting_pkey PRIMARY KEY (id);
alter table meetings.meeting add constraint meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])));
alter table meetings.meeting_person add constraint meeting_person_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table meetings.meeting_person add constraint meeting_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table meetings.meeting_person add constraint meeting_person_pkey PRIMARY KEY (meeting_id, person_id);
alter table meetings.passage add constraint passage_invited_id_fkey FOREIGN KEY (invited_id) REFERENCES meetings.invited(id);
alter table meetings.passage add constraint passage_kind_check CHECK ((kind = ANY (ARRAY['minutes'::text, 'view'::text, 'childsView'::text])));
alter table meetings.passage add constraint passage_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table meetings.passage add constraint passage_pkey PRIMARY KEY (id);
alter table migration add constraint migration_pkey PRIMARY KEY (name);
alter table notes.note add constraint note_author_id_fkey FOREIGN KEY (author_id) REFERENCES access.actor(id);
alter table notes.note add constraint note_corrects_fkey FOREIGN KEY (corrects) REFERENCES notes.note(id);
alter table notes.note add constraint note_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table notes.note add constraint note_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'visit'::text, 'phoneCall'::text, 'meeting'::text, 'email'::text, 'managementOversight'::text, 'supervision'::text, 'directWork'::text])));
alter table notes.note add constraint note_pkey PRIMARY KEY (id);
alter table notes.note add constraint note_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text])));
alter table notes.note_person add constraint note_person_note_id_fkey FOREIGN KEY (note_id) REFERENCES notes.note(id);
alter table notes.note_person add constraint note_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table notes.note_person add constraint note_person_pkey PRIMARY KEY (note_id, person_id);
alter table notes.passage add constraint passage_about_check CHECK ((cardinality(about) > 0));
alter table notes.passage add constraint passage_note_id_fkey FOREIGN KEY (note_id) REFERENCES notes.note(id);
alter table notes.passage add constraint passage_pkey PRIMARY KEY (id);
alter table ops.answered add constraint answered_pkey PRIMARY KEY (actor_id, command_id);
alter table ops.gate add constraint gate_pkey PRIMARY KEY (signature);
alter table ops.setting add constraint setting_pkey PRIMARY KEY (id);
alter table ops.several add constraint several_pkey PRIMARY KEY (guarded);
alter table outputs.output add constraint output_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table outputs.output add constraint output_check CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)));
alter table outputs.output add constraint output_check1 CHECK (((state = ANY (ARRAY['agreed'::text, 'refused'::text])) <= (decided_by IS NOT NULL)));
alter table outputs.output add constraint output_check2 CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)));
alter table outputs.output add constraint output_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table outputs.output add constraint output_pkey PRIMARY KEY (id);
alter table outputs.output add constraint output_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES access.actor(id);
alter table outputs.output add constraint output_state_check CHECK ((state = ANY (ARRAY['held'::text, 'agreed'::text, 'refused'::text, 'withdrawn'::text, 'sent'::text])));
alter table outputs.output add constraint output_to_agency_fkey FOREIGN KEY (to_agency) REFERENCES access.team(id);
alter table outputs.output add constraint output_to_kind_check CHECK ((to_kind = ANY (ARRAY['person'::text, 'agency'::text, 'outside'::text, 'own'::text])));
alter table outputs.output add constraint output_to_person_fkey FOREIGN KEY (to_person) REFERENCES access.subject(id);
alter table outputs.output_person add constraint output_person_output_id_fkey FOREIGN KEY (output_id) REFERENCES outputs.output(id);
alter table outputs.output_person add constraint output_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table outputs.output_person add constraint output_person_pkey PRIMARY KEY (output_id, person_id);
alter table outputs.words add constraint words_output_id_fkey FOREIGN KEY (output_id) REFERENCES outputs.output(id);
alter table outputs.words add constraint words_pkey PRIMARY KEY (id);
alter table people.address add constraint address_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)));
alter table people.address add constraint address_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'mainly'::text, 'correspondence'::text, 'placement'::text, 'temporary'::text, 'none'::text])));
alter table people.address add constraint address_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.address add constraint address_pkey PRIMARY KEY (id);
alter table people.becoming add constraint becoming_child_id_fkey FOREIGN KEY (child_id) REFERENCES access.subject(id);
alter table people.becoming add constraint becoming_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.becoming add constraint becoming_pkey PRIMARY KEY (id);
alter table people.card add constraint card_born_about_check CHECK ((born_about = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])));
alter table people.card add constraint card_hue_check CHECK (((hue >= 0) AND (hue <= 4)));
alter table people.card add constraint card_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.card add constraint card_pkey PRIMARY KEY (person_id);
alter table people.card add constraint card_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'notStated'::text])));
alter table people.compare_due add constraint compare_due_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.compare_due add constraint compare_due_pkey PRIMARY KEY (person_id);
alter table people.fact add constraint fact_about_check CHECK ((about = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])));
alter table people.fact add constraint fact_check CHECK (((kind <> ALL (ARRAY['bornOn'::text, 'dueOn'::text, 'diedOn'::text])) OR (value ~ '^\d{4}-\d{2}-\d{2}$'::text)));
alter table people.fact add constraint fact_check1 CHECK (((kind <> 'sex'::text) OR (value = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'notStated'::text]))));
alter table people.fact add constraint fact_kind_check CHECK ((kind = ANY (ARRAY['bornOn'::text, 'dueOn'::text, 'diedOn'::text, 'sex'::text, 'ethnicity'::text, 'firstLanguage'::text, 'interpreter'::text, 'communication'::text, 'disability'::text, 'religion'::text, 'immigration'::text, 'school'::text, 'yearGroup'::text, 'gp'::text, 'phone'::text, 'email'::text, 'occupation'::text])));
alter table people.fact add constraint fact_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.fact add constraint fact_pkey PRIMARY KEY (id);
alter table people.hiding add constraint hiding_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));
alter table people.hiding add constraint hiding_check1 CHECK ((from_everybody OR ((cardinality(from_people) + cardinality(from_agencies)) > 0)));
alter table people.hiding add constraint hiding_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.hiding add constraint hiding_pkey PRIMARY KEY (id);
alter table people.hiding add constraint hiding_what_check CHECK (((cardinality(what) > 0) AND (what <@ ARRAY['home'::text, 'placement'::text, 'school'::text, 'gp'::text, 'phone'::text, 'email'::text])));
alter table people.identifier add constraint identifier_kind_check CHECK ((kind = ANY (ARRAY['nhs'::text, 'upn'::text, 'formerUpn'::text, 'uln'::text, 'localChildId'::text, 'homeOffice'::text, 'other'::text])));
alter table people.identifier add constraint identifier_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.identifier add constraint identifier_pkey PRIMARY KEY (id);
alter table people.kept_row add constraint kept_row_hiding_id_fkey FOREIGN KEY (hiding_id) REFERENCES people.hiding(id);
alter table people.kept_row add constraint kept_row_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.kept_row add constraint kept_row_pkey PRIMARY KEY (hiding_id, row_id);
alter table people.legal_status add constraint legal_status_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));
alter table people.legal_status add constraint legal_status_check1 CHECK (((expires_on IS NULL) OR (expires_on >= valid_from)));
alter table people.legal_status add constraint legal_status_check2 CHECK (((kind <> 'lookedAfter'::text) OR (domain = 'children'::text)));
alter table people.legal_status add constraint legal_status_kind_check CHECK ((kind = ANY (ARRAY['lookedAfter'::text, 'order'::text])));
alter table people.legal_status add constraint legal_status_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.legal_status add constraint legal_status_pkey PRIMARY KEY (id);
alter table people.legal_status add constraint one_looked_after_status EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&) WHERE (((kind = 'lookedAfter'::text) AND (superseded_at IS NULL)));
alter table people.legal_status add constraint whole TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table people.name add constraint name_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)));
alter table people.name add constraint name_kind_check CHECK ((kind = ANY (ARRAY['legal'::text, 'knownAs'::text, 'former'::text, 'birth'::text, 'alias'::text])));
alter table people.name add constraint name_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.name add constraint name_pkey PRIMARY KEY (id);
alter table people.person add constraint person_id_fkey FOREIGN KEY (id) REFERENCES access.subject(id);
alter table people.person add constraint person_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'unborn'::text])));
alter table people.person add constraint person_pkey PRIMARY KEY (id);
alter table people.possible_duplicate add constraint possible_duplicate_check CHECK ((person_id < other_id));
alter table people.possible_duplicate add constraint possible_duplicate_other_id_fkey FOREIGN KEY (other_id) REFERENCES access.subject(id);
alter table people.possible_duplicate add constraint possible_duplicate_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.possible_duplicate add constraint possible_duplicate_pkey PRIMARY KEY (person_id, other_id);
alter table people.possible_duplicate add constraint possible_duplicate_two_people_by_fkey FOREIGN KEY (two_people_by) REFERENCES access.actor(id);
alter table people.relationship add constraint relationship_check CHECK ((person_id <> other_id));
alter table people.relationship add constraint relationship_kind_check CHECK ((kind = ANY (ARRAY['parent'::text, 'adoptiveParent'::text, 'stepParent'::text, 'fosterCarer'::text, 'specialGuardian'::text, 'expectedParent'::text, 'sibling'::text, 'halfSibling'::text, 'stepSibling'::text, 'twin'::text, 'grandparent'::text, 'auntOrUncle'::text, 'cousin'::text, 'otherRelative'::text, 'married'::text, 'partner'::text, 'separated'::text, 'divorced'::text, 'friend'::text, 'neighbour'::text, 'lodger'::text, 'notKnown'::text])));
alter table people.relationship add constraint relationship_other_id_fkey FOREIGN KEY (other_id) REFERENCES access.subject(id);
alter table people.relationship add constraint relationship_parental_responsibility_check CHECK ((parental_responsibility = ANY (ARRAY['yes'::text, 'no'::text, 'notKnown'::text])));
alter table people.relationship add constraint relationship_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.relationship add constraint relationship_pkey PRIMARY KEY (id);
alter table people.search_due add constraint search_due_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.search_due add constraint search_due_pkey PRIMARY KEY (person_id);
alter table people.search_entry add constraint search_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.search_entry add constraint search_entry_pkey PRIMARY KEY (person_id);
alter table people.search_line add constraint search_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.voice add constraint voice_how_check CHECK ((how = ANY (ARRAY['said'::text, 'wrote'::text, 'drew'::text, 'signed'::text, 'played'::text, 'observed'::text, 'advocate'::text])));
alter table people.voice add constraint voice_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.voice add constraint voice_pkey PRIMARY KEY (id);
alter table people.warning add constraint warning_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table people.warning add constraint warning_pkey PRIMARY KEY (id);
alter table plans.action add constraint action_check CHECK (((state = 'done'::text) = (done_on IS NOT NULL)));
alter table plans.action add constraint action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES access.actor(id);
alter table plans.action add constraint action_pkey PRIMARY KEY (id);
alter table plans.action add constraint action_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id);
alter table plans.action add constraint action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])));
alter table plans.member add constraint member_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table plans.member add constraint member_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table plans.member add constraint member_pkey PRIMARY KEY (id);
alter table plans.member add constraint member_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id);
alter table plans.need add constraint need_pkey PRIMARY KEY (id);
alter table plans.need add constraint need_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id);
alter table plans.need add constraint need_state_check CHECK ((state = ANY (ARRAY['open'::text, 'achieved'::text, 'dropped'::text])));
alter table plans.plan add constraint plan_check CHECK (((ended_on IS NULL) OR (ended_on >= started_on)));
alter table plans.plan add constraint plan_id_kind_key UNIQUE (id, kind);
alter table plans.plan add constraint plan_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES access.actor(id);
alter table plans.plan add constraint plan_pkey PRIMARY KEY (id);
alter table plans.plan add constraint plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'current'::text, 'ended'::text])));
alter table plans.plan add constraint plan_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table plans.plan_person add constraint no_plan_without_a_conference CHECK (((kind <> 'protectionPlan'::text) OR ((conference_id IS NOT NULL) AND (conference_kind = ANY (ARRAY['initialConference'::text, 'preBirthConference'::text, 'transferInConference'::text])) AND (category IS NOT NULL))));
alter table plans.plan_person add constraint plan_person_check CHECK (((ended_on IS NULL) OR ((ended_on >= started_on) AND (end_reason IS NOT NULL))));
alter table plans.plan_person add constraint plan_person_conference_id_conference_kind_fkey FOREIGN KEY (conference_id, conference_kind) REFERENCES meetings.meeting(id, kind);
alter table plans.plan_person add constraint plan_person_conference_id_person_id_decided_fkey FOREIGN KEY (conference_id, person_id, decided) REFERENCES meetings.decision(meeting_id, person_id, outcome);
alter table plans.plan_person add constraint plan_person_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES meetings.meeting(id);
alter table plans.plan_person add constraint plan_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table plans.plan_person add constraint plan_person_pkey PRIMARY KEY (plan_id, person_id);
alter table plans.plan_person add constraint plan_person_plan_id_kind_fkey FOREIGN KEY (plan_id, kind) REFERENCES plans.plan(id, kind);
alter table plans.progress add constraint progress_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table plans.progress add constraint progress_pkey PRIMARY KEY (id);
alter table plans.progress add constraint progress_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id);
alter table plans.progress add constraint progress_progress_check CHECK ((progress = ANY (ARRAY['better'::text, 'same'::text, 'worse'::text, 'achieved'::text])));
alter table plans.version add constraint version_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table plans.version add constraint version_pkey PRIMARY KEY (id);
alter table plans.version add constraint version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id);
alter table plans.version add constraint version_plan_id_version_key UNIQUE (plan_id, version);
alter table plans.version add constraint version_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table protection.enquiry add constraint enquiry_discussion_id_fkey FOREIGN KEY (discussion_id) REFERENCES meetings.meeting(id);
alter table protection.enquiry add constraint enquiry_form_id_fkey FOREIGN KEY (form_id) REFERENCES answers.form(id);
alter table protection.enquiry add constraint enquiry_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table protection.enquiry add constraint enquiry_pkey PRIMARY KEY (id);
alter table protection.enquiry add constraint enquiry_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES access.actor(id);
alter table protection.enquiry add constraint enquiry_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES work.item(id);
alter table protection.enquiry add constraint enquiry_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'returned'::text, 'finished'::text, 'cancelled'::text])));
alter table protection.enquiry_decision add constraint enquiry_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table protection.enquiry_decision add constraint enquiry_decision_decision_check CHECK ((decision = ANY (ARRAY['agree'::text, 'return'::text])));
alter table protection.enquiry_decision add constraint enquiry_decision_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES protection.enquiry(id);
alter table protection.enquiry_decision add constraint enquiry_decision_pkey PRIMARY KEY (id);
alter table protection.enquiry_person add constraint enquiry_person_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES protection.enquiry(id);
alter table protection.enquiry_person add constraint enquiry_person_outcome_check CHECK ((outcome = ANY (ARRAY['conference'::text, 'childInNeedPlan'::text, 'noFurtherAction'::text])));
alter table protection.enquiry_person add constraint enquiry_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table protection.enquiry_person add constraint enquiry_person_pkey PRIMARY KEY (enquiry_id, person_id);
alter table returns.adoption_way add constraint adoption_way_pkey PRIMARY KEY (id);
alter table returns.came add constraint came_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table returns.came add constraint came_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table returns.came add constraint came_pkey PRIMARY KEY (id);
alter table returns.child add constraint child_made_id_fkey FOREIGN KEY (made_id) REFERENCES returns.made(id) ON DELETE CASCADE;
alter table returns.child add constraint child_pkey PRIMARY KEY (made_id, person_id);
alter table returns.explained add constraint explained_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table returns.explained add constraint explained_pkey PRIMARY KEY (id);
alter table returns.finding add constraint finding_made_id_fkey FOREIGN KEY (made_id) REFERENCES returns.made(id) ON DELETE CASCADE;
alter table returns.given_list add constraint given_list_kind_check CHECK ((kind = ANY (ARRAY['providers'::text, 'postcodes'::text])));
alter table returns.given_list add constraint given_list_pkey PRIMARY KEY (kind);
alter table returns.held add constraint held_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table returns.held add constraint held_decision_check CHECK ((decision = ANY (ARRAY['taken'::text, 'refused'::text])));
alter table returns.held add constraint held_import_id_fkey FOREIGN KEY (import_id) REFERENCES exchange.import(id);
alter table returns.held add constraint held_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table returns.held add constraint held_pkey PRIMARY KEY (id);
alter table returns.made add constraint made_kind_check CHECK ((kind = ANY (ARRAY['ssda903'::text, 'cin'::text, 'annexA'::text])));
alter table returns.made add constraint made_pkey PRIMARY KEY (id);
alter table returns.made add constraint made_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'made'::text, 'failed'::text])));
alter table returns.neighbour add constraint neighbour_pkey PRIMARY KEY (area, neighbour);
alter table returns.number add constraint number_pkey PRIMARY KEY (person_id);
alter table returns.postcode add constraint postcode_pkey PRIMARY KEY (postcode);
alter table returns.provider add constraint provider_pkey PRIMARY KEY (urn);
alter table returns.published add constraint published_pkey PRIMARY KEY (measure, year, area);
alter table returns.region add constraint region_pkey PRIMARY KEY (area);
alter table reviewing.dispute add constraint dispute_check CHECK (((state = 'open'::text) = (ended_on IS NULL)));
alter table reviewing.dispute add constraint dispute_check1 CHECK (((ended_on IS NULL) OR (ended_on >= raised_on)));
alter table reviewing.dispute add constraint dispute_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table reviewing.dispute add constraint dispute_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id);
alter table reviewing.dispute add constraint dispute_pkey PRIMARY KEY (id);
alter table reviewing.dispute add constraint dispute_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES access.actor(id);
alter table reviewing.dispute add constraint dispute_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text, 'withdrawn'::text])));
alter table reviewing.dispute_person add constraint dispute_person_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES reviewing.dispute(id);
alter table reviewing.dispute_person add constraint dispute_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table reviewing.dispute_person add constraint dispute_person_pkey PRIMARY KEY (dispute_id, person_id);
alter table reviewing.dispute_step add constraint dispute_step_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES reviewing.dispute(id);
alter table reviewing.dispute_step add constraint dispute_step_pkey PRIMARY KEY (id);
alter table reviewing.dispute_step add constraint dispute_step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table reviewing.dispute_step add constraint dispute_step_stage_check CHECK ((stage = ANY (ARRAY['team'::text, 'service'::text, 'director'::text, 'cafcass'::text, 'answer'::text])));
alter table reviewing.dispute_step add constraint dispute_step_whom_id_fkey FOREIGN KEY (whom_id) REFERENCES access.actor(id);
alter table supervision.entry add constraint entry_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES access.actor(id);
alter table supervision.entry add constraint entry_pkey PRIMARY KEY (id);
alter table supervision.entry add constraint entry_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table supervision.entry add constraint entry_session_id_fkey FOREIGN KEY (session_id) REFERENCES supervision.session(id);
alter table supervision.entry add constraint entry_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table supervision.entry_person add constraint entry_person_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES supervision.entry(id);
alter table supervision.entry_person add constraint entry_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table supervision.entry_person add constraint entry_person_pkey PRIMARY KEY (entry_id, person_id);
alter table supervision.entry_with add constraint entry_with_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id);
alter table supervision.entry_with add constraint entry_with_entry_id_actor_id_key UNIQUE (entry_id, actor_id);
alter table supervision.entry_with add constraint entry_with_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES supervision.entry(id);
alter table supervision.entry_with add constraint entry_with_pkey PRIMARY KEY (id);
alter table supervision.named add constraint named_check CHECK ((worker_id <> supervisor_id));
alter table supervision.named add constraint named_check1 CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table supervision.named add constraint named_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.actor(id);
alter table supervision.named add constraint named_pkey PRIMARY KEY (id);
alter table supervision.named add constraint named_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table supervision.named add constraint named_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES access.actor(id);
alter table supervision.named add constraint named_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table supervision.own_part add constraint own_part_pkey PRIMARY KEY (id);
alter table supervision.own_part add constraint own_part_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table supervision.own_part add constraint own_part_session_id_fkey FOREIGN KEY (session_id) REFERENCES supervision.session(id);
alter table supervision.own_part add constraint own_part_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table supervision.session add constraint session_check CHECK ((worker_id <> manager_id));
alter table supervision.session add constraint session_check1 CHECK (((state = 'signed'::text) = ((manager_signed_at IS NOT NULL) AND (worker_signed_at IS NOT NULL))));
alter table supervision.session add constraint session_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES access.actor(id);
alter table supervision.session add constraint session_pkey PRIMARY KEY (id);
alter table supervision.session add constraint session_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table supervision.session add constraint session_state_check CHECK ((state = ANY (ARRAY['open'::text, 'signed'::text])));
alter table supervision.session add constraint session_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table transfers.care add constraint care_check CHECK (((outcome = 'ours'::text) = (period_id IS NOT NULL)));
alter table transfers.care add constraint care_check1 CHECK (((outcome = 'ours'::text) OR (why IS NOT NULL)));
alter table transfers.care add constraint care_come_id_person_id_key UNIQUE (come_id, person_id);
alter table transfers.care add constraint care_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table transfers.care add constraint care_outcome_check CHECK ((outcome = ANY (ARRAY['ours'::text, 'theirs'::text])));
alter table transfers.care add constraint care_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table transfers.care add constraint care_pkey PRIMARY KEY (id);
alter table transfers.come add constraint come_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES access.actor(id);
alter table transfers.come add constraint come_pkey PRIMARY KEY (id);
alter table transfers.come add constraint come_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES access.actor(id);
alter table transfers.come add constraint come_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table transfers.come_person add constraint come_person_come_id_fkey FOREIGN KEY (come_id) REFERENCES transfers.come(id);
alter table transfers.come_person add constraint come_person_part_check CHECK ((part = ANY (ARRAY['child'::text, 'adult'::text])));
alter table transfers.come_person add constraint come_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table transfers.come_person add constraint come_person_pkey PRIMARY KEY (come_id, person_id);
alter table transfers.council add constraint council_pkey PRIMARY KEY (id);
alter table transfers.council add constraint council_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id);
alter table transfers.given add constraint given_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table transfers.given add constraint given_check CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)));
alter table transfers.given add constraint given_check1 CHECK (((state = ANY (ARRAY['agreed'::text, 'refused'::text, 'sent'::text, 'taken'::text])) <= (decided_by IS NOT NULL)));
alter table transfers.given add constraint given_check2 CHECK (((state = 'taken'::text) = (taken_on IS NOT NULL)));
alter table transfers.given add constraint given_check3 CHECK (((state = ANY (ARRAY['sent'::text, 'taken'::text])) = (sent_at IS NOT NULL)));
alter table transfers.given add constraint given_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id);
alter table transfers.given add constraint given_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table transfers.given add constraint given_pkey PRIMARY KEY (id);
alter table transfers.given add constraint given_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'refused'::text, 'sent'::text, 'taken'::text, 'withdrawn'::text])));
alter table transfers.given_person add constraint given_person_given_id_fkey FOREIGN KEY (given_id) REFERENCES transfers.given(id);
alter table transfers.given_person add constraint given_person_part_check CHECK ((part = ANY (ARRAY['child'::text, 'adult'::text])));
alter table transfers.given_person add constraint given_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table transfers.given_person add constraint given_person_pkey PRIMARY KEY (given_id, person_id);
alter table transfers.line add constraint line_come_id_fkey FOREIGN KEY (come_id) REFERENCES transfers.come(id);
alter table transfers.line add constraint line_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'beside'::text, 'refused'::text])));
alter table transfers.line add constraint line_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES transfers.piece(id);
alter table transfers.line add constraint line_pkey PRIMARY KEY (id);
alter table transfers.piece add constraint piece_come_id_fkey FOREIGN KEY (come_id) REFERENCES transfers.come(id);
alter table transfers.piece add constraint piece_pkey PRIMARY KEY (id);
alter table transfers.staged add constraint staged_pkey PRIMARY KEY (id);
alter table transfers.staged add constraint staged_staged_by_fkey FOREIGN KEY (staged_by) REFERENCES access.actor(id);
alter table transfers.staged add constraint staged_state_check CHECK ((state = ANY (ARRAY['staged'::text, 'taken'::text, 'accepted'::text, 'refused'::text])));
alter table work.allocation add constraint allocation_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table work.allocation add constraint allocation_pkey PRIMARY KEY (id);
alter table work.allocation add constraint allocation_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table work.allocation add constraint allocation_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table work.clock add constraint clock_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table work.clock add constraint clock_pkey PRIMARY KEY (id);
alter table work.clock add constraint clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'met'::text, 'metLate'::text, 'stopped'::text])));
alter table work.item add constraint handed_over TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table work.item add constraint item_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table work.item add constraint item_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES work.item(id);
alter table work.item add constraint item_paused_check CHECK ((((paused_on IS NULL) = (paused_why IS NULL)) AND ((paused_on IS NULL) = (paused_duty IS NULL))));
alter table work.item add constraint item_pkey PRIMARY KEY (id);
alter table work.item add constraint item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text, 'done'::text, 'cancelled'::text])));
alter table work.item add constraint item_team_id_fkey FOREIGN KEY (team_id) REFERENCES access.team(id);
alter table work.item add constraint item_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES access.actor(id);
alter table work.item add constraint left_behind TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table work.item_person add constraint item_person_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table work.item_person add constraint item_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table work.item_person add constraint item_person_pkey PRIMARY KEY (item_id, person_id);
alter table work.pause add constraint pause_check CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table work.pause add constraint pause_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table work.pause add constraint pause_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.subject(id);
alter table work.pause add constraint pause_pkey PRIMARY KEY (id);
alter table work.question add constraint question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES access.actor(id);
alter table work.question add constraint question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.actor(id);
alter table work.question add constraint question_asked_of_fkey FOREIGN KEY (asked_of) REFERENCES access.actor(id);
alter table work.question add constraint question_item_id_fkey FOREIGN KEY (item_id) REFERENCES work.item(id);
alter table work.question add constraint question_pkey PRIMARY KEY (id);

-- Indexes ---------------------------------------------------------------------------------------------

CREATE INDEX about_person_id_allegation_id_idx ON allegation.about USING btree (person_id, allegation_id);
CREATE INDEX action_owner_id_due_on_idx ON plans.action USING btree (owner_id, due_on) WHERE ((state = 'open'::text) AND (to_version IS NULL));
CREATE INDEX action_plan_id_idx ON plans.action USING btree (plan_id);
CREATE INDEX action_words ON plans.action USING gin (to_tsvector('english'::regconfig, ((((words || ' '::text) || COALESCE(evidence, ''::text)) || ' '::text) || COALESCE(done_words, ''::text)))) WHERE (to_version IS NULL);
CREATE INDEX actor_person_id_idx ON access.actor USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX address_household_id_idx ON people.address USING btree (household_id) WHERE (superseded_at IS NULL);
CREATE INDEX address_person_id_idx ON people.address USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX address_person_id_superseded_at_idx ON people.address USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX address_postcode_idx ON people.address USING btree (postcode) WHERE (postcode IS NOT NULL);
CREATE INDEX advice_person_person_id_advice_id_idx ON legal.advice_person USING btree (person_id, advice_id);
CREATE INDEX advice_words ON legal.advice USING gin (to_tsvector('english'::regconfig, words));
CREATE INDEX alert_found_at_idx ON jobs.alert USING btree (found_at) WHERE (closed_at IS NULL);
CREATE INDEX allegation_step_words ON allegation.step USING gin (to_tsvector('english'::regconfig, ((words || ' '::text) || COALESCE(came, ''::text))));
CREATE INDEX allegation_words ON allegation.allegation USING gin (to_tsvector('english'::regconfig, ((((((words || ' '::text) || professional_name) || ' '::text) || COALESCE(employer, ''::text)) || ' '::text) || COALESCE(outcome_words, ''::text))));
CREATE INDEX allocation_item_id_idx ON work.allocation USING btree (item_id);
CREATE INDEX assessment_form_id_idx ON assessments.assessment USING btree (form_id);
CREATE INDEX assessment_person_person_id_assessment_id_idx ON assessments.assessment_person USING btree (person_id, assessment_id);
CREATE INDEX assessment_referral_id_idx ON assessments.assessment USING btree (referral_id) WHERE (referral_id IS NOT NULL);
CREATE INDEX assessment_sign_off_id_idx ON assessments.assessment USING btree (sign_off_id);
CREATE INDEX bar_scope_idx ON access.bar USING btree (scope);
CREATE INDEX becoming_child_id_idx ON people.becoming USING btree (child_id);
CREATE INDEX becoming_person_id_idx ON people.becoming USING btree (person_id);
CREATE INDEX break_glass_actor_id_idx ON access.break_glass USING btree (actor_id);
CREATE INDEX break_glass_person_id_idx ON access.break_glass USING btree (person_id);
CREATE INDEX came_import_id_number_idx ON returns.came USING btree (import_id, number);
CREATE INDEX came_number ON returns.came USING btree (number);
CREATE INDEX came_person_id_idx ON returns.came USING btree (person_id);
CREATE INDEX came_year_idx ON returns.came USING btree (year);
CREATE INDEX card_lower_idx ON people.card USING btree (lower(name));
CREATE INDEX care_person_id_idx ON transfers.care USING btree (person_id);
CREATE INDEX change_meeting_id_idx ON meetings.change USING btree (meeting_id);
CREATE INDEX clock_item_id_idx ON work.clock USING btree (item_id) WHERE (superseded_at IS NULL);
CREATE INDEX clock_subject_id_idx ON work.clock USING btree (subject_id) WHERE (superseded_at IS NULL);
CREATE INDEX come_person_person_id_come_id_idx ON transfers.come_person USING btree (person_id, come_id);
CREATE INDEX compare_due_since ON people.compare_due USING btree (since DESC);
CREATE INDEX contact_found_by_idx ON contacts.contact USING gin (found_by);
CREATE INDEX contact_person_person_id_contact_id_idx ON contacts.contact_person USING btree (person_id, contact_id);
CREATE INDEX contact_received_on_idx ON contacts.contact USING btree (received_on DESC);
CREATE INDEX contact_state_received_at_idx ON contacts.contact USING btree (state, received_at);
CREATE INDEX decision_assessment_id_idx ON assessments.decision USING btree (assessment_id);
CREATE INDEX decision_contact_id_idx ON contacts.decision USING btree (contact_id);
CREATE INDEX decision_decided_at_idx ON contacts.decision USING btree (decided_at) WHERE (superseded_at IS NULL);
CREATE INDEX decision_person_id_idx ON meetings.decision USING btree (person_id);
CREATE INDEX decision_person_person_id_idx ON contacts.decision_person USING btree (person_id);
CREATE INDEX decision_referral_id_idx ON contacts.decision USING btree (referral_id);
CREATE INDEX decision_words ON meetings.decision USING gin (to_tsvector('english'::regconfig, COALESCE(words, ''::text)));
CREATE INDEX direction_matter_id_idx ON legal.direction USING btree (matter_id);
CREATE INDEX direction_words ON legal.direction USING gin (to_tsvector('english'::regconfig, ((words || ' '::text) || COALESCE(done_words, ''::text))));
CREATE INDEX dispute_person_person_id_dispute_id_idx ON reviewing.dispute_person USING btree (person_id, dispute_id);
CREATE INDEX dispute_raised_by_state_idx ON reviewing.dispute USING btree (raised_by, state);
CREATE INDEX dispute_step_dispute_id_idx ON reviewing.dispute_step USING btree (dispute_id);
CREATE INDEX draft_actor_id_saved_at_idx ON contacts.draft USING btree (actor_id, saved_at DESC);
CREATE INDEX enquiry_decision_enquiry_id_idx ON protection.enquiry_decision USING btree (enquiry_id);
CREATE INDEX enquiry_person_person_id_enquiry_id_idx ON protection.enquiry_person USING btree (person_id, enquiry_id);
CREATE INDEX enquiry_sign_off_id_idx ON protection.enquiry USING btree (sign_off_id);
CREATE INDEX entry_person_person_id_entry_id_idx ON supervision.entry_person USING btree (person_id, entry_id);
CREATE INDEX entry_session_id_idx ON supervision.entry USING btree (session_id);
CREATE INDEX entry_with_actor_id_idx ON supervision.entry_with USING btree (actor_id);
CREATE INDEX event_actor_id_at_idx ON audit.event USING btree (actor_id, at DESC);
CREATE INDEX event_at_idx ON audit.event USING brin (at);
CREATE INDEX event_by_time ON audit.event USING brin (at);
CREATE INDEX event_people_idx ON audit.event USING gin (people);
CREATE INDEX event_person_counted ON chronology.event_person USING btree (person_id, happened_on DESC, event_id DESC) INCLUDE (domain);
CREATE INDEX event_section_idx ON audit.event USING btree (section, actor_id, at DESC) WHERE (section IS NOT NULL);
CREATE INDEX event_subject_id_idx ON chronology.event USING btree (subject_id);
CREATE INDEX event_supersedes_idx ON chronology.event USING btree (supersedes) WHERE (supersedes IS NOT NULL);
CREATE INDEX exclusion_person_id_idx ON access.exclusion USING btree (person_id);
CREATE INDEX explained_person_id_idx ON returns.explained USING btree (person_id);
CREATE INDEX fact_fact_id_idx ON care.fact USING btree (fact_id);
CREATE INDEX fact_matter_id_on_day_idx ON legal.fact USING btree (matter_id, on_day);
CREATE INDEX fact_missing ON care.fact USING btree (held_on) WHERE ((kind = 'missing'::text) AND (superseded_at IS NULL));
CREATE INDEX fact_person_id_kind_idx ON care.fact USING btree (person_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX fact_person_id_kind_idx ON people.fact USING btree (person_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX fact_person_id_superseded_at_idx ON people.fact USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX fact_words ON care.fact USING gin (((jsonb_to_tsvector('english'::regconfig, answers, '["string"]'::jsonb) || to_tsvector('english'::regconfig, COALESCE(words, ''::text))))) WHERE (superseded_at IS NULL);
CREATE INDEX factor_actor_id_idx ON access.factor USING btree (actor_id) WHERE (ended_at IS NULL);
CREATE INDEX factor_person_id_idx ON assessments.factor USING btree (person_id);
CREATE INDEX finding_made_id_rule_idx ON returns.finding USING btree (made_id, rule);
CREATE INDEX finding_person_id_idx ON returns.finding USING btree (person_id);
CREATE INDEX form_item_id_idx ON answers.form USING btree (item_id);
CREATE INDEX form_person_person_id_form_id_idx ON answers.form_person USING btree (person_id, form_id);
CREATE INDEX given_person_person_id_given_id_idx ON transfers.given_person USING btree (person_id, given_id);
CREATE INDEX given_state_asked_at_idx ON transfers.given USING btree (state, asked_at);
CREATE INDEX handover_from_team_id_idx ON handover.handover USING btree (from_team_id) WHERE (state = 'open'::text);
CREATE INDEX handover_item_id_idx ON handover.handover USING btree (item_id);
CREATE INDEX handover_person_person_id_handover_id_idx ON handover.handover_person USING btree (person_id, handover_id);
CREATE INDEX handover_to_team_id_idx ON handover.handover USING btree (to_team_id) WHERE (state = 'open'::text);
CREATE INDEX held_import_id_number_idx ON returns.held USING btree (import_id, number);
CREATE INDEX held_person_id_idx ON returns.held USING btree (person_id);
CREATE INDEX hiding_from_people_idx ON people.hiding USING gin (from_people) WHERE (ended_at IS NULL);
CREATE INDEX hiding_person_id_idx ON people.hiding USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX household_member_household_id_idx ON care.household_member USING btree (household_id) WHERE (superseded_at IS NULL);
CREATE INDEX household_step_household_id_idx ON care.household_step USING btree (household_id) WHERE (superseded_at IS NULL);
CREATE INDEX identifier_kind_value_idx ON people.identifier USING btree (kind, value) WHERE (superseded_at IS NULL);
CREATE INDEX identifier_person_id_idx ON people.identifier USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX identifier_person_id_superseded_at_idx ON people.identifier USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX invited_meeting_id_idx ON meetings.invited USING btree (meeting_id);
CREATE INDEX invited_person_id_idx ON meetings.invited USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX involvement_allocated_now ON access.involvement USING btree (person_id) WHERE ((superseded_at IS NULL) AND (to_on IS NULL) AND (role = 'allocated'::text));
CREATE INDEX involvement_because_of_idx ON access.involvement USING gin (because_of) WHERE ((because_of IS NOT NULL) AND (superseded_at IS NULL));
CREATE INDEX involvement_person_id_idx ON access.involvement USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX involvement_team_id_to_on_idx ON access.involvement USING btree (team_id, to_on) WHERE (superseded_at IS NULL);
CREATE INDEX involvement_worker_id_idx ON access.involvement USING btree (worker_id) WHERE (superseded_at IS NULL);
CREATE INDEX involvement_worker_id_idx1 ON access.involvement USING btree (worker_id) WHERE ((team_id IS NULL) AND (superseded_at IS NULL));
CREATE INDEX item_asked_by_idx ON work.item USING btree (asked_by) WHERE (state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text]));
CREATE INDEX item_kind_team_id_idx ON work.item USING btree (kind, team_id) WHERE (state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text]));
CREATE INDEX item_open_by_day ON work.item USING btree (due_on, opened_on, id) INCLUDE (team_id, worker_id, kind, duty) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text])) AND shown);
CREATE INDEX item_open_by_kind ON work.item USING btree (team_id, kind, worker_id, due_on) INCLUDE (duty, id) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text])) AND shown);
CREATE INDEX item_parent_id_idx ON work.item USING btree (parent_id);
CREATE INDEX item_person_met ON work.item_person USING btree (team_id, person_id, domain, own) WHERE (team_id IS NOT NULL);
CREATE INDEX item_person_of_team ON work.item_person USING btree (team_id, worker_id, person_id, domain, own) INCLUDE (item_id) WHERE (team_id IS NOT NULL);
CREATE INDEX item_person_of_worker ON work.item_person USING btree (worker_id, person_id, domain, own) INCLUDE (item_id) WHERE (worker_id IS NOT NULL);
CREATE INDEX item_person_open_of_person ON work.item_person USING btree (person_id) INCLUDE (item_id) WHERE (own IS NOT NULL);
CREATE INDEX item_person_person_id_item_id_idx ON work.item_person USING btree (person_id, item_id);
CREATE INDEX item_subject_id_idx ON work.item USING btree (subject_id);
CREATE INDEX item_team_id_due_on_idx ON work.item USING btree (team_id, due_on) WHERE (state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text]));
CREATE INDEX item_worker_id_due_on_idx ON work.item USING btree (worker_id, due_on) WHERE (state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text]));
CREATE INDEX job_due_at_idx ON jobs.job USING btree (due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX job_name_ended_at_idx ON jobs.job USING btree (name, ended_at DESC);
CREATE INDEX journal_import_id_person_id_idx ON exchange.journal USING btree (import_id, person_id);
CREATE INDEX journal_person_id_idx ON exchange.journal USING btree (person_id);
CREATE INDEX kept_aside_import_id_idx ON exchange.kept_aside USING btree (import_id);
CREATE INDEX kept_aside_person_id_idx ON exchange.kept_aside USING btree (person_id) WHERE (state = 'waiting'::text);
CREATE INDEX kept_row_household_id_idx ON people.kept_row USING btree (household_id);
CREATE INDEX kept_row_postcode_idx ON people.kept_row USING btree (postcode);
CREATE INDEX kept_row_row_id_idx ON people.kept_row USING btree (row_id);
CREATE INDEX left_behind_sibling_id_idx ON access.left_behind USING btree (sibling_id);
CREATE INDEX legal_fact_words ON legal.fact USING gin (((jsonb_to_tsvector('english'::regconfig, answers, '["string"]'::jsonb) || to_tsvector('english'::regconfig, COALESCE(words, ''::text))))) WHERE (superseded_at IS NULL);
CREATE INDEX legal_status_code ON people.legal_status USING btree (code) WHERE (superseded_at IS NULL);
CREATE INDEX legal_status_order_id_idx ON people.legal_status USING btree (order_id);
CREATE INDEX legal_status_person_id_idx ON people.legal_status USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX legal_status_person_id_superseded_at_idx ON people.legal_status USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX legal_status_words ON people.legal_status USING gin (to_tsvector('english'::regconfig, ((((COALESCE(court, ''::text) || ' '::text) || COALESCE(case_number, ''::text)) || ' '::text) || COALESCE(details, ''::text)))) WHERE (superseded_at IS NULL);
CREATE INDEX letter_assessment_id_idx ON assessments.letter USING btree (assessment_id);
CREATE INDEX line_come_id_place_idx ON transfers.line USING btree (come_id, place);
CREATE INDEX line_piece_id_idx ON transfers.line USING btree (piece_id) WHERE (piece_id IS NOT NULL);
CREATE INDEX line_words ON transfers.line USING gin (to_tsvector('english'::regconfig, words)) WHERE (piece_id IS NULL);
CREATE INDEX made_kind_year_asked_at_idx ON returns.made USING btree (kind, year, asked_at DESC);
CREATE INDEX many_opened_actor_id_found_at_idx ON access.many_opened USING btree (actor_id, found_at DESC);
CREATE INDEX marking_change_person_id_idx ON access.marking_change USING btree (person_id);
CREATE INDEX matter_end_words ON legal.matter_person USING gin (to_tsvector('english'::regconfig, COALESCE(words, ''::text)));
CREATE INDEX matter_person_person_id_matter_id_idx ON legal.matter_person USING btree (person_id, matter_id);
CREATE INDEX matter_words ON legal.matter USING gin (to_tsvector('english'::regconfig, ((((words || ' '::text) || COALESCE(court, ''::text)) || ' '::text) || COALESCE(case_number, ''::text))));
CREATE INDEX meeting_item_id_idx ON meetings.meeting USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX meeting_of_chair ON meetings.meeting USING btree (chair_id, state, on_day) WHERE (chair_id IS NOT NULL);
CREATE INDEX meeting_person_person_id_meeting_id_idx ON meetings.meeting_person USING btree (person_id, meeting_id);
CREATE INDEX meeting_state_on_day_idx ON meetings.meeting USING btree (state, on_day);
CREATE INDEX meeting_subject_id_idx ON meetings.meeting USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX meeting_words ON meetings.meeting USING gin (to_tsvector('english'::regconfig, words)) WHERE (state = 'held'::text);
CREATE INDEX member_plan_id_idx ON plans.member USING btree (plan_id);
CREATE INDEX membership_actor_id_idx ON access.membership USING btree (actor_id);
CREATE INDEX membership_team_id_idx ON access.membership USING btree (team_id);
CREATE INDEX name_person_id_idx ON people.name USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX name_person_id_superseded_at_idx ON people.name USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX named_supervisor_id_idx ON supervision.named USING btree (supervisor_id) WHERE (to_on IS NULL);
CREATE INDEX need_plan_id_idx ON plans.need USING btree (plan_id);
CREATE INDEX need_words ON plans.need USING gin (to_tsvector('english'::regconfig, ((words || ' '::text) || wanted))) WHERE (to_version IS NULL);
CREATE INDEX note_author_id_recorded_at_idx ON notes.note USING btree (author_id, recorded_at DESC);
CREATE INDEX note_corrects_idx ON notes.note USING btree (corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX note_found_by_idx ON notes.note USING gin (found_by);
CREATE INDEX note_happened_on_idx ON notes.note USING btree (happened_on DESC);
CREATE INDEX note_item_id_idx ON notes.note USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX note_person_person_id_note_id_idx ON notes.note_person USING btree (person_id, note_id);
CREATE INDEX number_number_idx ON returns.number USING btree (number);
CREATE INDEX number_ordinal_idx ON returns.number USING btree (ordinal);
CREATE INDEX output_person_person_id_idx ON outputs.output_person USING btree (person_id);
CREATE INDEX output_state_asked_at_idx ON outputs.output USING btree (state, asked_at) WHERE (state = ANY (ARRAY['held'::text, 'agreed'::text]));
CREATE INDEX output_subject_id_idx ON outputs.output USING btree (subject_id);
CREATE INDEX outside_identity_actor_id_idx ON access.outside_identity USING btree (actor_id);
CREATE INDEX own_part_session_id_idx ON supervision.own_part USING btree (session_id) WHERE (superseded_at IS NULL);
CREATE INDEX passage_found_by_idx ON notes.passage USING gin (found_by);
CREATE INDEX passage_meeting_id_idx ON meetings.passage USING btree (meeting_id);
CREATE INDEX passage_note_id_idx ON notes.passage USING btree (note_id);
CREATE INDEX passage_words ON meetings.passage USING gin (to_tsvector('english'::regconfig, words));
CREATE INDEX pause_item_id_idx ON work.pause USING btree (item_id);
CREATE INDEX pause_person_id_duty_idx ON work.pause USING btree (person_id, duty);
CREATE INDEX period_began_on_idx ON care.period USING btree (began_on) WHERE ((superseded_at IS NULL) AND (ended_on IS NULL));
CREATE INDEX period_period_id_idx ON care.period USING btree (period_id);
CREATE INDEX period_person_id_idx ON care.period USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX person_grant_person_id_idx ON access.person_grant USING btree (person_id);
CREATE INDEX person_part_into_id_idx ON access.person_part USING btree (into_id);
CREATE INDEX person_part_survivor_id_idx ON access.person_part USING btree (survivor_id);
CREATE INDEX person_scope_by_scope ON access.person_scope USING btree (scope);
CREATE INDEX person_scope_lasting ON access.person_scope USING btree (scope, person_id, domain) WHERE ((until IS NULL) AND (sight = 'full'::text));
CREATE INDEX person_scope_of_person ON access.person_scope USING btree (person_id, sight) INCLUDE (scope, domain, until);
CREATE INDEX piece_come_id_place_idx ON transfers.piece USING btree (come_id, place);
CREATE INDEX piece_words ON transfers.piece USING gin (to_tsvector('english'::regconfig, ((title || ' '::text) || transfers.words_of(blocks))));
CREATE INDEX placement_household_id_idx ON care.placement USING btree (household_id) WHERE ((superseded_at IS NULL) AND (valid_to IS NULL));
CREATE INDEX placement_person_id_idx ON care.placement USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX placement_placement_id_idx ON care.placement USING btree (placement_id);
CREATE INDEX plan_drifting ON plans.plan USING btree (team_id) WHERE (drifts AND (state = 'current'::text));
CREATE INDEX plan_person_of_conference ON plans.plan_person USING btree (conference_id) WHERE (conference_id IS NOT NULL);
CREATE INDEX plan_person_person_id_plan_id_idx ON plans.plan_person USING btree (person_id, plan_id);
CREATE INDEX plan_state_kind_idx ON plans.plan USING btree (state, kind);
CREATE INDEX plan_words ON plans.plan USING gin (to_tsvector('english'::regconfig, ((((words || ' '::text) || COALESCE(if_not, ''::text)) || ' '::text) || COALESCE(own_words, ''::text))));
CREATE INDEX possible_duplicate_other_id_idx ON people.possible_duplicate USING btree (other_id);
CREATE INDEX progress_plan_id_on_day_idx ON plans.progress USING btree (plan_id, on_day);
CREATE INDEX progress_words ON plans.progress USING gin (to_tsvector('english'::regconfig, COALESCE(words, ''::text)));
CREATE INDEX question_item_id_idx ON work.question USING btree (item_id);
CREATE INDEX recommendation_contact_id_idx ON contacts.recommendation USING btree (contact_id) WHERE (superseded_at IS NULL);
CREATE INDEX recovery_witness_id_idx ON access.recovery USING btree (witness_id) WHERE ((witnessed_at IS NULL) AND (declined_at IS NULL));
CREATE INDEX referral_person_person_id_referral_id_idx ON contacts.referral_person USING btree (person_id, referral_id);
CREATE INDEX relationship_other_id_idx ON people.relationship USING btree (other_id) WHERE (superseded_at IS NULL);
CREATE INDEX relationship_other_id_superseded_at_idx ON people.relationship USING btree (other_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX relationship_person_id_idx ON people.relationship USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX relationship_person_id_superseded_at_idx ON people.relationship USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX search_entry_keys_idx ON people.search_entry USING gin (keys) WITH (fastupdate=off);
CREATE INDEX search_line_line_idx ON people.search_line USING gin (line gin_trgm_ops) WITH (fastupdate='on', gin_pending_list_limit='512');
CREATE INDEX search_line_line_person_id_idx ON people.search_line USING btree (line, person_id);
CREATE INDEX search_line_person_id_idx ON people.search_line USING btree (person_id);
CREATE INDEX section_found_by_idx ON answers.section USING gin (found_by);
CREATE INDEX section_kept_form_id_section_idx ON answers.section_kept USING btree (form_id, section);
CREATE INDEX section_saved_at_idx ON answers.section USING btree (saved_at DESC);
CREATE INDEX session_actor_id_idx ON access.session USING btree (actor_id) WHERE (ended_at IS NULL);
CREATE INDEX session_manager_id_held_on_idx ON supervision.session USING btree (manager_id, held_on DESC);
CREATE INDEX session_worker_id_held_on_idx ON supervision.session USING btree (worker_id, held_on DESC);
CREATE INDEX setting_recorded_at_idx ON ops.setting USING btree (recorded_at);
CREATE INDEX share_person_id_idx ON access.share USING btree (person_id);
CREATE INDEX sight_request_actor_id_idx ON access.sight_request USING btree (actor_id) WHERE (decision IS NULL);
CREATE INDEX sight_request_person_id_idx ON access.sight_request USING btree (person_id);
CREATE INDEX significance_event_id_recorded_at_idx ON chronology.significance USING btree (event_id, recorded_at DESC);
CREATE INDEX staff_change_actor_id_changed_at_idx ON access.staff_change USING btree (actor_id, changed_at DESC);
CREATE INDEX step_allegation_id_on_day_idx ON allegation.step USING btree (allegation_id, on_day);
CREATE INDEX story_person_person_id_idx ON chronology.story_person USING btree (person_id);
CREATE INDEX told_count_actor_id_idx ON access.told_count USING btree (actor_id);
CREATE INDEX unclaimed_import_id_idx ON exchange.unclaimed USING btree (import_id);
CREATE INDEX voice_person_id_said_on_idx ON people.voice USING btree (person_id, said_on DESC) WHERE (superseded_at IS NULL);
CREATE INDEX voice_person_id_superseded_at_idx ON people.voice USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX voice_source_id_idx ON people.voice USING btree (source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX warning_person_id_idx ON people.warning USING btree (person_id) WHERE (superseded_at IS NULL);
CREATE INDEX warning_person_id_superseded_at_idx ON people.warning USING btree (person_id, superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX words_output_id_idx ON outputs.words USING btree (output_id);
CREATE UNIQUE INDEX assessment_item_id_idx ON assessments.assessment USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX enquiry_item_id_idx ON protection.enquiry USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX job_once ON jobs.job USING btree (name, slot) WHERE (slot IS NOT NULL);
CREATE UNIQUE INDEX named_once ON supervision.named USING btree (worker_id, supervisor_id) WHERE (to_on IS NULL);
CREATE UNIQUE INDEX one_handover_at_once ON handover.handover_person USING btree (person_id) WHERE waits;
CREATE UNIQUE INDEX one_key_a_council ON transfers.council USING btree (code) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_matter_of_a_kind ON legal.matter_person USING btree (person_id, kind) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_open_session_by_name ON supervision.session USING btree (worker_id, manager_id) WHERE ((state = 'open'::text) AND by_named);
CREATE UNIQUE INDEX one_open_session_led ON supervision.session USING btree (worker_id) WHERE ((state = 'open'::text) AND (NOT by_named));
CREATE UNIQUE INDEX one_pause_at_once ON work.pause USING btree (item_id, person_id, duty) WHERE (to_on IS NULL);
CREATE UNIQUE INDEX one_plan_of_a_kind ON plans.plan_person USING btree (person_id, kind) WHERE ((ended_on IS NULL) AND (kind = ANY (ARRAY['protectionPlan'::text, 'childInNeedPlan'::text, 'carePlan'::text, 'pathwayPlan'::text])));
CREATE UNIQUE INDEX setting_key_idx ON ops.setting USING btree (key) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX unusual_viewing_week_from_actor_id_person_id_idx ON access.unusual_viewing USING btree (week_from, actor_id, person_id) NULLS NOT DISTINCT;

-- Views -----------------------------------------------------------------------------------------------

create view access.bar_now with (security_invoker=true) as
 SELECT person_id,
    scope,
        CASE
            WHEN bool_or((until IS NULL)) THEN NULL::timestamp with time zone
            ELSE max(until)
        END AS until
   FROM ( SELECT g.person_id,
            '00000000-0000-0000-0000-000000000000'::uuid AS scope,
            NULL::timestamp with time zone AS until
           FROM (access.same_person g
             JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking <> 'open'::text))))
        UNION ALL
         SELECT g.person_id,
            x_1.actor_id,
            x_1.until
           FROM ((access.exclusion x_1
             JOIN access.same_person e ON ((e.person_id = x_1.person_id)))
             JOIN access.same_person g ON ((g.survivor_id = e.survivor_id)))
        UNION ALL
         SELECT g.person_id,
            a.id,
            NULL::timestamp with time zone
           FROM ((access.actor a
             JOIN access.same_person e ON ((e.person_id = a.person_id)))
             JOIN access.same_person g ON ((g.survivor_id = e.survivor_id)))) x
  GROUP BY person_id, scope;

create view access.line_now with (security_invoker=true) as
 SELECT DISTINCT m.actor_id AS manager_id,
    w.actor_id AS worker_id
   FROM ((((access.membership_now m
     JOIN access.team_below b ON ((b.top_id = m.team_id)))
     JOIN access.team t ON (((t.id = b.team_id) AND (t.kind <> 'agency'::text))))
     JOIN access.membership w ON (((w.team_id = b.team_id) AND (w.role = ANY (ARRAY['worker'::text, 'manager'::text, 'head'::text])) AND (w.valid_from <= now()) AND ((w.valid_to IS NULL) OR (w.valid_to > now())))))
     JOIN access.actor a ON (((a.id = w.actor_id) AND (a.kind = 'staff'::text))))
  WHERE (m.care AND (m.role = ANY (ARRAY['manager'::text, 'head'::text])) AND (EXISTS ( SELECT 1
           FROM access.involvement i
          WHERE ((i.worker_id = w.actor_id) AND (i.team_id IS NULL) AND (i.superseded_at IS NULL)))));

create view access.marking_now with (security_invoker=true) as
 SELECT g.survivor_id,
        CASE max(
            CASE s.marking
                WHEN 'sealed'::text THEN 2
                WHEN 'restricted'::text THEN 1
                ELSE 0
            END)
            WHEN 2 THEN 'sealed'::text
            WHEN 1 THEN 'restricted'::text
            ELSE 'open'::text
        END AS marking
   FROM (access.same_person g
     JOIN access.subject s ON ((s.id = g.person_id)))
  GROUP BY g.survivor_id;

create view access.membership_now with (security_invoker=true) as
 SELECT m.actor_id,
    m.team_id,
    m.role,
    t.kind AS team_kind,
    a.kind,
    ((a.kind = 'staff'::text) AND (m.role = ANY (ARRAY['worker'::text, 'manager'::text, 'head'::text]))) AS care
   FROM ((access.membership m
     JOIN access.actor a ON (((a.id = m.actor_id) AND a.active)))
     LEFT JOIN access.team t ON ((t.id = m.team_id)))
  WHERE ((m.valid_from <= now()) AND ((m.valid_to IS NULL) OR (m.valid_to > now())) AND
        CASE
            WHEN (a.kind = 'staff'::text) THEN ((m.role <> 'partner'::text) AND (t.kind IS DISTINCT FROM 'agency'::text))
            WHEN (a.kind = 'partner'::text) THEN ((m.role = 'partner'::text) AND (t.kind = 'agency'::text))
            WHEN (a.kind = 'machine'::text) THEN ((m.role = 'worker'::text) AND (t.kind <> 'agency'::text))
            ELSE false
        END);

create view access.reach_now with (security_invoker=true) as
 SELECT a.id AS actor_id,
    ((
        CASE
            WHEN (a.kind = 'staff'::text) THEN ARRAY[a.id]
            ELSE '{}'::uuid[]
        END || COALESCE(( SELECT array_agg(DISTINCT b.team_id ORDER BY b.team_id) AS array_agg
           FROM ((access.membership_now m
             JOIN access.team_below b ON (((b.top_id = m.team_id) AND ((b.team_id = m.team_id) OR (m.role = ANY (ARRAY['manager'::text, 'head'::text]))))))
             JOIN access.team t ON (((t.id = b.team_id) AND ((t.kind = 'agency'::text) = (a.kind = 'partner'::text)))))
          WHERE ((m.actor_id = a.id) AND (m.care OR (m.kind <> 'staff'::text)))), '{}'::uuid[])) || COALESCE(( SELECT array_agg(access.line_of(l.worker_id) ORDER BY l.worker_id) AS array_agg
           FROM access.line_now l
          WHERE (l.manager_id = a.id)), '{}'::uuid[])) AS scopes,
        CASE
            WHEN x.wide THEN ARRAY['shared'::text, 'earlyHelp'::text, 'children'::text, 'adults'::text, 'finance'::text]
            ELSE '{}'::text[]
        END AS wide,
        CASE
            WHEN x.wide THEN ARRAY['shared'::text, 'earlyHelp'::text, 'children'::text, 'adults'::text]
            ELSE '{}'::text[]
        END AS wide_write,
    (EXISTS ( SELECT 1
           FROM access.membership_now m
          WHERE ((m.actor_id = a.id) AND (m.care OR (m.role = ANY (ARRAY['businessSupport'::text, 'records'::text])))))) AS cards,
    COALESCE(( SELECT array_agg(DISTINCT m.role ORDER BY m.role) AS array_agg
           FROM access.membership_now m
          WHERE (m.actor_id = a.id)), '{}'::text[]) AS roles,
    COALESCE(( SELECT array_agg(DISTINCT m.team_id ORDER BY m.team_id) AS array_agg
           FROM access.membership_now m
          WHERE ((m.actor_id = a.id) AND (m.team_id IS NOT NULL))), '{}'::uuid[]) AS teams,
    ( SELECT min(y.at) AS min
           FROM (access.membership m
             CROSS JOIN LATERAL ( VALUES (m.valid_from), (m.valid_to)) y(at))
          WHERE ((y.at > now()) AND ((m.actor_id = a.id) OR ((EXISTS ( SELECT 1
                   FROM (access.membership_now mine
                     JOIN access.team_below b ON ((b.top_id = mine.team_id)))
                  WHERE ((mine.actor_id = a.id) AND (mine.role = ANY (ARRAY['manager'::text, 'head'::text])) AND (b.team_id = m.team_id)))) AND (EXISTS ( SELECT 1
                   FROM access.involvement i
                  WHERE ((i.worker_id = m.actor_id) AND (i.team_id IS NULL) AND (i.superseded_at IS NULL)))))))) AS until
   FROM (access.actor a
     CROSS JOIN LATERAL ( SELECT (EXISTS ( SELECT 1
                   FROM access.membership_now m
                  WHERE ((m.actor_id = a.id) AND m.care AND (m.team_kind = ANY (ARRAY['frontDoor'::text, 'emergencyDuty'::text]))))) AS wide) x)
  WHERE a.active;

create view access.same_person with (security_invoker=true) as
 SELECT s.id AS person_id,
    COALESCE(mine.survivor_id, s.id) AS survivor_id
   FROM (access.subject s
     LEFT JOIN access.person_part mine ON ((mine.part_id = s.id)));

create view access.scope_by_itself with (security_invoker=true) as
 SELECT g.survivor_id,
    l.actor_id AS scope,
    '*'::text AS domain,
    'full'::text AS sight,
    true AS may_write,
    l.until
   FROM (((access.listed l
     JOIN access.same_person g ON ((g.person_id = l.person_id)))
     JOIN access.subject part ON ((part.id = l.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking <> 'open'::text) AND (m.marking = part.marking))))
UNION ALL
 SELECT g.survivor_id,
    i.worker_id AS scope,
    i.domain,
    'full'::text AS sight,
    true AS may_write,
    (((i.to_on + 1))::timestamp without time zone AT TIME ZONE 'Europe/London'::text) AS until
   FROM ((access.involvement i
     JOIN access.same_person g ON ((g.person_id = i.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking = 'open'::text))))
  WHERE ((i.superseded_at IS NULL) AND (i.worker_id IS NOT NULL))
UNION ALL
 SELECT g.survivor_id,
    access.line_of(i.worker_id) AS scope,
    i.domain,
    'full'::text AS sight,
    true AS may_write,
    (((i.to_on + 366))::timestamp without time zone AT TIME ZONE 'Europe/London'::text) AS until
   FROM ((access.involvement i
     JOIN access.same_person g ON ((g.person_id = i.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking = 'open'::text))))
  WHERE ((i.superseded_at IS NULL) AND (i.worker_id IS NOT NULL) AND (i.team_id IS NULL))
UNION ALL
 SELECT g.survivor_id,
    i.team_id AS scope,
    i.domain,
    'full'::text AS sight,
    true AS may_write,
    (((i.to_on + 366))::timestamp without time zone AT TIME ZONE 'Europe/London'::text) AS until
   FROM (((access.involvement i
     JOIN access.team t ON (((t.id = i.team_id) AND (t.kind <> 'agency'::text))))
     JOIN access.same_person g ON ((g.person_id = i.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking = 'open'::text))))
  WHERE (i.superseded_at IS NULL)
UNION ALL
 SELECT g.survivor_id,
    n.actor_id AS scope,
    n.domain,
    'full'::text AS sight,
    n.may_write,
    n.until
   FROM ((access.person_grant n
     JOIN access.same_person g ON ((g.person_id = n.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking = 'open'::text))))
  WHERE (n.ended_at IS NULL)
UNION ALL
 SELECT g.survivor_id,
    b.actor_id AS scope,
    '*'::text AS domain,
    'full'::text AS sight,
    false AS may_write,
    b.until
   FROM ((access.break_glass b
     JOIN access.same_person g ON ((g.person_id = b.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking <> 'sealed'::text))))
UNION ALL
 SELECT g.survivor_id,
    h.agency_id AS scope,
    'agency'::text AS domain,
    'full'::text AS sight,
    false AS may_write,
    h.until
   FROM (((access.share h
     JOIN access.team t ON (((t.id = h.agency_id) AND (t.kind = 'agency'::text))))
     JOIN access.same_person g ON ((g.person_id = h.person_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking = 'open'::text))));

create view access.scope_now with (security_invoker=true) as
 SELECT g.person_id,
    v.scope,
    v.domain,
    v.sight,
    v.may_write,
        CASE
            WHEN bool_or((v.until IS NULL)) THEN NULL::timestamp with time zone
            ELSE max(v.until)
        END AS until
   FROM (access.scope_of_survivor v
     JOIN access.same_person g ON ((g.survivor_id = v.survivor_id)))
  GROUP BY g.person_id, v.scope, v.domain, v.sight, v.may_write;

create view access.scope_of_survivor with (security_invoker=true) as
 SELECT scope_by_itself.survivor_id,
    scope_by_itself.scope,
    scope_by_itself.domain,
    scope_by_itself.sight,
    scope_by_itself.may_write,
    scope_by_itself.until
   FROM access.scope_by_itself
UNION ALL
 SELECT g.survivor_id,
    l.actor_id AS scope,
    'adoption'::text AS domain,
    'full'::text AS sight,
    true AS may_write,
    l.until
   FROM ((access.adoption_listed l
     JOIN access.adoption a ON ((a.id = l.adoption_id)))
     JOIN access.same_person g ON ((g.person_id = a.old_id)))
UNION ALL
 SELECT g.survivor_id,
    b.scope,
    'shared'::text AS domain,
    'card'::text AS sight,
    false AS may_write,
    b.until
   FROM ((((access.left_behind l
     JOIN access.same_person g ON ((g.person_id = l.old_id)))
     JOIN access.marking_now m ON (((m.survivor_id = g.survivor_id) AND (m.marking <> 'sealed'::text))))
     JOIN access.same_person s ON ((s.person_id = l.sibling_id)))
     JOIN access.scope_by_itself b ON (((b.survivor_id = s.survivor_id) AND (b.sight = 'full'::text) AND (b.domain <> ALL (ARRAY['agency'::text, 'adoption'::text])))));

create view access.team_below with (security_invoker=true) as
 WITH RECURSIVE below(top_id, team_id) AS (
         SELECT team.id,
            team.id
           FROM access.team
        UNION
         SELECT b.top_id,
            t.id
           FROM (below b
             JOIN access.team t ON ((t.parent_id = b.team_id)))
        )
 SELECT top_id,
    team_id
   FROM below;

-- Functions -------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION access.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('kith.actor'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION access.actor_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform access.derive_reach(new.id);
  if tg_op = 'INSERT' or old.person_id is distinct from new.person_id then perform access.derive(p) from unnest(array[old.person_id, new.person_id]) p where p is not null; end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.add_factor(which uuid, who uuid, told jsonb, secret bytea, key bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.factor (id, actor_id, kind, label, sealed, credential, public_key, transports, counter, used_at)
  values (which, who, told ->> 'kind', told ->> 'label', secret, told ->> 'credential', key, array(select jsonb_array_elements_text(coalesce(told -> 'transports', '[]'))), coalesce((told ->> 'counter')::bigint, 0), now());
  update access.actor set must_enrol = false where id = who and must_enrol;
$function$
;

CREATE OR REPLACE FUNCTION access.adoption_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform access.derive(a.old_id) from access.adoption a where a.id = case when tg_op = 'DELETE' then old.adoption_id else new.adoption_id end;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.adoption_holders()
 RETURNS TABLE(actor_id uuid, actor text, job_title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct a.id, a.name, a.job_title from access.membership_now m join access.actor a on a.id = m.actor_id where m.role = 'adoption' and a.kind = 'staff' and access.has_role('{adoption}') order by a.name
$function$
;

CREATE OR REPLACE FUNCTION access.adoption_list(adoption uuid)
 RETURNS TABLE(actor_id uuid, actor text, job_title text, since timestamp with time zone, until timestamp with time zone, given_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select l.actor_id, a.name, a.job_title, l.since, l.until, b.name from access.adoption_listed l join access.actor a on a.id = l.actor_id join access.actor b on b.id = l.given_by
  where l.adoption_id = adoption and (l.until is null or l.until > now()) and access.on_adoption_list(adoption) order by a.name
$function$
;

CREATE OR REPLACE FUNCTION access.adoption_of(who uuid)
 RETURNS TABLE(id uuid, is_old boolean, other_id uuid, other_name text, order_on date, reason text, sealed_by text, sealed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.old_id = any (access.everyone(access.survivor_of(who))), case when access.finds(o.id) then o.id end, case when access.finds(o.id) then c.name end, a.order_on, a.reason, b.name, a.sealed_at
  from access.adoption a
  cross join lateral (select access.survivor_of(case when a.old_id = any (access.everyone(access.survivor_of(who))) then a.new_id else a.old_id end) as id) o
  left join people.card c on c.person_id = o.id join access.actor b on b.id = a.sealed_by
  where (a.old_id = any (access.everyone(access.survivor_of(who))) or a.new_id = any (access.everyone(access.survivor_of(who)))) and access.on_adoption_list(a.id)
    and not access.kept_away(access.actor(), access.survivor_of(a.old_id)) and not access.kept_away(access.actor(), access.survivor_of(a.new_id))
$function$
;

CREATE OR REPLACE FUNCTION access.answers_request(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.sight_request q where q.id = request and q.decision is null and q.actor_id <> access.actor() and not (q.kind = 'second' and q.asked_by = access.actor()) and access.sees(q.person_id, 'shared')
    and (access.may_keep(q.person_id) or exists (select 1 from work.item i where i.kind = 'sightRequest' and i.subject_id = q.id and i.worker_id = access.actor() and i.finished_on is null)))
$function$
;

CREATE OR REPLACE FUNCTION access.are_apart(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.adoption a where (a.old_id = any (access.everyone(access.survivor_of(one))) and a.new_id = any (access.everyone(access.survivor_of(other))))
    or (a.new_id = any (access.everyone(access.survivor_of(one))) and a.old_id = any (access.everyone(access.survivor_of(other)))))
$function$
;

CREATE OR REPLACE FUNCTION access.ask_for_sight(request uuid, who uuid, in_domain text, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  known record;
begin
  select * into known from access.standing(who);
  if not found or known.marking = 'sealed' or not access.has_role('{worker,manager,head}') then call access.refuse(); end if;
  if exists (select 1 from access.sight_request q where q.person_id = any (access.everyone(known.survivor_id)) and q.actor_id = access.actor() and q.decision is null) then
    raise exception 'asked already' using errcode = 'unique_violation';
  end if;
  insert into access.sight_request (id, person_id, actor_id, kind, domain, reason, asked_by) values (request, known.survivor_id, access.actor(), 'asked', in_domain, why, access.actor());
  return access.send_request(request, known.survivor_id, array[access.actor()], access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.ask_recovery(which uuid, who uuid, witness uuid, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{administrator}') or who = access.actor() or witness = access.actor() or witness = who or not access.may_witness(witness)
    or not exists (select 1 from access.actor a where a.id = who and a.active) then call access.refuse(); end if;
  insert into access.recovery (id, actor_id, asked_by, witness_id, reason) values (which, who, access.actor(), witness, why);
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('recoveryAsked', who, jsonb_build_object('witness', witness), why, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.asked_of(survivor uuid, besides uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everyone uuid[] := access.everyone(survivor);
  today date := (now() at time zone 'Europe/London')::date;
  reached uuid[];
  keepers uuid[];
begin
  if access.marking_of(survivor) <> 'open' then
    reached := array(select distinct l.actor_id from access.listed l where l.person_id = any (everyone) and (l.until is null or l.until > now()));
  else
    reached := array(
      with works as (
        select i.team_id, i.worker_id from access.involvement i where i.person_id = any (everyone) and i.superseded_at is null and i.domain not in ('adoption', 'legal', 'allegation')
          and (i.to_on is null or i.to_on >= today or not exists (select 1 from access.involvement o where o.person_id = any (everyone) and o.superseded_at is null and o.domain not in ('adoption', 'legal', 'allegation') and (o.to_on is null or o.to_on >= today)) and i.to_on >= today - 365)
      ), teams as (
        select team_id from works where team_id is not null
        union select m.team_id from works w join access.actor a on a.id = w.worker_id and a.kind = 'staff' join access.membership m on m.actor_id = a.id and m.role in ('worker', 'manager', 'head') join access.team t on t.id = m.team_id and t.kind <> 'agency'
        where w.team_id is null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
      ), managing as (
        select t.team_id, m.actor_id, m.team_id = t.team_id as own from teams t join access.team_below b on b.team_id = t.team_id join access.membership_now m on m.team_id = b.top_id and m.role in ('manager', 'head')
        where not access.kept_away(m.actor_id, survivor) and m.actor_id <> all (besides)
      )
      select worker_id from works where worker_id is not null
      union select g.actor_id from managing g where g.own or not exists (select 1 from managing o where o.team_id = g.team_id and o.own));
  end if;
  reached := array(select a.id from access.actor a where a.id = any (reached) and a.active and a.kind = 'staff' and a.id <> all (besides) and not access.kept_away(a.id, survivor) order by a.id);
  keepers := array(select distinct m.actor_id from access.membership_now m where m.actor_id = any (reached) and m.role in ('manager', 'head') order by 1);
  return case when access.marking_of(survivor) <> 'open' and cardinality(keepers) > 0 then keepers else reached end;
end $function$
;

CREATE OR REPLACE FUNCTION access.attempts(marks bytea[])
 RETURNS TABLE(mark bytea, count integer, last_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select a.mark, a.count, a.last_at from access.attempt a where a.mark = any (marks) $function$
;

CREATE OR REPLACE FUNCTION access.begin_membership(membership_id uuid, whom uuid, team uuid, as_role text, starts timestamp with time zone, ends timestamp with time zone, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{administrator}') or whom = access.actor() then call access.refuse(); end if;
  insert into access.membership (id, actor_id, team_id, role, valid_from, valid_to, given_by, reason) values (membership_id, whom, team, as_role, starts, ends, access.actor(), why);
  insert into access.staff_change (what, actor_id, team_id, told, reason, changed_by) values ('role', whom, team, jsonb_build_object('role', as_role, 'from', starts, 'to', ends), why, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.begin_pending(token bytea, who uuid, waits text, told_now jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from access.pending where started_at < now() - interval '1 day' or actor_id = who and started_at < now() - interval '15 minutes';
  insert into access.pending (token_hash, actor_id, waits_for, told) values (token, who, waits, told_now)
$function$
;

CREATE OR REPLACE FUNCTION access.break_the_glass(glass_id uuid, who uuid, why text, hours integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  known record;
  ends timestamptz := now() + make_interval(hours => least(greatest(hours, 1), 8));
begin
  select * into known from access.standing(who);
  if not found or known.marking = 'sealed' or not access.has_role('{worker,manager,head}') then call access.refuse(); end if;
  insert into access.break_glass (id, person_id, actor_id, reason, started_at, until) values (glass_id, known.survivor_id, access.actor(), btrim(why), now(), ends);
  return ends;
end $function$
;

CREATE OR REPLACE FUNCTION access.card_sight(person text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$coalesce(((select access.found()) -> (%1$s)::text)::boolean,
      (((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = %1$s and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[])
          and s.sight in ('card', 'full') and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = (select access.actor()) and (b.until is null or b.until > now())))$text$, person)
$function$
;

CREATE OR REPLACE FUNCTION access.cards()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('kith.cards'::text, true), ''::text) = 'on'::text)
;

CREATE OR REPLACE FUNCTION access.close_request(request uuid, how text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update work.item set state = 'done', outcome = how, finished_on = (now() at time zone 'Europe/London')::date, version = version + 1 where kind = 'sightRequest' and subject_id = request and state in ('open', 'waiting', 'returned');
end $function$
;

CREATE OR REPLACE FUNCTION access.close_the_glass(who uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  closed int;
begin
  update access.break_glass set until = now() where actor_id = access.actor() and until > now()
    and coalesce((select p.survivor_id from access.person_part p where p.part_id = person_id), person_id) = coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  get diagnostics closed = row_count;
  return closed;
end $function$
;

CREATE OR REPLACE FUNCTION access.closed_role_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from access.membership m where m.actor_id = old.actor_id and m.role = old.role and (m.valid_to is null or m.valid_to > now())) then
    update access.involvement i set to_on = greatest((now() at time zone 'Europe/London')::date - 1, i.from_on) where i.worker_id = old.actor_id and i.superseded_at is null and i.to_on is null
      and ((old.role = 'designatedOfficer' and i.domain = 'allegation') or (old.role = 'legal' and i.role = 'legalAdviser'));
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.come_in(token bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  who jsonb := access.enter(token);
begin
  if who ->> 'kind' in ('partner', 'portal') then perform set_config('role', 'kith_partner', true); end if;
  return who;
end $function$
;

CREATE OR REPLACE FUNCTION access.come_in_as(actor uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  who jsonb := access.enter_as(actor);
begin
  if who ->> 'kind' in ('partner', 'portal') then perform set_config('role', 'kith_partner', true); end if;
  return who;
end $function$
;

CREATE OR REPLACE FUNCTION access.count_attempt(marks bytea[], at_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.attempt as a (mark, count, last_at) select m, 1, at_moment from (select distinct unnest(marks) as m order by 1) x
  on conflict (mark) do update set count = case when a.last_at < at_moment - interval '1 hour' then 1 else a.count + 1 end, last_at = greatest(a.last_at, at_moment);
  delete from access.attempt where last_at < at_moment - interval '1 day';
$function$
;

CREATE OR REPLACE FUNCTION access.credential(address text)
 RETURNS TABLE(actor_id uuid, password_hash text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select id, password_hash, name from access.actor where lower(email) = lower(address) and active and password_hash is not null
$function$
;

CREATE OR REPLACE FUNCTION access.credential_of(who uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select password_hash from access.actor where id = who and active $function$
;

CREATE OR REPLACE FUNCTION access.decide_sight(request uuid, how text, ends timestamp with time zone, said text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  q access.sight_request;
  mark text;
begin
  select * into q from access.sight_request x where x.id = request for update;
  if not found or q.actor_id = access.actor() or (q.kind = 'second' and q.asked_by = access.actor()) or not access.sees(q.person_id, 'shared') then call access.refuse(); end if;
  if q.decision is not null then return 'over'; end if;
  mark := access.marking_of(access.survivor_of(q.person_id));
  if how = 'given' then
    if not access.may_keep(q.person_id, case when mark = 'open' then q.domain else 'shared' end) or coalesce(q.until, ends, now()) <= now() or access.kept_away(q.actor_id, access.survivor_of(q.person_id))
      or not exists (select 1 from access.actor a where a.id = q.actor_id and a.active and a.kind = 'staff') then call access.refuse(); end if;
    if q.kind = 'asked' and access.is_administrator(q.actor_id) then
      update access.sight_request set kind = 'second', asked_by = access.actor(), until = ends, reason = q.reason || case when coalesce(said, '') = '' then '' else E'\n' || said end where id = request;
      perform access.close_request(request, 'passedOn');
      perform access.send_request(request, access.survivor_of(q.person_id), array[access.actor(), q.actor_id], access.actor());
      return 'passedOn';
    end if;
    if mark = 'open' then
      insert into access.person_grant (id, person_id, actor_id, domain, may_write, until, reason, given_by) values (request, q.person_id, q.actor_id, q.domain, q.may_write, coalesce(q.until, ends), q.reason, access.actor());
    else
      perform access.put_on_list(gen_random_uuid(), access.survivor_of(q.person_id), q.actor_id, coalesce(q.until, ends), q.reason);
    end if;
  elsif not access.answers_request(request) then
    call access.refuse();
  end if;
  update access.sight_request set decision = how, decided_by = access.actor(), decided_at = now(), words = nullif(btrim(said), ''), until = coalesce(q.until, ends) where id = request;
  perform access.close_request(request, how);
  return how;
end $function$
;

CREATE OR REPLACE FUNCTION access.derive(who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everyone uuid[];
  mark text;
begin
  -- Two transactions that change the sight of one person take turns, and the second reads what the first wrote.
  -- Twice, because whom the person is merged with may have changed while waiting.
  for turn in 1 .. 2 loop
    perform 1 from access.subject where id = any (access.everyone(who)) order by id for no key update;
  end loop;
  everyone := access.everyone(who);
  mark := access.marking_of(who);
  delete from access.person_scope where person_id = any (everyone);
  delete from access.bar where person_id = any (everyone);
  insert into access.person_scope (person_id, scope, domain, sight, may_write, until)
  select e, v.scope, v.domain, 'full', v.may_write, case when bool_or(v.until is null) then null else max(v.until) end
  from unnest(everyone) e cross join (
    select l.actor_id as scope, '*' as domain, true as may_write, l.until from access.listed l join access.subject part on part.id = l.person_id and part.marking = mark
    where l.person_id = any (everyone) and mark <> 'open'
    union all
    select worker_id, domain, true, (to_on + 1)::timestamp at time zone 'Europe/London' from access.involvement where person_id = any (everyone) and superseded_at is null and worker_id is not null and mark = 'open'
    union all
    select access.line_of(worker_id), domain, true, (to_on + 366)::timestamp at time zone 'Europe/London' from access.involvement
    where person_id = any (everyone) and superseded_at is null and worker_id is not null and team_id is null and mark = 'open'
    union all
    select i.team_id, i.domain, true, (i.to_on + 366)::timestamp at time zone 'Europe/London' from access.involvement i join access.team t on t.id = i.team_id and t.kind <> 'agency'
    where i.person_id = any (everyone) and i.superseded_at is null and mark = 'open'
    union all
    select actor_id, domain, may_write, until from access.person_grant where person_id = any (everyone) and ended_at is null and mark = 'open'
    union all
    select actor_id, '*', false, until from access.break_glass where person_id = any (everyone) and mark <> 'sealed'
    union all
    select h.agency_id, 'agency', false, h.until from access.share h join access.team t on t.id = h.agency_id and t.kind = 'agency' where person_id = any (everyone) and mark = 'open'
  ) v
  group by e, v.scope, v.domain, v.may_write;
  insert into access.bar (person_id, scope, until)
  select e, x.scope, case when bool_or(x.until is null) then null else max(x.until) end
  from unnest(everyone) e cross join (
    select '00000000-0000-0000-0000-000000000000'::uuid as scope, null::timestamptz as until where mark <> 'open'
    union all select actor_id, until from access.exclusion where person_id = any (everyone)
    union all select id, null from access.actor where person_id = any (everyone)
  ) x
  group by e, x.scope;
  if exists (select 1 from access.left_behind l where l.old_id = any (everyone) or l.sibling_id = any (everyone)) or exists (select 1 from access.adoption a where a.old_id = any (everyone)) then
    perform access.derive_adoption(everyone), access.derive_left_behind(everyone);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION access.derive_adoption(everyone uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into access.person_scope (person_id, scope, domain, sight, may_write, until)
  select e, v.scope, v.domain, v.sight, v.may_write, case when bool_or(v.until is null) then null else max(v.until) end
  from unnest(everyone) e cross join (
    select l.actor_id as scope, 'adoption' as domain, 'full' as sight, true as may_write, l.until from access.adoption_listed l join access.adoption a on a.id = l.adoption_id where a.old_id = any (everyone)
    union all
    select s.scope, 'shared', 'card', false, s.until from access.left_behind l join access.person_scope s on s.person_id = access.survivor_of(l.sibling_id) and s.sight = 'full' and s.domain not in ('agency', 'adoption')
    where l.old_id = any (everyone) and access.marking_of(l.old_id) <> 'sealed'
  ) v
  group by e, v.scope, v.domain, v.sight, v.may_write
  on conflict on constraint person_scope_pkey do update set until = case when person_scope.until is null or excluded.until is null then null else greatest(person_scope.until, excluded.until) end;
end $function$
;

CREATE OR REPLACE FUNCTION access.derive_left_behind(everyone uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one uuid;
begin
  for one in select distinct access.survivor_of(l.old_id) as id from access.left_behind l where l.sibling_id = any (everyone) order by id loop
    perform 1 from access.subject where id = one for no key update;
    delete from access.person_scope s where s.person_id = any (access.everyone(one)) and s.sight = 'card';
    perform access.derive_adoption(access.everyone(one));
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION access.derive_line(worker uuid, in_team uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from access.involvement i where i.worker_id = worker and i.team_id is null and i.superseded_at is null) then return; end if;
  perform access.derive_reach(x.actor_id) from (
    select distinct m.actor_id from access.membership m join access.team_below b on b.top_id = m.team_id
    where m.role in ('manager', 'head') and (b.team_id = in_team or (in_team is null and b.team_id in (select w.team_id from access.membership w where w.actor_id = worker)))
    order by 1) x;
end $function$
;

CREATE OR REPLACE FUNCTION access.derive_reach(who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into access.reach as r (actor_id, scopes, wide, wide_write, cards, roles, teams, until)
  select actor_id, scopes, wide, wide_write, cards, roles, teams, until from access.reach_now where actor_id = who
  on conflict (actor_id) do update set scopes = excluded.scopes, wide = excluded.wide, wide_write = excluded.wide_write, cards = excluded.cards,
    roles = excluded.roles, teams = excluded.teams, until = excluded.until;
  if not found then delete from access.reach where actor_id = who; end if;
end $function$
;

CREATE OR REPLACE FUNCTION access.end_exclusion(exclusion_id uuid, why text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  whose uuid;
begin
  update access.exclusion set until = now(), ended_by = access.actor(), ended_why = why where id = exclusion_id and (until is null or until > now()) and actor_id <> access.actor() and access.may_keep(person_id) returning person_id into whose;
  return whose;
end $function$
;

CREATE OR REPLACE FUNCTION access.end_factor(which uuid, who uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  ended int;
begin
  if who <> access.actor() then call access.refuse(); end if;
  update access.factor set ended_at = now(), ended_by = access.actor() where id = which and actor_id = who and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $function$
;

CREATE OR REPLACE FUNCTION access.end_grant(grant_id uuid, why text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  whose uuid;
begin
  update access.person_grant set ended_at = now(), ended_by = access.actor(), ended_why = why
  where id = grant_id and ended_at is null and (access.may_keep(person_id) or (access.has_role('{administrator}') and access.marking_of(access.survivor_of(person_id)) <> 'sealed')) returning person_id into whose;
  return whose;
end $function$
;

CREATE OR REPLACE FUNCTION access.end_membership(membership_id uuid, ends timestamp with time zone, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  m access.membership;
begin
  select * into m from access.membership where id = membership_id;
  if not found or not access.has_role('{administrator}') or m.actor_id = access.actor() then call access.refuse(); end if;
  update access.membership set valid_to = greatest(ends, valid_from) where id = membership_id;
  insert into access.staff_change (what, actor_id, team_id, told, reason, changed_by) values ('roleEnded', m.actor_id, m.team_id, jsonb_build_object('role', m.role, 'to', ends), why, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.end_outside(of_issuer text, sid text, of_subject text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  ended int;
begin
  update access.session s set ended_at = now() where s.issuer = of_issuer and s.ended_at is null
    and case when sid is not null then s.outside_sid = sid else s.actor_id = (select o.actor_id from access.outside_identity o where o.issuer = of_issuer and o.subject = of_subject) end;
  get diagnostics ended = row_count;
  return ended;
end $function$
;

CREATE OR REPLACE FUNCTION access.end_pending(token bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ with gone as (delete from access.pending where token_hash = token returning 1) select exists (select 1 from gone) $function$
;

CREATE OR REPLACE FUNCTION access.end_session(token bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update access.session set ended_at = now() where token_hash = token and ended_at is null $function$
;

CREATE OR REPLACE FUNCTION access.end_sessions(who uuid, only_this uuid, keep uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  ended int;
begin
  if who <> access.actor() and not access.has_role('{administrator}') then call access.refuse(); end if;
  update access.session set ended_at = now(), ended_by = access.actor() where actor_id = who and ended_at is null and id = coalesce(only_this, id) and id is distinct from keep;
  get diagnostics ended = row_count;
  return ended;
end $function$
;

CREATE OR REPLACE FUNCTION access.end_weak_sessions(who uuid, keep uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  asked text := coalesce((select value #>> '{}' from ops.setting where key = 'identity.secondFactor' and superseded_at is null),
    case when exists (select 1 from ops.setting where key = 'demonstration.accounts' and superseded_at is null) then 'offered' else 'required' end);
  ended int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  update access.session s set ended_at = now(), ended_by = access.actor() where s.ended_at is null and not s.strong and s.id is distinct from keep and s.actor_id = coalesce(who, s.actor_id)
    and (asked = 'required' or (asked = 'administrators' and exists (select 1 from access.membership_now m where m.actor_id = s.actor_id and m.role in ('administrator', 'privacy', 'records'))));
  get diagnostics ended = row_count;
  return ended;
end $function$
;

CREATE OR REPLACE FUNCTION access.enter(token bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  a record;
begin
  for turn in 1 .. 2 loop
    select s.actor_id, s.last_at < now() - interval '30 seconds' as long_ago, x.id, r.actor_id is not null and (r.until is null or r.until > now()) as reaches, r.scopes, r.wide, r.wide_write, r.cards,
      jsonb_build_object('id', x.id, 'kind', x.kind, 'name', x.name, 'email', x.email, 'jobTitle', x.job_title, 'qualified', x.qualified, 'roles', r.roles, 'teams', r.teams, 'wide', r.wide,
        'sessionId', s.id, 'fresh', s.verified_at > now() - interval '15 minutes', 'strong', s.strong) as told into a
    from access.session s left join access.actor x on x.id = s.actor_id and x.active left join access.reach r on r.actor_id = x.id
    where s.token_hash = token and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours';
    if not found then return null; end if;
    if turn = 1 and a.long_ago then
      -- Requests of one session at the same moment do not wait for each other.
      update access.session set last_at = now() where token_hash = (select token_hash from access.session where token_hash = token for update skip locked);
    end if;
    if a.id is null then return null; end if;
    exit when a.reaches;
    perform access.derive_reach(a.actor_id);
  end loop;
  perform set_config('kith.actor', a.id::text, true), set_config('kith.scopes', a.scopes::text, true), set_config('kith.wide', a.wide::text, true),
    set_config('kith.wide_write', a.wide_write::text, true), set_config('kith.cards', case when a.cards then 'on' else 'off' end, true),
    set_config('kith.known', '', true), set_config('kith.found', '', true), set_config('kith.writable', '', true);
  return a.told;
end $function$
;

CREATE OR REPLACE FUNCTION access.enter_as(who uuid)
 RETURNS jsonb
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select access.set_identity(who) $function$
;

CREATE OR REPLACE FUNCTION access.everyone(who uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select array(select p.part_id from access.person_part p where p.survivor_id = x.survivor) || x.survivor
  from (select coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who) as survivor) x
$function$
;

CREATE OR REPLACE FUNCTION access.exclude(exclusion_id uuid, who uuid, whom uuid, why text, ends timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Everybody may say of themselves that they are too near to somebody.
  if not access.may_keep(who) and not (whom = access.actor() and exists (select 1 from access.standing(who))) then call access.refuse(); end if;
  insert into access.exclusion (id, person_id, actor_id, reason, until, given_by) values (exclusion_id, who, whom, why, ends, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.factors_of(who uuid)
 RETURNS TABLE(id uuid, kind text, label text, sealed bytea, credential text, public_key bytea, transports text[], counter bigint, made_at timestamp with time zone, used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select f.id, f.kind, f.label, f.sealed, f.credential, f.public_key, f.transports, f.counter, f.made_at, f.used_at from access.factor f where f.actor_id = who and f.ended_at is null order by f.made_at
$function$
;

CREATE OR REPLACE FUNCTION access.find_for_review(called text)
 RETURNS TABLE(person_id uuid, name text, born_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query
    select distinct k.survivor_id, k.name, k.born_on from people.card c cross join lateral access.for_review(c.person_id) k
    where lower(c.name) = lower(btrim(called)) and k.name is not null order by 2, 3, 1 limit 30;
end $function$
;

CREATE OR REPLACE FUNCTION access.find_many(opening text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  -- what a form asks about people who were picked for it
  asking text[] := '{contacts.form}';
  set_to jsonb := (select value from ops.setting where key = 'access.manyOpened' and superseded_at is null);
  an_hour int := coalesce((set_to ->> 'hour')::int, 60);
  a_day int := coalesce((set_to ->> 'day')::int, 200);
  found_now int;
begin
  insert into access.many_opened (actor_id, span, people, measure, slowed_until)
  select x.actor_id, s.span, s.people, s.measure, now() + interval '1 hour'
  from (
    select e.actor_id, count(distinct p.person) filter (where e.at > now() - interval '1 hour')::int as within_hour, count(distinct p.person)::int as within_day
    from audit.event e cross join lateral unnest(case when e.via = 'api' or (e.what = any (asking) and cardinality(e.people) > 20) then e.people else e.people[1:1] end) p (person)
    where e.at > now() - interval '1 day' and e.what = any (opening || asking) and e.via in ('page', 'api') and not e.refused and e.actor_id is not null
    group by e.actor_id
  ) x cross join lateral (values ('hour', x.within_hour, an_hour), ('day', x.within_day, a_day)) s (span, people, measure)
  where s.people > s.measure
    and not exists (select 1 from access.many_opened m where m.actor_id = x.actor_id and m.span = s.span and m.found_at > now() - case s.span when 'hour' then interval '1 hour' else interval '1 day' end);
  get diagnostics found_now = row_count;
  return found_now;
end $function$
;

CREATE OR REPLACE FUNCTION access.find_unusual(opening text[], many integer, often integer, lately integer)
 RETURNS TABLE(weeks integer, lines integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  last_week date := date_trunc('week', now() at time zone 'Europe/London')::date - 7;
  one date := greatest(coalesce((select max(w.week_from) + 7 from access.viewing_week w), last_week), last_week - 49);
begin
  weeks := 0;
  lines := 0;
  while one <= last_week loop
    lines := lines + access.look_through_week(one, opening, many, often, lately);
    weeks := weeks + 1;
    one := one + 7;
  end loop;
  return next;
end $function$
;

CREATE OR REPLACE FUNCTION access.finds(who uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 300
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if access.cards() and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $function$
;

CREATE OR REPLACE FUNCTION access.follow_groups(who uuid, wanted jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  changed int;
begin
  with w as (
    select distinct x.role, t.id as team_id from jsonb_to_recordset(wanted) as x (role text, team text) left join access.team t on t.name = x.team and t.active where x.team is null or t.id is not null
  ), ended as (
    update access.membership m set valid_to = greatest(now(), m.valid_from) where m.actor_id = who and m.by_groups and m.valid_to is null and not exists (select 1 from w where w.role = m.role and w.team_id is not distinct from m.team_id)
    returning m.role, m.team_id, 'roleEnded' as what
  ), begun as (
    insert into access.membership (id, actor_id, team_id, role, reason, by_groups)
    select gen_random_uuid(), who, w.team_id, w.role, 'Groups of the council''s sign-in', true from w
    where not exists (select 1 from access.membership m where m.actor_id = who and m.role = w.role and m.team_id is not distinct from w.team_id and (m.valid_to is null or m.valid_to > now()))
    returning role, team_id, 'role' as what
  ), kept as (
    insert into access.staff_change (what, actor_id, team_id, told, reason, changed_by)
    select c.what, who, c.team_id, jsonb_build_object('role', c.role), 'Groups of the council''s sign-in', who from (select * from ended union all select * from begun) c returning 1
  )
  select count(*) into changed from kept;
  return changed;
end $function$
;

CREATE OR REPLACE FUNCTION access.for_review(who uuid)
 RETURNS TABLE(survivor_id uuid, marking text, name text, born_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  mark text := (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end
    from access.subject x where x.id = s or x.id in (select p.part_id from access.person_part p where p.survivor_id = s));
begin
  if mark is null or not access.has_role('{privacy}')
    or exists (select 1 from access.bar b where b.person_id = s and b.scope = access.actor() and (b.until is null or b.until > now())) then return; end if;
  if mark = 'sealed' and not exists (select 1 from access.standing(s) k where k.sight = 'full') then return; end if;
  return query select s, mark, case when mark = 'open' then c.name end, case when mark = 'open' then c.born_on end from (select 1) x left join people.card c on c.person_id = s;
end $function$
;

CREATE OR REPLACE FUNCTION access.forget()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform set_config('kith.known', '', true), set_config('kith.found', '', true), set_config('kith.writable', '', true);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.forget_attempts(marks bytea[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ delete from access.attempt where mark = any (marks) $function$
;

CREATE OR REPLACE FUNCTION access.found()
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('kith.found'::text, true), ''::text), '{}'::text))::jsonb
;

CREATE OR REPLACE FUNCTION access.from_outside(of_issuer text, of_subject text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select o.actor_id from access.outside_identity o join access.actor a on a.id = o.actor_id and a.active where o.issuer = of_issuer and o.subject = of_subject
$function$
;

CREATE OR REPLACE FUNCTION access.full_sight(person text, domain text, writing boolean DEFAULT false)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when writing then format('access.writes(%s, %s)', person, domain)
    else format($text$coalesce(case when %2$s in ('shared', 'children') then ((select access.known()) -> (%1$s)::text)::boolean end,
      ((%2$s = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = %1$s and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = %2$s or (%2$s = 'shared' and s.domain <> 'agency') or (s.domain = '*' and %2$s not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and %2$s = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = (select access.actor()) and (b.until is null or b.until > now())))$text$, person, domain) end
$function$
;

CREATE OR REPLACE FUNCTION access.given_sight(most integer)
 RETURNS TABLE(kind text, id uuid, actor_id uuid, actor text, domain text, may_write boolean, since timestamp with time zone, until timestamp with time zone, by_whom text, over boolean, ended_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select x.kind, x.id, x.actor_id, a.name, x.domain, x.may_write, x.since, x.until, b.name, x.over, e.name
  from (
    select 'granted' as kind, n.id, n.actor_id, n.person_id, n.domain, n.may_write, n.given_at as since, coalesce(n.ended_at, n.until) as until, n.given_by, n.ended_at is not null or n.until <= now() as over, n.ended_by from access.person_grant n
    union all select 'excluded', x.id, x.actor_id, x.person_id, null, false, x.since, x.until, x.given_by, x.until is not null and x.until <= now(), x.ended_by from access.exclusion x
    union all select 'named', null, l.actor_id, l.person_id, null, true, l.since, l.until, l.given_by, l.until is not null and l.until <= now(), null from access.listed l
      where not exists (select 1 from access.person_part p where p.part_id = l.person_id)
    union all select 'opened', g.id, g.actor_id, g.person_id, null, false, g.started_at, g.until, g.actor_id, g.until <= now(), null from access.break_glass g
  ) x join access.actor a on a.id = x.actor_id left join access.actor b on b.id = x.given_by left join access.actor e on e.id = x.ended_by
  where access.has_role('{administrator}') and access.marking_of(access.survivor_of(x.person_id)) <> 'sealed'
  order by x.over, x.since desc limit most
$function$
;

CREATE OR REPLACE FUNCTION access.glass_to_review()
 RETURNS TABLE(id uuid, actor text, job_title text, reason text, marking text, started_at timestamp with time zone, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select b.id, a.name, a.job_title, b.reason, m.marking, b.started_at, b.until
  from access.break_glass b join access.actor a on a.id = b.actor_id join access.same_person g on g.person_id = b.person_id join access.marking_now m on m.survivor_id = g.survivor_id
  where b.reviewed_at is null and b.actor_id <> access.actor() and access.has_role('{privacy}') and m.marking <> 'sealed'
  order by b.started_at
$function$
;

CREATE OR REPLACE FUNCTION access.grant_sight(grant_id uuid, who uuid, whom uuid, in_domain text, writing boolean, ends timestamp with time zone, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if whom = access.actor() or ends <= now() or not access.may_keep(who, in_domain)
    or not exists (select 1 from access.standing(who) s where s.marking = 'open')
    or not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff')
    or exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'administrator') then call access.refuse(); end if;
  insert into access.person_grant (id, person_id, actor_id, domain, may_write, until, reason, given_by) values (grant_id, who, whom, in_domain, writing, ends, why, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.has_address(address text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select exists (select 1 from access.actor where lower(email) = lower(address)) $function$
;

CREATE OR REPLACE FUNCTION access.has_role(any_of text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.reach r join access.actor a on a.id = r.actor_id and a.kind = 'staff' where r.actor_id = access.actor() and r.roles && any_of)
$function$
;

CREATE OR REPLACE FUNCTION access.involve(involvement_id uuid, who uuid, team uuid, worker uuid, in_domain text, as_role text, since date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if cardinality(access.not_writable(array[who], in_domain)) > 0
    and not exists (select 1 from access.subject where id = who and created_by = access.actor() and created_at = now()) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into access.involvement (id, person_id, team_id, worker_id, domain, role, from_on, recorded_by)
  values (involvement_id, who, team, worker, in_domain, as_role, since, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.involve_beside(people uuid[], for_sake_of uuid[], team uuid, worker uuid, in_domain text, since date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one uuid;
  sake uuid[] := array(select distinct s from unnest(for_sake_of) s order by s);
  refused uuid[] := access.not_writable(people, in_domain);
begin
  for one in select distinct p from unnest(people) p where p <> all (refused) order by p loop
    update access.involvement v set because_of = array(select distinct s from unnest(v.because_of || sake) s order by s)
    where v.person_id = one and v.team_id is not distinct from team and v.worker_id is not distinct from worker and v.superseded_at is null and v.to_on is null and not v.because_of @> sake;
    if not exists (select 1 from access.involvement v where v.person_id = one and v.team_id is not distinct from team and v.worker_id is not distinct from worker and v.superseded_at is null and v.to_on is null) then
      insert into access.involvement (id, person_id, team_id, worker_id, domain, role, from_on, recorded_by, because_of) values (gen_random_uuid(), one, team, worker, in_domain, 'allocated', since, access.actor(), sake);
    end if;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION access.involved(who uuid)
 RETURNS TABLE(team_id uuid, team text, worker_id uuid, worker text, worker_phone text, domain text, role text, from_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct i.team_id, t.name, i.worker_id, a.name, a.phone, i.domain, i.role, i.from_on
  from access.standing(who) k
  join access.involvement i on i.person_id = k.survivor_id or i.person_id in (select p.part_id from access.person_part p where p.survivor_id = k.survivor_id)
  left join access.team t on t.id = i.team_id
  left join access.actor a on a.id = i.worker_id
  where k.sight in ('card', 'full') and i.superseded_at is null and (i.to_on is null or i.to_on >= (now() at time zone 'Europe/London')::date)
    and i.domain not in ('adoption', 'legal', 'allegation')
  order by i.from_on desc
$function$
;

CREATE OR REPLACE FUNCTION access.is_administrator(whom uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'administrator')
$function$
;

CREATE OR REPLACE FUNCTION access.is_kept_from(whom uuid, people uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.bar b where b.scope = whom and (b.until is null or b.until > now())
    and (b.person_id = any (people) or b.person_id in (select p.survivor_id from access.person_part p where p.part_id = any (people))))
    and not exists (select 1 from unnest(people) p where p = any (access.not_writable(people, 'children')))
$function$
;

CREATE OR REPLACE FUNCTION access.join_from_outside(who uuid, told jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.actor (id, kind, name, email, job_title, qualified) values (who, 'staff', told ->> 'name', lower(told ->> 'email'), told ->> 'jobTitle', false);
  insert into access.staff_change (what, actor_id, told, changed_by) values ('account', who, told, who)
$function$
;

CREATE OR REPLACE FUNCTION access.join_legal(people uuid[], whom uuid, as_role text, since date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  p uuid;
  everyone uuid[];
begin
  if cardinality(access.not_writable(people, 'children')) > 0 and cardinality(access.not_writable(people, 'legal')) > 0 then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  foreach p in array people loop
    everyone := array(select s.person_id from access.same_person s where s.survivor_id = (select x.survivor_id from access.same_person x where x.person_id = p));
    if not (exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'legal')
      or exists (select 1 from access.involvement i where i.person_id = any (everyone) and i.worker_id = whom and i.domain = 'children' and i.role = 'allocated' and i.superseded_at is null and i.to_on is null)
      or (whom <> access.actor() and cardinality(access.not_writable(array[p], 'legal')) = 0)) then
      raise exception 'not allowed' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from access.involvement i where i.person_id = any (everyone) and i.worker_id = whom and i.domain = 'legal' and i.superseded_at is null and i.to_on is null) then
      insert into access.involvement (id, person_id, worker_id, domain, role, from_on, recorded_by) values (gen_random_uuid(), p, whom, 'legal', as_role, since, access.actor());
    end if;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_actor(who uuid, told jsonb, seen_version integer, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  now_version int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  insert into access.actor as a (id, kind, name, email, job_title, phone, qualified, registration, caseload_limit, hours)
  values (who, coalesce(told ->> 'kind', 'staff'), told ->> 'name', lower(told ->> 'email'), told ->> 'jobTitle', told ->> 'phone', coalesce((told ->> 'qualified')::boolean, false), told ->> 'registration', (told ->> 'caseloadLimit')::int, coalesce((told ->> 'hours')::numeric, 1))
  on conflict (id) do update set name = excluded.name, email = excluded.email, job_title = excluded.job_title, phone = excluded.phone, qualified = excluded.qualified,
    registration = case when told ? 'registration' then excluded.registration else a.registration end,
    caseload_limit = excluded.caseload_limit, hours = excluded.hours, version = a.version + 1
    where a.version = seen_version
  returning version into now_version;
  if now_version is not null then
    insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('account', who, told, why, access.actor());
  end if;
  return now_version;
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_recovery_codes(who uuid, marks bytea[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from access.recovery_code where actor_id = who;
  insert into access.recovery_code (actor_id, mark) select who, unnest(marks);
$function$
;

CREATE OR REPLACE FUNCTION access.keep_team(team uuid, told jsonb, seen_version integer, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  now_version int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  if exists (select 1 from access.team_below b where b.top_id = team and b.team_id = (told ->> 'parentId')::uuid) then
    raise exception 'a team cannot stand under itself' using errcode = 'check_violation';
  end if;
  insert into access.team as t (id, name, kind, domain, parent_id, active)
  values (team, told ->> 'name', told ->> 'kind', coalesce(told ->> 'domain', 'children'), (told ->> 'parentId')::uuid, coalesce((told ->> 'active')::boolean, true))
  on conflict (id) do update set name = excluded.name, kind = excluded.kind, domain = excluded.domain, parent_id = excluded.parent_id, active = excluded.active, version = t.version + 1
    where t.version = seen_version
  returning version into now_version;
  if now_version is not null then
    insert into access.staff_change (what, team_id, told, reason, changed_by) values ('team', team, told, why, access.actor());
  end if;
  return now_version;
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_told(told jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.told_count (actor_id, question, sketch, below, above, few, answer)
  select access.actor(), x ->> 'question', array(select jsonb_array_elements_text(x -> 'sketch')::int), (x ->> 'below')::int, (x ->> 'above')::int, (x ->> 'few')::boolean, (x ->> 'answer')::int from jsonb_array_elements(told) x
$function$
;

CREATE OR REPLACE FUNCTION access.kept(who uuid)
 RETURNS TABLE(kind text, id uuid, actor_id uuid, actor text, domain text, may_write boolean, reason text, since timestamp with time zone, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with everyone as (
    select g.person_id from access.same_person g where g.survivor_id = coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who) and access.may_keep(who)
  )
  select distinct on (l.actor_id) 'named', null::uuid, l.actor_id, a.name, null::text, true, null::text, l.since, l.until from access.listed l join everyone e using (person_id) join access.actor a on a.id = l.actor_id where l.until is null or l.until > now()
  union all
  select 'excluded', x.id, x.actor_id, a.name, null, false, x.reason, x.since, x.until from access.exclusion x join everyone e using (person_id) join access.actor a on a.id = x.actor_id
  where (x.until is null or x.until > now())
  union all
  select 'granted', n.id, n.actor_id, a.name, n.domain, n.may_write, n.reason, n.given_at, n.until from access.person_grant n join everyone e using (person_id) join access.actor a on a.id = n.actor_id
  where n.ended_at is null and n.until > now()
$function$
;

CREATE OR REPLACE FUNCTION access.kept_away(whom uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.bar b where b.person_id = who and b.scope = whom and (b.until is null or b.until > now()))
$function$
;

CREATE OR REPLACE FUNCTION access.kept_history(who uuid)
 RETURNS TABLE(at timestamp with time zone, by_whom text, what text, whom text, domain text, until timestamp with time zone, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with everyone as (select unnest(access.everyone(access.survivor_of(who))) as person_id where access.may_keep(who))
  select x.at, b.name, x.what, w.name, x.domain, x.until, x.why
  from (
    select m.changed_at as at, m.changed_by as by_whom, case m.what when 'marked' then m.marking else m.what end as what, m.whom, null::text as domain, m.until, m.reason as why from access.marking_change m join everyone e using (person_id)
    union all select x.since, x.given_by, 'excluded', x.actor_id, null, case when x.ended_by is null then x.until end, x.reason from access.exclusion x join everyone e using (person_id)
    union all select x.until, x.ended_by, 'exclusionEnded', x.actor_id, null, null, x.ended_why from access.exclusion x join everyone e using (person_id) where x.ended_by is not null
    union all select n.given_at, n.given_by, 'granted', n.actor_id, n.domain, n.until, n.reason from access.person_grant n join everyone e using (person_id)
    union all select n.ended_at, n.ended_by, 'grantEnded', n.actor_id, n.domain, null, n.ended_why from access.person_grant n join everyone e using (person_id) where n.ended_at is not null
    union all select g.started_at, g.actor_id, 'opened', g.actor_id, null, g.until, g.reason from access.break_glass g join everyone e using (person_id)
    union all select q.asked_at, q.asked_by, case q.kind when 'second' then 'proposed' else 'asked' end, q.actor_id, q.domain, null, q.reason from access.sight_request q join everyone e using (person_id)
    union all select q.decided_at, q.decided_by, q.decision, q.actor_id, q.domain, q.until, q.words from access.sight_request q join everyone e using (person_id) where q.decision in ('declined', 'answered')
  ) x left join access.actor b on b.id = x.by_whom left join access.actor w on w.id = x.whom
  order by x.at desc limit 100
$function$
;

CREATE OR REPLACE FUNCTION access.know(people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  is_wide boolean := 'children' = any (access.wide());
  partly_wide boolean := cardinality(access.wide()) > 0 and not is_wide;
  has_cards boolean := access.cards();
  now_known jsonb;
  now_found jsonb;
begin
  if me is null or cardinality(people) = 0 then return; end if;
  select jsonb_object_agg(y.id, y.fully) filter (where y.fully or not (y.somehow or partly_wide)), jsonb_object_agg(y.id, y.may_find) into now_known, now_found
  from (
    -- Who is seen in some domain but not in children is left to the rule, which says in which.
    select x.id, not bool_or(x.kept_from) and (bool_or(x.fully) or is_wide and not bool_or(x.marked)) as fully, not bool_or(x.kept_from) and bool_or(x.somehow) as somehow,
      not bool_or(x.kept_from) and (bool_or(x.partly) or has_cards and not bool_or(x.marked)) as may_find
    from (
      select p as id, false as fully, false as somehow, false as partly, false as kept_from, false as marked from unnest(people) p where p is not null
      union all
      select s.person_id, s.sight = 'full' and s.domain in ('children', '*'), s.sight = 'full', s.sight in ('card', 'full'), false, false
      from access.person_scope s where s.person_id = any (people) and (s.until is null or s.until > now()) and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any (mine)
      union all
      select b.person_id, false, false, false, b.scope = me and (b.until is null or b.until > now()), b.scope = '00000000-0000-0000-0000-000000000000' from access.bar b where b.person_id = any (people)
    ) x group by x.id
  ) y;
  perform set_config('kith.known', (access.known() || coalesce(now_known, '{}'))::text, true), set_config('kith.found', (access.found() || coalesce(now_found, '{}'))::text, true);
end $function$
;

CREATE OR REPLACE FUNCTION access.known()
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('kith.known'::text, true), ''::text), '{}'::text))::jsonb
;

CREATE OR REPLACE FUNCTION access.known_outside(of_issuer text, of_subject text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.outside_identity o where o.issuer = of_issuer and o.subject = of_subject)
$function$
;

CREATE OR REPLACE FUNCTION access.legal_follows_worker()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everyone uuid[] := array(select s.person_id from access.same_person s where s.survivor_id = (select x.survivor_id from access.same_person x where x.person_id = new.person_id));
begin
  if not exists (select 1 from access.involvement i where i.person_id = any (everyone) and i.worker_id = new.worker_id and i.domain = 'children' and i.role = 'allocated' and i.superseded_at is null and i.to_on is null) then
    update access.involvement i set to_on = greatest(coalesce(new.to_on, i.from_on), i.from_on) where i.person_id = any (everyone) and i.worker_id = new.worker_id and i.domain = 'legal' and i.role = 'allocatedWorker' and i.superseded_at is null and i.to_on is null;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.line_of(worker uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select md5('line above ' || worker)::uuid $function$
;

CREATE OR REPLACE FUNCTION access.link_outside(of_issuer text, of_subject text, who uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.outside_identity (issuer, subject, actor_id) values (of_issuer, of_subject, who);
  insert into access.staff_change (what, actor_id, told, changed_by) values ('councilSignIn', who, '{}', who)
$function$
;

CREATE OR REPLACE FUNCTION access.look_pending(token bytea)
 RETURNS TABLE(actor_id uuid, waits_for text, told jsonb, tries integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.actor_id, p.waits_for, p.told, p.tries from access.pending p join access.actor a on a.id = p.actor_id and a.active where p.token_hash = token and p.started_at > now() - interval '15 minutes' and p.tries < 10
$function$
;

CREATE OR REPLACE FUNCTION access.look_through_week(starts_on date, opening text[], many integer, often integer, lately integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  starts timestamptz := starts_on::timestamp at time zone 'Europe/London';
  ends timestamptz := (starts_on + 7)::timestamp at time zone 'Europe/London';
  number int;
begin
  insert into access.unusual_viewing as u (week_from, actor_id, person_id, kinds, times, first_at, last_at)
  with seen as materialized (
    select e.id, e.at, e.actor_id, e.people, e.refused from audit.event e
    where e.at >= starts and e.at < ends and e.via in ('page', 'api') and e.what = any (opening) and e.actor_id is not null and cardinality(e.people) > 0
  ), touched as materialized (
    select s.id, s.at, s.actor_id, s.refused, g.survivor_id as person_id, bool_or(p.nth = 1) as first
    from seen s cross join lateral unnest(s.people) with ordinality p (part_id, nth) join access.same_person g on g.person_id = p.part_id
    group by s.id, s.at, s.actor_id, s.refused, g.survivor_id
  ), pair as materialized (
    select t.actor_id, t.person_id, count(*)::int as times, min(t.at) as first_at, max(t.at) as last_at, access.everyone(t.person_id) as everybody
    from touched t group by t.actor_id, t.person_id
  ), weighed as materialized (
    select p.*, a.name, a.person_id as own_id, (p.first_at at time zone 'Europe/London')::date as first_day, (p.last_at at time zone 'Europe/London')::date as last_day,
      (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' else 'open' end from access.subject x where x.id = any (p.everybody)) as marking,
      exists (select 1 from access.listed l where l.person_id = any (p.everybody) and l.actor_id = p.actor_id and l.since <= p.last_at and (l.until is null or l.until > p.first_at)) as named,
      -- what somebody reaches now stands for what they reached in the week; of a closed account nothing is known any more
      r.actor_id is null or cardinality(r.wide) > 0 or 'records' = any (r.roles)
        or exists (select 1 from access.involvement i where i.person_id = any (p.everybody) and i.superseded_at is null and (i.worker_id = p.actor_id or i.team_id = any (r.scopes)) and (i.to_on is null or i.to_on >= starts_on - 365))
        or exists (select 1 from access.person_grant n where n.person_id = any (p.everybody) and n.actor_id = p.actor_id and n.given_at < ends and n.until > starts)
        or exists (select 1 from access.break_glass b where b.person_id = any (p.everybody) and b.actor_id = p.actor_id and b.started_at < ends and b.until > starts)
        or exists (select 1 from access.subject x where x.id = any (p.everybody) and x.created_by = p.actor_id) as works
    from pair p join access.actor a on a.id = p.actor_id left join access.reach r on r.actor_id = p.actor_id
  ), without_work as (
    select t.actor_id, t.person_id, count(*) as times from touched t
    where t.first and not t.refused and not exists (select 1 from touched beside join weighed w on w.actor_id = beside.actor_id and w.person_id = beside.person_id where beside.id = t.id and (w.works or w.named))
    group by t.actor_id, t.person_id
  ), unusual as (
    select w.actor_id, w.person_id, w.times, w.first_at, w.last_at, array_remove(array[
      case when w.own_id = any (w.everybody) then 'own' end,
      case when exists (select 1 from access.actor c where c.person_id = any (w.everybody) and c.id <> w.actor_id) then 'colleague' end,
      case when w.own_id is distinct from w.person_id and exists (select 1 from people.name n where n.person_id = any (w.everybody) and n.superseded_at is null and btrim(n.family) <> '' and lower(btrim(n.family)) = lower(regexp_replace(btrim(w.name), '^.*\s', ''))) then 'surname' end,
      case when w.own_id is not null and not w.own_id = any (w.everybody) and exists (
        select 1 from people.address mine join people.address theirs on theirs.person_id = any (w.everybody) and theirs.superseded_at is null and (theirs.valid_to is null or theirs.valid_to >= starts_on)
          and (theirs.household_id = mine.household_id or theirs.uprn = mine.uprn or (lower(replace(theirs.postcode, ' ', '')) = lower(replace(mine.postcode, ' ', '')) and lower(btrim(theirs.lines[1])) = lower(btrim(mine.lines[1]))))
        where mine.person_id = any (access.everyone(w.own_id)) and mine.superseded_at is null and (mine.valid_to is null or mine.valid_to >= starts_on)) then 'address' end,
      case when exists (select 1 from access.involvement i where i.person_id = any (w.everybody) and i.superseded_at is null and i.to_on >= w.first_day - lately and i.to_on < w.last_day)
        and not exists (select 1 from access.involvement i where i.person_id = any (w.everybody) and i.superseded_at is null and i.from_on <= w.last_day and (i.to_on is null or i.to_on >= w.last_day)) then 'closed' end,
      case when w.marking = 'restricted' and not w.named then 'restricted' end,
      case when coalesce(n.times, 0) >= often then 'noWork' end], null) as kinds
    from weighed w left join without_work n on n.actor_id = w.actor_id and n.person_id = w.person_id
    where w.marking <> 'sealed'
  ), busy as (
    select h.actor_id, max(h.people)::int as times, min(h.first_at) as first_at, max(h.last_at) as last_at
    from (select actor_id, date_trunc('hour', at) as hour, count(distinct person_id) as people, min(at) as first_at, max(at) as last_at from touched where first group by 1, 2) h
    where h.people >= many group by h.actor_id
  )
  select starts_on, f.actor_id, f.person_id, f.kinds, f.times, f.first_at, f.last_at from unusual f where cardinality(f.kinds) > 0
  union all
  select starts_on, b.actor_id, null, array['many'], b.times, b.first_at, b.last_at from busy b
  on conflict (week_from, actor_id, person_id) do nothing;
  get diagnostics number = row_count;
  insert into access.viewing_week (week_from, found) values (starts_on, number) on conflict (week_from) do nothing;
  return number;
end $function$
;

CREATE OR REPLACE FUNCTION access.look_up_to_write(people uuid[], in_domain text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  is_wide boolean := 'children' = any (access.wide());
  partly_wide boolean := cardinality(access.wide()) > 0 and not is_wide;
  has_cards boolean := access.cards();
  writes_wide boolean := in_domain = any (access.wide_write());
  now_known jsonb;
  now_found jsonb;
  now_writable text;
  refused uuid[];
begin
  if me is null or cardinality(people) = 0 then return people; end if;
  select jsonb_object_agg(y.id, y.fully) filter (where y.fully or not (y.somehow or partly_wide)), jsonb_object_agg(y.id, y.may_find),
    string_agg(' ' || y.id::text || '/' || in_domain, '') filter (where y.may_write), coalesce(array_agg(y.id) filter (where not y.may_write), '{}')
  into now_known, now_found, now_writable, refused
  from (
    select x.id, not bool_or(x.kept_from) and (bool_or(x.fully) or is_wide and not bool_or(x.marked)) as fully, not bool_or(x.kept_from) and bool_or(x.somehow) as somehow,
      not bool_or(x.kept_from) and (bool_or(x.partly) or has_cards and not bool_or(x.marked)) as may_find,
      bool_or(x.there) and not bool_or(x.kept_from) and (bool_or(x.writes) or writes_wide and not bool_or(x.marked)) as may_write
    from (
      select p as id, false as fully, false as somehow, false as partly, false as kept_from, false as marked, false as writes, exists (select 1 from access.subject u where u.id = p) as there from unnest(people) p
      union all
      select s.person_id, s.sight = 'full' and s.domain in ('children', '*'), s.sight = 'full', s.sight in ('card', 'full'), false, false,
        s.may_write and (s.domain = in_domain or in_domain = 'shared' or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation'))), false
      from access.person_scope s where s.person_id = any (people) and (s.until is null or s.until > now()) and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any (mine)
      union all
      select b.person_id, false, false, false, b.scope = me and (b.until is null or b.until > now()), b.scope = '00000000-0000-0000-0000-000000000000', false, false from access.bar b where b.person_id = any (people)
    ) x group by x.id
  ) y;
  perform set_config('kith.known', (access.known() || coalesce(now_known, '{}'))::text, true), set_config('kith.found', (access.found() || coalesce(now_found, '{}'))::text, true),
    set_config('kith.writable', coalesce(current_setting('kith.writable', true), '') || coalesce(now_writable, ''), true);
  return refused;
end $function$
;

CREATE OR REPLACE FUNCTION access.look_up_writing(people uuid[], in_domain text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  refused uuid[] := access.not_writable(people, in_domain);
begin
  perform set_config('kith.writable', coalesce(current_setting('kith.writable', true), '') || coalesce((select string_agg(' ' || p::text || '/' || in_domain, '') from unnest(people) p where p <> all (refused)), ''), true);
  return refused;
end $function$
;

CREATE OR REPLACE FUNCTION access.lookers(who uuid)
 RETURNS TABLE(actor_id uuid, actor text, job_title text, times bigint, last_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everybody uuid[];
begin
  if not exists (select 1 from access.for_review(who)) then return; end if;
  everybody := access.everyone(who);
  return query
    with about as materialized (select e.actor_id, e.at from audit.event e where e.people && everybody)
    select e.actor_id, a.name, a.job_title, count(*), max(e.at) from about e join access.actor a on a.id = e.actor_id group by e.actor_id, a.name, a.job_title order by a.name, e.actor_id;
end $function$
;

CREATE OR REPLACE FUNCTION access.many_to_review()
 RETURNS TABLE(id uuid, actor_id uuid, actor text, job_title text, span text, people integer, measure integer, found_at timestamp with time zone, slowed_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select m.id, m.actor_id, a.name, a.job_title, m.span, m.people, m.measure, m.found_at, m.slowed_until from access.many_opened m join access.actor a on a.id = m.actor_id
  where m.reviewed_at is null and m.actor_id <> access.actor() and access.has_role('{privacy}') order by m.found_at desc
$function$
;

CREATE OR REPLACE FUNCTION access.mark(change_id uuid, who uuid, as_marking text, names uuid[], why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  survivor uuid := access.survivor_of(who);
  everyone uuid[] := access.everyone(survivor);
begin
  if not access.may_keep(survivor) then call access.refuse(); end if;
  if exists (select 1 from unnest(names) n where not exists (select 1 from access.actor a where a.id = n and a.active and a.kind = 'staff')) then call access.refuse(); end if;
  -- an administrator comes onto a list by a second person only
  if exists (select 1 from unnest(names) n where access.is_administrator(n) and not exists (select 1 from access.listed l where l.person_id = any (everyone) and l.actor_id = n and (l.until is null or l.until > now()))) then call access.refuse(); end if;
  if as_marking <> 'open' and not exists (select 1 from unnest(names) n where not access.kept_away(n, survivor)) then
    raise exception 'a marked record needs somebody who can open it' using errcode = 'check_violation';
  end if;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (change_id, survivor, as_marking, names, why, access.actor());
  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and (as_marking = 'open' or actor_id <> all (names));
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, (select distinct unnest(names) as n) x where as_marking <> 'open'
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null or l.until > now() then l.since else now() end, given_by = excluded.given_by;
  update access.subject set marking = as_marking where id = any (everyone) and marking <> as_marking;
end $function$
;

CREATE OR REPLACE FUNCTION access.marking_of(survivor uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end from access.subject x where x.id = any (access.everyone(survivor))
$function$
;

CREATE OR REPLACE FUNCTION access.may_hold_adoption(whom uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') and exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'adoption')
    and not access.kept_away(whom, who)
$function$
;

CREATE OR REPLACE FUNCTION access.may_keep(who uuid, in_domain text DEFAULT 'shared'::text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select access.has_role('{manager,head,records}') and cardinality(access.not_writable(array[who], in_domain)) = 0
$function$
;

CREATE OR REPLACE FUNCTION access.may_merge(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select access.may_merge_otherwise(one, other) and not access.are_apart(one, other) $function$
;

CREATE OR REPLACE FUNCTION access.may_merge_otherwise(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.reach r where r.actor_id = access.actor() and 'records' = any (r.roles))
    and not exists (select 1 from unnest(array[one, other]) p
      where not exists (select 1 from access.subject s where s.id = p)
      or exists (select 1 from access.bar b where b.person_id = p and b.scope = access.actor() and (b.until is null or b.until > now()))
      or (exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000')
        and not exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any (access.scopes()) and s.sight = 'full' and (s.until is null or s.until > now()))))
$function$
;

CREATE OR REPLACE FUNCTION access.may_witness(whom uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.membership_now m join access.actor a on a.id = m.actor_id and a.active and a.kind = 'staff' where m.actor_id = whom and m.role in ('administrator', 'privacy', 'manager', 'head'))
$function$
;

CREATE OR REPLACE FUNCTION access.membership_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if tg_op <> 'INSERT' then perform access.derive_reach(old.actor_id), access.derive_line(old.actor_id, old.team_id); end if;
  if tg_op <> 'DELETE' then perform access.derive_reach(new.actor_id), access.derive_line(new.actor_id, new.team_id); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.mend_scope()
 RETURNS TABLE(differed bigint, people integer, staff integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  wrong uuid[] := '{}';
  astray uuid[] := array(
    select x.actor_id from (
      select r.actor_id, r.scopes, r.wide, r.wide_write, r.cards, r.roles, r.teams from access.reach r where r.until is null or r.until > now()
      except select n.actor_id, n.scopes, n.wide, n.wide_write, n.cards, n.roles, n.teams from access.reach_now n) x);
begin
  differed := access.scope_difference() + cardinality(astray);
  if differed > cardinality(astray) then
    wrong := array(
      select x.person_id from (select s.person_id, s.scope, s.domain, s.sight, s.may_write, s.until from access.person_scope s except select n.person_id, n.scope, n.domain, n.sight, n.may_write, n.until from access.scope_now n) x
      union select x.person_id from (select n.person_id, n.scope, n.domain, n.sight, n.may_write, n.until from access.scope_now n except select s.person_id, s.scope, s.domain, s.sight, s.may_write, s.until from access.person_scope s) x
      union select x.person_id from (select b.person_id, b.scope, b.until from access.bar b except select n.person_id, n.scope, n.until from access.bar_now n) x
      union select x.person_id from (select n.person_id, n.scope, n.until from access.bar_now n except select b.person_id, b.scope, b.until from access.bar b) x);
    perform access.derive(p) from (select unnest(wrong) as p order by 1) w;
  end if;
  perform access.derive_reach(a) from (select unnest(astray || array(select r.actor_id from access.reach r where r.until <= now())) as a order by 1) w;
  people := cardinality(wrong);
  staff := cardinality(astray);
  return next;
end $function$
;

CREATE OR REPLACE FUNCTION access.merge(part uuid, into_whom uuid, why text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  root uuid := access.survivor_of(part);
  survivor uuid := access.survivor_of(into_whom);
begin
  if not access.may_merge(root, survivor) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if root = survivor then return survivor; end if;
  perform 1 from access.subject where id in (root, survivor) order by id for update;
  insert into access.person_part (part_id, into_id, merged_by, reason) values (root, survivor, access.actor(), why);
  perform access.tell_of_merge('person.merged', array[root, survivor]);
  return survivor;
end $function$
;

CREATE OR REPLACE FUNCTION access.my_requests(who uuid)
 RETURNS TABLE(id uuid, asked_at timestamp with time zone, decision text, decider text, decided_at timestamp with time zone, words text, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select q.id, q.asked_at, q.decision, d.name, q.decided_at, q.words, q.until from access.standing(who) k join access.sight_request q on q.person_id = any (access.everyone(k.survivor_id)) left join access.actor d on d.id = q.decided_by
  where q.actor_id = access.actor() and q.kind = 'asked' order by q.asked_at desc limit 5
$function$
;

CREATE OR REPLACE FUNCTION access.name_for_adoption(adoption uuid, whom uuid, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  old_one uuid := (select access.survivor_of(a.old_id) from access.adoption a where a.id = adoption);
begin
  if old_one is null or not access.on_adoption_list(adoption) or whom = access.actor() or not access.may_hold_adoption(whom, old_one) or access.is_administrator(whom) then call access.refuse(); end if;
  insert into access.adoption_listed as l (adoption_id, actor_id, given_by) values (adoption, whom, access.actor())
  on conflict (adoption_id, actor_id) do update set until = null, since = now(), given_by = excluded.given_by;
  perform access.put_on_list(gen_random_uuid(), old_one, whom, null, why);
end $function$
;

CREATE OR REPLACE FUNCTION access.name_on_list(change_id uuid, who uuid, whom uuid, ends timestamp with time zone, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  survivor uuid := access.survivor_of(who);
begin
  if not access.may_keep(survivor) or access.is_administrator(whom) then call access.refuse(); end if;
  perform access.put_on_list(change_id, survivor, whom, ends, why);
end $function$
;

CREATE OR REPLACE FUNCTION access.nobody_yet(guarded regclass, mine text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select format('%s_nobody_yet(%s)', guarded, mine)
$function$
;

CREATE OR REPLACE FUNCTION access.not_writable(people uuid[], in_domain text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return array(select p from unnest(people) p where not exists (select 1 from access.subject s where s.id = p) or not access.writes(p, in_domain));
end $function$
;

CREATE OR REPLACE FUNCTION access.of_several(guarded regclass, mine text, in_domain text, writing boolean)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select format('exists (select 1 from %s l where l.%I = %s and l.domain = %s%s offset 0)', links, link, mine, in_domain,
    case when writing then ' and ' || access.full_sight('l.person_id', 'l.domain', true) else '' end)
  from ops.several s where s.guarded = of_several.guarded
$function$
;

CREATE OR REPLACE FUNCTION access.on_adoption_list(adoption uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select access.has_role('{adoption}') and exists (select 1 from access.adoption_listed l where l.adoption_id = adoption and l.actor_id = access.actor() and (l.until is null or l.until > now()))
$function$
;

CREATE OR REPLACE FUNCTION access.open_session(token bytea, session_id uuid, who uuid, on_device text, by_way text, is_strong boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.session (token_hash, id, actor_id, device, method, strong) values (token, session_id, who, on_device, by_way, is_strong)
$function$
;

CREATE OR REPLACE FUNCTION access.outside_of(token bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select s.issuer from access.session s where s.token_hash = token and s.ended_at is null $function$
;

CREATE OR REPLACE FUNCTION access.own_record(whom uuid, who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.may_keep(who) or whom = access.actor() then call access.refuse(); end if;
  update access.actor set person_id = who, version = version + 1 where id = whom;
end $function$
;

CREATE OR REPLACE FUNCTION access.part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Whoever was merged into this one goes along, or stands alone again.
  update access.person_part set survivor_id = into_id where into_id = coalesce(new.part_id, old.part_id);
  if tg_op <> 'INSERT' then perform access.derive(old.part_id), access.derive(old.survivor_id); end if;
  if tg_op <> 'DELETE' then perform access.derive(new.part_id); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.part_merging()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  new.into_id := coalesce(new.into_id, new.survivor_id);
  new.survivor_id := coalesce((select survivor_id from access.person_part where part_id = new.into_id), new.into_id);
  if new.survivor_id = new.part_id then raise exception 'a person cannot be merged into a part of itself' using errcode = 'check_violation'; end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION access.parts_of(survivor uuid)
 RETURNS TABLE(part_id uuid, into_id uuid, merged_at timestamp with time zone, merged_by text, reason text, name text, born_on date, written_since bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
  select p.part_id, p.into_id, p.merged_at, a.name, p.reason, c.name, c.born_on,
    (select count(*) from people.name x where x.person_id = survivor and x.recorded_at > p.merged_at) + (select count(*) from people.address x where x.person_id = survivor and x.recorded_at > p.merged_at)
    + (select count(*) from people.fact x where x.person_id = survivor and x.recorded_at > p.merged_at) + (select count(*) from people.identifier x where x.person_id = survivor and x.recorded_at > p.merged_at)
    + (select count(*) from chronology.event_person x join chronology.event e on e.id = x.event_id where x.person_id = survivor and e.recorded_at > p.merged_at and e.kind not in ('person.merged', 'person.unmerged'))
  from access.person_part p left join access.actor a on a.id = p.merged_by left join people.card c on c.person_id = p.part_id
  where p.survivor_id = survivor and access.may_merge(p.part_id, survivor)
  order by p.merged_at desc;
end $function$
;

CREATE OR REPLACE FUNCTION access.person_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if tg_op <> 'INSERT' then perform access.derive(old.person_id); end if;
  if tg_op <> 'DELETE' then perform access.derive(new.person_id); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.processing()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'settings', (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from ops.setting s where s.superseded_at is null and (s.key like 'council.%' or s.key like 'retention.%' or s.key like 'privacy.%' or s.key = 'identity.secondFactor')),
    'domains', (select coalesce(jsonb_agg(x order by x ->> 'domain'), '[]') from (
      select jsonb_build_object('domain', t.domain, 'teams', count(*)) as x from access.team t where t.active and t.kind in ('team', 'frontDoor', 'emergencyDuty') group by t.domain) d),
    'roles', (select coalesce(jsonb_agg(x order by x ->> 'role'), '[]') from (
      select jsonb_build_object('role', m.role, 'accounts', count(distinct m.actor_id)) as x from access.membership_now m group by m.role) r),
    'recipients', (select coalesce(jsonb_agg(x order by x ->> 'name'), '[]') from (
      select jsonb_build_object('name', t.name, 'shares', count(h.id), 'purposes', coalesce(jsonb_agg(distinct h.purpose) filter (where h.id is not null), '[]'), 'bases', coalesce(jsonb_agg(distinct h.lawful_basis) filter (where h.id is not null), '[]')) as x
      from access.team t left join access.share h on h.agency_id = t.id and (h.until is null or h.until > now()) where t.active and t.kind = 'agency' group by t.id, t.name) g),
    'markings', (select jsonb_object_agg(k.marking, k.n) from (select s.marking, count(*) as n from access.subject s where s.marking <> 'sealed' group by s.marking) k))
$function$
;

CREATE OR REPLACE FUNCTION access.propose_sight(request uuid, who uuid, whom uuid, in_domain text, writing boolean, ends timestamp with time zone, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  survivor uuid := access.survivor_of(who);
begin
  if whom = access.actor() or ends <= now() or not access.may_keep(survivor, case when access.marking_of(survivor) = 'open' then in_domain else 'shared' end) or access.kept_away(whom, survivor)
    or not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') then call access.refuse(); end if;
  insert into access.sight_request (id, person_id, actor_id, kind, domain, may_write, until, reason, asked_by) values (request, survivor, whom, 'second', in_domain, writing, ends, why, access.actor());
  return access.send_request(request, survivor, array[access.actor(), whom], access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.prove_session(session_id uuid, by_way text, is_strong boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update access.session set verified_at = now(), last_at = now(), method = by_way, strong = strong or is_strong where id = session_id and actor_id = access.actor() and ended_at is null
$function$
;

CREATE OR REPLACE FUNCTION access.put_on_list(change_id uuid, survivor uuid, whom uuid, ends timestamp with time zone, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everyone uuid[] := access.everyone(survivor);
begin
  if access.marking_of(survivor) = 'open' or whom = access.actor() or ends <= now() or access.kept_away(whom, survivor)
    or not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') then call access.refuse(); end if;
  insert into access.listed as l (person_id, actor_id, given_by, until) select e, whom, access.actor(), ends from unnest(everyone) e
  on conflict (person_id, actor_id) do update set until = ends, since = case when l.until is null or l.until > now() then l.since else now() end, given_by = excluded.given_by;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom, until)
  values (change_id, survivor, access.marking_of(survivor), array(select distinct l.actor_id from access.listed l where l.person_id = any (everyone) and (l.until is null or l.until > now())), why, access.actor(), 'named', whom, ends);
end $function$
;

CREATE OR REPLACE FUNCTION access.rebuild_scope()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from access.person_scope;
  delete from access.bar;
  insert into access.person_scope select person_id, scope, domain, sight, may_write, until from access.scope_now;
  insert into access.bar select person_id, scope, until from access.bar_now;
$function$
;

CREATE OR REPLACE FUNCTION access.recoveries_to_witness()
 RETURNS TABLE(id uuid, name text, job_title text, asked_by text, reason text, asked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.id, p.name, p.job_title, b.name, r.reason, r.asked_at from access.recovery r join access.actor p on p.id = r.actor_id join access.actor b on b.id = r.asked_by
  where r.witness_id = access.actor() and r.witnessed_at is null and r.declined_at is null and r.asked_at > now() - interval '1 day' order by r.asked_at
$function$
;

CREATE OR REPLACE FUNCTION access.recovery_codes_left(who uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select count(*)::int from access.recovery_code where actor_id = who and used_at is null $function$
;

CREATE OR REPLACE FUNCTION access.recovery_notices(seen boolean)
 RETURNS TABLE(asked_by text, witness text, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return query select b.name, w.name, r.witnessed_at from access.recovery r join access.actor b on b.id = r.asked_by join access.actor w on w.id = r.witness_id
    where r.actor_id = access.actor() and r.witnessed_at is not null and r.told_at is null order by r.witnessed_at;
  if seen then update access.recovery set told_at = now() where actor_id = access.actor() and witnessed_at is not null and told_at is null; end if;
end $function$
;

CREATE OR REPLACE FUNCTION access.request_of(request uuid)
 RETURNS TABLE(id uuid, person_id uuid, marking text, kind text, actor_id uuid, actor text, job_title text, domain text, may_write boolean, until timestamp with time zone, reason text, asked_by uuid, asker text, asked_at timestamp with time zone, decision text, decider text, decided_at timestamp with time zone, words text, may_give boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select q.id, access.survivor_of(q.person_id), access.marking_of(access.survivor_of(q.person_id)), q.kind, q.actor_id, a.name, a.job_title, q.domain, q.may_write, q.until, q.reason, q.asked_by, b.name, q.asked_at, q.decision, d.name, q.decided_at, q.words,
    q.decision is null and q.actor_id <> access.actor() and not (q.kind = 'second' and q.asked_by = access.actor())
      and access.may_keep(q.person_id, case when access.marking_of(access.survivor_of(q.person_id)) = 'open' then q.domain else 'shared' end)
  from access.sight_request q join access.actor a on a.id = q.actor_id join access.actor b on b.id = q.asked_by left join access.actor d on d.id = q.decided_by
  where q.id = request and access.sees(q.person_id, 'shared')
$function$
;

CREATE OR REPLACE FUNCTION access.review_glass(glass uuid, note text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  reviewed int;
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  update access.break_glass set reviewed_at = now(), reviewed_by = access.actor(), review_note = note where id = glass and reviewed_at is null and actor_id <> access.actor();
  get diagnostics reviewed = row_count;
  return reviewed;
end $function$
;

CREATE OR REPLACE FUNCTION access.review_many(line uuid, note text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  reviewed int;
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  update access.many_opened set reviewed_at = now(), reviewed_by = access.actor(), review_note = note, slowed_until = least(slowed_until, now()) where id = line and reviewed_at is null and actor_id <> access.actor();
  get diagnostics reviewed = row_count;
  return reviewed;
end $function$
;

CREATE OR REPLACE FUNCTION access.review_unusual(line uuid, note text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  reviewed int;
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  update access.unusual_viewing u set reviewed_at = now(), reviewed_by = access.actor(), review_note = note where u.id = line and u.reviewed_at is null and u.actor_id <> access.actor()
    and (u.person_id is null or exists (select 1 from access.for_review(u.person_id)));
  get diagnostics reviewed = row_count;
  return reviewed;
end $function$
;

CREATE OR REPLACE FUNCTION access.same_words(one text, other text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select count(distinct regexp_replace(regexp_replace(lower(w), '[^[:alnum:]]', '', 'g'), '^(?:00)?44(\d{9,10})$', '0\1')) = 1 from unnest(array[one, other]) w
$function$
;

CREATE OR REPLACE FUNCTION access.scope_difference()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select (select count(*) from (table access.person_scope except select person_id, scope, domain, sight, may_write, until from access.scope_now) x)
    + (select count(*) from (select person_id, scope, domain, sight, may_write, until from access.scope_now except table access.person_scope) x)
    + (select count(*) from (table access.bar except table access.bar_now) x) + (select count(*) from (table access.bar_now except table access.bar) x)
$function$
;

CREATE OR REPLACE FUNCTION access.scopes()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('kith.scopes'::text, true), ''::text), '{}'::text))::uuid[]
;

CREATE OR REPLACE FUNCTION access.seal_adoption(adoption uuid, old_one uuid, new_one uuid, names uuid[], ordered date, why text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  old_survivor uuid := access.survivor_of(old_one);
  new_survivor uuid := access.survivor_of(new_one);
  everyone uuid[] := access.everyone(access.survivor_of(old_one));
  the_new uuid[] := access.everyone(access.survivor_of(new_one));
  adopters uuid[];
  on_list uuid[] := array(select distinct n from unnest(names || access.actor()) n order by n);
  today date := (now() at time zone 'Europe/London')::date;
  one uuid;
begin
  if not access.has_role('{adoption}') or old_survivor = new_survivor or cardinality(access.not_writable(array[old_survivor, new_survivor], 'shared')) > 0
    or access.marking_of(new_survivor) <> 'open' or exists (select 1 from access.adoption a where a.old_id = any (everyone) or a.new_id = any (the_new))
    or exists (select 1 from unnest(on_list) n where not access.may_hold_adoption(n, old_survivor))
    or exists (select 1 from unnest(on_list) n where n <> access.actor() and access.is_administrator(n)) then call access.refuse(); end if;
  if exists (select 1 from people.identifier mine join people.identifier theirs on theirs.person_id = any (everyone) and upper(replace(theirs.value, ' ', '')) = upper(replace(mine.value, ' ', ''))
    where mine.person_id = any (the_new) and mine.superseded_at is null) then return 'sameNumber'; end if;

  -- Where the record of old would lead on: the adopters' homes, and the ties to them, stand in the adoption file from now on.
  adopters := array(
    select r.person_id from people.relationship r where r.other_id = any (the_new) and r.superseded_at is null and r.person_id <> all (everyone)
    union select r.other_id from people.relationship r where r.person_id = any (the_new) and r.superseded_at is null and r.other_id <> all (everyone));
  update people.address a set domain = 'adoption' where a.person_id = any (everyone) and exists (
    select 1 from people.address b where b.person_id = any (the_new || adopters) and (b.household_id = a.household_id or b.uprn = a.uprn
      or (lower(replace(b.postcode, ' ', '')) = lower(replace(a.postcode, ' ', '')) and lower(btrim(b.lines[1])) = lower(btrim(a.lines[1])))));
  update people.relationship r set domain = 'adoption' where (r.person_id = any (everyone) and r.other_id = any (the_new || adopters)) or (r.other_id = any (everyone) and r.person_id = any (the_new || adopters));

  update people.fact f set domain = 'adoption' where f.person_id = any (everyone) and f.kind in ('school', 'gp', 'phone', 'email') and exists (
    select 1 from people.fact n where n.person_id = any (the_new || adopters) and n.kind = f.kind and access.same_words(n.value, f.value));
  -- A name that the child was called by with those who adopt, beside the name of old.
  update people.name n set domain = 'adoption' where n.person_id = any (everyone) and n.domain = 'shared' and exists (
    select 1 from people.name b where b.person_id = any (the_new || adopters) and b.domain = 'shared' and access.same_words(b.family, n.family))
    and exists (select 1 from people.name o where o.person_id = any (everyone) and o.domain = 'shared' and o.superseded_at is null and not exists (
      select 1 from people.name b where b.person_id = any (the_new || adopters) and b.domain = 'shared' and access.same_words(b.family, o.family)));
  update care.fact set domain = 'adoption' where person_id = any (everyone) and kind in ('familyFinding', 'link', 'decisionAsked');
  update care.placement p set domain = 'adoption' where p.person_id = any (everyone) and (p.kind like 'adoption%' or exists (
    select 1 from care.placement a where a.person_id = any (everyone) and a.kind like 'adoption%' and (a.household_id = p.household_id or lower(btrim(a.place_name)) = lower(btrim(p.place_name)))));

  insert into access.adoption (id, old_id, new_id, order_on, reason, sealed_by) values (adoption, old_survivor, new_survivor, ordered, why, access.actor());
  insert into access.left_behind (old_id, sibling_id)
  select old_survivor, s.id from (
    select r.other_id as id from people.relationship r where r.person_id = any (everyone) and r.kind in ('sibling', 'halfSibling', 'stepSibling', 'twin') and r.domain = 'shared' and r.superseded_at is null
    union select r.person_id from people.relationship r where r.other_id = any (everyone) and r.kind in ('sibling', 'halfSibling', 'stepSibling', 'twin') and r.domain = 'shared' and r.superseded_at is null
    union select o.other_id from people.relationship p join people.relationship o on o.person_id = p.person_id and o.kind = 'parent' and o.domain = 'shared' and o.superseded_at is null where p.other_id = any (everyone) and p.kind = 'parent' and p.domain = 'shared' and p.superseded_at is null
  ) s where s.id <> all (everyone || the_new);
  insert into access.adoption_listed (adoption_id, actor_id, given_by) select adoption, n, access.actor() from unnest(on_list) n;

  update work.item i set state = 'cancelled', finished_on = today, reason = 'The record is closed', version = version + 1
  where i.state in ('open', 'waiting', 'returned') and exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id = any (everyone)) and not exists (select 1 from work.item_person p where p.item_id = i.id and p.person_id <> all (everyone));
  update work.clock c set state = 'stopped', met_on = today, reason = 'The record is closed' where c.superseded_at is null and c.state in ('running', 'paused') and exists (select 1 from work.item i where i.id = c.item_id and i.state = 'cancelled' and i.reason = 'The record is closed' and i.finished_on = today);
  update access.involvement i set to_on = greatest(today, i.from_on) where i.person_id = any (everyone) and i.superseded_at is null and (i.to_on is null or i.to_on > today);

  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and actor_id <> all (on_list);
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, unnest(on_list) n
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null or l.until > now() then l.since else now() end, given_by = excluded.given_by;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (gen_random_uuid(), old_survivor, case when access.marking_of(old_survivor) = 'sealed' then 'sealed' else 'restricted' end, on_list, why, access.actor());
  update access.subject set marking = 'restricted' where id = any (everyone) and marking = 'open';
  foreach one in array everyone loop perform access.derive(one); end loop;
  return 'done';
end $function$
;

CREATE OR REPLACE FUNCTION access.sees(who uuid, in_domain text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 1000
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if in_domain = any (access.wide()) and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.sight = 'full'
      and (s.domain = in_domain or (in_domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and in_domain = 'earlyHelp'))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $function$
;

CREATE OR REPLACE FUNCTION access.send_request(request uuid, survivor uuid, besides uuid[], from_whom uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one uuid;
  task uuid;
  sent int := 0;
begin
  foreach one in array access.asked_of(survivor, besides) loop
    task := gen_random_uuid();
    insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, asked_by, opened_on) values (task, 'sightRequest', 'shared', 'sightRequest', request, one, from_whom, (now() at time zone 'Europe/London')::date);
    insert into work.item_person (item_id, person_id, domain) values (task, survivor, 'shared');
    sent := sent + 1;
  end loop;
  if sent = 0 then raise exception 'nobody can be asked' using errcode = 'no_data_found'; end if;
  return sent;
end $function$
;

CREATE OR REPLACE FUNCTION access.session_outside(session_id uuid, of_issuer text, sid text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update access.session set issuer = of_issuer, outside_sid = sid where id = session_id
$function$
;

CREATE OR REPLACE FUNCTION access.sessions_of(who uuid)
 RETURNS TABLE(id uuid, device text, method text, strong boolean, started_at timestamp with time zone, last_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.id, s.device, s.method, s.strong, s.started_at, s.last_at from access.session s
  where s.actor_id = who and (who = access.actor() or access.has_role('{administrator}')) and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours' order by s.last_at desc
$function$
;

CREATE OR REPLACE FUNCTION access.set_active(who uuid, is_active boolean, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{administrator}') or who = access.actor() then call access.refuse(); end if;
  update access.actor set active = is_active, version = version + 1 where id = who;
  if not is_active then update access.session set ended_at = now() where actor_id = who and ended_at is null; end if;
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values (case when is_active then 'reopened' else 'closed' end, who, '{}', why, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.set_identity(who uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  a record;
begin
  for turn in 1 .. 2 loop
    select x.id, x.kind, x.name, x.email, x.job_title, x.qualified, r.actor_id, r.scopes, r.wide, r.wide_write, r.cards, r.roles, r.teams, r.until into a
    from access.actor x left join access.reach r on r.actor_id = x.id where x.id = who and x.active;
    if not found then return null; end if;
    exit when a.actor_id is not null and (a.until is null or a.until > now());
    perform access.derive_reach(who);
  end loop;
  perform set_config('kith.actor', a.id::text, true), set_config('kith.scopes', a.scopes::text, true), set_config('kith.wide', a.wide::text, true),
    set_config('kith.wide_write', a.wide_write::text, true), set_config('kith.cards', case when a.cards then 'on' else 'off' end, true),
    set_config('kith.known', '', true), set_config('kith.found', '', true), set_config('kith.writable', '', true);
  return jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'email', a.email, 'jobTitle', a.job_title, 'qualified', a.qualified, 'roles', a.roles, 'teams', a.teams, 'wide', a.wide);
end $function$
;

CREATE OR REPLACE FUNCTION access.set_password(who uuid, hash text, keep_session uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if who <> access.actor() and not access.has_role('{administrator}') then call access.refuse(); end if;
  update access.actor set password_hash = hash where id = who;
  update access.session set ended_at = now() where actor_id = who and ended_at is null and id is distinct from keep_session;
  insert into access.staff_change (what, actor_id, told, changed_by) values ('password', who, '{}', access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.shared_sight(person text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$exists (select 1 from access.person_scope s where s.person_id = %1$s and s.domain = 'agency' and (s.until is null or s.until > now()))
    and not exists (select 1 from access.bar b where b.person_id = %1$s and (b.until is null or b.until > now()))$text$, person)
$function$
;

CREATE OR REPLACE FUNCTION access.sight_in_few_words(person text, domain text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format('coalesce(case when %2$s in (''shared'', ''children'') then ((select access.known()) -> (%1$s)::text)::boolean end, access.sees(%1$s, %2$s))', person, domain)
$function$
;

CREATE OR REPLACE FUNCTION access.signs_in(who uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('id', a.id, 'name', a.name, 'email', a.email, 'mustEnrol', a.must_enrol, 'hasPassword', a.password_hash is not null,
    'roles', coalesce((select jsonb_agg(distinct m.role) from access.membership_now m where m.actor_id = a.id), '[]'),
    'kinds', coalesce((select jsonb_agg(distinct f.kind) from access.factor f where f.actor_id = a.id and f.ended_at is null), '[]'))
  from access.actor a where a.id = who and a.active
$function$
;

CREATE OR REPLACE FUNCTION access.slowed_sessions()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select encode(sha256(s.token_hash), 'hex') from access.many_opened m join access.session s on s.actor_id = m.actor_id and s.ended_at is null where m.slowed_until > now() and m.reviewed_at is null
$function$
;

CREATE OR REPLACE FUNCTION access.standing(who uuid)
 RETURNS TABLE(survivor_id uuid, sight text, marking text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  everyone uuid[] := array(select p.part_id from access.person_part p where p.survivor_id = s) || s;
  mark text := (select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end
    from access.subject x where x.id = any (everyone));
begin
  if mark is null or exists (select 1 from access.bar b where b.person_id = s and b.scope = access.actor() and (b.until is null or b.until > now())) then return; end if;
  if (mark = 'open' and cardinality(access.wide()) > 0)
    or exists (select 1 from access.person_scope p where p.person_id = s and strpos(current_setting('kith.scopes', true), p.scope::text) > 0 and p.sight = 'full' and p.domain <> 'agency' and (p.until is null or p.until > now())) then
    return query select s, 'full', mark;
  elsif (mark = 'open' and access.cards())
    or exists (select 1 from access.person_scope p where p.person_id = s and strpos(current_setting('kith.scopes', true), p.scope::text) > 0 and (p.domain = 'agency' or p.sight = 'card') and (p.until is null or p.until > now())) then
    return query select s, 'card', mark;
  elsif mark = 'restricted' and exists (select 1 from access.reach r where r.actor_id = access.actor() and r.cards and r.roles && array['worker', 'manager', 'head']) then
    return query select s, 'exists', mark;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION access.start_session(token bytea, session_id uuid, who uuid, on_device text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.session (token_hash, id, actor_id, device) values (token, session_id, who, on_device)
$function$
;

CREATE OR REPLACE FUNCTION access.stays(about uuid[], in_domain text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from access.left_behind l where l.old_id = any (about)) then return false; end if;
  return not exists (select 1 from unnest(about) p where not access.sees(p, in_domain) and (access.kept_away(access.actor(), p) or access.marking_of(p) = 'sealed' or not exists (
    select 1 from access.left_behind l join unnest(about) q on access.survivor_of(q) = access.survivor_of(l.sibling_id) where l.old_id = p and access.sees(access.survivor_of(l.sibling_id), in_domain))));
end $function$
;

CREATE OR REPLACE FUNCTION access.subject_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform access.derive(new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.survivor_of(who uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who) $function$
;

CREATE OR REPLACE FUNCTION access.take_off_adoption(adoption uuid, whom uuid, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  old_one uuid := (select access.survivor_of(a.old_id) from access.adoption a where a.id = adoption);
  taken int;
begin
  if old_one is null or not access.on_adoption_list(adoption) then call access.refuse(); end if;
  if not exists (select 1 from access.adoption_listed l where l.adoption_id = adoption and l.actor_id <> whom and (l.until is null or l.until > now()) and access.may_hold_adoption(l.actor_id, old_one)) then
    raise exception 'an adoption needs somebody who can open it' using errcode = 'check_violation';
  end if;
  update access.adoption_listed set until = now() where adoption_id = adoption and actor_id = whom and (until is null or until > now());
  get diagnostics taken = row_count;
  if taken > 0 then
    update access.listed set until = now() where person_id = any (access.everyone(old_one)) and actor_id = whom and (until is null or until > now());
    insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom)
    values (gen_random_uuid(), old_one, access.marking_of(old_one), array(select distinct l.actor_id from access.listed l where l.person_id = any (access.everyone(old_one)) and (l.until is null or l.until > now())), why, access.actor(), 'takenOff', whom);
  end if;
  return taken;
end $function$
;

CREATE OR REPLACE FUNCTION access.take_off_list(change_id uuid, who uuid, whom uuid, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  survivor uuid := access.survivor_of(who);
  everyone uuid[] := access.everyone(survivor);
  taken int;
begin
  if not access.may_keep(survivor) then call access.refuse(); end if;
  update access.listed set until = now() where person_id = any (everyone) and actor_id = whom and (until is null or until > now());
  get diagnostics taken = row_count;
  if taken = 0 then return 0; end if;
  if not exists (select 1 from access.listed l join access.actor a on a.id = l.actor_id and a.active and a.kind = 'staff' where l.person_id = any (everyone) and (l.until is null or l.until > now()) and not access.kept_away(l.actor_id, survivor)) then
    raise exception 'a marked record needs somebody who can open it' using errcode = 'check_violation';
  end if;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom)
  values (change_id, survivor, access.marking_of(survivor), array(select distinct l.actor_id from access.listed l where l.person_id = any (everyone) and (l.until is null or l.until > now())), why, access.actor(), 'takenOff', whom);
  return taken;
end $function$
;

CREATE OR REPLACE FUNCTION access.team_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform access.derive_reach(actor_id) from (select distinct m.actor_id from access.membership m join access.team_below b on b.top_id = m.team_id where b.team_id = new.id) x;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.team_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform access.derive_reach(id) from access.actor where active;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.team_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a team cannot become an agency, nor an agency a team' using errcode = 'check_violation';
end $function$
;

CREATE OR REPLACE FUNCTION access.tell_of_merge(what text, who uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  event uuid := gen_random_uuid();
begin
  insert into chronology.event (id, kind, happened_on, happened_at, domain, actor_id) values (event, what, (now() at time zone 'Europe/London')::date, now(), 'shared', access.actor());
  insert into chronology.event_person (event_id, person_id, domain, happened_on) select event, p, 'shared', (now() at time zone 'Europe/London')::date from unnest(who) p;
end $function$
;

CREATE OR REPLACE FUNCTION access.tell_pending(token bytea, told_now jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update access.pending set told = told || told_now where token_hash = token $function$
;

CREATE OR REPLACE FUNCTION access.tie_outside(of_issuer text, of_subject text, who uuid, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{administrator}') or who = access.actor() then call access.refuse(); end if;
  delete from access.outside_identity where issuer = of_issuer and actor_id = who;
  insert into access.outside_identity (issuer, subject, actor_id, linked_by) values (of_issuer, of_subject, who, access.actor());
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('councilSignIn', who, '{}', why, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION access.told_counts()
 RETURNS TABLE(question text, sketch integer[], below integer, above integer, few boolean, answer integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('told_count ' || access.actor()::text, 0));
  return query select t.question, t.sketch, t.below, t.above, t.few, t.answer from access.told_count t where t.actor_id = access.actor() order by t.id;
end $function$
;

CREATE OR REPLACE FUNCTION access.touch_session(token bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with alive as (update access.session set last_at = now() where token_hash = token and ended_at is null and last_at > now() - interval '15 minutes' and started_at > now() - interval '12 hours' returning 1) select exists (select 1 from alive)
$function$
;

CREATE OR REPLACE FUNCTION access.try_pending(token bytea)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update access.pending set tries = tries + 1 where token_hash = token returning tries $function$
;

CREATE OR REPLACE FUNCTION access.unlinked(of_issuer text, address text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id from access.actor a where lower(a.email) = lower(address) and a.active and a.kind in ('staff', 'partner') and not exists (select 1 from access.outside_identity o where o.actor_id = a.id and o.issuer = of_issuer)
$function$
;

CREATE OR REPLACE FUNCTION access.unmerge(part uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  survivor uuid := (select survivor_id from access.person_part where part_id = part);
begin
  if survivor is null then return null; end if;
  if not access.may_merge(part, survivor) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  perform 1 from access.subject where id in (part, survivor) order by id for update;
  delete from access.person_part where part_id = part;
  perform access.tell_of_merge('person.unmerged', array[part, survivor]);
  return survivor;
end $function$
;

CREATE OR REPLACE FUNCTION access.unusual_of(week date)
 RETURNS TABLE(id uuid, actor_id uuid, actor text, job_title text, person_id uuid, name text, marking text, kinds text[], times integer, first_at timestamp with time zone, last_at timestamp with time zone, reviewed_at timestamp with time zone, reviewer text, review_note text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query select u.id, u.actor_id, a.name, a.job_title, k.survivor_id, k.name, k.marking, u.kinds, u.times, u.first_at, u.last_at, u.reviewed_at, r.name, u.review_note
    from access.unusual_viewing u join access.actor a on a.id = u.actor_id left join access.actor r on r.id = u.reviewed_by left join lateral access.for_review(u.person_id) k on true
    where u.week_from = week and u.actor_id <> access.actor() and (u.person_id is null or k.survivor_id is not null)
    order by u.reviewed_at is not null, cardinality(u.kinds) desc, u.times desc, a.name, u.id;
end $function$
;

CREATE OR REPLACE FUNCTION access.use_factor(which uuid, at_count bigint)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with used as (update access.factor set counter = at_count, used_at = now() where id = which and ended_at is null and (counter < at_count or at_count = 0 and counter = 0 and kind = 'passkey') returning 1) select exists (select 1 from used)
$function$
;

CREATE OR REPLACE FUNCTION access.use_recovery_code(who uuid, of_mark bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with used as (update access.recovery_code set used_at = now() where actor_id = who and mark = of_mark and used_at is null returning 1) select exists (select 1 from used)
$function$
;

CREATE OR REPLACE FUNCTION access.viewing_weeks()
 RETURNS TABLE(week_from date, looked_at timestamp with time zone, waiting integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query select w.week_from, w.looked_at, (select count(*)::int from access.unusual_viewing u where u.week_from = w.week_from and u.reviewed_at is null and u.actor_id <> access.actor()
      and (u.person_id is null or exists (select 1 from access.for_review(u.person_id))))
    from access.viewing_week w order by w.week_from desc limit 52;
end $function$
;

CREATE OR REPLACE FUNCTION access.watch(tokens bytea[])
 RETURNS TABLE(token bytea, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select t, case when a.id is not null then md5(concat_ws(' ', a.id, a.name, (
    select string_agg(concat_ws(' ', m.role, m.team_id, m.team_kind, m.care), ',' order by m.role, m.team_id) from access.membership_now m where m.actor_id = a.id))) end
  from unnest(tokens) t
  left join access.session s on s.token_hash = t and s.ended_at is null and s.last_at > now() - interval '15 minutes' and s.started_at > now() - interval '12 hours'
  left join access.actor a on a.id = s.actor_id and a.active
$function$
;

CREATE OR REPLACE FUNCTION access.way_of(whom uuid, everybody uuid[], moment timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with day as (select (moment at time zone 'Europe/London')::date as today),
  working as (
    select i.* from access.involvement i, day where i.person_id = any (everybody) and i.recorded_at <= moment and (i.superseded_at is null or i.superseded_at > moment) and i.from_on <= day.today
  ),
  mine as (
    select m.team_id, m.role, t.kind from access.membership m left join access.team t on t.id = m.team_id where m.actor_id = whom and m.valid_from <= moment and (m.valid_to is null or m.valid_to > moment)
  )
  select case
    when exists (select 1 from working w, day where w.worker_id = whom and (w.to_on is null or w.to_on >= day.today)) then 'worker'
    when exists (select 1 from working w join mine on mine.team_id = w.team_id, day where w.to_on is null or w.to_on >= day.today) then 'team'
    when exists (select 1 from working w join access.team_below b on b.team_id = w.team_id join mine on mine.team_id = b.top_id and mine.role in ('manager', 'head'), day where w.to_on is null or w.to_on >= day.today) then 'above'
    when exists (select 1 from access.listed l where l.person_id = any (everybody) and l.actor_id = whom and l.since <= moment and (l.until is null or l.until > moment)) then 'named'
    when exists (select 1 from access.person_grant n where n.person_id = any (everybody) and n.actor_id = whom and n.given_at <= moment and n.until > moment and (n.ended_at is null or n.ended_at > moment)) then 'granted'
    when exists (select 1 from access.break_glass b where b.person_id = any (everybody) and b.actor_id = whom and b.started_at <= moment and b.until > moment) then 'opened'
    when exists (select 1 from mine where mine.kind in ('frontDoor', 'emergencyDuty') and mine.role in ('worker', 'manager', 'head')) then 'frontDoor'
    when exists (select 1 from working w join mine on mine.team_id = w.team_id, day where w.to_on >= day.today - 365) then 'before'
    else 'none' end
$function$
;

CREATE OR REPLACE FUNCTION access.what_did(whom uuid, since timestamp with time zone, ends timestamp with time zone, below bigint, most integer)
 RETURNS TABLE(id bigint, at timestamp with time zone, what text, why text, refused boolean, via text, shown jsonb, others integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{privacy}') then call access.refuse(); end if;
  return query
    select e.id, e.at, e.what, e.why, e.refused, e.via, coalesce(s.shown, '[]'), greatest(s.known - coalesce(jsonb_array_length(s.shown), 0), 0)::int
    from audit.event e
    cross join lateral (
      select jsonb_agg(jsonb_build_object('personId', k.survivor_id, 'name', k.name) order by k.nth) filter (where k.nth <= 3) as shown, count(*)::int as known
      from (select r.survivor_id, r.name, row_number() over (order by min(p.nth)) as nth from unnest(e.people[1:40]) with ordinality p (person_id, nth) cross join lateral access.for_review(p.person_id) r group by r.survivor_id, r.name) k
    ) s
    where e.actor_id = whom and (since is null or e.at >= since) and (ends is null or e.at < ends) and (below is null or e.id < below)
      and (cardinality(e.people) = 0 or e.refused or s.known > 0)
    order by e.at desc, e.id desc limit most;
end $function$
;

CREATE OR REPLACE FUNCTION access.who_looked(who uuid, by_whom uuid, since timestamp with time zone, ends timestamp with time zone, below bigint, most integer)
 RETURNS TABLE(id bigint, at timestamp with time zone, actor_id uuid, actor text, job_title text, what text, why text, opened_because text, way text, refused boolean, via text, others integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everybody uuid[];
begin
  if not exists (select 1 from access.for_review(who)) then return; end if;
  everybody := access.everyone(who);
  -- The index on people answers first, whatever the order asked for.
  return query
    with about as materialized (
      select e.* from audit.event e where e.people && everybody and (by_whom is null or e.actor_id = by_whom) and (since is null or e.at >= since) and (ends is null or e.at < ends)
    ), page as (select p.* from about p where below is null or p.id < below order by p.id desc limit most)
    select p.id, p.at, p.actor_id, a.name, a.job_title, p.what, p.why,
      (select b.reason from access.break_glass b where b.person_id = any (everybody) and b.actor_id = p.actor_id and b.started_at <= p.at and b.until > p.at order by b.started_at desc limit 1),
      case when p.actor_id is null then 'none' else access.way_of(p.actor_id, everybody, p.at) end, p.refused, p.via, cardinality(p.people) - 1
    from page p left join access.actor a on a.id = p.actor_id order by p.id desc;
end $function$
;

CREATE OR REPLACE FUNCTION access.who_works_with(who uuid)
 RETURNS TABLE(team text, worker text, phone text, role text, domain text, from_on date, to_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from access.standing(who) s where s.sight in ('card', 'full')) then return; end if;
  return query
    select t.name, a.name, a.phone, i.role, i.domain, i.from_on, i.to_on
    from access.involvement i left join access.team t on t.id = i.team_id left join access.actor a on a.id = i.worker_id
    where i.superseded_at is null and (i.to_on is null or i.to_on > current_date - 365)
      and i.domain not in ('adoption', 'legal', 'allegation')
      and (i.person_id = who or i.person_id in (select p.part_id from access.person_part p where p.survivor_id = who))
    order by i.to_on nulls first, i.from_on desc;
end $function$
;

CREATE OR REPLACE FUNCTION access.wide()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('kith.wide'::text, true), ''::text), '{}'::text))::text[]
;

CREATE OR REPLACE FUNCTION access.wide_write()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('kith.wide_write'::text, true), ''::text), '{}'::text))::text[]
;

CREATE OR REPLACE FUNCTION access.withdraw_request(request uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  taken int;
begin
  update access.sight_request set decision = 'withdrawn', decided_by = access.actor(), decided_at = now() where id = request and decision is null and asked_by = access.actor();
  get diagnostics taken = row_count;
  if taken > 0 then perform access.close_request(request, 'withdrawn'); end if;
  return taken;
end $function$
;

CREATE OR REPLACE FUNCTION access.witness_recovery(which uuid, agreed boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  r access.recovery;
begin
  select * into r from access.recovery where id = which and witness_id = access.actor() and witnessed_at is null and declined_at is null and asked_at > now() - interval '1 day' for update;
  if not found or not access.may_witness(access.actor()) then call access.refuse(); end if;
  if not agreed then
    update access.recovery set declined_at = now() where id = which;
    insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('recoveryDeclined', r.actor_id, jsonb_build_object('askedBy', r.asked_by), r.reason, access.actor());
    return r.actor_id;
  end if;
  update access.recovery set witnessed_at = now() where id = which;
  update access.factor set ended_at = now(), ended_by = r.asked_by where actor_id = r.actor_id and ended_at is null;
  delete from access.recovery_code where actor_id = r.actor_id;
  update access.actor set must_enrol = true, version = version + 1 where id = r.actor_id;
  update access.session set ended_at = now(), ended_by = access.actor() where actor_id = r.actor_id and ended_at is null;
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('recovered', r.actor_id, jsonb_build_object('askedBy', r.asked_by), r.reason, access.actor());
  return r.actor_id;
end $function$
;

CREATE OR REPLACE FUNCTION access.witnesses()
 RETURNS TABLE(id uuid, name text, job_title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct a.id, a.name, a.job_title from access.membership_now m join access.actor a on a.id = m.actor_id and a.active and a.kind = 'staff'
  where m.role in ('administrator', 'privacy', 'manager', 'head') and a.id <> access.actor() order by a.name
$function$
;

CREATE OR REPLACE FUNCTION access.worker_alone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from access.involvement i where i.worker_id = new.worker_id and i.team_id is null and i.superseded_at is null and i.id <> new.id) then perform access.derive_line(new.worker_id); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.writer_of(token bytea)
 RETURNS TABLE(actor_id uuid, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.email from access.session s join access.actor a on a.id = s.actor_id where s.token_hash = token and a.email is not null
$function$
;

CREATE OR REPLACE FUNCTION access.writes(who uuid, in_domain text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 1000
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if strpos(current_setting('kith.writable', true), who::text || '/' || in_domain) > 0 then return true; end if;
  if in_domain = any (access.wide_write()) and not exists (select 1 from access.bar b where b.person_id = who
      and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now()))) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.may_write
      and (s.domain = in_domain or in_domain = 'shared' or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
    and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()));
end $function$
;

CREATE OR REPLACE FUNCTION allegation.allegation_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from allegation.about where allegation_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION allegation.allegation_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if allegation.allegation_nobody_yet(new.allegation_id) then return new; end if;
      if not exists (select 1 from allegation.allegation up where up.id = new.allegation_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION allegation.open_to_officers(people uuid[], since date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into access.involvement (id, person_id, worker_id, domain, role, from_on, recorded_by)
  select gen_random_uuid(), p, m.actor_id, 'allegation', 'designatedOfficer', since, access.actor()
  from unnest(people) p, (select distinct n.actor_id from access.membership_now n where n.role = 'designatedOfficer' and n.kind = 'staff') m
  where not exists (select 1 from access.involvement i where i.person_id = p and i.worker_id = m.actor_id and i.domain = 'allegation' and i.superseded_at is null and i.to_on is null)
$function$
;

CREATE OR REPLACE FUNCTION allegation.take_up(since date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from access.membership_now m where m.actor_id = access.actor() and m.role = 'designatedOfficer' and m.kind = 'staff') then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  perform allegation.open_to_officers(array(select distinct a.person_id from allegation.about a), since);
  return (select count(*)::int from allegation.allegation);
end $function$
;

CREATE OR REPLACE FUNCTION allegation.tell(told jsonb, children uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  own uuid := (told ->> 'id')::uuid;
  adult uuid := nullif(told ->> 'professionalId', '')::uuid;
  officer boolean := exists (select 1 from access.membership_now m where m.actor_id = access.actor() and m.role = 'designatedOfficer');
  p uuid;
begin
  if access.actor() is null then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  foreach p in array children || case when adult is null then '{}'::uuid[] else array[adult] end loop
    if not exists (select 1 from access.standing(p) k where k.sight in ('full', 'card')) or (not officer and p = any (children) and cardinality(access.not_writable(array[p], 'children')) > 0) then
      raise exception 'not allowed' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  if adult is null then
    adult := gen_random_uuid();
    insert into access.subject (id, marking, created_by) values (adult, 'open', access.actor());
  end if;
  insert into allegation.allegation (id, known_on, told_on, told_by, professional_name, professional_role, employer, words, recorded_at, recorded_by)
  values (own, (told ->> 'knownOn')::date, (told ->> 'toldOn')::date, told ->> 'toldBy', told ->> 'name', told ->> 'role', nullif(told ->> 'employer', ''), told ->> 'words', (told ->> 'at')::timestamptz, access.actor());
  insert into allegation.about (allegation_id, person_id, domain, role) select own, c, 'allegation', 'child' from unnest(children) c on conflict do nothing;
  insert into allegation.about (allegation_id, person_id, domain, role) values (own, adult, 'allegation', 'professional') on conflict do nothing;
  perform allegation.open_to_officers(children || adult, (told ->> 'toldOn')::date);
end $function$
;

CREATE OR REPLACE FUNCTION answers.form_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from answers.form_person where form_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION answers.form_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if answers.form_nobody_yet(new.form_id) then return new; end if;
      if not exists (select 1 from answers.form up where up.id = new.form_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION answers.rewrite(which uuid, stood integer, written jsonb, by_whom uuid, at_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update answers.section s set answers = written, saved_by = by_whom, saved_at = at_moment, version = s.version + 1 where s.id = which and s.version = stood;
  if not found then raise exception 'this section was changed since it was read' using errcode = 'KC002'; end if;
end $function$
;

CREATE OR REPLACE FUNCTION assessments.assessment_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from assessments.assessment_person where assessment_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION assessments.assessment_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if assessments.assessment_nobody_yet(new.assessment_id) then return new; end if;
      if not exists (select 1 from assessments.assessment up where up.id = new.assessment_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION audit.append(did text, about uuid[], reason text, was_refused boolean, by_way text, of_section text, of_session uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if of_section is not null and exists (select 1 from audit.event where actor_id = access.actor() and section = of_section and what = did and at > now() - interval '5 minutes' order by at desc limit 1) then
    return;
  end if;
  insert into audit.event (actor_id, session_id, what, people, why, refused, via, section) values (access.actor(), of_session, did, about, reason, was_refused, by_way, of_section);
end $function$
;

CREATE OR REPLACE FUNCTION audit.append_reads(events jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into audit.event (actor_id, session_id, what, people, via)
  select x.actor, x.session, x.what, coalesce(x.people, '{}'), x.via from jsonb_to_recordset(events) as x (actor uuid, session uuid, what text, people uuid[], via text);
end $function$
;

CREATE OR REPLACE FUNCTION audit.never()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The audit is appended to, never changed.' using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION care.approved_for_good(household uuid, most integer)
 RETURNS TABLE(person_id uuid, fact_id uuid, approved_on date, actor_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with due as materialized (
    select distinct on (f.fact_id, f.person_id) access.survivor_of(f.person_id) as id, f.fact_id, greatest(s.on_day, f.held_on) as approved_on
    from care.placement p join care.household_step s on s.household_id = p.household_id and s.step = 'approved' and s.superseded_at is null
    join care.fact f on f.person_id = any (access.everyone(p.person_id)) and f.kind = 'temporaryApproval' and f.superseded_at is null and f.held_to is null and f.held_on >= p.valid_from and f.held_on <= s.on_day
    where p.superseded_at is null and p.valid_to is null and p.household_id is not null and (household is null or p.household_id = household)
    order by f.fact_id, f.person_id, s.on_day
  )
  select d.id, d.fact_id, d.approved_on, coalesce(w.worker_id, m.actor_id) from due d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 4 nulls last, 1 limit most
$function$
;

CREATE OR REPLACE FUNCTION care.homes_in_question(household uuid, today date, most integer)
 RETURNS TABLE(person_id uuid, actor_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with stands as materialized (
    select distinct on (s.household_id) s.household_id, s.step from care.household_step s
    where s.superseded_at is null and s.on_day <= today and s.step not in ('givenTo', 'reviewed', 'paused', 'resumed') order by s.household_id, s.on_day desc, s.recorded_at desc
  ), asked as materialized (
    select distinct access.survivor_of(p.person_id) as id from care.placement p left join stands s on s.household_id = p.household_id
    where p.superseded_at is null and p.valid_to is null and (household is null or p.household_id = household)
      and (household is not null or s.step in ('refused', 'withdrew', 'ended') or (coalesce(s.step, '') not in ('approved', 'onHold', 'back') and exists (
        select 1 from care.fact f where f.person_id = any (access.everyone(p.person_id)) and f.kind = 'temporaryApproval' and f.superseded_at is null and f.held_on >= p.valid_from and (f.held_to is not null or f.held_on + 112 < today))))
  )
  select d.id, coalesce(w.worker_id, m.actor_id) from asked d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 2 nulls last, 1 limit most
$function$
;

CREATE OR REPLACE FUNCTION care.is_staff()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'staff'); end $function$
;

CREATE OR REPLACE FUNCTION care.is_whole(child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with one as (select coalesce((select survivor_id from access.person_part where part_id = child), child) as id),
    everyone as (select id from one union select p.part_id from access.person_part p, one where p.survivor_id = one.id),
    period as (select range_agg(daterange(began_on, ended_on, '[)')) as days from care.period where person_id in (select id from everyone) and superseded_at is null),
    placed as (select range_agg(daterange(valid_from, valid_to, '[)')) as days from care.placement where person_id in (select id from everyone) and superseded_at is null),
    held as (select range_agg(daterange(valid_from, valid_to, '[)')) as days from people.legal_status where person_id in (select id from everyone) and kind = 'lookedAfter' and superseded_at is null)
  select coalesce(period.days, '{}'::datemultirange) = coalesce(placed.days, '{}'::datemultirange)
    and coalesce(period.days, '{}'::datemultirange) <@ coalesce(held.days, '{}'::datemultirange) from period, placed, held
$function$
;

CREATE OR REPLACE FUNCTION care.keep_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not care.is_whole(new.person_id) then
    raise exception 'every day in care has one placement and one legal status' using errcode = 'KC001';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION care.look_up_tonight(on_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform access.know(array(
    select person_id from care.period where superseded_at is null and began_on <= on_day and (ended_on is null or ended_on > on_day)
    union select person_id from people.legal_status where kind = 'lookedAfter' and superseded_at is null and valid_from <= on_day and (valid_to is null or valid_to > on_day)));
end $function$
;

CREATE OR REPLACE FUNCTION care.placed_with()
 RETURNS TABLE(household_id uuid, children integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not care.is_staff() then return; end if;
  return query select p.household_id, count(*)::int from care.placement p where p.household_id is not null and p.superseded_at is null and p.valid_to is null group by 1;
end $function$
;

CREATE OR REPLACE FUNCTION care.places_kept()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select e from people.hiding h, unnest(access.everyone(h.person_id)) e where 'placement' = any (h.what) and people.holds(h)
$function$
;

CREATE OR REPLACE FUNCTION care.told_tonight(on_day date, short_breaks text[], state text, kinds text[], but text[], start integer, most integer, hidden_place text)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      told json;
    begin
      if access.actor() is null then return null; end if;
      with all_periods as materialized (select c.person_id, c.domain, c.began_on from care.period c where c.superseded_at is null and c.began_on <= on_day and (c.ended_on is null or c.ended_on > on_day)
      ), all_statuses as materialized (select l.person_id, l.domain, l.code from people.legal_status l where l.kind = 'lookedAfter' and l.superseded_at is null and l.valid_from <= on_day and (l.valid_to is null or l.valid_to > on_day)
      ), all_missing as materialized (select f.person_id, f.domain, f.held_on, f.answers ->> 'how' as how from care.fact f where f.kind = 'missing' and f.superseded_at is null and f.held_on <= on_day and (f.held_to is null or f.held_to > on_day)
      ), all_placements as materialized (select p.person_id, p.domain, p.placement_id, p.kind, p.place_name, p.postcode, p.address_hidden, p.valid_from from care.placement p where p.superseded_at is null and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
      ), shown as materialized (
        select a.person_id, a.domain from (select x.person_id, x.domain from all_periods x union select x.person_id, x.domain from all_statuses x union select x.person_id, x.domain from all_missing x union select x.person_id, x.domain from all_placements x) a where coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)
      ), named as materialized (select x.person_id from all_periods x join shown using (person_id, domain) union select x.person_id from all_statuses x join shown using (person_id, domain)
      ), now_known as materialized (select n.person_id as part_id, coalesce(part.survivor_id, n.person_id) as id from named n
          left join (select p.part_id, p.survivor_id from access.person_part p where p.part_id = any (array(select person_id from named)) and coalesce(((select access.found()) -> (p.survivor_id)::text)::boolean,
      (((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = p.survivor_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p.survivor_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[])
          and s.sight in ('card', 'full') and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p.survivor_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) part on part.part_id = n.person_id
      ), part as materialized (select p.part_id, p.survivor_id as id from access.person_part p where p.survivor_id = any (array(select k.id from now_known k)) and coalesce(((select access.found()) -> (p.survivor_id)::text)::boolean,
      (((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = p.survivor_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p.survivor_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[])
          and s.sight in ('card', 'full') and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p.survivor_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))) union select k.part_id, k.id from now_known k union select k.id, k.id from now_known k
      ), looked as materialized (select distinct on (part.id) part.id, x.began_on from all_periods x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.began_on desc
      ), held as materialized (select distinct on (part.id) part.id, x.code from all_statuses x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.code
      ), away as materialized (select distinct on (part.id) part.id, x.held_on, x.how from all_missing x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.held_on desc
      ), lives as materialized (select distinct on (part.id) part.id, x.person_id, x.placement_id, x.kind, x.place_name, x.postcode, x.address_hidden, x.valid_from from all_placements x join shown using (person_id, domain) join part on part.part_id = x.person_id order by part.id, x.valid_from desc
      ), stands as materialized (
        select e.id as person_id, l.began_on as since, h.code, a.held_on as missing_on, a.how, p.kind, p.person_id as lives_as, p.place_name, p.postcode, p.address_hidden, p.valid_from,
          case when a.id is not null then 'missing' when l.id is null or p.placement_id is null then 'notSaid' when h.code = any (short_breaks) then 'shortBreaks' else 'placed' end as stands
        from (select distinct k.id from now_known k) e left join looked l on l.id = e.id left join held h on h.id = e.id left join away a on a.id = e.id left join lives p on p.id = e.id
      ), page as materialized (
        select s.*, row_number() over (order by array_position(array['missing', 'notSaid', 'placed', 'shortBreaks'], s.stands), lower(c.family), lower(c.name), s.person_id) as place from stands s left join people.card c on c.person_id = s.person_id
        where (state is null or s.stands = state) and (kinds is null or s.kind = any (kinds)) and (but is null or not s.kind = any (but)) order by place limit most offset start
      ), kept as materialized (select s.*, s.address_hidden or s.lives_as in (select care.places_kept()) as hidden from page s
      ), row as (select k.*, not coalesce(k.hidden, false) or people.shows_carer(k.lives_as) as open from kept k)
      select json_build_object(
        'counts', coalesce((select json_agg(json_build_object('where', n.stands, 'kind', n.kind, 'count', n.n)) from (select s.stands, case when s.stands = 'placed' then s.kind end as kind, count(*) as n from stands s group by 1, 2) n), '[]'),
        'rows', coalesce((select json_agg(json_build_object('personId', s.person_id, 'where', s.stands, 'since', s.since, 'status', s.code, 'missing', case when s.missing_on is not null then json_build_object('on', s.missing_on, 'how', s.how) end,
          'placement', case when s.kind is not null then json_build_object('kind', s.kind, 'placeName', case when s.open then s.place_name else hidden_place end, 'postcode', case when s.open then s.postcode end, 'hidden', s.hidden, 'from', s.valid_from) end) order by s.place) from row s), '[]')) into told;
      perform access.know(array(select (r ->> 'personId')::uuid from json_array_elements(told -> 'rows') r));
      return told;
    end $function$
;

CREATE OR REPLACE FUNCTION care.with_nobody()
 RETURNS TABLE(id uuid, since date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with theirs as materialized (
    select coalesce(s.survivor_id, p.person_id) as who, p.began_on, p.domain from care.period p left join access.person_part s on s.part_id = p.person_id where p.superseded_at is null and p.ended_on is null),
  nobody as materialized (select t.* from theirs t
    where not exists (select 1 from access.involvement v where v.person_id = t.who and v.superseded_at is null and v.to_on is null and v.role = 'allocated')
      and not exists (select 1 from access.person_part s join access.involvement v on v.person_id = s.part_id and v.superseded_at is null and v.to_on is null and v.role = 'allocated' where s.survivor_id = t.who))
  select distinct n.who, n.began_on from nobody n where access.sees(n.who, n.domain)
$function$
;

CREATE OR REPLACE FUNCTION chronology.counted(about uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if access.actor() is null then return 0; end if;
      if cardinality(about) = 1 then
        return (select coalesce(sum(a.n), 0) from (select e.person_id, e.domain, count(*) as n from chronology.event_person e where e.person_id = about[1] group by 1, 2) a where coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))));
      end if;
      return (select count(distinct e.event_id) from chronology.event_person e where e.person_id = any (about) and (e.person_id, e.domain) in (
        select a.person_id, a.domain from (select distinct o.person_id, o.domain from chronology.event_person o where o.person_id = any (about)) a where coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))));
    end $function$
;

CREATE OR REPLACE FUNCTION chronology.event_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from chronology.event_person where event_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION chronology.event_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if chronology.event_nobody_yet(new.event_id) then return new; end if;
      if not exists (select 1 from chronology.event up where up.id = new.event_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION chronology.story_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from chronology.story_person where story_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION chronology.story_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if chronology.story_nobody_yet(new.story_id) then return new; end if;
      if not exists (select 1 from chronology.story up where up.id = new.story_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION chronology.told_of(about uuid, most integer, significant_only boolean, up_to date, noted text[], note_kinds jsonb)
 RETURNS TABLE(part text, more boolean, total integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_nestloop TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
    declare
      shown_in text[];
      counted int;
    begin
      if access.actor() is null then return; end if;
      select coalesce(array_agg(a.domain), '{}'), coalesce(sum(a.n), 0) into shown_in, counted
        from (select x.person_id, x.domain, count(*) as n from chronology.event_person x where x.person_id = about group by 1, 2) a where coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())));
      return query
      with page as materialized (
        select row_number() over () as place, p.* from (
          select e.id, e.kind, e.subject_kind, e.subject_id, e.actor_id, e.recorded_at, ep.happened_on,
            case when exists (select 1 from chronology.significance x where x.event_id = e.id offset 0) then (select x.significant from chronology.significance x where x.event_id = e.id order by x.recorded_at desc limit 1) else e.significant end as significant
          from (select x.event_id, x.happened_on, x.domain from chronology.event_person x where x.person_id = about and (up_to is null or x.happened_on <= up_to) and x.domain = any (shown_in)
            order by x.happened_on desc, x.event_id desc offset 0) ep
          cross join lateral (select x.* from chronology.event x where x.id = ep.event_id offset 0) e
          where case when e.domain = ep.domain then true else exists (select 1 from chronology.event_person l where l.event_id = e.id and l.domain = e.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) end
            and case when exists (select 1 from chronology.event x where x.supersedes = e.id offset 0)
              then not exists (select 1 from chronology.event x where x.supersedes = e.id
                and case when exists (select 1 from chronology.event_person l where l.event_id = x.id and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))) offset 0) then true else false end offset 0) else true end
        ) p where not significant_only or p.significant limit most + 1
      ), writer as materialized (
        select w.id, to_json(w.name)::text as quoted, left(to_json(w.name)::text, -1) as opened from access.actor w where w.id = any (array(select distinct p.actor_id from page p))
      )
      select string_agg(line.text, ',' order by line.place), (select count(*) > most from page), counted
      from (
        select told.place, case when told.words is null then chr(10) || told.spine || chr(10) || '}' else told.spine || ',"told":' || told.words || '}' end as text
        from (
          select e.place,
            '{"id":"' || e.id || '","kind":"' || e.kind || '","happenedOn":"' || e.happened_on || '","recordedAt":"' || to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
              || case when e.significant then '","significant":true,' else '","significant":false,' end || case when e.subject_kind is null then '"subjectKind":null,' else '"subjectKind":"' || e.subject_kind || '",' end
              || case when e.subject_id is null then '"subjectId":null,"by":' else '"subjectId":"' || e.subject_id || '","by":' end || coalesce(b.quoted, 'null') || ',"people":["' || about || '"]' as spine,
            case when n.id is null then null
              when exists (select 1 from notes.note_person l where l.note_id = n.id and l.person_id = about and l.domain = n.domain and l.domain = any (shown_in))
                or exists (select 1 from notes.note_person l where l.note_id = n.id and l.domain = n.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))))
              then '{"title":' || to_json(n.title) || ',"words":' || to_json(n.words) || ',"href":"/notes/' || n.id || '","source":'
                || case when n.author_id = e.actor_id then b.opened else (select left(to_json(w.name)::text, -1) from access.actor w where w.id = n.author_id) end || ', ' || (note_kinds ->> n.kind) || '"}' end as words
          from page e
          left join writer b on b.id = e.actor_id
          left join lateral (select x.id, x.domain, x.kind, x.title, coalesce(x.beginning, x.words) as words, x.author_id from notes.note x where x.id = case when e.kind = any (noted) then e.subject_id end offset 0) n on true
          where e.place <= most
          offset 0
        ) told
        offset 0
      ) line group by (line.place - 1) / 50 order by (line.place - 1) / 50;
      if not found then return query select null::text, false, counted; end if;
    end $function$
;

CREATE OR REPLACE FUNCTION contacts.contact_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from contacts.contact_person where contact_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION contacts.contact_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if contacts.contact_nobody_yet(new.contact_id) then return new; end if;
      if not exists (select 1 from contacts.contact up where up.id = new.contact_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION contacts.decision_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from contacts.decision_person where decision_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION contacts.decision_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if contacts.decision_nobody_yet(new.decision_id) then return new; end if;
      if not exists (select 1 from contacts.decision up where up.id = new.decision_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION contacts.name_person(contact uuid, who uuid, as_role text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
begin
  if not exists (select 1 from contacts.contact c where c.id = contact and c.recorded_by = access.actor() and c.state = 'open') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from access.standing(s) st where st.sight in ('exists', 'card', 'full')) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into contacts.contact_person as c (contact_id, person_id, domain, role) values (contact, s, 'children', as_role) on conflict on constraint contact_person_pkey do nothing;
end $function$
;

CREATE OR REPLACE FUNCTION contacts.pass_on(contact uuid, told jsonb, clocks jsonb, unseen uuid[], let_go uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  mine contacts.contact;
  work_id uuid := (told ->> 'id')::uuid;
  team uuid := (told ->> 'team')::uuid;
  event_id uuid;
  worker record;
  telling uuid;
begin
  select c.* into mine from contacts.contact c where c.id = pass_on.contact and c.recorded_by = access.actor() and c.state = 'open';
  if not found or exists (select 1 from work.item i where i.subject_id = mine.id and i.kind = 'contactDecision') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into work.item (id, kind, domain, pathway, pathway_version, subject_kind, subject_id, team_id, words, opened_on, due_on, duty, recorded_at, recorded_by)
  values (work_id, 'contactDecision', 'children', told ->> 'pathway', (told ->> 'version')::int, 'contact', mine.id, team, told ->> 'words', mine.received_on, (told ->> 'due')::date, told ->> 'duty', mine.recorded_at, access.actor());
  insert into work.item_person (item_id, person_id, domain) select work_id, p.person_id, 'children' from contacts.contact_person p where p.contact_id = mine.id and p.role = 'child';
  insert into work.clock (id, item_id, subject_kind, subject_id, duty, started_on, started_at, due_on, due_at, recorded_at, recorded_by)
  select gen_random_uuid(), work_id, 'contact', mine.id, x.duty, x."startedOn", x."startedAt", x."dueOn", x."dueAt", mine.recorded_at, access.actor()
  from jsonb_to_recordset(clocks) as x (duty text, "startedOn" date, "startedAt" timestamptz, "dueOn" date, "dueAt" timestamptz);
  if team is not null then
    insert into work.allocation (id, item_id, team_id, from_on, recorded_at, recorded_by) values (gen_random_uuid(), work_id, team, mine.received_on, mine.recorded_at, access.actor());
    insert into access.involvement (id, person_id, team_id, domain, role, from_on, recorded_by)
    select gen_random_uuid(), p.person_id, team, 'children', 'allocated', (told ->> 'today')::date, access.actor() from contacts.contact_person p
    where p.contact_id = mine.id and p.role = 'child' and not exists (select 1 from access.involvement v where v.person_id = p.person_id and v.team_id = team and v.worker_id is null and v.to_on is null and v.superseded_at is null);
  end if;
  if cardinality(unseen) > 0 then
    event_id := gen_random_uuid();
    insert into chronology.event (id, kind, happened_on, happened_at, recorded_at, domain, actor_id, subject_kind, subject_id) values (event_id, 'contact.received', mine.received_on, mine.received_at, mine.recorded_at, 'children', access.actor(), 'contact', mine.id);
    insert into chronology.event_person (event_id, person_id, domain, happened_on)
    select event_id, p.person_id, 'children', mine.received_on from contacts.contact_person p where p.contact_id = mine.id and p.role in ('child', 'adult')
      and (p.person_id = any (unseen) or p.person_id in (select s.survivor_id from access.person_part s where s.part_id = any (unseen)));
  end if;
  -- Who works with somebody on it already hears of it at once, whoever took it.
  for worker in
    select i.worker_id, array_agg(distinct p.person_id) as people from contacts.contact_person p
    join access.subject x on x.id = p.person_id and x.marking = 'open'
    join work.item_person ip on ip.person_id = p.person_id or ip.person_id in (select s.part_id from access.person_part s where s.survivor_id = p.person_id)
    join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.worker_id is not null and i.worker_id <> access.actor() and i.kind not in ('contactDecision', 'newInformation', 'question')
    where p.contact_id = mine.id and p.role in ('child', 'adult') and p.person_id = any (unseen) and not (p.person_id = any (let_go))
    group by i.worker_id
  loop
    telling := gen_random_uuid();
    insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, opened_on, due_on, recorded_at, recorded_by)
    values (telling, 'newInformation', 'children', 'contact', mine.id, worker.worker_id, (told ->> 'today')::date, (told ->> 'today')::date, mine.recorded_at, access.actor());
    insert into work.item_person (item_id, person_id, domain) select telling, unnest(worker.people), 'children';
  end loop;
  -- What was needed to write these people down ends with the writing.
  update access.involvement v set superseded_at = now()
  where v.person_id = any (let_go) and v.worker_id = access.actor() and v.recorded_by = access.actor() and v.superseded_at is null
    and exists (select 1 from access.subject x where x.id = v.person_id and x.created_by = access.actor() and x.created_at = now());
end $function$
;

CREATE OR REPLACE FUNCTION contacts.referral_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from contacts.referral_person where referral_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION contacts.referral_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if contacts.referral_nobody_yet(new.referral_id) then return new; end if;
      if not exists (select 1 from contacts.referral up where up.id = new.referral_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION contacts.tell_listed(contact uuid, keys integer[], days integer[], on_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  match record;
  work_id uuid;
begin
  if not exists (select 1 from contacts.contact c where c.id = contact and c.recorded_by = access.actor()) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  for match in
    select distinct coalesce(p.survivor_id, e.person_id) as id
    from people.search_entry e left join access.person_part p on p.part_id = e.person_id
    where e.keys && tell_listed.keys and (cardinality(days) = 0 or e.keys && days)
      and exists (select 1 from access.subject x where x.marking = 'sealed' and (x.id = coalesce(p.survivor_id, e.person_id)
        or x.id in (select y.part_id from access.person_part y where y.survivor_id = coalesce(p.survivor_id, e.person_id))))
  loop
    insert into contacts.contact_person as c (contact_id, person_id, domain, role) values (contact, match.id, 'children', 'referrer') on conflict on constraint contact_person_pkey do nothing;
    for work_id in
      insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, opened_on, due_on)
      select gen_random_uuid(), 'sealedMatch', 'children', 'contact', contact, l.actor_id, on_day, on_day
      from access.listed l where l.person_id = match.id and (l.until is null or l.until > now())
      returning id
    loop
      insert into work.item_person (item_id, person_id, domain) values (work_id, match.id, 'children');
    end loop;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION contacts.tell_those_listed(contact uuid, who uuid, on_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  work_id uuid;
begin
  if not exists (select 1 from contacts.contact c where c.id = contact and c.recorded_by = access.actor())
    or not exists (select 1 from access.standing(s) st where st.sight = 'exists') then
    return;
  end if;
  for work_id in
    insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, opened_on, due_on)
    select gen_random_uuid(), 'newInformation', 'children', 'contact', contact, l.actor_id, on_day, on_day
    from access.listed l where l.person_id = s and (l.until is null or l.until > now())
    returning id
  loop
    insert into work.item_person (item_id, person_id, domain) values (work_id, s, 'children');
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION exchange.before_taking_back(which uuid)
 RETURNS TABLE(made boolean, against text, children bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exchange.may_settle(which) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  return query select s.made, s.against, count(*) from exchange.written_since(which, null) s group by 1, 2;
end $function$
;

CREATE OR REPLACE FUNCTION exchange.keep_in_journal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  written jsonb := to_jsonb(new);
  whose text := coalesce(nullif(current_setting('kith.import_of', true), ''), written ->> 'person_id', case when tg_relid in ('access.subject'::regclass, 'people.person'::regclass) then written ->> 'id' end);
begin
  if whose is null then return null; end if;
  insert into exchange.journal (import_id, person_id, relation, key, before, after)
  values (current_setting('kith.import')::uuid, whose::uuid, tg_relid::regclass::text,
    (select jsonb_object_agg(k, written -> k) from unnest(tg_argv) k), case when tg_op = 'UPDATE' then to_jsonb(old) end, written);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION exchange.key_of(of_table regclass)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = of_table and i.indisprimary
$function$
;

CREATE OR REPLACE FUNCTION exchange.may_settle(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.reach r where r.actor_id = access.actor() and 'administrator' = any (r.roles))
    or exists (select 1 from exchange.import i where i.id = which and i.started_by = access.actor())
    or exists (select 1 from exchange.import i where i.id = which and i.format = 'transfer' and transfers.decides())
$function$
;

CREATE OR REPLACE FUNCTION exchange.perhaps_known(which uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select count(distinct o.person_id) from exchange.origin o join people.possible_duplicate d on o.person_id in (d.person_id, d.other_id)
  join access.subject s on s.id = case when d.person_id = o.person_id then d.other_id else d.person_id end
  where o.import_id = which and d.two_people_at is null and s.marking = 'open'
$function$
;

CREATE OR REPLACE FUNCTION exchange.settle(which uuid, how text, counts jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exchange.may_settle(which) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if how = 'accepted' then delete from exchange.journal j where j.import_id = which; end if;
  if how = 'undone' then delete from exchange.unclaimed u where u.import_id = which; end if;
  update exchange.import i set state = how, settled = counts, settled_at = now(), settled_by = access.actor() where i.id = which and i.state <> 'accepted';
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION exchange.take_back(which uuid, beyond uuid, most integer)
 RETURNS TABLE(person_id uuid, made boolean, against text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  if not exchange.may_settle(which) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  for one in select s.* from exchange.written_since(which, array(select distinct j.person_id from exchange.journal j where j.import_id = which and j.person_id > beyond order by 1 limit most)) s order by 1 loop
    if one.against is null then
      begin
        perform exchange.take_child_back(which, one.person_id);
      exception when foreign_key_violation then
        one.against := 'somebody has written about this child since';
      end;
    end if;
    person_id := one.person_id; made := one.made; against := one.against;
    return next;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION exchange.take_child_back(which uuid, child uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one record;
  found text;
  gone uuid;
  touched uuid[] := array(select distinct (j.after ->> 'person_id')::uuid from exchange.journal j where j.import_id = which and j.person_id = child and j.after ? 'person_id') || child;
begin
  for one in
    select j.relation, j.key, (array_agg(j.before order by j.place))[1] as before from exchange.journal j
    where j.import_id = which and j.person_id = child group by j.relation, j.key order by min(j.place) desc
  loop
    found := (select string_agg(format('t.%1$I = (%2$L::jsonb ->> %1$L)::%3$s', k, one.key, format_type(a.atttypid, a.atttypmod)), ' and ')
      from unnest(exchange.key_of(one.relation::regclass)) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k);
    if one.before is null then
      if one.relation = 'access.subject' then
        gone := (one.key ->> 'id')::uuid;
        -- who somebody is to another goes with either of them
        delete from people.relationship r where gone in (r.person_id, r.other_id) and exists (select 1 from exchange.journal own where own.import_id = which and own.relation = 'people.relationship' and own.key = jsonb_build_object('id', r.id));
        -- what was worked out of the person goes with them
        delete from people.card c where c.person_id = gone;
        delete from people.search_line l where l.person_id = gone;
        delete from people.search_entry e where e.person_id = gone;
        delete from people.search_due d where d.person_id = gone;
        delete from people.compare_due d where d.person_id = gone;
        delete from people.possible_duplicate d where gone in (d.person_id, d.other_id);
        delete from access.person_scope s where s.person_id = gone;
        delete from access.bar b where b.person_id = gone;
      end if;
      execute format('delete from %s t where %s', one.relation, found);
    else
      execute format('update %1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where %3$s', one.relation,
        (select string_agg(quote_ident(k), ', ') from jsonb_object_keys(one.before) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k and a.attidentity = '' and a.attgenerated = ''), found) using one.before;
    end if;
  end loop;
  perform people.derive_card(p.id) from people.person p where p.id = any (touched);
  insert into people.search_due (person_id, changed_in) select p.id, pg_current_xact_id() from people.person p where p.id = any (touched) on conflict do nothing;
  delete from exchange.journal j where j.import_id = which and j.person_id = child;
end $function$
;

CREATE OR REPLACE FUNCTION exchange.writes_for(which uuid, child uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select set_config('kith.import', which::text, true), set_config('kith.import_of', child::text, true)
  where exists (select 1 from exchange.import i where i.id = which and i.state <> 'accepted')
$function$
;

CREATE OR REPLACE FUNCTION exchange.written_since(which uuid, children uuid[])
 RETURNS TABLE(person_id uuid, made boolean, against text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one record;
  found jsonb;
  standing jsonb := '{}';                             -- why a child stays, by its id
  of_import text := format('j.import_id = %L', which);
  derived constant text[] := array['people.card', 'people.search_entry', 'people.search_line', 'people.search_due', 'people.compare_due', 'access.person_scope', 'access.bar'];
begin
  children := coalesce(children, array(select distinct j.person_id from exchange.journal j where j.import_id = which));
  select coalesce(jsonb_object_agg(mine.person_id, 'a later import tells of this child'), '{}') into standing
  from exchange.journal mine join exchange.journal later on later.person_id = mine.person_id and later.import_id <> which and later.place > mine.place
  where mine.import_id = which and mine.person_id = any (children);

  -- rows of the import that are no longer as it left them
  for one in select distinct j.relation, exchange.key_of(j.relation::regclass) as keys from exchange.journal j where j.import_id = which and j.relation <> 'ops.answered' loop
    execute format($f$select coalesce(jsonb_object_agg(j.person_id, 'what was imported has been changed since'), '{}')
      from (select distinct on (j.key) j.* from exchange.journal j where %1$s and j.relation = %2$L and j.person_id = any ($1) order by j.key, j.place desc) j
      left join %2$s t on %3$s where (t is null and j.relation <> 'people.relationship') or not to_jsonb(t) @> j.after$f$, of_import, one.relation,
      (select string_agg(format('t.%1$I = (j.key ->> %1$L)::%2$s', k, format_type(a.atttypid, a.atttypmod)), ' and ') from unnest(one.keys) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k))
    into found using children;
    standing := found || standing;
  end loop;

  -- rows that are not the import's and stand on one that is: every reference that the database knows, and what work, chronology and a child's words point to
  for one in
    select c.conrelid::regclass::text as from_table, a.attname as from_column, c.confrelid::regclass::text as to_table, b.attname as to_column, exchange.key_of(c.conrelid) as keys
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
    where c.contype = 'f' and cardinality(c.conkey) = 1 and exists (select 1 from exchange.journal j where j.import_id = which and j.relation = c.confrelid::regclass::text)
      and c.conrelid::regclass::text <> all (derived)
    union all
    select t, col, to_table, 'id', exchange.key_of(t::regclass) from (values ('work.item', 'subject_id'), ('chronology.event', 'subject_id'), ('people.voice', 'source_id')) v (t, col),
      (values ('contacts.referral'), ('assessments.assessment'), ('work.item'), ('access.subject')) w (to_table)
  loop
    execute format($f$select coalesce(jsonb_object_agg(j.person_id, 'somebody has written about this child since'), '{}')
      from exchange.journal j join %2$s t on t.%3$I = (j.key ->> %5$L)::uuid
      where %1$s and j.person_id = any ($1) and j.before is null and j.relation = %4$L %7$s
        and not exists (select 1 from exchange.journal own where own.import_id = j.import_id and (own.person_id = j.person_id or own.relation = 'people.relationship') and own.relation = %2$L and own.key = %6$s)$f$,
      of_import, one.from_table, one.from_column, one.to_table, one.to_column,
      (select format('jsonb_build_object(%s)', string_agg(format('%1$L, t.%1$I', k), ', ')) from unnest(one.keys) k),
      case when one.from_table = 'people.possible_duplicate' then 'and t.two_people_at is not null' end)
    into found using children;
    standing := found || standing;
  end loop;

  return query select c.id, exists (select 1 from exchange.journal j where j.import_id = which and j.person_id = c.id and j.relation = 'access.subject'), standing ->> c.id::text
  from unnest(children) c (id);
end $function$
;

CREATE OR REPLACE FUNCTION handover.also_about_others(items uuid[], children uuid[], today date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct ip.item_id from work.item_person ip join people.card c on c.person_id = access.survivor_of(ip.person_id)
  where ip.item_id = any (items) and access.survivor_of(ip.person_id) <> all (children) and (c.unborn or c.born_on is null or c.born_on > today - interval '18 years') and access.marking_of(ip.person_id) <> 'sealed'
$function$
;

CREATE OR REPLACE FUNCTION handover.handover_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from handover.handover_person where handover_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION handover.handover_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if handover.handover_nobody_yet(new.handover_id) then return new; end if;
      if not exists (select 1 from handover.handover up where up.id = new.handover_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION handover.keep_owned()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  item uuid := case when tg_table_schema = 'work' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'item_id' end;
begin
  if exists (select 1 from handover.handover h join work.item i on i.id = h.item_id
      where h.item_id = item and h.state = 'open' and (i.state not in ('open', 'waiting', 'returned') or (i.team_id is null and i.worker_id is null))) then
    raise exception 'a handover that waits is always with somebody' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION handover.settle()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everybody uuid[] := array(select p.person_id from handover.handover_person p where p.handover_id = new.id);
  children uuid[] := array(select p.person_id from handover.handover_person p where p.handover_id = new.id and p.role = 'child');
begin
  update access.involvement v set superseded_at = now() where v.role = 'takingOver' and v.superseded_at is null and v.to_on is null and v.person_id = any (everybody)
    and not exists (select 1 from handover.handover_person p join handover.handover h on h.id = p.handover_id join work.item i on i.id = h.item_id where p.person_id = v.person_id and h.state = 'open' and i.worker_id = v.worker_id);
  if new.state = 'taken' then
    update access.involvement v set to_on = greatest(new.ended_on, v.from_on) where v.team_id = new.from_team_id and v.superseded_at is null and v.to_on is null
      and v.person_id in (select p.person_id from handover.handover_person p where p.handover_id = new.id and p.role = 'beside')
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = v.person_id and i.team_id = v.team_id and i.state in ('open', 'waiting', 'returned'))
      and not exists (select 1 from people.relationship r join access.involvement c on c.person_id = access.survivor_of(r.other_id) where r.person_id = v.person_id and r.kind = 'parent' and r.superseded_at is null
        and c.team_id = v.team_id and c.role = 'allocated' and c.superseded_at is null and c.to_on is null and c.person_id <> all (children));
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION jobs.add(job_id uuid, job_name text, given jsonb, due timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if access.actor() is null then call access.refuse(); end if;
  insert into jobs.job (id, name, input, due_at, added_by) values (job_id, job_name, coalesce(given, '{}'), coalesce(due, now()), access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION jobs.alerts()
 RETURNS TABLE(id uuid, kind text, words text, found_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.kind, a.words, a.found_at from jobs.alert a where a.closed_at is null and access.has_role('{administrator}') order by a.found_at
$function$
;

CREATE OR REPLACE FUNCTION jobs.close_alert(alert_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  closed int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  update jobs.alert set closed_at = now(), closed_by = access.actor() where id = alert_id and closed_at is null;
  get diagnostics closed = row_count;
  return closed;
end $function$
;

CREATE OR REPLACE FUNCTION jobs.shown(most integer)
 RETURNS TABLE(id uuid, name text, state text, due_at timestamp with time zone, tries integer, held_until timestamp with time zone, started_at timestamp with time zone, ended_at timestamp with time zone, did text, problem text, added_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select j.id, j.name, j.state, j.due_at, j.tries, j.held_until, j.started_at, j.ended_at, j.did, j.problem, a.name
  from (
    (select * from jobs.job where state <> 'done' order by state = 'failed' desc, due_at limit most)
    union all (select * from jobs.job where state = 'done' order by ended_at desc limit most)
  ) j left join access.actor a on a.id = j.added_by
  where access.has_role('{administrator}')
$function$
;

CREATE OR REPLACE FUNCTION jobs.try_again(job_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  again int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  update jobs.job set state = 'waiting', due_at = now(), tries = 0, ended_at = null where id = job_id and (state = 'failed' or (state = 'waiting' and tries > 0));
  get diagnostics again = row_count;
  return again;
end $function$
;

CREATE OR REPLACE FUNCTION jobs.wipe_answered(days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  wiped int;
begin
  delete from ops.answered where at < now() - make_interval(days => days);
  get diagnostics wiped = row_count;
  return wiped;
end $function$
;

CREATE OR REPLACE FUNCTION jobs.wipe_drafts(days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  wiped int;
begin
  delete from contacts.draft where saved_at < now() - make_interval(days => days);
  get diagnostics wiped = row_count;
  return wiped;
end $function$
;

CREATE OR REPLACE FUNCTION jobs.wipe_sessions(days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  wiped int;
begin
  delete from access.session where coalesce(ended_at, least(last_at + interval '15 minutes', started_at + interval '12 hours')) < now() - make_interval(days => days);
  get diagnostics wiped = row_count;
  return wiped;
end $function$
;

CREATE OR REPLACE FUNCTION jobs.witness(did text, reason text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into access.actor (id, kind, name, job_title) values ('6b697468-0000-7000-8000-000000000001', 'machine', 'Kith', 'Works in the background') on conflict (id) do nothing;
  perform access.set_identity('6b697468-0000-7000-8000-000000000001');
  perform audit.append(did, '{}', reason, false, 'job', null, null);
end $function$
;

CREATE OR REPLACE FUNCTION legal.advice_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from legal.advice_person where advice_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION legal.advice_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if legal.advice_nobody_yet(new.advice_id) then return new; end if;
      if not exists (select 1 from legal.advice up where up.id = new.advice_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION legal.find_text(asked text, about uuid[], most integer, labels jsonb)
 RETURNS TABLE(kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
  codes text[];
  orders uuid[];
  matters uuid[];
  endings text[];
  facts uuid[];
  directions uuid[];
  advices uuid[];
  allegations uuid[];
  taken uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  codes := array(select l.key from jsonb_each_text(labels) l where to_tsvector('english', l.value) @@ q);
  
  orders := array(select x.own from (select s.id as own, s.id as within, s.domain as domain, array[s.person_id] as about_only from people.legal_status s where s.id in (select o.id from people.legal_status o where o.superseded_at is null and o.code = any (codes)
      union select o.id from people.legal_status o where o.superseded_at is null and to_tsvector('english', coalesce(o.court, '') || ' ' || coalesce(o.case_number, '') || ' ' || coalesce(o.details, '')) @@ q)
      and (looked is null or s.id in (select l.id from people.legal_status l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(array[s.person_id]) = 0 or array[s.person_id] && about) order by s.valid_from desc limit 20000) x
    where exists (select 1 from people.legal_status l where l.id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  matters := array(select x.own from (select m.id as own, m.id as within, m.domain as domain, '{}'::uuid[] as about_only from legal.matter m where to_tsvector('english', m.words || ' ' || coalesce(m.court, '') || ' ' || coalesce(m.case_number, '')) @@ q
      and (looked is null or m.id in (select l.matter_id from legal.matter_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality('{}'::uuid[]) = 0 or '{}'::uuid[] && about) order by m.decided_on desc limit 20000) x
    where exists (select 1 from legal.matter_person l where l.matter_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  endings := array(select x.own from (select concat(e.matter_id, ' ', e.person_id) as own, e.matter_id as within, e.domain as domain, array[e.person_id] as about_only from legal.matter_person e where to_tsvector('english', coalesce(e.words, '')) @@ q
      and (looked is null or e.matter_id in (select l.matter_id from legal.matter_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(array[e.person_id]) = 0 or array[e.person_id] && about) order by e.started_on desc limit 20000) x
    where exists (select 1 from legal.matter_person l where l.matter_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  facts := array(select x.own from (select f.id as own, f.matter_id as within, f.domain as domain, f.about as about_only from legal.fact f where f.superseded_at is null and (jsonb_to_tsvector('english', f.answers, '["string"]') || to_tsvector('english', coalesce(f.words, ''))) @@ q
      and (looked is null or f.matter_id in (select l.matter_id from legal.matter_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(f.about) = 0 or f.about && about) order by f.on_day desc limit 20000) x
    where exists (select 1 from legal.matter_person l where l.matter_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  directions := array(select x.own from (select d.id as own, d.matter_id as within, d.domain as domain, d.about as about_only from legal.direction d where to_tsvector('english', d.words || ' ' || coalesce(d.done_words, '')) @@ q
      and (looked is null or d.matter_id in (select l.matter_id from legal.matter_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(d.about) = 0 or d.about && about) order by d.due_on desc limit 20000) x
    where exists (select 1 from legal.matter_person l where l.matter_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  advices := array(select x.own from (select v.id as own, v.id as within, v.domain as domain, '{}'::uuid[] as about_only from legal.advice v where to_tsvector('english', v.words) @@ q
      and (looked is null or v.id in (select l.advice_id from legal.advice_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality('{}'::uuid[]) = 0 or '{}'::uuid[] && about) order by v.given_on desc limit 20000) x
    where exists (select 1 from legal.advice_person l where l.advice_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  allegations := array(select x.own from (select g.id as own, g.id as within, g.domain as domain, '{}'::uuid[] as about_only from allegation.allegation g where to_tsvector('english', g.words || ' ' || g.professional_name || ' ' || coalesce(g.employer, '') || ' ' || coalesce(g.outcome_words, '')) @@ q
      and (looked is null or g.id in (select l.allegation_id from allegation.about l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality('{}'::uuid[]) = 0 or '{}'::uuid[] && about) order by g.known_on desc limit 20000) x
    where exists (select 1 from allegation.about l where l.allegation_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  taken := array(select x.own from (select t.id as own, t.allegation_id as within, g.domain as domain, '{}'::uuid[] as about_only from allegation.step t join allegation.allegation g on g.id = t.allegation_id where to_tsvector('english', t.words || ' ' || coalesce(t.came, '')) @@ q
      and (looked is null or t.allegation_id in (select l.allegation_id from allegation.about l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality('{}'::uuid[]) = 0 or '{}'::uuid[] && about) order by t.on_day desc limit 20000) x
    where exists (select 1 from allegation.about l where l.allegation_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  return query
  with newest as (
    select * from (
      select 'order' as kind, s.order_id as id, s.person_id as within, s.code as title, s.valid_from as happened_on, s.recorded_by as author_id, concat_ws(' · ', labels ->> s.code, s.court, s.case_number, s.details) as words, s.domain, array[s.person_id] as about_only from people.legal_status s where s.id = any (orders)
      union all
      select 'legal', m.id, m.id, m.kind, m.decided_on, m.recorded_by, concat_ws(' · ', m.words, m.court, m.case_number), m.domain, '{}'::uuid[] from legal.matter m where m.id = any (matters)
      union all
      select 'legal', m.id, m.id, m.kind, coalesce(e.ended_on, e.started_on), e.recorded_by, e.words, e.domain, array[e.person_id] from legal.matter_person e join legal.matter m on m.id = e.matter_id where concat(e.matter_id, ' ', e.person_id) = any (endings)
        and e.matter_id = any (select split_part(one, ' ', 1)::uuid from unnest(endings) one)
      union all
      select 'legal', f.id, m.id, m.kind, f.on_day, f.recorded_by, concat_ws(' · ', f.words, (select string_agg(v #>> '{}', ' · ') from jsonb_path_query(f.answers, '$.** ? (@.type() == "string")') v)), f.domain, f.about from legal.fact f join legal.matter m on m.id = f.matter_id where f.id = any (facts)
      union all
      select 'legal', d.id, m.id, m.kind, d.due_on, d.recorded_by, concat_ws(' · ', d.words, d.done_words), d.domain, d.about from legal.direction d join legal.matter m on m.id = d.matter_id where d.id = any (directions)
      union all
      select 'advice', v.id, v.id, null, v.given_on, v.recorded_by, v.words, v.domain, '{}'::uuid[] from legal.advice v where v.id = any (advices)
      union all
      select 'allegation', g.id, g.id, null, g.known_on, g.recorded_by, concat_ws(' · ', g.words, g.professional_name, g.employer, g.outcome_words), g.domain, '{}'::uuid[] from allegation.allegation g where g.id = any (allegations)
      union all
      select 'allegation', t.id, g.id, null, t.on_day, t.recorded_by, concat_ws(' · ', t.words, t.came), g.domain, '{}'::uuid[] from allegation.step t join allegation.allegation g on g.id = t.allegation_id where t.id = any (taken)) y
    order by happened_on desc, id limit most
  )
  select x.kind, x.id, x.within, x.title, x.happened_on, a.name,
    case when cardinality(x.about_only) > 0 then x.about_only else array(select l.person_id from legal.matter_person l where x.kind = 'legal' and l.matter_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))
      union all select l.person_id from legal.advice_person l where x.kind = 'advice' and l.advice_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))
      union all select l.person_id from allegation.about l where x.kind = 'allegation' and l.allegation_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) end,
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x left join access.actor a on a.id = x.author_id
  order by x.happened_on desc, x.id;
end $function$
;

CREATE OR REPLACE FUNCTION legal.going_on(of_teams uuid[], kinds text[])
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      mine uuid[] := access.scopes();
    begin
      if access.actor() is null then return null; end if;
      return (
        with theirs as materialized (
          select m.id, m.domain, m.kind, m.team_id, m.lead_id, m.decided_on from legal.matter m
          where m.team_id = any (of_teams) and exists (select 1 from legal.matter_person mp where mp.matter_id = m.id and mp.ended_on is null)
        ), child as materialized (
          select a.matter_id, a.person_id, a.started_on, a.ended_on, a.domain from theirs t join legal.matter_person a on a.matter_id = t.id
          where (t.team_id = any (mine) and a.person_id not in (select b.person_id from access.bar b)
              and exists (select 1 from access.person_scope s where s.scope = t.team_id and s.person_id = a.person_id and s.domain = a.domain and s.until is null and s.sight = 'full'))
            or coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)
        ), seen as materialized (
          select t.* from theirs t where exists (select 1 from child c where c.matter_id = t.id and c.domain = t.domain) and exists (select 1 from child c where c.matter_id = t.id and c.ended_on is null)
        )
        select json_build_object(
          'matters', coalesce((select json_agg(json_build_array(t.id, t.kind, t.team_id, l.name, t.decided_on) order by t.decided_on desc, t.id desc) from seen t left join access.actor l on l.id = t.lead_id), '[]'),
          'children', coalesce((select json_agg(json_build_array(c.matter_id, coalesce(p.survivor_id, c.person_id), c.started_on, c.ended_on) order by c.person_id)
            from child c left join (select x.part_id, x.survivor_id from access.person_part x where x.part_id in (select c.person_id from child c) and coalesce(coalesce(((select access.found()) -> (x.survivor_id)::text)::boolean,
      (((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = x.survivor_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = x.survivor_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[])
          and s.sight in ('card', 'full') and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = x.survivor_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false) offset 0) p on p.part_id = c.person_id), '[]'),
          'facts', coalesce((select json_agg(json_build_array(f.matter_id, f.kind, f.on_day, f.until_day, case when cardinality(f.about) > 0 then to_json(f.about) end) order by f.on_day, f.at nulls last, f.id)
            from seen t join legal.fact f on f.matter_id = t.id and f.domain = t.domain
            where f.superseded_at is null and f.kind = any (kinds) and (cardinality(f.about) = 0 or not exists (select 1 from unnest(f.about) a (person_id) where not coalesce(coalesce(case when f.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((f.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = f.domain or (f.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and f.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and f.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)) or access.stays(f.about, f.domain))), '[]')));
    end $function$
;

CREATE OR REPLACE FUNCTION legal.matter_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from legal.matter_person where matter_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION legal.matter_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if legal.matter_nobody_yet(new.matter_id) then return new; end if;
      if not exists (select 1 from legal.matter up where up.id = new.matter_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION meetings.find_text(asked text, about uuid[], most integer)
 RETURNS TABLE(kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
  minutes uuid[];
  passages uuid[];
  decisions text[];
  plans uuid[];
  needs uuid[];
  actions uuid[];
  progresses uuid[];
  facts uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  
  minutes := array(select x.own from (select m.id as own, m.id as within, m.domain as domain, '{}'::uuid[] as about_only from meetings.meeting m where m.state = 'held' and to_tsvector('english', m.words) @@ q
      and (looked is null or m.id in (select l.meeting_id from meetings.meeting_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality('{}'::uuid[]) = 0 or '{}'::uuid[] && about) order by m.on_day desc limit 20000) x
    where exists (select 1 from meetings.meeting_person l where l.meeting_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  passages := array(select x.own from (select g.id as own, g.meeting_id as within, g.domain as domain, g.about as about_only from meetings.passage g join meetings.meeting m on m.id = g.meeting_id where to_tsvector('english', g.words) @@ q
      and (looked is null or g.meeting_id in (select l.meeting_id from meetings.meeting_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(g.about) = 0 or g.about && about) order by m.on_day desc limit 20000) x
    where exists (select 1 from meetings.meeting_person l where l.meeting_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  decisions := array(select x.own from (select concat(d.meeting_id, ' ', d.person_id) as own, d.meeting_id as within, d.domain as domain, array[d.person_id] as about_only from meetings.decision d join meetings.meeting m on m.id = d.meeting_id where to_tsvector('english', coalesce(d.words, '')) @@ q
      and (looked is null or d.meeting_id in (select l.meeting_id from meetings.meeting_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(array[d.person_id]) = 0 or array[d.person_id] && about) order by m.on_day desc limit 20000) x
    where exists (select 1 from meetings.meeting_person l where l.meeting_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  plans := array(select x.own from (select p.id as own, p.id as within, p.domain as domain, '{}'::uuid[] as about_only from plans.plan p where to_tsvector('english', p.words || ' ' || coalesce(p.if_not, '') || ' ' || coalesce(p.own_words, '')) @@ q
      and (looked is null or p.id in (select l.plan_id from plans.plan_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality('{}'::uuid[]) = 0 or '{}'::uuid[] && about) order by p.started_on desc limit 20000) x
    where exists (select 1 from plans.plan_person l where l.plan_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  needs := array(select x.own from (select n.id as own, n.plan_id as within, n.domain as domain, n.about as about_only from plans.need n where n.to_version is null and to_tsvector('english', n.words || ' ' || n.wanted) @@ q
      and (looked is null or n.plan_id in (select l.plan_id from plans.plan_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(n.about) = 0 or n.about && about) order by n.recorded_at desc limit 20000) x
    where exists (select 1 from plans.plan_person l where l.plan_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  actions := array(select x.own from (select c.id as own, c.plan_id as within, c.domain as domain, c.about as about_only from plans.action c where c.to_version is null and to_tsvector('english', c.words || ' ' || coalesce(c.evidence, '') || ' ' || coalesce(c.done_words, '')) @@ q
      and (looked is null or c.plan_id in (select l.plan_id from plans.plan_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(c.about) = 0 or c.about && about) order by c.recorded_at desc limit 20000) x
    where exists (select 1 from plans.plan_person l where l.plan_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  progresses := array(select x.own from (select r.id as own, r.plan_id as within, r.domain as domain, r.about as about_only from plans.progress r where to_tsvector('english', coalesce(r.words, '')) @@ q
      and (looked is null or r.plan_id in (select l.plan_id from plans.plan_person l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(r.about) = 0 or r.about && about) order by r.on_day desc limit 20000) x
    where exists (select 1 from plans.plan_person l where l.plan_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  facts := array(select x.own from (select f.id as own, f.id as within, f.domain as domain, array[f.person_id] as about_only from care.fact f where f.superseded_at is null and (jsonb_to_tsvector('english', f.answers, '["string"]') || to_tsvector('english', coalesce(f.words, ''))) @@ q
      and (looked is null or f.id in (select l.id from care.fact l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(array[f.person_id]) = 0 or array[f.person_id] && about) order by f.held_on desc limit 20000) x
    where exists (select 1 from care.fact l where l.id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(x.about_only) p where not coalesce(case when x.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) limit most);

  return query
  with newest as (
    select * from (
      select 'minutes' as kind, m.id, m.id as within, m.kind as title, m.on_day as happened_on, m.held_by as author_id, m.words, m.domain, '{}'::uuid[] as about_only from meetings.meeting m where m.id = any (minutes)
      union all
      select 'minutes', g.id, m.id, m.kind, m.on_day, m.held_by, g.words, g.domain, g.about from meetings.passage g join meetings.meeting m on m.id = g.meeting_id where g.id = any (passages)
      union all
      select 'minutes', m.id, m.id, m.kind, m.on_day, m.held_by, d.words, d.domain, array[d.person_id] from meetings.decision d join meetings.meeting m on m.id = d.meeting_id where concat(d.meeting_id, ' ', d.person_id) = any (decisions)
        and d.meeting_id = any (select split_part(one, ' ', 1)::uuid from unnest(decisions) one)
      union all
      select 'plan', p.id, p.id, p.kind, p.started_on, p.recorded_by, concat_ws(' · ', p.words, p.own_words, p.if_not), p.domain, '{}'::uuid[] from plans.plan p where p.id = any (plans)
      union all
      select 'plan', n.line, n.plan_id, p.kind, n.recorded_at::date, n.recorded_by, concat_ws(' · ', n.words, n.wanted), n.domain, n.about from plans.need n join plans.plan p on p.id = n.plan_id where n.id = any (needs)
      union all
      select 'plan', c.need_line, c.plan_id, p.kind, c.recorded_at::date, c.recorded_by, concat_ws(' · ', c.words, c.evidence, c.done_words), c.domain, c.about from plans.action c join plans.plan p on p.id = c.plan_id where c.id = any (actions)
      union all
      select 'plan', r.need_line, r.plan_id, p.kind, r.on_day, r.recorded_by, r.words, r.domain, r.about from plans.progress r join plans.plan p on p.id = r.plan_id where r.id = any (progresses)
      union all
      select 'fact', f.id, f.person_id, f.kind, f.held_on, f.recorded_by, concat_ws(' · ', f.words, (select string_agg(v #>> '{}', ' · ') from jsonb_path_query(f.answers, '$.** ? (@.type() == "string")') v)), f.domain, array[f.person_id] from care.fact f where f.id = any (facts)) y
    order by happened_on desc, id limit most
  )
  select x.kind, x.id, x.within, x.title, x.happened_on, a.name,
    case when cardinality(x.about_only) > 0 then x.about_only else array(select l.person_id from meetings.meeting_person l where x.kind = 'minutes' and l.meeting_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))
      union all select l.person_id from plans.plan_person l where x.kind = 'plan' and l.plan_id = x.within and l.domain = x.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) end,
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x left join access.actor a on a.id = x.author_id
  order by x.happened_on desc, x.id;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.meeting_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from meetings.meeting_person where meeting_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION meetings.meeting_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if meetings.meeting_nobody_yet(new.meeting_id) then return new; end if;
      if not exists (select 1 from meetings.meeting up where up.id = new.meeting_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION notes.beginning(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when length(t) <= 220 then t else regexp_replace(left(t, 220), ' ?[^ ]*$', '') || ' …' end from (select btrim(regexp_replace(left(words, 2000), '\s+', ' ', 'g')) as t) x
$function$
;

CREATE OR REPLACE FUNCTION notes.find_text(asked text, about uuid[], most integer)
 RETURNS TABLE(kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
  notes uuid[];
  passages uuid[];
  contacts uuid[];
  sections uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  
  if looked is null then
    notes := array(select x.id from (select n.id as id, n.id as within, n.domain as domain, null::uuid[] as about_only from notes.note n where n.found_by @@ q and (n.state = 'signed' or n.author_id = access.actor()) order by n.happened_on desc limit 20000) x
      where exists (select 1 from notes.note_person l where l.note_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  else
    notes := array(select x.id from (select n.id as id, n.id as within, n.domain as domain, null::uuid[] as about_only from notes.note n where n.id in (select l.note_id from notes.note_person l where l.person_id = any (looked)) and n.found_by @@ q and (n.state = 'signed' or n.author_id = access.actor())
        and (cardinality(about) = 0 or cardinality(coalesce(null::uuid[], '{}')) = 0 or null::uuid[] && about) order by n.happened_on desc limit 20000) x
      where exists (select 1 from notes.note_person l where l.note_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  end if;

  if looked is null then
    passages := array(select x.id from (select g.id as id, g.note_id as within, g.domain as domain, g.about as about_only from notes.passage g join notes.note n on n.id = g.note_id where g.found_by @@ q and (n.state = 'signed' or n.author_id = access.actor()) order by n.happened_on desc limit 20000) x
      where exists (select 1 from notes.note_person l where l.note_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  else
    passages := array(select x.id from (select g.id as id, g.note_id as within, g.domain as domain, g.about as about_only from notes.passage g join notes.note n on n.id = g.note_id where g.note_id in (select l.note_id from notes.note_person l where l.person_id = any (looked)) and g.found_by @@ q and (n.state = 'signed' or n.author_id = access.actor())
        and (cardinality(about) = 0 or cardinality(coalesce(g.about, '{}')) = 0 or g.about && about) order by n.happened_on desc limit 20000) x
      where exists (select 1 from notes.note_person l where l.note_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  end if;

  if looked is null then
    contacts := array(select x.id from (select c.id as id, c.id as within, c.domain as domain, null::uuid[] as about_only from contacts.contact c where c.found_by @@ q and (c.state <> 'draft' or c.recorded_by = access.actor()) order by c.received_on desc limit 20000) x
      where exists (select 1 from contacts.contact_person l where l.contact_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  else
    contacts := array(select x.id from (select c.id as id, c.id as within, c.domain as domain, null::uuid[] as about_only from contacts.contact c where c.id in (select l.contact_id from contacts.contact_person l where l.person_id = any (looked)) and c.found_by @@ q and (c.state <> 'draft' or c.recorded_by = access.actor())
        and (cardinality(about) = 0 or cardinality(coalesce(null::uuid[], '{}')) = 0 or null::uuid[] && about) order by c.received_on desc limit 20000) x
      where exists (select 1 from contacts.contact_person l where l.contact_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  end if;

  if looked is null then
    sections := array(select x.id from (select s.id as id, s.form_id as within, s.domain as domain, s.about as about_only from answers.section s join answers.form f on f.id = s.form_id where s.found_by @@ q and f.state <> 'cancelled' order by s.saved_at desc limit 20000) x
      where exists (select 1 from answers.form_person l where l.form_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  else
    sections := array(select x.id from (select s.id as id, s.form_id as within, s.domain as domain, s.about as about_only from answers.section s join answers.form f on f.id = s.form_id where s.form_id in (select l.form_id from answers.form_person l where l.person_id = any (looked)) and s.found_by @@ q and f.state <> 'cancelled'
        and (cardinality(about) = 0 or cardinality(coalesce(s.about, '{}')) = 0 or s.about && about) order by s.saved_at desc limit 20000) x
      where exists (select 1 from answers.form_person l where l.form_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) and not exists (select 1 from unnest(x.about_only) p where not (
    not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (x.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = x.domain or (x.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and x.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and x.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))) limit most);
  end if;

  return query
  with newest as (
    select * from (
      select 'note' as kind, n.id, n.id as within, n.title, n.happened_on, n.author_id, n.words, n.domain, null::uuid[] as about_only from notes.note n where n.id = any (notes)
      union all
      select 'note', g.id, n.id, n.title, n.happened_on, n.author_id, g.words, g.domain, g.about from notes.passage g join notes.note n on n.id = g.note_id where g.id = any (passages)
      union all
      select 'contact', c.id, c.id, null, c.received_on, c.recorded_by, c.words, c.domain, null from contacts.contact c where c.id = any (contacts)
      union all
      select 'section', s.id, f.id, f.form || ':' || s.section, s.saved_at::date, s.saved_by, (select string_agg(v #>> '{}', ' · ') from jsonb_path_query(s.answers, '$.** ? (@.type() == "string")') v), s.domain, s.about
      from answers.section s join answers.form f on f.id = s.form_id where s.id = any (sections)) y
    order by happened_on desc, id limit most
  )
  select x.kind, x.id, x.within, x.title, x.happened_on, a.name,
    coalesce(x.about_only, array(select l.person_id from notes.note_person l where x.kind = 'note' and l.note_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    ))
      union all select l.person_id from contacts.contact_person l where x.kind = 'contact' and l.contact_id = x.within and l.domain = x.domain and (
    not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))
    and (
      (l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
      or exists (select 1 from access.person_scope s where s.person_id = l.person_id and s.scope = any ((select access.scopes())::uuid[]) and s.sight = 'full' 
        and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
        and (s.until is null or s.until > now()))
    )))),
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x left join access.actor a on a.id = x.author_id
  order by x.happened_on desc, x.id;
end $function$
;

CREATE OR REPLACE FUNCTION notes.note_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from notes.note_person where note_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION notes.note_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if notes.note_nobody_yet(new.note_id) then return new; end if;
      if not exists (select 1 from notes.note up where up.id = new.note_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION ops.write_down(happened jsonb, recorded timestamp with time zone, command uuid, did text, answer jsonb, about uuid[], reason text, by_way text, of_section text, of_session uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select ops.write_down(happened, recorded, command, did, answer, about, reason, by_way, of_section, of_session, null);
$function$
;

CREATE OR REPLACE FUNCTION ops.write_down(happened jsonb, recorded timestamp with time zone, command uuid, did text, answer jsonb, about uuid[], reason text, by_way text, of_section text, of_session uuid, mark bytea)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if happened is not null then
    insert into chronology.event (id, kind, happened_on, happened_at, recorded_at, domain, actor_id, significant, subject_kind, subject_id, supersedes)
    select id, kind, "on", at, recorded, domain, access.actor(), coalesce(significant, false), subject ->> 'kind', (subject ->> 'id')::uuid, supersedes
    from jsonb_to_recordset(happened) as x (id uuid, kind text, "on" date, at timestamptz, domain text, significant boolean, subject jsonb, supersedes uuid);
    insert into chronology.event_person (event_id, person_id, domain, happened_on)
    select distinct x.id, p.person, x.domain, x."on" from jsonb_to_recordset(happened) as x (id uuid, "on" date, domain text, people uuid[]), unnest(x.people) as p (person);
  end if;
  insert into ops.answered (actor_id, command_id, command, answer, input_mark) values (access.actor(), command, did, answer, mark);
  perform audit.append(did, about, reason, false, by_way, of_section, of_session);
end $function$
;

CREATE OR REPLACE FUNCTION outputs.keep_sealed(which uuid, sealed text, sealed_input text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update outputs.words set words = sealed, input = case when input is null then null else to_jsonb(sealed_input) end
  where id = which and starts_with(sealed, 'sealed:') and (input is null or starts_with(sealed_input, 'sealed:'))
$function$
;

CREATE OR REPLACE FUNCTION outputs.may_judge(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return not exists (select 1 from outputs.output o, jsonb_to_recordset(o.found) as f ("hidingId" uuid) join people.hiding h on h.id = f."hidingId" where o.id = which and people.keeps_from_me(h));
end $function$
;

CREATE OR REPLACE FUNCTION outputs.newest_keys()
 RETURNS TABLE(key text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct split_part(w.words, ':', 2) from (select words from outputs.words order by id desc limit 200) w where starts_with(w.words, 'sealed:')
$function$
;

CREATE OR REPLACE FUNCTION outputs.output_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from outputs.output_person where output_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION outputs.output_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if outputs.output_nobody_yet(new.output_id) then return new; end if;
      if not exists (select 1 from outputs.output up where up.id = new.output_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION outputs.tells_of_others(entry uuid, seen integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return (select count(*) from chronology.event_person p where p.event_id = entry) > seen;
end $function$
;

CREATE OR REPLACE FUNCTION outputs.tells_of_unseen(kind text, row_id uuid, seen integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return seen > 0 and case kind
    when 'plan' then (select count(*) from plans.plan_person p where p.plan_id = row_id)
    when 'meeting' then (select count(*) from meetings.meeting_person p where p.meeting_id = row_id)
    when 'work' then (select count(*) from work.item_person p where p.item_id = row_id)
    when 'careFact' then (select count(distinct f.person_id) from care.fact f where f.fact_id = row_id)
    when 'admission' then (select count(distinct p.person_id) from care.period p where p.admission_id = row_id)
    else 0 end > seen;
end $function$
;

CREATE OR REPLACE FUNCTION outputs.to_seal(of_key text, after uuid, most integer)
 RETURNS TABLE(id uuid, words text, input text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select w.id, w.words, case when jsonb_typeof(w.input) = 'string' then w.input #>> '{}' else w.input::text end from outputs.words w
  where w.id > after and (not starts_with(w.words, 'sealed:' || of_key || ':') or (w.input is not null and not starts_with(w.input #>> '{}', 'sealed:' || of_key || ':'))) order by w.id limit most
$function$
;

CREATE OR REPLACE FUNCTION people.address_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from people.hiding where ended_at is null) then return null; end if;
  perform people.keep_rows(x.id) from (
    select h.id from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(new.person_id))
    union select k.hiding_id from people.kept_row k where k.household_id = new.household_id or (k.postcode = new.postcode and k.first_line = people.first_line(new.lines))) x;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.address_marked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- A copy of a hidden row is marked when the row was; a new one when no decision hides the place.
  new.marked := exists (select 1 from people.address o where o.marked and (o.person_id = new.person_id or o.household_id = new.household_id) and people.first_line(o.lines) = people.first_line(new.lines) and o.postcode is not distinct from new.postcode)
    or not exists (select 1 from people.kept_row k where k.household_id = new.household_id or (k.first_line = people.first_line(new.lines) and k.postcode is not distinct from new.postcode and k.person_id = new.person_id));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION people.alike(who uuid, first integer[], second integer[], asked integer[])
 RETURNS TABLE(person_id uuid, names jsonb, born_on date, born_about text, matched integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  hits uuid[];
begin
  if access.actor() is not null then return; end if;
  hits := array(select e.person_id from people.search_entry e where e.keys && first limit 100);
  if cardinality(hits) < 40 then hits := hits || array(select e.person_id from people.search_entry e where e.keys && second limit 40); end if;
  return query
  select e.person_id, e.names, c.born_on, c.born_about, array(select q from unnest(asked) q where e.keys @> array[q])
  from people.search_entry e join people.card c on c.person_id = e.person_id
  where e.person_id in (select unnest(hits)) and e.person_id <> who
    and coalesce((select p.survivor_id from access.person_part p where p.part_id = e.person_id), e.person_id) <> coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
end $function$
;

CREATE OR REPLACE FUNCTION people.any_kept_from_me()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  me uuid := access.actor();
begin
  if me is null or not exists (select 1 from people.hiding where ended_at is null) then return false; end if;
  return exists (select 1 from people.hiding h where h.ended_at is null and h.from_everybody and not me = any (h.seen_by))
    or exists (select 1 from access.actor a where a.id = me and (a.kind <> 'staff' or a.person_id is not null));
end $function$
;

CREATE OR REPLACE FUNCTION people.becoming_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update people.card set ended_on = (select max(b.on_day) from people.becoming b where b.person_id = new.person_id and b.child_id is null and b.superseded_at is null), version = version + 1
  where person_id = new.person_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.born_beside(unborn uuid, child uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  of_record uuid[] := array(select p.part_id from access.person_part p where p.survivor_id = unborn) || unborn;
  mark text;
begin
  if cardinality(access.not_writable(array[unborn], 'children')) > 0
    or not exists (select 1 from access.subject s where s.id = child and s.created_by = access.actor() and s.created_at = now()) then call access.refuse(); end if;
  insert into access.involvement (id, person_id, team_id, worker_id, domain, role, from_on, recorded_by)
  select gen_random_uuid(), child, i.team_id, i.worker_id, i.domain, i.role, (now() at time zone 'Europe/London')::date, access.actor()
  from (select distinct team_id, worker_id, domain, role from access.involvement where person_id = any (of_record) and superseded_at is null and to_on is null) i
  where not exists (select 1 from access.involvement x where x.person_id = child and x.superseded_at is null and x.to_on is null and x.domain = i.domain
    and x.team_id is not distinct from i.team_id and x.worker_id is not distinct from i.worker_id);
  insert into access.exclusion (id, person_id, actor_id, reason, until, given_by)
  select gen_random_uuid(), child, e.actor_id, e.reason, e.until, e.given_by from access.exclusion e where e.person_id = any (of_record) and (e.until is null or e.until > now());
  insert into access.listed (person_id, actor_id, until, given_by)
  select distinct on (l.actor_id) child, l.actor_id, l.until, l.given_by from access.listed l where l.person_id = any (of_record) and (l.until is null or l.until > now()) order by l.actor_id, l.until desc nulls first;
  select s.marking into mark from access.subject s where s.id = any (of_record) order by case s.marking when 'sealed' then 0 when 'restricted' then 1 else 2 end limit 1;
  if mark <> 'open' then update access.subject set marking = mark where id = child; end if;
end $function$
;

CREATE OR REPLACE FUNCTION people.called_without_name(who uuid, unborn boolean, came_from text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when unborn then 'Unborn baby' when came_from like 'cin:%' then coalesce((
      select 'Child ' || i.value || ' of ' || coalesce('the ' || nullif(split_part(came_from, ':', 3), '') || ' census', 'a census') || ', name not recorded'
      from people.identifier i where i.person_id = who and i.kind = 'localChildId' and i.domain = 'shared' and i.superseded_at is null order by i.recorded_at limit 1), 'Name not known')
    else 'Name not known' end
$function$
;

CREATE OR REPLACE FUNCTION people.card_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.derive_card(new.person_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.compare(one uuid, other uuid)
 RETURNS TABLE(person_id uuid, described jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p, people.described_of(p) from unnest(array[one, other]) p where access.may_merge(one, other)
$function$
;

CREATE OR REPLACE FUNCTION people.comparing_waits()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select count(*) from people.compare_due $function$
;

CREATE OR REPLACE FUNCTION people.derive_card(who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into people.card as c (person_id, name, given, family, born_on, born_about, due_on, died_on, sex, unborn)
  select who,
    coalesce(nullif(btrim(n.given || ' ' || n.family), ''), people.called_without_name(p.id, p.kind = 'unborn', p.source)),
    coalesce(n.given, ''), coalesce(n.family, ''),
    b.value::date, b.about, d.value::date, x.value::date, coalesce(s.value, 'notStated'), p.kind = 'unborn'
  from people.person p
  left join lateral (select given, family from people.name where person_id = who and domain = 'shared' and superseded_at is null and (valid_to is null or valid_to >= current_date)
    order by case kind when 'knownAs' then 1 when 'legal' then 0 when 'birth' then 2 when 'former' then 3 else 4 end, valid_from desc nulls last, recorded_at desc limit 1) n on true
  left join lateral (select value, coalesce(about, 'day') as about from people.fact where person_id = who and domain = 'shared' and kind = 'bornOn' and superseded_at is null order by recorded_at desc limit 1) b on true
  left join lateral (select value from people.fact where person_id = who and domain = 'shared' and kind = 'dueOn' and superseded_at is null order by recorded_at desc limit 1) d on true
  left join lateral (select value from people.fact where person_id = who and domain = 'shared' and kind = 'diedOn' and superseded_at is null order by recorded_at desc limit 1) x on true
  left join lateral (select value from people.fact where person_id = who and domain = 'shared' and kind = 'sex' and superseded_at is null order by valid_from desc nulls last, recorded_at desc limit 1) s on true
  where p.id = who
  on conflict (person_id) do update set name = excluded.name, given = excluded.given, family = excluded.family, born_on = excluded.born_on, born_about = excluded.born_about,
    due_on = excluded.due_on, died_on = excluded.died_on, sex = excluded.sex, unborn = excluded.unborn, version = c.version + 1;
end $function$
;

CREATE OR REPLACE FUNCTION people.described_of(who uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'names', coalesce((select jsonb_agg(jsonb_build_object('given', n.given, 'family', n.family,
        'kind', case when n.kind in ('former', 'birth') or n.valid_to < current_date then 'former' when n.kind = 'legal' then 'current' else 'knownAs' end) order by n.recorded_at desc)
      from people.name n where n.person_id = who and n.superseded_at is null and n.domain = 'shared'), '[]'),
    'bornOn', (select f.value from people.fact f where f.person_id = who and f.kind = 'bornOn' and f.domain = 'shared' and f.superseded_at is null order by f.recorded_at desc limit 1),
    'addresses', coalesce((select jsonb_agg(jsonb_build_object('lines', array_to_string(a.lines, ', '), 'postcode', coalesce(a.postcode, ''), 'former', coalesce(a.valid_to < current_date, false)) order by a.recorded_at desc)
      from people.address a where a.person_id = who and a.superseded_at is null and not a.hidden and a.domain = 'shared'), '[]'),
    'numbers', coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value))
      from people.identifier i where i.person_id = who and i.superseded_at is null and i.kind in ('nhs', 'upn', 'formerUpn', 'localChildId') and i.domain = 'shared'), '[]'))
$function$
;

CREATE OR REPLACE FUNCTION people.duplicates(of_whom uuid, most integer)
 RETURNS TABLE(person_id uuid, other_id uuid, score real, reasons jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select d.person_id, d.other_id, d.score, d.reasons
  from people.possible_duplicate d
  where d.two_people_at is null and (of_whom is null or of_whom in (d.person_id, d.other_id))
    and not exists (select 1 from access.person_part p where p.part_id in (d.person_id, d.other_id))
    and access.may_merge(d.person_id, d.other_id)
  order by d.score desc, d.found_at, d.person_id
  limit most
$function$
;

CREATE OR REPLACE FUNCTION people.end_kept(who uuid, of_kind text, on_day date, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if cardinality(access.not_writable(array[who], 'shared')) > 0 then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  with ended as (
    update people.address set superseded_at = moment where person_id = who and kind = of_kind and domain = 'shared' and hidden and superseded_at is null and (valid_to is null or valid_to > on_day) and not people.shows(id) returning *)
  insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, recorded_at, recorded_by)
  select gen_random_uuid(), person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, greatest(on_day, valid_from), moment, access.actor() from ended;
end $function$
;

CREATE OR REPLACE FUNCTION people.entry_filed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into people.compare_due (person_id) values (new.person_id) on conflict do nothing;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.fact_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.keep_rows(h.id) from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(new.person_id)) and new.kind = any (h.what);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.file(entries jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  allowed uuid[];
begin
  select coalesce(array_agg(d.person_id), '{}') into allowed from jsonb_to_recordset(entries) as e (id uuid) join people.search_due d on d.person_id = e.id
  where access.actor() is null or d.changed_in = pg_current_xact_id();
  insert into people.search_entry as s (person_id, keys, names)
  select e.id, e.keys, e.names from jsonb_to_recordset(entries) as e (id uuid, keys int[], names jsonb) where e.id = any (allowed)
  on conflict on constraint search_entry_pkey do update set keys = excluded.keys, names = excluded.names;
  delete from people.search_line where person_id = any (allowed);
  insert into people.search_line (person_id, line)
  select e.id, l from jsonb_to_recordset(entries) as e (id uuid, lines text[]), unnest(e.lines) l where e.id = any (allowed);
  delete from people.search_due where person_id = any (allowed);
end $function$
;

CREATE OR REPLACE FUNCTION people.file_everybody()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  n bigint;
begin
  if access.actor() is not null then return 0; end if;
  insert into people.search_due (person_id, changed_in) select p.id, pg_current_xact_id() from people.person p on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $function$
;

CREATE OR REPLACE FUNCTION people.filing_waits()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select exists (select 1 from people.search_due) $function$
;

CREATE OR REPLACE FUNCTION people.find(first integer[], second integer[], third integer[], typed text, blurred text, strong integer[], days integer[], asked integer[])
 RETURNS TABLE(person_id uuid, sight text, card jsonb, names jsonb, matched integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  enough int := 200;
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  cards boolean := access.cards();
  carer boolean := exists (select 1 from access.reach r where r.actor_id = me and r.cards and r.roles && array['worker', 'manager', 'head']);
  hits uuid[] := '{}';
begin
  if me is null then return; end if;
  if cardinality(first) > 0 then
    hits := array(select e.person_id from people.search_entry e where e.keys && first limit enough);
  end if;
  -- Where a narrow key found somebody, the wider ones only fill the list.
  if cardinality(hits) > 0 then enough := 60; end if;
  if cardinality(second) > 0 then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && second limit enough);
  end if;
  if typed <> '' then
    -- The range that `^@` means, written out: in a prepared plan `^@` itself reads the whole index. Folded lines hold nothing above z.
    hits := hits || array(select l.person_id from people.search_line l where l.line >= typed and l.line < typed || '{' order by l.line limit 60);
  end if;
  if cardinality(third) > 0 and cardinality(hits) < enough then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && third limit enough);
  end if;
  if blurred <> '' then
    perform set_config('pg_trgm.similarity_threshold', '0.4', true);
    hits := hits || array(select l.person_id from people.search_line l where l.line % blurred order by public.similarity(l.line, blurred) desc limit 60);
  end if;
  if cardinality(hits) = 0 then return; end if;
  return query
  with who as materialized (
    select coalesce(p.survivor_id, h.id) as id, h.id as part from (select distinct x as id from unnest(hits) x) h left join access.person_part p on p.part_id = h.id
  ), known as materialized (
    select w.id, w.part, e.names as called, e.keys, case
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = me and (b.until is null or b.until > now())) then null
      when exists (select 1 from access.person_scope s where s.person_id = w.id and s.scope = any (mine) and s.sight in ('card', 'full') and (s.until is null or s.until > now())) then 'card'
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = '00000000-0000-0000-0000-000000000000') then case
        when carer and e.keys && strong and (cardinality(days) = 0 or e.keys && days)
          and not exists (select 1 from access.subject x where x.id = w.id and x.marking = 'sealed')
          and not exists (select 1 from access.person_part y join access.subject x on x.id = y.part_id where y.survivor_id = w.id and x.marking = 'sealed') then 'exists' end
      when cards then 'card'
    end as seen
    from who w join people.search_entry e on e.person_id = w.part
  )
  select k.id, k.seen,
    case when k.seen = 'card' then (select jsonb_build_object('id', c.person_id, 'name', c.name, 'given', c.given, 'family', c.family, 'bornOn', c.born_on, 'bornAbout', c.born_about, 'dueOn', c.due_on, 'diedOn', c.died_on, 'sex', c.sex, 'unborn', c.unborn, 'hue', c.hue)
      from people.card c where c.person_id = k.id) end,
    case when k.seen = 'card' then k.called end,
    case when k.seen = 'card' and cardinality(asked) > 0 then array(select q from unnest(asked) q where k.keys @> array[q]) else '{}' end
  from known k
  where k.seen is not null;
end $function$
;

CREATE OR REPLACE FUNCTION people.find_best(first integer[], second integer[], third integer[], typed text, blurred text, strong integer[], days integer[], asked integer[], given integer[])
 RETURNS TABLE(person_id uuid, sight text, card jsonb, names jsonb, matched integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  enough int := 200;
  listed constant int := 24;
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  cards boolean := access.cards();
  carer boolean := exists (select 1 from access.reach r where r.actor_id = me and r.cards and r.roles && array['worker', 'manager', 'head']);
  hits uuid[] := '{}';
  narrow boolean;
begin
  if me is null then return; end if;
  if cardinality(first) > 0 then
    hits := array(select e.person_id from people.search_entry e where e.keys && first limit enough);
  end if;
  narrow := cardinality(hits) > 0;
  if narrow then enough := 60; end if;
  if cardinality(second) > 0 then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && second limit enough);
  end if;
  if typed <> '' then
    -- The range that `^@` means, written out: in a prepared plan `^@` itself reads the whole index. Folded lines hold nothing above z.
    hits := hits || array(select l.person_id from people.search_line l where l.line >= typed and l.line < typed || '{' order by l.line limit 60);
  end if;
  if cardinality(third) > 0 and narrow and cardinality(hits) < listed then
    hits := hits || array(select w.person_id from (select e.person_id, e.keys from people.search_entry e where e.keys && third limit enough) w order by w.keys && given desc limit listed - cardinality(hits));
  elsif cardinality(third) > 0 and not narrow and cardinality(hits) < enough then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && third limit enough);
  end if;
  if blurred <> '' then
    perform set_config('pg_trgm.similarity_threshold', '0.4', true);
    hits := hits || array(select l.person_id from people.search_line l where l.line % blurred order by public.similarity(l.line, blurred) desc limit 60);
  end if;
  if cardinality(hits) = 0 then return; end if;
  return query
  with who as materialized (
    select coalesce(p.survivor_id, h.id) as id, h.id as part from (select distinct x as id from unnest(hits) x) h left join access.person_part p on p.part_id = h.id
  ), known as materialized (
    select w.id, w.part, e.names as called, e.keys, case
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = me and (b.until is null or b.until > now())) then null
      when exists (select 1 from access.person_scope s where s.person_id = w.id and s.scope = any (mine) and s.sight in ('card', 'full') and (s.until is null or s.until > now())) then 'card'
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = '00000000-0000-0000-0000-000000000000') then case
        when carer and e.keys && strong and (cardinality(days) = 0 or e.keys && days)
          and not exists (select 1 from access.subject x where x.id = w.id and x.marking = 'sealed')
          and not exists (select 1 from access.person_part y join access.subject x on x.id = y.part_id where y.survivor_id = w.id and x.marking = 'sealed') then 'exists' end
      when cards then 'card'
    end as seen
    from who w join people.search_entry e on e.person_id = w.part
  )
  select k.id, k.seen,
    case when k.seen = 'card' then (select jsonb_build_object('id', c.person_id, 'name', c.name, 'given', c.given, 'family', c.family, 'bornOn', c.born_on, 'bornAbout', c.born_about, 'dueOn', c.due_on, 'diedOn', c.died_on, 'sex', c.sex, 'unborn', c.unborn, 'hue', c.hue)
      from people.card c where c.person_id = k.id) end,
    case when k.seen = 'card' then k.called end,
    case when k.seen = 'card' and cardinality(asked) > 0 then array(select q from unnest(asked) q where k.keys @> array[q]) else '{}' end
  from known k
  where k.seen is not null;
end $function$
;

CREATE OR REPLACE FUNCTION people.first_line(lines text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select lower(regexp_replace(coalesce(lines[1], ''), '[^A-Za-z0-9]', '', 'g')) $function$
;

CREATE OR REPLACE FUNCTION people.fold_back(child uuid, unborn uuid, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if cardinality(access.not_writable(array[unborn, child], 'children')) > 0
    or not exists (select 1 from people.becoming b where b.person_id = unborn and b.child_id = child and b.superseded_at is not null) then call access.refuse(); end if;
  insert into access.person_part (part_id, survivor_id, into_id, merged_by, reason) values (child, unborn, unborn, access.actor(), why);
end $function$
;

CREATE OR REPLACE FUNCTION people.give_hues(children uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  child record;
  free smallint;
begin
  for child in
    select c.person_id from people.card c where c.person_id = any (children) and c.hue is null and (c.born_on is null or c.born_on > current_date - interval '18 years')
    and exists (select 1 from people.relationship r where r.other_id = c.person_id and r.superseded_at is null and r.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian'))
    order by coalesce(c.born_on, c.due_on) nulls last, c.person_id
  loop
    select h into free from generate_series(0, 4) h
    where h not in (
      select coalesce(s.hue, -1) from people.relationship mine
      join people.relationship theirs on theirs.person_id = mine.person_id and theirs.superseded_at is null and theirs.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian')
      join people.card s on s.person_id = theirs.other_id
      where mine.other_id = child.person_id and mine.superseded_at is null and mine.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian'))
    order by h limit 1;
    -- More than five brothers and sisters: the hue that the fewest of them have.
    update people.card set hue = coalesce(free, (select h from generate_series(0, 4) h order by (
      select count(distinct s.person_id) from people.relationship mine
      join people.relationship theirs on theirs.person_id = mine.person_id and theirs.superseded_at is null and theirs.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian')
      join people.card s on s.person_id = theirs.other_id
      where mine.other_id = child.person_id and mine.superseded_at is null and mine.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian') and s.hue = h), h limit 1)) where person_id = child.person_id;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION people.give_to_part(part uuid, rows uuid[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  line access.person_part := (select p from access.person_part p where p.part_id = part);
  theirs uuid[];
begin
  if line.part_id is null or not access.may_merge(part, line.survivor_id) then return 0; end if;
  theirs := array(select w.id from people.written_since(part) w where w.id = any (rows));
  with gone as (update people.name set superseded_at = now() where id = any (theirs) returning *)
    insert into people.name (id, person_id, domain, kind, given, family, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, given, family, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.address set superseded_at = now() where id = any (theirs) returning *)
    insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.identifier set superseded_at = now() where id = any (theirs) returning *)
    insert into people.identifier (id, person_id, domain, kind, value, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, value, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.fact set superseded_at = now() where id = any (theirs) returning *)
    insert into people.fact (id, person_id, domain, kind, value, about, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), part, domain, kind, value, about, valid_from, valid_to, access.actor() from gone;
  with gone as (update people.legal_status set superseded_at = now(), superseded_why = 'Given to the other record when a merge was taken back' where id = any (theirs) returning *)
    insert into people.legal_status (id, order_id, person_id, domain, kind, code, court, case_number, details, expires_on, valid_from, valid_to, recorded_by)
    select gen_random_uuid(), order_id, part, domain, kind, code, court, case_number, details, expires_on, valid_from, valid_to, access.actor() from gone;
  update notes.note_person l set person_id = part where l.note_id = any (theirs) and l.person_id = line.survivor_id
    and not exists (select 1 from notes.note_person other where other.note_id = l.note_id and other.person_id = part);
  return cardinality(theirs);
end $function$
;

CREATE OR REPLACE FUNCTION people.hidden_from(reader uuid, account uuid, about uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  circle uuid[];
  mine uuid[] := case when reader is null then '{}' else access.everyone(reader) end;
  hidings uuid[];
  placed uuid[];
  answer jsonb;
begin
  if access.actor() is null then return '[]'; end if;
  circle := array(
    with recursive kin (id, step) as (
      select e, 0 from unnest(about) p, unnest(access.everyone(p)) e
      union
      select e, k.step + 1 from kin k cross join lateral (
        select r.other_id as other from people.relationship r where r.person_id = k.id and r.superseded_at is null
        union all select r.person_id from people.relationship r where r.other_id = k.id and r.superseded_at is null
        union all select b.person_id from people.address a join people.address b on b.household_id = a.household_id and b.superseded_at is null where a.person_id = k.id and a.superseded_at is null) x, unnest(access.everyone(x.other)) e
      where k.step < 2
    ) select distinct id from kin);
  hidings := array(select h.id from people.hiding h where h.ended_at is null and (h.person_id = any (circle) or (cardinality(mine) > 0 and h.from_people && mine)) and people.holds(h) and case
    when account is not null then h.person_id = any (circle) and ((h.from_everybody and not account = any (h.seen_by))
      or exists (select 1 from access.actor a where a.id = account and (a.kind <> 'staff' or a.person_id is not null and access.everyone(a.person_id) && h.from_people)))
    when reader is not null then mine && h.from_people or (h.from_everybody and h.person_id = any (circle) and not h.person_id = any (mine))
    else h.person_id = any (circle) end);
  placed := circle || array(select e from people.hiding h, unnest(access.everyone(h.person_id)) e where h.id = any (hidings) and 'placement' = any (h.what));
  select coalesce(jsonb_agg(distinct x.thing), '[]') into answer from (
    select jsonb_build_object('what', 'address', 'hidingId', k.hiding_id, 'personId', h.person_id, 'lines', to_jsonb(a.lines), 'postcode', a.postcode) as thing
    from people.kept_row k join people.hiding h on h.id = k.hiding_id join people.address a on a.id = k.row_id
    where k.hiding_id = any (hidings) and a.kind <> 'none' and not (cardinality(mine) > 0 and h.from_everybody
      and exists (select 1 from people.address own where own.person_id = any (mine) and own.superseded_at is null and (own.valid_to is null or own.valid_to > current_date)
        and (own.household_id = a.household_id or own.postcode = a.postcode and people.first_line(own.lines) = people.first_line(a.lines))))
    union all
    select jsonb_build_object('what', f.kind, 'hidingId', k.hiding_id, 'personId', f.person_id, 'words', f.value) from people.kept_row k join people.fact f on f.id = k.row_id where k.hiding_id = any (hidings)
    union all
    select jsonb_build_object('what', 'carer', 'hidingId', h.id, 'personId', h.person_id, 'words', c.name) from people.hiding h
      join people.relationship r on r.other_id = any (access.everyone(h.person_id)) and r.kind = 'fosterCarer' and r.superseded_at is null and (r.valid_to is null or r.valid_to > h.valid_from)
      join people.card c on c.person_id = coalesce((select p.survivor_id from access.person_part p where p.part_id = r.person_id), r.person_id)
      where h.id = any (hidings) and 'placement' = any (h.what) and not r.person_id = any (mine)
    union all
    -- marked as hidden when it was recorded, without a decision of its own: from everybody outside
    select jsonb_build_object('what', 'address', 'hidingId', a.id, 'personId', a.person_id, 'lines', to_jsonb(a.lines), 'postcode', a.postcode) from people.address a
    where account is null and a.hidden and a.person_id = any (circle) and not a.person_id = any (mine) and a.superseded_at is null and not exists (select 1 from people.kept_row k where k.row_id = a.id)
      and not exists (select 1 from people.address own where own.person_id = any (mine) and own.superseded_at is null and (own.valid_to is null or own.valid_to > current_date)
        and (own.household_id = a.household_id or own.postcode = a.postcode and people.first_line(own.lines) = people.first_line(a.lines)))
    union all
    -- where a child in care is placed, and with whom: what a worker calls the place is looked for when it is a name
    select jsonb_build_object('what', 'carer', 'hidingId', coalesce(h.id, p.id), 'personId', p.person_id, 'words', p.place_name) from care.placement p left join people.hiding h on h.id = any (hidings) and 'placement' = any (h.what) and p.person_id = any (access.everyone(h.person_id))
      where (h.id is not null or account is null and p.address_hidden and p.person_id = any (circle)) and p.person_id = any (placed) and p.superseded_at is null and (p.valid_to is null or p.valid_to > coalesce(h.valid_from, p.valid_from)) and p.place_name ~ '[A-Z].*[A-Z]'
    union all
    select jsonb_build_object('what', 'address', 'hidingId', coalesce(h.id, p.id), 'personId', p.person_id, 'lines', '[]'::jsonb, 'postcode', p.postcode) from care.placement p left join people.hiding h on h.id = any (hidings) and 'placement' = any (h.what) and p.person_id = any (access.everyone(h.person_id))
      where (h.id is not null or account is null and p.address_hidden and p.person_id = any (circle)) and p.person_id = any (placed) and p.superseded_at is null and (p.valid_to is null or p.valid_to > coalesce(h.valid_from, p.valid_from)) and p.postcode is not null
  ) x;
  return answer;
end $function$
;

CREATE OR REPLACE FUNCTION people.hiding_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.keep_rows(new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.holds(h people.hiding)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select h.ended_at is null and h.valid_from <= (now() at time zone 'Europe/London')::date and (h.valid_to is null or h.valid_to > (now() at time zone 'Europe/London')::date)
$function$
;

CREATE OR REPLACE FUNCTION people.keep_alike(who uuid, pairs jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  pair record;
  fresh boolean;
  sealed uuid;
  task uuid;
  on_list record;
begin
  if access.actor() is not null then return; end if;
  delete from people.possible_duplicate d where who in (d.person_id, d.other_id) and d.two_people_at is null
    and not exists (select 1 from jsonb_to_recordset(pairs) as x (other uuid) where x.other in (d.person_id, d.other_id));
  for pair in select x.other, x.score, x.reasons from jsonb_to_recordset(pairs) as x (other uuid, score real, reasons jsonb) loop
    insert into people.possible_duplicate as d (person_id, other_id, score, reasons) values (least(who, pair.other), greatest(who, pair.other), pair.score, pair.reasons)
    on conflict (person_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
    returning xmax = 0 into fresh;
    if not fresh then continue; end if;
    for sealed in select s.id from access.subject s where s.id in (who, pair.other) and s.marking = 'sealed' loop
      for on_list in select l.actor_id from access.listed l where l.person_id = sealed and (l.until is null or l.until > now()) loop
        task := gen_random_uuid();
        insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, words, opened_on)
        values (task, 'sealedMatch', 'children', 'person', case when sealed = who then pair.other else who end, on_list.actor_id, 'Somebody recorded now may be this person. Look, and tell the records team if it is one person.', (now() at time zone 'Europe/London')::date);
        insert into work.item_person (item_id, person_id, domain) values (task, sealed, 'children');
      end loop;
    end loop;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION people.keep_rows(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  h people.hiding;
  them uuid[];
  apart uuid[];
  were uuid[];
begin
  select * into h from people.hiding where id = which;
  were := array(select row_id from people.kept_row where hiding_id = which);
  delete from people.kept_row where hiding_id = which;
  if h.ended_at is null then
    them := access.everyone(h.person_id);
    apart := array(select distinct e from unnest(h.from_people) p, unnest(access.everyone(p)) e);
    insert into people.kept_row (hiding_id, row_id, person_id, household_id, postcode, first_line)
    select which, a.id, a.person_id, a.household_id, a.postcode, people.first_line(a.lines) from people.address a
    where a.person_id = any (them) and a.superseded_at is null and (a.valid_to is null or a.valid_to > h.valid_from) and a.kind <> 'none' and case when a.kind = 'placement' then 'placement' else 'home' end = any (h.what);
    -- the same place, where the person lived before or others live with them
    insert into people.kept_row (hiding_id, row_id, person_id, household_id, postcode, first_line)
    select distinct on (a.id) which, a.id, a.person_id, a.household_id, a.postcode, people.first_line(a.lines)
    from people.kept_row k join people.address a on a.kind <> 'none' and case when a.person_id = any (them) then people.first_line(a.lines) = k.first_line and a.postcode is not distinct from k.postcode
      else (a.valid_to is null or a.valid_to > h.valid_from) and (a.household_id = k.household_id or (a.postcode = k.postcode and people.first_line(a.lines) = k.first_line)) end
    where k.hiding_id = which and not a.person_id = any (apart) and (a.person_id = any (them) or a.household_id = k.household_id or a.postcode = k.postcode)
    on conflict do nothing;
    insert into people.kept_row (hiding_id, row_id, person_id)
    select which, f.id, f.person_id from people.fact f where f.person_id = any (them) and (f.superseded_at is null or f.superseded_at > h.recorded_at
      or exists (select 1 from people.fact now where now.person_id = any (them) and now.kind = f.kind and now.value = f.value and now.superseded_at is null)) and f.kind in ('school', 'gp', 'phone', 'email') and f.kind = any (h.what) and (f.valid_to is null or f.valid_to > h.valid_from);
  end if;
  update people.address a set hidden = kept.now or a.marked from (select r.id, exists (select 1 from people.kept_row k where k.row_id = r.id) as now from (select unnest(were) as id union select row_id from people.kept_row where hiding_id = which) r) kept
    where a.id = kept.id and a.hidden <> (kept.now or a.marked);
  update people.fact f set hidden = kept.now from (select r.id, exists (select 1 from people.kept_row k where k.row_id = r.id) as now from (select unnest(were) as id union select row_id from people.kept_row where hiding_id = which) r) kept
    where f.id = kept.id and f.hidden <> kept.now;
end $function$
;

CREATE OR REPLACE FUNCTION people.keeps_from_me(h people.hiding)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return not exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'staff')
    or (h.from_everybody and not access.actor() = any (h.seen_by))
    or (cardinality(h.from_people) > 0 and exists (select 1 from access.actor a where a.id = access.actor() and a.person_id is not null and access.everyone(a.person_id) && h.from_people))
    or exists (select 1 from access.membership m where m.actor_id = access.actor() and m.team_id = any (h.from_agencies) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()));
end $function$
;

CREATE OR REPLACE FUNCTION people.kept_now(kept uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return not exists (select 1 from people.kept_row k where k.row_id = kept) or exists (select 1 from people.address a where a.id = kept and a.marked)
    or exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h));
end $function$
;

CREATE OR REPLACE FUNCTION people.look_up_family(who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  circle uuid[];
begin
  circle := array(
    with recursive kin (id, step) as (
      select coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who), 0
      union
      select coalesce((select p.survivor_id from access.person_part p where p.part_id = x.other), x.other), kin.step + 1
      from kin
      join lateral (
        select r.other_id as other, r.kind from people.relationship r where r.person_id = kin.id and r.superseded_at is null
        union all
        select r.person_id, r.kind from people.relationship r where r.other_id = kin.id and r.superseded_at is null
        union all
        select b.person_id, 'household' from people.address a join people.address b on b.household_id = a.household_id and b.superseded_at is null and b.valid_to is null
          where a.person_id = kin.id and a.superseded_at is null and a.valid_to is null and a.household_id is not null
      ) x on x.kind not in ('friend', 'other', 'cousin') or kin.step = 0
      where kin.step < 3
    )
    select id from kin group by id order by min(step) limit 200);
  perform access.know(circle || array(select p.part_id from access.person_part p where p.survivor_id = any (circle)));
end $function$
;

CREATE OR REPLACE FUNCTION people.may_hear_of(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return exists (select 1 from people.hiding h join access.actor a on a.id = access.actor() and a.kind = 'staff' where h.id = which and not (a.person_id is not null and access.everyone(a.person_id) && h.from_people));
end $function$
;

CREATE OR REPLACE FUNCTION people.number_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.derive_card(new.person_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.part_gone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.keep_rows(h.id) from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(old.survivor_id) || access.everyone(old.part_id));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.part_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.keep_rows(h.id) from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(new.survivor_id) || access.everyone(new.part_id));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.person_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform people.derive_card(new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.say_two_people(one uuid, other uuid, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.may_merge(one, other) then return false; end if;
  insert into people.possible_duplicate (person_id, other_id, score, reasons, two_people_at, two_people_by, two_people_why)
  values (least(one, other), greatest(one, other), 0, '[]', now(), access.actor(), why)
  on conflict (person_id, other_id) do update set two_people_at = now(), two_people_by = access.actor(), two_people_why = excluded.two_people_why;
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION people.search_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into people.search_due as d (person_id, changed_in) values (new.person_id, pg_current_xact_id())
  on conflict (person_id) do update set changed_in = excluded.changed_in where d.changed_in <> excluded.changed_in;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.shows(kept uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return not exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h) and people.keeps_from_me(h))
    and (exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'staff')
      or exists (select 1 from people.kept_row k where k.row_id = kept) and not exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h)));
end $function$
;

CREATE OR REPLACE FUNCTION people.shows_carer(child uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return not exists (select 1 from people.hiding h where h.person_id = any (access.everyone(child)) and 'placement' = any (h.what) and people.holds(h) and people.keeps_from_me(h));
end $function$
;

CREATE OR REPLACE FUNCTION people.to_compare(most integer)
 RETURNS TABLE(person_id uuid, described jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if access.actor() is not null then return; end if;
  return query
  with taken as (delete from people.compare_due d where d.person_id in (select x.person_id from people.compare_due x order by x.since desc limit most for update skip locked) returning d.person_id)
  select t.person_id, people.described_of(t.person_id) from taken t;
end $function$
;

CREATE OR REPLACE FUNCTION people.to_file(most integer)
 RETURNS TABLE(person_id uuid, described jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return query
  select d.person_id, people.described_of(d.person_id)
  from people.search_due d
  where access.actor() is null or d.changed_in = pg_current_xact_id()
  -- by the key, so that a long filing does not read again and again over what it has already taken
  order by d.person_id
  limit most
  for update skip locked;
end $function$
;

CREATE OR REPLACE FUNCTION people.written_since(part uuid)
 RETURNS TABLE(id uuid, kind text, words text, recorded_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  line access.person_part := (select p from access.person_part p where p.part_id = part);
begin
  if line.part_id is null or not access.may_merge(part, line.survivor_id) then return; end if;
  return query
  select x.id, x.kind, x.words, x.recorded_at from (
    select n.id, 'name' as kind, btrim(n.given || ' ' || n.family) as words, n.recorded_at, n.domain from people.name n where n.person_id = line.survivor_id and n.superseded_at is null
    union all
    select a.id, 'address', case when a.hidden then 'A hidden address' else concat_ws(', ', array_to_string(a.lines, ', '), a.postcode) end, a.recorded_at, a.domain from people.address a where a.person_id = line.survivor_id and a.superseded_at is null
    union all
    select i.id, 'number', i.kind || ' ' || i.value, i.recorded_at, i.domain from people.identifier i where i.person_id = line.survivor_id and i.superseded_at is null
    union all
    select f.id, 'fact', f.kind, f.recorded_at, f.domain from people.fact f where f.person_id = line.survivor_id and f.superseded_at is null
    union all
    select s.id, 'legalStatus', s.code || ', ' || to_char(s.valid_from, 'FMDD Mon YYYY'), s.recorded_at, s.domain from people.legal_status s where s.person_id = line.survivor_id and s.superseded_at is null
    union all
    select n.id, 'note', n.title || ', ' || to_char(n.happened_on, 'FMDD Mon YYYY'), n.recorded_at, n.domain from notes.note n join notes.note_person l on l.note_id = n.id where l.person_id = line.survivor_id and n.state = 'signed'
  ) x
  where x.recorded_at > line.merged_at and x.domain not in ('adoption', 'legal', 'allegation')
  order by x.recorded_at, x.id limit 100;
end $function$
;

CREATE OR REPLACE FUNCTION plans.drifting_in(of_teams uuid[], most integer)
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      mine uuid[] := access.scopes();
    begin
      if access.actor() is null then return null; end if;
      return (
        with theirs as materialized (
          select p.id, p.domain, p.team_id, p.kind, p.started_on, p.lead_id from plans.plan p where p.drifts and p.state = 'current' and p.team_id = any (of_teams)
        ), person as materialized (
          select a.plan_id, a.person_id, a.domain, a.ended_on from theirs t join plans.plan_person a on a.plan_id = t.id
          where (t.team_id = any (mine) and a.person_id not in (select b.person_id from access.bar b)
              and exists (select 1 from access.person_scope s where s.scope = t.team_id and s.person_id = a.person_id and s.domain = a.domain and s.until is null and s.sight = 'full'))
            or coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)
        ), seen as materialized (
          select t.* from theirs t where (t.id, t.domain) in (select w.plan_id, w.domain from person w)
        )
        select json_build_object(
          'byTeam', coalesce((select json_agg(n) from (select t.team_id as team, count(*)::int as plans from seen t group by 1) n), '[]'),
          'first', coalesce((select json_agg(f) from (
            select t.id as "planId", t.team_id as "teamId", t.kind, t.started_on as "startedOn", l.name as lead,
              array(select coalesce((select x.survivor_id from access.person_part x where x.part_id = w.person_id and coalesce(coalesce(((select access.found()) -> (x.survivor_id)::text)::boolean,
      (((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = x.survivor_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = x.survivor_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[])
          and s.sight in ('card', 'full') and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = x.survivor_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)), w.person_id) from person w where w.plan_id = t.id and w.ended_on is null order by w.person_id) as people
            from (select s.* from seen s order by s.started_on, s.id limit most) t left join access.actor l on l.id = t.lead_id order by t.started_on, t.id) f), '[]')));
    end $function$
;

CREATE OR REPLACE FUNCTION plans.look_for_drift(reviews text[], care text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  changed int;
begin
  with seen as materialized (
    select p.id, coalesce(x.held = 2 and x.further = 0, false) as drifts
    from plans.plan p, lateral (select count(*) as held, count(*) filter (where exists (select 1 from plans.progress g where g.meeting_id = r.id and g.plan_id = p.id and g.progress in ('better', 'achieved'))) as further
      from (select u.id from (
        select m.id, m.on_day from meetings.meeting m where m.subject_id = p.id and m.state = 'held' and m.kind = any (reviews)
        union select m.id, m.on_day from plans.plan_person pp join meetings.meeting_person mp on mp.person_id = pp.person_id join meetings.meeting m on m.id = mp.meeting_id
          where p.kind = any (array(select split_part(c, '/', 1) from unnest(care) c)) and pp.plan_id = p.id and pp.ended_on is null and m.state = 'held' and m.on_day >= p.started_on and p.kind || '/' || m.kind = any (care)
      ) u order by u.on_day desc, u.id desc limit 2) r) x
    where p.state = 'current'
  )
  update plans.plan p set drifts = coalesce(s.drifts, false) from plans.plan o left join seen s on s.id = o.id where p.id = o.id and p.drifts <> coalesce(s.drifts, false);
  get diagnostics changed = row_count;
  return changed;
end $function$
;

CREATE OR REPLACE FUNCTION plans.plan_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from plans.plan_person where plan_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION plans.plan_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if plans.plan_nobody_yet(new.plan_id) then return new; end if;
      if not exists (select 1 from plans.plan up where up.id = new.plan_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION plans.with_nobody()
 RETURNS TABLE(id uuid, kind text, plan_id uuid, since date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with theirs as materialized (
    select coalesce(s.survivor_id, pp.person_id) as who, p.kind, p.id as plan_id, pp.started_on, pp.domain from plans.plan p join plans.plan_person pp on pp.plan_id = p.id and pp.ended_on is null
    left join access.person_part s on s.part_id = pp.person_id where p.ended_on is null),
  nobody as materialized (select t.* from theirs t
    where not exists (select 1 from access.involvement v where v.person_id = t.who and v.superseded_at is null and v.to_on is null and v.role = 'allocated')
      and not exists (select 1 from access.person_part s join access.involvement v on v.person_id = s.part_id and v.superseded_at is null and v.to_on is null and v.role = 'allocated' where s.survivor_id = t.who))
  select distinct n.who, n.kind, n.plan_id, n.started_on from nobody n where access.sees(n.who, n.domain)
$function$
;

CREATE OR REPLACE FUNCTION protection.enquiry_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from protection.enquiry_person where enquiry_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION protection.enquiry_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if protection.enquiry_nobody_yet(new.enquiry_id) then return new; end if;
      if not exists (select 1 from protection.enquiry up where up.id = new.enquiry_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION returns.add_to_list(of_kind text, told jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if of_kind = 'providers' then
    insert into returns.provider (urn, postcode, authority, places, providers, opened, closed)
    select x ->> 'urn', x ->> 'postcode', x ->> 'authority', array(select jsonb_array_elements_text(x -> 'places')), array(select jsonb_array_elements_text(x -> 'providers')), (x ->> 'opensOn')::date, (x ->> 'closesOn')::date
    from jsonb_array_elements(told) x on conflict (urn) do update set postcode = excluded.postcode, authority = excluded.authority, places = excluded.places, providers = excluded.providers, opened = excluded.opened, closed = excluded.closed;
  else
    insert into returns.postcode (postcode, authority, east, north) select x ->> 'postcode', x ->> 'authority', (x ->> 'east')::int, (x ->> 'north')::int
    from jsonb_array_elements(told) x on conflict (postcode) do update set authority = excluded.authority, east = excluded.east, north = excluded.north;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION returns.adopters_came(of_day date)
 RETURNS TABLE(id uuid, fragment jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select u.id, u.fragment from exchange.unclaimed u
  where u.path = 'List 11' and u.import_id = (select i.id from exchange.import i where i.format = 'annexA' and i.reference_on = of_day and i.state in ('finished', 'accepted') order by i.started_at desc limit 1) order by u.line, u.id
$function$
;

CREATE OR REPLACE FUNCTION returns.adoption_ways()
 RETURNS TABLE(days jsonb, counted_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{manager,head,returns}') then call access.refuse(); end if;
  return query select w.days, w.counted_at from returns.adoption_way w where not w.sealed or access.has_role('{returns}') order by w.id;
end $function$
;

CREATE OR REPLACE FUNCTION returns.annex_came(of_day date)
 RETURNS TABLE(person_id uuid, number text, rows jsonb, print text, year integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct on (k.number) coalesce(part.survivor_id, k.person_id), k.number, k.rows, k.print, k.year
  from returns.came k join exchange.import i on i.id = k.import_id left join access.person_part part on part.part_id = k.person_id
  where k.kind = 'annexA' and i.reference_on = of_day and k.print is not null order by k.number, k.came_at desc
$function$
;

CREATE OR REPLACE FUNCTION returns.ask(which uuid, of_kind text, of_year integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  insert into returns.made (id, kind, year, asked_by) values (which, of_kind, of_year, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION returns.ask_as_at(which uuid, of_kind text, of_year integer, of_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  insert into returns.made (id, kind, year, as_at, asked_by) values (which, of_kind, of_year, of_day, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION returns.asked(which uuid)
 RETURNS TABLE(kind text, year integer, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select m.kind, m.year, m.state from returns.made m where m.id = which $function$
;

CREATE OR REPLACE FUNCTION returns.begin(which uuid, of_kind text, of_year integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into returns.made (id, kind, year) values (which, of_kind, of_year) on conflict (id) do nothing
$function$
;

CREATE OR REPLACE FUNCTION returns.begin_as_at(which uuid, of_kind text, of_year integer, of_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into returns.made (id, kind, year, as_at) values (which, of_kind, of_year, of_day) on conflict (id) do nothing
$function$
;

CREATE OR REPLACE FUNCTION returns.came_for(of_year integer)
 RETURNS TABLE(person_id uuid, number text, rows jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with newest as (
    select distinct on (k.number) k.*, coalesce(part.survivor_id, k.person_id) as whose from returns.came k left join access.person_part part on part.part_id = k.person_id
    where k.kind = 'ssda903' and k.year = of_year order by k.number, k.came_at desc
  ), part as (
    select distinct n.whose, p.part_id as id from newest n join access.person_part p on p.survivor_id = n.whose union select whose, whose from newest
  ), written as (
    select person_id, recorded_at, superseded_at, recorded_by from care.period union all
    select person_id, recorded_at, superseded_at, recorded_by from care.placement union all
    select person_id, recorded_at, superseded_at, recorded_by from care.fact union all
    select person_id, recorded_at, superseded_at, recorded_by from people.legal_status where kind = 'lookedAfter' union all
    select person_id, recorded_at, superseded_at, recorded_by from people.fact where kind in ('bornOn', 'sex', 'ethnicity') union all
    select person_id, recorded_at, superseded_at, recorded_by from people.identifier where kind in ('upn', 'localChildId')
  ), by_import as (
    select distinct w.person_id, w.recorded_at as at from written w join access.actor a on a.id = w.recorded_by and a.kind = 'machine'
  ), last as (
    -- What a return of another year took the place of, nobody has changed.
    select part.whose, max(greatest(case when i.at is null then w.superseded_at end, case when a.kind is distinct from 'machine' then w.recorded_at end)) as at
    from part join written w on w.person_id = part.id left join access.actor a on a.id = w.recorded_by left join by_import i on i.person_id = w.person_id and i.at = w.superseded_at group by part.whose
  )
  select n.whose, n.number, n.rows from newest n left join last on last.whose = n.whose where last.at is null or last.at <= n.came_at order by n.number collate "C"
$function$
;

CREATE OR REPLACE FUNCTION returns.came_of(numbers text[])
 RETURNS TABLE(number text, year integer, rows jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct on (k.number, k.year) k.number, k.year, k.rows from returns.came k where k.kind = 'ssda903' and k.number = any (numbers) order by k.number, k.year, k.came_at desc
$function$
;

CREATE OR REPLACE FUNCTION returns.census_came(of_year integer)
 RETURNS TABLE(person_id uuid, number text, rows jsonb, print text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct on (k.number) coalesce(part.survivor_id, k.person_id), k.number, k.rows, k.print from returns.came k left join access.person_part part on part.part_id = k.person_id
  where k.kind = 'cin' and k.year = of_year order by k.number, k.came_at desc
$function$
;

CREATE OR REPLACE FUNCTION returns.counted_in(of_kind text, of_year integer)
 RETURNS TABLE(who uuid, mark text, counted text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  which uuid := returns.telling(of_kind, of_year);
  secret bytea := (select k.key from access.counting_key k);
  wide boolean := 'children' = any (access.wide());
  mine uuid[] := access.scopes();
begin
  if not access.has_role('{manager,head}') then call access.refuse(); end if;
  return query
  with sealed as materialized (
    -- A record is sealed where any of its parts is.
    select distinct coalesce(p.survivor_id, s.id) as person from access.subject s left join access.person_part p on p.part_id = s.id where s.marking = 'sealed'
  ), barred as materialized (
    select b.person_id from access.bar b where b.scope = access.actor() and (b.until is null or b.until > now())
  ), shut as materialized (
    select b.person_id from access.bar b where wide and b.scope = '00000000-0000-0000-0000-000000000000'
  ), counts as materialized (
    select coalesce(p.survivor_id, c.person_id) as person, array(select distinct unnest(array_agg(u.measure))) as counted
    from returns.child c left join access.person_part p on p.part_id = c.person_id cross join lateral unnest(c.counted) as u (measure) where c.made_id = which group by 1
  ), named as materialized (
    select distinct s.person_id from counts y join access.person_scope s on s.person_id = y.person where s.sight = 'full' and s.domain in ('children', '*') and (s.until is null or s.until > now()) and s.scope = any (mine)
  )
  select case when x.seen then x.person end, encode(substr(sha256(secret || convert_to(x.person::text, 'UTF8')), 1, 16), 'hex'), x.counted
  from (
    select y.person, y.counted, y.person not in (select b.person_id from barred b) and ((wide and y.person not in (select t.person_id from shut t)) or y.person in (select n.person_id from named n)) as seen
    from counts y
  ) x where x.seen or x.person not in (select s.person from sealed s);
end $function$
;

CREATE OR REPLACE FUNCTION returns.empty_list(of_kind text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if of_kind = 'providers' then delete from returns.provider; else delete from returns.postcode; end if;
end $function$
;

CREATE OR REPLACE FUNCTION returns.end_list(of_kind text, own_code text, who uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare many int := case when of_kind = 'providers' then (select count(*) from returns.provider) else (select count(*) from returns.postcode) end;
begin
  insert into returns.given_list as l (kind, taken_by, entries, authority) values (of_kind, who, many, own_code)
  on conflict (kind) do update set taken_at = now(), taken_by = excluded.taken_by, entries = excluded.entries, authority = excluded.authority;
  return many;
end $function$
;

CREATE OR REPLACE FUNCTION returns.explain(which uuid, who uuid, of_kind text, of_rule text, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  update returns.explained set taken_back_at = now() where person_id = who and kind = of_kind and rule = of_rule and taken_back_at is null;
  if length(trim(why)) > 0 then insert into returns.explained (id, person_id, kind, rule, reason, said_by) values (which, who, of_kind, of_rule, trim(why), access.actor()); end if;
end $function$
;

CREATE OR REPLACE FUNCTION returns.explained_of(of_kind text)
 RETURNS TABLE(person_id uuid, rule text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select e.person_id, e.rule from returns.explained e where e.kind = of_kind and e.taken_back_at is null $function$
;

CREATE OR REPLACE FUNCTION returns.fill(which uuid, children jsonb, findings jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  of_kind text := (select m.kind from returns.made m where m.id = which);
begin
  insert into returns.child (made_id, person_id, number, rows) select which, (c ->> 'personId')::uuid, c ->> 'number', c -> 'rows' from jsonb_array_elements(children) c on conflict do nothing;
  insert into returns.finding (made_id, person_id, kind, rule, severity, in_table, row_number, fields)
  select which, (f ->> 'personId')::uuid, of_kind, f ->> 'rule', f ->> 'severity', f ->> 'table', (f ->> 'row')::int, array(select jsonb_array_elements_text(f -> 'fields')) from jsonb_array_elements(findings) f;
end $function$
;

CREATE OR REPLACE FUNCTION returns.finish(which uuid, told jsonb, digest text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update returns.made set state = case when digest is null then 'failed' else 'made' end, made_at = clock_timestamp(), counts = told, sha256 = digest where id = which;
  insert into audit.event (actor_id, what, people, via)
  select m.asked_by, 'returns.made', array(select c.person_id from returns.child c join access.subject s on s.id = c.person_id where c.made_id = which), 'job' from returns.made m where m.id = which;
end $function$
;

CREATE OR REPLACE FUNCTION returns.gone_kept_since()
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select min((m.made_at at time zone 'Europe/London')::date) from returns.made m where m.keeps_gone $function$
;

CREATE OR REPLACE FUNCTION returns.held_to_seal(of_key text, after uuid, most integer)
 RETURNS TABLE(id uuid, about text, rows text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select h.id, h.kind || ' ' || h.year || ' ' || h.number, case when jsonb_typeof(h.rows) = 'string' then h.rows #>> '{}' else h.rows::text end from returns.held h
  where h.id > after and not starts_with(h.rows #>> '{}', 'sealed:' || of_key || ':') order by h.id limit most
$function$
;

CREATE OR REPLACE FUNCTION returns.hold(which uuid, of_year integer, by_whom uuid, by_team uuid, told jsonb)
 RETURNS TABLE(child_number text, outcome text, typed boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  the jsonb;
  whom uuid;
  held uuid;
  task uuid;
  one uuid;
begin
  perform set_config('kith.import', which::text, true) from exchange.import i where i.id = which and i.state <> 'accepted';
  for the in select c from jsonb_array_elements(told) c loop
    child_number := the ->> 'number';
    whom := null;
    select p.person_id, p.how into whom, outcome from returns.person_of(the) p;
    if whom is null then
      select coalesce(part.survivor_id, s.id), 'localChildId' into whom, outcome from access.subject s left join access.person_part part on part.part_id = s.id where s.id = (the ->> 'id')::uuid;
    end if;
    continue when whom is null or not exists (select 1 from access.subject s where s.marking <> 'open' and s.id = any (access.everyone(whom)));
    continue when exists (select 1 from returns.came k where k.import_id = which and k.number = the ->> 'number');
    if exists (select 1 from returns.held h where h.import_id = which and h.number = the ->> 'number') then
      outcome := 'before'; typed := false; return next; continue;
    end if;
    typed := jsonb_array_length(the -> 'periods') > 0;
    held := gen_random_uuid();
    perform set_config('kith.import_of', whom::text, true);
    insert into returns.held (id, person_id, import_id, kind, year, number, how, child, rows, by_whom, by_team)
    values (held, whom, which, (select i.format from exchange.import i where i.id = which), of_year, the ->> 'number', outcome, the - 'rows', the -> 'rows', by_whom, by_team);
    for one in select distinct l.actor_id from access.listed l join access.actor a on a.id = l.actor_id and a.active where l.person_id = any (access.everyone(whom)) and (l.until is null or l.until > now()) loop
      task := gen_random_uuid();
      insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, words, opened_on)
      values (task, 'heldReturn', 'children', 'heldReturn', held, one, of_year::text, (now() at time zone 'Europe/London')::date);
      insert into work.item_person (item_id, person_id, domain) values (task, whom, 'children');
    end loop;
    perform set_config('kith.import_of', '', true);
    insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
    select which, (the ->> 'ordinal')::int, f.place - 1, (f.x ->> 'row')::int, f.x ->> 'path', f.x ->> 'outcome', f.x ->> 'reason', (f.x ->> 'values')::int
    from jsonb_array_elements(the -> 'findings') with ordinality f (x, place) on conflict do nothing;
    return next;
  end loop;
  perform set_config('kith.import', '', true);
end $function$
;

CREATE OR REPLACE FUNCTION returns.is_officer()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select access.has_role(array['returns']) $function$
;

CREATE OR REPLACE FUNCTION returns.keep_adoption_ways(told jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from returns.adoption_way;
  insert into returns.adoption_way (days, sealed) select x -> 'days', access.marking_of((x ->> 'personId')::uuid) = 'sealed' from jsonb_array_elements(told) x
$function$
;

CREATE OR REPLACE FUNCTION returns.keep_census(which uuid, who uuid, of_year integer, of_number text, told jsonb, of_record text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Only an import that is at work, by whoever began it, about a child that it has just written.
  if not exists (select 1 from exchange.import i where i.id = which and i.format = 'cin' and i.started_by = access.actor() and i.state not in ('accepted', 'undone'))
    or not exists (select 1 from exchange.origin o where o.person_id = who) then call access.refuse(); end if;
  if exists (select 1 from returns.came k where k.import_id = which and k.number = of_number) then return; end if;
  insert into returns.came (id, person_id, import_id, kind, year, number, rows, aside, print, recorded_by) values (gen_random_uuid(), who, which, 'cin', of_year, of_number, told, '[]', of_record, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION returns.keep_counted(which uuid, told jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update returns.child c set counted = array(select jsonb_array_elements_text(x -> 'counted')) from jsonb_array_elements(told) x where c.made_id = which and c.person_id = (x ->> 'personId')::uuid
$function$
;

CREATE OR REPLACE FUNCTION returns.keep_held_sealed(which uuid, sealed text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update returns.held set rows = to_jsonb(sealed) where id = which and starts_with(sealed, 'sealed:') $function$
;

CREATE OR REPLACE FUNCTION returns.keep_prints(which uuid, prints jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform set_config('kith.import', which::text, true), set_config('kith.import_of', '', true) from exchange.import i where i.id = which and i.format = 'annexA' and i.state not in ('accepted', 'undone');
  if not found then return; end if;
  update returns.came k set print = p ->> 'print' from jsonb_array_elements(prints) p where k.import_id = which and k.person_id = (p ->> 'personId')::uuid and k.print is distinct from p ->> 'print';
  perform set_config('kith.import', '', true);
end $function$
;

CREATE OR REPLACE FUNCTION returns.keep_sealed(which text, sealed text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare words text[] := string_to_array(which, ' ');
begin
  if not starts_with(sealed, 'sealed:') then return; end if;
  if words[1] = 'child' then update returns.child set rows = to_jsonb(sealed) where made_id = words[2]::uuid and person_id = words[3]::uuid;
  else update returns.came set rows = to_jsonb(sealed) where id = words[2]::uuid; end if;
end $function$
;

CREATE OR REPLACE FUNCTION returns.measure(which uuid, told jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update returns.made set measured = told where id = which $function$
;

CREATE OR REPLACE FUNCTION returns.numbers(told jsonb)
 RETURNS TABLE(person_id uuid, number text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into returns.number as n (person_id, number)
  select (x ->> 'personId')::uuid, coalesce(nullif(x ->> 'number', ''), '') from jsonb_array_elements(told) with ordinality t(x, place) order by place
  on conflict on constraint number_pkey do update set number = excluded.number where excluded.number <> '';
  return query select n.person_id, case when n.number = '' then 'K' || lpad(n.ordinal::text, 7, '0') else n.number end from returns.number n where n.person_id in (select (x ->> 'personId')::uuid from jsonb_array_elements(told) x);
end $function$
;

CREATE OR REPLACE FUNCTION returns.people_of_import(which uuid)
 RETURNS TABLE(person_id uuid, whose uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select k.person_id, coalesce(part.survivor_id, k.person_id) from returns.came k left join access.person_part part on part.part_id = k.person_id where k.import_id = which
$function$
;

CREATE OR REPLACE FUNCTION returns.person_of(child jsonb)
 RETURNS TABLE(person_id uuid, how text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with found as (
    select distinct coalesce(part.survivor_id, i.person_id) as id, i.kind, card.born_on
    from people.identifier i left join access.person_part part on part.part_id = i.person_id left join people.card card on card.person_id = coalesce(part.survivor_id, i.person_id)
    where i.superseded_at is null and ((i.kind = 'localChildId' and i.value = child ->> 'number') or (i.kind = 'upn' and i.value = nullif(child ->> 'upn', '')))
  ), given as (
    select coalesce(part.survivor_id, n.person_id) as id, card.born_on
    from returns.number n left join access.person_part part on part.part_id = n.person_id join people.card card on card.person_id = coalesce(part.survivor_id, n.person_id)
    where n.number = nullif(child ->> 'number', '')
      or n.ordinal = case when child ->> 'number' ~ '^K[0-9]{7,12}$' then substr(child ->> 'number', 2)::bigint end and n.number = ''
  ), good as (
    select id, kind from found where case kind when 'upn' then born_on = (child ->> 'bornOn')::date else coalesce(born_on = (child ->> 'bornOn')::date, true) end
    union select id, 'localChildId' from given where born_on = (child ->> 'bornOn')::date
  )
  select (array_agg(id))[1], min(kind) from good where kind = (select min(kind) from good) having count(distinct id) = 1
$function$
;

CREATE OR REPLACE FUNCTION returns.rows_of(which uuid)
 RETURNS TABLE(person_id uuid, number text, rows jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select c.person_id, c.number, c.rows from returns.child c where c.made_id = which order by c.number collate "C" $function$
;

CREATE OR REPLACE FUNCTION returns.send(which uuid, note text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  update returns.made set sent_by = access.actor(), sent_at = now(), sent_note = note where id = which and state = 'made' and sent_at is null;
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION returns.sent_rows(of_kind text, of_year integer)
 RETURNS TABLE(number text, rows jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with sent as (select m.id from returns.made m where m.kind = of_kind and m.year = of_year and m.sent_at is not null order by m.sent_at desc limit 1)
  select c.number, c.rows from returns.child c where c.made_id = (select id from sent)
  union all
  select * from (select distinct on (k.number) k.number, k.rows from returns.came k where k.kind = of_kind and k.year = of_year and not exists (select 1 from sent) order by k.number, k.came_at desc) came
$function$
;

CREATE OR REPLACE FUNCTION returns.settle_held(which uuid, take boolean, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  h returns.held;
begin
  select * into h from returns.held where id = which for update;
  if h.id is null or h.decision is not null or cardinality(access.not_writable(array[h.person_id], 'children')) > 0 then return false; end if;
  if take then
    if (select p.person_id from returns.person_of(h.child) p) is distinct from coalesce((select p.survivor_id from access.person_part p where p.part_id = h.person_id), h.person_id) then return false; end if;
    perform returns.take(h.import_id, h.year, h.by_whom, h.by_team, jsonb_build_array(h.child || jsonb_build_object('rows', h.rows)));
  end if;
  update returns.held set decision = case when take then 'taken' else 'refused' end, decided_because = why, decided_by = access.actor(), decided_at = now() where id = which;
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION returns.stand(which uuid, of_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  of_kind text := (select m.kind from returns.made m where m.id = which);
begin
  update returns.finding f set standing = true, first_on = coalesce((
    select min(b.first_on) from returns.finding b where b.standing and b.gone_on is null and b.kind = of_kind and b.made_id <> which and b.person_id = f.person_id and b.rule = f.rule and b.in_table = f.in_table), of_day) where f.made_id = which;
  -- Of what stood until last night and is not found now, one row each stays.
  update returns.finding f set gone_on = of_day
  where f.ctid in (select min(b.ctid) from returns.finding b join returns.made m on m.id = b.made_id and m.standing and m.kind = of_kind and m.id <> which
    where b.gone_on is null and b.first_on < of_day and not exists (select 1 from returns.finding n where n.made_id = which and n.person_id = b.person_id and n.rule = b.rule and n.in_table = b.in_table)
    group by b.person_id, b.rule, b.in_table);
  delete from returns.finding f using returns.made m where m.id = f.made_id and m.standing and m.kind = of_kind and m.id <> which and (f.gone_on is null or f.gone_on < of_day - 400);
  delete from returns.child c using returns.made m where m.id = c.made_id and m.standing and m.kind = of_kind and m.id <> which;
  update returns.made set standing = true, keeps_gone = true where id = which;
end $function$
;

CREATE OR REPLACE FUNCTION returns.step(which uuid, of_step text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update returns.made set step = of_step where id = which and state = 'waiting' $function$
;

CREATE OR REPLACE FUNCTION returns.take(which uuid, of_year integer, by_whom uuid, by_team uuid, told jsonb)
 RETURNS TABLE(child_number text, whom uuid, outcome text, typed boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  child jsonb;
  whole uuid[];
  stands boolean;
  gone boolean;                                       -- somebody took this very time in care back: it is not taken again
  goes_on boolean;                                    -- what stands came with the returns of other years, and this one goes on from it
  kept text[] := '{}';                                -- children of whom a time in care stays as it was: their account says so
  of_kind text := (select i.format from exchange.import i where i.id = which);
begin
  -- Into an empty council: what is planned while the tables hold nothing would read them whole once they hold much, here and in what is asked at the end of the transaction.
  perform set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true);
  perform set_config('kith.import', which::text, true), set_config('kith.import_of', '', true) from exchange.import i where i.id = which and i.state <> 'accepted';
  for child in select c from jsonb_array_elements(told) c loop
    child_number := child ->> 'number';
    if exists (select 1 from returns.came k where k.import_id = which and k.number = child ->> 'number') then
      outcome := 'before'; whom := null;
      typed := not exists (select 1 from returns.came k where k.import_id = which and k.number = child ->> 'number' and k.aside @> jsonb_build_array(jsonb_build_object('table', case when of_kind = 'annexA' then 'List 8' else 'Episodes' end, 'row', 0)));
      return next; continue;
    end if;
    select p.person_id, p.how into whom, outcome from returns.person_of(child) p;
    if whom is null then
      whom := (child ->> 'id')::uuid;
      outcome := 'new';
      if exists (select 1 from access.subject s where s.id = whom) then outcome := 'localChildId';
      else
        insert into access.subject (id, created_by) values (whom, by_whom);
        insert into access.involvement (id, person_id, team_id, domain, from_on, recorded_by) values (gen_random_uuid(), whom, by_team, 'children', (child ->> 'today')::date, by_whom);
        insert into people.person (id, kind, source, recorded_by) values (whom, 'person', of_kind || ':' || of_year, by_whom);
      end if;
    end if;
    whole := array(select part_id from access.person_part where survivor_id = whom) || whom;
    insert into people.identifier (id, person_id, kind, value, recorded_by)
    select gen_random_uuid(), whom, k, v, by_whom from (values ('localChildId', child ->> 'number'), ('upn', child ->> 'upn')) x (k, v)
    where v <> '' and not exists (select 1 from people.identifier i where i.person_id = any (whole) and i.kind = k and i.superseded_at is null);
    insert into people.fact (id, person_id, kind, value, about, recorded_by)
    select gen_random_uuid(), whom, k, v, case when k = 'bornOn' then 'day' end, by_whom from (values ('bornOn', child ->> 'bornOn'), ('sex', child ->> 'sex'), ('ethnicity', child ->> 'ethnicity'), ('disability', child ->> 'disability')) x (k, v)
    where v <> '' and not exists (select 1 from people.fact f where f.person_id = any (whole) and f.kind = k and f.superseded_at is null);

    stands := exists (select 1 from care.period p where p.person_id = any (whole) and p.superseded_at is null) or exists (select 1 from people.legal_status l where l.person_id = any (whole) and l.kind = 'lookedAfter' and l.superseded_at is null);
    gone := not stands and exists (select 1 from care.period p join jsonb_to_recordset(child -> 'periods') x (id uuid) on x.id = p.period_id where p.person_id = any (whole));
    -- A later year goes on from an earlier one where all that stands came with returns of this child, was changed by nobody, and is in what the years tell together.
    goes_on := stands and (child ->> 'goesOn')::boolean is true and not exists (
      select 1 from (
        select p.period_id as id, p.person_id, p.recorded_by from care.period p where p.person_id = any (whole) and p.superseded_at is null union all
        select p.placement_id, p.person_id, p.recorded_by from care.placement p where p.person_id = any (whole) and p.superseded_at is null union all
        select l.order_id, l.person_id, l.recorded_by from people.legal_status l where l.person_id = any (whole) and l.kind = 'lookedAfter' and l.superseded_at is null
      ) s left join access.actor a on a.id = s.recorded_by
      where s.person_id <> whom or a.kind is distinct from 'machine' or not exists (
        select 1 from jsonb_array_elements((child -> 'periods') || (child -> 'placements') || (child -> 'statuses')) x where x ->> 'id' = s.id::text));
    stands := stands or gone;
    typed := (not stands and jsonb_array_length(child -> 'periods') > 0) or goes_on;
    if goes_on then
      -- What is told otherwise than it stands makes room; what is the same stays as it is.
      update care.period p set superseded_at = now() from jsonb_to_recordset(child -> 'periods') x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text)
      where p.person_id = whom and p.superseded_at is null and p.period_id = x.id and (p.began_on, p.ended_on, p.need, p.end_reason, p.home_postcode) is distinct from (x."from", x."to", x.need, x."endReason", x."homePostcode");
      update care.placement p set superseded_at = now()
      from jsonb_to_recordset(child -> 'placements') x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date)
      where p.person_id = whom and p.superseded_at is null and p.placement_id = x.id
        and (p.kind, p.provider, p.place_name, p.urn, p.postcode, p.change_reason, p.valid_from, p.valid_to) is distinct from (x.kind, x.provider, x."placeName", x.urn, x.postcode, x."changeReason", x."from", x."to");
      update people.legal_status l set superseded_at = now() from jsonb_to_recordset(child -> 'statuses') x (id uuid, code text, "from" date, "to" date)
      where l.person_id = whom and l.superseded_at is null and l.order_id = x.id and (l.code, l.valid_from, l.valid_to) is distinct from (x.code, x."from", x."to");
    end if;
    if typed then
      insert into care.period (id, period_id, person_id, admission_id, began_on, ended_on, planned, need, end_reason, home_postcode, recorded_by)
      select gen_random_uuid(), x.id, whom, x.id, x."from", x."to", false, x.need, x."endReason", x."homePostcode", by_whom
      from jsonb_to_recordset(child -> 'periods') x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text)
      where not exists (select 1 from care.period p where p.period_id = x.id and p.person_id = whom and p.superseded_at is null);
      insert into care.placement (id, placement_id, person_id, kind, provider, place_name, urn, postcode, change_reason, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, x.kind, x.provider, x."placeName", x.urn, x.postcode, x."changeReason", x."from", x."to", by_whom
      from jsonb_to_recordset(child -> 'placements') x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date)
      where not exists (select 1 from care.placement p where p.placement_id = x.id and p.person_id = whom and p.superseded_at is null);
      insert into people.legal_status (id, order_id, person_id, kind, code, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, 'lookedAfter', x.code, x."from", x."to", by_whom from jsonb_to_recordset(child -> 'statuses') x (id uuid, code text, "from" date, "to" date)
      where not exists (select 1 from people.legal_status l where l.order_id = x.id and l.person_id = whom and l.superseded_at is null);
    end if;
    insert into care.fact (id, fact_id, person_id, kind, held_on, held_to, answers, words, recorded_by)
    select gen_random_uuid(), x.id, whom, x.kind, x."on", x."to", x.answers, x.words, by_whom from jsonb_to_recordset(child -> 'facts') x (id uuid, kind text, "on" date, "to" date, answers jsonb, words text)
    where not exists (select 1 from care.fact f where f.person_id = any (whole) and f.kind = x.kind and f.held_on = x."on" and f.superseded_at is null);

    -- Annex A tells of work too. What the record has of the same beginning stays as it is.
    perform set_config('kith.import_of', whom::text, true) where current_setting('kith.import', true) <> '';
    with made as (
      insert into contacts.referral (id, received_on, source_code, primary_need, no_further_action, closed_on, close_reason, recorded_by)
      select x.id, x."receivedOn", x.source, x.need, x."noFurtherAction", x."closedOn", x."closeReason", by_whom
      from jsonb_to_recordset(coalesce(child -> 'referrals', '[]')) x (id uuid, "receivedOn" date, source text, need text, "noFurtherAction" boolean, "closedOn" date, "closeReason" text)
      where not exists (select 1 from contacts.referral_person l join contacts.referral r on r.id = l.referral_id where l.person_id = any (whole) and r.received_on = x."receivedOn") and not exists (select 1 from contacts.referral r where r.id = x.id)
      returning id, closed_on, close_reason
    ) insert into contacts.referral_person (referral_id, person_id, domain, closed_on, close_reason) select id, whom, 'children', closed_on, close_reason from made;
    with made as (
      insert into assessments.assessment (id, referral_id, started_on, completed_on, authorised_on, state, recorded_by)
      select x.id, (select r.id from contacts.referral_person l join contacts.referral r on r.id = l.referral_id where l.person_id = any (whole) and r.received_on <= x."startedOn" order by r.received_on desc, r.id limit 1),
        x."startedOn", x."authorisedOn", x."authorisedOn", case when x."authorisedOn" is null then 'open' else 'authorised' end, by_whom
      from jsonb_to_recordset(coalesce(child -> 'assessments', '[]')) x (id uuid, "startedOn" date, "authorisedOn" date)
      where not exists (select 1 from assessments.assessment_person l join assessments.assessment a on a.id = l.assessment_id where l.person_id = any (whole) and a.started_on = x."startedOn") and not exists (select 1 from assessments.assessment a where a.id = x.id)
      returning id
    ) insert into assessments.assessment_person (assessment_id, person_id, domain) select id, whom, 'children' from made;
    insert into exchange.kept_aside (id, person_id, import_id, path, line, outcome, reason, fragment, recorded_by)
    select x.id, whom, which, x.path, x.line, 'kept aside', x.reason, x.fragment, by_whom from jsonb_to_recordset(coalesce(child -> 'beside', '[]')) x (id uuid, path text, line int, reason text, fragment jsonb)
    where not exists (select 1 from exchange.kept_aside k where k.id = x.id);
    perform set_config('kith.import_of', '', true);

    insert into returns.came (id, person_id, import_id, kind, year, number, rows, aside, recorded_by)
    values (gen_random_uuid(), whom, which, of_kind, of_year, child ->> 'number', child -> 'rows',
      case when stands and not goes_on and jsonb_array_length(child -> 'periods') > 0 then (child -> 'aside') || jsonb_build_array(jsonb_build_object('table', case when of_kind = 'annexA' then 'List 8' else 'Episodes' end, 'row', 0, 'columns', '[]'::jsonb, 'reason', case when gone then 'somebody took this time in care back: it is not taken again' else child ->> 'stands' end)) else child -> 'aside' end, by_whom);
    if stands and not goes_on and jsonb_array_length(child -> 'periods') > 0 and child ? 'findingsIfStands' then kept := kept || (child ->> 'number'); end if;
    return next;
  end loop;
  perform set_config('kith.import', '', true);
  insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
  select which, (c ->> 'ordinal')::int, f.place - 1, (f.x ->> 'row')::int, f.x ->> 'path', f.x ->> 'outcome', f.x ->> 'reason', (f.x ->> 'values')::int
  from jsonb_array_elements(told) c, jsonb_array_elements(c -> case when c ->> 'number' = any (kept) then 'findingsIfStands' else 'findings' end) with ordinality f (x, place) on conflict do nothing;
  insert into audit.event (actor_id, what, people, via) select by_whom, 'returns.taken', array(select k.person_id from returns.came k where k.import_id = which and k.number in (select c ->> 'number' from jsonb_array_elements(told) c)), 'import';
end $function$
;

CREATE OR REPLACE FUNCTION returns.take_list(of_kind text, told jsonb, own_code text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  perform returns.empty_list(of_kind);
  perform returns.add_to_list(of_kind, told);
  return returns.end_list(of_kind, own_code, access.actor());
end $function$
;

CREATE OR REPLACE FUNCTION returns.telling(of_kind text, of_year integer)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select m.id from returns.made m where m.kind = of_kind and m.year = of_year and m.state = 'made' and m.as_at is null order by (m.sent_at is not null) desc, m.standing, m.asked_at desc limit 1
$function$
;

CREATE OR REPLACE FUNCTION returns.to_seal(of_key text, after text, most integer)
 RETURNS TABLE(place text, about text, rows text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select x.place, x.about, x.rows from (
    select 'child ' || c.made_id || ' ' || c.person_id as place, m.kind || ' ' || m.year || ' ' || c.number as about, case when jsonb_typeof(c.rows) = 'string' then c.rows #>> '{}' else c.rows::text end as rows
    from returns.child c join returns.made m on m.id = c.made_id
    union all
    select 'came ' || k.id, k.kind || ' ' || k.year || ' ' || k.number, case when jsonb_typeof(k.rows) = 'string' then k.rows #>> '{}' else k.rows::text end from returns.came k
  ) x where x.place collate "C" > after and not starts_with(x.rows, 'sealed:' || of_key || ':') order by x.place collate "C" limit most
$function$
;

CREATE OR REPLACE FUNCTION returns.uncounted()
 RETURNS TABLE(id uuid, kind text, year integer, before uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select m.id, m.kind, m.year, case when m.kind = 'cin' then returns.telling('cin', m.year - 1) end
  from returns.made m where m.kind in ('cin', 'ssda903') and m.id = returns.telling(m.kind, m.year)
    and m.measured is null order by m.year
$function$
;

CREATE OR REPLACE FUNCTION returns.wanted(which uuid)
 RETURNS TABLE(kind text, year integer, state text, as_at date, counts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select m.kind, m.year, m.state, m.as_at, m.counts from returns.made m where m.id = which $function$
;

CREATE OR REPLACE FUNCTION returns.years_told()
 RETURNS TABLE(kind text, year integer, made_at timestamp with time zone, sent boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not access.has_role('{manager,head}') then call access.refuse(); end if;
  return query select m.kind, m.year, m.made_at, m.sent_at is not null from returns.made m where m.kind in ('cin', 'ssda903') and m.id = returns.telling(m.kind, m.year)
    and m.measured is not null order by m.year desc;
end $function$
;

CREATE OR REPLACE FUNCTION reviewing.dispute_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from reviewing.dispute_person where dispute_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION reviewing.dispute_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if reviewing.dispute_nobody_yet(new.dispute_id) then return new; end if;
      if not exists (select 1 from reviewing.dispute up where up.id = new.dispute_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION reviewing.look_up_desk(kinds text[], since date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  me uuid := access.actor();
begin
  if me is null then return; end if;
  perform access.know(array(
    with named as materialized (
      select mp.person_id as id from meetings.meeting m join meetings.meeting_person mp on mp.meeting_id = m.id where m.chair_id = me and m.kind = any (kinds) and (m.state = 'planned' or m.state = 'held' and m.on_day >= since)
      union select v.person_id from access.involvement v where v.worker_id = me and v.role = 'reviewingOfficer' and v.superseded_at is null and v.to_on is null),
    now as materialized (select id from named union select part.survivor_id from access.person_part part join named on named.id = part.part_id)
    select id from now union select part.part_id from access.person_part part join now on now.id = part.survivor_id));
end $function$
;

CREATE OR REPLACE FUNCTION supervision.entry_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from supervision.entry_person where entry_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION supervision.entry_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if supervision.entry_nobody_yet(new.entry_id) then return new; end if;
      if not exists (select 1 from supervision.entry up where up.id = new.entry_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION supervision.in_own_session(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select 1 from supervision.session s where s.id = which and s.by_named and s.manager_id = access.actor() and supervision.is_named_for(s.worker_id))
$function$
;

CREATE OR REPLACE FUNCTION supervision.is_named_for(of_worker uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select 1 from supervision.named n where n.worker_id = of_worker and n.supervisor_id = access.actor() and n.to_on is null and n.from_on <= (now() at time zone 'Europe/London')::date)
$function$
;

CREATE OR REPLACE FUNCTION supervision.leads(of_worker uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up (team_id, step) as (
    select m.team_id, 0 from access.membership m where m.actor_id = of_worker and m.team_id is not null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    union select t.parent_id, up.step + 1 from up join access.team t on t.id = up.team_id where t.parent_id is not null
      and not exists (select 1 from access.membership o join access.actor a on a.id = o.actor_id and a.active
        where o.team_id = up.team_id and o.actor_id <> of_worker and o.role in ('manager', 'head') and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now()))
  )
  select of_worker <> access.actor() and exists (select 1 from up join access.membership m on m.team_id = up.team_id where m.actor_id = access.actor() and m.role in ('manager', 'head')
    and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()))
$function$
;

CREATE OR REPLACE FUNCTION supervision.led()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  with recursive mine as (
    select m.team_id from access.membership m where m.actor_id = access.actor() and m.role in ('manager', 'head') and m.team_id is not null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  ), down (team_id) as (
    select team_id from mine union select t.id from down join access.team t on t.parent_id = down.team_id
  ), managed as materialized (
    select o.team_id, array_agg(distinct o.actor_id) as managers from access.membership o join access.actor a on a.id = o.actor_id and a.active
    where o.team_id in (select team_id from down) and o.role in ('manager', 'head') and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now()) group by 1
  ), up (worker_id, team_id) as (
    select m.actor_id, m.team_id from access.membership m where m.team_id in (select team_id from down) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    union select up.worker_id, t.parent_id from up join access.team t on t.id = up.team_id and t.parent_id in (select team_id from down) left join managed g on g.team_id = up.team_id
      where coalesce(g.managers <@ array[up.worker_id], true)
  )
  select coalesce(array_agg(distinct up.worker_id), '{}') from up where up.team_id in (select team_id from mine) and up.worker_id <> access.actor()
$function$
;

CREATE OR REPLACE FUNCTION transfers.account(which uuid)
 RETURNS TABLE(place integer, what text, on_day date, outcome text, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select l.place, l.what, l.on_day, l.outcome, l.why from transfers.line l where l.come_id = which
    and (exchange.may_settle(which) or exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'machine' and a.active)) order by l.place
$function$
;

CREATE OR REPLACE FUNCTION transfers.came_before(which uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select s.state from transfers.staged s where s.id = which $function$
;

CREATE OR REPLACE FUNCTION transfers.come_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from transfers.come_person where come_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION transfers.come_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if transfers.come_nobody_yet(new.come_id) then return new; end if;
      if not exists (select 1 from transfers.come up where up.id = new.come_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION transfers.decides()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from access.membership_now m join access.team t on t.id = m.team_id where m.actor_id = access.actor() and m.kind = 'staff' and m.role in ('manager', 'head') and t.domain = 'children')
$function$
;

CREATE OR REPLACE FUNCTION transfers.find_text(asked text, about uuid[], most integer)
 RETURNS TABLE(kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  return query
  with found as (
    select p.id, p.come_id, p.domain, p.about, p.title, p.on_day, p.title || ' · ' || transfers.words_of(p.blocks) as words from transfers.piece p
      where to_tsvector('english', p.title || ' ' || transfers.words_of(p.blocks)) @@ q and (looked is null or p.about && looked)
    union all
    select l.id, l.come_id, l.domain, l.about, l.what, l.on_day, l.words from transfers.line l
      where l.piece_id is null and l.outcome = 'beside' and to_tsvector('english', l.words) @@ q and (looked is null or l.about && looked)
  ), newest as (
    select f.*, c.from_name, coalesce(f.on_day, (c.made_at at time zone 'Europe/London')::date) as on_that from found f join transfers.come c on c.id = f.come_id and c.domain = f.domain
    where exists (select 1 from transfers.come_person l where l.come_id = f.come_id and l.domain = f.domain and coalesce(case when l.domain in ('shared', 'children') then ((select access.known()) -> (l.person_id)::text)::boolean end,
      ((l.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = l.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = l.domain or (l.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and l.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and l.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = l.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now())))) and not exists (select 1 from unnest(f.about) p where not coalesce(case when f.domain in ('shared', 'children') then ((select access.known()) -> (p)::text)::boolean end,
      ((f.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = p and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = f.domain or (f.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and f.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and f.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = p and b.scope = (select access.actor()) and (b.until is null or b.until > now()))))
    order by coalesce(f.on_day, (c.made_at at time zone 'Europe/London')::date) desc, f.id limit most
  )
  select 'came', x.id, x.come_id, x.title, x.on_that, x.from_name, x.about,
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x order by x.on_that desc, x.id;
end $function$
;

CREATE OR REPLACE FUNCTION transfers.given_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from transfers.given_person where given_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION transfers.given_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if transfers.given_nobody_yet(new.given_id) then return new; end if;
      if not exists (select 1 from transfers.given up where up.id = new.given_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION transfers.keep_receipt(which uuid, told text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with kept as (update transfers.given set came_receipt = told where id = which and state = 'sent' and access.actor() is not null returning 1) select exists (select 1 from kept)
$function$
;

CREATE OR REPLACE FUNCTION transfers.waits_for(which uuid)
 RETURNS TABLE(to_code text, to_name text, state text, children uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select g.to_code, g.to_name, g.state, array(select p.person_id from transfers.given_person p where p.given_id = g.id and p.part = 'child' order by 1) from transfers.given g where g.id = which
$function$
;

CREATE OR REPLACE FUNCTION transfers.words_of(blocks jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select coalesce(string_agg(w #>> '{}', ' · '), '') from (select jsonb_path_query(blocks, 'lax $[*].words') union all select jsonb_path_query(blocks, 'lax $[*].caption') union all select jsonb_path_query(blocks, 'lax $[*].rows[*][*]')) x (w)
$function$
;

CREATE OR REPLACE FUNCTION work.board_of_teams(teams uuid[], on_day date, soon_day date, still_since timestamp with time zone, written text[], wanted text, of_worker uuid, of_kinds text[], most integer)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      several constant boolean := cardinality(teams) > 1 and of_worker is null;
      mine uuid[] := access.scopes();
      others uuid[] := array(select t from unnest(teams) t where t <> all (mine));
      suspect_people uuid[];
      suspect_domains text[];
      hidden_people uuid[];
      hidden_domains text[];
      all_own boolean;
      people int;
      hidden_items uuid[] := '{}';
      still_items uuid[];
      ids uuid[];
      counted json;
      carried json;
    begin
      if access.actor() is null then return null; end if;
      -- Each person of a team beside what the team sees of them without an end, in one pass of two indexes; whoever is not so seen, of a team that is not the reader's, or kept from anybody, is asked about.
      select coalesce(bool_and(p.own), true), count(distinct p.person_id), array_agg(p.person_id) filter (where s.scope is null or p.team_id = any (others)), array_agg(p.domain) filter (where s.scope is null or p.team_id = any (others))
        into all_own, people, suspect_people, suspect_domains
        from (select ip.team_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.team_id = any (teams) group by ip.team_id, ip.person_id, ip.domain, ip.own offset 0) p
        left join access.person_scope s on s.scope = any (teams) and s.scope = p.team_id and s.person_id = p.person_id and s.domain = p.domain and s.until is null and s.sight = 'full';
      with suspect as materialized (
        select a.person_id, a.domain from unnest(suspect_people, suspect_domains) a (person_id, domain)
        union select ip.person_id, ip.domain from (select distinct b.person_id from access.bar b) b join work.item_person ip on ip.person_id = b.person_id where ip.team_id = any (teams)
      ) select array_agg(a.person_id), array_agg(a.domain) into hidden_people, hidden_domains from suspect a where not coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false);
      if hidden_people is not null then
        select count(distinct ip.person_id) into people from work.item_person ip
          where ip.team_id = any (teams) and (ip.person_id, ip.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain));
      end if;
      if hidden_people is not null then
        hidden_items := array(
          select l.item_id from work.item_person l join unnest(hidden_people, hidden_domains) h (person_id, domain) on h.person_id = l.person_id and h.domain = l.domain where l.team_id = any (teams) and l.own
          except select l.item_id from work.item_person l where l.own and l.item_id in (
              select k.item_id from work.item_person k join unnest(hidden_people, hidden_domains) h (person_id, domain) on h.person_id = k.person_id and h.domain = k.domain where k.team_id = any (teams) and k.own)
            and (l.person_id, l.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain)));
      end if;
      -- Begun, as a form or not yet, and no section of it saved since.
      still_items := array(
        select i.id from work.item i left join lateral (select f.id, f.started_at from answers.form f where f.item_id = i.id and f.state = 'draft' offset 0) f on true
        where i.kind = any (written) and i.team_id = any (teams) and i.state in ('open', 'returned') and i.shown and i.id <> all (hidden_items)
          and coalesce(f.started_at, i.opened_on::timestamptz) < still_since and (select true from answers.section s where s.form_id = f.id and s.saved_at >= still_since limit 1) is null);
      if several and cardinality(hidden_items) = 0 then
        select json_agg(json_build_array(o.team_id, null, o.kind, o.items, o.late, o.soon, o.overdue, o.without, coalesce(s.n, 0)))
          into counted from (select i.team_id, i.kind, count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late, (count(*) filter (where i.due_on between on_day and soon_day))::int as soon,
            (count(*) filter (where i.due_on < on_day and i.duty is not null))::int as overdue, (count(*) filter (where i.worker_id is null))::int as without from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown group by 1, 2) o
          left join (select i.team_id, i.kind, count(*)::int as n from work.item i where i.id = any (still_items) group by 1, 2) s on s.team_id = o.team_id and s.kind = o.kind;
      else
        select json_agg(json_build_array(o.team_id, o.worker_id, o.kind, o.items, o.late, o.soon, o.overdue, o.without, coalesce(s.n, 0)))
          into counted from (select i.team_id, i.kind, case when not several then i.worker_id end as worker_id, count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late, (count(*) filter (where i.due_on between on_day and soon_day))::int as soon,
            (count(*) filter (where i.due_on < on_day and i.duty is not null))::int as overdue, (count(*) filter (where i.worker_id is null))::int as without from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) group by 1, 2, 3) o
          left join (select i.team_id, i.kind, case when not several then i.worker_id end as worker_id, count(*)::int as n from work.item i where i.id = any (still_items) group by 1, 2, 3) s
            on s.team_id = o.team_id and s.kind = o.kind and s.worker_id is not distinct from o.worker_id;
      end if;
      if several and all_own then
        carried := json_build_array(json_build_object('team', null, 'worker', null, 'people', people));
      else
        select json_agg(p) into carried from (
          select ip.team_id as team, ip.worker_id as worker, count(distinct ip.person_id)::int as people from work.item_person ip
          where ip.team_id = any (teams) and (hidden_people is null or (ip.person_id, ip.domain) not in (select h.person_id, h.domain from unnest(hidden_people, hidden_domains) h (person_id, domain)))
            and (ip.own or (ip.item_id <> all (hidden_items) and exists (select 1 from work.item i where i.id = ip.item_id and i.shown)))
          group by grouping sets ((ip.team_id, ip.worker_id), ())) p;
      end if;
      if wanted = 'none' then
        ids := '{}';
      elsif wanted = 'still' then
        ids := array(select i.id from work.item i where i.id = any (still_items) and (of_worker is null or i.worker_id = of_worker) and (of_kinds is null or i.kind = any (of_kinds)) order by i.due_on, i.opened_on, i.id limit most);
      elsif wanted = 'without' then
        ids := array(select i.id from (select i.id, i.due_on, i.opened_on from work.item i where i.worker_id is null and i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) and of_worker is null
          and (of_kinds is null or i.kind = any (of_kinds)) offset 0) i order by i.due_on, i.opened_on, i.id limit most);
      elsif of_worker is not null then
        ids := array(select i.id from work.item i where i.worker_id = of_worker and i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) and (of_kinds is null or i.kind = any (of_kinds))
          and case wanted when 'all' then true when 'late' then i.due_on < on_day when 'soon' then i.due_on between on_day and soon_day when 'overdue' then i.due_on < on_day and i.duty is not null else false end
          order by i.due_on, i.opened_on, i.id limit most);
      else
        ids := array(select i.id from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown and i.id <> all (hidden_items) and (of_kinds is null or i.kind = any (of_kinds))
          and case wanted when 'all' then true when 'late' then i.due_on < on_day when 'soon' then i.due_on between on_day and soon_day when 'overdue' then i.due_on < on_day and i.duty is not null else false end
          order by i.due_on, i.opened_on, i.id limit most);
      end if;
      if cardinality(ids) > 0 then perform access.know(array(select distinct ip.person_id from work.item_person ip where ip.item_id = any (ids))); end if;
      return json_build_object('rows', coalesce(counted, '[]'), 'carried', coalesce(carried, '[]'), 'ids', to_json(ids));
    end $function$
;

CREATE OR REPLACE FUNCTION work.board_told(teams uuid[], on_day date, most integer)
 RETURNS TABLE(work text, people uuid[], late json, workers json)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET enable_nestloop TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    #variable_conflict use_column
    declare
      whom uuid[];
      domains text[];
      bearers uuid[];
      open_to uuid[];
      open_in text[];
      plain boolean;
      firsts uuid[];
      late_told json;
      workers_told json;
      wide constant text[] := access.wide();
      met uuid[];
      pieces uuid[];
      parts uuid[];
      survivors uuid[];
    begin
      if access.actor() is null then return; end if;
      if access.cards() and 'children' = any (wide) then
        select array_agg(l.person_id), array_agg(l.item_id), array_agg(l.worker_id), bool_and(l.own and l.domain = any (wide)) into whom, pieces, bearers, plain
          from (select ip.person_id, ip.item_id, ip.worker_id, ip.own, ip.domain from work.item_person ip where ip.team_id = any (teams) limit most + 1) l;
        if plain and cardinality(whom) <= most then
          met := whom;
          select array_agg(p.part_id), array_agg(p.survivor_id) into parts, survivors from access.person_part p where p.part_id = any (whom);
          if parts is not null then
            whom := array(select coalesce(p.survivor_id, w.person_id) from unnest(whom) with ordinality w (person_id, place) left join unnest(parts, survivors) p (part_id, survivor_id) on p.part_id = w.person_id order by w.place);
          end if;
          if not exists (select 1 from access.bar b where b.person_id = any (met || survivors)) then
            return query
            with i as materialized (
              select x.id, x.kind, x.state, x.subject_kind as "subjectKind", x.subject_id as "subjectId", x.section, x.words, x.team_id as "teamId", t.name as "teamName",
                x.worker_id as "workerId", (select w.name from access.actor w where w.id = x.worker_id) as "workerName", x.asked_by as "askedBy", (select w.name from access.actor w where w.id = x.asked_by) as "askedByName",
                x.opened_on as "openedOn", x.due_on as "dueOn", to_char(x.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt", x.duty, x.finished_on as "finishedOn", x.outcome, x.reason, x.version
              from work.item x left join access.team t on t.id = x.team_id where x.team_id = any (teams) and x.state in ('open', 'waiting', 'returned') and x.shown
            ), who as materialized (
              select c.id, coalesce(c."bornOn", c."dueOn") as born, row_to_json(c) as told
              from (select c.person_id as id, c.name, c.given, c.family, c.born_on as "bornOn", c.due_on as "dueOn", c.sex, c.unborn, c.hue from people.card c where c.person_id = any (whom) offset 0) c
            ), theirs as (
              select l.item_id, json_agg(w.told order by w.born nulls last, w.id) as people from unnest(pieces, whom) l (item_id, person_id) join who w on w.id = l.person_id group by 1
            ), told as (
              select i.*, coalesce(p.people, '[]') as people from i left join theirs p on p.item_id = i.id offset 0)
            select (select json_agg(row_to_json(t) order by t."dueOn" nulls last, t."openedOn", t.id)::text from told t), array(select w.id from who w),
              coalesce((select json_agg(y) from (select i.kind, count(*)::int as late from i where i."dueOn" < on_day group by 1 order by 2 desc, 1) y), '[]'),
              coalesce((select json_agg(z) from (select o.id, o.items, o.late, m.people from (select i."workerId" as id, count(*)::int as items, (count(*) filter (where i."dueOn" < on_day))::int as late from i where i."workerId" is not null group by 1) o
                left join (select l.worker_id as id, count(distinct l.person_id)::int as people from unnest(bearers, met) l (worker_id, person_id) group by 1) m on m.id = o.id) z), '[]');
            return;
          end if;
        end if;
      end if;
      select coalesce(array_agg(c.person_id), '{}'), array_agg(c.domain), array_agg(c.worker_id), coalesce(bool_and(c.own), true) into whom, domains, bearers, plain from unnest(teams) t
        cross join lateral (select ip.worker_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.team_id = t group by ip.worker_id, ip.person_id, ip.domain, ip.own) c;
      -- Whoever sees all of a domain is asked about only where somebody is barred: nothing is gained by looking up.
      if not 'children' = any (access.wide()) then perform access.know(array(select distinct p from unnest(whom) p)); end if;
      if domains <@ access.wide() and not exists (select 1 from access.bar b where b.person_id = any (whom)) then
        open_to := whom; open_in := domains;
      else
      select coalesce(array_agg(a.person_id) filter (where a.shown), '{}'), coalesce(array_agg(a.domain) filter (where a.shown), '{}'), plain and coalesce(bool_and(a.shown), true) into open_to, open_in, plain
        from (select a.person_id, a.domain, coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false) as shown from (select distinct x.person_id, x.domain from unnest(whom, domains) x (person_id, domain)) a offset 0) a;
      end if;
      if plain then
        with told as materialized (select i.worker_id, i.kind, count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late from work.item i
          where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown group by 1, 2
        ), met as (select distinct x.worker_id, x.person_id from unnest(bearers, whom) x (worker_id, person_id) where x.worker_id is not null)
        select array(select f.id from unnest(teams) t cross join lateral (select i.due_on, i.opened_on, i.id from work.item i where i.team_id = t and i.state in ('open', 'waiting', 'returned') and i.shown
            order by i.due_on nulls last, i.opened_on, i.id limit most) f order by f.due_on nulls last, f.opened_on, f.id limit most),
          (select json_agg(y) from (select t.kind, sum(t.late)::int as late from told t group by t.kind having sum(t.late) > 0 order by 2 desc, 1) y),
          (select json_agg(z) from (select t.worker_id as id, sum(t.items)::int as items, sum(t.late)::int as late, max(their.people)::int as people from told t
            left join (select m.worker_id, count(*) as people from met m group by 1) their on their.worker_id = t.worker_id where t.worker_id is not null group by t.worker_id) z)
          into firsts, late_told, workers_told;
      else
        select array(select x::uuid from json_array_elements_text(o.counted -> 'first') x), o.counted -> 'late', o.counted -> 'workers' into firsts, late_told, workers_told
          from (select work.open_of_teams(teams, on_day, most) as counted offset 0) o;
      end if;
      return query
      with i as materialized (select x.* from work.item x where x.id = any (firsts)
      ), raw as materialized (select ip.item_id, ip.person_id from work.item_person ip
        where ip.item_id = any (firsts) and (plain or (ip.person_id, ip.domain) in (select x.person_id, x.domain from unnest(open_to, open_in) x (person_id, domain)))
      ), part as materialized (select part_id, survivor_id from access.person_part where part_id = any (array(select distinct r.person_id from raw r)) and COALESCE(((( SELECT access.found() AS found) -> (survivor_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = person_part.survivor_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = person_part.survivor_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = person_part.survivor_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))
      ), link as materialized (select r.item_id, coalesce(p.survivor_id, r.person_id) as person_id from raw r left join part p on p.part_id = r.person_id
      ), who as materialized (select c.person_id, coalesce(c.born_on, c.due_on) as born, concat('{"id":"', c.person_id, '","name":', to_json(c.name), ',"given":', to_json(c.given), ',"family":', to_json(c.family),
          ',"bornOn":', '"' || c.born_on || '"', case when c.born_on is null then 'null' end, ',"dueOn":', '"' || c.due_on || '"', case when c.due_on is null then 'null' end, ',"sex":', coalesce(to_json(c.sex)::text, 'null'),
          ',"unborn":', case when c.unborn then 'true' else 'false' end, ',"hue":', coalesce(c.hue::text, 'null'), '}') as words
        from (select * from people.card where person_id = any (array(select distinct l.person_id from link l)) and COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = card.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = card.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = card.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))) offset 0) c
      ), people as materialized (select link.item_id, string_agg(who.words, ',' order by who.born nulls last, link.person_id) as words from link left join who on who.person_id = link.person_id group by link.item_id
      ), worker as materialized (select x.id, to_json(x.name)::text as name from access.actor x where x.id = any (array(select i.worker_id from i union select i.asked_by from i)))
      select concat('[', string_agg(concat('{"id":"', i.id, '","kind":', to_json(i.kind), ',"state":"', i.state, '","subjectKind":', coalesce(to_json(i.subject_kind)::text, 'null'), ',"subjectId":', coalesce('"' || i.subject_id || '"', 'null'),
          ',"section":', coalesce(to_json(i.section)::text, 'null'), ',"words":', coalesce(to_json(i.words)::text, 'null'), ',"teamId":', coalesce('"' || i.team_id || '"', 'null'), ',"teamName":', coalesce(to_json(t.name)::text, 'null'),
          ',"workerId":', coalesce('"' || i.worker_id || '"', 'null'), ',"workerName":', coalesce(w.name, 'null'), ',"askedBy":', coalesce('"' || i.asked_by || '"', 'null'), ',"askedByName":', coalesce(a.name, 'null'),
          ',"openedOn":"', i.opened_on, '","dueOn":', coalesce('"' || i.due_on || '"', 'null'), ',"dueAt":', coalesce(to_char(i.due_at at time zone 'UTC', '"\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null'), ',"duty":', coalesce(to_json(i.duty)::text, 'null'),
          ',"finishedOn":', coalesce('"' || i.finished_on || '"', 'null'), ',"outcome":', coalesce(to_json(i.outcome)::text, 'null'), ',"reason":', coalesce(to_json(i.reason)::text, 'null'), ',"version":', i.version,
          ',"people":[', p.words, ']}'), ',' order by i.due_on nulls last, i.opened_on, i.id), ']'), array(select who.person_id from who), coalesce(late_told, '[]'), coalesce(workers_told, '[]')
      from i left join people p on p.item_id = i.id left join access.team t on t.id = i.team_id left join worker w on w.id = i.worker_id left join worker a on a.id = i.asked_by;
    end $function$
;

CREATE OR REPLACE FUNCTION work.item_carried()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if new.domain <> old.domain then update work.item i set shown = exists (select 1 from work.item_person l where l.item_id = i.id and l.domain = i.domain) where i.id = new.id; end if;
  update work.item_person set item_id = item_id where item_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION work.item_nobody_yet(row_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin return not exists (select 1 from work.item_person where item_id = row_id); end $function$
;

CREATE OR REPLACE FUNCTION work.item_onto()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if work.item_nobody_yet(new.item_id) then return new; end if;
      if not exists (select 1 from work.item up where up.id = new.item_id) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION work.item_person_carries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  piece work.item;
begin
  select * into piece from work.item where id = new.item_id;
  if piece.state in ('open', 'waiting', 'returned') then
    new.team_id := piece.team_id;
    new.worker_id := piece.worker_id;
    new.own := new.domain = piece.domain;
  else
    new.team_id := null;
    new.worker_id := null;
    new.own := null;
  end if;
  if new.domain = piece.domain and not piece.shown then update work.item set shown = true where id = new.item_id; end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION work.item_person_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update work.item i set shown = false where i.id = old.item_id and i.shown and not exists (select 1 from work.item_person l where l.item_id = i.id and l.domain = i.domain);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION work.item_shown()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.shown := tg_op = 'UPDATE' and old.shown;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION work.left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  about uuid[];
  ended date := coalesce(new.finished_on, (now() at time zone 'Europe/London')::date);
begin
  about := array(select ip.person_id from work.item_person ip where ip.item_id = new.id);
  about := about || array(select p.survivor_id from access.person_part p where p.part_id = any (about));
  about := about || array(select p.part_id from access.person_part p where p.survivor_id = any (about));
  update access.involvement v set to_on = greatest(ended, v.from_on)
  where v.because_of && about and v.to_on is null and v.superseded_at is null
    and (v.team_id = old.team_id or (v.team_id is null and v.worker_id = old.worker_id))
    and not exists (
      select 1 from work.item i join work.item_person ip on ip.item_id = i.id
      where i.state in ('open', 'waiting', 'returned') and (i.team_id = v.team_id or (v.team_id is null and i.worker_id = v.worker_id))
        and (ip.person_id = any (v.because_of || v.person_id) or ip.person_id = any (about)
          or ip.person_id in (select p.survivor_id from access.person_part p where p.part_id = any (v.because_of || v.person_id))
          or ip.person_id in (select p.part_id from access.person_part p where p.survivor_id = any (v.because_of || v.person_id))));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION work.look_up_open(worker uuid, about uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if worker is not null then
    perform access.know(array(select distinct x.person_id from (
      select i.id from work.item i where i.worker_id = worker and i.state in ('open', 'waiting', 'returned')
      union select i.id from work.item i where i.asked_by = worker and i.state in ('open', 'waiting', 'returned') limit 2000) i
      cross join lateral (select ip.person_id from work.item_person ip where ip.item_id = i.id offset 0) x));
  end if;
  if cardinality(about) > 0 then
    perform access.know(array(select distinct x.person_id from (select distinct ip.item_id from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') where ip.person_id = any (about) limit 2000) i
      cross join lateral (select other.person_id from work.item_person other where other.item_id = i.item_id offset 0) x));
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION work.open_of_teams(teams uuid[], on_day date, most integer)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET enable_nestloop TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      counted json;
      people uuid[];
      domains text[];
      bearers uuid[];
      as_it_stands boolean;
    begin
      if access.actor() is null then return null; end if;
      select array_agg(c.person_id), array_agg(c.domain), array_agg(c.worker_id), coalesce(bool_and(c.own), true) into people, domains, bearers, as_it_stands from unnest(teams) t
        cross join lateral (select ip.worker_id, ip.person_id, ip.domain, bool_and(ip.own) as own from work.item_person ip where ip.team_id = t group by ip.worker_id, ip.person_id, ip.domain) c;
      perform access.know(array(select distinct p from unnest(people) p));
      if as_it_stands and not exists (select 1 from (select distinct x.person_id, x.domain from unnest(people, domains) x (person_id, domain)) a where not coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)) then
        with 
    met as (select distinct x.worker_id, x.person_id from unnest(bearers, people) x (worker_id, person_id) where x.worker_id is not null
    ), first as (select array(select f.id from unnest(teams) t cross join lateral (select i.due_on, i.opened_on, i.id from work.item i where i.team_id = t and i.state in ('open', 'waiting', 'returned') and i.shown
        order by i.due_on nulls last, i.opened_on, i.id limit most) f order by f.due_on nulls last, f.opened_on, f.id limit most) as ids
    ), told as materialized (select i.worker_id, i.kind, count(*)::int as items, (count(*) filter (where i.due_on < on_day))::int as late from work.item i
        where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.shown group by 1, 2)
      select json_build_object('first', f.ids,
        'late', coalesce((select json_agg(y) from (select t.kind, sum(t.late)::int as late from told t group by t.kind having sum(t.late) > 0 order by 2 desc, 1) y), '[]'),
        'workers', coalesce((select json_agg(z) from (
          select t.worker_id as id, sum(t.items)::int as items, sum(t.late)::int as late, max(their.people)::int as people from told t
          left join (select m.worker_id, count(*) as people from met m group by 1) their on their.worker_id = t.worker_id
          where t.worker_id is not null group by t.worker_id) z), '[]')) into counted from first f;
      else
        with 
    link as materialized (select ip.item_id as id, ip.worker_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.team_id = any (teams)
    ), carried as materialized (select l.worker_id, l.person_id, l.domain, l.own from link l group by 1, 2, 3, 4
    ), hidden as materialized (select a.person_id, a.domain from (select distinct c.person_id, c.domain from carried c) a where not coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)
    ), shown as materialized (select l.id from link l where l.own and (l.person_id, l.domain) not in (select h.person_id, h.domain from hidden h)
    ), met as materialized (select c.worker_id, c.person_id from carried c where c.worker_id is not null and c.own and (c.person_id, c.domain) not in (select h.person_id, h.domain from hidden h)
      union select l.worker_id, l.person_id from link l where l.worker_id is not null and case when not l.own then (l.person_id, l.domain) not in (select h.person_id, h.domain from hidden h) and l.id in (select s.id from shown s) end), work as materialized (select i.worker_id, i.kind, i.due_on, i.opened_on, i.id from work.item i where i.team_id = any (teams) and i.state in ('open', 'waiting', 'returned') and i.id in (select s.id from shown s)
    ), first as (select array(select w.id from work w order by w.due_on nulls last, w.opened_on, w.id limit most) as ids
    ), told as materialized (select w.worker_id, w.kind, count(*)::int as items, (count(*) filter (where w.due_on < on_day))::int as late from work w group by 1, 2)
      select json_build_object('first', f.ids,
        'late', coalesce((select json_agg(y) from (select t.kind, sum(t.late)::int as late from told t group by t.kind having sum(t.late) > 0 order by 2 desc, 1) y), '[]'),
        'workers', coalesce((select json_agg(z) from (
          select t.worker_id as id, sum(t.items)::int as items, sum(t.late)::int as late, max(their.people)::int as people from told t
          left join (select m.worker_id, count(*) as people from met m group by 1) their on their.worker_id = t.worker_id
          where t.worker_id is not null group by t.worker_id) z), '[]')) into counted from first f;
      end if;
      return counted;
    end $function$
;

CREATE OR REPLACE FUNCTION work.past_clocks(of_duty text, since date, most integer)
 RETURNS TABLE(started_on date, due_on date, ended_on date, state text, team text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select c.started_on, c.due_on, c.met_on, c.state, t.name
  from work.clock c left join work.item i on i.id = c.item_id left join access.team t on t.id = i.team_id
  where exists (select 1 from access.reach r where r.actor_id = access.actor() and 'administrator' = any (r.roles))
    and c.duty = of_duty and c.superseded_at is null and c.started_on >= since and c.due_on is not null and c.state <> 'stopped'
  order by c.started_on desc, c.id limit most
$function$
;

CREATE OR REPLACE FUNCTION work.people_of_workers(workers uuid[])
 RETURNS TABLE(worker_id uuid, people integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET enable_nestloop TO 'off'
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if access.actor() is null then return; end if;
      return query with 
    link as materialized (select ip.item_id as id, ip.worker_id, ip.person_id, ip.domain, ip.own from work.item_person ip where ip.worker_id = any (workers)
    ), carried as materialized (select l.worker_id, l.person_id, l.domain, l.own from link l group by 1, 2, 3, 4
    ), hidden as materialized (select a.person_id, a.domain from (select distinct c.person_id, c.domain from carried c) a where not coalesce(coalesce(case when a.domain in ('shared', 'children') then ((select access.known()) -> (a.person_id)::text)::boolean end,
      ((a.domain = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = a.person_id and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = a.domain or (a.domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and a.domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and a.domain = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = a.person_id and b.scope = (select access.actor()) and (b.until is null or b.until > now()))), false)
    ), shown as materialized (select l.id from link l where l.own and (l.person_id, l.domain) not in (select h.person_id, h.domain from hidden h)
    ), met as materialized (select c.worker_id, c.person_id from carried c where c.worker_id is not null and c.own and (c.person_id, c.domain) not in (select h.person_id, h.domain from hidden h)
      union select l.worker_id, l.person_id from link l where l.worker_id is not null and case when not l.own then (l.person_id, l.domain) not in (select h.person_id, h.domain from hidden h) and l.id in (select s.id from shown s) end)
      select m.worker_id, count(*)::int from met m group by 1;
    end $function$
;

CREATE OR REPLACE FUNCTION work.people_to_write(item uuid, in_domain text, OUT people uuid[], OUT refused uuid[])
 RETURNS record
 LANGUAGE plpgsql
AS $function$
begin
  people := array(select ip.person_id from work.item_person ip where ip.item_id = item);
  refused := '{}';
  if cardinality(people) > 0 then refused := access.look_up_to_write(people, in_domain); end if;
end $function$
;

CREATE OR REPLACE FUNCTION work.to_keep_in_step(today date, most integer)
 RETURNS TABLE(person_id uuid, actor_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with cared as materialized (
    select access.survivor_of(p.person_id) as id, bool_or(p.ended_on is null) as now_in, max(coalesce(p.ended_on, today)) as last_on from care.period p where p.superseded_at is null group by 1
  ), born as materialized (
    select c.id, c.now_in, c.last_on, k.born_on from cared c join people.card k on k.person_id = c.id
    where not k.unborn and k.died_on is null and k.born_on > today - interval '25 years 8 days'
  ), term as materialized (
    select (t ->> 'from')::date as began, (t ->> 'to')::date as ends from ops.setting s, jsonb_array_elements(s.value -> 'terms') t
    where s.key like 'own.terms.%' and s.superseded_at is null and (t ->> 'to')::date >= (s.value ->> 'from')::date
  ), due as (
    select b.id from born b where exists (select 1 from generate_series(today - 6, today, interval '1 day') d where to_char(b.born_on, 'MMDD') = to_char(d, 'MMDD') or (to_char(b.born_on, 'MMDD') = '0229' and to_char(d, 'MMDD') = '0301'))
    union select b.id from born b where b.born_on + interval '16 years' <= today and b.born_on + interval '18 years' > today and b.last_on > b.born_on + interval '14 years'
      and not exists (select 1 from care.fact f where access.survivor_of(f.person_id) = b.id and f.kind = 'pathwayAssessment' and f.superseded_at is null)
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.duty like 'pathwayAssessment.%' where access.survivor_of(ip.person_id) = b.id)
    union select access.survivor_of(p.person_id) from care.placement p where p.superseded_at is null and p.valid_to is null and p.valid_from + interval '1 year' between today - 6 and today
    union select access.survivor_of(ip.person_id) from work.item i join work.item_person ip on ip.item_id = i.id where i.paused_on is not null and i.state in ('open', 'waiting', 'returned')
    union select b.id from term t cross join born b where t.began <= today and t.ends >= today and b.now_in and b.born_on + interval '3 years' <= t.began and b.born_on + interval '18 years' > t.began
      and exists (select 1 from care.fact f where f.person_id = any (access.everyone(b.id)) and f.kind = 'educationPlan' and f.superseded_at is null and f.held_on < t.began)
      and not exists (select 1 from care.fact f where f.person_id = any (access.everyone(b.id)) and f.kind = 'educationPlan' and f.superseded_at is null and f.held_on >= t.began)
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.duty = 'personalEducationPlan.reviewed' and i.due_on in (select ends from term where ends <= t.ends)
        where ip.person_id = any (access.everyone(b.id)) and ip.own is not null)
  )
  select d.id, coalesce(w.worker_id, m.actor_id) from due d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 2 nulls last, 1 limit most
$function$
;

CREATE OR REPLACE PROCEDURE access.gate(IN door text, IN reason text, IN callable boolean DEFAULT true)
 LANGUAGE plpgsql
AS $procedure$
declare
  f regprocedure := door::regprocedure;
  s text := (select n.nspname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = f);
begin
  execute format('alter function %s security definer', f);
  execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
  execute format('revoke execute on function %s from public', f);
  if callable then execute format('grant execute on function %s to kith_app', f); end if;
  execute format('grant create on schema %I to kith_gate', s);
  execute format('alter function %s owner to kith_gate', f);
  execute format('revoke create on schema %I from kith_gate', s);
  insert into ops.gate as g values (f::text, reason) on conflict on constraint gate_pkey do update set why = excluded.why;
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.gate_for_jobs(IN door text, IN reason text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('revoke execute on function %s from public', door::regprocedure);
  execute format('grant execute on function %s to kith_jobs', door::regprocedure);
  call access.gate(door, reason, false);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_gate(IN guarded regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy gate on %s to kith_gate using (true) with check (true)', guarded);
  execute format('create policy backup on %s for select to kith_backup using (true)', guarded);
  execute format('grant select on %s to kith_backup', guarded);
  execute format('grant select, insert, update, delete on %s to kith_gate', guarded);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_passage(IN guarded regclass, IN parent regclass, IN link text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call access.guard_passage_itself(guarded, parent, link);
  call access.guard_stays(guarded, parent, link);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_passage_itself(IN guarded regclass, IN parent regclass, IN link text)
 LANGUAGE plpgsql
AS $procedure$
declare
  mine text := format('%s.%I', guarded, link);
  of_parent text := format('exists (select 1 from %s up where up.id = %s and up.domain = %s.domain offset 0)', parent, mine, guarded);
  every text := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', guarded, access.full_sight('p', format('%s.domain', guarded)));
  every_writing text := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', guarded, access.full_sight('p', format('%s.domain', guarded), true));
  writing text := format('(%s or %s) and %s', access.nobody_yet(parent, mine), access.of_several(parent, mine, format('%s.domain', guarded), true), every_writing);
begin
  call access.guard_gate(guarded);
  execute format('create policy see on %s for select to kith_app using (%s and %s)', guarded, of_parent, every);
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null and %s)', guarded, writing);
  execute format('create policy change on %s for update to kith_app using (%s) with check (%2$s)', guarded, writing);
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_person(IN guarded regclass, IN person text DEFAULT 'person_id'::text, IN domain text DEFAULT 'domain'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call access.guard_gate(guarded);
  person := format('%s.%I', guarded, person);
  domain := case when domain like '''%' then domain else format('%s.%I', guarded, domain) end;
  execute format('create policy see on %s for select to kith_app using (%s)', guarded, access.full_sight(person, domain));
  execute format('create policy add on %s for insert to kith_app with check (%s)', guarded, access.full_sight(person, domain, true));
  execute format('create policy change on %s for update to kith_app using (%s) with check (%2$s)', guarded, access.full_sight(person, domain, true));
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_several(IN guarded regclass, IN links regclass, IN link text)
 LANGUAGE plpgsql
AS $procedure$
declare
  mine text := format('%s.id', guarded);
  in_domain text := format('%s.domain', guarded);
begin
  insert into ops.several values (guarded, links, link);
  execute format('create function %s_nobody_yet(row_id uuid) returns boolean language plpgsql stable as $f$ begin return not exists (select 1 from %s where %I = row_id); end $f$', guarded, links, link);
  call access.guard_gate(guarded);
  call access.gate(format('%s_nobody_yet(uuid)', guarded), 'a row that is being written has no people yet');
  execute format('create policy see on %s for select to kith_app using (%s)', guarded, access.of_several(guarded, mine, in_domain, false));
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null)', guarded);
  execute format('create policy change on %s for update to kith_app using (%s)', guarded, access.of_several(guarded, mine, in_domain, true));
  execute format('grant select, insert, update on %s to kith_app', guarded);
  execute format($f$create function %1$s_onto() returns trigger language plpgsql as $t$
    begin
      if %2$s then return new; end if;
      if not exists (select 1 from %1$s up where up.id = new.%3$I) then
        raise exception 'nobody may be put on a row that is hidden' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $t$ $f$, guarded, access.nobody_yet(guarded, format('new.%I', link)), link);
  execute format($f$create trigger onto before insert or update of %2$I on %1$s for each row when (current_user <> 'kith_gate') execute function %3$s_onto()$f$, links, link, guarded);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_stays(IN guarded regclass, IN parent regclass, IN link text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy stays on %1$s for select to kith_app using (access.stays(%1$s.about, %1$s.domain) and exists (select 1 from %2$s up where up.id = %1$s.%3$I and up.domain = %1$s.domain offset 0))', guarded, parent, link);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.guard_within(IN guarded regclass, IN parent regclass, IN link text)
 LANGUAGE plpgsql
AS $procedure$
declare
  mine text := format('%s.%I', guarded, link);
  writing text := format('%s or exists (select 1 from %s up where up.id = %s and %s offset 0)', access.nobody_yet(parent, mine), parent, mine, access.of_several(parent, 'up.id', 'up.domain', true));
begin
  call access.guard_gate(guarded);
  execute format('create policy see on %s for select to kith_app using (exists (select 1 from %s up where up.id = %s offset 0))', guarded, parent, mine);
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null and (%s))', guarded, writing);
  execute format('create policy change on %s for update to kith_app using (%s)', guarded, writing);
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $procedure$
;

CREATE OR REPLACE PROCEDURE access.refuse()
 LANGUAGE plpgsql
AS $procedure$
begin
  raise exception 'not allowed' using errcode = 'insufficient_privilege';
end $procedure$
;

CREATE OR REPLACE PROCEDURE exchange.journal_of(IN of_table regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format($f$create trigger journal after insert or update on %s for each row when (current_setting('kith.import', true) <> '') execute function exchange.keep_in_journal(%s)$f$,
    of_table, (select string_agg(quote_literal(k), ', ') from unnest(exchange.key_of(of_table)) k));
end $procedure$
;

-- Owners of functions ---------------------------------------------------------------------------------

alter routine access.actor_changed() owner to kith_gate;
alter routine access.add_factor(uuid,uuid,jsonb,bytea,bytea) owner to kith_gate;
alter routine access.adoption_changed() owner to kith_gate;
alter routine access.adoption_holders() owner to kith_gate;
alter routine access.adoption_list(uuid) owner to kith_gate;
alter routine access.adoption_of(uuid) owner to kith_gate;
alter routine access.answers_request(uuid) owner to kith_gate;
alter routine access.are_apart(uuid,uuid) owner to kith_gate;
alter routine access.ask_for_sight(uuid,uuid,text,text) owner to kith_gate;
alter routine access.ask_recovery(uuid,uuid,uuid,text) owner to kith_gate;
alter routine access.asked_of(uuid,uuid[]) owner to kith_gate;
alter routine access.attempts(bytea[]) owner to kith_gate;
alter routine access.begin_membership(uuid,uuid,uuid,text,timestamp with time zone,timestamp with time zone,text) owner to kith_gate;
alter routine access.begin_pending(bytea,uuid,text,jsonb) owner to kith_gate;
alter routine access.break_the_glass(uuid,uuid,text,integer) owner to kith_gate;
alter routine access.close_request(uuid,text) owner to kith_gate;
alter routine access.close_the_glass(uuid) owner to kith_gate;
alter routine access.closed_role_ends() owner to kith_gate;
alter routine access.count_attempt(bytea[],timestamp with time zone) owner to kith_gate;
alter routine access.credential(text) owner to kith_gate;
alter routine access.credential_of(uuid) owner to kith_gate;
alter routine access.decide_sight(uuid,text,timestamp with time zone,text) owner to kith_gate;
alter routine access.derive(uuid) owner to kith_gate;
alter routine access.derive_adoption(uuid[]) owner to kith_gate;
alter routine access.derive_left_behind(uuid[]) owner to kith_gate;
alter routine access.derive_line(uuid,uuid) owner to kith_gate;
alter routine access.derive_reach(uuid) owner to kith_gate;
alter routine access.end_exclusion(uuid,text) owner to kith_gate;
alter routine access.end_factor(uuid,uuid) owner to kith_gate;
alter routine access.end_grant(uuid,text) owner to kith_gate;
alter routine access.end_membership(uuid,timestamp with time zone,text) owner to kith_gate;
alter routine access.end_outside(text,text,text) owner to kith_gate;
alter routine access.end_pending(bytea) owner to kith_gate;
alter routine access.end_session(bytea) owner to kith_gate;
alter routine access.end_sessions(uuid,uuid,uuid) owner to kith_gate;
alter routine access.end_weak_sessions(uuid,uuid) owner to kith_gate;
alter routine access.enter(bytea) owner to kith_gate;
alter routine access.enter_as(uuid) owner to kith_gate;
alter routine access.everyone(uuid) owner to kith_gate;
alter routine access.exclude(uuid,uuid,uuid,text,timestamp with time zone) owner to kith_gate;
alter routine access.factors_of(uuid) owner to kith_gate;
alter routine access.find_for_review(text) owner to kith_gate;
alter routine access.find_many(text[]) owner to kith_gate;
alter routine access.find_unusual(text[],integer,integer,integer) owner to kith_gate;
alter routine access.finds(uuid) owner to kith_gate;
alter routine access.follow_groups(uuid,jsonb) owner to kith_gate;
alter routine access.for_review(uuid) owner to kith_gate;
alter routine access.forget() owner to kith_gate;
alter routine access.forget_attempts(bytea[]) owner to kith_gate;
alter routine access.from_outside(text,text) owner to kith_gate;
alter routine access.given_sight(integer) owner to kith_gate;
alter routine access.glass_to_review() owner to kith_gate;
alter routine access.grant_sight(uuid,uuid,uuid,text,boolean,timestamp with time zone,text) owner to kith_gate;
alter routine access.has_address(text) owner to kith_gate;
alter routine access.has_role(text[]) owner to kith_gate;
alter routine access.involve(uuid,uuid,uuid,uuid,text,text,date) owner to kith_gate;
alter routine access.involve_beside(uuid[],uuid[],uuid,uuid,text,date) owner to kith_gate;
alter routine access.involved(uuid) owner to kith_gate;
alter routine access.is_administrator(uuid) owner to kith_gate;
alter routine access.is_kept_from(uuid,uuid[]) owner to kith_gate;
alter routine access.join_from_outside(uuid,jsonb) owner to kith_gate;
alter routine access.join_legal(uuid[],uuid,text,date) owner to kith_gate;
alter routine access.keep_actor(uuid,jsonb,integer,text) owner to kith_gate;
alter routine access.keep_recovery_codes(uuid,bytea[]) owner to kith_gate;
alter routine access.keep_team(uuid,jsonb,integer,text) owner to kith_gate;
alter routine access.keep_told(jsonb) owner to kith_gate;
alter routine access.kept(uuid) owner to kith_gate;
alter routine access.kept_away(uuid,uuid) owner to kith_gate;
alter routine access.kept_history(uuid) owner to kith_gate;
alter routine access.know(uuid[]) owner to kith_gate;
alter routine access.known_outside(text,text) owner to kith_gate;
alter routine access.legal_follows_worker() owner to kith_gate;
alter routine access.link_outside(text,text,uuid) owner to kith_gate;
alter routine access.look_pending(bytea) owner to kith_gate;
alter routine access.look_through_week(date,text[],integer,integer,integer) owner to kith_gate;
alter routine access.look_up_to_write(uuid[],text) owner to kith_gate;
alter routine access.look_up_writing(uuid[],text) owner to kith_gate;
alter routine access.lookers(uuid) owner to kith_gate;
alter routine access.many_to_review() owner to kith_gate;
alter routine access.mark(uuid,uuid,text,uuid[],text) owner to kith_gate;
alter routine access.marking_of(uuid) owner to kith_gate;
alter routine access.may_hold_adoption(uuid,uuid) owner to kith_gate;
alter routine access.may_keep(uuid,text) owner to kith_gate;
alter routine access.may_merge(uuid,uuid) owner to kith_gate;
alter routine access.may_merge_otherwise(uuid,uuid) owner to kith_gate;
alter routine access.may_witness(uuid) owner to kith_gate;
alter routine access.membership_changed() owner to kith_gate;
alter routine access.mend_scope() owner to kith_gate;
alter routine access.merge(uuid,uuid,text) owner to kith_gate;
alter routine access.my_requests(uuid) owner to kith_gate;
alter routine access.name_for_adoption(uuid,uuid,text) owner to kith_gate;
alter routine access.name_on_list(uuid,uuid,uuid,timestamp with time zone,text) owner to kith_gate;
alter routine access.not_writable(uuid[],text) owner to kith_gate;
alter routine access.on_adoption_list(uuid) owner to kith_gate;
alter routine access.open_session(bytea,uuid,uuid,text,text,boolean) owner to kith_gate;
alter routine access.outside_of(bytea) owner to kith_gate;
alter routine access.own_record(uuid,uuid) owner to kith_gate;
alter routine access.part_changed() owner to kith_gate;
alter routine access.part_merging() owner to kith_gate;
alter routine access.parts_of(uuid) owner to kith_gate;
alter routine access.person_changed() owner to kith_gate;
alter routine access.processing() owner to kith_gate;
alter routine access.propose_sight(uuid,uuid,uuid,text,boolean,timestamp with time zone,text) owner to kith_gate;
alter routine access.prove_session(uuid,text,boolean) owner to kith_gate;
alter routine access.put_on_list(uuid,uuid,uuid,timestamp with time zone,text) owner to kith_gate;
alter routine access.rebuild_scope() owner to kith_gate;
alter routine access.recoveries_to_witness() owner to kith_gate;
alter routine access.recovery_codes_left(uuid) owner to kith_gate;
alter routine access.recovery_notices(boolean) owner to kith_gate;
alter routine access.request_of(uuid) owner to kith_gate;
alter routine access.review_glass(uuid,text) owner to kith_gate;
alter routine access.review_many(uuid,text) owner to kith_gate;
alter routine access.review_unusual(uuid,text) owner to kith_gate;
alter routine access.same_words(text,text) owner to kith_gate;
alter routine access.scope_difference() owner to kith_gate;
alter routine access.seal_adoption(uuid,uuid,uuid,uuid[],date,text) owner to kith_gate;
alter routine access.sees(uuid,text) owner to kith_gate;
alter routine access.send_request(uuid,uuid,uuid[],uuid) owner to kith_gate;
alter routine access.session_outside(uuid,text,text) owner to kith_gate;
alter routine access.sessions_of(uuid) owner to kith_gate;
alter routine access.set_active(uuid,boolean,text) owner to kith_gate;
alter routine access.set_identity(uuid) owner to kith_gate;
alter routine access.set_password(uuid,text,uuid) owner to kith_gate;
alter routine access.signs_in(uuid) owner to kith_gate;
alter routine access.slowed_sessions() owner to kith_gate;
alter routine access.standing(uuid) owner to kith_gate;
alter routine access.start_session(bytea,uuid,uuid,text) owner to kith_gate;
alter routine access.stays(uuid[],text) owner to kith_gate;
alter routine access.subject_changed() owner to kith_gate;
alter routine access.survivor_of(uuid) owner to kith_gate;
alter routine access.take_off_adoption(uuid,uuid,text) owner to kith_gate;
alter routine access.take_off_list(uuid,uuid,uuid,text) owner to kith_gate;
alter routine access.team_added() owner to kith_gate;
alter routine access.team_changed() owner to kith_gate;
alter routine access.tell_of_merge(text,uuid[]) owner to kith_gate;
alter routine access.tell_pending(bytea,jsonb) owner to kith_gate;
alter routine access.tie_outside(text,text,uuid,text) owner to kith_gate;
alter routine access.told_counts() owner to kith_gate;
alter routine access.touch_session(bytea) owner to kith_gate;
alter routine access.try_pending(bytea) owner to kith_gate;
alter routine access.unlinked(text,text) owner to kith_gate;
alter routine access.unmerge(uuid) owner to kith_gate;
alter routine access.unusual_of(date) owner to kith_gate;
alter routine access.use_factor(uuid,bigint) owner to kith_gate;
alter routine access.use_recovery_code(uuid,bytea) owner to kith_gate;
alter routine access.viewing_weeks() owner to kith_gate;
alter routine access.watch(bytea[]) owner to kith_gate;
alter routine access.way_of(uuid,uuid[],timestamp with time zone) owner to kith_gate;
alter routine access.what_did(uuid,timestamp with time zone,timestamp with time zone,bigint,integer) owner to kith_gate;
alter routine access.who_looked(uuid,uuid,timestamp with time zone,timestamp with time zone,bigint,integer) owner to kith_gate;
alter routine access.who_works_with(uuid) owner to kith_gate;
alter routine access.withdraw_request(uuid) owner to kith_gate;
alter routine access.witness_recovery(uuid,boolean) owner to kith_gate;
alter routine access.witnesses() owner to kith_gate;
alter routine access.worker_alone() owner to kith_gate;
alter routine access.writer_of(bytea) owner to kith_gate;
alter routine access.writes(uuid,text) owner to kith_gate;
alter routine allegation.allegation_nobody_yet(uuid) owner to kith_gate;
alter routine allegation.open_to_officers(uuid[],date) owner to kith_gate;
alter routine allegation.take_up(date) owner to kith_gate;
alter routine allegation.tell(jsonb,uuid[]) owner to kith_gate;
alter routine answers.form_nobody_yet(uuid) owner to kith_gate;
alter routine assessments.assessment_nobody_yet(uuid) owner to kith_gate;
alter routine audit.append(text,uuid[],text,boolean,text,text,uuid) owner to kith_gate;
alter routine audit.append_reads(jsonb) owner to kith_gate;
alter routine care.approved_for_good(uuid,integer) owner to kith_gate;
alter routine care.homes_in_question(uuid,date,integer) owner to kith_gate;
alter routine care.is_staff() owner to kith_gate;
alter routine care.is_whole(uuid) owner to kith_gate;
alter routine care.keep_whole() owner to kith_gate;
alter routine care.look_up_tonight(date) owner to kith_gate;
alter routine care.placed_with() owner to kith_gate;
alter routine care.places_kept() owner to kith_gate;
alter routine care.told_tonight(date,text[],text,text[],text[],integer,integer,text) owner to kith_gate;
alter routine care.with_nobody() owner to kith_gate;
alter routine chronology.counted(uuid[]) owner to kith_gate;
alter routine chronology.event_nobody_yet(uuid) owner to kith_gate;
alter routine chronology.story_nobody_yet(uuid) owner to kith_gate;
alter routine chronology.told_of(uuid,integer,boolean,date,text[],jsonb) owner to kith_gate;
alter routine contacts.contact_nobody_yet(uuid) owner to kith_gate;
alter routine contacts.decision_nobody_yet(uuid) owner to kith_gate;
alter routine contacts.name_person(uuid,uuid,text) owner to kith_gate;
alter routine contacts.pass_on(uuid,jsonb,jsonb,uuid[],uuid[]) owner to kith_gate;
alter routine contacts.referral_nobody_yet(uuid) owner to kith_gate;
alter routine contacts.tell_listed(uuid,integer[],integer[],date) owner to kith_gate;
alter routine contacts.tell_those_listed(uuid,uuid,date) owner to kith_gate;
alter routine exchange.before_taking_back(uuid) owner to kith_gate;
alter routine exchange.keep_in_journal() owner to kith_gate;
alter routine exchange.may_settle(uuid) owner to kith_gate;
alter routine exchange.perhaps_known(uuid) owner to kith_gate;
alter routine exchange.settle(uuid,text,jsonb) owner to kith_gate;
alter routine exchange.take_back(uuid,uuid,integer) owner to kith_gate;
alter routine exchange.take_child_back(uuid,uuid) owner to kith_gate;
alter routine exchange.written_since(uuid,uuid[]) owner to kith_gate;
alter routine handover.also_about_others(uuid[],uuid[],date) owner to kith_gate;
alter routine handover.handover_nobody_yet(uuid) owner to kith_gate;
alter routine handover.keep_owned() owner to kith_gate;
alter routine handover.settle() owner to kith_gate;
alter routine jobs.add(uuid,text,jsonb,timestamp with time zone) owner to kith_gate;
alter routine jobs.alerts() owner to kith_gate;
alter routine jobs.close_alert(uuid) owner to kith_gate;
alter routine jobs.shown(integer) owner to kith_gate;
alter routine jobs.try_again(uuid) owner to kith_gate;
alter routine jobs.wipe_answered(integer) owner to kith_gate;
alter routine jobs.wipe_drafts(integer) owner to kith_gate;
alter routine jobs.wipe_sessions(integer) owner to kith_gate;
alter routine jobs.witness(text,text) owner to kith_gate;
alter routine legal.advice_nobody_yet(uuid) owner to kith_gate;
alter routine legal.find_text(text,uuid[],integer,jsonb) owner to kith_gate;
alter routine legal.going_on(uuid[],text[]) owner to kith_gate;
alter routine legal.matter_nobody_yet(uuid) owner to kith_gate;
alter routine meetings.find_text(text,uuid[],integer) owner to kith_gate;
alter routine meetings.meeting_nobody_yet(uuid) owner to kith_gate;
alter routine notes.find_text(text,uuid[],integer) owner to kith_gate;
alter routine notes.note_nobody_yet(uuid) owner to kith_gate;
alter routine outputs.keep_sealed(uuid,text,text) owner to kith_gate;
alter routine outputs.may_judge(uuid) owner to kith_gate;
alter routine outputs.newest_keys() owner to kith_gate;
alter routine outputs.output_nobody_yet(uuid) owner to kith_gate;
alter routine outputs.tells_of_others(uuid,integer) owner to kith_gate;
alter routine outputs.tells_of_unseen(text,uuid,integer) owner to kith_gate;
alter routine outputs.to_seal(text,uuid,integer) owner to kith_gate;
alter routine people.address_kept() owner to kith_gate;
alter routine people.address_marked() owner to kith_gate;
alter routine people.alike(uuid,integer[],integer[],integer[]) owner to kith_gate;
alter routine people.any_kept_from_me() owner to kith_gate;
alter routine people.becoming_changed() owner to kith_gate;
alter routine people.born_beside(uuid,uuid) owner to kith_gate;
alter routine people.card_changed() owner to kith_gate;
alter routine people.compare(uuid,uuid) owner to kith_gate;
alter routine people.comparing_waits() owner to kith_gate;
alter routine people.derive_card(uuid) owner to kith_gate;
alter routine people.described_of(uuid) owner to kith_gate;
alter routine people.duplicates(uuid,integer) owner to kith_gate;
alter routine people.end_kept(uuid,text,date,timestamp with time zone) owner to kith_gate;
alter routine people.entry_filed() owner to kith_gate;
alter routine people.fact_kept() owner to kith_gate;
alter routine people.file(jsonb) owner to kith_gate;
alter routine people.file_everybody() owner to kith_gate;
alter routine people.filing_waits() owner to kith_gate;
alter routine people.find(integer[],integer[],integer[],text,text,integer[],integer[],integer[]) owner to kith_gate;
alter routine people.find_best(integer[],integer[],integer[],text,text,integer[],integer[],integer[],integer[]) owner to kith_gate;
alter routine people.fold_back(uuid,uuid,text) owner to kith_gate;
alter routine people.give_to_part(uuid,uuid[]) owner to kith_gate;
alter routine people.hidden_from(uuid,uuid,uuid[]) owner to kith_gate;
alter routine people.hiding_changed() owner to kith_gate;
alter routine people.holds(people.hiding) owner to kith_gate;
alter routine people.keep_alike(uuid,jsonb) owner to kith_gate;
alter routine people.keep_rows(uuid) owner to kith_gate;
alter routine people.keeps_from_me(people.hiding) owner to kith_gate;
alter routine people.kept_now(uuid) owner to kith_gate;
alter routine people.look_up_family(uuid) owner to kith_gate;
alter routine people.may_hear_of(uuid) owner to kith_gate;
alter routine people.number_changed() owner to kith_gate;
alter routine people.part_gone() owner to kith_gate;
alter routine people.part_kept() owner to kith_gate;
alter routine people.person_changed() owner to kith_gate;
alter routine people.say_two_people(uuid,uuid,text) owner to kith_gate;
alter routine people.search_changed() owner to kith_gate;
alter routine people.shows(uuid) owner to kith_gate;
alter routine people.shows_carer(uuid) owner to kith_gate;
alter routine people.to_compare(integer) owner to kith_gate;
alter routine people.to_file(integer) owner to kith_gate;
alter routine people.written_since(uuid) owner to kith_gate;
alter routine plans.drifting_in(uuid[],integer) owner to kith_gate;
alter routine plans.look_for_drift(text[],text[]) owner to kith_gate;
alter routine plans.plan_nobody_yet(uuid) owner to kith_gate;
alter routine plans.with_nobody() owner to kith_gate;
alter routine protection.enquiry_nobody_yet(uuid) owner to kith_gate;
alter routine returns.adopters_came(date) owner to kith_gate;
alter routine returns.adoption_ways() owner to kith_gate;
alter routine returns.annex_came(date) owner to kith_gate;
alter routine returns.ask(uuid,text,integer) owner to kith_gate;
alter routine returns.ask_as_at(uuid,text,integer,date) owner to kith_gate;
alter routine returns.asked(uuid) owner to kith_gate;
alter routine returns.begin(uuid,text,integer) owner to kith_gate;
alter routine returns.begin_as_at(uuid,text,integer,date) owner to kith_gate;
alter routine returns.came_for(integer) owner to kith_gate;
alter routine returns.came_of(text[]) owner to kith_gate;
alter routine returns.census_came(integer) owner to kith_gate;
alter routine returns.counted_in(text,integer) owner to kith_gate;
alter routine returns.explain(uuid,uuid,text,text,text) owner to kith_gate;
alter routine returns.explained_of(text) owner to kith_gate;
alter routine returns.fill(uuid,jsonb,jsonb) owner to kith_gate;
alter routine returns.finish(uuid,jsonb,text) owner to kith_gate;
alter routine returns.gone_kept_since() owner to kith_gate;
alter routine returns.held_to_seal(text,uuid,integer) owner to kith_gate;
alter routine returns.hold(uuid,integer,uuid,uuid,jsonb) owner to kith_gate;
alter routine returns.is_officer() owner to kith_gate;
alter routine returns.keep_adoption_ways(jsonb) owner to kith_gate;
alter routine returns.keep_census(uuid,uuid,integer,text,jsonb,text) owner to kith_gate;
alter routine returns.keep_counted(uuid,jsonb) owner to kith_gate;
alter routine returns.keep_held_sealed(uuid,text) owner to kith_gate;
alter routine returns.keep_prints(uuid,jsonb) owner to kith_gate;
alter routine returns.keep_sealed(text,text) owner to kith_gate;
alter routine returns.measure(uuid,jsonb) owner to kith_gate;
alter routine returns.numbers(jsonb) owner to kith_gate;
alter routine returns.people_of_import(uuid) owner to kith_gate;
alter routine returns.person_of(jsonb) owner to kith_gate;
alter routine returns.rows_of(uuid) owner to kith_gate;
alter routine returns.send(uuid,text) owner to kith_gate;
alter routine returns.sent_rows(text,integer) owner to kith_gate;
alter routine returns.settle_held(uuid,boolean,text) owner to kith_gate;
alter routine returns.stand(uuid,date) owner to kith_gate;
alter routine returns.step(uuid,text) owner to kith_gate;
alter routine returns.take(uuid,integer,uuid,uuid,jsonb) owner to kith_gate;
alter routine returns.take_list(text,jsonb,text) owner to kith_gate;
alter routine returns.telling(text,integer) owner to kith_gate;
alter routine returns.to_seal(text,text,integer) owner to kith_gate;
alter routine returns.uncounted() owner to kith_gate;
alter routine returns.wanted(uuid) owner to kith_gate;
alter routine returns.years_told() owner to kith_gate;
alter routine reviewing.dispute_nobody_yet(uuid) owner to kith_gate;
alter routine reviewing.look_up_desk(text[],date) owner to kith_gate;
alter routine supervision.entry_nobody_yet(uuid) owner to kith_gate;
alter routine transfers.account(uuid) owner to kith_gate;
alter routine transfers.came_before(uuid) owner to kith_gate;
alter routine transfers.come_nobody_yet(uuid) owner to kith_gate;
alter routine transfers.decides() owner to kith_gate;
alter routine transfers.find_text(text,uuid[],integer) owner to kith_gate;
alter routine transfers.given_nobody_yet(uuid) owner to kith_gate;
alter routine transfers.keep_receipt(uuid,text) owner to kith_gate;
alter routine transfers.waits_for(uuid) owner to kith_gate;
alter routine work.board_of_teams(uuid[],date,date,timestamp with time zone,text[],text,uuid,text[],integer) owner to kith_gate;
alter routine work.board_told(uuid[],date,integer) owner to kith_gate;
alter routine work.item_carried() owner to kith_gate;
alter routine work.item_nobody_yet(uuid) owner to kith_gate;
alter routine work.item_person_carries() owner to kith_gate;
alter routine work.item_person_left() owner to kith_gate;
alter routine work.left_behind() owner to kith_gate;
alter routine work.look_up_open(uuid,uuid[]) owner to kith_gate;
alter routine work.open_of_teams(uuid[],date,integer) owner to kith_gate;
alter routine work.past_clocks(text,date,integer) owner to kith_gate;
alter routine work.people_of_workers(uuid[]) owner to kith_gate;
alter routine work.to_keep_in_step(date,integer) owner to kith_gate;

-- Triggers --------------------------------------------------------------------------------------------

CREATE CONSTRAINT TRIGGER handed_over AFTER UPDATE OF state, team_id, worker_id ON work.item DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = 'handover'::text)) EXECUTE FUNCTION handover.keep_owned();
CREATE CONSTRAINT TRIGGER left_behind AFTER UPDATE OF state, team_id, worker_id ON work.item DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state = ANY (ARRAY['open'::text, 'waiting'::text, 'returned'::text])) AND ((new.state = ANY (ARRAY['done'::text, 'cancelled'::text])) OR (new.team_id IS DISTINCT FROM old.team_id) OR (new.worker_id IS DISTINCT FROM old.worker_id)))) EXECUTE FUNCTION work.left_behind();
CREATE CONSTRAINT TRIGGER owned AFTER INSERT OR UPDATE ON handover.handover DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION handover.keep_owned();
CREATE CONSTRAINT TRIGGER settled AFTER UPDATE OF state ON handover.handover DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state = 'open'::text) AND (new.state <> 'open'::text))) EXECUTE FUNCTION handover.settle();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT OR UPDATE ON care.period DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION care.keep_whole();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT OR UPDATE ON care.placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION care.keep_whole();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT OR UPDATE ON people.legal_status DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = 'lookedAfter'::text)) EXECUTE FUNCTION care.keep_whole();
CREATE TRIGGER card AFTER INSERT OR UPDATE OF kind ON people.person FOR EACH ROW EXECUTE FUNCTION people.person_changed();
CREATE TRIGGER card AFTER INSERT OR UPDATE ON people.becoming FOR EACH ROW EXECUTE FUNCTION people.becoming_changed();
CREATE TRIGGER card AFTER INSERT OR UPDATE ON people.fact FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['bornOn'::text, 'dueOn'::text, 'diedOn'::text, 'sex'::text]))) EXECUTE FUNCTION people.card_changed();
CREATE TRIGGER card AFTER INSERT OR UPDATE ON people.identifier FOR EACH ROW WHEN ((new.kind = 'localChildId'::text)) EXECUTE FUNCTION people.number_changed();
CREATE TRIGGER card AFTER INSERT OR UPDATE ON people.name FOR EACH ROW EXECUTE FUNCTION people.card_changed();
CREATE TRIGGER carried AFTER UPDATE OF state, team_id, worker_id, domain ON work.item FOR EACH ROW WHEN (((((old.state IS DISTINCT FROM new.state) OR (old.team_id IS DISTINCT FROM new.team_id)) OR (old.worker_id IS DISTINCT FROM new.worker_id)) OR (old.domain IS DISTINCT FROM new.domain))) EXECUTE FUNCTION work.item_carried();
CREATE TRIGGER carries BEFORE INSERT OR UPDATE ON work.item_person FOR EACH ROW EXECUTE FUNCTION work.item_person_carries();
CREATE TRIGGER closed_role_ends AFTER DELETE OR UPDATE OF valid_to ON access.membership FOR EACH ROW WHEN ((old.role = ANY (ARRAY['designatedOfficer'::text, 'legal'::text]))) EXECUTE FUNCTION access.closed_role_ends();
CREATE TRIGGER compare AFTER INSERT OR UPDATE ON people.search_entry FOR EACH ROW EXECUTE FUNCTION people.entry_filed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.adoption_listed FOR EACH ROW EXECUTE FUNCTION access.adoption_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.break_glass FOR EACH ROW EXECUTE FUNCTION access.person_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.exclusion FOR EACH ROW EXECUTE FUNCTION access.person_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.involvement FOR EACH ROW EXECUTE FUNCTION access.person_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.listed FOR EACH ROW EXECUTE FUNCTION access.person_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.membership FOR EACH ROW EXECUTE FUNCTION access.membership_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.person_grant FOR EACH ROW EXECUTE FUNCTION access.person_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.person_part FOR EACH ROW EXECUTE FUNCTION access.part_changed();
CREATE TRIGGER derive AFTER INSERT OR DELETE OR UPDATE ON access.share FOR EACH ROW EXECUTE FUNCTION access.person_changed();
CREATE TRIGGER derive AFTER INSERT OR UPDATE ON access.actor FOR EACH ROW EXECUTE FUNCTION access.actor_changed();
CREATE TRIGGER derive AFTER UPDATE OF marking ON access.subject FOR EACH ROW EXECUTE FUNCTION access.subject_changed();
CREATE TRIGGER derive AFTER UPDATE OF parent_id, kind ON access.team FOR EACH STATEMENT EXECUTE FUNCTION access.team_changed();
CREATE TRIGGER derive_new AFTER INSERT ON access.subject FOR EACH ROW WHEN ((new.marking <> 'open'::text)) EXECUTE FUNCTION access.subject_changed();
CREATE TRIGGER derive_new AFTER INSERT ON access.team FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION access.team_added();
CREATE TRIGGER forget AFTER INSERT OR DELETE OR UPDATE ON access.bar FOR EACH STATEMENT EXECUTE FUNCTION access.forget();
CREATE TRIGGER forget AFTER INSERT OR DELETE OR UPDATE ON access.person_scope FOR EACH STATEMENT EXECUTE FUNCTION access.forget();
CREATE TRIGGER gone AFTER DELETE OR UPDATE OF item_id, domain ON work.item_person FOR EACH ROW EXECUTE FUNCTION work.item_person_left();
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON access.involvement FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON access.subject FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON assessments.assessment FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON assessments.assessment_person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('assessment_id', 'person_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON assessments.factor FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('assessment_id', 'person_id', 'factor');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON care.fact FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON care.period FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON care.placement FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON chronology.event FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON chronology.event_person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('event_id', 'person_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON contacts.referral FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON contacts.referral_person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('referral_id', 'person_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON exchange.kept_aside FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON exchange.origin FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('person_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON notes.note FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON notes.note_person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('note_id', 'person_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON ops.answered FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('actor_id', 'command_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.address FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.fact FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.identifier FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.legal_status FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.name FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.relationship FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON people.warning FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON returns.came FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON returns.held FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON transfers.come FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON transfers.come_person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('come_id', 'person_id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON transfers.line FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON transfers.piece FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON work.allocation FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON work.clock FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON work.item FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON work.item_person FOR EACH ROW WHEN ((current_setting('kith.import'::text, true) <> ''::text)) EXECUTE FUNCTION exchange.keep_in_journal('item_id', 'person_id');
CREATE TRIGGER keep AFTER INSERT ON people.address FOR EACH ROW EXECUTE FUNCTION people.address_kept();
CREATE TRIGGER keep AFTER INSERT ON people.fact FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['school'::text, 'gp'::text, 'phone'::text, 'email'::text]))) EXECUTE FUNCTION people.fact_kept();
CREATE TRIGGER keep AFTER INSERT OR UPDATE ON access.person_part FOR EACH ROW EXECUTE FUNCTION people.part_kept();
CREATE TRIGGER keep AFTER INSERT OR UPDATE ON people.hiding FOR EACH ROW EXECUTE FUNCTION people.hiding_changed();
CREATE TRIGGER keep_gone AFTER DELETE ON access.person_part FOR EACH ROW EXECUTE FUNCTION people.part_gone();
CREATE TRIGGER kept BEFORE UPDATE OF kind ON access.team FOR EACH ROW WHEN (((old.kind = 'agency'::text) <> (new.kind = 'agency'::text))) EXECUTE FUNCTION access.team_kept();
CREATE TRIGGER legal_follows_worker AFTER UPDATE OF to_on, superseded_at ON access.involvement FOR EACH ROW WHEN (((new.domain = 'children'::text) AND (new.role = 'allocated'::text) AND (new.worker_id IS NOT NULL) AND ((new.to_on IS NOT NULL) OR (new.superseded_at IS NOT NULL)))) EXECUTE FUNCTION access.legal_follows_worker();
CREATE TRIGGER line AFTER INSERT OR UPDATE OF worker_id, team_id ON access.involvement FOR EACH ROW WHEN ((new.team_id IS NULL)) EXECUTE FUNCTION access.worker_alone();
CREATE TRIGGER marked BEFORE INSERT ON people.address FOR EACH ROW WHEN (new.hidden) EXECUTE FUNCTION people.address_marked();
CREATE TRIGGER merging BEFORE INSERT OR UPDATE ON access.person_part FOR EACH ROW EXECUTE FUNCTION access.part_merging();
CREATE TRIGGER never BEFORE DELETE OR UPDATE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.never();
CREATE TRIGGER never BEFORE DELETE OR UPDATE ON audit.seal FOR EACH ROW EXECUTE FUNCTION audit.never();
CREATE TRIGGER never_all BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.never();
CREATE TRIGGER never_all BEFORE TRUNCATE ON audit.seal FOR EACH STATEMENT EXECUTE FUNCTION audit.never();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF advice_id ON legal.advice_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION legal.advice_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF allegation_id ON allegation.about FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION allegation.allegation_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF assessment_id ON assessments.assessment_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION assessments.assessment_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF come_id ON transfers.come_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION transfers.come_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF contact_id ON contacts.contact_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION contacts.contact_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF decision_id ON contacts.decision_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION contacts.decision_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF dispute_id ON reviewing.dispute_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION reviewing.dispute_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF enquiry_id ON protection.enquiry_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION protection.enquiry_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF entry_id ON supervision.entry_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION supervision.entry_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF event_id ON chronology.event_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION chronology.event_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF form_id ON answers.form_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION answers.form_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF given_id ON transfers.given_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION transfers.given_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF handover_id ON handover.handover_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION handover.handover_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF item_id ON work.item_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION work.item_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF matter_id ON legal.matter_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION legal.matter_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF meeting_id ON meetings.meeting_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION meetings.meeting_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF note_id ON notes.note_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION notes.note_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF output_id ON outputs.output_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION outputs.output_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF plan_id ON plans.plan_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION plans.plan_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF referral_id ON contacts.referral_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION contacts.referral_onto();
CREATE TRIGGER onto BEFORE INSERT OR UPDATE OF story_id ON chronology.story_person FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION chronology.story_onto();
CREATE TRIGGER search AFTER INSERT OR UPDATE ON people.address FOR EACH ROW EXECUTE FUNCTION people.search_changed();
CREATE TRIGGER search AFTER INSERT OR UPDATE ON people.fact FOR EACH ROW WHEN ((new.kind = 'bornOn'::text)) EXECUTE FUNCTION people.search_changed();
CREATE TRIGGER search AFTER INSERT OR UPDATE ON people.identifier FOR EACH ROW EXECUTE FUNCTION people.search_changed();
CREATE TRIGGER search AFTER INSERT OR UPDATE ON people.name FOR EACH ROW EXECUTE FUNCTION people.search_changed();
CREATE TRIGGER shown BEFORE INSERT OR UPDATE OF shown ON work.item FOR EACH ROW WHEN ((CURRENT_USER <> 'kith_gate'::name)) EXECUTE FUNCTION work.item_shown();

-- Row-level security ----------------------------------------------------------------------------------

alter table access.adoption enable row level security, force row level security;
alter table access.adoption_listed enable row level security, force row level security;
alter table access.bar enable row level security, force row level security;
alter table access.break_glass enable row level security, force row level security;
alter table access.counting_key enable row level security, force row level security;
alter table access.exclusion enable row level security, force row level security;
alter table access.involvement enable row level security, force row level security;
alter table access.left_behind enable row level security, force row level security;
alter table access.listed enable row level security, force row level security;
alter table access.marking_change enable row level security, force row level security;
alter table access.person_grant enable row level security, force row level security;
alter table access.person_part enable row level security, force row level security;
alter table access.person_scope enable row level security, force row level security;
alter table access.share enable row level security, force row level security;
alter table access.sight_request enable row level security, force row level security;
alter table access.subject enable row level security, force row level security;
alter table access.told_count enable row level security, force row level security;
alter table access.unusual_viewing enable row level security, force row level security;
alter table allegation.about enable row level security, force row level security;
alter table allegation.allegation enable row level security, force row level security;
alter table allegation.step enable row level security, force row level security;
alter table answers.form enable row level security, force row level security;
alter table answers.form_person enable row level security, force row level security;
alter table answers.section enable row level security, force row level security;
alter table answers.section_kept enable row level security, force row level security;
alter table assessments.assessment enable row level security, force row level security;
alter table assessments.assessment_person enable row level security, force row level security;
alter table assessments.decision enable row level security, force row level security;
alter table assessments.factor enable row level security, force row level security;
alter table assessments.letter enable row level security, force row level security;
alter table audit.event enable row level security, force row level security;
alter table audit.seal enable row level security, force row level security;
alter table care.fact enable row level security, force row level security;
alter table care.household enable row level security, force row level security;
alter table care.household_member enable row level security, force row level security;
alter table care.household_step enable row level security, force row level security;
alter table care.period enable row level security, force row level security;
alter table care.placement enable row level security, force row level security;
alter table chronology.event enable row level security, force row level security;
alter table chronology.event_person enable row level security, force row level security;
alter table chronology.significance enable row level security, force row level security;
alter table chronology.story enable row level security, force row level security;
alter table chronology.story_person enable row level security, force row level security;
alter table contacts.contact enable row level security, force row level security;
alter table contacts.contact_person enable row level security, force row level security;
alter table contacts.decision enable row level security, force row level security;
alter table contacts.decision_person enable row level security, force row level security;
alter table contacts.draft enable row level security, force row level security;
alter table contacts.recommendation enable row level security, force row level security;
alter table contacts.referral enable row level security, force row level security;
alter table contacts.referral_person enable row level security, force row level security;
alter table exchange.journal enable row level security, force row level security;
alter table exchange.kept_aside enable row level security, force row level security;
alter table exchange.origin enable row level security, force row level security;
alter table exchange.unclaimed enable row level security, force row level security;
alter table handover.handover enable row level security, force row level security;
alter table handover.handover_person enable row level security, force row level security;
alter table legal.advice enable row level security, force row level security;
alter table legal.advice_person enable row level security, force row level security;
alter table legal.direction enable row level security, force row level security;
alter table legal.fact enable row level security, force row level security;
alter table legal.matter enable row level security, force row level security;
alter table legal.matter_person enable row level security, force row level security;
alter table meetings.change enable row level security, force row level security;
alter table meetings.decision enable row level security, force row level security;
alter table meetings.invited enable row level security, force row level security;
alter table meetings.meeting enable row level security, force row level security;
alter table meetings.meeting_person enable row level security, force row level security;
alter table meetings.passage enable row level security, force row level security;
alter table notes.note enable row level security, force row level security;
alter table notes.note_person enable row level security, force row level security;
alter table notes.passage enable row level security, force row level security;
alter table ops.answered enable row level security, force row level security;
alter table outputs.output enable row level security, force row level security;
alter table outputs.output_person enable row level security, force row level security;
alter table outputs.words enable row level security, force row level security;
alter table people.address enable row level security, force row level security;
alter table people.becoming enable row level security, force row level security;
alter table people.card enable row level security, force row level security;
alter table people.compare_due enable row level security, force row level security;
alter table people.fact enable row level security, force row level security;
alter table people.hiding enable row level security, force row level security;
alter table people.identifier enable row level security, force row level security;
alter table people.kept_row enable row level security, force row level security;
alter table people.legal_status enable row level security, force row level security;
alter table people.name enable row level security, force row level security;
alter table people.person enable row level security, force row level security;
alter table people.possible_duplicate enable row level security, force row level security;
alter table people.relationship enable row level security, force row level security;
alter table people.search_due enable row level security, force row level security;
alter table people.search_entry enable row level security, force row level security;
alter table people.search_line enable row level security, force row level security;
alter table people.voice enable row level security, force row level security;
alter table people.warning enable row level security, force row level security;
alter table plans.action enable row level security, force row level security;
alter table plans.member enable row level security, force row level security;
alter table plans.need enable row level security, force row level security;
alter table plans.plan enable row level security, force row level security;
alter table plans.plan_person enable row level security, force row level security;
alter table plans.progress enable row level security, force row level security;
alter table plans.version enable row level security, force row level security;
alter table protection.enquiry enable row level security, force row level security;
alter table protection.enquiry_decision enable row level security, force row level security;
alter table protection.enquiry_person enable row level security, force row level security;
alter table returns.adoption_way enable row level security, force row level security;
alter table returns.came enable row level security, force row level security;
alter table returns.child enable row level security, force row level security;
alter table returns.explained enable row level security, force row level security;
alter table returns.finding enable row level security, force row level security;
alter table returns.held enable row level security, force row level security;
alter table returns.made enable row level security, force row level security;
alter table returns.number enable row level security, force row level security;
alter table reviewing.dispute enable row level security, force row level security;
alter table reviewing.dispute_person enable row level security, force row level security;
alter table reviewing.dispute_step enable row level security, force row level security;
alter table supervision.entry enable row level security, force row level security;
alter table supervision.entry_person enable row level security, force row level security;
alter table supervision.entry_with enable row level security, force row level security;
alter table supervision.named enable row level security, force row level security;
alter table supervision.own_part enable row level security, force row level security;
alter table supervision.session enable row level security, force row level security;
alter table transfers.care enable row level security, force row level security;
alter table transfers.come enable row level security, force row level security;
alter table transfers.come_person enable row level security, force row level security;
alter table transfers.given enable row level security, force row level security;
alter table transfers.given_person enable row level security, force row level security;
alter table transfers.line enable row level security, force row level security;
alter table transfers.piece enable row level security, force row level security;
alter table transfers.staged enable row level security, force row level security;
alter table work.allocation enable row level security, force row level security;
alter table work.clock enable row level security, force row level security;
alter table work.item enable row level security, force row level security;
alter table work.item_person enable row level security, force row level security;
alter table work.pause enable row level security, force row level security;
alter table work.question enable row level security, force row level security;

-- Policies --------------------------------------------------------------------------------------------

create policy add on access.involvement as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on access.subject as permissive for insert to kith_app
  with check (((marking = 'open'::text) AND (created_by = access.actor())));

create policy add on allegation.about as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on allegation.allegation as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on allegation.step as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (allegation.allegation_nobody_yet(allegation_id) OR (EXISTS ( SELECT 1
   FROM allegation.allegation up
  WHERE ((up.id = step.allegation_id) AND (EXISTS ( SELECT 1
           FROM allegation.about l
          WHERE ((l.allegation_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on answers.form as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on answers.form_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on answers.section as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (answers.form_nobody_yet(form_id) OR (EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = section.form_id) AND (l.domain = section.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section.about) p(p)
  WHERE (NOT access.writes(p.p, section.domain)))))));

create policy add on answers.section_kept as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (answers.form_nobody_yet(form_id) OR (EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = section_kept.form_id) AND (l.domain = section_kept.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section_kept.about) p(p)
  WHERE (NOT access.writes(p.p, section_kept.domain)))))));

create policy add on assessments.assessment as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on assessments.assessment_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on assessments.decision as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (assessments.assessment_nobody_yet(assessment_id) OR (EXISTS ( SELECT 1
   FROM assessments.assessment up
  WHERE ((up.id = decision.assessment_id) AND (EXISTS ( SELECT 1
           FROM assessments.assessment_person l
          WHERE ((l.assessment_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on assessments.factor as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on assessments.letter as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (assessments.assessment_nobody_yet(assessment_id) OR (EXISTS ( SELECT 1
   FROM assessments.assessment_person l
  WHERE ((l.assessment_id = letter.assessment_id) AND (l.domain = letter.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(letter.about) p(p)
  WHERE (NOT access.writes(p.p, letter.domain)))))));

create policy add on care.fact as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on care.household as permissive for insert to kith_app
  with check (( SELECT care.is_staff() AS is_staff));

create policy add on care.household_member as permissive for insert to kith_app
  with check (( SELECT care.is_staff() AS is_staff));

create policy add on care.household_step as permissive for insert to kith_app
  with check (( SELECT care.is_staff() AS is_staff));

create policy add on care.period as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on care.placement as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on chronology.event as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on chronology.event_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on chronology.significance as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (chronology.event_nobody_yet(event_id) OR (EXISTS ( SELECT 1
   FROM chronology.event up
  WHERE ((up.id = significance.event_id) AND (EXISTS ( SELECT 1
           FROM chronology.event_person l
          WHERE ((l.event_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on chronology.story as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on chronology.story_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on contacts.contact as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on contacts.contact_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on contacts.decision as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on contacts.decision_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on contacts.recommendation as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (contacts.contact_nobody_yet(contact_id) OR (EXISTS ( SELECT 1
   FROM contacts.contact up
  WHERE ((up.id = recommendation.contact_id) AND (EXISTS ( SELECT 1
           FROM contacts.contact_person l
          WHERE ((l.contact_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on contacts.referral as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on contacts.referral_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on exchange.kept_aside as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on exchange.origin as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on handover.handover as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on handover.handover_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on legal.advice as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on legal.advice_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on legal.direction as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (legal.matter_nobody_yet(matter_id) OR (EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = direction.matter_id) AND (l.domain = direction.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(direction.about) p(p)
  WHERE (NOT access.writes(p.p, direction.domain)))))));

create policy add on legal.fact as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (legal.matter_nobody_yet(matter_id) OR (EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = fact.matter_id) AND (l.domain = fact.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(fact.about) p(p)
  WHERE (NOT access.writes(p.p, fact.domain)))))));

create policy add on legal.matter as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on legal.matter_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on meetings.change as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE ((up.id = change.meeting_id) AND (EXISTS ( SELECT 1
           FROM meetings.meeting_person l
          WHERE ((l.meeting_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on meetings.decision as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on meetings.invited as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE ((up.id = invited.meeting_id) AND (EXISTS ( SELECT 1
           FROM meetings.meeting_person l
          WHERE ((l.meeting_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on meetings.meeting as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on meetings.meeting_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on meetings.passage as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting_person l
  WHERE ((l.meeting_id = passage.meeting_id) AND (l.domain = passage.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT access.writes(p.p, passage.domain)))))));

create policy add on notes.note as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on notes.note_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on notes.passage as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (notes.note_nobody_yet(note_id) OR (EXISTS ( SELECT 1
   FROM notes.note_person l
  WHERE ((l.note_id = passage.note_id) AND (l.domain = passage.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT access.writes(p.p, passage.domain)))))));

create policy add on outputs.output as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on outputs.output_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on outputs.words as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (outputs.output_nobody_yet(output_id) OR (EXISTS ( SELECT 1
   FROM outputs.output_person l
  WHERE ((l.output_id = words.output_id) AND (l.domain = words.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(words.about) p(p)
  WHERE (NOT access.writes(p.p, words.domain)))))));

create policy add on people.address as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.becoming as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.card as permissive for insert to kith_app
  with check (access.writes(person_id, 'shared'::text));

create policy add on people.fact as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.hiding as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.identifier as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.legal_status as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.name as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.person as permissive for insert to kith_app
  with check (access.writes(id, domain));

create policy add on people.relationship as permissive for insert to kith_app
  with check (((access.writes(person_id, domain) OR access.writes(other_id, domain)) AND COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, access.finds(person_id)) AND COALESCE(((( SELECT access.found() AS found) -> (other_id)::text))::boolean, access.finds(other_id))));

create policy add on people.voice as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on people.warning as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on plans.action as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = action.plan_id) AND (l.domain = action.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(action.about) p(p)
  WHERE (NOT access.writes(p.p, action.domain)))))));

create policy add on plans.member as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = member.plan_id) AND (EXISTS ( SELECT 1
           FROM plans.plan_person l
          WHERE ((l.plan_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on plans.need as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = need.plan_id) AND (l.domain = need.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(need.about) p(p)
  WHERE (NOT access.writes(p.p, need.domain)))))));

create policy add on plans.plan as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on plans.plan_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on plans.progress as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = progress.plan_id) AND (l.domain = progress.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(progress.about) p(p)
  WHERE (NOT access.writes(p.p, progress.domain)))))));

create policy add on plans.version as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = version.plan_id) AND (EXISTS ( SELECT 1
           FROM plans.plan_person l
          WHERE ((l.plan_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on protection.enquiry as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on protection.enquiry_decision as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (protection.enquiry_nobody_yet(enquiry_id) OR (EXISTS ( SELECT 1
   FROM protection.enquiry up
  WHERE ((up.id = enquiry_decision.enquiry_id) AND (EXISTS ( SELECT 1
           FROM protection.enquiry_person l
          WHERE ((l.enquiry_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on protection.enquiry_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on reviewing.dispute as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on reviewing.dispute_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on reviewing.dispute_step as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (reviewing.dispute_nobody_yet(dispute_id) OR (EXISTS ( SELECT 1
   FROM reviewing.dispute up
  WHERE ((up.id = dispute_step.dispute_id) AND (EXISTS ( SELECT 1
           FROM reviewing.dispute_person l
          WHERE ((l.dispute_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on supervision.entry as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on supervision.entry_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on supervision.entry_with as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (supervision.entry_nobody_yet(entry_id) OR (EXISTS ( SELECT 1
   FROM supervision.entry up
  WHERE ((up.id = entry_with.entry_id) AND (EXISTS ( SELECT 1
           FROM supervision.entry_person l
          WHERE ((l.entry_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on transfers.care as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on transfers.come as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on transfers.come_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on transfers.given as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on transfers.given_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on transfers.line as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (transfers.come_nobody_yet(come_id) OR (EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = line.come_id) AND (l.domain = line.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(line.about) p(p)
  WHERE (NOT access.writes(p.p, line.domain)))))));

create policy add on transfers.piece as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (transfers.come_nobody_yet(come_id) OR (EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = piece.come_id) AND (l.domain = piece.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(piece.about) p(p)
  WHERE (NOT access.writes(p.p, piece.domain)))))));

create policy add on work.allocation as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (work.item_nobody_yet(item_id) OR (EXISTS ( SELECT 1
   FROM work.item up
  WHERE ((up.id = allocation.item_id) AND (EXISTS ( SELECT 1
           FROM work.item_person l
          WHERE ((l.item_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on work.clock as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (work.item_nobody_yet(item_id) OR (EXISTS ( SELECT 1
   FROM work.item up
  WHERE ((up.id = clock.item_id) AND (EXISTS ( SELECT 1
           FROM work.item_person l
          WHERE ((l.item_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy add on work.item as permissive for insert to kith_app
  with check ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy add on work.item_person as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on work.pause as permissive for insert to kith_app
  with check (access.writes(person_id, domain));

create policy add on work.question as permissive for insert to kith_app
  with check (((( SELECT access.actor() AS actor) IS NOT NULL) AND (work.item_nobody_yet(item_id) OR (EXISTS ( SELECT 1
   FROM work.item up
  WHERE ((up.id = question.item_id) AND (EXISTS ( SELECT 1
           FROM work.item_person l
          WHERE ((l.item_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0)))));

create policy backup on access.adoption as permissive for select to kith_backup
  using (true);

create policy backup on access.adoption_listed as permissive for select to kith_backup
  using (true);

create policy backup on access.bar as permissive for select to kith_backup
  using (true);

create policy backup on access.break_glass as permissive for select to kith_backup
  using (true);

create policy backup on access.counting_key as permissive for select to kith_backup
  using (true);

create policy backup on access.exclusion as permissive for select to kith_backup
  using (true);

create policy backup on access.involvement as permissive for select to kith_backup
  using (true);

create policy backup on access.left_behind as permissive for select to kith_backup
  using (true);

create policy backup on access.listed as permissive for select to kith_backup
  using (true);

create policy backup on access.marking_change as permissive for select to kith_backup
  using (true);

create policy backup on access.person_grant as permissive for select to kith_backup
  using (true);

create policy backup on access.person_part as permissive for select to kith_backup
  using (true);

create policy backup on access.person_scope as permissive for select to kith_backup
  using (true);

create policy backup on access.share as permissive for select to kith_backup
  using (true);

create policy backup on access.sight_request as permissive for select to kith_backup
  using (true);

create policy backup on access.subject as permissive for select to kith_backup
  using (true);

create policy backup on access.told_count as permissive for select to kith_backup
  using (true);

create policy backup on access.unusual_viewing as permissive for select to kith_backup
  using (true);

create policy backup on allegation.about as permissive for select to kith_backup
  using (true);

create policy backup on allegation.allegation as permissive for select to kith_backup
  using (true);

create policy backup on allegation.step as permissive for select to kith_backup
  using (true);

create policy backup on answers.form as permissive for select to kith_backup
  using (true);

create policy backup on answers.form_person as permissive for select to kith_backup
  using (true);

create policy backup on answers.section as permissive for select to kith_backup
  using (true);

create policy backup on answers.section_kept as permissive for select to kith_backup
  using (true);

create policy backup on assessments.assessment as permissive for select to kith_backup
  using (true);

create policy backup on assessments.assessment_person as permissive for select to kith_backup
  using (true);

create policy backup on assessments.decision as permissive for select to kith_backup
  using (true);

create policy backup on assessments.factor as permissive for select to kith_backup
  using (true);

create policy backup on assessments.letter as permissive for select to kith_backup
  using (true);

create policy backup on audit.event as permissive for select to kith_backup
  using (true);

create policy backup on audit.seal as permissive for select to kith_backup
  using (true);

create policy backup on care.fact as permissive for select to kith_backup
  using (true);

create policy backup on care.household as permissive for select to kith_backup
  using (true);

create policy backup on care.household_member as permissive for select to kith_backup
  using (true);

create policy backup on care.household_step as permissive for select to kith_backup
  using (true);

create policy backup on care.period as permissive for select to kith_backup
  using (true);

create policy backup on care.placement as permissive for select to kith_backup
  using (true);

create policy backup on chronology.event as permissive for select to kith_backup
  using (true);

create policy backup on chronology.event_person as permissive for select to kith_backup
  using (true);

create policy backup on chronology.significance as permissive for select to kith_backup
  using (true);

create policy backup on chronology.story as permissive for select to kith_backup
  using (true);

create policy backup on chronology.story_person as permissive for select to kith_backup
  using (true);

create policy backup on contacts.contact as permissive for select to kith_backup
  using (true);

create policy backup on contacts.contact_person as permissive for select to kith_backup
  using (true);

create policy backup on contacts.decision as permissive for select to kith_backup
  using (true);

create policy backup on contacts.decision_person as permissive for select to kith_backup
  using (true);

create policy backup on contacts.draft as permissive for select to kith_backup
  using (true);

create policy backup on contacts.recommendation as permissive for select to kith_backup
  using (true);

create policy backup on contacts.referral as permissive for select to kith_backup
  using (true);

create policy backup on contacts.referral_person as permissive for select to kith_backup
  using (true);

create policy backup on exchange.journal as permissive for select to kith_backup
  using (true);

create policy backup on exchange.kept_aside as permissive for select to kith_backup
  using (true);

create policy backup on exchange.origin as permissive for select to kith_backup
  using (true);

create policy backup on exchange.unclaimed as permissive for select to kith_backup
  using (true);

create policy backup on handover.handover as permissive for select to kith_backup
  using (true);

create policy backup on handover.handover_person as permissive for select to kith_backup
  using (true);

create policy backup on legal.advice as permissive for select to kith_backup
  using (true);

create policy backup on legal.advice_person as permissive for select to kith_backup
  using (true);

create policy backup on legal.direction as permissive for select to kith_backup
  using (true);

create policy backup on legal.fact as permissive for select to kith_backup
  using (true);

create policy backup on legal.matter as permissive for select to kith_backup
  using (true);

create policy backup on legal.matter_person as permissive for select to kith_backup
  using (true);

create policy backup on meetings.change as permissive for select to kith_backup
  using (true);

create policy backup on meetings.decision as permissive for select to kith_backup
  using (true);

create policy backup on meetings.invited as permissive for select to kith_backup
  using (true);

create policy backup on meetings.meeting as permissive for select to kith_backup
  using (true);

create policy backup on meetings.meeting_person as permissive for select to kith_backup
  using (true);

create policy backup on meetings.passage as permissive for select to kith_backup
  using (true);

create policy backup on notes.note as permissive for select to kith_backup
  using (true);

create policy backup on notes.note_person as permissive for select to kith_backup
  using (true);

create policy backup on notes.passage as permissive for select to kith_backup
  using (true);

create policy backup on ops.answered as permissive for select to kith_backup
  using (true);

create policy backup on outputs.output as permissive for select to kith_backup
  using (true);

create policy backup on outputs.output_person as permissive for select to kith_backup
  using (true);

create policy backup on outputs.words as permissive for select to kith_backup
  using (true);

create policy backup on people.address as permissive for select to kith_backup
  using (true);

create policy backup on people.becoming as permissive for select to kith_backup
  using (true);

create policy backup on people.card as permissive for select to kith_backup
  using (true);

create policy backup on people.compare_due as permissive for select to kith_backup
  using (true);

create policy backup on people.fact as permissive for select to kith_backup
  using (true);

create policy backup on people.hiding as permissive for select to kith_backup
  using (true);

create policy backup on people.identifier as permissive for select to kith_backup
  using (true);

create policy backup on people.kept_row as permissive for select to kith_backup
  using (true);

create policy backup on people.legal_status as permissive for select to kith_backup
  using (true);

create policy backup on people.name as permissive for select to kith_backup
  using (true);

create policy backup on people.person as permissive for select to kith_backup
  using (true);

create policy backup on people.possible_duplicate as permissive for select to kith_backup
  using (true);

create policy backup on people.relationship as permissive for select to kith_backup
  using (true);

create policy backup on people.search_due as permissive for select to kith_backup
  using (true);

create policy backup on people.search_entry as permissive for select to kith_backup
  using (true);

create policy backup on people.search_line as permissive for select to kith_backup
  using (true);

create policy backup on people.voice as permissive for select to kith_backup
  using (true);

create policy backup on people.warning as permissive for select to kith_backup
  using (true);

create policy backup on plans.action as permissive for select to kith_backup
  using (true);

create policy backup on plans.member as permissive for select to kith_backup
  using (true);

create policy backup on plans.need as permissive for select to kith_backup
  using (true);

create policy backup on plans.plan as permissive for select to kith_backup
  using (true);

create policy backup on plans.plan_person as permissive for select to kith_backup
  using (true);

create policy backup on plans.progress as permissive for select to kith_backup
  using (true);

create policy backup on plans.version as permissive for select to kith_backup
  using (true);

create policy backup on protection.enquiry as permissive for select to kith_backup
  using (true);

create policy backup on protection.enquiry_decision as permissive for select to kith_backup
  using (true);

create policy backup on protection.enquiry_person as permissive for select to kith_backup
  using (true);

create policy backup on returns.adoption_way as permissive for select to kith_backup
  using (true);

create policy backup on returns.came as permissive for select to kith_backup
  using (true);

create policy backup on returns.child as permissive for select to kith_backup
  using (true);

create policy backup on returns.explained as permissive for select to kith_backup
  using (true);

create policy backup on returns.finding as permissive for select to kith_backup
  using (true);

create policy backup on returns.held as permissive for select to kith_backup
  using (true);

create policy backup on returns.made as permissive for select to kith_backup
  using (true);

create policy backup on returns.number as permissive for select to kith_backup
  using (true);

create policy backup on reviewing.dispute as permissive for select to kith_backup
  using (true);

create policy backup on reviewing.dispute_person as permissive for select to kith_backup
  using (true);

create policy backup on reviewing.dispute_step as permissive for select to kith_backup
  using (true);

create policy backup on supervision.entry as permissive for select to kith_backup
  using (true);

create policy backup on supervision.entry_person as permissive for select to kith_backup
  using (true);

create policy backup on supervision.entry_with as permissive for select to kith_backup
  using (true);

create policy backup on supervision.named as permissive for select to kith_backup
  using (true);

create policy backup on supervision.own_part as permissive for select to kith_backup
  using (true);

create policy backup on supervision.session as permissive for select to kith_backup
  using (true);

create policy backup on transfers.care as permissive for select to kith_backup
  using (true);

create policy backup on transfers.come as permissive for select to kith_backup
  using (true);

create policy backup on transfers.come_person as permissive for select to kith_backup
  using (true);

create policy backup on transfers.given as permissive for select to kith_backup
  using (true);

create policy backup on transfers.given_person as permissive for select to kith_backup
  using (true);

create policy backup on transfers.line as permissive for select to kith_backup
  using (true);

create policy backup on transfers.piece as permissive for select to kith_backup
  using (true);

create policy backup on transfers.staged as permissive for select to kith_backup
  using (true);

create policy backup on work.allocation as permissive for select to kith_backup
  using (true);

create policy backup on work.clock as permissive for select to kith_backup
  using (true);

create policy backup on work.item as permissive for select to kith_backup
  using (true);

create policy backup on work.item_person as permissive for select to kith_backup
  using (true);

create policy backup on work.pause as permissive for select to kith_backup
  using (true);

create policy backup on work.question as permissive for select to kith_backup
  using (true);

create policy begun on supervision.session as permissive for insert to kith_app
  with check (((manager_id = access.actor()) AND (((NOT by_named) AND supervision.leads(worker_id)) OR (by_named AND supervision.is_named_for(worker_id)))));

create policy change on access.involvement as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on allegation.about as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on allegation.allegation as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM allegation.about l
  WHERE ((l.allegation_id = allegation.id) AND (l.domain = allegation.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on allegation.step as permissive for update to kith_app
  using ((allegation.allegation_nobody_yet(allegation_id) OR (EXISTS ( SELECT 1
   FROM allegation.allegation up
  WHERE ((up.id = step.allegation_id) AND (EXISTS ( SELECT 1
           FROM allegation.about l
          WHERE ((l.allegation_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on answers.form as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = form.id) AND (l.domain = form.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on answers.form_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on answers.section as permissive for update to kith_app
  using ((((EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = section.form_id) AND (l.domain = section.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)) OR answers.form_nobody_yet(form_id)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section.about) p(p)
  WHERE (NOT access.writes(p.p, section.domain)))))));

create policy change on answers.section_kept as permissive for update to kith_app
  using (((answers.form_nobody_yet(form_id) OR (EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = section_kept.form_id) AND (l.domain = section_kept.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section_kept.about) p(p)
  WHERE (NOT access.writes(p.p, section_kept.domain)))))))
  with check (((answers.form_nobody_yet(form_id) OR (EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = section_kept.form_id) AND (l.domain = section_kept.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section_kept.about) p(p)
  WHERE (NOT access.writes(p.p, section_kept.domain)))))));

create policy change on assessments.assessment as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM assessments.assessment_person l
  WHERE ((l.assessment_id = assessment.id) AND (l.domain = assessment.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on assessments.assessment_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on assessments.decision as permissive for update to kith_app
  using ((assessments.assessment_nobody_yet(assessment_id) OR (EXISTS ( SELECT 1
   FROM assessments.assessment up
  WHERE ((up.id = decision.assessment_id) AND (EXISTS ( SELECT 1
           FROM assessments.assessment_person l
          WHERE ((l.assessment_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on assessments.factor as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on assessments.letter as permissive for update to kith_app
  using (((assessments.assessment_nobody_yet(assessment_id) OR (EXISTS ( SELECT 1
   FROM assessments.assessment_person l
  WHERE ((l.assessment_id = letter.assessment_id) AND (l.domain = letter.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(letter.about) p(p)
  WHERE (NOT access.writes(p.p, letter.domain)))))))
  with check (((assessments.assessment_nobody_yet(assessment_id) OR (EXISTS ( SELECT 1
   FROM assessments.assessment_person l
  WHERE ((l.assessment_id = letter.assessment_id) AND (l.domain = letter.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(letter.about) p(p)
  WHERE (NOT access.writes(p.p, letter.domain)))))));

create policy change on care.fact as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on care.household as permissive for update to kith_app
  using (( SELECT care.is_staff() AS is_staff));

create policy change on care.household_member as permissive for update to kith_app
  using (( SELECT care.is_staff() AS is_staff));

create policy change on care.household_step as permissive for update to kith_app
  using (( SELECT care.is_staff() AS is_staff));

create policy change on care.period as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on care.placement as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on chronology.event as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM chronology.event_person l
  WHERE ((l.event_id = event.id) AND (l.domain = event.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on chronology.event_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on chronology.significance as permissive for update to kith_app
  using ((chronology.event_nobody_yet(event_id) OR (EXISTS ( SELECT 1
   FROM chronology.event up
  WHERE ((up.id = significance.event_id) AND (EXISTS ( SELECT 1
           FROM chronology.event_person l
          WHERE ((l.event_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on chronology.story as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM chronology.story_person l
  WHERE ((l.story_id = story.id) AND (l.domain = story.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on chronology.story_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on contacts.contact as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.contact_person l
  WHERE ((l.contact_id = contact.id) AND (l.domain = contact.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on contacts.contact_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on contacts.decision as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.decision_person l
  WHERE ((l.decision_id = decision.id) AND (l.domain = decision.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on contacts.decision_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on contacts.recommendation as permissive for update to kith_app
  using ((contacts.contact_nobody_yet(contact_id) OR (EXISTS ( SELECT 1
   FROM contacts.contact up
  WHERE ((up.id = recommendation.contact_id) AND (EXISTS ( SELECT 1
           FROM contacts.contact_person l
          WHERE ((l.contact_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on contacts.referral as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.referral_person l
  WHERE ((l.referral_id = referral.id) AND (l.domain = referral.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on contacts.referral_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on exchange.kept_aside as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on exchange.origin as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on handover.handover as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM handover.handover_person l
  WHERE ((l.handover_id = handover.id) AND (l.domain = handover.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on handover.handover_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on legal.advice as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM legal.advice_person l
  WHERE ((l.advice_id = advice.id) AND (l.domain = advice.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on legal.advice_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on legal.direction as permissive for update to kith_app
  using (((legal.matter_nobody_yet(matter_id) OR (EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = direction.matter_id) AND (l.domain = direction.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(direction.about) p(p)
  WHERE (NOT access.writes(p.p, direction.domain)))))))
  with check (((legal.matter_nobody_yet(matter_id) OR (EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = direction.matter_id) AND (l.domain = direction.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(direction.about) p(p)
  WHERE (NOT access.writes(p.p, direction.domain)))))));

create policy change on legal.fact as permissive for update to kith_app
  using (((legal.matter_nobody_yet(matter_id) OR (EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = fact.matter_id) AND (l.domain = fact.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(fact.about) p(p)
  WHERE (NOT access.writes(p.p, fact.domain)))))))
  with check (((legal.matter_nobody_yet(matter_id) OR (EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = fact.matter_id) AND (l.domain = fact.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(fact.about) p(p)
  WHERE (NOT access.writes(p.p, fact.domain)))))));

create policy change on legal.matter as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = matter.id) AND (l.domain = matter.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on legal.matter_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on meetings.change as permissive for update to kith_app
  using ((meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE ((up.id = change.meeting_id) AND (EXISTS ( SELECT 1
           FROM meetings.meeting_person l
          WHERE ((l.meeting_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on meetings.decision as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on meetings.invited as permissive for update to kith_app
  using ((meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE ((up.id = invited.meeting_id) AND (EXISTS ( SELECT 1
           FROM meetings.meeting_person l
          WHERE ((l.meeting_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on meetings.meeting as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM meetings.meeting_person l
  WHERE ((l.meeting_id = meeting.id) AND (l.domain = meeting.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on meetings.meeting_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on meetings.passage as permissive for update to kith_app
  using (((meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting_person l
  WHERE ((l.meeting_id = passage.meeting_id) AND (l.domain = passage.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT access.writes(p.p, passage.domain)))))))
  with check (((meetings.meeting_nobody_yet(meeting_id) OR (EXISTS ( SELECT 1
   FROM meetings.meeting_person l
  WHERE ((l.meeting_id = passage.meeting_id) AND (l.domain = passage.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT access.writes(p.p, passage.domain)))))));

create policy change on notes.note as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM notes.note_person l
  WHERE ((l.note_id = note.id) AND (l.domain = note.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on notes.note_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on notes.passage as permissive for update to kith_app
  using (((notes.note_nobody_yet(note_id) OR (EXISTS ( SELECT 1
   FROM notes.note_person l
  WHERE ((l.note_id = passage.note_id) AND (l.domain = passage.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT access.writes(p.p, passage.domain)))))))
  with check (((notes.note_nobody_yet(note_id) OR (EXISTS ( SELECT 1
   FROM notes.note_person l
  WHERE ((l.note_id = passage.note_id) AND (l.domain = passage.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT access.writes(p.p, passage.domain)))))));

create policy change on outputs.output as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM outputs.output_person l
  WHERE ((l.output_id = output.id) AND (l.domain = output.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on outputs.output_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on outputs.words as permissive for update to kith_app
  using (((outputs.output_nobody_yet(output_id) OR (EXISTS ( SELECT 1
   FROM outputs.output_person l
  WHERE ((l.output_id = words.output_id) AND (l.domain = words.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(words.about) p(p)
  WHERE (NOT access.writes(p.p, words.domain)))))))
  with check (((outputs.output_nobody_yet(output_id) OR (EXISTS ( SELECT 1
   FROM outputs.output_person l
  WHERE ((l.output_id = words.output_id) AND (l.domain = words.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(words.about) p(p)
  WHERE (NOT access.writes(p.p, words.domain)))))));

create policy change on people.address as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.becoming as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.card as permissive for update to kith_app
  using (access.writes(person_id, 'shared'::text));

create policy change on people.fact as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.hiding as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.identifier as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.legal_status as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.name as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.person as permissive for update to kith_app
  using (access.writes(id, domain))
  with check (access.writes(id, domain));

create policy change on people.relationship as permissive for update to kith_app
  using (((access.writes(person_id, domain) OR access.writes(other_id, domain)) AND COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, access.finds(person_id)) AND COALESCE(((( SELECT access.found() AS found) -> (other_id)::text))::boolean, access.finds(other_id))))
  with check (((access.writes(person_id, domain) OR access.writes(other_id, domain)) AND COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, access.finds(person_id)) AND COALESCE(((( SELECT access.found() AS found) -> (other_id)::text))::boolean, access.finds(other_id))));

create policy change on people.voice as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on people.warning as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on plans.action as permissive for update to kith_app
  using (((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = action.plan_id) AND (l.domain = action.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(action.about) p(p)
  WHERE (NOT access.writes(p.p, action.domain)))))))
  with check (((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = action.plan_id) AND (l.domain = action.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(action.about) p(p)
  WHERE (NOT access.writes(p.p, action.domain)))))));

create policy change on plans.member as permissive for update to kith_app
  using ((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = member.plan_id) AND (EXISTS ( SELECT 1
           FROM plans.plan_person l
          WHERE ((l.plan_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on plans.need as permissive for update to kith_app
  using (((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = need.plan_id) AND (l.domain = need.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(need.about) p(p)
  WHERE (NOT access.writes(p.p, need.domain)))))))
  with check (((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = need.plan_id) AND (l.domain = need.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(need.about) p(p)
  WHERE (NOT access.writes(p.p, need.domain)))))));

create policy change on plans.plan as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = plan.id) AND (l.domain = plan.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on plans.plan_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on plans.progress as permissive for update to kith_app
  using (((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = progress.plan_id) AND (l.domain = progress.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(progress.about) p(p)
  WHERE (NOT access.writes(p.p, progress.domain)))))))
  with check (((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = progress.plan_id) AND (l.domain = progress.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(progress.about) p(p)
  WHERE (NOT access.writes(p.p, progress.domain)))))));

create policy change on plans.version as permissive for update to kith_app
  using ((plans.plan_nobody_yet(plan_id) OR (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = version.plan_id) AND (EXISTS ( SELECT 1
           FROM plans.plan_person l
          WHERE ((l.plan_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on protection.enquiry as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM protection.enquiry_person l
  WHERE ((l.enquiry_id = enquiry.id) AND (l.domain = enquiry.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on protection.enquiry_decision as permissive for update to kith_app
  using ((protection.enquiry_nobody_yet(enquiry_id) OR (EXISTS ( SELECT 1
   FROM protection.enquiry up
  WHERE ((up.id = enquiry_decision.enquiry_id) AND (EXISTS ( SELECT 1
           FROM protection.enquiry_person l
          WHERE ((l.enquiry_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on protection.enquiry_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on reviewing.dispute as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM reviewing.dispute_person l
  WHERE ((l.dispute_id = dispute.id) AND (l.domain = dispute.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on reviewing.dispute_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on reviewing.dispute_step as permissive for update to kith_app
  using ((reviewing.dispute_nobody_yet(dispute_id) OR (EXISTS ( SELECT 1
   FROM reviewing.dispute up
  WHERE ((up.id = dispute_step.dispute_id) AND (EXISTS ( SELECT 1
           FROM reviewing.dispute_person l
          WHERE ((l.dispute_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on supervision.entry as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM supervision.entry_person l
  WHERE ((l.entry_id = entry.id) AND (l.domain = entry.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on supervision.entry_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on supervision.entry_with as permissive for update to kith_app
  using ((supervision.entry_nobody_yet(entry_id) OR (EXISTS ( SELECT 1
   FROM supervision.entry up
  WHERE ((up.id = entry_with.entry_id) AND (EXISTS ( SELECT 1
           FROM supervision.entry_person l
          WHERE ((l.entry_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on transfers.care as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on transfers.come as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = come.id) AND (l.domain = come.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on transfers.come_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on transfers.given as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM transfers.given_person l
  WHERE ((l.given_id = given.id) AND (l.domain = given.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on transfers.given_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on transfers.line as permissive for update to kith_app
  using (((transfers.come_nobody_yet(come_id) OR (EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = line.come_id) AND (l.domain = line.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(line.about) p(p)
  WHERE (NOT access.writes(p.p, line.domain)))))))
  with check (((transfers.come_nobody_yet(come_id) OR (EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = line.come_id) AND (l.domain = line.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(line.about) p(p)
  WHERE (NOT access.writes(p.p, line.domain)))))));

create policy change on transfers.piece as permissive for update to kith_app
  using (((transfers.come_nobody_yet(come_id) OR (EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = piece.come_id) AND (l.domain = piece.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(piece.about) p(p)
  WHERE (NOT access.writes(p.p, piece.domain)))))))
  with check (((transfers.come_nobody_yet(come_id) OR (EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = piece.come_id) AND (l.domain = piece.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0))) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(piece.about) p(p)
  WHERE (NOT access.writes(p.p, piece.domain)))))));

create policy change on work.allocation as permissive for update to kith_app
  using ((work.item_nobody_yet(item_id) OR (EXISTS ( SELECT 1
   FROM work.item up
  WHERE ((up.id = allocation.item_id) AND (EXISTS ( SELECT 1
           FROM work.item_person l
          WHERE ((l.item_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on work.clock as permissive for update to kith_app
  using ((work.item_nobody_yet(item_id) OR (EXISTS ( SELECT 1
   FROM work.item up
  WHERE ((up.id = clock.item_id) AND (EXISTS ( SELECT 1
           FROM work.item_person l
          WHERE ((l.item_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy change on work.item as permissive for update to kith_app
  using ((EXISTS ( SELECT 1
   FROM work.item_person l
  WHERE ((l.item_id = item.id) AND (l.domain = item.domain) AND access.writes(l.person_id, l.domain))
 OFFSET 0)));

create policy change on work.item_person as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on work.pause as permissive for update to kith_app
  using (access.writes(person_id, domain))
  with check (access.writes(person_id, domain));

create policy change on work.question as permissive for update to kith_app
  using ((work.item_nobody_yet(item_id) OR (EXISTS ( SELECT 1
   FROM work.item up
  WHERE ((up.id = question.item_id) AND (EXISTS ( SELECT 1
           FROM work.item_person l
          WHERE ((l.item_id = up.id) AND (l.domain = up.domain) AND access.writes(l.person_id, l.domain))
         OFFSET 0)))
 OFFSET 0))));

create policy end_it on supervision.named as permissive for update to kith_app
  using (supervision.leads(worker_id))
  with check (supervision.leads(worker_id));

create policy found on people.becoming as restrictive for all to kith_app
  using (((child_id IS NULL) OR COALESCE(((( SELECT access.found() AS found) -> (child_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = becoming.child_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = becoming.child_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = becoming.child_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))
  with check (((child_id IS NULL) OR COALESCE(((( SELECT access.found() AS found) -> (child_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = becoming.child_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = becoming.child_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = becoming.child_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))));

create policy gate on access.adoption as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.adoption_listed as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.bar as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.break_glass as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.counting_key as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.exclusion as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.involvement as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.left_behind as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.listed as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.marking_change as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.person_grant as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.person_part as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.person_scope as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.share as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.sight_request as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.subject as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.told_count as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on access.unusual_viewing as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on allegation.about as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on allegation.allegation as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on allegation.step as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on answers.form as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on answers.form_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on answers.section as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on answers.section_kept as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on assessments.assessment as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on assessments.assessment_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on assessments.decision as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on assessments.factor as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on assessments.letter as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on audit.event as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on audit.seal as permissive for select to kith_gate
  using (true);

create policy gate on care.fact as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on care.household as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on care.household_member as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on care.household_step as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on care.period as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on care.placement as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on chronology.event as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on chronology.event_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on chronology.significance as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on chronology.story as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on chronology.story_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.contact as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.contact_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.decision as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.decision_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.draft as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.recommendation as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.referral as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on contacts.referral_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on exchange.journal as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on exchange.kept_aside as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on exchange.origin as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on exchange.unclaimed as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on handover.handover as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on handover.handover_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on legal.advice as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on legal.advice_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on legal.direction as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on legal.fact as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on legal.matter as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on legal.matter_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on meetings.change as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on meetings.decision as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on meetings.invited as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on meetings.meeting as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on meetings.meeting_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on meetings.passage as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on notes.note as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on notes.note_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on notes.passage as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on ops.answered as permissive for all to kith_gate
  using (true);

create policy gate on outputs.output as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on outputs.output_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on outputs.words as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.address as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.becoming as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.card as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.compare_due as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.fact as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.hiding as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.identifier as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.kept_row as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.legal_status as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.name as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.possible_duplicate as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.relationship as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.search_due as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.search_entry as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.search_line as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.voice as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on people.warning as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.action as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.member as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.need as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.plan as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.plan_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.progress as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on plans.version as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on protection.enquiry as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on protection.enquiry_decision as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on protection.enquiry_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.adoption_way as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.came as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.child as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.explained as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.finding as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.held as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.made as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on returns.number as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on reviewing.dispute as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on reviewing.dispute_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on reviewing.dispute_step as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on supervision.entry as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on supervision.entry_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on supervision.entry_with as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on supervision.named as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on supervision.own_part as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on supervision.session as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.care as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.come as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.come_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.given as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.given_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.line as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.piece as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on transfers.staged as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on work.allocation as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on work.clock as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on work.item as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on work.item_person as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on work.pause as permissive for all to kith_gate
  using (true)
  with check (true);

create policy gate on work.question as permissive for all to kith_gate
  using (true)
  with check (true);

create policy kept on people.address as restrictive for select to kith_app
  using (((NOT hidden) OR people.shows(id)));

create policy kept on people.fact as restrictive for select to kith_app
  using (((NOT hidden) OR people.shows(id)));

create policy kept on people.hiding as restrictive for select to kith_app
  using (((recorded_by = ( SELECT access.actor() AS actor)) OR people.may_hear_of(id)));

create policy kept on people.relationship as restrictive for select to kith_app
  using (((kind <> 'fosterCarer'::text) OR people.shows_carer(other_id)));

create policy name on supervision.named as permissive for insert to kith_app
  with check (((recorded_by = access.actor()) AND supervision.leads(worker_id)));

create policy own on access.bar as permissive for select to kith_app
  using ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy own on access.person_scope as permissive for select to kith_app
  using ((( SELECT access.actor() AS actor) IS NOT NULL));

create policy own on contacts.draft as permissive for all to kith_app
  using ((actor_id = access.actor()))
  with check ((actor_id = access.actor()));

create policy own on exchange.unclaimed as permissive for all to kith_app
  using ((recorded_by = ( SELECT access.actor() AS actor)))
  with check ((recorded_by = ( SELECT access.actor() AS actor)));

create policy own on ops.answered as permissive for all to kith_app
  using ((actor_id = access.actor()))
  with check ((actor_id = access.actor()));

create policy own on supervision.own_part as permissive for select to kith_app
  using (((worker_id = access.actor()) OR supervision.leads(worker_id) OR supervision.in_own_session(session_id)));

create policy parties on supervision.named as permissive for select to kith_app
  using (((worker_id = access.actor()) OR (supervisor_id = access.actor()) OR supervision.leads(worker_id)));

create policy parties on supervision.session as permissive for select to kith_app
  using (((worker_id = access.actor()) OR (manager_id = access.actor()) OR (worker_id = ANY (( SELECT supervision.led() AS led)::uuid[]))));

create policy partner on access.bar as permissive for select to kith_partner
  using ((scope = ( SELECT access.actor() AS actor)));

create policy partner on access.person_scope as permissive for select to kith_partner
  using ((scope = ANY (( SELECT access.scopes() AS scopes)::uuid[])));

create policy partner on notes.note as permissive for select to kith_partner
  using (((domain = 'earlyHelp'::text) AND (EXISTS ( SELECT 1
   FROM notes.note_person l
  WHERE ((l.note_id = note.id) AND (l.domain = note.domain))
 OFFSET 0))));

create policy partner on notes.note_person as permissive for select to kith_partner
  using (((domain = 'earlyHelp'::text) AND (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = note_person.person_id) AND (s.domain = 'agency'::text) AND ((s.until IS NULL) OR (s.until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = note_person.person_id) AND ((b.until IS NULL) OR (b.until > now()))))))));

create policy partner on notes.passage as permissive for select to kith_partner
  using (((domain = 'earlyHelp'::text) AND (EXISTS ( SELECT 1
   FROM notes.note up
  WHERE ((up.id = passage.note_id) AND (up.domain = passage.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT ((EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (s.domain = 'agency'::text) AND ((s.until IS NULL) OR (s.until > now()))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND ((b.until IS NULL) OR (b.until > now())))))))))))));

create policy partner on ops.answered as permissive for all to kith_partner
  using ((actor_id = access.actor()))
  with check ((actor_id = access.actor()));

create policy partner on people.card as permissive for select to kith_partner
  using (((EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = card.person_id) AND (s.domain = 'agency'::text) AND ((s.until IS NULL) OR (s.until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = card.person_id) AND ((b.until IS NULL) OR (b.until > now()))))))));

create policy remove on assessments.factor as permissive for delete to kith_app
  using (access.writes(person_id, domain));

create policy renewed on supervision.own_part as permissive for update to kith_app
  using (((worker_id = access.actor()) OR supervision.leads(worker_id) OR supervision.in_own_session(session_id)))
  with check (((worker_id = access.actor()) OR supervision.leads(worker_id) OR supervision.in_own_session(session_id)));

create policy reports on access.involvement as permissive for select to kith_reports
  using (true);

create policy reports on access.person_part as permissive for select to kith_reports
  using (true);

create policy reports on assessments.assessment as permissive for select to kith_reports
  using (true);

create policy reports on assessments.assessment_person as permissive for select to kith_reports
  using (true);

create policy reports on assessments.factor as permissive for select to kith_reports
  using (true);

create policy reports on care.fact as permissive for select to kith_reports
  using (true);

create policy reports on care.household as permissive for select to kith_reports
  using (true);

create policy reports on care.household_member as permissive for select to kith_reports
  using (true);

create policy reports on care.household_step as permissive for select to kith_reports
  using (true);

create policy reports on care.period as permissive for select to kith_reports
  using (true);

create policy reports on care.placement as permissive for select to kith_reports
  using (true);

create policy reports on contacts.contact as permissive for select to kith_reports
  using (true);

create policy reports on contacts.contact_person as permissive for select to kith_reports
  using (true);

create policy reports on contacts.referral as permissive for select to kith_reports
  using (true);

create policy reports on contacts.referral_person as permissive for select to kith_reports
  using (true);

create policy reports on exchange.kept_aside as permissive for select to kith_reports
  using (true);

create policy reports on meetings.meeting as permissive for select to kith_reports
  using (true);

create policy reports on meetings.meeting_person as permissive for select to kith_reports
  using (true);

create policy reports on notes.note as permissive for select to kith_reports
  using (true);

create policy reports on notes.note_person as permissive for select to kith_reports
  using (true);

create policy reports on people.card as permissive for select to kith_reports
  using (true);

create policy reports on people.fact as permissive for select to kith_reports
  using (true);

create policy reports on people.identifier as permissive for select to kith_reports
  using (true);

create policy reports on people.legal_status as permissive for select to kith_reports
  using (true);

create policy reports on plans.plan_person as permissive for select to kith_reports
  using (true);

create policy reports on protection.enquiry as permissive for select to kith_reports
  using (true);

create policy reports on protection.enquiry_person as permissive for select to kith_reports
  using (true);

create policy returns on returns.child as permissive for select to kith_app
  using (( SELECT returns.is_officer() AS is_officer));

create policy returns on returns.explained as permissive for select to kith_app
  using (( SELECT returns.is_officer() AS is_officer));

create policy returns on returns.finding as permissive for select to kith_app
  using (( SELECT returns.is_officer() AS is_officer));

create policy returns on returns.made as permissive for select to kith_app
  using (( SELECT returns.is_officer() AS is_officer));

create policy returns on returns.number as permissive for select to kith_app
  using (( SELECT returns.is_officer() AS is_officer));

create policy sealer on audit.event as permissive for select to kith_sealer
  using (true);

create policy sealer on audit.seal as permissive for all to kith_sealer
  using (true)
  with check (true);

create policy see on access.involvement as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = involvement.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = involvement.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = involvement.domain) OR ((involvement.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (involvement.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (involvement.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = involvement.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on access.person_part as permissive for select to kith_app
  using (COALESCE(((( SELECT access.found() AS found) -> (survivor_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = person_part.survivor_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = person_part.survivor_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = person_part.survivor_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on access.subject as permissive for select to kith_app
  using (COALESCE(((( SELECT access.found() AS found) -> (id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = subject.id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = subject.id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = subject.id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on allegation.about as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = about.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = about.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = about.domain) OR ((about.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (about.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (about.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = about.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on allegation.allegation as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM allegation.about l
  WHERE ((l.allegation_id = allegation.id) AND (l.domain = allegation.domain))
 OFFSET 0)));

create policy see on allegation.step as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM allegation.allegation up
  WHERE (up.id = step.allegation_id)
 OFFSET 0)));

create policy see on answers.form as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM answers.form_person l
  WHERE ((l.form_id = form.id) AND (l.domain = form.domain))
 OFFSET 0)));

create policy see on answers.form_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, access.sees(person_id, domain)));

create policy see on answers.section as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM answers.form up
  WHERE ((up.id = section.form_id) AND (up.domain = section.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (section.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, access.sees(p.p, section.domain))))))));

create policy see on answers.section_kept as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM answers.form up
  WHERE ((up.id = section_kept.form_id) AND (up.domain = section_kept.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(section_kept.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (section_kept.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, access.sees(p.p, section_kept.domain))))))));

create policy see on assessments.assessment as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM assessments.assessment_person l
  WHERE ((l.assessment_id = assessment.id) AND (l.domain = assessment.domain))
 OFFSET 0)));

create policy see on assessments.assessment_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, access.sees(person_id, domain)));

create policy see on assessments.decision as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM assessments.assessment up
  WHERE (up.id = decision.assessment_id)
 OFFSET 0)));

create policy see on assessments.factor as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, access.sees(person_id, domain)));

create policy see on assessments.letter as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM assessments.assessment up
  WHERE ((up.id = letter.assessment_id) AND (up.domain = letter.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(letter.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (letter.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((letter.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = letter.domain) OR ((letter.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (letter.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (letter.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on care.fact as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = fact.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = fact.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = fact.domain) OR ((fact.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (fact.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (fact.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = fact.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on care.household as permissive for select to kith_app
  using (( SELECT care.is_staff() AS is_staff));

create policy see on care.household_member as permissive for select to kith_app
  using (( SELECT care.is_staff() AS is_staff));

create policy see on care.household_step as permissive for select to kith_app
  using (( SELECT care.is_staff() AS is_staff));

create policy see on care.period as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = period.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = period.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = period.domain) OR ((period.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (period.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (period.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = period.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on care.placement as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = placement.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = placement.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = placement.domain) OR ((placement.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (placement.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (placement.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = placement.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on chronology.event as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM chronology.event_person l
  WHERE ((l.event_id = event.id) AND (l.domain = event.domain))
 OFFSET 0)));

create policy see on chronology.event_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = event_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = event_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = event_person.domain) OR ((event_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (event_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (event_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = event_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on chronology.significance as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM chronology.event up
  WHERE (up.id = significance.event_id)
 OFFSET 0)));

create policy see on chronology.story as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM chronology.story_person l
  WHERE ((l.story_id = story.id) AND (l.domain = story.domain))
 OFFSET 0)));

create policy see on chronology.story_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = story_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = story_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = story_person.domain) OR ((story_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (story_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (story_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = story_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on contacts.contact as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.contact_person l
  WHERE ((l.contact_id = contact.id) AND (l.domain = contact.domain))
 OFFSET 0)));

create policy see on contacts.contact_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = contact_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = contact_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = contact_person.domain) OR ((contact_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (contact_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (contact_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = contact_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on contacts.decision as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.decision_person l
  WHERE ((l.decision_id = decision.id) AND (l.domain = decision.domain))
 OFFSET 0)));

create policy see on contacts.decision_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = decision_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = decision_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = decision_person.domain) OR ((decision_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (decision_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (decision_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = decision_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on contacts.recommendation as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.contact up
  WHERE (up.id = recommendation.contact_id)
 OFFSET 0)));

create policy see on contacts.referral as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM contacts.referral_person l
  WHERE ((l.referral_id = referral.id) AND (l.domain = referral.domain))
 OFFSET 0)));

create policy see on contacts.referral_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = referral_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = referral_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = referral_person.domain) OR ((referral_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (referral_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (referral_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = referral_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on exchange.kept_aside as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = kept_aside.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = kept_aside.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = kept_aside.domain) OR ((kept_aside.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (kept_aside.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (kept_aside.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = kept_aside.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on exchange.origin as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = origin.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = origin.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = origin.domain) OR ((origin.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (origin.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (origin.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = origin.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on handover.handover as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM handover.handover_person l
  WHERE ((l.handover_id = handover.id) AND (l.domain = handover.domain))
 OFFSET 0)));

create policy see on handover.handover_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = handover_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = handover_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = handover_person.domain) OR ((handover_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (handover_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (handover_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = handover_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on legal.advice as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM legal.advice_person l
  WHERE ((l.advice_id = advice.id) AND (l.domain = advice.domain))
 OFFSET 0)));

create policy see on legal.advice_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = advice_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = advice_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = advice_person.domain) OR ((advice_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (advice_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (advice_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = advice_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on legal.direction as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM legal.matter up
  WHERE ((up.id = direction.matter_id) AND (up.domain = direction.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(direction.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (direction.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((direction.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = direction.domain) OR ((direction.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (direction.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (direction.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on legal.fact as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM legal.matter up
  WHERE ((up.id = fact.matter_id) AND (up.domain = fact.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(fact.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (fact.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((fact.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = fact.domain) OR ((fact.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (fact.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (fact.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on legal.matter as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM legal.matter_person l
  WHERE ((l.matter_id = matter.id) AND (l.domain = matter.domain))
 OFFSET 0)));

create policy see on legal.matter_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = matter_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = matter_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = matter_person.domain) OR ((matter_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (matter_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (matter_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = matter_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on meetings.change as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE (up.id = change.meeting_id)
 OFFSET 0)));

create policy see on meetings.decision as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = decision.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = decision.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = decision.domain) OR ((decision.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (decision.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (decision.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = decision.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on meetings.invited as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE (up.id = invited.meeting_id)
 OFFSET 0)));

create policy see on meetings.meeting as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM meetings.meeting_person l
  WHERE ((l.meeting_id = meeting.id) AND (l.domain = meeting.domain))
 OFFSET 0)));

create policy see on meetings.meeting_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = meeting_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = meeting_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = meeting_person.domain) OR ((meeting_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (meeting_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (meeting_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = meeting_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on meetings.passage as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE ((up.id = passage.meeting_id) AND (up.domain = passage.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (passage.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((passage.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = passage.domain) OR ((passage.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (passage.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (passage.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on notes.note as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM notes.note_person l
  WHERE ((l.note_id = note.id) AND (l.domain = note.domain))
 OFFSET 0)));

create policy see on notes.note_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = note_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = note_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = note_person.domain) OR ((note_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (note_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (note_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = note_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on notes.passage as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM notes.note up
  WHERE ((up.id = passage.note_id) AND (up.domain = passage.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(passage.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (passage.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((passage.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = passage.domain) OR ((passage.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (passage.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (passage.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on outputs.output as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM outputs.output_person l
  WHERE ((l.output_id = output.id) AND (l.domain = output.domain))
 OFFSET 0)));

create policy see on outputs.output_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = output_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = output_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = output_person.domain) OR ((output_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (output_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (output_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = output_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on outputs.words as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM outputs.output up
  WHERE ((up.id = words.output_id) AND (up.domain = words.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(words.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (words.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((words.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = words.domain) OR ((words.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (words.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (words.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on people.address as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = address.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = address.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = address.domain) OR ((address.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (address.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (address.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = address.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.becoming as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = becoming.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = becoming.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = becoming.domain) OR ((becoming.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (becoming.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (becoming.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = becoming.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.card as permissive for select to kith_app
  using (COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = card.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = card.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = card.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.fact as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = fact.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = fact.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = fact.domain) OR ((fact.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (fact.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (fact.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = fact.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.hiding as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = hiding.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = hiding.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = hiding.domain) OR ((hiding.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (hiding.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (hiding.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = hiding.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.identifier as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = identifier.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = identifier.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = identifier.domain) OR ((identifier.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (identifier.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (identifier.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = identifier.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.legal_status as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = legal_status.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = legal_status.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = legal_status.domain) OR ((legal_status.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (legal_status.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (legal_status.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = legal_status.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.name as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = name.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = name.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = name.domain) OR ((name.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (name.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (name.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = name.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = person.id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = person.id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = person.domain) OR ((person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = person.id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.relationship as permissive for select to kith_app
  using (((COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = relationship.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = relationship.domain) OR ((relationship.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (relationship.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (relationship.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))) OR COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (other_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.other_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = relationship.other_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = relationship.domain) OR ((relationship.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (relationship.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (relationship.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.other_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))) AND COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = relationship.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))) AND COALESCE(((( SELECT access.found() AS found) -> (other_id)::text))::boolean, (((( SELECT access.cards() AS cards) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.other_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = relationship.other_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = ANY (ARRAY['card'::text, 'full'::text])) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = relationship.other_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))));

create policy see on people.voice as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = voice.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = voice.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = voice.domain) OR ((voice.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (voice.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (voice.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = voice.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on people.warning as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = warning.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = warning.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = warning.domain) OR ((warning.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (warning.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (warning.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = warning.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on plans.action as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = action.plan_id) AND (up.domain = action.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(action.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (action.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((action.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = action.domain) OR ((action.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (action.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (action.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on plans.member as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE (up.id = member.plan_id)
 OFFSET 0)));

create policy see on plans.need as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = need.plan_id) AND (up.domain = need.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(need.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (need.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((need.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = need.domain) OR ((need.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (need.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (need.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on plans.plan as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM plans.plan_person l
  WHERE ((l.plan_id = plan.id) AND (l.domain = plan.domain))
 OFFSET 0)));

create policy see on plans.plan_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = plan_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = plan_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = plan_person.domain) OR ((plan_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (plan_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (plan_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = plan_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on plans.progress as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = progress.plan_id) AND (up.domain = progress.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(progress.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (progress.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((progress.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = progress.domain) OR ((progress.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (progress.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (progress.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on plans.version as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE (up.id = version.plan_id)
 OFFSET 0)));

create policy see on protection.enquiry as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM protection.enquiry_person l
  WHERE ((l.enquiry_id = enquiry.id) AND (l.domain = enquiry.domain))
 OFFSET 0)));

create policy see on protection.enquiry_decision as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM protection.enquiry up
  WHERE (up.id = enquiry_decision.enquiry_id)
 OFFSET 0)));

create policy see on protection.enquiry_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = enquiry_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = enquiry_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = enquiry_person.domain) OR ((enquiry_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (enquiry_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (enquiry_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = enquiry_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on returns.came as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = came.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = came.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = came.domain) OR ((came.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (came.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (came.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = came.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on returns.explained as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = explained.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = explained.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = explained.domain) OR ((explained.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (explained.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (explained.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = explained.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on returns.finding as permissive for select to kith_app
  using ((standing AND COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = finding.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = finding.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = finding.domain) OR ((finding.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (finding.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (finding.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = finding.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))));

create policy see on returns.held as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = held.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = held.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = held.domain) OR ((held.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (held.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (held.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = held.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on reviewing.dispute as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM reviewing.dispute_person l
  WHERE ((l.dispute_id = dispute.id) AND (l.domain = dispute.domain))
 OFFSET 0)));

create policy see on reviewing.dispute_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = dispute_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = dispute_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = dispute_person.domain) OR ((dispute_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (dispute_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (dispute_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = dispute_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on reviewing.dispute_step as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM reviewing.dispute up
  WHERE (up.id = dispute_step.dispute_id)
 OFFSET 0)));

create policy see on supervision.entry as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM supervision.entry_person l
  WHERE ((l.entry_id = entry.id) AND (l.domain = entry.domain))
 OFFSET 0)));

create policy see on supervision.entry_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = entry_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = entry_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = entry_person.domain) OR ((entry_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (entry_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (entry_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = entry_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on supervision.entry_with as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM supervision.entry up
  WHERE (up.id = entry_with.entry_id)
 OFFSET 0)));

create policy see on transfers.care as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = care.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = care.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = care.domain) OR ((care.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (care.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (care.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = care.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on transfers.come as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM transfers.come_person l
  WHERE ((l.come_id = come.id) AND (l.domain = come.domain))
 OFFSET 0)));

create policy see on transfers.come_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = come_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = come_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = come_person.domain) OR ((come_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (come_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (come_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = come_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on transfers.given as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM transfers.given_person l
  WHERE ((l.given_id = given.id) AND (l.domain = given.domain))
 OFFSET 0)));

create policy see on transfers.given_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = given_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = given_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = given_person.domain) OR ((given_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (given_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (given_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = given_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on transfers.line as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM transfers.come up
  WHERE ((up.id = line.come_id) AND (up.domain = line.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(line.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (line.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((line.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = line.domain) OR ((line.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (line.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (line.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on transfers.piece as permissive for select to kith_app
  using (((EXISTS ( SELECT 1
   FROM transfers.come up
  WHERE ((up.id = piece.come_id) AND (up.domain = piece.domain))
 OFFSET 0)) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(piece.about) p(p)
  WHERE (NOT COALESCE(
        CASE
            WHEN (piece.domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (p.p)::text))::boolean
            ELSE NULL::boolean
        END, ((((piece.domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
           FROM access.person_scope s
          WHERE ((s.person_id = p.p) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = piece.domain) OR ((piece.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (piece.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (piece.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
           FROM access.bar b
          WHERE ((b.person_id = p.p) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))))))))));

create policy see on work.allocation as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM work.item up
  WHERE (up.id = allocation.item_id)
 OFFSET 0)));

create policy see on work.clock as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM work.item up
  WHERE (up.id = clock.item_id)
 OFFSET 0)));

create policy see on work.item as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM work.item_person l
  WHERE ((l.item_id = item.id) AND (l.domain = item.domain))
 OFFSET 0)));

create policy see on work.item_person as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = item_person.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = item_person.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = item_person.domain) OR ((item_person.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (item_person.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (item_person.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = item_person.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on work.pause as permissive for select to kith_app
  using (COALESCE(
CASE
    WHEN (domain = ANY (ARRAY['shared'::text, 'children'::text])) THEN ((( SELECT access.known() AS known) -> (person_id)::text))::boolean
    ELSE NULL::boolean
END, ((((domain = ANY (( SELECT access.wide() AS wide)::text[])) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = pause.person_id) AND (b.scope = '00000000-0000-0000-0000-000000000000'::uuid)))))) OR (EXISTS ( SELECT 1
   FROM access.person_scope s
  WHERE ((s.person_id = pause.person_id) AND (NULLIF(s.scope, '00000000-0000-0000-0000-000000000000'::uuid) = ANY (( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight = 'full'::text) AND ((s.domain = pause.domain) OR ((pause.domain = 'shared'::text) AND (s.domain <> 'agency'::text)) OR ((s.domain = '*'::text) AND (pause.domain <> ALL (ARRAY['adoption'::text, 'legal'::text, 'allegation'::text]))) OR ((s.domain = 'agency'::text) AND (pause.domain = 'earlyHelp'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM access.bar b
  WHERE ((b.person_id = pause.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now())))))))));

create policy see on work.question as permissive for select to kith_app
  using ((EXISTS ( SELECT 1
   FROM work.item up
  WHERE (up.id = question.item_id)
 OFFSET 0)));

create policy signed on supervision.session as permissive for update to kith_app
  using (((worker_id = access.actor()) OR supervision.leads(worker_id) OR (by_named AND (manager_id = access.actor()) AND supervision.is_named_for(worker_id))))
  with check (((worker_id = access.actor()) OR supervision.leads(worker_id) OR (by_named AND (manager_id = access.actor()) AND supervision.is_named_for(worker_id))));

create policy stays on answers.section as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM answers.form up
  WHERE ((up.id = section.form_id) AND (up.domain = section.domain))
 OFFSET 0))));

create policy stays on answers.section_kept as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM answers.form up
  WHERE ((up.id = section_kept.form_id) AND (up.domain = section_kept.domain))
 OFFSET 0))));

create policy stays on assessments.letter as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM assessments.assessment up
  WHERE ((up.id = letter.assessment_id) AND (up.domain = letter.domain))
 OFFSET 0))));

create policy stays on legal.direction as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM legal.matter up
  WHERE ((up.id = direction.matter_id) AND (up.domain = direction.domain))
 OFFSET 0))));

create policy stays on legal.fact as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM legal.matter up
  WHERE ((up.id = fact.matter_id) AND (up.domain = fact.domain))
 OFFSET 0))));

create policy stays on meetings.passage as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM meetings.meeting up
  WHERE ((up.id = passage.meeting_id) AND (up.domain = passage.domain))
 OFFSET 0))));

create policy stays on notes.passage as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM notes.note up
  WHERE ((up.id = passage.note_id) AND (up.domain = passage.domain))
 OFFSET 0))));

create policy stays on outputs.words as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM outputs.output up
  WHERE ((up.id = words.output_id) AND (up.domain = words.domain))
 OFFSET 0))));

create policy stays on plans.action as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = action.plan_id) AND (up.domain = action.domain))
 OFFSET 0))));

create policy stays on plans.need as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = need.plan_id) AND (up.domain = need.domain))
 OFFSET 0))));

create policy stays on plans.progress as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM plans.plan up
  WHERE ((up.id = progress.plan_id) AND (up.domain = progress.domain))
 OFFSET 0))));

create policy stays on transfers.line as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM transfers.come up
  WHERE ((up.id = line.come_id) AND (up.domain = line.domain))
 OFFSET 0))));

create policy stays on transfers.piece as permissive for select to kith_app
  using ((access.stays(about, domain) AND (EXISTS ( SELECT 1
   FROM transfers.come up
  WHERE ((up.id = piece.come_id) AND (up.domain = piece.domain))
 OFFSET 0))));

create policy theirs on transfers.staged as permissive for all to kith_app
  using (((staged_by = ( SELECT access.actor() AS actor)) OR ( SELECT transfers.decides() AS decides)))
  with check (((staged_by = ( SELECT access.actor() AS actor)) OR ( SELECT transfers.decides() AS decides)));

create policy written on supervision.own_part as permissive for insert to kith_app
  with check ((((worker_id = access.actor()) OR supervision.leads(worker_id) OR supervision.in_own_session(session_id)) AND (EXISTS ( SELECT 1
   FROM supervision.session s
  WHERE ((s.id = own_part.session_id) AND (s.worker_id = own_part.worker_id) AND (s.state = 'open'::text))))));

-- Rights on tables ------------------------------------------------------------------------------------

grant delete, insert, select, update on access.actor to kith_gate;
grant delete, insert, select, update on access.adoption to kith_gate;
grant delete, insert, select, update on access.adoption_listed to kith_gate;
grant delete, insert, select, update on access.attempt to kith_gate;
grant delete, insert, select, update on access.bar to kith_gate;
grant delete, insert, select, update on access.break_glass to kith_gate;
grant delete, insert, select, update on access.counting_key to kith_gate;
grant delete, insert, select, update on access.exclusion to kith_gate;
grant delete, insert, select, update on access.factor to kith_gate;
grant delete, insert, select, update on access.involvement to kith_gate;
grant delete, insert, select, update on access.left_behind to kith_gate;
grant delete, insert, select, update on access.listed to kith_gate;
grant delete, insert, select, update on access.marking_change to kith_gate;
grant delete, insert, select, update on access.membership to kith_gate;
grant delete, insert, select, update on access.outside_identity to kith_gate;
grant delete, insert, select, update on access.pending to kith_gate;
grant delete, insert, select, update on access.person_grant to kith_gate;
grant delete, insert, select, update on access.person_part to kith_gate;
grant delete, insert, select, update on access.person_scope to kith_gate;
grant delete, insert, select, update on access.reach to kith_gate;
grant delete, insert, select, update on access.recovery to kith_gate;
grant delete, insert, select, update on access.recovery_code to kith_gate;
grant delete, insert, select, update on access.session to kith_gate;
grant delete, insert, select, update on access.share to kith_gate;
grant delete, insert, select, update on access.sight_request to kith_gate;
grant delete, insert, select, update on access.subject to kith_gate;
grant delete, insert, select, update on access.team to kith_gate;
grant delete, insert, select, update on access.told_count to kith_gate;
grant delete, insert, select, update on access.unusual_viewing to kith_gate;
grant delete, insert, select, update on allegation.about to kith_gate;
grant delete, insert, select, update on allegation.allegation to kith_gate;
grant delete, insert, select, update on allegation.step to kith_gate;
grant delete, insert, select, update on answers.form to kith_gate;
grant delete, insert, select, update on answers.form_person to kith_gate;
grant delete, insert, select, update on answers.section to kith_gate;
grant delete, insert, select, update on answers.section_kept to kith_gate;
grant delete, insert, select, update on assessments.assessment to kith_gate;
grant delete, insert, select, update on assessments.assessment_person to kith_gate;
grant delete, insert, select, update on assessments.decision to kith_gate;
grant delete, insert, select, update on assessments.factor to kith_app;
grant delete, insert, select, update on assessments.factor to kith_gate;
grant delete, insert, select, update on assessments.letter to kith_gate;
grant delete, insert, select, update on care.fact to kith_gate;
grant delete, insert, select, update on care.household to kith_gate;
grant delete, insert, select, update on care.household_member to kith_gate;
grant delete, insert, select, update on care.household_step to kith_gate;
grant delete, insert, select, update on care.period to kith_gate;
grant delete, insert, select, update on care.placement to kith_gate;
grant delete, insert, select, update on chronology.event to kith_gate;
grant delete, insert, select, update on chronology.event_person to kith_gate;
grant delete, insert, select, update on chronology.significance to kith_gate;
grant delete, insert, select, update on chronology.story to kith_gate;
grant delete, insert, select, update on chronology.story_person to kith_gate;
grant delete, insert, select, update on contacts.contact to kith_gate;
grant delete, insert, select, update on contacts.contact_person to kith_gate;
grant delete, insert, select, update on contacts.decision to kith_gate;
grant delete, insert, select, update on contacts.decision_person to kith_gate;
grant delete, insert, select, update on contacts.draft to kith_app;
grant delete, insert, select, update on contacts.recommendation to kith_gate;
grant delete, insert, select, update on contacts.referral to kith_gate;
grant delete, insert, select, update on contacts.referral_person to kith_gate;
grant delete, insert, select, update on exchange.journal to kith_gate;
grant delete, insert, select, update on exchange.kept_aside to kith_gate;
grant delete, insert, select, update on exchange.origin to kith_gate;
grant delete, insert, select, update on exchange.unclaimed to kith_gate;
grant delete, insert, select, update on handover.handover to kith_gate;
grant delete, insert, select, update on handover.handover_person to kith_gate;
grant delete, insert, select, update on jobs.job to kith_jobs;
grant delete, insert, select, update on legal.advice to kith_gate;
grant delete, insert, select, update on legal.advice_person to kith_gate;
grant delete, insert, select, update on legal.direction to kith_gate;
grant delete, insert, select, update on legal.fact to kith_gate;
grant delete, insert, select, update on legal.matter to kith_gate;
grant delete, insert, select, update on legal.matter_person to kith_gate;
grant delete, insert, select, update on meetings.change to kith_gate;
grant delete, insert, select, update on meetings.decision to kith_gate;
grant delete, insert, select, update on meetings.invited to kith_gate;
grant delete, insert, select, update on meetings.meeting to kith_gate;
grant delete, insert, select, update on meetings.meeting_person to kith_gate;
grant delete, insert, select, update on meetings.passage to kith_gate;
grant delete, insert, select, update on notes.note to kith_gate;
grant delete, insert, select, update on notes.note_person to kith_gate;
grant delete, insert, select, update on notes.passage to kith_gate;
grant delete, insert, select, update on outputs.output to kith_gate;
grant delete, insert, select, update on outputs.output_person to kith_gate;
grant delete, insert, select, update on outputs.words to kith_gate;
grant delete, insert, select, update on people.address to kith_gate;
grant delete, insert, select, update on people.becoming to kith_gate;
grant delete, insert, select, update on people.card to kith_gate;
grant delete, insert, select, update on people.compare_due to kith_gate;
grant delete, insert, select, update on people.fact to kith_gate;
grant delete, insert, select, update on people.hiding to kith_gate;
grant delete, insert, select, update on people.identifier to kith_gate;
grant delete, insert, select, update on people.kept_row to kith_gate;
grant delete, insert, select, update on people.legal_status to kith_gate;
grant delete, insert, select, update on people.name to kith_gate;
grant delete, insert, select, update on people.person to kith_gate;
grant delete, insert, select, update on people.possible_duplicate to kith_gate;
grant delete, insert, select, update on people.relationship to kith_gate;
grant delete, insert, select, update on people.search_due to kith_gate;
grant delete, insert, select, update on people.search_entry to kith_gate;
grant delete, insert, select, update on people.search_line to kith_gate;
grant delete, insert, select, update on people.voice to kith_gate;
grant delete, insert, select, update on people.warning to kith_gate;
grant delete, insert, select, update on plans.action to kith_gate;
grant delete, insert, select, update on plans.member to kith_gate;
grant delete, insert, select, update on plans.need to kith_gate;
grant delete, insert, select, update on plans.plan to kith_gate;
grant delete, insert, select, update on plans.plan_person to kith_gate;
grant delete, insert, select, update on plans.progress to kith_gate;
grant delete, insert, select, update on plans.version to kith_gate;
grant delete, insert, select, update on protection.enquiry to kith_gate;
grant delete, insert, select, update on protection.enquiry_decision to kith_gate;
grant delete, insert, select, update on protection.enquiry_person to kith_gate;
grant delete, insert, select, update on returns.adoption_way to kith_gate;
grant delete, insert, select, update on returns.came to kith_gate;
grant delete, insert, select, update on returns.child to kith_gate;
grant delete, insert, select, update on returns.explained to kith_gate;
grant delete, insert, select, update on returns.finding to kith_gate;
grant delete, insert, select, update on returns.given_list to kith_gate;
grant delete, insert, select, update on returns.held to kith_gate;
grant delete, insert, select, update on returns.made to kith_gate;
grant delete, insert, select, update on returns.number to kith_gate;
grant delete, insert, select, update on returns.postcode to kith_gate;
grant delete, insert, select, update on returns.provider to kith_gate;
grant delete, insert, select, update on reviewing.dispute to kith_gate;
grant delete, insert, select, update on reviewing.dispute_person to kith_gate;
grant delete, insert, select, update on reviewing.dispute_step to kith_gate;
grant delete, insert, select, update on supervision.entry to kith_gate;
grant delete, insert, select, update on supervision.entry_person to kith_gate;
grant delete, insert, select, update on supervision.entry_with to kith_gate;
grant delete, insert, select, update on supervision.named to kith_gate;
grant delete, insert, select, update on transfers.care to kith_gate;
grant delete, insert, select, update on transfers.come to kith_gate;
grant delete, insert, select, update on transfers.come_person to kith_gate;
grant delete, insert, select, update on transfers.given to kith_gate;
grant delete, insert, select, update on transfers.given_person to kith_gate;
grant delete, insert, select, update on transfers.line to kith_gate;
grant delete, insert, select, update on transfers.piece to kith_gate;
grant delete, insert, select, update on work.allocation to kith_gate;
grant delete, insert, select, update on work.clock to kith_gate;
grant delete, insert, select, update on work.item to kith_gate;
grant delete, insert, select, update on work.item_person to kith_gate;
grant delete, insert, select, update on work.pause to kith_gate;
grant delete, insert, select, update on work.question to kith_gate;
grant delete, select on contacts.draft to kith_gate;
grant delete, select on ops.answered to kith_gate;
grant insert on exchange.finding to kith_gate;
grant insert on jobs.alert to kith_jobs;
grant insert, select on access.staff_change to kith_gate;
grant insert, select on access.subject to kith_app;
grant insert, select on access.viewing_week to kith_gate;
grant insert, select on audit.event to kith_gate;
grant insert, select on audit.seal to kith_sealer;
grant insert, select on chronology.event to kith_app;
grant insert, select on chronology.event_person to kith_app;
grant insert, select on chronology.significance to kith_app;
grant insert, select on exchange.finding to kith_app;
grant insert, select on ops.answered to kith_app;
grant insert, select on ops.answered to kith_partner;
grant insert, select on outputs.output to kith_app;
grant insert, select on outputs.words to kith_app;
grant insert, select on supervision.own_part to kith_gate;
grant insert, select, update on access.involvement to kith_app;
grant insert, select, update on access.many_opened to kith_gate;
grant insert, select, update on allegation.about to kith_app;
grant insert, select, update on allegation.allegation to kith_app;
grant insert, select, update on allegation.step to kith_app;
grant insert, select, update on answers.form to kith_app;
grant insert, select, update on answers.form_person to kith_app;
grant insert, select, update on answers.section to kith_app;
grant insert, select, update on answers.section_kept to kith_app;
grant insert, select, update on assessments.assessment to kith_app;
grant insert, select, update on assessments.assessment_person to kith_app;
grant insert, select, update on assessments.decision to kith_app;
grant insert, select, update on assessments.letter to kith_app;
grant insert, select, update on care.fact to kith_app;
grant insert, select, update on care.household to kith_app;
grant insert, select, update on care.household_member to kith_app;
grant insert, select, update on care.household_step to kith_app;
grant insert, select, update on care.period to kith_app;
grant insert, select, update on care.placement to kith_app;
grant insert, select, update on chronology.story to kith_app;
grant insert, select, update on chronology.story_person to kith_app;
grant insert, select, update on contacts.contact to kith_app;
grant insert, select, update on contacts.contact_person to kith_app;
grant insert, select, update on contacts.decision to kith_app;
grant insert, select, update on contacts.decision_person to kith_app;
grant insert, select, update on contacts.recommendation to kith_app;
grant insert, select, update on contacts.referral to kith_app;
grant insert, select, update on contacts.referral_person to kith_app;
grant insert, select, update on exchange.import to kith_app;
grant insert, select, update on exchange.kept_aside to kith_app;
grant insert, select, update on exchange.origin to kith_app;
grant insert, select, update on exchange.unclaimed to kith_app;
grant insert, select, update on handover.handover to kith_app;
grant insert, select, update on handover.handover_person to kith_app;
grant insert, select, update on jobs.alert to kith_gate;
grant insert, select, update on jobs.job to kith_gate;
grant insert, select, update on legal.advice to kith_app;
grant insert, select, update on legal.advice_person to kith_app;
grant insert, select, update on legal.direction to kith_app;
grant insert, select, update on legal.fact to kith_app;
grant insert, select, update on legal.matter to kith_app;
grant insert, select, update on legal.matter_person to kith_app;
grant insert, select, update on meetings.change to kith_app;
grant insert, select, update on meetings.decision to kith_app;
grant insert, select, update on meetings.invited to kith_app;
grant insert, select, update on meetings.meeting to kith_app;
grant insert, select, update on meetings.meeting_person to kith_app;
grant insert, select, update on meetings.passage to kith_app;
grant insert, select, update on notes.note to kith_app;
grant insert, select, update on notes.note_person to kith_app;
grant insert, select, update on notes.passage to kith_app;
grant insert, select, update on ops.setting to kith_app;
grant insert, select, update on outputs.output_person to kith_app;
grant insert, select, update on people.address to kith_app;
grant insert, select, update on people.becoming to kith_app;
grant insert, select, update on people.card to kith_app;
grant insert, select, update on people.fact to kith_app;
grant insert, select, update on people.hiding to kith_app;
grant insert, select, update on people.identifier to kith_app;
grant insert, select, update on people.legal_status to kith_app;
grant insert, select, update on people.name to kith_app;
grant insert, select, update on people.person to kith_app;
grant insert, select, update on people.relationship to kith_app;
grant insert, select, update on people.voice to kith_app;
grant insert, select, update on people.warning to kith_app;
grant insert, select, update on plans.action to kith_app;
grant insert, select, update on plans.member to kith_app;
grant insert, select, update on plans.need to kith_app;
grant insert, select, update on plans.plan to kith_app;
grant insert, select, update on plans.plan_person to kith_app;
grant insert, select, update on plans.progress to kith_app;
grant insert, select, update on plans.version to kith_app;
grant insert, select, update on protection.enquiry to kith_app;
grant insert, select, update on protection.enquiry_decision to kith_app;
grant insert, select, update on protection.enquiry_person to kith_app;
grant insert, select, update on reviewing.dispute to kith_app;
grant insert, select, update on reviewing.dispute_person to kith_app;
grant insert, select, update on reviewing.dispute_step to kith_app;
grant insert, select, update on supervision.entry to kith_app;
grant insert, select, update on supervision.entry_person to kith_app;
grant insert, select, update on supervision.entry_with to kith_app;
grant insert, select, update on supervision.named to kith_app;
grant insert, select, update on supervision.own_part to kith_app;
grant insert, select, update on supervision.session to kith_app;
grant insert, select, update on supervision.session to kith_gate;
grant insert, select, update on transfers.care to kith_app;
grant insert, select, update on transfers.come to kith_app;
grant insert, select, update on transfers.come_person to kith_app;
grant insert, select, update on transfers.council to kith_app;
grant insert, select, update on transfers.given to kith_app;
grant insert, select, update on transfers.given_person to kith_app;
grant insert, select, update on transfers.line to kith_app;
grant insert, select, update on transfers.piece to kith_app;
grant insert, select, update on transfers.staged to kith_app;
grant insert, select, update on work.allocation to kith_app;
grant insert, select, update on work.clock to kith_app;
grant insert, select, update on work.item to kith_app;
grant insert, select, update on work.item_person to kith_app;
grant insert, select, update on work.pause to kith_app;
grant insert, select, update on work.question to kith_app;
grant select on access.actor to kith_backup;
grant select on access.adoption to kith_backup;
grant select on access.adoption_listed to kith_backup;
grant select on access.attempt to kith_backup;
grant select on access.bar to kith_app;
grant select on access.bar to kith_backup;
grant select on access.bar to kith_partner;
grant select on access.bar_now to kith_gate;
grant select on access.break_glass to kith_backup;
grant select on access.counting_key to kith_backup;
grant select on access.exclusion to kith_backup;
grant select on access.factor to kith_backup;
grant select on access.involvement to kith_backup;
grant select on access.involvement to kith_reports;
grant select on access.left_behind to kith_backup;
grant select on access.line_now to kith_gate;
grant select on access.listed to kith_backup;
grant select on access.many_opened to kith_backup;
grant select on access.marking_change to kith_backup;
grant select on access.marking_now to kith_gate;
grant select on access.membership to kith_app;
grant select on access.membership to kith_backup;
grant select on access.membership_now to kith_gate;
grant select on access.outside_identity to kith_backup;
grant select on access.pending to kith_backup;
grant select on access.person_grant to kith_backup;
grant select on access.person_part to kith_app;
grant select on access.person_part to kith_backup;
grant select on access.person_part to kith_reports;
grant select on access.person_scope to kith_app;
grant select on access.person_scope to kith_backup;
grant select on access.person_scope to kith_partner;
grant select on access.reach to kith_app;
grant select on access.reach to kith_backup;
grant select on access.reach_now to kith_gate;
grant select on access.recovery to kith_backup;
grant select on access.recovery_code to kith_backup;
grant select on access.same_person to kith_gate;
grant select on access.scope_by_itself to kith_gate;
grant select on access.scope_now to kith_gate;
grant select on access.scope_of_survivor to kith_gate;
grant select on access.session to kith_backup;
grant select on access.share to kith_backup;
grant select on access.sight_request to kith_backup;
grant select on access.staff_change to kith_app;
grant select on access.staff_change to kith_backup;
grant select on access.subject to kith_backup;
grant select on access.team to kith_app;
grant select on access.team to kith_backup;
grant select on access.team_below to kith_gate;
grant select on access.told_count to kith_backup;
grant select on access.unusual_viewing to kith_backup;
grant select on access.viewing_week to kith_backup;
grant select on allegation.about to kith_backup;
grant select on allegation.allegation to kith_backup;
grant select on allegation.step to kith_backup;
grant select on answers.form to kith_backup;
grant select on answers.form_person to kith_backup;
grant select on answers.section to kith_backup;
grant select on answers.section_kept to kith_backup;
grant select on assessments.assessment to kith_backup;
grant select on assessments.assessment_person to kith_backup;
grant select on assessments.assessment_person to kith_reports;
grant select on assessments.decision to kith_backup;
grant select on assessments.factor to kith_backup;
grant select on assessments.factor to kith_reports;
grant select on assessments.letter to kith_backup;
grant select on audit.event to kith_backup;
grant select on audit.event to kith_sealer;
grant select on audit.seal to kith_backup;
grant select on audit.seal to kith_gate;
grant select on care.fact to kith_backup;
grant select on care.fact to kith_reports;
grant select on care.household to kith_backup;
grant select on care.household_member to kith_backup;
grant select on care.household_step to kith_backup;
grant select on care.period to kith_backup;
grant select on care.period to kith_reports;
grant select on care.placement to kith_backup;
grant select on care.placement to kith_reports;
grant select on chronology.event to kith_backup;
grant select on chronology.event_person to kith_backup;
grant select on chronology.significance to kith_backup;
grant select on chronology.story to kith_backup;
grant select on chronology.story_person to kith_backup;
grant select on contacts.contact to kith_backup;
grant select on contacts.contact_person to kith_backup;
grant select on contacts.contact_person to kith_reports;
grant select on contacts.decision to kith_backup;
grant select on contacts.decision_person to kith_backup;
grant select on contacts.draft to kith_backup;
grant select on contacts.recommendation to kith_backup;
grant select on contacts.referral to kith_backup;
grant select on contacts.referral to kith_reports;
grant select on contacts.referral_person to kith_backup;
grant select on contacts.referral_person to kith_reports;
grant select on exchange.finding to kith_backup;
grant select on exchange.import to kith_backup;
grant select on exchange.journal to kith_backup;
grant select on exchange.kept_aside to kith_backup;
grant select on exchange.origin to kith_backup;
grant select on exchange.unclaimed to kith_backup;
grant select on handover.handover to kith_backup;
grant select on handover.handover_person to kith_backup;
grant select on jobs.alert to kith_backup;
grant select on jobs.job to kith_backup;
grant select on legal.advice to kith_backup;
grant select on legal.advice_person to kith_backup;
grant select on legal.direction to kith_backup;
grant select on legal.fact to kith_backup;
grant select on legal.matter to kith_backup;
grant select on legal.matter_person to kith_backup;
grant select on meetings.change to kith_backup;
grant select on meetings.decision to kith_backup;
grant select on meetings.invited to kith_backup;
grant select on meetings.meeting to kith_backup;
grant select on meetings.meeting_person to kith_backup;
grant select on meetings.meeting_person to kith_reports;
grant select on meetings.passage to kith_backup;
grant select on migration to kith_backup;
grant select on notes.note to kith_backup;
grant select on notes.note to kith_partner;
grant select on notes.note_person to kith_backup;
grant select on notes.note_person to kith_partner;
grant select on notes.note_person to kith_reports;
grant select on notes.passage to kith_backup;
grant select on notes.passage to kith_partner;
grant select on ops.answered to kith_backup;
grant select on ops.gate to kith_backup;
grant select on ops.setting to kith_backup;
grant select on ops.setting to kith_gate;
grant select on ops.setting to kith_partner;
grant select on ops.setting to kith_reports;
grant select on ops.several to kith_backup;
grant select on outputs.output to kith_backup;
grant select on outputs.output_person to kith_backup;
grant select on outputs.words to kith_backup;
grant select on people.address to kith_backup;
grant select on people.becoming to kith_backup;
grant select on people.card to kith_backup;
grant select on people.card to kith_partner;
grant select on people.card to kith_reports;
grant select on people.compare_due to kith_backup;
grant select on people.fact to kith_backup;
grant select on people.fact to kith_reports;
grant select on people.hiding to kith_backup;
grant select on people.identifier to kith_backup;
grant select on people.identifier to kith_reports;
grant select on people.kept_row to kith_backup;
grant select on people.legal_status to kith_backup;
grant select on people.legal_status to kith_reports;
grant select on people.name to kith_backup;
grant select on people.person to kith_backup;
grant select on people.possible_duplicate to kith_backup;
grant select on people.relationship to kith_backup;
grant select on people.search_due to kith_backup;
grant select on people.search_entry to kith_backup;
grant select on people.search_line to kith_backup;
grant select on people.voice to kith_backup;
grant select on people.warning to kith_backup;
grant select on plans.action to kith_backup;
grant select on plans.member to kith_backup;
grant select on plans.need to kith_backup;
grant select on plans.plan to kith_backup;
grant select on plans.plan_person to kith_backup;
grant select on plans.progress to kith_backup;
grant select on plans.version to kith_backup;
grant select on protection.enquiry to kith_backup;
grant select on protection.enquiry_decision to kith_backup;
grant select on protection.enquiry_person to kith_backup;
grant select on protection.enquiry_person to kith_reports;
grant select on returns.adoption_way to kith_backup;
grant select on returns.came to kith_app;
grant select on returns.came to kith_backup;
grant select on returns.child to kith_app;
grant select on returns.child to kith_backup;
grant select on returns.explained to kith_app;
grant select on returns.explained to kith_backup;
grant select on returns.finding to kith_app;
grant select on returns.finding to kith_backup;
grant select on returns.given_list to kith_app;
grant select on returns.given_list to kith_backup;
grant select on returns.given_list to kith_reports;
grant select on returns.held to kith_app;
grant select on returns.held to kith_backup;
grant select on returns.made to kith_app;
grant select on returns.made to kith_backup;
grant select on returns.neighbour to kith_app;
grant select on returns.neighbour to kith_backup;
grant select on returns.number to kith_app;
grant select on returns.number to kith_backup;
grant select on returns.postcode to kith_app;
grant select on returns.postcode to kith_backup;
grant select on returns.postcode to kith_reports;
grant select on returns.provider to kith_app;
grant select on returns.provider to kith_backup;
grant select on returns.provider to kith_reports;
grant select on returns.published to kith_app;
grant select on returns.published to kith_backup;
grant select on returns.region to kith_app;
grant select on returns.region to kith_backup;
grant select on returns.region to kith_reports;
grant select on reviewing.dispute to kith_backup;
grant select on reviewing.dispute_person to kith_backup;
grant select on reviewing.dispute_step to kith_backup;
grant select on supervision.entry to kith_backup;
grant select on supervision.entry_person to kith_backup;
grant select on supervision.entry_with to kith_backup;
grant select on supervision.named to kith_backup;
grant select on supervision.own_part to kith_backup;
grant select on supervision.session to kith_backup;
grant select on transfers.care to kith_backup;
grant select on transfers.come to kith_backup;
grant select on transfers.come_person to kith_backup;
grant select on transfers.council to kith_backup;
grant select on transfers.council to kith_gate;
grant select on transfers.given to kith_backup;
grant select on transfers.given_person to kith_backup;
grant select on transfers.line to kith_backup;
grant select on transfers.piece to kith_backup;
grant select on transfers.staged to kith_backup;
grant select on transfers.staged to kith_gate;
grant select on work.allocation to kith_backup;
grant select on work.clock to kith_backup;
grant select on work.item to kith_backup;
grant select on work.item_person to kith_backup;
grant select on work.pause to kith_backup;
grant select on work.question to kith_backup;
grant select, update on exchange.import to kith_gate;

-- Rights on columns -----------------------------------------------------------------------------------

grant select (id, domain, discussion_id, initiated_on, state, finished_on, recorded_at) on protection.enquiry to kith_reports;
grant select (id, domain, kind, happened_on) on notes.note to kith_reports;
grant select (id, domain, received_on, source_code) on contacts.contact to kith_reports;
grant select (id, household_id, step, on_day, superseded_at) on care.household_step to kith_reports;
grant select (id, kind) on care.household to kith_reports;
grant select (id, kind, domain, state, on_day, subject_kind, subject_id, held_at, recorded_at) on meetings.meeting to kith_reports;
grant select (id, kind, name, email, job_title, phone, qualified, caseload_limit, hours, active, version, registration) on access.actor to kith_app;
grant select (id, member_id, household_id, gender, ethnicity, disabled, recorded_at, superseded_at) on care.household_member to kith_reports;
grant select (id, name) on access.team to kith_reports;
grant select (id, name, qualified, registration) on access.actor to kith_reports;
grant select (id, person_id, referral_id, path, outcome, fragment, state, recorded_at) on exchange.kept_aside to kith_reports;
grant select (id, referral_id, domain, started_on, authorised_on, outcome, state, recorded_at, authorised_at) on assessments.assessment to kith_reports;
grant select (plan_id, person_id, domain, kind, conference_id, category, first_category, started_on, ended_on, ended_by, recorded_at, ended_at) on plans.plan_person to kith_reports;
grant update (state, subject_id, decided_because, decided_at, decided_by, sent_at, sent_by) on outputs.output to kith_app;

-- Gate functions, and why -----------------------------------------------------------------------------

-- access.actor_changed(): trigger: an actor changed
-- access.add_factor(uuid,uuid,jsonb,bytea,bytea): a second factor is added
-- access.adoption_changed(): trigger: the list of an adoption changed
-- access.adoption_holders(): who holds the adoption role, for those who hold it
-- access.adoption_list(uuid): who is on the list of an adoption, for those on it
-- access.adoption_of(uuid): the sealed link of an adoption, for those on its list
-- access.answers_request(uuid): whether somebody may answer a request for sight in words
-- access.are_apart(uuid,uuid): the two identities of an adopted child are never merged
-- access.ask_for_sight(uuid,uuid,text,text): somebody asks to see a record
-- access.ask_recovery(uuid,uuid,uuid,text): an administrator asks for a recovery
-- access.asked_of(uuid,uuid[]): whom a request for sight reaches
-- access.attempts(bytea[]): sign-in slows down after failures
-- access.begin_membership(uuid,uuid,uuid,text,timestamp with time zone,timestamp with time zone,text): administration of roles
-- access.begin_pending(bytea,uuid,text,jsonb): sign-in: between password and second factor
-- access.break_the_glass(uuid,uuid,text,integer): opens a record with a reason, for reading, for some hours
-- access.close_request(uuid,text): ends the work that a request for sight was
-- access.close_the_glass(uuid): ends one's own break-glass
-- access.closed_role_ends(): sight that a role gave ends with the role
-- access.count_attempt(bytea[],timestamp with time zone): sign-in slows down after failures
-- access.credential(text): sign-in reads the password hash
-- access.credential_of(uuid): asking again for the password of somebody signed in
-- access.decide_sight(uuid,text,timestamp with time zone,text): a request for sight is decided
-- access.derive(uuid): works out who may see a person
-- access.derive_adoption(uuid[]): works out who sees an old identity by its adoption
-- access.derive_left_behind(uuid[]): works out who may find an old identity in the records of brothers and sisters
-- access.derive_line(uuid,uuid): works out what those above a worker reach
-- access.derive_reach(uuid): works out what an actor reaches
-- access.end_exclusion(uuid,text): ends an exclusion
-- access.end_factor(uuid,uuid): one's own second factor is taken away
-- access.end_grant(uuid,text): ends a grant
-- access.end_membership(uuid,timestamp with time zone,text): administration of roles
-- access.end_outside(text,text,text): the provider ended a session
-- access.end_pending(bytea): sign-in: the second factor was right
-- access.end_session(bytea): sign-out ends a session
-- access.end_sessions(uuid,uuid,uuid): ends sessions, one's own or by the administrator
-- access.end_weak_sessions(uuid,uuid): a second factor is asked for from now on
-- access.enter(bytea): enters with a session
-- access.enter_as(uuid): enters as an actor, for the command line and jobs
-- access.everyone(uuid): all parts of a person
-- access.exclude(uuid,uuid,uuid,text,timestamp with time zone): keeps a colleague from a person
-- access.factors_of(uuid): sign-in checks a second factor
-- access.find_for_review(text): the privacy officer finds an open record by its name
-- access.find_many(text[]): finds accounts that open very many records now
-- access.find_unusual(text[],integer,integer,integer): finds the unusual viewing of the weeks that nobody looked through yet
-- access.finds(uuid): the rule of the name card, for policies
-- access.follow_groups(uuid,jsonb): roles that follow the groups of the provider
-- access.for_review(uuid): what the privacy officer is told of somebody on record
-- access.forget(): trigger: what was known of anybody's sight is asked again
-- access.forget_attempts(bytea[]): sign-in slows down after failures
-- access.from_outside(text,text): sign-in by the council's provider
-- access.given_sight(integer): what accounts were given, for the administrator, without whose record it is
-- access.glass_to_review(): openings to review, for the privacy officer
-- access.grant_sight(uuid,uuid,uuid,text,boolean,timestamp with time zone,text): a named, time-limited grant
-- access.has_address(text): sign-in by the council's provider: a joiner takes nobody's address
-- access.has_role(text[]): what roles the present actor has
-- access.involve(uuid,uuid,uuid,uuid,text,text,date): begins an involvement
-- access.involve_beside(uuid[],uuid[],uuid,uuid,text,date): a team works also with the adults of a case
-- access.involved(uuid): the name card tells who works with the person
-- access.is_administrator(uuid): whether somebody is an administrator, whose sight needs a second person
-- access.is_kept_from(uuid,uuid[]): work is not given to a colleague who is kept from the person, for those who may write about them
-- access.join_from_outside(uuid,jsonb): a joiner by the council's provider
-- access.join_legal(uuid[],uuid,text,date): legal advice is opened to the legal role, the allocated worker and whom they name, for those who may write about the person
-- access.keep_actor(uuid,jsonb,integer,text): administration of staff
-- access.keep_recovery_codes(uuid,bytea[]): new recovery codes
-- access.keep_team(uuid,jsonb,integer,text): administration of teams
-- access.keep_told(jsonb): keeps what was told of counts beyond one’s own sight
-- access.kept(uuid): how a record is kept, for those who may change it
-- access.kept_away(uuid,uuid): whether a colleague is kept from a person
-- access.kept_history(uuid): what was done about who may see a record, for those who keep it
-- access.know(uuid[]): looks up the sight of several people at once, for the policies of this transaction
-- access.known_outside(text,text): sign-in by the council's provider: a leaver is no joiner
-- access.legal_follows_worker(): sight of legal advice ends with the allocation
-- access.link_outside(text,text,uuid): sign-in by the council's provider, the first time
-- access.look_pending(bytea): sign-in: between password and second factor
-- access.look_through_week(date,text[],integer,integer,integer): finds the unusual viewing of one week
-- access.look_up_to_write(uuid[],text): looks up at once whom of several people the actor sees and may write about, for the policies of this transaction
-- access.look_up_writing(uuid[],text): looks up at once whom of several people the actor may write about, for the policies of this transaction
-- access.lookers(uuid): who looked at one record, for the privacy officer
-- access.many_to_review(): accounts that opened very many records, for the privacy officer
-- access.mark(uuid,uuid,text,uuid[],text): marks a person restricted or sealed, or opens the record
-- access.marking_of(uuid): the strictest marking of a person's parts
-- access.may_hold_adoption(uuid,uuid): who may stand on the list of an adoption
-- access.may_keep(uuid,text): who may mark, exclude and grant
-- access.may_merge(uuid,uuid): who may merge two people
-- access.may_merge_otherwise(uuid,uuid): who may merge two people
-- access.may_witness(uuid): who may witness a recovery
-- access.membership_changed(): trigger: a membership changed
-- access.mend_scope(): the nightly comparison of sight with its sources
-- access.merge(uuid,uuid,text): merges two people; re-points nothing
-- access.my_requests(uuid): what one asked oneself about a record
-- access.name_for_adoption(uuid,uuid,text): names a colleague on the list of an adoption
-- access.name_on_list(uuid,uuid,uuid,timestamp with time zone,text): those who keep a marked record name a colleague on its list
-- access.not_writable(uuid[],text): all or nothing for commands on several people
-- access.on_adoption_list(uuid): whether one is on the list of an adoption
-- access.open_session(bytea,uuid,uuid,text,text,boolean): sign-in begins a session
-- access.outside_of(bytea): signing out at the provider too
-- access.own_record(uuid,uuid): a colleague has a record of their own
-- access.part_changed(): trigger: people were merged or un-merged
-- access.part_merging(): trigger: where a merged person ends
-- access.parts_of(uuid): what a person was merged from
-- access.person_changed(): trigger: a source of sight changed
-- access.processing(): the register of processing, in counts and settings
-- access.propose_sight(uuid,uuid,uuid,text,boolean,timestamp with time zone,text): an administrator's sight waits for a second person
-- access.prove_session(uuid,text,boolean): somebody signed in showed again who they are
-- access.put_on_list(uuid,uuid,uuid,timestamp with time zone,text): names a colleague on the list of a marked record
-- access.rebuild_scope(): nightly rebuild, and after bulk loading
-- access.recoveries_to_witness(): what waits for a witness
-- access.recovery_codes_left(uuid): how many recovery codes are left
-- access.recovery_notices(boolean): the person is told of the recovery
-- access.request_of(uuid): one request for sight, for those whom it reached
-- access.review_glass(uuid,text): an opening was reviewed
-- access.review_many(uuid,text): the privacy officer looked at an account that opened very many records
-- access.review_unusual(uuid,text): the privacy officer looked at unusual viewing
-- access.same_words(text,text): whether two ways of writing a place are the same
-- access.scope_difference(): compares derived sight with its sources
-- access.seal_adoption(uuid,uuid,uuid,uuid[],date,text): seals the link between the old and the new identity of an adopted child
-- access.sees(uuid,text): the rule of full sight, for policies
-- access.send_request(uuid,uuid,uuid[],uuid): puts a request for sight into the trays of those whom it reaches
-- access.session_outside(uuid,text,text): a session by the council's provider
-- access.sessions_of(uuid): open sessions, one's own or by the administrator
-- access.set_active(uuid,boolean,text): administration of staff
-- access.set_identity(uuid): sets who asks
-- access.set_password(uuid,text,uuid): passwords, one's own or by the administrator
-- access.signs_in(uuid): sign-in: with what somebody can prove themselves
-- access.slowed_sessions(): which sessions are slowed down, as marks that open nothing
-- access.standing(uuid): what may be known of a person, before their page
-- access.start_session(bytea,uuid,uuid,text): sign-in begins a session
-- access.stays(uuid[],text): passages that an old identity shares with brothers and sisters, for policies
-- access.subject_changed(): trigger: a marking changed
-- access.survivor_of(uuid): who a merged person is now
-- access.take_off_adoption(uuid,uuid,text): takes a colleague off the list of an adoption
-- access.take_off_list(uuid,uuid,uuid,text): takes a colleague off the list of a marked record
-- access.team_added(): trigger: a team was added below those who manage above it
-- access.team_changed(): trigger: the tree of teams changed
-- access.tell_of_merge(text,uuid[]): writes a merge into the chronology of both
-- access.tell_pending(bytea,jsonb): sign-in: between password and second factor
-- access.tie_outside(text,text,uuid,text): an administrator says who somebody is at the provider
-- access.told_counts(): what somebody was told of counts beyond their own sight
-- access.touch_session(bytea): somebody is still at work on an open page
-- access.try_pending(bytea): sign-in: counts wrong codes
-- access.unlinked(text,text): sign-in by the council's provider, the first time
-- access.unmerge(uuid): takes a merge back
-- access.unusual_of(date): unusual viewing of one week, for the privacy officer
-- access.use_factor(uuid,bigint): a code is good once
-- access.use_recovery_code(uuid,bytea): a recovery code is good once
-- access.viewing_weeks(): weeks that were looked through, for the privacy officer
-- access.watch(bytea[]): open pages learn that a session is over or its reach has changed
-- access.way_of(uuid,uuid[],timestamp with time zone): why somebody could see a person at a moment
-- access.what_did(uuid,timestamp with time zone,timestamp with time zone,bigint,integer): the audit of one account, for the privacy officer
-- access.who_looked(uuid,uuid,timestamp with time zone,timestamp with time zone,bigint,integer): the audit of one record, for the privacy officer
-- access.who_works_with(uuid): the worker to contact, for those who see the name card
-- access.withdraw_request(uuid): a request for sight is taken back by whoever asked
-- access.witness_recovery(uuid,boolean): a witness confirms or declines a recovery
-- access.witnesses(): who may witness a recovery, for the administrator to choose
-- access.worker_alone(): trigger: a worker works with somebody on their own
-- access.writer_of(bytea): sign-in: what is sent after a session ended waits for its writer
-- access.writes(uuid,text): the rule of writing, for policies
-- allegation.allegation_nobody_yet(uuid): a row that is being written has no people yet
-- allegation.open_to_officers(uuid[],date): designated officers see whom an allegation is about, in its domain
-- allegation.take_up(date): allegations are opened to a designated officer who came later
-- allegation.tell(jsonb,uuid[]): an allegation is told to the designated officers by somebody who reads it no more
-- answers.form_nobody_yet(uuid): a row that is being written has no people yet
-- assessments.assessment_nobody_yet(uuid): a row that is being written has no people yet
-- audit.append(text,uuid[],text,boolean,text,text,uuid): the audit is appended to, never read or changed, by the application
-- audit.append_reads(jsonb): the audit is appended to, never read or changed, by the application: the events of several reads at once
-- care.approved_for_good(uuid,integer): tells which children live with carers who were approved for a time and are foster carers now, and who holds each; nobody’s name
-- care.homes_in_question(uuid,date,integer): tells which children live with carers whom nobody approves any more, and who holds each; nobody’s name
-- care.is_staff(): whether whoever asks is staff, for carer households
-- care.is_whole(uuid): whether every day in care has a placement and a legal status
-- care.keep_whole(): refuses a day in care without a placement or a legal status
-- care.look_up_tonight(date): looks up the sight of those who are in care on a day, for the policies of this transaction
-- care.placed_with(): how many children live with each carer household
-- care.places_kept(): whose place is hidden today, for lists
-- care.told_tonight(date,text[],text,text[],text[],integer,integer,text): where every child in care is on a day, counted and one page of them, as far as the reader sees it
-- care.with_nobody(): children in our care with whom nobody works, those whom the actor sees
-- chronology.counted(uuid[]): how many events people have, as far as the reader sees them
-- chronology.event_nobody_yet(uuid): a row that is being written has no people yet
-- chronology.story_nobody_yet(uuid): a row that is being written has no people yet
-- chronology.told_of(uuid,integer,boolean,date,text[],jsonb): a chronology of one person as text, as far as the reader sees it
-- contacts.contact_nobody_yet(uuid): a row that is being written has no people yet
-- contacts.decision_nobody_yet(uuid): a row that is being written has no people yet
-- contacts.name_person(uuid,uuid,text): a contact is about people whom its recorder may not read
-- contacts.pass_on(uuid,jsonb,jsonb,uuid[],uuid[]): a contact about people whom its recorder may not read goes on to the front door
-- contacts.referral_nobody_yet(uuid): a row that is being written has no people yet
-- contacts.tell_listed(uuid,integer[],integer[],date): a contact matches a sealed record: those on its list are told
-- contacts.tell_those_listed(uuid,uuid,date): a contact names a restricted record: those on its list are told
-- exchange.before_taking_back(uuid): how many children of an import can be taken back, for those who may
-- exchange.keep_in_journal(): trigger: what an import writes can be taken back
-- exchange.may_settle(uuid): who may take an import back or accept it
-- exchange.perhaps_known(uuid): how many children of an import may be recorded twice: a number only
-- exchange.settle(uuid,text,jsonb): accepts an import, or says that it was taken back
-- exchange.take_back(uuid,uuid,integer): takes an import back, for those who may
-- exchange.take_child_back(uuid,uuid): takes one child of an import back: called by exchange.take_back
-- exchange.written_since(uuid,uuid[]): what stands against taking children of an import back
-- handover.also_about_others(uuid[],uuid[],date): work that is also about a brother or sister does not go with the others to another team
-- handover.handover_nobody_yet(uuid): a row that is being written has no people yet
-- handover.keep_owned(): trigger: a handover that waits is with somebody
-- handover.settle(): trigger: sight for the sake of a handover ends with it; the adults of a family go along
-- jobs.add(uuid,text,jsonb,timestamp with time zone): a request adds a job within its own transaction
-- jobs.alerts(): what an administrator has to look at
-- jobs.close_alert(uuid): an administrator has looked at it
-- jobs.shown(integer): background work, for administrators
-- jobs.try_again(uuid): a failed job is tried again, by administrators
-- jobs.wipe_answered(integer): answers kept for repeats are wiped after their time
-- jobs.wipe_drafts(integer): unsent drafts are wiped after their time
-- jobs.wipe_sessions(integer): sessions that are over are removed
-- jobs.witness(text,text): background work is done in the name of Kith, and audited
-- legal.advice_nobody_yet(uuid): a row that is being written has no people yet
-- legal.find_text(text,uuid[],integer,jsonb): text search of orders, legal work, legal advice and allegations: answers only what the actor may read
-- legal.going_on(uuid[],text[]): the legal work that goes on in some teams with the days by which its clock runs, of the children whom the actor sees
-- legal.matter_nobody_yet(uuid): a row that is being written has no people yet
-- meetings.find_text(text,uuid[],integer): text search of minutes, plans and dated facts: answers only what the actor may read
-- meetings.meeting_nobody_yet(uuid): a row that is being written has no people yet
-- notes.find_text(text,uuid[],integer): text search: answers only what the actor may read
-- notes.note_nobody_yet(uuid): a row that is being written has no people yet
-- outputs.keep_sealed(uuid,text,text): documents are sealed with the present key
-- outputs.may_judge(uuid): who may agree to an output that names something hidden
-- outputs.newest_keys(): with which keys the newest documents are sealed
-- outputs.output_nobody_yet(uuid): a row that is being written has no people yet
-- outputs.tells_of_others(uuid,integer): a copy of the record leaves out what is also about people its sender may not know
-- outputs.tells_of_unseen(text,uuid,integer): plans, minutes and papers that go out leave out what is also about people their sender may not know
-- outputs.to_seal(text,uuid,integer): documents are sealed with the present key: what is not yet
-- people.address_kept(): trigger: a new address may be hidden
-- people.address_marked(): trigger: an address was marked as hidden when it was recorded
-- people.alike(uuid,integer[],integer[],integer[]): the server looks for records of the same person
-- people.any_kept_from_me(): whether anything is hidden from whoever asks
-- people.becoming_changed(): trigger: a pregnancy ended, or that was taken back
-- people.born_beside(uuid,uuid): a twin is worked with and kept as the one who keeps the record
-- people.card_changed(): trigger: a name or date changed
-- people.compare(uuid,uuid): two records beside each other, for those who may merge them
-- people.comparing_waits(): how many wait to be compared with the others
-- people.derive_card(uuid): works out the name card
-- people.described_of(uuid): what search knows of a person: called by gate functions only
-- people.duplicates(uuid,integer): possible duplicates, for those who may merge both
-- people.end_kept(uuid,text,date,timestamp with time zone): a move ends an address that is hidden from whoever records it
-- people.entry_filed(): trigger: somebody has to be compared with the others
-- people.fact_kept(): trigger: a new school, practice or number may be hidden
-- people.file(jsonb): files people for search
-- people.file_everybody(): everybody is filed for search anew
-- people.filing_waits(): whether somebody waits to be filed for search
-- people.find(integer[],integer[],integer[],text,text,integer[],integer[],integer[]): search: answers cards of people the actor may find
-- people.find_best(integer[],integer[],integer[],text,text,integer[],integer[],integer[],integer[]): search: answers cards of people the actor may find, the likeliest first
-- people.fold_back(uuid,uuid,text): a child of a birth that was taken back answers as the unborn again
-- people.give_to_part(uuid,uuid[]): gives what is about the part to the part, when a merge is taken back
-- people.hidden_from(uuid,uuid,uuid[]): what is hidden from a reader, to be looked for in what goes out to them
-- people.hiding_changed(): trigger: a decision to hide was made or ended
-- people.holds(people.hiding): whether a decision to hide holds today
-- people.keep_alike(uuid,jsonb): the server keeps what may be one person
-- people.keep_rows(uuid): works out which rows a decision to hide covers
-- people.keeps_from_me(people.hiding): whether a decision to hide keeps things from whoever asks
-- people.kept_now(uuid): whether a row is hidden today, so that it is shown only when asked for
-- people.look_up_family(uuid): looks up the sight of the family around somebody, for the policies of this transaction
-- people.may_hear_of(uuid): whether whoever asks may know that something is hidden, for policies
-- people.number_changed(): trigger: the number that a child without a name is called by
-- people.part_gone(): trigger: parts of a person were taken apart
-- people.part_kept(): trigger: what is hidden of one part is hidden of the whole
-- people.person_changed(): trigger: a person was added
-- people.say_two_people(uuid,uuid,text): a pair is two people, says somebody who may merge
-- people.search_changed(): trigger: somebody has to be filed for search again
-- people.shows(uuid): whether whoever asks may be given a hidden row, for policies
-- people.shows_carer(uuid): whether whoever asks may know who cares for a child in a hidden placement, for policies
-- people.to_compare(integer): the server compares who was filed with the others
-- people.to_file(integer): what the search files of people whose facts this transaction changed
-- people.written_since(uuid): what was written on a shared record, when a merge is taken back
-- plans.drifting_in(uuid[],integer): which plans of some teams drift as it was last looked for, of the people whom the actor sees
-- plans.look_for_drift(text[],text[]): works out which plans drift, for the boards of a service; tells how many that changed
-- plans.plan_nobody_yet(uuid): a row that is being written has no people yet
-- plans.with_nobody(): children on a plan with whom nobody works, those whom the actor sees
-- protection.enquiry_nobody_yet(uuid): a row that is being written has no people yet
-- returns.adopters_came(date): adopters of an Annex A as they came, for the one that is made of the same day
-- returns.adoption_ways(): the days of the ways to adoption, without whose they are; of sealed records for the return’s own role
-- returns.annex_came(date): children of an Annex A as they came, for the one that is made of the same day
-- returns.ask(uuid,text,integer): asks for a return; it is made in the background
-- returns.ask_as_at(uuid,text,integer,date): asks for a return; it is made in the background
-- returns.asked(uuid): which return is to be made
-- returns.begin(uuid,text,integer): a return is made from the command line
-- returns.begin_as_at(uuid,text,integer,date): a return is made from the command line
-- returns.came_for(integer): the rows of a return as they came, for the return that is made of the same year
-- returns.came_of(text[]): a return that is imported goes on from those of other years
-- returns.census_came(integer): children of a census as they came, for the census that is made of the same year
-- returns.counted_in(text,integer): the numbers of a year for a manager: names of those whom they see, marks of all others
-- returns.explain(uuid,uuid,text,text,text): why a rule is right to be broken by a child
-- returns.explained_of(text): which rules are right to be broken by whom
-- returns.fill(uuid,jsonb,jsonb): what a return holds and what was found in it
-- returns.finish(uuid,jsonb,text): a return is made, and the audit holds of whom
-- returns.gone_kept_since(): since which night record quality can say how its numbers went
-- returns.held_to_seal(text,uuid,integer): what waits of returns is sealed with the present key: what is not yet
-- returns.hold(uuid,integer,uuid,uuid,jsonb): children of a return who are marked people wait for somebody who may see them
-- returns.is_officer(): whether whoever asks makes returns: for the policies of what is kept of them
-- returns.keep_adoption_ways(jsonb): the days of the ways to adoption, without whose they are
-- returns.keep_census(uuid,uuid,integer,text,jsonb,text): keeps a child of a census as it came, for the census that is made of the same year
-- returns.keep_counted(uuid,jsonb): by which measures each child of a return is counted
-- returns.keep_held_sealed(uuid,text): what waits of returns is sealed with the present key
-- returns.keep_prints(uuid,jsonb): a print of what the record told of the children of an Annex A that came
-- returns.keep_sealed(text,text): returns are sealed with the present key
-- returns.measure(uuid,jsonb): the numbers of the year that a return tells
-- returns.numbers(jsonb): the numbers of children in returns, given once
-- returns.people_of_import(uuid): whom an import told of, for their prints
-- returns.person_of(jsonb): who a child of a return is
-- returns.rows_of(uuid): the rows of a return, for its files
-- returns.send(uuid,text): a return was sent: it is kept as it went
-- returns.sent_rows(text,integer): what was sent last year, for the rules that compare with it
-- returns.settle_held(uuid,boolean,text): whoever may see a marked person decides what of a return is theirs
-- returns.stand(uuid,date): what was found this night takes the place of what was found before
-- returns.step(uuid,text): how far a return that is being made has come
-- returns.take(uuid,integer,uuid,uuid,jsonb): takes children of a return into the record
-- returns.take_list(text,jsonb,text): the returns officer takes in a list that rules compare with
-- returns.telling(text,integer): which return tells of a year
-- returns.to_seal(text,text,integer): returns are sealed with the present key: what is not yet
-- returns.uncounted(): returns that tell of a year and are not counted yet
-- returns.wanted(uuid): which return is to be made
-- returns.years_told(): of which years a manager may read the numbers
-- reviewing.dispute_nobody_yet(uuid): a row that is being written has no people yet
-- reviewing.look_up_desk(text[],date): looks up the sight of those whose meetings the actor chairs or whom they review, for the policies of this transaction
-- supervision.entry_nobody_yet(uuid): a row that is being written has no people yet
-- transfers.account(uuid): what became of each line of a case that came, for whoever brought it in and for the command line: kinds, days and outcomes, nobody by name
-- transfers.came_before(uuid): a file that came before is not taken twice, whoever brought it
-- transfers.come_nobody_yet(uuid): a row that is being written has no people yet
-- transfers.decides(): whether somebody manages a team of children’s social care, and so looks at what another council sent
-- transfers.find_text(text,uuid[],integer): text search of what other councils handed to us: answers only what the actor may read
-- transfers.given_nobody_yet(uuid): a row that is being written has no people yet
-- transfers.keep_receipt(uuid,text): a receipt that was brought in waits on the transfer until somebody who works with the family closes it
-- transfers.waits_for(uuid): a receipt from another council is compared with the transfer that waits for it: ids, nobody by name
-- work.board_of_teams(uuid[],date,date,timestamp with time zone,text[],text,uuid,text[],integer): boards: open work of teams, counted and listed as far as the reader sees it
-- work.board_told(uuid[],date,integer): a board as the text that is sent, as far as the reader sees it
-- work.item_carried(): trigger: the links of open work carry whose it is
-- work.item_nobody_yet(uuid): a row that is being written has no people yet
-- work.item_person_carries(): trigger: the links of open work carry whose it is
-- work.item_person_left(): trigger: a piece of work has lost somebody
-- work.left_behind(): trigger: the last work with a family ended
-- work.look_up_open(uuid,uuid[]): looks up the sight of the people of open work, for the policies of this transaction
-- work.open_of_teams(uuid[],date,integer): what is open for teams, counted as far as the reader sees it; looks up the people of its pieces
-- work.past_clocks(text,date,integer): how long a duty took in the last year, for an administrator who changes its measure: days and teams, nobody
-- work.people_of_workers(uuid[]): how many people workers work with, as far as the reader sees them
-- work.to_keep_in_step(date,integer): tells the night whose duties change by the calendar alone, and who holds each; nobody’s name
