import { plain } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import type { Asking, Happening } from '../access/model.ts'
import { idsOf } from '../people/queries.ts'
import { recordingOf } from '../people/register.ts'
import type { KeepCareFact } from './model.ts'
import { kindOfFact, problemsOfFact } from './reckoning/typed.ts'
import * as store from './store/care.ts'

/** Keeps a dated fact of one child or of several, inside a command. What it corrects stays readable, with the reason. */
export async function keepFact(asking: Asking, said: KeepCareFact): Promise<Readonly<{ happened: readonly Happening[] } | { problems: readonly Problem[] }>> {
  const problems = problemsOfFact(said, asking.today)
  const kind = kindOfFact(said.kind)
  if (problems.length > 0 || !kind) return { problems }
  const recording = recordingOf(asking)
  const answers = Object.fromEntries(Object.entries(said.answers).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]])))
  const corrected = said.corrects ? await store.factById(asking.db, said.corrects) : []
  if (said.corrects && !said.why?.trim()) return { problems: [{ question: 'why', problem: 'Write why it is corrected, for whoever reads it later.' }] }
  for (const personId of said.people) {
    const ids = await idsOf(asking, [personId])
    const before = corrected.filter((one) => ids.includes(one.personId))
    await store.supersedeFacts(recording, before.map((one) => one.id), said.why?.trim())
    await store.insertFact(recording, { factId: said.id, personId, kind: said.kind, on: said.on, to: said.to ?? null, answers, words: said.words?.trim() || null })
  }
  return { happened: [{ kind: corrected.length > 0 ? 'care.factCorrected' : 'care.fact', people: said.people, on: plain(said.on), ...(kind.significant ? { significant: true } : {}), subject: { kind: 'careFact', id: said.id } }] }
}

/** A fact as it stands now, a row for each it is about. */
export const factAsked = (asking: Asking, factId: string) => store.factById(asking.db, factId)
