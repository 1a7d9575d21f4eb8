/** JSON that says where each value stands, so that a fault in a file that people write is told with its line. Lines that begin with // are comments. */
export type Placed = Readonly<{ value: unknown; /** The line of the value at a path, as `files/0/key`. */ lineOf: (path: string) => number }>
export type NoJson = Readonly<{ line: number; sentence: string }>

const spaces = /(?:\s|\/\/[^\n]*)*/y
const text = /"(?:[^"\\\n]|\\.)*"/y
const plain = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const deepest = 40

/** Reads JSON whole, or says in one sentence what is wrong, and where. */
export function readPlacedJson(given: string): Placed | NoJson {
  const source = given.startsWith('\ufeff') ? given.slice(1) : given
  const lines = new Map<string, number>()
  let at = 0
  const lineAt = (place: number) => source.slice(0, place).split('\n').length
  const wrong = (sentence: string): never => { throw { line: lineAt(at), sentence } satisfies NoJson }
  const match = (shape: RegExp): string | undefined => {
    shape.lastIndex = at
    const found = shape.exec(source)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  const skip = () => void match(spaces)
  const word = (): string => {
    const found = match(text)
    if (found === undefined) return wrong('Here a text in double quotes was expected.')
    try {
      return String(JSON.parse(found))
    } catch {
      return wrong('This text holds a sign that has to be written otherwise: a backslash is written twice.')
    }
  }
  const list = (end: string, each: () => void) => {
    at++
    skip()
    if (source[at] === end) return void at++
    for (;;) {
      each()
      skip()
      const sign = source[at]
      if (sign === end) return void at++
      if (sign !== ',') wrong(`Here a comma or ${end} was expected.`)
      at++
      skip()
      if (source[at] === end) wrong('Nothing follows the last comma: take it out.')
    }
  }
  const read = (path: string, depth: number): unknown => {
    skip()
    lines.set(path, lineAt(at))
    if (depth > deepest) wrong('This is nested too deep.')
    const sign = source[at]
    if (sign === '{') {
      const found: [string, unknown][] = []
      list('}', () => {
        const name = word()
        if (found.some(([one]) => one === name)) wrong(`${name} stands here twice.`)
        skip()
        if (source[at] !== ':') wrong(`After ${name} a colon was expected.`)
        at++
        found.push([name, read(path ? `${path}/${name}` : name, depth + 1)])
      })
      return Object.fromEntries(found)
    }
    if (sign === '[') {
      const found: unknown[] = []
      list(']', () => void found.push(read(`${path}/${found.length}`, depth + 1)))
      return found
    }
    if (sign === '"') return word()
    const other = match(plain)
    return other === undefined ? wrong(at >= source.length ? 'The file ends in the middle.' : 'Here a value was expected: a text in double quotes, a number, true, false, [ or {.') : JSON.parse(other)
  }
  try {
    const value = read('', 0)
    skip()
    if (at < source.length) wrong('Nothing may follow the end.')
    return { value, lineOf: (path) => { for (let up = path; ; up = up.slice(0, Math.max(0, up.lastIndexOf('/')))) { const line = lines.get(up); if (line !== undefined) return line; if (up === '') return 1 } } }
  } catch (problem) {
    if (typeof problem === 'object' && problem !== null && 'sentence' in problem && 'line' in problem) return { line: Number(problem.line), sentence: String(problem.sentence) }
    throw problem
  }
}
