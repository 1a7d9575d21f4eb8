import { columns } from '../../../../content/returns/ssda903/tables.ts'
import type { TakeChild } from '../cin/entryModel.ts'
import { idOf } from '../cin/identity.ts'
import type { Fragment } from '../cin/model.ts'
import { careOf } from '../ssda903/episodes.ts'
import type { Aside } from '../ssda903/model.ts'
import type { TakeMapped, TakeRelated } from './entryModel.ts'
import type { Mapping } from './mapping.ts'
import type { MappedRow, MappedRows } from './rows.ts'

const toCensus = { bornOn: 'bornOn', dueOn: 'dueOn', diedOn: 'diedOn', sex: 'sex', ethnicity: 'ethnicity', disability: 'disability' } as const
const numbersOfCensus = { localChildId: 'localChildId', upn: 'upn', formerUpn: 'formerUpn' } as const
const otherFacts = ['firstLanguage', 'interpreter', 'communication', 'religion', 'immigration', 'school', 'yearGroup', 'gp', 'phone', 'email', 'occupation'] as const
const otherNumbers = ['nhs', 'uln', 'homeOffice', 'other'] as const
/** What SSDA903 calls the facts of an episode. */
const ofEpisode: Readonly<Record<string, string>> = {
  startedOn: 'DECOM', newReason: 'RNE', legalStatus: 'LS', need: 'CIN', placement: 'PLACE', provider: 'PLACE_PROVIDER', endedOn: 'DEC', endReason: 'REC', changeReason: 'REASON_PLACE_CHANGE', homePostcode: 'HOME_POST', placePostcode: 'PL_POST', urn: 'URN',
}

/** One person of the extracts with all rows about them, as two commands take them. */
export type MappedPerson = Readonly<{ child: TakeChild; more: TakeMapped; /** Rows of which the time in care could not be made. */ notWhole: readonly Readonly<{ row: MappedRow; columns: readonly string[]; reason: string }>[] }>

const one = (row: MappedRow, fact: string): string | null => row.facts[fact]?.[0] ?? null
const path = (row: MappedRow, fact: string) => `${row.file}/${fact}`
const british = (day: string | null) => (day === null ? '' : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`)
const leaf = (name: string, line: number, text: string | null): Fragment[] => (text === null ? [] : [{ name, line, text }])

/** A plan as the census tells of one: kept whole beside the record, its days in the chronology, until a conference stands behind it here. */
function planBeside(row: MappedRow, id: string): TakeChild['keptAside'][number] {
  const protection = one(row, 'kind') === 'protectionPlan'
  const name = protection ? 'ChildProtectionPlans' : 'CINPlanDates'
  const within = protection
    ? [...leaf('CPPstartDate', row.at, one(row, 'startedOn')), ...leaf('CPPendDate', row.at, one(row, 'endedOn')), ...leaf('InitialCategoryOfAbuse', row.at, one(row, 'firstCategory') ?? one(row, 'category')), ...leaf('LatestCategoryOfAbuse', row.at, one(row, 'category') ?? one(row, 'firstCategory')), ...leaf('NumberOfPreviousCPP', row.at, one(row, 'plansBefore'))]
    : [...leaf('CINPlanStartDate', row.at, one(row, 'startedOn')), ...leaf('CINPlanEndDate', row.at, one(row, 'endedOn'))]
  return { id, path: `Child/CINdetails/${name}`, line: row.at, outcome: 'kept aside', reason: 'a plan of the system before: told as it told it', referralId: null, fragment: { name, line: row.at, within } }
}

/** The episodes of a person as the return of looked-after children would tell them, as a time in care where they are whole. */
function careIn(rows: readonly MappedRow[], key: string, today: string) {
  const told = rows.map((row) => ({ at: row.at, cells: columns.Episodes.map((column) => { const fact = Object.entries(ofEpisode).find(([, name]) => name === column)?.[0]; const value = fact ? one(row, fact) : null; return fact === 'startedOn' || fact === 'endedOn' ? british(value) : value ?? '' }) }))
  return careOf({ number: key, ordinal: 1, rows: { Episodes: told } }, today)
}
const factsOfColumns = (aside: Aside): readonly string[] => (aside.columns.length > 0 ? aside.columns : Object.values(ofEpisode)).flatMap((column) => Object.entries(ofEpisode).find(([, name]) => name === column)?.[0] ?? [])

/** All people of the extracts, in the order in which they stand there. Ids are worked out from the system’s name and its own keys, so that the same rows are the same record in every run. */
export function peopleIn({ rows }: MappedRows, mapping: Mapping, importId: string, today: string): Readonly<{ people: readonly MappedPerson[]; related: readonly TakeRelated[] }> {
  const idIn = (kind: string, ...keys: readonly string[]) => idOf('csv', mapping.source, kind, ...keys)
  const about = Map.groupBy(rows.filter(({ of }) => of !== 'relationship'), ({ person }) => person)
  const people = rows.filter(({ of }) => of === 'person').map((own, at): MappedPerson => {
    const mine = about.get(own.key) ?? []
    const ofKind = (kind: MappedRow['of']) => mine.filter(({ of }) => of === kind)
    const personId = idIn('person', own.key)
    const said = (fact: string) => own.facts[fact] ?? []
    const { care, aside } = careIn(ofKind('episode'), own.key, today)
    const assessments = Map.groupBy(ofKind('assessment'), ({ referral }) => referral)
    const child: TakeChild = {
      importId, child: at + 1, line: own.at, authority: mapping.authority, year: Number(today.slice(0, 4)), personId, taskId: idIn('task', own.key), source: `csv:${mapping.source}`,
      unborn: said('bornOn').length === 0 && said('dueOn').length > 0,
      identifiers: Object.values(numbersOfCensus).flatMap((kind) => said(kind).map((value) => ({ kind, value, path: path(own, kind) }))),
      facts: Object.values(toCensus).flatMap((kind) => (kind === 'dueOn' && said('bornOn').length > 0 ? [] : said(kind).map((value) => ({ kind, value, path: path(own, kind) })))),
      referrals: ofKind('referral').map((row) => {
        const closedOn = one(row, 'closedOn')
        const receivedOn = one(row, 'receivedOn') ?? today
        return {
          id: idIn('referral', row.key), receivedOn, line: row.at, closureLine: row.at, sourceCode: one(row, 'source'), primaryNeed: one(row, 'primaryNeed'), noFurtherAction: one(row, 'noFurtherAction') === 'yes', closedOn: closedOn !== null && closedOn >= receivedOn ? closedOn : null, closeReason: closedOn ? one(row, 'closeReason') : null,
          assessments: (assessments.get(row.key) ?? []).map((inner) => ({ id: idIn('assessment', inner.key), workId: idIn('work', inner.key), startedOn: one(inner, 'startedOn') ?? receivedOn, authorisedOn: one(inner, 'authorisedOn'), factors: [...(inner.facts['factors'] ?? [])], line: inner.at })),
        }
      }),
      keptAside: [
        ...ofKind('plan').map((row) => planBeside(row, idIn('plan', row.key))),
        ...mine.flatMap((row) => row.aside.map(({ column, value, reason }) => ({ id: idIn('aside', row.file, row.key || String(row.at), own.key, column, value), path: `${row.file}/${column}`, line: row.at, outcome: 'kept aside' as const, reason, referralId: null, fragment: { name: column, line: row.at, text: value } }))),
      ],
      findings: mine.flatMap((row) => row.aside.map(({ column, reason }) => ({ path: `${row.file}/${column}`, line: row.at, outcome: 'kept aside' as const, reason, elements: 1 }))),
    }
    const [given, family, knownAs] = ['given', 'family', 'knownAs'].map((fact) => one(own, fact) ?? '')
    const more: TakeMapped = {
      importId, personId,
      names: [...(given || family ? [{ id: idIn('name', own.key, given ?? '', family ?? ''), kind: 'legal' as const, given: given ?? '', family: family ?? '', path: path(own, 'given') }] : []), ...(knownAs ? [{ id: idIn('knownAs', own.key, knownAs), kind: 'knownAs' as const, given: knownAs, family: family ?? '', path: path(own, 'knownAs') }] : [])],
      facts: otherFacts.flatMap((kind) => said(kind).map((value) => ({ id: idIn('fact', own.key, kind, value), kind, value, path: path(own, kind) }))),
      identifiers: otherNumbers.flatMap((kind) => said(kind).map((value) => ({ id: idIn('number', own.key, kind, value), kind, value, path: path(own, kind) }))),
      addresses: ofKind('address').map((row) => {
        const lines = ['line1', 'line2', 'line3', 'line4'].flatMap((fact) => one(row, fact) ?? [])
        const [from, to] = [one(row, 'from'), one(row, 'to')]
        return { id: idIn('address', own.key, ...lines, from ?? ''), kind: one(row, 'kind') ?? 'home', lines, postcode: one(row, 'postcode')?.toUpperCase() ?? null, hidden: one(row, 'hidden') === 'yes', from, to: to !== null && from !== null && to < from ? null : to }
      }),
      periods: [...care.periods], placements: [...care.placements], statuses: [...care.statuses],
      notes: ofKind('note').map((row) => ({ id: idIn('note', row.key), kind: one(row, 'kind') ?? 'note', title: one(row, 'title'), words: one(row, 'words') ?? '', happenedOn: one(row, 'happenedOn') ?? today, place: one(row, 'place'), writtenBy: one(row, 'author'), source: mapping.source })),
    }
    const episodes = ofKind('episode')
    const notWhole = aside.flatMap((each) => { const row = episodes.find(({ at: place }) => place === each.row); const filled = row ? factsOfColumns(each).filter((fact) => one(row, fact) !== null) : []; return row && filled.length > 0 ? [{ row, columns: filled, reason: each.reason }] : [] })
    return { child: { ...child, keptAside: [...child.keptAside, ...notWhole.map(({ row, columns: filled, reason }) => ({ id: idIn('episode', own.key, String(row.at), filled.join(' ')), path: row.file, line: row.at, outcome: 'kept aside' as const, reason, referralId: null, fragment: { name: row.file, line: row.at, within: filled.flatMap((fact) => leaf(fact, row.at, one(row, fact))) } }))] }, more, notWhole }
  })
  const related = rows.filter(({ of }) => of === 'relationship').map((row): TakeRelated => ({
    importId, id: idIn('relationship', row.person, row.other, one(row, 'kind') ?? ''), personId: idIn('person', row.person), otherId: idIn('person', row.other), kind: one(row, 'kind') ?? 'notKnown', parentalResponsibility: one(row, 'parentalResponsibility'), from: one(row, 'from'), to: one(row, 'to'), note: one(row, 'note'),
  }))
  return { people, related }
}
