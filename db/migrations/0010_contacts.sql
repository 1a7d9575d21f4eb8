-- What the front door keeps besides: contacts that are not sent yet, what is different now, and people whom the recorder may not know.

-- A contact while somebody still writes it: as typed, seen by that one person only, gone when it is sent. It is no record of anybody yet.
create table contacts.draft (
  id uuid primary key,
  actor_id uuid not null references access.actor,
  typed jsonb not null,
  version int not null default 1,
  started_at timestamptz not null default now(),
  saved_at timestamptz not null default now()
);
create index on contacts.draft (actor_id, saved_at desc);
alter table contacts.draft enable row level security;
alter table contacts.draft force row level security;
create policy own on contacts.draft to kith_app using (actor_id = access.actor()) with check (actor_id = access.actor());
create policy gate on contacts.draft to kith_gate using (true) with check (true);
create policy backup on contacts.draft for select to kith_backup using (true);
grant select, insert, update, delete on contacts.draft to kith_app;
grant select, delete on contacts.draft to kith_gate;
grant select on contacts.draft to kith_backup;

-- Set against the reason for which the family's case was last closed.
alter table contacts.decision add column different_now text;

-- A person of whom the recorder finds the name card only, or that a record exists, is put on the contact all the same: what is told to us about a child is never lost
-- to a permission. The recorder sees nothing more by it.
create function contacts.name_person(contact uuid, who uuid, as_role text) returns void language plpgsql as $$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
begin
  if not exists (select 1 from contacts.contact c where c.id = contact and c.recorded_by = access.actor() and c.state = 'open') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from access.standing(s) st where st.sight in ('exists', 'card', 'full')) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into contacts.contact_person as c (contact_id, person_id, domain, role) values (contact, s, 'children', as_role) on conflict on constraint contact_person_pkey do nothing;
end $$;
call access.gate('contacts.name_person(uuid, uuid, text)', 'a contact is about people whom its recorder may not read');

-- A contact whose people match a sealed record: those on its list get a piece of work and the contact; the writer learns nothing (access policy, rule 5).
-- `keys` and `days`: what the search would look under (record/people/matching/keys).
create function contacts.tell_listed(contact uuid, keys int[], days int[], on_day date) returns void language plpgsql as $$
declare
  match record;
  work_id uuid;
begin
  if not exists (select 1 from contacts.contact c where c.id = contact and c.recorded_by = access.actor()) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  for match in
    select distinct coalesce(p.survivor_id, e.person_id) as id
    from people.search_entry e left join access.person_part p on p.part_id = e.person_id
    where e.keys && tell_listed.keys and (cardinality(days) = 0 or e.keys && days)
      and exists (select 1 from access.subject x where x.marking = 'sealed' and (x.id = coalesce(p.survivor_id, e.person_id)
        or x.id in (select y.part_id from access.person_part y where y.survivor_id = coalesce(p.survivor_id, e.person_id))))
  loop
    insert into contacts.contact_person as c (contact_id, person_id, domain, role) values (contact, match.id, 'children', 'referrer') on conflict on constraint contact_person_pkey do nothing;
    for work_id in
      insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, opened_on, due_on)
      select gen_random_uuid(), 'sealedMatch', 'children', 'contact', contact, l.actor_id, on_day, on_day
      from access.listed l where l.person_id = match.id and (l.until is null or l.until > now())
      returning id
    loop
      insert into work.item_person (item_id, person_id, domain) values (work_id, match.id, 'children');
    end loop;
  end loop;
end $$;
call access.gate('contacts.tell_listed(uuid, int[], int[], date)', 'a contact matches a sealed record: those on its list are told');
