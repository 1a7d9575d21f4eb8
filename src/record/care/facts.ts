import { plain } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import type { Asking, Happening } from '../access/model.ts'
import { cardsOf, idsOf } from '../people/queries.ts'
import { recordingOf } from '../people/register.ts'
import { involveAs } from '../work/register.ts'
import type { CareFact, KeepCareFact } from './model.ts'
import { kindOfFact, problemOfAway, problemsOfFact } from './reckoning/typed.ts'
import * as store from './store/care.ts'

/** Only the end came: nothing of what stood there was wrong. */
const onlyEnds = (stood: readonly CareFact[], said: KeepCareFact, answers: Readonly<Record<string, string>>): boolean =>
  said.to !== undefined && stood.length > 0 && stood.every((one) => one.to === null && one.on === said.on && Object.entries(one.answers).every(([id, text]) => answers[id] === text))

/** Keeps a dated fact of one child or of several, inside a command. What it corrects stays readable, with the reason; where only the end came, it needs none. */
export async function keepFact(asking: Asking, said: KeepCareFact): Promise<Readonly<{ happened: readonly Happening[] } | { problems: readonly Problem[] }>> {
  const cards = await cardsOf(asking, said.people)
  const problems = problemsOfFact(said, asking.today, [...cards.values()])
  const kind = kindOfFact(said.kind)
  if (problems.length > 0 || !kind) return { problems }
  const recording = recordingOf(asking)
  const answers = Object.fromEntries(Object.entries(said.answers).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]])))
  const named = answers['officerId'] ? (await store.reviewingOfficers(asking.db)).find((one) => one.id === answers['officerId']) : undefined
  if (answers['officerId'] && !named) return { problems: [{ question: 'officerId', problem: 'Choose one of the list: they no longer review children for us.' }] }
  const kept = named ? { ...answers, officer: named.name } : answers
  const stood = said.corrects ? await store.factById(asking.db, said.corrects) : []
  const whose = new Map(await Promise.all(said.people.map(async (personId) => [personId, await idsOf(asking, [personId])] as const)))
  if (said.kind === 'missing') for (const [personId, ids] of whose) {
    const card = cards.get(personId)
    const twice = problemOfAway(said, card?.given || card?.name || 'The child', (await store.factsOfKinds(asking.db, ids, ['missing'])).filter((one) => one.factId !== said.corrects))
    if (twice) return { problems: [twice] }
  }
  const replaced = stood.filter((one) => [...whose.values()].some((ids) => ids.includes(one.personId)))
  const ends = onlyEnds(replaced, said, answers)
  const why = said.why?.trim() || (ends ? 'The end was written down.' : undefined)
  if (said.corrects && !why) return { problems: [{ question: 'why', problem: 'Write why it is corrected, for whoever reads it later.' }] }
  for (const personId of said.people) {
    const before = replaced.filter((one) => whose.get(personId)?.includes(one.personId))
    const own = said.about?.find((one) => one.personId === personId)?.words.trim()
    await store.supersedeFacts(recording, before.map((one) => one.id), why)
    await store.insertFact(recording, { factId: said.id, personId, kind: said.kind, on: said.on, to: said.to ?? null, answers: kept, words: [said.words?.trim(), own].filter(Boolean).join('\n\n') || null })
  }
  if (said.kind === 'reviewingOfficer') for (const [personId, ids] of whose) await reviewBy(asking, personId, ids)
  return { happened: [{ kind: ends ? 'care.factEnded' : stood.length > 0 ? 'care.factCorrected' : 'care.fact', people: said.people, on: plain(ends && said.to ? said.to : said.on), ...(kind.significant ? { significant: true } : {}), subject: { kind: 'careFact', id: said.id } }] }
}

/** Whoever is named last sees the child from that day on, and whoever was named before them no longer for the sake of that: also where an earlier naming is corrected. */
async function reviewBy(asking: Asking, personId: string, ids: readonly string[]): Promise<void> {
  const [last] = await store.factsOfKinds(asking.db, ids, ['reviewingOfficer'])
  if (!last || (await store.periods(asking.db, ids)).every((one) => one.to !== null)) return
  const officerId = last.to === null ? last.answers['officerId'] : undefined
  await store.endReviewing(asking.db, ids, last.to ?? last.on, officerId)
  if (officerId) await involveAs(asking, [personId], officerId, 'children', 'reviewingOfficer')
}
/** Who reviews children in our care. */
export const reviewingOfficers = (asking: Asking) => store.reviewingOfficers(asking.db)

/** A fact as it stands now, a row for each it is about. */
export const factAsked = (asking: Asking, factId: string) => store.factById(asking.db, factId)
