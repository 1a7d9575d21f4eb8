-- Legal work about children: what a legal planning meeting decides becomes a matter (pre-proceedings, proceedings) with dated facts, directions of the court, and an end for each
-- child of their own. These are facts of the record, in the children's domain. Advice is another thing: the legal domain, which nobody sees widely (access policy, rule 19).
create schema legal;
grant usage on schema legal to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table legal.matter (
  id uuid primary key,
  domain text not null default 'children',
  kind text not null check (kind in ('preProceedings', 'proceedings')),
  follows uuid references legal.matter,               -- the pre-proceedings that came before
  meeting_id uuid references meetings.meeting,        -- the legal planning meeting that decided it
  decided_on date not null,
  application text,                                   -- content/codes/legalWork: which order is asked for
  court text, case_number text,
  lead_id uuid references access.actor,
  team_id uuid references access.team,
  adviser_id uuid references access.actor,
  words text not null default '',                     -- why, as it may be read by everybody who works with the children
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create table legal.matter_person (
  matter_id uuid not null references legal.matter,
  person_id uuid not null references access.subject,
  domain text not null,
  kind text not null,
  started_on date not null,
  ended_on date, outcome text, words text,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  primary key (matter_id, person_id),
  check (ended_on is null or (ended_on >= started_on and outcome is not null))
);
create unique index one_matter_of_a_kind on legal.matter_person (person_id, kind) where ended_on is null;
create index on legal.matter_person (person_id, matter_id);
call access.guard_person('legal.matter_person');
call access.guard_several('legal.matter', 'legal.matter_person', 'matter_id');

-- The letter, the meeting, reviews; the day it was issued, hearings, extensions: each with its day, about all of them or some.
create table legal.fact (
  id uuid primary key,
  fact_id uuid not null,                              -- the same fact through its corrections
  matter_id uuid not null references legal.matter,
  domain text not null,
  about uuid[] not null default '{}',
  kind text not null,
  on_day date not null, at timestamptz,
  until_day date,
  answers jsonb not null default '{}',
  words text,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor,
  superseded_at timestamptz, superseded_why text
);
create index on legal.fact (matter_id, on_day);
call access.guard_passage('legal.fact', 'legal.matter', 'matter_id');

-- What the court directed: who does it by when, and when it was done.
create table legal.direction (
  id uuid primary key,
  matter_id uuid not null references legal.matter,
  domain text not null,
  about uuid[] not null default '{}',
  hearing_id uuid,
  words text not null,
  owner_name text not null, owner_id uuid references access.actor,
  due_on date not null,
  item_id uuid references work.item,
  done_on date, done_words text,
  recorded_at timestamptz not null default now(), recorded_by uuid
);
create index on legal.direction (matter_id);
call access.guard_passage('legal.direction', 'legal.matter', 'matter_id');

create table legal.advice (
  id uuid primary key,
  domain text not null default 'legal',
  matter_id uuid references legal.matter,
  given_on date not null,
  given_by text not null,
  words text not null,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor
);
create table legal.advice_person (
  advice_id uuid not null references legal.advice,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (advice_id, person_id)
);
create index on legal.advice_person (person_id, advice_id);
call access.guard_person('legal.advice_person');
call access.guard_several('legal.advice', 'legal.advice_person', 'advice_id');

-- Police protection is counted in hours.
alter table people.legal_status add column from_at timestamptz;

-- Who sees legal advice about a person: the legal role that is named with it, the allocated worker, whoever one of those names (access policy, rule 19). Who is asked names nobody
-- else than these, and nobody who is kept from the person sees anything by it.
create function access.join_legal(people uuid[], whom uuid, as_role text, since date) returns void language plpgsql as $$
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
end $$;
call access.gate('access.join_legal(uuid[], uuid, text, date)', 'legal advice is opened to the legal role, the allocated worker and whom they name, for those who may write about the person');

-- Sight of legal advice that came of being the allocated worker ends with the allocation.
create function access.legal_follows_worker() returns trigger language plpgsql as $$
declare
  everyone uuid[] := array(select s.person_id from access.same_person s where s.survivor_id = (select x.survivor_id from access.same_person x where x.person_id = new.person_id));
begin
  if not exists (select 1 from access.involvement i where i.person_id = any (everyone) and i.worker_id = new.worker_id and i.domain = 'children' and i.role = 'allocated' and i.superseded_at is null and i.to_on is null) then
    update access.involvement i set to_on = greatest(coalesce(new.to_on, i.from_on), i.from_on) where i.person_id = any (everyone) and i.worker_id = new.worker_id and i.domain = 'legal' and i.role = 'allocatedWorker' and i.superseded_at is null and i.to_on is null;
  end if;
  return null;
end $$;
create trigger legal_follows_worker after update of to_on, superseded_at on access.involvement for each row
  when (new.domain = 'children' and new.role = 'allocated' and new.worker_id is not null and (new.to_on is not null or new.superseded_at is not null)) execute function access.legal_follows_worker();
call access.gate('access.legal_follows_worker()', 'sight of legal advice ends with the allocation', false);
