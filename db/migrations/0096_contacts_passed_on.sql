-- A contact about people whom its recorder may not read goes on to the front door whole: the decision with its clocks is about all its children, the event
-- stands in the chronology of each, and those who work with them hear of it. Whoever sees name cards only (business support) keeps no sight of what they wrote.

create function contacts.pass_on(contact uuid, told jsonb, clocks jsonb, unseen uuid[], let_go uuid[]) returns void language plpgsql as $$
declare
  mine contacts.contact;
  work_id uuid := (told ->> 'id')::uuid;
  team uuid := (told ->> 'team')::uuid;
  event_id uuid;
  worker record;
  telling uuid;
begin
  select c.* into mine from contacts.contact c where c.id = pass_on.contact and c.recorded_by = access.actor() and c.state = 'open';
  if not found or exists (select 1 from work.item i where i.subject_id = mine.id and i.kind = 'contactDecision') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into work.item (id, kind, domain, pathway, pathway_version, subject_kind, subject_id, team_id, words, opened_on, due_on, duty, recorded_at, recorded_by)
  values (work_id, 'contactDecision', 'children', told ->> 'pathway', (told ->> 'version')::int, 'contact', mine.id, team, told ->> 'words', mine.received_on, (told ->> 'due')::date, told ->> 'duty', mine.recorded_at, access.actor());
  insert into work.item_person (item_id, person_id, domain) select work_id, p.person_id, 'children' from contacts.contact_person p where p.contact_id = mine.id and p.role = 'child';
  insert into work.clock (id, item_id, subject_kind, subject_id, duty, started_on, started_at, due_on, due_at, recorded_at, recorded_by)
  select gen_random_uuid(), work_id, 'contact', mine.id, x.duty, x."startedOn", x."startedAt", x."dueOn", x."dueAt", mine.recorded_at, access.actor()
  from jsonb_to_recordset(clocks) as x (duty text, "startedOn" date, "startedAt" timestamptz, "dueOn" date, "dueAt" timestamptz);
  if team is not null then
    insert into work.allocation (id, item_id, team_id, from_on, recorded_at, recorded_by) values (gen_random_uuid(), work_id, team, mine.received_on, mine.recorded_at, access.actor());
    insert into access.involvement (id, person_id, team_id, domain, role, from_on, recorded_by)
    select gen_random_uuid(), p.person_id, team, 'children', 'allocated', (told ->> 'today')::date, access.actor() from contacts.contact_person p
    where p.contact_id = mine.id and p.role = 'child' and not exists (select 1 from access.involvement v where v.person_id = p.person_id and v.team_id = team and v.worker_id is null and v.to_on is null and v.superseded_at is null);
  end if;
  if cardinality(unseen) > 0 then
    event_id := gen_random_uuid();
    insert into chronology.event (id, kind, happened_on, happened_at, recorded_at, domain, actor_id, subject_kind, subject_id) values (event_id, 'contact.received', mine.received_on, mine.received_at, mine.recorded_at, 'children', access.actor(), 'contact', mine.id);
    insert into chronology.event_person (event_id, person_id, domain, happened_on)
    select event_id, p.person_id, 'children', mine.received_on from contacts.contact_person p where p.contact_id = mine.id and p.role in ('child', 'adult')
      and (p.person_id = any (unseen) or p.person_id in (select s.survivor_id from access.person_part s where s.part_id = any (unseen)));
  end if;
  -- Who works with somebody on it already hears of it at once, whoever took it.
  for worker in
    select i.worker_id, array_agg(distinct p.person_id) as people from contacts.contact_person p
    join access.subject x on x.id = p.person_id and x.marking = 'open'
    join work.item_person ip on ip.person_id = p.person_id or ip.person_id in (select s.part_id from access.person_part s where s.survivor_id = p.person_id)
    join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.worker_id is not null and i.worker_id <> access.actor() and i.kind not in ('contactDecision', 'newInformation', 'question')
    where p.contact_id = mine.id and p.role in ('child', 'adult') and p.person_id = any (unseen) and not (p.person_id = any (let_go))
    group by i.worker_id
  loop
    telling := gen_random_uuid();
    insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, opened_on, due_on, recorded_at, recorded_by)
    values (telling, 'newInformation', 'children', 'contact', mine.id, worker.worker_id, (told ->> 'today')::date, (told ->> 'today')::date, mine.recorded_at, access.actor());
    insert into work.item_person (item_id, person_id, domain) select telling, unnest(worker.people), 'children';
  end loop;
  -- What was needed to write these people down ends with the writing.
  update access.involvement v set superseded_at = now()
  where v.person_id = any (let_go) and v.worker_id = access.actor() and v.recorded_by = access.actor() and v.superseded_at is null
    and exists (select 1 from access.subject x where x.id = v.person_id and x.created_by = access.actor() and x.created_at = now());
end $$;
call access.gate('contacts.pass_on(uuid, jsonb, jsonb, uuid[], uuid[])', 'a contact about people whom its recorder may not read goes on to the front door');
