import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { csvReader } from '../../../kernel/csv.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { nhsNumberOf } from '../../../kernel/identifiers.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { textReader } from '../cin/encoding.ts'
import { openAccount, type Found } from '../ssda903/account.ts'
import type { Account903 } from '../ssda903/model.ts'
import { dayOf } from './days.ts'
import { codeFor, kindOf, type KindName, type MappedFact } from './kinds.ts'
import { translationOf, type MappedFile, type Mapping, type Translation } from './mapping.ts'

/** A value that stays beside the record, whole, with why. */
export type AsideValue = Readonly<{ column: string; value: string; reason: string }>
/** A row as the mapping reads it: `at` is its number below the heading. */
export type MappedRow = Readonly<{ file: string; of: KindName; at: number; key: string; person: string; other: string; referral: string; facts: Readonly<Record<string, readonly string[]>>; aside: readonly AsideValue[] }>
/** A row that nobody can be told by, kept as it came. */
export type StrayRow = Readonly<{ file: string; at: number; reason: string; cells: Readonly<Record<string, string>> }>
export type MappedRows = Readonly<{ sha256: string; rows: readonly MappedRow[]; strays: readonly StrayRow[]; account: Account903 }>

type Read = Readonly<{ values: readonly string[]; aside?: string }>
/** What a cell tells of a fact: the values that were read, and why the rest was not. */
function readCell(text: string, fact: MappedFact, name: string, { codes, dates, split }: Translation, forms: readonly string[], today: PlainDate): Read {
  const given = fact.several ? text.split(split ?? ';').map((one) => one.trim()).filter(Boolean) : [text]
  const translated = new Map(Object.entries(codes ?? {}).map(([from, to]) => [from.trim().toLowerCase(), to]))
  const values: string[] = []
  for (const one of given) {
    if (fact.type === 'day') {
      const day = dayOf(one, dates ?? forms, today)
      if (!day) return { values, aside: 'it is no day of the forms that the mapping names' }
      if (day > today && name !== 'dueOn') return { values, aside: 'a day that has not come yet' }
      values.push(day)
      continue
    }
    if (name === 'nhs') {
      const nhs = nhsNumberOf(one)
      if (!nhs) return { values, aside: 'no NHS number: its last digit does not fit the others' }
      values.push(nhs)
      continue
    }
    const code = translated.get(one.toLowerCase()) ?? codeFor(fact.type, one)
    if (code === undefined) return { values, aside: 'the mapping has no code for this value' }
    values.push(code)
  }
  return { values: [...new Set(values)] }
}

/** Reads one file of the folder, row by row, with the column that each cell stands in. */
async function* cellsOf(folder: string, name: string): AsyncGenerator<Readonly<{ at: number; cells: Readonly<Record<string, string>> }> | Readonly<{ header: readonly string[] }>> {
  const path = join(folder, name)
  if (!existsSync(path)) throw new StartFault(`There is no ${name} in the folder, and the mapping reads it. Nothing was taken.`)
  const reader = csvReader()
  let header: readonly string[] | undefined
  let at = 0
  let decode: ReturnType<typeof textReader> | undefined
  const rowOf = (cells: readonly string[]) => Object.fromEntries((header ?? []).map((column, place) => [column, (cells[place] ?? '').trim()]))
  try {
    for await (const piece of createReadStream(path)) {
      if (!(piece instanceof Uint8Array)) continue
      decode ??= textReader(piece.subarray(0, 1024))
      for (const cells of reader.read(decode(piece, false))) {
        if (header) yield { at: ++at, cells: rowOf(cells) }
        else yield { header: (header = cells.map((cell) => cell.trim())) }
      }
    }
  } catch (problem) {
    if (!(problem instanceof TypeError || problem instanceof RangeError)) throw problem
    throw new StartFault(`${name} holds letters that are not of its encoding. Save it as UTF-8 and import it again. Nothing was taken.`)
  }
  for (const cells of reader.end()) if (header) yield { at: ++at, cells: rowOf(cells) }
}

type Keys = Readonly<{ person: Set<string>; referral: Map<string, string> }>
/** Why a row as a whole cannot be taken; undefined where it can. */
function refusalOf(file: MappedFile, cells: Readonly<Record<string, string>>, keys: Keys, seen: Set<string>): string | undefined {
  const said = (column: string | undefined) => (column === undefined ? undefined : cells[column] ?? '')
  const key = said(file.key)
  if (key === '') return `the row has no ${file.key}`
  if (key !== undefined && seen.has(key)) return `its ${file.key} stands in an earlier row`
  for (const name of ['person', 'other'] as const) {
    const other = said(file[name])
    if (other !== undefined && !keys.person.has(other)) return other === '' ? `the row has no ${file[name]}` : `its ${file[name]} names nobody of the file of people`
  }
  if (file.other !== undefined && said(file.person) === said(file.other)) return 'it names one person twice'
  const referral = said(file.referral)
  if (referral !== undefined && keys.referral.get(referral) !== said(file.person)) return `its ${file.referral} names no referral of this person`
  return undefined
}

/** Reads a council’s own extracts whole as the mapping says, and accounts for each value. `today` is the day of the import. */
export async function readMapped(folder: string, mapping: Mapping, today: PlainDate): Promise<MappedRows> {
  const account = openAccount()
  const hash = createHash('sha256').update(JSON.stringify(mapping))
  const keys: Keys = { person: new Set(), referral: new Map() }
  const [rows, strays]: [MappedRow[], StrayRow[]] = [[], []]
  let count = 0
  const order = (file: MappedFile) => (file.of === 'person' ? 0 : file.of === 'referral' ? 1 : 2)
  for (const file of mapping.files.toSorted((a, b) => order(a) - order(b))) {
    const kind = kindOf(file.of)
    const own = [file.key, file.person, file.other, file.referral].filter((column) => column !== undefined)
    const seen = new Set<string>()
    for await (const found of cellsOf(folder, file.file)) {
      if ('header' in found) {
        const missing = [...own, ...Object.keys(file.columns)].filter((column) => !found.header.includes(column))
        if (missing.length > 0) throw new StartFault(`${file.file} has no column ${missing.join(', ')}, and the mapping reads it. Its columns are: ${found.header.join(', ')}. Nothing was taken.`)
        continue
      }
      const { at, cells } = found
      const filled = Object.entries(cells).filter(([, value]) => value !== '')
      if (filled.length === 0) continue
      count++
      hash.update(JSON.stringify([file.file, cells]))
      const stray = (reason: string, values: number) => {
        strays.push({ file: file.file, at, reason, cells })
        account.add({ read: values, taken: 0, keptAside: 0, refused: values })
        account.find([{ row: at, path: file.file, outcome: 'refused', reason, values }])
      }
      const refused = refusalOf(file, cells, keys, seen)
      if (refused) {
        stray(refused, filled.length)
        continue
      }
      const facts: Record<string, string[]> = Object.fromEntries(Object.entries(file.always ?? {}).map(([fact, value]) => [fact, [value]]))
      const [told, aside]: [Found[], AsideValue[]] = [[], []]
      let taken = 0
      for (const [column, value] of filled) {
        const says = file.columns[column]
        const translation = says === undefined ? undefined : translationOf(says)
        if (!translation) {
          if (own.includes(column)) taken++
          else told.push({ row: at, path: `${file.file}/${column}`, outcome: 'refused', reason: typeof says === 'object' && 'leave' in says ? `left out: ${says.leave}` : 'the mapping says nothing of this column', values: 1 })
          continue
        }
        const fact = kind.facts[translation.to]
        const { values, aside: why } = fact ? readCell(value, fact, translation.to, translation, mapping.dates ?? [], today) : { values: [], aside: 'no such fact' }
        if (values.length > 0) (facts[translation.to] ??= []).push(...values)
        if (why === undefined) taken++
        else {
          aside.push({ column, value, reason: why })
          told.push({ row: at, path: `${file.file}/${column}`, outcome: 'kept aside', reason: why, values: 1 })
        }
      }
      const lacking = Object.entries(kind.facts).find(([fact, { needed }]) => needed && !facts[fact]?.length)
      if (lacking) {
        stray(`it tells no ${lacking[0]} that we could take, and a ${file.of} needs one`, filled.length)
        continue
      }
      const said = (column: string | undefined) => (column === undefined ? '' : cells[column] ?? '')
      const key = said(file.key)
      seen.add(key)
      if (file.of === 'person') keys.person.add(key)
      if (file.of === 'referral') keys.referral.set(key, said(file.person))
      const of = (outcome: Found['outcome']) => told.filter((one) => one.outcome === outcome).length
      account.add({ read: filled.length, taken, keptAside: of('kept aside'), refused: of('refused') })
      account.find(told)
      rows.push({ file: file.file, of: file.of, at, key, person: file.of === 'person' ? key : said(file.person), other: said(file.other), referral: said(file.referral), facts, aside })
    }
  }
  return { sha256: hash.digest('hex'), rows, strays, account: account.close(keys.person.size, count, [], null) }
}
