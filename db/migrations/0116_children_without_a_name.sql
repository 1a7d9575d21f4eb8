-- A census carries no names. Whoever has none is called by what tells them from others: the number and the year that they came with.

-- `came_from` is people.person.source: `cin:<authority>`, and `:<year>` for who came after this. The number is the authority's own for the child.
create function people.called_without_name(who uuid, unborn boolean, came_from text) returns text language sql stable as $$
  select case when unborn then 'Unborn baby' when came_from like 'cin:%' then coalesce((
      select 'Child ' || i.value || ' of ' || coalesce('the ' || nullif(split_part(came_from, ':', 3), '') || ' census', 'a census') || ', name not recorded'
      from people.identifier i where i.person_id = who and i.kind = 'localChildId' and i.domain = 'shared' and i.superseded_at is null order by i.recorded_at limit 1), 'Name not known')
    else 'Name not known' end
$$;
grant execute on function people.called_without_name(uuid, boolean, text) to kith_gate, kith_app;

drop function people.derive_card(uuid);
create function people.derive_card(who uuid) returns void language plpgsql as $$
begin
  insert into people.card as c (person_id, name, given, family, born_on, born_about, due_on, died_on, sex, unborn)
  select who,
    coalesce(nullif(btrim(n.given || ' ' || n.family), ''), people.called_without_name(p.id, p.kind = 'unborn', p.source)),
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

-- The number comes after the person, and the card is written with the person.
create function people.number_changed() returns trigger language plpgsql as $$
begin
  perform people.derive_card(new.person_id);
  return null;
end $$;
create trigger card after insert or update on people.identifier for each row when (new.kind = 'localChildId') execute function people.number_changed();
call access.gate('people.number_changed()', 'trigger: the number that a child without a name is called by', false);

set local role kith_gate;
select people.derive_card(p.id) from people.person p where p.source like 'cin:%';
set local role kith_owner;
