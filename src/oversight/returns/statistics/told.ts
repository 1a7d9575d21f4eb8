import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import type { Told } from '../cin/model.ts'

/** What was counted: the children behind a number, and behind what it is a part of. An event counts once each time a child is named. */
export type Counted = Readonly<{ people: readonly string[]; of?: readonly string[] }>
export type CountedBy = Readonly<Record<string, Counted>>

/** All elements of a name that stand in another, however deep. */
export const within = (told: Told, name: string): Told[] => (typeof told[1] === 'string' ? [] : told[1].flatMap((inner) => (inner[0] === name ? [inner] : within(inner, name))))
/** The words of an element in another; nothing where it is not there. */
export const wordsIn = (told: Told, name: string): string | undefined => {
  const found = typeof told[1] === 'string' ? undefined : told[1].find((inner) => inner[0] === name)
  return found && typeof found[1] === 'string' && found[1] !== '' ? found[1] : undefined
}
export const dayIn = (told: Told, name: string): PlainDate | undefined => {
  const words = wordsIn(told, name)
  return words && isPlainDate(words) ? words : undefined
}
/** A day as SSDA903 writes it, 31/03/2026. */
export function dayOf903(text: string | undefined): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text ?? '') ?? []
  const plain = `${year}-${month}-${day}`
  return isPlainDate(plain) ? plain : undefined
}
/** The first and the last day of a return’s year. */
export const yearOf = (year: number): Readonly<{ from: PlainDate; to: PlainDate }> => {
  const [from, to] = [`${year - 1}-04-01`, `${year}-03-31`]
  if (!isPlainDate(from) || !isPlainDate(to)) throw new Error('A return has a year.')
  return { from, to }
}
