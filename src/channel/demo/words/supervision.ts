/** What is said about a family in supervision, by how far their case has come. An action is for the worker unless it says who. */
export type Spoken = Readonly<{ words: string; decided: string; does?: Readonly<{ words: string; days: number; manager?: true }> }>
export type Standing = 'assessing' | 'inNeed' | 'protected' | 'inCare' | 'leftCare' | 'other'

export const spoken: Readonly<Record<Standing, readonly Spoken[]>> = {
  assessing: [
    { words: 'We went through who has been asked so far. School and the health visitor have answered, the father has not. {child} talks more when her mother is not in the room.', decided: 'The father is asked before the assessment is finished, whatever he answers.', does: { words: 'Ring the father, and write to him if he does not answer', days: 7 } },
    { words: 'We talked about what would have to be true for this to be safe enough. The worry is what happens at night, and nobody has been there at night.', decided: 'One visit after seven in the evening before the assessment is sent.', does: { words: 'Visit in the evening', days: 10 } },
    { words: 'The account of the parents and that of school do not agree. We read both again together.', decided: 'Ask {child} once more, alone, in words of their own. Do not choose between the two accounts in the writing: say that they differ.' },
    { words: 'Half of the time has gone. Not everybody has been seen alone yet.', decided: 'See {child} at school, with somebody there whom {child} knows.', does: { words: 'Arrange to see {child} at school', days: 5 } },
    { words: 'What worries the referrer most is not what worries us most. We wrote both down, side by side.', decided: 'Ring the referrer and say what we see, before they read it in the letter.', does: { words: 'Ring the referrer', days: 4 } },
    { words: 'We asked what this family would say is going well, and the worker could name three things at once.', decided: 'They go into the assessment first.' },
    { words: 'Two assessments before this one ended with nothing further. We read what was promised then, and to whom.', decided: 'Say in this one what came of it.', does: { words: 'Ask early help what came of the last plan', days: 8 } },
    { words: 'The family speaks another language at home. So far the eldest has interpreted.', decided: 'No child interprets. An interpreter comes to the next visit.', does: { words: 'Book an interpreter for the next visit', days: 5 } },
  ],
  inNeed: [
    { words: 'What was agreed at the last review is half done. The family says what helps is that somebody comes at the same time each week.', decided: 'The plan goes on as it is until the review.' },
    { words: 'We looked at what has changed for {child} since the plan began, and could name two things. We could not name one for the baby.', decided: 'The baby gets a line of their own in the plan.', does: { words: 'Write the line about the baby with the health visitor', days: 14 } },
    { words: 'The mother has missed three appointments. We asked what makes it hard to come, rather than why she does not.', decided: 'Appointments are made in the afternoon, and the family worker takes her to the first.', does: { words: 'Move the appointments to the afternoon', days: 6 } },
    { words: 'This has been a plan for more than nine months. We asked whether it would be missed if it ended.', decided: 'Ask the family the same question at the review. Step down if nothing has gone back.', does: { words: 'Talk with early help about who could take over', days: 21 } },
    { words: 'We compared the plan with what {child} said at the last visit. Nothing in the plan is about the thing {child} minds most.', decided: 'It goes into the plan in the words of {child}.', does: { words: 'Change the plan with {child}', days: 12 } },
    { words: 'The father was never asked to a meeting, because nobody had his number. The grandmother has it.', decided: 'He is asked to the next one.', does: { words: 'Ring the father about the next meeting', days: 7 } },
    { words: 'Visits are in time and short. We talked about what could be done with an hour.', decided: 'Every other visit is an hour, with something to do.' },
    { words: 'School asked twice whether anybody is still involved. They had not had the last plan.', decided: 'School gets the plan this week.', does: { words: 'Send the plan to school', days: 3 } },
  ],
  protected: [
    { words: 'We read the plan line by line. Visits are in time. Of the actions two are done, and the one that matters most has not begun.', decided: 'The core group is asked who begins it, and by when.', does: { words: 'Bring the action about nights to the core group', days: 14 } },
    { words: 'We asked what life is like for {child} on a bad day. The answer has not changed for three months.', decided: 'A legal planning meeting is asked for if the next review says the same.', does: { words: 'Ask the solicitor for a day', days: 7, manager: true } },
    { words: 'The parents are open at visits and different at meetings. We thought about who has power in the room.', decided: 'See the mother alone, away from the house, before the next core group.', does: { words: 'Meet the mother at the children’s centre', days: 9 } },
    { words: 'An anonymous call on Sunday said what three calls before have said. None could be shown to be true, and none to be false.', decided: 'Visit without telling beforehand this week, and again at the weekend by the duty team.', does: { words: 'Ask the duty team for a visit on Saturday', days: 3 } },
    { words: 'We asked whether this is still the right plan or only the one that is there.', decided: 'The chair is asked to put that question first at the review.', does: { words: 'Write to the chair before the review', days: 10 } },
    { words: 'The children were seen alone at each visit, and say the same at each: it is quieter now.', decided: 'Go on. Ask the chair whether the category is still right.' },
    { words: 'The report for the review has to be with the family two working days before. The worker has it half written.', decided: 'The report goes to the family on Thursday.', does: { words: 'Finish the report and read it with the parents', days: 6 } },
  ],
  inCare: [
    { words: 'The placement is steady. {child} asked again when they see their brother.', decided: 'A day is fixed for both, not only asked about.', does: { words: 'Fix a day for the brothers with both carers', days: 10 } },
    { words: 'The carers are tired, and said so. We talked about what would give them a weekend.', decided: 'Respite with somebody whom {child} knows.', does: { words: 'Ask the fostering team for a weekend', days: 14 } },
    { words: 'The health assessment was late, and its letter has not come.', decided: 'Chase it once by telephone, then through the designated nurse.', does: { words: 'Ring the nurse about the letter', days: 5 } },
    { words: 'We went through the plan for permanence. There are two ways, and no day by which one is chosen.', decided: 'The choice is made before the next review.', does: { words: 'Permanence planning meeting', days: 28, manager: true } },
    { words: 'The life story book ends with the day of the move. {child} asked what comes next in it.', decided: 'The carers and the worker write the next page with {child}.', does: { words: 'Bring the book to the next visit', days: 18 } },
    { words: 'Their mother came to two of six family times. We talked about what {child} is told on the other four.', decided: 'She confirms by ten that morning, or {child} goes swimming instead.', does: { words: 'Agree it with their mother in writing', days: 9 } },
    { words: 'School says that {child} is doing well and is bored. The education plan does not say so.', decided: 'The education plan is made again with the teacher.', does: { words: 'Meet the teacher about the education plan', days: 20 } },
  ],
  leftCare: [
    { words: 'In touch every fortnight. The rent is paid. College attendance has dropped since the winter.', decided: 'Go together to the tutor.', does: { words: 'Meet the tutor together', days: 12 } },
    { words: 'They want to find their file. We talked about what it is like to read it.', decided: 'Offer to read it together, in parts.', does: { words: 'Ask the records office for the file', days: 21 } },
  ],
  other: [
    { words: 'Nothing new since we last spoke. We asked what would tell us that something is wrong, and whether we would hear of it.', decided: '' },
    { words: 'The family has asked to be left in peace for a while. School will ring if anything changes.', decided: 'Close if school says the same in two weeks.', does: { words: 'Ring school before closing', days: 14 } },
    { words: 'We talked about what to write down and what not to: three calls in a day with the same words.', decided: 'One note for the day, with who rang and what was new.' },
  ],
}

/** How the worker is, what they want to learn, what was agreed about it. */
export const ownParts: readonly (readonly [wellbeing: string, learning: string, agreed: string])[] = [
  ['A hard month: two visits at night and a conference that went badly. Sleeps well enough.', 'How to chair a core group when parents shout.', 'Watches two core groups of a colleague.'],
  ['Well. The caseload feels possible since two families were closed.', 'The course on coercive control in March.', 'Time for the course is kept free.'],
  ['Tired. Wrote up notes on two Sundays.', 'Nothing new for now.', 'No notes on Sundays: a morning a week without visits until it is caught up.'],
  ['Fine, and proud of how one family did.', 'Would like to take a student.', 'Talks with the practice educator.'],
  ['Was shaken by a threat at a door.', 'Safety at visits, again.', 'Goes in pairs to that street. Rings the counselling line if it does not leave.'],
  ['Good. The new car park pass helps more than expected.', 'Writing for a court.', 'Reads two statements of a colleague and writes the next one with them.'],
]
