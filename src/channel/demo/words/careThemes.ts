import type { Theme } from './theme.ts'

export const neglect: Theme = {
  id: 'neglect', weight: 8, ages: [0, 13], reason: 'neglect', need: 'abuseOrNeglect', factors: ['neglect', 'emotionalAbuse', 'mentalHealthParent', 'learningDisabilityParent'],
  contacts: {
    school: [
      '{Child} comes to school [hungry|in wet shoes|with nits that have not been treated since September] most days. {He} [takes food from other children’s bags|falls asleep after lunch|asks to stay and help at four o’clock]. We have spoken to {mum} [three times|at the gate and by letter]. She says she is managing. We do not think she is.',
      'Attendance is down to [71|64|78] per cent. {Child} has [toothache|a cough that does not go|no PE kit and no coat]. Other children have begun to say that {he} smells. {Lead} has washed {his} jumper twice.',
    ],
    healthVisitor: ['{Child} has lost weight for the [second|third] time. The flat was [very cold|full of rubbish bags|so full of things that there was no floor to play on]. {Mum} was [kind to {him}|on her phone while {he} cried]. Three appointments were missed. Immunisations are not up to date.'],
    neighbour: ['The children at {street} are [out until ten at night|looking in our bins|left on their own when {mum} goes out]. The eldest is [eight|nine], if that. I gave them sandwiches. This has gone on since the summer.'],
    housing: ['We went to {street} about the [leak|arrears]. [Mattresses on the floor, no bedding|No working cooker|Dog mess in two rooms]. {Kids} were home from school. {Mum} said it will be sorted by the weekend; she said so last month.'],
    anonymous: ['Please go and look at {street}. Those children are [always hungry|never at school|filthy]. I can’t say who I am, I have to live here.'],
  },
  worries: ['{Kids} go without [breakfast and clean clothes|a bed of their own|a dentist] more days than not.', '{Child} is [two centiles lighter than in spring|behind in speech|missing a day of school in four].', 'Things get better when somebody comes every week and slip when nobody does. It has happened [twice|three times] now.', 'If it goes on the children will be ill more often, further behind, and used to being overlooked.'],
  workingWell: ['{Mum} knows each child’s likes and fears and speaks of them with warmth.', 'Since the [cooker was mended|grant came|skip was paid for], there has been a hot meal on every visit.', 'The children look after one another, and [{child}|the eldest] is kind to the small ones.', '{Mum} opens the door every time, even on bad days.'],
  notKnown: ['We do not know why it slips: [low mood|money|a learning need of {mum}’s] are all possible.', '{Dad} has not been asked what he could do.', 'We have not seen the house in the early morning, when the children say it is hardest.'],
  decides: ['{Mum} has managed with help and not without it. A child in need plan for six months, with one visit a week before school, and a look at whether {mum} needs support in her own right.', 'The home has been good enough for four months without us pushing. [Early help|The school] goes on; we close.', 'This has lasted too long for small steps. A strategy discussion is needed.'],
  calls: ['School: {child} [has been in every day this week|missed Monday and Tuesday|came without lunch twice].', 'Dentist: {child} [was brought, two teeth out|was not brought, new date sent].', 'Health visitor: weight [up by 300 grams|the same|down again]. Next weighed in two weeks.', '{Mum} rang to say the meter had run out. Sent a voucher by eleven o’clock; she texted a picture of the light on.'],
  visits: ['{Mum} had [done the washing up before I came|cleared one room with her sister]. The [children’s bedroom|kitchen] is still [not fit to sleep in|hard to cross].', 'Fridge: [milk, eggs, ham, half a cake|a jar of mayonnaise and nothing else|full, shopping day]. Beds: [all made|sheets on two of four|no sheets].', '{Child} took me to see {his} bed. {He} has [a new duvet with planets on it|a mattress between the wardrobe and the wall].', 'No answer at half past three, a television on. I rang, and {mum} opened: she had been asleep.'],
  voices: { small: ['I hungry. Got crisp?', 'I sleep wiv my coat. It is fluffy.'], middle: ['I like school dinners because you can ask for more.', 'I told my teacher I forgot my lunch but there wasn’t any.', 'If I had a wish I’d have a washing machine that works.', 'My bed has planets. I sleep on Saturn.'], older: ['We’re not neglected, we’re skint.', 'I’d rather you helped my mum than wrote about her.', 'The little ones need it more than me. Do them first.'] },
  warnings: [['dog', 'A large dog, not used to strangers. Ring first so that it is shut in the kitchen.']],
}

export const housingAndMoney: Theme = {
  id: 'housing', weight: 3, ages: [0, 14], reason: 'housingMoney', need: 'lowIncome', factors: ['none', 'mentalHealthParent', 'physicalHealthChild'],
  contacts: {
    housing: ['{Mum} and {kids} must leave {street} by the [28th|15th]. They have been offered one room in [a hotel|shared temporary housing] [nine|fourteen] miles from school. {Mum} is [pregnant|caring for a child with asthma].'],
    gp: ['{Child} has been to us [five|seven] times this winter with [chest infections|asthma]. There is black mould over the cot. The landlord has been written to. I would like you to write too.'],
    selfReferral: ['I am asking for help. We have no money until the [twentieth|first] and nothing for the meter. I have not eaten since yesterday so that the children could. I am {mum}, I have {kids}. I do not want to lose them.'],
    school: ['The family has been moved [three times|twice] since January. {Child} now takes two buses and [is asleep on the desk by ten|misses breakfast club]. {Mum} does everything she can.'],
  },
  worries: ['{Kids} share one [room|bed] and there is nowhere to do homework or to cry.', 'The damp makes {child} ill: [three|two] courses of antibiotics since {day}.', 'There is no money for [heating and food in the same week|the bus to school].'],
  workingWell: ['{Mum} is a careful and loving parent in a place where nobody could do well.', '{Child} has [not missed a day of school|been picked for the choir].', 'They cook with the neighbours on [Sundays|Fridays].'],
  notKnown: ['We do not know when a flat will come. Housing will not say.', 'We do not know whether {dad} could pay something.'],
  decides: ['The children are well cared for and badly housed. We write to housing with the GP, pay for the bus until Easter, and close when they have moved.', 'No further action by us: the benefits have been put right and arrears are paid off in small sums.'],
  calls: ['Housing: [bid number eleven|bid number three|no offer this month]. I asked for it in writing.', 'Food bank voucher sent. {Mum} [collected it|asked for one without pork].', 'Welfare rights found [£46 a week|£83 a week|a back payment] that the family should have had.'],
  visits: ['One room, four beds, very tidy. The window does not [open|shut]. {Child} does homework on the ironing board.', 'The mould is [back|higher than the skirting now]. I took photographs with {mum}’s agreement and sent them to housing from the car.'],
  voices: { small: ['My bed is the sofa and the sofa is the table.'], middle: ['I’d like a door. Just one door.', 'We had candles. Mum said it was for fun but it was the meter.', 'I can do my spellings on the bus because it’s an hour.'], older: ['People hear “hotel” and think there’s a pool.', 'I don’t need a social worker, I need a kitchen.'] },
}

export const disability: Theme = {
  id: 'disability', weight: 4, ages: [2, 16], reason: 'disability', need: 'childDisability', factors: ['physicalHealthChild', 'learningDisabilityChild', 'mentalHealthParent'],
  contacts: {
    gp: ['{Child} has [cerebral palsy|autism and does not sleep more than four hours|epilepsy, with two stays in hospital since {day}]. {Mum} does all the nights. She [fell asleep at the wheel last week|has hurt her back lifting]. They ask for short breaks, and I think that they need them.'],
    school: ['{Child} is in our resource base. {He} has grown, and {mum} can no longer [lift {him} into the bath|hold {him} when {he} runs]. {Sib} helps with everything and has stopped going to football.'],
    selfReferral: ['Nobody has asked how we are since {child} was diagnosed. We love {him} to bits and we are finished. Please can someone tell us what there is.'],
  },
  worries: ['{Mum} has not slept a whole night [since the summer|for two years], and she knows what tired people do.', '{Sib} comes second every day and does not complain.', '{Child} has outgrown the [bath seat|bedroom|car], and somebody will be hurt.'],
  workingWell: ['{Mum} reads {child}’s smallest signs and can tell pain from temper across a room.', '{Child} laughs out loud [in the pool|when {sib} sings|at the sound of the bin lorry].', 'School and home use the same picture cards.'],
  notKnown: ['We do not know how {child} will be when {he} is heavier than {mum}.', 'The occupational therapist has not yet been.'],
  decides: ['{Child} is a child in need because of {his} disability. Six hours of short breaks a week and one night a month; the occupational therapist within four weeks.', 'The short breaks work. We go on with a light plan and one visit in three months.'],
  calls: ['Occupational therapist: hoist [agreed|to be fitted on {day}|refused because of the ceiling; asked for a second look].', 'Short breaks: {child} [went without tears|came home tired and happy|was sent home early, a seizure].'],
  visits: ['{Child} took my hand to the cupboard where the [crisps|keys|torch] are. That is a word, {mum} says.', 'I saw the bath: two people, one strap, no room to turn. It is not safe any more.'],
  voices: { small: ['(Shown with cards:) garden, more, brother.'], middle: ['(With the talker:) I want swim. I want Friday.', '(Laughed and pulled my sleeve towards the swing when asked what is good at home.)'], older: ['(Typed:) Talk to me, not over me.', '(Typed:) I want to stay out on Saturday like my sister.'] },
}

export const youngCarer: Theme = {
  id: 'youngCarer', weight: 3, ages: [8, 17], reason: 'youngCarer', need: 'parentIllness', factors: ['youngCarer', 'physicalHealthParent', 'mentalHealthParent'],
  contacts: {
    school: ['{Child} is late because {he} [gives {mum} her tablets and gets the little ones dressed|waits for the carer who comes to {mum} at nine]. {He} told {lead} so when asked about homework. {He} asked us [not to ring home|if {he} would be taken away].'],
    gp: ['{Mum} has multiple sclerosis and had a fall on {day}. {Child} found her and did everything right. {He} is [eleven|thirteen|fifteen]. Nobody has ever asked what {he} does.'],
  },
  worries: ['{Child} does [the shopping, the cooking and two small children|the nights, and the lifting] and is in school [four days of five|tired every day].', '{He} has given up [swimming|{his} friends|the school trip].', 'If {mum} falls at night it is {child} who hears it.'],
  workingWell: ['{Mum} and {child} are close, and laugh a great deal.', '{Mum} hates that {child} does so much, and says so to {him}.', 'School lets {him} keep a phone on {his} desk.'],
  notKnown: ['Adult social care has not yet said how many hours {mum} should have.', 'We do not know what {child} would choose, because {he} has never been asked.'],
  decides: ['The way to help {child} is to help {mum}: a needs assessment by adult social care, and a young carer’s assessment of {his} own. We stay until the hours are in place.', 'Carers come morning and evening now. {Child} has [Saturdays back|joined the young carers’ group]. We close.'],
  calls: ['Adult social care: {mum} will have [ten|fourteen] hours a week from {day}.', 'Young carers’ group: {child} [came and stayed|did not come, they will ring {him}].'],
  visits: ['{Child} was cooking when I came, [pasta for five|three things at once], with the homework on the worktop.', '{Mum} cried when she said what {he} does. {Child} said: “Mum. It’s fine.”'],
  voices: { small: ['I get Mummy’s stick.'], middle: ['I’m good at knowing when her legs will go.', 'I like the group because nobody asks why.'], older: ['I’m not a hero, I’m her son. Who else would do it?', 'I want to go on the trip and for nobody to have a plan about it.', 'If you get her a carer, let it be someone who knocks.'] },
}

export const beforeBirth: Theme = {
  id: 'beforeBirth', weight: 3, ages: [0, 6], reason: 'unborn', need: 'acuteStress', factors: ['mentalHealthParent', 'domesticAbuseParent', 'drugsParent'],
  contacts: {
    midwife: ['{Mum} booked at [twenty-two|nineteen|twenty-six] weeks. She has missed [two|three] scans. [Her first child lives with her grandmother|She was in care herself and left at eighteen|She will not say who the father is]. She was frightened when I said that I would ring you, and agreed in the end.', '{Mum} is expecting and has nothing ready. She lives [between friends|in one room]. She [smokes and says so|uses cannabis to sleep]. She is good with the children she has.'],
  },
  worries: ['The baby will be born into a home where [there is no cot and no heating|arguments come every week].', '{Mum} comes late or not at all to the clinic.', 'The last time, things went wrong in the [second|third] week, when the visits stopped.'],
  workingWell: ['{Mum} has [stopped drinking since the scan|come to the last three appointments].', 'Her mother will stay for the first six weeks and has said so to us.', '{Mum} talks to the baby.'],
  notKnown: ['We do not know who will be there at night.', 'We do not know whether {dad} will be part of this.'],
  decides: ['A pre-birth plan by thirty-two weeks with midwife, health visitor and grandmother. We visit together.', 'The baby needs a conference before birth: a strategy discussion is asked for.'],
  calls: ['Midwife: [scan normal, baby growing well|second appointment missed, bus again|{mum} came with her mother].', 'Health visitor will [come at thirty-four weeks|do the first visit with me].'],
  visits: ['A [Moses basket|cot from a friend] stands in the corner with the wrapper on. {Mum} smiled when I looked at it.', 'We wrote a list for the first three nights: who sleeps here, who cooks, who is rung.'],
  voices: { small: ['Baby in there. Kicking.', 'I will show it my cars.'], middle: ['I hope it’s a sister and I hope it’s quiet.', 'There won’t be room but we can do bunk beds, I measured.'], older: ['I’ve done nappies before. I’m not doing nights.'] },
}
