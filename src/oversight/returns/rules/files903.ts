import { columns, tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { csvLine } from '../../../kernel/csv.ts'
import type { ReturnChild } from '../model.ts'

const names: Readonly<Record<TableName, string>> = {
  Header: 'header', Episodes: 'episodes', Reviews: 'reviews', UASC: 'uasc', OC2: 'oc2', OC3: 'oc3', AD1: 'ad1', PlacedAdoption: 'placed_for_adoption', PrevPerm: 'previous_permanence', Missing: 'missing', SWEpisodes: 'sw_episodes', DoLo: 'dolo',
}
/** `bytes`: of a file that is no text. */
export type File = Readonly<{ name: string; text: string; bytes?: Uint8Array }>

/** Children in the order of their numbers, so that the same record gives the same bytes. */
export const inOrder = (children: readonly ReturnChild[]): readonly ReturnChild[] => [...children].sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))

/** One CSV file for each table, all of them, with the department's headers. */
export function csvFiles(children: readonly ReturnChild[]): readonly File[] {
  const ordered = inOrder(children)
  return tableNames.map((table) => ({ name: `${names[table]}.csv`, text: [csvLine(columns[table]), ...ordered.flatMap(({ rows }) => (rows[table] ?? []).map(csvLine))].join('') }))
}

/** Text as it may stand in XML. */
export const safeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const element = (name: string, text: string) => (text === '' ? `<${name} />` : `<${name}>${safeXml(text)}</${name}>`)
const inXml: Readonly<Record<string, string>> = { CHILD: 'CHILDID', PLACE: 'PL' }
const said = (table: TableName, row: readonly string[], wanted: readonly string[]) => {
  const given = new Map<string, string>(columns[table].map((column, at) => [column, row[at] ?? '']))
  return wanted.map((column) => element(inXml[column] ?? column, given.get(column) ?? '')).join('')
}
const all = (table: TableName, without: readonly string[] = ['CHILD', 'DOB', 'SEX']) => columns[table].filter((column) => !without.includes(column))
const each = (child: ReturnChild, table: TableName, name: string, wanted = all(table)) => (child.rows[table] ?? []).map((row) => `<${name}>${said(table, row, wanted)}</${name}>`).join('')
const first = (child: ReturnChild, table: TableName, wanted = all(table)) => { const row = child.rows[table]?.[0]; return row ? said(table, row, wanted) : '' }
const episodeOrder = ['DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PL_POST', 'HOME_POST', 'URN', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE']

/** The whole return as one XML: the header of a child with all that is told once or about the year, then the episodes. */
export function xmlFile(children: readonly ReturnChild[]): string {
  const one = (child: ReturnChild) => {
    const header = child.rows.Header?.[0] ?? []
    const asylum = first(child, 'UASC', ['DUC'])
    return `<CHILD><HEADER>${said('Header', header, ['CHILD', 'UPN', 'SEX', 'DOB', 'ETHNIC'])}${element('UASC', child.rows.UASC?.length ? '1' : '')}${asylum}${each(child, 'Reviews', 'AREVIEW')}${said('Header', header, ['MOTHER', 'MC_DOB'])}${each(child, 'PrevPerm', 'PERMANENCE')}${each(child, 'Missing', 'AMISSING')}${each(child, 'OC2', 'OC2')}${first(child, 'OC3')}${first(child, 'AD1')}${each(child, 'PlacedAdoption', 'AD_PLACED')}${each(child, 'SWEpisodes', 'SWEPISODE')}${each(child, 'DoLo', 'DOLO')}</HEADER>${each(child, 'Episodes', 'EPISODE', episodeOrder)}</CHILD>\n`
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n${inOrder(children).map(one).join('')}</EXPSSDA903>\n`
}
