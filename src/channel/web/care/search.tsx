import { ageOn } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Choices } from '../../../platform/page/fields/choice.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { page } from '../../../record/access/page.ts'
import { carerHouseholds } from '../../../record/care/households.ts'
import { careOf } from '../../../record/care/queries.ts'
import { togetherOf } from '../../../record/care/reckoning/together.ts'
import { fitOf } from '../../../record/care/reckoning/households.ts'
import { beginning, onPage, PagesOf } from './paging.tsx'
import { childFor, siblings, stepsTo } from './typing.tsx'
import { termsInWords } from './households.tsx'

/** Plans under which carers may become the adopters. */
const adoptionPlans: readonly string[] = ['adoption', 'fosteringForAdoption', 'concurrent']

/** Which of our carer households fit, with the reasons for and against: the approval and the room are checked; whether it is right for the children is the worker's to say. */
export const searchPage = page('/people/:id/care/search', {
  what: 'page.placementSearch',
  may: 'record.read',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const who = siblings(read, card).map((one) => one.id)
    const family = await careOf(asking, who)
    const mine = <Row extends { personId: string }>(rows: readonly Row[]): Row[] => rows.filter((one) => one.personId === card.id)
    const care = { periods: mine(family.periods), facts: mine(family.facts) }
    return { read, card, together: togetherOf(card.id, who, family, asking.today).here, all: await carerHouseholds.of(asking, {}), inCare: care.periods.some((one) => one.to === null), plan: care.facts.find((one) => one.kind === 'carePlan')?.answers['permanence'] }
  },
  view: ({ read, card, all, inCare, plan, together }, frame, ask) => {
    const { today } = read
    const who = siblings(read, card)
    // Brothers and sisters who live together are looked for together, until somebody says otherwise.
    const asked = ask.query.with === undefined && ask.query.look === undefined ? together : (ask.query.with ?? '').split(',')
    const children = who.filter((one) => one.id === card.id || asked.includes(one.id))
    const perhapsAdopted = adoptionPlans.includes(plan ?? '')
    const rows = all.filter((one) => (one.stage === 'approved' || one.stage === 'onHold') && one.household.kind !== 'adopters')
      .map((stands) => ({ stands, ...fitOf(stands, children.map((one) => ({ name: one.given || one.name, age: one.bornOn ? ageOn(one.bornOn, today) : null, sex: one.sex }))) }))
      .toSorted((a, b) => a.against.length - b.against.length || b.stands.vacancies - a.stands.vacancies || a.stands.household.name.localeCompare(b.stands.household.name))
    const kindOf = (kind: string): string => (kind === 'connected' ? 'fosterRelative' : kind === 'lodgings' ? 'supportedAccommodation' : kind === 'fosterAdopters' && perhapsAdopted ? 'fosterAdopter' : 'foster')
    const moving = (one: (typeof rows)[number]): string => `/people/${card.id}/care/${inCare ? 'move' : 'begin'}?${new URLSearchParams({ household: one.stands.household.id, provider: one.stands.household.agency ? 'private' : 'ownCouncil', kind: kindOf(one.stands.household.kind), with: children.map((child) => child.id).join(',') }).toString()}`
    const from = beginning(ask.query.from)
    return (
      <Page {...frame} title="Find a placement" place="care">
        <PageHead title="Find a placement" before={<Breadcrumb steps={stepsTo(card, 'Find a placement')} />} lede={`For ${listed(children.map((one) => one.given || one.name))}. Room and approval are checked here; whether it is right for them is yours to say. Adopters are compared under Permanence.`} />
        {who.length > 1 ? (
          <form method="get" action={`/people/${card.id}/care/search`}>
            <input type="hidden" name="look" value="1" /><Card><Choices name="with" label="Together with" values={children.map((one) => one.id)} options={who.filter((one) => one.id !== card.id).map((one) => ({ value: one.id, label: one.name }))} /><Actions><Button>Look again</Button></Actions></Card>
          </form>
        ) : null}
        <Card id="households" title="Our carer households">
          <Table caption="Carer households, the best fit first" stack rows={rows.slice(from, from + onPage)} empty={<EmptyState title="No approved household yet">They appear here once they are approved.</EmptyState>} columns={[
            { title: 'Household', head: true, cell: (one) => <><a class="name" href={`/care/households/${one.stands.household.id}`}>{one.stands.household.name}</a><span class="second">{termsInWords(one.stands.terms)}</span></> },
            { title: 'For', cell: (one) => one.fits.join('. ') },
            { title: 'Against', cell: (one) => one.against.join('. ') || 'Nothing in the approval' },
            { title: 'Place', titleUnseen: true, cell: (one) => <a href={moving(one)}>{inCare ? 'Record a move there' : 'They come here'}<span class="unseen"> with {one.stands.household.name}</span></a> },
          ]} />
          <PagesOf path={`/people/${card.id}/care/search`} kept={{ with: ask.query.with, look: ask.query.look }} from={from} of={rows.length} />
        </Card>
      </Page>
    )
  },
})
