import { rowPointedTo } from '../../../oversight/returns/beside/row.ts'
import { returnKinds } from '../../../oversight/returns/model.ts'
import { notFound } from '../../../kernel/errors.ts'
import { answer } from '../../../record/access/act.ts'
import type { Route } from '../../../record/access/page.ts'
import { sightOf } from '../../../record/people/queries.ts'
import { addressOf } from './find.ts'
import { missingIn, placeOf } from './places.ts'

/** Leads from what a rule found of somebody to the field in which it is put right: the row that it is about, its form open. */
export const putRight: Route = {
  method: 'GET', path: '/people/:id/put-right', what: 'page.putRight',
  run: (caller, ask) => answer(caller, 'page.putRight', 'record.read', async (asking) => {
    const { rule = '', table = '', fields = '', nth = '0' } = ask.query
    const kind = returnKinds.find((one) => one === ask.query['of'])
    const known = await sightOf(asking, ask.params['id'] ?? '')
    if (known.sight !== 'full' || !kind) throw notFound('These details are not open to you. Ask the worker.')
    const row = kind === 'annexA' ? undefined : await rowPointedTo(asking, known.id, { kind, rule, table, nth: Number(nth) || 0 })
    const missing = placeOf(kind, table, missingIn(table, fields.split(','), row))
    // Rules about social workers find the child’s episode where no worker is told.
    const place = missing ?? (rule.startsWith('SW') ? placeOf(kind, 'SWEpisodes', ['CHILD']) : placeOf(kind, table, fields.split(',')))
    return { go: place ? await addressOf(asking, { personId: known.id, place, row, table, anew: missing !== undefined && table === 'OC2' }) : `/people/${known.id}` }
  }),
}
