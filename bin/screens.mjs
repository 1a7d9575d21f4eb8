import { runUnderNode24 } from './lib/node24.mjs'
import { chromiumForTests } from './lib/chromium.mjs'
import { buildWhatChanged } from './lib/build.mjs'
import { installWhatIsMissing } from './lib/install.mjs'
import { join } from 'node:path'
import { root } from './lib/project.mjs'

await installWhatIsMissing({ forTests: true })
await buildWhatChanged()
const chromium = chromiumForTests()
process.exit(await runUnderNode24([join(root, 'bin/lib/withDatabase.mjs'), join(root, 'test/screens.ts'), ...process.argv.slice(2)], { environment: chromium ? { CHROMIUM: chromium } : {}, folder: root, minutes: 10 }))
