/** Where the department publishes a number of every authority: a file of its statistics, the rows of it, and the column. */
export type Published = Readonly<{ file: string; where: Readonly<Record<string, string>>; value: string }>
export type MeasureGroup = 'needs' | 'assessment' | 'protection' | 'care' | 'health' | 'leaving'
/** A number of a year. `percent`: of those in `of`, another number or a group that is counted for it alone. `how`: what is counted, in a sentence. */
export type Measure = Readonly<{ id: string; group: MeasureGroup; title: string; kind: 'count' | 'percent'; of?: string; how: string; published?: Published }>

export const measureGroups: readonly Readonly<{ id: MeasureGroup; title: string; from: 'cin' | 'ssda903' }>[] = [
  { id: 'needs', title: 'Referrals and children in need', from: 'cin' }, { id: 'assessment', title: 'Assessments', from: 'cin' }, { id: 'protection', title: 'Child protection', from: 'cin' },
  { id: 'care', title: 'Children looked after', from: 'ssda903' }, { id: 'health', title: 'Health of children looked after for a year', from: 'ssda903' }, { id: 'leaving', title: 'Care leavers', from: 'ssda903' },
]

const cin = 'b1_children_in_need_2013_to_2025.csv'
const referrals = 'c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv'
const length = 'd5_cpps_at31march_by_duration_2013_to_2025.csv'
const again = 'd3_cpps_subsequent_plan_2013_to_2025.csv'
const looked = 'cla_number_and_rate_per_10k_children.csv'
const stability = 'la_cla_placement_stability.csv'
const health = 'la_conviction_health_outcome_cla.csv'
const leavers = 'la_care_leavers_accommodation_suitability.csv'
const healthOf = (breakdown: string, characteristic = 'Health assessments: Children looked after all ages'): Published => ({ file: health, where: { characteristic, breakdown }, value: 'children_percent' })

/** The year as the department’s statistics publish it (Explore Education Statistics, releases to 2025), and what a council looks at beside it. */
export const measures: readonly Measure[] = [
  { id: 'need.at31', group: 'needs', title: 'Episodes of need on the last day', kind: 'count', how: 'Referrals that were accepted and not closed by the last day of the year.', published: { file: cin, where: {}, value: 'At31_episodes' } },
  { id: 'need.during', group: 'needs', title: 'Episodes of need during the year', kind: 'count', how: 'Accepted referrals open at any time of the year.', published: { file: cin, where: {}, value: 'Anypoint_episodes' } },
  { id: 'need.started', group: 'needs', title: 'Episodes of need that began', kind: 'count', how: 'Accepted referrals received in the year.', published: { file: cin, where: {}, value: 'Started_episodes' } },
  { id: 'need.ended', group: 'needs', title: 'Episodes of need that ended', kind: 'count', how: 'Accepted referrals closed in the year.', published: { file: cin, where: {}, value: 'Ended_episodes' } },
  { id: 'referral.count', group: 'needs', title: 'Referrals', kind: 'count', how: 'Referrals received in the year.', published: { file: referrals, where: {}, value: 'referral_count' } },
  { id: 'referral.again', group: 'needs', title: 'Referrals within twelve months of one before', kind: 'percent', of: 'referral.count', how: 'Referrals of a child for whom another was received in the twelve months before, as far as this return and the one of last year tell.', published: { file: referrals, where: {}, value: 'rereferral_percent' } },
  { id: 'referral.nfa', group: 'needs', title: 'Referrals with no further action', kind: 'percent', of: 'referral.count', how: 'Referrals that ended without further action.', published: { file: referrals, where: {}, value: 'no_further_action_percent' } },
  { id: 'assessment.done', group: 'assessment', title: 'Assessments finished', kind: 'count', how: 'Assessments authorised in the year.' },
  { id: 'assessment.in45', group: 'assessment', title: 'Finished within 45 working days', kind: 'percent', of: 'assessment.done', how: 'Assessments authorised in the year within 45 working days of their start (Working Together 2023).' },
  { id: 'section47.count', group: 'protection', title: 'Section 47 enquiries', kind: 'count', how: 'Enquiries that began in the year.' },
  { id: 'conference.count', group: 'protection', title: 'Initial conferences', kind: 'count', how: 'Initial child protection conferences held in the year.' },
  { id: 'conference.in15', group: 'protection', title: 'Conference within 15 working days', kind: 'percent', of: 'conference.count', how: 'Initial conferences held within 15 working days of the start of the enquiry.' },
  { id: 'plan.started', group: 'protection', title: 'Plans that began', kind: 'count', how: 'Child protection plans that began in the year.', published: { file: again, where: {}, value: 'CPP_start' } },
  { id: 'plan.again', group: 'protection', title: 'A second or later plan', kind: 'percent', of: 'plan.started', how: 'Plans that began in the year for a child who had one before.', published: { file: again, where: {}, value: 'CPP_subsequent_percent' } },
  { id: 'plan.at31', group: 'protection', title: 'Plans on the last day', kind: 'count', how: 'Child protection plans in force on the last day of the year.', published: { file: length, where: {}, value: 'CPP_At31' } },
  { id: 'plan.neglect', group: 'protection', title: 'For neglect', kind: 'percent', of: 'plan.at31', how: 'Plans on the last day, by the latest category.' },
  { id: 'plan.physical', group: 'protection', title: 'For physical abuse', kind: 'percent', of: 'plan.at31', how: 'Plans on the last day, by the latest category.' },
  { id: 'plan.sexual', group: 'protection', title: 'For sexual abuse', kind: 'percent', of: 'plan.at31', how: 'Plans on the last day, by the latest category.' },
  { id: 'plan.emotional', group: 'protection', title: 'For emotional abuse', kind: 'percent', of: 'plan.at31', how: 'Plans on the last day, by the latest category.' },
  { id: 'plan.year', group: 'protection', title: 'On a plan for one to two years', kind: 'percent', of: 'plan.at31', how: 'Plans on the last day that began one year to two years before.', published: { file: length, where: {}, value: '1_year_less_than_2_years_percent' } },
  { id: 'plan.long', group: 'protection', title: 'On a plan for two years or more', kind: 'percent', of: 'plan.at31', how: 'Plans on the last day that began two years before or earlier.', published: { file: length, where: {}, value: '2_years_or_more_percent' } },
  { id: 'care.at31', group: 'care', title: 'Looked after on the last day', kind: 'count', how: 'Children looked after on the last day, without series of short breaks.', published: { file: looked, where: { population_type: 'Children looked after on 31 March each year' }, value: 'children_count' } },
  { id: 'care.started', group: 'care', title: 'Came into care', kind: 'count', how: 'Children who started to be looked after in the year.', published: { file: looked, where: { population_type: 'Children starting to be looked after each year' }, value: 'children_count' } },
  { id: 'care.ceased', group: 'care', title: 'Left care', kind: 'count', how: 'Children who ceased to be looked after in the year.', published: { file: looked, where: { population_type: 'Children ceasing to be looked after each year' }, value: 'children_count' } },
  { id: 'care.order', group: 'care', title: 'Under a care order', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: interim or full care orders (C1, C2).' },
  { id: 'care.agreed', group: 'care', title: 'By agreement', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: accommodated under section 20 (V2).' },
  { id: 'care.placementOrder', group: 'care', title: 'Under a placement order', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: E1.' },
  { id: 'care.fostered', group: 'care', title: 'In foster care', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: placements U1 to U6.' },
  { id: 'care.kin', group: 'care', title: 'With relatives or friends', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: placements U1 to U3.' },
  { id: 'care.homes', group: 'care', title: 'In children’s homes', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: placement K2.' },
  { id: 'care.unaccompanied', group: 'care', title: 'Seeking asylum alone', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: told as unaccompanied in the return.' },
  { id: 'care.moves', group: 'care', title: 'Three or more placements in the year', kind: 'percent', of: 'care.at31', how: 'Of those on the last day: three placements or more that were lived in during the year.', published: { file: stability, where: { cla_group: 'CLA on 31 March', placement_stability: 'With 3 or more placements during the year' }, value: 'children_percent' } },
  { id: 'care.steady', group: 'care', title: 'Two years with the same carer', kind: 'percent', of: 'care.long', how: 'Of those under 16 looked after for two and a half years without a break: in the same placement for two years.', published: { file: stability, where: { cla_group: 'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years', placement_stability: 'Living with the same carer for at least 2 years' }, value: 'children_percent' } },
  { id: 'care.adopted', group: 'care', title: 'Adopted', kind: 'count', how: 'Children whose care ended by adoption in the year (E11, E12).' },
  { id: 'care.guardian', group: 'care', title: 'Special guardianship', kind: 'count', how: 'Children whose care ended by a special guardianship order in the year (E43 to E48).' },
  { id: 'health.checked', group: 'health', title: 'Health assessment of the year', kind: 'percent', of: 'health.all', how: 'Of those looked after for a year.', published: healthOf('Had their annual health assessment') },
  { id: 'health.teeth', group: 'health', title: 'Teeth checked', kind: 'percent', of: 'health.all', how: 'Of those looked after for a year.', published: healthOf('Had their teeth checked by a dentist') },
  { id: 'health.vaccinated', group: 'health', title: 'Immunisations up to date', kind: 'percent', of: 'health.all', how: 'Of those looked after for a year.', published: healthOf('Had their immunisations up to date') },
  { id: 'health.convicted', group: 'health', title: 'Convicted or cautioned', kind: 'percent', of: 'health.ten', how: 'Of those looked after for a year, aged ten and more.', published: healthOf('Convicted or subject to youth cautions, or youth conditional cautions during the year', 'Convictions: Children looked after Ages 10 to 17 years') },
  { id: 'leaving.inTouch', group: 'leaving', title: 'In touch with us', kind: 'percent', of: 'leaving.all', how: 'Of care leavers told in the return (OC3).' },
  { id: 'leaving.suitable18', group: 'leaving', title: 'A suitable home, 17 and 18', kind: 'percent', of: 'leaving.at18', how: 'Of care leavers who turned 17 or 18 in the year.', published: { file: leavers, where: { care_leaver_age: '17 to 18 years', breakdown: 'Accommodation considered suitable' }, value: 'care_leaver_percent' } },
  { id: 'leaving.suitable21', group: 'leaving', title: 'A suitable home, 19 to 21', kind: 'percent', of: 'leaving.at21', how: 'Of care leavers who turned 19, 20 or 21 in the year.', published: { file: leavers, where: { care_leaver_age: '19 to 21 years', breakdown: 'Accommodation considered suitable' }, value: 'care_leaver_percent' } },
  { id: 'leaving.active', group: 'leaving', title: 'In education, training or work', kind: 'percent', of: 'leaving.all', how: 'Of care leavers told in the return: every activity but none.' },
]
export const measureOf = (id: string): Measure | undefined => measures.find((one) => one.id === id)
/** Which authority is like which: the department’s statistical neighbours (Children’s services, NFER, 2025 model). */
export const neighbourFile = 'sn_model_2025_wide.csv'

/** Numbers that stand in another and are apart from each other: with the whole told, what is left of it can be worked out. `all`: nobody is left. Source: what each counts. */
export const measureFamilies: readonly Readonly<{ whole: string; parts: readonly string[]; all?: true }>[] = [
  { whole: 'need.during', parts: ['need.at31', 'need.ended'], all: true }, { whole: 'need.during', parts: ['need.started'] },
  { whole: 'referral.count', parts: ['need.started', 'referral.nfa'], all: true }, { whole: 'referral.count', parts: ['referral.again'] },
  { whole: 'assessment.done', parts: ['assessment.in45'] }, { whole: 'conference.count', parts: ['conference.in15'] }, { whole: 'plan.started', parts: ['plan.again'] },
  { whole: 'plan.at31', parts: ['plan.neglect', 'plan.physical', 'plan.sexual', 'plan.emotional'] }, { whole: 'plan.at31', parts: ['plan.year', 'plan.long'] },
  { whole: 'care.at31', parts: ['care.order', 'care.agreed', 'care.placementOrder'] }, { whole: 'care.at31', parts: ['care.fostered', 'care.homes'] }, { whole: 'care.fostered', parts: ['care.kin'] },
  { whole: 'care.at31', parts: ['care.unaccompanied'] }, { whole: 'care.at31', parts: ['care.moves'] }, { whole: 'care.at31', parts: ['care.long'] }, { whole: 'care.long', parts: ['care.steady'] },
  { whole: 'care.ceased', parts: ['care.adopted', 'care.guardian'] },
  { whole: 'health.all', parts: ['health.checked'] }, { whole: 'health.all', parts: ['health.teeth'] }, { whole: 'health.all', parts: ['health.vaccinated'] }, { whole: 'health.all', parts: ['health.ten'] }, { whole: 'health.ten', parts: ['health.convicted'] },
  { whole: 'leaving.all', parts: ['leaving.at18', 'leaving.at21'] }, { whole: 'leaving.all', parts: ['leaving.inTouch'] }, { whole: 'leaving.all', parts: ['leaving.active'] }, { whole: 'leaving.at18', parts: ['leaving.suitable18'] }, { whole: 'leaving.at21', parts: ['leaving.suitable21'] },
]
