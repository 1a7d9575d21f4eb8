-- apart
-- Whom a team sees without an end, side by side with whom it works with.
create index concurrently if not exists person_scope_lasting on access.person_scope (scope, person_id, domain) where until is null and sight = 'full'
