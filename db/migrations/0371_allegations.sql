-- Allegations against people who work with children. Seen by designated officers alone (access policy, rule 19): every row is of the domain allegation, and sight of it comes of the
-- involvement of an officer, which ends with the role. Whoever tells of one writes it and reads it no more.
create schema allegation;
grant usage on schema allegation to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table allegation.allegation (
  id uuid primary key,
  domain text not null default 'allegation',
  known_on date not null,                             -- made, or known to the employer
  told_on date not null,
  told_by text not null,
  professional_name text not null,
  professional_role text not null,                    -- content/codes/allegations
  employer text,
  words text not null,
  criterion text, advised_on date,                    -- which of the guidance’s reasons it meets, and the first answer
  outcome text, ended_on date, outcome_words text,
  barring boolean, regulator boolean,                 -- told to the Disclosure and Barring Service, to a regulator
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  check ((ended_on is null) = (outcome is null))
);
create table allegation.about (
  allegation_id uuid not null references allegation.allegation,
  person_id uuid not null references access.subject,
  domain text not null,
  role text not null default 'child' check (role in ('child', 'professional')),
  primary key (allegation_id, person_id)
);
create index on allegation.about (person_id, allegation_id);
call access.guard_person('allegation.about');
call access.guard_several('allegation.allegation', 'allegation.about', 'allegation_id');

-- Advice, meetings, what the police and the employer did: each with its day.
create table allegation.step (
  id uuid primary key,
  allegation_id uuid not null references allegation.allegation,
  kind text not null,
  on_day date not null,
  came text,
  words text not null,
  recorded_at timestamptz not null default now(), recorded_by uuid references access.actor
);
create index on allegation.step (allegation_id, on_day);
call access.guard_within('allegation.step', 'allegation.allegation', 'allegation_id');

-- Every designated officer works with everybody an allegation is about, in this domain and no other.
create function allegation.open_to_officers(people uuid[], since date) returns void language sql as $$
  insert into access.involvement (id, person_id, worker_id, domain, role, from_on, recorded_by)
  select gen_random_uuid(), p, m.actor_id, 'allegation', 'designatedOfficer', since, access.actor()
  from unnest(people) p, (select distinct n.actor_id from access.membership_now n where n.role = 'designatedOfficer' and n.kind = 'staff') m
  where not exists (select 1 from access.involvement i where i.person_id = p and i.worker_id = m.actor_id and i.domain = 'allegation' and i.superseded_at is null and i.to_on is null)
$$;

-- Somebody tells of an allegation. The children are such as the teller may write about, or, for a designated officer, may find. The adult is somebody who may be found, or a record
-- of their own that nobody else finds: it has a name in this domain only.
create function allegation.tell(told jsonb, children uuid[]) returns void language plpgsql as $$
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
end $$;
call access.gate('allegation.tell(jsonb, uuid[])', 'an allegation is told to the designated officers by somebody who reads it no more');

-- An officer who came later opens what the others see.
create function allegation.take_up(since date) returns int language plpgsql as $$
begin
  if not exists (select 1 from access.membership_now m where m.actor_id = access.actor() and m.role = 'designatedOfficer' and m.kind = 'staff') then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  perform allegation.open_to_officers(array(select distinct a.person_id from allegation.about a), since);
  return (select count(*)::int from allegation.allegation);
end $$;
call access.gate('allegation.take_up(date)', 'allegations are opened to a designated officer who came later');
call access.gate('allegation.open_to_officers(uuid[], date)', 'designated officers see whom an allegation is about, in its domain', false);

-- What a role gave ends with the role: the officer’s sight of allegations, the lawyer’s of advice.
create function access.closed_role_ends() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from access.membership m where m.actor_id = old.actor_id and m.role = old.role and (m.valid_to is null or m.valid_to > now())) then
    update access.involvement i set to_on = greatest((now() at time zone 'Europe/London')::date - 1, i.from_on) where i.worker_id = old.actor_id and i.superseded_at is null and i.to_on is null
      and ((old.role = 'designatedOfficer' and i.domain = 'allegation') or (old.role = 'legal' and i.role = 'legalAdviser'));
  end if;
  return null;
end $$;
create trigger closed_role_ends after update of valid_to or delete on access.membership for each row when (old.role in ('designatedOfficer', 'legal')) execute function access.closed_role_ends();
call access.gate('access.closed_role_ends()', 'sight that a role gave ends with the role', false);
