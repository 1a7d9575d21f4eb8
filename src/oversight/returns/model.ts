import type { Static } from '@sinclair/typebox'
import { Type } from '@sinclair/typebox'
import type pg from 'pg'
import type { TableName } from '../../../content/returns/ssda903/tables.ts'
import type { ListName } from '../../../content/returns/annexA/lists.ts'
import { coveredCensusYears } from '../../../content/returns/cin/rows.ts'
import { coveredYears903 } from '../../../content/returns/ssda903/child.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Need } from '../../engine/returns/model.ts'
import { Day, Id, OneOf, optional, shape } from '../../kernel/shape.ts'
import type { Documents } from '../../platform/documents.ts'
import type { Told } from './cin/model.ts'

/** The returns that the department's rules are held of. */
export const ruledKinds = ['ssda903', 'cin'] as const
export type RuledKind = (typeof ruledKinds)[number]
export const returnKinds = [...ruledKinds, 'annexA'] as const
export type ReturnKind = (typeof returnKinds)[number]
export const kindInWords: Readonly<Record<ReturnKind, string>> = { ssda903: 'Children looked after (SSDA903)', cin: 'Children in need census (CIN)', annexA: 'Inspection lists (Annex A)' }
/** The years of which the department's rules are held. */
export const coveredYears: Readonly<Record<RuledKind, Readonly<{ first: number; last: number }>>> = { ssda903: coveredYears903, cin: coveredCensusYears }

/** The ways in: `reports` reads everybody and writes nothing, `jobs` keeps what was made. */
export type Ways = Readonly<{ reports: pg.Pool; jobs: pg.Pool; /** How its rows are kept. */ documents: Documents }>

/** Stands in a census until the council has said its number. */
export const unknownAuthority = '000'

export const AskForReturn = shape({ id: Id, kind: OneOf(returnKinds), year: Type.Integer({ minimum: 2023, maximum: 2027, problem: 'We make the returns of 2023 to 2027.' }), asAt: optional(Day) })
export type AskForReturn = Static<typeof AskForReturn>
export const SendReturn = shape({ id: Id, note: optional(Type.String({ maxLength: 1000 })) })
export const ExplainRule = shape({ personId: Id, kind: OneOf(returnKinds), rule: Type.String({ maxLength: 20, pattern: '^[0-9A-Z]{1,8}$' }), reason: optional(Type.String({ maxLength: 1000 })) })

/** One child's rows of a return: of SSDA903 by table, each row its values in the order of the table's columns, as they go into the file; of Annex A by list in the same way; of a census the child's element. */
export type RowsOfChild = { readonly [T in TableName | ListName]?: readonly (readonly string[])[] } & Readonly<{ Child?: Told }>
/** Adopters stand in a list of Annex A: they are told by their household, and are no child. */
export const isChild = ({ rows }: Pick<ReturnChild, 'rows'>): boolean => rows['List 11'] === undefined
export type ReturnChild = Readonly<{ personId: string; number: string; rows: RowsOfChild }>

/** How much a return holds and what was found in it. */
export type Counts = Readonly<{ children: number; rows: Readonly<Record<string, number>>; errors: number; queries: number; explained: number
  /** What only the whole return shows, and of no child alone. */
  whole?: readonly Readonly<{ rule: string; severity: 'error' | 'query' }>[]
  /** The three digits of the authority, in the header of a census. */
  authority?: string
  /** What rules asked for and was not there: they were not run. */
  without?: readonly Need[]
}>
/** What is done to make a return, one after the other. */
export const steps = ['reading', 'checking', 'keeping'] as const
export type Step = (typeof steps)[number]
export type Made = Readonly<{
  id: string; kind: ReturnKind; year: number; asAt: string | null; state: 'waiting' | 'made' | 'failed'; /** Nothing: it waits its turn. */ step: Step | null; askedAt: string; askedBy: string | null; madeAt: string | null; counts: Counts | null; sha256: string | null
  sentAt: string | null; sentBy: string | null; sentNote: string | null
}>
export type Found = Readonly<{ personId: string; number: string; rule: string; severity: 'error' | 'query'; table: string; row: number; fields: readonly string[]; explained: string | null }>
/** What a rule finds in the record as it stands, of one child. `since`: the day of the first night that found it. */
export type StandingFinding = Readonly<{ personId: string; kind: ReturnKind; rule: string; severity: 'error' | 'query'; table: string; fields: readonly string[]; since: string; rows: number }>
/** What a rule found of one child, from the first night to the first that did not find it any more. */
export type Stretch = Readonly<{ personId: string; severity: 'error' | 'query'; from: PlainDate; gone: PlainDate | null }>
