import { parseAst } from 'vite'

/** A file with one mistake in it. */
export type FileMutant = Readonly<{ line: number; was: string; is: string; text: string }>

type Node = Readonly<{ type: string; start: number; end: number }> & Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value

const turned: Readonly<Record<string, string>> = {
  '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '&&': '||', '||': '&&', '??': '&&', '+': '-', '-': '+', '*': '/', '/': '*', '%': '*',
}

/** Every mutant of a file: comparisons, conditions, sums, numbers and truths turned one at a time. Types are left alone. */
export function fileMutants(source: string): FileMutant[] {
  const found: FileMutant[] = []
  const put = (start: number, end: number, is: string) => found.push({
    line: source.slice(0, start).split('\n').length, was: source.slice(start, end), is, text: `${source.slice(0, start)}${is}${source.slice(end)}`,
  })
  const visit = (node: Node): void => {
    if (node.type.startsWith('TS') && node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression') return
    const { operator, left, right, argument } = node
    if ((node.type === 'BinaryExpression' || node.type === 'LogicalExpression') && typeof operator === 'string' && isNode(left) && isNode(right) && turned[operator]) {
      const at = source.indexOf(operator, left.end)
      put(at, at + operator.length, turned[operator])
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
