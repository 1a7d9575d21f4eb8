import type { Problem } from '../../../kernel/errors.ts'
import type { Asking, Happening } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'

export type GivenTo = Readonly<{ teamId: string | null; workerId: string; reason?: string | undefined }>
/** How work of one kind is given to a worker, where giving it is a step of its pathway: contributed by the module that does it. */
export type Giver = Readonly<{ kind: string; give: (asking: Asking, item: WorkItem, to: GivenTo) => Promise<Readonly<{ happened: readonly Happening[] } | { problems: readonly Problem[] }>> }>

const givers = new Map<string, Giver>()

/** Plugs in how the modules give their work. Called once, when the house is put together. */
export function plugGivers(contributed: readonly Giver[]): void {
  givers.clear()
  for (const giver of contributed) givers.set(giver.kind, giver)
}
export const giverOf = (kind: string): Giver | undefined => givers.get(kind)
