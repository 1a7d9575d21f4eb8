import type { Actor } from './actors.ts'
import { mixOf, type Line } from './lines.ts'
import { load, type Result } from './measure.ts'
import type { Three } from './servers.ts'

/**
 * How long each connection waits between an answer and its next request, on average. 800 staff (the most that the brief names), all at work at once, each asking for something
 * every 20 seconds, are 40 requests a second; over 32 connections that is one every 0.8 seconds (docs/decisions/0180-people-pause.md).
 */
export const pauseMs = 800

export type Paused = Readonly<{ json: Result; html: Result; thin: Result }>

/** The mix of people who pause: as JSON, as pages (the kinds that have one), and of thin. */
export async function pausing(three: Three, lines: readonly Line[], actors: readonly Actor[], seconds: number): Promise<Paused> {
  const run = async (target: Three['kith'], call: (line: Line) => Line['json'] | undefined) => {
    const mix = mixOf(lines, actors, call)
    await load(target, mix, { seconds: 2 })
    return load(target, mix, { seconds, pause: pauseMs })
  }
  return { thin: await run(three.thin, (line) => line.thin), json: await run(three.kith, (line) => line.json), html: await run(three.kith, (line) => line.html) }
}

const ms = (n: number | undefined) => (n === undefined ? '' : n.toFixed(0))

/** A table of p95, kind by kind. */
export const pausedTable = ({ json, html, thin }: Paused, lines: readonly Line[]): string[] => [
  '| p95, people who pause, ms | thin | Kith JSON (100) | Kith HTML (150) |', '|---|--:|--:|--:|',
  `| **the mix** | ${ms(thin.p95)} | ${ms(json.p95)} | ${ms(html.p95)} |`,
  ...lines.filter((line) => line.share > 0).map((line) => `| ${line.name} | ${ms(thin.kinds.get(line.name))} | ${ms(json.kinds.get(line.name))} | ${ms(html.kinds.get(line.name))} |`),
]
