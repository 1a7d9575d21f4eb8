-- Supervision: a session of a worker with their line manager, what was discussed and decided about families (on the record of each child), and the worker's own part.
create schema supervision;
grant usage on schema supervision to kith_app, kith_gate, kith_backup;

create table supervision.session (
  id uuid primary key,
  worker_id uuid not null references access.actor,
  manager_id uuid not null references access.actor,
  held_on date not null,
  state text not null default 'open' check (state in ('open', 'signed')),     -- signed: by both
  manager_signed_at timestamptz,
  worker_signed_at timestamptz,
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid not null references access.actor,
  check (worker_id <> manager_id),
  check ((state = 'signed') = (manager_signed_at is not null and worker_signed_at is not null))
);
create unique index one_open_session on supervision.session (worker_id) where state = 'open';
create index on supervision.session (worker_id, held_on desc);
create index on supervision.session (manager_id, held_on desc);

-- How the worker is and what they want to learn: theirs and their line manager's, and nobody else's.
create table supervision.own_part (
  id uuid primary key,
  session_id uuid not null references supervision.session,
  worker_id uuid not null references access.actor,
  wellbeing text not null default '',
  learning text not null default '',
  agreed text not null default '',
  recorded_at timestamptz not null default now(), recorded_by uuid not null references access.actor,
  superseded_at timestamptz
);
create index on supervision.own_part (session_id) where superseded_at is null;

-- What was discussed and decided about some people of one family: part of the record of each.
create table supervision.entry (
  id uuid primary key,
  session_id uuid not null references supervision.session,
  domain text not null default 'children',
  words text not null,
  decided text not null default '',
  worker_id uuid not null references access.actor,
  manager_id uuid not null references access.actor,
  held_on date not null,
  recorded_at timestamptz not null default now(), recorded_by uuid not null references access.actor
);
create table supervision.entry_person (
  entry_id uuid not null references supervision.entry,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (entry_id, person_id)
);
create index on supervision.entry (session_id);
create index on supervision.entry_person (person_id, entry_id);
call access.guard_person('supervision.entry_person');
call access.guard_several('supervision.entry', 'supervision.entry_person', 'entry_id');

-- Who leads a worker: the manager of a team of theirs now, or where it has none but themselves, of the next above.
create function supervision.leads(of_worker uuid) returns boolean language sql stable as $$
  with recursive up (team_id, step) as (
    select m.team_id, 0 from access.membership m where m.actor_id = of_worker and m.team_id is not null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    union select t.parent_id, up.step + 1 from up join access.team t on t.id = up.team_id where t.parent_id is not null
      and not exists (select 1 from access.membership o join access.actor a on a.id = o.actor_id and a.active
        where o.team_id = up.team_id and o.actor_id <> of_worker and o.role in ('manager', 'head') and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now()))
  )
  select of_worker <> access.actor() and exists (select 1 from up join access.membership m on m.team_id = up.team_id where m.actor_id = access.actor() and m.role in ('manager', 'head')
    and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()))
$$;

alter table supervision.session enable row level security, force row level security;
alter table supervision.own_part enable row level security, force row level security;
create policy parties on supervision.session for select to kith_app using (worker_id = access.actor() or manager_id = access.actor() or supervision.leads(worker_id));
create policy begun on supervision.session for insert to kith_app with check (manager_id = access.actor() and supervision.leads(worker_id));
create policy signed on supervision.session for update to kith_app using (worker_id = access.actor() or supervision.leads(worker_id)) with check (worker_id = access.actor() or supervision.leads(worker_id));
create policy own on supervision.own_part for select to kith_app using (worker_id = access.actor() or supervision.leads(worker_id));
create policy written on supervision.own_part for insert to kith_app with check ((worker_id = access.actor() or supervision.leads(worker_id))
  and exists (select 1 from supervision.session s where s.id = session_id and s.worker_id = own_part.worker_id and s.state = 'open'));
create policy renewed on supervision.own_part for update to kith_app using (worker_id = access.actor() or supervision.leads(worker_id)) with check (worker_id = access.actor() or supervision.leads(worker_id));
create policy gate on supervision.session to kith_gate using (true) with check (true);
create policy gate on supervision.own_part to kith_gate using (true) with check (true);
create policy backup on supervision.session for select to kith_backup using (true);
create policy backup on supervision.own_part for select to kith_backup using (true);
grant select, insert, update on supervision.session, supervision.own_part to kith_app;
grant select on supervision.session, supervision.own_part to kith_backup;
grant select, insert, update on supervision.session to kith_gate;
