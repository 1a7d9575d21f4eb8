type Tree = Readonly<Record<string, unknown>>
export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
export const branch = (tree: unknown, ...path: string[]): unknown => path.reduce<unknown>((at, name) => (isTree(at) ? at[name] : undefined), tree)

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value)

/** Why a value does not fit a schema of the document, or undefined. As much of JSON Schema as the document uses for its answers. */
function misfit(value: unknown, schema: unknown, document: unknown, at = ''): string | undefined {
  if (!isTree(schema)) return undefined
  const ref = schema['$ref']
  if (typeof ref === 'string') return misfit(value, branch(document, ...ref.slice(2).split('/')), document, at)
  const allowed = schema['type'] === undefined ? undefined : [schema['type']].flat()
  const type = typeOf(value)
  if (allowed && !allowed.includes(type) && !(type === 'integer' && allowed.includes('number'))) return `${at || 'the answer'} is ${type}, not ${allowed.join(' or ')}`
  if (Array.isArray(value)) return value.map((one, i) => misfit(one, schema['items'], document, `${at}/${i}`)).find((found) => found)
  if (!isTree(value)) return undefined
  const missing = Array.isArray(schema['required']) ? schema['required'].find((name) => !(name in value)) : undefined
  if (missing) return `${at}/${missing} is missing`
  const inside = isTree(schema['properties']) ? schema['properties'] : {}
  const extra = schema['additionalProperties'] === false ? Object.keys(value).find((name) => !(name in inside)) : undefined
  if (extra) return `${at}/${extra} is not in the document`
  return Object.entries(inside).map(([name, under]) => (name in value ? misfit(value[name], under, document, `${at}/${name}`) : undefined)).find((found) => found)
}

/** Why an answer is not one that the document names for the operation, or undefined. */
export function outside(document: unknown, operation: unknown, answer: Readonly<{ status: number; type: string; text: string }>): string | undefined {
  if (answer.status >= 500) return `${answer.status}`
  if (/\n\s+at |node_modules|\.tsx?:\d|select .* from |violates|constraint|SQLSTATE|syntax error at/i.test(answer.text) && answer.status >= 400) return `its words give something away: ${answer.text.slice(0, 200)}`
  const content = branch(operation, 'responses', String(answer.status), 'content')
  if (!isTree(content)) return `the document names no ${answer.status}`
  const type = answer.type.split(';')[0] ?? ''
  if (!(type in content)) return `${answer.status} came as ${type || 'nothing'}`
  let value: unknown
  try {
    value = JSON.parse(answer.text)
  } catch {
    return `${answer.status} is not JSON`
  }
  return misfit(value, branch(content[type], 'schema'), document)
}
