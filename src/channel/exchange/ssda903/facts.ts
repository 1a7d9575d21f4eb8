import { adopterSexes, adopterStatuses, adoptionNotPursued, earlierPermanence, reviewParticipation } from '../../../../content/codes/care.ts'
import type { CodeList } from '../../../../content/codes/codeList.ts'
import { columns, returnDay, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { codeOfReturn } from '../../../kernel/codes.ts'
import { idOf } from '../cin/identity.ts'
import { valueOf } from './identity.ts'
import type { Aside, GivenChild, TypedFact } from './model.ts'

type Said = (column: string) => string
type Row = Readonly<{ at: number; said: Said; keep: (reason: string, ...which: string[]) => void; day: (column: string) => string | undefined; add: (kind: string, on: string, answers: Readonly<Record<string, string>>, to?: string | undefined) => void }>
type Context = Readonly<{ year: number; today: string; firstDay: string | undefined }>

const yesNo: Readonly<Record<string, string>> = { 1: 'yes', 0: 'no' }
const missingKinds: Readonly<Record<string, string>> = { M: 'missing', A: 'away' }
const noDay = 'no day that has come'
const undated = 'the return says that it was so in its year, and not on which day'
/** The answers that are there, from columns by their lists. */
function coded(row: Row, wanted: Readonly<Record<string, readonly [string, CodeList | typeof yesNo]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(wanted).flatMap(([answer, [column, list]]) => {
    const text = row.said(column)
    const found = isList(list) ? codeOfReturn(list, text) : list[text]
    if (text && !found) row.keep('no code of the return', column)
    return found ? [[answer, found]] : []
  }))
}
const isList = (list: CodeList | typeof yesNo): list is CodeList => 'codes' in list

/** What each table says that the record can hold with its day. What it cannot stays as it came, with why. */
const takers: { readonly [T in TableName]?: (row: Row, about: Context) => void } = {
  Header(row) {
    const born = row.day('MC_DOB')
    if (row.said('MOTHER') === '1' && born) row.add('motherhood', born, {})
    else {
      if (row.said('MOTHER') !== '0') row.keep('without the day on which her child was born', 'MOTHER')
      row.keep(row.said('MOTHER') === '1' ? noDay : 'the return does not say that she is a mother', 'MC_DOB')
    }
  },
  Reviews(row) {
    const on = row.day('REVIEW')
    if (!on) return row.keep(noDay, 'REVIEW', 'REVIEW_CODE')
    row.add('review', on, coded(row, { participation: ['REVIEW_CODE', reviewParticipation] }))
  },
  UASC: (row) => row.keep('the return does not say since when', 'DUC'),
  OC2(row, { year, today }) {
    const lastDay = `${year}-03-31`
    for (const [kind, column] of [['immunisations', 'IMMUNISATIONS'], ['healthSurveillance', 'HEALTH_CHECK']] as const) {
      const upToDate = yesNo[row.said(column)]
      if (upToDate && lastDay <= today) row.add(kind, lastDay, { upToDate })
      else row.keep('no code of the return', column)
    }
    row.keep(undated, 'SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED')
  },
  OC3: (row) => row.keep('the return does not say on which day they were asked', 'IN_TOUCH', 'ACTIV', 'ACCOM'),
  AD1(row) {
    const [on, intended] = [row.day('DATE_MATCH'), row.day('DATE_INT')]
    const of = ['FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR']
    if (intended) row.add('permanenceDecision', intended, { step: 'decisionMaker', plan: 'adoption' })
    else row.keep(noDay, 'DATE_INT')
    if (!on) return row.keep(noDay, 'DATE_MATCH', ...of)
    const adopters: Record<string, string> = ['1', '2'].includes(row.said('NB_ADOPTR')) ? { adopters: row.said('NB_ADOPTR') } : {}
    if (!adopters['adopters']) row.keep('no number of adopters', 'NB_ADOPTR')
    row.add('match', on, { ...coded(row, { fosterCarer: ['FOSTER_CARE', yesNo], sexes: ['SEX_ADOPTR', adopterSexes], status: ['LS_ADOPTR', adopterStatuses] }), ...adopters })
  },
  PlacedAdoption(row) {
    const [on, ended] = [row.day('DATE_PLACED'), row.day('DATE_PLACED_CEASED')]
    if (!on) return row.keep(noDay, 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED')
    row.add('permanenceDecision', on, { step: 'decisionMaker', plan: 'adoption' })
    const why = codeOfReturn(adoptionNotPursued, row.said('REASON_PLACED_CEASED'))
    if (ended && why && ended >= on) row.add('permanenceDecision', ended, { step: 'ended', ended: why })
    else row.keep('an end needs its day and its reason', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED')
  },
  PrevPerm(row, { firstDay }) {
    const which = codeOfReturn(earlierPermanence, row.said('PREV_PERM'))
    const on = row.day('DATE_PERM') ?? firstDay
    if (!which || !on) return row.keep(which ? 'no day to hold it by' : 'no code of the return', 'PREV_PERM', 'LA_PERM', 'DATE_PERM')
    if (!row.day('DATE_PERM')) row.keep('a day that is not known to the day', 'DATE_PERM')
    row.add('earlierPermanence', on, { which, ...(row.said('LA_PERM') ? { council: row.said('LA_PERM') } : {}), ...(row.day('DATE_PERM') ? { exact: 'yes' } : {}) })
  },
  Missing(row) {
    const [on, to] = [row.day('MIS_START'), row.day('MIS_END')]
    const how = missingKinds[row.said('MISSING')]
    if (!on || !how) return row.keep(on ? 'no code of the return' : noDay, 'MISSING', 'MIS_START', 'MIS_END')
    if (row.said('MIS_END') && (!to || to < on)) return row.keep('its end is no day after its beginning', 'MISSING', 'MIS_START', 'MIS_END')
    row.add('missing', on, { how }, to)
  },
  SWEpisodes: (row) => row.keep('workers are accounts here, and the return names them by their registration', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'),
  DoLo(row) {
    const [on, to] = [row.day('DOLO_START'), row.day('DOLO_END')]
    if (!on || (row.said('DOLO_END') && (!to || to < on))) return row.keep(noDay, 'DOLO_START', 'DOLO_END')
    row.add('deprivationOfLiberty', on, {}, to)
  },
}
const isTable = (name: string): name is TableName => Object.hasOwn(columns, name)

/** The dated facts of a child, and what of the tables stays as it came. Said twice, a fact is one. */
export function factsOf(child: GivenChild, about: Context): Readonly<{ facts: readonly TypedFact[]; aside: readonly Aside[] }> {
  const facts = new Map<string, TypedFact>()
  const aside: Aside[] = []
  for (const [name, rows] of Object.entries(child.rows)) {
    if (!isTable(name)) continue
    for (const { at, cells } of rows) {
      const said: Said = (column) => valueOf(name, cells, column)
      takers[name]?.({
        at, said,
        keep: (reason, ...which) => { const filled = which.filter((column) => said(column)); if (filled.length > 0) aside.push({ table: name, row: at, columns: filled, reason }) },
        day: (column) => { const day = returnDay(said(column)); return day && day <= about.today ? day : undefined },
        add: (kind, on, answers, to) => {
          const key = `${kind} ${on} ${answers['step'] ?? ''}`
          if (!facts.has(key)) facts.set(key, { id: idOf('ssda903', 'fact', child.number, key), kind, on, to: to ?? null, answers, words: null })
        },
      }, about)
    }
  }
  return { facts: [...facts.values()], aside }
}
