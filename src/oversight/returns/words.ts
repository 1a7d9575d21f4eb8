import { cinRules } from '../../../content/returns/cin/rules.ts'
import { ssda903Rules } from '../../../content/returns/ssda903/rules.ts'
import { annexRules } from './annexA/check.ts'
import { dayInWords, isPlainDate } from '../../kernel/dates.ts'
import { kindInWords, type Made, type ReturnKind } from './model.ts'

const wordsIn: Readonly<Record<ReturnKind, ReadonlyMap<string, string>>> = { ssda903: new Map(ssda903Rules.map(({ number, words }) => [number, words])), cin: new Map(cinRules.map(({ number, words }) => [number, words])), annexA: new Map(annexRules.map(({ number, words }) => [number, words])) }
/** What a rule tells the worker. */
export const wordsOfRule = (kind: ReturnKind, number: string): string => wordsIn[kind].get(number) ?? 'This rule is no longer run.'
export const titleOf = (made: Made): string => `${kindInWords[made.kind]}${made.kind === 'annexA' ? '' : `, ${made.year}`}${made.asAt && isPlainDate(made.asAt) ? `, as at ${dayInWords(made.asAt)}` : ''}`
