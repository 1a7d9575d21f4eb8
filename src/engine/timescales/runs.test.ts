import { describe, expect, it } from 'vitest'
import { moment, plain } from '../../kernel/dates.ts'
import type { Duty, Happening } from './model.ts'
import { runsOf } from './runs.ts'

const duty: Duty = {
  id: 'work.done', duty: 'Work', area: 'x', from: ['asked', 'askedAgain'], to: ['done', 'handedOver'], manner: 'by', within: { days: 5 },
  status: 'local', source: { title: 'For this test' }, verified: false, basis: 'remembered',
  pauses: [{ from: 'ill', to: 'well' }, { from: 'away', to: 'back' }], extended: [{ by: 'longer', within: { days: 10 } }, { by: 'longest', within: { days: 20 } }],
}
/** `asked 2, done 5@10:00, ill 3 (a cold), conference 9 known 4` in June 2025. */
const told = (text: string): Happening[] => text.split(', ').filter(Boolean).map((one) => {
  const [, event = '', day = '', time, reason, known] = /^([\w.]+) (\d+)(?:@([\d:]+))?(?: \((.*)\))?(?: known (\d+))?$/.exec(one) ?? []
  const on = (date: string) => plain(`2025-06-${date.padStart(2, '0')}`)
  return { event, on: on(day), ...(time ? { at: moment(`${on(day)}T${time}:00Z`) } : {}), ...(reason ? { reason } : {}), ...(known ? { knownOn: on(known) } : {}) }
})
const day = (on: string) => String(Number(on.slice(8)))
/** `2@10:00–5 done; 7– ill 8–9 + longer`: each stretch with its end, pauses and what made it longer. */
const stretches = (more: Partial<Duty>, text: string, until = 30) => runsOf({ ...duty, ...more }, told(text), plain(`2025-06-${String(until).padStart(2, '0')}`)).map((run) => [
  `${day(run.startedOn)}${run.startedAt ? `@${run.startedAt.slice(11, 16)}` : ''}${run.knownOn ? `/${day(run.knownOn)}` : ''}–${run.end ? `${day(run.end.on)}${run.end.at ? `@${run.end.at.slice(11, 16)}` : ''} ${run.end.how} ${run.end.event}` : ''}`,
  ...run.pauses.map((pause) => `${pause.reason} ${day(pause.from)}–${pause.to ? day(pause.to) : ''}`), ...run.extendedBy,
].join(' ')).join('; ')

describe('the stretches of a duty', () => {
  it.each<[string, Partial<Duty>, string, string]>([
    ['nothing happened', {}, '', ''],
    ['something else happened', {}, 'paid 2', ''],
    ['begun', {}, 'asked 2', '2–'],
    ['begun and done', {}, 'asked 2@10:00, done 5@09:30', '2@10:00–5@09:30 done done'],
    ['done before it began is nothing', {}, 'done 1, asked 2', '2–'],
    ['told in another order', {}, 'done 5, asked 2', '2–5 done done'],
    ['on one day by the hour', {}, 'done 2@11:00, asked 2@10:00', '2@10:00–2@11:00 done done'],
    ['on one day as told where one hour is not known', {}, 'asked 2@10:00, done 2', '2@10:00–2 done done'],
    ['on one day as told where the other hour is not known', {}, 'asked 2, done 2@10:00', '2–2@10:00 done done'],
    ['on one day at one hour as told', {}, 'asked 2@10:00, done 2@10:00', '2@10:00–2@10:00 done done'],
    ['another day whatever the hour', {}, 'done 3@08:00, asked 2@10:00', '2@10:00–3@08:00 done done'],
    ['again after it was done', {}, 'asked 2, done 5, asked 7', '2–5 done done; 7–'],
    ['a second beginning leaves it', {}, 'asked 2, askedAgain 4', '2–'],
    ['begins anew with the last', { restart: 'last' }, 'asked 2, askedAgain 4', '4–'],
    ['does not begin anew with something else', { restart: 'last' }, 'asked 2, paid 4', '2–'],
    ['runs beside each other, one end closes both', { restart: 'each' }, 'asked 2, askedAgain 4, done 6', '2–6 done done; 4–6 done done'],
    ['every: done begins the next', { manner: 'every' }, 'asked 2, done 5', '2–5 done done; 5–'],
    ['every: done before it began begins nothing', { manner: 'every' }, 'done 1, asked 3', '3–'],
    ['every: stopped begins nothing', { manner: 'every' }, 'asked 2, person.died 5', '2–5 stopped person.died'],
    ['by: done begins nothing', {}, 'asked 2, done 5, done 9', '2–5 done done'],
    ['what ends may begin as well', { from: ['asked', 'handedOver'] }, 'asked 2, handedOver 5', '2–5 done handedOver; 5–'],
    ['stopped when the case closes', {}, 'asked 2, case.closed 5', '2–5 stopped case.closed'],
    ['stopped when they come of age', {}, 'asked 2, person.reachedEighteen 5', '2–5 stopped person.reachedEighteen'],
    ['stopped when they move away', {}, 'asked 2, person.movedToAnotherAuthority 5', '2–5 stopped person.movedToAnotherAuthority'],
    ['not stopped where the rule names its own stops', { stoppedBy: ['withdrawn'] }, 'asked 2, case.closed 5', '2–'],
    ['stopped by those', { stoppedBy: ['withdrawn'] }, 'asked 2, withdrawn 5', '2–5 stopped withdrawn'],
    ['done when the end would stop it too', { stoppedBy: ['done'] }, 'asked 2, done 5', '2–5 done done'],
    ['stopped when nothing runs begins nothing', {}, 'case.closed 1, asked 2', '2–'],
    ['made longer', {}, 'asked 2, longest 3', '2– longest'],
    ['made longer twice', {}, 'asked 2, longest 3, longer 4', '2– longest longer'],
    ['not made longer by what is for another', { extended: [] }, 'asked 2, longer 3', '2–'],
    ['paused', {}, 'asked 2, away 3 (leave)', '2– leave 3–'],
    ['paused and going on', {}, 'asked 2, ill 3 (a cold), well 5', '2– a cold 3–5'],
    ['paused by a pause without a reason: no', {}, 'asked 2, ill 3', '2–'],
    ['paused twice, one after the other', {}, 'asked 2, ill 3 (a cold), well 5, away 7 (leave), back 9', '2– a cold 3–5 leave 7–9'],
    ['paused while it is paused: one pause', {}, 'asked 2, ill 3 (a cold), away 4 (leave), back 6', '2– a cold 3–6'],
    ['going on without a pause is nothing', {}, 'asked 2, well 3', '2–'],
    ['paused where the rule has no pauses: no', { pauses: [] }, 'asked 2, ill 3 (a cold), well 5', '2–'],
  ])('%s', (_, more, history, expected) => expect(stretches(more, history)).toBe(expected))
  it.each([[1, ''], [2, '2–'], [4, '2–'], [5, '2–5 done done'], [6, '2–5 done done']])('as known on day %i', (until, expected) => expect(stretches({}, 'asked 2, done 5', until)).toBe(expected))
})

describe('the stretches of a duty that is counted back from a day arranged', () => {
  const ahead = (text: string, until: number) => stretches({ manner: 'ahead' }, text, until)
  it.each([
    [9, '10–'], [10, '10–'], [11, '10–; 20–'], [20, '10–; 20–'], [21, '10–; 20–; 28–'], [28, '10–; 20–; 28–'], [29, '10–; 20–; 28–'],
  ])('are one for each, up to the next that is to come: on day %i', (until, expected) => expect(ahead('asked 20, asked 10, asked 28', until)).toBe(expected))
  it.each<[string, string, number, string]>([
    ['nothing arranged', 'done 5', 10, ''],
    ['not known before it is arranged', 'asked 10 known 6', 5, ''],
    ['known on the day it is arranged', 'asked 10 known 6', 6, '10/6–'],
    ['done in time', 'asked 10, done 5', 7, '10–5 done done'],
    ['done on the day it is asked about', 'asked 10, done 7', 7, '10–7 done done'],
    ['not done by what is to come', 'asked 10, done 8', 7, '10–'],
    ['not done by something else', 'asked 10, paid 5', 7, '10–'],
    ['each done before its own day', 'asked 10, asked 20, done 5, done 15', 20, '10–5 done done; 20–15 done done'],
    ['done late, once, is done for the first only', 'asked 10, asked 20, done 12', 20, '10–12 done done; 20–'],
    ['done late and then in time', 'asked 10, asked 20, done 12, done 15', 20, '10–12 done done; 20–15 done done'],
    ['on the very day of the first is not for the second', 'asked 10, asked 20, done 5, done 10', 20, '10–5 done done; 20–'],
    ['on the day after the first is for the second', 'asked 10, asked 20, done 5, done 11', 20, '10–5 done done; 20–11 done done'],
    ['the second done, the third not', 'asked 10, asked 20, asked 28, done 5, done 15', 28, '10–5 done done; 20–15 done done; 28–'],
    ['all three', 'asked 10, asked 20, asked 28, done 5, done 15, done 25', 28, '10–5 done done; 20–15 done done; 28–25 done done'],
  ])('%s', (_, history, until, expected) => expect(ahead(history, until)).toBe(expected))
})
