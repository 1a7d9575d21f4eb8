import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Field } from '../../../platform/page/fields/frame.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { listsKept, takeList } from '../lists/commands.ts'
import { listKinds, listWords, rulesWithout, type GivenList, type ListKind } from '../lists/model.ts'
import { coveredYears } from '../model.ts'
import { whenWords } from './list.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isKind = (word: string): word is ListKind => listKinds.some((kind) => kind === word)
const rulesOf = (kind: ListKind): string => rulesWithout(listWords[kind].need, coveredYears.ssda903.last).join(', ')

const State = ({ kind, list }: { kind: ListKind; list: GivenList | undefined }) => (list
  ? <p>{list.entries.toLocaleString('en-GB')} entries, taken in {whenWords(list.takenAt)}{list.takenBy ? ` by ${list.takenBy}` : ' from the command line'}.<span class="second">Rules {rulesOf(kind)} read it each night, beside the field and on returns made from the record. A newer list takes its place.</span></p>
  : <p>Not here yet: rules {rulesOf(kind)} are not run.<span class="second">{listWords[kind].from}</span></p>)

/** Lists that rules compare with and a single authority does not hold: which are here, since when, and the way to take one in. */
export const listsPage = page('/returns/lists', {
  what: 'page.returnLists',
  may: 'return.make',
  load: (asking) => listsKept.of(asking, {}),
  view: ({ lists }, frame, ask) => {
    const taken = textOf(ask.query.taken)
    const problem = (name: string) => problemAt(ask.problems, name)
    const of = (kind: ListKind) => lists.find((one) => one.kind === kind)
    return (
      <Page {...frame} title="Lists that rules compare with" place="returns" problemCount={ask.problems.length}>
        <PageHead title="Lists that rules compare with" before={<Breadcrumb steps={[{ label: 'Returns', href: '/returns' }, { label: 'Lists' }]} />} lede="Some rules of the looked-after return compare with what others know: who runs a placement, where a postcode lies. Taken in once, kept with their day, read until a newer one comes." />
        {isKind(taken) ? <Confirmation title={`${listWords[taken].title}: taken in.`}>The next night reads it, and the fields from now on.</Confirmation> : null}
        <ErrorSummary problems={ask.problems.map(({ question, problem: words }) => ({ field: question, words }))} />
        <Columns main={<>
          <Card title={listWords.providers.title}>
            <State kind="providers" list={of('providers')} />
            <form method="post" action="/returns/lists" enctype="multipart/form-data">
              <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="kind" value="providers" />
              <Field field={{ name: 'file', label: 'The list as a CSV file', hint: `First line: ${listWords.providers.columns.join(', ')}. Several codes in one cell are divided by blanks.`, ...problem('file') }}><input class="box" type="file" id="file" name="file" accept=".csv" /></Field>
              <Line name="authority" label="What this list calls our own authority" optional="where it is not the three digits of the department" width={12} value={textOf(ask.body['authority'])} {...problem('authority')} />
              <Actions><Button kind="primary">Take it in</Button></Actions>
            </form>
          </Card>
        </>} aside={
          <Card title={listWords.postcodes.title}>
            <State kind="postcodes" list={of('postcodes')} />
            <p class="second">A list of all postcodes is too large for a page. Whoever looks after Kith takes it in: npm run kith -- lists postcodes FILE.csv. First line: {listWords.postcodes.columns.join(', ')}.</p>
          </Card>
        } />
      </Page>
    )
  },
})

export const takeListOnPage = form('/returns/lists', async (caller, ask, around) => {
  const [kind, file, authority] = [textOf(ask.body['kind']), textOf(ask.body['file']), textOf(ask.body['authority']).trim()]
  if (file === '') return again(listsPage, [{ question: 'file', problem: 'Choose the file.' }])(caller, ask, around)
  const came = await takeList.perform(caller, { kind, file, ...(authority ? { authority } : {}) }, ask.commandId)
  return 'problems' in came ? again(listsPage, came.problems)(caller, ask, around) : { go: `/returns/lists?taken=${kind}` }
})
