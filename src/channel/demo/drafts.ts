import { addWorkingDays } from '../../kernel/workingDays.ts'
import { moment, type PlainDate } from '../../kernel/dates.ts'
import { childAndFamilyAssessment } from '../../../content/forms/childAndFamilyAssessment.ts'
import type { Chance } from './chance.ts'
import type { Row, Rows } from './rows.ts'
import type { FamilyStory } from './story.ts'

const fields = 60
const half = ['It is as it was', 'The family says so, and school agrees', 'To be asked at the next visit', 'Better than in spring', 'Two of them yes, the youngest not yet', 'Not known']

/** A form of sixty fields that somebody left half-written, for measuring how such forms are saved and opened. */
export function halfWritten(family: FamilyStory, chance: Chance, today: PlainDate): Rows {
  const children = family.referrals.at(-1)?.children ?? []
  const by = family.assessments.at(-1)?.by
  if (children.length === 0 || !by) return new Map()
  const at = chance.workingMoment(addWorkingDays(today, -chance.whole(2, 200)))
  const id = chance.id(at)
  const sections: Row[] = []
  let left = fields
  for (const child of ['', ...children]) {
    for (const section of childAndFamilyAssessment.sections) {
      const questions = section.questions.slice(0, left)
      if (questions.length === 0 || (child !== '' && section.about === 'all')) continue
      left -= questions.length
      const savedAt = moment(Date.parse(at) + sections.length * 60_000)
      sections.push({ id: chance.id(savedAt), form_id: id, section: section.id, domain: 'children', about: child === '' ? [] : [child], answers: Object.fromEntries(questions.map((question) => [question.id, question.kind === 'choices' ? ['neglect'] : question.kind === 'date' ? today : chance.pick(half)])), proposals: {}, as_asked: null, state: 'started', version: 1, saved_by: by, saved_at: savedAt })
    }
  }
  return new Map<string, readonly Row[]>([
    ['answers.form', [{ id, form: childAndFamilyAssessment.id, form_version: childAndFamilyAssessment.version, domain: 'children', state: 'draft', item_id: null, previous_id: null, as_asked: null, started_by: by, started_at: at, finished_at: null, left_sections: [], version: 1 }]],
    ['answers.form_person', children.map((personId) => ({ form_id: id, person_id: personId, domain: 'children' }))],
    ['answers.section', sections],
  ])
}
