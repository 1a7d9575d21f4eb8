/** A kind of plan, as data. `inPlain`: what a family calls it. `reviewedBy`: the meetings at which its progress is told. */
export type PlanKind = Readonly<{ id: string; name: string; inPlain: string; category?: true; members: string; reviewedBy: readonly string[]; reviewKind?: string; meets?: string }>

/** Every kind of plan of the national pack. */
export const planKinds: readonly PlanKind[] = [
  { id: 'protectionPlan', name: 'Child protection plan', inPlain: 'the plan to keep the children safe', category: true, members: 'Core group', reviewedBy: ['reviewConference'], reviewKind: 'reviewConference', meets: 'coreGroup' },
  { id: 'childInNeedPlan', name: 'Child in need plan', inPlain: 'the plan to help the family', members: 'Who helps', reviewedBy: ['childInNeedReview'], reviewKind: 'childInNeedReview', meets: 'childInNeedReview' },
]
