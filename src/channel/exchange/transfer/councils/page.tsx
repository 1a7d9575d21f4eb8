import { dayInWords, dayOf, moment } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { AdminTabs } from '../../../../platform/page/admin-tabs.tsx'
import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card, Facts } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { FieldRow } from '../../../../platform/page/fields/frame.tsx'
import { Line, Words } from '../../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../../platform/page/message.tsx'
import { textOf } from '../../../../platform/page/posted.ts'
import { Table } from '../../../../platform/page/table.tsx'
import { readPublicKey } from '../../../../platform/keys/councilKey.ts'
import { councilSettings } from '../../../../record/access/council.ts'
import { again, form, page } from '../../../../record/access/page.ts'
import { noteCouncil, withdrawCouncil } from './commands.ts'
import * as store from './councilStore.ts'

/** The council's own key, to be given to others; and the keys of others, by which a case that comes or goes is known and sealed. */
export const councilsPage = page('/admin/councils', {
  what: 'page.councils',
  may: 'council.configure',
  load: async (asking) => ({ councils: await store.councils(asking.db), own: asking.councilKey?.public, authority: (await councilSettings(asking.db)).authority }),
  view: ({ councils, own, authority }, frame, ask) => {
    const at = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title="Other councils" place="admin" problemCount={ask.problems.length}>
        <PageHead title="Other councils" lede="A case goes to another council as one file: signed with our key, sealed for theirs. Keys are exchanged once, and checked by telephone." />
        <AdminTabs here="councils" />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {ask.query['saved'] ? <Confirmation title="Entered.">What this council signs with that key is known from now on. Read the name of the key aloud to each other before you rely on it.</Confirmation> : null}
        {ask.query['withdrawn'] ? <Confirmation title="Withdrawn.">Nothing that was signed with that key is taken from now on.</Confirmation> : null}
        <Columns
          main={<>
            <Card title="Keys of other councils" aside={String(councils.length)}>
              <Table caption="Keys of other councils" stack rows={councils} empty={<EmptyState title="None yet">Enter the key of a council before a case goes there or comes from there.</EmptyState>} columns={[
                { title: 'Council', head: true, cell: (one) => <>{one.name}<span class="second">{one.code}</span></> },
                { title: 'Name of the key', cell: (one) => <code>{readPublicKey(one.key)?.name ?? 'cannot be read'}</code> },
                { title: 'Entered', cell: (one) => <>{dayInWords(dayOf(moment(one.since)))}<span class="second">by {one.by ?? 'Kith'}</span></> },
                { title: 'Withdraw', titleUnseen: true, cell: (one) => <form method="post" action="/admin/councils" data-prove><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="withdraw" /><input type="hidden" name="code" value={one.code} /><Button kind="row" about={`the key of ${one.name}`}>Withdraw</Button></form> },
              ]} />
            </Card>
            <Card title="Enter a key">
              <form method="post" action="/admin/councils" data-prove>
                <input type="hidden" name="commandId" value={newId()} />
                <FieldRow><Line name="code" label="Number of the council" hint="The three digits of the Department for Education" width={8} inputMode="numeric" value={textOf(ask.body['code'])} {...at('code')} /><Line name="name" label="Name" width={24} value={textOf(ask.body['name'])} {...at('name')} /></FieldRow>
                <Words name="key" label="Their key" rows={3} value={textOf(ask.body['key'])} {...at('key')} />
                <Actions remark="A key that was entered before for the same council is withdrawn."><Button kind="primary">Enter it</Button></Actions>
              </form>
            </Card>
          </>}
          aside={<Card title="Our own key" lede="Give it to other councils by e-mail: it holds no secret. Then read its name aloud by telephone.">
            {own ? <><Facts facts={[{ label: 'Our number', value: authority || 'not set' }, { label: 'Name of the key', value: <code>{own.name}</code> }]} /><Words name="own" label="Our key" rows={4} value={own.text} /></> : <Message kind="soon" title="There is no key.">Tell those who look after the server.</Message>}
            {authority === '' ? <Message kind="soon" title="Our number is not set.">Set it under <a href="/admin">Council</a>: other councils know us by it.</Message> : null}
          </Card>} />
      </Page>
    )
  },
})

export const saveCouncilKey = form('/admin/councils', async (caller, ask, around) => {
  const { body } = ask
  if (body['what'] === 'withdraw') {
    const gone = await withdrawCouncil.perform(caller, { code: textOf(body['code']) }, ask.commandId)
    return 'problems' in gone ? again(councilsPage, gone.problems)(caller, ask, around) : { go: '/admin/councils?withdrawn=1' }
  }
  const noted = await noteCouncil.perform(caller, { code: textOf(body['code']).trim(), name: textOf(body['name']), key: textOf(body['key']) }, ask.commandId)
  return 'problems' in noted ? again(councilsPage, noted.problems.map((one) => (one.question === 'name' ? { ...one, problem: 'Write the name of the council.' } : one.question === 'key' && textOf(body['key']).trim() === '' ? { ...one, problem: 'Paste the key that the other council sent.' } : one)))(caller, ask, around) : { go: '/admin/councils?saved=1' }
})
