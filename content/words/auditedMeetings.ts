/** What requests about meetings, plans and child protection did, as the privacy officer reads it. */
export const auditedMeetings: Readonly<Record<string, Readonly<{ words: string; opens?: true }>>> = {
  'page.organiseMeeting': { words: 'Opened the form for a meeting', opens: true },
  'page.meeting': { words: 'Read a meeting', opens: true },
  'page.holdMeeting': { words: 'Opened the minutes of a meeting to write', opens: true },
  'page.plan': { words: 'Read a plan', opens: true },
  'page.changePlan': { words: 'Opened a plan to change it', opens: true },
  'meetings.one': { words: 'Read a meeting', opens: true },
  'meetings.arrange': { words: 'Arranged a meeting' },
  'meetings.rearrange': { words: 'Rearranged a meeting' },
  'meetings.cancel': { words: 'Cancelled a meeting' },
  'meetings.invite': { words: 'Asked somebody else to a meeting' },
  'meetings.report': { words: 'Noted that a report has come' },
  'meetings.hold': { words: 'Wrote down a meeting' },
  'plans.one': { words: 'Read a plan', opens: true },
  'plans.change': { words: 'Changed a plan' },
  'plans.finishAction': { words: 'Noted that an action of a plan is done' },
  'plans.end': { words: 'Ended a plan' },
}
