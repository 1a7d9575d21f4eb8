import { atLeast, birthday, continuouslyLookedAfter, youngerThan } from '../care.ts'
import type { Child903, Year903 } from '../child.ts'
import { each, rules903 } from '../rule.ts'
import type { Rows } from '../tables.ts'

type Row = Rows['OC2']
/** What tells whether somebody was looked after for all twelve months. */
const throughout = { Episodes: 'DECOM DEC RNE LS' }
const four = ({ IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE }: Row): readonly string[] => [IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE]
const others = ({ CONVICTED, HEALTH_CHECK, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }: Row): readonly string[] => [CONVICTED, HEALTH_CHECK, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
const names = 'IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE'
const all = `CONVICTED HEALTH_CHECK ${names} INTERVENTION_RECEIVED INTERVENTION_OFFERED`
const said = (values: readonly string[]): boolean => values.some((value) => value !== '')
const unsaid = (values: readonly string[]): boolean => values.includes('')
/** Of the ages that have a score of strengths and difficulties: four when the year begins, not seventeen when it ends. */
const scored = ({ DOB }: Row, { opens, closes }: Year903): boolean => atLeast(4, DOB, opens) && youngerThan(17, DOB, closes)
const noScore = ({ raw, SDQ_REASON }: Row): boolean => raw.SDQ_SCORE === '' && SDQ_REASON === ''
/** Who is 17 as the year begins is not asked (rule 189): that birthday counts from the second day of the year. */
const turns = (years: number, { DOB }: Row, { opens, closes }: Year903): boolean => {
  const day = DOB ? birthday(DOB, years) : undefined
  return day !== undefined && (years === 17 ? opens < day : opens <= day) && day <= closes
}
const stayed = (child: Child903, year: Year903): boolean => continuouslyLookedAfter(child, year)

/** Health, convictions and the strengths and difficulties score of those looked after for twelve months (OC2). */
export const healthRules = rules903({
  157: { reads: { OC2: 'SDQ_REASON SDQ_SCORE DOB', ...throughout }, words: 'SDQ1 says that the child’s age was the reason for no score, and children of 4 to 16 have one.', breaks: each('OC2', (row, child, year) => row.SDQ_REASON === 'SDQ1' && row.raw.SDQ_SCORE === '' && scored(row, year) && stayed(child, year)) },
  158: { reads: { OC2: 'INTERVENTION_RECEIVED INTERVENTION_OFFERED' }, words: 'Help with substance misuse was received: then nothing is said of its being offered.', breaks: each('OC2', ({ INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) => INTERVENTION_RECEIVED === '1' && INTERVENTION_OFFERED !== '') },
  159: { reads: { OC2: 'SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED' }, words: 'Help with substance misuse was not received: say whether it was offered.', breaks: each('OC2', ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) => SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '0' && INTERVENTION_OFFERED === '') },
  181: { reads: { OC2: all }, words: 'Each of these is answered with 0 or 1.', breaks: each('OC2', (row) => [...four(row), ...others(row)].some((value) => value !== '' && value !== '0' && value !== '1')) },
  182: { reads: { OC2: all }, words: 'Immunisations, teeth, health assessment and substance misuse are answered together, or nothing of this table is.', breaks: each('OC2', (row) => unsaid(four(row)) && said(others(row))) },
  185: { reads: { OC2: 'SDQ_SCORE', ...throughout }, words: 'A score stands here, and the child was not looked after for all twelve months to 31 March.', breaks: each('OC2', (row, child, year) => row.raw.SDQ_SCORE !== '' && !stayed(child, year)) },
  186: { reads: { OC2: 'SDQ_SCORE SDQ_REASON DOB', ...throughout }, words: 'A child of 4 to 16 who was looked after for twelve months has a strengths and difficulties score, or a reason for none.', breaks: each('OC2', (row, child, year) => noScore(row) && scored(row, year) && stayed(child, year)) },
  188: { reads: { OC2: 'SDQ_SCORE SDQ_REASON DOB' }, words: 'The child is under four when the year ends: neither a score nor a reason for none.', breaks: each('OC2', (row, _child, { closes }) => !noScore(row) && youngerThan(4, row.DOB, closes)) },
  189: { reads: { OC2: 'SDQ_SCORE SDQ_REASON DOB' }, words: 'The young person was 17 when the year began: neither a score nor a reason for none.', breaks: each('OC2', (row, _child, { opens }) => !noScore(row) && atLeast(17, row.DOB, opens)) },
  190: { reads: { OC2: all, ...throughout }, words: 'This table is for children who were looked after for all twelve months to 31 March, and this child was not.', breaks: each('OC2', (row, child, year) => (said(four(row)) || said(others(row))) && !stayed(child, year)) },
  191: {
    reads: { OC2: names, ...throughout }, words: 'The child was looked after for twelve months: answer immunisations, teeth, health assessment and substance misuse.',
    breaks: (child, year) => {
      if (!stayed(child, year)) return []
      if (child.OC2.length === 0) return child.Episodes.slice(0, 1)
      return child.OC2.filter((row) => unsaid(four(row)))
    },
  },
  192: { reads: { OC2: 'SUBSTANCE_MISUSE INTERVENTION_RECEIVED' }, words: 'The child has a problem with substances: say whether help was received.', breaks: each('OC2', ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED }) => SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '') },
  193: { reads: { OC2: 'SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED' }, words: 'No problem with substances was found, so nothing is said of help with it.', breaks: each('OC2', ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) => SUBSTANCE_MISUSE !== '1' && (INTERVENTION_RECEIVED !== '' || INTERVENTION_OFFERED !== '')) },
  '197a': { reads: { OC2: 'SDQ_SCORE SDQ_REASON' }, words: 'There is a score: leave the reason for none blank.', breaks: each('OC2', ({ raw, SDQ_REASON }) => raw.SDQ_SCORE !== '' && SDQ_REASON !== '') },
  '197B': { reads: { OC2: 'SDQ_SCORE SDQ_REASON DOB', ...throughout }, words: 'The child turned 4 or 17 in the year: give the score, or the reason for none.', breaks: each('OC2', (row, child, year) => noScore(row) && (turns(4, row, year) || turns(17, row, year)) && stayed(child, year)) },
  198: { reads: { OC2: 'SDQ_REASON', ...throughout }, words: 'A reason for no score stands here, and the child was not looked after for all twelve months to 31 March.', breaks: each('OC2', (row, child, year) => row.SDQ_REASON !== '' && !stayed(child, year)) },
  542: { reads: { OC2: 'CONVICTED DOB' }, words: 'A child under 10 on 31 March cannot be convicted: leave it blank.', breaks: each('OC2', ({ CONVICTED, DOB }, _child, { closes }) => CONVICTED !== '' && youngerThan(10, DOB, closes)) },
  543: { reads: { OC2: 'CONVICTED DOB', ...throughout }, words: 'The child is 10 or over and was looked after for twelve months: say whether there was a conviction.', breaks: each('OC2', ({ CONVICTED, DOB }, child, year) => CONVICTED === '' && atLeast(10, DOB, year.closes) && stayed(child, year)) },
  544: { reads: { OC2: `CONVICTED ${names}` }, words: 'Convictions are answered, so immunisations, teeth, health assessment and substance misuse are too.', breaks: each('OC2', (row) => row.CONVICTED !== '' && unsaid(four(row))) },
  545: { reads: { OC2: 'HEALTH_CHECK DOB', ...throughout }, words: 'The child is under five and was looked after for twelve months: say whether the health checks were up to date.', breaks: each('OC2', ({ HEALTH_CHECK, DOB }, child, year) => HEALTH_CHECK === '' && youngerThan(5, DOB, year.closes) && stayed(child, year)) },
  546: { reads: { OC2: 'HEALTH_CHECK DOB' }, words: 'The child was five or over on 31 March: nothing is said of the health checks of the under-fives.', breaks: each('OC2', ({ HEALTH_CHECK, DOB }, _child, { closes }) => HEALTH_CHECK !== '' && atLeast(5, DOB, closes)) },
  547: { reads: { OC2: `HEALTH_CHECK ${names}` }, words: 'Health checks are answered, so immunisations, teeth, health assessment and substance misuse are too.', breaks: each('OC2', (row) => row.HEALTH_CHECK !== '' && unsaid(four(row))) },
  440: { reads: { Reviews: 'REVIEW REVIEW_CODE DOB' }, words: 'PN0 says that the child was under four at the review, and by these days was not.', breaks: each('Reviews', ({ REVIEW, REVIEW_CODE, DOB }) => REVIEW_CODE === 'PN0' && atLeast(4, DOB, REVIEW)) },
  441: { reads: { Reviews: 'REVIEW REVIEW_CODE DOB' }, words: 'The child was under four at the review: then it is PN0.', breaks: each('Reviews', ({ REVIEW, REVIEW_CODE, DOB }) => /^PN[1-7]$/.test(REVIEW_CODE) && youngerThan(4, DOB, REVIEW)) },
})
