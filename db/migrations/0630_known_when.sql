-- A return as at a day tells what was known on its evening. The closing of a referral and the end of a plan are written into their rows: when that was written down stands beside
-- the day, so that what came later is not told. What was written before has no such moment, and is cut by its day as it was.
alter table contacts.referral_person add column closed_at timestamptz;
alter table plans.plan_person add column ended_at timestamptz;
grant select (ended_at) on plans.plan_person to kith_reports;
grant select (authorised_at) on assessments.assessment to kith_reports;
