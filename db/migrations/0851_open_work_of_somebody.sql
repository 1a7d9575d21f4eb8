-- apart: what is open about somebody is a fifth of all work about them; own is null once a piece is finished (0180).
create index concurrently if not exists item_person_open_of_person on work.item_person (person_id) include (item_id) where own is not null;
