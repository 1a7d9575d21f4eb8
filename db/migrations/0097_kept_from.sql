-- Whether a colleague is kept from one of these people (own family, neighbour, conflict of interest): work about them is not given to that colleague, who could not see it.
create function access.is_kept_from(whom uuid, people uuid[]) returns boolean language sql stable as $$
  select exists (select 1 from access.bar b where b.scope = whom and (b.until is null or b.until > now())
    and (b.person_id = any (people) or b.person_id in (select p.survivor_id from access.person_part p where p.part_id = any (people))))
    and not exists (select 1 from unnest(people) p where p = any (access.not_writable(people, 'children')))
$$;
call access.gate('access.is_kept_from(uuid, uuid[])', 'work is not given to a colleague who is kept from the person, for those who may write about them');
