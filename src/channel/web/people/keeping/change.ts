import { momentOf } from '../../../../kernel/dates.ts'
import { typedDay } from '../../../../kernel/typedDates.ts'
import { answer, type Caller, type Outcome } from '../../../../record/access/act.ts'
import * as commands from '../../../../record/access/commands/keeping.ts'
import { again, form, type Ask } from '../../../../record/access/page.ts'
import { keeping } from '../../../../record/access/queries.ts'
import { keepingPage } from './page.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
/** The end of a day as it was typed; what is no day goes on as it is and is refused. */
const endOf = (caller: Caller, typed: string): string => {
  const day = typedDay(typed, caller.clock.today())
  return day ? momentOf(day, '23:59') : typed
}

/** Who was named before stays named, with whoever marks the record. */
async function marked(caller: Caller, ask: Ask, personId: string, marking: string, reason: string): Promise<Outcome<unknown>> {
  const before = await answer(caller, 'access.keeping', 'person.mark', async (asking) => ({ me: asking.actor.id, named: (await keeping.of(asking, { personId })).kept.filter((one) => one.kind === 'named').map((one) => one.actorId) }))
  return commands.markPerson.perform(caller, { personId, marking, named: marking === 'open' ? [] : [...new Set([before.me, ...before.named, ...[textOf(ask.body['named'])].filter(Boolean)])], reason }, ask.commandId)
}

async function change(caller: Caller, ask: Ask): Promise<Outcome<unknown>> {
  const b = ask.body
  const personId = ask.params['id'] ?? ''
  const [actorId, reason, until] = [textOf(b['actorId']), textOf(b['reason']), textOf(b['until'])]
  const ends = until === '' ? {} : { until: endOf(caller, until) }
  if (['name', 'grant', 'exclude'].includes(textOf(b['what'])) && actorId === '') return { problems: [{ question: 'actorId', problem: 'Choose a colleague.' }] }
  switch (textOf(b['what'])) {
    case 'mark': return marked(caller, ask, personId, textOf(b['marking']), reason)
    case 'name': return commands.nameOnList.perform(caller, { personId, actorId, ...ends, reason }, ask.commandId)
    case 'takeOff': return commands.takeOffList.perform(caller, { personId, actorId, reason }, ask.commandId)
    case 'grant': return commands.grantSight.perform(caller, { personId, actorId, domain: textOf(b['domain']), mayWrite: textOf(b['mayWrite']) === 'yes', until: until === '' ? '' : endOf(caller, until), reason }, ask.commandId)
    case 'endGrant': return commands.endGrant.perform(caller, { id: textOf(b['id']), reason }, ask.commandId)
    case 'exclude': return commands.excludeFrom.perform(caller, { personId, actorId, ...ends, reason }, ask.commandId)
    case 'endExclusion': return commands.endExclusion.perform(caller, { id: textOf(b['id']), reason }, ask.commandId)
    case 'myself': return commands.excludeFrom.perform(caller, { personId, actorId: await answer(caller, 'access.keeping', 'person.exclude', (asking) => Promise.resolve(asking.actor.id)), reason }, ask.commandId)
    default: return { problems: [{ question: '', problem: 'Nothing was chosen, so nothing was changed.' }] }
  }
}

const inWords = (problem: { question: string; problem: string }) => (problem.question === 'reason' && /^(Check|Fill)/.test(problem.problem) ? { ...problem, problem: 'Say in a few words why.' } : problem.question === 'until' ? { ...problem, problem: 'Give the last day, as in 3/10/2026.' } : problem)

/** One change of who may see a record; each is a command of its own, with a reason. */
export const changeKeeping = form('/people/:id/keeping', async (caller, ask, around) => {
  const outcome = await change(caller, ask)
  if ('problems' in outcome) return again(keepingPage, outcome.problems.map(inWords))(caller, ask, around)
  if (textOf(ask.body['what']) === 'myself') return { go: '/' }
  const waits = typeof outcome.done === 'object' && outcome.done !== null && 'waits' in outcome.done && outcome.done.waits === true
  return { go: `/people/${ask.params['id'] ?? ''}/keeping?${waits ? 'waits' : 'saved'}=1` }
})
