import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { upnOf } from '../../../kernel/identifiers.ts'
import { childIdentity, idOf, ordinals } from './identity.ts'
import { openLedger, type Ledger } from './ledger.ts'
import type { AssessmentFacts, CensusElement, CensusHeader, ChildFacts, ChildPlan, ReferralFacts } from './model.ts'

const noPlaceYet: Readonly<Record<string, string>> = {
  DateOfInitialCPC: 'conferences have no place in the record yet',
  CINPlanDates: 'child in need plans have no place in the record yet',
  Section47: 'section 47 enquiries have no place in the record yet',
  ChildProtectionPlans: 'child protection plans have no place in the record yet',
}
const sexes: Readonly<Record<string, ChildFacts['sex']>> = {
  M: 'male', F: 'female', U: 'unknown', 1: 'male', 2: 'female', 0: 'unknown', 9: 'indeterminate',
}

/** What a child of the census becomes in the record, with the account of every element of it. `today` is the day of the import. */
export function takeChild(root: CensusElement, ordinal: number, header: CensusHeader, today: PlainDate): ChildPlan {
  const ledger = openLedger(root, header.year.structure)
  const identifiers = ledger.one(root, 'ChildIdentifiers')
  const localIdElement = ledger.one(identifiers, 'LAchildID')
  const localId = ledger.value(localIdElement)
  if (localId === null) {
    ledger.keepAside(root, 'no LAchildID, so we cannot tell which child this is')
    return { ordinal, line: root.line, localId, facts: null, referrals: [], ...ledger.close(() => null, 'nobody', header.authority, String(header.year.year), String(ordinal)) }
  }
  if (localIdElement && !/^[A-Za-z0-9]{1,20}$/.test(localId)) ledger.remark(localIdElement, 'longer than 20 letters and digits, or with other signs')

  const facts = takeFacts(ledger, root, identifiers, today)
  const referralIdentities = new Map<CensusElement, string>()
  const times = ordinals()
  const referrals = ledger.all(root, 'CINdetails').flatMap((details) => {
    const referral = takeReferral(ledger, details, [header.authority, localId], times, today)
    if (!referral) return []
    for (const inner of subtree(details)) referralIdentities.set(inner, referral.identity)
    return [referral]
  })
  const closed = ledger.close((element) => referralIdentities.get(element) ?? null, childIdentity(header.authority, localId))
  return { ordinal, line: root.line, localId, facts, referrals, ...closed }
}

const subtree = (element: CensusElement): CensusElement[] => [element, ...element.within.flatMap(subtree)]

/** The day of a leaf, unless it lies after today: then it is kept aside. */
function pastDay(ledger: Ledger, element: CensusElement | undefined, today: PlainDate): PlainDate | null {
  const text = ledger.value(element)
  if (text === null || !isPlainDate(text)) return null
  if (text <= today) return text
  ledger.keepAside(element, 'a day that has not come yet')
  return null
}

function takeFacts(ledger: Ledger, root: CensusElement, identifiers: CensusElement | undefined, today: PlainDate): ChildFacts {
  const bornOn = pastDay(ledger, ledger.one(identifiers, 'PersonBirthDate'), today)
  const expected = ledger.one(identifiers, 'ExpectedPersonBirthDate')
  const expectedText = ledger.value(expected)
  if (bornOn && expected) ledger.keepAside(expected, 'the child is born, and the date of birth was taken')
  const expectedOn = !bornOn && expectedText !== null && isPlainDate(expectedText) ? expectedText : null
  if (identifiers && !bornOn && !expectedOn) ledger.remark(identifiers, 'neither a date of birth nor an expected one that we could take')

  const death = ledger.one(identifiers, 'PersonDeathDate')
  let diedOn = pastDay(ledger, death, today)
  if (diedOn && bornOn && diedOn < bornOn) {
    ledger.keepAside(death, 'a death before the birth')
    diedOn = null
  }
  ledger.keepAside(ledger.one(identifiers, 'UPNunknown'), 'why a pupil number is missing has no place in the record yet')

  const characteristics = ledger.one(root, 'ChildCharacteristics')
  return {
    bornOn, expectedOn, diedOn,
    sex: sexes[ledger.value(ledger.one(identifiers, 'Sex')) ?? ledger.value(ledger.one(identifiers, 'GenderCurrent')) ?? ''] ?? null,
    ethnicity: ledger.value(ledger.one(characteristics, 'Ethnicity')),
    disabilities: takeCodes(ledger, ledger.all(ledger.one(characteristics, 'Disabilities'), 'Disability'), 'NONE'),
    upn: takeUpn(ledger, ledger.one(identifiers, 'UPN')),
    formerUpn: takeUpn(ledger, ledger.one(identifiers, 'FormerUPN')),
  }
}

/** A number of the right form is taken as the authority holds it; one whose letter does not hold is remarked on, so that somebody asks the school. */
function takeUpn(ledger: Ledger, element: CensusElement | undefined): string | null {
  const upn = ledger.value(element)
  if (element && upn !== null && !upnOf(upn)) ledger.remark(element, 'its check letter does not hold; taken as it stands, to be asked of the school')
  return upn
}

/** The codes, each once; `alone` is the code that says there are no others. */
function takeCodes(ledger: Ledger, elements: readonly CensusElement[], alone: string): string[] {
  const codes: string[] = []
  for (const element of elements) {
    const code = ledger.value(element)
    if (code === null) continue
    if (codes.includes(code)) ledger.refuse(element, 'this code stands here twice')
    else codes.push(code)
  }
  for (const element of elements) {
    if (ledger.value(element) === alone && codes.length > 1) ledger.keepAside(element, 'says that there are none, beside others that were taken')
  }
  return codes.length > 1 ? codes.filter((code) => code !== alone) : codes
}

function takeReferral(ledger: Ledger, element: CensusElement, owner: readonly [string, string], times: (key: string) => number, today: PlainDate): ReferralFacts | null {
  const received = ledger.one(element, 'CINreferralDate')
  const receivedOn = pastDay(ledger, received, today)
  if (!receivedOn) {
    ledger.keepAside(element, 'no referral date that we could take')
    return null
  }
  const identity = idOf('referral', ...owner, receivedOn, String(times(receivedOn)))

  const closure = ledger.one(element, 'CINclosureDate')
  const reason = ledger.one(element, 'ReasonForClosure')
  let closedOn = pastDay(ledger, closure, today)
  if (closedOn && closedOn < receivedOn) {
    ledger.keepAside(closure, 'a closure before the referral; the referral stands open until somebody says when it was closed')
    closedOn = null
  }
  if (!closedOn) ledger.keepAside(reason, 'a reason for closure without a closure that we could take')
  else if (closure && ledger.value(reason) === null) ledger.remark(closure, 'closed without a reason that we could take')

  for (const [name, why] of Object.entries(noPlaceYet)) for (const inner of ledger.all(element, name)) ledger.keepAside(inner, why)
  const assessmentTimes = ordinals()
  const nfa = ledger.value(ledger.one(element, 'ReferralNFA'))
  return {
    identity, receivedOn, closedOn, line: element.line, closureLine: closure?.line ?? null,
    source: ledger.value(ledger.one(element, 'ReferralSource')),
    primaryNeed: ledger.value(ledger.one(element, 'PrimaryNeedCode')),
    noFurtherAction: nfa === null ? null : nfa === '1',
    closureReason: ledger.value(reason),
    assessments: ledger.all(element, 'Assessments').flatMap((inner) => takeAssessment(ledger, inner, identity, receivedOn, assessmentTimes, today) ?? []),
  }
}

function takeAssessment(ledger: Ledger, element: CensusElement, referral: string, receivedOn: PlainDate, times: (key: string) => number, today: PlainDate): AssessmentFacts | null {
  const started = ledger.one(element, 'AssessmentActualStartDate')
  const startedOn = pastDay(ledger, started, today)
  if (!startedOn) {
    ledger.keepAside(element, 'no start of the assessment that we could take')
    return null
  }
  const authorised = ledger.one(element, 'AssessmentAuthorisationDate')
  const authorisedOn = pastDay(ledger, authorised, today)
  if (authorisedOn && authorisedOn < startedOn) {
    ledger.keepAside(element, 'authorised before it was started')
    return null
  }
  if (started && startedOn < receivedOn) ledger.remark(started, 'started before the referral it stands in')
  const factors = takeCodes(ledger, ledger.all(ledger.one(element, 'FactorsIdentifiedAtAssessment'), 'AssessmentFactors'), '21')
  const review = ledger.one(element, 'AssessmentInternalReviewDate')
  ledger.keepAside(review, 'review points of an assessment have no place in the record yet')
  return {
    identity: idOf('assessment', referral, startedOn, String(times(startedOn))),
    startedOn, authorisedOn, factors, line: element.line,
  }
}
