import { Card } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { behindMeasure, yearAtAGlance } from '../statistics/queries.ts'
import type { Shown } from '../statistics/rules.ts'

const yearIn = (text: string | undefined, today: string): number => (/^20\d\d$/.test(text ?? '') ? Number(text) : Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0))
const shown = ({ measure }: Pick<Shown, 'measure'>, value: number | undefined): string => (value === undefined ? '' : measure.kind === 'percent' ? `${value.toLocaleString('en-GB', { minimumFractionDigits: 1 })}%` : value.toLocaleString('en-GB'))

/** The year as the statistics publish it: our numbers, those of authorities like us, England. Each of ours leads to its children. */
export const yearPage = page('/returns/year', {
  what: 'page.year',
  may: 'return.make',
  load: (asking, ask) => yearAtAGlance.of(asking, { year: yearIn(ask.query.year, asking.today) }),
  view: ({ year, years, area, compares, told, groups }, frame) => {
    const some = groups.some((group) => group.shown.length > 0)
    return (
      <Page {...frame} title={`The year to 31 March ${year}`} place="returns">
        <PageHead title={`The year to 31 March ${year}`} before={<Breadcrumb steps={[{ label: 'Returns', href: '/returns' }, { label: 'The year' }]} />} lede={`Counted from our own returns as the department’s statistics count them${compares ? ', beside the authorities most like us and England as last published' : ''}. Shares are compared; counts of authorities of other sizes are not.`} />
        <Columns
          main={some ? groups.filter((group) => group.shown.length > 0).map((group) => (
            <Card title={group.title}>
              <Table caption={`${group.title}, the year to 31 March ${year}`} stack rows={group.shown} columns={[
                { title: 'What', head: true, cell: (one) => <>{one.measure.title}<span class="second">{one.measure.how}</span></> },
                { title: 'Ours', number: true, cell: (one) => (one.people > 0 ? <a href={`/returns/year/${one.measure.id}?year=${year}`}>{shown(one, one.ours)}</a> : shown(one, one.ours)) },
                ...(compares ? [{ title: 'Like us', number: true, cell: (one: Shown) => (one.neighbours === undefined ? '' : <>{shown(one, one.neighbours)}<span class="second">middle of {one.neighboursCounted}</span></>) }] : []),
                { title: 'England', number: true, cell: (one) => (one.england === undefined ? '' : <>{shown(one, one.england)}<span class="second">{one.publishedYear}</span></>) },
              ]} />
            </Card>
          )) : <EmptyState title="No return of this year was made yet.">The year is counted from the census and the looked-after return. <a href="/returns">Make one</a></EmptyState>}
          aside={<>
            {years.length === 0 ? null : <Card title="Years"><ul class="lines">{years.map((one) => <li><a class="name" href={`/returns/year?year=${one}`} aria-current={one === year ? 'true' : undefined}>To 31 March {one}</a></li>)}</ul></Card>}
            <Card title="Counted from">
              <ul class="lines"><li>{told.cin ? <a href={`/returns/${told.cin.id}`}>Children in need census{told.cin.sentAt ? ', as sent' : ''}</a> : 'No census of this year'}</li>
              <li>{told.ssda903 ? <a href={`/returns/${told.ssda903.id}`}>Looked-after return{told.ssda903.sentAt ? ', as sent' : ''}</a> : 'No looked-after return of this year'}</li></ul>
              {area ? null : <p class="second">The council has not said its number at the department (Settings, Your council), so its neighbours are not known.</p>}
            </Card>
          </>} />
      </Page>
    )
  },
})

/** The children behind a number: named where the reader may know them. */
export const behindPage = page('/returns/year/:measure', {
  what: 'page.yearBehind',
  may: 'return.make',
  load: (asking, ask) => behindMeasure.of(asking, { year: yearIn(ask.query.year, asking.today), measure: ask.params.measure ?? '' }),
  view: ({ year, measure, people, times, cards }, frame) => (
    <Page {...frame} title={measure.title} place="returns">
      <PageHead title={measure.title} before={<Breadcrumb steps={[{ label: 'Returns', href: '/returns' }, { label: 'The year', href: `/returns/year?year=${year}` }, { label: measure.title }]} />} lede={`${measure.how} The year to 31 March ${year}: ${times.toLocaleString('en-GB')}${times === people.length ? '' : `, of ${people.length.toLocaleString('en-GB')} children`}.`} />
      <Table caption="Children behind this number" stack rows={people} empty={<EmptyState title="Nobody.">Whoever is counted here appears by name, if you may know them, else by the number of the return.</EmptyState>} columns={[
        { title: 'Child', head: true, cell: (one) => { const card = cards.get(one.personId); return card ? <NamedToken mark={markOf(card)} href={`/people/${card.id}`} /> : 'Not open to you' } },
        { title: 'Number in the return', cell: (one) => one.number },
      ]} />
    </Page>
  ),
})
