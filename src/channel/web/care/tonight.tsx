import { dayInWords, longDay, shortDay } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { page } from '../../../record/access/page.ts'
import { tonightPage as listTonight } from '../../../record/care/queries.ts'
import { placementInWords } from '../../../record/care/placementWords.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { statusInWords } from '../../../record/people/legal/rules.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { beginning, onPage, PagesOf } from './paging.tsx'
import { livesWith } from './words.ts'

/** Where every child in our care is tonight: each once, those whom nobody can place first. */
export const tonightPage = page('/care', {
  what: 'page.tonight',
  may: 'record.read',
  load: async (asking, ask) => {
    const found = await listTonight(asking, ask.query.show, beginning(ask.query.from), onPage)
    return { ...found, cards: await cardsOf(asking, found.rows.map((row) => row.personId)) }
  },
  view: ({ on, rows, counts, cards }, frame, ask) => {
    const show = ask.query.show
    const whole = counts.reduce((sum, one) => sum + one.count, 0)
    const listed = show === undefined ? whole : counts.find((one) => one.key === show)?.count ?? 0
    const from = beginning(ask.query.from)
    const stateOf = (key: string) => (key === 'missing' || key === 'notSaid' ? 'late' as const : 'plain' as const)
    return (
      <Page {...frame} title="Where every child is tonight" place="care">
        <PageHead title="Where every child is tonight" lede={`${longDay(on)}. ${sentence(counted(whole, 'child', 'children'))} in our care whom you may see: ${counts.map((one) => `${one.count} ${one.title.toLowerCase()}`).join(', ') || 'none'}.`} end={<><ButtonLink href="/care/leavers">Leaving care</ButtonLink> <ButtonLink href="/care/permanence">On the way to adoption</ButtonLink> <ButtonLink href="/care/households">Carer households</ButtonLink> <ButtonLink href="/quality">Record quality</ButtonLink></>} />
        {whole === 0 ? <EmptyState homely title="No child in our care is open to you.">Those whom you or your team work with appear here, with where they live.</EmptyState> : <>
          <CardGrid of={4}>{counts.map((one) => <NumberCard count={one.count} title={one.title.toLowerCase()} href={`/care?show=${encodeURIComponent(one.key)}`} state={stateOf(one.key)} />)}</CardGrid>
          <Card id="list" title={show ? sentence(counted(listed, 'child', 'children')) : 'Everybody'} aside={show ? <a href="/care">Everybody</a> : undefined}>
            <Table caption="Where every child is tonight" stack rows={rows} columns={[
              { title: 'Child', head: true, cell: (row) => { const card = cards.get(row.personId); return card ? <NamedToken size="s" mark={markOf(card)} href={`/people/${row.personId}/care`} second={ageInWords(card, on)} /> : 'A child whose name is not open to you' } },
              { title: 'Tonight', cell: (row) => <>{row.where === 'missing' && row.missing ? <strong>{row.missing.how === 'away' ? 'Away without leave' : 'Missing'} since {shortDay(row.missing.on, on)}</strong> : row.where === 'notSaid' ? <strong>Nobody has said where</strong> : row.where === 'shortBreaks' ? 'On short breaks, at home between them' : row.placement ? livesWith(row.placement) : ''}{row.placement ? <span class="second">{placementInWords(row.placement.kind)}{row.placement.postcode && !row.placement.hidden ? `, ${row.placement.postcode}` : ''}</span> : null}</> },
              { title: 'There since', cell: (row) => (row.placement ? dayInWords(row.placement.from) : '') },
              { title: 'By what right', cell: (row) => (row.status ? statusInWords(row.status) : 'Not recorded') },
              { title: 'In our care since', cell: (row) => (row.since ? dayInWords(row.since) : '') },
            ]} />
            <PagesOf path="/care" kept={{ show }} from={from} of={listed} />
          </Card>
        </>}
      </Page>
    )
  },
})
