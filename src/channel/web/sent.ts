import { createHash } from 'node:crypto'

/**
 * The key of what a form sent. The same words twice are one effect; other words from the same page (after going back, by another button) are something else, and are
 * never answered as if they were kept.
 */
export function keyOfSent(commandId: string, path: string, fields: Readonly<Record<string, unknown>>): string {
  const mark = createHash('sha256').update(JSON.stringify([commandId, path, fields])).digest('hex')
  return `${mark.slice(0, 8)}-${mark.slice(8, 12)}-8${mark.slice(13, 16)}-8${mark.slice(17, 20)}-${mark.slice(20, 32)}`
}
