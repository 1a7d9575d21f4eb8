import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type pg from 'pg'
import type { Db } from '../db/pool.ts'
import type { Documents } from '../documents.ts'

/** When a recurring job is done: at a time of the clock of England, every so many minutes, or whenever something waits for it. */
export type When = Readonly<{ at: string } | { everyMinutes: number } | { whenever: (db: Db) => Promise<boolean> }>

/** What a job works with: connections as the role of jobs; as the role that reads everybody for a return, and writes nothing; as the application, which sees nobody until it says as whom; how documents are kept; and whether the server is about to stop. */
export type Bench = Readonly<{ pool: pg.Pool; reports: pg.Pool; app: pg.Pool; documents: Documents; stopping: () => boolean }>

/** What came of it, in counts and plain words, never a name. `more`: it was asked to stop before the end, and goes on later. `alert`: somebody has to look. */
export type Done = Readonly<{ did: string; more?: boolean; alert?: Readonly<{ kind: string; words: string }> }>

/** One thing that is done in the background. Done again after a crash in the middle: what it does twice must be as if done once. */
export type Job = Readonly<{
  name: string
  /** As an administrator reads it. */
  title: string
  does: string
  when?: When
  /** Never behind what takes long: done beside everything else, one after the other with its like. */
  prompt?: true
  schema: TSchema
  run: (bench: Bench, input: unknown) => Promise<Done>
}>

/** A job with a typed input. */
export const job = <S extends TSchema>(name: string, rule: Omit<Job, 'name' | 'schema' | 'run'> & Readonly<{ schema: S; run: (bench: Bench, input: Static<S>) => Promise<Done> }>): Job => ({
  ...rule,
  name,
  run: async (bench, input) => {
    if (!Value.Check(rule.schema, input)) throw new StrangeInput()
    return rule.run(bench, input)
  },
})
/** The row holds something this job does not take: written by another version of Kith, or by hand. */
export class StrangeInput extends Error {}
