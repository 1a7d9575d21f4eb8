import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices } from '../../../platform/page/fields/choice.tsx'
import { DateField, Words } from '../../../platform/page/fields/text.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { plainly } from '../../../record/access/checking.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { endHiding, hide } from '../../../record/people/hiding/commands.ts'
import { hidable, type Hiding, type Kept } from '../../../record/people/hiding/model.ts'
import { hidingsOf, seeHidden, whomToName } from '../../../record/people/hiding/queries.ts'
import { hidableWords, holdsNow } from '../../../record/people/hiding/rules.ts'
import { addressTitles, factTitles } from '../../../record/people/inWords.ts'
import { markOf } from '../../../record/people/marks.ts'
import { factKinds } from '../../../record/people/model.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { textOf } from './detailForms.tsx'
import { readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

const several = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')
const fromWhom = (one: Hiding, nameOf: (id: string) => string): string =>
  [one.fromEverybody ? `everybody but ${listed(one.seenBy.map((who) => who.name)) || 'nobody named'}` : '', ...one.fromPeople.map(nameOf), ...one.agencies].filter(Boolean).join(', ')

/** What is hidden of somebody, from whom, why and until when; and the way to hide something. */
export const hiddenPage = page('/people/:id/hidden', {
  what: 'page.hidden',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('These details are not open to you. Ask the worker.')
    const hidings = await hidingsOf(asking, read.id)
    return { read, hidings, others: await cardsOf(asking, hidings.flatMap((one) => one.fromPeople)), hides: may(asking.actor, 'record.write'), ends: may(asking.actor, 'person.mark'), ...(await whomToName(asking)) }
  },
  view: ({ read, hidings, others, hides, ends, agencies, staff }, frame, ask) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    const { today } = read
    const b = ask.body
    const action = `/people/${card.id}/hidden`
    const at = (name: string) => { const problem = ask.problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
    const nameOf = (id: string): string => others.get(id)?.name ?? 'somebody'
    return (
      <Page {...frame} title={`What is hidden of ${card.name}`} problemCount={ask.problems.length} band={<><IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} /><PersonTabs read={read} card={card} here="details" /></>}>
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {ask.query.saved ? <Confirmation title="Recorded.">It holds from its first day, in every page, list, letter and file.</Confirmation> : null}
        <Columns
          main={<>
            <Card id="now" title="What is hidden" aside={hidings.some((one) => holdsNow(one, today)) ? <ButtonLink kind="row" href={`${action}/shown`}>Show it</ButtonLink> : undefined}>
              {hidings.length === 0 ? <EmptyState title="Nothing is hidden">Where somebody lives, their school and their numbers can be kept from a parent, from agencies or from nearly everybody.</EmptyState> : (
                <ul class="lines">{hidings.map((one) => (
                  <li>
                    <p><strong>{listed(one.what.map((what) => hidableWords[what]))}{holdsNow(one, today) ? '' : ' (no longer)'}</strong>
                      <span class="second">Hidden from {fromWhom(one, nameOf)}, {dayInWords(one.from)} {one.to ? `to ${dayInWords(one.to)}` : 'until somebody ends it'}. By {one.by ?? 'a colleague'}: {one.reason}{one.endedAt ? ` Ended by ${one.endedBy ?? 'a colleague'} on ${dayInWords(dayOf(moment(one.endedAt)))}: ${one.endedWhy ?? ''}` : ''}</span></p>
                    {ends && holdsNow(one, today) ? (
                      <details class="fold" open={b.what === 'end' && b.hidingId === one.id && ask.problems.length > 0}>
                        <summary><span class="fold-link">End it</span></summary>
                        <form method="post" action={action}>
                          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="do" value="end" /><input type="hidden" name="hidingId" value={one.id} />
                          <Words id={`why-${one.id}`} name="why" label="Why it need not be hidden any more" rows={2} value={textOf(b.why)} {...at(`why-${one.id}`)} />
                          <Button kind="row">End it</Button>
                        </form>
                      </details>
                    ) : null}
                  </li>
                ))}</ul>
              )}
            </Card>
            {hides ? (
              <form method="post" action={action}>
                <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="do" value="hide" />
                <Card title="Hide something" lede="Also the next address, school or number is hidden, and the same home where others live with them. Agencies never see it, whoever is named.">
                  <Choices name="what" label="What is hidden" values={several(b.what)} options={hidable.map((one) => ({ value: one, label: hidableWords[one] }))} {...at('what')} />
                  <Choice name="whom" label="From whom" value={textOf(b.whom) || 'people'} {...at('fromPeople')} options={[
                    { value: 'people', label: 'From those named here', more: <>
                      <Choices name="fromPeople" label="Of the family" values={several(b.fromPeople)} options={read.adults.filter((one) => one.id !== card.id).map((one) => ({ value: one.id, label: one.name }))} />
                      {agencies.length > 0 ? <Choices name="fromAgencies" label="Agencies, by name" values={several(b.fromAgencies)} options={agencies.map((one) => ({ value: one.id, label: one.name }))} /> : null}
                    </> },
                    { value: 'everybody', label: 'From everybody without a named need', more: <Choices name="seenBy" columns label="Who has a need, besides you" values={several(b.seenBy)} options={staff.map((one) => ({ value: one.id, label: one.name, ...(one.team ? { hint: one.team } : {}) }))} /> },
                  ]} />
                  <Words name="reason" label="Why" rows={2} value={textOf(b.reason)} {...at('reason')} />
                  <DateField name="from" label="From" value={textOf(b.from) || dayInWords(today)} {...at('from')} />
                  <DateField name="to" label="Until" optional="leave it empty when you do not know" value={textOf(b.to)} {...at('to')} />
                  <Actions remark="It stands in the chronology that something is hidden, never what."><Button kind="primary">Hide it</Button></Actions>
                </Card>
              </form>
            ) : null}
          </>}
          aside={<Card title="What hiding does"><p>Letters, prints and files for those it is hidden from stop when they hold it, also in other ways of writing. What is told in other words is not found: read before you send.</p></Card>} />
      </Page>
    )
  },
})

const whatWords = (kept: Kept): string => { const fact = factKinds.find((kind) => kind === kept.what); return fact ? factTitles[fact] : (addressTitles[kept.what] ?? 'Address') }

/** Where they are, for whom it is not hidden from, and only after showing again who one is. */
export const shownPage = page('/people/:id/hidden/shown', {
  what: 'people.seeHidden',
  may: 'record.read',
  load: async (asking, ask) => {
    const { id, kept } = await seeHidden.of(asking, { id: ask.params.id ?? '' })
    return { id, kept, card: (await cardsOf(asking, [id])).get(id) }
  },
  view: ({ id, kept, card }, frame) => (
    <Page {...frame} title={`Hidden of ${card?.name ?? ''}`} frame="narrow">
      <PageHead title={`Hidden of ${card?.name ?? 'this person'}`} />
      <Card kind="seal" title="Where they are" lede="That you looked stands in the audit. Tell nobody who need not know.">
        {kept.length === 0 ? <EmptyState title="Nothing that you may see">What is hidden is hidden from you too, or is not recorded.</EmptyState>
          : <Facts facts={kept.map((one) => ({ label: whatWords(one), value: <>{one.words}{one.to ? <span class="second">until {dayInWords(one.to)}</span> : one.from ? <span class="second">since {dayInWords(one.from)}</span> : null}</> }))} />}
        <Actions><ButtonLink href={`/people/${id}/hidden`}>Back</ButtonLink></Actions>
      </Card>
    </Page>
  ),
})

const inWords = plainly({ what: 'Choose what is hidden.', reason: 'Say why.', from: 'Give the first day, as 3/10/2025.', to: 'Give the day as 3/10/2025, or leave it empty.' })

export const changeHidden = form('/people/:id/hidden', async (caller, ask, around) => {
  const b = ask.body
  const personId = ask.params.id ?? ''
  const today = caller.clock.today()
  if (b.do === 'end') {
    const hidingId = textOf(b.hidingId)
    if (textOf(b.why).trim() === '') return again(hiddenPage, [{ question: `why-${hidingId}`, problem: 'Say why.' }])(caller, ask, around)
    const outcome = await endHiding.perform(caller, { hidingId, personId, reason: textOf(b.why) }, ask.commandId)
    return 'problems' in outcome ? again(hiddenPage, outcome.problems)(caller, ask, around) : { go: `/people/${personId}/hidden?saved=1` }
  }
  const everybody = b.whom === 'everybody'
  const to = textOf(b.to).trim()
  const outcome = await hide.perform(caller, {
    personId, what: several(b.what), ...(everybody ? { fromEverybody: true, seenBy: several(b.seenBy) } : { fromPeople: several(b.fromPeople), fromAgencies: several(b.fromAgencies) }),
    reason: textOf(b.reason), from: typedDay(textOf(b.from), today) ?? textOf(b.from), ...(to ? { to: typedDay(to, today) ?? to } : {}),
  }, ask.commandId)
  return 'problems' in outcome ? again(hiddenPage, outcome.problems.map(inWords))(caller, ask, around) : { go: `/people/${personId}/hidden?saved=1` }
})
