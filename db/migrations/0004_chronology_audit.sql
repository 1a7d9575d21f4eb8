-- The spine: what happened, to whom, when; a kind and a pointer, never narrative. Append-only. And the audit: who did and saw what.

create schema chronology;
create schema audit;
grant usage on schema chronology, audit to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table chronology.event (
  id uuid primary key,
  kind text not null,
  happened_on date not null,
  happened_at timestamptz,
  recorded_at timestamptz not null default now(),
  domain text not null,
  actor_id uuid,
  significant boolean not null default false,
  subject_kind text,                                  -- the row it points to
  subject_id uuid,
  supersedes uuid references chronology.event
);
create table chronology.event_person (
  event_id uuid not null references chronology.event,
  person_id uuid not null references access.subject,
  domain text not null,
  happened_on date not null,
  primary key (event_id, person_id)
);
create index on chronology.event_person (person_id, happened_on desc, event_id desc);
create index on chronology.event (subject_id);
create index on chronology.event (supersedes) where supersedes is not null;
call access.guard_person('chronology.event_person');
call access.guard_several('chronology.event', 'chronology.event_person', 'event_id');
revoke update on chronology.event, chronology.event_person from kith_app;

-- Significance is a judgement that may change: the newest row holds.
create table chronology.significance (
  id uuid primary key,
  event_id uuid not null references chronology.event,
  significant boolean not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null
);
create index on chronology.significance (event_id, recorded_at desc);
call access.guard_within('chronology.significance', 'chronology.event', 'event_id');
revoke update on chronology.significance from kith_app;

-- The story so far: one paragraph that a person keeps, beside the chronology. Each change is a row.
create table chronology.story (
  id uuid primary key,
  domain text not null default 'children',
  words text not null,
  version int not null,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid not null
);
create table chronology.story_person (
  story_id uuid not null references chronology.story,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (story_id, person_id)
);
create index on chronology.story_person (person_id);
call access.guard_person('chronology.story_person');
call access.guard_several('chronology.story', 'chronology.story_person', 'story_id');

create table audit.event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  session_id uuid,
  what text not null,
  people uuid[] not null default '{}',
  why text,
  refused boolean not null default false,
  via text not null,
  section text                                        -- autosaves of one section within 5 minutes are one event
);
create index on audit.event using gin (people);
create index on audit.event (actor_id, at desc);
alter table audit.event enable row level security;
alter table audit.event force row level security;
create policy gate on audit.event to kith_gate using (true) with check (true);
create policy backup on audit.event for select to kith_backup using (true);
-- The only way in: one event a request; autosaves of one section within 5 minutes count as one.
create function audit.append(did text, about uuid[], reason text, was_refused boolean, by_way text, of_section text, of_session uuid) returns void language plpgsql as $$
begin
  if of_section is not null and exists (select 1 from audit.event where actor_id = access.actor() and section = of_section and what = did and at > now() - interval '5 minutes' order by at desc limit 1) then
    return;
  end if;
  insert into audit.event (actor_id, session_id, what, people, why, refused, via, section) values (access.actor(), of_session, did, about, reason, was_refused, by_way, of_section);
end $$;
call access.gate('audit.append(text, uuid[], text, boolean, text, text, uuid)', 'the audit is appended to, never read or changed, by the application');
grant select, insert on audit.event to kith_gate;
grant select on audit.event to kith_backup;

-- A repeat of a command is harmless: the key of the caller, with the answer kept for 90 days.
create table ops.answered (
  actor_id uuid not null,
  command_id uuid not null,
  command text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (actor_id, command_id)
);
alter table ops.answered enable row level security;
alter table ops.answered force row level security;
create policy own on ops.answered to kith_app using (actor_id = access.actor()) with check (actor_id = access.actor());
create policy gate on ops.answered to kith_gate using (true);
grant select, insert on ops.answered to kith_app;
create policy backup on ops.answered for select to kith_backup using (true);
grant select on ops.answered to kith_backup;
grant select, delete on ops.answered to kith_gate;

-- The council itself: name, colours, words, switches. One row a key, each change kept.
create table ops.setting (
  id uuid primary key,
  key text not null,
  value jsonb not null,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid
);
create unique index on ops.setting (key) where superseded_at is null;
grant select, insert, update on ops.setting to kith_app;
