import { terms } from '../../../../content/words/terms.ts'
import { newId } from '../../../kernel/ids.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { changeWord, ownSettings } from '../../../record/access/own/commands.ts'
import { wordNow } from '../../../record/access/own/now.ts'
import { ownWordOf } from '../../../record/access/own/rules.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { ChangesCard, inWords, textOf } from './changes.tsx'

const shown = terms.filter((term) => term.where !== undefined)

/** Words that councils choose differently. */
export const wordsPage = page('/admin/words', {
  what: 'page.words',
  may: 'council.configure',
  load: (asking) => ownSettings.of(asking, {}),
  view: ({ changes }, frame, ask) => {
    const open = shown.find((term) => term.key === (textOf(ask.body.key) || ask.query.change))
    const typed = textOf(ask.body.key) !== ''
    const problem = (field: string) => { const found = ask.problems.find((p) => p.question === field); return found ? { problem: found.problem } : {} }
    return (
      <Page {...frame} title="Words" place="admin" problemCount={ask.problems.length}>
        <PageHead title="Words" lede="What this council calls things, on the pages named. Words that no page asks for yet are not listed." />
        <AdminTabs here="words" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Changed.">Every server shows it within seconds.</Confirmation> : null}
        <Columns
          main={<>
            {open ? (
              <Card id="change" title={`Instead of “${open.one}”`} lede={open.alsoSaid ? `Others say: ${open.alsoSaid.join(', ')}.` : undefined}>
                <form method="post" action="/admin/words">
                  <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="key" value={open.key} />
                  <Line name="one" label="For one" maxLength={80} value={typed ? textOf(ask.body.one) : wordNow(open.key)} {...problem('one')} />
                  <Line name="many" label="For several" maxLength={80} value={typed ? textOf(ask.body.many) : wordNow(open.key, 2)} {...problem('many')} />
                  <Line name="why" label="Why" value={textOf(ask.body.why)} {...problem('why')} />
                  <Actions><Button kind="primary">Change it</Button><a href="/admin/words">Back to the words</a></Actions>
                </form>
              </Card>
            ) : null}
            <Card title="Words" id="words">
              <Table caption="Words" stack rows={shown} columns={[
                { title: 'This council says', head: true, cell: (term) => <>{wordNow(term.key)}<span class="second">{wordNow(term.key, 2)}</span></> },
                { title: 'We say', cell: (term) => term.one },
                { title: 'Where', cell: (term) => term.where ?? '' },
                { title: 'Change', titleUnseen: true, cell: (term) => <a href={`/admin/words?change=${term.key}`}>Change<span class="unseen"> {term.one}</span></a> },
              ]} />
            </Card>
          </>}
          aside={<ChangesCard changes={changes.filter((one) => one.key.startsWith('own.word.'))} says={(one) => { const ours = terms.find((term) => one.key === `own.word.${term.key}`)?.one ?? ''; return `“${ownWordOf(one.value)?.one ?? ours}” for ${ours}` }} />} />
      </Page>
    )
  },
})

export const saveWord = form('/admin/words', async (caller, ask, around) => {
  const outcome = await changeWord.perform(caller, { key: textOf(ask.body.key), one: textOf(ask.body.one), many: textOf(ask.body.many), why: textOf(ask.body.why) }, ask.commandId)
  if ('problems' in outcome) return again(wordsPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: '/admin/words?saved=1' }
})
