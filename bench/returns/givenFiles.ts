import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { columns, tableNames, type TableName } from '../../content/returns/ssda903/tables.ts'
import { addDays, plain } from '../../src/kernel/dates.ts'
import { seeded } from '../../test/factories/manyPeople.ts'

const random = seeded(11)
const pick = <T>(from: readonly T[]): T => { const found = from[Math.floor(random() * from.length)]; if (found === undefined) throw new Error('nothing to pick from'); return found }
const days = (from: string, most: number) => addDays(plain(from), Math.floor(random() * most))
const uk = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** A return of this and last year: each child with five or six episodes, reviews, health and social workers; some with faults in them. */
export async function makeReturn(into: string, children: number, lastYear: boolean): Promise<void> {
  mkdirSync(into)
  const files = new Map(tableNames.map((table) => [table, createWriteStream(join(into, `${table.toLowerCase()}.csv`))]))
  const row = (table: TableName, told: Readonly<Record<string, string>>) => void files.get(table)?.write(`${columns[table].map((column) => told[column] ?? '').join(',')}\n`)
  for (const table of tableNames) files.get(table)?.write(`${columns[table].join(',')}\n`)
  for (let at = 1; at <= children; at++) {
    const CHILD = `C${at}`
    const DOB = uk(days('2008-01-01', 5_500))
    row('Header', { CHILD, SEX: pick(['M', 'F']), DOB, ETHNIC: 'WBRI', UPN: `A${String(at).padStart(12, '0')}`, MOTHER: '0' })
    let from = plain(lastYear ? '2024-05-01' : days('2025-04-02', 20))
    const episodes = 4 + Math.floor(random() * 4)
    for (let n = 0; n < episodes; n++) {
      const to = addDays(from, 10 + Math.floor(random() * 40))
      const last = n === episodes - 1
      row('Episodes', {
        CHILD, DECOM: uk(from), RNE: n === 0 ? 'S' : pick(['P', 'L', 'B']), LS: pick(['C1', 'C2', 'V2', 'E1']), CIN: 'N1', PLACE: pick(['U1', 'U6', 'K2', 'P1', 'T0', 'A5']), PLACE_PROVIDER: pick(['PR1', 'PR4', 'PR0']),
        ...(last ? {} : { DEC: uk(to), REC: 'X1', REASON_PLACE_CHANGE: 'OTHER' }), HOME_POST: 'W12 8QT', PL_POST: pick(['W12 8QT', 'W6 9JU', 'BS1 5TR']), URN: pick(['SC123456', 'XXXXXXX', '']),
      })
      from = to
    }
    for (let n = 0; n < 3; n++) row('Reviews', { CHILD, DOB, REVIEW: uk(days('2025-05-01', 300)), REVIEW_CODE: pick(['PN0', 'PN1', 'PN5']) })
    row('OC2', { CHILD, DOB, SDQ_SCORE: '11', CONVICTED: '0', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' })
    row('PrevPerm', { CHILD, DOB, PREV_PERM: 'Z1' })
    row('SWEpisodes', { CHILD, DOB, SW_ID: 'SW1', SW_DECOM: uk(plain('2024-01-01')), SW_REASON: 'OTHERS' })
    if (random() < 0.2) row('Missing', { CHILD, DOB, MISSING: 'M', MIS_START: uk(days('2025-05-01', 200)), MIS_END: uk(days('2025-05-01', 200)) })
    if (random() < 0.05) { row('PlacedAdoption', { CHILD, DOB, DATE_PLACED: uk(days('2025-05-01', 200)) }); row('AD1', { CHILD, DOB, DATE_INT: uk(days('2025-05-01', 200)), DATE_MATCH: uk(days('2025-05-01', 200)), FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }) }
    if (at % 500 === 0) await Promise.all([...files.values()].filter((file) => file.writableNeedDrain).map((file) => once(file, 'drain')))
  }
  await Promise.all([...files.values()].map(async (file) => { file.end(); await once(file, 'finish') }))
}

/** A census: each child with one or two referrals and all that follows one. */
export async function makeCensus(file: string, children: number): Promise<void> {
  const out = createWriteStream(file)
  const say = async (text: string) => { if (!out.write(text)) await once(out, 'drain') }
  await say('<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>801</LEA></Source></Header><Children>')
  for (let at = 1; at <= children; at++) {
    const details = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
      const from = days('2025-02-01', 300)
      const to = (most: number) => addDays(from, Math.floor(random() * most))
      return `<CINdetails><CINreferralDate>${from}</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>${random() < 0.5 ? `<CINclosureDate>${to(120)}</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>` : ''}<Assessments><AssessmentActualStartDate>${to(10)}</AssessmentActualStartDate><AssessmentAuthorisationDate>${to(60)}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3A</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments><CINPlanDates><CINPlanStartDate>${to(60)}</CINPlanStartDate></CINPlanDates><Section47><S47ActualStartDate>${to(20)}</S47ActualStartDate><DateOfInitialCPC>${to(40)}</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47><ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>${to(40)}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>${to(120)}</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>`
    })
    await say(`<Child><ChildIdentifiers><LAchildID>C${at}</LAchildID><UPN>A${String(at).padStart(12, '0')}</UPN><PersonBirthDate>${days('2008-01-01', 6_000)}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>${details.join('')}</Child>`)
  }
  await say('</Children></Message>')
  out.end()
  await once(out, 'finish')
}
