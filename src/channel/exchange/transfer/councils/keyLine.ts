import { mkdirSync } from 'node:fs'
import { keysOf } from '../../../../platform/keys.ts'
import { councilKeyOf } from '../../../../platform/keys/councilKey.ts'
import type { LineCommand } from '../../../../platform/start/commandLine.ts'

/** `key`: the public part of the council's key, to be given to other councils. */
export const keyLine: LineCommand = {
  name: 'key',
  does: 'Shows the public part of the council’s key, which other councils need to send a case here and to know what came from here.',
  opens: 'nothing',
  run({ dataFolder, print }) {
    mkdirSync(dataFolder, { recursive: true })
    const key = councilKeyOf(keysOf({ given: process.env['KITH_KEY'], dataFolder })).public
    print(key.text)
    print(`Its name, to be read aloud by telephone so that both are sure: ${key.name}`)
    return Promise.resolve()
  },
}
