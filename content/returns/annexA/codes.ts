/**
 * The code words of Annex A, by our codes. Where the lists that were seen write a word in several ways, one is kept.
 * Source: the columns of Ofsted's Annex A as read by liia-tools-pipeline at 4aff9189; which of our codes is which word is our reading.
 */
const words = <const W extends string>(...all: readonly W[]): readonly W[] => all

export const genderWords = words('a) Male', 'b) Female', 'c) Not stated/recorded', 'd) Neither')
export const ethnicityWords = words('a) White', 'b) Mixed', 'c) Asian or Asian British', 'd) Black or black British', 'e) Other ethnic group', 'f) Not stated')
export const sourceWords = words('a) Individual', 'b) Schools', 'c) Education Services', 'd) Health Services', 'e) Housing', 'f) LA Services', 'g) Police', 'h) Other legal agency', 'i) Other', 'j) Anonymous', 'k) Unknown')
export const trueWords = words('True', 'False')
export const knownWords = words('True', 'False', 'Unknown')
export const needWords = words('a) Abuse or neglect', 'b) Child\'s disability', 'c) Parents illness or disability', 'd) Family in acute stress', 'e) Family dysfunction', 'f) Socially unacceptable behaviour', 'g) Low income', 'h) Absent parenting', 'i) Not CIN', 'j) Not stated')
export const closureWords = words('a) Adopted', 'b) Died', 'c) Residence Order', 'd) Special Guardianship Order', 'e) Transfer to another LA', 'f) Transfer to Adult Social Services', 'g) \'Other\' incl. Child no longer in need', 'h) Child not in need after assessment', 'i) Not Stated')
export const statusWords = words('a) Looked after child', 'b) Child Protection plan', 'c) Child in need plan', 'd) Open assessment', 'e) Closed episode')
export const abuseWords = words('a) Neglect', 'b) Physical Abuse', 'c) Sexual Abuse', 'd) Emotional Abuse', 'e) Multiple')
export const legalWords = words('a) Interim care orders', 'b) Full care orders', 'c) Freed for  Adoption', 'd) Placement order granted', 'e) Accommodated under S20', 'f) Detained on child protection grounds in LA accommodation', 'g) Youth justice legal Statuses', 'J1: Remanded to LA or youth detention', 'J2: LA accommodation under PACE')
export const permanenceWords = words('a) Return to family', 'b) Adoption', 'c) SGO/CAO', 'd) Supported living in the community', 'e) Long-term residential placement', 'f) Long-term fostering', 'g) Other')
export const ceasedWords = words(
  'a) Adopted', 'b) Died', 'c) Care taken by another LA', 'd) Returned home to live with parents or relatives', 'e) Left care to live with parents, relatives or other person with no parental responsibility',
  'f) Residence order granted', 'g) Special Guardianship Orders', 'h) Moved into independent living', 'i) Transferred to residential care funded by adult social services', 'j) Sentenced to custody',
  'k) Accommodation on remand ended', 'l) Age assessment determined child was 18 or over', 'm) Child moved abroad', 'n) Care ceased for any other reason',
)
export const placementWords = words(
  'a) Foster placement', 'b) Placed for adoption', 'c) Placed with parents', 'd) Independent living', 'e) Residential employment', 'f) Residential accommodation', 'g) Secure Children’s Homes', 'h) Children’s Homes',
  'i) Residential Care Home', 'j) NHS/Health Trust', 'k) Family Centre or Mother and Baby Unit', 'l) Young Offender Institution', 'm) Residential school', 'n) Other placements', 'o) Temporary placement',
)
export const providerWords = words('a) Own LA', 'b) Private', 'c) Other')
export const locationWords = words('a) In', 'b) Out')
export const eligibilityWords = words('a) Relevant', 'b) Former relevant', 'c) Qualifying', 'd) Eligible', 'e) Other')
export const touchWords = words('a) In touch', 'b) Not in touch', 'c) Not recorded', 'd) Exclude')
export const homeWords = words(
  'a) With parents or relatives', 'b) Community home', 'c) Semi-independent transitional accommodation', 'd) Supported lodgings', 'e) Gone abroad', 'f) Deported', 'g) Ordinary lodgings', 'h) Residence not known',
  'i) No fixed abode / homeless', 'j) Foyers', 'k) Independent living', 'l) Emergency accommodation', 'm) Bed and breakfast', 'n) In custody', 'o) With Former Foster Carer', 'p) Other accommodation',
)
export const suitableWords = words('a) Suitable', 'b) Not suitable', 'c) Not in touch or not recorded', 'd) Exclude')
export const activityWords = words(
  'F1: Full time in higher education', 'P1: Part time in higher education', 'F2: Full time in education other than higher', 'P2: Part time in education other than higher', 'F3: Full time in training or employment',
  'P3: Part time in training or employment', 'F4: Young person engaged full time in an apprenticeship', 'P4: Young person engaged part time in an apprenticeship',
  'F5: Young person engaged full time in training or employment (not apprenticeship)', 'P5: Young person engaged part time in training or employment (not apprenticeship)',
  'G4: Not in education, employment or training - illness or disability', 'G5: Not in education, employment or training - other', 'G6: Not in education, employment or training - pregnancy or parenting',
)
export const notPlacedWords = words('a) Child’s needs changed', 'b) Court did not make a PO', 'c) Prospective adopters cannot be found', 'd) Any other reason')
export const leftWords = words('a) Withdrew', 'b) Process on hold', 'c) Application refused')

/** Our code to its word. A code that no word fits is left out: then the cell is empty, and a check finds it where it must not be. */
type Words = Readonly<Record<string, string>>
const lettered = (all: readonly string[], ...codes: readonly (readonly string[])[]): Words => Object.fromEntries(codes.flatMap((of, at) => of.map((code) => [code, all[at] ?? ''])))

export const genderOf: Words = lettered(genderWords, ['male'], ['female'], ['notStated'], ['other'])
export const ethnicityOf: Words = lettered(
  ethnicityWords, ['whiteBritish', 'whiteIrish', 'irishTraveller', 'gypsyRoma', 'whiteOther'], ['whiteBlackCaribbean', 'whiteBlackAfrican', 'whiteAsian', 'mixedOther'], ['indian', 'pakistani', 'bangladeshi', 'chinese', 'asianOther'],
  ['blackCaribbean', 'blackAfrican', 'blackOther'], ['otherEthnicGroup'], ['refused', 'notYetAsked'],
)
export const sourceOf: Words = lettered(
  sourceWords, ['familyMember', 'acquaintance', 'self', 'stranger'], ['school'], ['educationService'], ['gp', 'healthVisitor', 'schoolNurse', 'primaryHealth', 'emergencyDepartment', 'otherHealth'], ['housing'],
  ['adultSocialCare', 'councilService', 'otherCouncil', 'earlyHelp'], ['police'], ['otherLegal'], ['voluntary'], ['anonymous'], ['unknown'],
)
export const needOf: Words = lettered(needWords, ['abuseOrNeglect'], ['childDisability'], ['parentIllness'], ['acuteStress'], ['familyDifficulties'], ['behaviour'], ['lowIncome'], ['absentParenting'], ['notInNeed'], ['notStated'])
export const closureOf: Words = lettered(closureWords, ['adopted'], ['died'], ['childArrangementsOrder'], ['specialGuardianship'], ['otherCouncil'], ['adultServices'], ['noLongerInNeed'], ['assessedNoFurtherAction', 'assessedEarlyHelp'])
export const abuseOf: Words = lettered(abuseWords, ['neglect'], ['physical'], ['sexual'], ['emotional'], ['multiple'])
export const legalOf: Words = lettered(
  legalWords, ['interimCareOrder'], ['careOrder'], ['freedForAdoption'], ['placementOrder'], ['accommodated', 'shortBreaksEach', 'shortBreaksSeries'], ['emergencyProtectionInCare', 'policeProtectionInCare', 'childAssessmentInCare'],
  ['youthRehabilitation'], ['remanded'], ['detainedInCare'],
)
export const permanenceOf: Words = lettered(
  permanenceWords, ['home', 'relative'], ['adoption', 'fosteringForAdoption', 'concurrent'], ['guardianship'], ['independence'], ['residential'], ['longTermFoster'],
)
export const ceasedOf: Words = lettered(
  ceasedWords, ['adoptedConsent', 'adoptedDispensed'], ['died'], ['otherCouncil'], ['homePlanned', 'homeNotPlanned'], ['otherCarers'], ['childArrangements'],
  ['guardianFosterRelative', 'guardianFoster', 'guardianRelative', 'guardianOther'], ['independentSupported', 'independent'], ['adultServices'], ['sentenced'], ['remandEnded'], ['foundAdult'], ['abroad'], ['other', 'stayingPut'],
)
export const placementOf: Words = lettered(
  placementWords, ['fosterRelative', 'fosterRelativeLongTerm', 'fosterRelativeAdopter', 'foster', 'fosterLongTerm', 'fosterAdopter'], ['adoptionConsentCarer', 'adoptionConsent', 'adoptionOrderCarer', 'adoptionOrder'],
  ['ownParents'], ['independentLiving'], ['residentialWork'], ['supportedAccommodation', 'semiIndependent'], ['secureHome'], ['childrensHome'], ['careHome'], ['hospital'], ['motherAndBaby'], ['custody'], ['residentialSchool'],
  ['otherPlacement', 'otherPlacement1', 'otherPlacement2', 'otherPlacement3', 'otherPlacement4'], ['awayHospital', 'awayHoliday', 'awayCarerHoliday', 'awayShort', 'away'],
)
export const providerOf: Words = lettered(providerWords, ['ownCouncil'], ['private'], ['parents', 'otherCouncil', 'otherPublic', 'voluntary'])
export const eligibilityOf: Words = lettered(eligibilityWords, ['relevant'], ['formerRelevant'], ['qualifying'], ['eligible'])
export const touchOf: Words = lettered(touchWords, ['yes'], ['no'], [], ['refuses', 'notNeeded', 'home', 'died'])
export const homeOf: Words = lettered(
  homeWords, ['family'], ['residential'], ['semiIndependent'], ['lodgings'], ['abroad'], ['deported'], ['ordinaryLodgings'], ['notKnown'], ['noHome'], ['foyer'], ['independent'], ['emergency'], ['bedAndBreakfast'], ['custody'], ['stayingPut'], ['other'],
)
export const suitableOf: Words = lettered(suitableWords, ['yes'], ['no'])
export const activityOf: Words = lettered(
  activityWords, ['higherFull'], ['higherPart'], ['educationFull'], ['educationPart'], [], [], ['apprenticeFull'], ['apprenticePart'], ['workFull'], ['workPart'], ['unwell'], ['neither'], ['parenting'],
)
export const notPlacedOf: Words = lettered(notPlacedWords, ['needsChanged'], ['courtRefused'], ['noAdopters'], ['other'])
export const leftOf: Words = lettered(leftWords, ['withdrew'], ['onHold'], ['refused'])
