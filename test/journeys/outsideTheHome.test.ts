import { describe, expect, it } from 'vitest'
import { addDays, dayOf, moment, type PlainDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { beginLookedAfter, changePlacement, keepCareFact } from '../../src/practice/care/commands.ts'
import { recordLegalStatus } from '../../src/record/people/legal/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'

const done = async (outcome: Promise<{ done: unknown } | { problems: unknown }>) => { const was = await outcome; if ('problems' in was) throw new Error(JSON.stringify(was.problems)) }
const typed = (on: PlainDate) => `${Number(on.slice(8))}/${Number(on.slice(5, 7))}/${on.slice(0, 4)}`

describe.skipIf(!hasBrowser)('outside the home', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const today = dayOf(moment(systemClock.now()))
  const ago = (days: number) => addDays(today, -days)

  it('two who were missing come back and are spoken with together; one is exploited, which warns everywhere and is looked at again; another lives in a private arrangement until it ends', async () => {
    if (!world) return
    const { council } = world
    const id = await smithAndBegum({ ...world.as(council.worker, new Date().toISOString()), clock: systemClock })
    const page = await world.windowOf()
    const record = async (button = 'Record it') => { await page.getByRole('button', { name: button }).click(); await page.getByText('Recorded.', { exact: true }).waitFor() }
    const facts = async (kind: string) => (await world.owner.query<{ given: string; words: string | null; to: string | null; answers: Record<string, string> }>(
      'select c.given, f.words, f.held_to::text as "to", f.answers from care.fact f join people.card c on c.person_id = f.person_id where f.kind = $1 and f.superseded_at is null order by c.given', [kind])).rows
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/people/${id.amelia}/plans`)
    await page.getByRole('link', { name: 'Missing, exploitation, private fostering' }).click()
    await page.getByRole('link', { name: 'Record a time away' }).click()
    await page.getByLabel('Where and with whom last').fill('The skate park')
    await page.getByRole('button', { name: 'Record it' }).click()
    // What was typed stays, and the mistake says what it is about.
    await page.getByRole('alert').getByText('Choose an answer under “Missing or away”.').waitFor()
    expect(await page.getByLabel('Where and with whom last').inputValue()).toBe('The skate park')
    await page.getByLabel('Missing or away', { exact: true }).selectOption({ label: 'Missing: we do not know where' })
    await page.getByLabel('Since').fill(typed(ago(2)))
    await page.getByRole('checkbox', { name: 'Noah Smith' }).check()
    await record()
    await page.getByRole('link', { name: 'Write down the return' }).click()
    await page.getByLabel('Came back on').fill(typed(ago(1)))
    await page.getByLabel('The hour they came back').fill('23:10')
    await record()
    expect((await facts('missing')).map((one) => [one.given, one.to, one.answers['backAt'], one.answers['last']])).toEqual(['Amelia', 'Noah'].map((given) => [given, ago(1), '23:10', 'The skate park']))
    await page.getByRole('link', { name: 'Record the talk' }).first().click()
    await expectAccessible(page)
    await page.getByRole('group', { name: 'Was offered' }).getByLabel('Yes').check()
    await page.getByRole('group', { name: 'The child wanted it' }).getByLabel('Yes').check()
    await page.getByLabel('What Amelia says').fill('Nobody listens at home.')
    await page.getByLabel('What Noah says').fill('I went because she went.')
    await record()
    expect((await facts('returnInterview')).map((one) => [one.given, one.words])).toEqual([['Amelia', 'Nobody listens at home.'], ['Noah', 'I went because she went.']])
    expect(await page.textContent('main')).not.toContain('I went because she went.')

    await page.getByRole('link', { name: 'Record a concern' }).click()
    await page.getByLabel('Known since').fill(typed(ago(10)))
    await page.getByLabel('Which').selectOption({ label: 'County lines' })
    await page.getByLabel('How high the risk is').selectOption({ label: 'Significant' })
    await page.getByLabel('Look at it again by').fill(typed(addDays(today, 20)))
    await record()
    await page.getByText('1 safety note').waitFor()
    await page.getByRole('link', { name: 'Record a review' }).click()
    await page.getByLabel('How high the risk is now').selectOption({ label: 'Moderate' })
    await page.getByLabel('Look at it again by').fill(typed(addDays(today, 80)))
    await record()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${world.address}/people/${id.amelia}`)
    await page.getByText('County lines: moderate risk').waitFor()
    const reviews = await world.owner.query<{ state: string; due: string }>("select i.state, i.due_on::text as due from work.item i join work.item_person p on p.item_id = i.id where i.kind = 'exploitationReview' and p.person_id = $1 order by i.due_on", [id.amelia])
    expect(reviews.rows).toEqual([{ state: 'done', due: addDays(today, 20) }, { state: 'open', due: addDays(today, 80) }])

    // What those who visit must know: written, due in the tray and on the manager’s board, looked at again, ended with the reason.
    await world.owner.query("insert into access.involvement (id, person_id, worker_id, team_id, domain, from_on) values (gen_random_uuid(), $1, $2, $3, 'children', current_date)", [id.noah, council.worker, council.teams.two])
    await page.goto(`${world.address}/people/${id.noah}/details`)
    await page.getByText('Add a safety note').click()
    await page.getByLabel('What those who visit must know').fill('A dog that bites.')
    await page.getByLabel('Look at it again by').fill(typed(addDays(today, 10)))
    await page.locator('#warnings').getByRole('button', { name: 'Record it' }).last().click()
    await page.getByText('Recorded.', { exact: true }).waitFor()
    const manager = await world.windowOf()
    await world.signIn(manager, council.manager)
    await manager.goto(`${world.address}/team?show=all`)
    await manager.locator('#beside').getByRole('heading', { name: 'Look at a safety note again' }).waitFor()
    await page.goto(`${world.address}/`)
    await page.locator('.tray-row', { hasText: 'Look at a safety note again' }).getByRole('link', { name: 'Open' }).click()
    const look = async (how: () => Promise<void>) => { await page.locator('#warnings summary', { hasText: 'Look at it again' }).click(); await how(); await page.locator('#warnings').getByRole('button', { name: 'Record it' }).first().click() }
    await look(async () => { await page.locator('#warnings').getByLabel('Look at it again by').first().fill(typed(addDays(today, 200))) })
    await page.getByRole('alert').getByText('Write how you know: who you asked, or what you saw.').waitFor()
    await page.locator('#warnings').getByLabel('How you know').fill('I saw it at the gate.')
    await page.locator('#warnings').getByRole('button', { name: 'Record it' }).first().click()
    await page.getByText('Recorded.', { exact: true }).waitFor()
    await look(async () => { await page.getByLabel('It does not hold any more').locator('xpath=..').click(); await page.locator('#warnings').getByLabel('How you know').fill('The dog has died, says his nan.') })
    await page.getByText('1 that ended').click()
    await page.getByText('The dog has died, says his nan.').first().waitFor()
    expect((await world.owner.query<{ words: string; why: string | null; ended: string | null }>('select words, looked_why as why, valid_to::text as ended from people.warning where person_id = $1 order by recorded_at', [id.noah])).rows)
      .toEqual([{ words: 'A dog that bites.', why: null, ended: null }, { words: 'A dog that bites.', why: 'I saw it at the gate.', ended: null }, { words: 'A dog that bites.', why: 'The dog has died, says his nan.', ended: today }])

    await page.goto(`${world.address}/people/${id.leo}/safety`)
    await page.getByRole('link', { name: 'Record an arrangement' }).click()
    await page.getByLabel('The child lives there since').fill(typed(ago(30)))
    await page.getByLabel('Who cares for the child').fill('Auntie Bea, a friend of the mother')
    await page.getByLabel('We were told on').fill(typed(ago(5)))
    await record()
    await page.getByRole('link', { name: 'Record a visit' }).click()
    await page.getByRole('group', { name: 'The child was seen alone' }).getByLabel('Yes').check()
    await page.getByLabel('What Leo says').fill('Bea has a dog.')
    await record()
    await page.getByRole('link', { name: 'It ended', exact: true }).click()
    await record()
    expect((await facts('privateFostering')).map((one) => [one.given, one.to])).toEqual([['Leo', today]])
    expect((await world.owner.query("select 1 from work.item i join work.item_person p on p.item_id = i.id where i.kind = 'privateFosteringVisit' and i.state = 'open' and p.person_id = $1", [id.leo])).rows).toEqual([])
  })

  it('a special guardianship ends one child’s care, who stays where she lives; a brother is fostered for adoption until a child arrangements order; an adoption breaks down for another, and the way begins again', async () => {
    if (!world) return
    const { council } = world
    const priya = { ...world.as(council.worker, new Date().toISOString()), clock: systemClock }
    const id = await smithAndBegum(priya)
    await done(beginLookedAfter.do(priya, { id: newId(), people: [id.isla], on: ago(400), planned: true, need: 'abuseOrNeglect', why: 'She was not safe.', legalCode: 'careOrder', placement: { kind: 'fosterRelative', provider: 'ownCouncil', placeName: 'Jean Ashby', lines: ['3 Elm Row', 'Ardenvale'], postcode: 'ZV2 1AA' } }))
    await done(beginLookedAfter.do(priya, { id: newId(), people: [id.leo], on: ago(400), planned: true, need: 'abuseOrNeglect', why: 'He was not safe.', legalCode: 'interimCareOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
    await done(keepCareFact.do(priya, { id: newId(), people: [id.leo], kind: 'permanenceDecision', on: ago(200), answers: { step: 'decisionMaker', plan: 'adoption' } }))
    await done(recordLegalStatus.do(priya, { id: newId(), people: [id.leo], code: 'placementOrder', from: ago(150), endsPresent: true }))
    await done(keepCareFact.do(priya, { id: newId(), people: [id.leo], kind: 'match', on: ago(120), answers: { fosterCarer: 'no', adopters: '2', sexes: 'women', status: 'sameSexMarried' } }))
    await done(changePlacement.do(priya, { id: newId(), people: [id.leo], on: ago(100), reason: 'carePlan', placement: { kind: 'adoptionOrder', provider: 'ownCouncil', placeName: 'Nora and Jo' } }))

    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/people/${id.isla}/permanence`)
    await page.getByRole('link', { name: /^An order was made/ }).click()
    await page.getByLabel('Special guardianship order').check()
    await page.getByLabel('As the return counts it').selectOption({ label: 'Special guardianship to a former foster carer, a relative or friend' })
    expect(await page.getByLabel('To whom it was made').inputValue()).toBe('Jean Ashby')
    expect(await page.getByLabel('Isla goes on living where they live now: with Jean Ashby').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('The order is recorded.').waitFor()
    await expectAccessible(page)
    const after = await world.owner.query("select (select end_reason from care.period where person_id = $1 and superseded_at is null) as why, (select count(*)::int from care.placement where person_id = $1 and superseded_at is null and valid_to is null) as placements, (select array_agg(code order by code) from people.legal_status where person_id = $1 and superseded_at is null and valid_to is null) as orders, (select array_agg(kind || ' ' || postcode) from people.address where person_id = $1 and superseded_at is null and valid_to is null) as lives", [id.isla])
    expect(after.rows).toEqual([{ why: 'guardianFosterRelative', placements: 0, orders: ['specialGuardianship'], lives: ['home ZV2 1AA'] }])

    // Their brother: fostering for adoption with carers who may adopt him, until the court lets him live with his grandmother.
    await done(beginLookedAfter.do(priya, { id: newId(), people: [id.noah], on: ago(300), planned: true, need: 'abuseOrNeglect', why: 'He was not safe.', legalCode: 'interimCareOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
    await world.owner.query("insert into access.involvement (id, person_id, worker_id, domain, role, from_on) values ($1, $2, $3, 'children', 'reviewingOfficer', $4)", [newId(), id.noah, council.otherWorker, ago(290)])
    await page.goto(`${world.address}/people/${id.noah}/permanence`)
    await page.getByRole('link', { name: 'Fostering for adoption, or concurrent planning' }).click()
    expect(await page.getByLabel('Kind of placement').inputValue()).toBe('fosterAdopter')
    await page.getByLabel('The day of the move').fill(typed(ago(200)))
    await page.getByLabel('Why', { exact: true }).selectOption({ label: 'The care plan changed or was carried out' })
    await page.getByLabel('With whom, or in which home').fill('Paul and Dean Wright')
    await page.getByLabel('Who provides it').selectOption({ label: 'This council' })
    await page.getByRole('button', { name: 'Record the move' }).click()
    await page.getByText('Recorded.', { exact: true }).waitFor()
    await page.goto(`${world.address}/people/${id.noah}/permanence`)
    expect(await page.locator('#way').textContent()).toMatch(/Came into our care[^]*Lives with carers who may become the adopters[^]*100 days/)
    await page.getByRole('link', { name: /^An order was made/ }).click()
    await page.getByLabel('Child arrangements order: lives with').check()
    expect(await page.getByLabel(/goes on living where they live now/).isChecked()).toBe(false)
    await page.getByLabel('To whom it was made').fill('Jean Smith, his grandmother')
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('The order is recorded.').waitFor()
    const noah = await world.owner.query("select (select end_reason from care.period where person_id = $1 and superseded_at is null) as why, (select array_agg(code order by code) from people.legal_status where person_id = $1 and superseded_at is null and valid_to is null) as orders, (select to_on::text from access.involvement where person_id = $1 and role = 'reviewingOfficer') as \"reviewedUntil\"", [id.noah])
    expect(noah.rows).toEqual([{ why: 'childArrangements', orders: ['livesWith'], reviewedUntil: today }])
    expect(await page.locator('#way').textContent()).toMatch(/child arrangements/i)

    await page.goto(`${world.address}/people/${id.leo}/permanence`)
    await page.getByRole('link', { name: 'A placement ended before it was meant to' }).click()
    await page.getByLabel('What ended').fill('The placement with Nora and Jo')
    await page.getByLabel('What we learn from it').fill('He needed his sister near.')
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('Recorded.', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'a move', exact: true }).click()
    await page.getByLabel('Why', { exact: true }).selectOption({ index: 2 })
    await page.getByLabel('Kind of placement').selectOption({ label: 'Foster carer' })
    await page.getByLabel('With whom, or in which home').fill('Mary Okafor')
    await page.getByLabel('Who provides it').selectOption({ label: 'This council' })
    await page.getByRole('button', { name: 'Record the move' }).click()
    await page.getByText('Recorded.', { exact: true }).waitFor()
    await page.goto(`${world.address}/people/${id.leo}/permanence`)
    await page.getByText(/^The placement for adoption ended on/).waitFor()
    // The match is over: he waits for a family again.
    expect((await page.locator('#way tbody tr').allTextContents()).filter((text) => text.startsWith('Matched')).join()).toContain('Not yet')
    await page.getByRole('link', { name: 'Arrange the disruption meeting' }).waitFor()
    expect((await world.owner.query("select kind from care.placement where person_id = $1 and superseded_at is null and valid_to is null", [id.leo])).rows).toEqual([{ kind: 'foster' }])
    await page.goto(`${world.address}/care/permanence?show=authority`)
    expect(await page.locator('#list').textContent()).toContain('May be placed')
    await expectAccessible(page)
  })
})
