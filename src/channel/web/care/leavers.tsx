import { leaverActivity, leaverHomes } from '../../../../content/codes/care.ts'
import { lastDay } from '../../../engine/timescales/due.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import { dayInWords, daysBetween, type PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { dutiesNow, labelNow } from '../../../record/access/own/now.ts'
import { page } from '../../../record/access/page.ts'
import { leaversNow, type Leaver } from '../../../record/care/leavers.ts'
import { isOwedPlan, leavingInWords } from '../../../record/care/reckoning/leaving.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { usualGap } from './leaving.tsx'
import { beginning, Narrow, onPage, PagesOf } from './paging.tsx'

/** Whether the last plan or review is longer ago than the duty allows. */
function planIsOld(one: Leaver, today: PlainDate): boolean {
  const duty = one.plan && isOwedPlan(one.status) ? dutyOn(dutiesNow(), 'pathwayPlan.reviewed', one.plan.on) : undefined
  return one.plan !== undefined && duty !== undefined && lastDay(one.plan.on, duty.within, duty.calendar ?? 'england', duty.count, false) < today
}
/** Whoever needs somebody first stands first. */
const need = (one: Leaver, today: PlainDate): number => (isOwedPlan(one.status) && !one.plan ? 8 : 0) + (isOwedPlan(one.status) && !one.adviser ? 8 : 0) + (one.home?.answers['suitable'] === 'no' ? 4 : 0) + (outOfTouch(one, today) ? 2 : 0) + (planIsOld(one, today) ? 1 : 0)
/** A day that is not broken over two lines. */
const day = (on: PlainDate): string => dayInWords(on).replaceAll(' ', '\u00a0')

/** Not in learning, training or work, for whatever reason. */
const notDoing: readonly string[] = ['unwell', 'neither', 'parenting']
type Group = Readonly<{ key: string; title: string; of: (one: Leaver) => boolean; late?: true }>
/** Those still in care are seen by their visits. */
const outOfTouch = (one: Leaver, today: PlainDate): boolean => one.status !== 'eligible' && (one.touch === undefined || daysBetween(one.touch.on, today) > usualGap)
/** Everybody whom leaving care is owed, as far as the reader may see: whether we are in touch, where they live and what they do. */
export const leaversPage = page('/care/leavers', {
  what: 'page.leavers',
  may: 'record.read',
  load: async (asking, ask) => {
    const { today } = asking
    const rows = await leaversNow(asking)
    const groups: readonly Group[] = [
      { key: 'all', title: 'care leavers and those to come', of: () => true }, { key: 'silent', title: 'not in touch for eight weeks', of: (one) => outOfTouch(one, today), late: true },
      { key: 'unsuitable', title: 'in a home that is not suitable', of: (one) => one.home?.answers['suitable'] === 'no', late: true }, { key: 'plan', title: 'owed a pathway plan', of: (one) => isOwedPlan(one.status) && !one.plan, late: true },
      { key: 'review', title: 'with a plan to be reviewed', of: (one) => planIsOld(one, today), late: true }, { key: 'adviser', title: 'without a personal adviser', of: (one) => isOwedPlan(one.status) && !one.adviser, late: true },
      { key: 'doing', title: 'in neither learning nor work', of: (one) => notDoing.includes(one.activity?.answers['activity'] ?? '') }, { key: 'unknown', title: 'of whom nothing is known of learning or work', of: (one) => one.status !== 'eligible' && [undefined, 'notKnown'].includes(one.activity?.answers['activity']) },
    ]
    const group = groups.find((one) => one.key === ask.query.show)
    // An adviser is asked by one of the facts that name them: no name stands in an address.
    const named = Map.groupBy(rows.flatMap((row) => row.adviser ?? []), (one) => one.answers['name'] ?? '')
    const adviser = [...named].find(([, of]) => of.some((one) => one.factId === ask.query.adviser))?.[0] ?? null
    const found = rows.filter((row) => (group?.of(row) ?? true) && (!ask.query.law || row.status === ask.query.law) && (!ask.query.adviser || row.adviser?.answers['name'] === adviser)).toSorted((a, b) => need(b, today) - need(a, today))
    const from = beginning(ask.query.from)
    const shown = found.slice(from, from + onPage)
    asking.saw(shown.map((row) => row.personId))
    const advisers = [...named].filter(([name]) => name !== '').map(([name, of]) => ({ value: (name === adviser ? ask.query.adviser : undefined) ?? of[0]?.factId ?? '', label: `${name}, ${of.length}` })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
    const laws = [...Map.groupBy(rows, (row) => row.status)].map(([status, of]) => ({ value: status, label: `${leavingInWords[status].split(':')[0] ?? status}, ${of.length}` }))
    return { all: rows.length, listed: found.length, from, shown, advisers, laws, groups: groups.map((one) => ({ key: one.key, title: one.title, late: one.late, count: rows.filter(one.of).length })), cards: await cardsOf(asking, shown.map((row) => row.personId)), today }
  },
  view: ({ all, listed, from, shown, advisers, laws, groups, cards, today }, frame, ask) => {
    const { show, law, adviser } = ask.query
    const kept = { show, law, adviser }
    const narrowed = Object.values(kept).some((one) => one !== undefined && one !== '' && one !== 'all')
    return (
      <Page {...frame} title="Leaving care" place="care">
        <PageHead title="Leaving care" before={<Breadcrumb steps={[{ label: 'In our care', href: '/care' }, { label: 'Leaving care' }]} />} lede={`${sentence(counted(all, 'young person', 'young people'))} from sixteen to twenty-four whom you may see.`} />
        {all === 0 ? <EmptyState homely title="Nobody who leaves care is open to you.">From sixteen on, those you or your team work with appear here.</EmptyState> : <>
          <CardGrid of={4}>{groups.map((one) => <NumberCard count={one.count} title={one.title} href={`/care/leavers?show=${one.key}`} state={one.late && one.count > 0 ? 'late' : 'plain'} />)}</CardGrid>
          <Card id="list" title={sentence(counted(listed, 'young person', 'young people'))} aside={narrowed ? <a href="/care/leavers">Everybody</a> : undefined}>
            <Narrow path="/care/leavers" show={show}>
              <Select name="law" label="In law" empty="Any" options={laws} value={law ?? ''} />
              <Select name="adviser" label="Personal adviser" empty="Any" options={advisers} value={adviser ?? ''} />
            </Narrow>
            <Table caption="Care leavers" stack rows={shown} empty={<EmptyState title="Nobody">Of those you may see, nobody is meant by this. Widen what the list is narrowed to.</EmptyState>} columns={[
              { title: 'Who', head: true, cell: (row) => { const one = cards.get(row.personId); return one ? <NamedToken size="s" mark={markOf(one)} href={`/people/${row.personId}/leaving`} second={ageInWords(one, today)} /> : 'Somebody whose name is not open to you' } },
              { title: 'In law', cell: (row) => leavingInWords[row.status].split(':')[0] },
              { title: 'Adviser', cell: (row) => row.adviser?.answers['name'] ?? (isOwedPlan(row.status) ? <Tag kind="late">Nobody is named</Tag> : '') },
              { title: 'In touch', cell: (row) => (row.touch ? <>{day(row.touch.on)} {outOfTouch(row, today) ? <Tag kind="soon">Long ago</Tag> : null}</> : row.status === 'eligible' ? '' : <Tag kind="late">Nothing written down</Tag>) },
              { title: 'Home', cell: (row) => (row.home ? <>{labelNow(leaverHomes, row.home.answers['home'] ?? '')} {row.home.answers['suitable'] === 'no' ? <Tag kind="late">Not suitable</Tag> : null}</> : '') },
              { title: 'Does', cell: (row) => (row.activity ? labelNow(leaverActivity, row.activity.answers['activity'] ?? '') : '') },
              { title: 'Pathway plan', cell: (row) => (row.plan ? <>{day(row.plan.on)} {planIsOld(row, today) ? <Tag kind="soon">Review is due</Tag> : null}</> : isOwedPlan(row.status) ? <Tag kind="late">Owed</Tag> : '') },
            ]} />
            <PagesOf path="/care/leavers" kept={kept} from={from} of={listed} />
          </Card>
        </>}
      </Page>
    )
  },
})
