import type { PlainDate } from '../../../kernel/dates.ts'

/** A referral as it is of one child. */
export type Case = Readonly<{ referralId: string; contactId: string | null; receivedOn: PlainDate; source: string | null; primaryNeed: string | null; noFurtherAction: boolean; closedOn: PlainDate | null; closeReason: string | null }>
