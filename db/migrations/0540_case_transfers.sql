-- A case handed to another council as one signed file, and taken in there: who was asked, agreed and told; what came, told apart from what was written here.
create schema transfers;
grant usage on schema transfers to kith_app, kith_gate, kith_backup;

-- Other councils and the public part of their keys. A key that was replaced is withdrawn, and kept.
create table transfers.council (
  id uuid primary key,
  code text not null,
  name text not null,
  public_key text not null,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor,
  withdrawn_at timestamptz
);
create unique index one_key_a_council on transfers.council (code) where withdrawn_at is null;
grant select, insert, update on transfers.council to kith_app;
grant select on transfers.council to kith_backup, kith_gate;

-- Children of ours who are handed to another council. It stays ours until the other says that it has taken responsibility.
create table transfers.given (
  id uuid primary key,
  domain text not null default 'children',
  to_code text not null,
  to_name text not null,
  reason text not null,
  state text not null default 'asked' check (state in ('asked', 'agreed', 'refused', 'sent', 'taken', 'withdrawn')),
  asked_at timestamptz not null, asked_by uuid not null references access.actor,
  decided_at timestamptz, decided_by uuid references access.actor, decided_because text,
  output_id uuid,                                     -- the words as they went
  item_id uuid references work.item,                  -- waits for the receipt
  sent_at timestamptz,
  taken_on date, receipt text,                        -- the day from which the other council is responsible, by its signed receipt
  check (decided_by is null or decided_by <> asked_by),
  check ((state in ('agreed', 'refused', 'sent', 'taken')) <= (decided_by is not null)),
  check ((state = 'taken') = (taken_on is not null)),
  check ((state in ('sent', 'taken')) = (sent_at is not null))
);
create table transfers.given_person (
  given_id uuid not null references transfers.given,
  person_id uuid not null references access.subject,
  domain text not null,
  part text not null check (part in ('child', 'adult')),
  primary key (given_id, person_id)
);
create index on transfers.given_person (person_id, given_id);
create index on transfers.given (state, asked_at);
call access.guard_person('transfers.given_person');
call access.guard_several('transfers.given', 'transfers.given_person', 'given_id');

-- A file that came and was found sound, before anybody decided whom it is about. Seen by whoever brought it and by those who manage children's teams or the front door.
create table transfers.staged (
  id uuid primary key,
  from_code text not null,
  from_name text not null,
  signer text not null,                               -- the name of the key
  made_at timestamptz not null,
  sha256 text not null,
  children int not null,
  state text not null default 'staged' check (state in ('staged', 'taken', 'accepted', 'refused')),
  content text,                                       -- gone once it was accepted or refused
  refused_because text,
  staged_at timestamptz not null, staged_by uuid not null references access.actor
);
create function transfers.decides() returns boolean language sql stable as $$
  select exists (select 1 from access.membership_now m join access.team t on t.id = m.team_id where m.actor_id = access.actor() and m.kind = 'staff' and m.role in ('manager', 'head') and t.domain = 'children')
$$;
call access.gate('transfers.decides()', 'whether somebody manages a team of children’s social care, and so looks at what another council sent');
alter table transfers.staged enable row level security, force row level security;
create policy theirs on transfers.staged to kith_app using (staged_by = (select access.actor()) or (select transfers.decides())) with check (staged_by = (select access.actor()) or (select transfers.decides()));
create policy gate on transfers.staged to kith_gate using (true) with check (true);
create policy backup on transfers.staged for select to kith_backup using (true);
grant select, insert, update on transfers.staged to kith_app;
grant select on transfers.staged to kith_backup, kith_gate;
-- Whether a file came before, whoever brought it: the answer tells nothing of whom it is about.
create function transfers.came_before(which uuid) returns text language sql stable as $$ select s.state from transfers.staged s where s.id = which $$;
call access.gate('transfers.came_before(uuid)', 'a file that came before is not taken twice, whoever brought it');

-- What was taken of it, and about whom here.
create table transfers.come (
  id uuid primary key,                                -- that of the file
  domain text not null default 'children',
  from_code text not null,
  from_name text not null,
  made_at timestamptz not null,
  notified_on date not null,                          -- when the other council wrote: the clock of the conference begins
  team_id uuid references access.team,
  item_id uuid,                                       -- the work of accepting it
  taken_at timestamptz not null, taken_by uuid references access.actor,
  accepted_at timestamptz, accepted_by uuid references access.actor, accepted_because text
);
create table transfers.come_person (
  come_id uuid not null references transfers.come,
  person_id uuid not null references access.subject,
  domain text not null,
  source_id uuid not null,                            -- who they are at the other council
  part text not null check (part in ('child', 'adult')),
  made boolean not null,
  primary key (come_id, person_id)
);
create index on transfers.come_person (person_id, come_id);
call access.guard_person('transfers.come_person');
call access.guard_several('transfers.come', 'transfers.come_person', 'come_id');

-- Each thing that came, in the words of the council that wrote it. Never changed, and never mixed with ours.
create table transfers.piece (
  id uuid primary key,
  come_id uuid not null references transfers.come,
  domain text not null default 'children',
  about uuid[] not null,
  kind text not null,
  on_day date,
  title text not null,
  blocks jsonb not null,                              -- as it reads
  value jsonb,                                        -- as it is typed, where it is
  place int not null
);
create index on transfers.piece (come_id, place);
call access.guard_passage('transfers.piece', 'transfers.come', 'come_id');
