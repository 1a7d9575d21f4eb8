import { measures, neighbourFile, type Published } from '../../../../content/returns/statistics/measures.ts'
import { csvReader } from '../../../kernel/csv.ts'

/** A number that was published. `area`: the three digits of an authority, the code of a region (E12000001), `ENG` for England. */
export type PublishedRow = Readonly<{ measure: string; year: number; area: string; name: string; value: number }>
export type Neighbour = Readonly<{ area: string; neighbour: string; place: number }>

const rowsOf = (text: string): Record<string, string>[] => {
  const reader = csvReader()
  const [heads = [], ...rows] = [...reader.read(text), ...reader.end()]
  return rows.map((cells) => Object.fromEntries(heads.map((head, i) => [head.trim().replace(/^\ufeff/, ''), (cells[i] ?? '').trim()])))
}

/** What one of the department’s files says of our numbers: England and every authority, every year. What is not published (c, x, z, a line) is left out. */
export function readPublished(file: string, text: string): PublishedRow[] {
  const ours = measures.flatMap((measure): (readonly [string, Published])[] => (measure.published?.file === file ? [[measure.id, measure.published]] : []))
  const found = new Map<string, PublishedRow>()
  for (const row of rowsOf(text)) {
    const level = row['geographic_level']
    const area = level === 'National' ? 'ENG' : level === 'Regional' ? (row['region_code'] ?? '') : level === 'Local authority' ? (row['old_la_code'] ?? '') : ''
    const year = Number(/^\d{4}/.exec(row['time_period'] ?? '')?.[0] ?? '0')
    if (!/^(ENG|\d{3}|E1[23]\d{6})$/.test(area) || year < 2013) continue
    for (const [measure, { where, value }] of ours) {
      const number = row[value]
      if (number === undefined || !/^-?\d+(\.\d+)?$/.test(number) || Object.entries(where).some(([column, wanted]) => row[column] !== wanted)) continue
      found.set(`${measure} ${year} ${area}`, { measure, year, area, name: area === 'ENG' ? 'England' : (row[level === 'Regional' ? 'region_name' : 'la_name'] ?? area), value: Number(number) })
    }
  }
  return [...found.values()]
}

/** In which region each authority lies, as the same files say. */
export type RegionRow = Readonly<{ area: string; region: string; name: string; /** Of the Office for National Statistics. */ code: string | null }>
export const readRegions = (text: string): RegionRow[] => [...new Map(rowsOf(text).flatMap((row): [string, RegionRow][] => {
  const [area, region, name] = [row['old_la_code'] ?? '', row['region_code'] ?? '', row['region_name'] ?? '']
  return row['geographic_level'] === 'Local authority' && /^\d{3}$/.test(area) && /^E1[23]\d{6}$/.test(region) ? [[area, { area, region, name, code: /^E\d{8}$/.test(row['new_la_code'] ?? '') ? (row['new_la_code'] ?? null) : null }]] : []
})).values()]

/** Which ten authorities are most like each. */
export const readNeighbours = (text: string): Neighbour[] => rowsOf(text).flatMap((row) => {
  const area = row['old_la_code'] ?? ''
  return Array.from({ length: 10 }, (_, i) => ({ area, neighbour: row[`SN_${i + 1}`] ?? '', place: i + 1 })).filter((one) => /^\d{3}$/.test(area) && /^\d{3}$/.test(one.neighbour))
})
export const publishedFiles: readonly string[] = [...new Set(measures.flatMap((measure) => measure.published?.file ?? [])), neighbourFile]
