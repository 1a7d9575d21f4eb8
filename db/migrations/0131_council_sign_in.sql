-- Signing in by the council's own identity provider (OpenID Connect): a stable subject there is an account here.

create table access.outside_identity (
  issuer text not null,
  subject text not null,
  actor_id uuid not null references access.actor,
  linked_at timestamptz not null default now(),
  linked_by uuid references access.actor,             -- nobody: by the provider's word, as the council has set it up
  primary key (issuer, subject)
);
create index on access.outside_identity (actor_id);
grant select, insert, update, delete on access.outside_identity to kith_gate;
grant select on access.outside_identity to kith_backup;

alter table access.session
  add column issuer text,
  add column outside_sid text;                        -- the session there, for the day the provider ends it

-- Roles that follow the groups of the provider begin and end with them; roles that an administrator gave stay as they are.
alter table access.membership add column by_groups boolean not null default false;

create function access.from_outside(of_issuer text, of_subject text) returns uuid language sql stable as $$
  select o.actor_id from access.outside_identity o join access.actor a on a.id = o.actor_id and a.active where o.issuer = of_issuer and o.subject = of_subject
$$;
-- Whether anybody has this subject, if only somebody whose account is closed: a leaver is no joiner.
create function access.known_outside(of_issuer text, of_subject text) returns boolean language sql stable as $$
  select exists (select 1 from access.outside_identity o where o.issuer = of_issuer and o.subject = of_subject)
$$;
create function access.has_address(address text) returns boolean language sql stable as $$ select exists (select 1 from access.actor where lower(email) = lower(address)) $$;
-- The account with this address, when it has no identity at this provider yet.
create function access.unlinked(of_issuer text, address text) returns uuid language sql stable as $$
  select a.id from access.actor a where lower(a.email) = lower(address) and a.active and a.kind in ('staff', 'partner') and not exists (select 1 from access.outside_identity o where o.actor_id = a.id and o.issuer = of_issuer)
$$;
create function access.link_outside(of_issuer text, of_subject text, who uuid) returns void language sql as $$
  insert into access.outside_identity (issuer, subject, actor_id) values (of_issuer, of_subject, who);
  insert into access.staff_change (what, actor_id, told, changed_by) values ('councilSignIn', who, '{}', who)
$$;
create function access.tie_outside(of_issuer text, of_subject text, who uuid, why text) returns void language plpgsql as $$
begin
  if not access.has_role('{administrator}') or who = access.actor() then call access.refuse(); end if;
  delete from access.outside_identity where issuer = of_issuer and actor_id = who;
  insert into access.outside_identity (issuer, subject, actor_id, linked_by) values (of_issuer, of_subject, who, access.actor());
  insert into access.staff_change (what, actor_id, told, reason, changed_by) values ('councilSignIn', who, '{}', why, access.actor());
end $$;
create function access.join_from_outside(who uuid, told jsonb) returns void language sql as $$
  insert into access.actor (id, kind, name, email, job_title, qualified) values (who, 'staff', told ->> 'name', lower(told ->> 'email'), told ->> 'jobTitle', false);
  insert into access.staff_change (what, actor_id, told, changed_by) values ('account', who, told, who)
$$;
-- The roles that the groups of this person stand for, by the names of teams: those that are new begin, those that are gone end.
create function access.follow_groups(who uuid, wanted jsonb) returns int language plpgsql as $$
declare
  changed int;
begin
  with w as (
    select distinct x.role, t.id as team_id from jsonb_to_recordset(wanted) as x (role text, team text) left join access.team t on t.name = x.team and t.active where x.team is null or t.id is not null
  ), ended as (
    update access.membership m set valid_to = greatest(now(), m.valid_from) where m.actor_id = who and m.by_groups and m.valid_to is null and not exists (select 1 from w where w.role = m.role and w.team_id is not distinct from m.team_id)
    returning m.role, m.team_id, 'roleEnded' as what
  ), begun as (
    insert into access.membership (id, actor_id, team_id, role, reason, by_groups)
    select gen_random_uuid(), who, w.team_id, w.role, 'Groups of the council''s sign-in', true from w
    where not exists (select 1 from access.membership m where m.actor_id = who and m.role = w.role and m.team_id is not distinct from w.team_id and (m.valid_to is null or m.valid_to > now()))
    returning role, team_id, 'role' as what
  ), kept as (
    insert into access.staff_change (what, actor_id, team_id, told, reason, changed_by)
    select c.what, who, c.team_id, jsonb_build_object('role', c.role), 'Groups of the council''s sign-in', who from (select * from ended union all select * from begun) c returning 1
  )
  select count(*) into changed from kept;
  return changed;
end $$;
create function access.session_outside(session_id uuid, of_issuer text, sid text) returns void language sql as $$
  update access.session set issuer = of_issuer, outside_sid = sid where id = session_id
$$;
create function access.outside_of(token bytea) returns text language sql stable as $$ select s.issuer from access.session s where s.token_hash = token and s.ended_at is null $$;
-- The provider says that a session there is over, or everything of somebody.
create function access.end_outside(of_issuer text, sid text, of_subject text) returns int language plpgsql as $$
declare
  ended int;
begin
  update access.session s set ended_at = now() where s.issuer = of_issuer and s.ended_at is null
    and case when sid is not null then s.outside_sid = sid else s.actor_id = (select o.actor_id from access.outside_identity o where o.issuer = of_issuer and o.subject = of_subject) end;
  get diagnostics ended = row_count;
  return ended;
end $$;

call access.gate('access.from_outside(text, text)', 'sign-in by the council''s provider');
call access.gate('access.known_outside(text, text)', 'sign-in by the council''s provider: a leaver is no joiner');
call access.gate('access.has_address(text)', 'sign-in by the council''s provider: a joiner takes nobody''s address');
call access.gate('access.unlinked(text, text)', 'sign-in by the council''s provider, the first time');
call access.gate('access.link_outside(text, text, uuid)', 'sign-in by the council''s provider, the first time');
call access.gate('access.tie_outside(text, text, uuid, text)', 'an administrator says who somebody is at the provider');
call access.gate('access.join_from_outside(uuid, jsonb)', 'a joiner by the council''s provider');
call access.gate('access.follow_groups(uuid, jsonb)', 'roles that follow the groups of the provider');
call access.gate('access.session_outside(uuid, text, text)', 'a session by the council''s provider');
call access.gate('access.outside_of(bytea)', 'signing out at the provider too');
call access.gate('access.end_outside(text, text, text)', 'the provider ended a session');
