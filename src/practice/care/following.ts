import { reviewParticipation } from '../../../content/codes/care.ts'
import { participations } from '../../../content/codes/meetings.ts'
import { codeOfReturn, returnCodeOf } from '../../kernel/codes.ts'
import { isPlainDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { keepFact } from '../../record/care/facts.ts'
import type { MeetingFollower } from '../../record/meetings/followers.ts'

/** Two lists of one return: the code that both carry joins them. */
const partOf = (code: string): string | undefined => { const given = returnCodeOf(participations, code); return given ? codeOfReturn(reviewParticipation, given) : undefined }

/** A review that was held as a meeting is the review of each child: how they took part, their own words, what was decided. The meeting itself tells the chronology. */
export const reviewFollower: MeetingFollower = {
  kinds: ['lookedAfterReview', 'adoptionReview'],
  problems: (meeting, hold) => meeting.people.every((person) => hold.participation?.some((one) => one.personId === person.personId && partOf(one.code))) ? [] : [{ question: 'participation', problem: 'Say how each child took part: the return asks it.' }],
  held: async (asking, meeting, hold) => {
    if (!isPlainDate(hold.on)) return []
    for (const { personId } of meeting.people) {
      const part = hold.participation?.find((one) => one.personId === personId)
      const decided = hold.decisions?.find((one) => one.personId === personId)?.words?.trim()
      await keepFact(asking, {
        id: newId(Date.parse(asking.now)), people: [personId], kind: 'review', on: hold.on, ...(part?.words?.trim() ? { words: part.words } : {}),
        answers: { participation: partOf(part?.code ?? '') ?? '', ...(meeting.chair ? { officer: meeting.chair } : {}), ...(decided ? { decided } : {}) },
      })
    }
    return []
  },
}
