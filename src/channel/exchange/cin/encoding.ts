/** The text of a file whose first bytes, or whose XML declaration, say how it is written. */
export type TextReader = (bytes: Uint8Array, last: boolean) => string

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'], [[0xfe, 0xff], 'utf-16be'], [[0xff, 0xfe], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'], [[0x3c, 0x00], 'utf-16le'],
]
const declaredAs = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/

/** How the file is written, from its first bytes; utf-8 where nothing says otherwise. */
function encodingOf(head: Uint8Array): string {
  for (const [mark, encoding] of marks) if (mark.every((byte, at) => head[at] === byte)) return encoding
  const declared = declaredAs.exec(new TextDecoder('latin1').decode(head))?.[1]?.toLowerCase() ?? 'utf-8'
  // a declaration that could be read byte by byte is not written in two bytes a letter, whatever it says
  return declared.startsWith('utf-16') ? 'utf-8' : declared
}

/**
 * Decodes with the encoding that the first bytes show; bytes that are not of that encoding are an error, never a question mark.
 * @throws TypeError or RangeError from the decoder
 */
export function textReader(head: Uint8Array): TextReader {
  const decoder = new TextDecoder(encodingOf(head), { fatal: true })
  return (bytes, last) => decoder.decode(bytes, { stream: !last })
}
