import type { Pathway } from '../../src/engine/pathways/model.ts'

const guidance = 'Working Together to Safeguard Children (2023)'

/** From the first contact to what is decided after a child and family assessment. */
export const frontDoor: Pathway = {
  id: 'frontDoor', version: 1, title: 'Front door',
  starts: ['contact'],
  steps: [
    {
      id: 'contact', name: 'Contact', kind: 'form', work: 'contact', about: 'together', who: 'front door worker',
      outcomes: [{ code: 'recorded', label: 'Recorded', opens: ['contactDecision'] }],
    },
    {
      id: 'contactDecision', name: 'Decide what to do', kind: 'decision', work: 'contact', about: 'eachChild', who: 'front door manager',
      managementSignOff: true, duties: ['contact.decided', 'contact.decidedLocal'],
      mustHappen: { source: `${guidance}, paragraph 153` },
      outcomes: [
        { code: 'noFurtherAction', label: 'No further action', opens: ['tellReferrer'], reason: true },
        { code: 'informationAndAdvice', label: 'Information and advice', opens: ['tellReferrer'], reason: true },
        { code: 'earlyHelp', label: 'Early help', opens: ['earlyHelpRequest', 'tellReferrer'], reason: true },
        { code: 'referral', label: 'Assessment', help: 'A referral to children’s social care, and an assessment.', opens: ['allocation', 'tellReferrer'], reason: true },
      ],
    },
    {
      id: 'tellReferrer', name: 'Tell the person who contacted us', kind: 'task', work: 'contact', about: 'together', who: 'front door worker',
      duties: ['referral.acknowledged'],
      outcomes: [
        { code: 'told', label: 'Told', opens: [], ends: true },
        { code: 'notTold', label: 'Not told', help: 'Anonymous, or telling would put somebody at risk.', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'earlyHelpRequest', name: 'Pass to early help', kind: 'task', work: 'contact', about: 'eachChild', who: 'early help coordinator',
      outcomes: [
        { code: 'accepted', label: 'Early help has it', opens: [], ends: true },
        { code: 'returned', label: 'Returned to the front door', opens: ['contactDecision'], reason: true },
      ],
    },
    {
      id: 'allocation', name: 'Allocate to a worker', kind: 'task', work: 'referral', about: 'together', who: 'team manager',
      duties: ['referral.allocated'],
      outcomes: [
        { code: 'allocated', label: 'Allocated', opens: ['assessment'] },
        { code: 'notAccepted', label: 'Returned to the front door', opens: ['contactDecision'], reason: true },
      ],
    },
    {
      id: 'assessment', name: 'Child and family assessment', kind: 'form', work: 'assessment', about: 'together', who: 'social worker',
      form: 'childAndFamilyAssessment', duties: ['assessment.completed', 'assessment.childSeen'],
      mustHappen: { source: `Children Act 1989 section 17; ${guidance}, chapter 3` },
      outcomes: [
        { code: 'finished', label: 'Sent to the manager', opens: ['assessmentSignOff'] },
        { code: 'notNeeded', label: 'Not needed after all', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'assessmentSignOff', name: 'Agree the assessment', kind: 'signOff', work: 'assessment', about: 'eachChild', who: 'team manager',
      managementSignOff: true,
      outcomes: [
        { code: 'noFurtherAction', label: 'No further action', opens: ['letter'] },
        { code: 'stepDown', label: 'Step down to early help', opens: ['stepDown', 'letter'] },
        { code: 'childInNeedPlan', label: 'Child in need plan', opens: ['planChildInNeed', 'letter'] },
        { code: 'strategyDiscussion', label: 'Strategy discussion', help: 'A child may be suffering significant harm.', opens: ['strategyDiscussion'] },
        { code: 'returned', label: 'Return to the worker', opens: ['assessment'], reason: true },
      ],
    },
    {
      id: 'letter', name: 'Write to the family', kind: 'task', work: 'assessment', about: 'together', who: 'social worker',
      outcomes: [
        { code: 'sent', label: 'Sent or given', opens: [], ends: true },
        { code: 'notSent', label: 'Not sent', help: 'A letter would put somebody at risk.', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'stepDown', name: 'Hand over to early help', kind: 'task', work: 'stepDown', about: 'eachChild', who: 'social worker',
      outcomes: [{ code: 'handedOver', label: 'Early help has it', opens: [], ends: true }],
    },
    {
      id: 'planChildInNeed', name: 'Child in need plan to come', kind: 'task', work: 'childInNeedPlan', about: 'eachChild', who: 'social worker',
      duties: ['childInNeed.firstMeeting'],
      outcomes: [
        { code: 'planned', label: 'The plan is made', opens: [], ends: true },
        { code: 'declined', label: 'The family does not want a plan', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'strategyDiscussion', name: 'Strategy discussion', kind: 'decision', work: 'section47', about: 'eachChild', who: 'team manager',
      duties: ['strategyDiscussion.held'],
      statutoryDecision: { source: `Children Act 1989 section 47; ${guidance}, chapter 3: with the police and health at least` },
      outcomes: [
        { code: 'section47Enquiry', label: 'Section 47 enquiry', opens: [], ends: true },
        { code: 'noEnquiry', label: 'No section 47 enquiry', opens: [], ends: true, reason: true },
      ],
    },
  ],
}
