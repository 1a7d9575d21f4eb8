import { isPlainDate, moment, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { command } from '../../record/access/act.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import { idsOf } from '../../record/people/queries.ts'
import { openWorkAbout } from '../../record/work/queries.ts'
import { finishWork, itemFor } from '../../record/work/register.ts'
import { hasStanding, isStanding, keepInStep } from '../../record/work/standing/step.ts'
import { WriteNote } from './model.ts'
import { isVisit, problemsOfNote, titleOf } from './rules.ts'
import * as store from './store.ts'

/** The moment of a time on the clock of England that day. */
function momentOf(day: PlainDate, time: string): Instant {
  const guess = moment(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(new Date(guess))
  return Number(shown) === Number(time.slice(0, 2)) ? guess : moment(Date.parse(guess) - 3_600_000)
}

/** Visits of the law that were due before this one, for those only who were seen: done late, with the reason. */
async function lateVisits(asking: Asking, seen: readonly string[], on: PlainDate, reason: string): Promise<void> {
  const late = (await openWorkAbout(asking, await idsOf(asking, seen))).filter((item) => isStanding(item) && isVisit(item.kind) && item.dueOn !== null && item.dueOn < on && item.people.every((person) => seen.includes(person.id)))
  for (const item of late) await finishWork(asking, item.id, { outcome: 'done', on, late: reason })
}

/**
 * Writes a note or a visit once for all its people. What is about some of them only is a passage. Who was seen, alone, and where they sleep are typed facts.
 * A signed note is never edited: a correction is a new one with a reason.
 */
export const writeNote = command('notes.write', WriteNote, {
  may: 'record.write',
  people: (note) => note.people,
  run: async (asking, note) => {
    const problems = problemsOfNote(note, asking.today)
    if (problems.length > 0 || !isPlainDate(note.happenedOn)) return { problems }
    if (note.corrects) {
      const before = await store.noteById(asking.db, note.corrects)
      if (!before) throw notAllowed('The note you correct is not open to you.')
    }
    const happenedAt = note.at ? momentOf(note.happenedOn, note.at) : undefined
    const written = store.insertNote(asking.db, { ...note, title: titleOf(note), authorId: asking.actor.id, recordedAt: asking.now, happenedAt, domain: 'children' })
    // A visit that a plan asks for ends for those who were seen, and goes on for those who were not.
    const seen = (note.seen ?? []).flatMap((one) => (one.seen ? [one.personId] : []))
    const standing = seen.length > 0 && (await hasStanding(asking, seen))
    if (note.itemId && !(standing && isStanding(await itemFor(asking, note.itemId)))) await Promise.all([written, finishWork(asking, note.itemId, { outcome: 'recorded', on: note.happenedOn })])
    if (standing && note.lateWhy) await lateVisits(asking, seen, note.happenedOn, note.lateWhy)
    if (standing) await Promise.all([written, keepInStep(asking, seen)])
    const subject = { kind: 'note', id: note.id }
    const happened: Happening[] = [{ kind: `${note.kind === 'visit' ? 'visit' : 'note'}.written`, people: note.people, on: note.happenedOn, ...(happenedAt ? { at: happenedAt } : {}), significant: note.significant ?? false, subject }]
    for (const said of note.said ?? []) happened.push({ kind: 'voice.heard', people: [said.personId], on: note.happenedOn, significant: true, subject })
    return { answer: { id: note.id }, happened, written }
  },
})
