-- A save of a section is two pieces: what is read (who asks, whom it is about, what stands there), and what is written. What was read is not held meanwhile: it is written over
-- as it was read, or the command begins again and holds it first.

-- Whom of several people the actor may not write about (or who are not there), and whom they see: the rules of access.writes and access.know in one look.
create function access.look_up_to_write(people uuid[], in_domain text) returns uuid[] language plpgsql volatile as $$
declare
  me uuid := access.actor();
  mine uuid[] := access.scopes();
  is_wide boolean := 'children' = any (access.wide());
  partly_wide boolean := cardinality(access.wide()) > 0 and not is_wide;
  has_cards boolean := access.cards();
  writes_wide boolean := in_domain = any (access.wide_write());
  now_known jsonb;
  now_found jsonb;
  now_writable text;
  refused uuid[];
begin
  if me is null or cardinality(people) = 0 then return people; end if;
  select jsonb_object_agg(y.id, y.fully) filter (where y.fully or not (y.somehow or partly_wide)), jsonb_object_agg(y.id, y.may_find),
    string_agg(' ' || y.id::text || '/' || in_domain, '') filter (where y.may_write), coalesce(array_agg(y.id) filter (where not y.may_write), '{}')
  into now_known, now_found, now_writable, refused
  from (
    select x.id, not bool_or(x.kept_from) and (bool_or(x.fully) or is_wide and not bool_or(x.marked)) as fully, not bool_or(x.kept_from) and bool_or(x.somehow) as somehow,
      not bool_or(x.kept_from) and (bool_or(x.partly) or has_cards and not bool_or(x.marked)) as may_find,
      bool_or(x.there) and not bool_or(x.kept_from) and (bool_or(x.writes) or writes_wide and not bool_or(x.marked)) as may_write
    from (
      select p as id, false as fully, false as somehow, false as partly, false as kept_from, false as marked, false as writes, exists (select 1 from access.subject u where u.id = p) as there from unnest(people) p
      union all
      select s.person_id, s.sight = 'full' and s.domain in ('children', '*'), s.sight = 'full', s.sight in ('card', 'full'), false, false,
        s.may_write and (s.domain = in_domain or in_domain = 'shared' or (s.domain = '*' and in_domain not in ('adoption', 'legal', 'allegation'))), false
      from access.person_scope s where s.person_id = any (people) and (s.until is null or s.until > now()) and nullif(s.scope, '00000000-0000-0000-0000-000000000000') = any (mine)
      union all
      select b.person_id, false, false, false, b.scope = me and (b.until is null or b.until > now()), b.scope = '00000000-0000-0000-0000-000000000000', false, false from access.bar b where b.person_id = any (people)
    ) x group by x.id
  ) y;
  perform set_config('kith.known', (access.known() || coalesce(now_known, '{}'))::text, true), set_config('kith.found', (access.found() || coalesce(now_found, '{}'))::text, true),
    set_config('kith.writable', coalesce(current_setting('kith.writable', true), '') || coalesce(now_writable, ''), true);
  return refused;
end $$;
call access.gate('access.look_up_to_write(uuid[], text)', 'looks up at once whom of several people the actor sees and may write about, for the policies of this transaction');

create or replace function work.people_to_write(item uuid, in_domain text, out people uuid[], out refused uuid[]) language plpgsql as $$
begin
  people := array(select ip.person_id from work.item_person ip where ip.item_id = item);
  refused := '{}';
  if cardinality(people) > 0 then refused := access.look_up_to_write(people, in_domain); end if;
end $$;

-- Written under the policies of whoever asks.
create function answers.rewrite(which uuid, stood integer, written jsonb, by_whom uuid, at_moment timestamptz) returns void language plpgsql as $$
begin
  update answers.section s set answers = written, saved_by = by_whom, saved_at = at_moment, version = s.version + 1 where s.id = which and s.version = stood;
  if not found then raise exception 'this section was changed since it was read' using errcode = 'KC002'; end if;
end $$;
revoke all on function answers.rewrite(uuid, integer, jsonb, uuid, timestamptz) from public;
grant execute on function answers.rewrite(uuid, integer, jsonb, uuid, timestamptz) to kith_app;

-- The same rule, the usual case first: a form has people, and whether it has nobody yet is asked only where none of them may be written about.
drop policy change on answers.section;
create policy change on answers.section for update to kith_app using (
  (exists (select 1 from answers.form_person l where l.form_id = section.form_id and l.domain = section.domain and access.writes(l.person_id, l.domain) offset 0) or answers.form_nobody_yet(section.form_id))
  and not exists (select 1 from unnest(section.about) p where not access.writes(p, section.domain)));
