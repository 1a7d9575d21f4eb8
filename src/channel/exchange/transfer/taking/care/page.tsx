import { lookedAfterStatuses } from '../../../../../../content/codes/legalStatus.ts'
import { awayKinds, placementKinds, placementProviders } from '../../../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../../../content/codes/work.ts'
import type { CodeList } from '../../../../../../content/codes/codeList.ts'
import { dayInWords, plain, type PlainDate } from '../../../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../../../kernel/errors.ts'
import { newId } from '../../../../../kernel/ids.ts'
import { listed } from '../../../../../kernel/phrasing.ts'
import { typedDay } from '../../../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../../../platform/page/button.tsx'
import { Card } from '../../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../../platform/page/error-summary.tsx'
import { Choice, Choices, Select } from '../../../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../../../platform/page/fields/problemAt.ts'
import { Page, PageHead } from '../../../../../platform/page/layout.tsx'
import { EmptyState } from '../../../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../../../platform/page/navigation.tsx'
import { idsIn, textOf, treeOf } from '../../../../../platform/page/posted.ts'
import { Table } from '../../../../../platform/page/table.tsx'
import { Token } from '../../../../../platform/page/token.tsx'
import { everyValue } from '../../../../../record/access/own/now.ts'
import type { Asking } from '../../../../../record/access/model.ts'
import { again, form, page, type Ask } from '../../../../../record/access/page.ts'
import { kindOfFact } from '../../../../../record/care/reckoning/typed.ts'
import { statusInWords } from '../../../../../record/people/legal/rules.ts'
import { ageInWords, markOf } from '../../../../../record/people/marks.ts'
import { readPeople } from '../../../../../record/people/queries.ts'
import * as come from '../comeStore.ts'
import { offersOf, takeIntoCare } from './commands.ts'
import * as store from './careStore.ts'
import type { Offer, Offered } from './rules.ts'

const offered = (list: CodeList, today: PlainDate, but: string) => everyValue(list).filter((one) => one.code === but || one.own.retiredFrom === undefined || one.own.retiredFrom > today).map((one) => ({ value: one.code, label: one.label, ...(one.group ? { group: one.group } : {}) }))

async function load(asking: Asking, id: string) {
  const found = await come.byId(asking.db, id)
  if (!found) throw notFound('We could not find that.')
  asking.saw(found.people.map((one) => one.personId))
  const pieces = await come.pieces(asking.db, id)
  const done = new Set((await store.decided(asking.db, id)).map((one) => one.personId))
  const offers = (await offersOf(asking, found, pieces)).filter((one) => !done.has(one.personId))
  const read = await readPeople(asking, offers.map((one) => one.personId))
  return { found, offers, pieces: new Map(pieces.map((one) => [one.id, one])), cards: new Map(read.cards.map((card) => [card.id, card])), homes: read.addresses.filter((one) => one.kind === 'placement' && one.to === null && !one.hidden), today: asking.today }
}
type Loaded = Awaited<ReturnType<typeof load>>
type Row = Readonly<{ what: string; came: string; offered: Offered; field: preact.JSX.Element }>

/** Children whom another council looked after: what came of each beside what it becomes here, confirmed with one press for the family. */
export const intoCarePage = page('/transfers/came/:id/care', {
  what: 'page.transferCare',
  may: 'legal.record',
  load: (asking, ask) => load(asking, ask.params['id'] ?? ''),
  view: (read, frame, ask) => {
    const { found, offers, cards, today } = read
    const title = 'Take into our care'
    const name = (id: string): string => cards.get(id)?.given || cards.get(id)?.name || 'This child'
    const who = listed(offers.map((one) => name(one.personId)))
    return (
      <Page {...frame} title={title} problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={[{ label: `A case from ${found.fromName}`, href: `/transfers/came/${found.id}` }, { label: title }]} />}
          lede={offers.length > 0 ? `${who} ${offers.length === 1 ? 'is' : 'are'} looked after by ${found.fromName}. Beside each value stands what it becomes here and where it comes from. Confirm what holds, put right what does not: nothing is typed again.` : undefined} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {!found.acceptedAt ? <EmptyState title="Not accepted yet.">A manager accepts the case first.</EmptyState> : offers.length === 0 ? <EmptyState title="Nothing to decide.">Of each child who came looked after it is said whether they are in our care.</EmptyState> : (
          <form method="post" action={`/transfers/came/${found.id}/care`}>
            <input type="hidden" name="commandId" value={newId()} />
            <div class="stack-gap">
              <Card title="From which day" lede={`The day on which the court’s order or the agreement makes us responsible. On it the time in care at ${found.fromName} ends, and ours begins.`}>
                <DateField name="on" label="The day we became responsible" value={textOf(ask.body['on']) || dayInWords(today)} {...problemAt(ask.problems, 'on')} />
              </Card>
              {offers.map((offer) => <Child offer={offer} read={read} ask={ask} />)}
            </div>
            <Actions remark="Reviews, visits, health assessment and plans are then due by their days. Earlier placements stay beside the record, told as theirs."><Button kind="primary">{offers.length === 1 ? `Confirm for ${who}` : 'Confirm for all of them'}</Button><a href={`/transfers/came/${found.id}`}>Back</a></Actions>
          </form>
        )}
      </Page>
    )
  },
})
function Child({ offer, read, ask }: { offer: Offer; read: Loaded; ask: Ask }) {
  const { found, pieces, cards, homes, today } = read
  const card = cards.get(offer.personId)
  const name = card?.given || card?.name || 'This child'
  const typed = treeOf(treeOf(ask.body['child'])[offer.personId])
  const sent = Object.keys(typed).length > 0
  const home = homes.find((one) => one.personId === offer.personId)
  const field = (of: string, first: string) => ({ name: `child.${offer.personId}.${of}`, value: sent ? textOf(typed[of]) : first, look: 'hidden' as const, ...problemAt(ask.problems, `child.${offer.personId}.${of}`), ...problemAt(ask.problems, `child.${offer.personId}.placement.${of}`) })
  const told = (one: Offered, words: string): string => (one.value ? words : 'Nothing came')
  const labelled = (list: CodeList, one: Offered): string => told(one, everyValue(list).find((each) => each.code === one.value)?.label ?? one.value)
  const select = (of: string, what: string, list: CodeList, one: Offered, not: readonly string[] = []): Row => ({ what, came: labelled(list, one), offered: one, field: <Select label={`${what}, ${name}`} empty="Choose one" options={offered(list, today, one.value).filter((each) => !not.includes(each.value))} {...field(of, one.value)} /> })
  const line = (of: string, what: string, one: Offered, most: number): Row => ({ what, came: told(one, one.value), offered: one, field: <Line label={`${what}, ${name}`} maxLength={most} {...field(of, one.value)} /> })
  const here = { value: home ? home.lines.join(', ') : '', from: null }
  const rows: Row[] = [
    select('need', 'Main reason', primaryNeeds, offer.need, ['notInNeed', 'notStated']),
    select('legalCode', 'Legal status', lookedAfterStatuses, offer.legalCode),
    line('court', 'Court', offer.court, 200), line('caseNumber', 'Case number', offer.caseNumber, 60),
    { what: 'Runs out by itself on', came: told(offer.expiresOn, offer.expiresOn.value ? dayInWords(plain(offer.expiresOn.value)) : ''), offered: offer.expiresOn, field: <DateField label={`Runs out by itself on, ${name}`} {...field('expiresOn', offer.expiresOn.value ? dayInWords(plain(offer.expiresOn.value)) : '')} /> },
    select('kind', 'Kind of placement', placementKinds, offer.kind, awayKinds),
    select('provider', 'Who provides it', placementProviders, offer.provider),
    line('placeName', 'With whom, or in which home', offer.placeName, 200),
    { what: 'Address', came: here.value || 'Nothing came', offered: { ...here, remark: here.value ? 'From the addresses that came with the child.' : 'It may be hidden there: ask.' }, field: <Words label={`Address, ${name}`} rows={2} {...field('lines', home ? home.lines.join('\n') : '')} maxLength={600} /> },
    line('postcode', 'Postcode', offer.postcode.value || !home?.postcode ? offer.postcode : { value: home.postcode, from: null }, 10), line('urn', 'Number of registration (URN)', offer.urn, 20),
  ]
  const ours = sent ? textOf(typed['ours']) || 'yes' : 'yes'
  const ticked = (kind: string, all: readonly string[]) => (sent ? idsIn(typed[kind]) : all)
  return (
    <Card title={card?.name ?? name} id={`child-${offer.personId}`} aside={card ? <span class="with-token"><Token mark={markOf(card)} beside />{ageInWords(card, today)}</span> : null} lede={`In the care of ${found.fromName} since ${dayInWords(plain(offer.since))}.`}>
      <Choice name={`child.${offer.personId}.ours`} label={`Who looks after ${name} from that day`} value={ours} options={[{ value: 'yes', label: 'We do' }, { value: 'no', label: `Still ${found.fromName}`, more: <Line name={`child.${offer.personId}.why`} label="Why" value={textOf(typed['why'])} maxLength={1000} {...problemAt(ask.problems, `child.${offer.personId}.why`)} /> }]} />
      <Table caption={`What ${name}’s time in care begins with`} stack rows={rows} columns={[
        { title: 'What', head: true, cell: (row) => row.what },
        { title: `As ${found.fromName} told us`, cell: (row) => { const piece = row.offered.from ? pieces.get(row.offered.from) : undefined; return <>{row.came}{piece ? <a class="second" href={`/transfers/came/${found.id}#piece-${piece.id}`}>{`Where it stands: ${piece.title.toLowerCase()}`}<span class="unseen">, {row.what.toLowerCase()}</span></a> : null}{row.offered.remark ? <span class="second">{row.offered.remark}</span> : null}</> } },
        { title: 'Becomes here', cell: (row) => row.field },
      ]} />
      {offer.orders.length > 0 ? <Choices name={`child.${offer.personId}.orders`} label="Other orders that hold, taken on our record with their own day" values={ticked('orders', offer.orders.map((one) => one.pieceId))} options={offer.orders.map((one) => ({ value: one.pieceId, label: `${statusInWords(one.code)}, since ${dayInWords(plain(one.from))}` }))} /> : null}
      {offer.facts.length > 0 ? <Choices name={`child.${offer.personId}.facts`} label="What goes on to be true, taken as they told us" columns values={ticked('facts', offer.facts.map((one) => one.pieceId))} options={offer.facts.map((one) => ({ value: one.pieceId, label: `${kindOfFact(one.kind)?.title ?? ''}, ${dayInWords(plain(one.on))}` }))} /> : null}
      {offer.earlier > 0 ? <p class="source">{offer.earlier === 1 ? 'One earlier placement or status' : `${offer.earlier} earlier placements and statuses`} at {found.fromName} stay beside the record.</p> : null}
    </Card>
  )
}

const inPlainWords = (one: Problem): Problem => (one.problem.startsWith('Check this answer') || one.problem === 'Fill this in.' ? { ...one, problem: one.question === 'on' ? 'Give the day, as in 3/10/2025.' : 'Check this value.' } : one)

export const saveIntoCare = form('/transfers/came/:id/care', async (caller, ask, around) => {
  const today = caller.clock.today()
  const id = ask.params['id'] ?? ''
  const day = (value: unknown): string => typedDay(textOf(value), today) ?? textOf(value).trim()
  const children = Object.entries(treeOf(ask.body['child'])).map(([personId, one]) => {
    const typed = treeOf(one)
    const said = (name: string): string => textOf(typed[name]).trim()
    const some = (name: string, value = said(name)) => (value ? { [name]: value } : {})
    const lines = said('lines').split('\n').map((words) => words.trim()).filter(Boolean).slice(0, 6)
    return {
      personId, ours: said('ours') !== 'no', ...some('why'), ...some('need'), ...some('legalCode'), ...some('court'), ...some('caseNumber'), ...(said('expiresOn') ? { expiresOn: day(said('expiresOn')) } : {}),
      ...(said('kind') && said('placeName') ? { placement: { kind: said('kind'), placeName: said('placeName'), ...some('provider'), ...some('urn'), ...some('postcode'), ...(lines.length > 0 ? { lines } : {}) } } : {}),
    }
  })
  const chosen = (kind: string) => Object.values(treeOf(ask.body['child'])).flatMap((one) => idsIn(treeOf(one)[kind]))
  const came = await takeIntoCare.perform(caller, { id, on: day(ask.body['on']), children, orders: chosen('orders'), facts: chosen('facts') }, ask.commandId)
  return 'problems' in came ? again(intoCarePage, came.problems.map(inPlainWords))(caller, ask, around) : { go: `/transfers/came/${id}?care=1` }
})
