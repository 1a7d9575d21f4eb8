import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Message } from '../../../platform/page/message.tsx'
import type { WorkItem } from '../../../record/work/model.ts'
import type { Contact } from '../model/shown.ts'

const asked = (item: WorkItem) => item.kind === 'reopenRequest' && (item.state === 'open' || item.state === 'waiting' || item.state === 'returned')

/** Reopening and cancelling: quiet, at the foot, with a reason. Who may not decide asks those who may. */
export function Change({ contact, deciding, work, open }: { contact: Contact; deciding: boolean; work: readonly WorkItem[]; /** For whoever is led here to have it decided otherwise. */ open: boolean }) {
  const again = contact.state !== 'open'
  if (again && !deciding && contact.state !== 'decided') return null
  if (again && !deciding && work.some(asked)) return <Message kind="wait" icon="history" title="Somebody has asked to decide this again.">It waits with the managers of the front door.</Message>
  const way = !again ? 'cancel' : deciding ? 'reopen' : 'askAgain'
  const title = !again ? 'Cancel this contact' : !deciding ? 'Ask for it to be decided again' : contact.state === 'decided' ? 'Decide again' : 'Take up again'
  const why = !again ? 'Why it is cancelled: recorded twice, by mistake, or for another council' : deciding ? 'Why it is opened again' : 'Why it should be decided again'
  return (
    <details class="fold" open={open}>
      <summary><span class="fold-link">{title}</span></summary>
      <form method="post" action={`/contacts/${contact.id}`}>
        <input type="hidden" name="commandId" value={newId()} />
        <div class="field"><label class="field-label" for="changeReason">{why}</label><textarea class="box" id="changeReason" name="changeReason" rows={2} data-grow /></div>
        <p class="after-field"><Button kind="second" name="do" value={way}>{!again ? 'Cancel the contact' : deciding ? 'Open again' : 'Ask a manager'}</Button></p>
      </form>
    </details>
  )
}
