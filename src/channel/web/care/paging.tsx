import type { ComponentChildren } from 'preact'
import { Button } from '../../../platform/page/button.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { Pagination } from '../../../platform/page/navigation.tsx'

/** So many stand on one page of a list. */
export const onPage = 100
/** Where the page begins, as its address says it: nothing but a whole number counts. */
export const beginning = (from: string | undefined): number => Math.floor(Number(/^\d{1,6}$/.test(from ?? '') ? from : 0) / onPage) * onPage

/** The address of a list with what it is narrowed to; what is empty is left out. */
export const listAt = (path: string, kept: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams(Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return asked ? `${path}?${asked}` : path
}

/** Earlier and later pages of a list that is longer than one page, narrowed as it is. */
export function PagesOf({ path, kept, from, of }: { path: string; kept: Readonly<Record<string, string | undefined>>; from: number; of: number }) {
  if (of <= onPage) return null
  const at = (start: number) => ({ href: `${listAt(path, { ...kept, ...(start > 0 ? { from: String(start) } : {}) })}#list` })
  return <Pagination words={`${Math.min(from + 1, of)} to ${Math.min(from + onPage, of)} of ${of}`} {...(from > 0 ? { previous: at(from - onPage) } : {})} {...(from + onPage < of ? { next: at(from + onPage) } : {})} />
}

/** Narrows a list by what is asked here, besides the count it stands behind. `words`: also by words that somebody types, which never stand in an address. */
export const Narrow = ({ path, show, words, children }: { path: string; show: string | undefined; words?: true; children: ComponentChildren }) => (
  <form method={words ? 'post' : 'get'} action={`${path}#list`}>
    {show ? <input type="hidden" name="show" value={show} /> : null}
    <FieldRow>{children}</FieldRow>
    <p><Button kind="row">Narrow the list</Button></p>
  </form>
)
