-- Whoever was not looked up is asked for by text that PostgreSQL plans with the statement, no longer by a function: what goes through all work of the council (how many
-- children each worker works with, what was decided lately) asked the function a hundred thousand times. Scopes are compared after the row is found by its
-- person: as a condition of the index, the list of a head of service was sorted for every row (25 µs; so it is 4.6). The functions remain for what is written.

create or replace function access.full_sight(person text, domain text, writing boolean default false) returns text language sql immutable as $$
  select case when writing then format('access.writes(%s, %s)', person, domain)
    else format($text$coalesce(case when %2$s in ('shared', 'children') then ((select access.known()) -> (%1$s)::text)::boolean end,
      ((%2$s = any ((select access.wide())::text[]) and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = %1$s and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[]) and s.sight = 'full'
          and (s.domain = %2$s or (%2$s = 'shared' and s.domain <> 'agency') or (s.domain = '*' and %2$s not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and %2$s = 'earlyHelp'))
          and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = (select access.actor()) and (b.until is null or b.until > now())))$text$, person, domain) end
$$;
create or replace function access.card_sight(person text) returns text language sql immutable as $$
  select format($text$coalesce(((select access.found()) -> (%1$s)::text)::boolean,
      (((select access.cards()) and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = '00000000-0000-0000-0000-000000000000'))
        or exists (select 1 from access.person_scope s where s.person_id = %1$s and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any ((select access.scopes())::uuid[])
          and s.sight in ('card', 'full') and (s.until is null or s.until > now())))
      and not exists (select 1 from access.bar b where b.person_id = %1$s and b.scope = (select access.actor()) and (b.until is null or b.until > now())))$text$, person)
$$;

do $$
declare
  t record;
  mine text;
  found text;
begin
  for t in
    select c.oid::regclass as guarded, case when c.oid = 'people.person'::regclass then 'id' else 'person_id' end as person
    from pg_policies p join pg_namespace n on n.nspname = p.schemaname join pg_class c on c.relnamespace = n.oid and c.relname = p.tablename
    where p.policyname = 'see' and p.roles = '{kith_app}' and p.qual ~ 'access.sees|person_scope' and c.oid <> all (array['people.relationship', 'people.card', 'access.subject', 'access.person_part']::regclass[])
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'domain') and (c.oid = 'people.person'::regclass or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id'))
  loop
    execute format('alter policy see on %s using (%s)', t.guarded, access.full_sight(format('%s.%I', t.guarded, t.person), format('%s.domain', t.guarded)));
  end loop;
  for t in select * from (values ('answers.section'::regclass, 'answers.form'::regclass, 'form_id'), ('answers.section_kept', 'answers.form', 'form_id'), ('notes.passage', 'notes.note', 'note_id'),
    ('assessments.letter', 'assessments.assessment', 'assessment_id')) x (guarded, parent, link)
  loop
    mine := format('%s.%I', t.guarded, t.link);
    execute format('alter policy see on %1$s using (exists (select 1 from %2$s up where up.id = %3$s and up.domain = %1$s.domain offset 0) and not exists (select 1 from unnest(%1$s.about) p where not %4$s))',
      t.guarded, t.parent, mine, access.full_sight('p', format('%s.domain', t.guarded)));
  end loop;
  found := access.card_sight('people.relationship.person_id') || ' and ' || access.card_sight('people.relationship.other_id');
  execute format('alter policy see on people.relationship using ((%s or %s) and %s)', access.full_sight('people.relationship.person_id', 'people.relationship.domain'), access.full_sight('people.relationship.other_id', 'people.relationship.domain'), found);
  execute format('alter policy see on people.card using (%s)', access.card_sight('people.card.person_id'));
  execute format('alter policy see on access.subject using (%s)', access.card_sight('access.subject.id'));
  execute format('alter policy see on access.person_part using (%s)', access.card_sight('access.person_part.survivor_id'));
  execute format('alter policy found on people.becoming using (child_id is null or %s) with check (child_id is null or %1$s)', access.card_sight('people.becoming.child_id'));
end $$;

-- Decisions of the last days are found by their day.
create index on contacts.decision (decided_at) where superseded_at is null;
