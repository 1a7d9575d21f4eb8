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
import { fitOf } from '../../../record/care/reckoning/households.ts'
import { childFor, siblings, stepsTo } from './typing.tsx'
import { termsInWords } from './households.tsx'

/** Which of our carer households fit, with the reasons for and against: the approval and the room are checked; whether it is right for the children is the worker's to say. */
export const searchPage = page('/people/:id/care/search', {
  what: 'page.placementSearch',
  may: 'record.read',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    return { read, card, all: await carerHouseholds.of(asking, {}) }
  },
  view: ({ read, card, all }, frame, ask) => {
    const { today } = read
    const who = siblings(read, card)
    const asked = (ask.query.with ?? '').split(',')
    const children = who.filter((one) => one.id === card.id || asked.includes(one.id) || Object.values(ask.query).includes(one.id))
    const rows = all.filter((one) => one.stage === 'approved' || one.stage === 'onHold')
      .map((stands) => ({ stands, ...fitOf(stands, children.map((one) => ({ name: one.given || one.name, age: one.bornOn ? ageOn(one.bornOn, today) : null, sex: one.sex }))) }))
      .toSorted((a, b) => a.against.length - b.against.length || b.stands.vacancies - a.stands.vacancies || a.stands.household.name.localeCompare(b.stands.household.name))
    const moving = (one: (typeof rows)[number]): string => `/people/${card.id}/care/move?${new URLSearchParams({ household: one.stands.household.id, place: one.stands.household.name, provider: one.stands.household.agency ? 'private' : 'ownCouncil', kind: one.stands.household.kind === 'connected' ? 'fosterRelative' : one.stands.household.kind === 'fosterAdopters' ? 'fosterAdopter' : 'foster' }).toString()}`
    return (
      <Page {...frame} title="Find a placement" place="care">
        <PageHead title="Find a placement" before={<Breadcrumb steps={stepsTo(card, 'Find a placement')} />} lede={`For ${listed(children.map((one) => one.given || one.name))}. Room and approval are checked here; whether it is right for them is yours to say.`} />
        {who.length > 1 ? (
          <form method="get" action={`/people/${card.id}/care/search`}>
            <Card><Choices name="with" label="Together with" values={children.map((one) => one.id)} options={who.filter((one) => one.id !== card.id).map((one) => ({ value: one.id, label: one.name }))} /><Actions><Button>Look again</Button></Actions></Card>
          </form>
        ) : null}
        <Card id="households" title="Our carer households">
          <Table caption="Carer households, the best fit first" stack rows={rows} empty={<EmptyState title="No approved household yet">They appear here once they are approved.</EmptyState>} columns={[
            { title: 'Household', head: true, cell: (one) => <><a class="name" href={`/care/households/${one.stands.household.id}`}>{one.stands.household.name}</a><span class="second">{termsInWords(one.stands.terms)}</span></> },
            { title: 'For', cell: (one) => one.fits.join('. ') },
            { title: 'Against', cell: (one) => one.against.join('. ') || 'Nothing in the approval' },
            { title: 'Place', titleUnseen: true, cell: (one) => <a href={moving(one)}>Record a move there<span class="unseen"> with {one.stands.household.name}</span></a> },
          ]} />
        </Card>
      </Page>
    )
  },
})
