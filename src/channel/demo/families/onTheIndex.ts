import { addDays } from '../../../kernel/dates.ts'
import { themesForAge } from '../words/themes.ts'
import { happened, type Book } from './book.ts'
import { imagineHousehold, registerMember } from './household.ts'
import { tellLife } from './life.ts'
import { writeStays, writeTies } from './ties.ts'

/** A household that was only ever written down: a neighbour who was named, a family that moved away. */
export function onTheIndex(book: Book, number: number): void {
  const { chance, offices, today } = book
  const household = imagineHousehold(book, { eldest: chance.whole(1, 17), unborn: false })
  const by = chance.pick(offices.frontDoor.workers).id
  const at = chance.workingMoment(addDays(today, -chance.whole(30, 4000)))
  book.name = household.family
  household.members.filter((one) => one.bornOn === null || one.bornOn <= addDays(today, -4000) || one.bornOn < `${at.slice(0, 10)}`).forEach((one, i) => registerMember(book, household, one, by, at, number * 24 + i))
  writeTies(book, household, by, at)
  writeStays(book, { ...household, homes: household.homes.slice(0, 1) }, by, at)
  const people = book.people.map((one) => one.id)
  if (people.length > 0) happened(book, 'person.added', by, at, people)
}

/** A household about whom somebody rang once or twice, long ago, and nothing came of it. */
export function rangOnce(book: Book, number: number): void {
  const { chance, offices, today } = book
  const eldest = chance.whole(5, 17)
  const household = imagineHousehold(book, { eldest, unborn: false })
  const working = offices.frontDoor
  book.name = household.family
  tellLife(book, {
    household, theme: chance.weighted(themesForAge(eldest, false)), working, worker: chance.pick(working.workers), phase: 'closed', before: chance.happens(0.25) ? ['informationAndAdvice'] : [], number, tasks: 0,
    from: addDays(today, -chance.whole(900, 365 * eldest)), notesAMonth: 0, lastDays: chance.whole(30, 600),
  })
}
