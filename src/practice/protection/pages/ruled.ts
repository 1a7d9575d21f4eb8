import type { RuledPage } from '../../../engine/returns/model.ts'

/** What the answers of a section 47 enquiry write into the census once it is agreed, by question. */
export const enquiryForm: RuledPage = { key: 'enquiry.form', path: '/protection/enquiries/:item', fields: { enquiryOutcome: { cin: 'Section47.ICPCnotRequired' } } }

/** What a strategy discussion that decides an enquiry writes into the census: the enquiry begins on its day. */
export const protectionPagesRuled: readonly RuledPage[] = [{ key: 'discussion.held', path: '/protection/discussions/:item', fields: { on: { cin: 'Section47.S47ActualStartDate' } } }]
