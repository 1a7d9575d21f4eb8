-- Where an adopted child went stands in the adoption file: what names the adopters in the facts of the old record moves there with the seal, and so do the placements with them: also the time in which they fostered the child first.
do $$
declare
  body text := pg_get_functiondef('access.seal_adoption(uuid, uuid, uuid, uuid[], date, text)'::regprocedure);
  changed text;
begin
  -- The rest of the rule stays as it is written (0221): only what follows the ties to the adopters is new.
  changed := replace(body, E'\n  insert into access.adoption (id, old_id', E'\n  update care.fact set domain = ''adoption'' where person_id = any (everyone) and kind in (''familyFinding'', ''link'', ''decisionAsked'');\n  update care.placement p set domain = ''adoption'' where p.person_id = any (everyone) and (p.kind like ''adoption%'' or exists (\n    select 1 from care.placement a where a.person_id = any (everyone) and a.kind like ''adoption%'' and (a.household_id = p.household_id or lower(btrim(a.place_name)) = lower(btrim(p.place_name)))));\n\n  insert into access.adoption (id, old_id');
  if changed = body then raise exception 'access.seal_adoption is not written as it was'; end if;
  grant create on schema access to kith_gate;
  set local role kith_gate;
  execute changed;
  set local role kith_owner;
  revoke create on schema access from kith_gate;
end $$;
