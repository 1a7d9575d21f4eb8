import { valueFor } from '../../../engine/forms/answers.ts'
import { isAnswered } from '../../../engine/conditions/holds.ts'
import type { About, Answers, FormDefinition } from '../../../engine/forms/model.ts'
import type { BesideField, Supposed } from '../../../engine/returns/model.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Surroundings } from '../../../record/access/page.ts'
import { readForm } from '../../../record/answers/register.ts'
import { itemFor } from '../../../record/work/register.ts'
import type { Assessment } from '../model/stored.ts'
import { assessmentForm } from '../pages/ruled.ts'
import { aboutOf, definitionOf } from '../rules/about.ts'
import { closing, factsOf } from '../rules/facts.ts'
import * as store from '../store/assessments.ts'

type Written = Readonly<{ assessment: Pick<Assessment, 'id' | 'referralId'>; form: FormDefinition; answers: Answers; about: About }>

/** What the rules of the census would ask of each child if the assessment were agreed today as it stands: of what is answered, and of nothing that is still to come. */
export async function askedOf(asking: Asking, asks: Surroundings['asks'], { assessment, form, answers, about }: Written): Promise<readonly BesideField[]> {
  const answered = (question: string, childId: string) => isAnswered(valueFor(answers[question], childId))
  const { children } = factsOf(form, answers, about)
  const ends = closing(children)
  const supposed = children.filter((child) => child.factors.length > 0 || child.outcome !== null).map((child): Supposed => {
    const end = ends.find(({ personId }) => personId === child.personId)
    return { personId: child.personId, assessment: assessment.id, authorisedOn: asking.today, factors: child.factors, ...(end && assessment.referralId ? { closes: { referralId: assessment.referralId, reason: end.reason } } : {}) }
  })
  if (!asks || supposed.length === 0) return []
  return (await asks(asking, assessmentForm.key, supposed)).filter((one) => answered(one.field, one.personId))
}

/** The same, as the assessment of a piece of work stands with the council now. */
export async function askedNow(asking: Asking, itemId: string, asks: Surroundings['asks']): Promise<readonly BesideField[]> {
  const [item, assessment] = [await itemFor(asking, itemId), await store.ofItem(asking.db, itemId)]
  if (!assessment?.formId || (assessment.state !== 'open' && assessment.state !== 'returned')) return []
  const form = await readForm(asking, assessment.formId)
  return askedOf(asking, asks, { assessment, form: definitionOf(form.form, form.formVersion), answers: form.answers, about: aboutOf(item, asking.today) })
}
