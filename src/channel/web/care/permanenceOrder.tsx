import { careEndings } from '../../../../content/codes/care.ts'
import { connectedPlacements } from '../../../../content/codes/placements.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Choice, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { endingsOf, orderMade } from '../../../practice/care/permanence/orders.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { textOf } from '../people/detailForms.tsx'
import { backOf, Children, dayOr, inCareFor, inWords, isTicked, namesOf, numbers, offered, stepsTo, Summary } from './typing.tsx'
import { livesWith } from './words.ts'

const endings = Object.values(endingsOf).flat()

/** The order by which a time in our care ends for good: once, for all who go the same way. */
export const orderMadePage = page('/people/:id/permanence/order', {
  what: 'page.permanenceOrder',
  may: 'legal.record',
  load: async (asking, ask) => {
    const here = await inCareFor(asking, ask)
    return { ...here, placed: here.mine.kind.startsWith('adoption') }
  },
  view: ({ read, card, mine, placed, who }, frame, ask) => {
    const withFamily = connectedPlacements.includes(mine.kind) && !mine.hidden
    const back = backOf(ask, { on: numbers(read.today), order: placed ? 'adoptionOrder' : '', to: withFamily ? mine.placeName : '' })
    return (
      <Page {...frame} title="An order was made" frame="narrow" problemCount={ask.problems.length}>
        <PageHead title="An order was made" before={<Breadcrumb steps={stepsTo(card, 'An order was made')} />} lede="The order begins, and the time in our care ends on one day: placement, legal status and plans with it." />
        <Summary ask={ask} />
        <form method="post" action={`/people/${card.id}/permanence/order`} data-keep="care-order">
          <input type="hidden" name="commandId" value={newId()} />
          <Card>
            <Children ask={ask} label="For whom" who={who} ticked={[card.id]} />
            <Choice label="Which order" options={[{ value: 'adoptionOrder', label: 'Adoption order' }, { value: 'specialGuardianship', label: 'Special guardianship order' }, { value: 'livesWith', label: 'Child arrangements order: lives with' }]} {...back('order')} />
            <DateField label="The day it was made" {...back('on')} />
            <Select label="As the return counts it" empty="Choose one" options={offered(careEndings, read.today).filter((one) => endings.includes(one.value))} {...back('ending')} />
            {placed ? null : <Line label="To whom it was made" optional="the special guardian, or with whom the child lives" {...back('to')} maxLength={200} />}
            {placed ? null : <Tick name="staysThere" label={`${card.given || card.name} goes on living where they live now${mine.hidden ? '' : `: ${livesWith(mine).toLowerCase().startsWith('with') ? 'with' : 'at'} ${mine.placeName}`}${who.length > 1 ? ', and so does each other who is ticked' : ''}`} checked={isTicked(ask, 'staysThere', withFamily)} />}
            <Line label="Court" optional="when it is known" {...back('court')} maxLength={200} />
            <Line label="Case number" optional="if there is one" width={24} {...back('caseNumber')} maxLength={60} />
            <Words label="What is in place for them" optional="support that was agreed" hint={placed ? 'Leave the names of the adopters out: this record stays closed to all but a few, and brothers and sisters keep theirs.' : undefined} rows={3} {...back('words')} maxLength={2000} />
          </Card>
          <Actions remark={placed ? 'After an adoption order, a colleague with the adoption role gives the new identity and seals the link.' : undefined}><Button kind="primary">Record it</Button><a href={`/people/${card.id}/permanence`}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})

/** What the return counts, where an order leaves no choice. */
const onlyEnding = (order: string): string => { const of = new Map<string, readonly string[]>(Object.entries(endingsOf)).get(order) ?? []; return of.length === 1 ? of[0] ?? '' : '' }

export const saveOrderMade = form('/people/:id/permanence/order', async (caller, ask, around) => {
  const text = (name: string): string => textOf(ask.body[name]).trim()
  if (text('order') === '') return again(orderMadePage, [{ question: 'order', problem: 'Choose which order it is.' }])(caller, ask, around)
  const outcome = await orderMade.perform(caller, {
    id: newId(), people: namesOf(ask), order: text('order'), on: dayOr(ask.body.on, caller.clock.today()), ending: text('ending') || onlyEnding(text('order')), ...(text('to') ? { to: text('to') } : {}), ...(ask.body.staysThere === 'yes' ? { staysThere: true } : {}), ...(text('court') ? { court: text('court') } : {}), ...(text('caseNumber') ? { caseNumber: text('caseNumber') } : {}), ...(text('words') ? { words: text('words') } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(orderMadePage, outcome.problems.map((one) => (one.question === 'ending' ? { ...one, problem: 'Choose what belongs to this order.' } : inWords(one))))(caller, ask, around)
  return { go: `/people/${ask.params.id}/permanence?order=1` }
})
