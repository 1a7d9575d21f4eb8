import { clockOf } from '../../../record/work/trayRows.ts'
import { dayInWords, dayOf, shortDay, timeOf } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { addWorkingDays, workingDaysBetween } from '../../../kernel/workingDays.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Surroundings } from '../../../record/access/page.ts'
import { readForm } from '../../../record/answers/register.ts'
import type { FormRead } from '../../../record/answers/model.ts'
import { markOf } from '../../../record/people/marks.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { itemFor } from '../../../record/work/register.ts'
import type { BesideKind, EditorStart, ShownChild } from '../model/shown.ts'
import type { Assessment, Decision } from '../model/stored.ts'
import { aboutOf, definitionOf } from '../rules/about.ts'
import * as store from '../store/assessments.ts'
import { assessmentForm } from '../pages/ruled.ts'
import { askedOf } from './asked.ts'
import { readBeside } from './beside.ts'

/** `Smith and Begum family`; `Smith family`; for many names the first. */
export const familyWords = (people: readonly Readonly<{ family: string }>[]): string => {
  const names = [...new Set(people.map((person) => person.family).filter(Boolean))]
  return names.length === 0 ? 'The family' : `${names.length <= 2 ? listed(names) : `${names[0] ?? ''} and others`} family`
}
export const shownChildren = (people: WorkItem['people']): ShownChild[] => people.map((person) => ({ id: person.id, name: person.name, given: person.given || person.name, mark: markOf(person) }))

const guidanceDays = 45

/** The 45 days in words and as a bar. The day it began is reckoned back from the day it is due. */
export function assessmentClock(item: WorkItem, asking: Asking): EditorStart['clock'] {
  const { state, words, second = '' } = clockOf(item, false, asking.today)
  if (!item.dueOn) return { state, words, second, share: 0, place: '' }
  const began = addWorkingDays(item.dueOn, -guidanceDays)
  const day = Math.max(0, workingDaysBetween(began, asking.today))
  return { state, words, second, share: Math.min(1, day / guidanceDays), place: day > guidanceDays ? `${day - guidanceDays} working days over ${guidanceDays}, since the referral on ${shortDay(began, asking.today).slice(4)}` : `Working day ${day} of ${guidanceDays}, since the referral on ${shortDay(began, asking.today).slice(4)}` }
}

export type Editing = Readonly<{ item: WorkItem; assessment: Assessment; form: FormRead; start: EditorStart; decisions: readonly Decision[] }>

/** Everything the editor shows; nothing before the assessment was begun. */
export async function editing(asking: Asking, itemId: string, kind: BesideKind, asks?: Surroundings['asks']): Promise<Editing | { item: WorkItem }> {
  const item = await itemFor(asking, itemId)
  const assessment = await store.ofItem(asking.db, itemId)
  if (!assessment?.formId) return { item }
  const form = await readForm(asking, assessment.formId)
  const decisions = await store.decisionsOf(asking.db, assessment.id)
  const manager = item.teamId ? await store.managerOf(asking.db, item.teamId, [asking.actor.id, ...(item.workerId ? [item.workerId] : [])]) : undefined
  const previous = form.previousId ? await store.ofForm(asking.db, form.previousId) : undefined
  const returned = assessment.state === 'returned' ? decisions.find((one) => one.decision === 'return') : undefined
  const children = shownChildren(item.people)
  const written = { assessment, form: definitionOf(form.form, form.formVersion), answers: form.answers, about: aboutOf(item, asking.today) }
  return {
    item, assessment, form, decisions,
    start: {
      itemId, me: { id: asking.actor.id, name: asking.actor.name, email: asking.actor.email ?? '' }, today: asking.today,
      form: written.form, about: written.about, children,
      family: { words: familyWords(item.people), href: `/people/${children[0]?.id ?? ''}/family` },
      answers: form.answers, proposals: form.proposals, left: form.left, clashes: form.clashes,
      saved: form.savedAt && Object.keys(form.answers).length > 0 ? `Saved ${dayOf(form.savedAt) === asking.today ? `at ${timeOf(form.savedAt)}` : dayInWords(dayOf(form.savedAt))}` : 'Saves as you write',
      clock: assessmentClock(item, asking), sendTo: manager?.name ?? 'your manager',
      returned: returned ? { by: returned.by, comment: returned.comment ?? '' } : null,
      previousHref: previous?.itemId ? `/assessments/${previous.itemId}/read` : null,
      beside: await readBeside(asking, item.people, form.previousId, kind),
      asked: assessment.state === 'open' || assessment.state === 'returned' ? await askedOf(asking, asks, written) : [], ruled: Object.keys(assessmentForm.fields),
    },
  }
}

/** Whether somebody has begun the assessment of this piece of work. */
export const isBegun = async (asking: Asking, itemId: string): Promise<boolean> => typeof (await store.ofItem(asking.db, itemId))?.formId === 'string'
