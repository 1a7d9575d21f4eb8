import type { Frozen } from '../../../engine/forms/frozen.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Asking } from '../../../record/access/model.ts'
import { frozenForm, readForm } from '../../../record/answers/register.ts'
import type { FormRead } from '../../../record/answers/model.ts'
import { asAsked } from '../../../engine/forms/frozen.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { itemFor } from '../../../record/work/register.ts'
import type { Assessment, ChildFacts, Decision } from '../model/stored.ts'
import { aboutOf, definitionOf } from '../rules/about.ts'
import * as store from '../store/assessments.ts'

export type Finished = Readonly<{ assessment: Assessment; item: WorkItem; form: FormRead; frozen: Frozen; children: readonly ChildFacts[]; decisions: readonly Decision[]; previous: Frozen | undefined; previousItemId: string | undefined; previousOn: string | undefined }>

/** Children's own answers and facts in the order in which the children were born, as everywhere else. */
function inOrder(frozen: Frozen, people: WorkItem['people']): Frozen {
  const at = (about: readonly string[]): number => (about.length === 1 ? people.findIndex((one) => one.id === about[0]) : -1)
  return { ...frozen, sections: frozen.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, answers: [...question.answers].sort((a, b) => at(a.about) - at(b.about)) })) })) }
}

/** An assessment to be read: as it was sent, or as it stands while it is written. `id`: of the assessment, its work or its sign-off. */
export async function finished(asking: Asking, id: string): Promise<Finished> {
  const assessment = (await store.ofItem(asking.db, id)) ?? (await store.byId(asking.db, id))
  if (!assessment?.formId || !assessment.itemId) throw notFound('We could not find that assessment.')
  const item = await itemFor(asking, assessment.itemId)
  const form = await readForm(asking, assessment.formId)
  const written = assessment.state === 'open' || assessment.state === 'returned'
  const kept = written ? undefined : await frozenForm(asking, assessment.formId)
  const previous = form.previousId ? await frozenForm(asking, form.previousId) : undefined
  const before = form.previousId ? await store.ofForm(asking.db, form.previousId) : undefined
  return {
    assessment, item, form, frozen: inOrder(kept ?? asAsked(definitionOf(form.form, form.formVersion), form.answers, aboutOf(item, asking.today)), item.people),
    children: (await store.childrenOf(asking.db, assessment.id)).sort((a, b) => item.people.findIndex((one) => one.id === a.personId) - item.people.findIndex((one) => one.id === b.personId)), decisions: await store.decisionsOf(asking.db, assessment.id),
    previous, previousItemId: before?.itemId ?? undefined, previousOn: before?.authorisedOn ?? undefined,
  }
}
