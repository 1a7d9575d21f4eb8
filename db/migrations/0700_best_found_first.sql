-- Search among ten times the people: where a narrow key found somebody, the wider keys only fill a list of twenty. Up to sixty were read with their cards, sight and names, most of them
-- to be thrown away; now those whose given and family name sound right come first, then those of the given name asked for, and no more are read than the list can hold and a few to spare.
-- `given`: the keys of the given names asked for. All else is as in `people.find` (0020), which the version before goes on asking while it is replaced.
create function people.find_best(first int[], second int[], third int[], typed text, blurred text, strong int[], days int[], asked int[], given int[])
returns table (person_id uuid, sight text, card jsonb, names jsonb, matched int[]) language plpgsql stable as $$
declare
  enough int := 200;
  listed constant int := 24;
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  cards boolean := access.cards();
  carer boolean := exists (select 1 from access.reach r where r.actor_id = me and r.cards and r.roles && array['worker', 'manager', 'head']);
  hits uuid[] := '{}';
  narrow boolean;
begin
  if me is null then return; end if;
  if cardinality(first) > 0 then
    hits := array(select e.person_id from people.search_entry e where e.keys && first limit enough);
  end if;
  narrow := cardinality(hits) > 0;
  if narrow then enough := 60; end if;
  if cardinality(second) > 0 then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && second limit enough);
  end if;
  if typed <> '' then
    -- The range that `^@` means, written out: in a prepared plan `^@` itself reads the whole index. Folded lines hold nothing above z.
    hits := hits || array(select l.person_id from people.search_line l where l.line >= typed and l.line < typed || '{' order by l.line limit 60);
  end if;
  if cardinality(third) > 0 and narrow and cardinality(hits) < listed then
    hits := hits || array(select w.person_id from (select e.person_id, e.keys from people.search_entry e where e.keys && third limit enough) w order by w.keys && given desc limit listed - cardinality(hits));
  elsif cardinality(third) > 0 and not narrow and cardinality(hits) < enough then
    hits := hits || array(select e.person_id from people.search_entry e where e.keys && third limit enough);
  end if;
  if blurred <> '' then
    perform set_config('pg_trgm.similarity_threshold', '0.4', true);
    hits := hits || array(select l.person_id from people.search_line l where l.line % blurred order by public.similarity(l.line, blurred) desc limit 60);
  end if;
  if cardinality(hits) = 0 then return; end if;
  return query
  with who as materialized (
    select coalesce(p.survivor_id, h.id) as id, h.id as part from (select distinct x as id from unnest(hits) x) h left join access.person_part p on p.part_id = h.id
  ), known as materialized (
    select w.id, w.part, e.names as called, e.keys, case
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = me and (b.until is null or b.until > now())) then null
      when exists (select 1 from access.person_scope s where s.person_id = w.id and s.scope = any (mine) and s.sight in ('card', 'full') and (s.until is null or s.until > now())) then 'card'
      when exists (select 1 from access.bar b where b.person_id = w.id and b.scope = '00000000-0000-0000-0000-000000000000') then case
        when carer and e.keys && strong and (cardinality(days) = 0 or e.keys && days)
          and not exists (select 1 from access.subject x where x.id = w.id and x.marking = 'sealed')
          and not exists (select 1 from access.person_part y join access.subject x on x.id = y.part_id where y.survivor_id = w.id and x.marking = 'sealed') then 'exists' end
      when cards then 'card'
    end as seen
    from who w join people.search_entry e on e.person_id = w.part
  )
  select k.id, k.seen,
    case when k.seen = 'card' then (select jsonb_build_object('id', c.person_id, 'name', c.name, 'given', c.given, 'family', c.family, 'bornOn', c.born_on, 'bornAbout', c.born_about, 'dueOn', c.due_on, 'diedOn', c.died_on, 'sex', c.sex, 'unborn', c.unborn, 'hue', c.hue)
      from people.card c where c.person_id = k.id) end,
    case when k.seen = 'card' then k.called end,
    case when k.seen = 'card' and cardinality(asked) > 0 then array(select q from unnest(asked) q where k.keys @> array[q]) else '{}' end
  from known k
  where k.seen is not null;
end $$;
-- As 0020 has it: the index is always right here.
alter function people.find_best(int[], int[], int[], text, text, int[], int[], int[], int[]) set enable_seqscan = off;
alter function people.find_best(int[], int[], int[], text, text, int[], int[], int[], int[]) set enable_hashjoin = off;
alter function people.find_best(int[], int[], int[], text, text, int[], int[], int[], int[]) set enable_mergejoin = off;
alter function people.find_best(int[], int[], int[], text, text, int[], int[], int[], int[]) set jit = off;
call access.gate('people.find_best(int[], int[], int[], text, text, int[], int[], int[], int[])', 'search: answers cards of people the actor may find, the likeliest first');
