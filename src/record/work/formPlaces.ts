import { itemsOfForms } from '../answers/register.ts'
import type { FormPlaces } from '../people/search/places.ts'
import { itemsNamed } from './queries.ts'
import { tellerOf } from './trayRows.ts'

/** Where a form is read: where the work that it belongs to says. */
export const formPlacesOfWork: FormPlaces = async (asking, forms) => {
  const held = await itemsOfForms(asking, forms)
  const items = new Map((await itemsNamed(asking, [...new Set(held.map((one) => one.itemId))])).map((item) => [item.id, item] as const))
  return new Map(held.flatMap(({ formId, itemId }) => {
    const item = items.get(itemId)
    const teller = item ? tellerOf(item) : undefined
    return item && teller ? [[formId, { title: teller.title(item), href: teller.read?.(item) ?? teller.open(item).href }] as const] : []
  }))
}
