-- Clocks that wait: a duty whose content says that time may stand still does so with a reason, for each of its people, from a day to a day.
create table work.pause (
  id uuid primary key,
  pause_id uuid not null,                             -- one for all the people of the work
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  item_id uuid not null references work.item,         -- the work that waited; what comes of it counts for the person and the duty
  duty text not null,
  from_on date not null,
  to_on date,
  reason text not null,
  back_words text,                                    -- what let it go on
  recorded_at timestamptz not null default now(), recorded_by uuid,
  ended_by uuid,
  check (to_on is null or to_on >= from_on)
);
create index on work.pause (person_id, duty);
create index on work.pause (item_id);
create unique index one_pause_at_once on work.pause (item_id, person_id, duty) where to_on is null;
call access.guard_person('work.pause');

-- What a tray and a board say of it at once.
alter table work.item add column paused_on date, add column paused_why text, add column paused_duty text;
alter table work.item add constraint item_paused_check check ((paused_on is null) = (paused_why is null) and (paused_on is null) = (paused_duty is null)) not valid;
alter table work.item validate constraint item_paused_check;

-- Dated work: whose duties change by the calendar alone, and who holds them, so that the night brings the open work of each in step as that colleague would.
-- A birthday or the first year in a placement in the last week; sixteen or seventeen with no assessment for the pathway plan; what waits, whose day moves on.
create function work.to_keep_in_step(today date, most int) returns table (person_id uuid, actor_id uuid) language sql stable as $$
  with cared as materialized (
    select access.survivor_of(p.person_id) as id, bool_or(p.ended_on is null) as now_in, max(coalesce(p.ended_on, today)) as last_on from care.period p where p.superseded_at is null group by 1
  ), born as materialized (
    select c.id, c.now_in, c.last_on, k.born_on from cared c join people.card k on k.person_id = c.id
    where not k.unborn and k.died_on is null and k.born_on > today - interval '25 years 8 days'
  ), due as (
    select b.id from born b where exists (select 1 from generate_series(today - 6, today, interval '1 day') d where to_char(b.born_on, 'MMDD') = to_char(d, 'MMDD') or (to_char(b.born_on, 'MMDD') = '0229' and to_char(d, 'MMDD') = '0301'))
    union select b.id from born b where b.born_on + interval '16 years' <= today and b.born_on + interval '18 years' > today and b.last_on > b.born_on + interval '14 years'
      and not exists (select 1 from care.fact f where access.survivor_of(f.person_id) = b.id and f.kind = 'pathwayAssessment' and f.superseded_at is null)
      and not exists (select 1 from work.item_person ip join work.item i on i.id = ip.item_id and i.state in ('open', 'waiting', 'returned') and i.duty like 'pathwayAssessment.%' where access.survivor_of(ip.person_id) = b.id)
    union select access.survivor_of(p.person_id) from care.placement p where p.superseded_at is null and p.valid_to is null and p.valid_from + interval '1 year' between today - 6 and today
    union select access.survivor_of(ip.person_id) from work.item i join work.item_person ip on ip.item_id = i.id where i.paused_on is not null and i.state in ('open', 'waiting', 'returned')
  )
  select d.id, coalesce(w.worker_id, m.actor_id) from due d
  left join lateral (select v.worker_id from access.involvement v join access.actor a on a.id = v.worker_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.role = 'allocated' and v.domain = 'children' order by v.from_on desc, v.id limit 1) w on true
  left join lateral (select x.actor_id from access.involvement v join access.membership x on x.team_id = v.team_id and x.role = 'manager' and x.valid_from <= now() and (x.valid_to is null or x.valid_to > now()) join access.actor a on a.id = x.actor_id and a.active
    where v.person_id = any (access.everyone(d.id)) and v.superseded_at is null and v.to_on is null and v.domain = 'children' order by v.from_on desc, a.name limit 1) m on true
  order by 2 nulls last, 1 limit most
$$;
call access.gate_for_jobs('work.to_keep_in_step(date, int)', 'tells the night whose duties change by the calendar alone, and who holds each; nobody’s name');
