import { Message } from '../../../../platform/page/message.tsx'
import { councilSettings } from '../../../../record/access/council.ts'
import type { Asking } from '../../../../record/access/model.ts'
import { may } from '../../../../record/access/permissions.ts'

/** Whether other councils can know this one, by its own number; and whether the reader is the one to set it. Nothing where it is set. */
export async function numberMissing(asking: Asking): Promise<Readonly<{ sets: boolean }> | undefined> {
  return (await councilSettings(asking.db)).authority === '' ? { sets: may(asking.actor, 'council.configure') } : undefined
}

/** Said before anything is typed: without its own number a council neither hands a case over nor takes one in. */
export const NumberMissing = ({ missing }: { missing: Readonly<{ sets: boolean }> | undefined }) => missing ? (
  <Message kind="soon" title="This council’s own number is not set.">
    Other councils know us by it: a case goes out and comes in once it is there. {missing.sets ? <>Set it under <a href="/admin">Settings, Council</a>.</> : 'An administrator sets it under Settings, Council.'} If the family has moved already, ring the other council now.
  </Message>
) : null
