-- Hues come round again one after the other: in a family of twelve the sixth child and those after had all the same.
create or replace function people.give_hues(children uuid[]) returns void language plpgsql as $$
declare
  child record;
  free smallint;
begin
  for child in
    select c.person_id from people.card c where c.person_id = any (children) and c.hue is null and (c.born_on is null or c.born_on > current_date - interval '18 years')
    and exists (select 1 from people.relationship r where r.other_id = c.person_id and r.superseded_at is null and r.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian'))
    order by coalesce(c.born_on, c.due_on) nulls last, c.person_id
  loop
    select h into free from generate_series(0, 4) h
    where h not in (
      select coalesce(s.hue, -1) from people.relationship mine
      join people.relationship theirs on theirs.person_id = mine.person_id and theirs.superseded_at is null and theirs.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian')
      join people.card s on s.person_id = theirs.other_id
      where mine.other_id = child.person_id and mine.superseded_at is null and mine.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian'))
    order by h limit 1;
    -- More than five brothers and sisters: the hue that the fewest of them have.
    update people.card set hue = coalesce(free, (select h from generate_series(0, 4) h order by (
      select count(distinct s.person_id) from people.relationship mine
      join people.relationship theirs on theirs.person_id = mine.person_id and theirs.superseded_at is null and theirs.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian')
      join people.card s on s.person_id = theirs.other_id
      where mine.other_id = child.person_id and mine.superseded_at is null and mine.kind in ('parent', 'expectedParent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian') and s.hue = h), h limit 1)) where person_id = child.person_id;
  end loop;
end $$;
