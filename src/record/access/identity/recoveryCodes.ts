import { randomInt } from 'node:crypto'

// Without letters and digits that look alike on paper. Twelve of 30 signs: 58 bits.
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const howMany = 10
const piece = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)] ?? '').join('')

/** Ten codes for the day when the phone is lost: each is good once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, () => [piece(), piece(), piece()].join('-'))

/** A code as typed, as it is compared: without spaces and lines, in capitals. */
export const foldRecoveryCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Whether what was typed looks like one of these and not like six digits. */
export const looksLikeRecoveryCode = (typed: string): boolean => foldRecoveryCode(typed).length === 12
