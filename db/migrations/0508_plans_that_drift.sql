-- Plans that drift in a whole service: going through the reviews of 3,000 running plans takes a tenth of a second of the processor, so it is done in the background (plans.lookForDrift) and kept with the plan.
-- The same rule as `drifting` of src/record/plans/store.ts, by which the board of one team is counted as it stands. test/people/care.test.ts holds the two together.
alter table plans.plan add column drifts boolean not null default false;

create function plans.look_for_drift(reviews text[], care text[]) returns int language plpgsql as $$
declare
  changed int;
begin
  with seen as materialized (
    select p.id, coalesce(x.held = 2 and x.further = 0, false) as drifts
    from plans.plan p, lateral (select count(*) as held, count(*) filter (where exists (select 1 from plans.progress g where g.meeting_id = r.id and g.plan_id = p.id and g.progress in ('better', 'achieved'))) as further
      from (select u.id from (
        select m.id, m.on_day from meetings.meeting m where m.subject_id = p.id and m.state = 'held' and m.kind = any (reviews)
        union select m.id, m.on_day from plans.plan_person pp join meetings.meeting_person mp on mp.person_id = pp.person_id join meetings.meeting m on m.id = mp.meeting_id
          where p.kind = any (array(select split_part(c, '/', 1) from unnest(care) c)) and pp.plan_id = p.id and pp.ended_on is null and m.state = 'held' and m.on_day >= p.started_on and p.kind || '/' || m.kind = any (care)
      ) u order by u.on_day desc, u.id desc limit 2) r) x
    where p.state = 'current'
  )
  update plans.plan p set drifts = coalesce(s.drifts, false) from plans.plan o left join seen s on s.id = o.id where p.id = o.id and p.drifts <> coalesce(s.drifts, false);
  get diagnostics changed = row_count;
  return changed;
end $$;
call access.gate_for_jobs('plans.look_for_drift(text[], text[])', 'works out which plans drift, for the boards of a service; tells how many that changed');
