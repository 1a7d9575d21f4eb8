-- What the register of processing says of this council, in counts and of its own settings: nothing about anybody on record (access policy, rule 28).
create function access.processing() returns jsonb language sql stable as $$
  select jsonb_build_object(
    'settings', (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from ops.setting s where s.superseded_at is null and (s.key like 'council.%' or s.key like 'retention.%' or s.key like 'privacy.%' or s.key = 'identity.secondFactor')),
    'domains', (select coalesce(jsonb_agg(x order by x ->> 'domain'), '[]') from (
      select jsonb_build_object('domain', t.domain, 'teams', count(*)) as x from access.team t where t.active and t.kind in ('team', 'frontDoor', 'emergencyDuty') group by t.domain) d),
    'roles', (select coalesce(jsonb_agg(x order by x ->> 'role'), '[]') from (
      select jsonb_build_object('role', m.role, 'accounts', count(distinct m.actor_id)) as x from access.membership_now m group by m.role) r),
    'recipients', (select coalesce(jsonb_agg(x order by x ->> 'name'), '[]') from (
      select jsonb_build_object('name', t.name, 'shares', count(h.id), 'purposes', coalesce(jsonb_agg(distinct h.purpose) filter (where h.id is not null), '[]'), 'bases', coalesce(jsonb_agg(distinct h.lawful_basis) filter (where h.id is not null), '[]')) as x
      from access.team t left join access.share h on h.agency_id = t.id and (h.until is null or h.until > now()) where t.active and t.kind = 'agency' group by t.id, t.name) g),
    'markings', (select jsonb_object_agg(k.marking, k.n) from (select s.marking, count(*) as n from access.subject s where s.marking <> 'sealed' group by s.marking) k))
$$;
grant select on ops.setting to kith_gate;
call access.gate_for_jobs('access.processing()', 'the register of processing, in counts and settings');
