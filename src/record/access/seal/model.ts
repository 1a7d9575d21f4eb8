/** An event of the audit as it is sealed: every column, as text that reads the same for ever. `at`: UTC with microseconds. */
export type Event = Readonly<{
  id: number
  at: string
  actor: string | null
  session: string | null
  what: string
  people: readonly string[]
  why: string | null
  refused: boolean
  via: string
  section: string | null
}>

/** A link of the chain: which events it seals, sixteen bytes of each one's digest, the hash over all that and the link before it, and the signature of the hash. */
export type Seal = Readonly<{
  number: number
  sealedAt: string
  /** The last id there was; ids below it that had not arrived when it was sealed. */
  upto: number
  awaited: readonly number[]
  events: readonly number[]
  digests: Buffer
  hash: Buffer
  signature: Buffer
}>

/** What the next link needs of the one before it. */
export type Link = Pick<Seal, 'number' | 'upto' | 'awaited' | 'hash'>

/** The end of the chain as it was noted outside the database. `key`: with which signatures can be tested by anybody. */
export type Checkpoint = Readonly<{ number: number; sealedAt: string; hash: string; signature: string; key: string }>

/** What a check found. Ids and times only, never a name. */
export type Finding = Readonly<{
  kind: 'changed' | 'deleted' | 'inserted' | 'antedated' | 'broken' | 'forged' | 'missing' | 'cutOff'
  words: string
}>
