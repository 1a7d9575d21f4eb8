-- Who works with somebody, for those who see no more than the name card: enough to contact the worker (access policy, rule 8).
create function access.who_works_with(who uuid) returns table (team text, worker text, phone text, role text, domain text, from_on date, to_on date) language plpgsql stable as $$
begin
  if not exists (select 1 from access.standing(who) s where s.sight in ('card', 'full')) then return; end if;
  return query
    select t.name, a.name, a.phone, i.role, i.domain, i.from_on, i.to_on
    from access.involvement i left join access.team t on t.id = i.team_id left join access.actor a on a.id = i.worker_id
    where i.superseded_at is null and (i.to_on is null or i.to_on > current_date - 365)
      and i.domain not in ('adoption', 'legal', 'allegation')
      and (i.person_id = who or i.person_id in (select p.part_id from access.person_part p where p.survivor_id = who))
    order by i.to_on nulls first, i.from_on desc;
end $$;
call access.gate('access.who_works_with(uuid)', 'the worker to contact, for those who see the name card');
