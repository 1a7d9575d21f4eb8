import type { PlainDate } from '../../../kernel/dates.ts'
import { openLedger } from './ledger.ts'
import type { CensusHeader, ChildPlan } from './model.ts'
import { readCensus } from './reader.ts'
import { openReconciliation, type Reconciliation } from './reconciliation.ts'
import { takeChild } from './take.ts'

export type Survey = Readonly<{ kind: 'refused'; line: number; sentence: string } | { kind: 'read'; account: Reconciliation }>

/**
 * Reads a whole census without writing anything: the account of what an import would take, or why it would refuse.
 * Each child is handed to `onChild` and forgotten.
 */
export async function surveyCensus(bytes: AsyncIterable<Uint8Array>, today: PlainDate, onChild: (child: ChildPlan, header: CensusHeader) => void = () => {}): Promise<Survey> {
  const account = openReconciliation()
  let header: CensusHeader | undefined
  for await (const part of readCensus(bytes, today)) {
    if (part.kind === 'refused') return { kind: 'refused', line: part.line, sentence: part.sentence }
    if (part.kind === 'header') {
      header = part.header
      const { counts, findings } = openLedger(part.element, header.year.structure).close(() => null, header.authority)
      account.add(counts, findings)
    } else if (part.kind === 'stray') {
      account.addStray(part.finding)
    } else if (part.kind === 'child' && header) {
      const child = takeChild(part.element, part.ordinal, header, today)
      account.add(child.counts, child.findings)
      onChild(child, header)
    } else if (part.kind === 'end' && header) {
      return { kind: 'read', account: account.close(header, part) }
    }
  }
  // unreachable by the reader's word: it ends with `end` or `refused`
  return { kind: 'refused', line: 1, sentence: 'The file ended before it said so.' }
}
