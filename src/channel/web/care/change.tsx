import { careEndings } from '../../../../content/codes/care.ts'
import { placementChangeReasons } from '../../../../content/codes/placements.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { changePlacement, leaveCare, putPlacementRight, takeBack } from '../../../practice/care/commands.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { careOf } from '../../../record/care/queries.ts'
import { textOf } from '../people/detailForms.tsx'
import { backOf, childFor, Children, dayOr, householdAsked, inCareFor, inWords, isTicked, namesOf, numbers, offered, placementIn, PlacementQuestions, stepsTo, Summary } from './typing.tsx'
import { livesWith } from './words.ts'

/** A move to another placement. */
export const movePage = page('/people/:id/care/move', {
  what: 'page.movePlacement',
  may: 'legal.record',
  load: async (asking, ask) => ({ ...(await inCareFor(asking, ask)), household: await householdAsked(asking, ask) }),
  view: ({ read, card, care, who, together, household }, frame, ask) => {
    const present = care.placements.find((one) => one.personId === card.id && one.to === null)
    const back = backOf(ask, { on: numbers(read.today), placeName: household?.name, provider: ask.query.provider, kind: ask.query.kind, householdId: ask.query.household })
    const title = `${card.given || card.name} moves`
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={stepsTo(card, 'A move')} />} lede={present ? `${livesWith(present)} since ${dayInWords(present.from)}. That ends on the day of the move.` : undefined} />
        <Summary ask={ask} />
        <form method="post" action={`/people/${card.id}/care/move`}>
          <input type="hidden" name="commandId" value={newId()} />
          <Card title="Who, when and why">
            <Children ask={ask} label="Who moves there" who={who} ticked={ask.query.with ? who.filter((one) => ask.query.with?.split(',').includes(one.id)).map((one) => one.id) : together} />
            <DateField label="The day of the move" {...back('on')} />
            <Select label="Why" empty="Choose one" options={offered(placementChangeReasons, read.today)} {...back('reason')} />
            {who.length > 1 ? <Words label="Why brothers and sisters are not together" optional="where one of them stays, or lives elsewhere" rows={2} {...back('apartWhy')} maxLength={1000} /> : null}
          </Card>
          <Card title="Where they live now"><PlacementQuestions ask={ask} back={back} today={read.today} first={false} /></Card>
          <Actions><Button kind="primary">Record the move</Button><a href={`/people/${card.id}/care`}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})
export const saveMove = form('/people/:id/care/move', async (caller, ask, around) => {
  const apartWhy = textOf(ask.body.apartWhy).trim()
  const outcome = await changePlacement.perform(caller, { id: ask.commandId ?? newId(), people: namesOf(ask), on: dayOr(ask.body.on, caller.clock.today()), reason: textOf(ask.body.reason), placement: placementIn(ask), ...(apartWhy ? { apartWhy } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(movePage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/people/${ask.params.id}/care?saved=moved` }
})

/** The child leaves our care. */
export const endPage = page('/people/:id/care/end', {
  what: 'page.endCare',
  may: 'legal.record',
  load: inCareFor,
  view: ({ read, card, who }, frame, ask) => {
    const back = backOf(ask, { on: numbers(read.today) })
    const title = `${card.given || card.name} leaves our care`
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={stepsTo(card, 'Leaving care')} />} lede="The placement and the legal status end on the same day. Record a special guardianship or another order besides, under Orders and legal status." />
        <Summary ask={ask} />
        <form method="post" action={`/people/${card.id}/care/end`} data-keep="care-end">
          <input type="hidden" name="commandId" value={newId()} />
          <Card>
            <Children ask={ask} label="Who leaves our care" who={who} ticked={[card.id]} />
            <DateField label="The day" {...back('on')} />
            <Select label="Why" empty="Choose one" options={offered(careEndings, read.today)} {...back('reason')} />
            <Words label="What is in place for them" optional="who helps, what was agreed" rows={3} {...back('words')} maxLength={2000} />
            <Tick name="homeAgain" label="They live again where they lived before" checked={isTicked(ask, 'homeAgain')} />
          </Card>
          <Actions><Button kind="primary">Record it</Button><a href={`/people/${card.id}/care`}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})
export const saveEnd = form('/people/:id/care/end', async (caller, ask, around) => {
  const words = textOf(ask.body.words).trim()
  const outcome = await leaveCare.perform(caller, { people: namesOf(ask), on: dayOr(ask.body.on, caller.clock.today()), reason: textOf(ask.body.reason), ...(words ? { words } : {}), ...(ask.body.homeAgain === 'yes' ? { homeAgain: true } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(endPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/people/${ask.params.id}/care?saved=left` }
})

/** Something in a placement is wrong, or the whole time in care was never so. */
export const correctPage = page('/people/:id/care/placements/:placement', {
  what: 'page.correctPlacement',
  may: 'legal.record',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const care = await careOf(asking, [card.id])
    const one = care.placements.find((row) => row.placementId === ask.params.placement)
    if (!one) throw notFound('We could not find that placement. It may have been taken back: open the list again.')
    const before = care.placements.find((row) => row.to === one.from && row.from < one.from)
    return { read, card, one, before, address: one.to === null ? read.addresses.find((row) => row.personId === card.id && row.kind === 'placement' && row.to === null) : undefined, period: care.periods.find((row) => row.from <= one.from && (row.to === null || row.to >= one.from)) }
  },
  view: ({ read, card, one, before, address, period }, frame, ask) => {
    // What stands there as the address is sent again with what is corrected: left out, it would end.
    const lines = address && address.lines.join() !== one.placeName ? address.lines.join('\n') : ''
    const back = backOf(ask, { on: numbers(one.from), kind: one.kind, placeName: one.placeName, provider: one.provider ?? '', lines, postcode: one.postcode ?? '', authority: one.authority ?? '', urn: one.urn ?? '', householdId: one.householdId ?? '', reason: before?.changeReason ?? '' })
    const title = `${livesWith(one)}, from ${dayInWords(one.from)}`
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={stepsTo(card, 'Correct')} />} lede={`Of ${card.name}. What stands there now is kept, with your reason.`} />
        <Summary ask={ask} />
        <form method="post" action={`/people/${card.id}/care/placements/${one.placementId}`}>
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="correct" />
          <Card title="Something in it is wrong">
            <DateField label="The day it began" {...back('on')} />
            {before ? <Select label="Why the child moved there" empty="Choose one" options={offered(placementChangeReasons, read.today, before.changeReason ?? undefined)} {...back('reason')} /> : null}
            <PlacementQuestions ask={ask} back={back} today={read.today} first={before === undefined} but={one} />
            <Line label="Why it is corrected" {...back('why')} maxLength={1000} />
          </Card>
          <Actions><Button kind="primary">Correct it</Button><a href={`/people/${card.id}/care`}>Back</a></Actions>
        </form>
        {before || !period ? null : (
          <form method="post" action={`/people/${card.id}/care/placements/${one.placementId}`}>
            <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="takeBack" /><input type="hidden" name="periodId" value={period.periodId} />
            <Card title={`${card.given || card.name} was never in our care then`} lede="Recorded about the wrong child, or twice. The whole time in care is taken back, kept with your reason, and no longer shown as a fact.">
              <Line {...{ ...back('takeBackWhy', 'takeBackWhy'), label: 'Why it is taken back' }} maxLength={1000} />
              <Actions><Button>Take it back</Button></Actions>
            </Card>
          </form>
        )}
      </Page>
    )
  },
})
export const saveCorrect = form('/people/:id/care/placements/:placement', async (caller, ask, around) => {
  const personId = ask.params.id ?? ''
  const reason = textOf(ask.body.reason)
  const outcome = ask.body.what === 'takeBack'
    ? await takeBack.perform(caller, { periodId: textOf(ask.body.periodId), people: [personId], why: textOf(ask.body.takeBackWhy) }, ask.commandId)
    : await putPlacementRight.perform(caller, { placementId: ask.params.placement ?? '', personId, on: dayOr(ask.body.on, caller.clock.today()), placement: placementIn(ask), ...(reason ? { reason } : {}), why: textOf(ask.body.why) }, ask.commandId)
  if ('problems' in outcome) return again(correctPage, outcome.problems.map((one) => inWords(ask.body.what === 'takeBack' && one.question === 'why' ? { ...one, question: 'takeBackWhy', problem: 'Write why, for whoever reads it later.' } : one)))(caller, ask, around)
  return { go: `/people/${personId}/care?saved=corrected` }
})
