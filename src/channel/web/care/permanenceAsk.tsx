import { adopterSexes, adopterStatuses } from '../../../../content/codes/care.ts'
import { askedDecisions } from '../../../../content/care/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Choice, Select, YesNo } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { askAgencyDecision } from '../../../practice/care/permanence/deciding.ts'
import { decisionMakers } from '../../../practice/care/permanence/store.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { factAsked } from '../../../record/care/facts.ts'
import { careOf } from '../../../record/care/queries.ts'
import { adoptionPath } from '../../../record/care/reckoning/adoption.ts'
import { textOf } from '../people/detailForms.tsx'
import { backOf, childFor, Children, dayOr, inWords, namesOf, numbers, offered, siblings, stepsTo, Summary } from './typing.tsx'

/** A plan for permanence, or a match, is put to the agency decision maker. */
export const askDecisionPage = page('/people/:id/permanence/ask', {
  what: 'page.askDecision',
  may: 'record.write',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const all = siblings(read, card)
    const care = await careOf(asking, all.map((one) => one.id))
    const again = ask.query.again ? (await factAsked(asking, ask.query.again)).find((one) => one.personId === card.id) : undefined
    const mine = { periods: care.periods.filter((one) => one.personId === card.id), placements: care.placements.filter((one) => one.personId === card.id), statuses: care.statuses.filter((one) => one.personId === card.id), facts: care.facts.filter((one) => one.personId === card.id) }
    const returned = read.work.find((item) => item.kind === 'agencyDecisionAgain' && item.people.some((one) => one.id === card.id))
    return { read, card, again, returned, path: adoptionPath(mine), link: mine.facts.find((one) => one.kind === 'link'), makers: (await decisionMakers(asking.db)).filter((one) => one.id !== asking.actor.id), who: all.filter((one) => one.id === card.id || care.periods.some((period) => period.personId === one.id && period.to === null)) }
  },
  view: ({ read, card, again: before, returned, path, link, makers, who }, frame, ask) => {
    const of = before?.answers ?? {}
    const back = backOf(ask, { what: of['what'] ?? (path?.authorityOn ? 'match' : 'adoption'), panelOn: of['panelOn'] ? numbers(of['panelOn']) : '', words: before?.words ?? '', who: of['who'] ?? link?.answers['who'], adopters: of['adopters'] ?? '2', sexes: of['sexes'], status: of['status'], fosterCarer: of['fosterCarer'], deciderId: makers.length === 1 ? makers[0]?.id : '' })
    const foster = back('fosterCarer').value
    return (
      <Page {...frame} title="Put it to the agency decision maker" frame="narrow" problemCount={ask.problems.length}>
        <PageHead title="Put it to the agency decision maker" before={<Breadcrumb steps={stepsTo(card, 'Agency decision')} />} lede="What is decided here belongs to that office by law. It is due seven working days after the panel’s minutes came, or after today where there is no panel." />
        <Summary ask={ask} />
        {returned?.words ? <Message kind="soon" title="The decision maker asked for more:">{returned.words}</Message> : null}
        <form method="post" action={`/people/${card.id}/permanence/ask`} data-keep="plan">
          <input type="hidden" name="commandId" value={newId()} />
          <Card title="What is asked">
            <Children ask={ask} label="For whom" who={who} ticked={[card.id]} />
            <Choice label="What should be decided" options={offered(askedDecisions, read.today)} {...back('what')} />
            <DateField label="The minutes of the panel came on" optional="where there was a panel" {...back('panelOn')} />
            <Words label="Why, and what the panel said" rows={6} {...back('words')} maxLength={8000} />
            <Select label="Agency decision maker" empty="Choose" options={makers.map((one) => ({ value: one.id, label: one.jobTitle ? `${one.name}, ${one.jobTitle}` : one.name }))} {...back('deciderId')} />
          </Card>
          <Card title="The adopters" lede="For a match only. What the return asks about them is asked once, here.">
            <Line label="Which adopters" optional="for a match" {...back('who')} maxLength={400} />
            <Line label="How many adopters" optional="for a match" width={4} inputMode="numeric" {...back('adopters')} />
            <Select label="Who adopts" optional="for a match" empty="Choose one" options={offered(adopterSexes, read.today)} {...back('sexes')} />
            <Select label="How they live together" optional="for a match" empty="Choose one" options={offered(adopterStatuses, read.today)} {...back('status')} />
            <YesNo {...back('fosterCarer')} label="They are the foster carers now" value={foster === 'yes' ? 'yes' : foster === 'no' ? 'no' : undefined} />
          </Card>
          <Actions><Button kind="primary">Put it to them</Button><a href={`/people/${card.id}/permanence`}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})

export const saveAskDecision = form('/people/:id/permanence/ask', async (caller, ask, around) => {
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const foster = text('fosterCarer')
  const match = text('what') === 'match'
  const outcome = await askAgencyDecision.perform(caller, {
    id: newId(), people: namesOf(ask), what: text('what'), deciderId: text('deciderId') || newId(), words: text('words'), ...(text('panelOn') ? { panelOn: dayOr(text('panelOn'), caller.clock.today()) } : {}),
    ...(match ? { ...(text('who') ? { who: text('who') } : {}), ...(text('adopters') ? { adopters: text('adopters') } : {}), ...(text('sexes') ? { sexes: text('sexes') } : {}), ...(text('status') ? { status: text('status') } : {}), ...(foster === 'yes' || foster === 'no' ? { fosterCarer: foster } : {}) } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(askDecisionPage, outcome.problems.map((one) => (one.question === 'words' ? { ...one, problem: 'Write why: the decision maker reads it first.' } : inWords(one))))(caller, ask, around)
  return { go: `/people/${ask.params.id}/permanence?asked=1` }
})
