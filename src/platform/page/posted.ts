import { isId } from '../../kernel/ids.ts'

/** What a form sent, read safely: names of fields with dots made a tree. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const treeOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {})
/** Rows of a form, in their order; a single one too. */
export const rowsOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(treeOf) : Object.entries(treeOf(value)).sort(([a], [b]) => Number(a) - Number(b)).map(([, row]) => treeOf(row)))
/** The ids in a value: several fields of one name, or one text parted by commas. */
export const idsIn = (value: unknown): string[] => [...new Set(Array.isArray(value) ? value.flatMap(idsIn) : textOf(value).split(',').filter(isId))]
export const isYes = (value: unknown): boolean => value === 'yes' || value === true
/** A text of some length, to be given on; nothing where there is none. */
export const given = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> => {
  const text = textOf(value).trim()
  const found: Partial<Record<Name, string>> = {}
  if (text) found[name] = text
  return found
}
