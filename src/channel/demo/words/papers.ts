/** What stands in papers, question by question (content/forms/papers). `{child}` is the child of an answer that differs. */
export type PaperWords = Readonly<{ all: Readonly<Record<string, string>>; each: Readonly<Record<string, readonly string[]>> }>

export const paperWords: Readonly<Record<string, PaperWords>> = {
  conferenceReport: {
    all: {
      reportParents: 'Their mother gets up with them on most days and is warm with them when she has slept. On bad nights nobody gets up. Their father comes and goes, and is not there when he says he will be.\n\nThey have both kept three of five appointments.',
      reportTheirView: 'She says that we are right about the nights and wrong about the food. He says that it is nobody’s business, and that he will come to the conference.',
      reportNetwork: 'Their grandmother takes them on Saturdays. School opens at half past seven for breakfast.',
    },
    each: {
      reportDay: ['{child} wakes early and makes breakfast for the others. School is the best part of the day. In the evening {child} waits until the house is quiet.', '{child} sleeps in the bed of an older sister, likes trains and the dog next door, and does not like the stairs at night.'],
      reportVoice: ['“I want it to be like when Nan was here.” {child} wants the conference to know that they are not making it up.', '{child} showed with the figures who sleeps where, and put the father outside the house.'],
      reportHarm: ['Twice this term {child} was alone with the younger ones overnight (school, 4 and 19 of the month). We worry that one of them will be hurt when nobody is there.', 'A bruise on the arm that was explained in two ways. The paediatrician could not say. We worry that it happens again when people drink in the house.'],
      reportSafe: ['{child} tells the teacher when something is wrong. The grandmother answers her telephone at night.', 'The health visitor comes each week and is let in.'],
      reportView: ['A plan is needed, for neglect. First to change: somebody who is awake at night, every night.', 'A plan is needed. First to change: nobody who drinks stays overnight.'],
    },
  },
  courtStatement: {
    all: {
      statementSummary: 'The council asks for care orders. For two years help was given under a child in need plan and a protection plan, and what hurts the children has not changed. The court is asked to decide where they grow up, and whom they see.',
      statementWriter: 'I am a social worker and have known the family for a year. I met the children on more than thirty days.',
      statementParents: 'Each parent loves the children. Their mother has been in treatment twice and left it twice. Their father has not been assessed because he did not come; he was asked four times, twice through his solicitor.\n\nTheir grandmother was assessed and cannot do it for years, and says so herself.',
      statementNetwork: 'A family group conference was held. An uncle offered weekends, and comes.',
      statementParentsView: 'Their mother says that she needs six months. Their father says nothing that he wants written down.',
      statementAsked: 'A care order for each child. No order would leave them where nothing has held for two years; a supervision order would ask of the parents what they could not do.',
      statementFair: 'The statement was read with their mother and her solicitor on Tuesday. Their father had it by post and by message.',
    },
    each: {
      statementNeeds: ['{child} needs somebody who is there every day, help with reading, and to see the others.', '{child} needs sleep, a dentist, and to be the youngest rather than the one who looks after.'],
      statementWishes: ['{child} wishes to stay with the carers and to see their mother more, without people listening.', '{child} is too young to say. With the carers {child} eats, sleeps and laughs.'],
      statementHarm: ['Left alone overnight three times; hungry at school on most days for a year; heard and saw what no child should. Each with its day in the chronology.', 'Injured once without an explanation that fits. Weight below the second centile until June.'],
      statementOptions: ['With their mother, with all the help there is: {child} would have what is known, and the same risk at night. With relatives: nobody who can. With foster carers for good: safe, and two schools away from everybody. Adoption: at this age a loss that would not be made good.', 'With their mother: as above. Adoption: a family for life and the loss of the others, unless adopters agree to visits. Long-term foster care: the others nearby, and carers who may change.'],
      statementChange: ['A change of school would cost {child} the one place that was always the same.', '{child} settled within three weeks, and would do so once more, not twice.'],
    },
  },
  courtCarePlan: {
    all: {
      courtPlanSteps: 'The social worker: school and the meeting with the carers, within two weeks. The fostering team: approval for both children, within eight. The health service: six sessions, from next month.',
      courtPlanOtherwise: 'If the carers cannot go on, the children are kept together before anything else, and the reviewing officer is told the same day.',
    },
    each: {
      courtPlanAim: ['{child} grows up with the foster carers, matched for good by the spring.', '{child} grows up with the foster carers, together with the older one.'],
      courtPlanImpact: ['It gives {child} nights without fear, and an end to waiting.', 'It lets {child} stop looking after others.'],
      courtPlanViews: ['{child} wants it. Their mother does not, and says that they are good people. The carers want it.', 'Shown, not said. The carers want it.'],
      courtPlanPlace: ['With the carers where {child} lives now: the school stays, the grandmother is a bus ride away.', 'With the carers and the older one.'],
      courtPlanContact: ['Their mother every second Saturday, with somebody there at first. Their grandmother as often as they like.', 'The same, for a shorter time.'],
    },
  },
}
