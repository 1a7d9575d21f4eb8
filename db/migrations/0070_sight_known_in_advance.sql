-- Sight at speed, measured at the size of hammersmith (docs/performance.md, docs/decisions/0070). The rule is the same as before and is said once, in functions.
-- What a request will read is looked up for all its people at once (access.know); each row then asks a short list, and the rule itself only for whoever is not on it.
-- Policies of a few words are also planned well: the text of the rule in each of them made the planner prefer reading whole tables.

-- What was looked up in this transaction, by person: whether the present actor sees them fully in the domains shared and children (known), and whether
-- their card may be found. Who is not named there is asked for by the rule.
create function access.known() returns jsonb language sql stable parallel safe
  return coalesce(nullif(current_setting('kith.known', true), ''), '{}')::jsonb;
create function access.found() returns jsonb language sql stable parallel safe
  return coalesce(nullif(current_setting('kith.found', true), ''), '{}')::jsonb;

-- The rule, for one person. A scope is compared as text, so that the list of a head of service is not taken apart for every row.
create function access.sees(who uuid, in_domain text) returns boolean language plpgsql stable parallel safe cost 20 as $$
begin
  if in_domain = any (access.wide()) and not exists (select 1 from access.bar b where b.person_id = who) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.sight = 'full'
      and (s.domain = in_domain or (in_domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and in_domain = 'earlyHelp'))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
      and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()))
    or in_domain = any (access.wide())
      and not exists (select 1 from access.bar b where b.person_id = who and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now())));
end $$;
create function access.writes(who uuid, in_domain text) returns boolean language plpgsql stable parallel safe cost 20 as $$
begin
  if in_domain = any (access.wide_write()) and not exists (select 1 from access.bar b where b.person_id = who) then return true; end if;
  return exists (select 1 from access.person_scope s where s.person_id = who and s.sight = 'full' and s.may_write
      and (s.domain = in_domain or (in_domain = 'shared' and s.domain <> 'agency') or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation')) or (s.domain = 'agency' and in_domain = 'earlyHelp'))
      and (s.until is null or s.until > now()) and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
      and not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()))
    or in_domain = any (access.wide_write())
      and not exists (select 1 from access.bar b where b.person_id = who and (b.scope = '00000000-0000-0000-0000-000000000000' or b.scope = access.actor() and (b.until is null or b.until > now())));
end $$;
create function access.finds(who uuid) returns boolean language plpgsql stable parallel safe cost 20 as $$
begin
  if access.cards() and not exists (select 1 from access.bar b where b.person_id = who) then return true; end if;
  return not exists (select 1 from access.bar b where b.person_id = who and b.scope = access.actor() and (b.until is null or b.until > now()))
    and (exists (select 1 from access.person_scope s where s.person_id = who and s.sight in ('card', 'full') and (s.until is null or s.until > now())
        and strpos(current_setting('kith.scopes', true), s.scope::text) > 0)
      or access.cards() and not exists (select 1 from access.bar b where b.person_id = who and b.scope = '00000000-0000-0000-0000-000000000000'));
end $$;
call access.gate('access.sees(uuid, text)', 'the rule of full sight, for policies');
call access.gate('access.writes(uuid, text)', 'the rule of writing, for policies');
call access.gate('access.finds(uuid)', 'the rule of the name card, for policies');

-- Looks up the sight of these people at once, by the same rule. A list that is short, or empty, hides nothing and shows nothing more.
create function access.know(people uuid[]) returns void language plpgsql as $$
declare
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  is_wide boolean := 'children' = any (access.wide());
  partly_wide boolean := cardinality(access.wide()) > 0 and not is_wide;
  has_cards boolean := access.cards();
  now_known jsonb;
  now_found jsonb;
begin
  if me is null or cardinality(people) = 0 then return; end if;
  select jsonb_object_agg(y.id, y.fully) filter (where y.fully or not (y.somehow or partly_wide)), jsonb_object_agg(y.id, y.may_find) into now_known, now_found
  from (
    -- Who is seen in some domain but not in children is left to the rule, which says in which.
    select x.id, not bool_or(x.kept_from) and (bool_or(x.fully) or is_wide and not bool_or(x.marked)) as fully, not bool_or(x.kept_from) and bool_or(x.somehow) as somehow,
      not bool_or(x.kept_from) and (bool_or(x.partly) or has_cards and not bool_or(x.marked)) as may_find
    from (
      select p as id, false as fully, false as somehow, false as partly, false as kept_from, false as marked from unnest(people) p where p is not null
      union all
      select s.person_id, s.sight = 'full' and s.domain in ('children', '*'), s.sight = 'full', s.sight in ('card', 'full'), false, false
      from access.person_scope s where s.person_id = any (people) and (s.until is null or s.until > now()) and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any (mine)
      union all
      select b.person_id, false, false, false, b.scope = me and (b.until is null or b.until > now()), b.scope = '00000000-0000-0000-0000-000000000000' from access.bar b where b.person_id = any (people)
    ) x group by x.id
  ) y;
  perform set_config('kith.known', (access.known() || coalesce(now_known, '{}'))::text, true), set_config('kith.found', (access.found() || coalesce(now_found, '{}'))::text, true);
end $$;
call access.gate('access.know(uuid[])', 'looks up the sight of several people at once, for the policies of this transaction');
-- A change of anybody's sight ends what was known: the rule is asked again.
create function access.forget() returns trigger language plpgsql as $$
begin
  perform set_config('kith.known', '', true), set_config('kith.found', '', true);
  return null;
end $$;
create trigger forget after insert or update or delete on access.person_scope for each statement execute function access.forget();
create trigger forget after insert or update or delete on access.bar for each statement execute function access.forget();
call access.gate('access.forget()', 'trigger: what was known of anybody''s sight is asked again', false);

-- The text that policies carry.
create or replace function access.full_sight(person text, domain text, writing boolean default false) returns text language sql immutable as $$
  select case when writing then format('access.writes(%s, %s)', person, domain)
    else format($text$coalesce(case when %2$s in ('shared', 'children') then ((select access.known()) -> (%1$s)::text)::boolean end, access.sees(%1$s, %2$s))$text$, person, domain) end
$$;
create or replace function access.card_sight(person text) returns text language sql immutable as $$
  select format($text$coalesce(((select access.found()) -> (%1$s)::text)::boolean, access.finds(%1$s))$text$, person)
$$;

-- Every policy with the former text is written anew; test/access/everyTable.test.ts finds the one that was left out.
create procedure access.policy_anew(guarded regclass, policy text, reading text, writing text default null) language plpgsql as $$
begin
  execute format('alter policy %I on %s', policy, guarded) || coalesce(' using (' || reading || ')', '') || coalesce(' with check (' || writing || ')', '');
end $$;
do $$
declare
  t record;
  mine text;
  every text;
  every_writing text;
  writing text;
begin
  for t in
    select c.oid::regclass as guarded, case when c.oid = 'people.person'::regclass then 'id' else 'person_id' end as person
    from pg_policies p join pg_namespace n on n.nspname = p.schemaname join pg_class c on c.relnamespace = n.oid and c.relname = p.tablename
    where p.policyname = 'see' and p.roles = '{kith_app}' and p.qual like '%person_scope%' and c.oid <> all (array['people.relationship', 'people.card', 'access.subject', 'access.person_part']::regclass[])
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'domain') and (c.oid = 'people.person'::regclass or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id'))
  loop
    mine := format('%s.%I', t.guarded, t.person);
    call access.policy_anew(t.guarded, 'see', access.full_sight(mine, format('%s.domain', t.guarded)));
    call access.policy_anew(t.guarded, 'add', null, access.full_sight(mine, format('%s.domain', t.guarded), true));
    call access.policy_anew(t.guarded, 'change', access.full_sight(mine, format('%s.domain', t.guarded), true), access.full_sight(mine, format('%s.domain', t.guarded), true));
  end loop;
  for t in select guarded from ops.several loop
    call access.policy_anew(t.guarded, 'change', access.of_several(t.guarded, format('%s.id', t.guarded), format('%s.domain', t.guarded), true));
  end loop;
  for t in select * from (values ('chronology.significance'::regclass, 'chronology.event'::regclass, 'event_id'), ('work.allocation', 'work.item', 'item_id'), ('work.clock', 'work.item', 'item_id'),
    ('assessments.decision', 'assessments.assessment', 'assessment_id')) x (guarded, parent, link)
  loop
    mine := format('%s.%I', t.guarded, t.link);
    writing := format('%s or exists (select 1 from %s up where up.id = %s and %s)', access.nobody_yet(t.parent, mine), t.parent, mine, access.of_several(t.parent, 'up.id', 'up.domain', true));
    call access.policy_anew(t.guarded, 'add', null, format('(select access.actor()) is not null and (%s)', writing));
    call access.policy_anew(t.guarded, 'change', writing);
  end loop;
  for t in select * from (values ('answers.section'::regclass, 'answers.form'::regclass, 'form_id'), ('answers.section_kept', 'answers.form', 'form_id'), ('notes.passage', 'notes.note', 'note_id'),
    ('assessments.letter', 'assessments.assessment', 'assessment_id')) x (guarded, parent, link)
  loop
    mine := format('%s.%I', t.guarded, t.link);
    every := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', t.guarded, access.full_sight('p', format('%s.domain', t.guarded)));
    every_writing := format('not exists (select 1 from unnest(%1$s.about) p where not %2$s)', t.guarded, access.full_sight('p', format('%s.domain', t.guarded), true));
    writing := format('(%s or %s) and %s', access.nobody_yet(t.parent, mine), access.of_several(t.parent, mine, format('%s.domain', t.guarded), true), every_writing);
    call access.policy_anew(t.guarded, 'see', format('exists (select 1 from %s up where up.id = %s and up.domain = %s.domain) and %s', t.parent, mine, t.guarded, every));
    call access.policy_anew(t.guarded, 'add', null, format('(select access.actor()) is not null and %s', writing));
    call access.policy_anew(t.guarded, 'change', writing, writing);
  end loop;
  call access.policy_anew('people.card', 'see', access.card_sight('people.card.person_id'));
  call access.policy_anew('people.card', 'add', null, access.full_sight('people.card.person_id', '''shared''', true));
  call access.policy_anew('people.card', 'change', access.full_sight('people.card.person_id', '''shared''', true));
  call access.policy_anew('people.becoming', 'found', format('child_id is null or %s', access.card_sight('people.becoming.child_id')), format('child_id is null or %s', access.card_sight('people.becoming.child_id')));
  call access.policy_anew('access.subject', 'see', access.card_sight('access.subject.id'));
  call access.policy_anew('access.person_part', 'see', access.card_sight('access.person_part.survivor_id'));
  call access.policy_anew('assessments.factor', 'remove', access.full_sight('assessments.factor.person_id', 'assessments.factor.domain', true));
  every := access.card_sight('people.relationship.person_id') || ' and ' || access.card_sight('people.relationship.other_id');
  writing := format('(%s or %s) and %s', access.full_sight('people.relationship.person_id', 'people.relationship.domain', true), access.full_sight('people.relationship.other_id', 'people.relationship.domain', true), every);
  call access.policy_anew('people.relationship', 'see', format('(%s or %s) and %s', access.full_sight('people.relationship.person_id', 'people.relationship.domain'), access.full_sight('people.relationship.other_id', 'people.relationship.domain'), every));
  call access.policy_anew('people.relationship', 'add', null, writing);
  call access.policy_anew('people.relationship', 'change', writing, writing);
end $$;
drop procedure access.policy_anew(regclass, text, text, text);
