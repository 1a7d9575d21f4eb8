import { addDays, addMonths, daysBetween, plain } from '../../../../src/kernel/dates.ts'
import { before, lookedAfterOn } from '../care.ts'
import type { Child903 } from '../child.ts'
import { workerChanges } from '../codes.ts'
import { each, rules903, type Find, type Told903 } from '../rule.ts'
import type { Rows } from '../tables.ts'

type Row = Rows['SWEpisodes']
const byStart = (a: Row, b: Row): number => ((a.SW_DECOM ?? '') < (b.SW_DECOM ?? '') ? -1 : (a.SW_DECOM ?? '') > (b.SW_DECOM ?? '') ? 1 : a.at - b.at)
const inOrder = (child: Child903): readonly Row[] => (child.SWEpisodes.length < 2 ? child.SWEpisodes : child.SWEpisodes.toSorted(byStart))
/** Reasons have been collected from this day. */
const reasonsFrom = plain('2023-04-01')
const only2024: readonly [number, number] = [2024, 2024]
const from2024: readonly [number, number] = [2024, 2027]
const from2025: readonly [number, number] = [2025, 2027]
const rows = (test: (row: Row, next: Row | undefined, child: Child903, closes: Parameters<Find>[1]) => boolean): Find => (child, year) => inOrder(child).filter((row, at, all) => test(row, all[at + 1], child, year))
const told = (years: readonly [number, number], rest: Omit<Told903, 'years'>): Told903 => ({ years, ...rest })
const complete = ({ SW_ID, raw, SW_REASON }: Row): boolean => SW_ID !== '' && raw.SW_DECOM !== '' && SW_REASON !== ''
/** A gap of so many days between two social workers is left alone. */
const grace = 5

/** Who was the child's social worker, from the return of 2024. */
export const socialWorkerRules = rules903({
  SW01STG1: told(only2024, {
    reads: { SWEpisodes: 'SW_ID SW_DECOM SW_REASON', Episodes: 'DECOM DEC LS' }, words: 'The child was looked after on 31 March: record the social workers of the year, with day and reason.',
    breaks: (child, { closes }) => lookedAfterOn(child, closes) && !child.SWEpisodes.some(complete) ? (child.SWEpisodes.length > 0 ? child.SWEpisodes : child.Episodes.slice(-1)) : [],
  }),
  SW01aSTG1: told(from2025, { reads: { SWEpisodes: 'SW_ID SW_DECOM' }, words: 'Record who the social worker was and since when.', breaks: each('SWEpisodes', ({ SW_ID, SW_DECOM }) => SW_DECOM === undefined || (SW_DECOM < reasonsFrom && SW_ID === '')) }),
  SW01bSTG1: told(from2025, { reads: { SWEpisodes: 'SW_ID SW_DECOM SW_REASON' }, words: 'Record who the social worker was, since when, and why the worker changed.', breaks: each('SWEpisodes', ({ SW_ID, SW_DECOM, SW_REASON }) => SW_DECOM === undefined || (SW_DECOM >= reasonsFrom && (SW_ID === '' || SW_REASON === ''))) }),
  SW02STG1: told(from2024, { reads: { SWEpisodes: 'SW_ID' }, words: 'A social worker is named by the registration number: SW and figures, or XX where there is none.', breaks: each('SWEpisodes', ({ SW_ID }) => SW_ID !== '' && !/^(?:SW|XX)/.test(SW_ID)) }),
  SW03STG1: told(only2024, { reads: { SWEpisodes: 'SW_ID SW_DECOM SW_REASON' }, words: 'Record who the social worker was, since when, and why the worker changed.', breaks: each('SWEpisodes', (row) => !complete(row)) }),
  SW04STG1: told(from2024, { reads: { SWEpisodes: 'SW_DECOM' }, words: 'The social worker began on no day of the calendar.', breaks: each('SWEpisodes', ({ SW_DECOM, raw }) => raw.SW_DECOM !== '' && !SW_DECOM) }),
  SW05STG1: told(from2024, { reads: { SWEpisodes: 'SW_DEC' }, words: 'The social worker ended on no day of the calendar.', breaks: each('SWEpisodes', ({ SW_DEC, raw }) => raw.SW_DEC !== '' && !SW_DEC) }),
  SW06STG2: told(from2024, { reads: { SWEpisodes: 'SW_DECOM' }, words: 'The social worker began after the year: it belongs to the next return.', breaks: each('SWEpisodes', ({ SW_DECOM }, _child, { closes }) => before(closes, SW_DECOM)) }),
  SW07STG2: told(from2024, {
    reads: { SWEpisodes: 'SW_DEC' }, words: 'The social worker ended outside the time that this return asks about: this year, and from 2025 the year before it too.',
    breaks: each('SWEpisodes', ({ SW_DEC }, _child, { year, opens, closes }) => before(SW_DEC, year >= 2025 ? addMonths(opens, -12) : opens) || before(closes, SW_DEC)),
  }),
  SW08STG2: told(from2024, { reads: { SWEpisodes: 'SW_DEC SW_DECOM' }, words: 'A later social worker has begun: record the day this one ended.', breaks: rows(({ raw }, next) => next !== undefined && raw.SW_DEC === '') }),
  SW09STG2: told(from2024, { reads: { SWEpisodes: 'SW_DECOM SW_DEC' }, words: 'The social worker began and ended on one day. Less than a day is not returned.', breaks: each('SWEpisodes', ({ SW_DECOM, SW_DEC }) => SW_DECOM !== undefined && SW_DECOM === SW_DEC) }),
  SW10STG2: told(from2024, {
    reads: { SWEpisodes: 'SW_DECOM SW_DEC' }, words: 'The social worker began before the one before had ended.',
    breaks: (child) => inOrder(child).filter(({ SW_DECOM }, at, all) => before(SW_DECOM, all[at - 1]?.SW_DEC)),
  }),
  SW11aSTG2: told(only2024, {
    reads: { SWEpisodes: 'SW_DECOM SW_DEC' }, words: 'The social worker ended, and nobody followed within five days.',
    breaks: rows(({ SW_DEC }, next, _child, { closes }) => SW_DEC !== undefined && SW_DEC <= addDays(closes, -grace) && (next?.SW_DECOM === undefined || Math.abs(daysBetween(SW_DEC, next.SW_DECOM)) > grace)),
  }),
  SW11bSTG2: told(from2024, {
    reads: { SWEpisodes: 'SW_DECOM SW_DEC' }, words: 'The last social worker ended before 31 March, and nobody followed.',
    breaks: rows(({ SW_DEC }, next, _child, { closes }) => SW_DEC !== undefined && SW_DEC < closes && SW_DEC >= addDays(closes, -grace) && next?.SW_DECOM === undefined),
  }),
  SW12STG2: told(from2024, {
    reads: { SWEpisodes: 'SW_DECOM', Episodes: 'DECOM DEC LS' }, words: 'The child was looked after on 31 March: record every social worker since 1 April, or since the child came into care later in the year.',
    breaks: (child, { opens, closes }) => {
      if (!lookedAfterOn(child, closes)) return []
      const began = child.Episodes.find(({ DECOM }) => DECOM !== undefined)?.DECOM
      const since = began !== undefined && began > opens ? began : opens
      const first = inOrder(child).find(({ SW_DECOM }) => SW_DECOM !== undefined)
      if (first?.SW_DECOM !== undefined && first.SW_DECOM <= since) return []
      return first ? [first] : child.Episodes.slice(-1)
    },
  }),
  SW13STG1: told(from2024, {
    reads: { SWEpisodes: 'SW_REASON SW_DECOM' }, words: 'Choose from the list why the social worker changed. Only the first may be without.',
    breaks: (child) => inOrder(child).filter(({ SW_REASON }, at) => (SW_REASON === '' ? at > 0 : !workerChanges().has(SW_REASON))),
  }),
  SW14STG2: told(only2024, { reads: { SWEpisodes: 'SW_DEC SW_DECOM' }, words: 'The end of a social worker is blank, and it is not the last one.', breaks: rows(({ raw }, next) => next !== undefined && raw.SW_DEC === '') }),
  SW17STG2: told([2026, 2027], { reads: { SWEpisodes: 'SW_DEC SW_DECOM' }, words: 'The last social worker has ended, so the child had none on 31 March.', breaks: rows(({ raw }, next) => next === undefined && raw.SW_DEC !== '') }),
})
