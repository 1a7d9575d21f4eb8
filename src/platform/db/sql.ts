import { createHash } from 'node:crypto'

/** A statement with its values apart: the text never holds what somebody typed. */
export type Sql = Readonly<{ text: string; values: readonly unknown[]; /** Columns that are answered as the bytes that came. */ bytes?: readonly string[] }>

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value && made.has(value)
const made = new WeakSet<object>()

/** The text of a statement that takes in no other is the same each time: kept, it need not be put together, nor gone through again to be named and compared. */
const texts = new WeakMap<TemplateStringsArray, string>()
function textOf(strings: TemplateStringsArray): string {
  const known = texts.get(strings)
  if (known !== undefined) return known
  const text = strings.reduce((all, part, i) => `${all}$${i}${part}`)
  texts.set(strings, text)
  return text
}

/** Writes a statement: `sql\`select … where id = ${id}\``. A `sql` inside a `sql` is taken in as text with its values. */
export function sql(strings: TemplateStringsArray, ...given: readonly unknown[]): Sql {
  if (!given.some(isSql)) {
    const statement = { text: textOf(strings), values: given }
    made.add(statement)
    return statement
  }
  let text = strings[0] ?? ''
  const values: unknown[] = []
  given.forEach((value, i) => {
    if (isSql(value)) {
      text += value.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + values.length}`)
      values.push(...value.values)
    } else {
      values.push(value)
      text += `$${values.length}`
    }
    text += strings[i + 1] ?? ''
  })
  const statement = { text, values }
  made.add(statement)
  return statement
}

/** A statement of which some columns hold long text that is only passed on: it is answered as the bytes that came. */
export function asBytes({ text, values }: Sql, ...bytes: readonly string[]): Sql {
  return { text, values, bytes }
}

/** Several statements' parts joined by a comma or another word. */
export function join(parts: readonly Sql[], between = ', '): Sql {
  return parts.reduce((all, part, i) => (i === 0 ? part : sql`${all}${word(between)}${part}`), word(''))
}

/** Text that we ourselves wrote, never what came from outside. */
export function word(text: string): Sql {
  const statement = { text, values: [] }
  made.add(statement)
  return statement
}

const names = new Map<string, string>()
/** A short name for a statement's text, so that PostgreSQL plans it once a connection. */
export function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('hex').slice(0, 20)
  if (names.size < 2000) names.set(text, name)
  return name
}
