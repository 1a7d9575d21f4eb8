import { installWhatIsMissing } from './lib/install.mjs'
import { buildWhatChanged } from './lib/build.mjs'
import { runUnderNode24 } from './lib/node24.mjs'
import { root } from './lib/project.mjs'

await installWhatIsMissing({ forTests: false })
await buildWhatChanged()
process.exit(await runUnderNode24([`${root}/dist/server/kith.js`, ...process.argv.slice(2)]))
