-- The name card, and what the search knows and shows, are made of what is shared. A name, number or address that stands in another domain (a new name in an
-- adoption file, an address in the adults' record) is for those with full sight of that domain.

drop function people.derive_card(uuid);
create function people.derive_card(who uuid) returns void language plpgsql as $$
begin
  insert into people.card as c (person_id, name, given, family, born_on, born_about, due_on, died_on, sex, unborn)
  select who,
    coalesce(nullif(btrim(n.given || ' ' || n.family), ''), case when p.kind = 'unborn' then 'Unborn baby' else 'Name not known' end),
    coalesce(n.given, ''), coalesce(n.family, ''),
    b.value::date, b.about, d.value::date, x.value::date, coalesce(s.value, 'notStated'), p.kind = 'unborn'
  from people.person p
  left join lateral (select given, family from people.name where person_id = who and domain = 'shared' and superseded_at is null and (valid_to is null or valid_to >= current_date)
    order by case kind when 'knownAs' then 1 when 'legal' then 0 when 'birth' then 2 when 'former' then 3 else 4 end, valid_from desc nulls last, recorded_at desc limit 1) n on true
  left join lateral (select value, coalesce(about, 'day') as about from people.fact where person_id = who and domain = 'shared' and kind = 'bornOn' and superseded_at is null order by recorded_at desc limit 1) b on true
  left join lateral (select value from people.fact where person_id = who and domain = 'shared' and kind = 'dueOn' and superseded_at is null order by recorded_at desc limit 1) d on true
  left join lateral (select value from people.fact where person_id = who and domain = 'shared' and kind = 'diedOn' and superseded_at is null order by recorded_at desc limit 1) x on true
  left join lateral (select value from people.fact where person_id = who and domain = 'shared' and kind = 'sex' and superseded_at is null order by valid_from desc nulls last, recorded_at desc limit 1) s on true
  where p.id = who
  on conflict (person_id) do update set name = excluded.name, given = excluded.given, family = excluded.family, born_on = excluded.born_on, born_about = excluded.born_about,
    due_on = excluded.due_on, died_on = excluded.died_on, sex = excluded.sex, unborn = excluded.unborn, version = c.version + 1;
end $$;
call access.gate('people.derive_card(uuid)', 'works out the name card', false);

drop function people.described_of(uuid);
create function people.described_of(who uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'names', coalesce((select jsonb_agg(jsonb_build_object('given', n.given, 'family', n.family,
        'kind', case when n.kind in ('former', 'birth') or n.valid_to < current_date then 'former' when n.kind = 'legal' then 'current' else 'knownAs' end) order by n.recorded_at desc)
      from people.name n where n.person_id = who and n.superseded_at is null and n.domain = 'shared'), '[]'),
    'bornOn', (select f.value from people.fact f where f.person_id = who and f.kind = 'bornOn' and f.domain = 'shared' and f.superseded_at is null order by f.recorded_at desc limit 1),
    'addresses', coalesce((select jsonb_agg(jsonb_build_object('lines', array_to_string(a.lines, ', '), 'postcode', coalesce(a.postcode, ''), 'former', coalesce(a.valid_to < current_date, false)) order by a.recorded_at desc)
      from people.address a where a.person_id = who and a.superseded_at is null and not a.hidden and a.domain = 'shared'), '[]'),
    'numbers', coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value))
      from people.identifier i where i.person_id = who and i.superseded_at is null and i.kind in ('nhs', 'upn', 'formerUpn', 'localChildId') and i.domain = 'shared'), '[]'))
$$;
call access.gate('people.described_of(uuid)', 'what search knows of a person: called by gate functions only', false);
