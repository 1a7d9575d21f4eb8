import { broken, conflict, notFound } from '../../../../kernel/errors.ts'
import { readPublicKey } from '../../../../platform/keys/councilKey.ts'
import { sealFile } from '../../../../platform/keys/container.ts'
import { signParts, type Part } from '../../../../platform/keys/signedParts.ts'
import { councilSettings } from '../../../../record/access/council.ts'
import type { Leaving } from '../../../../record/access/leaving.ts'
import type { Asking } from '../../../../record/access/model.ts'
import { fileForCouncil } from '../../../../record/outputs/handingOver.ts'
import type { PartSent } from '../../../../record/outputs/model.ts'
import { keysOf } from '../councils/councilStore.ts'
import * as store from './givenStore.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The parts of a bundle as another council reads them: people, who they are to each other, and each thing that is told. */
function bundleParts(reason: string, parts: readonly PartSent[]): Part[] {
  const of = (kind: string) => parts.filter((one) => one.kind === kind).map((one) => one.value)
  return [
    { name: 'reason', rows: [reason] },
    { name: 'people', rows: of('person') },
    { name: 'relationships', rows: of('relationship') },
    { name: 'pieces', rows: parts.filter((one) => one.kind !== 'person' && one.kind !== 'relationship').map((one) => ({ kind: one.kind, about: one.about, ...(isRecord(one.value) ? one.value : {}), blocks: one.blocks })) },
  ]
}

/** The file of a transfer that went out: signed with our key, and sealed for the other council's key, or locked with words where it has none. */
export async function fileOfTransfer(asking: Asking, id: string): Promise<Leaving> {
  const given = await store.byId(asking.db, id)
  const key = asking.councilKey
  if (!given || !given.outputId) throw notFound('We could not find that transfer.')
  if (given.state !== 'sent' && given.state !== 'taken') throw conflict('This has not gone out, so there is no file of it.')
  if (!key) throw broken('No key of the council was given.')
  const { authority, name } = await councilSettings(asking.db)
  const known = (await keysOf(asking.db, given.toCode)).find((one) => !one.withdrawn)
  const theirs = known && readPublicKey(known.key)
  return fileForCouncil(asking, given.outputId, (output, parts) => sealFile(
    { what: 'case', id: given.id, from: { code: authority, name }, to: { code: given.toCode, name: given.toName } },
    signParts({ id: given.id, from: authority, to: given.toCode, madeAt: output.sentAt ?? output.askedAt }, bundleParts(given.reason, parts), key),
    theirs ? { key: theirs } : { words: key.wordsFor(given.id) },
  ))
}
