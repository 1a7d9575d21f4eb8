import type { Static } from '@sinclair/typebox'
import { Type } from '@sinclair/typebox'
import type { TableName } from '../../../content/returns/ssda903/tables.ts'
import { Id, OneOf, optional, shape } from '../../kernel/shape.ts'

export const returnKinds = ['ssda903'] as const
export type ReturnKind = (typeof returnKinds)[number]
export const kindInWords: Readonly<Record<ReturnKind, string>> = { ssda903: 'Children looked after (SSDA903)' }

export const AskForReturn = shape({ id: Id, kind: OneOf(returnKinds), year: Type.Integer({ minimum: 2023, maximum: 2027, problem: 'We make the returns of 2023 to 2027.' }) })
export type AskForReturn = Static<typeof AskForReturn>
export const SendReturn = shape({ id: Id, note: optional(Type.String({ maxLength: 1000 })) })
export const ExplainRule = shape({ personId: Id, kind: OneOf(returnKinds), rule: Type.String({ maxLength: 20, pattern: '^[0-9A-Z]{1,8}$' }), reason: optional(Type.String({ maxLength: 1000 })) })

/** One child's rows of a return: by table, each row its values in the order of the table's columns, as they go into the file. */
export type RowsOfChild = { readonly [T in TableName]?: readonly (readonly string[])[] }
export type ReturnChild = Readonly<{ personId: string; number: string; rows: RowsOfChild }>

/** How much a return holds and what was found in it. */
export type Counts = Readonly<{ children: number; rows: Readonly<Record<string, number>>; errors: number; queries: number; explained: number }>
export type Made = Readonly<{
  id: string; kind: ReturnKind; year: number; state: 'waiting' | 'made' | 'failed'; askedAt: string; askedBy: string | null; madeAt: string | null; counts: Counts | null; sha256: string | null
  sentAt: string | null; sentBy: string | null; sentNote: string | null
}>
export type Found = Readonly<{ personId: string; number: string; rule: string; severity: 'error' | 'query'; table: string; row: number; fields: readonly string[]; explained: string | null }>
/** What a rule finds in the record as it stands, of one child. `since`: the day of the first night that found it. */
export type StandingFinding = Readonly<{ personId: string; rule: string; severity: 'error' | 'query'; table: string; fields: readonly string[]; since: string; rows: number }>
