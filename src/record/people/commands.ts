import { Type } from '@sinclair/typebox'
import { newId } from '../../kernel/ids.ts'
import { nhsNumberOf, upnOf } from '../../kernel/identifiers.ts'
import { Day, Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import { command } from '../access/act.ts'
import { factKinds, identifierKinds, nameKinds, NewAddress, NewPerson, NewRelationship } from './model.ts'
import { problemsOfPerson, recordingOf, recordRelationships, registerPeople } from './register.ts'
import { fileForSearch } from './search/store.ts'
import * as store from './store/writing.ts'
import { problemsOfReview } from './warnings/commands.ts'

/** Adds people to a family that is known: who they are to whom, in one go. */
export const addPeople = command('people.add', shape({ people: Type.Array(NewPerson, { minItems: 1, maxItems: 20 }), relationships: Type.Array(NewRelationship, { maxItems: 60 }), livesWith: optional(Id) }), {
  may: 'record.write',
  people: ({ people, relationships, livesWith }) => {
    const fresh = new Set(people.map((p) => p.id))
    return [...new Set([...relationships.flatMap((r) => [r.personId, r.otherId]), ...(livesWith ? [livesWith] : [])])].filter((id) => !fresh.has(id))
  },
  run: async (asking, { people, relationships, livesWith }) => {
    const problems = people.flatMap((p, i) => problemsOfPerson(p, asking.today, `people.${i}`))
    if (problems.length > 0) return { problems }
    await registerPeople(asking, people, { domain: 'children' })
    if (livesWith) for (const p of people) await store.copyHome(recordingOf(asking), livesWith, p.id)
    await recordRelationships(asking, relationships)
    const ids = people.map((p) => p.id)
    return { answer: { people: ids }, alsoAbout: ids, happened: [{ kind: 'person.added', people: ids, on: asking.today }] }
  },
})

/** A fact of somebody: the present one is superseded, what was known before stays readable as at its day. */
export const recordFact = command('people.recordFact', shape({ personId: Id, kind: OneOf(factKinds), value: Words(2000), about: optional(OneOf(['day', 'month', 'year', 'unknown'] as const)), from: optional(Day) }), {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, fact) => {
    await store.supersedeFacts(recordingOf(asking), fact.personId, fact.kind)
    await store.insertFact(recordingOf(asking), fact)
    await fileForSearch(asking.db)
    return { answer: {}, happened: [{ kind: 'person.factChanged', people: [fact.personId], on: asking.today, domain: 'shared' }] }
  },
})

export const recordName = command('people.recordName', shape({ personId: Id, kind: OneOf(nameKinds), given: Type.String({ maxLength: 200 }), family: Type.String({ maxLength: 200 }), from: optional(Day) }), {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, name) => {
    if (!name.given.trim() && !name.family.trim()) return { problems: [{ question: 'given', problem: 'Write at least a first name or a surname.' }] }
    // A name that is no longer used becomes a former name: search still finds it.
    if (name.kind === 'legal' || name.kind === 'knownAs') await store.retireNames(recordingOf(asking), name.personId, name.kind, name.from ?? asking.today)
    await store.insertName(recordingOf(asking), name)
    await fileForSearch(asking.db)
    return { answer: {}, happened: [{ kind: 'person.nameChanged', people: [name.personId], on: asking.today, domain: 'shared' }] }
  },
})

/** People move together: one address for all of them, who then live in one household. */
export const moveHome = command('people.moveHome', shape({ people: Type.Array(Id, { minItems: 1, maxItems: 40 }), address: NewAddress, on: Day }), {
  may: 'record.write',
  domain: 'shared',
  people: ({ people }) => people,
  run: async (asking, { people, address, on }) => {
    if (on > asking.today) return { problems: [{ question: 'on', problem: 'Write the day they moved. A move that is to come is recorded when it has happened.' }] }
    const householdId = address.householdId ?? newId(Date.parse(asking.now))
    for (const id of people) {
      await store.endAddresses(recordingOf(asking), id, address.kind ?? 'home', on)
      await store.insertAddress(recordingOf(asking), id, { ...address, householdId, from: on })
    }
    await fileForSearch(asking.db)
    return { answer: { householdId }, happened: [{ kind: 'person.moved', people, on: asking.today, domain: 'shared' }] }
  },
})

export const recordIdentifier = command('people.recordIdentifier', shape({ personId: Id, kind: OneOf(identifierKinds), value: Words(60) }), {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, { personId, kind, value }) => {
    if (kind === 'nhs' && !nhsNumberOf(value)) return { problems: [{ question: 'value', problem: 'Check the NHS number: it has ten digits, and the last one does not fit the others.' }] }
    if ((kind === 'upn' || kind === 'formerUpn') && !upnOf(value)) return { problems: [{ question: 'value', problem: 'Check the UPN: it has a letter and twelve more signs, and the letter does not fit the others.' }] }
    await store.insertIdentifier(recordingOf(asking), personId, kind, (kind === 'nhs' ? nhsNumberOf(value) : upnOf(value)) ?? value.trim())
    await fileForSearch(asking.db)
    return { answer: {} }
  },
})

export const relate = command('people.relate', NewRelationship, {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId, otherId }) => [personId, otherId],
  run: async (asking, relationship) => {
    if (relationship.personId === relationship.otherId) return { problems: [{ question: 'otherId', problem: 'Choose two different people.' }] }
    await recordRelationships(asking, [relationship])
    return { answer: {}, happened: [{ kind: 'family.relationshipRecorded', people: [relationship.personId, relationship.otherId], on: asking.today, domain: 'shared' }] }
  },
})

/** What those who visit must know. Looked at again within 12 months. */
export const addWarning = command('people.addWarning', shape({ personId: Id, kind: Words(60), words: Words(1000), reviewOn: Day }), {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, warning) => {
    const problems = problemsOfReview(warning.reviewOn, asking.today)
    if (problems.length > 0) return { problems }
    await store.insertWarning(recordingOf(asking), { ...warning, from: asking.today })
    return { answer: {}, happened: [{ kind: 'warning.added', people: [warning.personId], on: asking.today, domain: 'shared', significant: true }] }
  },
})

/** The child's own words, drawing or sign, as a dated fact. */
export const recordVoice = command('people.recordVoice', shape({ personId: Id, words: Words(4000), saidOn: Day, how: OneOf(['said', 'wrote', 'drew', 'signed', 'played', 'observed', 'advocate'] as const), place: optional(Type.String({ maxLength: 200 })) }), {
  may: 'record.write',
  people: ({ personId }) => [personId],
  run: async (asking, voice) => {
    if (voice.saidOn > asking.today) return { problems: [{ question: 'saidOn', problem: 'This day has not come yet. Write the day it was said.' }] }
    const id = newId(Date.parse(asking.now))
    await store.insertVoice(recordingOf(asking), { id, ...voice, saidTo: asking.actor.name })
    return { answer: { id }, happened: [{ kind: 'voice.heard', people: [voice.personId], on: asking.today, significant: true, subject: { kind: 'voice', id } }] }
  },
})
