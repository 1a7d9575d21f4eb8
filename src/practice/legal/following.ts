import { isPlainDate } from '../../kernel/dates.ts'
import type { Happening } from '../../record/access/model.ts'
import type { MeetingFollower } from '../../record/meetings/followers.ts'
import { holdersOf } from '../../record/people/queries.ts'
import { beginMatter, endFor } from './commands/ending.ts'
import { mattersOf } from './queries.ts'
import * as store from './store.ts'

/** What a legal planning meeting decided: pre-proceedings or proceedings begin, once for all the children for whom it is the same. Why stays where advice stays. */
export const legalFollower: MeetingFollower = {
  kinds: ['legalGateway'],
  held: async (asking, meeting, hold) => {
    if (!isPlainDate(hold.on)) return []
    const happened: Happening[] = []
    const decided = (outcome: string) => (hold.decisions ?? []).filter((one) => one.outcome === outcome).map((one) => one.personId)
    const people = meeting.people.map((one) => one.personId)
    const holder = [...(await holdersOf(asking, people)).values()].find((one) => one.workerId)
    const lawyers = new Set((await store.lawyers(asking.db)).map((one) => one.id))
    const adviser = (await store.namedFor(asking.db, people)).find((one) => one.role === 'legalAdviser' && lawyers.has(one.id))
    const led = { leadId: holder?.workerId ?? asking.actor.id, teamId: holder?.teamId ?? null, adviserId: adviser?.id ?? null, meetingId: meeting.id, words: '', decidedOn: hold.on }
    happened.push(...await beginMatter(asking, { ...led, kind: 'preProceedings', people: decided('preProceedings') }))
    const issue = decided('issue')
    for (const before of (await mattersOf(asking, issue)).filter((one) => one.kind === 'preProceedings')) {
      const going = before.people.filter((one) => one.endedOn === null && issue.includes(one.personId))
      if (going.length > 0) happened.push(...await endFor(asking, before, { on: hold.on, ends: going.map((one) => ({ personId: one.personId, outcome: 'issue' })), words: 'Decided at a legal planning meeting.' }))
    }
    return [...happened, ...await beginMatter(asking, { ...led, kind: 'proceedings', people: issue })]
  },
}
