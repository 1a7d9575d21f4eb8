/**
 * What a council of that name publishes for the year to 31 March 2025. Numbers of the Department for Education (Explore Education Statistics, Open Government Licence v3.0):
 * «Children looked after in England including adoptions» (number and rate; new placements; outcomes; care leavers) and «Children in need» (tables b1, c1, d3, d5).
 */
export type Volumes = Readonly<{
  /** On 31 March, came into care in the year, left it in the year. */
  lookedAfter: Readonly<{ now: number; began: number; ended: number }>
  /** Protection plans on 31 March, begun in the year, of those a second or later one. */
  plans: Readonly<{ now: number; began: number; again: number }>
}>
export const lancashire: Volumes = { lookedAfter: { now: 1_699, began: 517, ended: 569 }, plans: { now: 895, began: 1_203, again: 232 } }
export const hammersmith: Volumes = { lookedAfter: { now: 197, began: 93, ended: 104 }, plans: { now: 108, began: 126, again: 14 } }

type Shares<Of extends string> = Readonly<Record<Of, number>>

/** How long plans of 31 March had lasted, in percent: Lancashire, table d5. */
export const planDurations: readonly (readonly [fromDays: number, toDays: number, share: number])[] = [[1, 91, 31.8], [92, 182, 23.4], [183, 364, 31.8], [365, 729, 10.1], [730, 900, 2.9]]
/** At how many-eth review a plan ends. With these, plans that last as table d5 says begin and end in the numbers of table d3. */
export const reviewsOfEndedPlans: readonly (readonly [reviews: number, share: number])[] = [[1, 25], [2, 45], [3, 20], [4, 7], [5, 3]]
/** Category of the plan, England: data set A5 of «Children in need», 31 March 2020 (26,010 neglect, 18,380 emotional, 3,820 physical, 1,970 sexual, 1,330 several of 51,510). Those of several are told as neglect. */
export const planCategories: Shares<'neglect' | 'emotional' | 'physical' | 'sexual'> = { neglect: 53, emotional: 36, physical: 7, sexual: 4 }

/** Legal status on 31 March, England 2019, in percent («Children looked after in England», first release of December 2019): 75 by care order, full or interim, 18 by agreement, 7 by placement order. */
export const legalStatuses: Shares<'care' | 'agreement' | 'placementOrder'> = { care: 75, agreement: 18, placementOrder: 7 }
/** In foster placements on 31 March, England 2018 and 2019, in percent (the same publication); of those with a relative or friend, 18. */
export const fostered = 73
/** How children left care, England 2018 and 2019, in percent (the same publication): home to parents, special guardianship, adopted; the others grew up or went elsewhere. */
export const leavings: Shares<'home' | 'guardianship' | 'adopted' | 'other'> = { home: 31, guardianship: 13, adopted: 12, other: 44 }

/** Adoption by its stages, in months: «average time between stages», England 2025, all ages: care to decision 9, decision to match 10, match to placing 1, placing to order 9. */
export const adoptionStages = { decided: 9, matched: 10, placed: 1, ordered: 9 } as const
/** Why placements changed, Lancashire 2025, in numbers. */
export const moveReasons: readonly (readonly [reason: string, count: number])[] = [
  ['statusOnly', 172], ['carePlan', 153], ['carerBehaviour', 126], ['approvalRemoved', 67], ['carerOther', 63], ['childAsked', 59], ['allegation', 12], ['standards', 10], ['closure', 8], ['other', 312],
]
/** Health of those in care for a year, Lancashire 2025, in percent: annual assessment, immunisations, teeth; score of strengths and difficulties received; problem with substances. */
export const health = { assessed: 90, immunised: 89, teeth: 88, scored: 96, substances: 2 } as const
/** The score, Lancashire 2025, in percent: normal (0 to 13), borderline (14 to 16), a cause for concern (17 and over). */
export const scores: readonly (readonly [least: number, most: number, share: number])[] = [[2, 13, 47], [14, 16, 14], [17, 32, 39]]
/** What care leavers do, Lancashire 2025, in numbers; suppressed ones (`c`) are told as one. */
export const leaverActivities: Readonly<Record<'young' | 'grown', readonly (readonly [activity: string, count: number])[]>> = {
  young: [['educationFull', 99], ['higherFull', 7], ['apprenticeFull', 8], ['workFull', 42], ['neither', 77], ['unwell', 8], ['parenting', 6]],
  grown: [['educationFull', 94], ['higherFull', 38], ['apprenticeFull', 14], ['workFull', 175], ['unwell', 82], ['neither', 218], ['parenting', 34]],
}
/** Care leavers of whom nothing is known, and whose home is not suitable, Lancashire 2025, in percent. */
export const leavers = { notKnown: 2, unsuitable: 5 } as const

/**
 * Factors identified at the end of 7,485 assessments, Lancashire 2025 (table c3 of «Children in need»): going missing 330, child sexual exploitation 201, child criminal exploitation 236, gangs 152,
 * trafficking 44, privately fostered 48. As shares of the families with a child of that age who are worked with now; about four in ten of them have one, and an assessment may name several.
 */
export const safety = { exploited: 0.13, missing: 0.1, privatelyFostered: 0.01 } as const
/** Which kind, by the same table; county lines, harm online and radicalisation are not counted there and are our guess. */
export const exploitationShares: readonly (readonly [kind: string, count: number])[] = [['sexual', 201], ['criminal', 236], ['peers', 152], ['countyLines', 44], ['online', 60], ['radicalisation', 15]]
/** Allegations against people who work with children: no figure was at hand. Our guess: one in the year for so many of the families that are worked with. */
export const allegationShare = 0.02
