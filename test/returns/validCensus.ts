import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { SaxesParser } from 'saxes'
import { censusCodes, type CensusCode, type CensusList } from '../../content/returns/cin/codes.ts'
import { censusElements, type CensusShape } from '../../content/returns/cin/elements.ts'
import { isPlainDate } from '../../src/kernel/dates.ts'

export type Node = Readonly<{ name: string; text: string; within: readonly Node[] }>
/** One element of a structure: how often it may stand, what it holds, and which values it takes. */
type Shape = Readonly<{ name: string; least: number; most: number; holds: readonly Shape[]; takes: (text: string) => boolean }>

export function parsed(xml: string): Node {
  type Open = { name: string; text: string; within: Open[] }
  const open: Open[] = [{ name: '', text: '', within: [] }]
  const parser = new SaxesParser({})
  parser.on('error', (problem) => { throw problem })
  parser.on('opentag', ({ name }) => { const node = { name, text: '', within: [] }; open.at(-1)!.within.push(node); open.push(node) })
  parser.on('text', (text) => { open.at(-1)!.text += text })
  parser.on('closetag', () => { open.pop() })
  parser.write(xml).close()
  return open[0]!.within[0]!
}

const group = () => true
const base: Readonly<Record<string, (text: string) => boolean>> = { date: isPlainDate, gYear: (text) => /^\d{4}$/.test(text), string: group, dateTime: group, positiveintegertype: (text) => /^\d+$/.test(text), upntype: (text) => /^[A-Za-z]\d{11}(\d|[A-Za-z])$/.test(text) }

const shared = resolve(import.meta.dirname, '../../../shared/reference/cin')
export const published = existsSync(resolve(shared, 'element_tree.json'))
/** The published structure of 2026, where the given folder is beside the project. */
function publishedShape(): Shape {
  type Tree = { name: string; occurs: string; type?: string; inline?: { codes?: { code: string }[]; pattern?: string }; children?: Tree[] }
  const lists: Record<string, { codes?: { code: string }[] }> = JSON.parse(readFileSync(resolve(shared, 'code_lists.json'), 'utf8'))
  const takes = ({ type, inline, children }: Tree) => {
    if (children) return group
    const codes = inline?.codes ?? (type === undefined ? undefined : lists[type]?.codes)
    if (codes) return (text: string) => codes.some(({ code }) => code === text)
    if (inline?.pattern) return (text: string) => new RegExp(`^(?:${inline.pattern})$`).test(text)
    const known = base[type ?? '']
    if (!known) throw new Error(`no check for ${type}`)
    return known
  }
  const shape = (tree: Tree): Shape => {
    const [least = '', most = ''] = tree.occurs.split('..')
    return { name: tree.name, least: Number(least), most: most === '*' ? Infinity : Number(most), holds: (tree.children ?? []).map(shape), takes: takes(tree) }
  }
  return shape(JSON.parse(readFileSync(resolve(shared, 'element_tree.json'), 'utf8')).root)
}

/** The structure of a year as the project holds it. */
function ownShape(year: number): Shape {
  const shapes = Object.entries(censusElements).map(([path, shape]): [string, CensusShape] => [path, shape]).filter(([, { from = 0, until = 9999 }]) => from <= year && year <= until)
  const takes = (holds: CensusShape['holds']) => {
    if (holds === 'group' || holds === 'text') return group
    if (holds === 'count') return base['positiveintegertype']!
    if (holds === 'date' || holds === 'upn') return base[holds === 'upn' ? 'upntype' : 'date']!
    const list: CensusList = holds
    const codes: readonly CensusCode[] = censusCodes[list]
    return (text: string) => codes.some(({ code, from = 0, until = 9999 }) => code === text && from <= year && year <= until)
  }
  const often = { 'once': [1, 1], 'once or never': [0, 1], 'many': [1, Infinity], 'any number': [0, Infinity] } as const
  const below = (parent: string): Shape[] => shapes.filter(([path]) => path.startsWith(`${parent}/`) && !path.slice(parent.length + 1).includes('/')).map(shapeOf)
  const shapeOf = ([path, { holds, often: times }]: [string, CensusShape]): Shape => ({ name: path.slice(path.lastIndexOf('/') + 1), least: often[times][0], most: often[times][1], holds: path === 'Children' ? shapes.filter(([name]) => name === 'Child').map(shapeOf) : below(path), takes: takes(holds) })
  return { name: 'Message', least: 1, most: 1, holds: shapes.filter(([path]) => path === 'Header' || path === 'Children').map(shapeOf), takes: group }
}

/** Where an XML departs from the structure of its year, element order included; empty where it is valid. */
export function faultsOf(xml: string, year: number): string[] {
  const faults: string[] = []
  const look = (node: Node, shape: Shape, path: string) => {
    if (node.name !== shape.name) return void faults.push(`${path}: ${node.name} where ${shape.name} belongs`)
    if (shape.holds.length === 0) {
      if (node.within.length > 0 || node.text === '' || !shape.takes(node.text)) faults.push(`${path}: ${node.text} is no value of it`)
      return
    }
    let at = 0
    for (const inner of shape.holds) {
      let times = 0
      while (node.within[at]?.name === inner.name && times < inner.most) { look(node.within[at]!, inner, `${path}/${inner.name}`); at++; times++ }
      if (times < inner.least) faults.push(`${path}: ${inner.name} is missing`)
    }
    if (at < node.within.length) faults.push(`${path}: ${node.within[at]!.name} stands where it does not belong`)
  }
  look(parsed(xml), year === 2026 && published ? publishedShape() : ownShape(year), 'Message')
  return faults
}
