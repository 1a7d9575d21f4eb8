-- What is known of a child in our care goes into papers for a court too: a fact that was written for several children together, and a time in care that began for several,
-- is then also about somebody whom no reader knows, where its sender may not see them all. Counted over every version, for a correction of one leaves the words of all.
grant create on schema outputs to kith_gate;
set local role kith_gate;
create or replace function outputs.tells_of_unseen(kind text, row_id uuid, seen int) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return seen > 0 and case kind
    when 'plan' then (select count(*) from plans.plan_person p where p.plan_id = row_id)
    when 'meeting' then (select count(*) from meetings.meeting_person p where p.meeting_id = row_id)
    when 'work' then (select count(*) from work.item_person p where p.item_id = row_id)
    when 'careFact' then (select count(distinct f.person_id) from care.fact f where f.fact_id = row_id)
    when 'admission' then (select count(distinct p.person_id) from care.period p where p.admission_id = row_id)
    else 0 end > seen;
end $$;
set local role kith_owner;
revoke create on schema outputs from kith_gate;
