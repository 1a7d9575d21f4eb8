import type { MeetingKind } from '../../src/engine/meetings/model.ts'
import { careMeetings } from './care.ts'
import { legalMeetings } from './legal.ts'
import { safetyMeetings } from './safety.ts'
import { protectionMeetings } from './protection.ts'

/** Every kind of meeting of the national pack. */
export const meetingKinds: readonly MeetingKind[] = [...protectionMeetings, ...careMeetings, ...legalMeetings, ...safetyMeetings]
