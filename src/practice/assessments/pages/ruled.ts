import type { RuledPage } from '../../../engine/returns/model.ts'

const cin = 'Assessments.AssessmentActualStartDate Assessments.AssessmentAuthorisationDate Assessments.AssessmentFactors'
/** What the answers of an assessment write into the census once it is agreed, by question. */
export const assessmentForm: RuledPage = {
  key: 'assessment.form', path: '/assessments/:id',
  fields: { factors: { cin: 'Assessments.AssessmentFactors' }, outcome: { cin: 'CINdetails.CINclosureDate CINdetails.ReasonForClosure' } },
}
/** What sending an assessment and agreeing to it write into the census: factors and days are told once it is agreed. */
export const assessmentPagesRuled: readonly RuledPage[] = [
  { key: 'assessment.sent', path: '/assessments/:id/hand-over', fields: { comment: { cin: 'Assessments.AssessmentActualStartDate' } } },
  { key: 'assessment.decided', path: '/decisions', fields: { comment: { cin: `${cin} CINdetails.CINclosureDate CINdetails.ReasonForClosure Section47.ICPCnotRequired` } } },
]
