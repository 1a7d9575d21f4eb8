-- apart
-- Who is worked with by somebody now: children with nobody are those who are not on it.
create index concurrently if not exists involvement_allocated_now on access.involvement (person_id) where superseded_at is null and to_on is null and role = 'allocated'
