// A server that takes one job and never finishes it: a test kills it in the middle. `node server.fixture.ts URL NAME`
import { Type } from '@sinclair/typebox'
import { systemClock } from '../../src/platform/clock.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { job } from '../../src/platform/jobs/model.ts'
import { startRunner } from '../../src/platform/jobs/runner.ts'

const [url = '', name = ''] = process.argv.slice(2)
const endless = job(name, { title: 'Endless', does: 'Nothing', schema: Type.Object({}), run: () => new Promise(() => undefined) })
startRunner(openPool(url, 3), [endless], systemClock, 20)
setInterval(() => undefined, 60_000)
