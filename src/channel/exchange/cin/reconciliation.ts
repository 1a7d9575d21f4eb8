import type { CensusHeader, CensusPart, Counts, Finding, Outcome } from './model.ts'
import { yearRemark } from './years.ts'

/** Findings of one kind, with the first lines they stand at. `count` findings, `elements` elements in them. */
export type FindingGroup = Readonly<{ outcome: Outcome; path: string; reason: string; count: number; elements: number; lines: readonly number[] }>

/** The account of a whole file. `balanced`: every element read is one of the other three. */
export type Reconciliation = Readonly<{
  sha256: string
  header: CensusHeader
  yearRemark: string | null
  children: number
  counts: Counts
  balanced: boolean
  findings: readonly FindingGroup[]
}>

/** How many lines a group names, and how many groups there are before the rest share one: the account stays small for any file. */
const kept = { lines: 20, groups: 1000 }

/** Adds up a file as it is read. */
export function openReconciliation() {
  const sum = { read: 0, taken: 0, keptAside: 0, refused: 0 }
  const groups = new Map<string, { outcome: Outcome; path: string; reason: string; count: number; elements: number; lines: number[] }>()

  const find = ({ outcome, path, reason, elements, line }: Finding) => {
    const full = groups.size >= kept.groups && !groups.has(JSON.stringify([outcome, path, reason]))
    const [where, why] = full ? ['elsewhere', 'other reasons; the list of findings has them all'] : [path, reason]
    const key = JSON.stringify([outcome, where, why])
    const group = groups.get(key) ?? { outcome, path: where, reason: why, count: 0, elements: 0, lines: [] }
    group.count++
    group.elements += elements
    if (group.lines.length < kept.lines) group.lines.push(line)
    groups.set(key, group)
  }

  return {
    /** A header or a child, with the account of its elements. */
    add(counts: Counts, findings: readonly Finding[]) {
      sum.read += counts.read
      sum.taken += counts.taken
      sum.keptAside += counts.keptAside
      sum.refused += counts.refused
      findings.forEach(find)
    },
    /** Something outside every child. */
    addStray(finding: Finding) {
      sum.read += finding.elements
      sum.keptAside += finding.elements
      find(finding)
    },
    close(header: CensusHeader, end: CensusPart & { kind: 'end' }): Reconciliation {
      const counts = { ...sum, read: end.elements, taken: sum.taken + end.containers }
      const order = { refused: 0, 'kept aside': 1, taken: 2 }
      return {
        sha256: end.sha256, header, yearRemark: yearRemark(header.year), children: end.children, counts,
        balanced: sum.read + end.containers === end.elements && counts.taken + counts.keptAside + counts.refused === counts.read,
        findings: [...groups.values()].sort((a, b) => order[a.outcome] - order[b.outcome] || a.path.localeCompare(b.path) || b.count - a.count),
      }
    },
  }
}

const number = (value: number) => value.toLocaleString('en-GB')
const headings = { refused: 'Refused', 'kept aside': 'Kept aside, whole', taken: 'Taken, with a remark' } as const

/** The account as a person reads it. */
export function reconciliationText(account: Reconciliation): string {
  const { header, counts } = account
  const lines = [
    `Children in need census of ${header.year.year}, authority ${header.authority}${header.referenceOn ? `, reference date ${header.referenceOn}` : ''}`,
    ...(account.yearRemark ? [account.yearRemark] : []),
    `Children in the file  ${number(account.children)}`,
    `Elements read         ${number(counts.read)}`,
    `  taken               ${number(counts.taken)}`,
    `  kept aside          ${number(counts.keptAside)}`,
    `  refused             ${number(counts.refused)}`,
    account.balanced ? 'Every element is accounted for.' : 'The account does not balance: tell the people who look after Kith.',
  ]
  let heading = ''
  for (const { outcome, path, reason, count, elements, lines: at } of account.findings) {
    if (headings[outcome] !== heading) lines.push('', (heading = headings[outcome]))
    const more = count > at.length ? ` and ${number(count - at.length)} more` : ''
    lines.push(`  ${path}: ${reason}`, `    ${number(count)} ${count === 1 ? 'place' : 'places'}${elements > count ? `, ${number(elements)} elements` : ''}; ${at.length === 1 ? 'line' : 'lines'} ${at.join(', ')}${more}`)
  }
  return `${lines.join('\n')}\n`
}
