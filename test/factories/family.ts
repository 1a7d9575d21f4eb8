import { newId } from '../../src/kernel/ids.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import type { NewPerson, NewRelationship } from '../../src/record/people/model.ts'

/** The Smith and Begum family: Kelly, Darren and Ahmed; Amelia, Noah, Isla and Leo; one home. Recorded by the caller. */
export async function smithAndBegum(caller: Caller) {
  const id = { kelly: newId(), darren: newId(), ahmed: newId(), amelia: newId(), noah: newId(), isla: newId(), leo: newId() }
  const home = { householdId: newId(), lines: ['12 Mill Lane', 'Ardenvale'], postcode: 'ZV1 4QT' }
  const people: NewPerson[] = [
    { id: id.kelly, given: 'Kelly', family: 'Smith', bornOn: '1991-05-02', sex: 'female', address: home },
    { id: id.darren, given: 'Darren', family: 'Smith', bornOn: '1988-02-11', sex: 'male' },
    { id: id.ahmed, given: 'Ahmed', family: 'Begum', bornOn: '1994-08-30', sex: 'male', address: home },
    { id: id.amelia, given: 'Amelia', family: 'Smith', bornOn: '2012-03-09', sex: 'female', address: home },
    { id: id.noah, given: 'Noah', family: 'Smith', bornOn: '2014-07-21', sex: 'male', address: home },
    { id: id.isla, given: 'Isla', family: 'Begum', bornOn: '2016-01-14', sex: 'female', address: home },
    { id: id.leo, given: 'Leo', family: 'Begum', bornOn: '2018-10-05', sex: 'male', address: home },
  ]
  const parent = (personId: string, otherId: string): NewRelationship => ({ personId, otherId, kind: 'parent', parentalResponsibility: 'yes' })
  const relationships = [
    ...[id.amelia, id.noah].flatMap((child) => [parent(id.kelly, child), parent(id.darren, child)]),
    ...[id.isla, id.leo].flatMap((child) => [parent(id.kelly, child), parent(id.ahmed, child)]),
    { personId: id.darren, otherId: id.kelly, kind: 'separated', from: '2011-06-01', to: '2014-09-01' } as const,
    { personId: id.ahmed, otherId: id.kelly, kind: 'partner', from: '2015-03-01' } as const,
  ]
  const outcome = await addPeople.do(caller, { people, relationships })
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return id
}
