-- apart
-- Whom teams work with, each once.
create index concurrently if not exists item_person_met on work.item_person (team_id, person_id, domain, own) where team_id is not null
