import { Actions, Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Message } from './message.tsx'
import { Line } from './fields/text.tsx'

/** Over the form after a session ended: the words stay behind it, and the same person signs in to carry on. */
export function SignInAgain({ id = 'sign-in-again', name, action, otherHref, hidden = {}, open = false }: { id?: string; open?: boolean; name: string; action: string; otherHref: string; hidden?: Readonly<Record<string, string>> }) {
  return (
    <Dialog id={id} title="Sign in to carry on" open={open}>
      <Message kind="wait" title="You were signed out." icon="lock">Your words are still here.</Message>
      <form method="post" action={action}>
        {Object.entries(hidden).map(([key, value]) => <input type="hidden" name={key} value={value} />)}
        <Line name="again-password" type="password" label={`Password of ${name}`} autocomplete="current-password" />
        <Actions><Button kind="primary">Sign in</Button><a href={otherHref}>I am somebody else</a></Actions>
      </form>
    </Dialog>
  )
}
