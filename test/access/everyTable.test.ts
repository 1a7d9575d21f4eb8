import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'

const { pool, owner } = await freshDatabase()
const texts = async (statement: string): Promise<string[]> => (await owner.query(statement)).rows.map((row) => row.t)
const ours = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public') and n.nspname !~ '^pg_'"

/** Tables without row-level security, each with the reason. Nothing here says anything of a person on record. */
const unguarded: Record<string, string> = {
  'access.staff_change': 'who changed what of staff and teams',
  'access.attempt': 'failed sign-ins, as marks; gate functions only',
  'access.many_opened': 'accounts that opened very many records, in counts; the application has no right on it',
  'access.factor': 'second factors of staff; gate functions only',
  'access.outside_identity': 'who an account is at the council\'s sign-in; gate functions only',
  'access.pending': 'between password and second factor; gate functions only',
  'access.recovery': 'who took away whose second factor; gate functions only',
  'access.recovery_code': 'marks of recovery codes; gate functions only',
  'access.actor': 'staff and accounts; the application reads no password and not whose record is whose',
  'access.membership': 'who works where, in what role',
  'access.reach': 'worked out from memberships',
  'access.session': 'the application has no right on it: gate functions only',
  'access.team': 'the tree of teams',
  'access.viewing_week': 'weeks looked through for unusual viewing, in counts; the application has no right on it',
  'exchange.finding': 'lines and reasons of an import: never a value, never whose',
  'exchange.import': 'files taken: counts and reasons only',
  'jobs.alert': 'what an administrator has to look at, in counts; the application has no right on it',
  'jobs.job': 'background work: names, times and counts; the application has no right on it',
  'kith.migration': 'which migrations ran',
  'transfers.council': 'other councils and the public parts of their keys',
  'returns.neighbour': 'which authorities are alike, as the department publishes it',
  'returns.given_list': 'which lists of others were taken in, when',
  'returns.postcode': 'where the postcodes of the country lie',
  'returns.provider': 'who provides placements, as Ofsted knows them',
  'returns.region': 'in which region each authority lies, as the department publishes it',
  'returns.published': 'numbers of authorities, as the department publishes them',
  'ops.gate': 'the list of gate functions',
  'ops.setting': 'the council\'s own settings',
  'ops.several': 'which tables are about several people',
}

describe('Every table', () => {
  it('is guarded by forced row-level security, or is on the list with a reason', async () => {
    const open = await texts(`select n.nspname || '.' || c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours} and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`)
    expect(open).toEqual(Object.keys(unguarded).toSorted())
  })

  it('belongs to the owner of the database, whatever role a migration ended in', async () => {
    expect(await texts(`select n.nspname || '.' || c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'S') and ${ours} and c.relowner <> 'kith_owner'::regrole order by 1`)).toEqual([])
  })

  it('that is not guarded has no column that names a person on record, but for an account\'s own record, which the application cannot read', async () => {
    const naming = await texts(`select n.nspname || '.' || c.relname || '.' || a.attname as t from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours} and not c.relforcerowsecurity
      and (a.attname ~ '(^|_)(person|people|about|subject|part|survivor|child|other)(_id|s)?$' and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
        or exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'access.subject'::regclass and a.attnum = any (k.conkey))) order by 1`)
    expect(naming).toEqual(['access.actor.person_id'])
    expect(await texts("select 'readable' as t where has_column_privilege('kith_app', 'access.actor', 'person_id', 'select')")).toEqual([])
  })

  it('that is guarded is whole in a backup, and gives the application nothing without a condition', async () => {
    const notBackedUp = await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours} and c.relforcerowsecurity
      and not (has_table_privilege('kith_backup', c.oid, 'select') and exists (select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and 'kith_backup' = any (p.roles) and p.qual = 'true')) order by 1`)
    expect(notBackedUp).toEqual([])
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} and not has_table_privilege('kith_backup', c.oid, 'select') order by 1`)).toEqual([])
    const wideOpen = await texts(`select schemaname || '.' || tablename || ' ' || policyname as t from pg_policies where permissive = 'PERMISSIVE' and not roles <@ '{kith_gate,kith_backup,kith_sealer,kith_reports}'
      and (coalesce(qual, 'true') = 'true' and coalesce(with_check, 'true') = 'true') order by 1`)
    expect(wideOpen).toEqual([])
  })

  it('asks first what was looked up for the whole request: no policy of reading asks the scopes alone', async () => {
    expect(await texts("select schemaname || '.' || tablename || ' ' || policyname as t from pg_policies where roles = '{kith_app}' and tablename not in ('person_scope', 'bar') and coalesce(qual, '') || coalesce(with_check, '') ~ 'person_scope|access.bar' and coalesce(qual, '') !~ 'access.known|access.found|kith.known|kith.found'")).toEqual([])
  })

  // Mistakes are put into one policy of each text (test/mutants): here the others are held to be the same.
  it('is read by one of these rules, told once for each kind of row', async () => {
    const rules = new Map<string, string[]>()
    for (const { t, qual, own } of (await owner.query("select schemaname || '.' || tablename as t, tablename as own, qual from pg_policies where policyname in ('see', 'stays') and roles = '{kith_app}' order by schemaname, tablename, policyname")).rows) {
      const rule = qual.replaceAll(/\s+/g, ' ').replaceAll(/FROM [a-z_]+\.[a-z_]+ (?=l |up )/g, 'FROM other ').replaceAll(new RegExp(`\\b${own}\\.`, 'g'), '').replaceAll(/\b(id|[a-z]+_id)\b/g, 'key')
      rules.set(rule, [...(rules.get(rule) ?? []), t])
    }
    const known = [
      'people.fact', 'people.card', 'people.relationship', 'notes.note', 'notes.passage', // mistakes are put into these
      'answers.form_person', 'answers.section', // ask access.sees, into which they are put as well
      'assessments.decision', 'care.household', 'returns.finding', // shown with what they are in; about nobody on record; the fact's rule where it stands
    ]
    expect([...rules.values()].filter((tables) => !known.some((one) => tables.includes(one)))).toEqual([])
    for (const [mutated, ...same] of [['people.fact', 'access.involvement', 'people.person', 'notes.note_person'], ['people.card', 'access.subject'], ['notes.note', 'answers.form'], ['notes.passage', 'assessments.letter']]) {
      expect([...rules.values()].some((tables) => [mutated, ...same].every((table) => table !== undefined && tables.includes(table)))).toBe(true)
    }
  })

  it('of several people is asked for by its own key: no policy lets the planner read all links first', async () => {
    expect(await texts("select schemaname || '.' || tablename || ' ' || policyname as t from pg_policies where roles = '{kith_app}' and coalesce(qual, '') || coalesce(with_check, '') ~ 'FROM [a-z_]+\\.[a-z_]+ (l|up)\\y' and coalesce(qual, '') || coalesce(with_check, '') !~* 'offset 0'")).toEqual([])
  })

  it('keeps no key that would tell, by its refusal, of a person the writer may not know', async () => {
    const telling = await texts(`select i.indexrelid::regclass::text as t from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where i.indisunique and ${ours} and c.relforcerowsecurity
      and c.oid <> 'audit.seal'::regclass -- numbers of links: nobody who writes of people writes there
      and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey) and a.atttypid = 'uuid'::regtype)
      and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey) and a.attidentity <> '') order by 1`)
    expect(telling).toEqual([])
  })
})

describe('Every function that looks past row-level security', () => {
  it('is on the list of gate functions, and nothing else is', async () => {
    expect(await texts(`select p.oid::regprocedure::text as t from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} and not exists (select 1 from ops.gate g where g.signature::regprocedure = p.oid) order by 1`)).toEqual([])
    expect(await texts('select signature as t from ops.gate g join pg_proc p on p.oid = g.signature::regprocedure where not p.prosecdef order by 1')).toEqual([])
  })

  it('belongs to the gate, has a fixed search path, says why it is there, and is not everybody\'s', async () => {
    expect(await texts(`select signature as t from ops.gate g join pg_proc p on p.oid = g.signature::regprocedure
      where p.proowner <> 'kith_gate'::regrole or not coalesce(array_to_string(p.proconfig, ' '), '') like '%search_path=pg_catalog, public, pg_temp%' or length(g.why) < 10
      or exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee not in ('kith_gate'::regrole, 'kith_app'::regrole, 'kith_jobs'::regrole, 'kith_partner'::regrole)) order by 1`)).toEqual([])
  })

  it('works as a role that cannot sign in and does not bypass row-level security', async () => {
    expect((await owner.query("select rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname = 'kith_gate'")).rows).toEqual([{ rolcanlogin: false, rolbypassrls: false, rolsuper: false }])
  })
})

describe('The application\'s role', () => {
  it('is nobody special, owns nothing and creates nothing', async () => {
    expect((await owner.query("select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'kith_app'")).rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolinherit: false }])
    // It becomes less, for somebody of a partner agency; it inherits nothing of it.
    expect(await texts("select roleid::regrole::text as t from pg_auth_members where member = 'kith_app'::regrole")).toEqual(['kith_partner'])
    expect(await texts("select relname as t from pg_class where relowner = 'kith_app'::regrole union all select proname from pg_proc where proowner = 'kith_app'::regrole union all select nspname from pg_namespace where nspowner = 'kith_app'::regrole union all select typname from pg_type where typowner = 'kith_app'::regrole")).toEqual([])
    expect(await texts("select nspname as t from pg_namespace where has_schema_privilege('kith_app', oid, 'create')")).toEqual([])
    expect(await texts("select datname::text as t from pg_database where datname = current_database() and has_database_privilege('kith_app', datname, 'create')")).toEqual([])
  })

  it('empties no table, and deletes only what is no record yet: a factor, and a draft of its own actor', async () => {
    const all = `pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`
    expect(await texts(`select c.oid::regclass::text as t from ${all} and has_table_privilege('kith_app', c.oid, 'truncate') order by 1`)).toEqual([])
    expect(await texts(`select c.oid::regclass::text as t from ${all} and has_table_privilege('kith_app', c.oid, 'delete') order by 1`)).toEqual(['assessments.factor', 'contacts.draft'])
  })

  it('never changes or takes away what happened, nor reads who looked', async () => {
    for (const table of ['chronology.event', 'chronology.event_person', 'chronology.significance']) {
      await expect(pool.query(`update ${table} set recorded_at = now()`)).rejects.toThrow(/permission denied|does not exist/)
      await expect(pool.query(`delete from ${table}`)).rejects.toThrow('permission denied')
    }
    for (const act of ['select * from audit.event', 'update audit.event set what = what', 'delete from audit.event', "insert into audit.event (what, via) values ('x', 'page')"]) {
      await expect(pool.query(act)).rejects.toThrow('permission denied')
    }
  })

  it('never reads a password\'s hash or a session from the tables', async () => {
    await expect(pool.query('select password_hash from access.actor')).rejects.toThrow('permission denied')
    await expect(pool.query('select * from access.session')).rejects.toThrow('permission denied')
  })

  it('sees nobody when nobody asks', async () => {
    const guarded = await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours} and c.relforcerowsecurity and has_any_column_privilege('kith_app', c.oid, 'select') order by 1`)
    await owner.query("insert into access.subject (id) values ('00000000-0000-7000-8000-000000000001')")
    await owner.query("insert into people.person (id) values ('00000000-0000-7000-8000-000000000001')")
    for (const table of guarded) expect({ table, rows: (await pool.query(`select 1 from ${table}`)).rowCount }).toEqual({ table, rows: 0 })
    expect(guarded).toContain('people.card')
  })
})

describe('The other roles', () => {
  it('the background reads no table but its own, and has one function a task', async () => {
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v', 'p', 'm') and ${ours} and has_any_column_privilege('kith_jobs', c.oid, 'select, insert, update') order by 1`)).toEqual(['jobs.alert', 'jobs.job'])
    expect(await texts(`select p.oid::regproc::text as t from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} and has_function_privilege('kith_jobs', p.oid, 'execute') order by 1`)).toEqual([
      'access.find_many', 'access.find_unusual', 'access.mend_scope', 'access.processing', 'care.approved_for_good', 'care.homes_in_question', 'jobs.wipe_answered', 'jobs.wipe_drafts', 'jobs.wipe_sessions', 'jobs.witness', 'outputs.keep_sealed', 'outputs.newest_keys', 'outputs.to_seal', 'people.alike', 'people.comparing_waits', 'people.file', 'people.filing_waits', 'people.keep_alike', 'people.to_compare', 'people.to_file', 'plans.look_for_drift', 'returns.adopters_came', 'returns.annex_came', 'returns.asked', 'returns.begin', 'returns.begin_as_at', 'returns.came_for', 'returns.came_of', 'returns.census_came', 'returns.explained_of', 'returns.fill', 'returns.finish', 'returns.held_to_seal', 'returns.hold', 'returns.keep_adoption_ways', 'returns.keep_counted', 'returns.keep_held_sealed', 'returns.keep_prints', 'returns.keep_sealed', 'returns.measure', 'returns.numbers', 'returns.people_of_import', 'returns.rows_of', 'returns.sent_rows', 'returns.stand', 'returns.step', 'returns.take', 'returns.to_seal', 'returns.uncounted', 'returns.wanted', 'work.to_keep_in_step',
    ])
    expect(await texts("select rolname::text as t from pg_roles where rolname = 'kith_jobs' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit)")).toEqual([])
  })

  it('a return is read from the tables it asks for, by a role that writes nothing and looks past nothing else', async () => {
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v', 'p', 'm') and ${ours} and has_any_column_privilege('kith_reports', c.oid, 'select') order by 1`)).toEqual([
      'access.actor', 'access.involvement', 'access.person_part', 'access.team', 'assessments.assessment', 'assessments.assessment_person', 'assessments.factor', 'care.fact', 'care.household', 'care.household_member', 'care.household_step', 'care.period', 'care.placement', 'contacts.contact', 'contacts.contact_person', 'contacts.referral', 'contacts.referral_person', 'exchange.kept_aside', 'meetings.meeting', 'meetings.meeting_person', 'notes.note', 'notes.note_person', 'ops.setting', 'people.card', 'people.fact', 'people.identifier', 'people.legal_status', 'plans.plan_person', 'protection.enquiry', 'protection.enquiry_person', 'returns.given_list', 'returns.postcode', 'returns.provider', 'returns.region',
    ])
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v', 'p', 'm') and ${ours} and has_any_column_privilege('kith_reports', c.oid, 'insert, update') order by 1`)).toEqual([])
    expect(await texts(`select p.oid::regproc::text as t from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} and has_function_privilege('kith_reports', p.oid, 'execute') order by 1`)).toEqual([])
  })

  it('partners have the name card, early help’s notes and their own account; nothing of children\'s and adults\' social care, and no function that gives sight', async () => {
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v', 'p', 'm') and ${ours} and has_any_column_privilege('kith_partner', c.oid, 'select') order by 1`)).toEqual([
      'access.bar', 'access.person_scope', 'notes.note', 'notes.note_person', 'notes.passage', 'ops.answered', 'ops.setting', 'people.card'])
    expect(await texts(`select nspname as t from pg_namespace n where ${ours} and has_schema_privilege('kith_partner', oid, 'usage') order by 1`)).toEqual(['access', 'audit', 'notes', 'ops', 'people'])
    expect(await texts(`select p.oid::regproc::text as t from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} and has_function_privilege('kith_partner', p.oid, 'execute') order by 1`)).toEqual([
      'access.add_factor', 'access.end_factor', 'access.end_sessions', 'access.factors_of', 'access.keep_recovery_codes', 'access.outside_of', 'access.prove_session', 'access.recoveries_to_witness', 'access.recovery_codes_left', 'access.recovery_notices',
      'access.session_outside', 'access.sessions_of', 'access.set_password', 'access.signs_in', 'access.standing', 'access.touch_session', 'access.use_factor', 'access.use_recovery_code', 'access.witness_recovery', 'audit.append', 'people.any_kept_from_me'])
  })

  it('views work with the rights of the reader', async () => {
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${ours} and not coalesce('security_invoker=true' = any (c.reloptions), false) order by 1`)).toEqual([])
  })

  it('nobody at all has a right as one of the public', async () => {
    expect(await texts(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x where ${ours} and x.grantee = 0 order by 1`)).toEqual([])
  })
})
