-- The days of each child's way to adoption, without who they are: the scorecard of three years is counted from them. Whoever is adopted is restricted from that day, so over the children
-- whom one reader sees there is no A1.
create table returns.adoption_way (id bigint generated always as identity primary key, days jsonb not null, sealed boolean not null, counted_at timestamptz not null default now());
call access.guard_gate('returns.adoption_way');

-- All ways anew: who each is of says only whether that record is sealed, and is not kept.
create function returns.keep_adoption_ways(told jsonb) returns void language sql as $$
  delete from returns.adoption_way;
  insert into returns.adoption_way (days, sealed) select x -> 'days', access.marking_of((x ->> 'personId')::uuid) = 'sealed' from jsonb_array_elements(told) x
$$;
call access.gate_for_jobs('returns.keep_adoption_ways(jsonb)', 'the days of the ways to adoption, without whose they are');

create function returns.adoption_ways() returns table (days jsonb, counted_at timestamptz) language plpgsql stable as $$
begin
  if not access.has_role('{manager,head,returns}') then call access.refuse(); end if;
  return query select w.days, w.counted_at from returns.adoption_way w where not w.sealed or access.has_role('{returns}') order by w.id;
end $$;
call access.gate('returns.adoption_ways()', 'the days of the ways to adoption, without whose they are; of sealed records for the return’s own role');
