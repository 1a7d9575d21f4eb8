import { setTimeout as wait } from 'node:timers/promises'
import type { Actor } from './actors.ts'
import { load, type Call, type Result, type Target } from './measure.ts'

/**
 * Somebody who reads 2,000 children one after another while the others work. There is no export of children yet: it is the whole record of each,
 * as JSON, on one connection. The mix is measured alone and then, as long, beside the reading.
 */
export async function besideAnExport(target: Target, mix: () => Call, reader: Actor, children: readonly string[], seconds: number): Promise<{ alone: Result; beside: Result; read: Result }> {
  const alone = await load(target, mix, { seconds })
  let at = 0
  let over = false
  const reading = load(target, () => ({ method: 'POST', path: '/api/queries/record.open', body: { id: children[at++ % children.length] }, session: reader.session }), { seconds: 600, connections: 1, over: () => over || at >= children.length })
  await wait(200)
  const beside = await load(target, mix, { seconds })
  over = true
  return { alone, beside, read: await reading }
}
