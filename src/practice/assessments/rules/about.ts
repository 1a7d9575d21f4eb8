import { childAndFamilyAssessment } from '../../../../content/forms/childAndFamilyAssessment.ts'
import { sixtyFields } from '../../../../content/forms/sixtyFields.ts'
import type { About, FormDefinition } from '../../../engine/forms/model.ts'
import type { PlainDate } from '../../../kernel/dates.ts'

type OnWork = Readonly<{ dueOn: PlainDate | null; people: readonly Readonly<{ id: string; name: string; given: string; unborn: boolean }>[] }>

const forms = new Map([childAndFamilyAssessment, sixtyFields].map((form) => [form.id, form]))

/** The form as it was when this piece of work began. There is one version of each so far. */
export const definitionOf = (form: string, _version: number): FormDefinition => forms.get(form) ?? childAndFamilyAssessment

/** Whom the assessment is about, and whether it took longer than guidance allows. */
export const aboutOf = (item: OnWork, today: PlainDate): About => ({
  children: item.people.map((person) => ({ id: person.id, name: person.given || person.name, ...(person.unborn ? { unborn: true } : {}) })),
  facts: { 'assessment.late': item.dueOn !== null && today > item.dueOn ? 'yes' : 'no' },
})

/** The section that a question stands in. */
export const sectionOf = (form: FormDefinition, question: string): string | undefined => form.sections.find((section) => section.questions.some((one) => one.id === question))?.id
