import type { Frozen } from '../../../engine/forms/frozen.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { listed, possessive } from '../../../kernel/phrasing.ts'
import { dayWithin } from '../../../kernel/typedDates.ts'
import type { LetterWords } from '../model/letters.ts'
import type { OutcomeCode } from '../model/stored.ts'

export type Named = Readonly<{ id: string; given: string }>
type Kin = Readonly<{ personId: string; otherId: string; kind: string }>
const parental = ['parent', 'adoptiveParent', 'expectedParent', 'stepParent', 'specialGuardian', 'fosterCarer']

/** The children of an assessment that are somebody's own: of a parent those they have; of a child itself. */
export const childrenFor = (recipientId: string, children: readonly Named[], kin: readonly Kin[]): Named[] =>
  children.filter((child) => child.id === recipientId || kin.some((one) => one.personId === recipientId && one.otherId === child.id && parental.includes(one.kind)))

/** Everybody who may get a letter of their own: parents and those who stand in for them, in the order of how many children are theirs. */
export const recipients = (children: readonly Named[], kin: readonly Kin[]): string[] =>
  [...new Set(kin.filter((one) => parental.includes(one.kind) && children.some((child) => child.id === one.otherId)).map((one) => one.personId))]
    .sort((a, b) => childrenFor(b, children, kin).length - childrenFor(a, children, kin).length)

const letters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const folded = (text: string): string => letters(text).replace(/[^a-z0-9]/g, '')
/** Whether a text names somebody, as a word of its own. */
export const names = (text: string, given: string): boolean => given.trim() !== '' && new RegExp(`(?<![\\p{L}])${letters(given).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(letters(text))

/** The sentences that name nobody of these. */
const without = (text: string, others: readonly Named[]): string =>
  text.split(/(?<=[.!?…])\s+|\n+/).filter((sentence) => !others.some((other) => names(sentence, other.given))).join(' ').trim()

const nextWords: Readonly<Record<OutcomeCode, string>> = {
  noFurtherAction: 'We do not need to do anything more now. You can always come to us again, and so can your children.',
  stepDown: 'The early help team will ring you, to see with you what helps. It is your choice whether to say yes.',
  childInNeedPlan: 'We make a plan with you at a first meeting within ten working days. The plan ends when things are better, or when you no longer want it.',
  strategyDiscussion: 'We talk with the police and with health about how to keep your children safe, and tell you what we decide as soon as we can.',
}

/** The first words of a letter, made from the answers: only what is about the recipient's own children, and no sentence that names another child. */
export function firstWords(frozen: Frozen, mine: readonly Named[], all: readonly Named[], outcomes: readonly OutcomeCode[]): LetterWords {
  const ids = mine.map((child) => child.id)
  const others = all.filter((child) => !ids.includes(child.id))
  const answers = (question: string) => frozen.sections.flatMap((section) => section.questions).find((one) => one.id === question)?.answers ?? []
  const forMine = (question: string) => answers(question).filter((answer) => answer.about.length === 0 || answer.about.some((id) => ids.includes(id)))
    .map((answer) => without(answer.words, others)).filter(Boolean).join(' ')
  const said = answers('inOwnWords').flatMap((answer) => {
    const [only] = answer.about
    return answer.about.length === 1 && only !== undefined && ids.includes(only) && !others.some((other) => names(answer.words, other.given)) ? [{ personId: only, words: answer.words }] : []
  })
  return {
    opening: 'Thank you for talking with us. You told us what is hard at the moment and what would help. This letter says what we found and what happens next. If we got something wrong, please tell us and we will change it.',
    goingWell: forMine('workingWell'), worries: forMine('worries'), said, doing: forMine('whoDoesWhat'),
    next: [...new Set(outcomes)].map((outcome) => nextWords[outcome]).join(' '),
  }
}

/** Who will do what, a line each, with the day where one is named. */
export const tasksIn = (doing: string, today: PlainDate): { what: string; by: string }[] => doing.split(/\n+|(?<=[.;])\s+(?=\p{Lu})/u).map((line) => line.trim()).filter(Boolean).map((line) => {
  const found = dayWithin(line, today)
  return found ? { what: `${found.rest.replace(/\s*\b(?:by|on|until|before)\s*(?=[.;]?\s*$)/i, '').replace(/\s+/g, ' ').trim().replace(/[.;]+$/, '')}.`, by: dayInWords(found.day) } : { what: line, by: '' }
})

/** What must not go out: the name of a child who is not the recipient's, and an address that is not their own. */
export function problemsOfLetter(words: LetterWords, recipient: Named, mine: readonly Named[], all: readonly Named[], otherAddresses: readonly Readonly<{ lines: readonly string[]; postcode: string | null }>[]): Problem[] {
  const others = all.filter((child) => !mine.some((one) => one.id === child.id))
  const parts: readonly (readonly [string, string])[] = [['opening', words.opening], ['goingWell', words.goingWell], ['worries', words.worries], ['doing', words.doing], ['next', words.next], ...words.said.map((one) => [`said.${one.personId}`, one.words] as const)]
  const about = words.said.filter((one) => !mine.some((child) => child.id === one.personId)).map((one): Problem => ({ question: `said.${one.personId}`, problem: `These are the words of a child who is not ${possessive(recipient.given)}. Leave them out.` }))
  const named = parts.flatMap(([question, text]) => {
    const found = others.filter((other) => names(text, other.given)).map((other) => other.given)
    return found.length > 0 ? [{ question, problem: `This names ${listed(found)}, and this letter is for ${recipient.given}. Write it without ${found.length === 1 ? 'that name' : 'those names'}.` }] : []
  })
  const places = otherAddresses.flatMap((address) => [address.postcode ?? '', address.lines[0] ?? '']).map(folded).filter((place) => place.length >= 5)
  const leaking = parts.filter(([, text]) => places.some((place) => folded(text).includes(place))).map(([question]): Problem => ({ question, problem: `This holds an address that is not ${possessive(recipient.given)} own. Leave it out.` }))
  const empty = words.goingWell.trim() === '' && words.worries.trim() === '' ? [{ question: 'goingWell', problem: 'Write what is going well, or what we are worried about.' }] : []
  return [...about, ...named, ...leaking, ...empty]
}
