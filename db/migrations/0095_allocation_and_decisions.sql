-- Allocation as a step of its own, what is left when work is handed over, a worker's recommendation on a contact, and a question before a decision.

alter table work.allocation add column left_to_do text;   -- what whoever had it says is left, when it is handed over

-- What a manager asks before deciding, and what its author answered: kept with the piece of work it was asked about.
create table work.question (
  id uuid primary key,
  item_id uuid not null references work.item,
  words text not null,
  asked_by uuid not null references access.actor,
  asked_of uuid not null references access.actor,
  asked_at timestamptz not null,
  answer text, answered_at timestamptz, answered_by uuid references access.actor
);
create index on work.question (item_id);
call access.guard_within('work.question', 'work.item', 'item_id');

-- What the worker at the front door recommends for all the children of a contact. A newer one takes the place of the one before.
create table contacts.recommendation (
  id uuid primary key,
  contact_id uuid not null references contacts.contact,
  outcome text not null check (outcome in ('noFurtherAction', 'informationAndAdvice', 'earlyHelp', 'referral')),
  reason text not null,
  recommended_by uuid not null references access.actor,
  recommended_at timestamptz not null,
  superseded_at timestamptz
);
create index on contacts.recommendation (contact_id) where superseded_at is null;
call access.guard_within('contacts.recommendation', 'contacts.contact', 'contact_id');
