-- apart
-- The newest of those who wait to be compared.
create index concurrently if not exists compare_due_since on people.compare_due (since desc)
