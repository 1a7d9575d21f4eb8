import { Type, type Static, type TSchema } from '@sinclair/typebox'
import type { Told } from '../../../oversight/returns/cin/model.ts'
import type { Fragment } from './model.ts'
import { Day, Id, OneOf, optional, shape } from '../../../kernel/shape.ts'

const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Code = Type.String({ minLength: 1, maxLength: 60 })
/** A kept element, as deep as it is. */
const FragmentShape = Type.Unsafe<Fragment>(Type.Object({ name: Type.String(), line: Type.Integer() }))
const ToldShape = Type.Unsafe<Told>(Type.Array(Type.Unknown()))
const Line = Type.Integer({ minimum: 1 })
const Path = Type.String({ maxLength: 2000 })

const Assessment = shape({ id: Id, workId: Id, startedOn: Day, authorisedOn: orNull(Day), factors: Type.Array(Code), line: Line })
const Referral = shape({
  id: Id, receivedOn: Day, sourceCode: orNull(Code), primaryNeed: orNull(Code), noFurtherAction: Type.Boolean(),
  closedOn: orNull(Day), closeReason: orNull(Code), line: Line, closureLine: Line, assessments: Type.Array(Assessment),
})

/** A child of a file, as the command `exchange.takeChild` takes it: our codes, and ids that are the same for the same child in every file. */
export const TakeChild = shape({
  importId: Id,
  /** The n-th child of the file. */
  child: Type.Integer({ minimum: 1 }),
  line: Line,
  authority: Type.String({ pattern: '^\\d{3}$' }),
  year: Type.Integer(),
  personId: Id,
  taskId: Id,
  /** Where the person came from, where it was no census. */
  source: optional(Type.String({ maxLength: 60 })),
  unborn: Type.Boolean(),
  identifiers: Type.Array(shape({ kind: OneOf(['localChildId', 'upn', 'formerUpn']), value: Type.String({ minLength: 1, maxLength: 200 }), path: Path })),
  facts: Type.Array(shape({ kind: OneOf(['bornOn', 'dueOn', 'diedOn', 'sex', 'ethnicity', 'disability']), value: Code, path: Path })),
  referrals: Type.Array(Referral),
  keptAside: Type.Array(shape({ id: Id, path: Path, line: Line, outcome: OneOf(['kept aside', 'refused']), reason: Type.String(), fragment: FragmentShape, referralId: orNull(Id) })),
  findings: Type.Array(shape({ path: Path, line: Line, outcome: OneOf(['taken', 'kept aside', 'refused']), reason: Type.String(), elements: Type.Integer({ minimum: 0 }) })),
})
export type TakeChild = Static<typeof TakeChild>

/** Children of a file as it tells of them, as far as the structure holds it. */
export const AsTheyCame = shape({ importId: Id, year: Type.Integer(), children: Type.Array(shape({ personId: Id, number: Type.String(), told: ToldShape }), { maxItems: 100 }) })
export type AsTheyCame = Static<typeof AsTheyCame>

/** Something of the file that the record says otherwise since: the record stays as it is. */
export type Contested = Readonly<{ path: string; line: number; value: string; reason: string }>

/** What taking a child changed. Nothing at all when the same was taken before. */
export type TakenChild = Readonly<{
  person: 'new' | 'known'
  /** Rows of the record added or changed. */
  added: number
  changed: number
  contested: readonly Contested[]
}>

/** What the record holds of a child before a file is taken. `mine`: written by an import; `current`: not superseded. */
export type Standing = Readonly<{
  /** Null for a child no import told of before. */
  origin: Readonly<{ year: number }> | null
  kind: 'person' | 'unborn' | null
  facts: readonly Readonly<{ id: string; kind: string; value: string; mine: boolean; current: boolean }>[]
  identifiers: readonly Readonly<{ id: string; kind: string; value: string; mine: boolean; current: boolean }>[]
  referrals: readonly Readonly<{ id: string; primary_need: string | null; no_further_action: boolean; closed_on: string | null; version: number }>[]
  assessments: readonly Readonly<{ id: string; authorised_on: string | null; state: string; version: number; begun: boolean }>[]
  factors: readonly Readonly<{ assessment_id: string; factor: string }>[]
  /** Which of the pieces of work that imports opened for this child are still open. */
  openWork: readonly string[]
}>
