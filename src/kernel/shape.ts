import { Type, type TLiteral, type TProperties, type TSchema, type TUnion } from '@sinclair/typebox'

/** A record with these fields and no others: unknown fields are refused. */
export const shape = <P extends TProperties>(fields: P) => Type.Object(fields, { additionalProperties: false })
export const optional = <S extends TSchema>(schema: S) => Type.Optional(schema)
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', description: 'A UUID' })
/** A day as 2026-11-22. That it is in the calendar is asked by `isPlainDate`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day, as 2026-11-22' })
/** Something a person wrote: at least one character that is no space. */
export const Words = (most = 20_000) => Type.String({ pattern: '\\S', maxLength: most })
/** One of these permanent codes. */
export const OneOf = <const T extends readonly string[]>(codes: T): TUnion<TLiteral<T[number]>[]> => Type.Union(codes.map((code: T[number]) => Type.Literal(code)))
