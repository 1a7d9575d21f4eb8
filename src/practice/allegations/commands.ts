import { allegationCriteria, allegationOutcomes, allegationSteps, professionalRoles } from '../../../content/codes/allegations.ts'
import type { CodeList } from '../../../content/codes/codeList.ts'
import { isPlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { command } from '../../record/access/act.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import { AnswerAllegation, EndAllegation, KeepStep, TakeUp, TellAllegation } from './model.ts'
import * as store from './store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })
const has = (list: CodeList, code: string): boolean => list.codes.some((one) => one.code === code)
const past = (asking: Asking, on: string): readonly Problem[] => (isPlainDate(on) && on <= asking.today ? [] : [{ question: 'on', problem: 'Give the day it happened: today or before.' }])
const over = { problems: [{ question: '', problem: 'This has ended. It is kept as it was.' }] }
const told = (kind: string, people: readonly string[], on: Happening['on'], id: string): Happening => ({ kind, people, on, domain: 'allegation', subject: { kind: 'allegation', id } })

/** Tells the designated officers of an allegation against somebody who works with children. Whoever tells reads it no more, and nobody else learns of it. */
export const tellAllegation = command('allegations.tell', TellAllegation, {
  may: 'allegation.tell',
  people: () => [],
  run: async (asking, { people, professionalId, name, role, employer, knownOn, words }) => {
    if (!has(professionalRoles, role)) return { problems: [{ question: 'role', problem: 'Choose what they do with children.' }] }
    if (!isPlainDate(knownOn) || knownOn > asking.today) return { problems: [{ question: 'knownOn', problem: 'Give the day it was known: today or before.' }] }
    const id = newId(Date.parse(asking.now))
    await store.tell(asking.db, { id, name: name.trim(), role, employer: employer?.trim() ?? '', knownOn, toldOn: asking.today, toldBy: asking.actor.name, words: words.trim(), professionalId: professionalId ?? '', at: asking.now }, people)
    return { answer: { told: true }, alsoAbout: people }
  },
})

/** The first answer of the designated officer. */
export const answerAllegation = command('allegations.answer', AnswerAllegation, {
  may: 'allegation.keep', domain: 'allegation',
  people: ({ id }, db) => store.peopleOf(db, id),
  run: async (asking, { id, criterion, on, words }) => {
    const problems = [...past(asking, on), ...(has(allegationCriteria, criterion) ? [] : [{ question: 'criterion', problem: 'Choose why it is, or is not, for the designated officer.' }])]
    if (problems.length > 0 || !isPlainDate(on)) return { problems }
    if ((await store.setAnswer(asking.db, id, { criterion, on })) === 0) return over
    await store.insertStep(asking.db, by(asking), { allegationId: id, kind: 'answer', on, came: null, words: words.trim() })
    return { answer: { id }, happened: [told('allegation.answered', await store.peopleOf(asking.db, id), on, id)] }
  },
})

/** A meeting, what the police or the employer did, who was told. */
export const keepAllegationStep = command('allegations.step', KeepStep, {
  may: 'allegation.keep', domain: 'allegation',
  people: ({ id }, db) => store.peopleOf(db, id),
  run: async (asking, { id, kind, on, came, words }) => {
    const problems = [...past(asking, on), ...(has(allegationSteps, kind) ? [] : [{ question: 'kind', problem: 'Choose what was done.' }])]
    if (problems.length > 0 || !isPlainDate(on)) return { problems }
    await store.insertStep(asking.db, by(asking), { allegationId: id, kind, on, came: came?.trim() || null, words: words.trim() })
    return { answer: { id }, happened: [told('allegation.step', await store.peopleOf(asking.db, id), on, id)] }
  },
})

/** What came of it, in the words of the guidance. */
export const endAllegation = command('allegations.end', EndAllegation, {
  may: 'allegation.keep', domain: 'allegation',
  people: ({ id }, db) => store.peopleOf(db, id),
  run: async (asking, { id, outcome, on, words, barring, regulator }) => {
    const problems = [...past(asking, on), ...(has(allegationOutcomes, outcome) ? [] : [{ question: 'outcome', problem: 'Choose what came of it.' }])]
    if (problems.length > 0 || !isPlainDate(on)) return { problems }
    if ((await store.setEnd(asking.db, id, { outcome, on, words: words.trim(), barring: barring ?? false, regulator: regulator ?? false })) === 0) return over
    return { answer: { id }, happened: [told('allegation.ended', await store.peopleOf(asking.db, id), on, id)] }
  },
})

/** An officer who came later opens what the others see. */
export const takeUpAllegations = command('allegations.takeUp', TakeUp, {
  may: 'allegation.keep',
  people: () => [],
  run: async (asking) => ({ answer: { allegations: await store.takeUp(asking.db, asking.today) } }),
})
