import type { Asking } from './model.ts'

/** What is hidden from a reader, for whoever draws pages: plugged in by the module that knows it. */
export type Keeping = Readonly<{
  /** Whether anything at all is hidden from whoever asks. */
  any: (asking: Pick<Asking, 'db'>) => Promise<boolean>
  /** Whether a text about these people tells whoever asks something that is hidden from them. */
  tells: (asking: Asking, people: readonly string[]) => Promise<(text: string) => boolean>
}>

const nothing: Keeping = { any: () => Promise.resolve(false), tells: () => Promise.resolve(() => false) }
let keeping = nothing
/** Plugs in who knows what is hidden. Called once, when the house is put together. */
export const plugKeeping = (contributed: Keeping): void => { keeping = contributed }

/** Whether anything is hidden from whoever asks. */
export const anyKept = (asking: Pick<Asking, 'db'>): Promise<boolean> => keeping.any(asking)
/** Whether a text about these people tells whoever asks something that is hidden from them. */
export const tellsHidden = (asking: Asking, people: readonly string[]): Promise<(text: string) => boolean> => keeping.tells(asking, people)

const instead = 'Left out here: it tells what is hidden from you.'
const sentences = /(?<=[.!?…])\s+|\n+/

/** A text without the sentences that tell it; nothing of it where it stands across several. */
export function without(text: string, tells: (text: string) => boolean): string {
  if (!tells(text)) return text
  const kept = text.split(sentences).filter((sentence) => !tells(sentence))
  return kept.length > 0 && !tells(kept.join(' ')) ? [...kept, instead].join(' ') : instead
}

/** Text that the database wrote, whole or in pieces that follow one another: a megabyte in one piece costs a server twice as much to take in and pass on. */
export type Written = string | Buffer | readonly (string | Buffer)[]
/** An answer that the database wrote as JSON. */
export type JsonText = Readonly<{ jsonText: Written }>

const textIn = (value: object): string | undefined => {
  if (!('jsonText' in value)) return undefined
  const { jsonText } = value
  if (typeof jsonText === 'string') return jsonText
  // Bytes joined are told as the text they are.
  return Array.isArray(jsonText) || Buffer.isBuffer(jsonText) ? [jsonText].flat().join('') : undefined
}

/** Takes out of an answer, wherever it stands, what is hidden from whoever asks (access policy, rule 20). The answer is this request's own: it is changed in place, so that nothing keeps the words. */
export function leaveOut(found: unknown, tells: (text: string) => boolean): void {
  const seen = new WeakSet<object>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return
    seen.add(value)
    if (value instanceof Map) {
      for (const [key, one] of value) {
        if (typeof one === 'string') value.set(key, without(one, tells))
        else walk(one)
      }
      return
    }
    const text = textIn(value)
    if (text !== undefined) {
      const read: unknown = JSON.parse(text)
      walk(read)
      Reflect.set(value, 'jsonText', JSON.stringify(read))
      return
    }
    for (const [key, one] of value instanceof Set ? [] : Object.entries(value)) {
      if (typeof one !== 'string') walk(one)
      else if (one.length > 4 && tells(one)) Reflect.set(value, key, without(one, tells))
    }
  }
  walk(found)
}
