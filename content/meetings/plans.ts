/**
 * A kind of plan, as data. `inPlain`: what a family calls it. `reviewedBy`: the meetings at which its progress is told.
 * `fact`: the dated fact that is kept when one begins, where clocks and returns read one (content/care/facts). `areas`: what a plan of this kind has to say something about, as lines to begin from.
 */
export type PlanKind = Readonly<{ id: string; name: string; inPlain: string; category?: true; members: string; reviewedBy: readonly string[]; reviewKind?: string; meets?: string; fact?: string; /** The fact that says what is needed, written before. */ assessedBy?: string; areas?: readonly PlanArea[]; source?: string }>
/** What the two parts of a plan about the whole are called: of a plan that protects or helps, and of one for a child’s life. */
export const partsOf = (kind: PlanKind): Readonly<{ words: string; ifNot: string }> => (kind.fact ? { words: 'The plan in short', ifNot: 'If this does not work' } : { words: 'Why there is a plan', ifNot: 'If nothing changes' })
/** A line to begin from: what it is about, and what it is like when it is well. */
export type PlanArea = Readonly<{ words: string; hint: string; /** The question of the assessment before it, whose answer stands beside the line. */ from?: string }>

const reviews = ['lookedAfterReview', 'adoptionReview'] as const

/** Plans of children in our care and of care leavers. The lines to begin from follow the contents that the regulations name; the words are ours. */
export const carePlans: readonly PlanKind[] = [
  {
    id: 'carePlan', name: 'Care plan', inPlain: 'the plan for you while you are in our care', members: 'Who carries it out', reviewedBy: reviews, reviewKind: 'lookedAfterReview', fact: 'carePlan',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 5',
    areas: [
      { words: 'Where the child grows up: the plan for permanence', hint: 'Knows where they will live, and with whom' }, { words: 'Health', hint: 'Sees a doctor and a dentist, and knows whom to ask' }, { words: 'Education', hint: 'Goes to school gladly and gets on there' },
      { words: 'Feelings and behaviour', hint: 'Has somebody to turn to when it is too much' }, { words: 'Identity', hint: 'Knows their own story and is proud of it' }, { words: 'Family and friends', hint: 'Sees those who matter, safely' }, { words: 'Looking after themselves', hint: 'Does what others of the same age do' },
    ],
  },
  {
    id: 'placementPlan', name: 'Placement plan', inPlain: 'the plan for where you live now', members: 'Who carries it out', reviewedBy: reviews, reviewKind: 'lookedAfterReview', fact: 'placementPlan',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9 and schedule 2',
    areas: [{ words: 'Day by day: sleep, food, school, what calms', hint: 'The days are calm and known' }, { words: 'What stays as it was', hint: 'Keeps school, friends and what they love' }, { words: 'Seeing family', hint: 'Everybody knows when and where' }, { words: 'What the carers need from us', hint: 'The carers have what they need' }],
  },
  {
    id: 'educationPlan', name: 'Personal education plan', inPlain: 'the plan for your learning', members: 'Who helps with learning', reviewedBy: ['educationReview', ...reviews], reviewKind: 'educationReview', meets: 'educationReview', fact: 'educationPlan',
    source: 'Promoting the education of looked-after children and previously looked-after children (statutory guidance, 2018)',
    areas: [{ words: 'Attendance', hint: 'In school every day' }, { words: 'Reading, writing and numbers', hint: 'Works at what is expected for the age' }, { words: 'What they are good at and love', hint: 'Does it every week' }, { words: 'What the pupil premium pays for', hint: 'It helps, and we see it' }],
  },
  {
    id: 'pathwayPlan', name: 'Pathway plan', inPlain: 'your plan for the years ahead', members: 'Who helps', reviewedBy: ['pathwayReview', 'lookedAfterReview'], reviewKind: 'pathwayReview', meets: 'pathwayReview', fact: 'pathwayPlan', assessedBy: 'pathwayAssessment',
    source: 'Care Leavers (England) Regulations 2010, schedule 1',
    areas: [
      { words: 'Home', hint: 'A safe home that can be kept', from: 'support' }, { words: 'Work and learning', hint: 'Something to get up for', from: 'learning' }, { words: 'Money', hint: 'Manages money, with a bank account and papers of their own', from: 'money' }, { words: 'Health', hint: 'Is well, and knows whom to ask', from: 'health' },
      { words: 'People who matter', hint: 'Has people to ring at night', from: 'family' }, { words: 'Skills for living alone', hint: 'Can cook, clean, and deal with letters', from: 'skills' }, { words: 'If it does not work out', hint: 'Knows what we do then' },
    ],
  },
]

/** Every kind of plan of the national pack. */
export const planKinds: readonly PlanKind[] = [
  { id: 'protectionPlan', name: 'Child protection plan', inPlain: 'the plan to keep the children safe', category: true, members: 'Core group', reviewedBy: ['reviewConference'], reviewKind: 'reviewConference', meets: 'coreGroup' },
  { id: 'childInNeedPlan', name: 'Child in need plan', inPlain: 'the plan to help the family', members: 'Who helps', reviewedBy: ['childInNeedReview'], reviewKind: 'childInNeedReview', meets: 'childInNeedReview' },
  ...carePlans,
]
