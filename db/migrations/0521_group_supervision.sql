-- Who else took part when a family was discussed: a group supervision stands on the record of each child as one.
alter table supervision.entry add column beside text not null default '';
