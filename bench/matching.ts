import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Described } from '../src/record/people/matching/described.ts'
import { probesFor, storedKeys } from '../src/record/people/matching/keys.ts'
import { score } from '../src/record/people/matching/score.ts'

/** A record of the FEBRL sets: `person` is the same for records of one person. The social security number is never read. */
type FebrlRecord = Readonly<{ id: string; person: string; described: Described }>
export type Measure = Readonly<{ records: number; truePairs: number; candidates: number; found: number; threshold: number; recall: number; precision: number }>
type ScoredPair = Readonly<{ a: FebrlRecord; b: FebrlRecord; score: number; same: boolean }>
type Scored = Readonly<{ records: number; truePairs: number; pairs: readonly ScoredPair[] }>

export const matchingInputs = (root: string): string => resolve(process.env['KITH_SHARED'] ?? resolve(root, '../shared'), 'inputs/person_matching')

export function readFebrl(file: string): FebrlRecord[] {
  return readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => {
    const [id = '', given = '', family = '', number = '', street = '', place = '', suburb = '', postcode = '', state = '', born = ''] = line.split(',').map((cell) => cell.trim())
    return {
      id,
      person: /^rec-\d+/.exec(id)?.[0] ?? id,
      described: {
        names: [{ given, family, kind: 'current' }],
        bornOn: /^\d{8}$/.test(born) ? `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}` : null,
        addresses: [{ lines: [number, street, place, suburb, state].join(' '), postcode }],
      },
    }
  })
}

/** Files every record under its keys, looks each one up by its probes, and scores every pair found. */
export function scorePairs(records: readonly FebrlRecord[]): Scored {
  const filed = new Map<number, number[]>()
  records.forEach((record, at) => { for (const key of storedKeys(record.described)) filed.set(key, [...(filed.get(key) ?? []), at]) })
  const pairs: ScoredPair[] = []
  records.forEach((a, at) => {
    const { exact, named, slipped } = probesFor(a.described)
    const near = new Set([...exact, ...named, ...slipped].flatMap((key) => filed.get(key) ?? []))
    for (const other of near) {
      const b = records[other]
      if (b && other < at) pairs.push({ a, b, score: score(a.described, b.described).score, same: a.person === b.person })
    }
  })
  const sizes = new Map<string, number>()
  for (const record of records) sizes.set(record.person, (sizes.get(record.person) ?? 0) + 1)
  return { records: records.length, truePairs: [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0), pairs }
}

export function measureAt(scored: Scored, threshold: number): Measure {
  const said = scored.pairs.filter((pair) => pair.score >= threshold)
  const right = said.filter((pair) => pair.same).length
  return {
    records: scored.records, truePairs: scored.truePairs, candidates: scored.pairs.length, found: scored.pairs.filter((pair) => pair.same).length,
    threshold, recall: right / scored.truePairs, precision: said.length === 0 ? 1 : right / said.length,
  }
}

/**
 * The lowest threshold, in steps of 0.005, at which no pair of the set is wrongly called one person. None, rather than few: wrong pairs grow
 * with the square of the people, true ones do not, and the set to be matched is larger than the set to choose on.
 */
export function chooseThreshold(scored: Scored): number {
  const worst = Math.max(0, ...scored.pairs.filter((pair) => !pair.same).map((pair) => pair.score))
  return Math.ceil((worst + 0.0001) * 200) / 200
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`
const line = (name: string, m: Measure) =>
  `${name}: ${m.records} records, ${m.truePairs} true pairs, ${m.candidates} pairs compared (${m.found} of the true ones), threshold ${m.threshold}, recall ${percent(m.recall)}, precision ${percent(m.precision)}`

if (import.meta.main) {
  const folder = matchingInputs(resolve(import.meta.dirname, '..'))
  const one = scorePairs(readFebrl(resolve(folder, 'dataset1.csv')))
  const threshold = chooseThreshold(one)
  console.log(line('Set 1 (threshold chosen here)', measureAt(one, threshold)))
  const started = performance.now()
  const two = scorePairs(readFebrl(resolve(folder, 'dataset2.csv')))
  const on2 = measureAt(two, threshold)
  console.log(line('Set 2', on2))
  console.log(`Set 2 took ${Math.round(performance.now() - started)} ms: filing ${two.records} records and scoring ${two.pairs.length} pairs.`)
  const kept = on2.recall >= 0.95 && on2.precision >= 0.99
  console.log(`Matching, in short: recall ${percent(on2.recall)} (at least 95 %) at precision ${percent(on2.precision)} (at least 99 %): ${kept ? 'kept' : 'NOT kept'}`)
  if (!kept) process.exitCode = 3
}
