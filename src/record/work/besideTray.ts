import type { PlainDate } from '../../kernel/dates.ts'
import type { TrayWork } from '../../platform/page/tray.tsx'
import type { Asking } from '../access/model.ts'
import type { Group } from './trayRows.ts'

/** Something due of whoever looks that is no work about a person: the assessment or the review of a carer household. Contributed by the module that knows it. */
export type BesideWork = Readonly<{ group: Group; dueOn: PlainDate | null; row: TrayWork }>
export type TraySource = (asking: Asking) => Promise<readonly BesideWork[]>

let sources: readonly TraySource[] = []
/** Plugs in what stands in trays besides work about people. Called once, when the house is put together. */
export function plugTraySources(contributed: readonly TraySource[]): void {
  sources = contributed
}
export async function besideTray(asking: Asking): Promise<readonly BesideWork[]> {
  const found: BesideWork[] = []
  for (const source of sources) found.push(...await source(asking))
  return found
}
