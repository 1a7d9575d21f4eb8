import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../browser.ts'
import { openDemonstration } from '../demonstration.ts'
import { everyPage, lookAt, pageOf } from '../everyPage.ts'

const staff = ['priya.nair', 'tom.hughes', 'marcus.webb', 'ade.bankole', 'paula.whitfield', 'rhys.morgan'] as const
const pagesEach = 16
const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** Two pages are of one kind when they differ by whom they are about only. */
const kindOf = (path: string) => path.split(/[?#]/)[0]?.replaceAll(id, ':id') ?? path

const mine = (kinds: string, state = 'done') => `select coalesce(i.subject_id::text, '') || ' ' || i.id as id from work.item i join access.actor a on a.id = i.worker_id where a.email = 'priya.nair@ardenvale.example' and i.kind in (${kinds}) and i.state = '${state}' limit 1`
/** Pages that few links lead to: who opens one, and which. */
const byAddress: Readonly<Record<string, readonly [who: string, text: string, path: (first: string, second: string) => string]>> = {
  '/search': ['priya.nair', "select '' as id", () => '/search'],
  '/desk': ['tom.hughes', "select '' as id", () => '/desk'],
  '/disputes/new': ['edmund.blake', "select m.id from meetings.meeting m join access.actor a on a.id = m.chair_id where a.email = 'edmund.blake@ardenvale.example' and m.kind like '%Conference' order by m.on_day desc limit 1", (id) => `/disputes/new?meeting=${id}`],
  '/handovers/new': ['priya.nair', "select i.person_id as id from access.involvement i join access.actor a on a.id = i.worker_id join people.card c on c.person_id = i.person_id where a.email = 'priya.nair@ardenvale.example' and i.team_id is not null and i.superseded_at is null and i.to_on is null and c.born_on > current_date - 6000 order by c.name limit 1", (id) => `/handovers/new?people=${id}`],
  '/supervision': ['tom.hughes', "select '' as id", () => '/supervision'],
  '/returns': ['keira.osman', "select '' as id", () => '/returns'],
  '/returns/lists': ['keira.osman', "select '' as id", () => '/returns/lists'],
  '/returns/year': ['keira.osman', "select '' as id", () => '/returns/year'],
  '/returns/year/:measure': ['keira.osman', "select '' as id", () => '/returns/year/care.at31'],
  '/privacy/openings': ['paula.whitfield', "select '' as id", () => '/privacy/openings'],
  '/people/:id/looked': ['paula.whitfield', "select person_id as id from people.card c join access.subject s on s.id = c.person_id and s.marking = 'open' order by c.name limit 1", (id) => `/people/${id}/looked`],
  '/privacy/accounts/:id': ['paula.whitfield', "select id from access.actor where email = 'priya.nair@ardenvale.example'", (id) => `/privacy/accounts/${id}`],
  '/people/:id/open': ['priya.nair', "select s.id from access.subject s join people.card c on c.person_id = s.id where s.marking = 'restricted' order by c.born_on desc nulls last limit 1", (id) => `/people/${id}/open`],
  '/people/:id/ask': ['priya.nair', "select s.id from access.subject s join people.card c on c.person_id = s.id where s.marking = 'restricted' order by c.born_on desc nulls last limit 1", (id) => `/people/${id}/ask`],
  '/people/:id/keeping': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/keeping`],
  '/people/:id/known': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/known`],
  '/people/:id/add': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/add`],
  '/people/:id/legal/new': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/legal/new`],
  '/people/:id/legal': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/legal`],
  '/people/:id/details': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/details`],
  '/people/:id/plans': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/plans`],
  '/allegations': ['graham.pell', "select '' as id", () => '/allegations'],
  '/allegations/tell': ['priya.nair', "select '' as id", () => '/allegations/tell'],
  '/people/:id/safety': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/safety`],
  '/people/:id/cases': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/cases`],
  '/people/:id/care': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/care`],
  '/people/:id/permanence': ['priya.nair', "select person_id as id from people.card where name = 'Kyra Dunn'", (id) => `/people/${id}/permanence`],
  '/care/permanence': ['priya.nair', "select '' as id", () => '/care/permanence'],
  '/admin/given': ['ade.bankole', "select '' as id", () => '/admin/given'],
  '/notes/:id': ['priya.nair', "select n.id from notes.note n join access.actor a on a.id = n.author_id where a.email = 'priya.nair@ardenvale.example' order by n.happened_on desc limit 1", (id) => `/notes/${id}`],
  '/people/:id/story': ['priya.nair', "select i.person_id as id from access.involvement i join access.actor a on a.id = i.worker_id join people.card c on c.person_id = i.person_id where a.email = 'priya.nair@ardenvale.example' and i.superseded_at is null and i.to_on is null order by c.name limit 1", (id) => `/people/${id}/story`],
  '/people/:id/born': ['priya.nair', "select person_id as id from people.card where unborn and family = 'Begum' limit 1", (id) => `/people/${id}/born`],
  '/contacts/:id/people': ['marcus.webb', "select subject_id as id from work.item where kind = 'contactDecision' and state = 'open' limit 1", (id) => `/contacts/${id}/people`],
  '/assessments/:id/letter': ['priya.nair', mine("'letter'"), (id) => `/assessments/${id}/letter`],
  '/assessments/:id/hand-over': ['priya.nair', mine("'assessment'", 'open'), (_subject, item) => `/assessments/${item}/hand-over`],
  '/assessments/:id/next/:item': ['priya.nair', mine("'planChildInNeed', 'stepDown'"), (id, item) => `/assessments/${id}/next/${item}`],
}
/** Pages about what the demonstration council has not: the journey that looks at each. */
const lookedAtIn: Readonly<Record<string, string>> = {
  '/admin/imports/:id': 'importedChild',
  '/assessments/letters/:letter': 'afterAssessment',
  '/decisions/several': 'decisions',
  '/care/households/:id': 'care',
  '/care/households/new': 'care',
  '/people/:id/care/begin': 'care',
  '/people/:id/care/end': 'care',
  '/people/:id/care/move': 'care',
  '/people/:id/care/placements/:placement': 'care',
  '/people/:id/care/plan': 'care',
  '/people/:id/permanence/ask': 'permanence',
  '/people/:id/permanence/order': 'permanence',
  '/people/:id/care/record': 'care',
  '/people/:id/care/search': 'care',
  '/people/:id/leaving': 'leavingCare',
  '/care/leavers': 'leavingCare',
  '/returns/adoption': 'permanence',
  '/people/:id/legal/:order': 'legalStatus',
  '/people/:id/merged': 'findSomebody',
  '/people/:id/pregnancy': 'birth',
  '/allegations/:id': 'legalWork',
  '/legal': 'legalWork',
  '/legal/:id': 'legalWork',
  '/legal/:id/record': 'legalWork',
  '/legal/start': 'legalWork',
  '/papers/new': 'papers',
  '/papers/bundle': 'papers',
  '/papers/:item': 'papers',
  '/papers/:item/send': 'papers',
  '/meetings/:id': 'protection',
  '/meetings/:id/hold': 'protection',
  '/meetings/new': 'protection',
  '/meetings/:id/send': 'protection',
  '/meetings/:id/invitations/:invited': 'protection',
  '/plans/:id/send': 'protection',
  '/plans/:id': 'protection',
  '/plans/:id/change': 'protection',
  '/protection/discussions/:item': 'protection',
  '/protection/enquiries/:item': 'protection',
  '/protection/start': 'protection',
  '/questions/:id': 'decisions',
  '/work/:id/clock': 'ownSettings',
  '/supervision/:id': 't6',
  '/disputes/:id': 't6',
  '/handovers/:id': 't6',
  '/people/:id/ask': 'openingARecord',
  '/people/:id/keeping': 'openingARecord',
  '/people/:id/legal/new': 'legalStatus',
  '/people/:id/hidden': 'hiddenAddress',
  '/people/:id/hidden/shown': 'hiddenAddress',
  '/people/:id/send': 'hiddenAddress',
  '/people/:id/sent': 'hiddenAddress',
  '/returns/held/:id': 'importedChild',
  '/returns/:id': 'returns',
  '/returns/:id/rules/:rule': 'returns',
  '/sent/:id': 'hiddenAddress',
  '/sight/:id': 'openingARecord',
  '/transfers': 'caseTransfer',
  '/transfers/new': 'caseTransfer',
  '/transfers/given/:id': 'caseTransfer',
  '/transfers/came/:id': 'caseTransfer',
  '/transfers/came/:id/care': 'caseTransfer',
  '/transfers/came/:id/account': 'caseTransfer',
  '/people/:id/came': 'caseTransfer',
  '/admin/councils': 'caseTransfer',
  '/admin/terms': 'ownSettings',
  '/people/:id/adoption': 'openingARecord',
}

describe.skipIf(!hasBrowser)('every link of the demonstration council leads somewhere', async () => {
  const world = hasBrowser ? await openDemonstration('sweep') : undefined
  afterAll(async () => world?.close())
  const looked = new Set<string>()

  it.each(staff)('for %s, and each kind of page is open to everybody, fits a phone and travels light', async (who) => {
    if (!world) return
    const page = await world.windowOf(who)
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(`${kindOf(new URL(page.url()).pathname)}: ${fault.message}`))
    page.on('response', (response) => { if (response.status() >= 400) faults.push(`${response.status()} ${kindOf(new URL(response.url()).pathname)}`) })
    const waiting = ['/']
    const met = new Map([['/', 'the start']])
    const kinds = new Map<string, number>()
    let walked = 0
    while (waiting.length > 0 && walked < pagesEach) {
      // New kinds first: what nobody looked at, then one page of each, then more of the same.
      const rank = (path: string) => (kinds.get(kindOf(path)) ?? 0) * 2 + (looked.has(kindOf(path)) ? 1 : 0)
      waiting.sort((a, b) => rank(a) - rank(b))
      const path = waiting.shift()
      if (!path) break
      const kind = kindOf(path)
      walked += 1
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (looked.has(kind)) {
        const answer = await page.goto(`${world.address}${path}`)
        expect(`${kind} from ${met.get(path)}: ${answer?.status()}`).toBe(`${kind} from ${met.get(path)}: 200`)
      } else faults.push(...(await lookAt(page, `${world.address}${path}`)).map((fault) => `from ${met.get(path)}: ${fault}`))
      looked.add(kind)
      const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      for (const link of links) {
        const [plain = ''] = link.split('#')
        if (plain && !met.has(plain)) { met.set(plain, kind); waiting.push(plain) }
      }
    }
    expect(walked).toBeGreaterThan(3)
    expect(faults).toEqual([])
  })

  it('and so is every page that the modules bring, linked from here or not', async () => {
    if (!world) return
    const faults: string[] = []
    const seen = new Set([...looked].flatMap((kind) => pageOf(kind) ?? []))
    const windows = new Map<string, Page>()
    for (const [kind, [who, text, path]] of Object.entries(byAddress)) {
      if (seen.has(kind)) continue
      const { rows } = await world.owner.query<{ id: string }>(text)
      if (!rows[0]) { faults.push(`${kind}: the demonstration council has none`); continue }
      const page = windows.get(who) ?? await world.windowOf(who)
      windows.set(who, page)
      faults.push(...await lookAt(page, `${world.address}${path(rows[0].id.split(' ')[0] ?? '', rows[0].id.split(' ')[1] ?? '')}`))
      seen.add(kind)
    }
    for (const page of windows.values()) await page.context().close()
    expect(faults).toEqual([])
    expect(everyPage.filter((kind) => !seen.has(kind) && !(kind in lookedAtIn))).toEqual([])
    for (const [kind, journey] of Object.entries(lookedAtIn)) expect(`${kind}: ${readFileSync(join(import.meta.dirname, `${journey}.test.ts`), 'utf8').includes('await expectAccessible(')}`).toBe(`${kind}: true`)
  })

  it('and so are the pages before anybody is signed in, and those that say no', async () => {
    if (!world) return
    const page = await world.windowOf('priya.nair')
    const faults = [...await lookAt(page, `${world.address}/nowhere`, 404), ...await lookAt(page, `${world.address}/admin`, 403)]
    await page.context().clearCookies()
    faults.push(...await lookAt(page, `${world.address}/sign-in`))
    expect(faults).toEqual([])
  })
})
