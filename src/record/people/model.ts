import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import type { PlainDate } from '../../kernel/dates.ts'

export const sexes = ['female', 'male', 'other', 'notStated'] as const
export const nameKinds = ['legal', 'knownAs', 'former', 'birth', 'alias'] as const
export const addressKinds = ['home', 'mainly', 'correspondence', 'placement', 'temporary', 'none'] as const
export const identifierKinds = ['nhs', 'upn', 'formerUpn', 'uln', 'localChildId', 'homeOffice', 'other'] as const
/** How `personId` stands to `otherId`. The inverse (child, grandchild) is read, never stored. Labels: content/codes/relationships. */
export const relationshipKinds = ['parent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian', 'expectedParent', 'sibling', 'halfSibling', 'stepSibling', 'twin', 'grandparent', 'auntOrUncle', 'cousin', 'otherRelative', 'married', 'partner', 'separated', 'divorced', 'friend', 'neighbour', 'lodger', 'notKnown'] as const
export const exactness = ['day', 'month', 'year', 'unknown'] as const
export const factKinds = ['bornOn', 'dueOn', 'diedOn', 'sex', 'ethnicity', 'firstLanguage', 'interpreter', 'communication', 'disability', 'religion', 'immigration', 'school', 'yearGroup', 'gp', 'phone', 'email', 'occupation'] as const

export type Sex = (typeof sexes)[number]
export type RelationshipKind = (typeof relationshipKinds)[number]
export type FactKind = (typeof factKinds)[number]

/** Where somebody lives: the lines as on an envelope. People with the same `householdId` live together. */
export const NewAddress = shape({
  kind: optional(OneOf(addressKinds)),
  householdId: optional(Id),
  lines: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 6 }),
  postcode: optional(Type.String({ maxLength: 10 })),
  hidden: optional(Type.Boolean()),
  from: optional(Day),
})
export type NewAddress = Static<typeof NewAddress>

/** A person not yet known to us, born or unborn. A name may be missing; then we say so. */
export const NewPerson = shape({
  id: Id,
  unborn: optional(Type.Boolean()),
  given: optional(Type.String({ maxLength: 200 })),
  family: optional(Type.String({ maxLength: 200 })),
  knownAs: optional(Type.String({ maxLength: 200 })),
  bornOn: optional(Day),
  bornAbout: optional(OneOf(exactness)),
  dueOn: optional(Day),
  sex: optional(OneOf(sexes)),
  address: optional(NewAddress),
  facts: optional(Type.Array(shape({ kind: OneOf(factKinds), value: Words(2000), from: optional(Day) }), { maxItems: 20 })),
  identifiers: optional(Type.Array(shape({ kind: OneOf(identifierKinds), value: Words(60) }), { maxItems: 10 })),
})
export type NewPerson = Static<typeof NewPerson>

/** `personId` is the <kind> of `otherId`: a parent of a child, a grandparent of a child, a partner of a partner. */
export const NewRelationship = shape({
  personId: Id,
  otherId: Id,
  kind: OneOf(relationshipKinds),
  parentalResponsibility: optional(OneOf(['yes', 'no', 'notKnown'] as const)),
  from: optional(Day),
  to: optional(Day),
  note: optional(Type.String({ maxLength: 500 })),
})
export type NewRelationship = Static<typeof NewRelationship>

/** Enough to avoid a duplicate and to contact the worker. */
export type Card = Readonly<{
  id: string
  name: string
  given: string
  family: string
  bornOn: PlainDate | null
  bornAbout: (typeof exactness)[number] | null
  dueOn: PlainDate | null
  diedOn: PlainDate | null
  sex: Sex
  unborn: boolean
  /** The day on which a pregnancy ended without a child. */
  endedOn?: PlainDate | null
  /** Which hue the mark of a child has, 0 to 4; none for adults. */
  hue: number | null
}>

export type Relationship = Readonly<{
  id: string
  personId: string
  otherId: string
  kind: RelationshipKind
  parentalResponsibility: 'yes' | 'no' | 'notKnown' | null
  note: string | null
  from: PlainDate | null
  to: PlainDate | null
}>

export type Address = Readonly<{ id: string; personId: string; kind: string; householdId: string | null; lines: readonly string[]; postcode: string | null; hidden: boolean; from: PlainDate | null; to: PlainDate | null }>
export type Fact = Readonly<{ id: string; personId: string; kind: FactKind; value: string; about: string | null; from: PlainDate | null; to: PlainDate | null; recordedAt: string }>
export type Name = Readonly<{ id: string; personId: string; kind: (typeof nameKinds)[number]; given: string; family: string; from: PlainDate | null; to: PlainDate | null }>
export type Identifier = Readonly<{ id: string; personId: string; kind: (typeof identifierKinds)[number]; value: string }>
export type Warning = Readonly<{ id: string; personId: string; kind: string; words: string; reviewOn: PlainDate; from: PlainDate; to: PlainDate | null; /** Who wrote it first. */ by: string | null; /** Who looked at it last, and when. */ lookedBy?: string | null; lookedOn?: PlainDate | null }>
export type Voice = Readonly<{ id: string; personId: string; words: string; saidOn: PlainDate; saidTo: string; how: string; place: string | null }>
