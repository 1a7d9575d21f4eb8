import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { closureReasons } from '../../../../content/codes/work.ts'
import { codeOfReturn } from '../../../kernel/codes.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import type { Fragment } from './model.ts'
import * as resume from './resumeStore.ts'
import * as store from './store.ts'

/** Something that was kept aside, with whose it is. */
export type Kept = Readonly<{ id: string; personId: string; importId: string; referralId: string | null; path: string; line: number; reason: string; fragment: Fragment }>

/** Knows how to take one kind of element into the record, now that it has a place there or its day has come. */
export type Taker = Readonly<{
  path: string
  /** What happened, and what else was taken with it; null when it has to wait longer. */
  take: (asking: Asking, kept: Kept) => Promise<Readonly<{ happened: readonly Happening[]; with: readonly string[] }> | null>
}>

const dayOf = (fragment: Fragment): PlainDate | null => {
  const text = (fragment.text ?? '').trim().slice(0, 10)
  return isPlainDate(text) ? text : null
}

/** A closure that lay ahead when its file was taken: when its day has come the referral closes, with its reason. */
const laterClosure: Taker = {
  path: 'Child/CINdetails/CINclosureDate',
  async take(asking, kept) {
    const closedOn = dayOf(kept.fragment)
    if (!closedOn || closedOn > asking.today || !kept.referralId) return null
    const reason = await resume.besideIt(asking.db, kept, 'Child/CINdetails/ReasonForClosure')
    const code = reason?.fragment.text?.trim() ?? null
    if (closedOn < (await resume.receivedOn(asking.db, kept.referralId))) return null
    const closed = await store.closeReferral(asking.db, kept.personId, kept.referralId, closedOn, code === null ? null : (codeOfReturn(closureReasons, code) ?? code), asking.now)
    if (closed === 0) return null
    return { happened: [{ kind: 'referral.closed', people: [kept.personId], on: closedOn, subject: { kind: 'referral', id: kept.referralId } }], with: reason ? [reason.id] : [] }
  },
}

/** What this council's version can take later. A module that brings a place for more adds its line. */
export const takers: readonly Taker[] = [laterClosure]
