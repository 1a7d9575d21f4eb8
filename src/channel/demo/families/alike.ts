import { addDays } from '../../../kernel/dates.ts'
import { somePlace } from '../places.ts'
import { happened, type Book } from './book.ts'
import { registerMember, type Household, type Member } from './household.ts'
import { colleague, member } from './telling.ts'

/** How somebody of the family was written down a second time, how many days ago. */
type Second = Readonly<{ given: string; family: string; sex: Member['sex']; role: 'child' | 'mother'; born: string; school?: string; daysAgo: number }>

const seconds: readonly Second[] = [
  // the school spelt her name in one way and her doctor in another
  { given: 'Katherine', family: 'Smith', sex: 'female', role: 'child', born: '2013-02-17', school: 'Ridgeway Academy', daysAgo: 40 },
  // a nickname, and a year that was heard wrong
  { given: 'Ollie', family: 'Smyth', sex: 'male', role: 'child', born: '2016-06-21', school: 'Oakfield Primary', daysAgo: 25 },
  // day and month the other way round
  { given: 'Helena', family: 'Smith', sex: 'female', role: 'mother', born: '1987-02-10', daysAgo: 12 },
]

/** A mother and two children who were each written down twice, and nobody has seen it yet. */
export function tellAlike(book: Book, number: number, life: (household: Household) => void): void {
  const mother = member(book, { given: 'Helena', family: 'Smyth', sex: 'female', role: 'mother', born: '1987-10-02' })
  const kathryn = member(book, { given: 'Kathryn', family: 'Smyth', sex: 'female', role: 'child', born: '2013-02-17', parents: [mother.id], school: 'Ridgeway Academy' })
  const oliver = member(book, { given: 'Oliver', family: 'Smyth', sex: 'male', role: 'child', born: '2015-06-21', parents: [mother.id], school: 'Oakfield Primary' })
  const household: Household = { members: [mother, kathryn, oliver], homes: [somePlace(book.chance, 'Harrowmere')], gp: 'The Mere Practice', family: 'Smyth', tie: [] }
  life(household)
  const stay = book.stays.at(-1)
  const by = colleague(book, 'Imran Sheikh').id
  seconds.forEach((second, place) => {
    const at = book.chance.workingMoment(addDays(book.today, -second.daysAgo))
    const { given, family, sex, role, born, school } = second
    const twice = member(book, { given, family, sex, role, born, ...(school ? { school } : {}) })
    registerMember(book, household, twice, by, at, number * 24 + 20 + place)
    if (stay) book.stays.push({ ...stay, people: [twice.id], householdId: book.chance.id(at), from: addDays(book.today, -second.daysAgo), to: null, endedAt: null, by, at })
    happened(book, 'person.added', by, at, [twice.id])
  })
}
