-- What the policy's model found when asking for sight, its answers and the lists of adoption were tried against it.
-- Whom a request goes to: work in a closed domain alone made nobody to be asked, which told of it; who works with somebody on their own and has left is still managed;
-- managers of a list are who manages now, not who did when what they reach was last worked out.
-- A request that was written before two records became one is still asked. Sight is given for a time that comes, to open staff who are not kept away, of an open record too.
-- Who is not on the list of an adoption is not taken off the list of its record in passing.
grant create on schema access to kith_gate;
set local role kith_gate;
CREATE OR REPLACE FUNCTION access.asked_of(survivor uuid, besides uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  everyone uuid[] := access.everyone(survivor);
  today date := (now() at time zone 'Europe/London')::date;
  reached uuid[];
  keepers uuid[];
begin
  if access.marking_of(survivor) <> 'open' then
    reached := array(select distinct l.actor_id from access.listed l where l.person_id = any (everyone) and (l.until is null or l.until > now()));
  else
    reached := array(
      with works as (
        select i.team_id, i.worker_id from access.involvement i where i.person_id = any (everyone) and i.superseded_at is null and i.domain not in ('adoption', 'legal', 'allegation')
          and (i.to_on is null or i.to_on >= today or not exists (select 1 from access.involvement o where o.person_id = any (everyone) and o.superseded_at is null and o.domain not in ('adoption', 'legal', 'allegation') and (o.to_on is null or o.to_on >= today)) and i.to_on >= today - 365)
      ), teams as (
        select team_id from works where team_id is not null
        union select m.team_id from works w join access.actor a on a.id = w.worker_id and a.kind = 'staff' join access.membership m on m.actor_id = a.id and m.role in ('worker', 'manager', 'head') join access.team t on t.id = m.team_id and t.kind <> 'agency'
        where w.team_id is null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
      ), managing as (
        select t.team_id, m.actor_id, m.team_id = t.team_id as own from teams t join access.team_below b on b.team_id = t.team_id join access.membership_now m on m.team_id = b.top_id and m.role in ('manager', 'head')
        where not access.kept_away(m.actor_id, survivor) and m.actor_id <> all (besides)
      )
      select worker_id from works where worker_id is not null
      union select g.actor_id from managing g where g.own or not exists (select 1 from managing o where o.team_id = g.team_id and o.own));
  end if;
  reached := array(select a.id from access.actor a where a.id = any (reached) and a.active and a.kind = 'staff' and a.id <> all (besides) and not access.kept_away(a.id, survivor) order by a.id);
  keepers := array(select distinct m.actor_id from access.membership_now m where m.actor_id = any (reached) and m.role in ('manager', 'head') order by 1);
  return case when access.marking_of(survivor) <> 'open' and cardinality(keepers) > 0 then keepers else reached end;
end $function$;

CREATE OR REPLACE FUNCTION access.ask_for_sight(request uuid, who uuid, in_domain text, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  known record;
begin
  select * into known from access.standing(who);
  if not found or known.marking = 'sealed' or not access.has_role('{worker,manager,head}') then call access.refuse(); end if;
  if exists (select 1 from access.sight_request q where q.person_id = any (access.everyone(known.survivor_id)) and q.actor_id = access.actor() and q.decision is null) then
    raise exception 'asked already' using errcode = 'unique_violation';
  end if;
  insert into access.sight_request (id, person_id, actor_id, kind, domain, reason, asked_by) values (request, known.survivor_id, access.actor(), 'asked', in_domain, why, access.actor());
  return access.send_request(request, known.survivor_id, array[access.actor()], access.actor());
end $function$;

CREATE OR REPLACE FUNCTION access.my_requests(who uuid)
 RETURNS TABLE(id uuid, asked_at timestamp with time zone, decision text, decider text, decided_at timestamp with time zone, words text, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select q.id, q.asked_at, q.decision, d.name, q.decided_at, q.words, q.until from access.standing(who) k join access.sight_request q on q.person_id = any (access.everyone(k.survivor_id)) left join access.actor d on d.id = q.decided_by
  where q.actor_id = access.actor() and q.kind = 'asked' order by q.asked_at desc limit 5
$function$;

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
  elsif not (access.may_keep(q.person_id) or exists (select 1 from work.item i where i.kind = 'sightRequest' and i.subject_id = request and i.worker_id = access.actor())) then
    call access.refuse();
  end if;
  update access.sight_request set decision = how, decided_by = access.actor(), decided_at = now(), words = nullif(btrim(said), ''), until = coalesce(q.until, ends) where id = request;
  perform access.close_request(request, how);
  return how;
end $function$;

CREATE OR REPLACE FUNCTION access.take_off_adoption(adoption uuid, whom uuid, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  old_one uuid := (select access.survivor_of(a.old_id) from access.adoption a where a.id = adoption);
  taken int;
begin
  if old_one is null or not access.on_adoption_list(adoption) then call access.refuse(); end if;
  if not exists (select 1 from access.adoption_listed l where l.adoption_id = adoption and l.actor_id <> whom and (l.until is null or l.until > now()) and access.may_hold_adoption(l.actor_id, old_one)) then
    raise exception 'an adoption needs somebody who can open it' using errcode = 'check_violation';
  end if;
  update access.adoption_listed set until = now() where adoption_id = adoption and actor_id = whom and (until is null or until > now());
  get diagnostics taken = row_count;
  if taken > 0 then
    update access.listed set until = now() where person_id = any (access.everyone(old_one)) and actor_id = whom and (until is null or until > now());
    insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom)
    values (gen_random_uuid(), old_one, access.marking_of(old_one), array(select distinct l.actor_id from access.listed l where l.person_id = any (access.everyone(old_one)) and (l.until is null or l.until > now())), why, access.actor(), 'takenOff', whom);
  end if;
  return taken;
end $function$;
set local role kith_owner;
revoke create on schema access from kith_gate;
