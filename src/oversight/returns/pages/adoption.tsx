import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { sentence } from '../../../kernel/phrasing.ts'
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
import type { Supposed } from '../../../record/care/reckoning/scorecard.ts'
import { readAdoption, type AdoptionRead } from '../adoption/queries.ts'
import { daysInWords, type ToldYear } from '../adoption/telling.ts'

const asked: readonly Readonly<{ name: keyof Supposed; label: string; most: number; least: number }>[] = [
  { name: 'movesIn', label: 'Days from coming into care to moving in', least: 1, most: 3000 },
  { name: 'overdue', label: 'Who has waited that long moves in within, days', least: 1, most: 3000 },
  { name: 'match', label: 'Days from the court’s authority to the match', least: 0, most: 3000 },
  { name: 'order', label: 'Days from moving in to the order', least: 1, most: 3000 },
  { name: 'ordersAYear', label: 'Orders a year', least: 0, most: 1000 },
]
const whole = (text: string, least: number, most: number): number | undefined => (/^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined)

/** A1 to A3 as they are published, year by year, why they move slowly, and when they would keep what is meant if all went as is supposed. */
export const adoptionPage = page('/returns/adoption', {
  what: 'page.adoptionScorecard',
  may: 'year.read',
  load: async (asking, ask) => {
    const typed = asked.map((field) => ({ ...field, text: ask.query[field.name], value: whole(ask.query[field.name] ?? '', field.least, field.most) }))
    const read = await readAdoption(asking, Object.fromEntries(typed.flatMap((field) => (field.value === undefined ? [] : [[field.name, field.value]]))))
    const fields = typed.map((field) => ({ ...field, text: field.text ?? String(read.supposed[field.name]), problem: field.text !== undefined && field.value === undefined ? `Write a whole number from ${field.least} to ${field.most}.` : undefined }))
    return { read, fields }
  },
  view: ({ read, fields }, frame) => (
    <Page {...frame} title="Adoption scorecard" place={read.whole ? 'returns' : 'my-team'}>
      <PageHead title="Adoption scorecard" before={<Breadcrumb steps={[read.whole ? { label: 'Returns', href: '/returns' } : { label: 'My team', href: '/team' }, { label: 'Adoption scorecard' }]} />} lede={`Of the whole council${read.whole ? '' : ', rounded, and of fewer than six no average'}. What is published is the average of three years, so what goes well today is seen in it late.`} />
      {read.countedAt === undefined ? <EmptyState homely title="Nothing is counted yet.">The scorecard is counted in the night from each child’s way to adoption, as it stands in the record.</EmptyState> : <>
        <Answer read={read} />
        <Card id="years" title="A1 as it is published" lede={`Days from coming into care to moving in, of children adopted in the three years to 31 March. Counted on ${dayInWords(dayOf(moment(read.countedAt)))}.`}>
          <Drawn years={read.years} meant={read.meant} />
          <Told years={read.years} />
        </Card>
        <Card id="suppose" title="Suppose that" lede="What has happened stays. From today each child goes on as you say here; children who are not on the way yet make up the orders of a year.">
          <form method="get" action="/returns/adoption#years">
            <FieldRow>{fields.map((field) => <Line name={field.name} label={field.label} value={field.text} width={4} inputMode="numeric" {...(field.problem ? { problem: field.problem } : {})} />)}</FieldRow>
            <Actions><Button>Reckon it again</Button><a href="/returns/adoption">As the record suggests</a></Actions>
          </form>
        </Card>
      </>}
    </Page>
  ),
})

/** What somebody wants to know first. */
function Answer({ read: { years, crosses, tells, meant, supposed, waiting } }: { read: AdoptionRead }) {
  if (!tells) return <Message kind="soon" title="So few children were adopted that no average may be told.">Whoever makes the returns reads the numbers themselves. {sentence(waiting)} to move in.</Message>
  const last = years.findLast((one) => one.kind === 'past')
  const kept = last?.three.a1 !== undefined && last.three.a1 <= meant
  const title = kept ? `A1 is within the ${meant} days that are meant.` : crosses === undefined ? `If all goes as is supposed, A1 does not come to ${meant} days by March ${years.at(-1)?.year ?? ''}.` : `If all goes as is supposed, A1 first keeps the ${meant} days in the three years from April ${crosses - 3} to March ${crosses}.`
  return (
    <Message kind={kept || crosses !== undefined ? 'good' : 'soon'} title={title}>
      {last ? `The three years to March ${last.year}: ${daysInWords(last.three)}${last.alone ? `; that last year alone: ${daysInWords(last.alone)}` : ''}. ` : ''}{sentence(waiting)} to move in, each supposed to within {supposed.movesIn} days of coming into care; who has waited longer already, within {supposed.overdue} days from today.
    </Message>
  )
}

function Drawn({ years, meant }: { years: readonly ToldYear[]; meant: number }) {
  const drawn = years.flatMap((one) => (one.three.a1 === undefined ? [] : [{ label: `${one.kind === 'supposed' ? 'to ' : ''}${one.year}`, value: one.three.a1, words: String(one.three.a1) }]))
  if (drawn.length < 2) return null
  return <ColumnsChart title="A1, average of three years" columns={drawn} top={Math.max(meant, ...drawn.map((one) => one.value)) * 1.1} target={{ value: meant, label: `${meant} meant` }} better="below" remark="“To” stands before years that have not ended, as they are supposed. A dashed column is over what is meant." />
}

function Told({ years }: { years: readonly ToldYear[] }) {
  const apart = years.some((one) => one.alone)
  return (
    <Table caption="The adoption scorecard year by year" rows={years} columns={[
      { title: 'Three years to', head: true, cell: (one) => <>March {one.year}{one.kind === 'supposed' ? <span class="second">supposed</span> : null}</> },
      { title: 'A1', number: true, cell: (one) => one.three.a1Words }, { title: 'A1 meant', number: true, cell: (one) => one.meant.a1 }, { title: 'Adopted', number: true, cell: (one) => one.three.of },
      ...(apart ? [{ title: 'A1, last year alone', number: true, cell: (one: ToldYear) => one.alone?.a1Words ?? '' }, { title: 'Adopted in it', number: true, cell: (one: ToldYear) => one.alone?.of ?? '' }] : []),
      { title: 'A2', number: true, cell: (one) => one.three.a2 }, { title: 'A2 meant', number: true, cell: (one) => one.meant.a2 },
      { title: 'A3', number: true, cell: (one) => one.three.a3 }, { title: 'A3 within', number: true, cell: (one) => `${one.meant.a3} months` },
    ]} />
  )
}
