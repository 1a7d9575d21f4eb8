import type { MeetingKind } from '../../src/engine/meetings/model.ts'

/** Meetings about harm outside the home. */
export const safetyMeetings: readonly MeetingKind[] = [
  {
    id: 'exploitationMeeting', name: 'Meeting about exploitation', domain: 'children', held: 'exploitation.reviewed', duties: ['exploitation.reviewed'], chair: 'manager', participation: true,
    usually: [{ agency: 'socialCare', report: true }, { agency: 'police', report: true }, { agency: 'school', report: true }, { agency: 'health' }, { agency: 'youthJustice' }, { agency: 'parent' }], outcomes: [],
  },
]
