import { runProofs } from './lib/proofs.mjs'

await runProofs('soak', process.argv.slice(2), 30)
