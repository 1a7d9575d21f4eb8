-- Two records beside each other, for those who may merge them.
create function people.compare(one uuid, other uuid) returns table (person_id uuid, described jsonb) language sql stable as $$
  select p, people.described_of(p) from unnest(array[one, other]) p where access.may_merge(one, other)
$$;
call access.gate('people.compare(uuid, uuid)', 'two records beside each other, for those who may merge them');
