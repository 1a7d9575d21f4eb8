-- What comes from other systems: which file, what of it was taken, and what is kept whole beside the record until it has a place there.

create schema exchange;
grant usage on schema exchange to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

-- A file, told by its content: the same file is one row however often it comes. No fact of a person stands here.
create table exchange.import (
  id uuid primary key,
  format text not null check (format in ('cin')),
  file_name text not null,
  sha256 text not null,
  authority text not null,
  year int not null,
  structure int not null,                             -- the year whose structure it was read with
  reference_on date,
  software text not null default '',
  children int not null,
  state text not null default 'running' check (state in ('running', 'finished', 'stopped')),
  account jsonb,                                      -- the reconciliation: counts, lines and reasons, no values
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  started_by uuid not null
);
grant select, insert, update on exchange.import to kith_app;

-- Each element that was not simply taken: where it stands and why. Never its value, never whose it is.
create table exchange.finding (
  import_id uuid not null references exchange.import,
  child int not null,                                 -- the n-th child of the file; 0: outside every child
  place int not null,
  line int not null,
  path text not null,
  outcome text not null check (outcome in ('taken', 'kept aside', 'refused')),
  reason text not null,
  elements int not null,
  primary key (import_id, child, place)
);
grant select, insert on exchange.finding to kith_app;

-- Where a person came from: the newest census that told of them.
create table exchange.origin (
  person_id uuid primary key references access.subject,
  domain text not null default 'children',
  authority text not null,
  year int not null,
  import_id uuid not null references exchange.import
);
call access.guard_person('exchange.origin');

-- Kept whole: what has no table yet, or did not hold. `waiting` until it is taken by `import resume`.
create table exchange.kept_aside (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  import_id uuid not null references exchange.import,
  referral_id uuid,
  path text not null,
  line int not null,
  outcome text not null check (outcome in ('kept aside', 'refused')),
  reason text not null,
  fragment jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken')),
  taken_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
create index on exchange.kept_aside (person_id) where state = 'waiting';
create index on exchange.kept_aside (import_id);
call access.guard_person('exchange.kept_aside');

-- The same for what has no person here: nobody can say whose it is, or the record was closed to the import. Seen by the importer only.
create table exchange.unclaimed (
  id uuid primary key,
  import_id uuid not null references exchange.import,
  child int not null,                                 -- the n-th child of the file; 0: outside every child
  path text not null,
  line int not null,
  outcome text not null check (outcome in ('kept aside', 'refused')),
  reason text not null,
  fragment jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken')),
  taken_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null
);
create index on exchange.unclaimed (import_id);
call access.guard_gate('exchange.unclaimed');
create policy own on exchange.unclaimed to kith_app using (recorded_by = (select access.actor())) with check (recorded_by = (select access.actor()));
grant select, insert, update on exchange.unclaimed to kith_app;
grant select on all tables in schema exchange to kith_backup;
