import { lists } from '../../../../content/returns/annexA/lists.ts'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { answer } from '../../../record/access/act.ts'
import { may } from '../../../record/access/permissions.ts'
import { again, form, page, type Route } from '../../../record/access/page.ts'
import { explainRule, sendReturn } from '../commands.ts'
import type { Need } from '../../../engine/returns/model.ts'
import { rulesWithout } from '../lists/model.ts'
import { steps, unknownAuthority, type Found, type Made, type Step } from '../model.ts'
import { fileOf, returnMade, returnRule } from '../queries.ts'
import { fileNames } from '../rules/files.ts'
import type { Change } from '../rules/changes.ts'
import type { ByRule } from '../store.ts'
import { whereToPutRight } from '../where.ts'
import { titleOf, wordsOfRule } from '../words.ts'
import { StateOf, whenWords } from './list.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const needInWords: Readonly<Record<Need, string>> = { 'last year': 'Without last year’s return as it was sent', authority: 'Without the council’s number at the department', 'provider list': 'Without Ofsted’s list of providers', 'postcode list': 'Without a list of postcodes', 'whole return': 'Without the whole return' }
const changeWords: Readonly<Record<Change['what'], string>> = { came: 'New in this one', went: 'No longer in it', changed: 'Told differently' }

const Rules = ({ made, rules }: { made: Made; rules: readonly ByRule[] }) => (
  <Table caption={made.kind === 'annexA' ? 'Cells that do not fit their column' : 'What the department’s rules found'} stack rows={rules} empty={<EmptyState title="Nothing was found">{made.kind === 'annexA' ? 'Every cell fits its column.' : 'No rule of the department is broken in this return.'}</EmptyState>} columns={[
    { title: 'Rule', head: true, width: 'narrow', cell: (one) => <a href={`/returns/${made.id}/rules/${one.rule}`}>{one.rule}</a> },
    { title: 'What it asks for', width: 'wide', cell: (one) => wordsOfRule(made.kind, one.rule) },
    { title: 'Kind', cell: (one) => (one.severity === 'error' ? 'Error' : 'Query') },
    { title: 'Children', number: true, cell: (one) => one.children },
    { title: 'Explained', number: true, cell: (one) => one.explained },
  ]} />
)

const rowsIn = (made: Made, table: string | undefined) => { const rows = table ? made.counts?.rows[table] ?? 0 : undefined; return rows === undefined ? 'everything in one' : `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}` }
const Files = ({ made }: { made: Made }) => (
  <Card title="Files" aside={`${(made.counts?.children ?? 0).toLocaleString('en-GB')} ${made.counts?.children === 1 ? 'child' : 'children'}`} lede="You show again who you are when that was more than 15 minutes ago. Each file that is opened is kept in the audit.">
    <ul class="lines">{fileNames(made).map(({ name, table }) => <li><p><a href={`/returns/${made.id}/files/${name}`} download>{name}</a><span class="second">{rowsIn(made, table)}</span></p></li>)}</ul>
    {made.kind === 'annexA' ? <Facts facts={lists.map(({ name, title }) => ({ label: `${name}, ${title.toLowerCase()}`, value: rowsIn(made, name) }))} /> : null}
  </Card>
)

const sentTo = (made: Made) => (made.kind === 'annexA' ? 'Given to the inspectors' : 'Sent to the department')
const Sent = ({ made }: { made: Made }) => (
  <Card title={sentTo(made)} lede={`Record it on the day: from then on the next one is compared with it${made.kind === 'annexA' ? '' : ', and the rules that ask for last year read it'}.`}>
    <form method="post" action={`/returns/${made.id}/sent`}>
      <input type="hidden" name="commandId" value={newId()} />
      <Line name="note" label="Receipt or remark" optional="(optional)" />
      <Actions><Button kind="second">{made.kind === 'annexA' ? 'It was given as it is' : 'It was sent as it is'}</Button></Actions>
    </form>
  </Card>
)

const stepInWords: Readonly<Record<Step, string>> = { reading: 'The record is read, as it stands at this moment', checking: 'Every child is told and checked', keeping: 'Rows and findings are kept' }
/** How far it is. The page's script looks again by itself. */
const Making = ({ made }: { made: Made }) => {
  const at = made.step === null ? -1 : steps.indexOf(made.step)
  return (
    <div id="being-made" aria-live="polite">
      <Message kind="soon" title={at < 0 ? 'It waits its turn' : `It is being made: step ${at + 1} of ${steps.length}`}>
        <ul class="lines">{steps.map((step, n) => <li><p>{n < at ? <Tag kind="good">Done</Tag> : n === at ? <Tag kind="soon">Now</Tag> : <Tag>To come</Tag>} {stepInWords[step]}</p></li>)}</ul>
        <a href={`/returns/${made.id}`}>Look again</a>
      </Message>
    </div>
  )
}

/** One return: what is in it, what is wrong, what is new, its files. */
export const returnPage = page('/returns/:id', {
  what: 'page.return',
  may: 'return.make',
  load: (asking, ask) => returnMade.of(asking, { id: ask.params['id'] ?? '' }),
  view: ({ made, before, rules, changes }, frame, ask) => (
    <Page {...frame} title={titleOf(made)} place="returns" problemCount={ask.problems.length} {...(made.state === 'waiting' ? { scripts: ['src/oversight/returns/island.tsx'] } : {})}>
      <PageHead title={titleOf(made)} lede={<>Asked for {whenWords(made.askedAt)} by {made.askedBy ?? 'the command line'}. <StateOf made={made} /></>} end={<ButtonLink href="/returns">All returns</ButtonLink>} />
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
      {made.state === 'waiting' ? <Making made={made} /> : null}
      {made.state === 'failed' ? <Message kind="late" title="It could not be made">Tell those who look after Kith, and make it again: nothing was changed.</Message> : null}
      {made.counts ? <Columns main={<>
        <h2>What the rules found</h2>
        <Rules made={made} rules={rules} />
        {made.counts.whole ? <Card title="What only the whole of it shows"><ul class="lines">{made.counts.whole.map((one) => <li><p>{wordsOfRule(made.kind, one.rule)}<span class="second">Rule {one.rule}, {one.severity}</span></p></li>)}</ul></Card> : null}
        {made.counts.without && made.counts.without.length > 0 ? <Message kind="soon" title="Some rules were not run"><ul class="lines">{made.counts.without.map((need) => <li>{needInWords[need]}: {rulesWithout(need, made.year).join(', ')}.</li>)}</ul><a href="/returns/lists">Lists that rules compare with</a></Message> : null}
        {made.counts.authority === unknownAuthority ? <Message kind="soon" title="The council’s number is not known">The header names the authority by its three digits at the department. An administrator sets them under Your council.</Message> : null}
        {before && changes ? <>
          <h2>Different from the one of {whenWords(before.askedAt)}{made.kind === 'annexA' && before.asAt !== made.asAt && before.asAt && isPlainDate(before.asAt) ? `, as at ${dayInWords(before.asAt)}` : ''}{before.sentAt ? `, which was ${made.kind === 'annexA' ? 'given to the inspectors' : 'sent'}` : ''}</h2>
          <Table caption="Children told differently" stack rows={changes.slice(0, 500)} empty={<EmptyState title="Nothing is different">Every child is told as before.</EmptyState>} columns={[
            { title: 'Child', head: true, cell: (one) => one.number },
            { title: 'What', cell: (one) => changeWords[one.what] },
            { title: 'Where', width: 'wide', cell: (one) => one.where.join('; ') },
          ]} />
        </> : null}
      </>} aside={<>
        <Files made={made} />
        {made.sentAt ? <Card title={sentTo(made)}><p>{whenWords(made.sentAt)} by {made.sentBy ?? 'a colleague'}.{made.sentNote ? ` ${made.sentNote}` : ''}</p></Card> : <Sent made={made} />}
      </>} /> : null}
    </Page>
  ),
})

export const recordSent = form('/returns/:id/sent', async (caller, ask, around) => {
  const id = ask.params['id'] ?? ''
  const outcome = await sendReturn.perform(caller, { id, note: textOf(ask.body['note']) }, ask.commandId)
  return 'problems' in outcome ? again(returnPage, outcome.problems)(caller, ask, around) : { go: `/returns/${id}` }
})

const Row = ({ one, nth, made, opens, ask }: { one: Found; nth: number; made: Made; opens: boolean; ask: { mine: boolean; problem?: string | undefined } }) => (
  <Card title={`${one.table === 'List 11' ? 'Adopter' : 'Child'} ${one.number}`} aside={opens ? <a href={whereToPutRight({ ...one, kind: made.kind, nth })}>Put it right</a> : undefined} lede={`${one.table}, row ${one.row}${one.fields.length > 0 ? `: ${one.fields.join(', ')}` : ''}`}>
    {one.table === 'List 11' ? null : <form method="post" action={`/returns/${made.id}/rules/${one.rule}`}>
      <input type="hidden" name="commandId" value={newId()} />
      <input type="hidden" name="kind" value={made.kind} />
      <input type="hidden" name="personId" value={one.personId} />
      <Line name="reason" id={`reason-${one.personId}-${one.row}`} label="Why it is right as it is" value={one.explained ?? ''} optional="(optional)" problem={ask.mine ? ask.problem : undefined} />
      <Actions><Button kind="row">{one.explained ? 'Change the reason' : 'Keep the reason'}</Button></Actions>
    </form>}
  </Card>
)

/** One rule of one return: its children, each with the way to the record and to a reason. */
export const returnRulePage = page('/returns/:id/rules/:rule', {
  what: 'page.returnRule',
  may: 'return.make',
  load: async (asking, ask) => ({ ...(await returnRule.of(asking, { id: ask.params['id'] ?? '', rule: ask.params['rule'] ?? '' })), opens: may(asking.actor, 'record.read') }),
  view: ({ made, found, opens }, frame, ask) => (
    <Page {...frame} title={`Rule ${ask.params['rule'] ?? ''}`} place="returns" problemCount={ask.problems.length} frame="narrow">
      <PageHead title={`Rule ${ask.params['rule'] ?? ''}`} lede={wordsOfRule(made.kind, ask.params['rule'] ?? '')} end={<ButtonLink href={`/returns/${made.id}`}>{titleOf(made)}</ButtonLink>} />
      <ErrorSummary problems={ask.problems.map(({ problem }) => ({ field: `reason-${textOf(ask.body['personId'])}`, words: problem }))} />
      {found.length === 0 ? <EmptyState title="Nobody breaks this rule.">Either it was put right, or the return was made before it was.</EmptyState> : found.slice(0, 200).map((one, at) => <Row one={one} nth={found.slice(0, at).filter((each) => each.personId === one.personId && each.table === one.table).length} made={made} opens={opens} ask={{ mine: ask.body['personId'] === one.personId, problem: ask.problems[0]?.problem }} />)}
    </Page>
  ),
})

export const explainOnPage = form('/returns/:id/rules/:rule', async (caller, ask, around) => {
  const outcome = await explainRule.perform(caller, { personId: textOf(ask.body['personId']), kind: textOf(ask.body['kind']), rule: ask.params['rule'] ?? '', reason: textOf(ask.body['reason']) }, ask.commandId)
  return 'problems' in outcome ? again(returnRulePage, outcome.problems)(caller, ask, around) : { go: `/returns/${ask.params['id'] ?? ''}/rules/${ask.params['rule'] ?? ''}` }
})

/** One file of a return, as it goes to the department. */
export const returnFile: Route = {
  method: 'GET', path: '/returns/:id/files/:name', what: 'returns.file',
  run: async (caller, ask) => ({ file: await answer(caller, 'returns.file', 'return.make', (asking) => fileOf(asking, ask.params['id'] ?? '', ask.params['name'] ?? '')) }),
}
