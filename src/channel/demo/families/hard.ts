import { addDays, addMonths, moment } from '../../../kernel/dates.ts'
import { heritageNamed } from '../names.ts'
import { somePlace } from '../places.ts'
import type { Person } from '../story.ts'
import { themeNamed } from '../words/themes.ts'
import { tellAlike } from './alike.ts'
import { happened, involve, later, type Book } from './book.ts'
import { imagineHousehold, registerMember, type Household, type Member } from './household.ts'
import { tellLife } from './life.ts'
import { colleague, member } from './telling.ts'

/** Families and people that a page or a rule finds hard. */
export const hardFamilies = ['twelve', 'restricted', 'sealed', 'merged', 'bothServices', 'twins', 'noBirth', 'alike'] as const
export type HardFamily = (typeof hardFamilies)[number]

export function tellHard(book: Book, which: HardFamily, number: number): void {
  const [one, two] = book.offices.family
  if (!one || !two) return
  const { chance, today } = book
  const life = (household: Household, more: Partial<Parameters<typeof tellLife>[1]> = {}) => tellLife(book, {
    household, theme: themeNamed('neglect'), working: two, worker: colleague(book, 'Priya Nair'), phase: 'assessing', before: ['informationAndAdvice', 'referral'], from: addMonths(today, -60), notesAMonth: 2, number, tasks: 2, lastDays: 22, ...more,
  })
  const restricted = { marking: 'restricted' as const, listed: [colleague(book, 'Margaret Ellison').id, colleague(book, 'Alison Reed').id, one.workers[0]?.id ?? one.head.id] }
  if (which === 'twelve') return life(twelveChildren(book), { notesAMonth: 2.6, worker: colleague(book, 'Joe Adair') })
  if (which === 'restricted') return life({ ...imagineHousehold(book, { eldest: 8, unborn: false, kind: 'couple' }) }, { ...restricted, working: one, worker: one.workers[0] ?? one.head, theme: themeNamed('physicalHarm'), lastDays: 30 })
  if (which === 'sealed') return sealed(book, number)
  if (which === 'merged') return merged(book, life)
  if (which === 'bothServices') return bothServices(book, life)
  if (which === 'alike') return tellAlike(book, number, (household) => life(household, { theme: themeNamed('selfHarm'), phase: 'plan', worker: colleague(book, 'Sam Price'), lastDays: 90, before: [] }))
  if (which === 'twins') {
    const household = imagineHousehold(book, { eldest: 6, unborn: false, kind: 'couple' })
    const [eldest] = household.members.filter((child) => child.role === 'child')
    if (eldest?.bornOn) household.members.push({ ...eldest, id: chance.id(moment(`${today}T08:00:00.000Z`)), given: chance.pick(heritageNamed('english').girls.filter((name) => name !== eldest.given)), sex: 'female' })
    return life(household, { theme: themeNamed('housing'), worker: colleague(book, 'Joe Adair'), lastDays: 12 })
  }
  const household = imagineHousehold(book, { eldest: 5, unborn: true, kind: 'lone' })
  for (const one of household.members) { one.about = 'unknown'; if (one.role !== 'child') one.bornOn = null }
  life({ ...household, homes: [somePlace(chance)] }, { theme: themeNamed('kinship'), worker: colleague(book, 'Lena Marsh'), lastDays: 9 })
}

const longNames: readonly (readonly [string, string, 'female' | 'male', string | undefined])[] = [
  ['Maximiliana-Persephone Guinevere', 'Featherstonehaugh-Cholmondeley-Ramanathan', 'female', '2009-02-28'], ['Bartholomew Augustine Olumide', 'Featherstonehaugh-Cholmondeley-Ramanathan', 'male', '2010-06-01'],
  ['Jo', 'Ng', 'female', '2011-12-31'], ['Alexandria-Antoinette', 'Featherstonehaugh-Cholmondeley-Ramanathan', 'female', undefined], ['Thiruvenkatanathan', 'Subramaniapillai-Venkataraghavan', 'male', '2013-04-10'], ['Llewellyn-Maredudd', 'Subramaniapillai-Venkataraghavan', 'male', '2014-09-19'],
  ['Zoë', 'O’Súilleabháin', 'female', '2015-11-02'], ['Wilhelmina Theodora', 'Subramaniapillai-Venkataraghavan', 'female', undefined], ['Kai', 'Subramaniapillai-Venkataraghavan', 'male', '2017-01-15'], ['Kaia', 'Subramaniapillai-Venkataraghavan', 'female', '2017-01-15'],
  ['Ekaterina-Evangeline Rosalind', 'Subramaniapillai-Venkataraghavan', 'female', '2019-08-08'], ['Bo', 'Subramaniapillai-Venkataraghavan', 'male', '2021-03-03'],
]
/** Twelve brothers and sisters by two fathers, very long names and very short ones, birth dates that nobody knows, and nowhere to live. */
function twelveChildren(book: Book): Household {
  const mother = member(book, { given: 'Clementina-Josephine', family: 'Featherstonehaugh-Cholmondeley-Ramanathan', sex: 'female', role: 'mother', born: '1990-01-01', about: 'year', formerFamily: 'Featherstonehaugh' })
  const first = member(book, { given: 'Peregrine', family: 'Cholmondeley', sex: 'male', role: 'father', home: false, about: 'unknown' })
  const second = member(book, { given: 'Venkataraghavan', family: 'Subramaniapillai', sex: 'male', role: 'partner', born: '1986-07-07', heritage: 'tamil' })
  const children = longNames.map(([given, family, sex, born], i) => member(book, {
    given, family, sex, role: 'child', ...(born ? { born } : { about: 'unknown' as const }), parents: [mother.id, i < 4 ? first.id : second.id], heritage: i < 4 ? 'english' : 'tamil', ...(i < 6 ? { school: 'Ridgeway Academy' } : i < 11 ? { school: 'Oakfield Primary' } : {}),
  }))
  return { members: [mother, first, second, ...children], homes: [{ lines: ['No fixed address; can be reached through Eastbrook Children’s Centre'], postcode: '', town: 'Eastbrook' }], gp: 'Eastbrook Health Centre', family: 'Featherstonehaugh-Cholmondeley-Ramanathan', tie: [{ a: mother.id, b: first.id, kind: 'divorced', since: null, until: null }, { a: mother.id, b: second.id, kind: 'married', since: addDays(book.today, -3900), until: null }] }
}

/** A mother and child whom nobody may know of but two. */
function sealed(book: Book, number: number): void {
  const at = book.chance.workingMoment(addMonths(book.today, -14))
  const head = colleague(book, 'Margaret Ellison')
  const worker = colleague(book, 'Hannah Cope')
  const household = imagineHousehold(book, { eldest: 7, unborn: false, kind: 'lone' })
  household.members = household.members.filter((one) => one.role !== 'father')
  household.members.forEach((one, i) => registerMember(book, household, one, head.id, at, number * 24 + i, 'sealed', [head.id, worker.id]))
  book.name = household.family
  for (const one of household.members) involve(book, { personId: one.id, teamId: null, workerId: worker.id, domain: 'children', role: 'allocated', from: addMonths(book.today, -14), to: null, by: head.id, at })
  for (const child of household.members.filter((one) => one.role === 'child')) book.relationships.push({ personId: child.parents[0] ?? '', otherId: child.id, kind: 'parent', responsibility: 'yes', note: null, from: null, to: null, by: head.id, at })
  happened(book, 'person.added', head.id, at, household.members.map((one) => one.id))
}

/** A child who was written down twice, under a nickname and with a day that was heard wrong, and was made one again. */
function merged(book: Book, life: (household: Household, more?: Partial<Parameters<typeof tellLife>[1]>) => void): void {
  const household = imagineHousehold(book, { eldest: 9, unborn: false, kind: 'blended' })
  life(household, { theme: themeNamed('parentMentalHealth'), worker: colleague(book, 'Sam Price'), lastDays: 25 })
  const child = book.people.find((person) => household.members.some((one) => one.id === person.id && one.role === 'child'))
  if (!child?.bornOn) return
  const records = book.offices.records
  const at = later(child.at, 60 * 24 * 3)
  const twice: Person = { ...child, id: book.chance.id(at), names: child.names.slice(0, 1).map((name) => ({ ...name, given: name.given.slice(0, 4) })), facts: [{ kind: 'bornOn', value: addDays(child.bornOn, 10), about: 'day', from: null }, { kind: 'sex', value: child.sex, from: null }], identifiers: [], at, mergedInto: { survivorId: child.id, reason: 'Same child: mother, address and school agree; the date of birth was heard wrong', by: records.id, at: later(at, 60 * 24 * 9) } }
  book.people.push(twice)
  happened(book, 'person.merged', records.id, later(at, 60 * 24 * 9), [child.id], { domain: 'shared' })
}

/** A mother who is known in adult social care as well as through her children. */
function bothServices(book: Book, life: (household: Household, more?: Partial<Parameters<typeof tellLife>[1]>) => void): void {
  const household = imagineHousehold(book, { eldest: 13, unborn: false, kind: 'lone' })
  life(household, { theme: themeNamed('youngCarer'), worker: colleague(book, 'Mei Chan'), lastDays: 28 })
  const mother = household.members.find((one): one is Member => one.role === 'mother')
  const { adults } = book.offices
  const worker = adults.workers[0] ?? adults.head
  if (!mother || !book.people.some((person) => person.id === mother.id)) return
  const at = book.chance.workingMoment(addMonths(book.today, -20))
  const known = book.people.find((person) => person.id === mother.id)
  const begun = known && known.at > at ? later(known.at, 3000) : at
  involve(book, { personId: mother.id, teamId: adults.team.id, workerId: worker.id, domain: 'adults', role: 'allocated', from: addDays(book.today, -200), to: null, by: adults.head.id, at: begun })
  const id = book.chance.id(begun)
  book.notes.push({ id, kind: 'visit', by: worker.id, at: begun, on: addDays(book.today, -190), domain: 'adults', title: 'Needs assessment at home', place: 'home', words: 'Needs help with washing and with the stairs on most days. Wants her daughter to be a daughter. Ten hours a week proposed.', people: [{ personId: mother.id, seen: true, seenAlone: true, bedroomSeen: null }], passages: [] })
  happened(book, 'visit.written', worker.id, begun, [mother.id], { on: addDays(book.today, -190), subject: { kind: 'note', id }, domain: 'adults' })
}
