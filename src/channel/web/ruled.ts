import type { FastifyRequest } from 'fastify'
import type { BesideField, RuledPage, Supposed } from '../../engine/returns/model.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { answer, type Caller } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import type { Ask, Frame, Reply, Route, Surroundings } from '../../record/access/page.ts'

const most = 10
/** The pages whose fields are ruled, by the path of their form, and how the rules are run. */
export type Ruled = Readonly<{ pages: readonly RuledPage[]; forms: readonly RuledPage[]; look: (asking: Asking, people: readonly string[], page: RuledPage) => Promise<readonly BesideField[]>; lookAhead: (asking: Asking, form: RuledPage, supposed: readonly Supposed[]) => Promise<readonly BesideField[]> }>

/** What the rules would ask of a form that is being written, if it were agreed as it stands. */
export const asksOf = ({ forms, lookAhead }: Ruled): NonNullable<Surroundings['asks']> => async (asking, key, supposed) => {
  const form = forms.find((one) => one.key === key)
  return form && supposed.length > 0 ? lookAhead(asking, form, supposed) : []
}

const rehearses = (request: FastifyRequest): boolean => request.headers['x-kith-rehearse'] === '1'

/**
 * Runs a form of a ruled page. Rehearsed, everything is done as if it were sent, looked at and undone, and what the rules ask is answered by field. Sent, the page that follows
 * says what they ask. Whatever goes wrong here stops nobody: what was sent is kept.
 */
export async function runRuled({ pages, look }: Ruled, around: Surroundings, route: Route, caller: Caller, ask: Ask, request: FastifyRequest): Promise<Reply> {
  const page = pages.find(({ path, when }) => path === route.path && Object.entries(when ?? {}).every(([name, value]) => ask.body[name] === value))
  // A rehearsal of what no rule reads is answered without it: it must never be done in earnest.
  if (!page) return rehearses(request) ? { json: { beside: [] } } : route.run(caller, ask, around)
  if (rehearses(request)) {
    const found: BesideField[] = []
    await route.run({ ...caller, rehearses: async (asking, people) => void found.push(...(await look(asking, people.slice(0, most), page))) }, { ...ask, commandId: newId() }, around)
    await answer(caller, 'rules.whileTyped', 'record.read', async (asking) => { asking.saw([...new Set(found.map(({ personId }) => personId))]); return {} }, 'reads')
    return { json: { beside: found.map(({ field, words, rule, of, severity }) => ({ field, words, rule, of, severity })) } }
  }
  const wrote = new Set<string>()
  const reply = await route.run({ ...caller, wrote: (people) => people.forEach((id) => wrote.add(id)) }, ask, around)
  if (!('go' in reply) || wrote.size === 0) return reply
  try {
    const found = await answer(caller, 'rules.afterSaving', 'record.read', (asking) => look(asking, [...wrote].slice(0, most), page), 'reads')
    const about = [...new Set(found.map(({ personId }) => personId))]
    return about.length === 0 ? reply : { go: `${reply.go}${reply.go.includes('?') ? '&' : '?'}rules=${page.key}&about=${about.join('.')}` }
  } catch {
    return reply
  }
}

const returns: Readonly<Record<string, string>> = { ssda903: 'SSDA903', cin: 'the census' }
/** What the rules ask of what was saved just before this page, and whether the rules are run while this page is filled in. */
export async function besideIn({ pages, look }: Ruled, asking: Asking, at: Readonly<{ path: string; ask: Ask }>): Promise<Pick<Frame, 'beside' | 'ruled'>> {
  const page = pages.find(({ key }) => key === at.ask.query['rules'])
  const people = (at.ask.query['about'] ?? '').split('.').filter(isId).slice(0, most)
  const found = page && people.length > 0 ? await look(asking, people, page) : []
  const beside = [...new Map(found.map((one) => [`${one.of} ${one.rule}`, { words: one.words, second: `Rule ${one.rule} of ${returns[one.of] ?? one.of}, ${one.severity}` }])).values()]
  return { ...(beside.length > 0 ? { beside: beside.slice(0, most) } : {}), ...(pages.some(({ path }) => path === at.path) ? { ruled: true } : {}) }
}
