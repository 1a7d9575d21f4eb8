-- Text search finds the words of minutes, passages of them, decisions, plans, what they ask for, who does what, how far it came, and of dated facts: each under the rule of its
-- own table. A function of its own, so that search of notes stays as it is.
-- brief: seconds at 42,000 meetings
create index meeting_words on meetings.meeting using gin (to_tsvector('english', words)) where state = 'held';
-- brief: fewer than meetings
create index passage_words on meetings.passage using gin (to_tsvector('english', words));
-- brief: seconds at 28,000 decisions
create index decision_words on meetings.decision using gin (to_tsvector('english', coalesce(words, '')));
-- brief: seconds at 7,000 plans
create index plan_words on plans.plan using gin (to_tsvector('english', words || ' ' || coalesce(if_not, '') || ' ' || coalesce(own_words, '')));
-- brief: seconds at 14,000 lines
create index need_words on plans.need using gin (to_tsvector('english', words || ' ' || wanted)) where to_version is null;
-- brief: seconds at 19,000 lines
create index action_words on plans.action using gin (to_tsvector('english', words || ' ' || coalesce(evidence, '') || ' ' || coalesce(done_words, ''))) where to_version is null;
-- brief: seconds at 30,000 lines
create index progress_words on plans.progress using gin (to_tsvector('english', coalesce(words, '')));
-- brief: seconds at 106,000 facts
create index fact_words on care.fact using gin ((jsonb_to_tsvector('english', answers, '["string"]') || to_tsvector('english', coalesce(words, '')))) where superseded_at is null;

do $gate$
declare
  kind record;
  steps text := '';
begin
  -- What is about one person only (a decision, a fact) is a text about that one.
  for kind in select * from (values
    ('minutes', 'meetings.meeting m', 'm.id', 'm.domain', $t$'{}'::uuid[]$t$, 'm.on_day', 'm.id', $t$m.state = 'held' and to_tsvector('english', m.words) @@ q$t$, 'meetings.meeting_person', 'meeting_id'),
    ('passages', 'meetings.passage g join meetings.meeting m on m.id = g.meeting_id', 'g.id', 'g.domain', 'g.about', 'm.on_day', 'g.meeting_id', $t$to_tsvector('english', g.words) @@ q$t$, 'meetings.meeting_person', 'meeting_id'),
    ('decisions', 'meetings.decision d join meetings.meeting m on m.id = d.meeting_id', $t$concat(d.meeting_id, ' ', d.person_id)$t$, 'd.domain', 'array[d.person_id]', 'm.on_day', 'd.meeting_id', $t$to_tsvector('english', coalesce(d.words, '')) @@ q$t$, 'meetings.meeting_person', 'meeting_id'),
    ('plans', 'plans.plan p', 'p.id', 'p.domain', $t$'{}'::uuid[]$t$, 'p.started_on', 'p.id', $t$to_tsvector('english', p.words || ' ' || coalesce(p.if_not, '') || ' ' || coalesce(p.own_words, '')) @@ q$t$, 'plans.plan_person', 'plan_id'),
    ('needs', 'plans.need n', 'n.id', 'n.domain', 'n.about', 'n.recorded_at', 'n.plan_id', $t$n.to_version is null and to_tsvector('english', n.words || ' ' || n.wanted) @@ q$t$, 'plans.plan_person', 'plan_id'),
    ('actions', 'plans.action c', 'c.id', 'c.domain', 'c.about', 'c.recorded_at', 'c.plan_id', $t$c.to_version is null and to_tsvector('english', c.words || ' ' || coalesce(c.evidence, '') || ' ' || coalesce(c.done_words, '')) @@ q$t$, 'plans.plan_person', 'plan_id'),
    ('progresses', 'plans.progress r', 'r.id', 'r.domain', 'r.about', 'r.on_day', 'r.plan_id', $t$to_tsvector('english', coalesce(r.words, '')) @@ q$t$, 'plans.plan_person', 'plan_id'),
    ('facts', 'care.fact f', 'f.id', 'f.domain', 'array[f.person_id]', 'f.held_on', 'f.id', $t$f.superseded_at is null and (jsonb_to_tsvector('english', f.answers, '["string"]') || to_tsvector('english', coalesce(f.words, ''))) @@ q$t$, 'care.fact', 'id'))
    as k (name, source, id, domain, about_only, at, within, found, links, link)
  loop
    steps := steps || format($step$
  %1$s := array(select x.own from (select %3$s as own, %7$s as within, %4$s as domain, %5$s as about_only from %2$s where %8$s
      and (looked is null or %7$s in (select l.%10$s from %9$s l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(%5$s) = 0 or %5$s && about) order by %6$s desc limit 20000) x
    where exists (select 1 from %9$s l where l.%10$s = x.within and l.domain = x.domain and %11$s) and not exists (select 1 from unnest(x.about_only) p where not %12$s) limit most);
$step$, kind.name, kind.source, kind.id, kind.domain, kind.about_only, kind.at, kind.within, kind.found, kind.links, kind.link, access.full_sight('l.person_id', 'l.domain'), access.full_sight('p', 'x.domain'));
  end loop;
  execute format($body$
create function meetings.find_text(asked text, about uuid[], most int) returns table (kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text) language plpgsql stable as $$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
  minutes uuid[];
  passages uuid[];
  decisions text[];
  plans uuid[];
  needs uuid[];
  actions uuid[];
  progresses uuid[];
  facts uuid[];
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
      select 'minutes' as kind, m.id, m.id as within, m.kind as title, m.on_day as happened_on, m.held_by as author_id, m.words, m.domain, '{}'::uuid[] as about_only from meetings.meeting m where m.id = any (minutes)
      union all
      select 'minutes', g.id, m.id, m.kind, m.on_day, m.held_by, g.words, g.domain, g.about from meetings.passage g join meetings.meeting m on m.id = g.meeting_id where g.id = any (passages)
      union all
      select 'minutes', m.id, m.id, m.kind, m.on_day, m.held_by, d.words, d.domain, array[d.person_id] from meetings.decision d join meetings.meeting m on m.id = d.meeting_id where concat(d.meeting_id, ' ', d.person_id) = any (decisions)
        and d.meeting_id = any (select split_part(one, ' ', 1)::uuid from unnest(decisions) one)
      union all
      select 'plan', p.id, p.id, p.kind, p.started_on, p.recorded_by, concat_ws(' · ', p.words, p.own_words, p.if_not), p.domain, '{}'::uuid[] from plans.plan p where p.id = any (plans)
      union all
      select 'plan', n.line, n.plan_id, p.kind, n.recorded_at::date, n.recorded_by, concat_ws(' · ', n.words, n.wanted), n.domain, n.about from plans.need n join plans.plan p on p.id = n.plan_id where n.id = any (needs)
      union all
      select 'plan', c.need_line, c.plan_id, p.kind, c.recorded_at::date, c.recorded_by, concat_ws(' · ', c.words, c.evidence, c.done_words), c.domain, c.about from plans.action c join plans.plan p on p.id = c.plan_id where c.id = any (actions)
      union all
      select 'plan', r.need_line, r.plan_id, p.kind, r.on_day, r.recorded_by, r.words, r.domain, r.about from plans.progress r join plans.plan p on p.id = r.plan_id where r.id = any (progresses)
      union all
      select 'fact', f.id, f.person_id, f.kind, f.held_on, f.recorded_by, concat_ws(' · ', f.words, (select string_agg(v #>> '{}', ' · ') from jsonb_path_query(f.answers, '$.** ? (@.type() == "string")') v)), f.domain, array[f.person_id] from care.fact f where f.id = any (facts)) y
    order by happened_on desc, id limit most
  )
  select x.kind, x.id, x.within, x.title, x.happened_on, a.name,
    case when cardinality(x.about_only) > 0 then x.about_only else array(select l.person_id from meetings.meeting_person l where x.kind = 'minutes' and l.meeting_id = x.within and l.domain = x.domain and %2$s
      union all select l.person_id from plans.plan_person l where x.kind = 'plan' and l.plan_id = x.within and l.domain = x.domain and %2$s) end,
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x left join access.actor a on a.id = x.author_id
  order by x.happened_on desc, x.id;
end $$
$body$, steps, access.full_sight('l.person_id', 'l.domain'));
end $gate$;
alter function meetings.find_text(text, uuid[], int) set plan_cache_mode = force_custom_plan;
alter function meetings.find_text(text, uuid[], int) set enable_hashjoin = off;
alter function meetings.find_text(text, uuid[], int) set enable_mergejoin = off;
call access.gate('meetings.find_text(text, uuid[], int)', 'text search of minutes, plans and dated facts: answers only what the actor may read');
