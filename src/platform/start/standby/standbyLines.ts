import type { CommandContext, LineCommand } from '../commandLine.ts'
import { StartFault } from '../fault.ts'
import { asked } from './connecting.ts'
import { standbyName } from './model.ts'
import { keepPair, ownerAt, readPair } from './pair.ts'

type State = { follows: boolean; streams: boolean; upto: string | null; followed: boolean; names: string }

async function stateOf(ownerUrl: string): Promise<State> {
  const [found] = (await asked<State>(ownerUrl, `select pg_is_in_recovery() as follows, exists (select from pg_stat_wal_receiver where status = 'streaming') as streams,
    to_char(pg_last_xact_replay_timestamp() at time zone 'Europe/London', 'DD Mon YYYY HH24:MI:SS') as upto,
    exists (select from pg_stat_replication where application_name = $1 and state = 'streaming') as followed, current_setting('synchronous_standby_names') as names`, [standbyName])) ?? []
  if (!found) throw new StartFault('The database of this folder does not answer. Start Kith, then ask again.')
  return found
}

const embeddedOnly = () => {
  if (process.env.DATABASE_URL) throw new StartFault('This is for the embedded database. A server of your own is followed and promoted by its own tools.')
}

/** How the two stand, and on the primary the words a standby starts with. */
export const standbyLine: LineCommand = {
  name: 'standby',
  takes: '[forget]',
  does: 'Says how the standby follows, and with what words one is started; forget: goes on without one.',
  async run({ ownerUrl, words, print }: CommandContext) {
    embeddedOnly()
    const state = await stateOf(ownerUrl)
    if (state.follows) return print(state.streams ? `This is the standby, and it follows the primary (last change ${state.upto ?? 'none yet'}).` : `This is the standby, and the primary is out of reach (last change ${state.upto ?? 'none yet'}). If it is lost: npm run kith -- failover`)
    if (words[0] === 'forget') {
      await asked(ownerUrl, `alter system set synchronous_standby_names = ''`)
      await asked(ownerUrl, 'select pg_reload_conf()')
      if (!(await keepPair(ownerUrl, undefined))) throw new StartFault('That could not be kept just now. Look whether Kith runs and has been opened once, then ask again.')
      return print('Kith goes on without a standby: what is saved now is on this machine alone.')
    }
    const pair = await readPair(ownerUrl)
    const at = process.env.KITH_DATABASE_AT
    if (pair && !pair.tookOverAt) print(state.followed ? `The standby at ${pair.standbyAt} follows. ${!state.names ? 'What is saved does not wait for it.' : pair.waits ? 'Nothing is acknowledged before it has it.' : 'What is saved waits for it while it follows.'}` : `The standby at ${pair.standbyAt} is away. Start it; or, when it is lost for good, npm run kith -- standby forget`)
    else print('There is no standby.')
    print(at ? `A standby is started on another machine with:\n  KITH_STANDBY_OF='${ownerAt(ownerUrl, at)}' KITH_DATABASE_AT=ITS-ADDRESS:PORT npm start\nThe words hold the password of the database: keep them as safe as the record.` : 'For one, start Kith here with KITH_DATABASE_AT=THIS-ADDRESS:PORT and ask again.')
  },
}

/** The standby takes over. */
export const failoverLine: LineCommand = {
  name: 'failover',
  takes: '[now]',
  does: 'On the standby: takes over from the primary. now: also while that one still answers.',
  async run({ ownerUrl, words, print }: CommandContext) {
    embeddedOnly()
    const state = await stateOf(ownerUrl)
    if (!state.follows) throw new StartFault('This is not a standby: its database is a primary already, and nothing was changed. Run this on the machine of the standby.')
    if (state.streams && words[0] !== 'now') throw new StartFault('The primary still runs, and nothing was changed. Stop Kith there first; or, to take over from it as it runs, npm run kith -- failover now')
    const pair = await readPair(ownerUrl)
    const done = await asked<{ done: boolean }>(ownerUrl, 'select pg_promote(true, 60) as done', [], 60)
    if (!done?.[0]?.done) throw new StartFault('The standby did not take over within a minute. Ask again; what its database says is in postgres.log of its data folder.')
    print(pair?.waits ? 'The standby took over. Nothing acknowledged is missing: the primary waited for it.' : `The standby took over. The primary did not wait for it: what was saved there after ${state.upto ?? 'the copy was made'} may be missing here.`)
    print('Kith opens here by itself within seconds, where it runs with KITH_STANDBY_OF. Do not start the old primary on its old folder: it refuses to open.')
  },
}
