import { careFacts } from '../../../../content/care/facts.ts'
import { meetingKinds } from '../../../../content/meetings/kinds.ts'
import { planKinds } from '../../../../content/meetings/plans.ts'
import type { Asking } from '../../access/model.ts'
import { statusInWords } from '../legal/rules.ts'
import type { FoundTextRow } from './store.ts'

/** Where a text stands: what it is called, and the exact place where it is read. */
export type Place = Readonly<{ title: string; href: string }>
/** Where forms are read, by their ids: contributed by those who know the work they belong to. */
export type FormPlaces = (asking: Asking, forms: readonly string[]) => Promise<ReadonlyMap<string, Place>>

let formPlaces: FormPlaces = () => Promise.resolve(new Map())
/** Plugs in where forms are read. Called once, when the house is put together. */
export function plugFormPlaces(contributed: FormPlaces): void {
  formPlaces = contributed
}

type Row = Pick<FoundTextRow, 'kind' | 'id' | 'withinId' | 'title' | 'people' | 'author'>
const called = (kinds: readonly Readonly<{ id: string; name: string }>[], id: string | null, otherwise: string): string => kinds.find((one) => one.id === id)?.name ?? otherwise
const pageOfFact = (kind: string | null): string => { const group = careFacts.find((one) => one.id === kind)?.group; return group === 'Leaving care' ? 'leaving' : group === 'Private fostering' || kind?.startsWith('exploitation') ? 'safety' : 'care' }

function placeOf(row: Row, forms: ReadonlyMap<string, Place>): Place {
  if (row.kind === 'contact') return { title: 'Contact', href: `/contacts/${row.withinId}` }
  if (row.kind === 'minutes') return { title: `Minutes: ${called(meetingKinds, row.title, 'meeting')}`, href: `/meetings/${row.withinId}#minutes` }
  if (row.kind === 'plan') return { title: called(planKinds, row.title, 'Plan'), href: `/plans/${row.withinId}${row.id === row.withinId ? '' : `#line-${row.id}`}` }
  if (row.kind === 'fact') return { title: careFacts.find((one) => one.id === row.title)?.title ?? 'In our care', href: `/people/${row.withinId}/${pageOfFact(row.title)}` }
  if (row.kind === 'order') return { title: row.title ? statusInWords(row.title) : 'Order', href: `/people/${row.withinId}/legal/${row.id}` }
  if (row.kind === 'legal') return { title: row.title === 'preProceedings' ? 'Pre-proceedings' : 'Care proceedings', href: `/legal/${row.withinId}` }
  if (row.kind === 'advice') return { title: 'Legal advice', href: `/people/${row.people[0] ?? ''}/legal#advice` }
  if (row.kind === 'allegation') return { title: 'Allegation against a professional', href: `/allegations/${row.withinId}` }
  if (row.kind === 'came') return { title: `From ${row.author ?? 'another council'}: ${row.title ?? ''}`, href: `/transfers/came/${row.withinId}#piece-${row.id}` }
  if (row.kind === 'section') { const form = forms.get(row.withinId); return form ? { ...form, href: `${form.href}#${row.title?.split(':')[1] ?? ''}` } : { title: 'Form', href: '' } }
  return { title: row.title ?? 'Note', href: `/notes/${row.withinId}` }
}

/** Where each of these texts is read. */
export async function placesOf(asking: Asking, rows: readonly Row[]): Promise<Place[]> {
  const forms = rows.filter((row) => row.kind === 'section').map((row) => row.withinId)
  const found = forms.length === 0 ? new Map<string, Place>() : await formPlaces(asking, [...new Set(forms)])
  return rows.map((row) => placeOf(row, found))
}
