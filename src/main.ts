import { Server } from 'node:https'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { openHouse, type House } from './app.ts'
import { rateFrom } from './channel/web/rate.ts'
import { stackWithoutText } from './channel/web/server.ts'
import { saidOfDamage } from './platform/db/embedded.ts'
import { reachFrom } from './platform/db/embeddedReach.ts'
import { standings, type Standings } from './platform/standing.ts'
import { openDatabase } from './platform/start/database.ts'
import { StartFault } from './platform/start/fault.ts'
import { openDataFolder } from './platform/start/folder.ts'
import { lockFolder } from './platform/start/lock.ts'
import { keptIn } from './platform/start/backup/kept.ts'
import { logSettings } from './platform/start/backup/log/keepLog.ts'
import { openBeside } from './platform/start/beside.ts'
import { reserveFrom } from './platform/start/disk/watchDisk.ts'
import { keepDatabase } from './platform/start/keepDatabase.ts'
import { expectFree, listenHere, portFrom } from './platform/start/port.ts'
import { primaryFrom, secondsFrom, whileAwayFrom } from './platform/start/standby/model.ts'
import { standBy } from './platform/start/standby/standBy.ts'
import { hostFrom, keepCertificate, readCertificate, tlsFilesFrom, type TlsFiles } from './platform/start/tls.ts'
import { askedToStop, inTime } from './platform/start/stop.ts'

// Answers of a megabyte pass through memory outside the heap. Counted by itself, every 64 MB of it cleared the whole heap away: a third of what the server spent on a chronology of 2,000 events.
setFlagsFromString('--external-memory-accounted-in-global-limit')

const log = (line: string) => void process.stdout.write(`${line}\n`)

async function run(): Promise<void> {
  let over = false
  const asked = askedToStop().then(() => { over = true })
  const port = portFrom(process.env.PORT)
  const dataFolder = resolve(process.env.KITH_DATA || 'data')
  const [reach, whileAway, primary] = [reachFrom(process.env), whileAwayFrom(process.env.KITH_STANDBY), primaryFrom(process.env.KITH_STANDBY_OF)]
  if (primary && process.env.DATABASE_URL) throw new StartFault('KITH_STANDBY_OF is for the embedded database, and DATABASE_URL names a server of your own. Take one of them out of the settings.')
  const archive = process.env.DATABASE_URL ? undefined : process.env.KITH_LOG_ARCHIVE
  if (archive) keptIn(archive, process.env)
  const takeOverAfter = secondsFrom(process.env.KITH_TAKE_OVER_AFTER, 'KITH_TAKE_OVER_AFTER')
  const files = tlsFilesFrom(process.env)
  if (files) readCertificate(files)
  hostFrom(process.env.KITH_LISTEN, files !== undefined)
  openDataFolder(dataFolder)
  const reserve = reserveFrom(process.env.KITH_RESERVE_MB, dataFolder)
  const unlock = lockFolder(dataFolder)
  try {
    await expectFree(port)
    const followed = primary && (await standBy({ primary, dataFolder, reach, port, takeOverAfter, settings: logSettings(dataFolder, archive), ended: () => over, log }))
    if (primary && !followed) return
    if (followed === 'already') log('This folder took over from its primary before, and is the record now. KITH_STANDBY_OF is not used; take it out of the settings.')
    log('Opening the database.')
    const wish = { dataFolder, log, reach, settings: logSettings(dataFolder, archive) }
    const opened = typeof followed === 'object' ? followed : await openDatabase({ databaseUrl: process.env.DATABASE_URL, ...wish })
    const watch = standings()
    const database = process.env.DATABASE_URL ? opened : keepDatabase(opened, wish, watch)
    try {
      const beside = process.env.DATABASE_URL ? undefined : await openBeside({ ownerUrl: database.ownerUrl, dataFolder, reach, whileAway, archive, reserve, standings: watch, log, ended: () => over })
      if (over) return
      try {
        await serve({ ownerUrl: database.ownerUrl, dataFolder, port, files, standings: watch, end: Promise.race([asked, ...(beside ? [beside.replaced] : [])]) })
      } finally {
        await beside?.stop()
      }
    } finally {
      await database.stop()
    }
  } finally {
    unlock()
  }
}

/** Serves until the end is asked for, also while the house is still being opened. */
async function serve(on: { ownerUrl: string; dataFolder: string; port: number; files: TlsFiles | undefined; standings: Standings; end: Promise<void> }): Promise<void> {
  const [tls, host] = [on.files && readCertificate(on.files), hostFrom(process.env.KITH_LISTEN, on.files !== undefined)]
  const opening = openHouse({ tls, ownerUrl: on.ownerUrl, dataFolder: on.dataFolder, demonstration: process.env.KITH_DEMONSTRATION !== 'no', rate: rateFrom(process.env.KITH_RATE), watching: { token: process.env.KITH_METRICS_TOKEN, log: process.env.KITH_LOG === 'json' ? log : undefined, standings: on.standings } })
  const patience = setTimeout(() => log('Preparing the council. The first start takes up to a minute, later ones a few seconds.'), 2_000)
  const house = await Promise.race([opening, on.end]).finally(() => clearTimeout(patience))
  if (!house) return void opening.catch(() => undefined)
  // Two things are asked at once, one fails and the other was not waited for: its request is refused, and the council goes on.
  process.on('unhandledRejection', (fault) => void process.stderr.write(`${JSON.stringify({ level: 'error', fault: fault instanceof Error ? stackWithoutText(fault) : 'unknown' })}\n`))
  try {
    const listening = await listenHere(house.server, on.port, host)
    const web = house.server.server
    const stopKeeping = on.files && web instanceof Server ? keepCertificate(web, on.files, { standings: on.standings, log }) : undefined
    welcome(house, `${tls ? 'https' : 'http'}://localhost:${listening.port}`)
    await on.end
    stopKeeping?.()
    log('Stopping.')
    listening.closeSecond()
  } finally {
    await inTime(10_000, house.close())
  }
}

function welcome({ demonstrationAccounts, nobodySignsIn }: House, address: string): void {
  log(`\nKith is open at ${address}\n`)
  if (demonstrationAccounts.length > 0) {
    log('This is a council of invented people. Sign in as one of them:')
    const width = (of: 'email' | 'password') => Math.max(...demonstrationAccounts.map((account) => account[of].length))
    for (const { name, role, email, password } of demonstrationAccounts) {
      log(`  ${email.padEnd(width('email'))}  ${password.padEnd(width('password'))}  ${name}, ${role}`)
    }
    log('')
  }
  if (nobodySignsIn) log('Nobody has an account here yet. Make the first one beside it: npm run kith -- administrator EMAIL NAME\n')
  log('Ctrl-C stops it, the database too.')
}

// Whoever read what we say may have gone (`npm start | head`): the council goes on.
process.stdout.on('error', () => undefined)

try {
  await run()
  log('Stopped. Everything is kept.')
  process.exit(0)
} catch (error) {
  const known = error instanceof StartFault ? error : process.env.DATABASE_URL ? undefined : saidOfDamage(error, process.env.KITH_DATA || 'data')
  if (known) process.stderr.write(`${known.message}\n`)
  else process.stderr.write(`Kith stopped because of a fault in itself. Start it again, and send this to those who look after it:\n${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
