import type { Visitor } from '../visitors.ts'

/** Which of these links lead to no page, or to no field of the page they lead to. */
export async function leadNowhere(visitor: Visitor, hrefs: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const href of new Set(hrefs)) {
    const address = href.includes('put-right') ? (await visitor.get(href)).go ?? '' : href
    const [page = '', field = ''] = address.split('#')
    const { status, text } = await visitor.get(page)
    if (status !== 200 || field === '' || !text.includes(`id="${field}"`)) found.push(`${href} leads to ${address}: ${status}`)
  }
  return found
}
