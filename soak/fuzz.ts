// Every operation of the OpenAPI document, two hundred cases each, as nine people and as nobody: no 5xx, no stack trace, no answer outside the document.
import { fuzz, openToFuzz } from '../test/fuzz/run.ts'

const each = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 20261122)
const world = await openToFuzz()
const found = await fuzz(world, each, seed, (line) => process.stdout.write(`${line}\n`), process.argv[4])
await world.close()
const statuses = Object.entries(found.statuses).map(([status, count]) => `${status}: ${count}`).join(', ')
process.stdout.write(`\n${found.operations} operations, ${found.cases} cases, seed ${seed}\nAnswered ${statuses}\n`)
process.stdout.write(found.faults.length === 0 ? 'Every answer is one that the document names. No fault of ours.\n' : `FAILED: ${found.faults.length} kinds of answer outside the document\n`)
process.exit(found.faults.length === 0 ? 0 : 1)
