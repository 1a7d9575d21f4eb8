import { describe, expect, it } from 'vitest'
import { stepFrom, type Step } from './rules.ts'

describe('a disk that fills and is cleared again', () => {
  const reserve = 256
  it.each<[string, Step, number, boolean, Step]>([
    ['has room', 'room', 1000, true, 'room'],
    ['has room until as much as the reserve is free', 'room', 256, true, 'room'],
    ['takes no writes below it', 'room', 255, true, 'noWrites'],
    ['does not flicker where the line is', 'noWrites', 300, true, 'noWrites'],
    ['takes writes again with half as much more', 'noWrites', 384, true, 'room'],
    ['gives the reserve up at a quarter of it', 'noWrites', 63, true, 'reserveUsed'],
    ['does so at once when it filled at once', 'room', 0, true, 'reserveUsed'],
    ['is read in what the reserve left', 'reserveUsed', 300, false, 'reserveUsed'],
    ['is not read any more when that is used too', 'reserveUsed', 63, false, 'nothing'],
    ['does not flicker there either', 'nothing', 100, false, 'nothing'],
    ['is read again first', 'nothing', 128, false, 'reserveUsed'],
    ['takes writes only when there is room for the reserve besides', 'reserveUsed', 639, false, 'reserveUsed'],
    ['takes writes with both', 'nothing', 640, false, 'room'],
  ])('%s', (_, step, free, reserveThere, then) => expect(stepFrom(step, { free, reserve, reserveThere })).toBe(then))
})
