-- What waits for a decision is a hundredth of the open work: the count beside "Decisions", on every page of a manager, reads only that.
create index item_kind_team_id_idx on work.item (kind, team_id) where state = any (array['open', 'waiting', 'returned']);
