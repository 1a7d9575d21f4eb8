-- A person of whom the recorder finds no more than that a record exists may be named on a contact: those on the record's list get it as a piece of work.
create function contacts.tell_those_listed(contact uuid, who uuid, on_day date) returns void language plpgsql as $$
declare
  s uuid := coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who);
  work_id uuid;
begin
  if not exists (select 1 from contacts.contact c where c.id = contact and c.recorded_by = access.actor())
    or not exists (select 1 from access.standing(s) st where st.sight = 'exists') then
    return;
  end if;
  for work_id in
    insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, opened_on, due_on)
    select gen_random_uuid(), 'newInformation', 'children', 'contact', contact, l.actor_id, on_day, on_day
    from access.listed l where l.person_id = s and (l.until is null or l.until > now())
    returning id
  loop
    insert into work.item_person (item_id, person_id, domain) values (work_id, s, 'children');
  end loop;
end $$;
call access.gate('contacts.tell_those_listed(uuid, uuid, date)', 'a contact names a restricted record: those on its list are told');
