import { addDays, addMonths, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { chanceOf } from '../chance.ts'
import { agree, begin, decide, endCase, hear, openWork, receive, send, toEarlyHelp, warn, write, writeSections, type Book, type Case } from './book.ts'
import { registerMember, type Household } from './household.ts'
import { order } from './legal.ts'
import { colleague, member, moved, movedAt } from './telling.ts'
import { firstAssessment, secondAssessment } from './smithWords.ts'
import { writeStays, writeTies } from './ties.ts'

/** The family of the pictures: Kelly, Darren and Ahmed, four children and a baby to come, at 12 Mill Lane. */
export function smithAndBegum(book: Book, number: number): void {
  const { today } = book
  const on = (day: string): PlainDate => moved(today, day)
  const at = (day: string, time: string) => movedAt(today, day, time)
  book.name = 'Smith and Begum'
  const kelly = member(book, { given: 'Kelly', family: 'Smith', sex: 'female', role: 'mother', born: '1991-05-23', formerFamily: 'Okafor', heritage: 'mixed' })
  const darren = member(book, { given: 'Darren', family: 'Smith', sex: 'male', role: 'father', born: '1988-02-11', home: false })
  const ahmed = member(book, { given: 'Ahmed', family: 'Begum', sex: 'male', role: 'partner', born: '1994-08-30', heritage: 'bangladeshi', language: 'en' })
  const jean = member(book, { given: 'Jean', family: 'Okafor', sex: 'female', role: 'grandmother', born: '1964-06-17', home: false, heritage: 'caribbean' })
  const first = [kelly.id, darren.id]
  const second = [kelly.id, ahmed.id]
  const amelia = member(book, { given: 'Amelia', family: 'Smith', sex: 'female', role: 'child', born: '2012-03-09', parents: first, school: 'Ridgeway Academy', heritage: 'mixed' })
  const noah = member(book, { given: 'Noah', family: 'Smith', sex: 'male', role: 'child', born: '2014-07-21', parents: first, school: 'Ridgeway Academy', heritage: 'mixed' })
  const isla = member(book, { given: 'Isla', family: 'Begum', sex: 'female', role: 'child', born: '2016-01-14', parents: second, school: 'Oakfield Primary', heritage: 'bangladeshi', language: 'en', speaks: 'Some Bengali at home' })
  const leo = member(book, { given: 'Leo', family: 'Begum', sex: 'male', role: 'child', born: '2018-05-02', parents: second, school: 'Oakfield Primary', heritage: 'bangladeshi', language: 'en' })
  const baby = member(book, { given: '', family: 'Begum', sex: 'notStated', role: 'child', dueOn: on('2026-03-12'), parents: second, heritage: 'bangladeshi' })
  const household: Household = {
    members: [kelly, darren, ahmed, jean, amelia, noah, isla, leo, baby], gp: 'Mill Lane Surgery', family: 'Smith and Begum', homes: [{ lines: ['12 Mill Lane', 'Ardenvale'], postcode: 'ZV1 4QN', town: 'Ardenvale' }],
    tie: [{ a: kelly.id, b: darren.id, kind: 'separated', since: addMonths(addDays(today, 0), -12 * 11), until: null }, { a: kelly.id, b: ahmed.id, kind: 'partner', since: addMonths(today, -12 * 10), until: null }],
  }
  const four = [amelia.id, noah.id, isla.id, leo.id]
  const five = [...four, baby.id]
  const [, two] = book.offices.family
  if (!two) throw new Error('There is no second family support team.')
  const priya = colleague(book, 'Priya Nair')
  const tom = colleague(book, 'Tom Hughes')
  const ffion = colleague(book, 'Ffion Davies')
  const door = book.offices.frontDoor.head
  const meet = (who: readonly typeof kelly[], when: ReturnType<typeof at>) => who.forEach((one) => registerMember(book, household, one, ffion.id, when, number * 24 + household.members.indexOf(one)))

  // The first time: police and neighbours, the late summer of the year before.
  const firstAt = at('2024-08-19', '10:20')
  meet([kelly, darren, ahmed, amelia, noah, isla, leo, jean], firstAt)
  writeTies(book, household, ffion.id, firstAt)
  writeStays(book, household, ffion.id, firstAt)
  book.stays = book.stays.map((stay) => ({ ...stay, from: addMonths(today, -12 * 9) }))
  book.stays.push({ people: [darren.id], householdId: book.chance.id(firstAt), kind: 'home', lines: ['Flat 9, Harrier House', 'Canal Street', 'Ardenvale'], postcode: 'ZV2 7RB', hidden: false, from: addDays(on('2024-08-19'), -300), to: null, endedAt: null, by: ffion.id, at: firstAt })
  book.stays.push({ people: [jean.id], householdId: book.chance.id(firstAt), kind: 'home', lines: ['3 Orchard Close', 'Ardenvale'], postcode: 'ZV1 6HT', hidden: false, from: null, to: null, endedAt: null, by: ffion.id, at: firstAt })
  const police = receive(book, { by: ffion.id, at: firstAt, fromKind: 'agency', source: 'police', fromName: 'PC 2208 Marsden', fromRole: 'Police constable', fromAgency: 'Ardenvale Police', fromPhone: '01632 960118', words: 'Officers went to 12 Mill Lane at 22:10 on Saturday after a neighbour rang. Kelly and Ahmed had argued about money; a cupboard door was broken. Nobody was hurt. All four children were awake upstairs. Amelia had the others in her room with the door shut and told the officer that this happens “about once a week”. A risk assessment with Kelly came out as standard.', inDanger: 'no', familyKnows: 'knows', hopesFor: 'Somebody to talk to the children', alreadyDoing: null, children: four, adults: [kelly.id, ahmed.id] })
  const firstReferral = decide(book, police, { by: door, at: at('2024-08-20', '09:05'), reason: 'Four children hear arguments every week, and the eldest has made it her job to hide the others. Nobody has asked them yet. Assessment for all four.', outcome: 'referral', need: 'familyDifficulties' })
  const firstCase = give(book, firstReferral, [kelly.id, ahmed.id], at('2024-08-20', '14:30'), ['domesticAbuseParent', 'emotionalAbuse'])
  if (!firstCase) return
  const seenAlone = (day: string) => () => ({ seenOn: on(day), seenAloneOn: on(day) })
  const note = (day: string, time: string, kind: 'visit' | 'phoneCall' | 'meeting' | 'email' | 'managementOversight' | 'note', title: string, words: string, people: readonly string[], more: Partial<Parameters<typeof write>[1]> = {}) =>
    write(book, { by: kind === 'managementOversight' ? tom.id : priya.id, at: at(day, time), kind, title, words, people, place: null, ...more })
  note('2024-08-27', '17:05', 'visit', 'First home visit', 'Kelly and Ahmed were both there and had tidied for me, they said. They told the same story about Saturday, Ahmed with his head down. Jean comes on Mondays, Wednesdays and Fridays. The children share two rooms. All four came down one after another to look at me.', [...four, kelly.id, ahmed.id], { place: 'home', visit: { seen: four, alone: [amelia.id], bedroom: four }, passages: [{ about: [amelia.id], words: 'Amelia showed me how she puts the desk chair under the handle. She was matter of fact about it and said that Isla likes to be in the corner.' }] })
  note('2024-09-05', '11:40', 'phoneCall', 'Call from Oakfield Primary', 'Ms Adeyemi: Isla and Leo are in every day, and on time when Jean brings them. Leo hides when a chair falls over.', [isla.id, leo.id])
  hear(book, { personId: amelia.id, words: 'I put the chair there so the little ones don’t hear the words.', how: 'said', by: priya.id, saidTo: 'Priya Nair', place: 'At home', at: at('2024-08-27', '17:20') })
  hear(book, { personId: leo.id, words: 'Daddy was a loud bear. Mummy was a loud bear. I was a small bear.', how: 'drew', by: priya.id, saidTo: 'Priya Nair', place: 'At school', at: at('2024-09-11', '10:10') })
  const firstEnd = at('2024-09-20', '15:30')
  writeSections(book, firstEnd, firstCase.assessment, firstAssessment({ amelia: amelia.id, noah: noah.id, isla: isla.id, leo: leo.id, seenOn: on('2024-09-11') }))
  agree(book, firstCase, send(book, firstCase, { at: firstEnd, outcome: 'childInNeedPlan', seen: seenAlone('2024-09-11') }), at('2024-09-23', '10:00'))
  note('2024-10-14', '16:30', 'meeting', 'Family meeting: child in need plan', 'Kelly, Ahmed, Jean, Ms Adeyemi and I. Three things: Ahmed goes to the parents’ group, Jean has the children three days, and when voices rise one of the two goes for a walk. Amelia read out what she wants, which was “quiet on school nights”.', [...four, kelly.id, ahmed.id, jean.id])
  for (const [day, words] of [['2024-11-19', 'No arguments for three weeks, says Kelly, and Amelia agrees. Ahmed has been to the group four times. Leo built a garage for me.'], ['2025-01-15', 'Quiet and warm. Noah told me about the Romans for half an hour. Kelly has a job at the school kitchen from Monday.'], ['2025-02-24', 'All well. Kelly said: “We still argue. We argue like people now.”']] as const) {
    note(day, '16:50', 'visit', 'Home visit', words, [...four, kelly.id, ahmed.id], { place: 'home', visit: { seen: four, alone: [noah.id, isla.id], bedroom: four } })
  }
  note('2025-03-10', '10:10', 'managementOversight', 'Why we close', 'The arguments have stopped, by what parents, children and school say. Jean helps three days a week. The school’s breakfast club and a parenting course go on as early help.', four)
  endCase(book, firstCase, at('2025-03-12', '11:00'), 'noLongerInNeed')
  toEarlyHelp(book, four, [kelly.id, ahmed.id], book.offices.agency('Oakfield Primary'), at('2025-03-13', '09:30'), on('2025-08-22'))

  // Police once more, and then the school.
  const doorstep = receive(book, { by: ffion.id, at: at('2025-09-22', '08:45'), fromKind: 'agency', source: 'police', fromName: 'PC 2208 Marsden', fromRole: 'Police constable', fromAgency: 'Ardenvale Police', fromPhone: '01632 960118', words: 'Called to 12 Mill Lane on Sunday at 18:40. Darren Smith, father of the two older children, and Ahmed Begum argued on the doorstep about a birthday. Darren shouted and kicked the gate, and left when asked. The children were upstairs.', inDanger: 'no', familyKnows: 'knows', hopesFor: null, alreadyDoing: null, children: four, adults: [kelly.id, ahmed.id, darren.id] })
  decide(book, doorstep, { by: door, at: at('2025-09-22', '15:10'), reason: 'One argument outside, dealt with by the police. The family rang early help themselves the next morning. Darren has been given the number of the mediation service.', outcome: 'informationAndAdvice' })
  const schoolAt = at('2025-10-03', '14:10')
  meet([baby], schoolAt)
  writeTies(book, household, ffion.id, schoolAt)
  const school = receive(book, { by: ffion.id, at: schoolAt, fromKind: 'agency', source: 'school', fromName: 'Ms Adeyemi', fromRole: 'Safeguarding lead', fromAgency: 'Oakfield Primary', fromPhone: '01632 960204', words: 'Isla has been late nine times since September and falls asleep in class. She told me she sleeps on the sofa because Leo is in her bed. Leo came without lunch three times. Mum is expecting and looks worn out. Amelia, at the secondary school, brings them in most mornings. I spoke to Kelly on Thursday; she cried and said she would like some help.', inDanger: 'no', familyKnows: 'agrees', hopesFor: 'Someone to plan the mornings with Kelly before the baby comes', alreadyDoing: 'Breakfast club, and a weekly talk with Isla', children: five, adults: [kelly.id, ahmed.id] })
  const referral = decide(book, school, { by: door, at: at('2025-10-06', '09:40'), reason: 'Isla and Leo are often late and tired and Isla has no bed of her own. Kelly is pregnant and the help that ended in August has stopped working. We need to understand what each child’s days are like.', outcome: 'referral', need: 'familyDifficulties', own: { [amelia.id]: { outcome: 'referral', reason: 'Caring for the others' } } })
  const open = give(book, referral, [kelly.id, ahmed.id], at('2025-10-06', '14:00'), ['youngCarer', 'neglect'])
  if (!open) return
  present(book, open, { four, five, amelia: amelia.id, noah: noah.id, isla: isla.id, leo: leo.id, baby: baby.id, kelly: kelly.id, ahmed: ahmed.id, darren: darren.id, jean: jean.id })
}

function give(book: Book, referral: number | undefined, adults: readonly string[], at: Instant, factors: readonly string[]): Case | undefined {
  const [, two] = book.offices.family
  const opened = referral === undefined ? undefined : book.referrals[referral]
  if (referral === undefined || !opened || !two) return undefined
  return begin(book, { referral, adults, working: two, worker: colleague(book, 'Priya Nair'), at, factors })
}

type Ids = Readonly<{ four: readonly string[]; five: readonly string[]; amelia: string; noah: string; isla: string; leo: string; baby: string; kelly: string; ahmed: string; darren: string; jean: string }>

/** What has happened since October, and what is to be done now. */
function present(book: Book, open: Case, who: Ids): void {
  const { today } = book
  const at = (day: string, time: string) => movedAt(today, day, time)
  const priya = colleague(book, 'Priya Nair').id
  const everyone = [...who.five, who.kelly, who.ahmed]
  const note = (day: string, time: string, kind: 'visit' | 'phoneCall' | 'meeting' | 'note', title: string, words: string, people: readonly string[], more: Partial<Parameters<typeof write>[1]> = {}) => write(book, { by: priya, at: at(day, time), kind, title, words, people, place: null, ...more })
  const hears = (day: string, time: string, personId: string, words: string, place: string, how: 'said' | 'drew' | 'wrote' = 'said') => hear(book, { personId, words, how, by: priya, saidTo: 'Priya Nair', place, at: at(day, time) })
  note('2025-10-08', '17:30', 'visit', 'First visit, Darren at the door', 'Kelly and Ahmed were expecting me. While we talked Darren came for Noah’s bag, a day early. He shouted at Ahmed and at me from the path, and left after some minutes. The children had gone to the top of the stairs.', everyone, { place: 'home', visit: { seen: who.four, alone: [], bedroom: [] } })
  for (const personId of [who.darren, who.isla]) warn(book, { personId, kind: 'visitInPairs', words: 'Visit in pairs if Darren Smith is there. He shouted at a worker on 8 October.', by: priya, at: at('2025-10-09', '09:10') })
  note('2025-10-09', '17:15', 'visit', 'Home visit, bedrooms seen', 'Six people in two bedrooms. The bunk bed for Isla and Leo is in its box in the hall. Amelia and Isla share with Leo most nights; Noah has the box room. Everything is clean. Kelly is tired and says so.', everyone, { place: 'home', visit: { seen: who.four, alone: [who.noah, who.leo], bedroom: who.four }, passages: [{ about: [who.noah], words: 'Noah would not talk about Darren. He showed me the list of teams he keeps under his pillow.' }] })
  hears('2025-10-09', '17:50', who.noah, 'I like Ridgeway but it’s too far to go back if I forget something.', 'At home')
  note('2025-10-20', '17:10', 'meeting', 'Family meeting', 'Seven actions agreed with the family. Kelly, Ahmed and Jean were there; Darren joined by telephone and was calm. Jean walks Isla and Leo to school on Tuesdays; breakfast club on other days.', [...who.five, who.kelly, who.ahmed, who.jean])
  note('2025-10-24', '16:05', 'visit', 'Walk home with Amelia', 'Met Amelia at Ridgeway and walked with her to Oakfield to collect the others. She carried three bags. She talks easily when walking.', [who.amelia], { place: 'school', visit: { seen: [who.amelia], alone: [who.amelia], bedroom: [] } })
  hears('2025-10-24', '16:20', who.amelia, 'I do the mornings because Mum is tired. I don’t mind. I mind being late for maths.', 'Walking home from school')
  note('2025-11-04', '12:20', 'phoneCall', 'Late marks this half term', 'Ms Adeyemi: Isla has two late marks this half term, down from nine in September. She is two years ahead in reading.', [who.isla])
  write(book, { by: priya, at: at('2025-11-06', '09:15'), on: moved(today, '2025-11-05'), kind: 'phoneCall', title: 'Second antenatal appointment missed', words: 'The midwife telephoned. Kelly says that the bus did not come, and has a new appointment on 20 November. The baby is growing as it should.', people: [who.baby, who.kelly], place: null })
  note('2025-11-07', '11:30', 'phoneCall', 'Phone call with Jean Okafor', 'Jean offers to have Isla and Leo on Friday nights until the baby is here. Kelly agrees.', [...who.four, who.kelly, who.jean])
  note('2025-11-11', '11:10', 'visit', 'Visit at Oakfield Primary', 'Isla came straight from assembly. She looked tired, with dark rings, but was pleased to show her reading level. Leo showed his reading book and a tooth.\n\nThe bunk bed is still in its box. Ahmed says he needs a second person to lift it.', [who.isla, who.leo], {
    place: 'school', visit: { seen: [who.isla, who.leo], alone: [who.isla, who.leo], bedroom: [] },
    passages: [{ about: [who.isla], words: 'I asked how she slept. “On Sunday and Monday I was on the sofa, so I was too sleepy for spellings. Leo kicks.” She likes it when Jean comes “because then it is quiet”. She worries there will be no room for the baby.' }, { about: [who.leo], words: 'Leo had no lunch box. He said that he had eaten it on the way, and then that he had not.' }],
  })
  hears('2025-11-11', '10:20', who.isla, 'I like it when Nan comes because then it is quiet and I can do my reading.', 'At school')
  hears('2025-11-11', '10:40', who.leo, 'When the baby comes I will be the one who knows things.', 'At school')
  writeSections(book, at('2025-11-17', '16:42'), open.assessment, secondAssessment({ amelia: who.amelia, noah: who.noah, isla: who.isla, leo: who.leo, baby: who.baby }))
  const team = open.working.team.id
  const referral = book.referrals[open.referral]
  if (!referral) return
  const work = (kind: string, words: string, people: readonly string[], opened: string, dueOn: PlainDate, more: Partial<Parameters<typeof openWork>[1]> = {}) =>
    openWork(book, { kind, subject: { kind: 'referral', id: referral.id }, people, by: priya, at: at(opened, '10:00'), teamId: team, workerId: priya, words, dueOn, ...more })
  // Ids of their own, so that what is told after it stays as it was.
  const orders = chanceOf('orders at 12 Mill Lane')
  const lives = { code: 'livesWith', from: moved(today, '2015-06-11'), court: 'Family Court at Ardenvale', details: 'Amelia and Noah live with their mother, and spend every other weekend with their father.' }
  order(book, orders.id(at('2024-09-02', '12:00')), [who.amelia, who.noah], lives, priya, at('2024-09-02', '12:00'))
  const steps = { code: 'prohibitedSteps', from: moved(today, '2025-10-28'), expiresOn: moved(today, '2026-10-28'), court: 'Family Court at Ardenvale', caseNumber: 'ZV25P00418', details: 'Darren Smith is not to collect any of the four children from school, or to come to 12 Mill Lane.' }
  order(book, orders.id(at('2025-10-29', '10:30')), who.four, steps, priya, at('2025-10-29', '10:30'))
  work('visit', 'Home visit. Isla to be seen alone', [who.isla, who.leo], '2025-11-11', today, { dueAt: moment(`${today}T15:45:00.000Z`) })
  work('task', 'Child in need review, one report to come', who.four, '2025-10-20', addWorkingDays(today, 3))
  work('task', 'School report for Noah, asked of Ridgeway Academy', [who.noah], '2025-11-12', addWorkingDays(today, 6), { state: 'waiting' })
  work('task', 'Antenatal record for the baby, asked of community midwifery', [who.baby], '2025-11-14', addWorkingDays(today, 8), { state: 'waiting' })
  work('task', 'Pre-birth planning meeting: invite the midwife and the health visitor', [who.baby], '2025-11-05', addDays(today, 58))
  book.storySoFar = {
    id: book.chance.id(at('2025-11-11', '17:00')), by: priya, at: at('2025-11-11', '17:00'), people: who.five,
    words: 'Kelly looked after four children with her mother Jean’s help until Jean’s hours changed in the summer. Two children share a bed and one sleeps on the sofa. Amelia has become the person who gets everyone to school.\n\nThe arguments of the year before stopped. In September Darren came back to the door once. A baby is due in March, and Kelly has missed two appointments.\n\nKelly and Ahmed want help and say so.',
  }
}
