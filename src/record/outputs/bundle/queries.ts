import type { Asking } from '../../access/model.ts'
import * as store from './store.ts'

/** Agencies that a copy may go to. */
export const agenciesToSendTo = (asking: Asking): Promise<readonly { id: string; name: string }[]> => store.agencies(asking.db)
