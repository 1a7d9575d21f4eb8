import { dayOf, shortDay, timeOf, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card, Steps } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { RestrictedHead, Way } from '../../../platform/page/restricted.tsx'
import { breakGlass, closeGlass } from '../commands/keeping.ts'
import { again, form, page, type Ask, type Frame } from '../page.ts'
import { beforeOpening } from '../queries.ts'
import type { Colleague } from '../store/staff.ts'

type Before = Awaited<ReturnType<typeof beforeOpening.of>>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const problemOf = (ask: Ask, question: string) => ask.problems.find((problem) => problem.question === question)?.problem
const happenings = { harm: 'Someone may be harmed today', duty: 'I am on duty and need to act on this family', other: 'Another reason' } as const
type Happens = keyof typeof happenings
const isHappening = (value: string): value is Happens => Object.hasOwn(happenings, value)
const reached = (people: readonly Colleague[]) => listed(people.slice(0, 3).map((c) => [c.name, c.phone].filter(Boolean).join(', ')))

/** Nothing on this page says whose record it is. */
function OpenPage({ before, frame, ask }: { before: Before; frame: Frame; ask: Ask }) {
  const { personId, sight, managers, frontDoor } = before
  const restricted = sight === 'exists'
  const title = restricted ? 'This record is kept to a few people' : 'Open this record with a reason'
  return (
    <Page {...frame} title={title} problemCount={ask.problems.length}>
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
      <Columns main={<>
        <RestrictedHead title={title} lede={restricted
          ? 'There is a record that matches your search. Only named people can open it. That protects the family and sometimes a colleague, and it is no reflection on you.'
          : 'Another team works with this person, so you see the name card only. You can open the rest when somebody may be at risk.'} />
        <Card title="First, is there a simpler way?">
          <Way icon="phone" title={restricted ? 'Ask for someone who can open it' : 'Ask the worker'}>
            {frontDoor.length > 0 ? `The front door finds the right person; you do not need to know who. ${reached(frontDoor)}.` : 'The front door finds the right person; you do not need to know who.'}
          </Way>
          <Way icon="people" title="Ask in Kith"><a href={`/people/${personId}/ask`}>Ask to see this record</a>: it comes into the tray of those who can answer.</Way>
          {managers.length > 0 ? <Way icon="people" title="Ask to be added">Your manager can ask for you to be named. {reached(managers)}.</Way> : null}
        </Card>
        <Card kind="seal" title="If someone may be at risk now, open it" lede="Acting in good faith to keep somebody safe is right. You will be asked about it, not blamed for it.">
          <form method="post" action={`/people/${personId}/open`} data-prove>
            <input type="hidden" name="commandId" value={newId()} />
            <Choice name="what" label="What is happening?" value={text(ask.body['what']) || 'harm'} options={Object.entries(happenings).map(([value, label]) => ({ value, label }))} problem={problemOf(ask, 'what')} />
            <Words name="reason" label="Tell us in your own words" hint="Say what you need to know and why now. At least 20 characters." value={text(ask.body['reason'])} problem={problemOf(ask, 'reason')} maxLength={1900} />
            <Actions><Button kind="seal">Open for 8 hours</Button><a href="/">Go back to my work</a></Actions>
          </form>
        </Card>
      </>} aside={<>
        <section><h2 class="group-title">What happens if you open it</h2>
          <Steps kind="seal" steps={[
            { title: 'You can read, not change', words: 'No editing, sending or exporting.' },
            { title: 'It ends by itself', words: 'After 8 hours at most. You can end it sooner.' },
            { title: 'The privacy officer is told', words: 'On their page of openings, without the name of anybody on record.' },
            { title: 'Someone reads your reason', words: 'Every opening is looked at. You may get a short call.' },
          ]} />
        </section>
        <EmptyState title="Not who you meant?"><a href="/search">Back to search</a>. Nothing has been opened. Your search is noted, as every search is.</EmptyState>
      </>} />
    </Page>
  )
}

const untilInWords = (until: Instant, today: PlainDate) => (dayOf(until) === today ? timeOf(until) : `${timeOf(until)} on ${shortDay(dayOf(until), today)}`)

const OpenNow = ({ before, frame }: { before: Before; frame: Frame }) => (
  <Page {...frame} title="This record is open to you" frame="narrow">
    <h1>This record is open to you</h1>
    {before.until ? <Message kind="seal" title={`You opened it with a reason, until ${untilInWords(before.until, before.today)}.`} icon="lock">You can read, not change. The privacy officer reads your reason.</Message>
      : <p class="lede">You work with this person, so there is nothing to open.</p>}
    <form method="post" action={`/people/${before.personId}/close`}>
      <input type="hidden" name="commandId" value={newId()} />
      <Actions>{before.until ? <Button kind="seal">End it now</Button> : null}<a href={`/people/${before.personId}`}>Go to the record</a></Actions>
    </form>
  </Page>
)

/** Before a record is opened by break-glass: kindness, a simpler way, then the reason (access policy, rules 6, 8 and 9). */
export const openPage = page('/people/:id/open', {
  what: 'page.open',
  may: 'glass.break',
  load: (asking, ask) => beforeOpening.of(asking, { personId: ask.params['id'] ?? '' }),
  view: (before, frame, ask) => (before.sight === 'full' ? <OpenNow before={before} frame={frame} /> : <OpenPage before={before} frame={frame} ask={ask} />),
})

export const openRecord = form('/people/:id/open', async (caller, ask, around) => {
  const what = text(ask.body['what'])
  const reason = text(ask.body['reason']).trim()
  // The words alone must say why; what is happening stands before them in the evidence.
  const told = reason.length >= 20 && isHappening(what) ? `${happenings[what]}: ${reason}` : reason
  const outcome = await breakGlass.perform(caller, { personId: ask.params['id'] ?? '', reason: told }, ask.commandId)
  return 'problems' in outcome ? again(openPage, outcome.problems)(caller, ask, around) : { go: `/people/${ask.params['id'] ?? ''}` }
})

export const closeRecord = form('/people/:id/close', async (caller, ask, around) => {
  const outcome = await closeGlass.perform(caller, { personId: ask.params['id'] ?? '' }, ask.commandId)
  return 'problems' in outcome ? again(openPage, outcome.problems)(caller, ask, around) : { go: '/' }
})
