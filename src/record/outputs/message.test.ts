import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messages } from '../../../content/words/messages.ts'
import { newId } from '../../kernel/ids.ts'
import { message } from './message.ts'

const council = { address: 'https://kith.ardenvale.example/' }
const kinds = Object.keys(messages).filter((one): one is keyof typeof messages => one in messages)

describe('A message', () => {
  it('says one of our sentences and links to a page: there is nowhere to put a name, an address or a reason', () => {
    const id = newId()
    expect(message('decided', council, `/sent/${id}`)).toMatchObject({ ...messages.decided, link: `https://kith.ardenvale.example/sent/${id}` })
    for (const kind of kinds) expect(`${messages[kind].subject} ${messages[kind].text}`).toMatch(/^[A-Za-z ,.]+$/)
  })
  it.each(['/people/Amelia-Smith', '/search?q=amelia', '/people/12-mill-lane', 'https://elsewhere.example/', '//elsewhere.example', '/a#Amelia', '/people/47'])('does not link to %s', (path) => {
    expect(() => message('newWork', council, path)).toThrow('without words of the record')
  })
  it('never holds anything that somebody typed', () => {
    fc.assert(fc.property(fc.constantFrom(...kinds), fc.string(), (kind, typed) => {
      try {
        const { link } = message(kind, council, `/${typed}`)
        expect(link.slice(council.address.length)).toMatch(/^([a-z]{0,20}(\/|$))*$/)
      } catch (problem) {
        expect(String(problem)).toContain('without words of the record')
      }
    }))
  })
})
