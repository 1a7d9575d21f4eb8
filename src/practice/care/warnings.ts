import { agreedWords } from '../../engine/timescales/words.ts'
import type { Happening } from '../../engine/timescales/model.ts'
import { addDays, shortDay, type PlainDate } from '../../kernel/dates.ts'
import type { Asking } from '../../record/access/model.ts'
import { ageInWords, markOf } from '../../record/people/marks.ts'
import type { Card } from '../../record/people/model.ts'
import { cardsOf } from '../../record/people/queries.ts'
import { storiesOf, type Story } from '../../record/people/warnings/queries.ts'
import * as store from '../../record/people/warnings/store.ts'
import { groupByDay } from '../../record/work/besideRows.ts'
import type { BesideSource, BesideWork } from '../../record/work/besideTray.ts'

const soon = 28

function rowOf(card: Card, note: store.ToLookAt, today: PlainDate): BesideWork {
  const late = note.reviewOn < today
  return {
    group: groupByDay(note.reviewOn, today), dueOn: note.reviewOn,
    row: {
      title: 'Look at a safety note again', about: [markOf(card)], who: `${card.name}, ${ageInWords(card, today)}`, names: [{ words: `${card.name}, ${ageInWords(card, today)}`, href: `/people/${card.id}` }],
      also: note.words.length > 60 ? `${note.words.slice(0, note.words.lastIndexOf(' ', 60))} …` : note.words,
      clock: { state: late ? 'late' : note.reviewOn === today ? 'today' : note.reviewOn <= addDays(today, 2) ? 'soon' : 'inTime', words: agreedWords(note.reviewOn, today), second: `${late ? 'was due' : 'due'} ${shortDay(note.reviewOn, today)}` },
      open: { href: `/people/${card.id}/details#warnings`, words: 'Open' },
    },
  }
}

/** Rows about those whom the reader may know and who live. */
async function rowsOf<Row extends store.ToLookAt>(asking: Asking, notes: readonly Row[]): Promise<readonly (readonly [Row, BesideWork])[]> {
  if (notes.length === 0) return []
  const cards = await cardsOf(asking, [...new Set(notes.map((one) => one.personId))])
  return notes.flatMap((note) => { const card = cards.get(note.personId); return card && !card.diedOn ? [[note, rowOf(card, note, asking.today)] as const] : [] })
}

/** What happened to the safety notes of one person, as the one clock of them counts it: it runs to the day of the note that is due first. */
export function warningHappenings(personId: string, stories: readonly Story[]): Happening[] {
  const steps = stories.flatMap((story) => story.looks.map((look, place) => ({ first: story.first, place, look }))).sort((a, b) => a.look.on.localeCompare(b.look.on) || a.place - b.place)
  const open = new Map<string, PlainDate>()
  const dueFirst = (): PlainDate | undefined => [...open.values()].sort()[0]
  return steps.flatMap(({ first, place, look }): Happening[] => {
    const one = (event: string, more: Partial<Happening> = {}): Happening => ({ event, on: look.on, people: [personId], ...more })
    const before = dueFirst()
    const wasDue = open.get(first)
    if (look.ended) open.delete(first)
    else open.set(first, look.reviewOn)
    const until = dueFirst()
    const done = place > 0 && wasDue === before
    return [
      ...(before === undefined ? [one('warning.added')] : done ? [one('warning.reviewed')] : []),
      ...(until === undefined ? [one('warning.ended')] : done || until !== before ? [one('warning.reviewSet', { until })] : []),
    ]
  })
}

/** Safety notes that are due to be looked at again, late or within four weeks: in the trays of those who work with whom they are about, and on the boards of their teams. */
export const warningsDue: BesideSource = {
  kind: 'safetyNote', duties: ['warning.reviewed'],
  mine: async (asking) => asking.actor.roles.some((role) => role === 'worker' || role === 'manager') ? (await rowsOf(asking, await store.ofWorker(asking.db, asking.actor.id, addDays(asking.today, soon)))).map(([, row]) => row) : [],
  ofTeams: async (asking, teams) => (await rowsOf(asking, await store.ofTeams(asking.db, teams, addDays(asking.today, soon)))).flatMap(([note, row]) => (note.teamId ? [{ ...row, team: note.teamId, worker: note.workerId, workerName: note.worker }] : [])),
  happened: async (asking, people) => { const stories = await storiesOf(asking, people); return people.flatMap((id) => warningHappenings(id, stories.filter((one) => one.personId === id))) },
}
