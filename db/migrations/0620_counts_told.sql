-- What a reader was told of counts that go beyond their sight (access policy, rule 23) stands in the database: it outlasts a restart, and several servers remember together.
-- Nothing here says of anybody whether they are counted: of a group there are sums of marks that only this key makes.

create table access.counting_key (key bytea not null);
create table access.told_count (
  id bigint generated always as identity primary key,
  actor_id uuid not null references access.actor,
  question text not null,
  sketch int[] not null,
  below int not null, above int not null,             -- how far the answer reached under and over the truth
  few boolean not null,                               -- the truth was below six
  answer int,                                         -- the number that was told, nothing for fewer than six
  told_at timestamptz not null default now()
);
create index on access.told_count (actor_id);

call access.guard_gate('access.counting_key');
call access.guard_gate('access.told_count');
set local role kith_gate;
insert into access.counting_key (key) values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
set local role kith_owner;

-- One asking of a reader at a time, on whatever server: what the other tells is known to this one.
create function access.told_counts() returns table (question text, sketch int[], below int, above int, few boolean, answer int) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('told_count ' || access.actor()::text, 0));
  return query select t.question, t.sketch, t.below, t.above, t.few, t.answer from access.told_count t where t.actor_id = access.actor() order by t.id;
end $$;
call access.gate('access.told_counts()', 'what somebody was told of counts beyond their own sight');

create function access.keep_told(told jsonb) returns void language sql as $$
  insert into access.told_count (actor_id, question, sketch, below, above, few, answer)
  select access.actor(), x ->> 'question', array(select jsonb_array_elements_text(x -> 'sketch')::int), (x ->> 'below')::int, (x ->> 'above')::int, (x ->> 'few')::boolean, (x ->> 'answer')::int from jsonb_array_elements(told) x
$$;
call access.gate('access.keep_told(jsonb)', 'keeps what was told of counts beyond one’s own sight');

-- By which measures of the year's statistics each child of a return is counted; and the numbers themselves, for the return's own role.
alter table returns.child add column counted text[];
alter table returns.made add column measured jsonb;

create function returns.measure(which uuid, told jsonb) returns void language sql as $$ update returns.made set measured = told where id = which $$;
call access.gate_for_jobs('returns.measure(uuid, jsonb)', 'the numbers of the year that a return tells');
create function returns.keep_counted(which uuid, told jsonb) returns void language sql as $$
  update returns.child c set counted = array(select jsonb_array_elements_text(x -> 'counted')) from jsonb_array_elements(told) x where c.made_id = which and c.person_id = (x ->> 'personId')::uuid
$$;
call access.gate_for_jobs('returns.keep_counted(uuid, jsonb)', 'by which measures each child of a return is counted');

-- The return that tells of a year: the one that was sent, else the newest that was made, else that of last night.
create function returns.telling(of_kind text, of_year int) returns uuid language sql stable as $$
  select m.id from returns.made m where m.kind = of_kind and m.year = of_year and m.state = 'made' and m.as_at is null order by (m.sent_at is not null) desc, m.standing, m.asked_at desc limit 1
$$;
call access.gate('returns.telling(text, int)', 'which return tells of a year', false);
create function returns.uncounted() returns table (id uuid, kind text, year int, before uuid) language sql stable as $$
  select m.id, m.kind, m.year, case when m.kind = 'cin' then returns.telling('cin', m.year - 1) end
  from returns.made m where m.kind in ('cin', 'ssda903') and m.id = returns.telling(m.kind, m.year)
    and m.measured is null order by m.year
$$;
call access.gate_for_jobs('returns.uncounted()', 'returns that tell of a year and are not counted yet');

create function returns.years_told() returns table (kind text, year int, made_at timestamptz, sent boolean) language plpgsql stable as $$
begin
  if not access.has_role('{manager,head}') then call access.refuse(); end if;
  return query select m.kind, m.year, m.made_at, m.sent_at is not null from returns.made m where m.kind in ('cin', 'ssda903') and m.id = returns.telling(m.kind, m.year)
    and m.measured is not null order by m.year desc;
end $$;
call access.gate('returns.years_told()', 'of which years a manager may read the numbers');

-- Whom the numbers of a year count: by name for whoever sees them in children's work, else by a mark that leads to nobody. Whoever is sealed from the reader is not there at all.
create function returns.counted_in(of_kind text, of_year int) returns table (who uuid, mark text, counted text[]) language plpgsql stable as $$
declare
  which uuid := returns.telling(of_kind, of_year);
  secret bytea := (select k.key from access.counting_key k);
begin
  if not access.has_role('{manager,head}') then call access.refuse(); end if;
  return query
  select case when x.seen then x.person end, encode(substr(sha256(secret || convert_to(x.person::text, 'UTF8')), 1, 16), 'hex'), x.counted
  from (
    select y.person, y.counted, access.sees(y.person, 'children') as seen
    from (select coalesce(p.survivor_id, c.person_id) as person, array(select distinct unnest(array_agg(u.measure))) as counted
      from returns.child c left join access.person_part p on p.part_id = c.person_id cross join lateral unnest(c.counted) as u (measure) where c.made_id = which group by 1) y
  ) x where x.seen or access.marking_of(x.person) <> 'sealed';
end $$;
call access.gate('returns.counted_in(text, int)', 'the numbers of a year for a manager: names of those whom they see, marks of all others');

-- The region in which each authority lies, as the published files say.
create table returns.region (area text primary key, region text not null, name text not null);
grant select on returns.region to kith_app;
