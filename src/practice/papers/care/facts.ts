import { careFacts } from '../../../../content/care/facts.ts'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { labelNow } from '../../../record/access/own/now.ts'
import type { CareFact } from '../../../record/care/model.ts'
import { somebodyElse } from '../../../record/outputs/model.ts'

/** Where a fact comes from: whom else it was written about, and by whom. `others`: also about people whom its sender may not know. */
export type Written = Readonly<{ people: readonly string[]; others: boolean; by: string | null }>
/** One fact as a paper tells it: written once, for all whom it is about. */
export type Told = Readonly<{ fact: CareFact; rows: readonly CareFact[]; about: readonly string[]; by: string | null }>

/** The facts of some kinds about these children, each once, newest first. */
export function toldOf(facts: readonly CareFact[], people: readonly string[], kinds: readonly string[], written: ReadonlyMap<string, Written>): readonly Told[] {
  const mine = facts.filter((one) => kinds.includes(one.kind) && people.includes(one.personId))
  return [...Map.groupBy(mine, (one) => one.factId).values()].flatMap((rows): Told[] => {
    const [fact] = rows
    const source = fact ? written.get(fact.factId) : undefined
    return fact ? [{ fact, rows, about: [...new Set([...rows.map((row) => row.personId), ...(source?.people ?? []), ...(source?.others ? [somebodyElse] : [])])], by: source?.by ?? null }] : []
  }).toSorted((a, b) => b.fact.on.localeCompare(a.fact.on))
}

/** What was answered to one question, in words; nothing where nothing was. */
export function answered(fact: CareFact, id: string): string {
  const question = careFacts.find((one) => one.id === fact.kind)?.questions.find((one) => one.id === id)
  const text = fact.answers[id] ?? ''
  if (!question || text === '') return ''
  return question.kind === 'code' && question.list ? labelNow(question.list, text) : question.kind === 'yesNo' ? (text === 'yes' ? 'Yes' : 'No') : question.kind === 'date' && isPlainDate(text) ? dayInWords(text) : text
}

/** Who wrote it down: the source that a court asks for. */
export const sourceOf = (told: Told): string => (told.by ? `Written down by ${told.by}` : 'Brought in from another system')

const paragraphsOf = (text: string | null): string[] => (text ?? '').split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean)

/** The free words of a fact: what was written about all of them once, and what stands with one of them only as about that one. */
export function wordsOf({ rows, about }: Told): readonly Readonly<{ about: readonly string[]; words: readonly string[] }>[] {
  const each = rows.map((row) => ({ personId: row.personId, words: paragraphsOf(row.words) }))
  const [first] = each
  if (!first || about.length < 2) return each.flatMap((one) => (one.words.length > 0 ? [{ about, words: one.words }] : []))
  let shared = each.length > 1 ? 0 : first.words.length
  while (each.length > 1 && shared < first.words.length && each.every((one) => one.words[shared] === first.words[shared])) shared += 1
  return [
    ...(shared > 0 ? [{ about, words: first.words.slice(0, shared) }] : []),
    ...each.flatMap((one) => (one.words.length > shared ? [{ about: [one.personId], words: one.words.slice(shared) }] : [])),
  ]
}
