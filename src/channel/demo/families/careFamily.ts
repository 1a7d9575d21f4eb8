import { addDays, ageOn } from '../../../kernel/dates.ts'
import type { Carers, Person } from '../story.ts'
import { themeNamed } from '../words/themes.ts'
import type { Book } from './book.ts'
import { tellOne } from './care.ts'
import type { Career } from './careers.ts'
import { imagineHousehold, isChildOf } from './household.ts'
import { tellLife } from './life.ts'

const themeOf = (age: number, alone: boolean): string => (alone ? 'missing' : age >= 12 ? 'missing' : age < 1 ? 'drugs' : 'neglect')

/** A family of which the children, all of them, are or were in our care. */
export function tellCareFamily(book: Book, career: Career, number: number, seed: { carers: Carers; rooms: Map<string, number> }): void {
  const { chance, offices, today } = book
  const { state, bornOn, on } = career
  const household = imagineHousehold(book, { eldest: ageOn(bornOn, today), unborn: false, firstBorn: bornOn, count: career.children, ...(state.alone ? { kind: 'lone' } : {}) })
  household.homes = household.homes.slice(0, 1)
  household.members = household.members.filter((one) => (isChildOf(one) ? one.bornOn !== null && one.bornOn < addDays(career.contactOn, -8) : !state.alone))
  if (state.alone) for (const one of household.members) one.parents = []
  household.tie = state.alone ? [] : household.tie
  book.name = household.family
  const working = chance.pick(careTeams(offices.family))
  const worker = chance.pick(working.workers)
  tellLife(book, { household, theme: themeNamed(themeOf(ageOn(bornOn, on), state.alone === true)), working, worker, phase: career.closesOn ? 'closed' : 'plan', before: [], from: career.contactOn, number, tasks: 0, notesAMonth: 1, lastOn: career.contactOn, ...(career.closesOn ? { closesOn: career.closesOn } : {}) })
  const children = book.people.filter((one): one is Person => one.bornOn !== null && household.members.some((known) => known.id === one.id && isChildOf(known)))
  const known = children.map((one) => one.at).sort().at(-1)
  if (!known) return
  tellOne({ book, chance, by: worker.id, carers: seed.carers, rooms: seed.rooms, known }, state, children, on, working.team.id)
}

/** The second team is that of the pictures: its desks stay as they are described. */
const careTeams = <One>(teams: readonly One[]): readonly One[] => teams.filter((_, n) => n !== 1)
