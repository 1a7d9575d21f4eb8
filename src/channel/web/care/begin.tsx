import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { primaryNeeds } from '../../../../content/codes/work.ts'
import { timeOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { isWorkingDay } from '../../../kernel/workingDays.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Choice, Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { idsIn, rowsOf } from '../../../platform/page/posted.ts'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { beginLookedAfter } from '../../../practice/care/commands.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { careOf } from '../../../record/care/queries.ts'
import { textOf } from '../people/detailForms.tsx'
import { backElsewhere, backOf, childFor, Children, dayOr, householdAsked, inWords, namesOf, numbers, offered, placementIn, PlacementQuestions, siblings, stepsTo, Summary } from './typing.tsx'

/** A child comes into our care, with the brothers and sisters who go to the same place. */
export const beginPage = page('/people/:id/care/begin', {
  what: 'page.beginCare',
  may: 'legal.record',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const care = await careOf(asking, siblings(read, card).map((one) => one.id))
    const inCare = new Set(care.periods.filter((one) => one.to === null).map((one) => one.personId))
    return { now: asking.now, household: await householdAsked(asking, ask), read, card, who: siblings(read, card).filter((one) => one.id === card.id || !inCare.has(one.id)), elsewhere: siblings(read, card).filter((one) => inCare.has(one.id)) }
  },
  view: ({ now, household, read, card, who, elsewhere }, frame, ask) => {
    const { today } = read
    const status = read.legalStatuses.find((one) => one.personId === card.id && one.kind === 'lookedAfter' && one.to === null)
    const time = timeOf(now)
    // At night or at the weekend nobody plans: what is likely stands there already.
    const night = !isWorkingDay(today) || time < '08:00' || time > '18:00'
    const back = backOf(ask, { on: numbers(status?.from ?? today), legalCode: status?.code, placeName: household?.name, provider: ask.query.provider, kind: ask.query.kind, householdId: ask.query.household, ...(night && !status ? { time, planned: 'no' } : {}) })
    const title = `${card.given || card.name} comes into our care`
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={stepsTo(card, 'Coming into care')} />} lede="Once, for all who come tonight: those who go to one place together, and those who go to another with the reason." />
        <Summary ask={ask} />
        <form method="post" action={`/people/${card.id}/care/begin`} data-keep="care-begin">
          <input type="hidden" name="commandId" value={newId()} />
          <Card title="Who and when">
            <Children ask={ask} label="Who comes into our care" who={who} ticked={[card.id, ...(ask.query.with ?? '').split(',')]} />
            {who.length + elsewhere.length > 1 ? <Words label="Why brothers and sisters are not together" optional="where one of them stays or goes elsewhere" rows={2} {...back('apartWhy')} maxLength={1000} /> : null}
            <DateField label="The day they came into our care" {...back('on')} />
            <Line label="The time" optional="where it matters, as 02:40" width={8} {...back('time')} />
            {night && !status ? <input type="hidden" name="timeOffered" value={textOf(ask.body.timeOffered) || time} /> : null}
            <Choice label="How" across options={[{ value: 'yes', label: 'Planned' }, { value: 'no', label: 'In an emergency' }]} {...back('planned')} />
            <Select label="The main reason" empty="Choose one" options={offered(primaryNeeds, today).filter((one) => one.value !== 'notInNeed' && one.value !== 'notStated')} {...back('need')} />
            <Words label="What happened" rows={3} {...back('why')} maxLength={4000} />
          </Card>
          <Card title="By what right">
            <Select label="Legal status" empty="Choose one" options={offered(lookedAfterStatuses, today, status?.code)} {...back('legalCode')} />
            <DateField label="The day it runs out by itself" optional="if it has one" {...back('expiresOn')} />
            <Line label="Court" optional="if a court made it" {...back('court')} maxLength={200} />
            <Line label="Case number" optional="if there is one" width={24} {...back('caseNumber')} maxLength={60} />
          </Card>
          <Card title="Where they live" lede={who.length > 1 ? 'All of them, but for those whom you send to another place below.' : undefined}><PlacementQuestions ask={ask} back={back} today={today} first /></Card>
          {who.length > 1 ? [0, 1, 2].map((n) => {
            const there = rowsOf(ask.body.elsewhere)[n] ?? {}
            const problem = ask.problems.find((one) => one.question === `elsewhere.${n}.people`)?.problem
            return (
              <details class="fold one-more" open={textOf(there.placeName) !== '' || idsIn(there.people).length > 0}>
                <summary><span class="fold-link">{n === 0 ? 'Some of them go to another place' : 'And to one more place'}</span></summary>
                <Card>
                  <Choices name={`elsewhere.${n}.people`} label="Who goes there" columns values={idsIn(there.people)} options={who.map((one) => ({ value: one.id, label: one.given || one.name }))} {...(problem ? { problem } : {})} />
                  <PlacementQuestions ask={ask} back={backElsewhere(ask, n)} today={today} first at={`elsewhere.${n}.`} />
                </Card>
              </details>
            )
          }) : null}
          <Actions remark="Review, visits, health assessment and plans are then due by their days, in the tray of whoever works with them."><Button kind="primary">Record it</Button><a href={`/people/${card.id}`}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})

export const saveBegin = form('/people/:id/care/begin', async (caller, ask, around) => {
  const today = caller.clock.today()
  const text = (name: string): string => textOf(ask.body[name]).trim()
  if (text('planned') === '') return again(beginPage, [{ question: 'planned', problem: 'Choose planned, or in an emergency.' }])(caller, ask, around)
  // The hour of tonight stood there before a day was given: on another day nobody said it.
  const stale = text('time') === text('timeOffered') && dayOr(ask.body.on, today) !== today
  const elsewhere = rowsOf(ask.body.elsewhere).filter((row) => idsIn(row.people).length > 0 || textOf(row.placeName).trim() !== '').map((row) => ({ people: idsIn(row.people), placement: placementIn(ask, row) }))
  const outcome = await beginLookedAfter.perform(caller, {
    id: ask.commandId ?? newId(), people: namesOf(ask), on: dayOr(ask.body.on, today), planned: text('planned') === 'yes', need: text('need'), why: text('why'), legalCode: text('legalCode'), placement: placementIn(ask),
    ...(text('time') && !stale ? { time: text('time') } : {}), ...(text('apartWhy') ? { apartWhy: text('apartWhy') } : {}), ...(text('court') ? { court: text('court') } : {}), ...(text('caseNumber') ? { caseNumber: text('caseNumber') } : {}),
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
    ...(text('expiresOn') ? { expiresOn: dayOr(text('expiresOn'), today) } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(beginPage, outcome.problems.map(inWords).map((one) => (/^elsewhere\.\d\.people/.test(one.question) && one.problem.startsWith('Check') ? { ...one, problem: 'Tick who goes there, or empty this place.' } : one)))(caller, ask, around)
  return { go: `/people/${ask.params.id}/care?saved=began` }
})
