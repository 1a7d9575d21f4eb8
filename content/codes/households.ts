import type { CodeList } from './codeList.ts'

/** Carer households, of Kith. */
export const householdKinds: CodeList = {
  id: 'householdKinds', title: 'Kind of carer household',
  codes: [
    { code: 'foster', label: 'Foster carers' }, { code: 'connected', label: 'Relatives or friends who foster' }, { code: 'adopters', label: 'Adopters' },
    { code: 'fosterAdopters', label: 'Approved to foster and to adopt' }, { code: 'lodgings', label: 'Supported lodgings' },
  ],
}

/** Two stages, panel and decision (Fostering Services Regulations 2011, regulations 26 to 29; Adoption Agencies Regulations 2005). */
export const householdSteps: CodeList = {
  id: 'householdSteps', title: 'What happened',
  codes: [
    { code: 'enquiry', label: 'Enquiry' }, { code: 'stageOne', label: 'Stage one began' }, { code: 'stageOneDecided', label: 'Stage one decided' }, { code: 'stageTwo', label: 'Stage two began' }, { code: 'paused', label: 'The assessment pauses' }, { code: 'resumed', label: 'The assessment goes on' }, { code: 'panel', label: 'Panel recommended' },
    { code: 'approved', label: 'Approved by the decision maker' }, { code: 'temporarilyApproved', label: 'Approved for a time, as a connected person' }, { code: 'extended', label: 'Approval for a time extended' }, { code: 'reviewed', label: 'Approval reviewed' },
    { code: 'onHold', label: 'Not taking children for now' }, { code: 'back', label: 'Taking children again' }, { code: 'refused', label: 'Not approved' }, { code: 'withdrew', label: 'They withdrew' }, { code: 'ended', label: 'Approval ended' }, { code: 'givenTo', label: 'Given to a worker' },
  ],
}
