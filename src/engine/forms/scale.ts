import { dayInWords, isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import type { Value } from '../conditions/model.ts'
import type { Question } from './model.ts'

/** A number on a scale of 0 to 10 that somebody gave on a day. `by`: who, as one of the question's options; `name`: who exactly, where that was said. */
export type GivenNumber = Readonly<{ number: number; by: string; name: string; on: PlainDate }>

/** The numbers of a scale. */
export const onScale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

const written = /^(\d{4}-\d{2}-\d{2}): (10|\d), ([a-z][A-Za-z0-9]*)(?:, (.+))?$/

/** As it is kept among the answers: `2026-11-23: 4, family, Mum`. Two that are alike are one. */
export const keptNumber = (one: GivenNumber): string => `${one.on}: ${one.number}, ${one.by}${one.name ? `, ${one.name}` : ''}`

/** The numbers in an answer, oldest first, those of one day as they were given. What is none is left out. */
export const numbersIn = (value: Value | undefined): GivenNumber[] => (Array.isArray(value) ? value.toSorted((a, b) => a.slice(0, 10).localeCompare(b.slice(0, 10))) : []).flatMap((text): GivenNumber[] => {
  const [, on = '', number, by = '', name = ''] = written.exec(text) ?? []
  return isPlainDate(on) ? [{ on, number: Number(number), by, name }] : []
})

/** Who gave it: `Mum (family member)`, or `family member` alone. */
export function giverInWords(question: Pick<Question, 'options'>, { by, name }: Pick<GivenNumber, 'by' | 'name'>): string {
  const who = question.options?.find((option) => option.code === by)?.label ?? by
  return name ? `${name} (${who.charAt(0).toLowerCase()}${who.slice(1)})` : who
}

/** `4 of 10: Mum (family member), 23 Nov 2026` */
export const numberInWords = (question: Pick<Question, 'options'>, one: GivenNumber): string => `${one.number} of 10: ${giverInWords(question, one)}, ${dayInWords(one.on)}`
