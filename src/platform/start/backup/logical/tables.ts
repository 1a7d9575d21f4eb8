import type pg from 'pg'
import { copyOut } from '../../../db/copy.ts'
import { tally } from './archive.ts'

/** A table of the council. `guarded`: under row-level security. `ordered`: its key, in an order that is the same on every server. */
export type Table = Readonly<{ name: string; columns: string; ordered: string; guarded: boolean }>

const ours = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Values are written alike wherever they are read. */
export const alike = `set search_path = public; set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1; set bytea_output = 'hex'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`

/** Every table with what can be written in it: what the database works out itself is worked out again. */
export async function tablesOf(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as guarded,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
        from pg_index x, unnest(x.indkey::int2[]) with ordinality k (number, place), pg_attribute a where x.indrelid = c.oid and x.indisprimary and a.attrelid = c.oid and a.attnum = k.number), 't::text collate "C"') as ordered
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours} order by 1`)
  return rows
}

export const rowsOut = (table: Table): string => `copy (select ${table.columns} from ${table.name} t order by ${table.ordered}) to stdout`
export const rowsIn = (table: Table): string => `copy ${table.name} (${table.columns}) from stdin`

/** How many rows a table has and their hash, read on this connection. */
export async function sumOf(client: pg.Client, table: Table): Promise<{ rows: number; sha256: string }> {
  const counted = tally()
  for await (const chunk of copyOut(client, rowsOut(table))) counted.add(chunk)
  return counted.sum()
}

export async function countersOf(client: pg.ClientBase): Promise<{ name: string; last: string; used: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${ours} order by 1`)
  const found: { name: string; last: string; used: boolean }[] = []
  for (const { name } of rows) {
    const { rows: [at] } = await client.query<{ last: string; used: boolean }>(`select last_value::text as last, is_called as used from ${name}`)
    if (at) found.push({ name, ...at })
  }
  return found
}

export async function isSuperuser(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>('select rolsuper as yes from pg_roles where rolname = session_user')
  return rows[0]?.yes ?? false
}
