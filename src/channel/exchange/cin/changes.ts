import type { Contested, Standing, TakeChild } from './entryModel.ts'

type Said = Readonly<{ kind: string; value: string; path: string }>
type Held = Standing['facts'][number]

/** What is to be written of one list of facts or identifiers. */
type Renewal = Readonly<{ add: readonly Said[]; supersede: readonly string[]; contested: readonly Contested[] }>

const severalAtOnce = ['disability', 'formerUpn']

/**
 * What a child's file changes in the record. A newer census may correct what an older one said, never what a person has recorded since;
 * a value that somebody has taken away does not come back from a file that told it before. The same file twice changes nothing.
 */
export function changesOf(entry: TakeChild, standing: Standing) {
  const newer = standing.origin === null || entry.year > standing.origin.year
  const older = standing.origin !== null && entry.year < standing.origin.year
  const at = { line: entry.line, newer, older }
  const facts = renewal(entry.facts, standing.facts, at)
  const identifiers = renewal(entry.identifiers, standing.identifiers, at)
  const referrals = referralChanges(entry, standing, older)
  return {
    facts, identifiers, referrals,
    /** The child that an earlier census knew before its birth. */
    born: standing.kind === 'unborn' && !entry.unborn && entry.facts.some(({ kind }) => kind === 'bornOn'),
    contested: [...facts.contested, ...identifiers.contested, ...referrals.contested],
  }
}

function renewal(said: readonly Said[], held: readonly Held[], at: Readonly<{ line: number; newer: boolean; older: boolean }>): Renewal {
  const add: Said[] = []
  const supersede: string[] = []
  const contested: Contested[] = []
  for (const one of said) {
    const same = held.filter(({ kind, value }) => kind === one.kind && value === one.value)
    if (same.some(({ current }) => current)) continue
    const contest = (reason: string) => contested.push({ path: one.path, line: at.line, value: one.value, reason })
    const standing = severalAtOnce.includes(one.kind) ? [] : held.filter(({ kind, current }) => kind === one.kind && current)
    if (standing.length > 0 && one.value === 'notStated') continue
    if (same.some(({ mine }) => mine) && !at.newer) contest('this was taken before and changed since; the record stays')
    else if (standing.some(({ mine }) => !mine)) contest('somebody has recorded otherwise since; the record stays')
    else if (standing.length > 0 && at.older) contest('a newer census said otherwise; the record stays')
    else {
      supersede.push(...standing.map(({ id }) => id))
      add.push(one)
    }
  }
  if (at.newer) supersede.push(...droppedBy(said, held))
  return { add, supersede, contested }
}

/** What an older census listed and this one, which lists some of the kind, does not any more. */
const droppedBy = (said: readonly Said[], held: readonly Held[]): string[] =>
  held.filter(({ kind, value, mine, current }) => mine && current && kind === 'disability'
    && said.some((one) => one.kind === kind) && !said.some((one) => one.kind === kind && one.value === value)).map(({ id }) => id)

function referralChanges(entry: TakeChild, standing: Standing, older: boolean) {
  type Referral = TakeChild['referrals'][number]
  type Assessment = Referral['assessments'][number]
  const add: Referral[] = []
  const close: Referral[] = []
  const renew: Referral[] = []
  const addAssessments: { referral: Referral; assessment: Assessment }[] = []
  const authorise: Assessment[] = []
  const factors: { assessmentId: string; factor: string }[] = []
  const contested: Contested[] = []

  for (const referral of entry.referrals) {
    const held = standing.referrals.find(({ id }) => id === referral.id)
    if (!held) add.push(referral)
    else {
      if (referral.closedOn && !held.closed_on && !older) close.push(referral)
      else if (referral.closedOn && held.closed_on !== referral.closedOn) contested.push({ path: 'Child/CINdetails/CINclosureDate', line: referral.closureLine, value: referral.closedOn, reason: 'the record says another day, or that it is open; the record stays' })
      if (held.primary_need !== referral.primaryNeed || held.no_further_action !== referral.noFurtherAction) {
        if (!older && held.version === 1) renew.push(referral)
        else contested.push({ path: 'Child/CINdetails/PrimaryNeedCode', line: referral.line, value: referral.primaryNeed ?? '', reason: 'the record says another need, or another next step; the record stays' })
      }
    }
    for (const assessment of referral.assessments) {
      const known = standing.assessments.find(({ id }) => id === assessment.id)
      if (!known) addAssessments.push({ referral, assessment })
      else if (assessment.authorisedOn && !known.authorised_on && known.state === 'open' && !known.begun && !older) authorise.push(assessment)
      else if (assessment.authorisedOn && known.authorised_on !== assessment.authorisedOn) contested.push({ path: 'Child/CINdetails/Assessments/AssessmentAuthorisationDate', line: assessment.line, value: assessment.authorisedOn, reason: 'the record says another day, or a worker writes the assessment here; the record stays' })
      if (known && known.version > 1 && !authorise.includes(assessment)) continue
      for (const factor of assessment.factors) {
        if (!standing.factors.some((one) => one.assessment_id === assessment.id && one.factor === factor) && (!known || !older)) factors.push({ assessmentId: assessment.id, factor })
      }
    }
  }
  return { add, close, renew, addAssessments, authorise, factors, contested }
}

export type Changes = ReturnType<typeof changesOf>

/** Whether some work is still open after the file: nobody said that it was closed or went no further. */
export const staysOpen = (entry: TakeChild): boolean => entry.referrals.some(({ closedOn, noFurtherAction }) => closedOn === null && !noFurtherAction)
