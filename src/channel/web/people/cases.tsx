import { contactSources } from '../../../../content/codes/contact.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { DateField } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { casesOf, keepCase } from '../../../practice/contacts/commands/case.ts'
import type { Case } from '../../../practice/contacts/model/case.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { dayOr, numbers, offered } from '../care/typing.tsx'
import { textOf } from './detailForms.tsx'

function CaseForm({ one, personId, today, ask }: { one: Case; personId: string; today: Parameters<typeof offered>[1]; ask: Ask }) {
  const mine = ask.body['referralId'] === one.referralId
  const field = (name: 'primaryNeed' | 'closedOn' | 'closeReason', before: string) => {
    const problem = mine ? ask.problems.find((each) => each.question === name)?.problem : undefined
    return { name, id: `${name}-${one.referralId}`, value: mine ? textOf(ask.body[name]) : before, ...(problem ? { problem } : {}) }
  }
  return (
    <form method="post" action={`/people/${personId}/cases`}>
      <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="referralId" value={one.referralId} />
      <Select label="Main reason for our help" empty="Choose one" options={offered(primaryNeeds, today, one.primaryNeed ?? undefined)} {...field('primaryNeed', one.primaryNeed ?? '')} />
      <DateField label="The case was closed on" optional="when it is over" {...field('closedOn', one.closedOn ? numbers(one.closedOn) : '')} />
      <Select label="Why it was closed" optional="when it is over" empty="It is open" options={offered(closureReasons, today, one.closeReason ?? undefined)} {...field('closeReason', one.closeReason ?? '')} />
      <Actions><Button kind="row">Keep it</Button></Actions>
    </form>
  )
}

/** A child's cases: from a referral to its closing, with the main reason for our help. */
export const casesPage = page('/people/:id/cases', {
  what: 'page.cases',
  may: 'record.read',
  load: async (asking, ask) => {
    const found = await casesOf.of(asking, { id: ask.params['id'] ?? '' })
    return { ...found, card: (await cardsOf(asking, [found.id])).get(found.id), today: asking.today, writes: may(asking.actor, 'record.write') }
  },
  view: ({ id, cases, card, today, writes }, frame, ask) => {
    if (!card) throw notFound('We could not find that person.')
    const title = `Referrals and cases of ${card.name}`
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={[{ label: card.name, href: `/people/${id}` }, { label: 'Plans and meetings', href: `/people/${id}/plans` }, { label: 'Cases' }]} />} lede="Each from the referral to its closing, for this child. The children in need census tells of them." />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: `${one.question}-${textOf(ask.body['referralId'])}`, words: one.problem }))} />
        {ask.query['saved'] ? <Confirmation title="Kept.">The record of this child says it from now on.</Confirmation> : null}
        {cases.length === 0 ? <EmptyState title="No referral is recorded">A case begins when a contact is decided to be a referral.</EmptyState> : cases.map((one) => (
          <Card title={`Referred on ${dayInWords(one.receivedOn)}`} aside={one.noFurtherAction ? <Tag>Nothing further</Tag> : one.closedOn ? <Tag>Closed {dayInWords(one.closedOn)}</Tag> : <Tag kind="theme">Open</Tag>}
            lede={<>{one.source ? `By: ${labelOf(contactSources, one.source).toLowerCase()}. ` : ''}{one.contactId ? <a href={`/contacts/${one.contactId}`}>Read the contact</a> : null}</>}>
            <Facts facts={[
              { label: 'Main reason for our help', value: one.primaryNeed ? labelOf(primaryNeeds, one.primaryNeed) : 'Not recorded' },
              ...(one.closedOn ? [{ label: 'Closed', value: `${dayInWords(one.closedOn)}${one.closeReason ? `: ${labelOf(closureReasons, one.closeReason).toLowerCase()}` : ''}` }] : []),
            ]} />
            {writes ? (
              <details class="fold" open={ask.body['referralId'] === one.referralId || ask.query['put'] === one.referralId || ask.query['rules'] !== undefined || !one.primaryNeed}>
                <summary><span class="fold-link">{one.closedOn ? 'Change it, or open it again' : 'Change the reason, or close the case'}</span></summary>
                <CaseForm one={one} personId={id} today={today} ask={ask} />
              </details>) : null}
          </Card>
        ))}
      </Page>
    )
  },
})

export const saveCase = form('/people/:id/cases', async (caller, ask, around) => {
  const text = (name: string) => textOf(ask.body[name]).trim()
  const outcome = await keepCase.perform(caller, {
    personId: ask.params['id'] ?? '', referralId: text('referralId'), ...(text('primaryNeed') ? { primaryNeed: text('primaryNeed') } : {}),
    ...(text('closedOn') ? { closedOn: dayOr(text('closedOn'), caller.clock.today()) } : {}), ...(text('closeReason') ? { closeReason: text('closeReason') } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(casesPage, outcome.problems.map((one) => (one.question === 'closedOn' && one.problem.startsWith('Check') ? { ...one, problem: 'Give the day as in 3/10/2025.' } : one)))(caller, ask, around)
  return { go: `/people/${ask.params['id']}/cases?saved=1` }
})
