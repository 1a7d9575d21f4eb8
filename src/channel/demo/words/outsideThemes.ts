import type { Theme } from './theme.ts'

export const exploitation: Theme = {
  id: 'exploitation', weight: 3, ages: [12, 17], reason: 'exploitation', need: 'abuseOrNeglect', factors: ['criminalExploitation', 'gangs', 'missing', 'drugsChild', 'sexualExploitation'],
  contacts: {
    police: ['{Child} was stopped at [the station|{town} bus station] on {day} with [three phones and £640|a knife|small bags of drugs]. {He} would not say who {he} was with. {He} is [fifteen|fourteen], and was forty miles from home at one in the morning.'],
    school: ['{Child} has new trainers and a second phone, and [gets into a grey car at the end of the road|has stopped speaking to old friends]. {He} has been absent [eleven|seventeen] times. {Mum} is as worried as we are.'],
    relative: ['My [son|grandson|nephew] {child} is in with older lads. He came home with a [burn on his arm|black eye] and a debt. I rang the police and they said ring you.'],
  },
  worries: ['Older people [give {child} money, phones and lifts|hold a debt over {him}], and {he} is frightened of them.', '{He} carries a knife because {he} thinks {he} must.', 'If nothing changes {he} will be [badly hurt|in prison|used further away], and soon.'],
  workingWell: ['{Child} still tells {mum} where {he} is, most nights.', '{Mum} reports {him} missing every time and does not shout when {he} comes home.', '{He} trusts [the boxing coach|a youth worker|{lead}].'],
  notKnown: ['We do not know who the older people are.', 'We do not know what {he} owes.'],
  decides: ['{Child} is a victim before {he} is anything else. A strategy discussion with police today, and one worker who stays.', 'Three quiet months, back in school, and a job on Saturdays. The youth worker goes on; we close.'],
  calls: ['Police: {child} [was seen with the same two adults|came back by himself at 03:10|is named in nothing new].', 'Youth worker: boxing [twice this week|not since {day}].', 'Return home interview [done the same day|refused, offered again].'],
  visits: ['Met {child} at the [chip shop|car wash|boxing club]. {He} talked for forty minutes with {his} hood up, most of it about [his little sister|the dog|football].', '{Mum} showed me the messages on the old phone. I asked her to keep them and not to answer.'],
  voices: { small: ['My brother is out.'], middle: ['They said I was a good runner. I thought they meant running.'], older: ['You don’t just stop. That’s not how it works.', 'I’m safe. I’m safe if I do what they say.', 'When I’m boxing I don’t think about it. That’s two hours.', 'Nobody asked me if I was scared. You’re the first.'] },
}

export const selfHarm: Theme = {
  id: 'selfHarm', weight: 3, ages: [11, 17], reason: 'worriedAboutChild', need: 'acuteStress', factors: ['selfHarm', 'mentalHealthChild', 'emotionalAbuse'],
  contacts: {
    emergencyDepartment: ['{Child}, [fourteen|fifteen|thirteen], was brought by {mum} on {day} after taking [tablets from the bathroom|twelve paracetamol]. Medically well. {He} said it was “[to make it quiet|because of school]”. Seen by the mental health nurse. Home with {mum}, follow-up within seven days.'],
    school: ['{Lead} saw cuts on {child}’s arm in PE. {He} begged us not to tell. {His} friends say it began [in the spring|after {dad} left|after some messages went round].'],
  },
  worries: ['{Child} hurts {himself} when [arguments begin|{he} is alone at night|school gets too much].', '{He} has tablets within reach, and {mum} did not know.', 'The wait for help is [four|five] months, and that is a long time at [fourteen|fifteen].'],
  workingWell: ['{He} told [a friend|{mum}|the school nurse] {himself}.', '{Mum} has locked the medicine away and sits with {him} without asking.', '{Child} has a plan for bad nights on {his} phone, and uses it.'],
  notKnown: ['We do not know what is in the messages.', 'We do not know whether {dad} has been told.'],
  decides: ['The school nurse, {mum} and one worker until the clinic begins. Everybody has the same page for bad nights.', '{Child} asks that we close, and {mum} agrees. The clinic has {him} every fortnight.'],
  calls: ['Clinic: [first appointment on {day}|{child} came and spoke for half an hour|still on the list].', 'School nurse: {child} [comes on Tuesdays|has not come back since the holiday].'],
  visits: ['We walked round the [reservoir|block] because {he} talks better walking. {He} was funny about {his} teachers and then said the other thing.', '{Mum} and I checked the bathroom, the bag and the drawer together, with {child} watching. {He} said it was “[a bit much|OK actually]”.'],
  voices: { small: ['I drew a cloud for my sister.'], middle: ['My sister is sad and everyone whispers.'], older: ['It’s not attention. If I wanted attention I’d dye my hair.', 'It’s like a noise and then it stops.', 'Mum just sat on the floor next to me. That was the right thing.', 'I want someone who doesn’t change every three months.'] },
}

export const missing: Theme = {
  id: 'missing', weight: 2, ages: [12, 17], reason: 'missing', need: 'familyDifficulties', factors: ['missing', 'behaviour', 'sexualExploitation'],
  contacts: {
    police: ['{Child} was reported missing from {street} on {day} at 23:50 and came home at [06:20|14:00 the next day]. It is the [third|fourth] time in [five weeks|two months]. {He} said {he} had been “[with mates|walking about]”. {Mum} was relieved and then furious.'],
    school: ['{Child} leaves after registration. {He} was seen [at the retail park with adults|in a car near {town}]. {Mum} does not know where {he} goes.'],
  },
  worries: ['Nobody knows where {child} is for [whole nights|two days at a time] or whom {he} is with.', 'Each time {he} stays away a little longer.'],
  workingWell: ['{He} texts {sib} to say that {he} is alive.', '{Mum} and {child} have agreed one rule, and {he} keeps it: phone on.'],
  notKnown: ['We do not know what {he} runs from, or to.'],
  decides: ['The interviews after {he} comes home show the same thing three times: rows about [the step-father|school]. We work with all three together.', 'Not missing since the [summer|new school]. We close.'],
  calls: ['Police: found [at a friend’s in {town}|on the night bus]. Not hurt.', 'Return home interview: {child} [talked|said nothing and ate two breakfasts].'],
  visits: ['{Child} showed me on a map where {he} walks: [seven|eleven] miles, to the sea and back.', '{Mum} and {child} in one room for an hour, which is new.'],
  voices: { small: ['Where has she gone?'], middle: ['I walk until I’m not cross.'], older: ['I’m not missing. I know exactly where I am.', 'If I stay it’ll be me who gets hit, so I go.'] },
}

export const physicalHarm: Theme = {
  id: 'physicalHarm', weight: 4, ages: [0, 14], reason: 'physicalHarm', need: 'abuseOrNeglect', factors: ['physicalAbuseByAdult', 'emotionalAbuse', 'behaviour'],
  contacts: {
    school: ['{Child} has a [bruise the shape of fingers on {his} upper arm|mark across {his} cheek]. Asked what happened, {he} said {dad} [“got me”|grabbed {him} because of the spilled juice]. A little later {he} said that {he} fell. {Lead} wrote it down word for word at [09:20|11:05].'],
    emergencyDepartment: ['{Child}, [fourteen months|two years], brought with a [spiral fracture|burn on the hand]. {Mum} says {he} fell [from the sofa|against the fire]. The registrar thinks that it fits [only partly|well]. Kept in tonight.'],
    relative: ['{Dad} hits them. He says that it’s how he was brought up. {Mum} is scared to say. I’ve seen him do it with a [belt|slipper].'],
  },
  worries: ['{Child} has been hit [with a hand|with a belt] as punishment, [more than once|as {dad} himself says].', '{He} changed {his} account after going home.', 'A small child could be badly hurt by somebody who did not mean it.'],
  workingWell: ['{Dad} says that he did it, is ashamed, and wants another way.', '{Mum} stopped it at once and rang us herself.', 'There are no other marks, and the paediatrician has no other worry.'],
  notKnown: ['We do not know what happened before {mum} came into the room.', 'The other children have not yet been asked.'],
  decides: ['Hitting has stopped, and both parents can say what they do in its place. A short plan, with the parenting course and two visits without notice.', 'A strategy discussion was held the same day. The enquiry found no deliberate harm; the family takes help with supervision.'],
  calls: ['Paediatrician: [fits with what {mum} says|does not rule it out; asks us to see {sib}].', 'Parenting course: {dad} came to [five of six|two of six].'],
  visits: ['{Dad} showed how he [counts to ten in the yard|sends himself out of the room]. {Child} finds it funny, which is good.', 'I looked at {child}’s arms and back with {mum} and the health visitor: [no marks|one old graze on the knee, explained].'],
  voices: { small: ['Daddy smack. Daddy say sorry.'], middle: ['He used to go red and now he goes outside.', 'I said I fell because I didn’t want Dad to be in trouble.'], older: ['He hit me once and cried more than me.', 'I’d tell you. I would now.'] },
}

export const kinship: Theme = {
  id: 'kinship', weight: 2, ages: [1, 15], reason: 'worriedAboutChild', need: 'absentParenting', factors: ['drugsParent', 'neglect', 'none'],
  contacts: {
    relative: ['I am {child}’s grandmother. {Mum} left {him} with me for a weekend [three weeks|two months] ago and has not come back. I get no money for {him} and {he} has no school place here. I am not complaining, I want to keep {him}.'],
    school: ['{Child} has been brought by {his} grandmother since {day}. She says {he} lives with her now. She cannot sign for the trip and asks us what she may do.'],
  },
  worries: ['Nobody who is with {child} each day has the right to decide for {him}.', 'Grandmother is [sixty-eight|seventy-two], lives on a pension, and sleeps on the sofa so that {child} has the bed.', '{Mum} might come and take {him} at any hour.'],
  workingWell: ['{Child} has slept through for the first time, grandmother says.', 'Grandmother has known {him} from the day {he} was born.', 'School says {he} is a different child.'],
  notKnown: ['We do not know where {mum} is.', 'We do not know what {dad}’s family would say.'],
  decides: ['{Child} should stay. We help grandmother with advice about a special guardianship order, and with money until benefits come through.', 'An order has been made and the money is in place. We close and leave our number.'],
  calls: ['Solicitor: hearing on [the ninth|the twenty-second].', 'Benefits: [child benefit moved to grandmother|form sent back, one signature missing].', '{Mum} rang from a number we do not know. She is [safe|in Priorsfield]. She wants to see {child}.'],
  visits: ['{Child} showed me {his} drawer, {his} toothbrush and a photograph of {mum} in a frame that grandmother put up.', 'Grandmother was tired and cheerful. We talked about what happens if she is ill.'],
  voices: { small: ['Nanny’s house. Nanny’s bed. My bed.'], middle: ['I don’t want to hurt Mum’s feelings but I want to stay at Nan’s.', 'Nan always comes. She’s never not come.'], older: ['I know she loves me. She just can’t do it.'] },
}
