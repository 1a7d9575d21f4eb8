import type { RuledPage } from '../../../engine/returns/model.ts'

/** What the answers of a section 47 enquiry write into the census once it is agreed, by question. */
export const enquiryForm: RuledPage = { key: 'enquiry.form', path: '/protection/enquiries/:item', fields: { enquiryOutcome: { cin: 'Section47.ICPCnotRequired' } } }
