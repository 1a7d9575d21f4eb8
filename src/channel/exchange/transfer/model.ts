import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape } from '../../../kernel/shape.ts'
import { addressKinds, factKinds, identifierKinds, nameKinds, relationshipKinds } from '../../../record/people/model.ts'

const Text = (most: number) => Type.String({ maxLength: most })
const MaybeDay = Type.Union([Day, Type.Null()])
const span = { from: MaybeDay, to: MaybeDay }

/** Somebody of a bundle, as the record of the giving council holds them. `id`: who they are there. */
export const BundlePerson = shape({
  id: Id, part: OneOf(['child', 'adult']), unborn: Type.Boolean(),
  names: Type.Array(shape({ kind: OneOf(nameKinds), given: Text(200), family: Text(200), ...span }), { maxItems: 40 }),
  facts: Type.Array(shape({ kind: OneOf(factKinds), value: Text(4000), about: Type.Union([Text(60), Type.Null()]), ...span }), { maxItems: 200 }),
  identifiers: Type.Array(shape({ kind: OneOf(identifierKinds), value: Text(60) }), { maxItems: 20 }),
  addresses: Type.Array(shape({ kind: OneOf(addressKinds), lines: Type.Array(Text(200), { maxItems: 6 }), postcode: Type.Union([Text(10), Type.Null()]), ...span }), { maxItems: 60 }),
  warnings: Type.Array(shape({ kind: Text(60), words: Text(4000), reviewOn: Day, from: Day }), { maxItems: 40 }),
})
export type BundlePerson = Static<typeof BundlePerson>

export const BundleRelationship = shape({ personId: Id, otherId: Id, kind: OneOf(relationshipKinds), parentalResponsibility: Type.Union([OneOf(['yes', 'no', 'notKnown']), Type.Null()]), ...span })
export type BundleRelationship = Static<typeof BundleRelationship>

const Block = Type.Union([
  shape({ kind: Type.Literal('heading'), level: Type.Union([Type.Literal(2), Type.Literal(3)]), words: Text(4000) }),
  shape({ kind: Type.Literal('paragraph'), words: Text(60_000) }),
  shape({ kind: Type.Literal('list'), rows: Type.Array(Text(4000), { maxItems: 400 }) }),
  shape({ kind: Type.Literal('table'), caption: Text(400), columns: Type.Array(Text(200), { maxItems: 12 }), rows: Type.Array(Type.Array(Text(8000), { maxItems: 12 }), { maxItems: 1000 }) }),
  shape({ kind: Type.Literal('quote'), words: Text(20_000), by: Text(200) }),
  shape({ kind: Type.Literal('signatures'), names: Type.Array(Text(200), { maxItems: 20 }) }),
])

/** Kinds of what a bundle tells besides people. */
export const pieceKinds = ['entry', 'onPlan', 'plan', 'meeting', 'assessment', 'order', 'placement', 'careFact', 'professional'] as const
export type PieceKind = (typeof pieceKinds)[number]
export const pieceTitles: Readonly<Record<PieceKind, string>> = {
  onPlan: 'On a plan', plan: 'The plan as it stands', meeting: 'The last conference or review', assessment: 'The last assessment, as it was asked', order: 'Orders and legal statuses', placement: 'Placements',
  careFact: 'Health, education and reviews in care', professional: 'Who works with the family', entry: 'Chronology',
}
export const OnPlan = shape({ plan: Text(60), category: Type.Union([Text(60), Type.Null()]), firstCategory: Type.Union([Text(60), Type.Null()]), startedOn: Day, endedOn: MaybeDay, endReason: Type.Union([Text(60), Type.Null()]) })
export type OnPlan = Static<typeof OnPlan>
export const BundleOrder = shape({ code: Text(60), kind: OneOf(['lookedAfter', 'order']), court: Type.Union([Text(200), Type.Null()]), caseNumber: Type.Union([Text(60), Type.Null()]), from: Day, to: MaybeDay, expiresOn: MaybeDay })

/** A time in care at the other council, and where the child lived in it. `place`: only of where they live now, and never what is hidden there. */
export const BundlePeriod = shape({ from: Day, to: MaybeDay, need: Text(60), endReason: Type.Union([Text(60), Type.Null()]) })
export const BundlePlacement = shape({ kind: Text(60), provider: Type.Union([Text(60), Type.Null()]), from: Day, to: MaybeDay, place: optional(shape({ name: Text(200), urn: Type.Union([Text(20), Type.Null()]), postcode: Type.Union([Text(10), Type.Null()]) })) })
export const BundleFact = shape({ kind: Text(60), to: MaybeDay, answers: Type.Record(Type.String({ maxLength: 60 }), Text(4000)) })
/** A line of a plan, to be brought forward; and who does what for it, apart, for it may be about others. `all`: about all who are on the plan. */
export const BundleNeed = shape({ line: Id, all: Type.Boolean(), open: Type.Boolean(), words: Text(4000), wanted: Text(4000) })
export type BundleNeed = Static<typeof BundleNeed>
export const BundleActions = shape({ line: Id, actions: Type.Array(shape({ words: Text(1000), owner: Text(200), dueOn: MaybeDay, evidence: Text(1000) }), { maxItems: 40 }) })
export type BundleActions = Static<typeof BundleActions>
/** Who carries a plan out. */
export const BundleMembers = shape({ members: Type.Array(shape({ agency: Text(60), name: Text(200), role: Type.Union([Text(200), Type.Null()]) }), { maxItems: 60 }) })

/** Something told, with whom it is about. `value`: the same typed, where it is more than words. */
export const Piece = shape({ kind: OneOf(pieceKinds), about: Type.Array(Id, { minItems: 1, maxItems: 80 }), on: MaybeDay, title: Text(400), value: optional(Type.Unknown()), blocks: Type.Array(Block, { maxItems: 2000 }) })
export type Piece = Static<typeof Piece>

/** A whole bundle, as both councils hold it to be shaped. */
export const Bundle = shape({
  reason: Text(4000),
  people: Type.Array(BundlePerson, { minItems: 1, maxItems: 40 }),
  relationships: Type.Array(BundleRelationship, { maxItems: 400 }),
  pieces: Type.Array(Piece, { maxItems: 4000 }),
})
export type Bundle = Static<typeof Bundle>

/** What the other council says when it has taken responsibility, by its own signed word. Ids are those of the giving council. */
export const Receipt = shape({
  bundleId: Id, from: Text(3), fromName: Text(200), to: Text(3), signer: Text(60), responsibleOn: Day, saidAt: Text(40), saidBy: Text(200),
  children: Type.Array(shape({ id: Id, outcome: OneOf(['protectionPlan', 'childInNeedPlan', 'noPlan', 'accepted']), on: Day, /** Looked after by the taking council from then on. */ careFrom: optional(Day) }), { minItems: 1, maxItems: 40 }),
})
export type Receipt = Static<typeof Receipt>
