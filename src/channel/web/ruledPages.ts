import type { RuledPage } from '../../engine/returns/model.ts'
import { assessmentForm, assessmentPagesRuled } from '../../practice/assessments/pages/ruled.ts'
import { contactPagesRuled } from '../../practice/contacts/pages/ruled.ts'
import { enquiryForm, protectionPagesRuled } from '../../practice/protection/pages/ruled.ts'
import { meetingPagesRuled } from '../../record/meetings/pages/ruled.ts'
import { planPagesRuled } from '../../record/plans/pages/ruled.ts'
import { carePagesRuled } from './care/ruled.ts'
import { personPagesRuled } from './people/ruled.ts'

/** Which fields of which pages write which columns of the returns: the rules that read them are run beside them. */
export const ruledPages: readonly RuledPage[] = [...carePagesRuled, ...personPagesRuled, ...meetingPagesRuled, ...planPagesRuled, ...assessmentPagesRuled, ...contactPagesRuled, ...protectionPagesRuled]

/** Forms that are written over days: which question writes which columns once the form is agreed. */
export const ruledForms: readonly RuledPage[] = [assessmentForm, enquiryForm]
