-- The letter by which somebody was asked to come: which it is, and when it went.
alter table meetings.invited add column output_id uuid, add column sent_on date;
