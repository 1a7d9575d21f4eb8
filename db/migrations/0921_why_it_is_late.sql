-- Why a piece of work is late, said while it is or when it is done: a reason of the list, and words where there is more to say. Its clock keeps the reason too.
alter table work.item add column late_why text, add column late_words text;
