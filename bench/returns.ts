// Whole checks of both returns: `npm run bench -- returns 10000` (children). Files are made first, then checked by the commands themselves.
// No database is used; the check of a record while a fact is saved is measured on one child.
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { child903, year903 } from '../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../content/returns/ssda903/rules.ts'
import { columns, tableNames, type TableName } from '../content/returns/ssda903/tables.ts'
import { ruledPages } from '../src/channel/web/ruledPages.ts'
import { checkCinLine, checkSsda903Line } from '../src/channel/exchange/returns/checkReturns.ts'
import { readFolder903 } from '../src/channel/exchange/returns/ssda903Folder.ts'
import { checkChild, rulesByField, rulesOf } from '../src/engine/returns/run.ts'
import { rulesOfPage } from '../src/oversight/returns/beside/rules.ts'
import { censusIn, oneChild } from '../src/oversight/returns/cin/check.ts'
import type { Told } from '../src/oversight/returns/cin/model.ts'
import { addDays, plain } from '../src/kernel/dates.ts'
import type { LineCommand } from '../src/platform/start/commandLine.ts'
import { seeded } from '../test/factories/manyPeople.ts'

const children = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'kith-bench-returns-'))
const random = seeded(11)
const pick = <T>(from: readonly T[]): T => { const found = from[Math.floor(random() * from.length)]; if (found === undefined) throw new Error('nothing to pick from'); return found }
const days = (from: string, most: number) => addDays(plain(from), Math.floor(random() * most))
const uk = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** A return of this and last year: each child with five or six episodes, reviews, health and social workers; some with faults in them. */
async function makeReturn(into: string, lastYear: boolean): Promise<void> {
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

async function makeCensus(file: string): Promise<void> {
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

let highest = 0
const look = () => { highest = Math.max(highest, process.memoryUsage().rss) }
const watch = setInterval(look, 50)
const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
const seconds = (since: number) => (performance.now() - since) / 1000

const [now, before, census] = [join(folder, 'now'), join(folder, 'before'), join(folder, 'cin.xml')]
await makeReturn(now, false)
await makeReturn(before, true)
await makeCensus(census)
process.stdout.write(`${children} children: a return of two years in CSV, a census of ${megabytes(statSync(census).size)}.\n`)

/** Runs a command of the command line as it is, and says how long it took. */
async function timed(line: LineCommand, ...words: string[]): Promise<Readonly<{ took: number; cpu: number; said: string }>> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const printed: string[] = []
  await line.run({ ownerUrl: '', dataFolder: folder, words: [line.name.split(' ')[1] ?? '', ...words], print: (text) => void printed.push(text) })
  look()
  const { user, system } = process.cpuUsage(cpu)
  return { took: seconds(began), cpu: (user + system) / 1_000_000, said: printed.filter((text) => / errors and | were checked by /.test(text)).join(' ') }
}
const cin = await timed(checkCinLine, census, '--as-year', '2026', '--findings', join(folder, 'cin.csv'))
const afterCin = highest
const ssda903 = await timed(checkSsda903Line, now, '--year', '2026', '--last-year', before, '--findings', join(folder, 'ssda903.csv'))
const report = (name: string, { took, cpu, said }: typeof cin, memory: number) => process.stdout.write(`${name}: read, checked and findings written in ${took.toFixed(1)} s (${cpu.toFixed(1)} s of processor), ${megabytes(memory)} of memory at most. ${said}\n`)
report('CIN', cin, afterCin)
report('SSDA903 with last year’s return', ssda903, highest)

const about = year903(2026)
const [given, last] = [await readFolder903(now, (id) => id === 'C1'), await readFolder903(before, (id) => id === 'C1')]
const first = 'sentence' in given ? undefined : given.children.get('C1')
if (!first || 'sentence' in last) throw new Error('no child was read')
const one = child903('C1', first, last.children.get('C1'))
const run = rulesOf(ssda903Rules, 2026).run
let slowest: readonly [string, number] = ['', 0]
for (const [field, rules] of rulesByField(run)) {
  const times = Array.from({ length: 50 }, () => { const at = performance.now(); Array.from(checkChild(rules, one, about)); return performance.now() - at }).toSorted((a, b) => a - b)
  const p95 = times[47] ?? 0
  if (p95 > slowest[1]) slowest = [field, p95]
}
// While a page is filled in: all the rules of both returns that read any of its fields, on one child of each return.
const told: Told = ['Child', [['ChildIdentifiers', [['LAchildID', 'C1'], ['PersonBirthDate', '2015-03-27'], ['Sex', 'F']]], ['ChildCharacteristics', [['Ethnicity', 'WBRI']]], ...Array.from({ length: 6 }, (_, at): Told => ['CINdetails', [['CINreferralDate', `2025-0${at + 4}-01`], ['ReferralSource', '6'], ['Assessments', [['AssessmentActualStartDate', `2025-0${at + 4}-02`]]], ['ReferralNFA', '0']]])]]
const [inCensus, census2026] = [oneChild(told), censusIn(2026, '801')]
let slowestPage: readonly [string, number] = ['', 0]
for (const ruled of ruledPages) {
  const rules = rulesOfPage(ruled, 2026)
  const times = Array.from({ length: 50 }, () => { const at = performance.now(); Array.from(checkChild(rules.ssda903, one, about)); Array.from(checkChild(rules.cin, inCensus, census2026)); return performance.now() - at }).toSorted((a, b) => a - b)
  const p95 = times[47] ?? 0
  if (p95 > slowestPage[1]) slowestPage = [ruled.key, p95]
}
process.stdout.write(`One child, the rules beside the fields of one page (${ruledPages.length} pages): at most ${slowestPage[1].toFixed(2)} ms (p95 of 50, ${slowestPage[0]}).\n`)
process.stdout.write(`One child, the rules that read one field: at most ${slowest[1].toFixed(2)} ms (p95 of 50, ${slowest[0]}).\n`)
clearInterval(watch)
rmSync(folder, { recursive: true })
const both = ssda903.took + cin.took
const kept = both < 10 && slowest[1] < 100 && slowestPage[1] < 100
process.stdout.write(`Returns, in short: whole checks of ${children} children, both returns, ${both.toFixed(1)} s, ${(ssda903.cpu + cin.cpu).toFixed(1)} s of processor (budget 10); one child and field ${slowest[1].toFixed(2)} ms, one page ${slowestPage[1].toFixed(2)} ms (budget 100)${kept ? '' : ' NOT KEPT'}\n`)
process.exitCode = kept ? 0 : 3
