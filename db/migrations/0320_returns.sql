-- Returns to the department: what was made, of whom, what the department's rules found in it, and what was sent. The record is read for them by a role of its own that
-- sees everybody and writes nothing; what is kept here is written by the background's role and read by the returns' role.

create schema returns;
grant usage on schema returns to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

alter table access.membership drop constraint membership_role_check;
alter table access.membership add constraint membership_role_check check (role in ('worker', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'adoption', 'returns', 'partner')) not valid;
alter table access.membership validate constraint membership_role_check;

do $$
declare t text;
begin
  foreach t in array array['people.card', 'people.fact', 'people.identifier', 'people.legal_status', 'access.person_part', 'access.involvement', 'care.period', 'care.placement', 'care.fact'] loop
    execute format('create policy reports on %s for select to kith_reports using (true)', t);
    execute format('grant select on %s to kith_reports', t);
  end loop;
end $$;
grant select (id, qualified) on access.actor to kith_reports;

create table returns.made (
  id uuid primary key,
  kind text not null check (kind in ('ssda903')),
  year int not null,
  state text not null default 'waiting' check (state in ('waiting', 'made', 'failed')),
  asked_by uuid, asked_at timestamptz not null default now(), made_at timestamptz,
  counts jsonb,                                       -- rows by table, findings by severity
  sha256 text,                                        -- of all its rows in order
  sent_by uuid, sent_at timestamptz, sent_note text   -- sent to the department: kept as it went
);
create index on returns.made (kind, year, asked_at desc);

-- The number of a child in every return: the council's own where it has one, else the next of ours. It is given once.
create table returns.number (person_id uuid primary key references access.subject, number text not null, ordinal bigint generated always as identity);

create table returns.child (
  made_id uuid not null references returns.made on delete cascade, person_id uuid not null, number text not null,
  rows jsonb not null,                                -- by table, each row its values in the order of the columns
  primary key (made_id, person_id)
);
create table returns.finding (
  made_id uuid not null references returns.made on delete cascade, person_id uuid not null, rule text not null, severity text not null, in_table text not null, row_number int not null, fields text[] not null
);
create index on returns.finding (made_id, rule);
create index on returns.finding (person_id);

-- A rule that is right to be broken by this child, with the reason.
create table returns.explained (
  id uuid primary key, person_id uuid not null references access.subject, kind text not null, rule text not null, reason text not null, said_by uuid not null, said_at timestamptz not null default now(), taken_back_at timestamptz
);
create index on returns.explained (person_id);

create function returns.is_officer() returns boolean language sql stable as $$ select access.has_role(array['returns']) $$;
call access.gate('returns.is_officer()', 'whether whoever asks makes returns: for the policies of what is kept of them');

do $$
declare t text;
begin
  foreach t in array array['made', 'number', 'child', 'finding', 'explained'] loop
    execute format('alter table returns.%I enable row level security; alter table returns.%I force row level security', t, t);
    execute format('create policy gate on returns.%I to kith_gate using (true) with check (true)', t);
    execute format('create policy backup on returns.%I for select to kith_backup using (true)', t);
    execute format('grant select on returns.%I to kith_backup', t);
    execute format('grant select, insert, update, delete on returns.%I to kith_gate', t);
    execute format('create policy returns on returns.%I for select to kith_app using ((select returns.is_officer()))', t);
    execute format('grant select on returns.%I to kith_app', t);
  end loop;
end $$;

create function returns.ask(which uuid, of_kind text, of_year int) returns void language plpgsql as $$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  insert into returns.made (id, kind, year, asked_by) values (which, of_kind, of_year, access.actor());
end $$;
call access.gate('returns.ask(uuid, text, int)', 'asks for a return; it is made in the background');

create function returns.send(which uuid, note text) returns boolean language plpgsql as $$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  update returns.made set sent_by = access.actor(), sent_at = now(), sent_note = note where id = which and state = 'made' and sent_at is null;
  return found;
end $$;
call access.gate('returns.send(uuid, text)', 'a return was sent: it is kept as it went');

create function returns.explain(which uuid, who uuid, of_kind text, of_rule text, why text) returns void language plpgsql as $$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  update returns.explained set taken_back_at = now() where person_id = who and kind = of_kind and rule = of_rule and taken_back_at is null;
  if length(trim(why)) > 0 then insert into returns.explained (id, person_id, kind, rule, reason, said_by) values (which, who, of_kind, of_rule, trim(why), access.actor()); end if;
end $$;
call access.gate('returns.explain(uuid, uuid, text, text, text)', 'why a rule is right to be broken by a child');

-- From the background, and from the command line as the background's role.
create function returns.begin(which uuid, of_kind text, of_year int) returns void language sql as $$
  insert into returns.made (id, kind, year) values (which, of_kind, of_year) on conflict (id) do nothing
$$;
call access.gate_for_jobs('returns.begin(uuid, text, int)', 'a return is made from the command line');

create function returns.asked(which uuid) returns table (kind text, year int, state text) language sql stable as $$ select m.kind, m.year, m.state from returns.made m where m.id = which $$;
call access.gate_for_jobs('returns.asked(uuid)', 'which return is to be made');

create function returns.numbers(told jsonb) returns table (person_id uuid, number text) language plpgsql as $$
begin
  insert into returns.number as n (person_id, number)
  select (x ->> 'personId')::uuid, coalesce(nullif(x ->> 'number', ''), '') from jsonb_array_elements(told) with ordinality t(x, place) order by place
  on conflict on constraint number_pkey do update set number = excluded.number where excluded.number <> '';
  return query select n.person_id, case when n.number = '' then 'K' || lpad(n.ordinal::text, 7, '0') else n.number end from returns.number n where n.person_id in (select (x ->> 'personId')::uuid from jsonb_array_elements(told) x);
end $$;
call access.gate_for_jobs('returns.numbers(jsonb)', 'the numbers of children in returns, given once');

create function returns.explained_of(of_kind text) returns table (person_id uuid, rule text) language sql stable as $$ select e.person_id, e.rule from returns.explained e where e.kind = of_kind and e.taken_back_at is null $$;
call access.gate_for_jobs('returns.explained_of(text)', 'which rules are right to be broken by whom');

create function returns.fill(which uuid, children jsonb, findings jsonb) returns void language plpgsql as $$
begin
  insert into returns.child (made_id, person_id, number, rows) select which, (c ->> 'personId')::uuid, c ->> 'number', c -> 'rows' from jsonb_array_elements(children) c on conflict do nothing;
  insert into returns.finding (made_id, person_id, rule, severity, in_table, row_number, fields)
  select which, (f ->> 'personId')::uuid, f ->> 'rule', f ->> 'severity', f ->> 'table', (f ->> 'row')::int, array(select jsonb_array_elements_text(f -> 'fields')) from jsonb_array_elements(findings) f;
end $$;
call access.gate_for_jobs('returns.fill(uuid, jsonb, jsonb)', 'what a return holds and what was found in it');

create function returns.finish(which uuid, told jsonb, digest text) returns void language plpgsql as $$
begin
  update returns.made set state = case when digest is null then 'failed' else 'made' end, made_at = clock_timestamp(), counts = told, sha256 = digest where id = which;
  insert into audit.event (actor_id, what, people, via) select m.asked_by, 'returns.made', array(select c.person_id from returns.child c where c.made_id = which), 'job' from returns.made m where m.id = which;
end $$;
call access.gate_for_jobs('returns.finish(uuid, jsonb, text)', 'a return is made, and the audit holds of whom');

create function returns.sent_rows(of_kind text, of_year int) returns table (number text, rows jsonb) language sql stable as $$
  select c.number, c.rows from returns.child c where c.made_id = (select m.id from returns.made m where m.kind = of_kind and m.year = of_year and m.sent_at is not null order by m.sent_at desc limit 1)
$$;
call access.gate_for_jobs('returns.sent_rows(text, int)', 'what was sent last year, for the rules that compare with it');

create function returns.rows_of(which uuid) returns table (person_id uuid, number text, rows jsonb) language sql stable as $$ select c.person_id, c.number, c.rows from returns.child c where c.made_id = which order by c.number collate "C" $$;
call access.gate_for_jobs('returns.rows_of(uuid)', 'the rows of a return, for its files');
