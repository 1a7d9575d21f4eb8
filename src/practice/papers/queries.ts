import type { Asking } from '../../record/access/model.ts'
import { frozenForm, readForm } from '../../record/answers/register.ts'
import { byBirth, isChild } from '../../record/people/marks.ts'
import type { Card } from '../../record/people/model.ts'
import { family, idsOf } from '../../record/people/queries.ts'
import { factsFor } from './facts.ts'
import type { WorkItem } from '../../record/work/model.ts'
import { itemsOf } from '../../record/work/queries.ts'
import { aboutOf, paperFor } from './ground.ts'
import { finishedOfKind, formOfPaper } from './store.ts'

/** The children of a family, for a page that asks whom a paper is about. */
export async function childrenOf(asking: Asking, personId: string): Promise<Card[]> {
  const read = await family.of(asking, { id: personId })
  return read.cards.filter((card) => isChild(card, asking.today, false)).sort(byBirth)
}

/** A finished paper to be read beside another, in the words in which it was asked. */
async function besideOf(asking: Asking, item: WorkItem | undefined) {
  const formId = item ? await formOfPaper(asking.db, item.id) : undefined
  const frozen = formId ? await frozenForm(asking, formId) : undefined
  return item && frozen ? { itemId: item.id, on: item.finishedOn, people: item.people, frozen } : undefined
}

/** A paper as it is written or read, with what the record puts in. Of one that is written with the family, `lastTime`: the one before, and `earlier`: all that are finished, newest first. */
export async function readingPaper(asking: Asking, itemId: string) {
  const { item, kind, formId } = await paperFor(asking, itemId)
  const open = item.state === 'open' || item.state === 'returned'
  const form = await readForm(asking, formId)
  const facts = await factsFor(asking, kind, { people: item.people.map((person) => person.id), significantOnly: true })
  const before = kind.withFamily ? await itemsOf(asking, await finishedOfKind(asking.db, kind.id, await idsOf(asking, item.people.map((one) => one.id)))) : []
  const earlier = before.filter((one) => one.id !== item.id && (open || (one.finishedOn ?? '') <= (item.finishedOn ?? ''))).toSorted((a, b) => (b.finishedOn ?? '').localeCompare(a.finishedOn ?? ''))
  return { item, kind, open, about: aboutOf(item), form, facts, earlier, lastTime: await besideOf(asking, earlier[0]), frozen: open ? undefined : await frozenForm(asking, formId) }
}
