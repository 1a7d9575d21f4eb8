import { lookedAfterStatuses, orderKinds } from '../../../../content/codes/legalStatus.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { query } from '../../access/act.ts'
import { anyKept, tellsHidden } from '../../access/keeping.ts'
import type { Once } from '../../access/looking.ts'
import type { Asking } from '../../access/model.ts'
import { statusInWords } from '../legal/rules.ts'
import { cardsOf } from '../queries.ts'
import type { Described } from '../matching/described.ts'
import { probesFor, reasonsOf, type Probes } from '../matching/keys.ts'
import { fold } from '../matching/names.ts'
import { score } from '../matching/score.ts'
import { SearchPeople, SearchText, WhoIsIt, type DescribedPerson, type Found, type FoundText, type Hit } from './model.ts'
import { placesOf } from './places.ts'
import { isEmpty, understand } from './rules.ts'
import * as store from './store.ts'

const mostShown = 20
/** Below this share of the evidence of a perfect match, wider keys are looked under. */
const goodEnough = 0.75

const nobody: Found = { hits: [], restricted: [], weak: true }

type Scored = Hit & Readonly<{ bits: number }>

function hitsOf(rows: readonly store.FoundRow[], wanted: Described, probes: Probes): Scored[] {
  const people = new Map<string, Scored>()
  for (const row of rows) {
    if (!row.card) continue
    const names = row.names ?? []
    const known: Described = { names, bornOn: row.card.bornOn, bornEstimated: row.card.bornAbout !== null && row.card.bornAbout !== 'day', addresses: [] }
    const match = score({ ...wanted, addresses: [], nhsNumber: null, upn: null }, known, reasonsOf(probes, row.matched))
    const before = people.get(row.person_id)
    const shown = fold(row.card.name)
    const otherNames = [...new Set([...(before?.otherNames ?? []), ...names.map((name) => `${name.given} ${name.family}`.trim()).filter((name) => fold(name) !== shown)])]
    const best = before && before.bits >= match.bits ? before : { personId: row.person_id, card: row.card, otherNames, ...match }
    people.set(row.person_id, { ...best, otherNames })
  }
  return [...people.values()]
}

const byEvidence = (a: Scored, b: Scored): number => b.bits - a.bits || (a.card.name < b.card.name ? -1 : a.card.name > b.card.name ? 1 : a.personId < b.personId ? -1 : 1)

/** The evidence that is enough to look no further: most of what a perfect match of all that was asked would bring. */
function enoughFor(wanted: Described, probes: Probes): number {
  const whole = score({ ...wanted, addresses: [], nhsNumber: null, upn: null }, { names: wanted.names, bornOn: wanted.bornOn, addresses: [] }, reasonsOf(probes, [...probes.asked.keys()]))
  return whole.bits * goodEnough
}

/** What is looked for, as far as it is known before anything is read. `typing`: somebody is still typing. */
type Search = Readonly<{ wanted: Described; probes: Probes; line: string; lone: boolean; typing: boolean; common: Pick<store.Rungs, 'strong' | 'days' | 'asked' | 'given'> }>

function searchFor(wanted: Described, typing: boolean): Search | undefined {
  if (isEmpty(wanted)) return undefined
  const probes = probesFor(wanted)
  const name = wanted.names[0]
  const line = name ? fold(`${name.given} ${name.family}`) : ''
  const lone = name !== undefined && wanted.names.length === 1 && name.family === ''
  return { wanted, probes, line, lone, typing, common: { strong: [...probes.named, ...probes.numbers], days: probes.days, asked: [...probes.asked.keys()], given: probes.given } }
}

/** Under the narrow keys: nearly always enough. */
const firstLook = (db: Db, { probes, line, lone, typing, common }: Search): Promise<store.FoundRow[]> =>
  store.find(db, { first: probes.exact, second: probes.named, third: probes.slipped, typed: typing || lone ? line : '', ...common })

/** What was found so far, best first, at most twenty. `wider`: looking under wider keys may find better ones. */
function foundBy({ wanted, probes, typing }: Search, rows: readonly store.FoundRow[]): Readonly<{ found: Found; best: number; wider: boolean }> {
  const hits = hitsOf(rows, wanted, probes)
  const enough = enoughFor(wanted, probes)
  const best = hits.reduce((most, hit) => Math.max(most, hit.bits), 0)
  const restricted = [...new Set(rows.filter((row) => row.sight === 'exists').map((row) => row.person_id))].slice(0, 5)
  const shown = hits.filter((hit) => hit.reasons.some((reason) => reason.bits > 0)).sort(byEvidence).slice(0, mostShown).map(({ bits: _, ...hit }) => hit)
  // While somebody types, a handful to choose from is enough: the next letter tells more than a wider search.
  return { found: { hits: shown, restricted, weak: best < enough }, best, wider: best < enough && !(typing && hits.length >= 5) }
}

/** Finds who may be meant, best first, at most twenty: narrow keys first, wider ones when nobody good is there, likeness last of all. */
export async function findPeople(db: Db, wanted: Described, typing = false): Promise<Found> {
  const search = searchFor(wanted, typing)
  if (!search) return nobody
  const { probes, line, lone, common } = search
  const rows = await firstLook(db, search)
  let now = foundBy(search, rows)
  if (now.wider) {
    rows.push(...(await store.find(db, { first: probes.born(), second: probes.part(), third: lone || now.best === 0 ? probes.lone() : [], ...common })))
    now = foundBy(search, rows)
  }
  if (now.wider && line.length > 2) {
    rows.push(...(await store.find(db, { first: [], second: [], third: [], blurred: line, ...common })))
    now = foundBy(search, rows)
  }
  return now.found
}

/** The same where the narrow keys are enough. */
const foundOnce = (text: string, typing: boolean, told: (found: Found, asking: Pick<Asking, 'saw'>) => Found): Once<Found> => async (db, today) => {
  const search = searchFor(understand(text, today).wanted, typing)
  const rows = search ? await firstLook(db, search) : []
  return (asking) => {
    if (!search) return told(nobody, asking)
    const { found, wider } = foundBy(search, rows)
    return wider ? undefined : told(found, asking)
  }
}

const allFound = (found: Found, { saw }: Pick<Asking, 'saw'>): Found => {
  saw([...found.hits.map((hit) => hit.personId), ...found.restricted])
  return found
}
const fewFound = (found: Found, { saw }: Pick<Asking, 'saw'>): Found => {
  const hits = found.hits.slice(0, 8)
  saw(hits.map((hit) => hit.personId))
  return { ...found, hits }
}

/** The one search box: people. */
export const searchPeople = query('people.search', SearchPeople, {
  may: 'person.find',
  run: async (asking, { text }) => allFound(await findPeople(asking.db, understand(text, asking.today).wanted), asking),
  once: ({ text }) => foundOnce(text, false, allFound),
})

/** The same while somebody is still typing: the beginning of a name is enough. */
export const suggestPeople = query('people.suggest', SearchPeople, {
  may: 'person.find',
  run: async (asking, { text }) => fewFound(await findPeople(asking.db, understand(text, asking.today).wanted, true), asking),
  once: ({ text }) => foundOnce(text, true, fewFound),
})

/** `Priya Nair, Family Support 2`, for each of these people somebody works with now. */
export async function workersOf(asking: Asking, people: readonly string[]): Promise<Map<string, string>> {
  const lines = new Map<string, string>()
  for (const { personId, worker, team } of await store.worksWith(asking.db, people)) {
    const line = [worker, team].filter((part) => part !== null).join(', ')
    const before = lines.get(personId)
    // The worker says more than the team alone.
    if (!before || (worker && !before.includes(', '))) lines.set(personId, line)
  }
  return lines
}

const describedOf = (person: DescribedPerson): Described => ({
  names: [{ given: person.given, family: person.family, kind: 'current' }],
  bornOn: person.bornOn ?? null,
  addresses: person.lines || person.postcode ? [{ lines: person.lines ?? '', postcode: person.postcode ?? '' }] : [],
  nhsNumber: person.nhsNumber ?? null,
  upn: person.upn ?? null,
})

/** Search before create: for each of the people described, who they may already be. */
export const whoIsIt = query('people.whoIsIt', WhoIsIt, {
  may: 'person.find',
  run: async ({ db, saw }, { people }) => {
    const found: Found[] = []
    for (const person of people) found.push(await findPeople(db, describedOf(person)))
    saw(found.flatMap((one) => [...one.hits.map((hit) => hit.personId), ...one.restricted]))
    return found
  },
})

/** `\u0002` and `\u0003` stand around the words found. */
const wordsOf = (quoted: string): FoundText['words'] =>
  quoted.split(/(\u0002[^\u0003]*\u0003)/).filter((part) => part !== '').map((part) => ({ text: part.replace(/[\u0002\u0003]/g, ''), marked: part.startsWith('\u0002') }))

/** What orders and legal statuses are called now, by their codes. */
const orderLabels = (): Record<string, string> => Object.fromEntries([...lookedAfterStatuses.codes, ...orderKinds.codes].map((one) => [one.code, statusInWords(one.code)]))

/** Text search of notes, contacts, forms, minutes, plans, dated facts, orders, legal work, advice and allegations, inside what one may read. Words as people write them: `bruise OR mark`, `"left cheek"`, `-school`. */
export const searchText = query('people.searchText', SearchText, {
  may: 'record.read',
  run: async (asking, { text, about }) => {
    const rows = await store.findText(asking.db, text, about ?? [], mostShown, orderLabels())
    // People the reader may not know are left out without a trace (access policy, rule 14).
    const cards = await cardsOf(asking, [...new Set(rows.flatMap((row) => row.people))])
    // Searching for what is hidden from the reader finds nothing: else the finding would tell it (rule 20).
    const tells = (await anyKept(asking)) ? await tellsHidden(asking, [...new Set(rows.flatMap((row) => row.people))]) : () => false
    const places = await placesOf(asking, rows)
    return { texts: rows.map(({ quoted, ...row }, i): FoundText => ({ ...row, ...(places[i] ?? { title: '', href: '' }), people: row.people.filter((id) => cards.has(id)), words: wordsOf(quoted) })).filter((one) => !tells(text) && !tells(one.words.map((part) => part.text).join(''))) }
  },
})
