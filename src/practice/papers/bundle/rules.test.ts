import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pdfOf } from '../../../record/outputs/formats/pdf.ts'
import { textOfPdf } from '../../../record/outputs/formats/pdfText.fixture.ts'
import type { Outgoing } from '../../../record/outputs/model.ts'
import { copyFor } from '../../../record/outputs/rules/judging.ts'
import { moment } from '../../../kernel/dates.ts'
import { bundled, initialsOf, tooMany, type Made } from './rules.ts'

const nameOf = (id: string): string => `Given-${id}`
const paragraph = (words: string) => ({ kind: 'paragraph' as const, words })
const piece = (key: string, letter: Made['letter'], day: string, people: readonly string[], passages: Made['passages']): Made => ({ key, letter, title: `Title ${key}`, day, on: day, people, passages })
const outgoing = (made: readonly Made[], exhibits: readonly string[] = []): Outgoing => ({
  reader: { kind: 'outside', name: 'The court' }, people: [...new Set(made.flatMap((one) => one.people))], passages: bundled(made, new Set(exhibits), initialsOf('Priya Nair'), nameOf), title: 'Bundle', of: [], from: ['Children’s social care'], to: ['The court'], format: 'pdf', back: '/',
})
const around = { councilName: 'Ardenvale', on: '22 Nov 2026', madeAt: moment('2026-11-22T10:00:00.000Z'), kindTitle: 'Bundle for the court' }

describe('A bundle for the court', () => {
  it('has an index with the page on which each document begins, pages counted from the first through, marks, exhibits and bookmarks', async () => {
    const long = Array.from({ length: 40 }, (_, i) => ({ place: 'p', about: [], blocks: [paragraph(`Long ${i} ${'word '.repeat(40)}`)] }))
    const made = [
      piece('minutes', 'E', '2026-03-19', ['a'], [{ place: 'p', about: [], blocks: [paragraph('They spoke.')] }]),
      piece('statement', 'C', '2026-11-01', ['a', 'b'], long), piece('older', 'C', '2026-01-01', ['a'], [{ place: 'p', about: [], blocks: [paragraph('Before.')] }]),
      piece('chronology', 'A', '', ['a', 'b'], [{ place: 'p', about: [], blocks: [paragraph('What happened.')] }]),
    ]
    const { paper } = copyFor(outgoing(made, ['minutes']), new Set(['a', 'b']), true)
    const [bytes, again] = [await pdfOf(paper, around), await pdfOf(paper, around)]
    expect(Buffer.compare(bytes, again)).toBe(0)
    const pages = textOfPdf(bytes).split(/(?<=Page \d+ of \d+)/)
    const [index = ''] = pages
    const found = ['A1', 'C1', 'C2', 'E1'].map((mark) => { const at = pages.findIndex((text, i) => i > 0 && text.includes(`${mark}. `)); return { mark, page: at + 1 } })
    expect(found.map((one) => one.page)).toEqual([2, 3, 4, expect.any(Number)])
    expect(found[3]?.page).toBeGreaterThan(6)
    for (const { mark, page } of found) expect(index).toMatch(new RegExp(`\\n${mark}\\n[\\s\\S]*?\\n${page}(?=\\n)`))
    expect(index).toContain('Exhibit PN1: Title minutes: Given-a')
    expect(pages.filter((text) => /Page \d+ of \d+$/.test(text)).map((text) => /Page (\d+) of/.exec(text)?.[1])).toEqual(pages.filter((text) => text.trim() !== '').map((_, i) => String(i + 1)))
    expect(pages[4]).toMatch(/\nC2\n/)
    const raw = Buffer.from(bytes).toString('latin1')
    expect([raw.match(/\/S \/GoTo/g)?.length, raw.includes('/S /Link'), raw.includes('(piece-3)')]).toEqual([4, true, true])
  })

  it('holds of any documents, for any reader, what is about people the reader may know and nothing else, and no document of which nothing is left', () => {
    const everybody = ['a', 'b', 'c', 'd']
    const some = fc.subarray(everybody)
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), some.filter((one) => one.length > 0), fc.array(some, { maxLength: 3 })), { minLength: 1, maxLength: 5 }), some, (documents, known) => {
      const told: { mark: string; about: readonly string[] }[] = []
      const made = documents.map(([letter, people, passages], i) => piece(`k${i}`, letter as Made['letter'], `2026-01-0${i + 1}`, people, passages.map((about, j) => {
        told.push({ mark: `word${i}x${j}.`, about: about.length > 0 ? about : people })
        return { place: 'p', about, blocks: [paragraph(`word${i}x${j}.`)] }
      })))
      const text = JSON.stringify(copyFor(outgoing(made), new Set(known), true).paper)
      for (const { mark, about } of told) expect({ mark, there: text.includes(mark) }).toEqual({ mark, there: about.every((id) => known.includes(id)) })
      for (const id of everybody) if (!known.includes(id)) expect(text).not.toContain(nameOf(id))
      for (const [i] of documents.entries()) expect(text.includes(`Title k${i}`)).toBe(told.some(({ mark, about }) => mark.startsWith(`word${i}x`) && about.every((id) => known.includes(id))))
    }), { numRuns: 200 })
  })

  it('holds sixty papers, and says how many are too many', () => {
    expect([tooMany(1), tooMany(60), tooMany(64)]).toEqual([undefined, undefined, '64 papers are ticked, and a bundle holds 60. Leave out 4, or make a second bundle of them.'])
  })
})
