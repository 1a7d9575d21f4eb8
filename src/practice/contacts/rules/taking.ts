import type { Taker } from '../model/shown.ts'

const room = (taker: Taker): number => (taker.children === null ? -1 : (taker.limit ?? 18) - taker.children)

/** The worker who fits best: a qualified one who does assessments; who worked with the family before and has room, else the one with the most room. Nobody when all are full. */
export function fitting(takers: readonly Taker[], children: number): Taker | undefined {
  const free = takers.filter((taker) => taker.assesses && room(taker) >= children)
  return free.filter((taker) => taker.before).sort((a, b) => room(b) - room(a))[0] ?? [...free].sort((a, b) => room(b) - room(a) || a.name.localeCompare(b.name))[0]
}

/** `Priya Nair, worked with them before: 13 of 18 children` */
export function takerInWords({ name, before, children, limit }: Taker): string {
  const who = `${name}${before ? ', worked with them before' : ''}`
  return children === null ? who : `${who}: ${limit ? `${children} of ${limit} children` : `${children} ${children === 1 ? 'child' : 'children'}`}`
}

/** The value of the choice, and back: a worker with their team, a team alone, or nobody yet. */
export const takerValue = (taker: Pick<Taker, 'workerId' | 'teamId'>): string => `${taker.teamId} ${taker.workerId}`
export function takerFrom(value: string): Readonly<{ teamId?: string; workerId?: string }> {
  const [teamId, workerId] = value.split(' ')
  const isId = (text: string | undefined): text is string => /^[0-9a-f-]{36}$/.test(text ?? '')
  return { ...(isId(teamId) ? { teamId } : {}), ...(isId(workerId) ? { workerId } : {}) }
}
