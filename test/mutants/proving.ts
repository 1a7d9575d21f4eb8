// Runs the same tests again and again on a changing copy of the sources, for whoever started it: `node proving.ts FOLDER TESTS…`.
import { createVitest } from 'vitest/node'
import { writeFileSync } from 'node:fs'

const [folder = '', ...tests] = process.argv.slice(2)
// Pure rules ask no database; the name keeps the tests' set-up from starting one.
process.env.KITH_TEST_DATABASE = 'none'
process.env.NODE_ENV = 'test'
const house = await createVitest('test', { watch: true, root: folder, reporters: [{}], maxWorkers: 1, isolate: false, pool: 'threads', bail: 1, testTimeout: 20_000 })
const files = await house.globTestSpecifications(tests)

process.on('message', (texts: Readonly<Record<string, string>>) => void pass(texts).then((passed) => process.send?.({ passed }), () => process.exit(1)))

async function pass(texts: Readonly<Record<string, string>>): Promise<boolean> {
  for (const [path, text] of Object.entries(texts)) {
    writeFileSync(path, text)
    house.invalidateFile(path)
  }
  for (let turn = 0; turn < 5; turn += 1) {
    const states = (await house.runTestSpecifications(files, true)).testModules.map((one) => one.state())
    if (states.includes('failed')) return false
    if (states.length === files.length && states.every((state) => state === 'passed')) return true
    // What the first failure of the run before cut short can reach into the next: that says nothing, and is asked again.
  }
  throw new Error('The tests neither passed nor failed.')
}
process.send?.({ ready: true })
