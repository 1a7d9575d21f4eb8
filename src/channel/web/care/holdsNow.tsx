import { careFacts } from '../../../../content/care/facts.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Card } from '../../../platform/page/card.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import type { CareFact } from '../../../record/care/model.ts'
import type { CareRead } from '../../../record/care/queries.ts'
import { holds } from '../../../record/care/reckoning/episodes.ts'
import { togetherOf } from '../../../record/care/reckoning/together.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { livesWith } from './words.ts'

const kindNamed = (id: string) => careFacts.find((one) => one.id === id)
const given = (card: PersonCard | undefined): string => card?.given || card?.name || 'A brother or sister'
const answerOf = (fact: CareFact, id: string): string => {
  const question = kindNamed(fact.kind)?.questions.find((one) => one.id === id)
  const text = fact.answers[id] ?? ''
  return question?.list && text ? labelNow(question.list, text) : text
}
/** `Haircut, school trips: the carer`: what is decided by whom, those of one answer together. */
const deciding = (fact: CareFact): readonly string[] => {
  const asked = (kindNamed(fact.kind)?.questions ?? []).filter((one) => one.kind === 'code' && fact.answers[one.id])
  return [...Map.groupBy(asked, (one) => answerOf(fact, one.id))].map(([who, of]) => `${who}: ${of.map((one) => one.label.toLowerCase()).join(', ')}`)
}

/** What holds for a child in our care now, apart from where they live: brothers and sisters, whom they see, who may decide what, who reviews. `care`: of the child and of brothers and sisters. */
export function HoldsNow({ card, who, care, today, keeps }: { card: PersonCard; who: readonly PersonCard[]; care: CareRead; today: PlainDate; keeps: boolean }) {
  const base = `/people/${card.id}/care/record`
  const mine = care.facts.filter((one) => one.personId === card.id)
  const now = (kind: string) => mine.filter((one) => one.kind === kind && holds({ from: one.on, to: one.to }, today))
  const [seeing, decides, officer] = [now('contactArrangement'), now('delegatedAuthority')[0], now('reviewingOfficer')[0]]
  const last = mine.find((one) => one.kind === 'familyTime')
  const { here, elsewhere, why } = togetherOf(card.id, who.map((one) => one.id), care, today)
  const named = (id: string) => given(who.find((one) => one.id === id))
  const link = (kind: string, words: string, corrects?: string, ends = false) => (keeps ? <a class="keep" href={`${base}?kind=${kind}${corrects ? `&corrects=${corrects}` : ''}${ends ? '&ends=1' : ''}`}>{words}</a> : null)
  return (
    <Card id="now" title="What holds now">
      <ul class="lines">
        {here.length + elsewhere.length === 0 && !why ? null : (
          <li class="line-ends"><div><p><strong>Brothers and sisters</strong></p>
            {here.length > 0 ? <p>{listed(here.map(named))} {here.length === 1 ? 'lives' : 'live'} here too.</p> : null}
            {elsewhere.map((one) => <p><a href={`/people/${one.personId}/care`}>{named(one.personId)}</a>: {livesWith(one.placement).replace(/^(With|At)/, (first) => first.toLowerCase())}, since {dayInWords(one.placement.from)}.</p>)}
            {why && (elsewhere.length > 0 || here.length === 0) ? <p class="quiet">Why they are not together: {why.words}</p> : elsewhere.length === 0 ? null : <p><Tag kind="soon">Nobody has written why they are not together</Tag></p>}
          </div>{elsewhere.length > 0 ? (why?.factId && mine.some((one) => one.factId === why.factId) ? link('siblingsApart', 'Change', why.factId) : link('siblingsApart', why ? 'Say it anew' : 'Say why')) : null}</li>
        )}
        <li class="line-ends"><div><p><strong>Seeing family</strong></p>
          {seeing.length === 0 ? <p class="quiet">Nothing is written down.</p> : seeing.map((one) => <p>{one.answers['who']}: {answerOf(one, 'how').toLowerCase()}{one.answers['often'] ? `, ${one.answers['often']}` : ''}.{one.words ? <span class="second">{one.words}</span> : null}{keeps ? <span class="second card-aside">{link('contactArrangement', 'Change', one.factId)}{link('contactArrangement', 'It ended', one.factId, true)}</span> : null}</p>)}
        {last ? <p class="quiet">Last time: {dayInWords(last.on)}, with {last.answers['who']}: {answerOf(last, 'came').toLowerCase()}.</p> : null}
        </div><span class="card-aside">{link('familyTime', 'Write down how it was')}{link('contactArrangement', seeing.length > 0 ? 'Another person' : 'Say whom')}</span></li>
        <li class="line-ends"><div><p><strong>Who may decide what</strong></p>
          {decides ? <>{deciding(decides).map((line) => <p>{line}</p>)}{decides.answers['other'] ? <p>{decides.answers['other']}</p> : null}<span class="second">Since {dayInWords(decides.on)}</span></> : <p class="quiet">Nothing is delegated in writing: the carer has to ask for each thing.</p>}
        </div>{link('delegatedAuthority', decides ? 'Say it anew' : 'Say who')}</li>
        <li class="line-ends"><div><p><strong>Independent reviewing officer</strong></p><p class={officer ? undefined : 'quiet'}>{officer ? `${officer.answers['officer'] ?? ''}, since ${dayInWords(officer.on)}` : 'Nobody is named.'}</p></div>{link('reviewingOfficer', officer ? 'Name another' : 'Name somebody')}</li>
      </ul>
    </Card>
  )
}
