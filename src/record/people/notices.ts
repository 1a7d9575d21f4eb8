import type { Asking } from '../access/model.ts'

/** What must be read before a person's page is trusted: what happened in bold, then what to do. */
export type PersonNotice = Readonly<{ title: string; words: string; kind: 'soon' | 'theme'; /** A plan of somebody else that stands meanwhile: where the page asks for the plan, it never says that there is none. */ plan?: Readonly<{ name: string; words: string; href: string }> }>

/** Says what a module knows of a person that has no other place on the page: contributed. `ids`: all parts of the person. */
export type NoticeTeller = (asking: Asking, ids: readonly string[]) => Promise<readonly PersonNotice[]>

const tellers: NoticeTeller[] = []

/** Plugs in who has something to say. Called once, when the house is put together. */
export function plugNotices(contributed: readonly NoticeTeller[]): void {
  tellers.length = 0
  tellers.push(...contributed)
}

/** All notices about a person, the warnings first. */
export async function noticesAbout(asking: Asking, ids: readonly string[]): Promise<readonly PersonNotice[]> {
  const found: PersonNotice[] = []
  for (const teller of tellers) found.push(...(await teller(asking, ids)))
  return found.sort((a, b) => Number(a.kind === 'theme') - Number(b.kind === 'theme'))
}

/** Something about a person that is read on a page of its own: contributed. */
export type Reading = Readonly<{ label: string; href: string }>
export type ReadingTeller = (asking: Asking, personId: string, ids: readonly string[]) => Promise<readonly Reading[]>
const readings: ReadingTeller[] = []
/** Plugs in what is read beside the records. Called once, when the house is put together. */
export function plugReadings(contributed: readonly ReadingTeller[]): void {
  readings.length = 0
  readings.push(...contributed)
}
/** What there is to read about a person beside the records. */
export async function readingsAbout(asking: Asking, personId: string, ids: readonly string[]): Promise<readonly Reading[]> {
  return (await Promise.all(readings.map((teller) => teller(asking, personId, ids)))).flat()
}
