import { listedShort } from '../../kernel/phrasing.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { Asking } from '../../record/access/model.ts'
import { cardsOf } from '../../record/people/queries.ts'
import { byBirth } from '../../record/people/marks.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import type { BoardList } from '../../record/work/team/boards.ts'
import type { Handover } from './model.ts'
import * as store from './store.ts'

const titles: Readonly<Record<string, (one: Handover) => string>> = {
  'handover.asked': (one) => `${one.toTeam} asked to take over from ${one.fromTeam}`,
  'handover.taken': (one) => `${one.toTeam} took over from ${one.fromTeam}`,
  'handover.returned': (one) => `${one.toTeam} did not take over`,
  'handover.withdrawn': (one) => `Handover to ${one.toTeam} taken back`,
}
/** Handovers in the chronology of each child. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: Object.keys(titles),
  tell: async (asking, events) => {
    const found = new Map((await store.byIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const one = event.subjectId ? found.get(event.subjectId) : undefined
      const title = titles[event.kind]
      const words = event.kind === 'handover.asked' ? one?.words : event.kind === 'handover.taken' ? (one?.worker ? `${one.worker} works with them now.` : undefined) : one?.endedWords
      return one && title ? [[event.id, { title: title(one), href: `/handovers/${one.id}`, ...(words ? { words } : {}) }]] : []
    }))
  },
}]
export const trayTellers: readonly TrayTeller[] = [{ kind: 'handover', title: (item) => `Take over${item.askedByName ? `, asked by ${item.askedByName}` : ''}`, also: (item) => item.words ?? undefined, open: (item) => ({ href: `/handovers/${item.subjectId ?? ''}`, words: 'Answer' }) }]

/** Beside a team’s board: who is on the way to it or from it. */
export const onTheWay: BoardList = {
  title: 'On the way from team to team', empty: 'Nobody is being handed over.',
  rows: async (asking: Asking, teams: readonly string[], most: number) => {
    const found = await store.waitingOf(asking.db, teams)
    const people = [...new Set(found.flatMap((one) => one.people))]
    const cards = await cardsOf(asking, people)
    asking.saw(people)
    const all = found.flatMap((one) => {
      const who = one.people.flatMap((id) => cards.get(id) ?? []).sort(byBirth)
      return who.length === 0 ? [] : [{
        title: `${listedShort(who.map((card) => card.given || card.name))}: ${one.fromTeam} to ${one.toTeam}`,
        second: `asked by ${one.askedBy}${one.withWhom ? `, with ${one.withWhom}` : ''}`, href: `/handovers/${one.id}`, people: who, teamId: teams.includes(one.toTeamId) ? one.toTeamId : one.fromTeamId,
      }]
    })
    return { byTeam: new Map([...Map.groupBy(all, (one) => one.teamId)].map(([team, of]) => [team, of.length])), lines: all.slice(0, most) }
  },
}
