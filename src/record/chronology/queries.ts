import { Type } from '@sinclair/typebox'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { Day, Id, optional, shape, Words } from '../../kernel/shape.ts'
import { command, query } from '../access/act.ts'
import type { Written } from '../access/keeping.ts'
import type { Asking } from '../access/model.ts'
import { idsOf, sightOf } from '../people/queries.ts'
import * as store from './store.ts'
import type { ChronologyTeller, SpineEvent, Told } from './tellers.ts'

export type Line = SpineEvent & Readonly<{ told: Told }>

/** Kinds that the record itself knows how to say; modules contribute theirs. */
const ownWords: Readonly<Record<string, string>> = {
  'person.added': 'Added to the record',
  'person.factChanged': 'Details changed',
  'person.nameChanged': 'Name changed',
  'person.moved': 'Moved home',
  'address.hidden': 'Where they are is hidden from somebody',
  'address.shown': 'Where they are is no longer hidden',
  'person.born': 'Born',
  'pregnancy.ended': 'The pregnancy ended',
  'birth.takenBack': 'What was recorded of a birth was taken back',
  'family.relationshipRecorded': 'Relationship recorded',
  'warning.added': 'Safety note added',
  'warning.reviewed': 'Safety note looked at again',
  'warning.ended': 'Safety note ended',
  'work.allocated': 'Given to a worker',
  'case.closed': 'We stopped working with the family',
  'earlyHelp.started': 'Early help began',
  'earlyHelp.ended': 'Early help ended',
  'person.merged': 'Two records joined into one',
  'person.unmerged': 'Joined records taken apart',
}

const tellers: ChronologyTeller[] = []

/** Plugs in how the modules' events read. Called once, when the house is put together. */
export function plugTellers(contributed: readonly ChronologyTeller[]): void {
  tellers.length = 0
  tellers.push(...contributed)
}

/** Says what each event was, by the modules that recorded them: one query a module, all of them asked together. */
export async function tell(asking: Asking, events: readonly SpineEvent[]): Promise<Line[]> {
  const words = await Promise.all(tellers.map((teller) => {
    const theirs = events.filter((event) => teller.kinds.includes(event.kind))
    return theirs.length === 0 ? new Map<string, Told>() : teller.tell(asking, theirs)
  }))
  const told = new Map(words.flatMap((theirs) => [...theirs]))
  return events.map((event) => ({ ...event, told: told.get(event.id) ?? { title: ownWords[event.kind] ?? 'Recorded' } }))
}

/** What happened to these people (survivors), newest first. One more than `most` tells that there is more. */
export async function readChronology(asking: Asking, people: readonly string[], how: Readonly<{ most: number; significantOnly?: boolean; before?: string | undefined; kinds?: readonly string[] | undefined }>): Promise<{ lines: Line[]; more: boolean; total: number }> {
  const ids = await idsOf(asking, people)
  const found = await store.events(asking.db, { people: ids, most: how.most + 1, significantOnly: how.significantOnly ?? false, before: how.before, kinds: how.kinds })
  asking.saw(people)
  return { lines: await tell(asking, found.slice(0, how.most)), more: found.length > how.most, total: await store.countEvents(asking.db, ids) }
}

type How = Readonly<{ most: number; significantOnly: boolean; before: string | undefined }>

/** What stands between line breaks, of which JSON text has none. */
function atBreaks(text: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, from)) {
    pieces.push(text.subarray(from, at))
    from = at + 1
  }
  return [...pieces, text.subarray(from)]
}

/** One person's, by one look at the rule. What the modules must tell stands between line breaks. */
async function writtenOfOne(asking: Asking, id: string, how: How): Promise<Written> {
  const noting = tellers.filter((teller) => teller.notes !== undefined)
  const { parts, more, total } = await store.told(asking.db, id, how, { kinds: noting.flatMap((teller) => teller.kinds), inWords: Object.assign({}, ...noting.map((teller) => teller.notes)) })
  const open = parts.map(atBreaks)
  const spines = open.flatMap((pieces) => pieces.filter((_, i) => i % 2).map((spine): SpineEvent => JSON.parse(`${spine.toString('utf8')}}`)))
  const told = new Map((await tell(asking, spines)).map((line) => [line.id, JSON.stringify(line.told)]))
  let at = 0
  const rest = () => `,"told":${told.get(spines[at++]?.id ?? '') ?? '{"title":"Recorded"}'}`
  const closed = open.flatMap((pieces, n) => [n ? ',' : '', ...pieces.flatMap((piece, i) => (i % 2 ? [piece, rest()] : [piece]))])
  return ['{"lines":[', ...closed, `],"more":${more},"total":${total}}`]
}

/** The same as the JSON text that is sent: what the modules let the database say passes through as it is. */
async function writtenChronology(asking: Asking, person: string, how: How): Promise<Written> {
  const ids = await idsOf(asking, [person])
  asking.saw([person])
  const [only, ...others] = ids
  if (only !== undefined && others.length === 0) return writtenOfOne(asking, only, how)
  const [found, total] = await Promise.all([
    store.lines(asking.db, { people: ids, ...how, most: how.most + 1 }, tellers.flatMap(({ kinds, written }) => (written ? [{ kinds, written }] : []))), store.countEvents(asking.db, ids),
  ])
  const told = new Map((await tell(asking, found.rest)).map((line) => [line.id, JSON.stringify(line.told)]))
  const text = found.rest.length === 0 ? found.text : found.text.split('\n').map((part, i) => (i % 2 ? (told.get(part) ?? '{"title":"Recorded"}') : part)).join('')
  return `{"lines":${text},"more":${found.more},"total":${total}}`
}

export const chronology = query('chronology.of', shape({ id: Id, most: optional(Type.Integer({ minimum: 1, maximum: 2000 })), significantOnly: optional(Type.Boolean()), before: optional(Day) }), {
  may: 'record.read',
  run: async (asking, input) => {
    const known = await sightOf(asking, input.id)
    if (known.sight !== 'full') return { lines: [], more: false, total: 0 }
    return readChronology(asking, [known.id], { most: input.most ?? 60, significantOnly: input.significantOnly ?? false, before: input.before })
  },
  json: async (asking, input) => {
    const known = await sightOf(asking, input.id)
    if (known.sight !== 'full') return '{"lines":[],"more":false,"total":0}'
    return writtenChronology(asking, known.id, { most: input.most ?? 60, significantOnly: input.significantOnly ?? false, before: input.before })
  },
})

export const storyOf = async (asking: Asking, people: readonly string[]): Promise<store.Story | undefined> => store.story(asking.db, await idsOf(asking, people))

/** A judgement of one person that an event matters (or not after all); the newest judgement holds. */
export const judgeSignificance = command('chronology.judge', shape({ eventId: Id, significant: Type.Boolean() }), {
  may: 'record.write',
  // An entry that one may not see is not there, as one that never was.
  people: async ({ eventId }, db) => {
    const people = await store.peopleOfEvent(db, eventId)
    if (people.length === 0) throw notFound('We could not find that entry.')
    return people
  },
  run: async (asking, { eventId, significant }) => {
    if ((await store.insertSignificance(asking.db, asking.actor.id, eventId, significant)) === 0) throw notFound('We could not find that entry.')
    return { answer: { significant } }
  },
})

/** Changes the story so far: the paragraph that a person keeps beside the chronology. The story before is kept. */
export const keepStory = command('chronology.keepStory', shape({ people: Type.Array(Id, { minItems: 1, maxItems: 40 }), words: Words(4000), replaces: optional(Id), version: optional(Type.Integer()) }), {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, { people, words, replaces }) => {
    const before = await store.story(asking.db, people)
    if (before && before.id !== replaces) return { problems: [{ question: 'words', problem: `${before.by ?? 'Somebody else'} has changed the story since you opened it. Read theirs, then write yours again: both are kept.` }] }
    const id = newId(Date.parse(asking.now))
    await store.insertStory(asking.db, asking.actor.id, asking.now, { id, words, version: (before?.version ?? 0) + 1, people, domain: 'children', replaces: before?.id })
    return { answer: { id } }
  },
})
