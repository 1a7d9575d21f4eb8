-- Where every child in our care is tonight: whom of them the reader sees is looked up at once, before their periods, statuses, placements and days missing are read under their policies.
create function care.look_up_tonight(on_day date) returns void language plpgsql as $$
begin
  perform access.know(array(
    select person_id from care.period where superseded_at is null and began_on <= on_day and (ended_on is null or ended_on > on_day)
    union select person_id from people.legal_status where kind = 'lookedAfter' and superseded_at is null and valid_from <= on_day and (valid_to is null or valid_to > on_day)));
end $$;
call access.gate('care.look_up_tonight(date)', 'looks up the sight of those who are in care on a day, for the policies of this transaction');
