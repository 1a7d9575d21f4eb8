import { section47Enquiry } from '../../../content/forms/section47Enquiry.ts'
import type { About, Answers } from '../../engine/forms/model.ts'
import type { BesideField } from '../../engine/returns/model.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Asking } from '../../record/access/model.ts'
import type { Surroundings } from '../../record/access/page.ts'
import { frozenForm, readForm } from '../../record/answers/register.ts'
import { family, idsOf } from '../../record/people/queries.ts'
import { childrenOf } from '../../record/people/marks.ts'
import type { Card } from '../../record/people/model.ts'
import { itemFor } from '../../record/work/register.ts'
import { enquiryOf } from './commands/enquiring.ts'
import type { Enquiry } from './model.ts'
import { enquiryForm } from './pages/ruled.ts'
import { aboutOf, factsOf } from './rules.ts'
import * as store from './store.ts'

/** The children of a family, for a page that asks whom it is about. */
export async function childrenAround(asking: Asking, personId: string): Promise<Card[]> {
  const found = await family.of(asking, { id: personId })
  return childrenOf(found, asking.today).filter((card) => !card.endedOn)
}

/** A strategy discussion to be written down: its children, the schools the record knows, and who could make the enquiry. */
export async function discussing(asking: Asking, itemId: string) {
  const item = await itemFor(asking, itemId)
  const [first] = item.people
  const read = first ? await family.of(asking, { id: first.id }) : undefined
  const about = item.people.map((person) => person.id)
  const schools = [...new Set((read?.facts ?? []).filter((fact) => fact.kind === 'school' && about.includes(fact.personId)).map((fact) => fact.value))]
  return { item, schools, workers: await store.workers(asking.db, item.teamId) }
}

/** What the rules of the census would ask if the enquiry were agreed as it stands. */
async function askedOf(asking: Asking, asks: Surroundings['asks'], enquiryId: string, answers: Answers, about: About): Promise<readonly BesideField[]> {
  const supposed = factsOf(section47Enquiry, answers, about).people.flatMap(({ personId, outcome }) => (outcome ? [{ personId, enquiry: enquiryId, outcome }] : []))
  return asks && supposed.length > 0 ? (await asks(asking, enquiryForm.key, supposed)).filter((one) => supposed.some(({ personId }) => personId === one.personId)) : []
}

/** An enquiry as it is written, or read after it was sent. */
export async function enquiring(asking: Asking, itemId: string, asks?: Surroundings['asks']) {
  const { item, enquiry } = await enquiryOf(asking, itemId)
  const work = enquiry.itemId && enquiry.itemId !== item.id ? await itemFor(asking, enquiry.itemId) : item
  const form = enquiry.formId ? await readForm(asking, enquiry.formId) : undefined
  const [about, answers] = [aboutOf(work), form?.answers ?? {}]
  const writable = enquiry.state === 'open' || enquiry.state === 'returned'
  return {
    item: work, enquiry, about, answers, asked: writable ? await askedOf(asking, asks, enquiry.id, answers, about) : [], clashes: form?.clashes ?? [], definition: section47Enquiry, writable,
    frozen: writable || !enquiry.formId ? undefined : await frozenForm(asking, enquiry.formId), decisions: await store.decisionsOf(asking.db, enquiry.id),
  }
}

/** Enquiries about these people (survivors), newest first. */
export const enquiriesAbout = async (asking: Asking, people: readonly string[]): Promise<readonly Enquiry[]> => store.about(asking.db, await idsOf(asking, people))

export type SeenForEnquiry = Readonly<{ personId: string; seenOn: PlainDate | null; aloneOn: PlainDate | null }>
/** When children were last seen for a section 47 enquiry: it counts as any other visit. */
export const seenInEnquiries = (asking: Asking, ids: readonly string[]): Promise<readonly SeenForEnquiry[]> => store.seenInEnquiries(asking.db, ids)
