import { Type } from '@sinclair/typebox'
import { optional, shape } from '../../../kernel/shape.ts'

/** Years that have ended, and years after the present one. */
export const span = { back: 4, ahead: 4 }

const whole = (least: number, most: number) => optional(Type.Integer({ minimum: least, maximum: most, problem: `Write a whole number from ${least} to ${most}.` }))
/** What somebody supposes: what is not said is as the record suggests it. Days, but the orders of a year. */
export const WhatIsSupposed = shape({ movesIn: whole(1, 3000), overdue: whole(1, 3000), match: whole(0, 3000), order: whole(1, 3000), ordersAYear: whole(0, 1000) })
