import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { Actions, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Message } from '../../../platform/page/message.tsx'
import type { Placement } from '../../../record/care/model.ts'
import type { CareRead } from '../../../record/care/queries.ts'
import { homeInQuestion, type WhyOver } from '../../../record/care/reckoning/homes.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { livesWith } from './words.ts'

const whyInWords: Readonly<Record<WhyOver, string>> = {
  refused: 'the carers were not approved', withdrew: 'the carers withdrew', ended: 'the approval of the carers ended', ranOut: 'the approval for a time ran out', noLonger: 'the approval for a time is over, and the carers are not approved as foster carers',
}

/** Where nobody approves the carers any more: what has to be decided, and the three ways to write it down. The placement stands until somebody ends it. */
export function HomeNow({ card, care, placement, today, writes, keeps }: { card: PersonCard; care: CareRead; placement: Placement | undefined; today: PlainDate; /** May record a move. */ writes: boolean; keeps: boolean }) {
  const question = homeInQuestion(care, today)
  if (!question || !placement) return null
  const given = card.given || card.name
  const base = `/people/${card.id}/care`
  const said = `Since ${dayInWords(question.since)}: ${whyInWords[question.why]}.`
  const { decided } = question
  if (decided) return <div id="home"><Message kind="soon" title={`${given} stays ${livesWith(placement).replace(/^(With|At)/, (first) => first.toLowerCase())} for now.`}>{said} Decided on {dayInWords(decided.on)} by {decided.answers['who']}: {decided.answers['why']} {keeps ? <a href={`${base}/record?kind=homeDecided`}>Decide it anew</a> : null}</Message></div>
  return (
    <Card id="home" title={`Decide where ${given} lives now`}>
      <Message kind="late" title={said}>{given} still lives {livesWith(placement).replace(/^(With|At)/, (first) => first.toLowerCase())}: nothing has moved by itself. Other arrangements are made first, then the placement ends. Visits go on by the rule of an approval for a time where there was one.</Message>
      {keeps || writes ? <Actions>{writes ? <ButtonLink kind="row" href={`${base}/move`}>{given} moves</ButtonLink> : null}{writes ? <ButtonLink kind="row" href={`${base}/end`}>{given} goes home, or leaves our care</ButtonLink> : null}{keeps ? <ButtonLink kind="row" href={`${base}/record?kind=homeDecided`}>Write down what was decided</ButtonLink> : null}</Actions> : null}
    </Card>
  )
}
