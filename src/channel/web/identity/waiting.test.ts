import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keysFrom } from '../../../platform/keys.ts'
import { openWaiting } from './waiting.ts'

const keys = keysFrom([randomBytes(32)])
const sealed = (to: string, by = keys) => by.seal('wordsThatWait', 'priya', Buffer.from(JSON.stringify({ to, fields: [['text', 'Her own words.']] }))).toString('base64url')

describe('Words that wait', () => {
  it('open for the person who wrote them', () => {
    expect(openWaiting(keys, 'priya', sealed('/notes'))).toEqual({ to: '/notes', fields: [['text', 'Her own words.']] })
  })
  it.each([
    ['for somebody else', () => openWaiting(keys, 'tom', sealed('/notes'))],
    ['when they were changed', () => openWaiting(keys, 'priya', `${sealed('/notes').slice(0, -4)}AAAA`)],
    ['when another council sealed them', () => openWaiting(keys, 'priya', sealed('/notes', keysFrom([randomBytes(32)])))],
    ['when they are no such words', () => openWaiting(keys, 'priya', 'nothing of ours')],
  ])('do not open %s', (_why, opened) => {
    expect(opened()).toBeUndefined()
  })
  it('go nowhere but to this council', () => {
    expect(openWaiting(keys, 'priya', sealed('https://elsewhere.example/notes'))?.to).toBe('/')
  })
})
