import { overdueReasons } from '../../../../content/codes/work.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { evaluateById, everyRun } from '../../../engine/timescales/evaluate.ts'
import type { Clock, Duty, Happening } from '../../../engine/timescales/model.ts'
import { agreedWords, clockWords } from '../../../engine/timescales/words.ts'
import { dayInWords, plain } from '../../../kernel/dates.ts'
import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import { dutiesNow, labelNow } from '../../access/own/now.ts'
import { idsOf, sightOf } from '../../people/queries.ts'
import * as store from '../store.ts'
import { about as pausesAbout } from '../pauses/store.ts'
import type { Pause } from '../pauses/rules.ts'
import { dutiesBeside, happenedBeside } from '../besideTray.ts'
import { historyOf, standingOf } from './sources.ts'

/** One clock of one child: which duty, from what, due when and why. */
export type Explained = Readonly<{ duty: string; words: string; state: string; from: string; startedOn: string; dueOn: string; span: string; source: string; verified: boolean; asked: boolean; /** When it waited, or waits, and why; why it is late. */ waits: readonly string[] }>

const running = (clock: Clock): boolean => clock.startedOn !== undefined && clock.endedOn === undefined && clock.state !== 'ended'
const spanWords = (duty: Duty): string => Object.entries(duty.within).map(([unit, amount]) => `${amount} ${unit.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/s$/, amount === 1 ? '' : 's')}`).join('')
const began = (duty: Duty, clock: Clock, history: readonly Happening[]): string =>
  history.find((one) => one.on === clock.startedOn && (duty.from.includes(one.event) || duty.to.includes(one.event)))?.event ?? duty.from.join(' or ')

const waitsIn = (pauses: readonly Pause[], duty: string, since: string): string[] => pauses.filter((one) => one.duty === duty && (one.to === null || one.to >= since))
  .map((one) => `${one.to ? `waited from ${dayInWords(one.from)} to ${dayInWords(one.to)}` : `waits since ${dayInWords(one.from)}`}: ${one.reason}`)

/** Which clocks run for one child now: those that the plans ask for, those of open pieces of work, and others that the facts begin. */
export const clocksOf = query('work.clocks', shape({ personId: Id }), {
  may: 'record.read',
  run: async (asking, { personId }): Promise<readonly Explained[]> => {
    const known = await sightOf(asking, personId)
    if (known.sight !== 'full') return []
    const people = [known.id]
    const ids = await idsOf(asking, people)
    const history = [...await historyOf(asking, people), ...await happenedBeside(asking, people, ids)]
    const pauses = await pausesAbout(asking.db, ids)
    const asked = new Set([...(await standingOf(asking, people)).map((one) => one.duty), ...dutiesBeside()])
    const found = duties.flatMap((duty): Explained[] => {
      if (evaluateById(duties, duty.id, history, { today: asking.today }) === undefined) return []
      return everyRun(duty, history, { today: asking.today }).filter(running).map((clock) => ({
        duty: duty.id, words: duty.duty, state: clockWords(clock), from: began(duty, clock, history), startedOn: clock.startedOn ?? '', dueOn: clock.dueOn ?? '', span: spanWords(duty),
        source: [duty.source.title, duty.source.provision].filter(Boolean).join(', '), verified: duty.verified, asked: asked.has(duty.id), waits: waitsIn(pauses, duty.id, clock.startedOn ?? ''),
      }))
    })
    const kept = await store.runningClocks(asking.db, ids)
    const ofWork = kept.filter((one) => !found.some((already) => already.duty === one.duty && already.dueOn === one.dueOn)).map((one): Explained => {
      const duty = dutiesNow().find((each) => each.id === one.duty)
      return { duty: one.duty, words: duty?.duty ?? one.duty, state: one.state === 'paused' && one.reason ? `Paused: ${one.reason}` : one.dueOn ? agreedWords(plain(one.dueOn), asking.today) : one.state, from: `the piece of work ${one.itemId}`, startedOn: one.startedOn, dueOn: one.dueOn ?? '', span: duty ? spanWords(duty) : '', source: duty?.source.title ?? '', verified: duty?.verified ?? false, asked: true, waits: waitsIn(pauses, one.duty, one.startedOn) }
    })
    const why = (one: Explained): string[] => kept.filter((clock) => clock.state === 'running' && clock.reason && clock.duty === one.duty && clock.dueOn === one.dueOn && one.dueOn < asking.today).map((clock) => `why it is late: ${labelNow(overdueReasons, clock.reason ?? '')}`)
    return [...found, ...ofWork].map((one) => ({ ...one, waits: [...one.waits, ...new Set(why(one))] })).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
  },
})

/** One clock as two lines of text. */
export const inLines = (one: Explained): string[] => [
  `${one.dueOn}  ${one.words} (${one.duty}): ${one.state}${one.asked ? '' : '; not asked of anybody here'}`,
  `            from ${one.from} on ${one.startedOn ? dayInWords(plain(one.startedOn)) : 'an unknown day'}, within ${one.span}. ${one.source}${one.verified ? '' : ' (the text of the rule was not read)'}`,
  ...one.waits.map((words) => `            ${words}`),
]
