import { closeSync, createWriteStream, openSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Finding, Severity } from '../../../engine/returns/model.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { csvLine } from '../../../kernel/csv.ts'

/** Findings on their way into a file, one line each, counted by rule. Rows count from 1, the first below the header. */
export type Tally = Readonly<{
  add(found: Iterable<Finding>): Promise<void>
  /** What was found in short, most findings first. */
  end(): Promise<readonly string[]>
}>

/** Findings come child by child: a child is counted when it is another than the one before. */
type Counted = { severity: Severity; rows: number; children: number; last: string | undefined }

const number = (count: number) => count.toLocaleString('en-GB')
const words: Readonly<Record<Severity, string>> = { error: 'error', query: 'query' }

/** @throws StartFault where nothing can be written */
function opened(file: string): WriteStream {
  try {
    closeSync(openSync(file, 'w'))
  } catch {
    throw new StartFault(`We cannot write ${file}. Name a file in a folder that there is.`)
  }
  return createWriteStream(file)
}

/** Opens the file of findings (columns rule, table, row, child) where one is wanted, and counts. */
export function tally(file: string | undefined): Tally {
  const out: WriteStream | undefined = file ? opened(file) : undefined
  const counts = new Map<string, Counted>()
  let block = out ? csvLine(['rule', 'table', 'row', 'child']) : ''

  const flush = async () => {
    if (out && block && !out.write(block)) await once(out, 'drain')
    block = ''
  }
  return {
    async add(found) {
      for (const { rule, severity, table, row, child } of found) {
        let counted = counts.get(rule)
        if (!counted) counts.set(rule, (counted = { severity, rows: 0, children: 0, last: undefined }))
        counted.rows++
        if (child !== counted.last) counted.children++
        counted.last = child
        if (out) block += csvLine([rule, table, row, child])
      }
      if (block.length > 65_536) await flush()
    },
    async end() {
      await flush()
      if (out) {
        out.end()
        await once(out, 'finish')
      }
      const rows = [...counts].toSorted(([a, left], [b, right]) => right.rows - left.rows || a.localeCompare(b))
      const sum = (severity: Severity) => rows.filter(([, one]) => one.severity === severity).reduce((total, [, one]) => total + one.rows, 0)
      return [
        ...rows.map(([rule, { severity, rows: found, children }]) => `  ${rule.padEnd(10)} ${words[severity].padEnd(6)} ${number(found).padStart(9)} ${found === 1 ? 'row' : 'rows'} of ${number(children)} ${children === 1 ? 'child' : 'children'}`),
        rows.length === 0 ? 'Nothing was found.' : `${number(sum('error'))} errors and ${number(sum('query'))} queries, from ${rows.length} rules.`,
      ]
    },
  }
}
