-- A form's sections that the writer has gone on from, and the words as they were asked of what is about one child only.
alter table answers.form add column left_sections text[] not null default '{}';
alter table answers.section add column as_asked jsonb;
alter table answers.section_kept add column question text;
alter table answers.section_kept add column theirs_by uuid;
