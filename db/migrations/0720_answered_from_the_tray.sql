-- A request for sight is answered in words, or declined, by whoever keeps the record and by those in whose tray it lies now. Whose tray it has left, because it was passed on
-- to a second person, could still decline it. One rule says so to the page and to the deciding.
create function access.answers_request(request uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.sight_request q where q.id = request and q.decision is null and q.actor_id <> access.actor() and not (q.kind = 'second' and q.asked_by = access.actor()) and access.sees(q.person_id, 'shared')
    and (access.may_keep(q.person_id) or exists (select 1 from work.item i where i.kind = 'sightRequest' and i.subject_id = q.id and i.worker_id = access.actor() and i.finished_on is null)))
$$;
call access.gate('access.answers_request(uuid)', 'whether somebody may answer a request for sight in words');

grant create on schema access to kith_gate;
set local role kith_gate;
CREATE OR REPLACE FUNCTION access.decide_sight(request uuid, how text, ends timestamp with time zone, said text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  q access.sight_request;
  mark text;
begin
  select * into q from access.sight_request x where x.id = request for update;
  if not found or q.actor_id = access.actor() or (q.kind = 'second' and q.asked_by = access.actor()) or not access.sees(q.person_id, 'shared') then call access.refuse(); end if;
  if q.decision is not null then return 'over'; end if;
  mark := access.marking_of(access.survivor_of(q.person_id));
  if how = 'given' then
    if not access.may_keep(q.person_id, case when mark = 'open' then q.domain else 'shared' end) or coalesce(q.until, ends, now()) <= now() or access.kept_away(q.actor_id, access.survivor_of(q.person_id))
      or not exists (select 1 from access.actor a where a.id = q.actor_id and a.active and a.kind = 'staff') then call access.refuse(); end if;
    if q.kind = 'asked' and access.is_administrator(q.actor_id) then
      update access.sight_request set kind = 'second', asked_by = access.actor(), until = ends, reason = q.reason || case when coalesce(said, '') = '' then '' else E'\n' || said end where id = request;
      perform access.close_request(request, 'passedOn');
      perform access.send_request(request, access.survivor_of(q.person_id), array[access.actor(), q.actor_id], access.actor());
      return 'passedOn';
    end if;
    if mark = 'open' then
      insert into access.person_grant (id, person_id, actor_id, domain, may_write, until, reason, given_by) values (request, q.person_id, q.actor_id, q.domain, q.may_write, coalesce(q.until, ends), q.reason, access.actor());
    else
      perform access.put_on_list(gen_random_uuid(), access.survivor_of(q.person_id), q.actor_id, coalesce(q.until, ends), q.reason);
    end if;
  elsif not access.answers_request(request) then
    call access.refuse();
  end if;
  update access.sight_request set decision = how, decided_by = access.actor(), decided_at = now(), words = nullif(btrim(said), ''), until = coalesce(q.until, ends) where id = request;
  perform access.close_request(request, how);
  return how;
end $function$;
set local role kith_owner;
revoke create on schema access from kith_gate;
