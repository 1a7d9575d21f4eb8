-- What a young person says about their plan, in their own words: it stands on the plan and on the paper that they get.
alter table plans.plan add column own_words text;
