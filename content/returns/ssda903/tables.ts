import { isPlainDate, type PlainDate } from '../../../src/kernel/dates.ts'

/**
 * The twelve tables of SSDA903 as the rules read them. A text is trimmed and '' when blank; a date or number is undefined when it is
 * blank or none, and `raw` then keeps what stood there.
 * Source: the columns of the Department for Education's SSDA903 collection of 2026, as read by liia-tools-pipeline at 4aff9189.
 */
export type Cell = (column: string) => string | undefined

const days = new Map<string, PlainDate | undefined>()
const dayShape = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
/** The day that a return writes as 31/03/2026; undefined for anything else. */
export function returnDay(text: string): PlainDate | undefined {
  if (text === '') return undefined
  const known = days.get(text)
  if (known !== undefined || days.has(text)) return known
  const [, day = '', month = '', year = ''] = dayShape.exec(text) ?? []
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = isPlainDate(plain) ? plain : undefined
  if (days.size < 50_000) days.set(text, read)
  return read
}
const number = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined)

const header = (at: number, raw: Texts) => ({
  table: 'Header' as const, at, CHILD: raw('CHILD'), SEX: raw('SEX'), DOB: returnDay(raw('DOB')), ETHNIC: raw('ETHNIC'), UPN: raw('UPN').toUpperCase(),
  MOTHER: raw('MOTHER'), MC_DOB: returnDay(raw('MC_DOB')),
  /** Stands in the XML only; undefined where the file has no such column. */
  UASC: raw.has('UASC') ? raw('UASC') : undefined,
  raw: { DOB: raw('DOB'), MC_DOB: raw('MC_DOB') },
})
const episode = (at: number, raw: Texts) => ({
  table: 'Episodes' as const, at, CHILD: raw('CHILD'), DECOM: returnDay(raw('DECOM')), RNE: raw('RNE'), LS: raw('LS'), CIN: raw('CIN'), PLACE: raw('PLACE'),
  PLACE_PROVIDER: raw('PLACE_PROVIDER'), DEC: returnDay(raw('DEC')), REC: raw('REC'), REASON_PLACE_CHANGE: raw('REASON_PLACE_CHANGE'),
  HOME_POST: raw('HOME_POST'), PL_POST: raw('PL_POST'), URN: raw('URN').toUpperCase(),
  // worked out from postcodes; undefined where the file does not state them itself
  PL_LA: raw.has('PL_LA') ? raw('PL_LA') : undefined, PL_DISTANCE: raw.has('PL_DISTANCE') ? raw('PL_DISTANCE') : undefined, PL_LOCATION: raw.has('PL_LOCATION') ? raw('PL_LOCATION') : undefined,
  raw: { DECOM: raw('DECOM'), DEC: raw('DEC') },
})
const review = (at: number, raw: Texts) => ({
  table: 'Reviews' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), REVIEW: returnDay(raw('REVIEW')), REVIEW_CODE: raw('REVIEW_CODE'),
  raw: { REVIEW: raw('REVIEW') },
})
const uasc = (at: number, raw: Texts) => ({
  table: 'UASC' as const, at, CHILD: raw('CHILD'), SEX: raw('SEX'), DOB: returnDay(raw('DOB')), DUC: returnDay(raw('DUC')), raw: { DUC: raw('DUC') },
})
const oc2 = (at: number, raw: Texts) => ({
  table: 'OC2' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), SDQ_SCORE: number(raw('SDQ_SCORE')), SDQ_REASON: raw('SDQ_REASON'), CONVICTED: raw('CONVICTED'),
  HEALTH_CHECK: raw('HEALTH_CHECK'), IMMUNISATIONS: raw('IMMUNISATIONS'), TEETH_CHECK: raw('TEETH_CHECK'), HEALTH_ASSESSMENT: raw('HEALTH_ASSESSMENT'),
  SUBSTANCE_MISUSE: raw('SUBSTANCE_MISUSE'), INTERVENTION_RECEIVED: raw('INTERVENTION_RECEIVED'), INTERVENTION_OFFERED: raw('INTERVENTION_OFFERED'),
  raw: { SDQ_SCORE: raw('SDQ_SCORE') },
})
const oc3 = (at: number, raw: Texts) => ({
  table: 'OC3' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), IN_TOUCH: raw('IN_TOUCH'), ACTIV: raw('ACTIV'), ACCOM: raw('ACCOM'),
})
const ad1 = (at: number, raw: Texts) => ({
  table: 'AD1' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), DATE_INT: returnDay(raw('DATE_INT')), DATE_MATCH: returnDay(raw('DATE_MATCH')),
  FOSTER_CARE: raw('FOSTER_CARE'), NB_ADOPTR: raw('NB_ADOPTR'), SEX_ADOPTR: raw('SEX_ADOPTR'), LS_ADOPTR: raw('LS_ADOPTR'),
  raw: { DATE_INT: raw('DATE_INT'), DATE_MATCH: raw('DATE_MATCH') },
})
const placedAdoption = (at: number, raw: Texts) => ({
  table: 'PlacedAdoption' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), DATE_PLACED: returnDay(raw('DATE_PLACED')),
  DATE_PLACED_CEASED: returnDay(raw('DATE_PLACED_CEASED')), REASON_PLACED_CEASED: raw('REASON_PLACED_CEASED'),
  raw: { DATE_PLACED: raw('DATE_PLACED'), DATE_PLACED_CEASED: raw('DATE_PLACED_CEASED') },
})
const prevPerm = (at: number, raw: Texts) => ({
  table: 'PrevPerm' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), PREV_PERM: raw('PREV_PERM'), LA_PERM: raw('LA_PERM'),
  // ZZ may stand for a part of this date that nobody knows
  DATE_PERM: raw('DATE_PERM'),
})
const missing = (at: number, raw: Texts) => ({
  table: 'Missing' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), MISSING: raw('MISSING'), MIS_START: returnDay(raw('MIS_START')), MIS_END: returnDay(raw('MIS_END')),
  raw: { MIS_START: raw('MIS_START'), MIS_END: raw('MIS_END') },
})
const socialWorker = (at: number, raw: Texts) => ({
  table: 'SWEpisodes' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), SW_ID: raw('SW_ID'), SW_DECOM: returnDay(raw('SW_DECOM')), SW_DEC: returnDay(raw('SW_DEC')), SW_REASON: raw('SW_REASON'),
  raw: { SW_DECOM: raw('SW_DECOM'), SW_DEC: raw('SW_DEC') },
})
const dolo = (at: number, raw: Texts) => ({
  table: 'DoLo' as const, at, CHILD: raw('CHILD'), DOB: returnDay(raw('DOB')), DOLO_START: returnDay(raw('DOLO_START')), DOLO_END: returnDay(raw('DOLO_END')),
  raw: { DOLO_START: raw('DOLO_START'), DOLO_END: raw('DOLO_END') },
})

export type Header = ReturnType<typeof header>
export type Episode = ReturnType<typeof episode>
export type Rows = {
  Header: Header; Episodes: Episode; Reviews: ReturnType<typeof review>; UASC: ReturnType<typeof uasc>; OC2: ReturnType<typeof oc2>; OC3: ReturnType<typeof oc3>
  AD1: ReturnType<typeof ad1>; PlacedAdoption: ReturnType<typeof placedAdoption>; PrevPerm: ReturnType<typeof prevPerm>; Missing: ReturnType<typeof missing>
  SWEpisodes: ReturnType<typeof socialWorker>; DoLo: ReturnType<typeof dolo>
}
export type TableName = keyof Rows
/** The rows of one child, or of many. */
export type Tables = { readonly [T in TableName]: readonly Rows[T][] }
type Growing = { [T in TableName]: Rows[T][] }

type Texts = ((column: string) => string) & { has(column: string): boolean }
// a reader hands over the same function for every row: it is dressed once
const dressed = new WeakMap<Cell, Texts>()
function texts(cell: Cell): Texts {
  const known = dressed.get(cell)
  if (known) return known
  const made = Object.assign((column: string) => (cell(column) ?? '').trim(), { has: (column: string) => cell(column) !== undefined })
  dressed.set(cell, made)
  return made
}

export const noRows = (): Growing => ({ Header: [], Episodes: [], Reviews: [], UASC: [], OC2: [], OC3: [], AD1: [], PlacedAdoption: [], PrevPerm: [], Missing: [], SWEpisodes: [], DoLo: [] })

const makers: { readonly [T in TableName]: (rows: Growing, at: number, raw: Texts) => void } = {
  Header: (rows, at, raw) => void rows.Header.push(header(at, raw)),
  Episodes: (rows, at, raw) => void rows.Episodes.push(episode(at, raw)),
  Reviews: (rows, at, raw) => void rows.Reviews.push(review(at, raw)),
  UASC: (rows, at, raw) => void rows.UASC.push(uasc(at, raw)),
  OC2: (rows, at, raw) => void rows.OC2.push(oc2(at, raw)),
  OC3: (rows, at, raw) => void rows.OC3.push(oc3(at, raw)),
  AD1: (rows, at, raw) => void rows.AD1.push(ad1(at, raw)),
  PlacedAdoption: (rows, at, raw) => void rows.PlacedAdoption.push(placedAdoption(at, raw)),
  PrevPerm: (rows, at, raw) => void rows.PrevPerm.push(prevPerm(at, raw)),
  Missing: (rows, at, raw) => void rows.Missing.push(missing(at, raw)),
  SWEpisodes: (rows, at, raw) => void rows.SWEpisodes.push(socialWorker(at, raw)),
  DoLo: (rows, at, raw) => void rows.DoLo.push(dolo(at, raw)),
}

/** Adds one row to a child's rows. */
export const addRow = (rows: Growing, table: TableName, at: number, cell: Cell): void => makers[table](rows, at, texts(cell))

/** The header of each table's file. */
export const columns = {
  Header: 'CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB'.split(' '),
  Episodes: 'CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN'.split(' '),
  Reviews: 'CHILD DOB REVIEW REVIEW_CODE'.split(' '),
  UASC: 'CHILD SEX DOB DUC'.split(' '),
  OC2: 'CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED'.split(' '),
  OC3: 'CHILD DOB IN_TOUCH ACTIV ACCOM'.split(' '),
  AD1: 'CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR'.split(' '),
  PlacedAdoption: 'CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED'.split(' '),
  PrevPerm: 'CHILD DOB PREV_PERM LA_PERM DATE_PERM'.split(' '),
  Missing: 'CHILD DOB MISSING MIS_START MIS_END'.split(' '),
  SWEpisodes: 'CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON'.split(' '),
  DoLo: 'CHILD DOB DOLO_START DOLO_END'.split(' '),
} as const satisfies { readonly [T in TableName]: readonly string[] }
export const tableNames: readonly TableName[] = ['Header', 'Episodes', 'Reviews', 'UASC', 'OC2', 'OC3', 'AD1', 'PlacedAdoption', 'PrevPerm', 'Missing', 'SWEpisodes', 'DoLo']
