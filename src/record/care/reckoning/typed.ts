import { careFacts, type FactKind } from '../../../../content/care/facts.ts'
import { careEndings } from '../../../../content/codes/care.ts'
import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { awayKinds, placementChangeReasons, placementKinds, placementProviders } from '../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../content/codes/work.ts'
import type { CodeList } from '../../../../content/codes/codeList.ts'
import { ageOn, dayInWords, isPlainDate, plain, type PlainDate } from '../../../kernel/dates.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { BeginCare, CareFact, KeepCareFact, PlacementSaid } from '../model.ts'

const has = (list: CodeList, code: string | undefined): boolean => list.codes.some((one) => one.code === code)
const problem = (when: boolean, question: string, words: string): Problem[] => (when ? [{ question, problem: words }] : [])
/** An hour as the clock of the talk after coming back reads it. */
export const hourOfDay = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/
const postcode = /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/

/** A postcode as it is written on a letter; undefined when it is none. */
export const postcodeOf = (text: string | undefined): string | undefined => {
  const folded = (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  const spaced = `${folded.slice(0, -3)} ${folded.slice(-3)}`
  return postcode.test(spaced) ? spaced : undefined
}

const notToCome = (question: string, on: string, today: PlainDate, words: string): Problem[] =>
  !isPlainDate(on) ? [{ question, problem: 'Give the day, as in 3/10/2025.' }] : problem(on > today, question, words)

/** What to put right in where a child lives. `first`: the first placement of a period may not be one for a time (SSDA903, rule 380). */
export const problemsOfPlacement = (said: PlacementSaid, first: boolean): Problem[] => [
  ...problem(!has(placementKinds, said.kind), 'placement.kind', 'Choose what kind of placement it is.'),
  ...problem(first && awayKinds.includes(said.kind), 'placement.kind', 'A child who comes into care goes to a placement first. A stay elsewhere for a time is recorded as the next one.'),
  ...problem(!awayKinds.includes(said.kind) && !has(placementProviders, said.provider), 'placement.provider', 'Choose who provides it.'),
  ...problem(said.placeName.trim() === '', 'placement.placeName', 'Say with whom, or in which home, the child lives.'),
  ...problem(Boolean(said.postcode?.trim()) && !postcodeOf(said.postcode), 'placement.postcode', 'Check the postcode, as in ZV1 4QT, or leave it empty until it is known.'),
  ...problem(Boolean(said.urn?.trim()) && !/^(SC)?\d{4,7}$|^XXXXXXX$/i.test(said.urn?.trim() ?? ''), 'placement.urn', 'Check the number of registration: SC and six figures, or seven figures.'),
]

export const problemsOfBeginning = (said: BeginCare, today: PlainDate): Problem[] => [
  ...notToCome('on', said.on, today, 'This day has not come yet. Record it when the child has come into our care.'),
  ...problem(!has(lookedAfterStatuses, said.legalCode), 'legalCode', 'Choose by what right the child is in our care.'),
  ...problem(!has(primaryNeeds, said.need), 'need', 'Choose the main reason.'),
  ...problemsOfPlacement(said.placement, true),
  ...(said.elsewhere ?? []).flatMap((one, n) => problemsOfPlacement(one.placement, true).map((p) => ({ ...p, question: p.question.replace('placement.', `elsewhere.${n}.`) }))),
  ...problem((said.elsewhere ?? []).some((one, n, all) => one.people.some((id) => !said.people.includes(id) || all.some((other, m) => m !== n && other.people.includes(id)))), 'elsewhere.0.people', 'One child goes to one place. Tick each of those who come in one place only.'),
  ...problem((said.elsewhere ?? []).length > 0 && said.people.every((id) => said.elsewhere?.some((one) => one.people.includes(id))), 'people', 'Somebody goes to the first place. Begin with that one.'),
  ...problem((said.elsewhere ?? []).length > 0 && !said.apartWhy?.trim(), 'apartWhy', 'Say why the brothers and sisters are not together tonight.'),
]

export const problemsOfMove = (said: Readonly<{ on: string; reason: string; placement: PlacementSaid }>, today: PlainDate): Problem[] => [
  ...notToCome('on', said.on, today, 'This day has not come yet. Record the move when it has happened.'),
  ...problem(!has(placementChangeReasons, said.reason), 'reason', 'Choose why the child moved.'),
  ...problemsOfPlacement(said.placement, false),
]

export const problemsOfEnd = (said: Readonly<{ on: string; reason: string }>, today: PlainDate): Problem[] => [
  ...notToCome('on', said.on, today, 'This day has not come yet. Record it when the child has left our care.'),
  ...problem(!has(careEndings, said.reason), 'reason', 'Choose why the child left our care.'),
]

export const kindOfFact = (kind: string): FactKind | undefined => careFacts.find((one) => one.id === kind)

function problemOfAnswer(question: FactKind['questions'][number], text: string): string | undefined {
  if (text === '') return question.required ? `${question.kind === 'code' || question.kind === 'yesNo' ? 'Choose an answer' : question.kind === 'date' ? 'Give the day' : 'Write something'} under “${question.label}”.` : undefined
  if (question.kind === 'code') return has(question.list ?? { id: '', title: '', codes: [] }, text) ? undefined : 'Choose one of the list.'
  if (question.kind === 'yesNo') return text === 'yes' || text === 'no' ? undefined : 'Choose yes or no.'
  if (question.kind === 'date') return isPlainDate(text) ? undefined : 'Give the day, as in 3/10/2025.'
  if (question.kind === 'colleague') return isId(text) ? undefined : 'Choose one of the list.'
  if (question.kind !== 'number') return undefined
  const number = Number(text)
  return Number.isInteger(number) && number >= (question.least ?? 0) && number <= (question.most ?? 9999) ? undefined : `Give a whole number from ${question.least ?? 0} to ${question.most ?? 9999}.`
}

type Born = Readonly<{ given: string; name: string; bornOn: PlainDate | null; bornAbout: string | null }>
/**
 * From which age the facts of leaving care can be: whoever is eligible is sixteen or seventeen (Children Act 1989, schedule 2 paragraphs 19A to 19C; Care Leavers Regulations 2010).
 * An adviser and the pathway are begun in the year before by many councils, so that they stand on the birthday.
 */
const leavingFrom: Readonly<Record<string, Readonly<{ age: number; words: string }>>> = {
  adviser: { age: 15, words: 'A personal adviser is for young people from sixteen, named in the year before at the earliest' },
  pathwayAssessment: { age: 15, words: 'The assessment for the pathway plan is for young people from sixteen, begun in the year before at the earliest' },
  pathwayPlan: { age: 15, words: 'A pathway plan is for young people from sixteen, begun in the year before at the earliest' },
  leaverHome: { age: 16, words: 'A home after care is recorded from sixteen' },
  leaverContact: { age: 16, words: 'Being in touch with a care leaver is recorded from sixteen' },
}
/** What was written too early is ended all the same. */
function problemsOfLeaving(said: KeepCareFact, known: readonly Readonly<{ name: string; bornOn: PlainDate }>[]): Problem[] {
  const from = said.corrects && said.to ? undefined : leavingFrom[said.kind]
  const young = from && isPlainDate(said.on) ? known.find((one) => ageOn(one.bornOn, plain(said.on)) < from.age) : undefined
  return from && young ? [{ question: 'on', problem: `${young.name} was ${ageInFigures(young.bornOn, plain(said.on))} on this day. ${from.words}: check the day and the child.` }] : []
}
const ageInFigures = (bornOn: PlainDate, on: PlainDate): string => { const years = ageOn(bornOn, on); return years === 0 ? 'under one' : String(years) }

/** Nobody is known of before they were born; nobody under ten is convicted or cautioned (Children and Young Persons Act 1933, section 50); nobody far from sixteen leaves care by its rules. A birthday that is guessed refuses nothing. */
function problemsOfAge(said: KeepCareFact, children: readonly Born[]): Problem[] {
  const known = children.flatMap((one) => (one.bornOn && one.bornAbout === 'day' ? [{ name: one.given || one.name, bornOn: one.bornOn }] : []))
  const early = known.find((one) => said.on < one.bornOn)
  if (early) return [{ question: 'on', problem: `${early.name} was not born yet on this day: check the year.` }]
  const young = said.kind === 'conviction' && isPlainDate(said.on) ? known.find((one) => ageOn(one.bornOn, plain(said.on)) < 10) : undefined
  if (!young) return problemsOfLeaving(said, known)
  return [{ question: 'on', problem: `${young.name} was under ten on this day, and nobody under ten is convicted or cautioned. Check the day, or write it as a note.` }]
}

/** Nobody is missing twice at once. `stood`: the times away that stand besides the one that is written down. */
export function problemOfAway(said: KeepCareFact, name: string, stood: readonly CareFact[]): Problem | undefined {
  const meets = stood.find((one) => (one.to === null || one.to > said.on) && (said.to === undefined || said.to > one.on))
  return meets === undefined ? undefined : { question: 'on', problem: meets.to === null ? `${name} is away since ${dayInWords(meets.on)} already. Write down the return there, or correct that day.` : `${name} was away from ${dayInWords(meets.on)} to ${dayInWords(meets.to)}. Correct that time, or check the days.` }
}

/** Who comes into care was born by then, and is not of age (Children Act 1989, section 105: a child is under eighteen). */
export function problemsOfComing(on: PlainDate, children: readonly Born[]): Problem[] {
  const known = children.flatMap((one) => (one.bornOn && one.bornAbout === 'day' ? [{ name: one.given || one.name, bornOn: one.bornOn }] : []))
  const early = known.find((one) => on < one.bornOn)
  const grown = known.find((one) => ageOn(one.bornOn, on) >= 18)
  return early ? [{ question: 'on', problem: `${early.name} was not born yet on this day: check the year.` }] : grown ? [{ question: 'on', problem: `${grown.name} was eighteen or over on this day, and no longer a child: check the day, or untick them.` }] : []
}

/** What to put right in a fact, by what its kind asks. `children`: whom it is about. */
export function problemsOfFact(said: KeepCareFact, today: PlainDate, children: readonly Born[] = []): Problem[] {
  const kind = kindOfFact(said.kind)
  if (!kind) return [{ question: 'kind', problem: 'Choose what it is about.' }]
  const unknown = Object.keys(said.answers).filter((id) => !kind.questions.some((one) => one.id === id))
  return [
    ...notToCome('on', said.on, today, 'This day has not come yet.'),
    ...(said.to === undefined ? [] : problem(!isPlainDate(said.to) || said.to < said.on || said.to > today, 'to', 'Give a day between the first day and today.')),
    ...unknown.map((id) => ({ question: id, problem: 'This is not asked here.' })),
    ...kind.questions.flatMap((one) => { const words = problemOfAnswer(one, said.answers[one.id]?.trim() ?? ''); return words ? [{ question: one.id, problem: words }] : [] }),
    ...(kind.id === 'strengths' ? problem(!said.answers['score'] && !said.answers['notScored'], 'score', 'Give the score, or why there is none.') : []),
    ...(kind.id === 'strengths' ? problem(Boolean(said.answers['score']) && Boolean(said.answers['notScored']), 'notScored', 'There is a score: leave out why there is none, or take the score away.') : []),
    ...(kind.id === 'substanceMisuse' ? problem(said.answers['problem'] === 'no' && (said.answers['received'] === 'yes' || said.answers['offered'] === 'yes'), 'problem', 'Help is given or offered for a problem. Say that there is one, or that there is no help.') : []),
    ...(kind.id === 'missing' ? problem(Boolean(said.answers['backAt']?.trim()) && !hourOfDay.test(said.answers['backAt']?.trim() ?? ''), 'backAt', 'Give the hour as in 23:10, or leave it empty: the talk afterwards is due by it.') : []),
    ...problemsOfAge(said, children),
    ...(kind.id === 'reviewingOfficer' ? problem(!said.answers['officer']?.trim() && !said.answers['officerId'], 'officer', 'Choose one of ours, or write the name.') : []),
  ]
}
