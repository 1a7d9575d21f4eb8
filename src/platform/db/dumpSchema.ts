import type pg from 'pg'

const ours = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_'"
/** What an extension brought is not ours to show. */
const own = (catalogue: string, row: string) => `not exists (select 1 from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${row}.oid and d.deptype = 'e')`

/** Each part is one query with a line or a block of text a row, sorted by itself. */
const parts: readonly Readonly<{ title: string; query: string }>[] = [
  { title: 'Schemas', query: `select format('create schema %I;', n.nspname) as t from pg_namespace n where ${ours} and n.nspname <> 'public'` },
  { title: 'Extensions', query: "select format('create extension %I;', extname) as t from pg_extension where extname <> 'plpgsql'" },
  {
    title: 'Tables',
    query: `select format(E'create table %s (\\n%s\\n);', c.oid::regclass, string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod)
        || case when a.attcollation <> 0 and a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation::text else '' end,
      case when a.attnotnull then ' not null' else '' end,
      case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(x.adbin, x.adrelid) || ') stored' when a.attidentity <> '' then ' generated always as identity'
        when x.adbin is not null then ' default ' || pg_get_expr(x.adbin, x.adrelid) else '' end), E',\\n' order by a.attnum)) as t
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
      left join pg_attrdef x on x.adrelid = c.oid and x.adnum = a.attnum where c.relkind in ('r', 'p') and ${ours} group by c.oid`,
  },
  { title: 'Constraints', query: `select format('alter table %s add constraint %I %s;', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as t from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.conrelid <> 0 and k.contype <> 'n' and ${ours}` },
  { title: 'Indexes', query: `select pg_get_indexdef(i.indexrelid) || ';' as t from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)` },
  { title: 'Views', query: `select format(E'create view %s%s as\\n%s', c.oid::regclass, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid)) as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours}` },
  { title: 'Functions', query: `select pg_get_functiondef(p.oid) || ';' as t from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prokind in ('f', 'p') and ${own('pg_proc', 'p')}` },
  { title: 'Owners of functions', query: `select format('alter routine %s owner to %I;', p.oid::regprocedure, p.proowner::regrole) as t from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and ${own('pg_proc', 'p')} and p.proowner = 'kith_gate'::regrole` },
  { title: 'Triggers', query: `select pg_get_triggerdef(g.oid) || ';' as t from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace where not g.tgisinternal and ${ours}` },
  { title: 'Row-level security', query: `select format('alter table %s enable row level security, force row level security;', c.oid::regclass) as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and c.relforcerowsecurity and ${ours}` },
  {
    title: 'Policies',
    query: `select format('create policy %I on %I.%I as %s for %s to %s', policyname, schemaname, tablename, lower(permissive), lower(cmd), array_to_string(roles, ', '))
      || coalesce(E'\\n  using (' || qual || ')', '') || coalesce(E'\\n  with check (' || with_check || ')', '') || ';' as t from pg_policies`,
  },
  {
    title: 'Rights on tables',
    query: `select format('grant %s on %s to %s;', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type), c.oid::regclass, x.grantee::regrole) as t
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x where c.relkind in ('r', 'p', 'v') and ${ours} and x.grantee <> c.relowner and x.grantee <> 0 group by c.oid, x.grantee`,
  },
  {
    title: 'Rights on columns',
    query: `select format('grant %s (%s) on %s to %s;', lower(x.privilege_type), string_agg(quote_ident(a.attname), ', ' order by a.attnum), c.oid::regclass, x.grantee::regrole) as t
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) x where ${ours} and x.grantee <> 0 group by c.oid, x.privilege_type, x.grantee`,
  },
  { title: 'Gate functions, and why', query: "select format('-- %s: %s', signature, why) as t from ops.gate" },
]

/** The whole of a database as text, sorted, the same for the same migrations. `client`: as the owner. */
export async function dumpSchema(client: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const blocks = ['-- The database as the migrations leave it. Made from the catalogue, never edited: read here, change by a new migration.']
  for (const { title, query } of parts) {
    const { rows } = await client.query(query)
    const texts = rows.map((row) => String(row['t']).trim()).sort()
    blocks.push(`-- ${title} ${'-'.repeat(Math.max(4, 100 - title.length))}\n\n${texts.join(texts.some((text) => text.includes('\n')) ? '\n\n' : '\n')}`)
  }
  return `${blocks.join('\n\n')}\n`
}
