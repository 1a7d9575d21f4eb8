import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from './actors.ts'
import type { Call } from './measure.ts'
import type { Sections } from './sections.ts'

type Rows = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
/** One kind of request. `budget`: at most so many times thin; `share`: percent of the mix; `grown`: at most so many times as much with ten times the people. */
export type Line = Readonly<{ name: string; budget: number; share: number; grown: number; json: (actor: Actor) => Call; thin: (actor: Actor) => Call; html?: (actor: Actor) => Call; /** Who cannot be measured, for want of something to read. */ not?: (actor: Actor) => boolean; /** Whether this is the load the brief defines; what is not is measured for information. */ judged: (actor: Actor) => boolean }>

const always = () => true
const words = 'Rang the school. Nothing new, and the breakfast club has a place.'

/** The load of the design brief, section 7. */
export async function linesOf(rows: Rows, sections: Sections): Promise<readonly Line[]> {
  // Misspelt: the third letter of the family name is missing.
  const searched = await rows<{ text: string; name: string }>("select given || ' ' || left(family, 2) || substr(family, 4) || ' ' || to_char(born_on, 'DD/MM/YYYY') as text, given || ' ' || left(family, 2) || substr(family, 4) as name from people.card where born_on is not null and length(family) > 4 and given <> '' order by md5(person_id::text) limit 500")
  const lengths = new Map((await rows<{ id: string; events: number }>('select person_id as id, count(*)::int as events from chronology.event_person group by 1 having count(*) > 200')).map((row) => [row.id, row.events]))
  const longest = Math.min(2000, Math.max(0, ...lengths.values()))
  let turn = 0
  const next = <Item>(list: readonly Item[]): Item | undefined => list[turn++ % list.length]
  const api = (actor: Actor, name: string, body: unknown): Call => ({ method: 'POST', path: `/api/queries/${name}`, body, session: actor.session })
  const html = (actor: Actor, path: string): Call => ({ method: 'GET', path, session: actor.session })
  const get = (path: string): Call => ({ method: 'GET', path })
  return [
    { name: 'record with family', budget: 2.5, share: 35, grown: 1.5, judged: always, json: (a) => api(a, 'record.open', { id: next(a.people) }), html: (a) => html(a, `/people/${next(a.people)}/family`), thin: (a) => get(`/record/${next(a.people)}`) },
    { name: 'search', budget: 1, share: 15, grown: 2, judged: always, json: (a) => api(a, 'people.search', { text: next(searched)?.text ?? '' }), thin: () => get(`/search?q=${encodeURIComponent(next(searched)?.name ?? '')}`) },
    { name: 'section of 60 fields', budget: 4, share: 15, grown: 1.5, judged: always, json: sections.kith, thin: sections.thin },
    { name: 'tray', budget: 2, share: 15, grown: 1.5, judged: (a) => a.tray >= 80, json: (a) => api(a, 'work.tray', {}), html: (a) => html(a, '/'), thin: (a) => get(`/tray/${a.id}`) },
    {
      name: 'note', budget: 4, share: 10, grown: 1.5, judged: always,
      json: (a) => ({ method: 'POST', path: '/api/commands/notes.write', session: a.session, key: newId(), body: { id: newId(), kind: 'note', people: [next(a.people)], words, happenedOn: '2026-01-15' } }),
      thin: (a) => ({ method: 'POST', path: '/note', body: { id: newId(), words, author: a.id, person: next(a.people) } }),
    },
    { name: 'board', budget: 2, share: 8, grown: 1.5, judged: always, json: (a) => api(a, 'work.team', { teamId: a.team }), html: (a) => html(a, `/team?team=${a.team}`), thin: (a) => get(`/board/${a.team}`) },
    {
      name: '2,000 events', budget: 1.5, share: 2, grown: 1.5, judged: always, json: (a) => api(a, 'chronology.of', { id: a.events, most: 2000 }), thin: (a) => get(`/events/${a.events}`),
      not: (a) => a.events === undefined || (lengths.get(a.events) ?? 0) < longest / 2,
    },
    {
      name: 'a page of 50 events', budget: 1.5, share: 0, grown: 1.5, judged: () => false, json: (a) => api(a, 'chronology.of', { id: a.events, most: 50 }), thin: (a) => get(`/page/${a.events}`),
      not: (a) => a.events === undefined || (lengths.get(a.events) ?? 0) < longest / 2,
    },
  ]
}

/** The mix, each kind by its share, all actors in turn. `call`: what to ask, as JSON, as a page or of thin; a kind that is not asked so is left out. */
export function mixOf(lines: readonly Line[], actors: readonly Actor[], call: (line: Line) => ((actor: Actor) => Call) | undefined = (line) => line.json): () => Call {
  let turn = 0
  const asked = lines.filter((line) => line.share > 0 && call(line) !== undefined)
  const whole = asked.reduce((sum, line) => sum + line.share, 0)
  return () => {
    let draw = Math.random() * whole
    const line = asked.find((one) => { draw -= one.share; return draw < 0 }) ?? asked[0]
    if (!line) throw new Error('There is nothing to load with.')
    for (let tries = 0; tries < actors.length; tries++) {
      const actor = actors[turn++ % actors.length]
      const made = actor && !line.not?.(actor) ? call(line)?.(actor) : undefined
      if (made) return { ...made, of: line.name }
    }
    throw new Error(`Nobody can be measured by ${line.name}.`)
  }
}
