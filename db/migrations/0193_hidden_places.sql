-- A place that is hidden is hidden wherever it stands of the person, also where it was recorded earlier; and an address that somebody marked as hidden when it
-- was recorded stays hidden when a decision to hide ends.

alter table people.address add column marked boolean not null default false;
update people.address a set marked = true where hidden and not exists (select 1 from people.kept_row k where k.row_id = a.id);

create function people.address_marked() returns trigger language plpgsql as $$
begin
  -- A copy of a hidden row is marked when the row was; a new one when no decision hides the place.
  new.marked := exists (select 1 from people.address o where o.marked and (o.person_id = new.person_id or o.household_id = new.household_id) and people.first_line(o.lines) = people.first_line(new.lines) and o.postcode is not distinct from new.postcode)
    or not exists (select 1 from people.kept_row k where k.household_id = new.household_id or (k.first_line = people.first_line(new.lines) and k.postcode is not distinct from new.postcode and k.person_id = new.person_id));
  return new;
end $$;
create trigger marked before insert on people.address for each row when (new.hidden) execute function people.address_marked();
call access.gate('people.address_marked()', 'trigger: an address was marked as hidden when it was recorded', false);

drop function people.keep_rows(uuid);
create function people.keep_rows(which uuid) returns void language plpgsql as $$
declare
  h people.hiding;
  them uuid[];
  apart uuid[];
  were uuid[];
begin
  select * into h from people.hiding where id = which;
  were := array(select row_id from people.kept_row where hiding_id = which);
  delete from people.kept_row where hiding_id = which;
  if h.ended_at is null then
    them := access.everyone(h.person_id);
    apart := array(select distinct e from unnest(h.from_people) p, unnest(access.everyone(p)) e);
    insert into people.kept_row (hiding_id, row_id, person_id, household_id, postcode, first_line)
    select which, a.id, a.person_id, a.household_id, a.postcode, people.first_line(a.lines) from people.address a
    where a.person_id = any (them) and a.superseded_at is null and (a.valid_to is null or a.valid_to > h.valid_from) and a.kind <> 'none' and case when a.kind = 'placement' then 'placement' else 'home' end = any (h.what);
    -- the same place, where the person lived before or others live with them
    insert into people.kept_row (hiding_id, row_id, person_id, household_id, postcode, first_line)
    select distinct on (a.id) which, a.id, a.person_id, a.household_id, a.postcode, people.first_line(a.lines)
    from people.kept_row k join people.address a on a.kind <> 'none' and case when a.person_id = any (them) then people.first_line(a.lines) = k.first_line and a.postcode is not distinct from k.postcode
      else (a.valid_to is null or a.valid_to > h.valid_from) and (a.household_id = k.household_id or (a.postcode = k.postcode and people.first_line(a.lines) = k.first_line)) end
    where k.hiding_id = which and not a.person_id = any (apart) and (a.person_id = any (them) or a.household_id = k.household_id or a.postcode = k.postcode)
    on conflict do nothing;
    insert into people.kept_row (hiding_id, row_id, person_id)
    select which, f.id, f.person_id from people.fact f where f.person_id = any (them) and (f.superseded_at is null or f.superseded_at > h.recorded_at
      or exists (select 1 from people.fact now where now.person_id = any (them) and now.kind = f.kind and now.value = f.value and now.superseded_at is null)) and f.kind in ('school', 'gp', 'phone', 'email') and f.kind = any (h.what) and (f.valid_to is null or f.valid_to > h.valid_from);
  end if;
  update people.address a set hidden = kept.now or a.marked from (select r.id, exists (select 1 from people.kept_row k where k.row_id = r.id) as now from (select unnest(were) as id union select row_id from people.kept_row where hiding_id = which) r) kept
    where a.id = kept.id and a.hidden <> (kept.now or a.marked);
  update people.fact f set hidden = kept.now from (select r.id, exists (select 1 from people.kept_row k where k.row_id = r.id) as now from (select unnest(were) as id union select row_id from people.kept_row where hiding_id = which) r) kept
    where f.id = kept.id and f.hidden <> kept.now;
end $$;
call access.gate('people.keep_rows(uuid)', 'works out which rows a decision to hide covers', false);

-- Hidden today: by a decision that holds, or because it was marked.
drop function people.kept_now(uuid);
create function people.kept_now(kept uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select 1 from people.kept_row k where k.row_id = kept) or exists (select 1 from people.address a where a.id = kept and a.marked)
    or exists (select 1 from people.kept_row k join people.hiding h on h.id = k.hiding_id where k.row_id = kept and people.holds(h));
end $$;
call access.gate('people.kept_now(uuid)', 'whether a row is hidden today, so that it is shown only when asked for');
