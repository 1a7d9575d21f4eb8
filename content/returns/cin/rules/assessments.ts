import { weekdayOf, type PlainDate } from '../../../../src/kernel/dates.ts'
import { addWorkingDays } from '../../../../src/kernel/workingDays.ts'
import { assessments, before, beginsWithin, censusRules, codesOf, eachEpisode, eachWithin, enquiries, inCensus, outside } from '../rule.ts'
import type { Assessment, CensusOf, Enquiry } from '../rows.ts'

const done = ({ raw }: Assessment): boolean => raw.AssessmentAuthorisationDate !== ''
const has = ({ AssessmentFactors }: Assessment, factor: string): boolean => AssessmentFactors.includes(factor)
const weekend = (day: PlainDate | undefined): boolean => day !== undefined && (weekdayOf(day) === 0 || weekdayOf(day) === 6)
/** Still running: neither a conference, nor the word that none was needed. */
const running = ({ raw, ICPCnotRequired }: Enquiry): boolean => raw.DateOfInitialCPC === '' && ICPCnotRequired !== '1'
/** So many working days before the end of the census, or before the day on which a year that goes on is told: work that is in time is not late. Asked for each child: remembered. */
const dueBy = new Map<string, PlainDate>()
function workingDaysBefore({ closes, until }: CensusOf, count: number): PlainDate {
  const end = until && until < closes ? until : closes
  const key = `${end} ${count}`
  const known = dueBy.get(key)
  if (known) return known
  const day = addWorkingDays(end, -count)
  dueBy.set(key, day)
  return day
}

/** Assessments and what they found. */
export const assessmentRules = censusRules({
  1103: { reads: { Assessments: 'AssessmentActualStartDate', CINdetails: 'CINreferralDate' }, words: 'The assessment began before the referral.', breaks: eachWithin(assessments, ({ AssessmentActualStartDate }, { CINreferralDate }) => before(AssessmentActualStartDate, CINreferralDate)) },
  8608: { reads: { Assessments: 'AssessmentActualStartDate AssessmentAuthorisationDate' }, words: 'The assessment was authorised before it began.', breaks: eachWithin(assessments, ({ AssessmentActualStartDate, AssessmentAuthorisationDate }) => before(AssessmentAuthorisationDate, AssessmentActualStartDate)) },
  8614: { reads: { Assessments: 'AssessmentAuthorisationDate AssessmentFactors' }, words: 'Factors are recorded once the assessment is authorised: record the day, or take them away.', breaks: eachWithin(assessments, (row) => !done(row) && row.AssessmentFactors.length > 0) },
  '8670Q': { reads: { Assessments: 'AssessmentActualStartDate AssessmentAuthorisationDate' }, words: 'The assessment began more than 45 working days before the end of the census and is not authorised.', breaks: eachWithin(assessments, (row, _details, _child, census) => !done(row) && before(row.AssessmentActualStartDate, workingDaysBefore(census, 45))) },
  8696: { reads: { Assessments: 'AssessmentAuthorisationDate' }, words: 'The assessment was authorised outside the twelve months of the census.', breaks: eachWithin(assessments, ({ AssessmentAuthorisationDate }, _details, _child, census) => outside(AssessmentAuthorisationDate, census)) },
  8736: { reads: { Assessments: 'AssessmentActualStartDate AssessmentAuthorisationDate' }, words: 'An assessment that is not authorised began within the twelve months of the census. Else authorise it, or correct the day.', breaks: eachWithin(assessments, (row, _details, _child, census) => !done(row) && !inCensus(row.AssessmentActualStartDate, census)) },
  '8863Q': { reads: { Assessments: 'AssessmentActualStartDate AssessmentAuthorisationDate' }, words: 'The assessment began while another was running.', breaks: ({ details }, { closes }) => details.flatMap(({ assessments: rows }) => beginsWithin(rows, (row) => ({ from: row.AssessmentActualStartDate, to: row.AssessmentAuthorisationDate, open: !done(row) }), closes, 'last day too')) },
  8869: { reads: { Assessments: 'AssessmentFactors' }, words: 'Factor 21 says that none was found: it stands alone.', breaks: eachWithin(assessments, (row) => has(row, '21') && row.AssessmentFactors.length > 1) },
  '8873Q': {
    reads: { CINdetails: 'ReasonForClosure', Assessments: 'AssessmentFactors AssessmentAuthorisationDate' }, words: 'The only assessment found no factor (21): then the case is closed after assessment (RC8 or RC9).',
    breaks: eachEpisode(({ assessments: rows, ReasonForClosure }) => {
      const only = rows.length === 1 ? rows[0] : undefined
      return only !== undefined && done(only) && has(only, '21') && ReasonForClosure !== 'RC8' && ReasonForClosure !== 'RC9'
    }),
  },
  8896: { reads: { Assessments: 'AssessmentAuthorisationDate' }, words: 'Several assessments are running at once in one case. Authorise those that ended.', breaks: ({ details }) => details.flatMap(({ assessments: rows }) => { const now = rows.filter((row) => !done(row)); return now.length > 1 ? now : [] }) },
  '8897Q': { reads: { Assessments: 'AssessmentAuthorisationDate AssessmentFactors' }, words: 'The assessment is authorised: record the factors it found, or 21 for none.', breaks: eachWithin(assessments, ({ AssessmentAuthorisationDate, AssessmentFactors }, _details, _child, census) => AssessmentAuthorisationDate !== undefined && AssessmentAuthorisationDate >= census.opens && !AssessmentFactors.some((factor) => codesOf('factor', census).has(factor))) },
  8898: { reads: { Assessments: 'AssessmentFactors' }, words: 'The same factor stands twice.', breaks: eachWithin(assessments, ({ AssessmentFactors }) => new Set(AssessmentFactors).size < AssessmentFactors.length) },
  '8945Q': { years: [2025, 2026], reads: { Assessments: 'AssessmentFactors' }, words: 'Physical abuse is recorded by another child (18B) or by an adult (18C), no longer as 18A.', breaks: eachWithin(assessments, (row) => has(row, '18A')) },
  '8950Q': { years: [2025, 2026], reads: { Assessments: 'AssessmentFactors' }, words: 'Sexual abuse is recorded by another child (19B) or by an adult (19C), no longer as 19A.', breaks: eachWithin(assessments, (row) => has(row, '19A')) },
})

/** Section 47 enquiries and initial child protection conferences. */
export const enquiryRules = censusRules({
  1104: {
    reads: { CINdetails: 'CINreferralDate DateOfInitialCPC', Section47: 'DateOfInitialCPC' }, words: 'The conference was held before the referral.',
    breaks: ({ details }) => details.flatMap((each) => [...(before(each.DateOfInitialCPC, each.CINreferralDate) ? [each] : []), ...each.enquiries.filter(({ DateOfInitialCPC }) => before(DateOfInitialCPC, each.CINreferralDate))]),
  },
  2884: {
    reads: { CINdetails: 'DateOfInitialCPC', Section47: 'DateOfInitialCPC' }, words: 'The same conference stands in the enquiry and in the case. It is recorded once, with the enquiry.',
    breaks: ({ details }) => {
      const all = details.flatMap(({ enquiries: rows }) => rows)
      return details.flatMap((each) => {
        const same = all.filter(({ DateOfInitialCPC }) => DateOfInitialCPC !== undefined && DateOfInitialCPC === each.DateOfInitialCPC)
        return same.length > 0 ? [each, ...same] : []
      })
    },
  },
  2889: { reads: { CINdetails: 'CINreferralDate', Section47: 'S47ActualStartDate' }, words: 'The enquiry began before the referral.', breaks: eachWithin(enquiries, ({ S47ActualStartDate }, { CINreferralDate }) => before(S47ActualStartDate, CINreferralDate)) },
  8615: { reads: { Section47: 'S47ActualStartDate DateOfInitialCPC' }, words: 'The enquiry has no day on which it began, or the conference was held before it.', breaks: eachWithin(enquiries, ({ S47ActualStartDate, DateOfInitialCPC }) => S47ActualStartDate === undefined || before(DateOfInitialCPC, S47ActualStartDate)) },
  '8675Q': { reads: { Section47: 'S47ActualStartDate DateOfInitialCPC ICPCnotRequired' }, words: 'The enquiry began more than 15 working days before the end of the census, and no conference was held. Record it, or that none was needed.', breaks: eachWithin(enquiries, (row, _details, _child, census) => running(row) && before(row.S47ActualStartDate, workingDaysBefore(census, 15))) },
  8715: {
    reads: { CINdetails: 'DateOfInitialCPC', Section47: 'DateOfInitialCPC' }, words: 'The conference was held outside the twelve months of the census.',
    breaks: ({ details }, census) => details.flatMap((each) => [...(outside(each.DateOfInitialCPC, census) ? [each] : []), ...each.enquiries.filter(({ DateOfInitialCPC }) => outside(DateOfInitialCPC, census))]),
  },
  8740: { reads: { Section47: 'S47ActualStartDate DateOfInitialCPC ICPCnotRequired' }, words: 'An enquiry without a conference began within the twelve months of the census. Else record how it ended, or correct the day.', breaks: eachWithin(enquiries, (row, _details, _child, census) => running(row) && !inCensus(row.S47ActualStartDate, census)) },
  8839: { reads: { Section47: 'DateOfInitialCPC ICPCnotRequired' }, words: 'Several enquiries are running at once in one case. Record how the earlier ones ended.', breaks: ({ details }) => details.flatMap(({ enquiries: rows }) => { const now = rows.filter(running); return now.length > 1 ? now : [] }) },
  '8870Q': { reads: { Section47: 'InitialCPCtarget' }, words: 'The day by which the conference is due is a Saturday or Sunday.', breaks: eachWithin(enquiries, ({ InitialCPCtarget }) => weekend(InitialCPCtarget)) },
  8875: {
    reads: { CINdetails: 'DateOfInitialCPC', Section47: 'DateOfInitialCPC' }, words: 'The conference was held on a Saturday or Sunday. See the day.',
    breaks: ({ details }) => details.flatMap((each) => [...(weekend(each.DateOfInitialCPC) ? [each] : []), ...each.enquiries.filter(({ DateOfInitialCPC }) => weekend(DateOfInitialCPC))]),
  },
  8890: { reads: { Section47: 'S47ActualStartDate DateOfInitialCPC ICPCnotRequired' }, words: 'The enquiry began while another was running.', breaks: ({ details }, { closes }) => details.flatMap(({ enquiries: rows }) => beginsWithin(rows, (row) => ({ from: row.S47ActualStartDate, to: row.DateOfInitialCPC, open: running(row) }), closes, 'last day too')) },
})
