import { Actions, Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Message } from './message.tsx'
import { Line } from './fields/text.tsx'

/** What is asked for: a password, or six digits (or a recovery code), or a signature of the council's own sign-in in a tab of its own. */
export type AgainStep = 'password' | 'code' | 'provider'

/** Over the page: after a session ended, or before an act that asks for it. The words stay behind it, and only the same person carries on. */
export function SignInAgain({ id = 'sign-in-again', name, action, otherHref, hidden = {}, open = false, step = 'password', ended = true, problem, provider, passkey = false }: {
  id?: string; open?: boolean; name: string; action: string; otherHref?: string; hidden?: Readonly<Record<string, string>>; step?: AgainStep; ended?: boolean; problem?: string | undefined; provider?: string | undefined; passkey?: boolean
}) {
  return (
    <Dialog id={id} title={ended ? 'Sign in to carry on' : 'Show again that it is you'} open={open}>
      {ended ? <Message kind="wait" title="You were signed out." icon="lock">Your words are still here.</Message>
        : <Message kind="wait" title="This needs it because more than 15 minutes have passed." icon="lock">Your words are still here.</Message>}
      <form method="post" action={action}>
        {Object.entries(hidden).map(([key, value]) => <input type="hidden" name={key} value={value} />)}
        {problem ? <p class="field-problem" role="alert">{problem}</p> : null}
        {provider && step === 'password' ? <p><a href="/sign-in/council?next=/sign-in/done" target="_blank" rel="opener">Sign in with {provider}</a>, in a new tab, then come back here. Or with a password kept here:</p> : null}
        {passkey && step === 'code' ? <p><Button type="button" name="use-passkey" value="yes">Use your passkey</Button></p> : null}
        {step === 'password' ? <Line key="password" name="again-password" type="password" label={`Password of ${name}`} autocomplete="current-password" />
          : step === 'code' ? <Line key="code" name="again-code" label="Code" hint="The six digits your authenticator app shows, or a recovery code." autocomplete="one-time-code" width={12} />
            : <p><a href="/sign-in/council?again=1" target="_blank" rel="opener">Sign in at your council again</a>, in a new tab, then come back here.</p>}
        <Actions><Button kind="primary">{ended && step !== 'code' ? 'Sign in' : 'Carry on'}</Button>{otherHref ? <a href={otherHref}>I am somebody else</a> : <Button kind="quiet" type="button" name="not-now" value="not-now">Not now</Button>}</Actions>
      </form>
    </Dialog>
  )
}
