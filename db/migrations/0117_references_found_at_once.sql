-- Taking an import back asks of each row that goes whether another row stands on it. These three references had no index.
create index on notes.note (item_id) where item_id is not null;
create index on assessments.assessment (referral_id) where referral_id is not null;
create index on people.voice (source_id) where source_id is not null;
