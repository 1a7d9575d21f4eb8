import { addMonths, dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ColumnsChart } from '../../../platform/page/charts.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { page } from '../../../record/access/page.ts'
import { onTheWayNow } from '../../../record/care/permanence.ts'
import { crossesIn, endOf, meantFor, scorecardYears, suggested, yearOf, type ScorecardYear, type Supposed } from '../../../record/care/reckoning/scorecard.ts'

/** Years that have ended, and years after the present one. */
const span = { back: 4, ahead: 4 }
const asked: readonly Readonly<{ name: keyof Supposed; label: string; most: number; least: number }>[] = [
  { name: 'movesIn', label: 'Days from coming into care to moving in', least: 1, most: 3000 },
  { name: 'overdue', label: 'Who has waited that long moves in within, days', least: 1, most: 3000 },
  { name: 'match', label: 'Days from the court’s authority to the match', least: 0, most: 3000 },
  { name: 'order', label: 'Days from moving in to the order', least: 1, most: 3000 },
  { name: 'ordersAYear', label: 'Orders a year', least: 0, most: 1000 },
]
const whole = (text: string, least: number, most: number): number | undefined => (/^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined)
const days = (of: number | undefined): string => (of === undefined ? 'none' : counted(of, 'day', 'days'))
/** Three years as a report names them: April 2023 to March 2026. */
const threeYears = (year: number): string => `April ${year - 3} to March ${year}`

/** A1 to A3 as they are published, year by year, why they move slowly, and when they would keep what is meant if all went as is supposed. */
export const scorecardPage = page('/care/permanence/scorecard', {
  what: 'page.adoptionScorecard',
  may: 'record.read',
  load: async (asking, ask) => {
    const { today } = asking
    const paths = (await onTheWayNow(asking, addMonths(endOf(yearOf(today) - span.back), -36))).map((one) => one.path)
    const fromRecord = suggested(paths, today)
    const fields = asked.map((field) => {
      const typed = ask.query[field.name]
      const value = typed === undefined ? fromRecord[field.name] : whole(typed, field.least, field.most)
      return { ...field, shown: typed ?? String(fromRecord[field.name]), value: value ?? fromRecord[field.name], problem: value === undefined ? `Write a whole number from ${field.least} to ${field.most}.` : undefined }
    })
    const of = Object.fromEntries(fields.map((field) => [field.name, field.value]))
    const supposed: Supposed = { ...fromRecord, ...of }
    return { fields, fromRecord, supposed, years: scorecardYears(paths, today, span, supposed), waiting: paths.filter((path) => !path.orderOn && !path.movedInOn).length, today }
  },
  view: ({ fields, years, waiting, today, supposed }, frame) => (
    <Page {...frame} title="Adoption scorecard" place="care">
      <PageHead title="Adoption scorecard" before={<Breadcrumb steps={[{ label: 'In our care', href: '/care' }, { label: 'On the way to adoption', href: '/care/permanence' }, { label: 'Scorecard' }]} />} lede="Counted over the children you may see. The published figure is an average of three years, so what you do well today is seen in it late." />
      {years.every((one) => one.three.a1Of === 0 && one.three.a3Of === 0) ? <EmptyState homely title="No child on the way to adoption is open to you.">Children stand in the scorecard from the decision that adoption is the plan.</EmptyState> : <>
        <Answer years={years} waiting={waiting} supposed={supposed} />
        <Card id="years" title="A1 as it is published" lede="Days from coming into care to moving in, of children adopted in the three years to 31 March.">
          <Drawn years={years} today={today} />
          <Told years={years} />
        </Card>
        <Card id="suppose" title="Suppose that" lede="What has happened stays. From today each child goes on as you say here; children who are not on the way yet make up the orders of a year.">
          <form method="get" action="/care/permanence/scorecard#years">
            <FieldRow>{fields.map((field) => <Line name={field.name} label={field.label} value={field.shown} width={4} inputMode="numeric" {...(field.problem ? { problem: field.problem } : {})} />)}</FieldRow>
            <Actions><Button>Reckon it again</Button><a href="/care/permanence/scorecard">As the record suggests</a></Actions>
          </form>
        </Card>
      </>}
    </Page>
  ),
})

/** The first thing somebody wants to know, in one sentence each. */
function Answer({ years, waiting, supposed }: { years: readonly ScorecardYear[]; waiting: number; supposed: Supposed }) {
  const crosses = crossesIn(years)
  const last = years.findLast((one) => one.kind === 'past')
  const [first] = years.filter((one) => one.kind === 'supposed')
  const meant = first?.meant.a1 ?? 0
  const before = last?.three.a1 === undefined ? '' : `The three years to March ${last.year} took ${days(last.three.a1)}; that last year alone ${last.alone.a1 === undefined ? 'saw no order' : days(last.alone.a1)}. `
  const kept = last?.three.a1 !== undefined && last.three.a1 <= meant
  return (
    <Message kind={crosses === undefined ? 'soon' : 'good'} title={kept ? `A1 is within the ${meant} days that are meant.` : crosses === undefined ? `If all goes as is supposed, A1 does not come to ${meant} days by March ${years.at(-1)?.year ?? ''}.` : `If all goes as is supposed, A1 first keeps the ${meant} days in the three years ${threeYears(crosses)}.`}>
      {before}{sentence(counted(waiting, 'child waits', 'children wait'))} to move in; each is supposed to within {supposed.movesIn} days of coming into care, and who has waited longer within {supposed.overdue} days from today.
    </Message>
  )
}

function Drawn({ years, today }: { years: readonly ScorecardYear[]; today: PlainDate }) {
  const drawn = years.flatMap((one) => (one.three.a1 === undefined ? [] : [{ label: `${one.kind === 'supposed' ? 'to ' : ''}${one.year}`, value: one.three.a1, words: String(one.three.a1) }]))
  if (drawn.length < 2) return null
  const { a1 } = meantFor(yearOf(today))
  return <ColumnsChart title="A1, average of three years" columns={drawn} top={Math.max(a1, ...drawn.map((one) => one.value)) * 1.1} target={{ value: a1, label: `${a1} days meant` }} better="below" remark={`“To” stands before years that have not ended: they are supposed from ${dayInWords(today)} on. A dashed column is over what is meant.`} />
}

const Told = ({ years }: { years: readonly ScorecardYear[] }) => (
  <Table caption="The adoption scorecard year by year" rows={years} columns={[
    { title: 'Three years to', head: true, cell: (one) => <>March {one.year}{one.kind === 'supposed' ? <span class="second">supposed</span> : null}</> },
    { title: 'A1', number: true, cell: (one) => one.three.a1 ?? '–' }, { title: 'Meant', number: true, cell: (one) => one.meant.a1 }, { title: 'Adopted', number: true, cell: (one) => one.three.a1Of },
    { title: 'A1, last year alone', number: true, cell: (one) => one.alone.a1 ?? '–' }, { title: 'Adopted in it', number: true, cell: (one) => one.alone.a1Of },
    { title: 'A2', number: true, cell: (one) => one.three.a2 ?? '–' }, { title: 'Meant', number: true, cell: (one) => one.meant.a2 },
    { title: 'A3', number: true, cell: (one) => (one.three.a3 === undefined ? '–' : `${one.three.a3} %`) }, { title: 'Within', number: true, cell: (one) => `${one.meant.a3} months` },
  ]} />
)
