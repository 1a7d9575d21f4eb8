-- A policy is set up for each statement, with all it might have to ask, also where the people were looked up and nothing is asked. The links of forms and of assessments carry
-- the policies of all that is written in them, five and six times in one save: the rule for whoever was not looked up stands behind a function here (access.sees, the same rule).
-- Nothing goes through many forms of people who were not looked up; where that is so (work, notes, chronology) the rule stays in the policy, as decision 0070 says.
create function access.sight_in_few_words(person text, domain text) returns text language sql immutable as $$
  select format('coalesce(case when %2$s in (''shared'', ''children'') then ((select access.known()) -> (%1$s)::text)::boolean end, access.sees(%1$s, %2$s))', person, domain)
$$;
do $$
declare
  links text;
begin
  foreach links in array array['answers.form_person', 'assessments.assessment_person', 'assessments.factor'] loop
    execute format('drop policy see on %s', links);
    execute format('create policy see on %s for select to kith_app using (%s)', links, access.sight_in_few_words(links || '.person_id', links || '.domain'));
  end loop;
  foreach links in array array['answers.section', 'answers.section_kept'] loop
    execute format('drop policy see on %s', links);
    execute format('create policy see on %1$s for select to kith_app using (exists (select 1 from answers.form up where up.id = %1$s.form_id and up.domain = %1$s.domain offset 0) and not exists (select 1 from unnest(%1$s.about) p where not %2$s))',
      links, access.sight_in_few_words('p', links || '.domain'));
  end loop;
end $$;
