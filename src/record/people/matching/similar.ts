/** Jaro–Winkler likeness of two folded words: 1 the same, 0 nothing in common. */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro
}

function jaroOf(a: string, b: string): number {
  if (a === '' || b === '') return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken: boolean[] = new Array<boolean>(b.length).fill(false)
  const ofA: string[] = []
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken[j] || a[i] !== b[j]) continue
      taken[j] = true
      ofA.push(a.charAt(i))
      break
    }
  }
  if (ofA.length === 0) return 0
  const ofB = [...b].filter((_, j) => taken[j])
  const outOfPlace = ofA.filter((letter, i) => letter !== ofB[i]).length / 2
  return (ofA.length / a.length + ofA.length / b.length + (ofA.length - outOfPlace) / ofA.length) / 3
}

// Three rows in turn, made once: the one before the last is needed for neighbours that were swapped.
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const

/** Typing errors between two words: letters missed, added, wrong, or two neighbours swapped (each counts one). Stops counting past `most` and answers `most + 1`. */
export function slips(a: string, b: string, most = 2): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  const width = b.length + 1
  if (width > rows[0].length) rows = [new Uint16Array(width * 2), new Uint16Array(width * 2), new Uint16Array(width * 2)]
  let [before, last, row] = rows
  for (let j = 0; j < width; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let best = i
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row[j] = cost
      if (cost < best) best = cost
    }
    if (best > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
