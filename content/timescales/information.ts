import type { Duty } from '../../src/engine/timescales/model.ts'

/** Information: each duty with its source, and whether the text of the rule was read. */
export const informationDuties: Duty[] = [
  {
    id: 'subjectAccess.answered', duty: 'Subject access request answered', area: 'information',
    from: ['subjectAccess.received', 'subjectAccess.identityProved'], to: ['subjectAccess.answered'], manner: 'by', within: { months: 1 },
    restart: 'last', rolls: 'forward', extended: [{ by: 'subjectAccess.extended', within: { months: 3 } }],
    pauses: [{ from: 'subjectAccess.clarificationAsked', to: 'subjectAccess.clarified', words: 'They are asked which records they mean, and have not answered.', source: 'ICO guidance on the right of access: stopping the clock', basis: 'remembered' }],
    stoppedBy: ['request.withdrawn'],
    note: 'The same day of the next month. Three months from the beginning when extended, told within the first.',
    status: 'law', verified: true, basis: 'read', reference: 'sar',
    inForce: { from: '2019-08-15' },
    source: { title: 'UK GDPR art 12(3), ICO guidance', provision: 'right of access: how long do we have', url: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/what-should-we-consider-when-responding-to-a-request/?q=documents' },
  },
  {
    id: 'dataBreach.reported', duty: 'Personal data breach reported', area: 'information',
    from: ['dataBreach.known'], to: ['dataBreach.reported'], manner: 'by', within: { hours: 72 },
    stoppedBy: ['request.withdrawn'],
    note: 'Hours run on through weekends.',
    status: 'law', verified: false, basis: 'quoted', reference: 'breach-notify',
    source: { title: 'UK GDPR', provision: 'art 33(1)', url: 'http://faqs.cps.scot/user-faqs/when-must-i-notify-a-personal-data-breach-gdpr/' },
  },
  {
    id: 'informationRequest.answered', duty: 'Freedom of information request answered', area: 'information',
    from: ['informationRequest.received'], to: ['informationRequest.answered'], manner: 'by', within: { workingDays: 20 },
    calendar: 'unitedKingdom', pauses: [{ from: 'informationRequest.feeAsked', to: 'informationRequest.feeReceived', words: 'A fee is asked for and not yet paid.' }],
    stoppedBy: ['request.withdrawn'],
    status: 'law', verified: true, basis: 'read', reference: 'foi',
    source: { title: 'Freedom of Information Act 2000', provision: 's10(1)-(3),(6)', url: 'http://legislation.data.gov.uk/ukpga/2000/36/section/10' },
  },
]
