import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { PrivacyTabs } from '../../../platform/page/privacy-tabs.tsx'
import { answer } from '../../../record/access/act.ts'
import { reviewMany } from '../../../record/access/evidence/commands.ts'
import type { ManyOpened } from '../../../record/access/evidence/model.ts'
import { findForReview, manyToReview, unusualViewing, unusualWaiting } from '../../../record/access/evidence/queries.ts'
import type { Asking } from '../../../record/access/model.ts'
import { form, page, type Frame } from '../../../record/access/page.ts'
import { openingsToReview, staff } from '../../../record/access/queries.ts'
import { whenInWords } from './lines.tsx'

type Found = Readonly<{ personId: string; name: string; bornOn: PlainDate | null }>
type Desk = Readonly<{ openings: number; unusual: number; weeks: number; many: readonly ManyOpened[]; accounts: readonly Readonly<{ id: string; name: string; jobTitle: string | null; active: boolean }>[]; name?: string; found?: readonly Found[] }>

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const load = async (asking: Asking): Promise<Desk> => ({
  openings: (await openingsToReview.of(asking, {})).openings.length, unusual: await unusualWaiting(asking), weeks: (await unusualViewing.of(asking, {})).weeks.length, many: (await manyToReview.of(asking, {})).many,
  accounts: (await staff.of(asking, {})).accounts,
})

const ManyCard = ({ one }: { one: ManyOpened }) => (
  <Card kind="seal" id={`many-${one.id}`} title={`${one.actor}${one.jobTitle ? `, ${one.jobTitle}` : ''} opened ${one.people} records within ${one.span === 'hour' ? 'an hour' : 'a day'}`} lede={`The measure is ${one.measure}. Found ${whenInWords(one.foundAt)}; the account is slowed down until ${whenInWords(one.slowedUntil)}, or until you have looked.`}>
    <p><a href={`/privacy/accounts/${one.actorId}`}>What they did</a></p>
    <form method="post" action="/privacy/many"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={one.id} />
      <Words id={`note-${one.id}`} name="note" label={`What did you find out about ${one.actor}?`} rows={2} /><Actions><Button kind="second">Looked at</Button></Actions></form>
  </Card>
)

const DeskPage = ({ frame, desk, problem, account, many }: { frame: Frame; desk: Desk; problem?: string; account?: string; many?: { id: string; words: string } }) => (
  <Page {...frame} title="Privacy" place="privacy" problemCount={problem || account || many ? 1 : 0}>
    <PageHead title="Privacy" lede="Who looked at what, and why. What you read here is kept in the audit, too." />
    <PrivacyTabs here="desk" />
    <ErrorSummary problems={[...(problem ? [{ field: 'name', words: problem }] : []), ...(account ? [{ field: 'account', words: account }] : []), ...(many ? [{ field: `note-${many.id}`, words: many.words }] : [])]} />
    <Columns
      main={<>
        {desk.many.map((one) => <ManyCard one={one} />)}
        <Card title="Who looked at somebody’s record?" lede="For somebody who asks who has looked at their record. Restricted and sealed records are not found by a name.">
          <form method="post" action="/privacy/find">
            <input type="hidden" name="commandId" value={newId()} />
            <Line name="name" label="The whole name" value={desk.name ?? ''} autocomplete="off" problem={problem} />
            <Actions><Button kind="second">Find the record</Button></Actions>
          </form>
          {desk.found === undefined ? null : desk.found.length === 0 ? <EmptyState title="No open record has exactly this name.">Try the name as it stands on a letter from the council.</EmptyState> : (
            <ul class="lines">{desk.found.map((one) => <li><p><a class="name" href={`/people/${one.personId}/looked`}>{one.name}</a><span class="second">{one.bornOn ? `born ${dayInWords(one.bornOn)}` : 'day of birth not recorded'}</span></p></li>)}</ul>
          )}
        </Card>
        <Card title="What did an account do?">
          <form method="post" action="/privacy/accounts">
            <input type="hidden" name="commandId" value={newId()} />
            <Select name="account" label="Account" empty="Choose" problem={account} options={desk.accounts.map((one) => ({ value: one.id, label: `${one.name}${one.jobTitle ? `, ${one.jobTitle}` : ''}${one.active ? '' : ' (closed)'}` }))} />
            <Actions><Button kind="second">Show what they did</Button></Actions>
          </form>
        </Card>
      </>}
      aside={<>
        <Card title="Openings to look at" aside={String(desk.openings)}><p>{desk.openings === 0 ? 'Every opening has been looked at.' : <a href="/privacy/openings">Records opened with a reason</a>}</p></Card>
        <Card title="Unusual viewing" aside={String(desk.unusual)}><p><a href="/privacy/unusual">{desk.weeks === 0 ? 'No week was looked through yet' : desk.unusual === 0 ? 'Every line has been looked at' : 'What stood out, to look at'}</a></p></Card>
      </>} />
  </Page>
)

/** Where the privacy officer begins. */
export const deskPage = page('/privacy', { what: 'page.privacy', may: 'audit.read', load, view: (desk, frame) => <DeskPage frame={frame} desk={desk} /> })

/** By a form that is sent, so that the name stands in no address. */
export const findRecord = form('/privacy/find', async (caller, ask, around) => {
  const name = textOf(ask.body['name'])
  const [desk, frame] = await answer(caller, findForReview.name, findForReview.may, async (asking) =>
    [{ ...(await load(asking)), name, ...(name === '' ? {} : await findForReview.of(asking, { name: name.slice(0, 200) })) }, await around.frame(asking)] as const)
  return { html: <DeskPage frame={frame} desk={desk} {...(name === '' ? { problem: 'Write the name.' } : {})} />, status: name === '' ? 422 : 200 }
})

export const chooseAccount = form('/privacy/accounts', async (caller, ask, around) => {
  const account = textOf(ask.body['account'])
  if (account !== '') return { go: `/privacy/accounts/${encodeURIComponent(account)}` }
  const [desk, frame] = await answer(caller, 'page.privacy', 'audit.read', async (asking) => [await load(asking), await around.frame(asking)] as const)
  return { html: <DeskPage frame={frame} desk={desk} account="Choose an account." />, status: 422 }
})

export const lookedAtMany = form('/privacy/many', async (caller, ask, around) => {
  const outcome = await reviewMany.perform(caller, { id: textOf(ask.body['id']), note: textOf(ask.body['note']) }, ask.commandId)
  if (!('problems' in outcome)) return { go: '/privacy' }
  const [desk, frame] = await answer(caller, 'page.privacy', 'audit.read', async (asking) => [await load(asking), await around.frame(asking)] as const)
  return { html: <DeskPage frame={frame} desk={desk} many={{ id: textOf(ask.body['id']), words: outcome.problems[0]?.question === 'note' ? 'Write what you found out.' : (outcome.problems[0]?.problem ?? '') }} />, status: 422 }
})
