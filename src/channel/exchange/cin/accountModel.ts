import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

/** What the page of an import reads of the account that was kept with it. */
const Account = Type.Object({
  yearRemark: Type.Union([Type.String(), Type.Null()]),
  children: Type.Integer(),
  balanced: Type.Boolean(),
  counts: Type.Object({ read: Type.Integer(), taken: Type.Integer(), keptAside: Type.Integer(), refused: Type.Integer() }),
  findings: Type.Array(Type.Object({ outcome: Type.String(), path: Type.String(), reason: Type.String(), count: Type.Integer(), elements: Type.Integer(), lines: Type.Array(Type.Integer()) })),
})
export type Account = Static<typeof Account>

/** The account as it was kept; undefined while an import is not finished. */
export const accountIn = (kept: unknown): Account | undefined => (Value.Check(Account, kept) ? kept : undefined)
