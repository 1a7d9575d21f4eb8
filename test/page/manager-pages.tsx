import { managerPlaces } from '../../src/platform/page/bar.tsx'
import { Button, ButtonLink } from '../../src/platform/page/button.tsx'
import { Card, NumberCard } from '../../src/platform/page/card.tsx'
import { ColumnsChart, CountBar, LimitBar } from '../../src/platform/page/charts.tsx'
import { Clock } from '../../src/platform/page/clock.tsx'
import { DecisionCard, DecisionInbox } from '../../src/platform/page/decision-card.tsx'
import { Select } from '../../src/platform/page/fields/choice.tsx'
import { CardGrid, Columns, Page, PageHead, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../src/platform/page/message.tsx'
import { Table } from '../../src/platform/page/table.tsx'
import { Tag } from '../../src/platform/page/tag.tsx'
import { Account, Quote } from '../../src/platform/page/words.tsx'
import { council, tom } from './family.ts'

export const InboxSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="Decisions waiting for you" place="decisions" places={managerPlaces(6)} council={council} asset={asset} actor={tom} newContactHref="/contacts/new" bell={{ href: '/news', count: 4 }}>
    <PageHead title="Decisions waiting for you" lede="Six, about ten minutes of reading. One is waiting longer than two working days." end={<Confirmation title="Agreed:" undo={<a href="#undo">Undo</a>}>Malik plan.</Confirmation>} />
    <DecisionInbox listTitle="Oldest first" listEnd={<a href="#routine">Choose all routine</a>} batch={<><span>2 chosen, both routine</span><Button kind="row" form="batch">Agree both…</Button></>} list={[
      { id: 'd1', title: 'End child in need plan', who: 'Cole family, by Sam Price', clock: { state: 'late', words: 'Waiting 3 working days' }, href: '#d1', here: false },
      { id: 'd2', title: 'Child and family assessment', who: 'Ruby Lawson, by Priya Nair', clock: { state: 'today', words: 'Waiting 1 working day' }, href: '#d2', here: true },
      { id: 'd3', title: 'Visits every 3 months, not 6 weeks', who: 'Kyra Dunn, by Priya Nair', clock: { state: 'inTime', words: 'Came today, 08:31' }, href: '#d3', here: false, routine: { name: 'chosen', chosen: true } },
      { id: 'd4', title: 'Taxi to school, £38 a week', who: 'Ade Lewis, by Mei Chan', clock: { state: 'inTime', words: 'Came today, 09:05' }, href: '#d4', here: false, routine: { name: 'chosen', chosen: true } },
      { id: 'd5', title: 'Strategy discussion minutes', who: 'Malik family, by Sam Price', clock: { state: 'inTime', words: 'Came today, 09:20' }, href: '#d5', here: false }]}>
      <DecisionCard title="Ruby Lawson, child and family assessment" lede={<>4 years old. Priya Nair, sent Mon 17 Nov at 16:20. Working day 38 of 45. <a href="#whole">Whole assessment, 9 pages</a></>}
        asked="Ruby's child protection plan goes on, and the next three months are about what happens when Dad visits." action="#" commentTo="to Priya, kept with the assessment" giveBack="Return to Priya" mayAsk remark="Agreeing finishes this work. Nobody else needs to sign." next="Next to read: visits to Kyra Dunn" comment="Clear and fair. Add at the core group who opens the door when Dad is there.">
        <div class="two">
          <div><h3>What this means for Ruby</h3><Account text="Ruby is safer than in August. She has a bed, is at nursery four days out of five and her speech has come on. What worries me is how quickly things slip when Dad comes back: three times in six weeks nobody opened the door." /></div>
          <div><h3>Ruby, in her own way</h3><Quote hue="plum" words="This is my bed. It is the cloud one." said="while drawing, 12 November" /></div>
        </div>
        <Table caption="What changed" rows={[{ what: 'At nursery', before: '2 days in 5', now: '4 days in 5' }, { what: 'Seen alone', before: 'once in 6 weeks', now: '4 times in 6 weeks' }, { what: 'Sleeping', before: 'with mum, on the floor', now: <>own bed. <Tag kind="soon">You asked about this</Tag> Answered today at 09:10</> }]}
          columns={[{ title: 'What changed', head: true, cell: (row) => row.what }, { title: 'In August', cell: (row) => row.before }, { title: 'Now', cell: (row) => row.now }]} />
      </DecisionCard>
    </DecisionInbox>
  </Page>
)

const team = [
  { name: 'Priya Nair', time: '1.0 full time', count: 17, limit: 18, plans: 4, care: 3, late: 2, room: '1 child' }, { name: 'Sam Price', time: '1.0 full time', count: 20, limit: 18, plans: 6, care: 2, late: 3, room: '' },
  { name: 'Mei Chan', time: '0.8 full time', count: 12, limit: 14, plans: 3, care: 4, late: 1, room: '2 children' }, { name: 'Joe Adair', time: '1.0 full time', count: 15, limit: 18, plans: 2, care: 1, late: 0, room: '3 children' }, { name: 'Lena Marsh', time: '0.6, newly qualified', count: 6, limit: 8, plans: 0, care: 1, late: 1, room: '2 children' }]

export const BoardSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="Family Support 2" place="my-team" places={managerPlaces(6)} council={council} asset={asset} actor={tom} newContactHref="/contacts/new" bell={{ href: '/news', count: 4 }}>
    <PageHead title="Family Support 2" lede="Five workers, 70 children in 33 families. Counted at 09:52 today; every number opens its list." end={<ButtonLink href="/decisions">Decisions waiting (6)</ButtonLink>} />
    <CardGrid of={4}>
      <NumberCard count={3} state="soon" title="without a worker" second="oldest since Fri 14 Nov" href="#u" /><NumberCard count={7} state="late" title="things late" second="2 fewer than last week" href="#l" />
      <NumberCard count={15} title="on child protection plans" second="all seen in 10 working days but 1" href="#p" /><NumberCard count={11} title="in our care" second="no visit late" href="#c" />
    </CardGrid>
    <Columns
      main={<>
        <Card title="Who has what" aside={<a href="#move">Move several cases</a>}>
          <Table caption="Workers and what they have" rows={team} stack columns={[
            { title: 'Worker', head: true, cell: (row) => <><a href={`#${row.name}`}>{row.name}</a><span class="second">{row.time}</span></> }, { title: 'Children, against agreed limit', width: 'wide', cell: (row) => <LimitBar count={row.count} limit={row.limit} most={22} /> },
            { title: 'Protection plans', number: true, cell: (row) => <a href="#plans">{row.plans}</a> }, { title: 'In our care', number: true, cell: (row) => <a href="#care">{row.care}</a> }, { title: 'Late', number: true, cell: (row) => (row.late ? <a class="is-late-number" href="#late">{row.late}</a> : '0') },
            { title: 'Can take', cell: (row) => row.room || <Tag kind="late">2 over limit</Tag> }]} />
        </Card>
        <CardGrid of={2}>
          <Card title="Assessments done in 45 working days" lede="93% in November, above target"><ColumnsChart title="Assessments done in 45 working days" top={100} target={{ value: 85, label: 'target 85%' }} remark="Dashed bar: below target" columns={[88, 84, 79, 86, 91, 93].map((value, index) => ({ label: ['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'][index] ?? '', value, words: `${value}%`, href: `#m${index}` }))} /></Card>
          <Card title="What is late" lede="7 things, 5 with a reason given"><Table caption="What is late" rows={[{ kind: 'Visits', count: 4 }, { kind: 'Plans after a meeting', count: 2 }, { kind: 'Assessments', count: 1 }]} columns={[{ title: 'Kind', head: true, cell: (row) => row.kind }, { title: 'As a bar', titleUnseen: true, width: 'wide', cell: (row) => <CountBar state="late" count={row.count} most={4} /> }, { title: 'Late', number: true, cell: (row) => <a href="#kind">{row.count}</a> }]} /></Card>
        </CardGrid>
      </>}
      aside={<>
        <Card title="Without a worker" aside="3"><ul class="lines">
          {[['Balogun family', '2 children. Moved in from another council on a protection plan', 'late', 'Waiting 2 working days'], ['Finch family', '1 child, 6 weeks old', 'today', 'Came in today, 08:40']].map(([name, words, state, clock], index) => (
            <li><a class="name" href="#case">{name}</a><span class="second">{words}</span><Clock state={state === 'late' ? 'late' : 'today'} words={clock ?? ''} /><form class="give" method="post" action="#"><Select name={`worker-${index}`} look="hidden" label={`Who takes the ${name}`} options={[{ value: 'joe', label: 'Joe Adair, has room' }]} /><Button kind="row" about={`the ${name}`}>Give</Button></form></li>))}
        </ul></Card>
        <section><h2 class="group-title">Visits not written up</h2><EmptyState title="None">Every visit up to yesterday has its note.</EmptyState></section>
      </>} />
  </Page>
)
