-- What stood on a day is read by person, as what stands now is: the rows that were superseded since have their own small indexes.
create index on people.name (person_id, superseded_at) where superseded_at is not null;
create index on people.address (person_id, superseded_at) where superseded_at is not null;
create index on people.identifier (person_id, superseded_at) where superseded_at is not null;
create index on people.fact (person_id, superseded_at) where superseded_at is not null;
create index on people.warning (person_id, superseded_at) where superseded_at is not null;
create index on people.voice (person_id, superseded_at) where superseded_at is not null;
create index on people.relationship (person_id, superseded_at) where superseded_at is not null;
create index on people.relationship (other_id, superseded_at) where superseded_at is not null;
