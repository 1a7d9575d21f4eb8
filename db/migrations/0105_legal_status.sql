-- Legal statuses and orders as effective-dated facts of a person. One table: they are one history to whoever reads it. A status of being looked after
-- (kind lookedAfter) excludes every other such status at the same time; other orders may hold beside each other and beside it.
-- The status is a fact of the child's record (domain children). Legal advice is not kept here: it is of the domain legal.

create extension if not exists btree_gist with schema public;

create table people.legal_status (
  id uuid primary key,                                -- this version of it
  order_id uuid not null,                             -- the same through all versions; several children under one order have it in common
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  kind text not null check (kind in ('lookedAfter', 'order')),
  code text not null,                                 -- of content/codes/legalStatus
  court text, case_number text, details text,
  expires_on date,                                    -- when it runs out by itself, as the court or the law said
  valid_from date not null, valid_to date,            -- valid_to: the day it no longer holds
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid,
  superseded_why text,                                -- why it was corrected or taken back
  check (valid_to is null or valid_to >= valid_from),
  check (expires_on is null or expires_on >= valid_from),
  check (kind <> 'lookedAfter' or domain = 'children'),
  -- The episodes of a census are cut from these days: no two statuses at once, by the database itself.
  constraint one_looked_after_status exclude using gist (person_id with =, daterange(valid_from, valid_to, '[)') with &&) where (kind = 'lookedAfter' and superseded_at is null)
);
call access.guard_person('people.legal_status');
create index on people.legal_status (person_id) where superseded_at is null;
create index on people.legal_status (person_id, superseded_at) where superseded_at is not null;
create index on people.legal_status (order_id);
