import type { Duty } from '../../src/engine/timescales/model.ts'

/** Children’s homes: each duty with its source, and whether the text of the rule was read. */
export const homesDuties: Duty[] = [
  {
    id: 'childrensHome.qualityReviewed', duty: 'Quality of care reviewed', area: 'homes',
    from: ['childrensHome.qualityReviewed'], to: ['childrensHome.qualityReviewed'], manner: 'every', within: { months: 6 },
    stoppedBy: [],
    status: 'law', verified: false, basis: 'remembered', reference: 'home-reg45',
    inForce: { from: '2015-04-01' },
    source: { title: 'Children’s Homes (England) Regulations 2015', provision: 'reg 45' },
  },
  {
    id: 'childrensHome.absenceNotified', duty: 'Planned absence of the manager notified', area: 'homes',
    from: ['managerAbsence.planned'], to: ['managerAbsence.notified'], manner: 'ahead', within: { months: 1 },
    stoppedBy: [],
    status: 'law', verified: true, basis: 'read', reference: 'home-manager-absence',
    inForce: { from: '2015-04-01' },
    source: { title: 'Children’s Homes (England) Regulations 2015', provision: 'reg 48(1)-(5)', url: 'http://legislation.gov.uk/cy/uksi/2015/541/part/7/data.xht?view=snippet&wrap=true' },
  },
]
