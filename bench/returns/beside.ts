import { request } from 'node:http'
import { child903, year903 } from '../../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../../content/returns/ssda903/rules.ts'
import { noRows, addRow, columns } from '../../content/returns/ssda903/tables.ts'
import { ruledPages } from '../../src/channel/web/ruledPages.ts'
import { checkChild, rulesByField, rulesOf } from '../../src/engine/returns/run.ts'
import { newId } from '../../src/kernel/ids.ts'
import { rulesOfPage } from '../../src/oversight/returns/beside/rules.ts'
import { censusIn, oneChild } from '../../src/oversight/returns/cin/check.ts'
import type { Told } from '../../src/oversight/returns/cin/model.ts'

export type Slowest = Readonly<{ what: string; ms: number }>
const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
const timed = (work: () => void): number => p95(Array.from({ length: 50 }, () => { const at = performance.now(); work(); return performance.now() - at }))
const slower = (one: Slowest, other: Slowest): Slowest => (other.ms > one.ms ? other : one)
const nothing: Slowest = { what: '', ms: 0 }

/** One child with a year’s rows of both returns. */
function oneOfEach() {
  const rows = noRows()
  const add = (table: 'Header' | 'Episodes' | 'Reviews', at: number, told: Readonly<Record<string, string>>) => addRow(rows, table, at, (column) => (columns[table].some((one) => one === column) ? told[column] ?? '' : undefined))
  add('Header', 1, { CHILD: 'C1', SEX: 'F', DOB: '27/03/2015', ETHNIC: 'WBRI', UPN: 'UN1', MOTHER: '0' })
  for (let at = 0; at < 7; at++) add('Episodes', at + 1, { CHILD: 'C1', DECOM: `0${at + 1}/05/2025`, RNE: at === 0 ? 'S' : 'P', LS: 'C1', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: `0${at + 2}/05/2025`, REC: 'X1', HOME_POST: 'W12 8QT', PL_POST: 'W12 8QT' })
  for (let at = 0; at < 3; at++) add('Reviews', at + 1, { CHILD: 'C1', DOB: '27/03/2015', REVIEW: `0${at + 1}/08/2025`, REVIEW_CODE: 'PN1' })
  const told: Told = ['Child', [['ChildIdentifiers', [['LAchildID', 'C1'], ['PersonBirthDate', '2015-03-27'], ['Sex', 'F']]], ['ChildCharacteristics', [['Ethnicity', 'WBRI']]], ...Array.from({ length: 6 }, (_, at): Told => ['CINdetails', [['CINreferralDate', `2025-0${at + 4}-01`], ['ReferralSource', '6'], ['Assessments', [['AssessmentActualStartDate', `2025-0${at + 4}-02`]]], ['ReferralNFA', '0']]])]]
  return { looked: child903('C1', rows), told: oneChild(told) }
}

/** The slowest field and the slowest page by the rules alone, p95 of 50. */
export function besideAlone(): Readonly<{ field: Slowest; page: Slowest }> {
  const { looked, told } = oneOfEach()
  const [about, census] = [year903(2026), censusIn(2026, '801')]
  const fields = [...rulesByField(rulesOf(ssda903Rules, 2026).run)].map(([what, rules]): Slowest => ({ what, ms: timed(() => void Array.from(checkChild(rules, looked, about))) }))
  const pages = ruledPages.map((page): Slowest => {
    const rules = rulesOfPage(page, 2026)
    return { what: page.key, ms: timed(() => { Array.from(checkChild(rules.ssda903, looked, about)); Array.from(checkChild(rules.cin, told, census)) }) }
  })
  return { field: fields.reduce(slower, nothing), page: pages.reduce(slower, nothing) }
}

export type Asked = Readonly<{ path: string; /** Of a form that is rehearsed; without them the page is asked what the rules ask of it as it is saved. */ fields?: Readonly<Record<string, string>> }>
/** The same with database and server, as a browser asks while somebody types: a form rehearsed, looked at and undone, or an editor asked. p95 of all, and how many were answered with words. */
export async function besideWithServer(port: number, session: string, asked: readonly Asked[]): Promise<Readonly<{ ms: number; answered: number; spoke: number }>> {
  const times: number[] = []
  let [answered, spoke] = [0, 0]
  for (const { path, fields } of asked) {
    const body = fields && new URLSearchParams({ commandId: newId(), ...fields }).toString()
    const posts = body === undefined ? {} : { 'x-kith-rehearse': '1', 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
    const began = performance.now()
    const { status, text } = await new Promise<{ status: number; text: string }>((settle, fail) => {
      const sent = request({ port, host: '127.0.0.1', method: body === undefined ? 'GET' : 'POST', path, headers: { host: `localhost:${port}`, cookie: `__Host-kith=${session}`, 'sec-fetch-site': 'same-origin', accept: 'application/json', ...posts } }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('end', () => settle({ status: answer.statusCode ?? 0, text }))
      })
      sent.on('error', fail)
      sent.end(body)
    })
    times.push(performance.now() - began)
    if (status === 200) answered++
    if (text.includes('"rule"')) spoke++
  }
  return { ms: p95(times), answered, spoke }
}
