-- A council that begins to ask for a second factor, or somebody who becomes an administrator: what was begun with a password alone is over (access policy, rule 15).
-- `who`: one colleague, or nobody in particular; `keep`: the session of whoever changes the rule, just now shown to be theirs.
create function access.end_weak_sessions(who uuid, keep uuid) returns int language plpgsql as $$
declare
  asked text := coalesce((select value #>> '{}' from ops.setting where key = 'identity.secondFactor' and superseded_at is null),
    case when exists (select 1 from ops.setting where key = 'demonstration.accounts' and superseded_at is null) then 'offered' else 'required' end);
  ended int;
begin
  if not access.has_role('{administrator}') then call access.refuse(); end if;
  update access.session s set ended_at = now(), ended_by = access.actor() where s.ended_at is null and not s.strong and s.id is distinct from keep and s.actor_id = coalesce(who, s.actor_id)
    and (asked = 'required' or (asked = 'administrators' and exists (select 1 from access.membership_now m where m.actor_id = s.actor_id and m.role in ('administrator', 'privacy', 'records'))));
  get diagnostics ended = row_count;
  return ended;
end $$;
grant select on ops.setting to kith_gate;
call access.gate('access.end_weak_sessions(uuid, uuid)', 'a second factor is asked for from now on');
