import { addMonths, isPlainDate, plain, type PlainDate } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { idsOf } from '../queries.ts'
import { recordingOf } from '../register.ts'
import * as store from './store.ts'

/** Within twelve months somebody looks at it again. */
export const problemsOfReview = (reviewOn: string | undefined, today: PlainDate): Problem[] =>
  reviewOn && isPlainDate(reviewOn) && reviewOn > today && reviewOn <= addMonths(today, 12) ? [] : [{ question: 'reviewOn', problem: 'Choose a day to come on which to look at this again, at most a year away.' }]

/** Somebody has looked at a safety note again: it stands as it was, in other words, or not any more. What stood before is kept, with who wrote it. */
export const lookAtWarning = command('people.lookAtWarning', shape({ personId: Id, warningId: Id, finding: OneOf(['stands', 'ended'] as const), words: optional(Words(1000)), why: Words(1000), reviewOn: optional(Words(10)) }), {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, { personId, warningId, finding, words, why, reviewOn }) => {
    const ended = finding === 'ended'
    const problems = ended ? [] : problemsOfReview(reviewOn, asking.today)
    if (problems.length > 0) return { problems }
    const before = await store.standingById(asking.db, warningId)
    if (!before || !(await idsOf(asking, [personId])).includes(before.personId)) throw conflict('Somebody else has looked at this safety note, or it has ended. Open the page again to see it as it stands.')
    const look = { words: words?.trim() || before.words, why: why.trim(), reviewOn: ended || !reviewOn ? before.reviewOn : plain(reviewOn), endedOn: ended ? asking.today : null }
    if (!(await store.insertLook(recordingOf(asking), warningId, look))) throw conflict('Somebody else has just looked at this safety note. Open the page again to see it as it stands.')
    return { answer: {}, happened: [{ kind: ended ? 'warning.ended' : 'warning.reviewed', people: [personId], on: asking.today, domain: 'shared', significant: ended }] }
  },
})
