import { careFacts } from '../../../../content/care/facts.ts'
import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { AnswerCard } from '../../../platform/page/card.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import type { Placement } from '../../../record/care/model.ts'
import { placementInWords } from '../../../record/care/placementWords.ts'
import type { CareRead } from '../../../record/care/queries.ts'
import { holds, shortBreaks } from '../../../record/care/reckoning/episodes.ts'
import type { Card } from '../../../record/people/model.ts'
import type { FamilyRead } from '../people/familyRead.ts'
import { livesWith } from './words.ts'

/** Where a child in our care lives today; nothing for a child on short breaks, who lives at home. */
export const placedNow = (care: CareRead | undefined, today: PlainDate): Placement | undefined =>
  (care?.statuses.some((one) => shortBreaks.includes(one.code) && holds(one, today)) ? undefined : care?.placements.find((one) => holds(one, today)))

/** The first of the six answers, of a child in our care. */
export const LivesWith = ({ card, read, placed, missing }: { card: Card; read: FamilyRead; placed: Placement; missing: boolean }) => (
  <AnswerCard question={`Where does ${card.given || 'this child'} live?`} answer={missing ? 'Missing' : livesWith(placed)}
    source={placed.hidden || read.home?.hidden ? 'The address is hidden' : read.home ? [...read.home.lines, read.home.postcode].filter(Boolean).join(', ') : <a href={`/people/${card.id}/care`}>In our care</a>}>
    <p>{placementInWords(placed.kind)}, since {dayInWords(placed.from)}.</p>
  </AnswerCard>
)

/** What the plan is for a child in our care: for permanence, and when it is looked at again. */
export function CarePlan({ card, care, read }: { card: Card; care: CareRead; read: FamilyRead }) {
  const plan = care.facts.find((one) => one.kind === 'carePlan')
  const list = careFacts.find((one) => one.id === 'carePlan')?.questions.find((one) => one.id === 'permanence')?.list
  const review = read.work.find((item) => item.kind === 'careReview' && item.people.some((person) => person.id === card.id))
  return (
    <AnswerCard question="What is the plan?" answer={plan?.answers['permanence'] && list ? labelNow(list, plan.answers['permanence']) : 'No care plan yet'} source={<a href={`/people/${card.id}/care#facts`}>The care plan and reviews</a>}>
      <p>{plan ? `Care plan of ${dayInWords(plan.on)}.` : 'It is due within ten working days of coming into care.'} {review?.dueOn ? `Next review by ${shortDay(review.dueOn, read.today)}.` : ''}</p>
    </AnswerCard>
  )
}
