-- Text search finds the words of orders and legal statuses, of pre-proceedings and proceedings, of legal advice and of allegations: each under the rule of its own table, so that
-- advice is found by those alone whom it is open to, and an allegation by designated officers alone (access policy, rule 19). A function of its own, as for minutes and plans.
-- brief: seconds at 30,000 statuses
create index legal_status_words on people.legal_status using gin (to_tsvector('english', coalesce(court, '') || ' ' || coalesce(case_number, '') || ' ' || coalesce(details, ''))) where superseded_at is null;
-- brief: seconds at 30,000 statuses
create index legal_status_code on people.legal_status (code) where superseded_at is null;
-- brief: hundreds
create index matter_words on legal.matter using gin (to_tsvector('english', words || ' ' || coalesce(court, '') || ' ' || coalesce(case_number, '')));
-- brief: hundreds
create index matter_end_words on legal.matter_person using gin (to_tsvector('english', coalesce(words, '')));
-- brief: thousands
create index legal_fact_words on legal.fact using gin ((jsonb_to_tsvector('english', answers, '["string"]') || to_tsvector('english', coalesce(words, '')))) where superseded_at is null;
-- brief: thousands
create index direction_words on legal.direction using gin (to_tsvector('english', words || ' ' || coalesce(done_words, '')));
-- brief: hundreds
create index advice_words on legal.advice using gin (to_tsvector('english', words));
-- brief: hundreds
create index allegation_words on allegation.allegation using gin (to_tsvector('english', words || ' ' || professional_name || ' ' || coalesce(employer, '') || ' ' || coalesce(outcome_words, '')));
-- brief: hundreds
create index allegation_step_words on allegation.step using gin (to_tsvector('english', words || ' ' || coalesce(came, '')));

do $gate$
declare
  kind record;
  steps text := '';
begin
  -- What is about one person only (an order, an end) is a text about that one.
  for kind in select * from (values
    ('orders', 'people.legal_status s', 's.id', 's.domain', 'array[s.person_id]', 's.valid_from', 's.id', $t$s.id in (select o.id from people.legal_status o where o.superseded_at is null and o.code = any (codes)
      union select o.id from people.legal_status o where o.superseded_at is null and to_tsvector('english', coalesce(o.court, '') || ' ' || coalesce(o.case_number, '') || ' ' || coalesce(o.details, '')) @@ q)$t$, 'people.legal_status', 'id'),
    ('matters', 'legal.matter m', 'm.id', 'm.domain', $t$'{}'::uuid[]$t$, 'm.decided_on', 'm.id', $t$to_tsvector('english', m.words || ' ' || coalesce(m.court, '') || ' ' || coalesce(m.case_number, '')) @@ q$t$, 'legal.matter_person', 'matter_id'),
    ('endings', 'legal.matter_person e', $t$concat(e.matter_id, ' ', e.person_id)$t$, 'e.domain', 'array[e.person_id]', 'e.started_on', 'e.matter_id', $t$to_tsvector('english', coalesce(e.words, '')) @@ q$t$, 'legal.matter_person', 'matter_id'),
    ('facts', 'legal.fact f', 'f.id', 'f.domain', 'f.about', 'f.on_day', 'f.matter_id', $t$f.superseded_at is null and (jsonb_to_tsvector('english', f.answers, '["string"]') || to_tsvector('english', coalesce(f.words, ''))) @@ q$t$, 'legal.matter_person', 'matter_id'),
    ('directions', 'legal.direction d', 'd.id', 'd.domain', 'd.about', 'd.due_on', 'd.matter_id', $t$to_tsvector('english', d.words || ' ' || coalesce(d.done_words, '')) @@ q$t$, 'legal.matter_person', 'matter_id'),
    ('advices', 'legal.advice v', 'v.id', 'v.domain', $t$'{}'::uuid[]$t$, 'v.given_on', 'v.id', $t$to_tsvector('english', v.words) @@ q$t$, 'legal.advice_person', 'advice_id'),
    ('allegations', 'allegation.allegation g', 'g.id', 'g.domain', $t$'{}'::uuid[]$t$, 'g.known_on', 'g.id', $t$to_tsvector('english', g.words || ' ' || g.professional_name || ' ' || coalesce(g.employer, '') || ' ' || coalesce(g.outcome_words, '')) @@ q$t$, 'allegation.about', 'allegation_id'),
    ('taken', 'allegation.step t join allegation.allegation g on g.id = t.allegation_id', 't.id', 'g.domain', $t$'{}'::uuid[]$t$, 't.on_day', 't.allegation_id', $t$to_tsvector('english', t.words || ' ' || coalesce(t.came, '')) @@ q$t$, 'allegation.about', 'allegation_id'))
    as k (name, source, id, domain, about_only, at, within, found, links, link)
  loop
    steps := steps || format($step$
  %1$s := array(select x.own from (select %3$s as own, %7$s as within, %4$s as domain, %5$s as about_only from %2$s where %8$s
      and (looked is null or %7$s in (select l.%10$s from %9$s l where l.person_id = any (looked))) and (cardinality(about) = 0 or cardinality(%5$s) = 0 or %5$s && about) order by %6$s desc limit 20000) x
    where exists (select 1 from %9$s l where l.%10$s = x.within and l.domain = x.domain and %11$s) and not exists (select 1 from unnest(x.about_only) p where not %12$s) limit most);
$step$, kind.name, kind.source, kind.id, kind.domain, kind.about_only, kind.at, kind.within, kind.found, kind.links, kind.link, access.full_sight('l.person_id', 'l.domain'), access.full_sight('p', 'x.domain'));
  end loop;
  execute format($body$
create function legal.find_text(asked text, about uuid[], most int, labels jsonb) returns table (kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text) language plpgsql stable as $$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
  codes text[];
  orders uuid[];
  matters uuid[];
  endings text[];
  facts uuid[];
  directions uuid[];
  advices uuid[];
  allegations uuid[];
  taken uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  codes := array(select l.key from jsonb_each_text(labels) l where to_tsvector('english', l.value) @@ q);
  %1$s
  return query
  with newest as (
    select * from (
      select 'order' as kind, s.order_id as id, s.person_id as within, s.code as title, s.valid_from as happened_on, s.recorded_by as author_id, concat_ws(' · ', labels ->> s.code, s.court, s.case_number, s.details) as words, s.domain, array[s.person_id] as about_only from people.legal_status s where s.id = any (orders)
      union all
      select 'legal', m.id, m.id, m.kind, m.decided_on, m.recorded_by, concat_ws(' · ', m.words, m.court, m.case_number), m.domain, '{}'::uuid[] from legal.matter m where m.id = any (matters)
      union all
      select 'legal', m.id, m.id, m.kind, coalesce(e.ended_on, e.started_on), e.recorded_by, e.words, e.domain, array[e.person_id] from legal.matter_person e join legal.matter m on m.id = e.matter_id where concat(e.matter_id, ' ', e.person_id) = any (endings)
        and e.matter_id = any (select split_part(one, ' ', 1)::uuid from unnest(endings) one)
      union all
      select 'legal', f.id, m.id, m.kind, f.on_day, f.recorded_by, concat_ws(' · ', f.words, (select string_agg(v #>> '{}', ' · ') from jsonb_path_query(f.answers, '$.** ? (@.type() == "string")') v)), f.domain, f.about from legal.fact f join legal.matter m on m.id = f.matter_id where f.id = any (facts)
      union all
      select 'legal', d.id, m.id, m.kind, d.due_on, d.recorded_by, concat_ws(' · ', d.words, d.done_words), d.domain, d.about from legal.direction d join legal.matter m on m.id = d.matter_id where d.id = any (directions)
      union all
      select 'advice', v.id, v.id, null, v.given_on, v.recorded_by, v.words, v.domain, '{}'::uuid[] from legal.advice v where v.id = any (advices)
      union all
      select 'allegation', g.id, g.id, null, g.known_on, g.recorded_by, concat_ws(' · ', g.words, g.professional_name, g.employer, g.outcome_words), g.domain, '{}'::uuid[] from allegation.allegation g where g.id = any (allegations)
      union all
      select 'allegation', t.id, g.id, null, t.on_day, t.recorded_by, concat_ws(' · ', t.words, t.came), g.domain, '{}'::uuid[] from allegation.step t join allegation.allegation g on g.id = t.allegation_id where t.id = any (taken)) y
    order by happened_on desc, id limit most
  )
  select x.kind, x.id, x.within, x.title, x.happened_on, a.name,
    case when cardinality(x.about_only) > 0 then x.about_only else array(select l.person_id from legal.matter_person l where x.kind = 'legal' and l.matter_id = x.within and l.domain = x.domain and %2$s
      union all select l.person_id from legal.advice_person l where x.kind = 'advice' and l.advice_id = x.within and l.domain = x.domain and %2$s
      union all select l.person_id from allegation.about l where x.kind = 'allegation' and l.allegation_id = x.within and l.domain = x.domain and %2$s) end,
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x left join access.actor a on a.id = x.author_id
  order by x.happened_on desc, x.id;
end $$
$body$, steps, access.full_sight('l.person_id', 'l.domain'));
end $gate$;
alter function legal.find_text(text, uuid[], int, jsonb) set plan_cache_mode = force_custom_plan;
alter function legal.find_text(text, uuid[], int, jsonb) set enable_hashjoin = off;
alter function legal.find_text(text, uuid[], int, jsonb) set enable_mergejoin = off;
call access.gate('legal.find_text(text, uuid[], int, jsonb)', 'text search of orders, legal work, legal advice and allegations: answers only what the actor may read');
