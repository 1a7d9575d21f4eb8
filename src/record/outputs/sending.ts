import { createHash } from 'node:crypto'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { requireWriting } from '../access/act.ts'
import { requireFresh } from '../access/fresh.ts'
import type { Asking, Domain } from '../access/model.ts'
import { may } from '../access/permissions.ts'
import { workOfSubject } from '../work/queries.ts'
import { finishWork } from '../work/register.ts'
import type { FoundAt, Outgoing, OutputKind, Paper, Passage, Reader, Sent } from './model.ts'
import { copyFor, findHidden, partsOf, problemsOf } from './rules/judging.ts'
import { everyPartOf } from './store/others.ts'
import * as store from './store/outputs.ts'

/** People in one output from which it is an export that asks again who one is (access policy, rule 16). */
const many = 50

/** Declares a kind of output: what it is called, for what purpose and on what lawful basis it goes. The register of what may leave, for the pages and for the tests. */
export function outputKind(declared: OutputKind): OutputKind {
  if (kinds.has(declared.kind)) throw new Error(`The output ${declared.kind} is declared twice.`)
  kinds.set(declared.kind, declared)
  return declared
}
const kinds = new Map<string, OutputKind>()
export const kindOf = (kind: string): OutputKind | undefined => kinds.get(kind)
export const everyKind = (): readonly OutputKind[] => [...kinds.values()]

const nameOfReader = (reader: Reader, asking: Asking): string => (reader.kind === 'own' ? asking.actor.name : reader.name)

/** Whom the reader may know about: what an output holds about anybody else is left out of it. */
async function knownOf(asking: Asking, { reader, people, knows }: Outgoing): Promise<ReadonlySet<string> | 'all'> {
  if (reader.kind === 'own') return 'all'
  const named = await everyPartOf(asking.db, reader.kind === 'person' ? (knows ?? []) : (knows ?? people))
  return new Set(reader.kind === 'person' ? [...(await store.knownTo(asking.db, reader.personId)), ...named] : named)
}

/** What an output would hold for its reader: the passages they may have and those held back, the words as they would go with their mark, and where something hidden stands. */
export type Judged = Readonly<{ kept: readonly Passage[]; held: readonly Passage[]; known: ReadonlySet<string> | 'all'; paper: Paper; words: string; sha256: string; found: readonly FoundAt[]; readerName: string }>

/** Judges what is to go out for whoever reads it. Nothing is kept yet. */
export async function judged(asking: Asking, kind: OutputKind, asked: Outgoing, domain: Domain = 'children'): Promise<Judged> {
  const { db, actor } = asking
  if (kinds.get(kind.kind) !== kind) throw notFound('This kind of output is not declared.')
  if (!may(actor, 'output.send')) throw notAllowed('Sharing and printing the record needs a care or records role. Ask the worker.')
  if (asked.people.length === 0) throw notFound('Say whom this is about.')
  // Who opened a record with a reason reads only: they may not write, so nothing of it goes out.
  await requireWriting(db, asked.people, domain)
  const known = await knownOf(asking, asked)
  const { outgoing, kept, held, paper } = copyFor(asked, known, kind.tellsLeftOut === true)
  const parts = partsOf(kept, outgoing.people)
  const words = JSON.stringify({ kind: kind.kind, reader: outgoing.reader, paper, ...(parts.length > 0 ? { parts } : {}) })
  const found = findHidden(outgoing, kept, await store.hiddenFrom(db, outgoing.reader, actor.id, outgoing.people))
  return { kept, held, known, paper, words, sha256: createHash('sha256').update(words).digest('hex'), found, readerName: nameOfReader(outgoing.reader, asking) }
}

/**
 * The one gate by which everything leaves, inside a command: leaves out what the reader may not know, stops on what is hidden from them, keeps the words as they went
 * and tells record and audit. `because`: why it is right to go out all the same; it is then held for a second person, and goes when they agree and it is sent again unchanged.
 */
export async function sendOut(asking: Asking, kind: OutputKind, outgoing: Outgoing, more: Readonly<{ because?: string | undefined; domain?: Domain }> = {}): Promise<Sent> {
  const domain = more.domain ?? 'children'
  const { db, actor, now } = asking
  const { kept, held, words, sha256, found, readerName } = await judged(asking, kind, outgoing, domain)
  if (outgoing.looked && outgoing.looked !== sha256) return { problems: [{ question: 'looked', problem: 'What would go has changed since you looked: the record, or what you chose. Read it again, then send it.' }] }
  if (kept.length === 0 && held.length > 0) return { problems: [{ question: 'knows', problem: 'Nothing would be left of it: all of it is about people this reader may not know. Say whom they may know about.' }] }
  if (new Set(outgoing.people).size > many) requireFresh(actor)
  const leftOut = held.length
  const happened = (outputId: string) => (kind.ownEvent ? [] : [{ kind: 'output.sent', people: outgoing.people, on: asking.today, domain, subject: { kind: 'output', id: outputId } }])
  if (found.length > 0) {
    const before = await store.agreed(db, actor.id, kind.kind, sha256)
    if (before) {
      await store.markSent(db, before.id, { by: actor.id, at: now, subjectId: outgoing.subject?.id })
      await endAgreed(asking, before.id)
      return { outputId: before.id, state: 'sent', leftOut, happened: happened(before.id) }
    }
    if (!more.because?.trim()) return { problems: problemsOf(found, readerName) }
    const waits = await store.waitsAlready(db, actor.id, kind.kind, sha256)
    if (waits) return { outputId: waits.id, state: 'held', leftOut, happened: [] }
  }
  const state = found.length > 0 ? 'held' : 'sent'
  const outputId = newId(Date.parse(now))
  const about = [...new Set(kept.flatMap((passage) => (passage.about.length > 0 ? passage.about : outgoing.people)))]
  await store.insertOutput(asking, { id: outputId, kind, outgoing, domain, state, sha256, words, about: about.length > 0 ? about : outgoing.people, leftOut, found, readerName, because: more.because?.trim(), by: actor.id, at: now })
  return { outputId, state, leftOut, happened: state === 'sent' ? happened(outputId) : [] }
}

async function endAgreed(asking: Asking, outputId: string): Promise<void> {
  for (const item of await workOfSubject(asking, outputId)) if (item.kind === 'outputDecided') await finishWork(asking, item.id, { outcome: 'sent' })
}
