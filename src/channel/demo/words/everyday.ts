/** What is written in the ordinary weeks, whatever brought the family to us. */
export const visitOpenings: readonly string[] = [
  'I [came at the time we had agreed|was ten minutes late and said sorry|came without notice]. {Carer} [opened at once|took a while to open|was in the garden] and [offered tea|was getting {kids} ready].',
  'Home visit to {street}. [All the children were at home|{Child} had just come in from school|{Child} was on the sofa with a cold].',
  'Met {carer} and {kids} at home. The living room was [tidy and warm|cold, with coats on|full of washing being folded].',
  '{Child} opened the door and shouted “[it’s the lady|she’s here|it’s {worker}]”. {Carer} laughed.',
]
export const visitBodies: readonly string[] = [
  '{Child} was [chatty and showed me a reading book|quiet at first, then would not stop talking|cross because the visit came in the middle of a game]. {He} looked [well|tired, with rings under {his} eyes|pale].',
  'We [played cards|made toast|built a tower|drew a map of everybody {he} knows] while we talked. {He} put [{mum}|the dog|{his} teacher] closest.',
  '{Carer} [spoke kindly to {child}|told {child} no once, calmly, and it worked|said how proud she is of {him}].',
  'Upstairs: [beds made, a window open|one bed without a sheet|clean clothes in piles|toys put away by colour].',
  'We went through the plan line by line. [Four things are done|Two are stuck: the dentist and the money|{Carer} added one of her own].',
  '{Kids} had [fish fingers and peas|pasta|eggs and toast] while I was there. [Everybody sat down together|They ate in front of the television].',
  'I asked what would make next week better. {Carer}: “[An hour to myself|If the school rang me before they are cross|For him to answer his phone].”',
  'I saw the [medicine locked away|stair gate in place|smoke alarm working].',
]
export const visitEndings: readonly string[] = ['Next visit [in two weeks|on {day} after school|at school, so that {child} can be seen alone].', 'Agreed: [I ring the school|{carer} rings the GP|I write to housing]. I will say on {day} what came of it.', '{Carer} had no questions. She knows how to reach me.', 'I told them I will write this down and that they may read it.', '{Child} waved from the window until I was at the corner.']
export const aloneWords: readonly string[] = ['I saw {child} alone in [{his} bedroom|the garden|the quiet room at school] for [fifteen|twenty|twenty-five] minutes.', '{Child} and I [walked round the field|sat on the stairs|did a jigsaw] on our own.']
export const childSaid: readonly string[] = ['{He} told me about [a friend called Maya|football practice|a teacher who is leaving|a hamster at school].', '{He} said that things at home are [“better than before”|“fine, why does everyone ask”|“OK but loud”].', 'Asked for three wishes, {he} wished for [a trampoline, a brother who listens, and no Mondays|a bedroom, a dog, and Mum to smile|pizza, pizza, and Dad to ring].', '{He} scored home [seven|five|eight] out of ten and school [eight|nine|six].']

export const calls: readonly string[] = [
  '{School}: attendance [92|88|97|81] per cent this half term. {Child} is [settled|doing well in maths|tired in the mornings]. {Lead} sees {him} every [Tuesday|Thursday].',
  'Rang {carer} to [confirm {day}|say that I will be late|ask how the appointment went]. She [was in good spirits|was at work and rang back at five|asked whether the visit could be at school].',
  'GP surgery: [nothing new since the spring|{child} was brought, throat infection|registered, records asked for].',
  '{Carer} rang: the [letter from housing came|benefits have stopped|washing machine broke]. I [rang on her behalf|sent a voucher|gave her the number and rang back to hear how it went].',
  'Message from {lead}: {child} [was collected on time all week|had a hard day, sent home at two|got a certificate for kindness].',
  'Tried {carer} [twice, no answer; texted|on the new number, left no message]. Will try again tomorrow at nine.',
  'School nurse: hearing and sight [fine|to be looked at again]. Height and weight where they should be.',
  'Health visitor and I compared what we see. We [agree|differ about the mornings, and will go together on {day}].',
]
export const meetings: readonly string[] = [
  'Family meeting at [the school|the children’s centre|{street}]. {Carer}, {lead} and I were there; [the school nurse sent a report|grandmother came too]. What works: [mornings|the reading scheme|that everybody tells each other things]. What does not yet: [bedtimes|the money|the second appointment]. Each of us took one thing to do.',
  'Review of the plan. {Child} [came in for the last ten minutes and read out what {he} had written|sent a drawing|did not want to come, and {lead} spoke for {him}]. [Five of seven|Three of six] actions are done. We meet again in [six weeks|two months].',
]
export const oversight: readonly string[] = [
  'Talked through with {worker}. The picture is [clearer than a month ago|still mostly words from adults]. I want [{child} seen alone before the end of the week|the father asked|the chronology brought up to date]. The direction is right.',
  'I have read the record. {Child} has been seen [three times, twice alone|on time]. What is missing is [what school thinks|a date for the end]. {Worker} to tell me on {day}.',
  'Supervision: {worker} is worried about [the weekend|{mum} more than she can say why]. We agreed [an unannounced visit|to ask the police for the log|to bring the review forward].',
]
export const supervision: readonly string[] = ['How is {child}? What has changed? What if nothing does? We came to [one thing|two things] that would tell us it is safe to close: [eight weeks of school|the new lock and no calls|{mum} keeping two appointments].']
export const titles: Readonly<Record<string, readonly string[]>> = {
  visit: ['Home visit', 'Visit after school', 'Visit at {school}', 'Home visit, nobody told', 'Visit to {street}'],
  phoneCall: ['Phone call with {carer}', 'Call from {school}', 'Phone call', 'Call with the health visitor'],
  email: ['Message from {school}', 'E-mail about appointments', 'Message from {carer}'],
  meeting: ['Family meeting', 'Review of the plan', 'Meeting at {school}'],
  managementOversight: ['Manager’s oversight'],
  supervision: ['Supervision'],
  directWork: ['Time with {child}', 'Drawing and talking with {child}'],
  note: ['Note', 'What the record says', 'Message left'],
}
export const taskWords: readonly string[] = ['Ask {school} for a report', 'Chase the dentist', 'Send the letter to {carer}', 'Ring the GP about {child}', 'Check the bus pass', 'Invite to the family meeting', 'File the e-mails of this week', 'Answer the school’s question', 'Book the room for the review', 'Apply for the nursery place', 'Ask housing for the date', 'Write up the genogram with {carer}', 'Return the borrowed photographs', 'Ask for the old file', 'Tell {school} the outcome', 'Check consent for the clinic', 'Send the plan in large print', 'Arrange the interpreter', 'Ask the police for the log', 'Order the stair gate']
export const waitingWords: readonly string[] = ['School report', 'Antenatal record', 'Health visitor’s report', 'Police log', 'Report of the clinic']
export const closings: readonly string[] = ['The children are [safer|better looked after] than when we came, and the people around them know what to look for.', 'The help agreed in the plan is in place and goes on without us.', 'The family asked that we end, and nothing speaks against it.', 'What we worried about has not happened again for [four|five|six] months.']
export const reasonsForReferral: readonly string[] = ['{Kids} need an assessment: [what we are told is serious and has gone on for a while|this is the third contact in a year|nobody has asked the children yet].', 'We do not know enough to say that the children are safe, and what we know is worrying. Assessment for [all of them|the whole family].', 'Help offered before has not been enough. We need to understand what each child’s days are like.']
export const reasonsForEarlyHelp: readonly string[] = ['{Carer} wants help and the school can give most of it. Early help for the family, and we are rung if it slips.', 'The worry is real and not about safety. A family worker can start [this week|on {day}].']
export const reasonsForNothing: readonly string[] = ['The children are [seen daily by school, which is content|well looked after by what we hear from three sides]. One event, dealt with by the parents.', 'This was dealt with by the [police|school] and nothing like it is known. The family has been told that we were contacted.', 'The same matter is already being worked on by [the court|adult services].']
export const reasonsForAdvice: readonly string[] = ['Advice about [benefits and the food bank|contact after separation|who helps with sleep]. {Carer} has the numbers and is glad that we rang.', 'The caller has what is needed to act and was told what to do if it gets worse.']
