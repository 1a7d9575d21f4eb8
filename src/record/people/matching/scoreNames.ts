import type { Described, DescribedName } from './described.ts'
import { familyForms, givenForms, joined, sameFamiliarName } from './names.ts'
import type { Reason } from './score.ts'
import { likeness, slips } from './similar.ts'
import { soundsAlike } from './soundKeys.ts'

type NameEvidence = Readonly<{ reasons: readonly Reason[]; anotherFirstName: boolean; bits: number }>

/** Surnames that thousands share tell less. */
const commonSurnames = new Set(
  'smith jones taylor williams brown davies evans wilson thomas roberts johnson lewis walker robinson wood thompson white watson jackson wright green harris cooper king lee martin clarke james morgan hughes edwards hill moore clark harrison scott young morris hall ward turner carter phillips mitchell patel adams campbell anderson allen cook khan ahmed hussain ali begum singh kaur islam rahman mohamed hassan akhtar malik shah miah uddin kelly murphy'.split(' '),
)

function givenReason(a: string, b: string): Reason | null {
  const [left, right] = [joined(a), joined(b)]
  if (left === '' || right === '') return null
  if (left === right) return { kind: 'given.same', words: 'Same first name', bits: 6 }
  const pairs = givenForms(a).flatMap((x) => givenForms(b).map((y) => closer(pairOfGiven(x, y), x, y)))
  return pairs.sort((x, y) => y.bits - x.bits)[0] ?? null
}

/** Of reasons of one kind, the name that is written more alike counts for a little more: Kathrin is rather Kathryn than Katie. */
const closer = (reason: Reason, a: string, b: string): Reason => ({ ...reason, bits: reason.bits - (1 - likeness(a, b)) * 1.5 })

function pairOfGiven(a: string, b: string): Reason {
  if (a === b) return { kind: 'given.part', words: 'A first name is the same', bits: 5.5 }
  const alike = likeness(a, b)
  const apart = slips(a, b, 2)
  if (sameFamiliarName(a, b)) return { kind: 'given.nickname', words: 'First name is a form of the same name', bits: apart <= 1 && a.length > 3 ? 5.5 : 5 }
  if (apart <= 1 && Math.min(a.length, b.length) > 2) return { kind: 'given.slip', words: 'First name differs by one letter', bits: 4.5 }
  if (soundsAlike(a, b) && alike >= 0.6) return { kind: 'given.sound', words: 'First name sounds the same', bits: 4 }
  if (alike >= 0.88 || (apart <= 2 && Math.max(a.length, b.length) > 5)) return { kind: 'given.like', words: 'First name is like it', bits: 3.5 }
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return { kind: 'given.initial', words: 'First initial is the same', bits: 1.5 }
  if (Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a))) return { kind: 'given.start', words: 'First name starts the same', bits: 3 }
  return { kind: 'given.different', words: 'First name differs', bits: alike >= 0.75 ? -2 : -6 }
}

function familyReason(a: string, b: string): Reason | null {
  const [left, right] = [joined(a), joined(b)]
  if (left === '' || right === '') return null
  return closer(pairOfFamily(a, b, left, right), left, right)
}

function pairOfFamily(a: string, b: string, left: string, right: string): Reason {
  const less = commonSurnames.has(left) ? 2 : 0
  if (left === right) return { kind: 'family.same', words: 'Same surname', bits: 8.5 - less }
  const apart = slips(left, right, 2)
  if (apart <= 1 && Math.min(left.length, right.length) > 2) return { kind: 'family.slip', words: soundsAlike(left, right) ? 'Surname sounds the same' : 'Surname differs by one letter', bits: 7 - less }
  const alike = likeness(left, right)
  if (soundsAlike(left, right) && alike >= 0.6) return { kind: 'family.sound', words: 'Surname sounds the same', bits: 6.5 - less }
  const [formsA, formsB] = [familyForms(a), familyForms(b)]
  if (formsA.some((form) => form.length > 2 && formsB.includes(form))) return { kind: 'family.part', words: 'Part of the surname is the same', bits: 6 - less }
  if (apart <= 2 && Math.max(left.length, right.length) > 5) return { kind: 'family.like', words: 'Surname is like it', bits: 5 - less }
  if (alike >= 0.88 || formsA.some((x) => formsB.some((y) => x.length > 3 && y.length > 3 && slips(x, y, 1) <= 1))) return { kind: 'family.like', words: 'Surname is like it', bits: 4 - less }
  if (Math.min(left.length, right.length) > 2 && (left.startsWith(right) || right.startsWith(left))) return { kind: 'family.start', words: 'Surname starts the same', bits: 3 }
  return { kind: 'family.different', words: 'Surname differs', bits: alike >= 0.75 ? -2 : -4 }
}

function asWritten(a: DescribedName, b: DescribedName): NameEvidence {
  const given = givenReason(a.given, b.given)
  const family = familyReason(a.family, b.family)
  const reasons = [given, family].filter((reason) => reason !== null)
  return { reasons, anotherFirstName: (given?.bits ?? 0) <= -6, bits: reasons.reduce((bits, reason) => bits + reason.bits, 0) }
}

const other: Readonly<Record<DescribedName['kind'], Readonly<{ kind: string; words: string }> | null>> = {
  current: null,
  former: { kind: 'name.former', words: 'Former name matches' },
  knownAs: { kind: 'name.knownAs', words: 'Another name matches' },
}

function pairOfNames(wanted: DescribedName, known: DescribedName): NameEvidence {
  const straight = asWritten(wanted, known)
  // The other way round can bring at most 14.5 and costs 1.5.
  const turned = straight.bits >= 13 ? straight : asWritten({ ...wanted, given: wanted.family, family: wanted.given }, known)
  const swap: Reason = { kind: 'name.swapped', words: 'First name and surname the other way round', bits: -1.5 }
  // Who gave one name only did not say which of the two it is.
  const lone = wanted.given === '' || wanted.family === ''
  const best = lone && turned.bits > straight.bits ? turned : turned.bits - 1.5 > straight.bits ? { reasons: [...turned.reasons, swap], anotherFirstName: turned.anotherFirstName, bits: turned.bits - 1.5 } : straight
  const not = other[known.kind] ?? other[wanted.kind]
  return not && best.bits > 3 ? { ...best, reasons: [...best.reasons, { ...not, bits: -0.5 }], bits: best.bits - 0.5 } : best
}

/** The nearest of all pairs of names, in either order of given and family name. */
export function nameEvidence(wanted: Described, known: Described): NameEvidence {
  const pairs = wanted.names.flatMap((a) => known.names.map((b) => pairOfNames(a, b)))
  return pairs.sort((a, b) => b.bits - a.bits)[0] ?? { reasons: [], anotherFirstName: false, bits: 0 }
}
