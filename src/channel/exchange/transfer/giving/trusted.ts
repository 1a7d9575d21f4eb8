import { readPublicKey } from '../../../../platform/keys/councilKey.ts'
import type { Asking } from '../../../../record/access/model.ts'
import { keysOf } from '../councils/councilStore.ts'
import type { Receipt } from '../model.ts'
import { readReceipt } from '../receipt.ts'
import type { Given } from './model.ts'

/** A transfer as a receipt is compared with it. */
export type Waiting = Readonly<{ toCode: string; toName: string; state: Given['state']; children: readonly string[] }>
const nothing = 'Nothing was changed.'

/** Reads a receipt and says in plain words why it closes nothing, where it does not: no word of it is used then. `waits`: the transfer that it is about. */
export async function trustedReceipt(asking: Asking, text: string, waits: (bundleId: string) => Promise<Waiting | undefined>): Promise<Readonly<{ receipt: Receipt } | { problem: string }>> {
  const refuse = (problem: string) => ({ problem: `${problem} ${nothing}` })
  const read = readReceipt(text)
  if (!read) return refuse('This is not a receipt, or a letter of it is missing. Copy all of it again.')
  const { receipt } = read
  const key = (await keysOf(asking.db, receipt.from)).find((one) => !one.withdrawn && read.signedBy(readPublicKey(one.key)?.signing ?? Buffer.alloc(32)))
  const given = await waits(receipt.bundleId)
  if (!key) return refuse(`This receipt was not signed with a key that we know of ${given?.toName ?? receipt.fromName}. Ask them for their key: an administrator enters it under Settings, Other councils.`)
  if (!given || receipt.from !== given.toCode) return refuse('This receipt belongs to another transfer.')
  if (given.state === 'taken') return refuse('This transfer was closed by a receipt already.')
  if (given.state !== 'sent') return refuse('This has not gone out, so it cannot have been received.')
  if (!given.children.every((child) => receipt.children.some((one) => one.id === child))) return refuse('The receipt does not name every child of this transfer. Ask the other council.')
  if (receipt.responsibleOn > asking.today) return refuse('The day in the receipt has not come yet.')
  return { receipt }
}
