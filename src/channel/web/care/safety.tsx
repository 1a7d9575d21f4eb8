import { exploitationKinds, fosteringFindings, riskLevels } from '../../../../content/care/safety.ts'
import { addMonths, dayInWords, daysBetween, isPlainDate, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { AnswerCard, Card } from '../../../platform/page/card.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { CardGrid, Page } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import { patternInWords, patternOf, safetyKinds } from '../../../practice/care/safety.ts'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import type { CareFact } from '../../../record/care/model.ts'
import { factsAbout } from '../../../record/care/queries.ts'
import { markOf } from '../../../record/people/marks.ts'
import { idsOf } from '../../../record/people/queries.ts'
import { bornInWords, identityFacts, PersonTabs } from '../people/parts.tsx'
import { childFor } from './typing.tsx'

const upper = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())
const setDay = (fact: CareFact, today: PlainDate): string => { const text = fact.answers['reviewOn']; return text && isPlainDate(text) ? shortDay(text, today) : 'no day was set' }
/** The talk that followed a return: the first on or after that day. */
const talkAfter = (facts: readonly CareFact[], fact: CareFact): CareFact | undefined => facts.filter((one) => one.kind === 'returnInterview' && fact.to !== null && one.on >= fact.to).sort((a, b) => a.on.localeCompare(b.on))[0]
const talkInWords = (fact: CareFact, talk: CareFact | undefined): string => !fact.to ? 'Not yet back' : !talk ? 'Nobody has spoken with the child' : talk.answers['accepted'] === 'no' ? 'Offered; the child did not want it' : `${daysBetween(fact.to, talk.on) <= 3 ? 'Within 72 hours' : 'Later than 72 hours'}${talk.answers['by'] ? `, by ${talk.answers['by']}` : ''}`

/** What a child meets outside: missing and away with the talks afterwards, exploitation with its reviews, a private arrangement with its visits. For any child, in our care or not. */
export const safetyPage = page('/people/:id/safety', {
  what: 'page.safety',
  may: 'record.read',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    return { read, card, facts: await factsAbout(asking, await idsOf(asking, [card.id]), safetyKinds), keeps: may(asking.actor, 'record.write') }
  },
  view: ({ read, card, facts, keeps }, frame, ask) => {
    const { today } = read
    const of = (kind: string) => facts.filter((one) => one.kind === kind)
    const record = (kind: string, corrects?: string) => `/people/${card.id}/care/record?kind=${kind}${corrects ? `&corrects=${corrects}` : ''}`
    const missing = of('missing')
    const pattern = patternOf(facts, today)
    const [reviews, fostered, assessed] = [of('exploitationReview'), of('privateFostering'), of('privateFosteringAssessment')]
    const words = facts.find((one) => one.words && one.kind !== 'missing')
    const given = card.given || card.name
    const going = (fact: CareFact) => fact.to === null || fact.to > today
    const drawn = of('exploitation')
    const latest = drawn.some(going) ? [...reviews, ...drawn.filter(going)].sort((a, b) => b.on.localeCompare(a.on))[0] : undefined
    return (
      <Page {...frame} title={`Safety of ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} />
        <PersonTabs read={read} card={card} here="plans" />
      </>}>
        {ask.query.saved ? <Confirmation title="Recorded.">It stands below and in the chronology.</Confirmation> : null}
        <CardGrid of={3}>
          <AnswerCard question="Missing or away" answer={missing.some(going) ? `Since ${shortDay(missing.find(going)?.on ?? today, today)}` : pattern.inYear === 0 ? 'Not in the last year' : `${pattern.inYear} in a year`}><p>{pattern.inYear > 0 ? upper(patternInWords(pattern)) : 'Each time stands below.'}</p></AnswerCard>
          <AnswerCard question="Harm outside the home" answer={latest ? labelOf(riskLevels, latest?.answers['risk'] ?? '') : 'None known'}>{latest ? <p>Look at it again by {setDay(latest, today)}.</p> : null}</AnswerCard>
          <AnswerCard question="Private fostering" answer={fostered.some(going) ? `With ${fostered.find(going)?.answers['carer'] ?? 'a carer'}` : 'No'}>{fostered.some(going) && assessed[0] ? <p>{labelOf(fosteringFindings, assessed[0].answers['finding'] ?? '')}, {dayInWords(assessed[0].on)}.</p> : fostered.some(going) ? <p>Not yet assessed.</p> : null}</AnswerCard>
        </CardGrid>
        {words?.words ? <Card><Quote hue={markOf(card).hue} words={words.words} said={<>{given}, {dayInWords(words.on)}</>} /></Card> : null}
        <Card id="missing" title="Missing and away" aside={keeps ? <><a href={record('missing')}>Record a time away</a> <a href={record('returnInterview')}>Record a talk</a></> : undefined}>
          <Table caption="Missing and away, newest first" stack rows={missing} empty={<EmptyState title="Never">Each time stands here, with the talk that followed.</EmptyState>} columns={[
            { title: 'Since', head: true, cell: (one) => <>{dayInWords(one.on)}{one.answers['how'] === 'away' ? <span class="second">Away without leave</span> : null}</> },
            { title: 'Back', cell: (one) => (one.to ? <>{dayInWords(one.to)}{one.answers['backAt'] ? `, ${one.answers['backAt']}` : ''}<span class="second">{daysBetween(one.on, one.to)} {daysBetween(one.on, one.to) === 1 ? 'night' : 'nights'}</span></> : keeps ? <a href={record('missing', one.factId)}>Write down the return</a> : <Tag kind="soon">Not yet</Tag>) },
            { title: 'Where and with whom last', cell: (one) => one.answers['last'] ?? '' },
            { title: 'Talk afterwards', cell: (one) => talkInWords(one, talkAfter(facts, one)) },
          ]} />
        </Card>
        <Card id="exploitation" title="Exploitation and harm outside the home" aside={keeps ? <><a href={record('exploitation')}>Record a concern</a> {drawn.some(going) ? <><a href={record('exploitationReview')}>Record a review</a> <a href={`/meetings/new?kind=exploitationMeeting&people=${card.id}`}>Arrange a meeting</a></> : null}</> : undefined}>
          <Table caption="Concerns and reviews, newest first" stack rows={[...drawn, ...reviews].sort((a, b) => b.on.localeCompare(a.on))} empty={<EmptyState title="None">A concern stands here with its risk and the day to look at it again.</EmptyState>} columns={[
            { title: 'Day', head: true, cell: (one) => <>{dayInWords(one.on)}{one.to ? <span class="second">until {dayInWords(one.to)}</span> : null}</> },
            { title: 'What', cell: (one) => <>{one.kind === 'exploitation' ? labelOf(exploitationKinds, one.answers['kind'] ?? '') : 'Review'}<span class="second">{one.answers['changed'] ?? one.answers['where'] ?? ''}</span></> },
            { title: 'Risk', cell: (one) => labelOf(riskLevels, one.answers['risk'] ?? '') },
            { title: 'Again by', cell: (one) => setDay(one, today) },
            ...(keeps ? [{ title: 'Change', titleUnseen: true, cell: (one: CareFact) => <a href={record(one.kind, one.factId)}>Change<span class="unseen"> what stands since {dayInWords(one.on)}</span></a> }] : []),
          ]} />
        </Card>
        <Card id="fostering" title="Private fostering" lede={card.bornOn && addMonths(card.bornOn, 192) <= today ? 'Counts until sixteen, or eighteen for a disabled child.' : undefined} aside={keeps ? <><a href={record('privateFostering')}>Record an arrangement</a> {fostered.some(going) ? <><a href={record('privateFosteringVisit')}>Record a visit</a> <a href={record('privateFosteringAssessment')}>Record the assessment</a></> : null}</> : undefined}>
          <Table caption="Arrangements, visits and assessments, newest first" stack rows={[...fostered, ...assessed, ...of('privateFosteringVisit')].sort((a, b) => b.on.localeCompare(a.on))} empty={<EmptyState title="None">A child who lives for 28 days or more with somebody who is no close relative stands here.</EmptyState>} columns={[
            { title: 'Day', head: true, cell: (one) => <>{dayInWords(one.on)}{one.to ? <span class="second">until {dayInWords(one.to)}</span> : null}</> },
            { title: 'What', cell: (one) => (one.kind === 'privateFostering' ? <>With {one.answers['carer']}<span class="second">{[one.answers['kin'], one.answers['notifiedOn'] && isPlainDate(one.answers['notifiedOn']) ? `told on ${dayInWords(one.answers['notifiedOn'])}` : ''].filter(Boolean).join(', ')}</span></> : one.kind === 'privateFosteringVisit' ? `Visit, ${one.answers['alone'] === 'yes' ? 'seen alone' : 'not seen alone'}` : `Assessment: ${labelOf(fosteringFindings, one.answers['finding'] ?? '').toLowerCase()}`) },
            ...(keeps ? [{ title: 'Change', titleUnseen: true, cell: (one: CareFact) => <a href={record(one.kind, one.factId)}>{one.kind === 'privateFostering' && going(one) ? 'Change, or it ended' : 'Change'}<span class="unseen"> of {dayInWords(one.on)}</span></a> }] : []),
          ]} />
        </Card>
        <p><ButtonLink kind="quiet" href={`/people/${card.id}/plans`}>Back to plans</ButtonLink></p>
      </Page>
    )
  },
})
