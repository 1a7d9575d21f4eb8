import { conflict, notAllowed, notFound } from '../../kernel/errors.ts'
import { requireWriting } from '../access/act.ts'
import { tellsHidden } from '../access/keeping.ts'
import { outOfTheGate, type Leaving } from '../access/leaving.ts'
import type { Asking } from '../access/model.ts'
import { may } from '../access/permissions.ts'
import type { KeptOutput, PartSent } from './model.ts'
import { foundIn, needlesOf } from './rules/hidden.ts'
import { textsIn, townsIn } from './rules/judging.ts'
import * as store from './store/outputs.ts'

/** What is hidden from somebody outside about these people: whether something holds it, never what it is. What is typed is left out by it; what stands in words stops the output. */
export async function heldFromOutside(asking: Asking, people: readonly string[]): Promise<(value: unknown) => boolean> {
  const things = await store.hiddenFrom(asking.db, { kind: 'outside', name: '' }, asking.actor.id, people)
  const needles = needlesOf(things, townsIn(things))
  return (value) => foundIn(textsIn(value).join('\n'), needles).length > 0
}

const hasParts = (value: unknown): value is { parts: readonly PartSent[] } => typeof value === 'object' && value !== null && 'parts' in value && Array.isArray(value.parts)

/**
 * What went out, as a file that another council reads: exactly the parts as they went through the gate. `seal` packs, signs and locks them. For whoever may send about
 * everybody it is about, as any other file of what was sent.
 */
export async function fileForCouncil(asking: Asking, outputId: string, seal: (output: KeptOutput, parts: readonly PartSent[]) => Uint8Array): Promise<Leaving> {
  if (!may(asking.actor, 'output.send')) throw notAllowed('Taking a file of the record needs a care or records role. Ask the worker.')
  const output = await store.byId(asking.db, outputId)
  if (!output) throw notFound('We could not find what was sent.')
  asking.saw(output.people)
  await requireWriting(asking.db, output.people, 'children')
  if (output.state !== 'sent') throw conflict('This has not gone out, so there is no file of it yet.')
  const words = await store.wordsOf(asking, outputId)
  const kept: unknown = words ? JSON.parse(words.words) : undefined
  if (!hasParts(kept)) throw notFound('The words are not open to you.')
  if ((await tellsHidden(asking, output.people))(JSON.stringify(kept.parts))) throw notAllowed('This holds what is hidden from you. Ask somebody who may see it.')
  return outOfTheGate({ bytes: seal(output, kept.parts), type: 'application/octet-stream', name: `case-transfer-${output.id.slice(-6)}.kith` })
}

/** A receipt for another council: ids of its own, days and codes, nobody by name. */
export const receiptForCouncil = (text: string, id: string): Leaving => outOfTheGate({ bytes: new TextEncoder().encode(`${text}\n`), type: 'text/plain; charset=utf-8', name: `receipt-${id.slice(-6)}.txt` })
