import { contactSources } from '../../../content/codes/contact.ts'
import { overdueReasons } from '../../../content/codes/work.ts'
import { labelNow } from '../../record/access/own/now.ts'
import type { Contact } from './model/shown.ts'

/** Why it was late, in this council's words; what somebody wrote instead of choosing stays as it is. */
export const lateInWords = (reason: string): string => labelNow(overdueReasons, reason)

/** `Oakfield Primary School`, `a neighbour, friend or childminder`, `somebody who gave no name`. */
export const fromWhom = (contact: Pick<Contact, 'fromKind' | 'fromAgency' | 'fromName' | 'source'>): string => {
  if (contact.fromKind === 'anonymous') return 'somebody who gave no name'
  const label = contact.source ? labelNow(contactSources, contact.source) : 'Somebody'
  return contact.fromAgency ?? contact.fromName ?? label.charAt(0).toLowerCase() + label.slice(1)
}
