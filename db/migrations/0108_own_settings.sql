-- What a council sets for itself beside the national pack (codes, words, measures) stands with its other settings: each change kept, with who and why.
alter table ops.setting add column why text;
create index on ops.setting (recorded_at);
