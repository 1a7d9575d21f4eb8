import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { askRecovery, witnessRecovery } from '../../src/record/access/commands/identity.ts'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'
import { testKeys } from '../keys.ts'

describe.skipIf(!hasBrowser)('Somebody lost their phone and their codes', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const opened = () => {
    if (!world) throw new Error('no browser')
    return world
  }
  const withFactor = (actorId: string) => opened().owner.query("insert into access.factor (id, actor_id, kind, label, sealed) values ($1, $2, 'code', 'Authenticator app', $3)", [newId(), actorId, testKeys.seal('authenticator', actorId, Buffer.alloc(20, 7))])
  const factorsOf = async (actorId: string) => (await opened().owner.query('select 1 from access.factor where actor_id = $1 and ended_at is null', [actorId])).rowCount
  const as = (actorId: string) => ({ ...opened().as(actorId), clock: systemClock })
  const reason = 'I rang her on the number in the staff list and know her voice.'
  const password = async (page: Page, actorId: string) => {
    const { rows } = await opened().owner.query('select email from access.actor where id = $1', [actorId])
    await page.goto(`${opened().address}/sign-in`)
    await page.getByLabel('E-mail address').fill(rows[0].email)
    await page.getByLabel('Password').fill(opened().password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  it('an administrator asks, a witness confirms, and the person chooses a new factor and is told who did it', async () => {
    const { windowOf, signIn, council, address, owner } = opened()
    await withFactor(council.worker)
    const [admin, witness, priya] = [await windowOf(), await windowOf(), await windowOf({ viewport: { width: 360, height: 780 } })]
    await signIn(admin, council.administrator)
    await admin.goto(`${address}/admin/staff?open=${council.worker}`)
    await admin.getByText('They lost their second factor').click()
    await expectAccessible(admin)
    await admin.getByLabel('How do you know that it is them?').fill('Rang her.')
    await admin.getByRole('button', { name: 'Ask the witness' }).click()
    await admin.getByText('Choose a witness').first().waitFor()
    await admin.getByLabel('Witness', { exact: true }).selectOption({ label: 'Tom Hughes' })
    await admin.getByLabel('How do you know that it is them?').fill(reason)
    await admin.getByRole('button', { name: 'Ask the witness' }).click()
    await admin.getByText('Changed.').waitFor()
    expect(await factorsOf(council.worker)).toBe(1)

    await signIn(witness, council.manager)
    await witness.goto(`${address}/account/sign-ins`)
    await witness.getByRole('heading', { name: 'Is it Priya Nair?' }).waitFor()
    expect(await witness.textContent('main')).toContain(reason)
    await expectAccessible(witness)
    await witness.getByRole('button', { name: 'I know that it is them' }).click()
    await witness.getByText('They are told when they sign in.').waitFor()
    expect(await factorsOf(council.worker)).toBe(0)

    await password(priya, council.worker)
    await priya.getByRole('heading', { name: 'Set up your authenticator' }).waitFor()
    await owner.query('update access.actor set must_enrol = false where id = $1', [council.worker])
    await password(priya, council.worker)
    await priya.waitForURL(`${address}/account/sign-ins`)
    await priya.getByText(/Your second factor was taken away/).waitFor()
    expect(await priya.textContent('main')).toContain('Ade Admin asked for it and Tom Hughes confirmed')
    await expectAccessible(priya)
    await priya.getByRole('button', { name: 'It was me' }).click()
    await priya.getByText('Noted.').waitFor()
    const { rows } = await owner.query("select what from access.staff_change where actor_id = $1 and what like 'recover%' order by changed_at", [council.worker])
    expect(rows.map((row) => row.what)).toEqual(['recoveryAsked', 'recovered'])
    expect((await owner.query("set role kith_gate; select what from audit.event where what in ('staff.askRecovery', 'staff.witnessRecovery') and not refused; reset role").then((r) => (Array.isArray(r) ? r[1] : r))).rows).toHaveLength(2)
  })

  it('nobody is their own witness, asks for themselves, or confirms what waits for somebody else', async () => {
    const { council } = opened()
    await withFactor(council.otherWorker)
    const ask = (witnessId: string, actorId = council.otherWorker) => askRecovery.do(as(council.administrator), { actorId, witnessId, reason })
    for (const witness of [council.administrator, council.otherWorker, council.worker]) await expect(ask(witness)).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(ask(council.manager, council.administrator)).rejects.toMatchObject({ kind: 'NotAllowed' })
    const asked = await ask(council.manager)
    if ('problems' in asked) throw new Error('refused')
    for (const other of [council.administrator, council.head, council.otherWorker]) await expect(witnessRecovery.do(as(other), { id: asked.done.id, agreed: true })).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect(await witnessRecovery.do(as(council.manager), { id: asked.done.id, agreed: false })).toMatchObject({ done: { agreed: false } })
    await expect(witnessRecovery.do(as(council.manager), { id: asked.done.id, agreed: true })).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect(await factorsOf(council.otherWorker)).toBe(1)
  })

  it('the council’s rule is changed by an administrator who just showed who they are, and holds for the next sign-in', async () => {
    const { windowOf, signIn, council, address, owner } = opened()
    const page = await windowOf()
    await signIn(page, council.administrator)
    const before = await windowOf()
    await signIn(before, council.privacy)
    await page.goto(`${address}/admin/staff`)
    await page.getByLabel('Administrators, records and the privacy officer').check()
    await page.locator('#sign-in-rule').getByRole('button', { name: 'Change it' }).click()
    await page.getByText('Changed.').waitFor()
    await expectAccessible(page)
    // What was begun with a password alone, by somebody of whom more is asked now, is over.
    await before.getByRole('dialog').getByText('You were signed out.').waitFor()
    const [worker, records] = [await windowOf(), await windowOf()]
    await password(worker, council.head)
    await worker.waitForURL(`${address}/`)
    await password(records, council.records)
    await records.getByRole('heading', { name: 'Set up your authenticator' }).waitFor()
    expect((await owner.query("select value, recorded_by from ops.setting where key = 'identity.secondFactor' and superseded_at is null")).rows).toEqual([{ value: 'administrators', recorded_by: council.administrator }])
  })
})
