-- apart
create index concurrently if not exists number_number_idx on returns.number (number)
