-- apart
-- Who is missing now, without going through every fact of everybody in care.
create index concurrently if not exists fact_missing on care.fact (held_on) where kind = 'missing' and superseded_at is null
