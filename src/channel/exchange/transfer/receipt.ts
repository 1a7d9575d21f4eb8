import { TypeCompiler } from '@sinclair/typebox/compiler'
import { signedBy, type CouncilKey } from '../../../platform/keys/councilKey.ts'
import { Receipt } from './model.ts'

const beginning = 'kith-receipt-1.'
const typed = TypeCompiler.Compile(Receipt)

/** A receipt in one line, to be sent by e-mail: ids, days and codes, nobody by name; signed. */
export function receiptText(receipt: Receipt, key: CouncilKey): string {
  const told = Buffer.from(JSON.stringify(receipt))
  return `${beginning}${told.toString('base64url')}.${key.sign(told).toString('base64url')}`
}

/** Reads a receipt back; nothing for what is none. `signedBy`: whether the holder of this key signed it. */
export function readReceipt(text: string): Readonly<{ receipt: Receipt; signedBy: (signing: Uint8Array) => boolean }> | undefined {
  const word = text.replace(/\s+/g, '')
  const [told = '', signature = '', ...more] = word.startsWith(beginning) ? word.slice(beginning.length).split('.') : []
  const bytes = Buffer.from(told, 'base64url')
  if (told === '' || signature === '' || more.length > 0 || bytes.toString('base64url') !== told) return undefined
  try {
    const receipt: unknown = JSON.parse(bytes.toString())
    return typed.Check(receipt) ? { receipt, signedBy: (signing) => signedBy(signing, bytes, Buffer.from(signature, 'base64url')) } : undefined
  } catch {
    return undefined
  }
}
