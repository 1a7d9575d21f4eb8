/** One thing in a migration that would make people wait, or break the version that still runs beside the new one. */
export type Finding = Readonly<{ statement: string; says: string }>

type Rule = Readonly<{ finds: RegExp; says: string }>

const aside = 'Put it into a file of its own that begins with "-- apart" and is one "create index concurrently if not exists NAME on …".'
/** The table stands in the first group. What PostgreSQL locks and for how long: its documentation of ALTER TABLE, CREATE INDEX, 13.3 (explicit locking). */
const rules: readonly Rule[] = [
  { finds: /^create (?:unique )?index (?!concurrently)(?:if not exists )?(?:\w+ )?on (?:only )?([\w.]+)/, says: `Nobody writes to this table while an index is made. ${aside}` },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\badd (?:constraint \w+ )?(?:foreign key|check)(?!.*\bnot valid\b)/, says: 'Every row is checked under a lock. Add it "not valid", and validate it in the next migration.' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\badd column\b(?!.*\bnot valid\b).*\breferences\b/, says: 'Every row is checked under a lock. Add the column, then the reference "not valid", and validate it in the next migration.' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\badd (?:constraint \w+ )?(?:primary key|unique)(?!.*\busing index\b)/, says: 'Its index is made under a lock. Make the index apart, then add the constraint "using index".' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\balter (?:column )?\w+ (?:set data )?type\b/, says: 'The whole table is written anew. Add another column and fill it in the background.' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\balter (?:column )?\w+ set not null/, says: 'Every row is read under a lock. Add a check "not valid", validate it in the next migration, then set it.' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\badd column\b.*\b(?:generated always as \(.*\) stored|default (?:gen_random_uuid|clock_timestamp|random|nextval)\b)/, says: 'The whole table is written anew. Add the column without it, and fill it in the background.' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\badd column\b(?!.*\bdefault\b).*\bnot null\b/, says: 'The version that still runs writes rows without it. Give it a default.' },
  { finds: /^alter table (?:if exists )?(?:only )?([\w.]+)[^;]*\b(?:drop column|rename)\b/, says: 'The version that still runs asks for it by name. Stop using it in one version, take it away in a later one.' },
  { finds: /^drop table (?:if exists )?([\w.]+)/, says: 'The version that still runs asks for it. Stop using it in one version, take it away in a later one.' },
  { finds: /^(?:update|delete from) (?:only )?([\w.]+)/, says: 'Its rows stay locked until the end of the migration. Fill or clear them by a background job, some at a time.' },
  { finds: /^(?:lock(?: table)?|truncate(?: table)?|vacuum full|cluster|reindex table) (?:only )?([\w.]+)/, says: 'Nobody gets at this table meanwhile. Find a way without.' },
]

const brief = '/*brief*/'

/** Statements without comments, texts and bodies of functions, in small letters; what is marked as brief keeps its mark. */
function statementsOf(text: string): string[] {
  const bare = text
    .replace(/^\s*-- brief: \S.*$/gm, brief)
    .replace(/--.*$/gm, ' ')
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
  return bare.split(';').map((statement) => statement.replace(/\s+/g, ' ').trim().toLowerCase()).filter(Boolean)
}

/**
 * What in a migration would stop people who work meanwhile. Tables that it makes itself are nobody's yet. A line `-- brief: why` before a statement
 * says that somebody has looked and knows it to be short.
 */
export function stopsPeople(text: string): Finding[] {
  const statements = statementsOf(text)
  const own = new Set(statements.flatMap((statement) => /^(?:\/\*brief\*\/ ?)?create (?:unlogged )?table (?:if not exists )?([\w.]+)/.exec(statement)?.[1] ?? []))
  if (text.startsWith('-- apart')) {
    const one = statements.length === 1 && /^create (?:unique )?index concurrently if not exists \w+ on /.test(statements[0] ?? '')
    return one ? [] : [{ statement: statements[0] ?? '', says: `What stands apart is one statement. ${aside}` }]
  }
  return statements.flatMap((statement) => {
    if (statement.startsWith(brief)) return []
    const rule = rules.find(({ finds }) => finds.test(statement))
    const table = rule?.finds.exec(statement)?.[1] ?? ''
    return rule && !own.has(table) ? [{ statement: statement.slice(0, 120), says: rule.says }] : []
  })
}
