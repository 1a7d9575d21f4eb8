-- A safety note is looked at again, or ends: each look is a row that takes the place of the one before, which is kept. `first_id` is the row with which it began, `looked_why` what whoever looked knew.
alter table people.warning add column first_id uuid, add column looked_why text;
