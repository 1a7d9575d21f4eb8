import { parseAst } from 'vite'

/** A file with one mistake in it. `was`: the line, with what was changed between « and ». */
export type FileMutant = Readonly<{ was: string; is: string; text: string }>

type Node = Readonly<{ type: string; start: number; end: number }> & Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value

const turned: Readonly<Record<string, string>> = {
  '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '&&': '||', '||': '&&', '??': '&&', '+': '-', '-': '+', '*': '/', '/': '*', '%': '*',
}

const putIn = (source: string) => (start: number, end: number, is: string): FileMutant => {
  const [from, to] = [source.lastIndexOf('\n', start - 1) + 1, source.indexOf('\n', end)]
  return { was: `${source.slice(from, start)}«${source.slice(start, end)}»${source.slice(end, to < 0 ? undefined : to)}`.trim().replaceAll(/\s+/g, ' '), is, text: `${source.slice(0, start)}${is}${source.slice(end)}` }
}

/** What is called instead: every for some, the most for the least, up for down. */
const otherwise: Readonly<Record<string, string>> = { every: 'some', some: 'every', min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', round: 'ceil' }

/** Every mutant of a file: comparisons, conditions, sums, numbers, words compared with and truths turned one at a time, and conditions forgotten. Types are left alone. */
export function sourceMutants(source: string): FileMutant[] {
  const found: FileMutant[] = []
  const put = (start: number, end: number, is: string) => found.push(putIn(source)(start, end, is))
  const visit = (node: Node): void => {
    if (node.type.startsWith('TS') && node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression') return
    const { operator, left, right, argument } = node
    if ((node.type === 'BinaryExpression' || node.type === 'LogicalExpression') && typeof operator === 'string' && isNode(left) && isNode(right) && turned[operator]) {
      const at = source.indexOf(operator, left.end)
      put(at, at + operator.length, turned[operator])
      if (node.type === 'LogicalExpression') {
        put(left.end, right.end, '')
        put(left.start, right.start, '')
      }
    }
    if (node.type === 'BinaryExpression' && isNode(right) && right.type === 'Literal' && typeof right['value'] === 'string') put(right.start, right.end, "'nothing'")
    const { property, computed } = node
    if (node.type === 'MemberExpression' && computed === false && isNode(property) && typeof property['name'] === 'string') {
      const other = otherwise[property['name']]
      if (other) put(property.start, property.end, other)
    }
    if (node.type === 'UnaryExpression' && operator === '!' && isNode(argument)) put(node.start, argument.start, '')
    if (node.type === 'ConditionalExpression' && isNode(node['test'])) put(node['test'].start, node['test'].end, `!(${source.slice(node['test'].start, node['test'].end)})`)
    if (node.type === 'IfStatement' && isNode(node['test'])) put(node['test'].start, node['test'].end, `!(${source.slice(node['test'].start, node['test'].end)})`)
    if (node.type === 'Literal' && typeof node['value'] === 'boolean') put(node.start, node.end, String(!node['value']))
    if (node.type === 'Literal' && typeof node['value'] === 'number') put(node.start, node.end, String(node['value'] + 1))
    for (const [name, value] of Object.entries(node)) {
      if (name === 'typeAnnotation' || name === 'returnType' || name === 'typeParameters' || name === 'typeArguments') continue
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child)
    }
  }
  const tree: unknown = parseAst(source, { lang: 'ts' })
  if (isNode(tree)) visit(tree)
  return found
}

/** A permission's mistakes are a role taken from its line, or one put into it. */
export const permissionMutants = (source: string): FileMutant[] => [...source.matchAll(/\[('[^\]]*)\]/g)].flatMap(({ index, 0: whole, 1: list = '' }) => {
  const roles = list.split(', ')
  const put = (is: string) => putIn(source)(index, index + whole.length, is)
  const strangers = ['head', 'administrator', 'businessSupport', 'partner'].map((role) => `'${role}'`).filter((role) => !roles.includes(role))
  return [...roles.map((role) => put(`[${roles.filter((one) => one !== role).join(', ')}]`)), ...strangers.slice(0, 1).map((role) => put(`[${list}, ${role}]`))]
})
