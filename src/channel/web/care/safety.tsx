import type { ComponentChildren } from 'preact'
import { exploitationKinds, fosteringFindings, riskLevels } from '../../../../content/care/safety.ts'
import { addMonths, dayInWords, daysBetween, isPlainDate, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { AnswerCard, Card } from '../../../platform/page/card.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import { patternInWords, patternOf, safetyKinds, times } from '../../../practice/care/safety.ts'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import type { CareFact } from '../../../record/care/model.ts'
import { factsAbout } from '../../../record/care/queries.ts'
import { markOf } from '../../../record/people/marks.ts'
import { idsOf } from '../../../record/people/queries.ts'
import { bornInWords, identityFacts, PersonTabs } from '../people/parts.tsx'
import { childFor } from './typing.tsx'

/** So many of one kind are seen at once; the earlier ones unfold. */
const most = 6
type Section = Readonly<{ id: string; title: string; lede?: string | undefined; none: string; rows: readonly CareFact[]; links: readonly (readonly [words: string, href: string])[]; table: (rows: readonly CareFact[]) => ComponentChildren }>
const upper = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())
/** Each a sentence of its own, however it was typed. */
const sentences = (of: readonly (string | undefined)[]): string => of.flatMap((one) => (one?.trim() ? [/[.!?…]$/.test(one.trim()) ? one.trim() : `${one.trim()}.`] : [])).join(' ')
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
    const record = (kind: string, corrects?: string, ends = false) => `/people/${card.id}/care/record?kind=${kind}${corrects ? `&corrects=${corrects}` : ''}${ends ? '&ends=1' : ''}`
    const missing = of('missing')
    const pattern = patternOf(facts, today)
    const [reviews, fostered, assessed] = [of('exploitationReview'), of('privateFostering'), of('privateFosteringAssessment')]
    const words = facts.find((one) => one.words && one.kind !== 'missing')
    const given = card.given || card.name
    const going = (fact: CareFact) => fact.to === null || fact.to > today
    const drawn = of('exploitation')
    const latest = drawn.some(going) ? [...reviews, ...drawn.filter(going)].sort((a, b) => b.on.localeCompare(a.on))[0] : undefined
    const change = (one: CareFact, words = 'Change') => <a href={record(one.kind, one.factId)}>{words}<span class="unseen"> of {dayInWords(one.on)}</span></a>
    const endsNow = (one: CareFact) => (one.kind === 'exploitation' || one.kind === 'privateFostering') && going(one)
    const changing = keeps ? [{ title: 'Change', titleUnseen: true, width: 'narrow' as const, cell: (one: CareFact) => <>{change(one)}{endsNow(one) ? <> <a href={record(one.kind, one.factId, true)}>{one.kind === 'exploitation' ? 'No longer' : 'It ended'}<span class="unseen">: since {dayInWords(one.on)}</span></a></> : null}</> }] : []
    const arrangement = fostered.find(going)
    const sections: readonly Section[] = [
      {
        id: 'missing', title: 'Missing and away', none: 'Never.', rows: missing, links: [['Record a time away', record('missing')], ['Record a talk', record('returnInterview')]],
        table: (rows) => <Table caption="Missing and away, newest first" stack rows={rows} columns={[
          { title: 'Since', head: true, cell: (one) => <>{dayInWords(one.on)}{one.answers['how'] === 'away' ? <span class="second">Away without leave</span> : null}</> },
          { title: 'Back', cell: (one) => (one.to ? <>{dayInWords(one.to)}{one.answers['backAt'] ? `, ${one.answers['backAt']}` : ''}<span class="second">{daysBetween(one.on, one.to)} {daysBetween(one.on, one.to) === 1 ? 'night' : 'nights'}</span></> : keeps ? <a href={record('missing', one.factId, true)}>Write down the return</a> : <Tag kind="soon">Not yet</Tag>) },
          { title: 'Where and with whom last', cell: (one) => one.answers['last'] ?? '' },
          { title: 'Talk afterwards', cell: (one) => { const talk = talkAfter(facts, one); return <>{talkInWords(one, talk)}{talk?.words ? <span class="second serif">“{talk.words}”</span> : null}{one.to && !talk && keeps ? <span class="second"><a href={record('returnInterview')}>Record the talk</a></span> : null}</> } },
        ]} />,
      },
      {
        id: 'exploitation', title: 'Exploitation and harm outside the home', none: 'None known.', rows: [...drawn, ...reviews].sort((a, b) => b.on.localeCompare(a.on)),
        links: [...(drawn.some(going) ? [['Record a review', record('exploitationReview')], ['Arrange a meeting', `/meetings/new?kind=exploitationMeeting&people=${card.id}`]] as const : []), ['Record a concern', record('exploitation')]],
        table: (rows) => <Table caption="Concerns and reviews, newest first" stack rows={rows} columns={[
          { title: 'Day', head: true, width: 'narrow', cell: (one) => <>{dayInWords(one.on)}{one.to ? <span class="second">until {dayInWords(one.to)}</span> : null}</> },
          { title: 'What', cell: (one) => <>{one.kind === 'exploitation' ? labelOf(exploitationKinds, one.answers['kind'] ?? '') : 'Review'}<span class="second">{sentences([one.answers['changed'] ?? one.answers['where'], one.answers['safer']])}</span></> },
          { title: 'Risk', cell: (one) => labelOf(riskLevels, one.answers['risk'] ?? '') },
          { title: 'Again by', width: 'narrow', cell: (one) => setDay(one, today) },
          ...changing,
        ]} />,
      },
      {
        id: 'fostering', title: 'Private fostering', none: 'None. A child who lives for 28 days or more with somebody who is no close relative stands here.', rows: [...fostered, ...assessed, ...of('privateFosteringVisit')].sort((a, b) => b.on.localeCompare(a.on)),
        lede: card.bornOn && addMonths(card.bornOn, 192) <= today ? 'Counts until sixteen, or eighteen for a disabled child.' : undefined,
        links: arrangement ? [['Record a visit', record('privateFosteringVisit')], ['Record the assessment', record('privateFosteringAssessment')], ['It ended', record('privateFostering', arrangement.factId, true)]] : [['Record an arrangement', record('privateFostering')]],
        table: (rows) => <Table caption="Arrangements, visits and assessments, newest first" stack rows={rows} columns={[
          { title: 'Day', head: true, width: 'narrow', cell: (one) => <>{dayInWords(one.on)}{one.to ? <span class="second">until {dayInWords(one.to)}</span> : null}</> },
          { title: 'What', cell: (one) => (one.kind === 'privateFostering' ? <>With {one.answers['carer']}<span class="second">{[one.answers['kin'], one.answers['notifiedOn'] && isPlainDate(one.answers['notifiedOn']) ? `told on ${dayInWords(one.answers['notifiedOn'])}` : ''].filter(Boolean).join(', ')}</span></> : one.kind === 'privateFosteringVisit' ? <>{one.answers['alone'] === 'yes' ? 'Visit, seen alone' : 'Visit, not seen alone'}<span class="second">{one.answers['seen'] ?? ''}</span></> : <>{`Assessment: ${labelOf(fosteringFindings, one.answers['finding'] ?? '').toLowerCase()}`}<span class="second">{one.answers['requirements'] ?? ''}</span></>) },
          ...changing,
        ]} />,
      },
    ]
    const [known, unknown] = [sections.filter((one) => one.rows.length > 0), sections.filter((one) => one.rows.length === 0)]
    const again = latest?.answers['reviewOn']
    return (
      <Page {...frame} title={`Safety of ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} />
        <PersonTabs read={read} card={card} here="plans" />
      </>}>
        <PageHead under title="Safety" before={<Breadcrumb steps={[{ label: 'Plans and meetings', href: `/people/${card.id}/plans` }, { label: 'Safety' }]} />} lede={`What ${given} meets outside the home.`} />
        {ask.query.saved ? <Confirmation title="Recorded.">{ask.query.saved === 'back' ? <>Somebody speaks with {given} within 72 hours. {keeps ? <a href={record('returnInterview')}>Record the talk</a> : null}</> : 'It stands below and in the chronology.'}</Confirmation> : null}
        <CardGrid of={3}>
          <AnswerCard question="Missing or away" answer={missing.some(going) ? `Since ${shortDay(missing.find(going)?.on ?? today, today)}` : pattern.inYear === 0 ? 'Not in the last year' : `${upper(times(pattern.inYear))} in the last year`}>{pattern.inYear > 0 ? <p>{upper(patternInWords(pattern))}</p> : missing.length > 0 ? <p>Earlier times stand below.</p> : null}</AnswerCard>
          <AnswerCard question="Harm outside the home" answer={latest ? labelOf(exploitationKinds, drawn.find(going)?.answers['kind'] ?? '') : drawn.length > 0 ? 'Not now' : 'None known'}>{latest ? <><p>{labelOf(riskLevels, latest.answers['risk'] ?? '')} risk.</p>{again && isPlainDate(again) ? <Clock state={again < today ? 'late' : again === today ? 'today' : 'inTime'} words={again < today ? `Was to be looked at again by ${shortDay(again, today)}` : `Look at it again by ${shortDay(again, today)}`} /> : null}</> : null}</AnswerCard>
          <AnswerCard question="Private fostering" answer={fostered.some(going) ? `With ${fostered.find(going)?.answers['carer'] ?? 'a carer'}` : 'No'}>{fostered.some(going) && assessed[0] ? <p>{labelOf(fosteringFindings, assessed[0].answers['finding'] ?? '')}, {dayInWords(assessed[0].on)}.</p> : fostered.some(going) ? <p>Not yet assessed.</p> : null}</AnswerCard>
        </CardGrid>
        {words?.words ? <Card><Quote hue={markOf(card).hue} words={words.words} said={<>{given}, {dayInWords(words.on)}</>} /></Card> : null}
        {known.map((one) => (
          <Card id={one.id} title={one.title} lede={one.lede} aside={keeps ? one.links.map(([words, href]) => <><a href={href}>{words}</a> </>) : undefined}>
            {one.table(one.rows.slice(0, most))}
            {one.rows.length > most ? <details class="fold"><summary><span class="fold-link">{one.rows.length - most} earlier</span></summary>{one.table(one.rows.slice(most))}</details> : null}
          </Card>
        ))}
        {unknown.length > 0 ? (
          <Card title={known.length > 0 ? 'Nothing else is known' : 'Nothing is known'}>
            <ul class="lines">{unknown.map((one) => <li class="line-ends"><p><strong>{one.title}</strong><span class="second">{one.none}</span></p>{keeps && one.links[0] ? <a href={one.links[0][1]}>{one.links[0][0]}</a> : null}</li>)}</ul>
          </Card>
        ) : null}
      </Page>
    )
  },
})
