import type pg from 'pg'
import { forgotten } from './forgotten.ts'

/** A rule of the database with one mistake in it: the statement that puts it there. */
export type SqlMutant = Readonly<{ of: string; was: string; is: string; statement: string; /** Puts the rule back as it was. */ rightly: string }>

/** One mistake each, of the kind that people make. */
const mistakes: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\band\b/gi, () => 'or'],
  [/\bor\b(?! replace)/gi, () => 'and'],
  [/\bnot (?=exists|coalesce|is_wide|bool_or|access\.)/gi, () => ''],
  [/\b(?<!not )exists\b/gi, () => 'not exists'],
  [/\bis null\b/gi, () => 'is not null'],
  [/\bis not null\b/gi, () => 'is null'],
  // A moment before now and now itself are one to everybody but a clock: those are left as they are.
  [/<=(?! now\(\))/g, () => '<'],
  [/>=(?! now\(\))/g, () => '>'],
  [/(?<![<>:!=])=(?![=>])/g, () => '<>'],
  [/<>/g, () => '='],
  [/(?<![-<=])>(?![=>])(?! now\(\))/g, () => '>='],
  [/(?<!<)<(?![=><])(?! now\(\))/g, () => '<='],
  [/[<>]=?(?= now\(\))/g, (found) => (found.startsWith('<') ? '>' : '<')],
  [/\btrue\b/gi, () => 'false'],
  [/\bfalse\b/gi, () => 'true'],
  [/\b36[56]\b/g, (found) => String(Number(found) + 1)],
  [/\+ 1\b/g, () => '+ 2'],
  [/'(sealed|restricted|open|given|asked|second|full|card|exists|worker|manager|head|businessSupport|records|agency|frontDoor|emergencyDuty|partner|portal|machine|staff|shared|earlyHelp|children|adults|adoption|legal|allegation|finance|\*)'/g, () => "'nobody'"],
]

/** Every mutant of these views, functions and policies (`table policy`) as they stand in a database. Comments are left alone. */
export async function sqlMutants(owner: pg.Pool, names: readonly string[]): Promise<SqlMutant[]> {
  const { rows } = await owner.query<{ name: string; head: string; body: string; foot: string }>(`
    select n.nspname || '.' || c.relname as name, 'create or replace view ' || n.nspname || '.' || c.relname || ' with (security_invoker=true) as' as head, pg_get_viewdef(c.oid) as body, '' as foot
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and n.nspname || '.' || c.relname = any ($1)
    union all
    select p.schemaname || '.' || p.tablename || ' ' || p.policyname, 'alter policy ' || p.policyname || ' on ' || p.schemaname || '.' || p.tablename || case when p.qual is null then ' with check (' else ' using (' end, coalesce(p.qual, p.with_check), ')'
    from pg_policies p where p.schemaname || '.' || p.tablename || ' ' || p.policyname = any ($1)
    union all
    select n.nspname || '.' || p.proname, split_part(d.def, 'AS $function$', 1) || 'AS $function$', split_part(split_part(d.def, 'AS $function$', 2), '$function$', 1), '$function$'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join lateral (select pg_get_functiondef(p.oid) as def) d where p.prokind = 'f' and n.nspname || '.' || p.proname = any ($1)
    order by name`, [names])
  const missing = names.filter((name) => !rows.some((row) => row.name === name))
  if (missing.length > 0) throw new Error(`There is no view, function or policy of the name ${missing.join(', ')}.`)
  return rows.flatMap(({ name, head, body, foot }) => {
    const readable = body.replaceAll(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
    const put = (start: number, end: number, is: string): SqlMutant => ({
      of: name, is, was: `${readable.slice(Math.max(0, start - 60), start)}«${readable.slice(start, end)}»${readable.slice(end, end + 40)}`.replaceAll(/\s+/g, ' '), statement: `${head}${readable.slice(0, start)}${is}${readable.slice(end)}${foot}`, rightly: `${head}${body}${foot}`,
    })
    const turned = mistakes.flatMap(([pattern, mistake]) => [...readable.matchAll(pattern)].map(({ index, 0: was }) => put(index, index + was.length, mistake(was))))
    return [...turned, ...forgotten(readable).map(([start, end]) => put(start, end, ''))]
  })
}
