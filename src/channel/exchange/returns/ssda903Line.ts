import { child903, coveredYears903, year903, type Year903 } from '../../../../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import type { Tables } from '../../../../content/returns/ssda903/tables.ts'
import type { Need } from '../../../engine/returns/model.ts'
import { checking, rulesOf } from '../../../engine/returns/run.ts'
import type { CommandContext } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { postcodeList, providerList } from './lists903.ts'
import { readFolder903, type Given903 } from './ssda903Folder.ts'
import { readXml903 } from './ssda903Xml.ts'
import { tally } from './tally.ts'
import { coveredYear, fromWhereTheyStand, said, thatExists } from './words.ts'

const usage = 'Say what to check: npm run kith -- check ssda903 FOLDER --year 2026 [--findings FILE.csv] [--last-year FOLDER] [--authority CODE] [--providers FILE.csv] [--postcodes FILE.csv]. In place of a folder of CSV files an XML file will do.'

async function read(named: string): Promise<Given903> {
  const { path, folder } = thatExists(named, 'any')
  const given = folder ? await readFolder903(path) : await readXml903(path)
  if ('sentence' in given) throw new StartFault(given.sentence)
  return given
}

/** Checks a whole SSDA903 return by the rules of a year. */
export async function checkSsda903(context: CommandContext, words: readonly string[]): Promise<void> {
  const { words: [named, ...more], options } = said(words, ['year', 'findings', 'last-year', 'authority', 'providers', 'postcodes'], usage)
  if (!named || more.length > 0) throw new StartFault(usage)
  const year = coveredYear(options.get('year'), coveredYears903, '--year')
  const [providers, postcodes, before] = [options.get('providers'), options.get('postcodes'), options.get('last-year')]
  const about: Year903 = year903(year, {
    authority: options.get('authority'),
    provider: providers ? await providerList(thatExists(providers, 'file').path) : undefined,
    place: postcodes ? await postcodeList(thatExists(postcodes, 'file').path) : undefined,
  })
  const last = before ? await read(before) : undefined
  const given = await read(named)
  for (const remark of given.remarks) context.print(remark)

  const has: Readonly<Record<Need, boolean>> = { 'last year': last !== undefined, authority: about.authority !== undefined, 'provider list': about.provider !== undefined, 'postcode list': about.place !== undefined, 'whole return': true }
  const { run, left } = rulesOf(ssda903Rules, year, (need) => has[need], given.tables)
  const findings = options.get('findings')
  const counted = tally(findings ? fromWhereTheyStand(findings) : undefined)
  const check = checking(run, about)
  for (const [id, tables] of given.children) await counted.add(check.child(child903(id, tables, lastOf(last, id))))
  await counted.add(check.end())

  context.print(`${given.children.size.toLocaleString('en-GB')} children and ${given.rows.toLocaleString('en-GB')} rows were checked by ${run.length} rules of ${year - 1} to ${year}.`)
  for (const line of await counted.end()) context.print(line)
  for (const [why, rules] of Map.groupBy(left, ({ why }) => why)) context.print(`Not run without ${why.startsWith('table') ? why : nouns[why] ?? why}: ${rules.map(({ rule }) => rule.number).join(', ')}.`)
}

const lastOf = (last: Given903 | undefined, id: string): Tables | undefined => last?.children.get(id)
const nouns: Readonly<Record<string, string>> = {
  'last year': 'last year’s return (--last-year)', authority: 'the code of the authority (--authority)', 'provider list': 'Ofsted’s list of providers (--providers)', 'postcode list': 'a list of postcodes (--postcodes)',
}
