-- apart: the chair's desk asks for the plans that its conferences made; every plan there is was read for it.
create index concurrently if not exists plan_person_of_conference on plans.plan_person (conference_id) where conference_id is not null;
