import pg from 'pg'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asIds } from './pool.ts'

const rowOfIds: number = 2951
const usual = pg.types.getTypeParser(rowOfIds, 'text')

it('rows of ids are read as the driver reads them, whatever stands in them', () => {
  const told = fc.array(fc.option(fc.uuid(), { freq: 4 }), { maxLength: 12 }).map((ids) => `{${ids.map((id) => id ?? 'NULL').join(',')}}`)
  fc.assert(fc.property(told, (text) => { expect(asIds(text)).toEqual(usual(text)) }))
  for (const text of ['{}', '{{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11},{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12}}', '[0:0]={a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}']) expect(asIds(text)).toEqual(usual(text))
})
