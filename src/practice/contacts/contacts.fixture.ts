import { newId } from '../../kernel/ids.ts'
import type { Caller } from '../../record/access/act.ts'
import { recordContact } from './commands/record.ts'
import type { Outcome, RecordContact } from './model/recorded.ts'

export const friday = '2025-10-03T14:10:00.000Z'
export const monday = '2025-10-06T09:00:00.000Z'

/** What was done, or the test ends with what was to be put right. */
export const done = async <Answer>(outcome: Promise<{ done: Answer } | { problems: readonly { problem: string }[] }>): Promise<Answer> => {
  const came = await outcome
  if ('problems' in came) throw new Error(JSON.stringify(came.problems))
  return came.done
}

/** Kelly with Darren's two and Ahmed's two, none of them known. */
export function family(more: Partial<RecordContact> = {}) {
  const id = { kelly: newId(), darren: newId(), ahmed: newId(), amelia: newId(), noah: newId(), isla: newId(), leo: newId() }
  const parent = (personId: string, otherId: string) => ({ personId, otherId, kind: 'parent' as const })
  const child = (childId: string, given: string, family: string, bornOn: string) => ({ id: childId, given, family, bornOn, bornAbout: 'day' as const })
  const input: RecordContact = {
    id: newId(), source: 'school', agency: 'Oakfield Primary School', name: 'Ms Adeyemi', words: 'Isla has been late nine times since September and falls asleep in class.',
    people: [
      { id: id.kelly, given: 'Kelly', family: 'Smith', sex: 'female' }, { id: id.darren, given: 'Darren', family: 'Smith' }, { id: id.ahmed, given: 'Ahmed', family: 'Begum' },
      child(id.amelia, 'Amelia', 'Smith', '2012-01-14'), child(id.noah, 'Noah', 'Smith', '2014-05-02'), child(id.isla, 'Isla', 'Begum', '2016-03-04'), child(id.leo, 'Leo', 'Begum', '2018-09-30'),
    ],
    relationships: [...[id.amelia, id.noah].flatMap((c) => [parent(id.kelly, c), parent(id.darren, c)]), ...[id.isla, id.leo].flatMap((c) => [parent(id.kelly, c), parent(id.ahmed, c)])],
    about: [...[id.kelly, id.darren, id.ahmed].map((personId) => ({ personId, role: 'adult' as const })), ...[id.amelia, id.noah, id.isla, id.leo].map((personId) => ({ personId, role: 'child' as const }))],
    home: { people: [id.kelly, id.amelia, id.noah, id.isla, id.leo], address: { lines: ['12 Mill Lane'], postcode: 'W12 8QT' } },
    ...more,
  }
  return { id, input, children: [id.amelia, id.noah, id.isla, id.leo] }
}

/** Records the family's contact, by this caller where no other is said. */
export const recordedBy = (usual: Caller) => async (by: Caller = usual, more: Partial<RecordContact> = {}) => {
  const one = family(more)
  await done(recordContact.do(by, one.input))
  return one
}

/** The same outcome for all of these children. */
export const all = (children: readonly string[], outcome: Outcome) => children.map((personId) => ({ personId, outcome }))
