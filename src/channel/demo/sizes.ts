import { hammersmith, lancashire } from '../../../content/demonstration/volumes.ts'
import type { CareWanted } from './families/careers.ts'
import type { PlansWanted } from './families/planCareers.ts'

/** How large a council is made. Volumes of real councils: Children in need census and looked-after returns of 2025, as published by the Department for Education. */
export type Size = Readonly<{
  name: string
  /** Families with a history of work, of which so many are open today. */
  families: number
  open: number
  /** Of the families whose case is closed, so many with whom the last chapter began within the last eighteen months: most of them were closed in the last year. */
  lately: number
  /** Working days since the contact for a family with a plan, where not some months: from so many to so many. */
  planDays?: readonly [number, number]
  /** People on the index with little more than a name and one old contact. */
  index: number
  familyTeams: number
  staff: number
  partners: number
  /** Notes a month while a family is worked with. */
  notesAMonth: number
  /** Small tasks beside the work of the pathway: for each open family now, for each closed one in all. */
  openTasks: number
  closedTasks: number
  /** Families with a very long record: so many, with so many notes each. */
  long: Readonly<{ families: number; notes: number }>
  /** Half-written forms left over, besides the assessments that are open: from the first so many families, of which about four in five were ever assessed. */
  drafts: number
  /** Months of supervision that are told, and at how many of its sessions a family is spoken about. */
  supervised: Readonly<{ months: number; share: number }>
  /** Of how many conferences that were held the report was written here. */
  papers: number
  /** Children in care and those who left it, beside the few of the other families. */
  care: CareWanted
  /** Children with plans of protection. */
  plans: PlansWanted
}>

export const sizes: Readonly<Record<string, Size>> = {
  small: { name: 'small', families: 62, open: 48, lately: 0, planDays: [60, 420], index: 14, familyTeams: 3, staff: 30, partners: 2, notesAMonth: 2.2, openTasks: 2, closedTasks: 3, long: { families: 0, notes: 0 }, drafts: 0, supervised: { months: 12, share: 0.6 }, papers: 0.3, care: { now: 14, began: 5, ended: 5, oneIn: 1 }, plans: { now: 9, began: 12, again: 2, oneIn: 3 } },
  // The load of the design brief: 16,500 cases of which 2,000 open, 55,000 open and 220,000 closed pieces of work, 330,000 notes, 10,000 half-written forms.
  hammersmith: { name: 'hammersmith', families: 10_590, open: 850, lately: 0, index: 500, familyTeams: 36, staff: 500, partners: 3_000, notesAMonth: 3.75, openTasks: 67, closedTasks: 17, long: { families: 30, notes: 2_000 }, drafts: 12_000, supervised: { months: 6, share: 0.4 }, papers: 0.1, care: { ...hammersmith.lookedAfter, oneIn: 1 }, plans: { ...hammersmith.plans, oneIn: 1 } },
  // A few more are drawn than the county has: brothers and sisters who were not born yet when it began are not told.
  lancashire: { name: 'lancashire', families: 4_640, open: 2_620, lately: 2_000, planDays: [70, 330], index: 4_000, familyTeams: 60, staff: 800, partners: 3_000, notesAMonth: 1.6, openTasks: 12, closedTasks: 8, long: { families: 20, notes: 1_000 }, drafts: 4_000, supervised: { months: 6, share: 0.4 }, papers: 0.1, care: { ...lancashire.lookedAfter, now: 1_760, ended: 615, oneIn: 3 }, plans: { ...lancashire.plans, now: 985, oneIn: 3 } },
  large: { name: 'large', families: 10_590, open: 850, lately: 0, index: 12_300, familyTeams: 36, staff: 500, partners: 3_000, notesAMonth: 3.75, openTasks: 67, closedTasks: 17, long: { families: 30, notes: 2_000 }, drafts: 12_000, supervised: { months: 6, share: 0.4 }, papers: 0.1, care: { ...hammersmith.lookedAfter, oneIn: 1 }, plans: { ...hammersmith.plans, oneIn: 1 } },
}
