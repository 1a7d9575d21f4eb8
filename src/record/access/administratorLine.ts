import { randomBytes } from 'node:crypto'
import { migrate } from '../../platform/db/migrate.ts'
import type { LineCommand } from '../../platform/start/commandLine.ts'
import { StartFault } from '../../platform/start/fault.ts'
import { hashPassword } from './signIn.ts'
import { makeFirstAccount } from './store/firstAccount.ts'

/** `administrator EMAIL NAME`: the first account of a council of one's own. Every other account is made on a page. */
export const administratorLine: LineCommand = {
  name: 'administrator',
  takes: 'EMAIL NAME',
  does: 'Makes the first account of a council in which nobody can sign in yet, and shows its password once.',
  async run({ ownerUrl, words, print }) {
    const [email = '', ...names] = words
    const name = names.join(' ').trim()
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || name === '') throw new StartFault('Give an e-mail address and a name: npm run kith -- administrator ada.byron@council.example "Ada Byron".')
    await migrate(ownerUrl)
    const password = randomBytes(12).toString('base64url')
    if (!(await makeFirstAccount(ownerUrl, { email, name, passwordHash: await hashPassword(password) }))) {
      throw new StartFault('Somebody can sign in here already, and nothing was changed. An administrator makes more accounts under Settings, People who work here.')
    }
    print(`${name} is the administrator here. Sign in as ${email} with the password ${password}`)
    print('It is shown this once. A second factor is set up at the first sign-in; change the password on Your sign-ins, and give everybody else an account under Settings.')
  },
}
