import { parseAst } from 'vite'

/** A file of the project: its path from the root, with forward slashes, and its text. */
export type SourceFile = Readonly<{ path: string; text: string }>
export type Import = Readonly<{ from: string; typeOnly: boolean; line: number }>
export type Finding = Readonly<{ path: string; line: number; rule: string; says: string }>

type Node = Readonly<Record<string, unknown>> & Readonly<{ type: string; start: number }>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const lineAt = (text: string, start: number): number => text.slice(0, start).split('\n').length
const nameOf = (node: unknown): string => isNode(node) && typeof node['name'] === 'string' ? node['name'] : ''

/** What one file imports and what in its code breaks a rule that needs no other file. */
export type Read = Readonly<{ imports: readonly Import[]; marks: readonly Readonly<{ line: number; kind: Mark }>[] }>
export type Mark = 'as' | 'any' | 'bang' | 'enum' | 'class' | 'now' | 'sql'

const isConst = (node: Node): boolean => isNode(node['typeAnnotation']) && nameOf(node['typeAnnotation']['typeName']) === 'const'
const isNow = (node: Node): boolean => {
  if (node.type === 'NewExpression') return nameOf(node['callee']) === 'Date' && Array.isArray(node['arguments']) && node['arguments'].length === 0
  const callee = node['callee']
  if (node.type !== 'CallExpression' || !isNode(callee)) return false
  if (callee.type === 'Identifier') return nameOf(callee) === 'Date'
  return callee.type === 'MemberExpression' && nameOf(callee['object']) === 'Date' && nameOf(callee['property']) === 'now'
}
const markOf = (node: Node): Mark | undefined => {
  if (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') return isConst(node) ? undefined : 'as'
  if (node.type === 'TSAnyKeyword') return 'any'
  if (node.type === 'TSNonNullExpression') return 'bang'
  if (node.type === 'TSEnumDeclaration') return 'enum'
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return nameOf(node['superClass']).endsWith('Error') ? undefined : 'class'
  if (node.type === 'TaggedTemplateExpression' && nameOf(node['tag']) === 'sql') return 'sql'
  return isNow(node) ? 'now' : undefined
}

function importOf(node: Node, text: string): Import | undefined {
  const named = node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration' || node.type === 'ImportExpression' || node.type === 'TSImportType'
  const source = named ? node['source'] ?? node['argument'] : undefined
  const value = isNode(source) ? source['value'] ?? (isNode(source['literal']) ? source['literal']['value'] : undefined) : undefined
  if (typeof value !== 'string') return undefined
  return { from: value, typeOnly: node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType', line: lineAt(text, node.start) }
}

/** Reads one TypeScript file. @throws SyntaxError when it is none */
export function read(file: SourceFile): Read {
  const imports: Import[] = []
  const marks: { line: number; kind: Mark }[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) { for (const one of value) visit(one); return }
    if (!isNode(value)) return
    const kind = markOf(value)
    if (kind) marks.push({ line: lineAt(file.text, value.start), kind })
    const found = importOf(value, file.text)
    if (found) imports.push(found)
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) visit(part)
  }
  visit(parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' }, file.path))
  return { imports, marks }
}
