import { shortDay } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { Card } from '../../../../platform/page/card.tsx'
import { ChronologyFilters } from '../../../../platform/page/chronology.tsx'
import { Page, PageHead } from '../../../../platform/page/layout.tsx'
import { EmptyState } from '../../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../../platform/page/navigation.tsx'
import { Table } from '../../../../platform/page/table.tsx'
import { TokenRow } from '../../../../platform/page/token.tsx'
import { page } from '../../../../record/access/page.ts'
import { markOf } from '../../../../record/people/marks.ts'
import { cardsOf } from '../../../../record/people/queries.ts'
import { groupsOf, outcomeWords, type LineOutcome } from './account.ts'
import * as come from './comeStore.ts'
import { lines as linesOf } from './lineStore.ts'

const outcomes: readonly LineOutcome[] = ['taken', 'beside', 'refused']
const atOnce = 200

/** What became of each line of a case that came: taken, kept beside or refused, and why. Nothing of the file is left out. */
export const cameAccountPage = page('/transfers/came/:id/account', {
  what: 'page.transferAccount',
  may: 'record.read',
  load: async (asking, ask) => {
    const found = await come.byId(asking.db, ask.params['id'] ?? '')
    if (!found) throw notFound('We could not find that.')
    const people = found.people.map((one) => one.personId)
    asking.saw(people)
    return { found, lines: await linesOf(asking.db, found.id), cards: await cardsOf(asking, people), today: asking.today }
  },
  view: ({ found, lines, cards, today }, frame, ask) => {
    const title = 'What became of each line'
    const here = outcomes.find((one) => one === ask.query['outcome'])
    const shown = lines.filter((one) => !here || one.outcome === here)
    const from = Math.max(0, Math.trunc(Number(ask.query['from'] ?? 0)) || 0)
    const some = shown.slice(from, from + atOnce)
    const href = (outcome: string | undefined, at = 0) => `/transfers/came/${found.id}/account?${new URLSearchParams({ ...(outcome ? { outcome } : {}), ...(at > 0 ? { from: String(at) } : {}) }).toString()}`
    return (
      <Page {...frame} title={title}>
        <PageHead title={title} before={<Breadcrumb steps={[{ label: `A case from ${found.fromName}`, href: `/transfers/came/${found.id}` }, { label: title }]} />} lede={`The file of ${found.fromName} held ${lines.length.toLocaleString('en-GB')} lines that you may read. Each was taken, kept beside the record, or refused, for the reason beside it.`} />
        <ChronologyFilters links={[{ label: `All ${lines.length.toLocaleString('en-GB')}`, href: href(undefined), here: !here }, ...outcomes.map((one) => ({ label: `${outcomeWords[one]} ${lines.filter((line) => line.outcome === one).length.toLocaleString('en-GB')}`, href: href(one), here: here === one }))]} />
        <div class="stack-gap">
          {shown.length === 0 ? <EmptyState title="None.">No line of the file came to that.</EmptyState> : <>
            <Card title="In sum"><Table caption="How many lines of each kind" stack rows={groupsOf(shown)} columns={[{ title: 'What', head: true, cell: (one) => one.what }, { title: 'What became of it', cell: (one) => outcomeWords[one.outcome] }, { title: 'Why', cell: (one) => one.why }, { title: 'Lines', number: true, cell: (one) => one.count.toLocaleString('en-GB') }]} /></Card>
            <Card title="Line by line" aside={shown.length > atOnce ? `${from + 1} to ${Math.min(from + atOnce, shown.length)} of ${shown.length.toLocaleString('en-GB')}` : null}>
              <Table caption="Every line of the file" stack rows={some} columns={[
                { title: 'What', head: true, cell: (one) => <>{one.what} <TokenRow marks={one.about.flatMap((id) => cards.get(id) ?? []).map(markOf)} /></> },
                { title: 'As it came', width: 'wide', cell: (one) => <>{one.pieceId ? <a href={`/transfers/came/${found.id}#piece-${one.pieceId}`}>{one.words}</a> : one.words}{one.pieceId && one.on ? <span class="second">{shortDay(one.on, today)}</span> : null}</> },
                { title: 'What became of it', cell: (one) => <>{outcomeWords[one.outcome]}<span class="second">{one.why}</span></> },
              ]} />
              {from + atOnce < shown.length ? <p><a href={href(here, from + atOnce)}>The next {Math.min(atOnce, shown.length - from - atOnce)}</a></p> : null}
            </Card>
          </>}
        </div>
      </Page>
    )
  },
})
