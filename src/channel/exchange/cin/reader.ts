import { createHash } from 'node:crypto'
import type { PlainDate } from '../../../kernel/dates.ts'
import { textReader, type TextReader } from './encoding.ts'
import type { CensusPart } from './model.ts'
import { bounds, censusParser, Refusal } from './parser.ts'

/**
 * Reads a census piece by piece: one header, then each child as soon as its end is reached, then the end.
 * The next bytes are asked for only when the last child was taken, so memory does not grow with the file.
 * A file that is broken, no census, or carries a document type ends with one `refused` part: nothing is thrown for it.
 */
export async function* readCensus(bytes: AsyncIterable<Uint8Array>, today: PlainDate): AsyncGenerator<CensusPart> {
  const hash = createHash('sha256')
  const census = censusParser(today)
  let decode: TextReader | undefined
  let head = new Uint8Array()

  function* feed(piece: Uint8Array, last: boolean): Generator<CensusPart> {
    decode ??= decoderFor(piece)
    const text = decodeOrRefuse(decode, piece, last, census.line())
    for (let at = 0; at < text.length; at += bounds.lettersAtOnce) yield* census.read(text.slice(at, at + bounds.lettersAtOnce))
  }

  try {
    for await (const piece of bytes) {
      hash.update(piece)
      if (decode) {
        yield* feed(piece, false)
        continue
      }
      head = joined(head, piece)
      if (head.length >= bounds.headBytes) yield* feed(head, false)
    }
    if (!decode && head.length === 0) throw new Refusal(1, 'The file is empty.')
    yield* feed(decode ? new Uint8Array() : head, true)
    yield { kind: 'end', ...census.finish(), sha256: hash.digest('hex') }
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    yield { kind: 'refused', line: problem.line, sentence: problem.message }
  }
}

const joined = (a: Uint8Array, b: Uint8Array) => {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function decoderFor(head: Uint8Array): TextReader {
  try {
    return textReader(head.subarray(0, bounds.headBytes))
  } catch {
    throw new Refusal(1, 'The file names an encoding that we do not know. Save it as UTF-8 and import it again.')
  }
}

function decodeOrRefuse(decode: TextReader, piece: Uint8Array, last: boolean, line: number): string {
  try {
    return decode(piece, last)
  } catch {
    throw new Refusal(line, `Some letters after line ${line} are not written in the encoding that the file says. Save it as UTF-8 and import it again.`)
  }
}
