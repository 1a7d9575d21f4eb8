-- Two holes of sight. A worker who works with somebody on their own, without a team, is seen by those who manage them (policy, rule 7). And the adults of a case,
-- with whom a team works for the children's sake, are let go when the last open piece of work about those children ends.

-- The line above a worker ---------------------------------------------------------------------------------------------------

-- What "those who manage this worker" is called among the scopes: a name worked out from the worker's own, held by nobody else.
create function access.line_of(worker uuid) returns uuid language sql immutable strict parallel safe as $$ select md5('line above ' || worker)::uuid $$;

-- Who manages whom of those who work with somebody on their own: managers and heads of the worker's team, and of the teams above it.
-- A closed account is still managed: its cases must be given to somebody else.
create view access.line_now with (security_invoker = true) as
select distinct m.actor_id as manager_id, w.actor_id as worker_id
from access.membership_now m
join access.team_below b on b.top_id = m.team_id
join access.team t on t.id = b.team_id and t.kind <> 'agency'
join access.membership w on w.team_id = b.team_id and w.role in ('worker', 'manager', 'head') and w.valid_from <= now() and (w.valid_to is null or w.valid_to > now())
join access.actor a on a.id = w.actor_id and a.kind = 'staff'
where m.care and m.role in ('manager', 'head')
  and exists (select 1 from access.involvement i where i.worker_id = w.actor_id and i.team_id is null and i.superseded_at is null);
grant select on access.line_now to kith_gate;

create or replace view access.reach_now with (security_invoker = true) as
select a.id as actor_id,
  (case when a.kind = 'staff' then array[a.id] else '{}' end) || coalesce((
    select array_agg(distinct b.team_id order by b.team_id) from access.membership_now m
    join access.team_below b on b.top_id = m.team_id and (b.team_id = m.team_id or m.role in ('manager', 'head'))
    join access.team t on t.id = b.team_id and (t.kind = 'agency') = (a.kind = 'partner')
    where m.actor_id = a.id and (m.care or m.kind <> 'staff')), '{}')
    || coalesce((select array_agg(access.line_of(l.worker_id) order by l.worker_id) from access.line_now l where l.manager_id = a.id), '{}') as scopes,
  -- adoption, legal and allegation are never wide (policy, rules 7 and 19)
  case when x.wide then array['shared', 'earlyHelp', 'children', 'adults', 'finance'] else '{}' end as wide,
  case when x.wide then array['shared', 'earlyHelp', 'children', 'adults'] else '{}' end as wide_write,
  -- care staff and business support (rule 8), and the records role, who merges (rule 16) and must find what to merge
  exists (select 1 from access.membership_now m where m.actor_id = a.id and (m.care or m.role in ('businessSupport', 'records'))) as cards,
  coalesce((select array_agg(distinct m.role order by m.role) from access.membership_now m where m.actor_id = a.id), '{}') as roles,
  coalesce((select array_agg(distinct m.team_id order by m.team_id) from access.membership_now m where m.actor_id = a.id and m.team_id is not null), '{}') as teams,
  (select min(y.at) from access.membership m cross join lateral (values (m.valid_from), (m.valid_to)) y (at)
    where y.at > now() and (m.actor_id = a.id or (
      -- a worker below comes or goes on a day that is known already
      exists (select 1 from access.membership_now mine join access.team_below b on b.top_id = mine.team_id where mine.actor_id = a.id and mine.role in ('manager', 'head') and b.team_id = m.team_id)
      and exists (select 1 from access.involvement i where i.worker_id = m.actor_id and i.team_id is null and i.superseded_at is null)))) as until
from access.actor a
cross join lateral (select exists (select 1 from access.membership_now m where m.actor_id = a.id and m.care and m.team_kind in ('frontDoor', 'emergencyDuty')) as wide) x
where a.active;

-- Those who manage the worker, in this team or in any of theirs, reach what the line reaches.
create function access.derive_line(worker uuid, in_team uuid default null) returns void language plpgsql as $$
begin
  if not exists (select 1 from access.involvement i where i.worker_id = worker and i.team_id is null and i.superseded_at is null) then return; end if;
  perform access.derive_reach(x.actor_id) from (
    select distinct m.actor_id from access.membership m join access.team_below b on b.top_id = m.team_id
    where m.role in ('manager', 'head') and (b.team_id = in_team or (in_team is null and b.team_id in (select w.team_id from access.membership w where w.actor_id = worker)))
    order by 1) x;
end $$;
-- What the gate owns is written anew as the gate.
grant create on schema access to kith_gate;
set local role kith_gate;
create or replace function access.membership_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform access.derive_reach(old.actor_id), access.derive_line(old.actor_id, old.team_id); end if;
  if tg_op <> 'DELETE' then perform access.derive_reach(new.actor_id), access.derive_line(new.actor_id, new.team_id); end if;
  return null;
end $$;
set local role kith_owner;
revoke create on schema access from kith_gate;
-- The first of its kind puts the worker on the line; the others change nothing.
create function access.worker_alone() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from access.involvement i where i.worker_id = new.worker_id and i.team_id is null and i.superseded_at is null and i.id <> new.id) then perform access.derive_line(new.worker_id); end if;
  return null;
end $$;
create trigger line after insert or update of worker_id, team_id on access.involvement for each row when (new.team_id is null) execute function access.worker_alone();
create index on access.involvement (worker_id) where team_id is null and superseded_at is null;
call access.gate('access.derive_line(uuid, uuid)', 'works out what those above a worker reach', false);
call access.gate('access.worker_alone()', 'trigger: a worker works with somebody on their own', false);

create or replace view access.scope_of_survivor with (security_invoker = true) as
-- named on the list of a marked record; of merged people, on the list of the strictest part
select g.survivor_id, l.actor_id as scope, '*' as domain, 'full' as sight, true as may_write, l.until
from access.listed l join access.same_person g on g.person_id = l.person_id
join access.subject part on part.id = l.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking <> 'open' and m.marking = part.marking
union all
-- the allocated worker, until the end of the last day
select g.survivor_id, i.worker_id, i.domain, 'full', true, (i.to_on + 1)::timestamp at time zone 'Europe/London'
from access.involvement i join access.same_person g on g.person_id = i.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where i.superseded_at is null and i.worker_id is not null
union all
-- a worker on their own: those who manage the worker, as long as a team's would
select g.survivor_id, access.line_of(i.worker_id), i.domain, 'full', true, (i.to_on + 366)::timestamp at time zone 'Europe/London'
from access.involvement i join access.same_person g on g.person_id = i.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where i.superseded_at is null and i.worker_id is not null and i.team_id is null
union all
-- the team that works with the person, or did until 365 days ago; an agency works by shares only
select g.survivor_id, i.team_id, i.domain, 'full', true, (i.to_on + 366)::timestamp at time zone 'Europe/London'
from access.involvement i join access.team t on t.id = i.team_id and t.kind <> 'agency' join access.same_person g on g.person_id = i.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where i.superseded_at is null
union all
-- a named, time-limited grant
select g.survivor_id, n.actor_id, n.domain, 'full', n.may_write, n.until
from access.person_grant n join access.same_person g on g.person_id = n.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open'
where n.ended_at is null
union all
-- break-glass: reading only, never for a sealed record
select g.survivor_id, b.actor_id, '*', 'full', false, b.until
from access.break_glass b join access.same_person g on g.person_id = b.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking <> 'sealed'
union all
-- shared with an agency: its early help, reading only
select g.survivor_id, h.agency_id, 'agency', 'full', false, h.until
from access.share h join access.team t on t.id = h.agency_id and t.kind = 'agency' join access.same_person g on g.person_id = h.person_id
join access.marking_now m on m.survivor_id = g.survivor_id and m.marking = 'open';

drop function access.derive(uuid);
create function access.derive(who uuid) returns void language plpgsql as $$
declare
  survivor uuid;
  everyone uuid[];
  mark text;
begin
  -- Two transactions that change the sight of one person take turns, and the second reads what the first wrote.
  -- Twice, because whom the person is merged with may have changed while waiting.
  for turn in 1 .. 2 loop
    survivor := coalesce((select survivor_id from access.person_part where part_id = who), who);
    everyone := array(select part_id from access.person_part where survivor_id = survivor union select survivor union select who);
    perform 1 from access.subject where id = any (everyone) order by id for no key update;
  end loop;
  survivor := coalesce((select survivor_id from access.person_part where part_id = who), who);
  everyone := array(select part_id from access.person_part where survivor_id = survivor union select survivor);
  mark := (select case max(case marking when 'sealed' then 2 when 'restricted' then 1 else 0 end) when 2 then 'sealed' when 1 then 'restricted' else 'open' end from access.subject where id = any (everyone));
  delete from access.person_scope where person_id = any (everyone);
  delete from access.bar where person_id = any (everyone);
  insert into access.person_scope (person_id, scope, domain, sight, may_write, until)
  select e, v.scope, v.domain, 'full', v.may_write, case when bool_or(v.until is null) then null else max(v.until) end
  from unnest(everyone) e cross join (
    select l.actor_id as scope, '*' as domain, true as may_write, l.until from access.listed l join access.subject part on part.id = l.person_id and part.marking = mark
    where l.person_id = any (everyone) and mark <> 'open'
    union all
    select worker_id, domain, true, (to_on + 1)::timestamp at time zone 'Europe/London' from access.involvement where person_id = any (everyone) and superseded_at is null and worker_id is not null and mark = 'open'
    union all
    select access.line_of(worker_id), domain, true, (to_on + 366)::timestamp at time zone 'Europe/London' from access.involvement
    where person_id = any (everyone) and superseded_at is null and worker_id is not null and team_id is null and mark = 'open'
    union all
    select i.team_id, i.domain, true, (i.to_on + 366)::timestamp at time zone 'Europe/London' from access.involvement i join access.team t on t.id = i.team_id and t.kind <> 'agency'
    where i.person_id = any (everyone) and i.superseded_at is null and mark = 'open'
    union all
    select actor_id, domain, may_write, until from access.person_grant where person_id = any (everyone) and ended_at is null and mark = 'open'
    union all
    select actor_id, '*', false, until from access.break_glass where person_id = any (everyone) and mark <> 'sealed'
    union all
    select h.agency_id, 'agency', false, h.until from access.share h join access.team t on t.id = h.agency_id and t.kind = 'agency' where person_id = any (everyone) and mark = 'open'
  ) v
  group by e, v.scope, v.domain, v.may_write;
  insert into access.bar (person_id, scope, until)
  select e, x.scope, case when bool_or(x.until is null) then null else max(x.until) end
  from unnest(everyone) e cross join (
    select '00000000-0000-0000-0000-000000000000'::uuid as scope, null::timestamptz as until where mark <> 'open'
    union all select actor_id, until from access.exclusion where person_id = any (everyone)
    union all select id, null from access.actor where person_id = any (everyone)
  ) x
  group by e, x.scope;
end $$;
call access.gate('access.derive(uuid)', 'works out who may see a person', false);

-- The adults of a case --------------------------------------------------------------------------------------------------------

-- For whose sake somebody is worked with, when not for their own.
alter table access.involvement add column because_of uuid[] check (cardinality(because_of) > 0);
create index on access.involvement using gin (because_of) where because_of is not null and superseded_at is null;

-- A team, or a worker of it, works also with these people for the sake of those. Whose record the actor may not write is passed over.
create function access.involve_beside(people uuid[], for_sake_of uuid[], team uuid, worker uuid, in_domain text, since date) returns void language plpgsql as $$
declare
  one uuid;
  sake uuid[] := array(select distinct s from unnest(for_sake_of) s order by s);
  refused uuid[] := access.not_writable(people, in_domain);
begin
  for one in select distinct p from unnest(people) p where p <> all (refused) order by p loop
    update access.involvement v set because_of = array(select distinct s from unnest(v.because_of || sake) s order by s)
    where v.person_id = one and v.team_id is not distinct from team and v.worker_id is not distinct from worker and v.superseded_at is null and v.to_on is null and not v.because_of @> sake;
    if not exists (select 1 from access.involvement v where v.person_id = one and v.team_id is not distinct from team and v.worker_id is not distinct from worker and v.superseded_at is null and v.to_on is null) then
      insert into access.involvement (id, person_id, team_id, worker_id, domain, role, from_on, recorded_by, because_of) values (gen_random_uuid(), one, team, worker, in_domain, 'allocated', since, access.actor(), sake);
    end if;
  end loop;
end $$;
call access.gate('access.involve_beside(uuid[], uuid[], uuid, uuid, text, date)', 'a team works also with the adults of a case');

-- Looked at when the transaction ends, because one piece of work often ends where the next begins.
create function work.left_behind() returns trigger language plpgsql as $$
declare
  about uuid[];
  ended date := coalesce(new.finished_on, (now() at time zone 'Europe/London')::date);
begin
  about := array(select ip.person_id from work.item_person ip where ip.item_id = new.id);
  about := about || array(select p.survivor_id from access.person_part p where p.part_id = any (about));
  about := about || array(select p.part_id from access.person_part p where p.survivor_id = any (about));
  update access.involvement v set to_on = greatest(ended, v.from_on)
  where v.because_of && about and v.to_on is null and v.superseded_at is null
    and (v.team_id = old.team_id or (v.team_id is null and v.worker_id = old.worker_id))
    and not exists (
      select 1 from work.item i join work.item_person ip on ip.item_id = i.id
      where i.state in ('open', 'waiting', 'returned') and (i.team_id = v.team_id or (v.team_id is null and i.worker_id = v.worker_id))
        and (ip.person_id = any (v.because_of || v.person_id) or ip.person_id = any (about)
          or ip.person_id in (select p.survivor_id from access.person_part p where p.part_id = any (v.because_of || v.person_id))
          or ip.person_id in (select p.part_id from access.person_part p where p.survivor_id = any (v.because_of || v.person_id))));
  return null;
end $$;
create constraint trigger left_behind after update of state, team_id, worker_id on work.item deferrable initially deferred for each row
  when (old.state in ('open', 'waiting', 'returned') and (new.state in ('done', 'cancelled') or new.team_id is distinct from old.team_id or new.worker_id is distinct from old.worker_id))
  execute function work.left_behind();
call access.gate('work.left_behind()', 'trigger: the last work with a family ended', false);

-- What stands already: the adults of a contact whose children a team assesses.
set local role kith_gate;
update access.involvement v set because_of = x.children
from (
  select cp.person_id, array_agg(distinct rp.person_id order by rp.person_id) as children
  from contacts.contact_person cp join contacts.referral r on r.contact_id = cp.contact_id join contacts.referral_person rp on rp.referral_id = r.id
  where cp.role = 'adult' group by cp.person_id
) x
where v.person_id = x.person_id and v.superseded_at is null and v.to_on is null and v.team_id is not null and v.domain = 'children' and not x.children @> array[v.person_id]
  and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = v.person_id and i.team_id = v.team_id);
select access.derive(i.person_id) from (select distinct person_id from access.involvement where team_id is null and superseded_at is null) i;
select access.derive_reach(id) from access.actor where active;
set local role kith_owner;
