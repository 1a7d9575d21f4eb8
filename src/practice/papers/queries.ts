import type { Asking } from '../../record/access/model.ts'
import { frozenForm, readForm } from '../../record/answers/register.ts'
import { byBirth, isChild } from '../../record/people/marks.ts'
import type { Card } from '../../record/people/model.ts'
import { family } from '../../record/people/queries.ts'
import { factsFor } from './facts.ts'
import { aboutOf, paperFor } from './ground.ts'

/** The children of a family, for a page that asks whom a paper is about. */
export async function childrenOf(asking: Asking, personId: string): Promise<Card[]> {
  const read = await family.of(asking, { id: personId })
  return read.cards.filter((card) => isChild(card, asking.today, false)).sort(byBirth)
}

/** A paper as it is written or read, with what the record puts in. */
export async function readingPaper(asking: Asking, itemId: string) {
  const { item, kind, formId } = await paperFor(asking, itemId)
  const open = item.state === 'open' || item.state === 'returned'
  const form = await readForm(asking, formId)
  const facts = await factsFor(asking, kind, { people: item.people.map((person) => person.id), significantOnly: true })
  return { item, kind, open, about: aboutOf(item), form, facts, frozen: open ? undefined : await frozenForm(asking, formId) }
}
