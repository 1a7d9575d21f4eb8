import type { Duty } from '../../src/engine/timescales/model.ts'

/** Education: each duty with its source, and whether the text of the rule was read. */
export const educationDuties: Duty[] = [
  {
    id: 'educationHealthCare.decided', duty: 'Decide whether to assess for an education, health and care plan', area: 'education',
    from: ['educationHealthCare.requested'], to: ['educationHealthCare.decided'], manner: 'by', within: { weeks: 6 },
    stoppedBy: [],
    appliesTo: 'From birth to 25',
    note: 'Times did not apply from 1 May to 25 September 2020.',
    status: 'law', verified: true, basis: 'read', reference: 'ehc-decide',
    inForce: { from: '2014-09-01', to: '2020-04-30' },
    source: { title: 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)', provision: 'reg 5(1),(4)', url: 'https://legislation.gov.uk/uksi/2014/1530/regulation/5/data.htm' },
  },
  {
    id: 'educationHealthCare.decided', duty: 'Decide whether to assess for an education, health and care plan', area: 'education',
    from: ['educationHealthCare.requested'], to: ['educationHealthCare.decided'], manner: 'by', within: { weeks: 6 },
    stoppedBy: [],
    appliesTo: 'From birth to 25',
    status: 'law', verified: true, basis: 'read', reference: 'ehc-decide',
    inForce: { from: '2020-09-26' },
    source: { title: 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)', provision: 'reg 5(1),(4)', url: 'https://legislation.gov.uk/uksi/2014/1530/regulation/5/data.htm' },
  },
  {
    id: 'educationHealthCare.advised', duty: 'Our advice for an education, health and care assessment', area: 'education',
    from: ['educationHealthCare.adviceAsked'], to: ['educationHealthCare.advised'], manner: 'by', within: { weeks: 6 },
    stoppedBy: [],
    status: 'law', verified: false, basis: 'quoted', reference: 'ehc-advice',
    inForce: { from: '2014-09-01' },
    source: { title: 'Special Educational Needs and Disability Regulations 2014', provision: 'reg 8', url: 'https://edyourself.org/send-regulations/' },
  },
  {
    id: 'educationHealthCare.issued', duty: 'Education, health and care plan issued', area: 'education',
    from: ['educationHealthCare.requested'], to: ['educationHealthCare.issued'], manner: 'by', within: { weeks: 20 },
    stoppedBy: [],
    note: 'Times did not apply from 1 May to 25 September 2020.',
    status: 'law', verified: true, basis: 'read', reference: 'ehc-final',
    inForce: { from: '2014-09-01', to: '2020-04-30' },
    source: { title: 'Special Educational Needs and Disability Regulations 2014', provision: 'reg 13(2)', url: 'https://gov.uk/government/publications/changes-to-the-law-on-education-health-and-care-needs-assessments-and-plans-due-to-coronavirus/education-health-and-care-needs-assessments-and-plans-guidance-on-temporary-legislative-changes-relating-to-coronavirus-covid-19' },
  },
  {
    id: 'educationHealthCare.issued', duty: 'Education, health and care plan issued', area: 'education',
    from: ['educationHealthCare.requested'], to: ['educationHealthCare.issued'], manner: 'by', within: { weeks: 20 },
    stoppedBy: [],
    status: 'law', verified: true, basis: 'read', reference: 'ehc-final',
    inForce: { from: '2020-09-26' },
    source: { title: 'Special Educational Needs and Disability Regulations 2014', provision: 'reg 13(2)', url: 'https://gov.uk/government/publications/changes-to-the-law-on-education-health-and-care-needs-assessments-and-plans-due-to-coronavirus/education-health-and-care-needs-assessments-and-plans-guidance-on-temporary-legislative-changes-relating-to-coronavirus-covid-19' },
  },
  {
    id: 'personalEducationPlan.initiated', duty: 'Personal education plan begun', area: 'education',
    from: ['care.started'], to: ['personalEducationPlan.initiated'], manner: 'by', within: { workingDays: 10 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    note: 'Working days, not school days.',
    status: 'guidance', verified: false, basis: 'quoted', reference: 'pep-initiate',
    source: { title: 'Promoting the education of looked-after children (statutory guidance); care plan rule reg 4(2)', url: 'https://knowsleychildcare.proceduresonline.com/p_child_first_la.html' },
  },
  {
    id: 'personalEducationPlan.available', duty: 'Personal education plan ready for the first review', area: 'education',
    from: ['care.started'], to: ['personalEducationPlan.available'], manner: 'by', within: { workingDays: 20 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'guidance', verified: false, basis: 'quoted', reference: 'pep-complete',
    source: { title: 'Promoting the education of looked-after children', url: 'https://oldham.gov.uk/info/200226/schools_and_colleges/2857/oldham_virtual_school/2' },
  },
]
