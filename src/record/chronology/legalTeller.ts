import { dayInWords } from '../../kernel/dates.ts'
import { ordersTold } from '../people/legal/queries.ts'
import { statusInWords } from '../people/legal/rules.ts'
import type { ChronologyTeller, Told } from './tellers.ts'

const titles = (codes: readonly string[]): string => [...new Set(codes.map(statusInWords))].join(', ')

/** How orders and legal statuses read in the chronology: by what stands there now. */
export const legalTeller: ChronologyTeller = {
  kinds: ['legal.began', 'legal.ended', 'legal.corrected'],
  tell: async (asking, events) => {
    const { now, gone } = await ordersTold(asking, events.flatMap((event) => event.subjectId ?? []))
    return new Map(events.flatMap((event): [string, Told][] => {
      const mine = now.filter((row) => row.orderId === event.subjectId && event.people.includes(row.personId))
      const before = gone.filter((row) => row.orderId === event.subjectId && event.people.includes(row.personId))
      const one = mine[0] ?? before[0]
      if (!one) return []
      const why = before.find((row) => row.why)?.why
      const href = `/people/${one.personId}/legal`
      const end = event.subjectKind === 'legalStatusEnd' ? 'the end of ' : ''
      if (event.kind === 'legal.corrected') return [[event.id, { title: mine.length > 0 && end === '' ? `Corrected: ${titles(mine.map((row) => row.code))}` : `Taken back: ${end}${titles((mine.length > 0 ? mine : before).map((row) => row.code))}`, ...(why ? { words: why } : {}), href }]]
      const title = titles((mine.length > 0 ? mine : before).map((row) => row.code))
      if (event.kind === 'legal.ended') return [[event.id, { title: `${title}: ended`, href }]]
      const words = [one.court, one.details, one.expiresOn ? `Runs out on ${dayInWords(one.expiresOn)}.` : undefined].filter(Boolean).join('. ').replaceAll('..', '.')
      return [[event.id, { title, ...(words ? { words } : {}), href }]]
    }))
  },
}
