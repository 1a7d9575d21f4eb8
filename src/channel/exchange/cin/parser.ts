import { SaxesParser } from 'saxes'
import type { PlainDate } from '../../../kernel/dates.ts'
import { elementsIn, fragmentOf } from './fragment.ts'
import { headerOf } from './header.ts'
import type { CensusElement, CensusPart } from './model.ts'

/** What one child, one value and one step into the file may weigh at most, so that no file can fill the memory. */
export const bounds = { elementsOfOne: 20_000, depth: 40, lettersWithoutTag: 1_000_000, beforeHeader: 1000, lettersAtOnce: 16_384, headBytes: 1024 } as const

/** Why the file is not read on; becomes the `refused` part. */
export class Refusal extends Error {
  readonly line: number
  constructor(line: number, sentence: string) {
    super(sentence)
    this.line = line
  }
}

/** The census part of the reader: text goes in, parts come out. */
export function censusParser(today: PlainDate) {
  const parser = new SaxesParser({ position: true, xmlns: false })
  const open: CensusElement[] = []
  const ready: CensusPart[] = []
  const early: CensusPart[] = []
  let [elements, containers, children, elementsOfOne, lettersSinceTag, nameLine] = [0, 0, 0, 0, 0, 1]
  let [rootSeen, headerSeen, childrenSeen] = [false, false, false]
  const refuse = (sentence: string): never => { throw new Refusal(parser.line, sentence) }

  parser.on('error', (problem) => refuse(rootSeen ? `The XML is broken: ${inWords(problem.message)}. The file was not read past this line.` : `This is no XML file, or one that is broken before its first element (${inWords(problem.message)}).`))
  parser.on('doctype', () => refuse('The file carries a document type (DOCTYPE). A census has none, and it can hide a file that grows without end.'))
  parser.on('opentagstart', () => { nameLine = parser.line })

  parser.on('opentag', ({ name, attributes }) => {
    lettersSinceTag = 0
    elements++
    const own = name.slice(name.indexOf(':') + 1)
    if (!rootSeen && own !== 'Message') refuse('This is no children in need census: its outermost element is not Message.')
    rootSeen = true
    if (open.length >= bounds.depth) refuse(`Elements stand in one another more than ${bounds.depth} deep. That is no census.`)
    const parent = open.at(-1)
    const handedOn = handsOn(open)
    if (handedOn) elementsOfOne = 0
    if (open.length === 1 && own === 'Children') {
      if (!headerSeen) refuse('The children come before the header, so we cannot tell whose they are and of which year.')
      childrenSeen = true
    }
    if (open.length === 1 && own === 'Header' && headerSeen) refuse('The file has two headers. Import the two censuses one by one.')
    if (++elementsOfOne > bounds.elementsOfOne) refuse(`One child has more than ${bounds.elementsOfOne} elements. That is no census.`)
    const path = parent && !handedOn ? `${parent.path}/${own}` : own
    const element: CensusElement = { name: own, path, line: nameLine, attributes: said(attributes), text: '', textLine: nameLine, within: [] }
    if (parent && !handedOn) parent.within.push(element)
    open.push(element)
  })

  /** What stands before the header waits for it: only then is known which census it belongs to. */
  const stray = (part: CensusPart) => {
    if (headerSeen) ready.push(part)
    else if (early.push(part) > bounds.beforeHeader) refuse('A thousand other elements come before the header. That is no census.')
  }

  const words = (text: string) => {
    const element = open.at(-1)
    if (!element || (element.text === '' && text.trim() === '')) return
    const line = parser.line - (text.trimStart().match(/\n/g) ?? []).length
    if (handsOn(open)) {
      stray({
        kind: 'stray', fragment: { name: '#text', line, text: text.trim() },
        finding: { line, path: `${element.name}/#text`, outcome: 'kept aside', reason: 'words that stand between the elements', elements: 0 },
      })
      return
    }
    if (element.text.trim() === '') element.textLine = line
    element.text += text
    if (element.text.length > bounds.lettersWithoutTag) refuse('One value is longer than a million letters. That is no census.')
  }
  parser.on('text', words)
  parser.on('cdata', words)

  parser.on('closetag', () => {
    lettersSinceTag = 0
    const element = open.pop()
    if (!element) return
    if (open.length === 0 || (open.length === 1 && element.name === 'Children')) {
      containers++
      return
    }
    if (!handsOn(open)) return
    const parent = open.at(-1)?.name
    if (parent === 'Message' && element.name === 'Header') {
      headerSeen = true
      const header = headerOf(element, today)
      // not thrown here: the parser ends an element before it complains of a wrong end tag, and that complaint is the truer one
      ready.push('sentence' in header ? { kind: 'refused', ...header } : { kind: 'header', header, element }, ...early.splice(0))
    } else if (parent === 'Children' && element.name === 'Child') {
      children++
      ready.push({ kind: 'child', ordinal: children, element })
    } else {
      stray({
        kind: 'stray', fragment: fragmentOf(element),
        finding: { line: element.line, path: `${parent}/${element.name}`, outcome: 'kept aside', reason: 'no element of the census', elements: elementsIn(element) },
      })
    }
  })

  return {
    line: () => parser.line,
    *read(text: string): Generator<CensusPart> {
      lettersSinceTag += text.length
      parser.write(text)
      if (lettersSinceTag > bounds.lettersWithoutTag) refuse('A million letters came without an element. That is no census.')
      for (const part of ready.splice(0)) {
        if (part.kind === 'refused') throw new Refusal(part.line, part.sentence)
        yield part
      }
    },
    /** What was counted. @throws Refusal when the file ends too early */
    finish() {
      parser.close()
      if (!headerSeen) refuse('The file has no header, so we cannot tell which census it is.')
      if (!childrenSeen) refuse('The file has no children in it. That is no census.')
      return { elements, containers, children }
    },
  }
}

/** Message and Children are never built whole: what stands in them is handed on one by one. */
const handsOn = (open: readonly CensusElement[]): boolean => open.length < 2 || (open.length === 2 && open[1]?.name === 'Children')

/** The attributes that say something; those of the schema's own machinery say nothing of a child. */
function said(attributes: Record<string, string>): Record<string, string> {
  const entries = Object.entries(attributes).filter(([name]) => !/^(xmlns|xsi)(:|$)/.test(name))
  return entries.length ? Object.fromEntries(entries) : none
}
const none = {}

/** The parser's complaint without its position and without what stood in the file. */
const inWords = (complaint: string) => complaint.replace(/^\d+:\d+:\s*/, '').replace(/[.:]?\s*$/, '').slice(0, 120)
