import { dayInWords, dayOf, moment, type PlainDate } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../../platform/page/button.tsx'
import { AnswerCard, Card } from '../../../../platform/page/card.tsx'
import { IdentityBar } from '../../../../platform/page/identity-bar.tsx'
import { CardGrid, Page } from '../../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../../platform/page/message.tsx'
import { Table } from '../../../../platform/page/table.tsx'
import { Tag } from '../../../../platform/page/tag.tsx'
import { page } from '../../../../record/access/page.ts'
import { may } from '../../../../record/access/permissions.ts'
import type { LegalStatus } from '../../../../record/people/legal/model.ts'
import { legalHistory } from '../../../../record/people/legal/queries.ts'
import { holdingOn, lawOf, statusInWords } from '../../../../record/people/legal/rules.ts'
import { markOf } from '../../../../record/people/marks.ts'
import { legalAdvice, lawyers, mattersWhole } from '../../../../practice/legal/queries.ts'
import { Advice, LegalWork } from './advice.tsx'
import { readFamily } from '../familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from '../parts.tsx'
import { Outlived } from '../../legal/outlived.tsx'
import { runsOut } from './words.ts'

/** Orders and legal statuses of one person: what holds, what held before, and what was corrected. Made to be printed. */
export const legalPage = page('/people/:id/legal', {
  what: 'page.legal',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('These details are not open to you. Ask the worker.')
    const care = may(asking.actor, 'record.write')
    const matters = await mattersWhole(asking, [read.id])
    const child = read.children.some((one) => one.id === read.id)
    const around = child ? [...read.children].filter((one) => one.id === read.id || read.atHome.has(one.id)) : []
    const advice = may(asking.actor, 'legal.advise') ? await legalAdvice.of(asking, { id: read.id }) : { open: false, advice: [], named: [] }
    return { matters, around, care: care && child, advice, lawyers: advice.open ? await lawyers(asking) : [], me: asking.actor.name, meId: asking.actor.id, mine: matters.length > 0 && read.keyWorkers.get(read.id)?.worker === asking.actor.name, read, writes: may(asking.actor, 'legal.record') && asking.actor.qualified, ...(await legalHistory.of(asking, { id: read.id })) }
  },
  view: ({ matters, around, care, advice, lawyers: all, me, meId, mine, read, writes, statuses, earlier }, frame, ask) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    const { today } = read
    const base = `/people/${card.id}/legal`
    const holding = holdingOn(statuses, today)
    const corrections = earlier.filter((one) => one.why !== null)
    return (
      <Page {...frame} title={`Orders and legal status of ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)}
          end={writes ? <ButtonLink kind="primary" icon="plus" href={`${base}/new`}>Record an order</ButtonLink> : undefined} />
        <PersonTabs read={read} card={card} here="details" />
      </>}>
        {ask.query.saved ? <Confirmation title="Recorded.">What stood there before is kept, and can be shown as it was known on any day.</Confirmation> : null}
        <Outlived card={card} statuses={statuses} today={today} orders={writes} />
        {holding.length === 0 ? null : (
          <CardGrid of={holding.length > 2 ? 3 : 2}>
            {holding.map((one) => (
              <AnswerCard question={one.kind === 'lookedAfter' ? 'In our care under' : 'Order that holds'} answer={statusInWords(one.code)} source={[one.court, one.caseNumber].filter(Boolean).join(', ') || undefined}>
                <p>Since {dayInWords(one.from)}{runsOut(one, today) ? `; ${runsOut(one, today)}` : ''}.</p>
                {one.details ? <p class="second">{one.details}</p> : null}
              </AnswerCard>
            ))}
          </CardGrid>
        )}
        {care || matters.length > 0 ? <LegalWork card={card} matters={matters} children={around} today={today} writes={care} /> : null}
        {!advice.open && (mine || matters.some((one) => one.leadId === meId)) ? <form method="post" action={base}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="mine" /><input type="hidden" name="people" value={card.id} /><Actions><Button kind="row">Open the legal advice: I am the allocated worker</Button></Actions></form> : null}
        <Advice card={card} read={advice} children={around.length > 0 ? around : [card]} lawyers={all} ask={ask} today={today} me={me} />
        {writes && !holding.some((one) => one.kind === 'lookedAfter') ? <p><a href={`/people/${card.id}/care/begin`}>{card.given || card.name} comes into our care</a></p> : null}
        <Card id="history" title="Orders and legal statuses" lede={statuses.length > 0 ? 'Newest first. A child has one legal status in our care at a time; other orders may hold beside it.' : undefined}>
          <Table caption="Orders and legal statuses" stack rows={statuses} empty={<EmptyState title="No order is recorded">Care orders, agreements under section 20, special guardianship, supervision and protection orders appear here with their days.</EmptyState>} columns={[
            { title: 'Order or status', head: true, cell: (one) => <>{statusInWords(one.code)} {one.kind === 'lookedAfter' ? <Tag kind="theme">In our care</Tag> : null}<span class="second">{lawOf(one.code)}</span></> },
            { title: 'From', cell: (one) => dayInWords(one.from) },
            { title: 'Until', cell: (one) => until(one, today) },
            { title: 'Court', cell: (one) => [one.court, one.caseNumber].filter(Boolean).join(', ') },
            { title: 'What it says', cell: (one) => one.details ?? '' },
            ...(writes ? [{ title: 'Change', titleUnseen: true, cell: (one: LegalStatus) => <a href={`${base}/${one.orderId}`}>Change<span class="unseen"> {statusInWords(one.code)} from {dayInWords(one.from)}</span></a> }] : []),
          ]} />
        </Card>
        {corrections.length === 0 ? null : (
          <Card id="corrected" title="Corrected or taken back" lede="What was recorded before, with the reason.">
            <ul class="lines">{corrections.map((one) => (
              <li><p><strong>{statusInWords(one.code)}, from {dayInWords(one.from)}{one.to ? ` to ${dayInWords(one.to)}` : ''}</strong>
                <span class="second">{one.why}. Recorded by {one.by ?? 'a colleague'}; corrected {dayInWords(dayOf(moment(one.supersededAt)))}</span></p></li>
            ))}</ul>
          </Card>
        )}
      </Page>
    )
  },
})

const until = (one: LegalStatus, today: PlainDate): string =>
  one.to ? dayInWords(one.to) : [`holds now`, runsOut(one, today)].filter(Boolean).join(', ')
