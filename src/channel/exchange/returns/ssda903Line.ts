import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { child903, coveredYears903, year903, type Child903, type Year903 } from '../../../../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import type { Need } from '../../../engine/returns/model.ts'
import { checking, rulesOf } from '../../../engine/returns/run.ts'
import type { CommandContext } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { postcodeList, providerList } from './lists903.ts'
import { shareOf } from './shares.ts'
import { readFolder903, type Given903, type Keep } from './ssda903Folder.ts'
import { readXml903 } from './ssda903Xml.ts'
import { tally, type Tally } from './tally.ts'
import { coveredYear, fromWhereTheyStand, said, thatExists } from './words.ts'

const usage = 'Say what to check: npm run kith -- check ssda903 FOLDER --year 2026 [--findings FILE.csv] [--last-year FOLDER] [--authority CODE] [--providers FILE.csv] [--postcodes FILE.csv]. In place of a folder of CSV files an XML file will do.'

/** So many bytes of files are held at once: a larger return is read in several goes, each holding its share of the children. */
const bytesAtOnce = 8_000_000

type Source = Readonly<{ path: string; folder: boolean; bytes: number }>
function sourceOf(named: string): Source {
  const { path, folder } = thatExists(named, 'any')
  return { path, folder, bytes: folder ? readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0) : statSync(path).size }
}
async function read({ path, folder }: Source, keep: Keep): Promise<Given903> {
  const given = folder ? await readFolder903(path, keep) : await readXml903(path, keep)
  if ('sentence' in given) throw new StartFault(given.sentence)
  return given
}

/** Checks a whole SSDA903 return by the rules of a year. */
export async function checkSsda903(context: CommandContext, words: readonly string[], atOnce = bytesAtOnce): Promise<void> {
  const { words: [named, ...more], options } = said(words, ['year', 'findings', 'last-year', 'authority', 'providers', 'postcodes'], usage)
  if (!named || more.length > 0) throw new StartFault(usage)
  const year = coveredYear(options.get('year'), coveredYears903, '--year')
  const [providers, postcodes, before] = [options.get('providers'), options.get('postcodes'), options.get('last-year')]
  const about: Year903 = year903(year, {
    authority: options.get('authority'),
    provider: providers ? await providerList(thatExists(providers, 'file').path) : undefined,
    place: postcodes ? await postcodeList(thatExists(postcodes, 'file').path) : undefined,
  })
  const [source, lastSource] = [sourceOf(named), before ? sourceOf(before) : undefined]
  const shares = Math.max(1, Math.ceil((source.bytes + (lastSource?.bytes ?? 0)) / atOnce))
  const has: Readonly<Record<Need, boolean>> = { 'last year': lastSource !== undefined, authority: about.authority !== undefined, 'provider list': about.provider !== undefined, 'postcode list': about.place !== undefined, 'whole return': true }
  const findings = options.get('findings')
  let counted: Tally | undefined
  let picked: ReturnType<typeof rulesOf<Child903, Year903>> | undefined
  let check: ReturnType<typeof checking<Child903, Year903>> | undefined
  let [children, rows] = [0, 0]
  // A function of its own, so that one share is let go before the next is read.
  const checkShare = async (share: number): Promise<void> => {
    const keep: Keep = (id) => shares === 1 || shareOf(id, shares) === share
    const last = lastSource ? await read(lastSource, keep) : undefined
    const given = await read(source, keep)
    if (!check) {
      for (const remark of given.remarks) context.print(remark)
      picked = rulesOf(ssda903Rules, year, (need) => has[need], given.tables)
      check = checking(picked.run, about)
      counted = tally(findings ? fromWhereTheyStand(findings) : undefined)
    }
    children += given.children.size
    rows = given.rows
    for (const [id, tables] of given.children) await counted?.add(check.child(child903(id, tables, last?.children.get(id))))
  }
  for (let share = 0; share < shares; share++) await checkShare(share)
  if (!check || !counted || !picked) return
  await counted.add(check.end())

  context.print(`${children.toLocaleString('en-GB')} children and ${rows.toLocaleString('en-GB')} rows were checked by ${picked.run.length} rules of ${year - 1} to ${year}.`)
  for (const line of await counted.end()) context.print(line)
  for (const [why, rules] of Map.groupBy(picked.left, ({ why }) => why)) context.print(`Not run without ${why.startsWith('table') ? why : nouns[why] ?? why}: ${rules.map(({ rule }) => rule.number).join(', ')}.`)
}

const nouns: Readonly<Record<string, string>> = {
  'last year': 'last year’s return (--last-year)', authority: 'the code of the authority (--authority)', 'provider list': 'Ofsted’s list of providers (--providers)', 'postcode list': 'a list of postcodes (--postcodes)',
}
