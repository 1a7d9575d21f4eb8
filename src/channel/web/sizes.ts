import { asLines } from '../../kernel/lines.ts'

/** What one request may hold at most. Everything above is refused before anything reads it. */
export const most = { bytes: 4_000_000, fields: 20_000, depth: 24, address: 2_000, seconds: 60 } as const

/** No text of a record holds these: the database cannot keep NUL, and half of a pair is no character. */
const isWritable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Whether a body can be read at all: not too many fields, not too deep, and of characters that can be kept. */
export function isReadable(body: unknown): boolean {
  let fields = 0
  const look = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') return isWritable(value)
    if (typeof value !== 'object' || value === null) return true
    return depth <= most.depth && Object.entries(value).every(([name, inside]) => ++fields <= most.fields && isWritable(name) && look(inside, depth + 1))
  }
  return look(body, 1)
}

/** What was sent, with its texts as somebody reads them: `asLines` throughout. */
export function inLines(value: unknown): unknown {
  if (typeof value === 'string') return asLines(value)
  if (Array.isArray(value)) return value.map(inLines)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, inLines(inside)]))
}

/** The same of an address with its query. */
export const isReadableAddress = (url: string): boolean => url.length <= most.address && !/%00|\0/.test(url)

/** Nothing of ours reads this. The page says to go back and try again. */
export class Unreadable extends Error {
  readonly statusCode = 400
}
