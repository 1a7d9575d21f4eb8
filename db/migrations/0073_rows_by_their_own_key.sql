-- A row about several people is asked for by its own key, never by reading all rows of the table of links: where the planner took the rule for cheap it read
-- them all into a hash table first. `offset 0` keeps an EXISTS as it is written, and the rule says what it costs (measured: a team's board, 73 seconds).

create or replace function access.of_several(guarded regclass, mine text, in_domain text, writing boolean) returns text language sql stable as $$
  select format('exists (select 1 from %s l where l.%I = %s and l.domain = %s%s offset 0)', links, link, mine, in_domain,
    case when writing then ' and ' || access.full_sight('l.person_id', 'l.domain', true) else '' end)
  from ops.several s where s.guarded = of_several.guarded
$$;
create or replace procedure access.guard_within(guarded regclass, parent regclass, link text) language plpgsql as $$
declare
  mine text := format('%s.%I', guarded, link);
  writing text := format('%s or exists (select 1 from %s up where up.id = %s and %s offset 0)', access.nobody_yet(parent, mine), parent, mine, access.of_several(parent, 'up.id', 'up.domain', true));
begin
  call access.guard_gate(guarded);
  execute format('create policy see on %s for select to kith_app using (exists (select 1 from %s up where up.id = %s offset 0))', guarded, parent, mine);
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null and (%s))', guarded, writing);
  execute format('create policy change on %s for update to kith_app using (%s)', guarded, writing);
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $$;
create or replace procedure access.guard_passage(guarded regclass, parent regclass, link text) language plpgsql as $$
declare
  mine text := format('%s.%I', guarded, link);
  of_parent text := format('exists (select 1 from %s up where up.id = %s and up.domain = %s.domain offset 0)', parent, mine, guarded);
  every text := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', guarded, access.full_sight('p', format('%s.domain', guarded)));
  every_writing text := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', guarded, access.full_sight('p', format('%s.domain', guarded), true));
  writing text := format('(%s or %s) and %s', access.nobody_yet(parent, mine), access.of_several(parent, mine, format('%s.domain', guarded), true), every_writing);
begin
  call access.guard_gate(guarded);
  execute format('create policy see on %s for select to kith_app using (%s and %s)', guarded, of_parent, every);
  execute format('create policy add on %s for insert to kith_app with check ((select access.actor()) is not null and %s)', guarded, writing);
  execute format('create policy change on %s for update to kith_app using (%s) with check (%2$s)', guarded, writing);
  execute format('grant select, insert, update on %s to kith_app', guarded);
end $$;

set local role kith_gate;
alter function access.sees(uuid, text) cost 1000;
alter function access.writes(uuid, text) cost 1000;
alter function access.finds(uuid) cost 300;
set local role kith_owner;

do $$
declare
  t record;
  mine text;
  writing text;
begin
  for t in select guarded from ops.several loop
    execute format('alter policy see on %s using (%s)', t.guarded, access.of_several(t.guarded, format('%s.id', t.guarded), format('%s.domain', t.guarded), false));
    execute format('alter policy change on %s using (%s)', t.guarded, access.of_several(t.guarded, format('%s.id', t.guarded), format('%s.domain', t.guarded), true));
  end loop;
  -- What a later migration made is there already where the database was older than this file.
  for t in select to_regclass(x.guarded) as guarded, x.parent::regclass as parent, x.link from (values ('chronology.significance', 'chronology.event', 'event_id'), ('work.allocation', 'work.item', 'item_id'), ('work.clock', 'work.item', 'item_id'),
    ('assessments.decision', 'assessments.assessment', 'assessment_id'), ('work.question', 'work.item', 'item_id'), ('contacts.recommendation', 'contacts.contact', 'contact_id')) x (guarded, parent, link) where to_regclass(x.guarded) is not null
  loop
    mine := format('%s.%I', t.guarded, t.link);
    writing := format('%s or exists (select 1 from %s up where up.id = %s and %s offset 0)', access.nobody_yet(t.parent, mine), t.parent, mine, access.of_several(t.parent, 'up.id', 'up.domain', true));
    execute format('alter policy see on %s using (exists (select 1 from %s up where up.id = %s offset 0))', t.guarded, t.parent, mine);
    execute format('alter policy add on %s with check ((select access.actor()) is not null and (%s))', t.guarded, writing);
    execute format('alter policy change on %s using (%s)', t.guarded, writing);
  end loop;
  for t in select * from (values ('answers.section'::regclass, 'answers.form'::regclass, 'form_id'), ('answers.section_kept', 'answers.form', 'form_id'), ('notes.passage', 'notes.note', 'note_id'),
    ('assessments.letter', 'assessments.assessment', 'assessment_id')) x (guarded, parent, link)
  loop
    mine := format('%s.%I', t.guarded, t.link);
    writing := format('(%s or %s) and not exists (select 1 from unnest(%s.about) p where not %s)', access.nobody_yet(t.parent, mine), access.of_several(t.parent, mine, format('%s.domain', t.guarded), true),
      t.guarded, access.full_sight('p', format('%s.domain', t.guarded), true));
    execute format('alter policy see on %1$s using (exists (select 1 from %2$s up where up.id = %3$s and up.domain = %1$s.domain offset 0) and not exists (select 1 from unnest(%1$s.about) p where not %4$s))',
      t.guarded, t.parent, mine, access.full_sight('p', format('%s.domain', t.guarded)));
    execute format('alter policy add on %s with check ((select access.actor()) is not null and %s)', t.guarded, writing);
    execute format('alter policy change on %s using (%s) with check (%2$s)', t.guarded, writing);
  end loop;
end $$;
