import type { PlainDate } from '../../../kernel/dates.ts'
import type { Written } from './book.ts'

type Four = Readonly<{ amelia: string; noah: string; isla: string; leo: string }>

/** The assessment of the first autumn, finished: what the second one brings forward. */
export const firstAssessment = ({ amelia, noah, isla, leo, seenOn }: Four & Readonly<{ seenOn: PlainDate }>): Written => ({
  whyAssessing: { whyNow: { all: 'Police were called to an argument between Kelly and Ahmed while four children listened upstairs. We want to know how often it happens and what it does to each of them.' }, whoWasAsked: { all: 'Kelly, Ahmed, Jean, all four children alone, Oakfield Primary and the GP. Both parents agreed.' } },
  family: { whoMatters: { all: 'Kelly and Ahmed live with Amelia, Noah, Isla and Leo. Jean, Kelly’s mother, comes three days a week. Darren, the father of Amelia and Noah, sees them every second Sunday.' } },
  health: { healthNow: { all: 'All four are well and growing. Isla has mild asthma and a blue inhaler at school.', each: { [leo]: 'Leo wakes at night when voices rise.' } }, healthCare: { all: 'Registered at Mill Lane Surgery. Immunisations are up to date. Nobody has seen a dentist this year.' } },
  school: { schoolNow: { all: 'All like school and can name a friend. None has been excluded.' }, schoolHelp: { all: 'Noah has help with speech once a week. Nobody else has extra help.' } },
  feelings: { feelingsNow: { all: 'The children are watchful when adults are loud, and settle quickly.', each: { [amelia]: 'Amelia looks after the others and hides that she is frightened herself.' } }, strengths: { all: 'Amelia cooks, Noah knows the Romans, Isla reads anything, Leo builds.' } },
  identity: { identityNow: { all: 'Isla and Leo are proud to be Bengali and English. Amelia and Noah call Ahmed by his name and like that.' } },
  friends: { friendsNow: { all: 'Each has a friend from school. They are closest to one another and to Jean.' } },
  selfCare: { selfCareNow: { all: 'They do what others of their age do.', each: { [amelia]: 'Amelia also gets the small ones ready on days when Jean is not there.' } } },
  everydayCare: { everydayCareNow: { all: 'Meals, clean clothes and warmth every day. Jean’s three days make the week work.' } },
  safety: { safetyNow: { all: 'The home is safe. What is not safe is the arguing, which nobody stops.' } },
  warmth: { warmthNow: { all: 'Both parents are warm. I heard praise at every visit, most of all from Ahmed to Noah.' } },
  routines: { routinesNow: { all: 'School, tea at five, bed at eight for the small ones. Weekends are looser.' }, steadiness: { all: 'Kelly has always been there. Ahmed since Amelia was three.' } },
  parentHealth: { parentHealthNow: { all: 'Kelly is tired. Ahmed works nights two days a week. Both grew up with shouting and said so before I asked.' } },
  housing: { housingNow: { all: 'Two bedrooms and a box room for six. Dry and warm.' } },
  money: { moneyNow: { all: 'Ahmed’s wage and child benefit. It is tight in the fourth week, and that is when they argue.' } },
  widerFamily: { widerFamilyNow: { all: 'Jean, three days a week. Ahmed’s brother in Eastbrook.' }, communityNow: { all: 'Breakfast club, the library on Mill Lane, the mosque on Fridays for Ahmed.' } },
  ownWords: { inOwnWords: { each: { [amelia]: 'I put the chair there so the little ones don’t hear the words.', [noah]: 'It’s fine. It’s just loud.', [isla]: 'I read under the duvet until it stops.', [leo]: 'I was a small bear.' } }, seenOn: { all: seenOn }, seenAloneOn: { all: seenOn } },
  whatThisMeans: {
    worries: { all: 'Four children hear their parents shout about once a week. Amelia has taken on a job that is not hers. If it goes on it may become more than shouting.' }, workingWell: { all: 'Two parents who say what is wrong, a grandmother who comes, a school that rings. The children are well looked after in every other way.' },
    notKnown: { all: 'We have not spoken with Darren.' }, decideAndWhy: { all: 'A child in need plan for six months: the parents’ group, a plan for money in the fourth week, and somebody at school for each child. The worry is real and the family is able.' }, factors: { all: ['domesticAbuseParent', 'emotionalAbuse'] },
  },
  whatShouldHappen: { outcome: { all: 'childInNeedPlan' }, whoDoesWhat: { all: 'Ahmed: the group. Kelly: the money advice. Jean: three days a week. Priya: a visit a month. Ms Adeyemi: a talk with Isla and Leo each week.' }, familyView: { all: 'Kelly and Ahmed agree. Amelia asked that we write that they are nice.' } },
})

/** This autumn's, thirteen sections in. */
export const secondAssessment = ({ amelia, noah, isla, leo }: Four & Readonly<{ baby: string }>): Written => ({
  whyAssessing: { whyNow: { all: 'Oakfield Primary told us that Isla and Leo are late, tired and sometimes hungry. Kelly is expecting and asked for help. We want to understand what each child’s days are like before the baby comes.' }, whoWasAsked: { all: 'Kelly, Ahmed, Jean, the four children, both schools and the community midwife. Everybody agreed. Darren by telephone.' } },
  family: { whoMatters: { all: 'Kelly and Ahmed live with all four children at 12 Mill Lane; a baby is due in March. Jean’s hours changed in the summer and she comes on Tuesdays now. Darren lives on Canal Street.' } },
  health: { healthNow: { all: 'All four are well. They are tired.', each: { [isla]: 'Isla has mild asthma and a blue inhaler at school. She sleeps on the sofa some nights.' } }, healthCare: { all: 'Registered at Mill Lane Surgery. Ahmed took all four to the dentist on 6 November.' } },
  school: { schoolNow: { all: 'All three like school and can name a friend there. None has been excluded, and each teacher speaks warmly of them.\n\nAll three have been late or absent since September. The reason they give is the same: the mornings at home. Both schools have offered help and the family has said yes.', each: { [isla]: 'Isla is two years ahead in reading and proud of it. She is often tired: late nine times in September, twice this half term.\n\nOn 11 November she said: “On Sunday and Monday I was on the sofa, so I was too sleepy for spellings.”' } } },
  feelings: { feelingsNow: { all: 'The children are cheerful and a little worn.', each: { [amelia]: 'Amelia is proud to be needed and would like it to be less.' } }, strengths: { all: 'They look after one another without being told.' } },
  friends: { friendsNow: { all: 'Each has a friend. Nobody has been home with them since the summer, for want of room.' } },
  selfCare: { selfCareNow: { all: 'The younger ones do what others of their age do.', each: { [amelia]: 'Amelia wakes at six, makes four breakfasts and walks two miles before her own school begins.', [noah]: 'Noah carries the bags.' } } },
  everydayCare: { everydayCareNow: { all: 'Clean clothes and a hot meal every day. Mornings do not work since Jean’s hours changed.', each: { [leo]: 'Leo came without lunch three times in September and once since.' } } },
  safety: { safetyNow: { all: 'The home is safe. The bunk bed in its box stands across the hall and is to be built.' } },
  warmth: { warmthNow: { all: 'Kelly lights up when the children come in, tired as she is. Ahmed knows each one’s joke.' } },
  housing: { housingNow: { all: 'Two bedrooms and a box room for six, soon seven. Housing has been asked.' } },
  money: { moneyNow: { all: 'Kelly’s hours at the school kitchen end in January. Ahmed has asked for days in place of nights.' } },
  widerFamily: { widerFamilyNow: { all: 'Jean on Tuesdays, and Friday nights from now on. Ahmed’s brother will help with the bunk bed.' } },
})
