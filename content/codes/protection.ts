import type { CodeList } from './codeList.ts'

/** The codes are the outcomes of the step section47SignOff in the pathway childProtection. */
export const enquiryOutcomes: CodeList = {
  id: 'enquiryOutcomes', title: 'What comes of a section 47 enquiry',
  codes: [
    { code: 'conference', label: 'Initial child protection conference', help: 'Harm is confirmed, and the child is likely to go on suffering it.' },
    { code: 'childInNeedPlan', label: 'Child in need plan', help: 'Harm is confirmed or not, and the child is safe with help.' },
    { code: 'noFurtherAction', label: 'No further action', help: 'The concern is not confirmed, and no help is needed.' },
  ],
}
