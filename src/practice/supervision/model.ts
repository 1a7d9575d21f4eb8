import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, optional, shape, Words } from '../../kernel/shape.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { OnIt } from '../../record/work/model.ts'

const Text = (most: number) => Type.String({ maxLength: most })

export const Begin = shape({ id: Id, workerId: Id, on: Day })
/** Who does what by when: it goes into that colleague’s work. */
const AgreedAction = shape({ words: Words(300), ownerId: Id, dueOn: Day })
/** What was discussed about some people of one family, what was decided, and who does it. */
export const Discuss = shape({ id: Id, sessionId: Id, people: Type.Array(Id, { minItems: 1, maxItems: 40 }), words: Words(20_000), decided: optional(Text(8000)), /** Who else took part, in a group supervision. */ beside: optional(Text(400)), /** Colleagues who took part in it. */ with: optional(Type.Array(Id, { maxItems: 20 })), actions: optional(Type.Array(AgreedAction, { maxItems: 6 })) })
export type Discuss = Static<typeof Discuss>
export const OwnPart = shape({ sessionId: Id, wellbeing: Text(8000), learning: Text(8000), agreed: Text(8000) })
/** Who supervises somebody besides their line manager, from a day on, and why. */
export const NameSupervisor = shape({ id: Id, workerId: Id, supervisorId: Id, from: Day, reason: Words(500) })
export const EndSupervisor = shape({ id: Id, on: Day })
export const Sign = shape({ sessionId: Id })

export type Session = Readonly<{ id: string; workerId: string; worker: string; managerId: string; manager: string; on: PlainDate; state: 'open' | 'signed'; /** Led by somebody whom the line manager named. */ byNamed: boolean; managerSignedAt: Instant | null; workerSignedAt: Instant | null }>
export type Entry = Readonly<{ id: string; sessionId: string; people: readonly string[]; words: string; decided: string; beside: string; /** Colleagues who took part, by name. */ with: readonly string[]; on: PlainDate; worker: string; manager: string }>
export type Own = Readonly<{ wellbeing: string; learning: string; agreed: string }>
/** A worker whom somebody leads: when they were last supervised, since when they are here. */
export type Led = Readonly<{ id: string; name: string; jobTitle: string | null; since: PlainDate; heldOn: readonly PlainDate[]; lastId: string | null; openId: string | null; unsignedId: string | null }>

/** Something to talk about. The first kinds come first. */
export const pointKinds = ['notSeen', 'late', 'decision', 'drifting', 'still', 'warning', 'unsigned', 'soon'] as const
export type PointKind = (typeof pointKinds)[number]
export type Point = Readonly<{ kind: PointKind; words: string; second: string; href: string }>
/** One family of the caseload with what there is to talk about. */
export type Family = Readonly<{ key: string; people: readonly OnIt[]; points: readonly Point[]; spokenOn: PlainDate | null }>
/** Somebody named to supervise somebody else. `ours`: the reader leads the one who is supervised, and may end it. */
export type Named = Readonly<{ id: string; workerId: string; worker: string; supervisorId: string; supervisor: string; from: PlainDate; to: PlainDate | null; reason: string; ours: boolean }>
