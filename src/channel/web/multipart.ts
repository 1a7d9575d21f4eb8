import { treeOf } from '../../kernel/formTree.ts'

/** Reads a form with a file in it (RFC 7578): fields as text, a file as base64. Undefined for what is no such form; more than sixty parts are none of ours. */
export function multipartOf(type: string, body: Buffer): unknown {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(type)
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`)
  if (mark.length === 2) return undefined
  const fields = new URLSearchParams()
  let at = body.indexOf(mark)
  for (let parts = 0; at >= 0; parts += 1) {
    const begin = at + mark.length
    if (body.subarray(begin, begin + 2).toString() === '--') return treeOf(fields)
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), begin)
    const head = body.indexOf('\r\n\r\n', begin)
    if (next < 0 || head < 0 || head > next || parts > 60) return undefined
    const said = /name="([^"]{1,200})"(?:; filename="([^"]*)")?/i.exec(body.subarray(begin, head).toString())
    const content = body.subarray(head + 4, next)
    if (said?.[1]) fields.append(said[1], said[2] === undefined ? content.toString() : content.toString('base64'))
    at = next + 2
  }
  return undefined
}
