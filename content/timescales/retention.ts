import type { Duty } from '../../src/engine/timescales/model.ts'

/** How long records are kept: each duty with its source, and whether the text of the rule was read. */
export const retentionDuties: Duty[] = [
  {
    id: 'adoptionRecords.kept', duty: 'Adoption records kept until', area: 'retention',
    from: ['adoptionOrder.made'], to: ['record.destroyed'], manner: 'notBefore', within: { years: 100 },
    stoppedBy: [],
    status: 'law', verified: false, basis: 'quoted', reference: 'adoption-records',
    inForce: { from: '2005-12-30' },
    source: { title: 'Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005', provision: 'reg 6', url: 'https://salfordcs.trixonline.co.uk/chapter/childrens-services-retention-of-records' },
  },
  {
    id: 'fosterRecords.kept', duty: 'Foster carer’s records kept until', area: 'retention',
    from: ['fosterCarer.approvalEnded'], to: ['record.destroyed'], manner: 'notBefore', within: { years: 10 },
    stoppedBy: [],
    status: 'law', verified: false, basis: 'quoted', reference: 'foster-records',
    inForce: { from: '2011-04-01' },
    source: { title: 'Fostering Services (England) Regulations 2011', provision: 'reg 32', url: 'https://mertoncs.proceduresonline.com/t_retention_records.html' },
  },
  {
    id: 'lookedAfterRecords.kept', duty: 'Record of a child in our care kept until', area: 'retention',
    from: ['child.born'], to: ['record.destroyed'], manner: 'notBefore', within: { years: 75 },
    stoppedBy: [],
    note: 'Fifteen years from the death of a child who dies before eighteen.',
    status: 'law', verified: false, basis: 'quoted', reference: 'cla-records',
    inForce: { from: '2011-04-01' },
    source: { title: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)', provision: 'reg 50', url: 'https://mertoncs.proceduresonline.com/t_retention_records.html' },
  },
  {
    id: 'childRecords.kept', duty: 'Child’s record kept until', area: 'retention',
    from: ['child.born'], to: ['record.destroyed'], manner: 'notBefore', within: { years: 25 },
    stoppedBy: [],
    appliesTo: 'Children never in our care',
    status: 'local', verified: false, basis: 'remembered', reference: 'cp-cin-records',
    source: { title: 'local schedules' },
  },
]
