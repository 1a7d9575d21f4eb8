import type { Duty } from '../../src/engine/timescales/model.ts'

/** Private fostering: each duty with its source, and whether the text of the rule was read. */
export const privateFosteringDuties: Duty[] = [
  {
    id: 'privateFostering.noticeGiven', duty: 'Carer tells the council beforehand', area: 'privateFostering',
    from: ['privateArrangement.planned'], to: ['privateFostering.noticeGiven'], manner: 'ahead', within: { weeks: 6 },
    stoppedBy: ['privateFostering.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    note: 'The carer’s duty. At once where it begins within six weeks.',
    status: 'law', verified: true, basis: 'read', reference: 'private-fostering-notify',
    source: { title: 'Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)', provision: 'reg 3', url: 'https://legislation.gov.uk/uksi/2005/1533/note/made' },
  },
  {
    id: 'privateFostering.firstVisit', duty: 'First visit after notice', area: 'privateFostering',
    from: ['privateFostering.noticeGiven'], to: ['privateFostering.visited'], manner: 'by', within: { workingDays: 7 },
    stoppedBy: ['privateFostering.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'law', verified: false, basis: 'quoted', reference: 'private-fostering-first-visit',
    source: { title: 'Children (Private Arrangements for Fostering) Regulations 2005', provision: 'regs 4, 7', url: 'https://www.yumpu.com/en/document/view/23054178/national-minimum-standards-for-private-fostering-torbay-council/19' },
  },
  {
    id: 'privateFostering.firstYear', duty: 'Private fostering visit in the first year', area: 'privateFostering',
    from: ['privateFostering.known'], to: ['privateFostering.visited'], manner: 'every', within: { weeks: 6 },
    stoppedBy: ['privateFostering.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    appliesTo: 'First year from becoming aware',
    note: 'The year begins when the council becomes aware.',
    status: 'law', verified: true, basis: 'read', reference: 'private-fostering-visit-year1',
    source: { title: 'Children (Private Arrangements for Fostering) Regulations 2005', provision: 'reg 8(1)(a),(6)', url: 'http://legislation.gov.uk/uksi/2005/1533/regulation/8/made' },
  },
  {
    id: 'privateFostering.later', duty: 'Private fostering visit in later years', area: 'privateFostering',
    from: ['privateFostering.visited'], to: ['privateFostering.visited'], manner: 'every', within: { weeks: 12 },
    stoppedBy: ['privateFostering.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    appliesTo: 'After the first year',
    status: 'law', verified: true, basis: 'read', reference: 'private-fostering-visit-later',
    source: { title: 'Children (Private Arrangements for Fostering) Regulations 2005', provision: 'reg 8(1)(b)', url: 'http://legislation.gov.uk/uksi/2005/1533/regulation/8/made' },
  },
  {
    id: 'privateFostering.changeTold', duty: 'Carer tells of a change or end', area: 'privateFostering',
    from: ['privateFostering.changed'], to: ['privateFostering.changeTold'], manner: 'by', within: { hours: 48 },
    stoppedBy: ['privateFostering.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'law', verified: false, basis: 'remembered', reference: 'private-fostering-change-notify',
    source: { title: 'Children (Private Arrangements for Fostering) Regulations 2005', provision: 'regs 9, 10', url: 'https://legislation.gov.uk/uksi/2005/1533/note/made' },
  },
]
