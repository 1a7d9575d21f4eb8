import { isGuessed } from './guessed.ts'

let listed: Promise<ReadonlySet<string>> | undefined
/** The 49,000 passwords that people use most (zxcvbn-ts, MIT). Read when somebody first chooses one: it is no work of a start. */
const mostUsed = (): Promise<ReadonlySet<string>> => (listed ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])))

/**
 * Why this password would be guessed; undefined when it is as good as its length.
 * `near`: words that anybody would try here: the council's name, the person's own name and address. OWASP ASVS 5, 6.2.4 and 6.2.11.
 */
export async function passwordProblem(password: string, near: readonly string[]): Promise<string | undefined> {
  const why = isGuessed(password, await mostUsed(), near)
  if (why === 'common') return 'This is one of the passwords that are tried first, or one of them with numbers or signs around it. Three words that do not belong together are good.'
  if (why === 'near') return 'This is a name that anybody would try here: the council’s, the product’s or the person’s own, with little around it. Three words that do not belong together are good.'
  return undefined
}
