import { newId } from '../../../kernel/ids.ts'
import { dayInWords, dayOf, timeOf } from '../../../kernel/dates.ts'
import { Card } from '../../../platform/page/card.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Choice, Select } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import type { SecondFactorRule } from '../../../record/access/identity/identity.ts'
import type { Ask } from '../../../record/access/page.ts'
import type { signInsOf } from '../../../record/access/identity/account.ts'
import { deviceInWords } from '../identity/device.ts'

export type SignIns = Awaited<ReturnType<typeof signInsOf.of>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const Hidden = ({ what, actorId }: { what: string; actorId: string }) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /><input type="hidden" name="actorId" value={actorId} /></>

/** Where a colleague is signed in, and what to do when they lost their second factor: for an administrator, with a witness. */
export const SignInsOf = ({ actorId, name, found, ask, action }: { actorId: string; name: string; found: SignIns; ask: Ask; action: string }) => {
  const problem = (question: string) => { const one = ask.problems.find((p) => p.question === question); return one ? { problem: one.problem } : {} }
  const factor = found.kinds.includes('passkey') ? 'a passkey' : found.kinds.includes('code') ? 'an authenticator' : undefined
  return (
    <>
      <h3 class="group-title">Signing in</h3>
      <p>{found.sessions.length === 0 ? 'Not signed in now.' : `Signed in now: ${found.sessions.map((one) => `${deviceInWords(one.device)}, since ${dayInWords(dayOf(one.startedAt))} at ${timeOf(one.startedAt)}`).join('; ')}.`} {factor ? `With ${factor} besides the password.` : 'Without a second factor.'}</p>
      {found.sessions.length > 0 ? <form method="post" action={action} data-prove><Hidden what="endSessions" actorId={actorId} /><Button kind="row" about={`of ${name}`}>End these sign-ins</Button></form> : null}
      {factor ? (
        <details class="fold" open={text(ask.body.what) === 'recover'}><summary><span class="fold-link">They lost their second factor</span></summary>
          <form method="post" action={action} data-prove><Hidden what="recover" actorId={actorId} />
            <p>Two people must know that it is them: you, and a witness, who is asked on their page of sign-ins. When the witness confirms, the lost factor, the recovery codes and all open sign-ins of {name} end. They choose a new one when they next sign in, and are told who did this.</p>
            <Select name="witnessId" label="Witness" empty="Choose somebody who knows them" value={text(ask.body.witnessId)} options={found.witnesses.map((one) => ({ value: one.id, label: one.jobTitle ? `${one.name}, ${one.jobTitle}` : one.name }))} {...problem('witnessId')} />
            <Words name="reason" id="recover-reason" label="How do you know that it is them?" hint="Whom you saw, or rang on which known number. At least 20 characters." rows={2} value={text(ask.body.what) === 'recover' ? text(ask.body.reason) : ''} {...problem('reason')} />
            <Button kind="row">Ask the witness</Button>
          </form>
        </details>) : null}
    </>
  )
}

/** Of whom a second factor is asked. A council of invented people only offers one, until somebody chooses here. */
export const SignInRule = ({ rule, action }: { rule: SecondFactorRule; action: string }) => (
  <Card id="sign-in-rule" title="Second factor" lede={rule === 'offered' ? 'Offered to everybody and asked of nobody: this is a council of invented people.' : undefined}>
    <form method="post" action={action} data-prove><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="rule" />
      <Choice name="rule" label="It is asked of" value={rule} options={[{ value: 'required', label: 'Everybody' }, { value: 'administrators', label: 'Administrators, records and the privacy officer', hint: 'The others may set one up.' }]} />
      <Actions><Button>Change it</Button></Actions>
    </form>
  </Card>
)
