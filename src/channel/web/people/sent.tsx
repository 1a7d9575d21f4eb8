import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Page } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import type { KeptOutput } from '../../../record/outputs/model.ts'
import { outputsAbout } from '../../../record/outputs/queries.ts'
import { markOf } from '../../../record/people/marks.ts'
import { readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

const stateWords = (one: KeptOutput): string => {
  if (one.state === 'sent') return `${dayInWords(dayOf(moment(one.sentAt ?? one.askedAt)))}, by ${one.sentBy ?? 'a colleague'}`
  return one.state === 'held' ? 'Waits for a second person' : one.state === 'agreed' ? 'Agreed, not gone out yet' : 'Not agreed'
}

/** What was sent out about somebody: to whom, why, when. */
export const sentAboutPage = page('/people/:id/sent', {
  what: 'page.sentAbout',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('This record is not open to you. Ask the worker.')
    return { read, sends: may(asking.actor, 'output.send'), ...(await outputsAbout.of(asking, { id: read.id })) }
  },
  view: ({ read, outputs, sends }, frame) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    return (
      <Page {...frame} title={`What was sent out about ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, read.today)} facts={identityFacts(read, card)} end={sends ? <ButtonLink kind="primary" href={`/people/${card.id}/send`}>Print or send the record</ButtonLink> : undefined} />
        <PersonTabs read={read} card={card} here="records" />
      </>}>
        <Card title="What was sent out" lede={outputs.length > 0 ? 'Newest first. Each is kept as it went.' : undefined}>
          <Table caption="What was sent out" stack rows={outputs} empty={<EmptyState title="Nothing yet">Letters, copies of the record and what else leaves appear here, with their purpose.</EmptyState>} columns={[
            { title: 'What', head: true, cell: (one) => <a href={`/sent/${one.id}`}>{one.title}</a> },
            { title: 'To', cell: (one) => one.toName },
            { title: 'Why', cell: (one) => <>{one.purpose}<span class="second">{one.lawfulBasis}</span></> },
            { title: 'When', cell: stateWords },
          ]} />
        </Card>
      </Page>
    )
  },
})
