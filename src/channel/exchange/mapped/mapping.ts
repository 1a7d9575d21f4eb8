import { Type, type Static } from '@sinclair/typebox'
import { Value, ValueErrorType } from '@sinclair/typebox/value'
import { readPlacedJson, type NoJson } from '../../../kernel/placedJson.ts'
import { OneOf, optional, shape } from '../../../kernel/shape.ts'
import { codesOf, kindNames, kindOf, type KindName } from './kinds.ts'
import { dayPattern } from './days.ts'

const Text = Type.String({ minLength: 1, maxLength: 200 })
const Days = Type.Array(Text, { minItems: 1 })
/** What becomes of a column: the fact that it tells, or why it is left out. */
const Column = Type.Union([Text, shape({ to: Text, codes: optional(Type.Record(Type.String(), Type.String())), dates: optional(Days), split: optional(Text) }), shape({ leave: Text })])
const MappedFile = shape({
  file: Text, of: OneOf(['person', 'address', 'relationship', 'referral', 'assessment', 'plan', 'episode', 'note']),
  /** The column that holds the row’s own key, and those that hold keys of other files’ rows. */
  key: optional(Text), person: optional(Text), other: optional(Text), referral: optional(Text),
  /** Facts that are the same for every row. */
  always: optional(Type.Record(Type.String(), Type.String())),
  columns: Type.Record(Type.String(), Column),
})
/** Which column of a council’s own extracts becomes which fact of the record. */
export const Mapping = shape({ source: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9 -]{1,40}$' }), authority: Type.String({ pattern: '^\\d{3}$' }), dates: optional(Days), files: Type.Array(MappedFile, { minItems: 1 }) })
export type Mapping = Static<typeof Mapping>
export type MappedFile = Mapping['files'][number]
export type Translation = Readonly<{ to: string; codes?: Readonly<Record<string, string>>; dates?: readonly string[]; split?: string }>

/** What a column says, in full; undefined for one that is left out. */
export const translationOf = (column: MappedFile['columns'][string]): Translation | undefined => (typeof column === 'string' ? { to: column } : 'to' in column ? column : undefined)

const list = (words: readonly string[]): string => words.join(', ')
const near = (words: readonly string[]): string => (words.length > 12 ? `${list(words.slice(0, 12))} and ${words.length - 12} more` : list(words))
type Fault = Readonly<{ path: string; sentence: string }>

function* faultsOfColumn(file: MappedFile, name: string, path: string): Generator<Fault> {
  const column = translationOf(file.columns[name] ?? '')
  if (!column) return
  const { facts } = kindOf(file.of)
  const fact = facts[column.to]
  if (!fact) return yield { path, sentence: `A ${file.of} has no fact ${column.to}. It has: ${list(Object.keys(facts))}.` }
  const codes = codesOf(fact.type)
  for (const [from, to] of Object.entries(column.codes ?? {})) {
    if (!codes) yield { path: `${path}/codes`, sentence: `${column.to} is no code: its values are taken as they stand.` }
    else if (!codes.includes(to)) yield { path: `${path}/codes/${from}`, sentence: `${column.to} has no code ${to}. Its codes are: ${near(codes)}.` }
  }
  if (column.dates && fact.type !== 'day') yield { path: `${path}/dates`, sentence: `${column.to} is no day.` }
  if (column.split && !fact.several) yield { path: `${path}/split`, sentence: `${column.to} has one value.` }
  for (const [at, form] of (column.dates ?? []).entries()) if (!dayPattern(form)) yield { path: `${path}/dates/${at}`, sentence: wrongForm(form) }
}
const wrongForm = (form: string) => `${form} is no form of a day. Write it with d or dd, M, MM or MMM, and yyyy or yy, as dd/MM/yyyy.`

function* faultsOfFile(file: MappedFile, at: number, files: readonly MappedFile[]): Generator<Fault> {
  const path = `files/${at}`
  const kind = kindOf(file.of)
  if (kind.keyed !== (file.key !== undefined)) yield { path: file.key === undefined ? path : `${path}/key`, sentence: kind.keyed ? `Say which column holds the key of a ${file.of}: "key": "…".` : `A ${file.of} has no key of its own.` }
  for (const name of ['person', 'other', 'referral'] as const) {
    const said = file[name] !== undefined
    // A person’s own file names the person by its key.
    if (kind.refers.includes(name) !== said) yield { path: said ? `${path}/${name}` : path, sentence: said ? `A ${file.of} names no ${name}.` : `Say which column of ${file.file} holds the key of the ${name === 'other' ? 'other person' : name}: "${name}": "…".` }
    else if (said && !files.some((one) => one.of === (name === 'referral' ? 'referral' : 'person'))) yield { path: `${path}/${name}`, sentence: `No file of the mapping holds a ${name === 'referral' ? 'referral' : 'person'}.` }
  }
  for (const [fact, value] of Object.entries(file.always ?? {})) {
    const known = kind.facts[fact]
    if (!known) yield { path: `${path}/always/${fact}`, sentence: `A ${file.of} has no fact ${fact}. It has: ${list(Object.keys(kind.facts))}.` }
    else if (codesOf(known.type)?.includes(value) === false) yield { path: `${path}/always/${fact}`, sentence: `${fact} has no code ${value}. Its codes are: ${near(codesOf(known.type) ?? [])}.` }
  }
  const told = [...Object.values(file.columns).flatMap((column) => translationOf(column)?.to ?? []), ...Object.keys(file.always ?? {})]
  for (const [fact, { needed }] of Object.entries(kind.facts)) if (needed && !told.includes(fact)) yield { path: `${path}/columns`, sentence: `A ${file.of} needs ${fact}: say which column holds it.` }
  const twice = told.find((fact, place) => told.indexOf(fact) !== place && !kind.facts[fact]?.several)
  if (twice) yield { path: `${path}/columns`, sentence: `Two columns tell ${twice}.` }
  for (const name of Object.keys(file.columns)) yield* faultsOfColumn(file, name, `${path}/columns/${name}`)
}

/** Reads a mapping file, or says in a sentence what is wrong with it and on which line. */
export function readMapping(text: string): Readonly<{ mapping: Mapping }> | NoJson {
  const read = readPlacedJson(text)
  if ('sentence' in read) return read
  const { value, lineOf } = read
  if (!Value.Check(Mapping, value)) {
    const [first] = [...Value.Errors(Mapping, value)]
    const path = first?.path.slice(1) ?? ''
    const name = path.slice(path.lastIndexOf('/') + 1)
    return { line: lineOf(path), sentence: first?.type === ValueErrorType.ObjectAdditionalProperties ? `A mapping has no ${name} here.` : first?.type === ValueErrorType.ObjectRequiredProperty ? `${name} is missing.` : path.endsWith('/of') ? `A file holds one of: ${list(kindNames)}.` : path === 'authority' ? 'authority is the three digits of the council at the department.' : `${name || 'The mapping'} is not as it has to be.` }
  }
  for (const [at, file] of value.files.entries()) for (const { path, sentence } of faultsOfFile(file, at, value.files)) return { line: lineOf(path), sentence }
  const form = (value.dates ?? []).findIndex((one) => !dayPattern(one))
  if (form >= 0) return { line: lineOf(`dates/${form}`), sentence: wrongForm(value.dates?.[form] ?? '') }
  const twice = value.files.findIndex((file, at) => value.files.some((other, before) => before < at && other.of === 'person' && file.of === 'person'))
  return twice >= 0 ? { line: lineOf(`files/${twice}`), sentence: 'People stand in one file: a second file of people would give some of them two records.' } : { mapping: value }
}
export const isKind = (of: string): of is KindName => kindNames.some((name) => name === of)
