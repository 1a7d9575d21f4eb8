import { addDays, addMonths, ageOn, moment, plain, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import type { RelationshipKind, Sex } from '../../../record/people/model.ts'
import { givenName, heritages, shortForms, type Heritage } from '../names.ts'
import { inventedUpn, storyMobile, testNhsNumber } from '../numbers.ts'
import { schoolFor, schools, somePlace, surgeries, type Place, type School } from '../places.ts'
import type { Fact, Name, Person } from '../story.ts'
import type { Book } from './book.ts'

/** Somebody of the family before they are written down: everybody is known from their first contact on. */
export type Member = {
  readonly id: string; given: string; family: string; sex: Sex; bornOn: PlainDate | null; about: 'day' | 'year' | 'unknown'; dueOn: PlainDate | null
  role: 'child' | 'mother' | 'father' | 'partner' | 'grandmother' | 'grandfather' | 'aunt'
  /** A child's own parents; both in `members`. */
  parents: readonly string[]; atHome: boolean; heritage: Heritage; school?: School; knownAs?: string; formerFamily?: string; disability?: string; language?: string; speaks?: string
}
export type Household = { members: Member[]; homes: readonly Place[]; gp: string; family: string; tie: readonly Readonly<{ a: string; b: string; kind: RelationshipKind; since: PlainDate | null; until: PlainDate | null }>[] }

export const isChildOf = (member: Member) => member.role === 'child'
const mixed = heritages.find(([one]) => one.id === 'mixed')?.[0]

function childSchool(book: Book, bornOn: PlainDate | null, town: string): School | undefined {
  return bornOn === null ? undefined : schoolFor(book.chance, ageOn(bornOn, book.today), town)
}

/** Parents, children, and who else belongs. `eldest`: how old the first child is today. */
export function imagineHousehold(book: Book, wish: Readonly<{ eldest: number; unborn: boolean; kind?: string; /** The day on which the eldest was born, and how many there are. */ firstBorn?: PlainDate; count?: number }>): Household {
  const { chance, today } = book
  const at = moment(`${today}T09:00:00.000Z`)
  const heritage = chance.weighted(heritages)
  const other = chance.happens(0.16) ? chance.weighted(heritages) : heritage
  const kind = wish.kind ?? chance.weighted([['couple', 32], ['lone', 26], ['blended', 22], ['three', 9], ['kinship', 5], ['father', 6]])
  const taken = new Set<string>()
  const town = somePlace(chance).town
  const homes = Array.from({ length: chance.weighted([[1, 4], [2, 4], [3, 2]]) }, () => somePlace(chance, chance.happens(0.7) ? town : undefined))
  const motherAtFirst = chance.whole(17, 34)
  const firstBorn = wish.firstBorn ?? addDays(addMonths(today, -12 * wish.eldest), -chance.whole(wish.eldest === 0 ? 80 : 5, 350))
  const members: Member[] = []
  const add = (role: Member['role'], sex: Sex, from: Heritage, bornOn: PlainDate | null, family: string, parents: readonly string[] = [], atHome = true): Member => {
    const names = role === 'child' ? (sex === 'female' ? from.girls : from.boys) : sex === 'female' ? from.women : from.men
    const given = givenName(chance, names, taken)
    taken.add(given)
    const member: Member = { id: chance.id(at), given, family, sex, bornOn, about: 'day', dueOn: null, role, parents, atHome, heritage: from }
    if (shortForms[given] && chance.happens(0.5)) member.knownAs = shortForms[given]
    members.push(member)
    return member
  }
  const bornAround = (child: PlainDate, age: number): PlainDate => addDays(addMonths(child, -12 * age), -chance.whole(0, 360))
  const family = chance.pick(heritage.families)
  const mother = add('mother', 'female', heritage, bornAround(firstBorn, motherAtFirst), chance.happens(0.7) ? family : chance.pick(heritage.families), [], kind !== 'father' && kind !== 'kinship')
  if (chance.happens(0.25)) mother.formerFamily = chance.pick(heritage.families)
  const father = kind === 'lone' && chance.happens(0.35) ? undefined : add('father', 'male', other, bornAround(firstBorn, motherAtFirst + chance.whole(-2, 9)), other === heritage ? family : chance.pick(other.families), [], kind === 'couple' || kind === 'father' || kind === 'three')
  const partner = kind === 'blended' ? add('partner', 'male', chance.weighted(heritages), bornAround(firstBorn, motherAtFirst + chance.whole(-4, 6)), chance.pick(other.families)) : undefined
  const count = wish.count ?? chance.weighted([[1, 25], [2, 34], [3, 22], [4, 11], [5, 5], [6, 3]])
  let born = firstBorn
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      const twin = chance.happens(0.035)
      born = twin ? born : addDays(born, chance.whole(330, 1500))
      if (born > today || ageOn(mother.bornOn ?? born, born) > 44) break
    }
    const later = kind === 'blended' && i >= Math.ceil(count / 2)
    const parent = later ? partner : father
    const from = parent && parent.heritage !== heritage && mixed && chance.happens(0.5) && (heritage.id === 'english' || parent.heritage.id === 'english') ? mixed : heritage
    const child = add('child', chance.happens(0.51) ? 'male' : 'female', from, born, parent?.family ?? family, [mother.id, ...(parent ? [parent.id] : [])])
    child.school = childSchool(book, born, homes.at(-1)?.town ?? town)
    if (chance.happens(0.12)) child.disability = chance.pick(['autism', 'learning', 'communication', 'mobility', 'hearing', 'behaviour'])
  }
  if (wish.unborn && ageOn(mother.bornOn ?? born, today) <= 43 && born <= addDays(today, -300)) {
    const baby = add('child', 'notStated', heritage, null, partner?.family ?? father?.family ?? family, [mother.id, ...(partner ?? father ? [(partner ?? father)?.id ?? ''] : [])])
    baby.given = ''
    baby.dueOn = addDays(today, chance.whole(20, 190))
  }
  const elder = (role: 'grandmother' | 'grandfather', atHome: boolean) => add(role, role === 'grandmother' ? 'female' : 'male', heritage, bornAround(mother.bornOn ?? firstBorn, chance.whole(19, 31)), mother.formerFamily ?? mother.family, [], atHome)
  if (kind === 'kinship' || kind === 'three') elder('grandmother', true)
  else if (chance.happens(0.3)) elder('grandmother', false)
  const second = partner ?? (kind === 'couple' || kind === 'three' ? father : undefined)
  const together = (a: Member, b: Member, wed: boolean) => ({ a: a.id, b: b.id, kind: wed ? 'married' as const : 'partner' as const, since: addDays(firstBorn, -chance.whole(200, 1500)), until: null })
  const tie = [
    ...(second ? [{ ...together(mother, second, chance.happens(0.45)), ...(second === partner ? { since: addDays(born, -chance.whole(300, 700)) } : {}) }] : []),
    ...(father && father !== second ? [{ a: mother.id, b: father.id, kind: chance.happens(0.3) ? 'divorced' as const : 'separated' as const, since: addDays(firstBorn, chance.whole(200, 900)), until: null }] : []),
  ]
  return { members, homes, gp: chance.pick(surgeries), family: second && second.family !== mother.family ? `${mother.family} and ${second.family}` : mother.family, tie }
}

const occupations = ['Care assistant', 'Delivery driver', 'Cleaner', 'Looks after the children', 'Warehouse worker', 'Shop assistant', 'Bricklayer', 'Nurse', 'Barber', 'Student', 'Cook', 'Not working at present', 'Teaching assistant', 'Bus driver']

/** Writes somebody down, as they are first told to us. `place`: where in the run of all people, for numbers that are nobody else's. */
export function registerMember(book: Book, household: Household, member: Member, by: string, at: Instant, place: number, unknown: (Person['marking']) = 'open', listed: readonly string[] = []): void {
  const { chance } = book
  const names: Name[] = []
  if (member.given || (member.family && !member.dueOn)) names.push({ kind: 'legal', given: member.given, family: member.family, from: null, to: null })
  else if (member.family) names.push({ kind: 'legal', given: 'Baby', family: member.family, from: null, to: null })
  if (member.knownAs) names.push({ kind: 'knownAs', given: member.knownAs, family: member.family, from: null, to: null })
  if (member.formerFamily) names.push({ kind: 'former', given: member.given, family: member.formerFamily, from: null, to: null })
  const day = plain(at.slice(0, 10))
  const child = isChildOf(member)
  const facts: Fact[] = [
    ...(member.bornOn ? [{ kind: 'bornOn' as const, value: member.bornOn, about: member.about, from: null }] : []),
    ...(member.dueOn ? [{ kind: 'dueOn' as const, value: member.dueOn, from: null }] : []),
    ...(member.dueOn ? [] : [{ kind: 'sex' as const, value: member.sex, from: null }]),
  ]
  const fact = (kind: Fact['kind'], value: string | undefined | null) => { if (value) facts.push({ kind, value, from: day }) }
  if (!member.dueOn) {
    fact('ethnicity', chance.happens(0.88) ? member.heritage.ethnicity : chance.happens(0.5) ? 'notYetAsked' : null)
    fact('firstLanguage', member.language ?? member.heritage.language)
    fact('communication', member.speaks)
    if (!child) fact('interpreter', chance.happens(member.heritage.interpreter) ? 'yes' : null)
    fact('gp', chance.happens(0.85) ? household.gp : null)
    fact('school', member.school?.name)
    fact('disability', child ? (member.disability ?? 'none') : null)
    if (member.disability === 'hearing') fact('communication', 'Signs and lip-reads: face the window when you speak')
    if (member.disability === 'autism') fact('communication', 'Say what will happen before it happens, and use pictures')
    if (!child) fact('phone', chance.happens(0.8) ? storyMobile(place) : null)
    if (!child) fact('occupation', chance.happens(0.5) ? chance.pick(occupations) : null)
  }
  const nhs = chance.happens(child ? 0.85 : 0.45) && !member.dueOn ? testNhsNumber(place) : undefined
  const started = member.bornOn ? Number(member.bornOn.slice(0, 4)) + 4 : 0
  // The number comes with school: in the September after the fourth birthday, where the child was known before.
  const atSchool = member.bornOn ? plain(`${Number(addMonths(member.bornOn, 48).slice(0, 4)) + (addMonths(member.bornOn, 48).slice(5) > '08-31' ? 1 : 0)}-09-01`) : null
  const upn = child && member.bornOn && atSchool && (ageOn(member.bornOn, day) >= 4 || atSchool <= book.today) ? inventedUpn((member.school ?? schools[0])?.establishment ?? 2001, started, place) : undefined
  book.people.push({
    id: member.id, unborn: member.dueOn !== null, sex: member.sex, bornOn: member.bornOn, dueOn: member.dueOn, names, facts, by, at, marking: unknown, listed,
    identifiers: [...(nhs ? [{ kind: 'nhs' as const, value: nhs }] : []), ...(upn ? [{ kind: 'upn' as const, value: upn, ...(atSchool && atSchool > day && member.bornOn && ageOn(member.bornOn, day) < 4 ? { at: moment(`${atSchool}T10:00:00.000Z`) } : {}) }] : [])],
  })
}
