-- The decision that opened a referral is found by its referral: each referral in a chronology read all decisions on record (docs/performance.md).
create index on contacts.decision (referral_id);
