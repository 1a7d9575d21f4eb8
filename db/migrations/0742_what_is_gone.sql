-- What a rule does not find any more is kept for a year with the night on which it was gone, so that record quality can say how the number went, by team and worker.
alter table returns.finding add column gone_on date;
alter table returns.made add column keeps_gone boolean not null default false;

grant create on schema returns to kith_gate;
set local role kith_gate;
create or replace function returns.stand(which uuid, of_day date) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_kind text := (select m.kind from returns.made m where m.id = which);
begin
  update returns.finding f set standing = true, first_on = coalesce((
    select min(b.first_on) from returns.finding b where b.standing and b.gone_on is null and b.kind = of_kind and b.made_id <> which and b.person_id = f.person_id and b.rule = f.rule and b.in_table = f.in_table), of_day) where f.made_id = which;
  -- Of what stood until last night and is not found now, one row each stays.
  update returns.finding f set gone_on = of_day
  where f.ctid in (select min(b.ctid) from returns.finding b join returns.made m on m.id = b.made_id and m.standing and m.kind = of_kind and m.id <> which
    where b.gone_on is null and b.first_on < of_day and not exists (select 1 from returns.finding n where n.made_id = which and n.person_id = b.person_id and n.rule = b.rule and n.in_table = b.in_table)
    group by b.person_id, b.rule, b.in_table);
  delete from returns.finding f using returns.made m where m.id = f.made_id and m.standing and m.kind = of_kind and m.id <> which and (f.gone_on is null or f.gone_on < of_day - 400);
  delete from returns.child c using returns.made m where m.id = c.made_id and m.standing and m.kind = of_kind and m.id <> which;
  update returns.made set standing = true, keeps_gone = true where id = which;
end $$;
set local role kith_owner;
revoke create on schema returns from kith_gate;

-- Since which night what goes is kept: before it, nobody knows how many there were.
create function returns.gone_kept_since() returns date language sql stable as $$ select min((m.made_at at time zone 'Europe/London')::date) from returns.made m where m.keeps_gone $$;
call access.gate('returns.gone_kept_since()', 'since which night record quality can say how its numbers went');
