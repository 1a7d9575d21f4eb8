import type { CensusElement, Fragment } from './model.ts'

/** The element whole, as JSON that a table can keep and a later import can read again. */
export function fragmentOf(element: CensusElement): Fragment {
  const text = element.within.length ? element.text.trim() : element.text
  return {
    name: element.name,
    line: element.line,
    ...(Object.keys(element.attributes).length ? { attributes: element.attributes } : {}),
    ...(text ? { text } : {}),
    ...(element.within.length ? { within: element.within.map(fragmentOf) } : {}),
  }
}

/** The element that `fragmentOf` kept; `parent` is the path it stood under, '' for a child of the census. */
export function elementOf(fragment: Fragment, parent = ''): CensusElement {
  const path = parent ? `${parent}/${fragment.name}` : fragment.name
  return {
    name: fragment.name, path, line: fragment.line, attributes: fragment.attributes ?? {},
    text: fragment.text ?? '', textLine: fragment.line,
    within: (fragment.within ?? []).map((inner) => elementOf(inner, path)),
  }
}

/** How many elements it is, itself counted. */
export const elementsIn = (element: CensusElement): number => element.within.reduce((sum, inner) => sum + elementsIn(inner), 1)

/** What the element says, wherever it stands in its file: the same words for the same content. */
export const wordsOf = (fragment: Fragment): string => JSON.stringify(saidBy(fragment))
const saidBy = ({ name, attributes, text, within }: Fragment): unknown => [name, attributes ?? 0, text ?? 0, (within ?? []).map(saidBy)]
