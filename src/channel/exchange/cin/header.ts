import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import type { CensusElement, CensusHeader } from './model.ts'
import { censusYear } from './years.ts'

const find = (element: CensusElement | undefined, name: string) => element?.within.find((inner) => inner.name === name)
const words = (element: CensusElement | undefined) => element?.text.trim() ?? ''

/** Who sent the file and of which census it is, or the sentence why it is none we can read. */
export function headerOf(element: CensusElement, today: PlainDate): CensusHeader | Readonly<{ line: number; sentence: string }> {
  const details = find(element, 'CollectionDetails')
  const refuse = (at: CensusElement | undefined, sentence: string) => ({ line: at?.line ?? element.line, sentence })

  const collection = find(details, 'Collection')
  if (words(collection).toUpperCase() !== 'CIN') return refuse(collection ?? details, 'This is no children in need census: the collection named in its header is not CIN.')
  const yearElement = find(details, 'Year')
  const year = censusYear(words(yearElement), today)
  if (typeof year === 'string') return refuse(yearElement ?? details, year)
  const source = find(element, 'Source')
  const lea = find(source, 'LEA')
  if (!/^\d{3}$/.test(words(lea))) return refuse(lea ?? source, 'The header does not name the local authority by its three digits (LEA), so we cannot tell whose children these are.')

  const reference = words(find(details, 'ReferenceDate'))
  const software = [find(source, 'SoftwareCode'), find(source, 'Release')].map(words).filter(Boolean).join(' ')
  return { authority: words(lea), year, referenceOn: isPlainDate(reference) ? reference : null, software }
}
