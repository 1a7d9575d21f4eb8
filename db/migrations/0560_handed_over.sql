-- Children who go from one team of ours to another: open until the other team takes them, and whose they are until then is never in doubt (requirement EH-5).
create schema handover;
grant usage on schema handover to kith_app, kith_gate, kith_backup;

create table handover.handover (
  id uuid primary key,
  domain text not null default 'children',
  from_team_id uuid not null references access.team,
  from_worker_id uuid references access.actor,
  to_team_id uuid not null references access.team,
  reason text not null,                               -- content/codes/handovers
  words text not null,                                -- what whoever takes them has to know first
  left_to_do text,
  item_id uuid not null references work.item,         -- with whom it waits
  state text not null default 'open' check (state in ('open', 'taken', 'returned', 'withdrawn')),
  asked_on date not null,
  asked_by uuid not null references access.actor,
  ended_on date,
  ended_by uuid references access.actor,
  ended_words text,
  worker_id uuid references access.actor,             -- who works with them now
  version int not null default 1,
  recorded_at timestamptz not null default now(), recorded_by uuid,
  check (from_team_id <> to_team_id),
  check ((state = 'open') = (ended_on is null)),
  check ((state = 'open') = (ended_by is null)),
  check ((state = 'taken') = (worker_id is not null)),
  check (state <> 'taken' or ended_by <> asked_by),   -- nobody agrees to their own request
  check (ended_on is null or ended_on >= asked_on)
);
create table handover.handover_person (
  handover_id uuid not null references handover.handover,
  person_id uuid not null references access.subject,
  domain text not null,
  waits boolean not null default true,
  primary key (handover_id, person_id)
);
create index on handover.handover_person (person_id, handover_id);
create unique index one_handover_at_once on handover.handover_person (person_id) where waits;
create index on handover.handover (to_team_id) where state = 'open';
create index on handover.handover (from_team_id) where state = 'open';
call access.guard_person('handover.handover_person');
call access.guard_several('handover.handover', 'handover.handover_person', 'handover_id');

-- While it waits, the piece of work that asks for it is open and somebody's: kept at the end of every transaction.
create function handover.keep_owned() returns trigger language plpgsql as $$
begin
  if exists (select 1 from handover.handover h join work.item i on i.id = h.item_id
      where (h.item_id = new.id or h.id = new.id) and h.state = 'open' and (i.state not in ('open', 'waiting', 'returned') or (i.team_id is null and i.worker_id is null))) then
    raise exception 'a handover that waits is always with somebody' using errcode = 'check_violation';
  end if;
  return null;
end $$;
call access.gate('handover.keep_owned()', 'trigger: a handover that waits is with somebody', false);
create constraint trigger owned after insert or update on handover.handover deferrable initially deferred for each row execute function handover.keep_owned();
create constraint trigger handed_over after update of state, team_id, worker_id on work.item deferrable initially deferred for each row when (new.kind = 'handover') execute function handover.keep_owned();
