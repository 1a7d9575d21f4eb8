import type { Duty } from '../../src/engine/timescales/model.ts'

const paragraph153 = {
  title: 'Working Together to Safeguard Children (December 2023)', provision: 'paragraph 153',
  url: 'https://guidance.nrpfnetwork.org.uk/reader/practice-guidance-families/duty-to-assess-need/',
}
const local = { title: 'This council’s own measure', url: 'https://www.gov.uk/government/publications/working-together-to-safeguard-children--2' }

/** The clocks of the front door. Each says honestly whether the text of the rule was read. */
export const frontDoorDuties: Duty[] = [
  {
    id: 'contact.decided', duty: 'Decide what to do', area: 'frontDoor',
    from: ['contact.received', 'referral.received'], to: ['contact.decided'], manner: 'by', within: { workingDays: 1 },
    appliesTo: 'Every contact about a child', note: 'A social-work-qualified supervisor or manager decides.',
    status: 'guidance', source: paragraph153, verified: false, basis: 'quoted', inForce: { from: '2023-12-01' },
  },
  {
    id: 'referral.acknowledged', duty: 'Tell the person who referred', area: 'frontDoor',
    from: ['contact.received', 'referral.received'], to: ['referrer.told'], manner: 'by', within: { workingDays: 1 },
    appliesTo: 'Every contact whose sender may be told', status: 'guidance', source: paragraph153, verified: false, basis: 'quoted', inForce: { from: '2023-12-01' },
  },
  {
    id: 'contact.decidedLocal', duty: 'Decide what to do: our own measure', area: 'frontDoor',
    from: ['contact.received', 'referral.received'], to: ['contact.decided'], manner: 'by', within: { workingDays: 3 },
    note: 'A measure of the council beside the one working day of the guidance; it never replaces it.',
    status: 'local', source: local, verified: false, basis: 'remembered',
  },
  {
    id: 'referral.allocated', duty: 'Allocate to a worker', area: 'frontDoor',
    from: ['referral.accepted'], to: ['referral.allocated'], manner: 'by', within: { workingDays: 1 },
    note: 'A council’s own measure.', status: 'local', source: local, verified: false, basis: 'remembered',
  },
  {
    id: 'assessment.completed', duty: 'Child and family assessment finished', area: 'frontDoor',
    from: ['referral.received'], to: ['assessment.authorised'], manner: 'by', within: { workingDays: 45 },
    appliesTo: 'Children in need, and children in a section 47 enquiry', note: 'May be exceeded with a recorded reason. The reason is a normal answer.',
    status: 'guidance', source: { title: 'Working Together to Safeguard Children', provision: 'chapter 1, timeliness', url: 'https://hertschildcare.proceduresonline.com/pr_local_kw.html' },
    verified: false, basis: 'quoted', inForce: { from: '2013-04-15' },
  },
  {
    id: 'initialAssessment.completed', duty: 'Initial assessment finished (before 15 April 2013)', area: 'frontDoor',
    from: ['referral.received'], to: ['initialAssessment.completed', 'assessment.authorised'], manner: 'by', within: { workingDays: 10 },
    status: 'guidance', source: { title: 'Working Together 2010 and the Framework for Assessment', url: 'https://www.lexology.com/library/detail.aspx?g=789f3a2c-b97c-4514-907e-9feff4ce2435' },
    verified: false, basis: 'quoted', inForce: { from: '2010-03-01', to: '2013-04-14' },
  },
  {
    id: 'coreAssessment.completed', duty: 'Core assessment finished (before 15 April 2013)', area: 'frontDoor',
    from: ['initialAssessment.completed', 'coreAssessment.decided'], to: ['coreAssessment.completed'], manner: 'by', within: { workingDays: 35 },
    note: 'When it starts is remembered, not read.',
    status: 'guidance', source: { title: 'Framework for the Assessment of Children in Need (2000)', url: 'https://chrismillsblog.blogspot.com/2012/07/opposition-to-draft-working-together.html' },
    verified: false, basis: 'quoted', inForce: { from: '2000-01-01', to: '2013-04-14' },
  },
  {
    id: 'assessment.childSeen', duty: 'Each child seen in the assessment', area: 'frontDoor',
    from: ['assessment.allocated', 'referral.allocated'], to: ['child.seen'], manner: 'by', within: { workingDays: 10 },
    appliesTo: 'Each child of the assessment', note: 'A council’s own measure; the guidance gives no number.',
    status: 'local', source: local, verified: false, basis: 'remembered',
  },
]
