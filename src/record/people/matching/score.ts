import { addressNearness, foldPostcode, isUkPostcode } from './addresses.ts'
import { nearnessOf, type DateNearness } from './dates.ts'
import type { Described, DescribedAddress } from './described.ts'
import { nameEvidence } from './scoreNames.ts'

/** One fact that speaks for (`bits` above 0) or against two descriptions being one person, in plain words. */
export type Reason = Readonly<{ kind: string; words: string; bits: number }>
/** `score`: 0 nothing in common, 1 surely the same person. `bits`: the evidence, summed. Reasons, the strongest first. */
export type Match = Readonly<{ score: number; bits: number; reasons: readonly Reason[] }>

/** Evidence is counted in bits: each doubles the odds. About 16 bits tell one person among the hundred thousand of a council. */
const bitsNeeded = 16
/** A brother or sister shares surname, address and, as a twin, the date of birth: a clearly different first name outweighs all that. */
const mostForAnotherFirstName = 13

const dateBits: Readonly<Record<DateNearness, readonly [number, string]>> = {
  same: [12, 'Same date of birth'],
  swapped: [10, 'Day and month of birth the other way round'],
  yearOut: [9, 'Date of birth a year out'],
  digit: [8, 'Date of birth differs by one figure'],
  days: [7, 'Dates of birth within a week'],
  estimated: [4, 'Near the estimated date of birth'],
  month: [3, 'Born in the same month'],
  different: [-7, 'Date of birth differs'],
}

function dateEvidence(wanted: Described, known: Described): Reason[] {
  if (wanted.bornOn === null || known.bornOn === null) return []
  const estimated = wanted.bornEstimated === true || known.bornEstimated === true
  const kind = nearnessOf(wanted.bornOn, known.bornOn, estimated)
  const [bits, words] = dateBits[kind]
  return [{ kind: `born.${kind}`, words, bits: estimated && bits < 0 ? -3 : bits }]
}

function onePlace(a: DescribedAddress, b: DescribedAddress): Reason {
  const near = addressNearness(a, b)
  const postcode = near.postcode === 'same' ? (isUkPostcode(foldPostcode(a.postcode)) ? 7 : 4) : near.postcode === 'near' ? 2 : near.postcode === 'different' ? -1 : 0
  const number = near.number === 'same' ? 3 : near.number === 'different' ? -1 : 0
  const bits = Math.max(-2, Math.min(10, postcode + number + near.words * 6 - 1))
  const once = a.former || b.former ? ' once' : ''
  if (near.number === 'same' && (near.postcode === 'same' || near.words >= 0.5)) return { kind: 'address.same', words: `Same address${once}`, bits }
  if (near.postcode === 'same') return { kind: 'address.postcode', words: `Same postcode${once}`, bits }
  if (near.words >= 0.5) return { kind: 'address.words', words: `Address is like it${once}`, bits }
  return { kind: 'address.different', words: 'Address differs', bits }
}

/** The nearest of all pairs of addresses. */
function placeEvidence(wanted: Described, known: Described): Reason[] {
  const pairs = wanted.addresses.flatMap((a) => known.addresses.map((b) => onePlace(a, b)))
  return pairs.sort((a, b) => b.bits - a.bits).slice(0, 1)
}

function numberEvidence(wanted: Described, known: Described): Reason[] {
  const kinds = [['nhs', 'NHS number', wanted.nhsNumber, known.nhsNumber], ['upn', 'pupil number (UPN)', wanted.upn, known.upn]] as const
  return kinds.flatMap(([kind, name, asked, held]) => {
    if (!asked || !held) return []
    return asked === held ? [{ kind: `${kind}.same`, words: `Same ${name}`, bits: 24 }] : [{ kind: `${kind}.different`, words: `Another ${name}`, bits: -8 }]
  })
}

/**
 * How likely two descriptions are of one person, and why. Reads no clock and no database.
 * `held`: reasons found out elsewhere (places and numbers that the gate compared, and did not hand out).
 */
export function score(wanted: Described, known: Described, held: readonly Reason[] = []): Match {
  const names = nameEvidence(wanted, known)
  const numbers = numberEvidence(wanted, known)
  const reasons = [...names.reasons, ...dateEvidence(wanted, known), ...placeEvidence(wanted, known), ...numbers, ...held]
  const sum = reasons.reduce((bits, reason) => bits + reason.bits, 0)
  const sibling = names.anotherFirstName && sum > mostForAnotherFirstName && ![...numbers, ...held].some((reason) => reason.bits >= 24)
  const bits = sibling ? mostForAnotherFirstName : sum
  const value = reasons.length === 0 ? 0 : 1 / (1 + 2 ** ((bitsNeeded - bits) / 2))
  const told = sibling ? reasons.map((reason) => (reason.kind === 'given.different' ? { ...reason, words: 'First name differs: may be a brother or sister' } : reason)) : reasons
  return { score: value, bits, reasons: told.sort((a, b) => b.bits - a.bits) }
}
