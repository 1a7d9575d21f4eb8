const onlyDigits = (text: string): string => text.replace(/\D/g, '')

/** The check digit of the first nine digits of an NHS number (modulus 11); undefined where no number has these nine. */
export function nhsCheckDigit(nine: string): number | undefined {
  const sum = Array.from(nine).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = 11 - (sum % 11)
  if (check === 10) return undefined
  return check === 11 ? 0 : check
}

/** The ten digits of an NHS number as people write it (`943 476 5919`, `943-476-5919`); undefined when the check digit is wrong or it is none. */
export function nhsNumberOf(text: string): string | undefined {
  if (!/^[\d\s-]+$/.test(text)) return undefined
  const digits = onlyDigits(text)
  if (digits.length !== 10 || /^(\d)\1{9}$/.test(digits)) return undefined
  return nhsCheckDigit(digits.slice(0, 9)) === Number(digits[9]) ? digits : undefined
}

/** `943 476 5919`, as the NHS writes it. */
export const nhsNumberInGroups = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`

/** The letters of a UPN: I, O and S are left out because they look like digits. */
const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** The letter that a unique pupil number begins with, from the twelve characters after it: weights 2 to 13, modulus 23. The last may be a letter (temporary). */
export function upnCheckLetter(twelve: string): string | undefined {
  const values = Array.from(twelve).map((one) => /\d/.test(one) ? Number(one) : upnLetters.indexOf(one))
  if (values.length !== 12 || values.some((value) => value < 0)) return undefined
  return upnLetters[values.reduce((sum, value, index) => sum + value * (index + 2), 0) % 23]
}

/** A unique pupil number in capitals without spaces; undefined when it has another shape or the check letter is wrong. A temporary one ends in a letter. */
export function upnOf(text: string): string | undefined {
  const upn = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn)) return undefined
  return upnCheckLetter(upn.slice(1)) === upn[0] ? upn : undefined
}

/** Temporary numbers are given by a school until the permanent one is found. */
export const isTemporaryUpn = (upn: string): boolean => /[A-Z]$/.test(upn)

const postcodeShape = /^(GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRV-Y]?))(\d[ABD-HJLNP-UW-Z]{2})$/

/** `W12 8QT` for what was typed as `w128qt` or `W12  8qt`; undefined when it does not have the shape of a postcode of the United Kingdom. */
export function postcodeOf(text: string): string | undefined {
  const packed = text.replace(/[\s.-]/g, '').toUpperCase()
  if (packed === 'GIR0AA') return 'GIR 0AA'
  const parts = postcodeShape.exec(packed)
  return parts ? `${parts[1]} ${parts[2]}` : undefined
}

/** The part before the space: `W12`. */
export const outwardOf = (postcode: string): string => postcode.split(' ')[0] ?? postcode

/** The digits of a telephone number, as they are compared: `+44 (0)20 7946 0018` and `020 7946 0018` are the same. Other countries keep their code after `+`. */
export function phoneDigitsOf(text: string): string {
  const abroad = text.trim().replace(/^00/, '+').replace(/\(0\)/, '')
  const digits = onlyDigits(abroad)
  if (!abroad.startsWith('+')) return digits
  return digits.startsWith('44') ? `0${digits.slice(2).replace(/^0/, '')}` : `+${digits}`
}
