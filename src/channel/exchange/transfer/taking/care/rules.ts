import { lookedAfterStatuses } from '../../../../../../content/codes/legalStatus.ts'
import { awayKinds, placementKinds, placementProviders } from '../../../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../../../content/codes/work.ts'
import type { CodeList } from '../../../../../../content/codes/codeList.ts'
import { isPlacement, isPeriod, isOrder, isFact } from '../../pieces.ts'
import type { PieceKind } from '../../model.ts'

export type CamePiece = Readonly<{ id: string; kind: PieceKind; about: readonly string[]; on: string | null; title: string; value: unknown }>
/** One value that a time in care begins with here: what it becomes, and from which piece it comes. Empty: nothing came, or nothing that we have. */
export type Offered = Readonly<{ value: string; from: string | null; remark?: string }>
export type Offer = Readonly<{
  personId: string; since: string; need: Offered; legalCode: Offered; court: Offered; caseNumber: Offered; expiresOn: Offered
  kind: Offered; provider: Offered; placeName: Offered; urn: Offered; postcode: Offered
  /** Earlier times, statuses and placements at the other council: theirs, and read beside the record. */
  earlier: number
  /** Other orders that hold, and facts that go on to be true of the child. */
  orders: readonly Readonly<{ pieceId: string; code: string; from: string }>[]
  facts: readonly Readonly<{ pieceId: string; kind: Stays; on: string }>[]
}>

const has = (list: CodeList, code: string | null): code is string => code !== null && list.codes.some((one) => one.code === code)
const nothing = { value: '', from: null }
/** What goes on to be true of a child whoever looks after them: not what a council did in its own year (reviews, plans, visits). */
const stays = ['health', 'dental', 'immunisations', 'healthSurveillance', 'strengths', 'asylum', 'earlierPermanence', 'motherhood'] as const
type Stays = (typeof stays)[number]
/** Who provides a place, seen from here: their own carer is one of another council. */
const providerHere = (code: string | null): string | null => (code === 'ownCouncil' ? 'otherCouncil' : code)

/** What a time in care here would begin with, from what came of one child; undefined where the other council did not look after them. `ids`: all parts of the child. */
export function offerFor(personId: string, ids: readonly string[], pieces: readonly CamePiece[]): Offer | undefined {
  const mine = pieces.filter((one) => one.about.length === 1 && one.about.some((id) => ids.includes(id)))
  const period = mine.flatMap((one) => (isPeriod(one.value) && one.value.to === null ? [{ id: one.id, told: one.value }] : [])).toSorted((a, b) => b.told.from.localeCompare(a.told.from))[0]
  if (!period) return undefined
  const orders = mine.flatMap((one) => (isOrder(one.value) ? [{ id: one.id, told: one.value }] : []))
  const statuses = orders.filter((one) => one.told.kind === 'lookedAfter')
  const [status] = statuses.filter((one) => one.told.to === null).toSorted((a, b) => b.told.from.localeCompare(a.told.from))
  const placements = mine.flatMap((one) => (isPlacement(one.value) ? [{ id: one.id, told: one.value }] : [])).toSorted((a, b) => b.told.from.localeCompare(a.told.from))
  const now = placements.find((one) => one.told.to === null)
  // A time in care does not begin with a stay elsewhere (SSDA903, rule 380): the placement from which the child is away is the one.
  const place = now && awayKinds.includes(now.told.kind) ? placements.find((one) => !awayKinds.includes(one.told.kind)) : now
  const of = (value: string | null | undefined, from: string | undefined, remark?: string): Offered => (value ? { value, from: from ?? null, ...(remark ? { remark } : {}) } : { ...nothing, ...(remark ? { remark } : {}) })
  const code = (list: CodeList, value: string | null | undefined, from: string | undefined, remark?: string): Offered => of(has(list, value ?? null) ? value : null, from, value && !has(list, value) ? 'What came is not on our list: choose.' : remark)
  return {
    personId, since: period.told.from,
    need: code(primaryNeeds, period.told.need, period.id), legalCode: code(lookedAfterStatuses, status?.told.code, status?.id), court: of(status?.told.court, status?.id), caseNumber: of(status?.told.caseNumber, status?.id), expiresOn: of(status?.told.expiresOn, status?.id),
    kind: code(placementKinds, place?.told.kind, place?.id, place !== now ? 'Away for a time on that day: record the stay as the next placement.' : undefined),
    provider: code(placementProviders, providerHere(place?.told.provider ?? null), place?.id, place?.told.provider === 'ownCouncil' ? 'Their own carer: seen from here, another council.' : place?.told.provider === 'otherCouncil' ? 'Another council than theirs: choose “This council” where it is ours.' : undefined),
    placeName: of(place?.told.place?.name, place?.id), urn: of(place?.told.place?.urn, place?.id), postcode: of(place?.told.place?.postcode, place?.id),
    earlier: mine.filter((one) => (isPeriod(one.value) && one.id !== period.id) || (isPlacement(one.value) && one.id !== place?.id)).length + statuses.filter((one) => one.id !== status?.id).length,
    orders: orders.flatMap((one) => (one.told.kind === 'order' && one.told.to === null ? [{ pieceId: one.id, code: one.told.code, from: one.told.from }] : [])),
    facts: mine.flatMap((one) => {
      const told = isFact(one.value) ? one.value.kind : undefined
      const kind = stays.find((each) => each === told)
      return one.on && kind ? [{ pieceId: one.id, kind, on: one.on }] : []
    }),
  }
}
/** The pieces whose values a time in care began with. */
export const sourcesOf = (offer: Offer): ReadonlySet<string> => new Set([offer.need, offer.legalCode, offer.kind, offer.provider].flatMap((one) => one.from ?? []))
