-- A time in care that somebody took back is not taken again by a later import, and an Annex A says as SSDA903 does of whom a time in care stood as it was.
grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.take(which uuid, of_year int, by_whom uuid, by_team uuid, told jsonb) returns table (child_number text, whom uuid, outcome text, typed boolean) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  child jsonb;
  whole uuid[];
  stands boolean;
  gone boolean;                                       -- somebody took this very time in care back: it is not taken again
  goes_on boolean;                                    -- what stands came with the returns of other years, and this one goes on from it
  kept text[] := '{}';                                -- children of whom a time in care stays as it was: their account says so
  of_kind text := (select i.format from exchange.import i where i.id = which);
begin
  -- Into an empty council: what is planned while the tables hold nothing would read them whole once they hold much, here and in what is asked at the end of the transaction.
  perform set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true);
  perform set_config('kith.import', which::text, true), set_config('kith.import_of', '', true) from exchange.import i where i.id = which and i.state <> 'accepted';
  for child in select c from jsonb_array_elements(told) c loop
    child_number := child ->> 'number';
    if exists (select 1 from returns.came k where k.import_id = which and k.number = child ->> 'number') then
      outcome := 'before'; whom := null;
      typed := not exists (select 1 from returns.came k where k.import_id = which and k.number = child ->> 'number' and k.aside @> jsonb_build_array(jsonb_build_object('table', case when of_kind = 'annexA' then 'List 8' else 'Episodes' end, 'row', 0)));
      return next; continue;
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
    gone := not stands and exists (select 1 from care.period p join jsonb_to_recordset(child -> 'periods') x (id uuid) on x.id = p.period_id where p.person_id = any (whole));
    -- A later year goes on from an earlier one where all that stands came with returns of this child, was changed by nobody, and is in what the years tell together.
    goes_on := stands and (child ->> 'goesOn')::boolean is true and not exists (
      select 1 from (
        select p.period_id as id, p.person_id, p.recorded_by from care.period p where p.person_id = any (whole) and p.superseded_at is null union all
        select p.placement_id, p.person_id, p.recorded_by from care.placement p where p.person_id = any (whole) and p.superseded_at is null union all
        select l.order_id, l.person_id, l.recorded_by from people.legal_status l where l.person_id = any (whole) and l.kind = 'lookedAfter' and l.superseded_at is null
      ) s left join access.actor a on a.id = s.recorded_by
      where s.person_id <> whom or a.kind is distinct from 'machine' or not exists (
        select 1 from jsonb_array_elements((child -> 'periods') || (child -> 'placements') || (child -> 'statuses')) x where x ->> 'id' = s.id::text));
    stands := stands or gone;
    typed := (not stands and jsonb_array_length(child -> 'periods') > 0) or goes_on;
    if goes_on then
      -- What is told otherwise than it stands makes room; what is the same stays as it is.
      update care.period p set superseded_at = now() from jsonb_to_recordset(child -> 'periods') x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text)
      where p.person_id = whom and p.superseded_at is null and p.period_id = x.id and (p.began_on, p.ended_on, p.need, p.end_reason, p.home_postcode) is distinct from (x."from", x."to", x.need, x."endReason", x."homePostcode");
      update care.placement p set superseded_at = now()
      from jsonb_to_recordset(child -> 'placements') x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date)
      where p.person_id = whom and p.superseded_at is null and p.placement_id = x.id
        and (p.kind, p.provider, p.place_name, p.urn, p.postcode, p.change_reason, p.valid_from, p.valid_to) is distinct from (x.kind, x.provider, x."placeName", x.urn, x.postcode, x."changeReason", x."from", x."to");
      update people.legal_status l set superseded_at = now() from jsonb_to_recordset(child -> 'statuses') x (id uuid, code text, "from" date, "to" date)
      where l.person_id = whom and l.superseded_at is null and l.order_id = x.id and (l.code, l.valid_from, l.valid_to) is distinct from (x.code, x."from", x."to");
    end if;
    if typed then
      insert into care.period (id, period_id, person_id, admission_id, began_on, ended_on, planned, need, end_reason, home_postcode, recorded_by)
      select gen_random_uuid(), x.id, whom, x.id, x."from", x."to", false, x.need, x."endReason", x."homePostcode", by_whom
      from jsonb_to_recordset(child -> 'periods') x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text)
      where not exists (select 1 from care.period p where p.period_id = x.id and p.person_id = whom and p.superseded_at is null);
      insert into care.placement (id, placement_id, person_id, kind, provider, place_name, urn, postcode, change_reason, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, x.kind, x.provider, x."placeName", x.urn, x.postcode, x."changeReason", x."from", x."to", by_whom
      from jsonb_to_recordset(child -> 'placements') x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date)
      where not exists (select 1 from care.placement p where p.placement_id = x.id and p.person_id = whom and p.superseded_at is null);
      insert into people.legal_status (id, order_id, person_id, kind, code, valid_from, valid_to, recorded_by)
      select gen_random_uuid(), x.id, whom, 'lookedAfter', x.code, x."from", x."to", by_whom from jsonb_to_recordset(child -> 'statuses') x (id uuid, code text, "from" date, "to" date)
      where not exists (select 1 from people.legal_status l where l.order_id = x.id and l.person_id = whom and l.superseded_at is null);
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
      case when stands and not goes_on and jsonb_array_length(child -> 'periods') > 0 then (child -> 'aside') || jsonb_build_array(jsonb_build_object('table', case when of_kind = 'annexA' then 'List 8' else 'Episodes' end, 'row', 0, 'columns', '[]'::jsonb, 'reason', case when gone then 'somebody took this time in care back: it is not taken again' else child ->> 'stands' end)) else child -> 'aside' end, by_whom);
    if stands and not goes_on and jsonb_array_length(child -> 'periods') > 0 and child ? 'findingsIfStands' then kept := kept || (child ->> 'number'); end if;
    return next;
  end loop;
  perform set_config('kith.import', '', true);
  insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
  select which, (c ->> 'ordinal')::int, f.place - 1, (f.x ->> 'row')::int, f.x ->> 'path', f.x ->> 'outcome', f.x ->> 'reason', (f.x ->> 'values')::int
  from jsonb_array_elements(told) c, jsonb_array_elements(c -> case when c ->> 'number' = any (kept) then 'findingsIfStands' else 'findings' end) with ordinality f (x, place) on conflict do nothing;
  insert into audit.event (actor_id, what, people, via) select by_whom, 'returns.taken', array(select k.person_id from returns.came k where k.import_id = which and k.number in (select c ->> 'number' from jsonb_array_elements(told) c)), 'import';
end $$;
set local role kith_owner;
revoke create on schema returns from kith_gate;
