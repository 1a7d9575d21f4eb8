-- apart
create index concurrently if not exists number_ordinal_idx on returns.number (ordinal)
