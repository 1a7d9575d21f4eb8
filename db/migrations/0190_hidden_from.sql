-- What tells where somebody is, kept from readers (access policy, rules 20 to 22). A decision to hide is about a person and kinds of things, so that the next address,
-- school or number is hidden too. It holds from a day to a day, from everybody without a named need, or from people on the record and agencies.

create table people.hiding (
  id uuid primary key,
  person_id uuid not null references access.subject,
  domain text not null default 'shared',
  what text[] not null check (cardinality(what) > 0 and what <@ array['home', 'placement', 'school', 'gp', 'phone', 'email']),
  from_everybody boolean not null,
  from_people uuid[] not null default '{}',
  from_agencies uuid[] not null default '{}',
  seen_by uuid[] not null default '{}',               -- accounts with a named need, when it is hidden from everybody
  reason text not null,
  valid_from date not null, valid_to date,
  recorded_at timestamptz not null default now(), recorded_by uuid not null,
  ended_at timestamptz, ended_by uuid, ended_why text,
  check (valid_to is null or valid_to >= valid_from),
  check (from_everybody or cardinality(from_people) + cardinality(from_agencies) > 0)
);
call access.guard_person('people.hiding');
create index on people.hiding (person_id) where ended_at is null;
create index on people.hiding using gin (from_people) where ended_at is null;

-- Worked out: which rows such a decision covers, of the person and of whoever lives at the same place.
create table people.kept_row (
  hiding_id uuid not null references people.hiding,
  row_id uuid not null,
  person_id uuid not null references access.subject,
  household_id uuid, postcode text, first_line text,
  primary key (hiding_id, row_id)
);
call access.guard_gate('people.kept_row');
create index on people.kept_row (row_id);
create index on people.kept_row (household_id);
create index on people.kept_row (postcode);
create index on people.address (postcode) where postcode is not null;

alter table people.fact add column hidden boolean not null default false;

create function people.first_line(lines text[]) returns text language sql immutable as $$ select lower(regexp_replace(coalesce(lines[1], ''), '[^A-Za-z0-9]', '', 'g')) $$;
create function people.holds(h people.hiding) returns boolean language sql stable as $$
  select h.ended_at is null and h.valid_from <= (now() at time zone 'Europe/London')::date and (h.valid_to is null or h.valid_to > (now() at time zone 'Europe/London')::date)
$$;

-- Whether a decision keeps things from whoever asks. Only staff ever see what is hidden: partners and portal users never (rule 22).
create function people.keeps_from_me(h people.hiding) returns boolean language plpgsql stable as $$
begin
  return not exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'staff')
    or (h.from_everybody and not access.actor() = any (h.seen_by))
    or (cardinality(h.from_people) > 0 and exists (select 1 from access.actor a where a.id = access.actor() and a.person_id is not null and access.everyone(a.person_id) && h.from_people))
    or exists (select 1 from access.membership m where m.actor_id = access.actor() and m.team_id = any (h.from_agencies) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()));
end $$;
-- Whether whoever asks may be given a row that is marked as hidden; and whether it is hidden today, so that it is shown only when asked for.
create function people.shows(kept uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h) and people.keeps_from_me(h))
    and (exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'staff')
      or exists (select 1 from people.kept_row k where k.row_id = kept) and not exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h)));
end $$;
create function people.kept_now(kept uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select 1 from people.kept_row k where k.row_id = kept) or exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h));
end $$;
-- Who cares for a child tells where the child is.
create function people.shows_carer(child uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select 1 from people.hiding h where h.person_id = any (access.everyone(child)) and 'placement' = any (h.what) and people.holds(h) and people.keeps_from_me(h));
end $$;

-- Which rows a decision covers: of these kinds, not ended before it began; and the same place where others live, but for those from whom it is hidden.
create function people.keep_rows(which uuid) returns void language plpgsql as $$
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
    where a.person_id = any (them) and (a.valid_to is null or a.valid_to > h.valid_from) and a.kind <> 'none' and case when a.kind = 'placement' then 'placement' else 'home' end = any (h.what);
    insert into people.kept_row (hiding_id, row_id, person_id, household_id, postcode, first_line)
    select distinct on (a.id) which, a.id, a.person_id, a.household_id, a.postcode, people.first_line(a.lines)
    from people.kept_row k join people.address a on a.household_id = k.household_id or (a.postcode = k.postcode and people.first_line(a.lines) = k.first_line)
    where k.hiding_id = which and not a.person_id = any (them || apart) and (a.valid_to is null or a.valid_to > h.valid_from)
    on conflict do nothing;
    insert into people.kept_row (hiding_id, row_id, person_id)
    select which, f.id, f.person_id from people.fact f where f.person_id = any (them) and f.kind in ('school', 'gp', 'phone', 'email') and f.kind = any (h.what) and (f.valid_to is null or f.valid_to > h.valid_from);
  end if;
  update people.address a set hidden = kept.now from (select r.id, exists (select 1 from people.kept_row k where k.row_id = r.id) as now from (select unnest(were) as id union select row_id from people.kept_row where hiding_id = which) r) kept
    where a.id = kept.id and a.hidden <> kept.now;
  update people.fact f set hidden = kept.now from (select r.id, exists (select 1 from people.kept_row k where k.row_id = r.id) as now from (select unnest(were) as id union select row_id from people.kept_row where hiding_id = which) r) kept
    where f.id = kept.id and f.hidden <> kept.now;
end $$;

create function people.hiding_changed() returns trigger language plpgsql as $$
begin
  perform people.keep_rows(new.id);
  return null;
end $$;
create trigger keep after insert or update on people.hiding for each row execute function people.hiding_changed();
create function people.address_kept() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from people.hiding where ended_at is null) then return null; end if;
  perform people.keep_rows(x.id) from (
    select h.id from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(new.person_id))
    union select k.hiding_id from people.kept_row k where k.household_id = new.household_id or (k.postcode = new.postcode and k.first_line = people.first_line(new.lines))) x;
  return null;
end $$;
create trigger keep after insert on people.address for each row execute function people.address_kept();
create function people.fact_kept() returns trigger language plpgsql as $$
begin
  perform people.keep_rows(h.id) from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(new.person_id)) and new.kind = any (h.what);
  return null;
end $$;
create trigger keep after insert on people.fact for each row when (new.kind in ('school', 'gp', 'phone', 'email')) execute function people.fact_kept();
create function people.part_kept() returns trigger language plpgsql as $$
begin
  perform people.keep_rows(h.id) from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(new.survivor_id) || access.everyone(new.part_id));
  return null;
end $$;
create function people.part_gone() returns trigger language plpgsql as $$
begin
  perform people.keep_rows(h.id) from people.hiding h where h.ended_at is null and h.person_id = any (access.everyone(old.survivor_id) || access.everyone(old.part_id));
  return null;
end $$;
create trigger keep after insert or update on access.person_part for each row execute function people.part_kept();
create trigger keep_gone after delete on access.person_part for each row execute function people.part_gone();

-- That something is hidden, from whom and why: for staff, but for those it names.
create function people.may_hear_of(which uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from people.hiding h join access.actor a on a.id = access.actor() and a.kind = 'staff' where h.id = which and not (a.person_id is not null and access.everyone(a.person_id) && h.from_people));
end $$;

create policy kept on people.address as restrictive for select to kith_app using (not hidden or people.shows(id));
create policy kept on people.fact as restrictive for select to kith_app using (not hidden or people.shows(id));
create policy kept on people.relationship as restrictive for select to kith_app using (kind <> 'fosterCarer' or people.shows_carer(other_id));
create policy kept on people.hiding as restrictive for select to kith_app using (recorded_by = (select access.actor()) or people.may_hear_of(id));

-- Ends the present addresses of a kind that are hidden from whoever records the move: they move too.
create function people.end_kept(who uuid, of_kind text, on_day date, moment timestamptz) returns void language plpgsql as $$
begin
  if cardinality(access.not_writable(array[who], 'shared')) > 0 then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  with ended as (
    update people.address set superseded_at = moment where person_id = who and kind = of_kind and domain = 'shared' and hidden and superseded_at is null and (valid_to is null or valid_to > on_day) and not people.shows(id) returning *)
  insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, recorded_at, recorded_by)
  select gen_random_uuid(), person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, greatest(on_day, valid_from), moment, access.actor() from ended;
end $$;

-- What is hidden from a reader, to be looked for in what is about to go out to them; it is compared and never shown. The reader: somebody on the record, an account, or
-- (neither) an agency or anybody outside, who never sees what is hidden. Of a reader on record everything that names them is meant, wherever it stands; else what is
-- hidden around the people of the output. Where the reader lives is no secret to them.
create function people.hidden_from(reader uuid, account uuid, about uuid[]) returns jsonb language plpgsql stable as $$
declare
  circle uuid[];
  mine uuid[] := case when reader is null then '{}' else access.everyone(reader) end;
  hidings uuid[];
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
  hidings := array(select h.id from people.hiding h where people.holds(h) and case
    when account is not null then h.person_id = any (circle) and ((h.from_everybody and not account = any (h.seen_by))
      or exists (select 1 from access.actor a where a.id = account and (a.kind <> 'staff' or a.person_id is not null and access.everyone(a.person_id) && h.from_people)))
    when reader is not null then mine && h.from_people or (h.from_everybody and h.person_id = any (circle) and not h.person_id = any (mine))
    else h.person_id = any (circle) end);
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
  ) x;
  return answer;
end $$;

call access.gate('people.holds(people.hiding)', 'whether a decision to hide holds today', false);
call access.gate('people.keeps_from_me(people.hiding)', 'whether a decision to hide keeps things from whoever asks', false);
call access.gate('people.shows(uuid)', 'whether whoever asks may be given a hidden row, for policies');
call access.gate('people.kept_now(uuid)', 'whether a row is hidden today, so that it is shown only when asked for');
call access.gate('people.shows_carer(uuid)', 'whether whoever asks may know who cares for a child in a hidden placement, for policies');
call access.gate('people.may_hear_of(uuid)', 'whether whoever asks may know that something is hidden, for policies');
call access.gate('people.keep_rows(uuid)', 'works out which rows a decision to hide covers', false);
call access.gate('people.hiding_changed()', 'trigger: a decision to hide was made or ended', false);
call access.gate('people.address_kept()', 'trigger: a new address may be hidden', false);
call access.gate('people.fact_kept()', 'trigger: a new school, practice or number may be hidden', false);
call access.gate('people.part_kept()', 'trigger: what is hidden of one part is hidden of the whole', false);
call access.gate('people.part_gone()', 'trigger: parts of a person were taken apart', false);
call access.gate('people.end_kept(uuid, text, date, timestamptz)', 'a move ends an address that is hidden from whoever records it');
call access.gate('people.hidden_from(uuid, uuid, uuid[])', 'what is hidden from a reader, to be looked for in what goes out to them');
