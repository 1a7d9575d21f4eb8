import type { Place, Provider } from '../../../../content/returns/ssda903/child.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { settingOf } from '../../../record/access/council.ts'
import type { GivenList, ListKind, Lists } from './model.ts'
import { packed, type PlaceOf } from './reading.ts'

/** The lists that are there, without who took them in. */
const given = (db: Db): Promise<{ kind: ListKind; authority: string | null }[]> => db.rows(sql`select kind, authority from returns.given_list`)
export const listsGiven = (db: Db): Promise<GivenList[]> => db.rows(sql`
  select l.kind, l.taken_at as "takenAt", a.name as "takenBy", l.entries, l.authority from returns.given_list l left join access.actor a on a.id = l.taken_by order by l.kind desc`)

/** Every name of our own authority: its three digits, its code in published files, and what whoever took a list in said. */
async function ownCodes(db: Db, lists: readonly Readonly<{ authority: string | null }>[]): Promise<readonly string[]> {
  const digits = await settingOf(db, 'council.authority')
  const known = typeof digits === 'string' && /^\d{3}$/.test(digits) ? [digits] : []
  const published = known.length > 0 ? await db.rows<{ code: string }>(sql`select code from returns.region where area = any (${known}::text[]) and code is not null`) : []
  return [...known, ...published.map(({ code }) => code), ...lists.flatMap(({ authority }) => authority ?? [])]
}

/** What the lists say of these providers and postcodes. Our own authority has one name in it, whatever each list calls it. */
export async function listsAbout(db: Db, urns: readonly string[], postcodes: readonly string[]): Promise<Lists> {
  const lists = await given(db)
  const own = await ownCodes(db, lists)
  const [authority] = own
  const named = <Row extends Readonly<{ authority: string }>>(row: Row): Row => (authority !== undefined && own.includes(row.authority) ? { ...row, authority } : row)
  const has = (kind: ListKind) => lists.some((one) => one.kind === kind)
  const providers = has('providers') ? new Map((await db.rows<Provider>(sql`
    select urn, postcode, authority, places, providers, opened::text as "opensOn", closed::text as "closesOn" from returns.provider where urn = any (${urns.map((urn) => urn.toUpperCase())}::text[])`)).map((one) => [one.urn, named({ ...one, opensOn: one.opensOn ?? undefined, closesOn: one.closesOn ?? undefined })])) : undefined
  const places = has('postcodes') ? new Map((await db.rows<PlaceOf>(sql`select postcode, authority, east, north from returns.postcode where postcode = any (${postcodes.map(packed)}::text[])`)).map((one): [string, Place] => [one.postcode, named(one)])) : undefined
  return {
    ...(providers ? { provider: (urn: string) => providers.get(urn.toUpperCase()) } : {}), ...(places ? { place: (postcode: string) => places.get(packed(postcode)) } : {}), ...(authority === undefined ? {} : { authority }),
  }
}

/** A list that has one twice says of it what stands last. */
const eachOnce = (rows: readonly (Provider | PlaceOf)[]): string => JSON.stringify([...new Map(rows.map((one) => ['urn' in one ? one.urn : one.postcode, one])).values()])
/** A list takes the place of the one before: begun, added to, ended in one transaction. As the owner. */
export const emptyList = (db: Db, kind: ListKind): Promise<number> => db.run(sql`select returns.empty_list(${kind})`)
export const addToList = (db: Db, kind: ListKind, rows: readonly (Provider | PlaceOf)[]): Promise<number> => db.run(sql`select returns.add_to_list(${kind}, ${eachOnce(rows)}::jsonb)`)
export const endList = async (db: Db, kind: ListKind, authority: string | undefined): Promise<number> => (await db.one<{ many: number }>(sql`select returns.end_list(${kind}, ${authority ?? null}, null) as many`)).many
/** The same at once, by the returns officer. */
export const takeList = async (db: Db, kind: ListKind, rows: readonly (Provider | PlaceOf)[], authority: string | undefined): Promise<number> =>
  (await db.one<{ many: number }>(sql`select returns.take_list(${kind}, ${eachOnce(rows)}::jsonb, ${authority ?? null}) as many`)).many
