-- Taking back: a bundle is one whole, written down as one child of an import.
set local role kith_gate;
grant execute on function exchange.keep_in_journal() to kith_owner;
set local role kith_owner;
do $$
declare t text;
begin
  foreach t in array array['people.warning', 'transfers.come', 'transfers.come_person', 'transfers.piece'] loop
    execute format('call exchange.journal_of(%L)', t);
  end loop;
end $$;

grant create on schema exchange to kith_gate;
set local role kith_gate;
revoke execute on function exchange.keep_in_journal() from kith_owner;
create or replace function exchange.may_settle(which uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from access.reach r where r.actor_id = access.actor() and 'administrator' = any (r.roles))
    or exists (select 1 from exchange.import i where i.id = which and i.started_by = access.actor())
    or exists (select 1 from exchange.import i where i.id = which and i.format = 'transfer' and transfers.decides())
$$;
create or replace function exchange.take_child_back(which uuid, child uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  one record;
  found text;
  gone uuid;
  touched uuid[] := array(select distinct (j.after ->> 'person_id')::uuid from exchange.journal j where j.import_id = which and j.person_id = child and j.after ? 'person_id') || child;
begin
  for one in
    select j.relation, j.key, (array_agg(j.before order by j.place))[1] as before from exchange.journal j
    where j.import_id = which and j.person_id = child group by j.relation, j.key order by min(j.place) desc
  loop
    found := (select string_agg(format('t.%1$I = (%2$L::jsonb ->> %1$L)::%3$s', k, one.key, format_type(a.atttypid, a.atttypmod)), ' and ')
      from unnest(exchange.key_of(one.relation::regclass)) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k);
    if one.before is null then
      if one.relation = 'access.subject' then
        gone := (one.key ->> 'id')::uuid;
        -- who somebody is to another goes with either of them
        delete from people.relationship r where gone in (r.person_id, r.other_id) and exists (select 1 from exchange.journal own where own.import_id = which and own.relation = 'people.relationship' and own.key = jsonb_build_object('id', r.id));
        -- what was worked out of the person goes with them
        delete from people.card c where c.person_id = gone;
        delete from people.search_line l where l.person_id = gone;
        delete from people.search_entry e where e.person_id = gone;
        delete from people.search_due d where d.person_id = gone;
        delete from people.compare_due d where d.person_id = gone;
        delete from people.possible_duplicate d where gone in (d.person_id, d.other_id);
        delete from access.person_scope s where s.person_id = gone;
        delete from access.bar b where b.person_id = gone;
      end if;
      execute format('delete from %s t where %s', one.relation, found);
    else
      execute format('update %1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where %3$s', one.relation,
        (select string_agg(quote_ident(k), ', ') from jsonb_object_keys(one.before) k join pg_attribute a on a.attrelid = one.relation::regclass and a.attname = k and a.attidentity = '' and a.attgenerated = ''), found) using one.before;
    end if;
  end loop;
  perform people.derive_card(p.id) from people.person p where p.id = any (touched);
  insert into people.search_due (person_id, changed_in) select p.id, pg_current_xact_id() from people.person p where p.id = any (touched) on conflict do nothing;
  delete from exchange.journal j where j.import_id = which and j.person_id = child;
end $$;
set local role kith_owner;
revoke create on schema exchange from kith_gate;
