import { addDays, dayInWords, dayOf, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed, listedShort } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { DecisionInbox, type DecisionInList } from '../../../platform/page/decision-card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { idsIn, rowsOf, textOf } from '../../../platform/page/posted.ts'
import { Tag } from '../../../platform/page/tag.tsx'
import { Token, TokenRow } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { again, form, page, type Ask, type Route } from '../../../record/access/page.ts'
import { ageInWords, byBirth, isChild, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { whoOf } from '../../../record/work/trayRows.ts'
import { discussInSupervision, signSupervision, writeOwnPart } from '../commands.ts'
import type { Entry, Family, Point, PointKind, Session } from '../model.ts'
import { supervision } from '../queries.ts'
import { besideInWords, entriesOf } from '../rules.ts'

const kindWords: Readonly<Record<PointKind, string>> = { notSeen: 'Not seen in time', late: 'Late', decision: 'Decided before, not done', drifting: 'Drifts', still: 'Begun, not finished', warning: 'Warning to look at', unsigned: 'Waits to be agreed', soon: 'Due soon' }
const pressing = (points: readonly Point[]): boolean => points.some((one) => one.kind === 'notSeen' || one.kind === 'late' || one.kind === 'decision')

function rowOf(id: string, family: Family, entries: readonly Entry[], here: boolean, today: PlainDate): DecisionInList {
  const done = entriesOf(entries, family).length > 0
  const young = family.people.filter((one) => isChild(one, today, true))
  const count = family.points.filter((one) => one.kind !== 'soon').length
  return {
    id: family.key, title: young.length > 3 ? listedShort(young.map((one) => one.given || one.name)) : whoOf(young.length > 0 ? young : family.people, today), who: done ? 'spoken about this time' : family.spokenOn ? `last spoken about ${shortDay(family.spokenOn, today)}` : 'not spoken about yet', href: `/supervision/${id}?about=${family.key}`, here,
    clock: done ? { state: 'done', words: 'Written down' } : pressing(family.points) ? { state: 'late', words: `${count} to talk about` } : count > 0 ? { state: 'soon', words: `${count} to talk about` } : { state: 'inTime', words: 'Nothing pressing' },
  }
}

/** One supervision: families at the left, what there is to talk about and what was decided at the right, the worker’s own part beside. */
const sessionPage = page('/supervision/:id', {
  what: 'page.supervision',
  may: 'work.do',
  load: async (asking, ask) => {
    const found = await supervision.of(asking, { id: ask.params.id ?? '' })
    return { ...found, cards: await cardsOf(asking, [...new Set([...found.entries, ...found.before].flatMap((entry) => entry.people))]), today: asking.today, me: asking.actor.id }
  },
  view: ({ session, families, entries, before, own, leads, colleagues, cards, today, me }, frame, ask) => {
    const open = session.state === 'open'
    const party = leads || session.workerId === me
    // What came back stands as it was typed, emptied too.
    const typed = (name: 'wellbeing' | 'learning' | 'agreed') => (textOf(ask.body['what']) === 'own' ? textOf(ask.body[name]) : own?.[name] ?? '')
    const here = families.find((family) => family.key === (textOf(ask.body['about']) || ask.query['about'])) ?? families.find((family) => entriesOf(entries, family).length === 0) ?? families[0]
    return (
      <Page {...frame} title={`Supervision of ${session.worker}`} place="my-team" problemCount={ask.problems.length}>
        <div id="supervision" class="stack-gap" data-in-place>
          <PageHead title={`Supervision of ${session.worker}`} before={<Breadcrumb steps={[{ label: 'Supervision', href: '/supervision' }, { label: session.worker }]} />} lede={`${dayInWords(session.on)}, with ${session.manager}.`} tags={open ? null : <Tag kind="theme">Signed by both</Tag>} />
          <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
          {ask.query['saved'] ? <Confirmation title="Written down.">It stands in the record of each of them, and what somebody has to do is in their work.</Confirmation> : null}
          {ask.query['kept'] ? <Confirmation title="Kept.">Only the two of you see it.</Confirmation> : null}
          {ask.query['signed'] ? <Confirmation title={open ? 'You have signed.' : 'Signed by both.'}>{open ? 'The other finds it on their first page.' : 'Nothing in it changes any more.'}</Confirmation> : null}
          {open ? (
            <DecisionInbox listTitle="The caseload, most pressing first" list={families.map((family) => rowOf(session.id, family, entries, family === here, today))}>
              {here ? <Reading session={session} family={here} entries={entriesOf(entries, here)} last={entriesOf(before, here)[0]} colleagues={colleagues} cards={cards} ask={ask} today={today} /> : <EmptyState title="No open work">Nobody is in the open work of {session.worker}.</EmptyState>}
            </DecisionInbox>
          ) : <Card title="What was discussed and decided"><Entries entries={entries} cards={cards} /></Card>}
          {party ? (
            <Columns
              main={<Card title={session.workerId === me ? 'Your own part' : `${session.worker.split(' ')[0] ?? ''}’s own part`} lede="Only the two of you see this.">
                {open ? (
                  <form method="post" action={`/supervision/${session.id}`} data-keep={`supervision-own-${session.id}`}>
                    <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="own" />
                    <Words name="wellbeing" label={session.workerId === me ? 'How you are, and how the work is' : 'How they are, and how the work is'} rows={3} value={typed('wellbeing')} />
                    <Words name="learning" label="Learning: what went well, what to learn next" rows={3} value={typed('learning')} />
                    <Words name="agreed" label="What was agreed about it" rows={2} value={typed('agreed')} />
                    <Actions><Button>Keep it</Button></Actions>
                  </form>
                ) : own ? <><h3>How the work is</h3><Account text={own.wellbeing || 'Nothing was written.'} /><h3>Learning</h3><Account text={own.learning || 'Nothing was written.'} /><h3>What was agreed</h3><Account text={own.agreed || 'Nothing was written.'} /></> : <EmptyState title="Nothing was written">There is nothing of their own in this one.</EmptyState>}
              </Card>}
              aside={<Signing session={session} me={me} open={open} />} />
          ) : null}
        </div>
      </Page>
    )
  },
})

const Signing = ({ session, me, open }: { session: Session; me: string; open: boolean }) => {
  const mine = session.workerId === me ? session.workerSignedAt : session.managerSignedAt
  return (
    <Card title="Signed">
      <ul class="lines">
        <li><p>{session.manager}<span class="second">{session.managerSignedAt ? `signed ${dayInWords(dayOf(session.managerSignedAt))}` : 'not yet'}</span></p></li>
        <li><p>{session.worker}<span class="second">{session.workerSignedAt ? `signed ${dayInWords(dayOf(session.workerSignedAt))}` : 'not yet'}</span></p></li>
      </ul>
      {open && !mine ? (
        <form method="post" action={`/supervision/${session.id}`} id="sign"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="sign" /><Button kind="primary" icon="tick">Sign it</Button></form>) : null}
      {open ? <p class="source">Whoever changes it after one of you has signed asks both to sign again.</p> : null}
    </Card>
  )
}

type Cards = Awaited<ReturnType<typeof cardsOf>>
const Entries = ({ entries, cards }: { entries: readonly Entry[]; cards: Cards }) => (entries.length === 0 ? <EmptyState title="Nothing yet">What is written down stands here and in the record of each child.</EmptyState> : (
  <ul class="lines">{entries.map((entry) => (
    <li><Spoken entry={entry} cards={cards} /></li>
  ))}</ul>
))
/** What was said about a family and what was decided, the eldest first. `when`: of an earlier supervision. */
const Spoken = ({ entry, cards, when }: { entry: Entry; cards: Cards; when?: string }) => {
  const people = entry.people.flatMap((id) => cards.get(id) ?? []).sort(byBirth)
  return (
    <div class="stack-close">
      <p><TokenRow marks={people.map(markOf)} /> <strong>{listed(people.map((one) => one.given || one.name))}</strong>{when || besideInWords(entry) ? <span class="second">{[when, besideInWords(entry) ? `with ${besideInWords(entry)}` : ''].filter(Boolean).join(', ')}</span> : null}</p>
      <Account text={entry.words} />
      {entry.decided ? <div><p class="source">Decided</p><Account text={entry.decided} /></div> : null}
    </div>
  )
}

function Reading({ session, family, entries, last, colleagues, cards, ask, today }: { colleagues: readonly Readonly<{ id: string; name: string }>[]; session: Session; family: Family; entries: readonly Entry[]; /** What was said about them the last time. */ last: Entry | undefined; cards: Cards; ask: Ask; today: PlainDate }) {
  const b = ask.body
  const problem = (name: string) => problemAt(ask.problems, name)
  // A care leaver is nobody's child here and still whom it is about.
  const young = family.people.filter((one) => isChild(one, today, true))
  const children = young.length > 0 ? young : family.people
  const ticked = idsIn(b['people'])
  const actions = rowsOf(b['actions'])
  const [firstName = ''] = session.worker.split(' ')
  return (
    <article class="decision">
      <h2 class="decision-title">{listed(family.people.map((one) => one.given || one.name))}</h2>
      <p class="lede">{family.people.map((one, i) => <>{i > 0 ? ', ' : ''}<a href={`/people/${one.id}`}>{one.given || one.name} {ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)}</a></>)}. {family.spokenOn ? `Last spoken about ${dayInWords(family.spokenOn)}.` : entries.length > 0 ? '' : 'Not spoken about in supervision yet.'}</p>
      {family.points.length === 0 ? <Message kind="good" icon="tick" title="Nothing is late, missing or waiting.">There is time to think about how things are for them.</Message> : (
        <ul class="lines">{family.points.map((point) => <li><p><a class="name" href={point.href}>{point.words}</a> <Tag kind={point.kind === 'notSeen' || point.kind === 'late' || point.kind === 'decision' ? 'late' : point.kind === 'soon' || point.kind === 'unsigned' ? 'theme' : 'soon'}>{kindWords[point.kind]}</Tag><span class="second">{point.second}</span></p></li>)}</ul>
      )}
      {last && entries.length === 0 ? <Card kind="question" level={3} title="Last time"><Spoken entry={last} cards={cards} when={dayInWords(last.on)} /></Card> : null}
      {entries.length > 0 ? <><h3>Written down in this supervision</h3><Entries entries={entries} cards={cards} /></> : null}
      <form class="decision-form" method="post" action={`/supervision/${session.id}`} data-keep={`supervision-${session.id}-${family.key}`}>
        <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="discuss" /><input type="hidden" name="about" value={family.key} />
        <Choices name="people" label="About" columns values={ticked.length > 0 ? ticked : children.map((one) => one.id)} options={family.people.map((one) => ({ value: one.id, label: <span class="with-token"><Token mark={markOf(one)} beside />{one.given || one.name}</span> }))} {...problem('people')} />
        <Words name="words" label="What was discussed: how things are for them, what we think it means" rows={4} value={textOf(b['words'])} {...problem('words')} />
        <Words name="decided" label="What was decided, and why" optional="if anything" rows={2} value={textOf(b['decided'])} {...problem('decided')} />
        {colleagues.length > 0 ? <details class="fold" open={idsIn(b['with']).length > 0}><summary><span class="fold-link">Group supervision: who of the team took part</span></summary><Choices name="with" label="Colleagues" columns values={idsIn(b['with'])} options={colleagues.map((one) => ({ value: one.id, label: one.name }))} {...problem('with')} /></details> : null}
        <Line name="beside" label="Somebody from outside who took part" optional="in a group supervision" width={24} value={textOf(b['beside'])} />
        <div class="stack-close"><p class="second">Who does what by when: it goes into their work.</p>
        {[0, 1].map((i) => (
          <FieldRow>
            <Line name={`actions.${i}.words`} label={i === 0 ? 'What is done' : 'And'} width={24} value={textOf(actions[i]?.['words'])} {...problem(`actions.${i}.words`)} />
            <Select name={`actions.${i}.ownerId`} label="Who" width={12} value={textOf(actions[i]?.['ownerId']) || session.workerId} options={[{ value: session.workerId, label: firstName }, { value: session.managerId, label: session.manager.split(' ')[0] ?? '' }]} />
            <DateField name={`actions.${i}.dueOn`} label="By" hint="" value={textOf(actions[i]?.['dueOn']) || (i === 0 ? dayInWords(addDays(today, 14)) : '')} {...problem(`actions.${i}.dueOn`)} />
          </FieldRow>
        ))}</div>
        <Actions remark="It stands in the record of each of them."><Button kind="primary">Write it down</Button></Actions>
      </form>
    </article>
  )
}

const save = form('/supervision/:id', async (caller, ask, around) => {
  const id = ask.params.id ?? ''
  const b = ask.body
  const what = textOf(b['what'])
  if (what === 'sign') {
    const outcome = await signSupervision.perform(caller, { sessionId: id }, ask.commandId)
    return 'problems' in outcome ? again(sessionPage, outcome.problems)(caller, ask, around) : { go: `/supervision/${id}?signed=1` }
  }
  if (what === 'own') {
    const outcome = await writeOwnPart.perform(caller, { sessionId: id, wellbeing: textOf(b['wellbeing']), learning: textOf(b['learning']), agreed: textOf(b['agreed']) }, ask.commandId)
    return 'problems' in outcome ? again(sessionPage, outcome.problems)(caller, ask, around) : { go: `/supervision/${id}?kept=1` }
  }
  const actions = rowsOf(b['actions']).filter((row) => textOf(row['words']).trim()).map((row) => ({ words: textOf(row['words']).trim(), ownerId: textOf(row['ownerId']), dueOn: typedDay(textOf(row['dueOn']), caller.clock.today()) ?? textOf(row['dueOn']) }))
  const outcome = await discussInSupervision.perform(caller, { id: newId(), sessionId: id, people: idsIn(b['people']), words: textOf(b['words']), ...(textOf(b['decided']).trim() ? { decided: textOf(b['decided']) } : {}), ...(textOf(b['beside']).trim() ? { beside: textOf(b['beside']) } : {}), ...(idsIn(b['with']).length > 0 ? { with: idsIn(b['with']) } : {}), ...(actions.length > 0 ? { actions } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(sessionPage, outcome.problems.map((one) => (one.question === 'words' ? { ...one, problem: 'Write what was discussed, in a sentence or more.' } : one.question === 'people' ? { ...one, problem: 'Tick whom it is about.' } : one)))(caller, ask, around)
  return { go: `/supervision/${id}?saved=1&about=${textOf(b['about'])}` }
})
export const sessionRoutes: readonly Route[] = [sessionPage, save]
