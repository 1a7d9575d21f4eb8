import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The text that a browser gets for a `<Page>`. */
export const htmlOf = (page: VNode): string => `<!doctype html>\n${renderToString(page)}`

/** A part of a page that an island or the page's script puts in its place. */
export const partOf = (part: VNode): string => renderToString(part)
