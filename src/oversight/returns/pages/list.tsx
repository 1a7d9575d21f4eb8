import { dayInWords, dayOf, isPlainDate, moment, timeOf } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { askForReturn } from '../commands.ts'
import { kindInWords, returnKinds, type Made } from '../model.ts'
import { returnsMade } from '../queries.ts'
import { titleOf } from '../words.ts'

export const whenWords = (at: string): string => `${dayInWords(dayOf(moment(at)))} at ${timeOf(moment(at))}`
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const StateOf = ({ made }: { made: Made }) => (made.sentAt ? <Tag kind="good">Sent {dayInWords(dayOf(moment(made.sentAt)))}</Tag> : made.state === 'waiting' ? <Tag kind="soon">Being made</Tag> : made.state === 'failed' ? <Tag kind="late">Could not be made</Tag> : <Tag>Made</Tag>)
const many = (count: number, one: string, several: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
const foundWords = ({ counts }: Made) => (counts ? `${many(counts.errors, 'error', 'errors')}, ${many(counts.queries, 'query', 'queries')}` : '')

/** Years that a return can be made for, the one that ends next first. */
const yearsFrom = (today: string): number[] => [2027, 2026, 2025, 2024, 2023].filter((year) => `${year - 1}-04-01` <= today)

/** What was made and sent, and the way to make one. */
export const returnsPage = page('/returns', {
  what: 'page.returns',
  may: 'return.make',
  load: async (asking, ask) => ({ ...(await returnsMade.of(asking, {})), today: asking.today, chosen: textOf(ask.body['year']), kind: textOf(ask.body['kind']) || 'ssda903' }),
  view: ({ made, nights, today, chosen, kind }, frame, ask) => (
    <Page {...frame} title="Returns" place="returns" problemCount={ask.problems.length}>
      <PageHead title="Returns" lede="Made from the record as it stands, checked by the department’s rules or the columns of the lists, kept as it was sent." />
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
      <Card title="Make a return" lede="A year that is not over holds what there is up to today.">
        <form method="post" action="/returns">
          <input type="hidden" name="commandId" value={newId()} />
          <input type="hidden" name="id" value={newId()} />
          <Choice name="kind" label="Which return" value={kind} options={returnKinds.map((value) => ({ value, label: kindInWords[value] }))} />
          <Select name="year" label="Year to 31 March" hint="Annex A has no year: it is told as at a day." value={chosen || String(yearsFrom(today)[0] ?? '')} options={yearsFrom(today).map((year) => ({ value: String(year), label: String(year) }))} problem={ask.problems.find((one) => one.question === 'year')?.problem} />
          <DateField name="asAt" label="As at a day" optional="(optional)" hint="As it was known on the evening of that day; Annex A: that day as the record tells of it now. Without one, as it stands today." value={ask.body['asAt'] === undefined ? '' : textOf(ask.body['asAt'])} problem={ask.problems.find((one) => one.question === 'asAt')?.problem} />
          <Actions><Button kind="primary">Make it</Button></Actions>
        </form>
      </Card>
      <p><a href="/returns/year">The year at a glance, beside authorities like us and England</a></p>
      <p><a href="/returns/adoption">The adoption scorecard of three years, and what is to come</a></p>
      <p><a href="/returns/lists">Lists that rules compare with: Ofsted’s providers, postcodes</a></p>
      <h2>Made so far</h2>
      <Table caption="Returns made so far" stack rows={made} empty={<EmptyState title="No return was made yet.">Make one at any time: nothing leaves the council by it.</EmptyState>} columns={[
        { title: 'Return', head: true, cell: (one) => <a href={`/returns/${one.id}`}>{titleOf(one)}</a> },
        { title: 'Asked for', cell: (one) => <>{whenWords(one.askedAt)}<span class="second">{one.askedBy ?? 'from the command line'}</span></> },
        { title: 'Children', number: true, cell: (one) => one.counts?.children ?? '' },
        { title: 'Found', cell: foundWords },
        { title: 'State', cell: (one) => <StateOf made={one} /> },
      ]} />
      {nights.length > 0 ? <>
        <h2>In the record, night by night</h2>
        <Table caption="What the rules found each night" stack rows={nights} columns={[
          { title: 'Night to', head: true, cell: (night) => <>{isPlainDate(night.on) ? dayInWords(night.on) : night.on}<span class="second">{kindInWords[night.kind]}</span></> },
          { title: 'Children', number: true, cell: (night) => night.counts.children },
          { title: 'Errors', number: true, cell: (night) => night.counts.errors },
          { title: 'Queries', number: true, cell: (night) => night.counts.queries },
          { title: 'Explained', number: true, cell: (night) => night.counts.explained },
        ]} />
      </> : null}
    </Page>
  ),
})

export const askReturn = form('/returns', async (caller, ask, around) => {
  const typed = textOf(ask.body['asAt']).trim()
  const asAt = typedDay(typed, caller.clock.today())
  if (typed && !asAt) return again(returnsPage, [{ question: 'asAt', problem: 'Write the day as day, month and year, as in 31 3 2026.' }])(caller, ask, around)
  const outcome = await askForReturn.perform(caller, { id: textOf(ask.body['id']), kind: textOf(ask.body['kind']), year: Number(ask.body['year']), ...(asAt ? { asAt } : {}) }, ask.commandId)
  return 'problems' in outcome ? again(returnsPage, outcome.problems)(caller, ask, around) : { go: `/returns/${textOf(ask.body['id'])}` }
})
