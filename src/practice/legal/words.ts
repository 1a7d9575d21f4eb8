import type { PlainDate } from '../../kernel/dates.ts'
import type { Happening } from '../../engine/timescales/model.ts'
import type { Going } from './model.ts'
import { endingsOf, happeningsOf, kindOfFact, matterName, tooLong, weekOf } from './rules.ts'

/** What pages say of legal work: the rules of the module, opened for whoever draws them. */
export { endingsOf, kindOfFact, matterName, tooLong }
export { factTitle, factWords } from './tellers.ts'
export const weekFor = (from: PlainDate, on: PlainDate): number => weekOf(from, on)
export const happeningsFor = (matter: Pick<Going, 'kind' | 'decidedOn' | 'people' | 'facts'>, personId: string): Happening[] => happeningsOf(matter, matter.facts, personId)
