import { authoritiesOfEngland, outsideEngland } from '../../authorities.ts'
import * as lists from '../codes.ts'
import { each, notOneOf, rules903 } from '../rule.ts'

const upnShape = /^(?:[A-HJ-NP-RT-Z]\d{11}[\dA-Z]|UN[1-5])$/

/** One code of its list, or a day of the calendar: what one field shows alone. */
export const codeRules = rules903({
  101: { reads: { Header: 'SEX' }, words: 'Sex is recorded with a code of this year’s list: M, F or U from 2025, 1 or 2 before.', breaks: notOneOf('Header', ({ SEX }) => SEX, lists.sexes, 'must be said') },
  102: { reads: { Header: 'DOB' }, words: 'Every child has a day of birth.', breaks: each('Header', ({ DOB }) => DOB === undefined) },
  103: { reads: { Header: 'ETHNIC' }, words: 'Record the child’s ethnicity. REFU when it was refused, NOBT when nobody could be asked yet.', breaks: notOneOf('Header', ({ ETHNIC }) => ETHNIC, lists.ethnicities, 'must be said') },
  104: { reads: { UASC: 'DUC' }, words: 'The day on which the child stopped being an unaccompanied asylum seeker is no day of the calendar.', breaks: each('UASC', ({ DUC, raw }) => raw.DUC !== '' && !DUC) },
  105: { reads: { Header: 'UASC' }, words: 'Say 1 when the child is unaccompanied and seeking asylum, else 0.', breaks: each('Header', ({ UASC }) => UASC !== undefined && UASC !== '0' && UASC !== '1') },
  112: { reads: { AD1: 'DATE_INT' }, words: 'The day adoption was decided to be best for the child is no day of the calendar.', breaks: each('AD1', ({ DATE_INT, raw }) => raw.DATE_INT !== '' && !DATE_INT) },
  113: { reads: { AD1: 'DATE_MATCH' }, words: 'The day child and adopters were matched is no day of the calendar.', breaks: each('AD1', ({ DATE_MATCH, raw }) => raw.DATE_MATCH !== '' && !DATE_MATCH) },
  114: { reads: { AD1: 'FOSTER_CARE' }, words: 'Say 1 when the adopters fostered the child before, else 0.', breaks: notOneOf('AD1', ({ FOSTER_CARE }) => FOSTER_CARE, lists.yesNo, 'may be blank') },
  115: { reads: { PlacedAdoption: 'DATE_PLACED' }, words: 'The day of the decision to place the child for adoption is no day of the calendar.', breaks: each('PlacedAdoption', ({ DATE_PLACED, raw }) => raw.DATE_PLACED !== '' && !DATE_PLACED) },
  116: { reads: { PlacedAdoption: 'DATE_PLACED_CEASED' }, words: 'The day on which placing for adoption was given up is no day of the calendar.', breaks: each('PlacedAdoption', ({ DATE_PLACED_CEASED, raw }) => raw.DATE_PLACED_CEASED !== '' && !DATE_PLACED_CEASED) },
  120: { reads: { PlacedAdoption: 'REASON_PLACED_CEASED' }, words: 'Choose from the list (RD1 to RD4) why placing for adoption was given up.', breaks: notOneOf('PlacedAdoption', ({ REASON_PLACED_CEASED }) => REASON_PLACED_CEASED, lists.reversals, 'may be blank') },
  131: { reads: { OC3: 'IN_TOUCH' }, words: 'Say from the list whether we are in touch with this care leaver.', breaks: notOneOf('OC3', ({ IN_TOUCH }) => IN_TOUCH, lists.inTouch, 'must be said') },
  132: { reads: { OC3: 'ACTIV' }, words: 'What the care leaver does (education, training, work) is not on the list.', breaks: notOneOf('OC3', ({ ACTIV }) => ACTIV, lists.activities, 'may be blank') },
  133: { reads: { OC3: 'ACCOM' }, words: 'Where the care leaver lives is not on the list.', breaks: notOneOf('OC3', ({ ACCOM }) => ACCOM, lists.accommodation, 'may be blank') },
  141: { reads: { Episodes: 'DECOM' }, words: 'Every episode begins on a day of the calendar.', breaks: each('Episodes', ({ DECOM }) => DECOM === undefined) },
  143: { reads: { Episodes: 'RNE' }, words: 'Choose from the list why the episode began: S, L, P, T, B or U.', breaks: notOneOf('Episodes', ({ RNE }) => RNE, lists.beginnings, 'must be said') },
  144: { reads: { Episodes: 'LS' }, words: 'Choose the legal status from the list.', breaks: notOneOf('Episodes', ({ LS }) => LS, lists.legalStatuses, 'must be said') },
  145: { reads: { Episodes: 'CIN' }, words: 'Choose the category of need, N1 to N8.', breaks: notOneOf('Episodes', ({ CIN }) => CIN, lists.needs, 'must be said') },
  146: { reads: { Episodes: 'PLACE' }, words: 'Choose a placement type of this year’s list.', breaks: notOneOf('Episodes', ({ PLACE }) => PLACE, lists.placements, 'must be said') },
  147: { reads: { Episodes: 'DEC' }, words: 'The day the episode ended is no day of the calendar.', breaks: each('Episodes', ({ DEC, raw }) => raw.DEC !== '' && !DEC) },
  149: { reads: { Episodes: 'REC' }, words: 'Choose from the list why the episode ended.', breaks: notOneOf('Episodes', ({ REC }) => REC, lists.endings, 'may be blank') },
  166: { reads: { Reviews: 'REVIEW' }, words: 'Every review has the day it was held.', breaks: each('Reviews', ({ REVIEW }) => REVIEW === undefined) },
  167: { reads: { Reviews: 'REVIEW_CODE' }, words: 'Say from the list (PN0 to PN7) how the child took part in the review.', breaks: notOneOf('Reviews', ({ REVIEW_CODE }) => REVIEW_CODE, lists.participation, 'must be said') },
  168: { reads: { Header: 'UPN' }, words: 'The unique pupil number has another form: a letter, eleven digits and a digit or letter. Where it is not known, UN1 to UN5 say why.', breaks: each('Header', ({ UPN }) => UPN !== '' && !upnShape.test(UPN)) },
  171: { reads: { Header: 'MC_DOB' }, words: 'The day of birth of the young mother’s child is no day of the calendar.', breaks: each('Header', ({ MC_DOB, raw }) => raw.MC_DOB !== '' && !MC_DOB) },
  175: { reads: { AD1: 'NB_ADOPTR' }, words: 'One or two people adopt a child: say 1 or 2.', breaks: each('AD1', ({ NB_ADOPTR }) => NB_ADOPTR !== '' && NB_ADOPTR !== '1' && NB_ADOPTR !== '2') },
  176: { reads: { AD1: 'SEX_ADOPTR' }, words: 'Choose from the list: M1, F1, MM, FF or MF.', breaks: notOneOf('AD1', ({ SEX_ADOPTR }) => SEX_ADOPTR, lists.adopterSexes, 'may be blank') },
  177: { reads: { AD1: 'LS_ADOPTR' }, words: 'Choose the adopters’ legal status from the list.', breaks: notOneOf('AD1', ({ LS_ADOPTR }) => LS_ADOPTR, lists.adopterStatuses, 'may be blank') },
  178: { reads: { Episodes: 'PLACE_PROVIDER' }, words: 'Choose from the list (PR0 to PR5) who provides the placement.', breaks: notOneOf('Episodes', ({ PLACE_PROVIDER }) => PLACE_PROVIDER, lists.placementProviders, 'may be blank') },
  180: { reads: { OC2: 'SDQ_SCORE' }, words: 'The strengths and difficulties score is a whole number from 0 to 40.', breaks: each('OC2', ({ SDQ_SCORE, raw }) => raw.SDQ_SCORE !== '' && (SDQ_SCORE === undefined || SDQ_SCORE > 40)) },
  196: { reads: { OC2: 'SDQ_REASON' }, words: 'Choose from the list (SDQ1 to SDQ5) why there is no score.', breaks: notOneOf('OC2', ({ SDQ_REASON }) => SDQ_REASON, lists.noSdqReasons, 'may be blank') },
  631: { reads: { PrevPerm: 'PREV_PERM' }, words: 'Choose the earlier permanence from the list: P1 to P4, or Z1 when there was none.', breaks: notOneOf('PrevPerm', ({ PREV_PERM }) => PREV_PERM, lists.permanences, 'may be blank') },
  633: { reads: { PrevPerm: 'LA_PERM' }, words: 'Name the authority that arranged the earlier permanence by its three digits, 999 where it is not known, or NIR, NUK, SCO or WAL outside England.', breaks: each('PrevPerm', ({ LA_PERM }) => LA_PERM !== '' && LA_PERM !== '999' && !authoritiesOfEngland.has(LA_PERM) && !outsideEngland.has(LA_PERM)) },
  1004: { reads: { Missing: 'MIS_START' }, words: 'The day the child went missing or away is no day of the calendar.', breaks: each('Missing', ({ MIS_START, raw }) => raw.MIS_START !== '' && !MIS_START) },
  1005: { reads: { Missing: 'MIS_END' }, words: 'The day the child came back is no day of the calendar.', breaks: each('Missing', ({ MIS_END, raw }) => raw.MIS_END !== '' && !MIS_END) },
  1006: { reads: { Missing: 'MISSING' }, words: 'Say M for missing, A for away from placement without authorisation.', breaks: notOneOf('Missing', ({ MISSING }) => MISSING, lists.absences, 'may be blank') },
  1009: { reads: { Episodes: 'REASON_PLACE_CHANGE' }, words: 'Choose from the list why the placement changed.', breaks: notOneOf('Episodes', ({ REASON_PLACE_CHANGE }) => REASON_PLACE_CHANGE, lists.placementChanges, 'may be blank') },
})
