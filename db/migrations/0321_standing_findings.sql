-- What the department's rules find in the record as it stands, each night: seen by whoever may see the child, so that it is put right while somebody still remembers.

alter table returns.made add column standing boolean not null default false;
alter table returns.finding add column domain text not null default 'children';
alter table returns.finding add column standing boolean not null default false;
alter table returns.finding add column first_on date not null default current_date;
alter table returns.explained add column domain text not null default 'children';

do $$
declare t text;
begin
  foreach t in array array['returns.finding', 'returns.explained'] loop
    execute format('create policy see on %s for select to kith_app using (%s%s)', t, case t when 'returns.finding' then 'standing and ' else '' end, access.full_sight(t || '.person_id', t || '.domain'));
  end loop;
end $$;

create function returns.stand(which uuid, of_day date) returns void language plpgsql as $$
begin
  update returns.finding f set standing = true, first_on = coalesce((
    select min(b.first_on) from returns.finding b where b.standing and b.made_id <> which and b.person_id = f.person_id and b.rule = f.rule and b.in_table = f.in_table), of_day) where f.made_id = which;
  delete from returns.finding f using returns.made m where m.id = f.made_id and m.standing and m.id <> which;
  delete from returns.child c using returns.made m where m.id = c.made_id and m.standing and m.id <> which;
  update returns.made set standing = true where id = which;
end $$;
call access.gate_for_jobs('returns.stand(uuid, date)', 'what was found this night takes the place of what was found before');
