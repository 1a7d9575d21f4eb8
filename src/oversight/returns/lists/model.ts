import { Type } from '@sinclair/typebox'
import type { Place, Provider } from '../../../../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import type { Need } from '../../../engine/returns/model.ts'
import { OneOf, optional, shape } from '../../../kernel/shape.ts'

export const listKinds = ['providers', 'postcodes'] as const
/** A list that rules compare with and a single authority does not hold. */
export type ListKind = (typeof listKinds)[number]
type ListWords = Readonly<{ title: string; noun: string; from: string; need: Need; columns: readonly string[] }>
export const listWords: Readonly<Record<ListKind, ListWords>> = {
  providers: { title: 'Ofsted’s list of providers', noun: 'list of providers', from: 'Ofsted gives it to authorities.', need: 'provider list', columns: ['urn', 'postcode', 'authority', 'places', 'providers', 'opened', 'closed'] },
  postcodes: { title: 'Postcodes of the country', noun: 'list of postcodes', from: 'The Office for National Statistics publishes one.', need: 'postcode list', columns: ['postcode', 'lad_code', 'easting', 'northing'] },
}
/** A list as it was taken in. `entries`: how many it holds. */
export type GivenList = Readonly<{ kind: ListKind; takenAt: string; takenBy: string | null; entries: number; authority: string | null }>

/** What the rules read besides the record; of a list that is not there nothing. */
export type Lists = Readonly<{ provider?: (urn: string) => Provider | undefined; place?: (postcode: string) => Place | undefined; authority?: string }>
/** What of it is there. */
export const hasIn = (lists: Lists): ReadonlySet<Need> => new Set<Need>([...(lists.provider ? (['provider list'] as const) : []), ...(lists.place ? (['postcode list'] as const) : []), ...(lists.authority ? (['authority'] as const) : [])])
/** The rules of a year that are not run as long as something is not there. */
export const rulesWithout = (need: Need, year: number): readonly string[] => ssda903Rules.filter((rule) => rule.needs.includes(need) && rule.years[0] <= year && year <= rule.years[1]).map(({ number }) => number)

export const TakeList = shape({ kind: OneOf(listKinds), file: Type.String({ maxLength: 6_000_000 }), authority: optional(Type.String({ maxLength: 20, pattern: '^[0-9A-Za-z]{1,20}$', problem: 'The code has letters and figures only.' })) })
