type ActionWords = Readonly<{ words: string; owner: string; days: number; evidence: string }>
/** What a plan says, in the words that a family would read. */
export type Outline = Readonly<{ category: 'neglect' | 'physical' | 'emotional' | 'sexual'; school: string; why: string; ifNot: string; harm: string; said: string; needs: readonly Readonly<{ words: string; wanted: string; actions: readonly ActionWords[] }>[] }>

export const outlines: readonly Outline[] = [
  {
    category: 'neglect', school: 'Oakfield Primary School',
    why: 'The children have come to school hungry and tired, and have missed appointments for their health. The house is often cold and there is not always somebody awake to look after them.',
    ifNot: 'If this does not change by the next review, we shall talk with our solicitor about what else the children need.',
    harm: 'School has seen the children hungry on most mornings this month. Health: two missed appointments. Police: called to the house twice at night.',
    said: 'Everybody spoke about mornings. Mum said she wants help to get going, and that the flat is cold. School has a place at breakfast club. The children want to stay together.',
    needs: [
      { words: 'The children are hungry and tired', wanted: 'They eat breakfast every day and sleep in beds of their own.', actions: [{ words: 'Breakfast club, every school day', owner: 'School', days: 10, evidence: 'The register shows them there' }, { words: 'Beds and bedding from the fund', owner: 'Social worker', days: 21, evidence: 'Seen in the bedroom' }] },
      { words: 'Appointments are missed', wanted: 'Each child sees the doctor and the dentist when they should.', actions: [{ words: 'Goes with them to the dentist', owner: 'Family support worker', days: 42, evidence: 'A letter from the dentist' }] },
    ],
  },
  {
    category: 'emotional', school: 'Ridgeway Academy',
    why: 'The children have heard and seen their parents hurt and frighten each other. They are afraid at home and cannot settle at school.',
    ifNot: 'If there is another assault, we shall ask for a legal planning meeting straight away.',
    harm: 'Police: three call-outs in six weeks, the children upstairs each time. Health: Mum seen with a broken wrist. School: the eldest will not go home on Fridays.',
    said: 'Dad has left the house and says he will go to the course. Mum has the number to ring and a new lock. The eldest wrote to the meeting: she wants it to be quiet.',
    needs: [
      { words: 'The children live with fear', wanted: 'Nobody shouts, threatens or hits at home, and the children say that they feel safe.', actions: [{ words: 'Goes to every session of the course', owner: 'Dad', days: 90, evidence: 'A report from the course' }, { words: 'Makes a safety plan with Mum and the children', owner: 'Domestic abuse service', days: 14, evidence: 'The plan is in the file' }] },
      { words: 'The eldest is missing lessons', wanted: 'She is at school every day, and has somebody to talk to there.', actions: [{ words: 'Time with the mentor each week', owner: 'School', days: 14, evidence: 'Attendance above ninety per cent' }] },
    ],
  },
  {
    category: 'physical', school: 'Canal Street Nursery',
    why: 'A child had bruises that nobody could explain. The parents were tired and alone with a baby who cried at night.',
    ifNot: 'If there is another injury that is not explained, the children will not stay at home while we find out.',
    harm: 'Health: bruises on the upper arm, seen by the paediatrician, not explained by the account given. Police: nothing known before.',
    said: 'The parents described the nights. The health visitor will come weekly. Grandmother can stay for a month and sleeps in the children’s room.',
    needs: [
      { words: 'A child was hurt and we do not know how', wanted: 'Both parents know what to do when they cannot go on, and no child is hurt.', actions: [{ words: 'Sleeps in the children’s room', owner: 'Grandmother', days: 30, evidence: 'Seen at visits' }, { words: 'Comes every week', owner: 'Health visitor', days: 60, evidence: 'Her notes' }] },
    ],
  },
  {
    category: 'sexual', school: 'Eastbrook High School',
    why: 'Somebody who is not safe for children has been coming to the house, and was alone with them. The children say things that worry their school.',
    ifNot: 'If he is let into the house again, we shall ask for a legal planning meeting the same day.',
    harm: 'Police: a man known to them was seen at the house twice. School: one of the children drew a picture and would not speak of it. Health: nothing found.',
    said: 'Mum said she did not know about him, and cried. She has changed the lock. School has named one teacher for the children to talk with.',
    needs: [
      { words: 'The children were not kept safe from somebody', wanted: 'He does not come near the children, and their mother can say how she knows who is safe.', actions: [{ words: 'Sessions on keeping children safe', owner: 'Mum', days: 70, evidence: 'What she says at the core group' }, { words: 'Time with somebody trained to listen', owner: 'School', days: 21, evidence: 'The children go' }] },
    ],
  },
]

export const lines = {
  better: 'Better than last time: what was agreed is mostly done, and the children say so too.',
  same: 'Much the same as last time. What was agreed has not begun.',
  ended: 'The children are safe with the help there is now.',
  core: ['Everybody came. Each line of the plan was read out, with what was done since last time.', 'School and health spoke first. Two actions are done, one has a new date.', 'A short meeting at school. Mum asked for the times in writing, and has them.'],
  visits: ['All of them at home. Talked upstairs with each one alone; tidy rooms, warm.', 'After school. They showed me their homework. Mum was tired and honest about it.', 'Came unannounced in the morning. Breakfast on the table, everybody ready.', 'A quiet visit. The youngest drew the family and told me who is who.'],
} as const
