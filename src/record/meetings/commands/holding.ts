import { command } from '../../access/act.ts'
import { Hold } from '../model.ts'
import * as register from '../register.ts'
import * as store from '../store.ts'

/** Writes down a meeting that was held: who came, what was said, what was decided for each. */
export const holdMeeting = command('meetings.hold', Hold, {
  may: 'record.write',
  people: ({ meetingId }, db) => store.peopleOfMeeting(db, meetingId),
  run: async (asking, hold) => {
    const held = await register.holdMeeting(asking, hold.meetingId, hold)
    return 'problems' in held ? held : { answer: { id: hold.meetingId }, happened: held.happened }
  },
})
