-- Who may see a record, kept by hand: lists with an end, who ended what and why, asking for sight, and the second person whom an administrator's sight needs (rules 6, 7 and 15).

alter table access.exclusion add column ended_by uuid references access.actor, add column ended_why text;
alter table access.person_grant add column ended_by uuid references access.actor, add column ended_why text;
-- A change of the list alone: whom it names, or takes off, and until when.
alter table access.marking_change add column what text not null default 'marked' check (what in ('marked', 'named', 'takenOff')), add column whom uuid references access.actor, add column until timestamptz;

-- Somebody asks to see a record (`asked`), or an administrator's sight waits for a second person (`second`).
create table access.sight_request (
  id uuid primary key,
  person_id uuid not null references access.subject,
  actor_id uuid not null references access.actor,     -- who would see it
  kind text not null check (kind in ('asked', 'second')),
  domain text not null,
  may_write boolean not null default false,
  until timestamptz,                                  -- until when, where somebody has already said so
  reason text not null,
  asked_by uuid not null references access.actor,
  asked_at timestamptz not null default now(),
  decision text check (decision in ('given', 'declined', 'answered', 'withdrawn')),
  decided_by uuid references access.actor,
  decided_at timestamptz,
  words text
);
create index on access.sight_request (person_id);
create index on access.sight_request (actor_id) where decision is null;
call access.guard_gate('access.sight_request');

create function access.is_administrator(whom uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.membership_now m where m.actor_id = whom and m.role = 'administrator')
$$;
create function access.survivor_of(who uuid) returns uuid language sql stable as $$ select coalesce((select p.survivor_id from access.person_part p where p.part_id = who), who) $$;
create function access.marking_of(survivor uuid) returns text language sql stable as $$
  select case max(case x.marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' when 0 then 'open' end from access.subject x where x.id = any (access.everyone(survivor))
$$;
-- Whether somebody is kept from a person, by an exclusion or because it is their own record.
create function access.kept_away(whom uuid, who uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.bar b where b.person_id = who and b.scope = whom and (b.until is null or b.until > now()))
$$;

drop function access.mark(uuid, uuid, text, uuid[], text);
create function access.mark(change_id uuid, who uuid, as_marking text, names uuid[], why text) returns void language plpgsql as $$
declare
  survivor uuid := access.survivor_of(who);
  everyone uuid[] := access.everyone(survivor);
begin
  if not access.may_keep(survivor) then call access.refuse(); end if;
  if exists (select 1 from unnest(names) n where not exists (select 1 from access.actor a where a.id = n and a.active and a.kind = 'staff')) then call access.refuse(); end if;
  -- an administrator comes onto a list by a second person only
  if exists (select 1 from unnest(names) n where access.is_administrator(n) and not exists (select 1 from access.listed l where l.person_id = any (everyone) and l.actor_id = n and (l.until is null or l.until > now()))) then call access.refuse(); end if;
  if as_marking <> 'open' and not exists (select 1 from unnest(names) n where not access.kept_away(n, survivor)) then
    raise exception 'a marked record needs somebody who can open it' using errcode = 'check_violation';
  end if;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by) values (change_id, survivor, as_marking, names, why, access.actor());
  update access.listed set until = now() where person_id = any (everyone) and (until is null or until > now()) and (as_marking = 'open' or actor_id <> all (names));
  insert into access.listed as l (person_id, actor_id, given_by) select e, n, access.actor() from unnest(everyone) e, (select distinct unnest(names) as n) x where as_marking <> 'open'
  on conflict (person_id, actor_id) do update set until = null, since = case when l.until is null then l.since else now() end, given_by = excluded.given_by;
  update access.subject set marking = as_marking where id = any (everyone) and marking <> as_marking;
end $$;

-- Names one colleague on the list of a marked record. Called by those who may keep it, and by the second person.
create function access.put_on_list(change_id uuid, survivor uuid, whom uuid, ends timestamptz, why text) returns void language plpgsql as $$
declare
  everyone uuid[] := access.everyone(survivor);
begin
  if access.marking_of(survivor) = 'open' or whom = access.actor() or ends <= now() or access.kept_away(whom, survivor)
    or not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') then call access.refuse(); end if;
  insert into access.listed as l (person_id, actor_id, given_by, until) select e, whom, access.actor(), ends from unnest(everyone) e
  on conflict (person_id, actor_id) do update set until = ends, since = case when l.until is null or l.until > now() then l.since else now() end, given_by = excluded.given_by;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom, until)
  values (change_id, survivor, access.marking_of(survivor), array(select distinct l.actor_id from access.listed l where l.person_id = any (everyone) and (l.until is null or l.until > now())), why, access.actor(), 'named', whom, ends);
end $$;
create function access.name_on_list(change_id uuid, who uuid, whom uuid, ends timestamptz, why text) returns void language plpgsql as $$
declare
  survivor uuid := access.survivor_of(who);
begin
  if not access.may_keep(survivor) or access.is_administrator(whom) then call access.refuse(); end if;
  perform access.put_on_list(change_id, survivor, whom, ends, why);
end $$;
-- Somebody who is staff, active and not kept away must be left.
create function access.take_off_list(change_id uuid, who uuid, whom uuid, why text) returns int language plpgsql as $$
declare
  survivor uuid := access.survivor_of(who);
  everyone uuid[] := access.everyone(survivor);
  taken int;
begin
  if not access.may_keep(survivor) then call access.refuse(); end if;
  update access.listed set until = now() where person_id = any (everyone) and actor_id = whom and (until is null or until > now());
  get diagnostics taken = row_count;
  if taken = 0 then return 0; end if;
  if not exists (select 1 from access.listed l join access.actor a on a.id = l.actor_id and a.active and a.kind = 'staff' where l.person_id = any (everyone) and (l.until is null or l.until > now()) and not access.kept_away(l.actor_id, survivor)) then
    raise exception 'a marked record needs somebody who can open it' using errcode = 'check_violation';
  end if;
  insert into access.marking_change (id, person_id, marking, named, reason, changed_by, what, whom)
  values (change_id, survivor, access.marking_of(survivor), array(select distinct l.actor_id from access.listed l where l.person_id = any (everyone) and (l.until is null or l.until > now())), why, access.actor(), 'takenOff', whom);
  return taken;
end $$;

drop function access.end_exclusion(uuid);
create function access.end_exclusion(exclusion_id uuid, why text) returns uuid language plpgsql as $$
declare
  whose uuid;
begin
  update access.exclusion set until = now(), ended_by = access.actor(), ended_why = why where id = exclusion_id and (until is null or until > now()) and actor_id <> access.actor() and access.may_keep(person_id) returning person_id into whose;
  return whose;
end $$;
-- By those who keep the record; or by an administrator, who takes sight away without having any.
drop function access.end_grant(uuid);
create function access.end_grant(grant_id uuid, why text) returns uuid language plpgsql as $$
declare
  whose uuid;
begin
  update access.person_grant set ended_at = now(), ended_by = access.actor(), ended_why = why
  where id = grant_id and ended_at is null and (access.may_keep(person_id) or (access.has_role('{administrator}') and access.marking_of(access.survivor_of(person_id)) <> 'sealed')) returning person_id into whose;
  return whose;
end $$;

-- Asking -----------------------------------------------------------------------------------------------------------------------

-- Whom a request reaches: of a marked record those on its list, the managers among them where there are any; of an open one the allocated workers and those who
-- manage the teams that work with the person, or worked with them last.
create function access.asked_of(survivor uuid, besides uuid[]) returns uuid[] language plpgsql stable as $$
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
          and (i.to_on is null or i.to_on >= today or not exists (select 1 from access.involvement o where o.person_id = any (everyone) and o.superseded_at is null and (o.to_on is null or o.to_on >= today)) and i.to_on >= today - 365)
      ), teams as (
        select team_id from works where team_id is not null
        union select m.team_id from works w join access.membership_now m on m.actor_id = w.worker_id where w.team_id is null and m.team_id is not null
      ), managing as (
        select t.team_id, m.actor_id, m.team_id = t.team_id as own from teams t join access.team_below b on b.team_id = t.team_id join access.membership_now m on m.team_id = b.top_id and m.role in ('manager', 'head')
        where not access.kept_away(m.actor_id, survivor) and m.actor_id <> all (besides)
      )
      select worker_id from works where worker_id is not null
      union select g.actor_id from managing g where g.own or not exists (select 1 from managing o where o.team_id = g.team_id and o.own));
  end if;
  reached := array(select a.id from access.actor a where a.id = any (reached) and a.active and a.kind = 'staff' and a.id <> all (besides) and not access.kept_away(a.id, survivor) order by a.id);
  keepers := array(select r.actor_id from access.reach r where r.actor_id = any (reached) and r.roles && array['manager', 'head']);
  return case when access.marking_of(survivor) <> 'open' and cardinality(keepers) > 0 then keepers else reached end;
end $$;
create function access.send_request(request uuid, survivor uuid, besides uuid[], from_whom uuid) returns int language plpgsql as $$
declare
  one uuid;
  task uuid;
  sent int := 0;
begin
  foreach one in array access.asked_of(survivor, besides) loop
    task := gen_random_uuid();
    insert into work.item (id, kind, domain, subject_kind, subject_id, worker_id, asked_by, opened_on) values (task, 'sightRequest', 'shared', 'sightRequest', request, one, from_whom, (now() at time zone 'Europe/London')::date);
    insert into work.item_person (item_id, person_id, domain) values (task, survivor, 'shared');
    sent := sent + 1;
  end loop;
  if sent = 0 then raise exception 'nobody can be asked' using errcode = 'no_data_found'; end if;
  return sent;
end $$;
create function access.ask_for_sight(request uuid, who uuid, in_domain text, why text) returns int language plpgsql as $$
declare
  known record;
begin
  select * into known from access.standing(who);
  if not found or known.marking = 'sealed' or not access.has_role('{worker,manager,head}') then call access.refuse(); end if;
  if exists (select 1 from access.sight_request q where q.person_id = known.survivor_id and q.actor_id = access.actor() and q.decision is null) then
    raise exception 'asked already' using errcode = 'unique_violation';
  end if;
  insert into access.sight_request (id, person_id, actor_id, kind, domain, reason, asked_by) values (request, known.survivor_id, access.actor(), 'asked', in_domain, why, access.actor());
  return access.send_request(request, known.survivor_id, array[access.actor()], access.actor());
end $$;
-- An administrator's sight, said by one who keeps the record: it waits for a second person who keeps it, too.
create function access.propose_sight(request uuid, who uuid, whom uuid, in_domain text, writing boolean, ends timestamptz, why text) returns int language plpgsql as $$
declare
  survivor uuid := access.survivor_of(who);
begin
  if whom = access.actor() or ends <= now() or not access.may_keep(survivor, case when access.marking_of(survivor) = 'open' then in_domain else 'shared' end) or access.kept_away(whom, survivor)
    or not exists (select 1 from access.actor a where a.id = whom and a.active and a.kind = 'staff') then call access.refuse(); end if;
  insert into access.sight_request (id, person_id, actor_id, kind, domain, may_write, until, reason, asked_by) values (request, survivor, whom, 'second', in_domain, writing, ends, why, access.actor());
  return access.send_request(request, survivor, array[access.actor(), whom], access.actor());
end $$;

-- Given, declined, or answered in words. Nobody decides for themselves; of an administrator's sight nobody decides alone.
create function access.decide_sight(request uuid, how text, ends timestamptz, said text) returns text language plpgsql as $$
declare
  q access.sight_request;
  mark text;
begin
  select * into q from access.sight_request x where x.id = request for update;
  if not found or q.actor_id = access.actor() or (q.kind = 'second' and q.asked_by = access.actor()) or not access.sees(q.person_id, 'shared') then call access.refuse(); end if;
  if q.decision is not null then return 'over'; end if;
  mark := access.marking_of(access.survivor_of(q.person_id));
  if how = 'given' then
    if not access.may_keep(q.person_id, case when mark = 'open' then q.domain else 'shared' end) then call access.refuse(); end if;
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
end $$;
create function access.close_request(request uuid, how text) returns void language plpgsql as $$
begin
  update work.item set state = 'done', outcome = how, finished_on = (now() at time zone 'Europe/London')::date, version = version + 1 where kind = 'sightRequest' and subject_id = request and state in ('open', 'waiting', 'returned');
end $$;
create function access.withdraw_request(request uuid) returns int language plpgsql as $$
declare
  taken int;
begin
  update access.sight_request set decision = 'withdrawn', decided_by = access.actor(), decided_at = now() where id = request and decision is null and asked_by = access.actor();
  get diagnostics taken = row_count;
  if taken > 0 then perform access.close_request(request, 'withdrawn'); end if;
  return taken;
end $$;
-- One request, for those whom it reached and those who keep the record; what one asked oneself.
create function access.request_of(request uuid) returns table (id uuid, person_id uuid, marking text, kind text, actor_id uuid, actor text, job_title text, domain text, may_write boolean, until timestamptz, reason text, asked_by uuid, asker text, asked_at timestamptz,
  decision text, decider text, decided_at timestamptz, words text, may_give boolean) language sql stable as $$
  select q.id, access.survivor_of(q.person_id), access.marking_of(access.survivor_of(q.person_id)), q.kind, q.actor_id, a.name, a.job_title, q.domain, q.may_write, q.until, q.reason, q.asked_by, b.name, q.asked_at, q.decision, d.name, q.decided_at, q.words,
    q.decision is null and q.actor_id <> access.actor() and not (q.kind = 'second' and q.asked_by = access.actor())
      and access.may_keep(q.person_id, case when access.marking_of(access.survivor_of(q.person_id)) = 'open' then q.domain else 'shared' end)
  from access.sight_request q join access.actor a on a.id = q.actor_id join access.actor b on b.id = q.asked_by left join access.actor d on d.id = q.decided_by
  where q.id = request and access.sees(q.person_id, 'shared')
$$;
create function access.my_requests(who uuid) returns table (id uuid, asked_at timestamptz, decision text, decider text, decided_at timestamptz, words text, until timestamptz) language sql stable as $$
  select q.id, q.asked_at, q.decision, d.name, q.decided_at, q.words, q.until from access.standing(who) k join access.sight_request q on q.person_id = k.survivor_id left join access.actor d on d.id = q.decided_by
  where q.actor_id = access.actor() and q.kind = 'asked' order by q.asked_at desc limit 5
$$;

-- What was done about who may see a record, the newest first: for those who may keep it.
create function access.kept_history(who uuid) returns table (at timestamptz, by_whom text, what text, whom text, domain text, until timestamptz, why text) language sql stable as $$
  with everyone as (select unnest(access.everyone(access.survivor_of(who))) as person_id where access.may_keep(who))
  select x.at, b.name, x.what, w.name, x.domain, x.until, x.why
  from (
    select m.changed_at as at, m.changed_by as by_whom, case m.what when 'marked' then m.marking else m.what end as what, m.whom, null::text as domain, m.until, m.reason as why from access.marking_change m join everyone e using (person_id)
    union all select x.since, x.given_by, 'excluded', x.actor_id, null, case when x.ended_by is null then x.until end, x.reason from access.exclusion x join everyone e using (person_id)
    union all select x.until, x.ended_by, 'exclusionEnded', x.actor_id, null, null, x.ended_why from access.exclusion x join everyone e using (person_id) where x.ended_by is not null
    union all select n.given_at, n.given_by, 'granted', n.actor_id, n.domain, n.until, n.reason from access.person_grant n join everyone e using (person_id)
    union all select n.ended_at, n.ended_by, 'grantEnded', n.actor_id, n.domain, null, n.ended_why from access.person_grant n join everyone e using (person_id) where n.ended_at is not null
    union all select g.started_at, g.actor_id, 'opened', g.actor_id, null, g.until, g.reason from access.break_glass g join everyone e using (person_id)
    union all select q.asked_at, q.asked_by, case q.kind when 'second' then 'proposed' else 'asked' end, q.actor_id, q.domain, null, q.reason from access.sight_request q join everyone e using (person_id)
    union all select q.decided_at, q.decided_by, q.decision, q.actor_id, q.domain, q.until, q.words from access.sight_request q join everyone e using (person_id) where q.decision in ('declined', 'answered')
  ) x left join access.actor b on b.id = x.by_whom left join access.actor w on w.id = x.whom
  order by x.at desc limit 100
$$;

-- For the administrator, who has no sight of records: what accounts were given, without whose record it is and without the reason. Of sealed records nothing.
create function access.given_sight(most int) returns table (kind text, id uuid, actor_id uuid, actor text, domain text, may_write boolean, since timestamptz, until timestamptz, by_whom text, over boolean, ended_by text) language sql stable as $$
  select x.kind, x.id, x.actor_id, a.name, x.domain, x.may_write, x.since, x.until, b.name, x.over, e.name
  from (
    select 'granted' as kind, n.id, n.actor_id, n.person_id, n.domain, n.may_write, n.given_at as since, coalesce(n.ended_at, n.until) as until, n.given_by, n.ended_at is not null or n.until <= now() as over, n.ended_by from access.person_grant n
    union all select 'excluded', x.id, x.actor_id, x.person_id, null, false, x.since, x.until, x.given_by, x.until is not null and x.until <= now(), x.ended_by from access.exclusion x
    union all select 'named', null, l.actor_id, l.person_id, null, true, l.since, l.until, l.given_by, l.until is not null and l.until <= now(), null from access.listed l
      where not exists (select 1 from access.person_part p where p.part_id = l.person_id)
    union all select 'opened', g.id, g.actor_id, g.person_id, null, false, g.started_at, g.until, g.actor_id, g.until <= now(), null from access.break_glass g
  ) x join access.actor a on a.id = x.actor_id left join access.actor b on b.id = x.given_by left join access.actor e on e.id = x.ended_by
  where access.has_role('{administrator}') and access.marking_of(access.survivor_of(x.person_id)) <> 'sealed'
  order by x.over, x.since desc limit most
$$;

delete from ops.gate where signature in ('access.end_exclusion(uuid)', 'access.end_grant(uuid)');
call access.gate('access.is_administrator(uuid)', 'whether somebody is an administrator, whose sight needs a second person');
call access.gate('access.survivor_of(uuid)', 'who a merged person is now', false);
call access.gate('access.marking_of(uuid)', 'the strictest marking of a person''s parts', false);
call access.gate('access.kept_away(uuid, uuid)', 'whether a colleague is kept from a person', false);
call access.gate('access.mark(uuid, uuid, text, uuid[], text)', 'marks a person restricted or sealed, or opens the record');
call access.gate('access.put_on_list(uuid, uuid, uuid, timestamptz, text)', 'names a colleague on the list of a marked record', false);
call access.gate('access.name_on_list(uuid, uuid, uuid, timestamptz, text)', 'those who keep a marked record name a colleague on its list');
call access.gate('access.take_off_list(uuid, uuid, uuid, text)', 'takes a colleague off the list of a marked record');
call access.gate('access.end_exclusion(uuid, text)', 'ends an exclusion');
call access.gate('access.end_grant(uuid, text)', 'ends a grant');
call access.gate('access.asked_of(uuid, uuid[])', 'whom a request for sight reaches', false);
call access.gate('access.send_request(uuid, uuid, uuid[], uuid)', 'puts a request for sight into the trays of those whom it reaches', false);
call access.gate('access.ask_for_sight(uuid, uuid, text, text)', 'somebody asks to see a record');
call access.gate('access.propose_sight(uuid, uuid, uuid, text, boolean, timestamptz, text)', 'an administrator''s sight waits for a second person');
call access.gate('access.close_request(uuid, text)', 'ends the work that a request for sight was', false);
call access.gate('access.decide_sight(uuid, text, timestamptz, text)', 'a request for sight is decided');
call access.gate('access.withdraw_request(uuid)', 'a request for sight is taken back by whoever asked');
call access.gate('access.request_of(uuid)', 'one request for sight, for those whom it reached');
call access.gate('access.my_requests(uuid)', 'what one asked oneself about a record');
call access.gate('access.kept_history(uuid)', 'what was done about who may see a record, for those who keep it');
call access.gate('access.given_sight(int)', 'what accounts were given, for the administrator, without whose record it is');
