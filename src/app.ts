import type { FastifyInstance } from 'fastify'
import { systemClock, ticks, type Clock } from './platform/clock.ts'
import { dbOf, openPool } from './platform/db/pool.ts'
import { documentsFrom, type Documents } from './platform/documents.ts'
import { keysOf, type Keys } from './platform/keys.ts'
import { councilKeyOf } from './platform/keys/councilKey.ts'
import { migrate } from './platform/db/migrate.ts'
import { appUrl, jobsUrl, reportsUrl, sealerUrl } from './platform/db/roles.ts'
import type { Standings } from './platform/standing.ts'
import { startRunner } from './platform/jobs/runner.ts'
import { dueNow } from './platform/jobs/store.ts'
import { sentence } from './kernel/phrasing.ts'
import { adminPlace, allegationsPlace, carePlace, frontDoorPlace, legalPlace, managerPlaces, privacyPlace, returnsPlace, workerPlaces } from './platform/page/bar.tsx'
import { themeCss, themeOf } from './platform/page/theme.ts'
import { openProvider, providerSettings, type ProviderSettings } from './record/access/identity/provider.ts'
import { auditTogether } from './record/access/auditedTogether.ts'
import type { Asking } from './record/access/model.ts'
import { plugJobs } from './record/access/background.ts'
import { councilSettings, firstSettings, settingOf, type CouncilSettings } from './record/access/council.ts'
import { wordNow } from './record/access/own/now.ts'
import { watchOwn } from './record/access/own/store.ts'
import type { Surroundings } from './record/access/page.ts'
import { besideFields, besideForm } from './oversight/returns/beside/look.ts'
import { asksOf, besideIn } from './channel/web/ruled.ts'
import { ruledForms, ruledPages } from './channel/web/ruledPages.ts'
import { may } from './record/access/permissions.ts'
import { keepSealed } from './record/access/seal/keepSealed.ts'
import { somebodySignsIn } from './record/access/store/firstAccount.ts'
import { duplicatesPlace } from './record/people/merging/pages.tsx'
import { openApi } from './channel/api/api.ts'
import { assetsOf, clientFolder } from './channel/web/assets.ts'
import type { Rate } from './channel/web/rate.ts'
import { callerOf, openServer } from './channel/web/server.ts'
import type { Watching } from './channel/web/watching.ts'
import { openAccount } from './channel/web/identity/account.tsx'
import { openCouncilSignIn } from './channel/web/identity/council.tsx'
import { openHere } from './channel/web/identity/here.ts'
import { openPasskeys } from './channel/web/identity/passkey.ts'
import { openProving } from './channel/web/identity/prove.tsx'
import { openSignIn } from './channel/web/signIn.tsx'
import { accountsKey, councilIsEmpty, makeSmallCouncil, shownAccounts } from './channel/demo/make.ts'
import { plugKeeping } from './record/access/keeping.ts'
import { keysMissing } from './record/outputs/sealing.ts'
import { hiddenKeeping } from './record/outputs/keeping.ts'
import { plugTellers } from './record/chronology/queries.ts'
import { plugBirthFollowers } from './record/people/births/followers.ts'
import { papers } from './modules/papers.ts'
import { transfers } from './modules/transfers.ts'
import { plugNotices, plugReadings } from './record/people/notices.ts'
import { decisionsWaiting, plugDecisionTellers } from './record/work/decisions/queries.ts'
import { plugGivers } from './record/work/team/giving.ts'
import { plugFormPlaces } from './record/people/search/places.ts'
import { formPlacesOfWork } from './record/work/formPlaces.ts'
import { plugTrayTellers } from './record/work/trayRows.ts'
import { plugMeetingFollowers } from './record/meetings/followers.ts'
import { plugBoardLists, plugDesks } from './record/work/team/boards.ts'
import { plugClockSources } from './record/work/standing/sources.ts'
import { plugStandingDuties } from './record/work/standing/step.ts'
import { plugTraySources } from './record/work/besideTray.ts'
import { plugDateSources } from './record/work/datesAhead.ts'
import { clockWork } from './modules/clocks.ts'
import { birthFollowers, boardLists, desks, chronologyTellers, clockSources, commands, decisionSources, decisionTellers, givers, jobs, meetingFollowers, orderFollowers, personNotices, queries, routes, standingDuties, standingSources, trayTellers } from './modules.ts'
import { plugOrderFollowers } from './record/people/legal/followers.ts'

export type House = Readonly<{
  server: FastifyInstance
  firstStart: boolean
  demonstrationAccounts: readonly { name: string; email: string; password: string; role: string }[]
  /** A council of its own people in which nobody has an account yet. */
  nobodySignsIn: boolean
  close(): Promise<void>
}>

/** Migrates, makes the demonstration council at the first start, and puts the house together. `ownerUrl`: the database as its owner. */
export async function openHouse(settings: { ownerUrl: string; dataFolder: string; clock?: Clock; demonstration?: boolean; keys?: Keys; documents?: Documents; provider?: ProviderSettings; rate?: Rate | undefined; tls?: Readonly<{ cert: string; key: string }> | undefined; watching?: Pick<Watching, 'log' | 'token' | 'standings'> }): Promise<House> {
  const keys = settings.keys ?? keysOf({ given: process.env['KITH_KEY'], dataFolder: settings.dataFolder })
  const documents = settings.documents ?? documentsFrom(process.env)
  const fromOutside = settings.provider ?? providerSettings(process.env)
  const provider = fromOutside && openProvider(fromOutside)
  const fresh = await migrate(settings.ownerUrl)
  const clock = settings.clock ?? systemClock
  const firstStart = fresh.includes('0001_ground.sql')
  // Asked each time: a first start that was killed half-way is made good by the next.
  if (settings.demonstration && (await councilIsEmpty(settings.ownerUrl))) await makeSmallCouncil(settings.ownerUrl, clock.now())
  const pool = openPool(await appUrl(settings.ownerUrl), 16)
  const auditPool = openPool(await appUrl(settings.ownerUrl), 1)
  auditTogether(pool, auditPool)
  const folder = clientFolder()
  const asset = assetsOf(folder)
  const outside = dbOf({ query: pool.query.bind(pool) })
  // Inside a request the connection it already holds is used: waiting for a second one would stop everybody when all are taken.
  const council = remembered((asking) => councilSettings(asking?.db ?? outside))

  const ruled = { pages: ruledPages, forms: ruledForms, look: besideFields, lookAhead: besideForm }
  const frame: Surroundings['frame'] = async (asking, at) => {
    const now = await council(asking)
    const shown = { name: now.name, productName: now.productName, themeHref: `/theme/${now.theme.slice(1)}.css` }
    if (!asking) return { council: shown, asset }
    return {
      ...(at ? await besideIn(ruled, asking, at) : {}),
      council: shown,
      asset,
      actor: { id: asking.actor.id, name: asking.actor.name, ...(asking.actor.email ? { email: asking.actor.email } : {}), ...(asking.actor.jobTitle ? { role: asking.actor.jobTitle } : {}), links: [{ label: 'Your sign-ins', href: '/account/sign-ins' }], signOut: { action: '/sign-out' } },
      places: [...(may(asking.actor, 'decisions.read') ? managerPlaces(await decisionsWaiting(asking)) : workerPlaces).filter((place) => place.href !== '/team' || may(asking.actor, 'team.read')), ...(may(asking.actor, 'legal.record') ? [carePlace] : []), ...(asking.actor.roles.includes('legal') ? [legalPlace] : []), ...(may(asking.actor, 'allegation.keep') ? [allegationsPlace] : []), ...(asking.actor.wide.includes('children') ? [{ ...frontDoorPlace, label: sentence(wordNow('frontDoor')) }] : []), ...(asking.actor.roles.includes('records') ? [duplicatesPlace] : []), ...(may(asking.actor, 'audit.read') ? [privacyPlace] : []), ...(may(asking.actor, 'return.make') ? [returnsPlace] : []), ...(asking.actor.roles.includes('administrator') ? [adminPlace] : [])],
      ...(may(asking.actor, 'contact.record') ? { newContactHref: '/contacts/new' } : {}),
    }
  }

  plugJobs(jobs)
  plugKeeping(hiddenKeeping)
  plugTellers(chronologyTellers)
  plugTrayTellers(trayTellers)
  plugFormPlaces(formPlacesOfWork)
  plugDecisionTellers(decisionTellers, decisionSources)
  plugGivers(givers)
  plugNotices(personNotices)
  plugReadings([...papers.personReadings, ...transfers.personReadings])
  plugBirthFollowers(birthFollowers)
  plugMeetingFollowers(meetingFollowers)
  plugOrderFollowers(orderFollowers)
  plugClockSources(clockSources, standingSources)
  plugStandingDuties(standingDuties)
  plugBoardLists(boardLists)
  plugDesks(desks)
  plugTraySources(clockWork.traySources)
  plugDateSources(clockWork.dateSources)
  const jobsPool = openPool(await jobsUrl(settings.ownerUrl), 4)
  const seal: { notedAt?: number; failed: number } = { failed: 0 }
  const watching: Watching = { ...settings.watching, seal: () => ({ notedAgo: seal.notedAt === undefined ? undefined : Math.round((ticks() - seal.notedAt) / 1_000), failed: seal.failed }), waitingJobs: () => dueNow(dbOf({ query: jobsPool.query.bind(jobsPool) })) }
  const web = { pool, clock, keys, documents, councilKey: councilKeyOf(keys), routes, assets: { folder, address: asset }, frame, asks: asksOf(ruled), ruled, watching, rate: settings.rate, tls: settings.tls, provider: provider?.settings.name }
  const server = await openServer(web)
  server.get<{ Params: { hex: string } }>('/theme/:hex.css', async (request, reply) =>
    reply.type('text/css').header('cache-control', 'public, max-age=31536000, immutable').send(themeCss(themeOf(/^[0-9a-f]{6}$/i.test(request.params.hex) ? `#${request.params.hex}` : firstSettings.theme))))
  server.get('/icon.svg', async (_request, reply) => reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon))
  openSignIn(server, web, provider)
  openCouncilSignIn(server, web, provider)
  openAccount(server, web)
  openProving(server, web)
  openHere(server, web)
  openPasskeys(server, web)
  openApi(server, { commands, queries }, (request) => callerOf(web, request, 'api'))
  const stopWatching = await watchOwn(pool)
  if ((await keysMissing(dbOf({ query: jobsPool.query.bind(jobsPool) }), documents)) > 0) process.stderr.write('ALERT Documents are sealed with a key that is not given: their words are not shown, and nothing of them is lost. Give that key in KITH_DOCUMENT_KEY, behind a new one if there is one.\n')
  const reportsPool = openPool(await reportsUrl(settings.ownerUrl), 1)
  const well = watching.standings
  const rests = () => well?.now().writes === false
  const runner = startRunner(jobsPool, jobs.filter((one) => !one.prompt), clock, undefined, { rests, told: roundsTold(well), reports: reportsPool, app: pool, documents })
  const promptRunner = startRunner(jobsPool, jobs.filter((one) => one.prompt), clock, undefined, { rests })
  const stopSealing = keepSealed({ url: await sealerUrl(settings.ownerUrl), keys, dataFolder: settings.dataFolder, told: (what) => {
    if (what === 'noted') seal.notedAt = ticks()
    else seal.failed += 1
  } })
  const close = async () => {
    await server.close()
    await Promise.all([runner.stop(), promptRunner.stop()])
    await stopSealing()
    await stopWatching()
    await Promise.all([pool.end(), auditPool.end(), jobsPool.end(), reportsPool.end()])
  }
  return { server, firstStart, demonstrationAccounts: shownAccounts(await settingOf(dbOf({ query: pool.query.bind(pool) }), accountsKey)), nobodySignsIn: !(await somebodySignsIn(settings.ownerUrl)), close }
}

/** Background work that cannot go on is told to those who look after the server: at once, and each minute while it lasts. */
function roundsTold(standings: Standings | undefined): (well: boolean) => void {
  let [wellAt, toldAt] = [ticks(), -Infinity]
  return (well) => {
    if (well) wellAt = ticks()
    standings?.measure('kith_jobs_stopped_seconds', well ? 0 : Math.round((ticks() - wellAt) / 1_000), 'How long background work has not gone on; 0 while it does.')
    if (well || ticks() - toldAt < 60_000) return
    toldAt = ticks()
    process.stderr.write('ALERT Background work does not go on: the database does not let it in. Kith tries again within a minute; what waits is kept.\n')
  }
}

const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><rect width="30" height="30" rx="7" fill="#17494d"/><g fill="none" stroke="#fff" stroke-width="2.4"><rect x="5" y="8.5" width="13" height="13" rx="3.5"/><circle cx="18.500" cy="15" r="6.500"/></g></svg>'

/** The council's settings change rarely: read again after five seconds. While the database is away, as they were last known. */
function remembered(read: (asking?: Asking) => Promise<CouncilSettings>): (asking?: Asking) => Promise<CouncilSettings> {
  let last: { at: number; settings: CouncilSettings } | undefined
  return async (asking) => {
    if (last && ticks() - last.at <= 5_000) return last.settings
    const found = await read(asking).catch((problem: unknown) => {
      if (!last || asking) throw problem
      return last.settings
    })
    last = { at: ticks(), settings: found }
    return found
  }
}
