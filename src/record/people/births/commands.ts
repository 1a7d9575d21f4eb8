import { addDays, isPlainDate, plain } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { happeningsOf } from '../../access/register.ts'
import { idsOf } from '../queries.ts'
import { recordingOf, recordRelationships, registerPeople } from '../register.ts'
import { fileForSearch } from '../search/store.ts'
import { copyHome, giveHues, insertFact, insertName, presentHome, supersedeFacts } from '../store/writing.ts'
import { eachFollower } from './followers.ts'
import { EndPregnancy, RecordBirth, TakeBackBirth } from './model.ts'
import * as store from './store.ts'

const theDay = (question: string, text: string, today: string): Problem[] =>
  !isPlainDate(text) ? [{ question, problem: 'Write the day as day, month and year, as in 14/1/2026.' }] : text > today ? [{ question, problem: 'This day has not come yet. Record it when it has happened.' }] : []

/** Nothing has become of this unborn child yet. */
async function requireExpected(asking: Asking, personId: string, ids: readonly string[]): Promise<void> {
  const ended = (await store.becomings(asking.db, ids)).some((one) => !one.gone && ids.includes(one.unbornId))
  if (ended || (await store.kindOf(asking.db, personId)) !== 'unborn') throw conflict('What became of this pregnancy is recorded already. Open the record again to see it.')
}

/** An unborn child is born: one child, or more. The first keeps the record with all its work and clocks; the others are worked with by the same people. */
export const recordBirth = command('people.recordBirth', RecordBirth, {
  may: 'record.write',
  people: ({ personId, responsible, livesWith }) => [...new Set([personId, ...(responsible ?? []), ...(livesWith ? [livesWith] : [])])],
  run: async (asking, { personId, children, responsible = [], livesWith }) => {
    const problems = children.flatMap((child, i) => theDay(`children.${i}.bornOn`, child.bornOn, asking.today))
    const days = children.map((child) => child.bornOn).sort()
    const [first] = children
    if (problems.length > 0 || !first) return { problems }
    if ((days.at(-1) ?? '') > addDays(plain(days[0] ?? ''), 120)) return { problems: [{ question: 'children.1.bornOn', problem: 'Children of one pregnancy are born near to each other. Check the days.' }] }
    const ids = await idsOf(asking, [personId])
    await requireExpected(asking, personId, ids)
    const recording = recordingOf(asking)
    const beside = children.slice(1).map((child) => ({ ...child, id: child.id ?? newId(Date.parse(asking.now)) }))
    const born = [personId, ...beside.map((child) => child.id)]

    for (const kind of ['dueOn', 'bornOn', 'sex'] as const) await supersedeFacts(recording, personId, kind)
    await insertFact(recording, { personId, kind: 'bornOn', value: first.bornOn, about: first.bornAbout ?? 'day' })
    await insertFact(recording, { personId, kind: 'sex', value: first.sex })
    if (first.given?.trim() || first.family?.trim()) {
      await store.supersedeNames(recording, personId)
      await insertName(recording, { personId, kind: 'legal', given: first.given?.trim() ?? '', family: first.family?.trim() ?? '', from: first.bornOn })
    }
    await store.setKind(recording, personId, 'person')
    await store.expectedBecomeParents(recording, ids, responsible, first.bornOn)
    if (livesWith && !(await presentHome(asking.db, personId))) await copyHome(recording, livesWith, personId)

    await registerPeople(asking, beside.map(({ id, given, family, sex, bornOn, bornAbout }) => ({ id, sex, bornOn, ...(bornAbout ? { bornAbout } : {}), ...(given?.trim() ? { given: given.trim() } : {}), ...(family?.trim() ? { family: family.trim() } : {}) })), { domain: 'children' })
    for (const child of beside) {
      await store.bornBeside(asking.db, personId, child.id)
      await store.sameFamily(recording, ids, child.id)
      await copyHome(recording, personId, child.id)
    }
    await recordRelationships(asking, born.flatMap((one, i) => born.slice(i + 1).map((other) => ({ personId: one, otherId: other, kind: 'twin' as const, from: first.bornOn }))))
    await giveHues(asking.db, born)
    for (const [i, childId] of born.entries()) await store.insertBecoming(recording, { unbornId: personId, childId, on: children[i]?.bornOn ?? first.bornOn })
    await eachFollower((follower) => follower.born(asking, ids, beside.map((child) => child.id)))
    await fileForSearch(asking.db)
    return { answer: { children: born }, alsoAbout: born, happened: [{ kind: 'person.born', people: born, on: plain(first.bornOn), significant: true, subject: { kind: 'birth', id: personId } }] }
  },
})

/** A pregnancy ended without a child. Work that was about the unborn child alone ends with it; nothing is asked of anybody any more. */
export const endPregnancy = command('people.endPregnancy', EndPregnancy, {
  may: 'record.write',
  people: ({ personId }) => [personId],
  run: async (asking, { personId, on, words }) => {
    const problems = theDay('on', on, asking.today)
    if (problems.length > 0) return { problems }
    const ids = await idsOf(asking, [personId])
    await requireExpected(asking, personId, ids)
    const recording = recordingOf(asking)
    await supersedeFacts(recording, personId, 'dueOn')
    await store.insertBecoming(recording, { unbornId: personId, childId: null, on, words: words?.trim() })
    await eachFollower((follower) => follower.ended?.(asking, ids))
    await fileForSearch(asking.db)
    return { answer: {}, happened: [{ kind: 'pregnancy.ended', people: [personId], on: plain(on), significant: true, subject: { kind: 'birth', id: personId } }] }
  },
})

/** What was recorded of a birth, or of the end of a pregnancy, was a mistake: the unborn child is expected again, and all that was written meanwhile stays. */
export const takeBackBirth = command('people.takeBackBirth', TakeBackBirth, {
  may: 'record.write',
  people: async ({ personId }, db) => [...new Set([personId, ...(await store.becomings(db, [personId])).filter((one) => !one.gone).flatMap((one) => [one.unbornId, ...(one.childId ? [one.childId] : [])])])],
  run: async (asking, { personId, why }) => {
    const standing = (await store.becomings(asking.db, await idsOf(asking, [personId]))).filter((one) => !one.gone)
    const [one] = standing
    if (!one) throw conflict('There is nothing to take back here. Open the record again to see what stands there.')
    const unborn = await idsOf(asking, [one.unbornId])
    const beside = standing.flatMap((other) => (other.childId && other.childId !== other.unbornId ? [other.childId] : []))
    await store.takeBack(recordingOf(asking), unborn, beside, one.recordedAt)
    await store.setKind(recordingOf(asking), one.unbornId, 'unborn')
    for (const childId of beside) await store.foldBack(asking.db, childId, one.unbornId, why.trim())
    await eachFollower((follower) => follower.takenBack?.(asking, unborn))
    await fileForSearch(asking.db)
    const told = (await Promise.all(['person.born', 'pregnancy.ended'].map((kind) => happeningsOf(asking.db, one.unbornId, kind)))).flat()
    const people = [one.unbornId, ...beside]
    return { answer: { personId: one.unbornId }, why: why.trim(), happened: (told.length > 0 ? told : [undefined]).map((event) => ({ kind: 'birth.takenBack', people, on: asking.today, significant: true, subject: { kind: 'birth', id: one.unbornId }, ...(event ? { supersedes: event.id } : {}) })) }
  },
})
