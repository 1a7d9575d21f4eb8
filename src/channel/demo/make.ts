import { dayOf, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { keyOf } from '../../record/access/own/model.ts'
import { hashPassword } from '../../record/access/signIn.ts'
import { chanceOf } from './chance.ts'
import { halfWritten } from './drafts.ts'
import { gathering } from './gathering.ts'
import { rowsOf, type Row } from './rows.ts'
import { writtenYears } from './schoolTerms.ts'
import { sizes, type Size } from './sizes.ts'
import * as store from './store.ts'
import type { Council } from './story.ts'
import { worldOf, type World } from './world.ts'

/** Everybody of the demonstration signs in with this. It is printed at the start: the people are invented, and so are their secrets. */
export const demonstrationPassword = 'kith-demo'
export type ShownAccount = Readonly<{ name: string; email: string; password: string; role: string }>
export const accountsKey = 'demonstration.accounts'

/** Whether nobody is in this council yet, staff or family. */
export const councilIsEmpty = store.askEmpty

/** All but the last of the districts of the invented places: a few children are placed out of the area. */
const districts = Array.from({ length: 11 }, (_, at) => `ZV${at + 1}`).join(' ')
const settingsOf = (council: Council) => [['council.name', council.name], ['council.theme', '#17494d'], ['council.area', districts], [accountsKey, council.accounts]] as const

async function writeCouncil(loading: store.Loading, council: Council, today: PlainDate): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword)
  await loading.insert(new Map<string, readonly Row[]>([
    ['access.team', council.teams.map((team) => ({ id: team.id, name: team.name, kind: team.kind, domain: team.domain, parent_id: team.parentId, active: true, version: 1 }))],
    ['access.actor', council.staff.map((one) => ({
      id: one.id, kind: one.kind, name: one.name, email: one.email, job_title: one.jobTitle, phone: one.phone, password_hash: passwordHash, qualified: one.qualified, registration: one.registration, caseload_limit: one.caseloadLimit, hours: one.hours, active: true, version: 1, created_at: council.since,
    }))],
    ['access.membership', council.staff.flatMap((one) => one.memberships.map((membership) => ({ id: membership.id, actor_id: one.id, team_id: membership.teamId, role: membership.role, valid_from: council.since, valid_to: null })))],
  ]))
  for (const [key, value] of settingsOf(council)) await loading.setting(key, value, null)
  for (const { year, ...written } of writtenYears(today)) await loading.setting(keyOf.terms(year), written, null)
}

export type Made = Readonly<{ families: number; people: number; notes: number; work: number; accounts: readonly ShownAccount[] }>

/** Makes a council of this size in an empty database that is migrated. The same seed and day make the same council. */
export async function makeCouncil(settings: Readonly<{ ownerUrl: string; size: Size; seed: string; today: PlainDate; world?: World; told?: (families: number, whole: number) => void }>): Promise<Made> {
  const { size, seed, today } = settings
  const world = settings.world ?? worldOf(size, seed, today)
  const count = { families: 0, people: 0, notes: 0, work: 0 }
  await store.load(settings.ownerUrl, async (loading) => {
    await writeCouncil(loading, world.offices.council, today)
    const rounds = gathering(loading, 20_000)
    const met: string[] = []
    for (const family of world.families()) {
      const chance = chanceOf(`${seed}/rows/${count.families}`)
      await rounds.add(rowsOf(family, chance))
      if (count.families < size.drafts) await rounds.add(halfWritten(family, chance, today))
      met.push(...family.people.map((person) => person.id))
      count.families += 1
      count.people += family.people.length
      count.notes += family.notes.length
      count.work += family.work.length
      settings.told?.(count.families, world.count)
    }
    await rounds.end()
    // The server looks for people recorded twice beside its work.
    if (met.length > 0) await loading.insert(new Map([['people.compare_due', met.map((personId) => ({ person_id: personId }))]]))
  })
  return { ...count, accounts: shown(world.offices.council.accounts) }
}

const shown = (accounts: Council['accounts']): ShownAccount[] => accounts.map((one) => ({ name: one.name, email: one.email, password: demonstrationPassword, role: one.role }))

/** The council of the first start: ready in seconds. */
export const makeSmallCouncil = (ownerUrl: string, now: Instant, seed = '1'): Promise<Made> => {
  const small = sizes['small']
  if (!small) throw new Error('There is no small size.')
  return makeCouncil({ ownerUrl, size: small, seed, today: dayOf(now) })
}

const isAccount = (one: unknown): one is { name: string; email: string; role: string } =>
  typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' && 'email' in one && typeof one.email === 'string' && 'role' in one && typeof one.role === 'string'

/** The accounts to show at a start, as the setting `demonstration.accounts` keeps them: none in a council of its own people. */
export const shownAccounts = (kept: unknown): readonly ShownAccount[] => (Array.isArray(kept) ? shown(kept.filter(isAccount)) : [])
