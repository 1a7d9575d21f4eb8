import type { Hue, PersonSymbol } from '../mark.ts'

export interface TreePerson {
  readonly id: string
  readonly name: string
  readonly symbol: PersonSymbol
  /** Inside the symbol: `13`, or `?`. */
  readonly age?: string
  /** Beneath the name: `b. 2012`, `due 12 March`. */
  readonly born?: string
  /** Further words beneath: `lives elsewhere`. */
  readonly remark?: string
  readonly died?: boolean
  readonly childWeWorkWith?: boolean
  readonly hue?: Hue
  /** Puts brothers and sisters in order, oldest left: a day or the part of one that is known. */
  readonly bornOn?: string
  /** The same word for twins and triplets of one birth. */
  readonly bornTogether?: string
  readonly href?: string
}

export type CoupleKind = 'married' | 'livingTogether' | 'separated' | 'divorced' | 'parents'

export interface TreeCouple { readonly a: string; readonly b: string; readonly kind: CoupleKind; readonly from?: string; readonly until?: string; /** Before they separated: married, or not. */ readonly wasMarried?: boolean }

export type ParentKind = 'birth' | 'adopted' | 'fostered'

export interface TreeParent { readonly parent: string; readonly child: string; readonly kind: ParentKind }

export interface TreeHousehold { readonly id: string; /** The address, unless the reader may not see it. */ readonly label?: string; readonly members: readonly string[] }

/** The facts that a family tree draws. Oldest partner and parents may stand in any order. */
export interface Family {
  readonly people: readonly TreePerson[]
  readonly couples: readonly TreeCouple[]
  readonly parents: readonly TreeParent[]
  readonly households: readonly TreeHousehold[]
}

/**
 * Somebody drawn: a person, a parent nobody knows, a person drawn a second time because they belong to two generations,
 * or nobody at all: the point beside a carer on their own from which the children hang.
 */
export interface Drawn extends TreePerson { readonly as?: 'unknown' | 'again' | 'point' }

/** Two parents (or partners) and the children who hang from their line. */
export interface Union {
  readonly a: string
  readonly b: string
  readonly couple?: TreeCouple
  readonly children: readonly { readonly id: string; readonly kind: ParentKind }[]
}

/** Order of two keys; much faster than the order of a language, which dates do not need. */
export const before = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export const coupleWords: Record<CoupleKind, string> = { married: 'married', livingTogether: 'living together', separated: 'separated', divorced: 'divorced', parents: 'parents together' }
