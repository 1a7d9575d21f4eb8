-- What became of each line of a case that another council handed to us; which of the children came into our care by it; and text search in what came.

-- One line of the file: what it is, what became of it, and why. `piece_id`: the piece that says it; else the words stand here.
create table transfers.line (
  id uuid primary key,
  come_id uuid not null references transfers.come,
  domain text not null default 'children',
  about uuid[] not null,
  piece_id uuid references transfers.piece,
  what text not null,
  on_day date,
  words text not null,
  outcome text not null check (outcome in ('taken', 'beside', 'refused')),
  why text not null,
  place int not null
);
create index on transfers.line (come_id, place);
create index on transfers.line (piece_id) where piece_id is not null;
call access.guard_passage('transfers.line', 'transfers.come', 'come_id');

-- A child whom the other council looked after: from which day they are in our care, or that they stay in the care of that council.
create table transfers.care (
  id uuid primary key,
  come_id uuid not null,                              -- the case with which the child came
  person_id uuid not null references access.subject,
  domain text not null default 'children',
  outcome text not null check (outcome in ('ours', 'theirs')),
  on_day date not null,
  period_id uuid,
  why text,
  decided_at timestamptz not null, decided_by uuid references access.actor,
  unique (come_id, person_id),
  check ((outcome = 'ours') = (period_id is not null)),
  check (outcome = 'ours' or why is not null)
);
create index on transfers.care (person_id);
call access.guard_person('transfers.care');

-- Taken back with the rest while nobody has accepted it.
set local role kith_gate;
grant execute on function exchange.keep_in_journal() to kith_owner;
set local role kith_owner;
call exchange.journal_of('transfers.line');
set local role kith_gate;
revoke execute on function exchange.keep_in_journal() from kith_owner;
set local role kith_owner;

-- A receipt that was brought in beside the page: somebody who works with the family closes the transfer with it.
alter table transfers.given add column came_receipt text;

-- The words of what came, without the names of its parts.
create function transfers.words_of(blocks jsonb) returns text language sql immutable as $$
  select coalesce(string_agg(w #>> '{}', ' · '), '') from (select jsonb_path_query(blocks, 'lax $[*].words') union all select jsonb_path_query(blocks, 'lax $[*].caption') union all select jsonb_path_query(blocks, 'lax $[*].rows[*][*]')) x (w)
$$;
-- brief: some hundred pieces a case, a few cases a month
create index piece_words on transfers.piece using gin (to_tsvector('english', title || ' ' || transfers.words_of(blocks)));
create index line_words on transfers.line using gin (to_tsvector('english', words)) where piece_id is null;

do $gate$
begin
  execute format($body$
create function transfers.find_text(asked text, about uuid[], most int) returns table (kind text, id uuid, within uuid, title text, happened_on date, author text, people uuid[], quoted text) language plpgsql stable as $$
#variable_conflict use_column
declare
  q tsquery := websearch_to_tsquery('english', asked);
  looked uuid[];
begin
  if access.actor() is null or numnode(q) = 0 then return; end if;
  if cardinality(about) > 0 then
    looked := about;
  elsif cardinality(access.wide()) = 0 then
    looked := array(select distinct s.person_id from access.person_scope s where s.scope = any (access.scopes()) and s.sight = 'full' limit 2001);
    if cardinality(looked) > 2000 then looked := null; end if;
  end if;
  return query
  with found as (
    select p.id, p.come_id, p.domain, p.about, p.title, p.on_day, p.title || ' · ' || transfers.words_of(p.blocks) as words from transfers.piece p
      where to_tsvector('english', p.title || ' ' || transfers.words_of(p.blocks)) @@ q and (looked is null or p.about && looked)
    union all
    select l.id, l.come_id, l.domain, l.about, l.what, l.on_day, l.words from transfers.line l
      where l.piece_id is null and l.outcome = 'beside' and to_tsvector('english', l.words) @@ q and (looked is null or l.about && looked)
  ), newest as (
    select f.*, c.from_name, coalesce(f.on_day, (c.made_at at time zone 'Europe/London')::date) as on_that from found f join transfers.come c on c.id = f.come_id and c.domain = f.domain
    where exists (select 1 from transfers.come_person l where l.come_id = f.come_id and l.domain = f.domain and %1$s) and not exists (select 1 from unnest(f.about) p where not %2$s)
    order by coalesce(f.on_day, (c.made_at at time zone 'Europe/London')::date) desc, f.id limit most
  )
  select 'came', x.id, x.come_id, x.title, x.on_that, x.from_name, x.about,
    ts_headline('english', x.words, q, E'StartSel=\x02,StopSel=\x03,MaxWords=38,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "')
  from newest x order by x.on_that desc, x.id;
end $$
$body$, access.full_sight('l.person_id', 'l.domain'), access.full_sight('p', 'f.domain'));
end $gate$;
call access.gate('transfers.find_text(text, uuid[], int)', 'text search of what other councils handed to us: answers only what the actor may read');

-- The account of a case for the command line: what became of each line, and nobody by name.
create function transfers.account(which uuid) returns table (place int, what text, on_day date, outcome text, why text) language sql stable as $$
  select l.place, l.what, l.on_day, l.outcome, l.why from transfers.line l where l.come_id = which
    and (exchange.may_settle(which) or exists (select 1 from access.actor a where a.id = access.actor() and a.kind = 'machine' and a.active)) order by l.place
$$;
call access.gate('transfers.account(uuid)', 'what became of each line of a case that came, for whoever brought it in and for the command line: kinds, days and outcomes, nobody by name');

-- A receipt read on the command line: whether one of ours waits for it, and the ids that it has to name.
create function transfers.waits_for(which uuid) returns table (to_code text, to_name text, state text, children uuid[]) language sql stable as $$
  select g.to_code, g.to_name, g.state, array(select p.person_id from transfers.given_person p where p.given_id = g.id and p.part = 'child' order by 1) from transfers.given g where g.id = which
$$;
call access.gate('transfers.waits_for(uuid)', 'a receipt from another council is compared with the transfer that waits for it: ids, nobody by name');
create function transfers.keep_receipt(which uuid, told text) returns boolean language sql as $$
  with kept as (update transfers.given set came_receipt = told where id = which and state = 'sent' and access.actor() is not null returning 1) select exists (select 1 from kept)
$$;
call access.gate('transfers.keep_receipt(uuid, text)', 'a receipt that was brought in waits on the transfer until somebody who works with the family closes it');
