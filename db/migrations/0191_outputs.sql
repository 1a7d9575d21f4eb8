-- What goes out: every letter, print, file and share, held for a second person where it may hold what is hidden, and kept as it went (access policy, rules 16, 18, 20 to 22 and 28).

create schema outputs;
grant usage on schema outputs to kith_app, kith_gate, kith_jobs, kith_reports, kith_backup;

create table outputs.output (
  id uuid primary key,
  domain text not null default 'children',
  kind text not null,
  title text not null,
  state text not null check (state in ('held', 'agreed', 'refused', 'withdrawn', 'sent')),
  to_kind text not null check (to_kind in ('person', 'agency', 'outside', 'own')),
  to_person uuid references access.subject,           -- who is to read it, when they are on the record
  to_agency uuid references access.team,
  to_name text not null,
  purpose text not null,
  lawful_basis text not null,
  format text not null,
  sha256 text not null,                               -- of the words as they went
  left_out int not null default 0,                    -- passages that are not in this copy
  found jsonb not null default '[]',                  -- where something hidden stands: place and kind, never the thing itself
  subject_kind text, subject_id uuid,                 -- the row it was made from
  back text,                                          -- where whoever asked goes on
  asked_because text, asked_at timestamptz not null, asked_by uuid not null references access.actor,
  decided_because text, decided_at timestamptz, decided_by uuid references access.actor,
  sent_at timestamptz, sent_by uuid references access.actor,
  check (decided_by is null or decided_by <> asked_by),
  check ((state in ('agreed', 'refused')) <= (decided_by is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create table outputs.output_person (
  output_id uuid not null references outputs.output,
  person_id uuid not null references access.subject,
  domain text not null,
  primary key (output_id, person_id)
);
create index on outputs.output_person (person_id);
create index on outputs.output (state, asked_at) where state in ('held', 'agreed');
create index on outputs.output (subject_id);
call access.guard_person('outputs.output_person');
call access.guard_several('outputs.output', 'outputs.output_person', 'output_id');

-- The words as they went out: read by whoever may know everybody they are about.
create table outputs.words (
  id uuid primary key,
  output_id uuid not null references outputs.output,
  domain text not null,
  about uuid[] not null,
  words text not null,
  input jsonb                                         -- what was asked for, so that it is sent as it was when it was agreed
);
create index on outputs.words (output_id);
call access.guard_passage('outputs.words', 'outputs.output', 'output_id');
revoke update on outputs.words from kith_app;

-- What may still change of it: where it stands. What was asked for, for whom and with what words, never.
revoke update on outputs.output from kith_app;
grant update (state, decided_because, decided_at, decided_by, sent_at, sent_by, subject_id) on outputs.output to kith_app;

-- Whether whoever asks may know every decision to hide that an output met: only they can agree that it goes out.
create function outputs.may_judge(which uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select 1 from outputs.output o, jsonb_to_recordset(o.found) as f ("hidingId" uuid) join people.hiding h on h.id = f."hidingId" where o.id = which and people.keeps_from_me(h));
end $$;
call access.gate('outputs.may_judge(uuid)', 'who may agree to an output that names something hidden');
