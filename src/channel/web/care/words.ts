import { adoptionPlacements, fosterPlacements, placementProviders } from '../../../../content/codes/placements.ts'
import { careFacts } from '../../../../content/care/facts.ts'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { labelNow } from '../../../record/access/own/now.ts'
import type { CareFact, Placement } from '../../../record/care/model.ts'

export const providerInWords = (code: string | null): string => (code ? labelNow(placementProviders, code) : '')

const withSomebody: readonly string[] = [...fosterPlacements, ...adoptionPlacements]
/** `With Mary and John Okafor`, `At Elm House`; the name of a place that is kept from most people is not said in lists. */
export const livesWith = (placement: Pick<Placement, 'kind' | 'placeName' | 'hidden'>): string => (placement.hidden ? 'At a place that is kept from most people' : placement.kind === 'ownParents' ? `At home: ${placement.placeName}` : `${withSomebody.includes(placement.kind) ? 'With' : 'At'} ${placement.placeName}`)

/** What a fact says, question by question, as it was answered. */
export function answersInWords(fact: CareFact): readonly { label: string; value: string }[] {
  const kind = careFacts.find((one) => one.id === fact.kind)
  return (kind?.questions ?? []).flatMap((one) => {
    const text = fact.answers[one.id]
    if (text === undefined || text === '' || one.kind === 'colleague') return []
    const value = one.kind === 'code' && one.list ? labelNow(one.list, text) : one.kind === 'yesNo' ? (text === 'yes' ? 'Yes' : 'No') : one.kind === 'date' && isPlainDate(text) ? dayInWords(text) : text
    return [{ label: one.label, value }]
  })
}
export const factTitle = (kind: string): string => careFacts.find((one) => one.id === kind)?.title ?? kind
