-- Children looked after: periods, placements and the dated facts about them. A row is a version: what stood there before keeps its place with the reason.
-- While a child is looked after there is exactly one placement and one legal status on each day: kept here, at the end of every transaction.

create schema care;
grant usage on schema care to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table care.period (
  id uuid primary key,                                -- this version of it
  period_id uuid not null,                            -- the same through all versions
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  admission_id uuid not null,                         -- children who came into care together have it in common
  began_on date not null, began_at timestamptz, ended_on date,   -- ended_on: the first day no longer looked after
  planned boolean not null,
  need text not null,                                 -- of content/codes/work, primaryNeeds
  why text,
  apart_why text,                                     -- why brothers and sisters are not placed together
  end_reason text, end_words text,                    -- of content/codes/care, careEndings
  home_postcode text,                                 -- where the child lived before
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid, superseded_why text,
  check (ended_on is null or ended_on >= began_on),
  check ((ended_on is null) = (end_reason is null)),
  constraint one_period_at_once exclude using gist (person_id with =, daterange(began_on, ended_on, '[)') with &&) where (superseded_at is null)
);
call access.guard_person('care.period');
create index on care.period (person_id) where superseded_at is null;
create index on care.period (period_id);
create index on care.period (began_on) where superseded_at is null and ended_on is null;

create table care.placement (
  id uuid primary key,
  placement_id uuid not null,
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  kind text not null,                                 -- of content/codes/placements
  provider text,
  place_name text not null,                           -- as the worker says it: the carer, the home, the school
  household_id uuid,                                  -- the carer household, where it is one of ours; and the household of the address
  urn text, postcode text,
  address_hidden boolean not null default false,      -- kept from most people: the place and the postcode too
  change_reason text,                                 -- why it ended, where another followed
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid, superseded_why text,
  valid_from date not null, valid_to date,
  check (valid_to is null or valid_to >= valid_from),
  constraint one_placement_at_once exclude using gist (person_id with =, daterange(valid_from, valid_to, '[)') with &&) where (superseded_at is null)
);
call access.guard_person('care.placement');
create index on care.placement (person_id) where superseded_at is null;
create index on care.placement (placement_id);
create index on care.placement (household_id) where superseded_at is null and valid_to is null;

-- Whatever else is known with a day: health, education, missing, permanence, leaving care. What each kind holds is content (content/care/facts).
create table care.fact (
  id uuid primary key,
  fact_id uuid not null,
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  kind text not null,
  held_on date not null, held_to date,
  answers jsonb not null,
  words text,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid, superseded_why text,
  check (held_to is null or held_to >= held_on),
  check (kind ~ '^[a-z][A-Za-z0-9]*$' and jsonb_typeof(answers) = 'object')
);
call access.guard_person('care.fact');
create index on care.fact (person_id, kind) where superseded_at is null;
create index on care.fact (fact_id);

-- On every day of a period: one placement and one legal status; and no placement outside a period. Asked of all parts of a merged record together.
create function care.is_whole(child uuid) returns boolean language sql stable as $$
  with one as (select coalesce((select survivor_id from access.person_part where part_id = child), child) as id),
    everyone as (select id from one union select p.part_id from access.person_part p, one where p.survivor_id = one.id),
    period as (select range_agg(daterange(began_on, ended_on, '[)')) as days from care.period where person_id in (select id from everyone) and superseded_at is null),
    placed as (select range_agg(daterange(valid_from, valid_to, '[)')) as days from care.placement where person_id in (select id from everyone) and superseded_at is null),
    held as (select range_agg(daterange(valid_from, valid_to, '[)')) as days from people.legal_status where person_id in (select id from everyone) and kind = 'lookedAfter' and superseded_at is null)
  select coalesce(period.days, '{}'::datemultirange) = coalesce(placed.days, '{}'::datemultirange)
    and coalesce(period.days, '{}'::datemultirange) <@ coalesce(held.days, '{}'::datemultirange) from period, placed, held
$$;
call access.gate('care.is_whole(uuid)', 'whether every day in care has a placement and a legal status', false);

create function care.keep_whole() returns trigger language plpgsql as $$
begin
  if not care.is_whole(new.person_id) then
    raise exception 'every day in care has one placement and one legal status' using errcode = 'KC001';
  end if;
  return null;
end $$;
create constraint trigger whole after insert or update on care.period deferrable initially deferred for each row execute function care.keep_whole();
create constraint trigger whole after insert or update on care.placement deferrable initially deferred for each row execute function care.keep_whole();
create constraint trigger whole after insert or update on people.legal_status deferrable initially deferred for each row when (new.kind = 'lookedAfter') execute function care.keep_whole();
call access.gate('care.keep_whole()', 'refuses a day in care without a placement or a legal status', false);
