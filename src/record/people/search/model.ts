import { Type, type Static } from '@sinclair/typebox'
import type { PlainDate } from '../../../kernel/dates.ts'
import { Day, Id, shape } from '../../../kernel/shape.ts'
import type { Card } from '../model.ts'
import type { DescribedAddress, DescribedName } from '../matching/described.ts'
import type { Reason } from '../matching/score.ts'

/** What a person is filed for search under: names, date of birth, addresses that are not hidden, numbers. */
export type Filed = Readonly<{
  names: readonly DescribedName[]
  bornOn: string | null
  addresses: readonly DescribedAddress[]
  numbers: readonly Readonly<{ kind: 'nhs' | 'upn' | 'formerUpn' | 'localChildId'; value: string }>[]
}>

/** Somebody found, and why. From `probablySame` on: one person, unless somebody who looks says not. */
export type Hit = Readonly<{ personId: string; card: Card; otherNames: readonly string[]; score: number; reasons: readonly Reason[] }>

/** What a search found. `restricted`: ids of records that match and are kept to a few people; nothing else of them is known here. */
export type Found = Readonly<{ hits: readonly Hit[]; restricted: readonly string[]; weak: boolean }>

/** From this score on, two descriptions are shown as probably one person. */
export const probablySame = 0.75
/** From this score on, as possibly one person. The threshold that the measure of matching chose (docs/matching.md). */
export const possiblySame = 0.165

export const SearchPeople = shape({ text: Type.String({ minLength: 1, maxLength: 200, problem: 'Write a name, a date of birth, an address or a number.' }) })
export type SearchPeople = Static<typeof SearchPeople>

/** Somebody about to be added: who might they be already? */
export const DescribedPerson = shape({
  given: Type.String({ maxLength: 100 }),
  family: Type.String({ maxLength: 100 }),
  bornOn: Type.Optional(Type.Union([Day, Type.Null()])),
  lines: Type.Optional(Type.String({ maxLength: 300 })),
  postcode: Type.Optional(Type.String({ maxLength: 12 })),
  nhsNumber: Type.Optional(Type.Union([Type.String({ maxLength: 20 }), Type.Null()])),
  upn: Type.Optional(Type.Union([Type.String({ maxLength: 20 }), Type.Null()])),
})
export type DescribedPerson = Static<typeof DescribedPerson>
export const WhoIsIt = shape({ people: Type.Array(DescribedPerson, { maxItems: 30 }) })

export const SearchText = shape({ text: Type.String({ minLength: 1, maxLength: 200 }), about: Type.Optional(Type.Array(Id, { maxItems: 100 })) })

/**
 * A text that holds the words asked for: of a note, a contact, a section of a form, the minutes of a meeting, a plan, a dated fact, an order, legal work, legal advice, an allegation, what another council handed to us; or a passage of one.
 * `withinId`: what it stands in (of a fact or an order, whom it is about). `title`, `href`: what that is called, and the exact place. `words`: the place in it, the words found marked.
 */
export type FoundText = Readonly<{
  kind: 'note' | 'contact' | 'section' | 'minutes' | 'plan' | 'fact' | 'order' | 'legal' | 'advice' | 'allegation' | 'came'
  id: string
  withinId: string
  title: string
  href: string
  happenedOn: PlainDate
  author: string | null
  people: readonly string[]
  words: readonly Readonly<{ text: string; marked: boolean }>[]
}>
