import { dayInWords, dayOf, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { nhsNumberInGroups } from '../../../kernel/identifiers.ts'
import type { Place } from '../../../platform/page/bar.tsx'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Lines } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page, type Ask, type Frame } from '../../access/page.ts'
import { ageInWords, markOf } from '../marks.ts'
import { probablySame } from '../search/model.ts'
import { lineUnder, Reasons } from '../search/reasons.tsx'
import { statusInWords } from '../legal/rules.ts'
import { mergePeople, sayTwoPeople, unmergePeople } from './commands.ts'
import { partsOf, possibleDuplicates, sideBySide, type PossibleDuplicate, type Side, type SideBySide } from './queries.ts'
import type { Part, Written } from './store.ts'

const listed = (texts: readonly string[]) => (texts.length === 0 ? <span class="second">Not known</span> : texts.map((text) => <p>{text}</p>))
const day = (text: string | null): string[] => (text !== null && isPlainDate(text) ? [dayInWords(text)] : [])

type Row = Readonly<{ title: string; of: (side: Side) => readonly string[]; about: string }>
const cardRows: readonly Row[] = [
  { title: 'Names', about: 'name', of: ({ described }) => described.names.map((name) => `${name.given} ${name.family}${name.kind === 'former' ? ' (former)' : ''}`.trim()) },
  { title: 'Date of birth', about: 'born', of: ({ described }) => day(described.bornOn) },
  { title: 'Sex', about: 'sex', of: ({ card }) => (card.sex === 'notStated' ? [] : [card.sex === 'female' ? 'Female' : card.sex === 'male' ? 'Male' : 'Other']) },
]
const fullRows: readonly Row[] = [
  { title: 'Addresses', about: 'address', of: ({ described }) => described.addresses.map((address) => `${address.lines} ${address.postcode}${address.former ? ' (once)' : ''}`.trim()) },
  { title: 'NHS number', about: 'nhs', of: ({ described }) => (described.nhsNumber ? [nhsNumberInGroups(described.nhsNumber)] : []) },
  { title: 'Pupil number (UPN)', about: 'upn', of: ({ described }) => [...(described.upn ? [described.upn] : []), ...(described.formerUpns ?? [])] },
]

const problemOf = (ask: Ask, question: string) => ask.problems.find((problem) => problem.question === question)?.problem
const several = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function ComparePage({ both, today, frame, ask }: { both: SideBySide; today: PlainDate; frame: Frame; ask: Ask }) {
  const { one, other, match, mayMerge } = both
  const head = (side: Side) => <NamedToken mark={markOf(side.card)} href={`/people/${side.card.id}`} second={ageInWords(side.card, today)} />
  const here = `/people/${one.card.id}/compare/${other.card.id}`
  return (
    <Page {...frame} title="Is this one person?" problemCount={ask.problems.length}>
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
      <PageHead title="Is this one person?" lede={match.score >= probablySame ? 'Much speaks for it. Look before you decide: brothers and sisters share much too.' : 'Little speaks for it so far.'} />
      <Columns
        main={<>
          <Card title="Side by side" id="sides">
            <Table caption="What both records say" stack rows={mayMerge ? [...cardRows, ...fullRows] : cardRows} columns={[
              { title: 'Fact', head: true, cell: (row: Row) => row.title },
              { title: one.card.name, cell: (row: Row) => listed(row.of(one)) },
              { title: other.card.name, cell: (row: Row) => listed(row.of(other)) },
            ]} />
          </Card>
          {mayMerge ? (
            <form method="post" action={here} data-prove>
              <input type="hidden" name="commandId" value={newId()} />
              <Card title="Make them one" id="merge" lede="Nothing is lost: each note and fact keeps the record it was written on, and you can take this back. The stricter marking holds for both.">
                <Choice name="intoId" label="Which record goes on" value={text(ask.body['intoId']) || one.card.id} problem={problemOf(ask, 'intoId')}
                  options={[one, other].map((side) => ({ value: side.card.id, label: `${side.card.name}, ${ageInWords(side.card, today)}` }))} />
                <Words name="reason" label="How do you know they are the same person?" value={text(ask.body['reason'])} problem={problemOf(ask, 'reason')} rows={2} />
                <Actions remark="It stands in the chronology of both."><Button kind="primary">They are one person</Button><Button kind="second" formAction={`${here}/two`}>They are two people</Button></Actions>
              </Card>
            </form>
          ) : <Message kind="theme" title="The records team makes two records one.">Tell them these two names if you think it is one person.</Message>}
        </>}
        aside={<>
          <Card title="For and against"><Lines>{[head(one), head(other)]}</Lines><Reasons hit={match} /></Card>
        </>} />
    </Page>
  )
}

const comparePage = page('/people/:id/compare/:otherId', {
  what: 'people.sideBySide',
  may: 'person.find',
  load: async (asking, ask) => ({ both: await sideBySide.of(asking, { id: ask.params['id'] ?? '', otherId: ask.params['otherId'] ?? '' }), today: asking.today }),
  view: ({ both, today }, frame, ask) => <ComparePage both={both} today={today} frame={frame} ask={ask} />,
})

export const merge = form('/people/:id/compare/:otherId', async (caller, ask, around) => {
  const { id = '', otherId = '' } = ask.params
  const intoId = text(ask.body['intoId'])
  const outcome = await mergePeople.perform(caller, { partId: intoId === id ? otherId : id, intoId, reason: text(ask.body['reason']) }, ask.commandId)
  return 'problems' in outcome ? again(comparePage, outcome.problems)(caller, ask, around) : { go: `/people/${outcome.done.survivorId}/merged` }
})

const kinds: Readonly<Record<Written['kind'], string>> = { name: 'Name', address: 'Address', number: 'Number', fact: 'Fact', legalStatus: 'Order or legal status', note: 'Note' }
const inWords = (fact: string): string => fact.replace(/([A-Z])/g, ' $1').toLowerCase()

const wordsOf = ({ kind, words }: Written): string => (kind === 'fact' ? inWords(words) : kind === 'legalStatus' ? words.replace(/^\w+/, statusInWords) : words)

const PartLine = ({ part, survivor }: { part: Part & Readonly<{ since: readonly Written[] }>; survivor: { id: string; name: string } }) => (
  <form method="post" action={`/people/${survivor.id}/merged`} data-prove>
    <p><strong>{part.name ?? 'Name not known'}</strong>{part.bornOn ? `, born ${dayInWords(part.bornOn)}` : ''}</p>
    <p class="source">Merged on {dayInWords(dayOf(part.mergedAt))}{part.mergedBy ? ` by ${part.mergedBy}` : ''}: {part.reason}</p>
    <input type="hidden" name="commandId" value={newId()} />
    <input type="hidden" name="partId" value={part.partId} />
    {part.since.length > 0 ? (
      <Choices name="theirs" id={`theirs-${part.partId}`} label={`Written on the shared record since. What is about ${part.name ?? 'the other record'}?`} hint={`What you leave stays with ${survivor.name}.`}
        options={part.since.map((one) => ({ value: one.id, label: `${kinds[one.kind]}: ${wordsOf(one)}` }))} />
    ) : <p>Nothing was written on the shared record since that has to be sorted.</p>}
    <Button kind="row" about={`${part.name ?? 'this record'} and ${survivor.name}`}>Make them two again</Button>
  </form>
)

const mergedPage = page('/people/:id/merged', {
  what: 'people.merged',
  may: 'person.merge',
  load: (asking, ask) => partsOf(asking, ask.params['id'] ?? ''),
  view: ({ card, parts }, frame, ask) => (
    <Page {...frame} title={`Records that became ${card.name}`} problemCount={ask.problems.length}>
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
      <PageHead title={`Records that became ${card.name}`} lede={<a href={`/people/${card.id}`}>Open the record</a>} />
      {parts.length > 0 ? <Card title="Part of this record" id="partId"><Lines>{parts.map((part) => <PartLine part={part} survivor={card} />)}</Lines></Card>
        : <EmptyState title="One record only">No other record is part of this one.</EmptyState>}
    </Page>
  ),
})

export const unmerge = form('/people/:id/merged', async (caller, ask, around) => {
  const outcome = await unmergePeople.perform(caller, { partId: text(ask.body['partId']), theirs: several(ask.body['theirs']) }, ask.commandId)
  return 'problems' in outcome ? again(mergedPage, outcome.problems)(caller, ask, around) : { go: `/people/${outcome.done.survivorId}/compare/${outcome.done.partId}` }
})

/** They are two people: the pair leaves the list. */
const twoPeople = form('/people/:id/compare/:otherId/two', async (caller, ask, around) => {
  const { id = '', otherId = '' } = ask.params
  const outcome = await sayTwoPeople.perform(caller, { personId: id, otherId, reason: text(ask.body['reason']) }, ask.commandId)
  return 'problems' in outcome ? again(comparePage, outcome.problems)(caller, ask, around) : { go: '/people/duplicates' }
})

const PairLine = ({ pair, today }: { pair: PossibleDuplicate; today: PlainDate }) => (
  <div class="hit">
    <div>
      <NamedToken mark={markOf(pair.one)} href={`/people/${pair.one.id}`} second={lineUnder(pair.one, [], today)} />
      <NamedToken mark={markOf(pair.other)} href={`/people/${pair.other.id}`} second={lineUnder(pair.other, [], today)} />
      <Reasons hit={pair} />
    </div>
    <ButtonLink kind="row" href={`/people/${pair.one.id}/compare/${pair.other.id}`} about={`${pair.one.name} and ${pair.other.name}`}>Compare</ButtonLink>
  </div>
)

/** Where the records team begins. */
export const duplicatesPlace: Place = { key: 'duplicates', label: 'Recorded twice', href: '/people/duplicates', icon: 'split' }

const duplicatesPage = page('/people/duplicates', {
  what: 'people.possibleDuplicates',
  may: 'person.merge',
  load: async (asking) => ({ pairs: await possibleDuplicates.of(asking, {}), today: asking.today }),
  view: ({ pairs, today }, frame) => (
    <Page {...frame} title="Recorded twice?" place="duplicates">
      <PageHead title="Recorded twice?" lede="Records that may be of one person, the likeliest first. Each is compared with all others when something about it changes." />
      {pairs.length > 0 ? <Card title="To look at" id="pairs" aside={String(pairs.length)}><Lines>{pairs.map((pair) => <PairLine pair={pair} today={today} />)}</Lines></Card>
        : <EmptyState title="Nobody is recorded twice, as far as we can tell">Pairs of records that look alike appear here.</EmptyState>}
    </Page>
  ),
})

export const mergingRoutes = [duplicatesPage, comparePage, merge, twoPeople, mergedPage, unmerge]
