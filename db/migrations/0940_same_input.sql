-- Under one key of the interface the same input is done once and answered again; another input under it is refused. What was sent is known again by its hash.
alter table ops.answered add column input_mark bytea;

-- What every change writes at its end, in one go and under the policies of whoever asks: what happened, the answer kept for a repeat and what it answered, and the one event of the audit.
create function ops.write_down(happened jsonb, recorded timestamptz, command uuid, did text, answer jsonb, about uuid[], reason text, by_way text, of_section text, of_session uuid, mark bytea) returns void language plpgsql as $$
begin
  if happened is not null then
    insert into chronology.event (id, kind, happened_on, happened_at, recorded_at, domain, actor_id, significant, subject_kind, subject_id, supersedes)
    select id, kind, "on", at, recorded, domain, access.actor(), coalesce(significant, false), subject ->> 'kind', (subject ->> 'id')::uuid, supersedes
    from jsonb_to_recordset(happened) as x (id uuid, kind text, "on" date, at timestamptz, domain text, significant boolean, subject jsonb, supersedes uuid);
    insert into chronology.event_person (event_id, person_id, domain, happened_on)
    select distinct x.id, p.person, x.domain, x."on" from jsonb_to_recordset(happened) as x (id uuid, "on" date, domain text, people uuid[]), unnest(x.people) as p (person);
  end if;
  insert into ops.answered (actor_id, command_id, command, answer, input_mark) values (access.actor(), command, did, answer, mark);
  perform audit.append(did, about, reason, false, by_way, of_section, of_session);
end $$;
revoke execute on function ops.write_down(jsonb, timestamptz, uuid, text, jsonb, uuid[], text, text, text, uuid, bytea) from public;
grant execute on function ops.write_down(jsonb, timestamptz, uuid, text, jsonb, uuid[], text, text, text, uuid, bytea) to kith_app, kith_partner;

-- A server of the version before calls this one until it is stopped.
create or replace function ops.write_down(happened jsonb, recorded timestamptz, command uuid, did text, answer jsonb, about uuid[], reason text, by_way text, of_section text, of_session uuid) returns void language sql as $$
  select ops.write_down(happened, recorded, command, did, answer, about, reason, by_way, of_section, of_session, null);
$$;
