import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import type { Beside, Conferred, Enquired, InNeed, Planned } from './model.ts'

const of = (name: string) => `Child/CINdetails/${name}`
/** Elements of an imported census that are told on. */
export const besidePaths = [...['DateOfInitialCPC', 'CINPlanDates', 'Section47', 'ChildProtectionPlans'].map(of), 'Child/ChildIdentifiers/UPNunknown']

type Kept = Readonly<{ name: string; text: string; within: readonly Kept[] }>
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
function keptOf(value: unknown): Kept {
  const said: Readonly<Record<string, unknown>> = isObject(value) ? value : {}
  const text = (name: string) => { const found = said[name]; return typeof found === 'string' ? found.trim() : '' }
  const within = said['within']
  return { name: text('name'), text: text('text'), within: Array.isArray(within) ? within.map(keptOf) : [] }
}
const all = (kept: Kept, name: string): readonly Kept[] => kept.within.flatMap((inner) => (inner.name === name ? [inner] : all(inner, name)))
const text = (kept: Kept, name: string): string => all(kept, name)[0]?.text ?? ''
const dayIn = (words: string): PlainDate | null => { const day = words.slice(0, 10); return isPlainDate(day) ? day : null }
const day = (kept: Kept, name: string): PlainDate | null => dayIn(text(kept, name))

/** Later files tell of the same thing again, with its end: the last telling of each counts. */
const newest = <Row>(rows: readonly Row[], key: (row: Row) => string): Row[] => [...new Map(rows.map((row) => [key(row), row])).values()]

/** A child with what an imported census told of plans, enquiries and conferences, where the record has no row of its own for the same beginning. */
export function withBeside(child: InNeed): InNeed {
  if (child.beside.length === 0) return child
  const { personId } = child
  const [plans, enquiries, conferences]: [Planned[], Enquired[], Conferred[]] = [[], [], []]
  const plan = ({ caseId }: Beside, kept: Kept, kind: string, start: string, end: string) => {
    const startedOn = day(kept, start)
    const before = text(kept, 'NumberOfPreviousCPP')
    if (startedOn) plans.push({ personId, kind, caseId, startedOn, endedOn: day(kept, end), firstCategory: text(kept, 'InitialCategoryOfAbuse') || null, category: text(kept, 'LatestCategoryOfAbuse') || null, ...(before ? { before } : {}) })
  }
  const held = ({ caseId }: Beside, kind: string, on: PlainDate | null, enquiryId: string | null = null) => { if (on) conferences.push({ personId, kind, on, enquiryId, caseId }) }
  for (const one of child.beside) {
    const kept = keptOf(one.fragment)
    if (one.path === of('CINPlanDates')) plan(one, kept, 'childInNeedPlan', 'CINPlanStartDate', 'CINPlanEndDate')
    else if (one.path === of('ChildProtectionPlans')) {
      plan(one, kept, 'protectionPlan', 'CPPstartDate', 'CPPendDate')
      for (const review of all(kept, 'CPPreviewDate')) held(one, 'reviewConference', dayIn(review.text))
    } else if (one.path === of('Section47')) {
      const [on, conference] = [day(kept, 'S47ActualStartDate'), day(kept, 'DateOfInitialCPC')]
      const none = /^(1|true)$/i.test(text(kept, 'ICPCnotRequired'))
      const target = day(kept, 'InitialCPCtarget')
      if (on) enquiries.push({ personId, id: one.id, caseId: one.caseId, on, outcome: conference || !none ? 'conference' : 'noFurtherAction', finished: none || conference !== null, ...(target ? { target } : {}) })
      held(one, 'initialConference', conference, one.id)
    } else if (one.path === of('DateOfInitialCPC')) held(one, 'initialConference', dayIn(kept.text), 'case')
  }
  const why = child.beside.findLast((one) => one.path.endsWith('/UPNunknown'))
  const fresh = <Row>(rows: readonly Row[], own: readonly Row[], key: (row: Row) => string) => { const there = new Set(own.map(key)); return newest(rows, key).filter((row) => !there.has(key(row))) }
  const inOrder = <Row>(rows: readonly Row[], on: (row: Row) => string) => rows.toSorted((a, b) => on(a).localeCompare(on(b)))
  return {
    ...child,
    plans: inOrder([...child.plans, ...fresh(plans, child.plans, ({ kind, startedOn }) => `${kind} ${startedOn}`)], (one) => one.startedOn),
    enquiries: inOrder([...child.enquiries, ...fresh(enquiries, child.enquiries, ({ on }) => on)], (one) => one.on),
    conferences: inOrder([...child.conferences, ...fresh(conferences, child.conferences, ({ kind, on, enquiryId }) => `${kind === 'reviewConference' ? kind : 'initial'} ${on} ${enquiryId === 'case' ? enquiryId : ''}`)], (one) => one.on),
    ...(why ? { known: [...child.known, { personId, kind: 'upnUnknown', value: keptOf(why.fragment).text.toUpperCase() }] } : {}),
  }
}
