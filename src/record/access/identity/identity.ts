import type pg from 'pg'
import type { Clock } from '../../../platform/clock.ts'
import type { Keys } from '../../../platform/keys.ts'
import type { Role } from '../model.ts'

/** What signing in works with. */
export type Identity = Readonly<{ pool: pg.Pool; clock: Clock; keys: Keys }>

export type FactorKind = 'code' | 'passkey'
/** How somebody showed who they are. */
export type Method = 'password' | 'code' | 'passkey' | 'recoveryCode' | 'provider'

/** Of whom a council asks a second factor. `offered`: of nobody, for councils of invented people. */
export const secondFactorRules = ['required', 'administrators', 'offered'] as const
export type SecondFactorRule = (typeof secondFactorRules)[number]
export const secondFactorKey = 'identity.secondFactor'

/** Somebody as signing in knows them. */
export type Signer = Readonly<{ id: string; name: string; email: string | null; mustEnrol: boolean; hasPassword: boolean; roles: readonly Role[]; kinds: readonly FactorKind[] }>

/** Whether this person may not come in without a second factor (access policy, rules 15 and 25). */
export const needsFactor = (signer: Pick<Signer, 'roles' | 'mustEnrol'>, rule: SecondFactorRule): boolean =>
  signer.mustEnrol || rule === 'required' || (rule === 'administrators' && signer.roles.some((role) => role === 'administrator' || role === 'privacy' || role === 'records'))
