import { each, rules903, type Told903 } from '../rule.ts'
import type { TableName } from '../tables.ts'

type Dated = Exclude<TableName, 'Episodes' | 'Header'>
const places: Readonly<Record<Exclude<TableName, 'Header'>, string>> = {
  AD1: 'the adoptions', PlacedAdoption: 'the decisions for adoption', Episodes: 'the episodes', Missing: 'the missing periods', OC2: 'the health and SDQ table (OC2)', OC3: 'the care leavers (OC3)',
  PrevPerm: 'the earlier permanence', Reviews: 'the reviews', UASC: 'the unaccompanied children', SWEpisodes: 'the social workers', DoLo: 'the deprivations of liberty',
}

/** A child of the table stands in the header too. */
const inHeader = (table: Exclude<TableName, 'Header'>): Told903 => ({
  reads: { [table]: 'CHILD', Header: 'CHILD' }, words: `The child stands in ${places[table]} and has no header.`,
  breaks: each(table, (_row, child) => child.Header.length === 0),
})
/** The day of birth is the header's. */
const sameBirth = (table: Dated): Told903 => ({
  reads: { [table]: 'DOB', Header: 'DOB' }, words: `The day of birth in ${places[table]} is another than in the header.`,
  breaks: each(table, ({ DOB }, child) => DOB !== undefined && child.Header.some((header) => header.DOB !== undefined && header.DOB !== DOB)),
})
/** One row a child. */
const once = (table: TableName): Told903 => ({
  reads: { [table]: 'CHILD' }, words: table === 'Header' ? 'A child has one header; this one has several.' : `A child stands once in ${places[table]}; this one stands there several times.`,
  breaks: (child) => (child[table].length > 1 ? child[table] : []),
})
const notForLeavers = ['PlacedAdoption', 'Missing', 'Reviews', 'AD1', 'PrevPerm', 'OC2'] as const

/** The tables of one return agree about whom they tell. */
export const integrityRules = rules903({
  EPI: { query: true, reads: { Header: 'CHILD', Episodes: 'CHILD', OC3: 'CHILD' }, words: 'The child has a header and neither an episode nor a care leaver’s row. Add the episodes, or leave the child out.', breaks: each('Header', (_row, child) => child.Episodes.length === 0 && child.OC3.length === 0) },
  INT01: inHeader('AD1'), INT02: inHeader('PlacedAdoption'), INT03: inHeader('Episodes'), INT04: inHeader('Missing'), INT05: inHeader('OC2'), INT06: inHeader('OC3'), INT07: inHeader('PrevPerm'), INT08: inHeader('Reviews'), INT09: inHeader('UASC'),
  INT11: sameBirth('AD1'), INT12: sameBirth('PlacedAdoption'), INT13: sameBirth('Missing'), INT14: sameBirth('OC2'), INT15: sameBirth('OC3'), INT16: sameBirth('PrevPerm'), INT17: sameBirth('Reviews'), INT18: sameBirth('UASC'),
  INT21: { reads: { UASC: 'SEX', Header: 'SEX' }, words: 'The sex in the unaccompanied children is another than in the header.', breaks: each('UASC', ({ SEX }, child) => SEX !== '' && child.Header.some((header) => header.SEX !== SEX)) },
  INT31: once('AD1'), INT32: once('Header'), INT33: once('OC2'), INT34: once('OC3'), INT35: once('PrevPerm'), INT36: once('UASC'),
  1012: {
    reads: { Episodes: 'CHILD', PlacedAdoption: 'CHILD', Missing: 'CHILD', Reviews: 'CHILD', AD1: 'CHILD', PrevPerm: 'CHILD', OC2: 'CHILD' }, words: 'A young person without an episode in the year is returned as a care leaver only; nothing else is said of them.',
    breaks: (child) => (child.Episodes.length > 0 ? [] : notForLeavers.flatMap((table) => [...child[table]])),
  },
})
