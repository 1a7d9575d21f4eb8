import { addDays, addMonths, type PlainDate } from '../../../../src/kernel/dates.ts'
import { upnCheckLetter } from '../../../../src/kernel/identifiers.ts'
import { authoritiesOfEngland, authoritiesOfWales, authoritiesOnlyInPupilNumbers } from '../../authorities.ts'
import { before, censusRules, codesOf, noneAlone, outside, who, eachEpisode } from '../rule.ts'
import type { ReturnRow } from '../../../../src/engine/returns/model.ts'
import { twiceOver } from '../../../../src/engine/returns/twice.ts'
import type { CensusChild, CensusOf, Identifiers } from '../rows.ts'

/** Who was born by this day is asked for a pupil number. Until 2024 children of six at the end of the census were asked for a pupil number; since then all who are four before the next school year. */
export const bornForSchool = ({ closes, year }: Pick<CensusOf, 'closes' | 'year'>): PlainDate => addMonths(closes, year >= 2025 ? -43 : -72)

const ids = (fields: string) => ({ ChildIdentifiers: fields })
const upnShape = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/
const unborn = ({ raw }: Identifiers): boolean => raw.PersonBirthDate === '' && raw.ExpectedPersonBirthDate !== ''
const goesOn = (child: CensusChild): boolean => child.details.some(({ ReferralNFA }) => ReferralNFA === '0')
const knownInUpn = (code: string): boolean => authoritiesOfEngland.has(code) || authoritiesOfWales.has(code) || authoritiesOnlyInPupilNumbers.has(code)
const sexOf = ({ Sex, GenderCurrent }: Identifiers, year: number): string => (year >= 2025 ? Sex : GenderCurrent || Sex)

/** Rows that share a value with another child's. */
const twice = (value: (identifiers: Identifiers) => string) => () => {
  const { see, found } = twiceOver()
  return { see: ({ id, identifiers }: CensusChild) => see(value(identifiers), id, identifiers), found }
}

/** Who the child is. */
export const childRules = censusRules({
  1510: { reads: ids('UPN'), words: 'The first letter of the unique pupil number does not fit the rest. Look for a slip of the keyboard.', breaks: who(({ UPN }) => { const letter = UPN === '' ? undefined : upnCheckLetter(UPN.slice(1)); return letter !== undefined && letter !== UPN[0] }) },
  1520: { reads: ids('UPN'), needs: ['whole return'], words: 'Another child has the same unique pupil number. Ask the schools whose it is.', breaks: noneAlone, whole: twice(({ UPN }) => UPN) },
  1530: { reads: ids('UPN'), words: 'The second to fourth signs of the unique pupil number name no authority.', breaks: who(({ UPN }) => UPN.length === 13 && !knownInUpn(UPN.slice(1, 4))) },
  1540: { reads: ids('UPN'), words: 'The fifth to twelfth signs of the unique pupil number are figures.', breaks: who(({ UPN }) => UPN !== '' && !/^\d{8}$/.test(UPN.slice(4, 12))) },
  1550: { reads: ids('UPN'), words: 'The last sign of the unique pupil number is a figure, or a letter other than I, O and S.', breaks: who(({ UPN }) => UPN !== '' && !/^[\dA-HJ-NP-RT-Z]$/.test(UPN.slice(12))) },
  '1560Q': { reads: ids('FormerUPN'), words: 'The earlier unique pupil number has another form: a letter, eleven figures, and a figure or letter.', breaks: who(({ FormerUPN }) => FormerUPN !== '' && !upnShape.test(FormerUPN)) },
  1570: { years: [2025, 2026], reads: ids('LAchildID'), words: 'The child’s number with us is longer than 20 signs.', breaks: who(({ LAchildID }) => LAchildID.length > 20) },
  1580: { years: [2025, 2026], reads: ids('LAchildID'), words: 'The child’s number with us holds other signs than letters and figures.', breaks: who(({ LAchildID }) => /[^A-Za-z0-9]/.test(LAchildID)) },
  '2886Q': {
    reads: ids('Sex GenderCurrent PersonBirthDate ExpectedPersonBirthDate'), needs: ['whole return'], words: 'Of more than 2 in 100 children (the unborn not counted) sex is not known. Record it where it is.', breaks: noneAlone,
    whole: ({ year }) => {
      const unknown: (readonly [string, ReturnRow])[] = []
      let all = 0
      return {
        see({ id, identifiers }) {
          if (unborn(identifiers)) return
          all++
          const sex = sexOf(identifiers, year)
          if (sex === '' || sex === 'U' || sex === '0') unknown.push([id, { table: identifiers.table, at: identifiers.at }])
        },
        found: () => (unknown.length > all * 0.02 ? unknown : []),
      }
    },
  },
  4180: {
    reads: ids('Sex GenderCurrent'), words: 'Sex is recorded with a code of this year’s list: M, F or U from 2025, 0, 1, 2 or 9 before.',
    breaks: who((identifiers, _child, census) => !codesOf(census.year >= 2025 ? 'sex' : 'gender', census).has(sexOf(identifiers, census.year))),
  },
  4220: { reads: { ChildCharacteristics: 'Ethnicity', ChildIdentifiers: 'LAchildID' }, words: 'Record the child’s ethnicity. REFU when it was refused, NOBT when nobody could be asked yet.', breaks: (child, census) => child.characteristics.length === 0 ? [child.identifiers] : child.characteristics.filter(({ Ethnicity }) => !codesOf('ethnicity', census).has(Ethnicity)) },
  8500: { reads: ids('LAchildID'), words: 'The child has no number with us.', breaks: who(({ LAchildID }) => LAchildID === '') },
  8510: { reads: ids('LAchildID'), needs: ['whole return'], words: 'Two children of this census have the same number with us.', breaks: noneAlone, whole: twice(({ LAchildID }) => LAchildID) },
  8520: { reads: ids('PersonBirthDate'), words: 'The child would be born after the end of the census.', breaks: who(({ PersonBirthDate }, _child, { closes }) => before(closes, PersonBirthDate)) },
  '8525Q': { reads: ids('PersonBirthDate ExpectedPersonBirthDate'), words: 'Record the day of birth, or for an unborn child the expected day, and not both.', breaks: who(({ raw }) => (raw.PersonBirthDate === '') === (raw.ExpectedPersonBirthDate === '')) },
  '8530Q': { reads: ids('ExpectedPersonBirthDate'), words: 'The expected day of birth lies more than 30 days before the end of the census, or nine months after it. See whether the child is born.', breaks: who(({ ExpectedPersonBirthDate }, _child, { closes }) => before(ExpectedPersonBirthDate, addDays(closes, -30)) || before(addMonths(closes, 9), ExpectedPersonBirthDate)) },
  '8535Q': { reads: ids('PersonDeathDate PersonBirthDate'), words: 'The child died before birth, by these days. One is wrong.', breaks: who(({ PersonDeathDate, PersonBirthDate }) => before(PersonDeathDate, PersonBirthDate)) },
  8540: {
    reads: { Disabilities: 'Disability', ChildIdentifiers: 'PersonBirthDate', CINdetails: 'ReferralNFA' }, words: 'Say which disabilities the child has, each with its code, or NONE.',
    breaks: (child, census) => {
      if (child.identifiers.raw.PersonBirthDate === '' || !goesOn(child)) return []
      return child.disabilities.length === 0 ? [child.identifiers] : child.disabilities.filter(({ Disability }) => !codesOf('disability', census).has(Disability))
    },
  },
  '8545Q': { reads: ids('PersonDeathDate'), words: 'The child’s death lies outside the twelve months of the census.', breaks: who(({ PersonDeathDate }, _child, census) => outside(PersonDeathDate, census)) },
  8590: { reads: { ChildIdentifiers: 'LAchildID', CINdetails: 'CINreferralDate' }, words: 'The child has no referral in this census. Add it, or leave the child out.', breaks: who((_identifiers, child) => child.details.length === 0) },
  8750: { reads: ids('Sex GenderCurrent PersonBirthDate ExpectedPersonBirthDate'), words: 'The child is not born yet, so sex is unknown (U; before 2025 0).', breaks: who((identifiers, _child, { year }) => unborn(identifiers) && !(year >= 2025 ? identifiers.Sex === 'U' : ['0', 'U'].includes(sexOf(identifiers, year)))) },
  '8770Q': {
    reads: { ChildIdentifiers: 'UPN UPNunknown PersonBirthDate', CINdetails: 'ReferralNFA' }, words: 'A child old enough for school has a unique pupil number, or a reason (UN2 to UN7) why not.',
    breaks: who(({ UPN, UPNunknown, PersonBirthDate }, child, census) => UPN === '' && !/^UN[2-7]$/.test(UPNunknown) && PersonBirthDate !== undefined && PersonBirthDate <= bornForSchool(census) && goesOn(child)),
  },
  8772: { reads: { ChildIdentifiers: 'UPNunknown', CINdetails: 'ReferralNFA' }, words: 'UN7 is for a referral that led to nothing, and one of this child’s did.', breaks: who(({ UPNunknown }, child) => UPNunknown === 'UN7' && goesOn(child)) },
  '8775Q': {
    reads: { ChildIdentifiers: 'PersonBirthDate', CINdetails: 'CINclosureDate' }, words: 'The person is over 25, and the case was still open then. See the day of birth.',
    breaks: who(({ PersonBirthDate }, child, { closes }) => {
      if (PersonBirthDate === undefined || PersonBirthDate >= addMonths(closes, -300)) return false
      return child.details.some(({ CINclosureDate, raw }) => raw.CINclosureDate === '' || before(addMonths(PersonBirthDate, 300), CINclosureDate))
    }),
  },
  8790: { reads: { Disabilities: 'Disability' }, words: 'NONE stands beside a disability. One of the two is wrong.', breaks: ({ disabilities }) => disabilities.length > 1 && disabilities.some(({ Disability }) => Disability === 'NONE') && disabilities.some(({ Disability }) => Disability !== 'NONE') ? disabilities : [] },
  8794: { reads: { Disabilities: 'Disability' }, words: 'The same disability stands twice.', breaks: ({ disabilities }) => disabilities.filter(({ Disability }) => Disability !== '' && disabilities.filter((other) => other.Disability === Disability).length > 1) },
  '2887Q': {
    reads: { Disabilities: 'Disability', Header: 'Year' }, needs: ['whole return'], words: 'Fewer than eight different disabilities in the whole census. See whether all kinds are recorded.', breaks: noneAlone,
    whole: ({ header }) => {
      const used = new Set<string>()
      return { see: ({ disabilities }) => { for (const { Disability } of disabilities) if (Disability !== 'NONE' && used.size < 8) used.add(Disability) }, found: () => (used.size < 8 ? [['', header] as const] : []) }
    },
  },
  '2888Q': {
    reads: { Disabilities: 'Disability', Header: 'Year' }, needs: ['whole return'], words: 'No child of the whole census has more than one disability. See whether all of them are recorded.', breaks: noneAlone,
    whole: ({ header }) => {
      let [any, several] = [false, false]
      return { see: ({ disabilities }) => { any ||= disabilities.length > 0; several ||= disabilities.length > 1 }, found: () => (any && !several ? [['', header] as const] : []) }
    },
  },
  100: {
    reads: { Header: 'ReferenceDate Year' }, needs: ['whole return'], words: 'The census looks at 31 March of its year: that is its reference date.', breaks: noneAlone,
    whole: ({ header }) => ({ see: () => undefined, found: () => (header.ReferenceDate === undefined || header.ReferenceDate !== `${header.Year}-03-31` ? [['', header] as const] : []) }),
  },
  '8555Q': { reads: { ChildIdentifiers: 'PersonDeathDate', CINdetails: 'CINreferralDate' }, words: 'The child was referred after death. One of the days is wrong.', breaks: eachEpisode(({ CINreferralDate }, { identifiers }) => before(identifiers.PersonDeathDate, CINreferralDate)) },
})
