type Token = Readonly<{ text: string; start: number; end: number; depth: number }>

/** Words that end a condition. */
const ends = new Set(['and', 'or', 'then', 'else', 'end', 'when', 'where', 'on', 'if', 'elsif', 'return', 'select', 'from', 'join', 'left', 'cross', 'group', 'order', 'limit', 'union', 'offset', 'loop', 'as', 'returning', ',', ';', ':='])

/** The words of a statement with how deep in brackets each stands; a bracket belongs to what is in it. */
function tokensOf(text: string): Token[] {
  let depth = 0
  return [...text.matchAll(/'(?:[^']|'')*'|:=|[\w.]+|[^\w\s]/g)].map(({ index, 0: found }) => {
    const word = found.toLowerCase()
    if (word === '(' || word === '[' || word === 'case') depth += 1
    const token = { text: word, start: index, end: index + found.length, depth }
    if (word === ')' || word === ']' || (word === 'end' && text.slice(index).search(/^end\s*(if|loop|;|\$|$)/i) !== 0)) depth -= 1
    return token
  })
}

/** Each condition that could be forgotten, with the word that ties it to the one beside it: from where to where. */
export function forgotten(text: string): (readonly [start: number, end: number])[] {
  const tokens = tokensOf(text)
  const stops = (one: Token | undefined, depth: number) => !one || one.depth < depth || (one.depth === depth && (ends.has(one.text) || one.text === '(' || one.text === ')' || one.text === ']' || one.text === 'case'))
  return tokens.flatMap((tie, at) => {
    if (tie.text !== 'and' && tie.text !== 'or') return []
    let [first, last] = [at - 1, at + 1]
    while (!stops(tokens[last], tie.depth)) last += 1
    while (!stops(tokens[first], tie.depth)) first -= 1
    const [before, after] = [tokens[first], tokens[last - 1]]
    const found: [number, number][] = after && last - 1 > at ? [[tie.start, after.end]] : []
    // The first of several: the others were found as the ones after their word.
    if (first < at - 1 && before?.text !== 'and' && before?.text !== 'or') found.push([tokens[first + 1]?.start ?? 0, tie.end])
    return found
  })
}
