import type { CodeList } from '../../../../content/codes/codeList.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { terms } from '../../../../content/words/terms.ts'
import type { Duty } from '../../../engine/timescales/model.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { wordFor } from '../../../kernel/terms.ts'
import type { OwnChange, OwnCode } from './model.ts'
import { labelThen, measureOf, offeredOn, ownCodeOf, ownWordOf, wholeList, withMeasures, type OwnChoice } from './rules.ts'

/**
 * What this council has set, as this server last read it: every label on every page asks here, so that no page waits for the database to name a code.
 * `keepOwn` reads it again within two seconds of a change on any server.
 */
type Standing = Readonly<{ version: string; changes: readonly OwnChange[]; codes: ReadonlyMap<string, ReadonlyMap<string, OwnCode>>; words: Readonly<Record<string, { one: string; many: string }>>; duties: readonly Duty[] }>
const national: Standing = { version: '', changes: [], codes: new Map(), words: {}, duties }
let standing: Standing = national

/** `changes`: all that were ever kept, oldest first. */
export function setStanding(version: string, changes: readonly OwnChange[]): void {
  const last = new Map(changes.map((one) => [one.key, one]))
  const codes = new Map<string, Map<string, OwnCode>>()
  const words: Record<string, { one: string; many: string }> = {}
  for (const { key, value } of last.values()) {
    const [, list, code] = /^own\.code\.([^.]+)\.(.+)$/.exec(key) ?? []
    if (list && code) codes.set(list, (codes.get(list) ?? new Map<string, OwnCode>()).set(code, ownCodeOf(value)))
    const word = key.startsWith('own.word.') ? ownWordOf(value) : undefined
    if (word) words[key.slice('own.word.'.length)] = word
  }
  standing = { version, changes, codes, words, duties: withMeasures(duties, [...last.values()].flatMap((one) => measureOf(one) ?? [])) }
}
export const standingVersion = (): string => standing.version

const none: ReadonlyMap<string, OwnCode> = new Map()
const ownOf = (list: CodeList) => standing.codes.get(list.id) ?? none

/** A list as it is offered for new use today. */
export const listNow = (list: CodeList, today: PlainDate): CodeList => offeredOn(list, ownOf(list), today)
/** Every value a list has or had. */
export const everyValue = (list: CodeList): readonly OwnChoice[] => wholeList(list, ownOf(list))
/** The words of a code today. */
export const labelNow = (list: CodeList, code: string): string => ownOf(list).get(code)?.label ?? list.codes.find((one) => one.code === code)?.label ?? code
/** The words of a code as they were when something was recorded. */
export const labelAt = (list: CodeList, code: string, at: string): string => labelThen(list, code, standing.changes, at)
/** This council's word for a permanent key. */
export const wordNow = (key: string, n = 1): string => wordFor(terms, key, standing.words, n)
/** The duties of the national pack, and this council's own measures beside them. */
export const dutiesNow = (): readonly Duty[] => standing.duties
