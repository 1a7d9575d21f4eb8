import { safeXml } from '../rules/files903.ts'
import type { ReturnChild } from '../model.ts'
import type { Told } from './model.ts'

/** An element in words of XML. */
const xmlOf = ([name, holds]: Told): string => `<${name}>${typeof holds === 'string' ? safeXml(holds) : holds.map(xmlOf).join('')}</${name}>`

/** The header says no moment of writing, so that the same record gives the same bytes. */
const header = (year: number, authority: string): Told => ['Header', [
  ['CollectionDetails', [['Collection', 'CIN'], ['Year', String(year)], ['ReferenceDate', `${year}-03-31`]]],
  ['Source', [['SourceLevel', 'L'], ['LEA', authority], ['SoftwareCode', 'Kith'], ['SerialNo', '001']]],
]]

/** The whole census, children in the order given. */
export const censusFile = (year: number, authority: string, children: readonly ReturnChild[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n${xmlOf(header(year, authority))}\n<Children>\n${children.map(({ rows }) => (rows.Child ? `${xmlOf(rows.Child)}\n` : '')).join('')}</Children>\n</Message>\n`

/** How many there are of each module of a child. */
export const modules = ['CINdetails', 'Assessments', 'CINPlanDates', 'Section47', 'ChildProtectionPlans'] as const
export const countIn = (told: Told, name: string): number => (told[0] === name ? 1 : 0) + (typeof told[1] === 'string' ? 0 : told[1].reduce((sum, inner) => sum + countIn(inner, name), 0))

/** Every value of a child with its path, each time it stands. */
const values = (told: Told, path: string): [path: string, value: string][] => {
  const here = path === '' ? told[0] : `${path}/${told[0]}`
  return typeof told[1] === 'string' ? [[here, told[1]]] : told[1].flatMap((inner) => values(inner, here))
}
/** Where two tellings of a child differ: modules that are more or fewer, else elements whose values are others. */
export function differencesIn(before: Told, after: Told): readonly string[] {
  const counted = modules.flatMap((name) => { const [then, now] = [countIn(before, name), countIn(after, name)]; return then === now ? [] : [`${name}: ${then}, now ${now}`] })
  const [then, now] = [values(before, ''), values(after, '')].map((all) => Map.groupBy(all, ([path]) => path))
  const paths = [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].filter((path) => then?.get(path)?.map(([, value]) => value).join('\n') !== now?.get(path)?.map(([, value]) => value).join('\n'))
  return [...counted, ...(paths.length > 0 ? [[...new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1)))].join(', ')] : [])]
}
