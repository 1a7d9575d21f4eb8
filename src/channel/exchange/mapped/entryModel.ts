import { Type, type Static, type TSchema } from '@sinclair/typebox'
import { Day, Id, OneOf, shape, Words } from '../../../kernel/shape.ts'
import { factKinds, identifierKinds } from '../../../record/people/model.ts'
import { noteKinds } from '../../../practice/notes/model.ts'

const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Text = (most = 2000) => Type.String({ maxLength: most })
const Path = Text()

/** What an extract tells of a person beside what a census could: ids are the same for the same rows in every run. */
export const TakeMapped = shape({
  importId: Id, personId: Id,
  names: Type.Array(shape({ id: Id, kind: OneOf(['legal', 'knownAs']), given: Text(200), family: Text(200), path: Path })),
  facts: Type.Array(shape({ id: Id, kind: OneOf(factKinds), value: Words(2000), path: Path })),
  identifiers: Type.Array(shape({ id: Id, kind: OneOf(identifierKinds), value: Words(60), path: Path })),
  addresses: Type.Array(shape({ id: Id, kind: Text(40), lines: Type.Array(Text(200), { minItems: 1, maxItems: 6 }), postcode: orNull(Text(10)), hidden: Type.Boolean(), from: orNull(Day), to: orNull(Day) })),
  periods: Type.Array(shape({ id: Id, from: Day, to: orNull(Day), need: Text(60), endReason: orNull(Text(60)), homePostcode: orNull(Text(20)) })),
  placements: Type.Array(shape({ id: Id, kind: Text(60), provider: orNull(Text(60)), placeName: Text(), urn: orNull(Text(40)), postcode: orNull(Text(20)), changeReason: orNull(Text(60)), from: Day, to: orNull(Day) })),
  statuses: Type.Array(shape({ id: Id, code: Text(60), from: Day, to: orNull(Day) })),
  notes: Type.Array(shape({ id: Id, kind: Type.String(), title: orNull(Text(200)), words: Words(100_000), happenedOn: Day, place: orNull(Text(200)), writtenBy: orNull(Text(200)), source: Text(60) })),
})
export type TakeMapped = Static<typeof TakeMapped>

/** How two people of the extracts stand to each other. */
export const TakeRelated = shape({ importId: Id, id: Id, personId: Id, otherId: Id, kind: Type.String(), parentalResponsibility: orNull(Type.String()), from: orNull(Day), to: orNull(Day), note: orNull(Text(500)) })
export type TakeRelated = Static<typeof TakeRelated>
export const isNoteKind = (kind: string): kind is (typeof noteKinds)[number] => noteKinds.some((one) => one === kind)
/** What was not written because the record says otherwise. */
export type TakenMapped = Readonly<{ added: number; contested: readonly Readonly<{ path: string; reason: string }>[] }>
