-- People and families. Names live here and ids everywhere else, so that disposal can erase names and keep what must be kept.
-- Every fact has valid and recorded times: a change adds a row, so the record can be shown as it was known on any day.

create schema people;
grant usage on schema people to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table people.person (
  id uuid primary key references access.subject,
  domain text not null default 'shared',
  kind text not null default 'person' check (kind in ('person', 'unborn')),
  version int not null default 1,
  source text,                                        -- where an imported person came from
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
call access.guard_person('people.person', 'id');

-- The name card: enough to avoid a duplicate and to contact the worker. Worked out from the facts below whenever they change.
create table people.card (
  person_id uuid primary key references access.subject,
  name text not null,
  given text not null default '',
  family text not null default '' collate "C",
  born_on date,
  born_about text check (born_about in ('day', 'month', 'year', 'unknown')),
  due_on date,
  died_on date,
  sex text check (sex in ('female', 'male', 'other', 'notStated')),
  unborn boolean not null default false,
  version int not null default 1
);
call access.guard_gate('people.card');
do $$ begin
  execute format('create policy see on people.card for select to kith_app using (%s)', access.card_sight('people.card.person_id'));
  execute format('create policy add on people.card for insert to kith_app with check (%s)', access.full_sight('people.card.person_id', '''shared''', true));
  execute format('create policy change on people.card for update to kith_app using (%s)', access.full_sight('people.card.person_id', '''shared''', true));
end $$;
grant select, insert, update on people.card to kith_app;

create table people.name (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'shared',
  kind text not null check (kind in ('legal', 'knownAs', 'former', 'birth', 'alias')),
  given text not null,
  family text not null,
  valid_from date, valid_to date,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create table people.address (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'shared',
  kind text not null check (kind in ('home', 'mainly', 'correspondence', 'placement', 'temporary', 'none')),
  household_id uuid,                                  -- people with the same one live together
  lines text[] not null,
  postcode text,
  uprn text,
  hidden boolean not null default false,              -- kept from those the policy names (rules 20 to 22)
  valid_from date, valid_to date,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create table people.identifier (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'shared',
  kind text not null check (kind in ('nhs', 'upn', 'formerUpn', 'uln', 'localChildId', 'homeOffice', 'other')),
  value text not null,
  valid_from date, valid_to date,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid
);
-- One fact of a person: what, since when, known since when. The kinds and their values are the typed catalogue in record/people/facts.
create table people.fact (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'shared',
  kind text not null check (kind in ('bornOn', 'dueOn', 'diedOn', 'sex', 'ethnicity', 'firstLanguage', 'interpreter', 'communication', 'disability', 'religion', 'immigration', 'school', 'yearGroup', 'gp', 'phone', 'email', 'occupation')),
  value text not null,
  about text check (about in ('day', 'month', 'year', 'unknown')),   -- how exact an estimated date is
  valid_from date, valid_to date,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid,
  check (kind not in ('bornOn', 'dueOn', 'diedOn') or value ~ '^\d{4}-\d{2}-\d{2}$'),
  check (kind <> 'sex' or value in ('female', 'male', 'other', 'notStated'))
);
create table people.relationship (
  id uuid primary key,
  person_id uuid not null references access.subject,  -- the person ...
  other_id uuid not null references access.subject,   -- ... is the <kind> of the other
  domain text not null default 'shared',
  kind text not null check (kind in ('parent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian', 'expectedParent', 'sibling', 'halfSibling', 'stepSibling', 'twin', 'grandparent', 'auntOrUncle', 'cousin', 'otherRelative', 'married', 'partner', 'separated', 'divorced', 'friend', 'neighbour', 'lodger', 'notKnown')),
  parental_responsibility text check (parental_responsibility in ('yes', 'no', 'notKnown')),
  note text,
  valid_from date, valid_to date,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid,
  check (person_id <> other_id)
);
create table people.warning (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'shared',
  kind text not null,
  words text not null,
  review_on date not null,
  valid_from date not null, valid_to date, ended_reason text,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid
);
-- The child's own voice: what was said, shown or drawn, when, to whom, how it was gathered.
create table people.voice (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  words text not null,
  said_on date not null,
  said_to text not null,
  how text not null check (how in ('said', 'wrote', 'drew', 'signed', 'played', 'observed', 'advocate')),
  place text,
  source_kind text, source_id uuid,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid
);
-- An unborn child becomes one or more children, or none.
create table people.becoming (
  id uuid primary key,
  person_id uuid not null references access.subject,  -- the unborn
  child_id uuid references access.subject,            -- null: none, with the kindest words in `words`
  domain text not null default 'shared',
  on_day date not null,
  words text,
  recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by uuid
);

call access.guard_person('people.name');
call access.guard_person('people.address');
call access.guard_person('people.identifier');
call access.guard_person('people.fact');
call access.guard_person('people.warning');
call access.guard_person('people.voice');
call access.guard_person('people.becoming');
do $$ begin
  execute format('create policy found on people.becoming as restrictive to kith_app using (child_id is null or %s)', access.card_sight('people.becoming.child_id'));
end $$;
-- A relationship is about two people: full sight of one shows it, when the other may be found at all. A row that names somebody the reader may
-- not know (marked, or kept from them) is left out without a trace.
call access.guard_gate('people.relationship');
do $$
declare
  one text := access.full_sight('people.relationship.person_id', 'people.relationship.domain');
  one_writing text := access.full_sight('people.relationship.person_id', 'people.relationship.domain', true);
  other text := access.full_sight('people.relationship.other_id', 'people.relationship.domain');
  other_writing text := access.full_sight('people.relationship.other_id', 'people.relationship.domain', true);
  both_found text := access.card_sight('people.relationship.person_id') || ' and ' || access.card_sight('people.relationship.other_id');
begin
  execute format('create policy see on people.relationship for select to kith_app using ((%s or %s) and %s)', one, other, both_found);
  execute format('create policy add on people.relationship for insert to kith_app with check ((%s or %s) and %s)', one_writing, other_writing, both_found);
  execute format('create policy change on people.relationship for update to kith_app using ((%s or %s) and %s)', one_writing, other_writing, both_found);
end $$;
grant select, insert, update on people.relationship to kith_app;

create index on people.name (person_id) where superseded_at is null;
create index on people.address (person_id) where superseded_at is null;
create index on people.address (household_id) where superseded_at is null;
create index on people.identifier (person_id) where superseded_at is null;
create index on people.identifier (kind, value) where superseded_at is null;
create index on people.fact (person_id, kind) where superseded_at is null;
create index on people.relationship (person_id) where superseded_at is null;
create index on people.relationship (other_id) where superseded_at is null;
create index on people.warning (person_id) where superseded_at is null;
create index on people.voice (person_id, said_on desc) where superseded_at is null;
create index on people.becoming (person_id);
create index on people.becoming (child_id);

-- The card is worked out from the facts: the preferred name, dates, sex.
create function people.derive_card(who uuid) returns void language plpgsql as $$
begin
  insert into people.card as c (person_id, name, given, family, born_on, born_about, due_on, died_on, sex, unborn)
  select who,
    coalesce(nullif(btrim(n.given || ' ' || n.family), ''), case when p.kind = 'unborn' then 'Unborn baby' else 'Name not known' end),
    coalesce(n.given, ''), coalesce(n.family, ''),
    b.value::date, b.about, d.value::date, x.value::date, coalesce(s.value, 'notStated'), p.kind = 'unborn'
  from people.person p
  left join lateral (select given, family from people.name where person_id = who and superseded_at is null and (valid_to is null or valid_to >= current_date)
    order by case kind when 'knownAs' then 1 when 'legal' then 0 when 'birth' then 2 when 'former' then 3 else 4 end, valid_from desc nulls last, recorded_at desc limit 1) n on true
  left join lateral (select value, coalesce(about, 'day') as about from people.fact where person_id = who and kind = 'bornOn' and superseded_at is null order by recorded_at desc limit 1) b on true
  left join lateral (select value from people.fact where person_id = who and kind = 'dueOn' and superseded_at is null order by recorded_at desc limit 1) d on true
  left join lateral (select value from people.fact where person_id = who and kind = 'diedOn' and superseded_at is null order by recorded_at desc limit 1) x on true
  left join lateral (select value from people.fact where person_id = who and kind = 'sex' and superseded_at is null order by valid_from desc nulls last, recorded_at desc limit 1) s on true
  where p.id = who
  on conflict (person_id) do update set name = excluded.name, given = excluded.given, family = excluded.family, born_on = excluded.born_on, born_about = excluded.born_about,
    due_on = excluded.due_on, died_on = excluded.died_on, sex = excluded.sex, unborn = excluded.unborn, version = c.version + 1;
end $$;
create function people.card_changed() returns trigger language plpgsql as $$
begin
  perform people.derive_card(new.person_id);
  return null;
end $$;
create function people.person_changed() returns trigger language plpgsql as $$
begin
  perform people.derive_card(new.id);
  return null;
end $$;
create trigger card after insert or update on people.name for each row execute function people.card_changed();
create trigger card after insert or update on people.fact for each row when (new.kind in ('bornOn', 'dueOn', 'diedOn', 'sex')) execute function people.card_changed();
create trigger card after insert or update of kind on people.person for each row execute function people.person_changed();
call access.gate('people.derive_card(uuid)', 'works out the name card', false);
call access.gate('people.card_changed()', 'trigger: a name or date changed', false);
call access.gate('people.person_changed()', 'trigger: a person was added', false);
grant usage on schema people to kith_gate;
