-- Where a child in care lives, and with whom, is hidden with the placement (access policy, rules 20 to 22): whether a decision to hide it holds today.

create function care.place_kept(child uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from people.hiding h where h.person_id = any (access.everyone(child)) and 'placement' = any (h.what) and people.holds(h));
end $$;
call access.gate('care.place_kept(uuid)', 'whether the place where a child lives is hidden today, for lists');
