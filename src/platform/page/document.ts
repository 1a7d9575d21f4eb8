import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The text that a browser gets for a `<Page>`. */
export const htmlOf = (page: VNode): string => `<!doctype html>\n${renderToString(page)}`
