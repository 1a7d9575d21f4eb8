import { elementsIn, fragmentOf, wordsOf } from './fragment.ts'
import { idOf, ordinals } from './identity.ts'
import type { CensusElement, Counts, Finding, Fragment, KeptAside, Outcome } from './model.ts'
import { judge, missingIn } from './shape.ts'

type Mark = { outcome: Outcome; reason: string }

/**
 * The account of one child (or header): every element of it ends as exactly one of taken, kept aside or refused.
 * An element that is kept aside or refused takes everything in it along.
 */
export function openLedger(root: CensusElement, structure: number) {
  const marks = new Map<CensusElement, Mark>()
  const values = new Map<CensusElement, string>()
  const remarks: Finding[] = []

  const walk = (element: CensusElement, timesBefore: number) => {
    const judged = judge(element, structure, timesBefore)
    if (judged.outcome !== 'taken') {
      marks.set(element, judged)
      return
    }
    values.set(element, judged.value)
    if (judged.reason) remark(element, judged.reason)
    if (element.text.trim() !== '' && judged.value === '') words(element)
    for (const attribute of Object.keys(element.attributes)) {
      remarks.push({ line: element.line, path: `${element.path}/@${attribute}`, outcome: 'kept aside', reason: 'the census has no attributes', elements: 0 })
    }
    if (judged.value === '') for (const name of missingIn(element, structure)) remark(element, `${name} is missing`)
    const times = ordinals()
    for (const inner of element.within) walk(inner, times(inner.name) - 1)
  }
  const remark = (element: CensusElement, reason: string) => {
    remarks.push({ line: element.line, path: element.path, outcome: 'taken', reason, elements: 0 })
  }
  const words = (element: CensusElement) => {
    remarks.push({ line: element.textLine, path: `${element.path}/#text`, outcome: 'kept aside', reason: 'words that stand between the elements', elements: 0 })
  }
  walk(root, 0)

  const lookedAt = (element: CensusElement | undefined) => (element && !marks.has(element) ? element : undefined)

  return {
    remark,
    /** Keeps the element whole beside the record. */
    keepAside(element: CensusElement | undefined, reason: string) {
      if (element && marks.get(element)?.outcome !== 'refused') marks.set(element, { outcome: 'kept aside', reason })
    },
    refuse(element: CensusElement, reason: string) {
      marks.set(element, { outcome: 'refused', reason })
    },
    /** The elements of that name that still stand; the first of a group that may stand once is the only one. */
    all: (group: CensusElement | undefined, name: string) => (lookedAt(group)?.within ?? []).filter((inner) => inner.name === name && !marks.has(inner)),
    one: (group: CensusElement | undefined, name: string) => lookedAt(group)?.within.find((inner) => inner.name === name && !marks.has(inner)),
    /** The value of a leaf that stands; null when it is not there or did not hold. */
    value: (element: CensusElement | undefined): string | null => (element && !marks.has(element) ? (values.get(element) ?? null) : null),
    /** `referralOf` names the referral an element stands in. */
    close(referralOf: (element: CensusElement) => string | null, ...owner: readonly string[]) {
      return settle(root, marks, remarks, referralOf, owner)
    },
  }
}
export type Ledger = ReturnType<typeof openLedger>

function settle(root: CensusElement, marks: ReadonlyMap<CensusElement, Mark>, remarks: readonly Finding[], referralOf: (element: CensusElement) => string | null, owner: readonly string[]) {
  const counts = { read: elementsIn(root), taken: 0, keptAside: 0, refused: 0 }
  const findings: Finding[] = [...remarks]
  const keptAside: KeptAside[] = []
  const ordinal = ordinals()

  const keep = (element: CensusElement, fragment: Fragment, line: number, { outcome, reason }: { outcome: 'kept aside' | 'refused'; reason: string }) => {
    const path = fragment.name === '#text' ? `${element.path}/#text` : element.path
    const told = wordsOf(fragment)
    const identity = idOf('kept-aside', ...owner, path, told, String(ordinal(path + told)))
    keptAside.push({ identity, path, line, outcome, reason, fragment, referralIdentity: referralOf(element) })
  }

  const walk = (element: CensusElement) => {
    const mark = marks.get(element)
    if (mark && mark.outcome !== 'taken') {
      const elements = elementsIn(element)
      counts[mark.outcome === 'refused' ? 'refused' : 'keptAside'] += elements
      findings.push({ line: element.line, path: element.path, outcome: mark.outcome, reason: mark.reason, elements })
      keep(element, fragmentOf(element), element.line, { outcome: mark.outcome, reason: mark.reason })
      return
    }
    counts.taken++
    if (element.within.length > 0 && element.text.trim() !== '') {
      keep(element, { name: '#text', line: element.textLine, text: element.text.trim() }, element.textLine, { outcome: 'kept aside', reason: 'words that stand between the elements' })
    }
    if (Object.keys(element.attributes).length > 0) {
      keep(element, { name: element.name, line: element.line, attributes: element.attributes }, element.line, { outcome: 'kept aside', reason: 'the census has no attributes' })
    }
    element.within.forEach(walk)
  }
  walk(root)
  findings.sort((a, b) => a.line - b.line)
  return { counts: counts satisfies Counts, findings, keptAside }
}
