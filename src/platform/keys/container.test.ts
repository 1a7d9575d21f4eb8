import { createHash, randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysFrom } from '../keys.ts'
import { openFile, sealFile } from './container.ts'
import { councilKeyOf, readPublicKey } from './councilKey.ts'
import { readParts, signParts } from './signedParts.ts'

const masters = [randomBytes(32), randomBytes(32), randomBytes(32)]
const [giving, taking, other] = masters.map((master) => councilKeyOf(keysFrom([master])))
const head = { what: 'case', id: '0197', from: { code: '330', name: 'Ardenvale' }, to: { code: '331', name: 'Eastmere' } }
const parts = [{ name: 'people', rows: [{ given: 'Amelia' }, { given: 'Noah' }] }, { name: 'told', rows: [{ words: 'School saw “marks”.\nTwice.' }] }]
const signed = () => signParts({ id: head.id, from: '330', to: '331', madeAt: '2026-11-18T09:00:00.000Z' }, parts, giving!)

describe('A file for another council', () => {
  it('opens for the council it was sealed for, tells who signed it, and gives back what was put in', () => {
    const opened = openFile(sealFile(head, signed(), { key: taking!.public }), taking!)
    if ('fault' in opened) throw new Error(opened.fault)
    expect(opened.head).toMatchObject(head)
    const read = readParts(opened.inside)
    if ('fault' in read) throw new Error(read.fault)
    expect([read.signedBy(giving!.public.signing), read.signedBy(other!.public.signing), read.manifest.signer]).toEqual([true, false, giving!.public.name])
    expect([...(read.parts() ?? [])]).toEqual(parts.map(({ name, rows }) => [name, rows]))
  })

  it('says nothing of whom it is about outside, and opens for nobody else', () => {
    const file = sealFile(head, signed(), { key: taking!.public })
    expect(file.includes('Amelia')).toBe(false)
    expect(openFile(file, other!)).toEqual({ fault: 'otherKey' })
    expect(openFile(Buffer.from('PK\u0003\u0004'), taking!)).toEqual({ fault: 'notOurs' })
  })

  it('is locked with words where the other council has no key, whatever stands between their letters', () => {
    const words = giving!.wordsFor(head.id)
    expect(words).toMatch(/^([a-z2-9]{5}-){5}[a-z2-9]{5}$/)
    const file = sealFile(head, signed(), { words })
    expect(openFile(file, taking!)).toEqual({ fault: 'wordsWanted' })
    expect(openFile(file, taking!, 'wrong-words')).toEqual({ fault: 'changed' })
    expect('inside' in openFile(file, taking!, ` ${words.toUpperCase().replaceAll('-', ' ')} `)).toBe(true)
  })

  it('is refused when any byte of it was changed, left out or added', () => {
    const file = sealFile(head, signed(), { key: taking!.public })
    const sound = (bytes: Buffer): boolean => 'inside' in openFile(bytes, taking!)
    expect(sound(file)).toBe(true)
    fc.assert(fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(file)
      changed[at] = changed[at]! ^ by
      return !sound(changed) && !sound(Buffer.concat([file.subarray(0, at), file.subarray(at + 1)])) && !sound(Buffer.concat([file.subarray(0, at), Buffer.of(by), file.subarray(at)]))
    }), { numRuns: 400 })
  })

  it('inside, too, holds by its hashes and its signature when somebody who was given it seals it anew', () => {
    const inside = signed()
    fc.assert(fc.property(fc.nat(inside.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(inside)
      changed[at] = changed[at]! ^ by
      const read = readParts(changed)
      return 'fault' in read || !read.signedBy(giving!.public.signing) || !read.parts() || JSON.stringify([...(read.parts() ?? [])]) === JSON.stringify(parts.map(({ name, rows }) => [name, rows]))
    }), { numRuns: 400 })
  })

  it('that claims to hold more lines than any case is refused, and what stands in it is not unfolded before it is known who signed it', () => {
    const made = (lines: number, body: string) => {
      const manifest = { format: 1, id: head.id, from: '330', to: '331', madeAt: '', signer: 'x', parts: [{ name: 'people', lines, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') }] }
      return deflateRawSync(`${JSON.stringify(manifest)}\nnobody signed\n${body}`)
    }
    expect(readParts(made(10_000_000, ''))).toEqual({ fault: 'unreadable' })
    expect(readParts(deflateRawSync(`{"format":1,"id":"${'x'.repeat(100_000)}"}\n\n`))).toEqual({ fault: 'unreadable' })
    const folded = readParts(made(2, '[\n{\n'))
    if ('fault' in folded) throw new Error(folded.fault)
    expect([folded.manifest.id, folded.signedBy(giving!.public.signing), folded.parts()]).toEqual([head.id, false, undefined])
    for (const [lines, whole] of [[1, false], [2, true], [3, false]] as const) {
      const read = readParts(made(lines, '{}\n{}\n'))
      expect([lines, 'parts' in read && read.parts() !== undefined]).toEqual([lines, whole])
    }
  })

  it('signed with a key that was replaced is still opened, and the newest signs', () => {
    const renewed = councilKeyOf(keysFrom([masters[2]!, masters[1]!]))
    expect(renewed.public.name).toBe(other!.public.name)
    expect('inside' in openFile(sealFile(head, signed(), { key: taking!.public }), renewed)).toBe(true)
  })
})

describe('A key that is handed over', () => {
  it('is read with its spaces and line breaks, and refused with one wrong letter', () => {
    const text = giving!.public.text
    expect(readPublicKey(` ${text.slice(0, 40)}\n${text.slice(40)} `)?.name).toBe(giving!.public.name)
    for (let at = 0; at < text.length; at += 1) expect(readPublicKey(`${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`)).toBeUndefined()
  })
})
