import type { Duty } from '../../src/engine/timescales/model.ts'

/** Children in need: each duty with its source, and whether the text of the rule was read. */
export const childInNeedDuties: Duty[] = [
  {
    id: 'childInNeed.firstMeeting', duty: 'First child in need meeting', area: 'childInNeed',
    from: ['childInNeedPlan.decided'], to: ['childInNeedPlan.met'], manner: 'by', within: { workingDays: 10 },
    status: 'local', verified: true, basis: 'read', reference: 'cin-plan-meeting',
    source: { title: 'Nottinghamshire procedures', url: 'https://nottinghamshirecs.proceduresonline.antser.com/chapter/child-in-need-plans-and-reviews-including-detention-under-the-mental-health-act-1983' },
  },
  {
    id: 'childInNeed.reviewed', duty: 'Child in need review', area: 'childInNeed',
    from: ['childInNeedPlan.started'], to: ['childInNeedPlan.reviewed'], manner: 'every', within: { weeks: 12 },
    stoppedBy: ['childInNeedPlan.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'local', verified: true, basis: 'read', reference: 'cin-review',
    source: { title: 'York procedures', provision: 'Child in need reviews s1', url: 'http://yorkchildcare.proceduresonline.com/chapters/p_cin_plans_rev.html' },
  },
  {
    id: 'childInNeed.visited', duty: 'Child in need visit', area: 'childInNeed',
    from: ['childInNeedPlan.started'], to: ['child.seen'], manner: 'every', within: { workingDays: 20 },
    count: 'firstDay',
    stoppedBy: ['childInNeedPlan.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    note: 'This council counts the day of the visit as day 1.',
    status: 'local', verified: true, basis: 'read', reference: 'cin-visit',
    source: { title: 'a council’s visiting table', url: 'https://docsbay.net/frequency-and-guidance-for-statutory-visits' },
  },
]
