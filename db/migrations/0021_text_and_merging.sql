-- Text search inside what the actor may see, and merging of people recorded twice.

alter table notes.note add column found_by tsvector generated always as (setweight(to_tsvector('english', title), 'A') || to_tsvector('english', words)) stored;
alter table notes.passage add column found_by tsvector generated always as (to_tsvector('english', words)) stored;
alter table contacts.contact add column found_by tsvector generated always as (to_tsvector('english', words || ' ' || coalesce(hopes_for, '') || ' ' || coalesce(already_doing, ''))) stored;
alter table answers.section add column found_by tsvector generated always as (jsonb_to_tsvector('english', answers, '["string"]')) stored;
create index on notes.note using gin (found_by);
create index on notes.passage using gin (found_by);
create index on contacts.contact using gin (found_by);
create index on answers.section using gin (found_by);

create index on notes.note (happened_on desc);
create index on contacts.contact (received_on desc);
create index on answers.section (saved_at desc);

-- The newest texts that hold the asked words: notes, passages of notes, contacts, sections of forms. Each under the rule of its own table: full sight, in its
-- domain, of one of the people it is about; of every one for what is about some only. `about`: only of these people (empty: of anybody). Marks the words found
-- with the characters U+0002 and U+0003. Whoever works with few people has their texts looked through; for others the newest twenty thousand texts with the
-- words are tried for sight, newest first, until there are enough.
do $gate$
declare
  kind record;
  steps text := '';
begin
  for kind in select * from (values
    ('notes', 'notes.note n', 'n.id', 'n.domain', 'null::uuid[]', 'n.happened_on', 'n.id', $t$(n.state = 'signed' or n.author_id = access.actor())$t$, 'notes.note_person', 'note_id'),
    ('passages', 'notes.passage g join notes.note n on n.id = g.note_id', 'g.id', 'g.domain', 'g.about', 'n.happened_on', 'g.note_id', $t$(n.state = 'signed' or n.author_id = access.actor())$t$, 'notes.note_person', 'note_id'),
    ('contacts', 'contacts.contact c', 'c.id', 'c.domain', 'null::uuid[]', 'c.received_on', 'c.id', $t$(c.state <> 'draft' or c.recorded_by = access.actor())$t$, 'contacts.contact_person', 'contact_id'),
    ('sections', 'answers.section s join answers.form f on f.id = s.form_id', 's.id', 's.domain', 's.about', 's.saved_at', 's.form_id', $t$f.state <> 'cancelled'$t$, 'answers.form_person', 'form_id'))
    as k (name, source, id, domain, about_only, at, within, open, links, link)
  loop
    steps := steps || format($step$
  if looked is null then
    %1$s := array(select x.id from (select %3$s as id, %7$s as within, %4$s as domain, %5$s as about_only from %2$s where %11$s.found_by @@ q and %8$s order by %6$s desc limit 20000) x
      where exists (select 1 from %9$s l where l.%10$s = x.within and l.domain = x.domain and %12$s) and not exists (select 1 from unnest(x.about_only) p where not %13$s) limit most);
  else
    %1$s := array(select x.id from (select %3$s as id, %7$s as within, %4$s as domain, %5$s as about_only from %2$s where %7$s in (select l.%10$s from %9$s l where l.person_id = any (looked)) and %11$s.found_by @@ q and %8$s
        and (cardinality(about) = 0 or cardinality(coalesce(%5$s, '{}')) = 0 or %5$s && about) order by %6$s desc limit 20000) x
      where exists (select 1 from %9$s l where l.%10$s = x.within and l.domain = x.domain and %12$s) and not exists (select 1 from unnest(x.about_only) p where not %13$s) limit most);
  end if;
$step$, kind.name, kind.source, kind.id, kind.domain, kind.about_only, kind.at, kind.within, kind.open, kind.links, kind.link, split_part(kind.id, '.', 1),
      access.full_sight('l.person_id', 'l.domain'), access.full_sight('p', 'x.domain'));
  end loop;
  execute format($body$
create function notes.find_text(asked text, about uuid[], most int) returns table (kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text) language plpgsql stable as $$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
  notes uuid[];
  passages uuid[];
  contacts uuid[];
  sections uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  %1$s
  return query
  with newest as (
    select * from (
      select 'note' as kind, n.id, n.id as within, n.title, n.happened_on, n.author_id, n.words, n.domain, null::uuid[] as about_only from notes.note n where n.id = any (notes)
      union all
      select 'note', g.id, n.id, n.title, n.happened_on, n.author_id, g.words, g.domain, g.about from notes.passage g join notes.note n on n.id = g.note_id where g.id = any (passages)
      union all
      select 'contact', c.id, c.id, null, c.received_on, c.recorded_by, c.words, c.domain, null from contacts.contact c where c.id = any (contacts)
      union all
      select 'section', s.id, f.id, f.form || ':' || s.section, s.saved_at::date, s.saved_by, (select string_agg(v #>> '{}', ' · ') from jsonb_path_query(s.answers, '$.** ? (@.type() == "string")') v), s.domain, s.about
      from answers.section s join answers.form f on f.id = s.form_id where s.id = any (sections)) y
    order by happened_on desc, id limit most
  )
  select x.kind, x.id, x.within, x.title, x.happened_on, a.name,
    coalesce(x.about_only, array(select l.person_id from notes.note_person l where x.kind = 'note' and l.note_id = x.within and l.domain = x.domain and %2$s
      union all select l.person_id from contacts.contact_person l where x.kind = 'contact' and l.contact_id = x.within and l.domain = x.domain and %2$s)),
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x left join access.actor a on a.id = x.author_id
  order by x.happened_on desc, x.id;
end $$
$body$, steps, access.full_sight('l.person_id', 'l.domain'));
end $gate$;
-- How often the words stand in the texts decides the way, and sight is tried text by text: never by reading all links.
alter function notes.find_text(text, uuid[], int) set plan_cache_mode = force_custom_plan;
alter function notes.find_text(text, uuid[], int) set enable_hashjoin = off;
alter function notes.find_text(text, uuid[], int) set enable_mergejoin = off;
call access.gate('notes.find_text(text, uuid[], int)', 'text search: answers only what the actor may read');

-- Merging ------------------------------------------------------------------------------------------------------------------

-- Who may merge these two: the records role, when both may be found by the actor (policy, rules 3, 5, 6 and 16).
create function access.may_merge(one uuid, other uuid) returns boolean language sql stable as $$
  select exists (select 1 from access.reach r where r.actor_id = access.actor() and 'records' = any (r.roles))
    and not exists (select 1 from unnest(array[one, other]) p
      where not exists (select 1 from access.subject s where s.id = p)
      or exists (select 1 from access.bar b where b.person_id = p and b.scope = access.actor() and (b.until is null or b.until > now()))
      or (exists (select 1 from access.bar b where b.person_id = p and b.scope = '00000000-0000-0000-0000-000000000000')
        and not exists (select 1 from access.person_scope s where s.person_id = p and s.scope = any (access.scopes()) and s.sight = 'full' and (s.until is null or s.until > now()))))
$$;

-- The one who keeps the number is the survivor of `into_whom`; everybody already merged into either belongs to that one. Answers the survivor.
create function access.merge(part uuid, into_whom uuid, why text) returns uuid language plpgsql as $$
declare
  root uuid := coalesce((select survivor_id from access.person_part where part_id = part), part);
  survivor uuid := coalesce((select survivor_id from access.person_part where part_id = into_whom), into_whom);
begin
  if not access.may_merge(root, survivor) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if root = survivor then return survivor; end if;
  perform 1 from access.subject where id in (root, survivor) order by id for update;
  insert into access.person_part (part_id, survivor_id, into_id, merged_by, reason) values (root, survivor, survivor, access.actor(), why);
  update access.person_part set survivor_id = survivor where survivor_id = root;
  perform access.tell_of_merge('person.merged', array[root, survivor]);
  return survivor;
end $$;

-- Takes the line of a part away: it is a person of its own again, with everybody who had been merged into it before. Answers the one it was part of.
create function access.unmerge(part uuid) returns uuid language plpgsql as $$
declare
  survivor uuid := (select survivor_id from access.person_part where part_id = part);
  below uuid[];
begin
  if survivor is null then return null; end if;
  if not access.may_merge(part, survivor) then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  perform 1 from access.subject where id in (part, survivor) order by id for update;
  with recursive tree (id) as (select p.part_id from access.person_part p where p.into_id = part union select p.part_id from access.person_part p join tree t on p.into_id = t.id)
  select coalesce(array_agg(id), '{}') into below from tree;
  delete from access.person_part where part_id = part;
  update access.person_part set survivor_id = part where part_id = any (below);
  perform access.derive(survivor), access.derive(part);
  perform access.tell_of_merge('person.unmerged', array[part, survivor]);
  return survivor;
end $$;

create function access.tell_of_merge(what text, who uuid[]) returns void language plpgsql as $$
declare
  event uuid := gen_random_uuid();
begin
  insert into chronology.event (id, kind, happened_on, happened_at, domain, actor_id) values (event, what, (now() at time zone 'Europe/London')::date, now(), 'shared', access.actor());
  insert into chronology.event_person (event_id, person_id, domain, happened_on) select event, p, 'shared', (now() at time zone 'Europe/London')::date from unnest(who) p;
end $$;

-- What of a person was merged, as far as the actor may merge it: for the page that un-merges, with how many rows were written on the survivor since.
create function access.parts_of(survivor uuid) returns table (part_id uuid, into_id uuid, merged_at timestamptz, merged_by text, reason text, name text, born_on date, written_since bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  select p.part_id, p.into_id, p.merged_at, a.name, p.reason, c.name, c.born_on,
    (select count(*) from people.name x where x.person_id = survivor and x.recorded_at > p.merged_at) + (select count(*) from people.address x where x.person_id = survivor and x.recorded_at > p.merged_at)
    + (select count(*) from people.fact x where x.person_id = survivor and x.recorded_at > p.merged_at) + (select count(*) from people.identifier x where x.person_id = survivor and x.recorded_at > p.merged_at)
    + (select count(*) from chronology.event_person x join chronology.event e on e.id = x.event_id where x.person_id = survivor and e.recorded_at > p.merged_at and e.kind not in ('person.merged', 'person.unmerged'))
  from access.person_part p left join access.actor a on a.id = p.merged_by left join people.card c on c.person_id = p.part_id
  where p.survivor_id = survivor and access.may_merge(p.part_id, survivor)
  order by p.merged_at desc;
end $$;

call access.gate('access.may_merge(uuid, uuid)', 'who may merge two people');
call access.gate('access.tell_of_merge(text, uuid[])', 'writes a merge into the chronology of both', false);
call access.gate('access.merge(uuid, uuid, text)', 'merges two people; re-points nothing');
call access.gate('access.unmerge(uuid)', 'takes a merge back');
call access.gate('access.parts_of(uuid)', 'what a person was merged from');
