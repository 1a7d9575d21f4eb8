-- To whom a carer household is given, as a step of its own: who had it before can be read. Whoever took the enquiry has it until it is given to somebody.
alter table care.household_step add column worker_id uuid;
