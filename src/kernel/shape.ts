import { FormatRegistry, Type, type TLiteral, type TProperties, type TSchema, type TUnion } from '@sinclair/typebox'
import { isPlainDate } from './dates.ts'

/** A record with these fields and no others: unknown fields are refused. */
export const shape = <P extends TProperties>(fields: P) => Type.Object(fields, { additionalProperties: false })
export const optional = <S extends TSchema>(schema: S) => Type.Optional(schema)
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', description: 'A UUID' })
// Days that a record can be about: what lies further away is a slip of the hand, and near the ends of the calendar no rule can count on.
FormatRegistry.Set('date', (text) => isPlainDate(text) && text >= '1850-01-01' && text < '2200-01-01')
/** A day of the calendar between 1850 and 2199, as 2026-11-22. */
export const Day = Type.String({ format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day, as 2026-11-22' })
/** A time of the day, as 14:30. */
export const timeOfDay = '^([01]\\d|2[0-3]):[0-5]\\d$'
/** Something a person wrote: at least one character that is no space. */
export const Words = (most = 20_000) => Type.String({ pattern: '\\S', maxLength: most })
/** One of these permanent codes. */
export const OneOf = <const T extends readonly string[]>(codes: T): TUnion<TLiteral<T[number]>[]> => Type.Union(codes.map((code: T[number]) => Type.Literal(code)))
