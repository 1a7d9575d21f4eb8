-- Supervision by another than the line manager: a covering manager or a consultant practitioner whom the line manager names, from a day to a day.
-- It gives the right to supervise, and sight of nobody: what they see of a family is what the access policy gives them anyway.
create table supervision.named (
  id uuid primary key,
  worker_id uuid not null references access.actor,
  supervisor_id uuid not null references access.actor,
  from_on date not null,
  to_on date,
  reason text not null,
  recorded_at timestamptz not null default now(), recorded_by uuid not null references access.actor,
  ended_by uuid references access.actor,
  check (worker_id <> supervisor_id),
  check (to_on is null or to_on >= from_on)
);
create unique index named_once on supervision.named (worker_id, supervisor_id) where to_on is null;
create index on supervision.named (supervisor_id) where to_on is null;
call access.guard_gate('supervision.named');
create policy parties on supervision.named for select to kith_app using (worker_id = access.actor() or supervisor_id = access.actor() or supervision.leads(worker_id));
create policy name on supervision.named for insert to kith_app with check (recorded_by = access.actor() and supervision.leads(worker_id));
create policy end_it on supervision.named for update to kith_app using (supervision.leads(worker_id)) with check (supervision.leads(worker_id));
grant select, insert, update on supervision.named to kith_app;

create function supervision.is_named_for(of_worker uuid) returns boolean language sql stable as $$
  select exists (select 1 from supervision.named n where n.worker_id = of_worker and n.supervisor_id = access.actor() and n.to_on is null and n.from_on <= current_date)
$$;

-- A session that a named supervisor leads stands beside the line manager's: each has one open at a time.
alter table supervision.session add column by_named boolean not null default false;
drop policy begun on supervision.session;
create policy begun on supervision.session for insert to kith_app with check (manager_id = access.actor() and ((not by_named and supervision.leads(worker_id)) or (by_named and supervision.is_named_for(worker_id))));
drop policy signed on supervision.session;
create policy signed on supervision.session for update to kith_app using (worker_id = access.actor() or supervision.leads(worker_id) or (by_named and manager_id = access.actor() and supervision.is_named_for(worker_id)))
  with check (worker_id = access.actor() or supervision.leads(worker_id) or (by_named and manager_id = access.actor() and supervision.is_named_for(worker_id)));
-- The worker's own part: theirs, their line manager's, and in a session that a named supervisor leads, that supervisor's while they are named.
drop policy own on supervision.own_part;
drop policy written on supervision.own_part;
drop policy renewed on supervision.own_part;
create function supervision.in_own_session(which uuid) returns boolean language sql stable as $$
  select exists (select 1 from supervision.session s where s.id = which and s.by_named and s.manager_id = access.actor() and supervision.is_named_for(s.worker_id))
$$;
create policy own on supervision.own_part for select to kith_app using (worker_id = access.actor() or supervision.leads(worker_id) or supervision.in_own_session(session_id));
create policy written on supervision.own_part for insert to kith_app with check ((worker_id = access.actor() or supervision.leads(worker_id) or supervision.in_own_session(session_id))
  and exists (select 1 from supervision.session s where s.id = session_id and s.worker_id = own_part.worker_id and s.state = 'open'));
create policy renewed on supervision.own_part for update to kith_app using (worker_id = access.actor() or supervision.leads(worker_id) or supervision.in_own_session(session_id)) with check (worker_id = access.actor() or supervision.leads(worker_id) or supervision.in_own_session(session_id));

-- Who took part in a group supervision, as colleagues; somebody from outside stays in words beside them.
create table supervision.entry_with (
  id uuid primary key,
  entry_id uuid not null references supervision.entry,
  actor_id uuid not null references access.actor,
  unique (entry_id, actor_id)
);
create index on supervision.entry_with (actor_id);
call access.guard_within('supervision.entry_with', 'supervision.entry', 'entry_id');
drop index supervision.one_open_session;
