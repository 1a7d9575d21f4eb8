import { dayInWords, dayOf, timeOf, type Instant } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { PasskeyButton } from '../../../platform/page/passkey.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { endOwnSessions, readRecoveryNotices, removeFactor, witnessRecovery } from '../../../record/access/commands/identity.ts'
import { changePassword } from '../../../record/access/commands/staff.ts'
import type { Caller, Outcome } from '../../../record/access/act.ts'
import { ownSignIns } from '../../../record/access/identity/account.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { deviceInWords } from './device.ts'

const path = '/account/sign-ins'
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const whenInWords = (at: Instant): string => `${dayInWords(dayOf(at))} at ${timeOf(at)}`
const methods = { password: 'password', code: 'password and authenticator', passkey: 'password and passkey', recoveryCode: 'password and recovery code', provider: 'your council’s sign-in' } as const
const saved: Readonly<Record<string, string>> = { ended: 'Those sign-ins are over.', removed: 'It is taken away.', codes: 'Your recovery codes are made. Any you had before are void.', password: 'Your password is changed, and every other sign-in of yours is over.', added: 'It is set up. You are asked for it when you sign in.', read: 'Noted.', witnessed: 'Done. They are told when they sign in.', declined: 'Declined. Nothing was changed.' }
const Hidden = ({ what, id }: { what: string; id?: string }) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} />{id ? <input type="hidden" name="id" value={id} /> : null}</>
const problemOf = (ask: Ask, question: string) => { const found = ask.problems.find((p) => p.question === question); return found ? { problem: found.problem } : {} }
type Found = Awaited<ReturnType<typeof ownSignIns.of>>

const Sessions = ({ found }: { found: Found }) => (
  <Card id="sessions" title="Where you are signed in" aside={String(found.sessions.length)}>
    <ul class="lines">{found.sessions.map((one) => (
      <li>
        <p><strong>{deviceInWords(one.device)}</strong>{one.id === found.here ? <> <Tag>This one</Tag></> : null}
          <span class="second">Since {whenInWords(one.startedAt)}, with {methods[one.method]}. Last used at {timeOf(one.lastAt)}.</span></p>
        {one.id === found.here ? null : <form method="post" action={path}><Hidden what="end" id={one.id} /><Button kind="row" about={`${deviceInWords(one.device)}, since ${whenInWords(one.startedAt)}`}>End it</Button></form>}
      </li>))}</ul>
    {found.sessions.length > 1 ? <form method="post" action={path}><Hidden what="endOthers" /><Actions><Button>End all but this one</Button></Actions></form> : null}
  </Card>
)

const Factors = ({ found }: { found: Found }) => (
  <Card id="factors" title="Second factor" lede={found.factors.length === 0 ? 'With a second factor a stolen password opens nothing.' : undefined}>
    {found.factors.length > 0 ? <ul class="lines">{found.factors.map((one) => (
      <li><p><strong>{one.label}</strong><span class="second">Set up on {dayInWords(dayOf(one.madeAt))}{one.usedAt ? `, last used ${whenInWords(one.usedAt)}` : ''}</span></p>
        <form method="post" action={path} data-prove><Hidden what="remove" id={one.id} /><Button kind="row" about={one.label}>Take it away</Button></form></li>))}</ul> : null}
    <div class="ways">
      <form method="post" action="/account/authenticator" data-prove><Button>{found.factors.some((one) => one.kind === 'code') ? 'Add another authenticator' : 'Set up an authenticator app'}</Button></form>
      <PasskeyButton place="add" next={`${path}?saved=added`}>Add a passkey</PasskeyButton>
    </div>
    {found.factors.length > 0 ? <form method="post" action="/account/recovery-codes" data-prove><p>{found.codesLeft === 0 ? 'You have no recovery codes left for the day your phone is lost.' : `${found.codesLeft} of your recovery codes ${found.codesLeft === 1 ? 'is' : 'are'} left for the day your phone is lost.`} <Button kind="quiet">Make ten new ones</Button></p></form> : null}
  </Card>
)

/** Where one is signed in and how: everything is ended, added and taken away here. */
export const accountPage = page(path, {
  what: 'page.signIns',
  may: 'account.own',
  load: (asking) => ownSignIns.of(asking, {}),
  view: (found, frame, ask) => (
    <Page {...frame} title="Your sign-ins" problemCount={ask.problems.length}>
      <PageHead title="Your sign-ins" lede="Where you are signed in now, and how. Is something here not yours? End it, change your password and tell your administrator." />
      <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
      {ask.query.saved && saved[ask.query.saved] ? <Confirmation title={saved[ask.query.saved] ?? ''} /> : null}
      {found.notices.map((one) => (
        <Message kind="late" icon="warning" title={`Your second factor was taken away on ${whenInWords(one.at)}.`}>
          {one.askedBy} asked for it and {one.witness} confirmed that it was you. If it was not, tell your manager and the privacy officer now.
          <form method="post" action={path}><Hidden what="read" /><Button kind="row">It was me</Button></form>
        </Message>))}
      <Columns main={<>
        {found.toWitness.map((one) => (
          <Card id={`witness-${one.id}`} title={`Is it ${one.name}?`} lede={`${one.askedBy} asked on ${whenInWords(one.askedAt)} to take a lost second factor off the account of ${one.name}${one.jobTitle ? `, ${one.jobTitle}` : ''}.`}>
            <p>{one.reason}</p>
            <p>See them or ring them on a number you know before you confirm. Both your names are kept, and they are told.</p>
            <form method="post" action={path} data-prove><Hidden what="witness" id={one.id} /><Actions><Button kind="primary" name="agreed" value="yes">I know that it is them</Button><Button name="agreed" value="no">I do not</Button></Actions></form>
          </Card>))}
        <Sessions found={found} />
      </>} aside={<>
        <Factors found={found} />
        {found.hasPassword ? (
          <Card id="own-password" title="Password">
            <details class="fold" open={text(ask.body.what) === 'password'}><summary><span class="fold-link">Change your password</span></summary>
              <form method="post" action={path} data-prove><Hidden what="password" />
                <Line name="password" type="password" autocomplete="new-password" label="New password" hint="Twelve characters or more. Three words that do not belong together are good." {...problemOf(ask, 'password')} />
                <Actions><Button>Change it</Button></Actions></form>
            </details>
          </Card>) : null}
      </>} />
    </Page>
  ),
})

async function change(caller: Caller, ask: Ask): Promise<readonly [Outcome<unknown>, string]> {
  const id = text(ask.body.id)
  switch (text(ask.body.what)) {
    case 'end': return [await endOwnSessions.perform(caller, { only: id }, ask.commandId), 'ended']
    case 'endOthers': return [await endOwnSessions.perform(caller, {}, ask.commandId), 'ended']
    case 'remove': return [await removeFactor.perform(caller, { id }, ask.commandId), 'removed']
    case 'password': return [await changePassword.perform(caller, { password: text(ask.body.password) }, ask.commandId), 'password']
    case 'witness': return [await witnessRecovery.perform(caller, { id, agreed: ask.body.agreed === 'yes' }, ask.commandId), ask.body.agreed === 'yes' ? 'witnessed' : 'declined']
    default: return [await readRecoveryNotices.perform(caller, {}, ask.commandId), 'read']
  }
}

export const changeAccount = form(path, async (caller, ask, around) => {
  const [outcome, done] = await change(caller, ask)
  return 'problems' in outcome ? again(accountPage, outcome.problems)(caller, ask, around) : { go: `${path}?saved=${done}` }
})
