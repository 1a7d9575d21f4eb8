import { inflateSync } from 'node:zlib'

/** The words of a PDF as somebody hears them who cannot see it: content of its pages in order, letters by the fonts' own tables. */
export function textOfPdf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes)
  const latin = raw.toString('latin1')
  const objects = new Map<string, { head: string; stream: string }>()
  for (const found of latin.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const begin = found.index + found[0].length
    const end = latin.indexOf('\nendobj', begin)
    const at = latin.indexOf('\nstream\n', begin)
    const has = at >= 0 && at < end
    const head = latin.slice(begin, has ? at : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const body = has ? raw.subarray(at + 8, at + 8 + length) : Buffer.alloc(0)
    objects.set(found[1] ?? '', { head, stream: has ? (head.includes('/FlateDecode') ? inflateSync(body) : body).toString('latin1') : '' })
  }
  const lettersOf = (fontId: string): Map<number, string> => {
    const map = new Map<number, string>()
    const table = objects.get(/\/ToUnicode (\d+)/.exec(objects.get(fontId)?.head ?? '')?.[1] ?? '')?.stream ?? ''
    for (const range of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
      const first = parseInt(range[1] ?? '', 16)
      ;[...(range[3] ?? '').matchAll(/<([0-9a-f ]+)>/gi)].forEach((one, i) => map.set(first + i, String.fromCharCode(...(one[1]?.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => parseInt(unit, 16)))))
    }
    return map
  }
  const out: string[] = []
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b/.test(head)) continue
    const content = objects.get(/\/Contents (\d+)/.exec(head)?.[1] ?? '')?.stream ?? ''
    const resources = objects.get(/\/Resources (\d+)/.exec(head)?.[1] ?? '')?.head ?? head
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((one) => [one[1], lettersOf(one[2] ?? '')]))
    let letters = new Map<number, string>()
    for (const token of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(BT)/g)) {
      if (token[1]) letters = fonts.get(token[1]) ?? letters
      else if (token[3]) out.push('\n')
      else for (const part of (token[2] ?? '').matchAll(/<([0-9a-f]*)>/gi)) for (const unit of part[1]?.match(/.{4}/g) ?? []) out.push(letters.get(parseInt(unit, 16)) ?? '')
    }
  }
  return out.join('')
}
