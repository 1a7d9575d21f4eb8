-- apart
-- The plans that drift (0508) by their team, without going through all that run.
create index concurrently if not exists plan_drifting on plans.plan (team_id) where drifts and state = 'current'
