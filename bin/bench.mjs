import { runProofs } from './lib/proofs.mjs'

await runProofs('bench', process.argv.slice(2), 120)
