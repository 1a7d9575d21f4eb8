import * as code from './codes.ts'

/**
 * The eleven lists of Annex A, the data that Ofsted asks of a council for an inspection of its children's services: columns in order, as they are headed.
 * Source: as `codes.ts`. The titles and the words of the periods are ours; lists 6 to 11 say no period in that source, theirs follow Ofsted's request as we know it.
 */
export type Column = Readonly<{ name: string; type: 'text' | 'date' | 'integer' | 'code'; required?: true; words?: readonly string[] }>
export const listNames = ['List 1', 'List 2', 'List 3', 'List 4', 'List 5', 'List 6', 'List 7', 'List 8', 'List 9', 'List 10', 'List 11'] as const
export type ListName = (typeof listNames)[number]
export type List = Readonly<{ name: ListName; title: string; period: string; columns: readonly Column[] }>

const text = (name: string): Column => ({ name, type: 'text', required: true })
const mayText = (name: string): Column => ({ name, type: 'text' })
const day = (name: string): Column => ({ name, type: 'date', required: true })
const mayDay = (name: string): Column => ({ name, type: 'date' })
const whole = (name: string): Column => ({ name, type: 'integer', required: true })
const mayWhole = (name: string): Column => ({ name, type: 'integer' })
const one = (name: string, words: readonly string[]): Column => ({ name, type: 'code', required: true, words })
const mayOne = (name: string, words: readonly string[]): Column => ({ name, type: 'code', words })

const number = text('Child Unique ID')
const who: readonly Column[] = [one('Gender', code.genderWords), one('Ethnicity', code.ethnicityWords), mayDay('Date of Birth'), mayWhole('Age of Child (Years)')]
const child: readonly Column[] = [number, ...who]
const disabled = one('Does the Child have a Disability', code.knownWords)
const worked: readonly Column[] = [text('Allocated Team'), text('Allocated Worker')]

export const lists: readonly List[] = [
  { name: 'List 1', title: 'Contacts', period: 'received in the last six months', columns: [...child, day('Date of Contact'), one('Contact Source', code.sourceWords)] },
  { name: 'List 2', title: 'Early help assessments', period: 'under way or finished in the last six months', columns: [...child, day('Assessment start date'), mayDay('Assessment completion date'), text('Organisation completing assessment')] },
  { name: 'List 3', title: 'Referrals', period: 'received in the last six months', columns: [...child, mayDay('Date of referral'), one('Referral Source', code.sourceWords), one('Referral NFA?', code.trueWords), whole('Number of Referrals in Last 12 Months'), ...worked] },
  {
    name: 'List 4', title: 'Assessments', period: 'under way or authorised in the last six months', columns: [
      ...child, disabled, day('Continuous Assessment Start Date'), mayOne('Child Seen During Continuous Assessment', code.knownWords), mayDay('Continuous Assessment Date of Authorisation'),
      mayOne('Was the child assessed as requiring LA children\'s social care support?', code.trueWords), ...worked,
    ],
  },
  {
    name: 'List 5', title: 'Section 47 enquiries and initial conferences', period: 'in the last six months', columns: [
      ...child, disabled, day('Strategy discussion initiating Section 47 Enquiry Start Date'), mayOne('Was an Initial Child Protection Conference deemed unnecessary?', code.trueWords), mayDay('Date of Initial Child Protection Conference'),
      mayOne('Did the Initial Child Protection Conference Result in a Child Protection Plan', code.knownWords), whole('Number of Section 47 Enquiries in the last 12 months'), whole('Number of ICPCs in the last 12 months'), ...worked,
    ],
  },
  {
    name: 'List 6', title: 'Children in need', period: 'open on the day, or closed in the last six months', columns: [
      ...child, disabled, mayDay('CIN Start Date'), one('Primary Need Code', code.needWords), mayDay('Date Child Was Last Seen'), mayDay('CIN Closure Date'), mayOne('Reason for Closure', code.closureWords), one('Case Status', code.statusWords), ...worked,
    ],
  },
  {
    name: 'List 7', title: 'Child protection plans', period: 'current on the day, or ended in the last six months', columns: [
      ...child, disabled, day('Child Protection Plan Start Date'), one('Initial Category of Abuse', code.abuseWords), one('Latest Category of Abuse', code.abuseWords), mayDay('Date of the Last Statutory Visit'), mayOne('Was the Child Seen Alone?', code.knownWords),
      mayDay('Date of latest review conference'), mayDay('Child Protection Plan End Date'), one('Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)', code.trueWords),
      whole('Number of Previous Child Protection Plans'), ...worked,
    ],
  },
  {
    name: 'List 8', title: 'Children in care', period: 'in care on the day, or until the last six months', columns: [
      ...child, one('Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)', code.trueWords), disabled, day('Date Started to be Looked After'), one('Child\'s Category of Need', code.needWords),
      one('Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)', code.trueWords), day('Start date of current legal status'), one('Child\'s Legal Status', code.legalWords), mayDay('Date of Latest Statutory Review'),
      mayDay('Date of Last Social Work Visit'), mayOne('What is the permanence plan for this child?', code.permanenceWords), mayDay('Date of Last IRO Visit / Contact to the Child'), mayDay('Date of Last Health Assessment'), mayDay('Date of Last Dental Check'),
      whole('Number of Placements in the Last 12 months'), mayDay('Date Ceased to be Looked After'), mayOne('Reason Ceased to be Looked After', code.ceasedWords), day('Start Date of Most Recent Placement'), one('Placement Type', code.placementWords),
      one('Placement Provider', code.providerWords), text('Placement postcode'), mayText('URN of Placement'), one('Placement Location', code.locationWords), text('LA of Placement'),
      whole('Number of Episodes the Child has been \'Missing\' from their Placement in the last 12 months'), whole('Number of Episodes the Child has been \'Absent\' from their Placement in the last 12 months'),
      mayOne('Was the child offered a Return Interview after their last missing episode (Y/N)?', code.trueWords), mayOne('Did the child accept a Return Interview after their last missing episode (Y/N)?', code.trueWords), ...worked,
    ],
  },
  {
    name: 'List 9', title: 'Care leavers', period: 'owed help after care on the day', columns: [
      ...child, one('Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)', code.trueWords), disabled, ...worked, text('Allocated Personal Advisor'), one('Eligibility Category', code.eligibilityWords), mayDay('Latest Pathway Plan Review Date'),
      one('LA in Touch', code.touchWords), mayDay('Latest Date of Contact'), mayOne('Type of Accommodation', code.homeWords), mayOne('Suitability of Accommodation', code.suitableWords), mayOne('Activity Status', code.activityWords),
    ],
  },
  {
    name: 'List 10', title: 'Adoption: children', period: 'adoption is the plan on the day, or was in the last twelve months', columns: [
      number, mayText('Family identifier'), ...who, disabled, day('Date the Child Entered Care'), day('Date of Decision that Child Should be Placed for Adoption'), mayDay('Date of Placement Order'), mayDay('Date of Matching Child and Prospective Adopters'),
      mayDay('Date Placed for Adoption'), mayDay('Date of Adoption Order'), mayDay('Date of Decision that Child Should No Longer be Placed for Adoption'), mayOne('Reason Why Child No Longer Placed for Adoption', code.notPlacedWords),
      mayDay('Date the child was placed for fostering in FFA or concurrent planning placement'),
    ],
  },
  {
    name: 'List 11', title: 'Adopters', period: 'on the way or approved on the day, or until the last twelve months', columns: [
      text('Individual adopter identifier'), mayText('Family identifier'), one('Gender', code.genderWords), one('Ethnicity', code.ethnicityWords), one('Disability', code.knownWords), one('Is the (prospective) adopter fostering for adoption?', code.trueWords),
      day('Date enquiry received'), mayDay('Date Stage 1 started'), mayDay('Date Stage 1 ended'), mayDay('Date Stage 2 started'), mayDay('Date Stage 2 ended'), mayDay('Date application submitted'), mayDay('Date application approved'),
      mayDay('Date adopter matched with child(ren)'), mayDay('Date child/children placed with adopter(s)'), mayWhole('No. of children placed'), mayDay('Date of Adoption Order'), mayDay('Date of leaving adoption process'), mayOne('Reason for leaving adoption process', code.leftWords),
    ],
  },
]
const byName: ReadonlyMap<string, List> = new Map(lists.map((list) => [list.name, list]))
/** @throws where there is no such list, which is a fault of ours */
export function listNamed(name: ListName): List {
  const found = byName.get(name)
  if (!found) throw new Error(`There is no ${name} in Annex A.`)
  return found
}
