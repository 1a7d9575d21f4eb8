import { describe, expect, it } from 'vitest'
import { leaveOut, without, type JsonText, type Written } from './keeping.ts'

const tells = (text: string): boolean => /mill lane/i.test(text)

describe('What is hidden from a reader', () => {
  it.each([
    ['We came. They live at 12 Mill Lane. We left.', 'We came. We left. Left out here: it tells what is hidden from you.'],
    ['They live at 12 Mill Lane', 'Left out here: it tells what is hidden from you.'], ['They live at Mill. Lane', 'They live at Mill. Lane'], ['We came.', 'We came.'],
  ])('“%s” is read as “%s”', (text, read) => expect(without(text, tells)).toBe(read))

  it('is taken out of an answer wherever it stands: in lists, in maps, in what functions still hold, and in JSON the database wrote', () => {
    const fact = { words: 'At 12 Mill Lane.' }
    const answer = { id: 'a', list: [{ words: 'Mill Lane, twice.' }], map: new Map<string, unknown>([['x', 'Mill Lane'], ['y', { z: 'Mill Lane' }]]), of: () => fact, facts: [fact], written: { jsonText: '{"lines":[{"words":"At\\nMill Lane."}]}' }, bytes: new Uint8Array(2), none: null, n: 1 }
    leaveOut(answer, tells)
    expect(JSON.stringify([answer, [...answer.map], answer.of()])).not.toMatch(/Mill/)
    expect(JSON.parse(answer.written.jsonText)).toEqual({ lines: [{ words: 'At Left out here: it tells what is hidden from you.' }] })
  })

  it.each<[string, (text: Buffer) => Written]>([['in one piece', (text) => text], ['in several', (text) => ['', text.subarray(0, 12), text.subarray(12)]]])('and out of JSON that the database wrote and that was kept as bytes, %s', (_, written) => {
    const held: JsonText = { jsonText: written(Buffer.from('{"lines":[{"words":"At 12 Mill Lane. “Yes.”"}]}')) }
    leaveOut({ held }, tells)
    expect(JSON.parse(String(held.jsonText))).toEqual({ lines: [{ words: '“Yes.” Left out here: it tells what is hidden from you.' }] })
  })

  it('and an answer that goes round in a circle ends', () => {
    const one: { me?: unknown; words: string } = { words: 'Mill Lane' }
    one.me = one
    leaveOut(one, tells)
    expect(one.words).not.toContain('Mill')
  })
})
