/** The five errors of the house. Each is thrown where it is known and becomes an HTTP answer in one place (`platform/http/answers`). */
type Kind = 'NotFound' | 'NotAllowed' | 'Conflict' | 'Broken' | 'Unavailable'

export class HouseError extends Error {
  readonly kind: Kind
  /** Facts the page may use to help: never personal data. */
  readonly facts: Readonly<Record<string, unknown>>
  constructor(kind: Kind, sentence: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(sentence)
    this.name = kind
    this.kind = kind
    this.facts = facts
  }
}

/** There is no such thing, or nobody may learn that there is. */
export const notFound = (sentence = 'We could not find that page.') => new HouseError('NotFound', sentence)
/** The reader may know that it exists and may not do this. The sentence says what to do instead. */
export const notAllowed = (sentence = 'You may not do this.') => new HouseError('NotAllowed', sentence)
/** Somebody else changed the same thing meanwhile. Both versions are kept. */
export const conflict = (sentence: string, facts: Readonly<Record<string, unknown>> = {}) => new HouseError('Conflict', sentence, facts)
/** Something of ours does not work. */
export const broken = (sentence: string) => new HouseError('Broken', sentence)

/** It works as it should and cannot do this now; it goes on by itself. */
export const unavailable = (sentence: string) => new HouseError('Unavailable', sentence)

/** A mistake in a form is a value, not an error: which question, and what to do about it in plain English. */
export type Problem = Readonly<{ question: string; problem: string }>
