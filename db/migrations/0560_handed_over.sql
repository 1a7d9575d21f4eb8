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
  role text not null default 'child' check (role in ('child', 'beside')),   -- beside: an adult of the family, who goes along
  waits boolean not null default true,                -- a child on the way: to one team at a time
  check (role = 'child' or not waits),
  primary key (handover_id, person_id)
);
create index on handover.handover_person (person_id, handover_id);
create unique index one_handover_at_once on handover.handover_person (person_id) where waits;
create index on handover.handover (item_id);
create index on handover.handover (to_team_id) where state = 'open';
create index on handover.handover (from_team_id) where state = 'open';
call access.guard_person('handover.handover_person');
call access.guard_several('handover.handover', 'handover.handover_person', 'handover_id');

-- While it waits, the piece of work that asks for it is open and somebody's: kept at the end of every transaction.
create function handover.keep_owned() returns trigger language plpgsql as $$
declare
  item uuid := case when tg_table_schema = 'work' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'item_id' end;
begin
  if exists (select 1 from handover.handover h join work.item i on i.id = h.item_id
      where h.item_id = item and h.state = 'open' and (i.state not in ('open', 'waiting', 'returned') or (i.team_id is null and i.worker_id is null))) then
    raise exception 'a handover that waits is always with somebody' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger owned after insert or update on handover.handover deferrable initially deferred for each row execute function handover.keep_owned();
create constraint trigger handed_over after update of state, team_id, worker_id on work.item deferrable initially deferred for each row when (new.kind = 'handover') execute function handover.keep_owned();
call access.gate('handover.keep_owned()', 'trigger: a handover that waits is with somebody', false);

-- When it is answered, at the end of the transaction, so that the answer is still theirs to write: who was asked sees them no longer for the sake of that;
-- and where they were taken, the team that had them lets the adults of the family go, unless it still works with a child of theirs.
create function handover.settle() returns trigger language plpgsql as $$
declare
  everybody uuid[] := array(select p.person_id from handover.handover_person p where p.handover_id = new.id);
  children uuid[] := array(select p.person_id from handover.handover_person p where p.handover_id = new.id and p.role = 'child');
begin
  update access.involvement v set superseded_at = now() where v.role = 'takingOver' and v.superseded_at is null and v.to_on is null and v.person_id = any (everybody)
    and not exists (select 1 from handover.handover_person p join handover.handover h on h.id = p.handover_id join work.item i on i.id = h.item_id where p.person_id = v.person_id and h.state = 'open' and i.worker_id = v.worker_id);
  if new.state = 'taken' then
    update access.involvement v set to_on = greatest(new.ended_on, v.from_on) where v.team_id = new.from_team_id and v.superseded_at is null and v.to_on is null
      and v.person_id in (select p.person_id from handover.handover_person p where p.handover_id = new.id and p.role = 'beside')
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = v.person_id and i.team_id = v.team_id and i.state in ('open', 'waiting', 'returned'))
      and not exists (select 1 from people.relationship r join access.involvement c on c.person_id = access.survivor_of(r.other_id) where r.person_id = v.person_id and r.kind = 'parent' and r.superseded_at is null
        and c.team_id = v.team_id and c.role = 'allocated' and c.superseded_at is null and c.to_on is null and c.person_id <> all (children));
  end if;
  return null;
end $$;
create constraint trigger settled after update of state on handover.handover deferrable initially deferred for each row when (old.state = 'open' and new.state <> 'open') execute function handover.settle();
call access.gate('handover.settle()', 'trigger: sight for the sake of a handover ends with it; the adults of a family go along', false);

-- Which of these pieces of work are also about a child who does not go. Whoever takes children over may not know the others; a sealed child leaves no trace here.
create function handover.also_about_others(items uuid[], children uuid[], today date) returns setof uuid language sql stable as $$
  select distinct ip.item_id from work.item_person ip join people.card c on c.person_id = access.survivor_of(ip.person_id)
  where ip.item_id = any (items) and access.survivor_of(ip.person_id) <> all (children) and (c.unborn or c.born_on is null or c.born_on > today - interval '18 years') and access.marking_of(ip.person_id) <> 'sealed'
$$;
call access.gate('handover.also_about_others(uuid[], uuid[], date)', 'work that is also about a brother or sister does not go with the others to another team');
