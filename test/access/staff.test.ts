import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { answer, type Caller, type Outcome, SignedOut } from '../../src/record/access/act.ts'
import * as staff from '../../src/record/access/commands/staff.ts'
import { accountHistory, staff as staffList } from '../../src/record/access/queries.ts'
import { sessionHash } from '../../src/record/access/signIn.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { signInByPassword } from '../keys.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const as = (actor: string): Caller => ({ ...fresh.as(actor), clock: systemClock })
const administrator = as(council.administrator)
const done = <Answer>(outcome: Outcome<Answer>): Answer => {
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.done
}
const who = (caller: Caller) => answer(caller, 'test.who', 'staff.read', async ({ actor }) => actor)
const account = (name: string) => ({ id: newId(), version: 0, kind: 'staff', name, email: `${newId()}@example.org`, jobTitle: 'Social worker', phone: null, qualified: true, caseloadLimit: 16, hours: 0.8 }) as const
const reason = 'Joined the team on Monday.'
const password = 'copper kettle mountain'

describe('The administrator', () => {
  it('opens an account, gives a role and a password, and the colleague can sign in', async () => {
    const amina = account('Amina Diallo')
    done(await staff.keepAccount.do(administrator, amina))
    done(await staff.beginRole.do(administrator, { actorId: amina.id, teamId: council.teams.two, role: 'worker', reason }))
    done(await staff.setPassword.do(administrator, { actorId: amina.id, password }))
    const signedIn = await signInByPassword(fresh.pool, systemClock, amina.email, password, 'test')
    expect(signedIn).toBeDefined()
    expect(await who(as(amina.id))).toMatchObject({ name: 'Amina Diallo', roles: ['worker'], teams: [council.teams.two] })
    const { changes } = done(await accountHistory.perform(administrator, { actorId: amina.id }))
    expect(changes.map((c) => [c.what, c.by, c.reason])).toEqual([['password', 'Ade Admin', null], ['role', 'Ade Admin', reason], ['account', 'Ade Admin', null]])
    expect(JSON.stringify(changes)).not.toContain('argon')
  })

  it('closes an account, and its open sessions end', async () => {
    const leaver = account('Len Leaver')
    done(await staff.keepAccount.do(administrator, leaver))
    done(await staff.beginRole.do(administrator, { actorId: leaver.id, teamId: council.teams.one, role: 'worker', reason }))
    done(await staff.setPassword.do(administrator, { actorId: leaver.id, password }))
    const signedIn = await signInByPassword(fresh.pool, systemClock, leaver.email, password, 'test')
    const session: Caller = { ...as(leaver.id), who: { session: sessionHash(signedIn!.token) } }
    expect((await who(session)).id).toBe(leaver.id)
    done(await staff.setAccountActive.do(administrator, { actorId: leaver.id, active: false, reason: 'Left the council.' }))
    await expect(who(session)).rejects.toThrow(SignedOut)
    done(await staff.setAccountActive.do(administrator, { actorId: leaver.id, active: true, reason: 'Came back.' }))
    await expect(who(session)).rejects.toThrow(SignedOut)
  })

  it('ends a role, and what it reached is out of reach at once', async () => {
    const { memberships } = done(await staffList.perform(administrator, {}))
    const mine = memberships.find((m) => m.actorId === council.otherWorker)!
    done(await staff.endRole.do(administrator, { id: mine.id, reason: 'Moved to another service.' }))
    expect((await who(as(council.frontDoorWorker))).roles).toEqual(['worker'])
    await expect(who(as(council.otherWorker))).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('gives nothing to themselves: no role, no closing of their own account', async () => {
    await expect(staff.beginRole.do(administrator, { actorId: council.administrator, teamId: council.teams.frontDoor, role: 'worker', reason: 'To have a look.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(staff.setAccountActive.do(administrator, { actorId: council.administrator, active: false, reason: 'Holiday.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('moves a team, and a manager above reaches it; no team stands under itself', async () => {
    const team = { id: newId(), version: 0, name: 'Family Support 3', kind: 'team', domain: 'children', parentId: council.teams.service, active: true } as const
    expect(done(await staff.keepTeam.do(administrator, team))).toMatchObject({ version: 1 })
    const { rows } = await fresh.owner.query('select $1 = any (scopes) as reaches from access.reach where actor_id = $2', [team.id, council.head])
    expect(rows).toEqual([{ reaches: true }])
    expect(await staff.keepTeam.do(administrator, { ...team, version: 1, parentId: team.id })).toMatchObject({ problems: [{ question: 'parentId', problem: expect.stringContaining('under itself') }] })
  })

  it('hears when somebody else changed the same account meanwhile', async () => {
    const one = account('Twice Changed')
    done(await staff.keepAccount.do(administrator, one))
    done(await staff.keepAccount.do(administrator, { ...one, version: 1, jobTitle: 'Senior social worker' }))
    await expect(staff.keepAccount.do(administrator, { ...one, version: 1, jobTitle: 'Student' })).rejects.toMatchObject({ kind: 'Conflict' })
  })
})

describe('Nobody else', () => {
  it.each(['manager', 'head', 'records', 'privacy', 'worker'] as const)('a %s opens no account, gives no role, sets nobody\'s password', async (role) => {
    const caller = as(council[role])
    await expect(staff.keepAccount.do(caller, account('Nobody'))).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(staff.beginRole.do(caller, { actorId: council.businessSupport, teamId: council.teams.two, role: 'worker', reason })).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(staff.setPassword.do(caller, { actorId: council.head, password })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('past the command either: the gate asks again', async () => {
    await expect(answer(as(council.head), 'test', 'staff.read', ({ db }) => db.run({ text: `select access.begin_membership('${newId()}', '${council.head}', '${council.teams.frontDoor}', 'worker', now(), null, 'me')`, values: [] }))).rejects.toMatchObject({ kind: 'NotAllowed' })
  })
})

describe('Everybody', () => {
  it('changes their own password, of twelve characters or more; their other sessions end', async () => {
    const own = account('Bartholomea Own')
    done(await staff.keepAccount.do(administrator, own))
    done(await staff.beginRole.do(administrator, { actorId: own.id, teamId: council.teams.one, role: 'worker', reason }))
    done(await staff.setPassword.do(administrator, { actorId: own.id, password }))
    const [here, there] = [await signInByPassword(fresh.pool, systemClock, own.email, password, 'here'), await signInByPassword(fresh.pool, systemClock, own.email, password, 'there')]
    const session = (token: string): Caller => ({ ...as(own.id), who: { session: sessionHash(token) } })
    expect(await staff.changePassword.do(session(here!.token), { password: 'short' })).toMatchObject({ problems: [{ question: 'password' }] })
    expect(await staff.changePassword.do(session(here!.token), { password: 'Sunshine2026!' })).toMatchObject({ problems: [{ question: 'password', problem: expect.stringMatching(/tried first/) }] })
    expect(await staff.setPassword.do(administrator, { actorId: own.id, password: 'Bartholomea1234' })).toMatchObject({ problems: [{ question: 'password', problem: expect.stringMatching(/a name that anybody would try/) }] })
    done(await staff.changePassword.do(session(here!.token), { password: 'quiet harbour lantern' }))
    expect((await who(session(here!.token))).id).toBe(own.id)
    await expect(who(session(there!.token))).rejects.toThrow(SignedOut)
    expect(await signInByPassword(fresh.pool, systemClock, own.email, password, 'test')).toBeUndefined()
  })
})
