-- The hue of a child's mark: given within a family in order of birth, for good. Helps to tell brothers and sisters apart and means nothing else.
alter table people.card add column hue smallint check (hue between 0 and 4);

create function people.give_hues(children uuid[]) returns void language plpgsql as $$
declare
  child record;
  free smallint;
begin
  for child in
    select c.person_id from people.card c where c.person_id = any (children) and c.hue is null
    and exists (select 1 from people.relationship r where r.other_id = c.person_id and r.superseded_at is null and r.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian'))
    order by coalesce(c.born_on, c.due_on) nulls last, c.person_id
  loop
    select h into free from generate_series(0, 4) h
    where h not in (
      select coalesce(s.hue, -1) from people.relationship mine
      join people.relationship theirs on theirs.person_id = mine.person_id and theirs.superseded_at is null and theirs.kind = mine.kind
      join people.card s on s.person_id = theirs.other_id
      where mine.other_id = child.person_id and mine.superseded_at is null and mine.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian'))
    order by h limit 1;
    -- More than five brothers and sisters: hues come round again.
    update people.card set hue = coalesce(free, (select count(*) % 5 from people.relationship mine
      join people.relationship theirs on theirs.person_id = mine.person_id where mine.other_id = child.person_id and mine.kind = 'parent' and theirs.kind = 'parent')) where person_id = child.person_id;
  end loop;
end $$;
grant execute on function people.give_hues(uuid[]) to kith_app;
