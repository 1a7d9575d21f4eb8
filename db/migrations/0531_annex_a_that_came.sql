-- Annex A of other systems comes into the record as SSDA903 does: each child's rows as they came, and what of them the record can hold.

alter table exchange.import drop constraint import_format_check;
alter table exchange.import add constraint import_format_check check (format in ('cin', 'ssda903', 'annexA')) not valid;
alter table exchange.import validate constraint import_format_check;
alter table returns.held add column kind text not null default 'ssda903';
grant insert, select on contacts.referral, contacts.referral_person, assessments.assessment, assessments.assessment_person, exchange.kept_aside to kith_gate;
grant select on exchange.unclaimed to kith_gate;

grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.take(which uuid, of_year int, by_whom uuid, by_team uuid, told jsonb) returns table (child_number text, whom uuid, outcome text, typed boolean) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  child jsonb;
  whole uuid[];
  stands boolean;
  of_kind text := (select i.format from exchange.import i where i.id = which);
begin
  -- Into an empty council: what is planned while the tables hold nothing would read them whole once they hold much, here and in what is asked at the end of the transaction.
  perform set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true);
  perform set_config('kith.import', which::text, true), set_config('kith.import_of', '', true) from exchange.import i where i.id = which and i.state <> 'accepted';
  for child in select c from jsonb_array_elements(told) c loop
    child_number := child ->> 'number';
    if exists (select 1 from returns.came k where k.import_id = which and k.number = child ->> 'number') then
      outcome := 'before'; typed := false; whom := null; return next; continue;
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
    typed := not stands and jsonb_array_length(child -> 'periods') > 0;
    if typed then
      insert into care.period (id, period_id, person_id, admission_id, began_on, ended_on, planned, need, end_reason, home_postcode, recorded_by)
      select gen_random_uuid(), x.id, whom, x.id, x."from", x."to", false, x.need, x."endReason", x."homePostcode", by_whom
      from jsonb_to_recordset(child -> 'periods') x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text);
      insert into care.placement (id, placement_id, person_id, kind, provider, place_name, urn, postcode, change_reason, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, x.kind, x.provider, x."placeName", x.urn, x.postcode, x."changeReason", x."from", x."to", by_whom
      from jsonb_to_recordset(child -> 'placements') x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date);
      insert into people.legal_status (id, order_id, person_id, kind, code, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, 'lookedAfter', x.code, x."from", x."to", by_whom from jsonb_to_recordset(child -> 'statuses') x (id uuid, code text, "from" date, "to" date);
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
      case when stands and jsonb_array_length(child -> 'periods') > 0 then (child -> 'aside') || jsonb_build_array(jsonb_build_object('table', case when of_kind = 'annexA' then 'List 8' else 'Episodes' end, 'row', 0, 'columns', '[]'::jsonb, 'reason', child ->> 'stands')) else child -> 'aside' end, by_whom);
    return next;
  end loop;
  perform set_config('kith.import', '', true);
  insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
  select which, (c ->> 'ordinal')::int, f.place - 1, (f.x ->> 'row')::int, f.x ->> 'path', f.x ->> 'outcome', f.x ->> 'reason', (f.x ->> 'values')::int
  from jsonb_array_elements(told) c, jsonb_array_elements(c -> 'findings') with ordinality f (x, place) on conflict do nothing;
  insert into audit.event (actor_id, what, people, via) select by_whom, 'returns.taken', array(select k.person_id from returns.came k where k.import_id = which and k.number in (select c ->> 'number' from jsonb_array_elements(told) c)), 'import';
end $$;
create or replace function returns.hold(which uuid, of_year int, by_whom uuid, by_team uuid, told jsonb) returns table (child_number text, outcome text, typed boolean) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;
create or replace function returns.held_to_seal(of_key text, after uuid, most int) returns table (id uuid, about text, rows text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.id, h.kind || ' ' || h.year || ' ' || h.number, case when jsonb_typeof(h.rows) = 'string' then h.rows #>> '{}' else h.rows::text end from returns.held h
  where h.id > after and not starts_with(h.rows #>> '{}', 'sealed:' || of_key || ':') order by h.id limit most
$$;
set local role kith_owner;
revoke create on schema returns from kith_gate;

-- What the record told of each child in Annex A when the import had ended: while it tells the same, the child is told by the rows as they came.
create function returns.keep_prints(which uuid, prints jsonb) returns void language plpgsql as $$
begin
  perform set_config('kith.import', which::text, true), set_config('kith.import_of', '', true) from exchange.import i where i.id = which and i.format = 'annexA' and i.state not in ('accepted', 'undone');
  if not found then return; end if;
  update returns.came k set print = p ->> 'print' from jsonb_array_elements(prints) p where k.import_id = which and k.person_id = (p ->> 'personId')::uuid and k.print is distinct from p ->> 'print';
  perform set_config('kith.import', '', true);
end $$;
call access.gate_for_jobs('returns.keep_prints(uuid, jsonb)', 'a print of what the record told of the children of an Annex A that came');

create function returns.people_of_import(which uuid) returns table (person_id uuid, whose uuid) language sql stable as $$
  select k.person_id, coalesce(part.survivor_id, k.person_id) from returns.came k left join access.person_part part on part.part_id = k.person_id where k.import_id = which
$$;
call access.gate_for_jobs('returns.people_of_import(uuid)', 'whom an import told of, for their prints');

create function returns.annex_came(of_day date) returns table (person_id uuid, number text, rows jsonb, print text, year int) language sql stable as $$
  select distinct on (k.number) coalesce(part.survivor_id, k.person_id), k.number, k.rows, k.print, k.year
  from returns.came k join exchange.import i on i.id = k.import_id left join access.person_part part on part.part_id = k.person_id
  where k.kind = 'annexA' and i.reference_on = of_day and k.print is not null order by k.number, k.came_at desc
$$;
call access.gate_for_jobs('returns.annex_came(date)', 'children of an Annex A as they came, for the one that is made of the same day');

-- Adopters are no children: their rows stay beside the record, and are told again with the lists of the same day.
create function returns.adopters_came(of_day date) returns table (id uuid, fragment jsonb) language sql stable as $$
  select u.id, u.fragment from exchange.unclaimed u
  where u.path = 'List 11' and u.import_id = (select i.id from exchange.import i where i.format = 'annexA' and i.reference_on = of_day and i.state in ('finished', 'accepted') order by i.started_at desc limit 1) order by u.line, u.id
$$;
call access.gate_for_jobs('returns.adopters_came(date)', 'adopters of an Annex A as they came, for the one that is made of the same day');
