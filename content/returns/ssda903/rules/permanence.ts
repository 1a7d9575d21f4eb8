import { plain, type PlainDate } from '../../../../src/kernel/dates.ts'
import { each, rules903 } from '../rule.ts'
import { returnDay, type Rows } from '../tables.ts'

/** Children who came into care from this day have their earlier permanence recorded. */
const asked = plain('2016-04-01')
const told = ({ PREV_PERM, LA_PERM, DATE_PERM }: Rows['PrevPerm']): boolean => PREV_PERM !== '' || LA_PERM !== '' || DATE_PERM !== ''

/** The earliest day that such a text can mean, ZZ standing for what nobody knows; undefined where it means none. */
function earliest(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2}|ZZ)\/(\d{2}|ZZ)\/(\d{4}|ZZZZ)$/.exec(text) ?? []
  return day && month && year ? returnDay(`${day.replace('ZZ', '01')}/${month.replace('ZZ', '01')}/${year.replace('ZZZZ', '1900')}`) : undefined
}

/** Permanence before this time in care: adoption, special guardianship and other orders that did not last. */
export const permanenceRules = rules903({
  630: {
    reads: { Episodes: 'RNE DECOM', PrevPerm: 'PREV_PERM LA_PERM DATE_PERM' }, words: 'The child came into care this year: say whether there was permanence before (Z1 when not), by which authority and since when.',
    breaks: (child, { opens }) => {
      const said = child.PrevPerm.some(({ PREV_PERM, LA_PERM, DATE_PERM }) => PREV_PERM === 'Z1' || (PREV_PERM !== '' && LA_PERM !== '' && DATE_PERM !== ''))
      return said ? [] : child.Episodes.filter(({ RNE, DECOM }) => RNE === 'S' && DECOM !== undefined && DECOM >= opens)
    },
  },
  632: {
    reads: { PrevPerm: 'DATE_PERM', Episodes: 'DECOM' }, words: 'The day of the earlier order is none (31/03/2015, or ZZ for a part nobody knows), or does not lie before the child came into care.',
    breaks: each('PrevPerm', ({ DATE_PERM }, child) => {
      if (DATE_PERM === '') return false
      const day = earliest(DATE_PERM)
      const began = child.Episodes[0]?.DECOM
      return day === undefined || (began !== undefined && day >= began)
    }),
  },
  634: {
    reads: { PrevPerm: 'PREV_PERM LA_PERM DATE_PERM', Episodes: 'DECOM' }, words: 'Earlier permanence is recorded for children who came into care from 1 April 2016 on; this child’s episodes all began before.',
    breaks: each('PrevPerm', (row, child) => told(row) && child.Episodes.length > 0 && child.Episodes.every(({ DECOM }) => DECOM === undefined || DECOM < asked)),
  },
  635: { reads: { PrevPerm: 'PREV_PERM LA_PERM DATE_PERM' }, words: 'There was no earlier permanence (Z1), so nothing is said of an authority or a day.', breaks: each('PrevPerm', ({ PREV_PERM, LA_PERM, DATE_PERM }) => PREV_PERM === 'Z1' && (LA_PERM !== '' || DATE_PERM !== '')) },
})
