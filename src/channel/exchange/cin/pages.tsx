import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { accountIn, type Account } from './accountModel.ts'
import type { ImportState } from './bookModel.ts'
import { acceptImport, importsToSettle, importToSettle, undoImport } from './settle.ts'
import { nameOfImport, settledInWords } from './settledInWords.ts'

const number = (value: number) => value.toLocaleString('en-GB')
const children = (count: number) => `${number(count)} ${count === 1 ? 'child' : 'children'}`
const states: Readonly<Record<ImportState, string>> = {
  running: 'Not finished', stopped: 'Not finished', finished: 'To be accepted or taken back', accepted: 'Accepted', undone: 'Taken back', partlyUndone: 'Taken back but for some children',
}
const dayWords = (at: string) => dayInWords(dayOf(moment(at)))

/** The files that came in, the newest first. */
const importsPage = page('/admin/imports', {
  what: 'page.imports',
  may: 'council.configure',
  load: (asking) => importsToSettle.of(asking, {}),
  view: ({ imports }, frame) => (
    <Page {...frame} title="Imports" place="admin">
      <PageHead title="Imports" lede="Files of other systems that were taken into the record. Until an import is accepted it can be taken back." />
      <AdminTabs here="imports" />
      {imports.length === 0 ? <EmptyState title="Nothing was imported yet">Files come in by the command line: npm run kith -- import cin FILE, import ssda903 FOLDER --year 2026, or import annex-a FILE.</EmptyState> : (
        <Card title="Files" aside={String(imports.length)}>
          <Table caption="Imports" stack rows={imports} columns={[
            { title: 'File', head: true, cell: (one) => <><a class="name" href={`/admin/imports/${one.id}`}>{nameOfImport(one)}</a><span class="second">{one.fileName}</span></> },
            { title: 'Taken on', cell: (one) => dayWords(one.startedAt) },
            { title: 'Children', number: true, cell: (one) => number(one.children) },
            { title: 'State', cell: (one) => states[one.state] },
          ]} />
        </Card>
      )}
    </Page>
  ),
})

const headings: Readonly<Record<string, string>> = { refused: 'Refused', 'kept aside': 'Kept aside, whole', taken: 'Taken, with a remark' }

const AccountCard = ({ account }: { account: Account }) => (
  <Card title="The account of the file" aside={account.balanced ? 'Every element is accounted for' : 'Does not balance: tell those who look after Kith'}>
    <Facts facts={[
      { label: 'Elements read', value: number(account.counts.read) }, { label: 'Taken', value: number(account.counts.taken) },
      { label: 'Kept aside', value: number(account.counts.keptAside) }, { label: 'Refused', value: number(account.counts.refused) },
    ]} />
    {account.yearRemark ? <Message kind="soon" title="Its year is not covered.">{account.yearRemark}</Message> : null}
    {account.findings.length > 0 ? <><h3 class="group-title">What was not simply taken</h3><Table caption="What was not simply taken" stack rows={account.findings} columns={[
      { title: 'Where', head: true, cell: (one) => one.path },
      { title: 'What became of it, and why', cell: (one) => `${headings[one.outcome] ?? one.outcome}: ${one.reason}` },
      { title: 'Places', number: true, cell: (one) => number(one.count) },
      { title: 'Lines', cell: (one) => `${one.lines.slice(0, 8).join(', ')}${one.count > 8 ? ' …' : ''}` },
    ]} /></> : null}
  </Card>
)

/** From this many children on, taking back runs on the command line, where its progress is seen. */
const mostOnPage = 2000

/** One import: its account, what may be known already, and the decision. */
const importPage = page('/admin/imports/:id', {
  what: 'page.import',
  may: 'council.configure',
  load: (asking, ask) => importToSettle.of(asking, { id: ask.params['id'] ?? '' }),
  view: ({ import: one, open, perhapsKnown, before }, frame, ask) => {
    const account = accountIn(one.account)
    const goes = before.filter(({ against }) => against === null)
    const stays = before.filter(({ against }) => against !== null)
    const count = (rows: typeof before) => rows.reduce((sum, row) => sum + row.children, 0)
    const here = `/admin/imports/${one.id}`
    return (
      <Page {...frame} title={nameOfImport(one)} place="admin" problemCount={ask.problems.length}>
        <PageHead title={nameOfImport(one)} lede={<>{one.fileName}, taken on {dayWords(one.startedAt)}. <a href="/admin/imports">All imports</a></>} />
        <AdminTabs here="imports" />
        <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
        {ask.query['done'] === 'accepted' ? <Confirmation title="Accepted.">It stays.</Confirmation> : null}
        {ask.query['done'] === 'undone' ? <Confirmation title="Taken back.">{one.settled ? settledInWords(one.settled).join(' ') : ''}</Confirmation> : null}
        <Columns
          main={account ? <AccountCard account={account} /> : <EmptyState title="Not finished">Import the file again: it goes on where it stood.</EmptyState>}
          aside={<>
            <Card title={states[one.state]} id="decide">
              <Facts facts={[
                { label: 'Children in the file', value: number(one.children) },
                { label: 'Perhaps known already', value: perhapsKnown === 0 ? 'Nobody, as far as we can tell' : `${children(perhapsKnown)}: the records team looks at them under Recorded twice` },
                ...(one.settledAt ? [{ label: 'Decided', value: `${dayWords(one.settledAt)}${one.settledBy ? ` by ${one.settledBy}` : ''}` }] : []),
              ]} />
              {one.settled ? <ul class="lines">{settledInWords(one.settled).map((line) => <li>{line}</li>)}</ul> : null}
              {open ? <form method="post" action={here}>
                <input type="hidden" name="commandId" value={newId()} />
                <p>Accepting keeps everything. Taking back removes what this file wrote about {children(count(goes))} and nothing that people wrote.</p>
                {stays.length > 0 ? <ul class="lines">{stays.map((row) => <li>{children(row.children)} would stay: {row.against}.</li>)}</ul> : null}
                {count(before) > mostOnPage ? <p>This import is large. Take it back on the command line: npm run kith -- import undo {one.id.slice(0, 8)}</p> : null}
                <Actions><Button kind="primary" name="what" value="accept">Accept it</Button>{count(before) > 0 && count(before) <= mostOnPage ? <Button name="what" value="undo">Take it back</Button> : null}</Actions>
              </form> : null}
            </Card>
          </>} />
      </Page>
    )
  },
})

const decideImport = form('/admin/imports/:id', async (caller, ask, around) => {
  const id = ask.params['id'] ?? ''
  const undo = ask.body['what'] === 'undo'
  const outcome = undo ? await undoImport(caller, id) : await acceptImport.perform(caller, { id }, ask.commandId)
  return 'problems' in outcome ? again(importPage, outcome.problems)(caller, ask, around) : { go: `/admin/imports/${id}?done=${undo ? 'undone' : 'accepted'}` }
})

export const importRoutes = [importsPage, importPage, decideImport]
