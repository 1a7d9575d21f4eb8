import { Card } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { othersInWords } from '../../../record/access/counting.ts'
import { page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { behindMeasure, yearAtAGlance, type CountedFrom } from '../statistics/queries.ts'
import { countInWords, numberInWords, oursInWords, peopleBehind, type Ours, type Shown } from '../statistics/rules.ts'

const yearIn = (text: string | undefined, today: string): number => (/^20\d\d$/.test(text ?? '') ? Number(text) : Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0))
const steps = (whole: boolean) => (whole ? [{ label: 'Returns', href: '/returns' }] : [{ label: 'My team', href: '/team' }])

/** Our number, leading to whom of it the reader sees. Under a share, of how many it is. */
function OurNumber({ one, ours, year }: { one: Shown; ours: Ours | undefined; year: number }) {
  const words = oursInWords(one.measure, ours)
  const linked = peopleBehind(ours) > 0 && words !== '' ? <a href={`/returns/year/${one.measure.id}?year=${year}`}>{words}</a> : words
  return ours && !('value' in ours) && one.measure.kind === 'percent' ? <>{linked}<span class="second">{countInWords(ours)}</span></> : <>{linked}</>
}

/** The years before, side by side: as a table, so that it prints. */
function Years({ title, rows, years }: { title: string; rows: readonly Shown[]; years: readonly number[] }) {
  const words = (one: Shown, year: number) => oursInWords(one.measure, one.series.find((each) => each.year === year)?.ours)
  // A number that may be told of no year stands above, once.
  const told = rows.filter((one) => years.some((year) => !['', 'not told'].includes(words(one, year))))
  return told.length === 0 ? null : (
    <>
      <h3>Over the years</h3>
      <Table caption={`${title}, the years to 31 March ${years[0]} to ${years.at(-1)}`} stack rows={told} columns={[
        { title: 'What', head: true, cell: (one) => one.measure.title },
        ...years.map((year) => ({ title: String(year), number: true, cell: (one: Shown) => words(one, year) })),
      ]} />
    </>
  )
}

const From = ({ name, none, from }: { name: string; none: string; from: CountedFrom | undefined }) => {
  if (!from) return <li>{none}</li>
  const words = `${name}${from.sentAt ? ', as sent' : from.madeAt ? `, as made on ${dayInWords(dayOf(moment(from.madeAt)))}` : ''}`
  return <li>{from.id ? <a href={`/returns/${from.id}`}>{words}</a> : words}</li>
}

/** The year as the statistics publish it: our numbers, those of authorities like us, the region, England. Each of ours leads to its children. */
export const yearPage = page('/returns/year', {
  what: 'page.year',
  may: 'year.read',
  keeps: true,
  load: (asking, ask) => yearAtAGlance.of(asking, { year: yearIn(ask.query.year, asking.today) }),
  view: ({ year, years, area, regionName, compares, told, groups, whole, series }, frame) => {
    const some = groups.some((group) => group.shown.length > 0)
    const published = groups.some((group) => group.shown.some((one) => one.england !== undefined))
    const regional = groups.some((group) => group.shown.some((one) => one.region !== undefined))
    return (
      <Page {...frame} title={`The year to 31 March ${year}`} place={whole ? 'returns' : 'my-team'}>
        <PageHead title={`The year to 31 March ${year}`} before={<Breadcrumb steps={[...steps(whole), { label: 'The year' }]} />} lede={`Counted from our own returns as the department’s statistics count them${compares ? ', beside the authorities most like us and England as last published' : ''}. Shares are compared; counts of authorities of other sizes are not.`} />
        <Columns
          main={some ? groups.filter((group) => group.shown.length > 0).map((group) => (
            <Card title={group.title}>
              <Table caption={`${group.title}, the year to 31 March ${year}`} stack rows={group.shown} columns={[
                { title: 'What', head: true, cell: (one) => <>{one.measure.title}<span class="second">{one.measure.how}</span></> },
                { title: 'Ours', number: true, cell: (one) => <OurNumber one={one} ours={one.ours} year={year} /> },
                ...(compares ? [{ title: 'Like us', number: true, cell: (one: Shown) => (one.neighbours === undefined ? '' : <>{numberInWords(one.measure, one.neighbours)}<span class="second">middle of {one.neighboursCounted}</span></>) }] : []),
                ...(regional ? [{ title: regionName ?? 'Region', number: true, cell: (one: Shown) => numberInWords(one.measure, one.region) }] : []),
                ...(published ? [{ title: 'England', number: true, cell: (one: Shown) => (one.england === undefined ? '' : <>{numberInWords(one.measure, one.england)}<span class="second">{one.publishedYear}</span></>) }] : []),
              ]} />
              {series.length > 1 ? <Years title={group.title} rows={group.shown} years={series} /> : null}
            </Card>
          )) : <EmptyState title="No return of this year was made yet.">The year is counted from the census and the looked-after return. {whole ? <a href="/returns">Make one</a> : 'They are counted each night.'}</EmptyState>}
          aside={<>
            <Card title="Adoption"><p><a href="/returns/adoption">The scorecard of three years, and what is to come</a></p></Card>
            {years.length === 0 ? null : <Card title="Years"><ul class="lines">{years.map((one) => <li><a class="name" href={`/returns/year?year=${one}`} aria-current={one === year ? 'true' : undefined}>To 31 March {one}</a></li>)}</ul></Card>}
            {whole ? null : (
              <Card title="How this is counted for you">
                <p>Children whose records are open to you are counted exactly. How many others there are is rounded to five, and below six only that they are few. Where a number would tell of a few children together with another one, it is not told.</p>
                <p>Each child counts once, and a number stays as you were first told until more than a few children have come or gone. It leads to the children you may see.</p>
              </Card>
            )}
            <Card title="Counted from">
              <ul class="lines">
                <From name="Children in need census" none="No census of this year" from={told.cin} />
                <From name="Looked-after return" none="No looked-after return of this year" from={told.ssda903} />
              </ul>
              {area ? null : <p class="second">The council has not said its number at the department (Settings, Your council), so its neighbours are not known.</p>}
            </Card>
          </>} />
      </Page>
    )
  },
})

/** Of how many more the number is, and why they are not in the list. */
const othersWords = (others: Parameters<typeof othersInWords>[0]): string => ('hidden' in others
  ? 'How many others are counted is not told: together with another number it would tell of a few children.'
  : 'few' in others ? 'Up to five others may be counted whose records are not open to you.' : `Counted besides: ${othersInWords(others)} others whose records are not open to you.`)

/** The children behind a number: named where the reader may know them. */
export const behindPage = page('/returns/year/:measure', {
  what: 'page.yearBehind',
  may: 'year.read',
  keeps: true,
  load: (asking, ask) => behindMeasure.of(asking, { year: yearIn(ask.query.year, asking.today), measure: ask.params.measure ?? '' }),
  view: ({ year, measure, people, times, count, others, whole, cards }, frame) => (
    <Page {...frame} title={measure.title} place={whole ? 'returns' : 'my-team'}>
      <PageHead title={measure.title} before={<Breadcrumb steps={[...steps(whole), { label: 'The year', href: `/returns/year?year=${year}` }, { label: measure.title }]} />} lede={`${measure.how} The year to 31 March ${year}${whole ? `: ${times.toLocaleString('en-GB')}${times === count ? '' : `, of ${count.toLocaleString('en-GB')} children`}` : `: ${count.toLocaleString('en-GB')} whose records are open to you`}.`} />
      {others ? <p>{othersWords(others)}</p> : null}
      {count > people.length ? <p>The first {people.length} are listed here.{whole ? ' The files of the return hold all of them.' : ''}</p> : null}
      <Table caption="Children behind this number" stack rows={people} empty={<EmptyState title="Nobody.">{whole ? 'Whoever is counted here appears by name, if you may know them, else by the number of the return.' : 'Whoever is counted here appears by name, if their record is open to you.'}</EmptyState>} columns={[
        { title: 'Child', head: true, cell: (one) => { const card = cards.get(one.personId); return card ? <NamedToken mark={markOf(card)} href={`/people/${card.id}`} /> : 'Not open to you' } },
        ...(whole ? [{ title: 'Number in the return', cell: (one: Readonly<{ number: string }>) => one.number }] : []),
      ]} />
    </Page>
  ),
})
