import type { Value } from '../../engine/conditions/model.ts'
import { formsTakenFrom, proposalsFrom, standingBefore, type Earlier } from '../../engine/forms/broughtForward.ts'
import type { Frozen, FrozenQuestion } from '../../engine/forms/frozen.ts'
import { mergeAnswers } from '../../engine/forms/merging.ts'
import type { About, Answer, Answers, FormDefinition, Proposal } from '../../engine/forms/model.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/pool.ts'
import type { Asking, Domain } from '../access/model.ts'
import type { Change, Clash, FormRead, FormState } from './model.ts'
import * as store from './store.ts'

const same = (a: unknown, b: unknown): boolean => a === b || (typeof a === 'string' && typeof b === 'string' ? false : JSON.stringify(a ?? null) === JSON.stringify(b ?? null))
const empty = (value: Value | null | undefined): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const aboutOf = (childId: string | undefined): readonly string[] => (childId === undefined ? [] : [childId])

/** The rows of a form as the engine reads them: shared answers and each child's own. */
function answersOf(rows: readonly store.SectionRow[]): Answers {
  const answers: Answers = {}
  for (const row of rows) {
    const child = row.about[0]
    for (const [question, value] of Object.entries(row.answers)) {
      const before = answers[question] ?? {}
      answers[question] = child === undefined ? { ...before, all: value } : { ...before, each: { ...before.each, [child]: value } }
    }
  }
  return answers
}

function proposalsOf(rows: readonly store.SectionRow[]): Proposal[] {
  const found = new Map<string, Proposal>()
  for (const row of rows) {
    const child = row.about[0]
    for (const [question, { value, source }] of Object.entries(row.proposals)) {
      const before: Answer = found.get(question)?.answer ?? {}
      found.set(question, { question, source, answer: child === undefined ? { ...before, all: value } : { ...before, each: { ...before.each, [child]: value } } })
    }
  }
  return [...found.values()]
}

/** A form as the reader may see it. What is about a child they may not read is not there. @throws NotFound */
export async function readForm(asking: Asking, formId: string): Promise<FormRead> {
  const form = await store.formById(asking.db, formId)
  if (!form) throw notFound('We could not find that form.')
  const [rows, people, kept] = [await store.sectionsOf(asking.db, formId), await store.peopleOfForm(asking.db, formId), await store.openClashes(asking.db, formId)]
  asking.saw(people)
  const last = [...rows].sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0]
  const answers = answersOf(rows)
  const clashes = kept.flatMap((k): Clash[] => {
    if (!k.question) return []
    const childId = k.about[0]
    const theirs = (childId === undefined ? answers[k.question]?.all : answers[k.question]?.each?.[childId]) ?? null
    const stands = rows.find((row) => row.about.join() === k.about.join() && row.section === k.section)
    return [{ id: k.id, question: k.question, childId, mine: k.answers[k.question] ?? null, theirs, by: k.by, theirsBy: stands?.savedBy ?? null, at: k.at }]
  })
  return {
    id: form.id, form: form.form, formVersion: form.formVersion, state: form.state, itemId: form.itemId, previousId: form.previousId, version: form.version,
    startedBy: form.startedBy, startedAt: form.startedAt, finishedAt: form.finishedAt, people, answers, proposals: proposalsOf(rows), left: form.left, clashes,
    savedAt: last?.savedAt ?? null, savedBy: last?.savedBy ?? null,
  }
}

/** An earlier form, as whoever opens the next one asks whether what it said about all of its people may be said again about these. */
export type EarlierForm = Readonly<{ id: string; form: string; itemId: string | null; people: readonly string[] }>
type Opening = Readonly<{
  definition: FormDefinition; domain: Domain; itemId: string; about: About
  /** What other kinds of forms are called that this one takes from. */
  titles?: Readonly<Record<string, string>>
  /** Whether what an earlier form said about all of its people may be brought forward. Without it, always. */
  mayShare?: (before: EarlierForm) => Promise<boolean>
}>

/** What the last finished forms said that this one takes from, as far as whoever opens it reads them. */
async function earlierOf(asking: Asking, o: Opening, people: readonly string[], previousId: string | undefined): Promise<Earlier[]> {
  const { db, now } = asking
  const earlier: Earlier[] = []
  for (const form of formsTakenFrom(o.definition)) {
    const id = form === o.definition.id ? previousId : await store.lastFinished(db, form, people)
    const before = id === undefined ? undefined : await store.formById(db, id)
    if (!id || !before) continue
    const said = answersOf(await store.sectionsOf(db, id))
    const shared = !o.mayShare || (await o.mayShare({ id, form, itemId: before.itemId, people: await store.peopleOfForm(db, id) }))
    const answers: Answers = shared ? said : Object.fromEntries(Object.entries(said).map(([question, answer]) => [question, answer.each ? { each: answer.each } : {}]))
    earlier.push({ form, answers, source: { title: form === o.definition.id ? o.definition.title : (o.titles?.[form] ?? o.definition.title), on: (before.finishedAt ?? now).slice(0, 10), ...(before.startedBy ? { by: before.startedBy } : {}), workId: id } })
  }
  return earlier
}

/** Opens a form for people at once, with what the last finished one of its kind (or those it takes from) said brought forward, to be checked. @returns its id */
export async function openForm(asking: Asking, o: Opening): Promise<string> {
  const { db, now, actor } = asking
  const id = newId(Date.parse(now))
  const people = o.about.children.map((child) => child.id)
  const previousId = await store.lastFinished(db, o.definition.id, people)
  await store.insertForm(db, { id, form: o.definition.id, version: o.definition.version, domain: o.domain, itemId: o.itemId, previousId, by: actor.id, at: now, people })
  const rows = new Map<string, { section: string; about: readonly string[]; proposals: Record<string, { value: Value; source: Proposal['source'] }> }>()
  const put = (section: string, about: readonly string[], question: string, value: Value, source: Proposal['source']) => {
    const key = `${section}/${about.join()}`
    const row = rows.get(key) ?? { section, about, proposals: {} }
    row.proposals[question] = { value, source }
    rows.set(key, row)
  }
  for (const proposal of proposalsFrom(o.definition, await earlierOf(asking, o, people, previousId), {}, o.about)) {
    const section = o.definition.sections.find((s) => s.questions.some((q) => q.id === proposal.question))
    if (!section) continue
    if (proposal.answer.all !== undefined) put(section.id, [], proposal.question, proposal.answer.all, proposal.source)
    for (const [child, value] of Object.entries(proposal.answer.each ?? {})) put(section.id, [child], proposal.question, value, proposal.source)
  }
  for (const row of rows.values()) await store.writeSection(db, { formId: id, section: row.section, domain: o.domain, about: row.about, answers: {}, proposals: row.proposals, by: actor.id, at: now })
  return id
}

/** Two lists of choices become one: what either of two people ticked or took away. Nothing for other answers. */
function unitedList(change: Change, present: Value | null): Value | undefined {
  if (!Array.isArray(change.value) || !Array.isArray(present)) return undefined
  const of = (value: Value | null): Answers => (value === null ? {} : { one: { all: value } })
  const merged = mergeAnswers(of(change.base), of(change.value), of(present))
  return merged.clashes.length === 0 ? merged.answers.one?.all : undefined
}

/** A section that somebody is about to write in: its form, and its rows as they were read. They are written over as they were read, or not at all. */
export type Held = Readonly<{ form: store.FormHead; rows: readonly store.HeldSection[] }>
/** What stands in a section of the forms of a piece of work. */
export type Standing = readonly store.SectionOfItem[]

const aboutsOf = (changes: readonly Change[]): (readonly string[])[] => [...new Map(changes.map((change) => [change.childId, aboutOf(change.childId)])).values()]

/** What these changes are about, as it stands: of the form of a piece of work. Nothing is held, so that it may be read before anybody knows who asks. */
export const standingIn = (db: Db, itemId: string, section: string, changes: readonly Change[]): Promise<Standing> => store.sectionRowsOfItem(db, itemId, section, aboutsOf(changes), false)
/** The same, held until the transaction ends. */
export const holdSection = (db: Db, itemId: string, section: string, changes: readonly Change[]): Promise<Standing> => store.sectionRowsOfItem(db, itemId, section, aboutsOf(changes), true)

/** What stands in a section, of this one of the forms of a piece of work. @throws NotFound */
export async function toWriteIn(db: Db, itemId: string, formId: string, standing: Standing): Promise<Held> {
  const rows = standing.filter((row) => row.formId === formId)
  const [first] = rows
  // Nothing was written here yet: the form alone.
  const form = first ? { id: formId, form: first.form, formVersion: first.formVersion, domain: first.domain } : (await store.formsOfItem(db, itemId)).find((one) => one.id === formId)
  if (!form) throw notFound('We could not find that form.')
  return { form, rows }
}

/**
 * Saves what somebody changed in one section, place by place. A place that somebody else changed meanwhile keeps theirs; mine is kept beside it and both come back.
 */
export async function saveChanges(asking: Asking, formId: string, section: string, changes: readonly Change[]): Promise<Kept[]> {
  const form = await store.formById(asking.db, formId)
  if (!form) throw notFound('We could not find that form.')
  const { clashes, written } = saveHeld(asking, { form, rows: await store.sectionRows(asking.db, formId, section, aboutsOf(changes)) }, section, changes)
  await written
  return clashes
}

/** A text that is kept beside what somebody else wrote in its place. */
type Kept = Pick<Clash, 'id' | 'question'>

/** The same of a section that was read. What is `written` was sent, and has to be waited for before anybody is told. */
export function saveHeld(asking: Asking, { form, rows }: Held, section: string, changes: readonly Change[]): Readonly<{ clashes: Kept[]; written: Promise<unknown> }> {
  const { db, now, actor } = asking
  const clashes: Kept[] = []
  const written: Promise<unknown>[] = []
  for (const of of Map.groupBy(changes, (change) => change.childId).values()) {
    const about = aboutOf(of[0]?.childId)
    const row = rows.find((one) => one.about.join() === about.join())
    const answers: Record<string, Value> = { ...row?.answers }
    let changed = false
    for (const change of of) {
      const present = answers[change.question] ?? null
      const united = unitedList(change, present)
      if (united) {
        changed ||= !same(united, present)
        answers[change.question] = united
        continue
      }
      const untouched = same(present, change.base) || (empty(present) && empty(change.base))
      if (!untouched && !same(present, change.value)) {
        const id = newId(Date.parse(now))
        written.push(store.keep(db, { id, formId: form.id, section, domain: form.domain, about, question: change.question, answers: { [change.question]: change.value }, why: 'clash', by: actor.id, at: now }))
        clashes.push({ id, question: change.question })
        continue
      }
      changed ||= !same(present, change.value)
      if (change.value === null) delete answers[change.question]
      else answers[change.question] = change.value
    }
    if (!changed) continue
    // A row that is there is rewritten: an insert that turns into an update would work out twice by which words it is found.
    written.push(row ? store.rewriteSection(db, row, { answers, by: actor.id, at: now }) : store.insertSection(db, { formId: form.id, section, domain: form.domain, about, answers, by: actor.id, at: now }))
  }
  return { clashes, written: Promise.all(written) }
}

const sectionOf = (definition: FormDefinition, question: string): string | undefined => definition.sections.find((section) => section.questions.some((one) => one.id === question))?.id

/** Saves changes anywhere in a form. What two wrote in one place is kept beside it. @returns those places: an answer, for problems would undo everything that was saved */
export async function saveForm(asking: Asking, formId: string, definition: FormDefinition, changes: readonly Change[]): Promise<string[]> {
  const clashes: string[] = []
  for (const [section, of] of Map.groupBy(changes, (change) => sectionOf(definition, change.question))) {
    if (section) clashes.push(...(await saveChanges(asking, formId, section, of)).map((clash) => clash.question))
  }
  return clashes
}

/** Chooses between two texts that were written in one place: what stands there, or the other. Both stay in the history of the form. @throws Conflict */
export async function chooseText(asking: Asking, formId: string, definition: FormDefinition, clashId: string, choose: 'stands' | 'other'): Promise<void> {
  const clash = (await readForm(asking, formId)).clashes.find((one) => one.id === clashId)
  if (!clash) throw conflict('Somebody has settled this already. Open it again.')
  const section = sectionOf(definition, clash.question)
  if (choose === 'other' && section) await saveChanges(asking, formId, section, [{ question: clash.question, ...(clash.childId ? { childId: clash.childId } : {}), base: clash.theirs, value: clash.mine }])
  await settleClash(asking, clashId)
}

export type Choosing = 'keep' | 'change' | 'drop'

/** A choice about one thing brought forward: keep it, put it into the answer to be changed, or it is no longer true. What was written meanwhile is never replaced; `joined`: what is kept stands before it, else it gives way. */
export async function settleProposal(asking: Asking, formId: string, question: string, choice: Choosing, joined?: 'joined'): Promise<void> {
  const { db, now, actor } = asking
  const form = await store.formById(db, formId)
  if (!form) throw notFound('We could not find that form.')
  for (const row of await store.sectionsOf(db, formId)) {
    const proposed = row.proposals[question]
    if (!proposed) continue
    const { [question]: _settled, ...proposals } = row.proposals
    const stood = row.answers[question]
    const value = joined ? standingBefore(proposed.value, stood) : stood ?? proposed.value
    const answers = choice === 'drop' ? row.answers : { ...row.answers, [question]: value }
    await store.writeSection(db, { formId, section: row.section, domain: form.domain, about: row.about, answers, proposals, by: actor.id, at: now })
  }
}

/** One of two texts was chosen (or both put together): the clash is over, both stay in the history. */
export const settleClash = (asking: Asking, id: string): Promise<number> => store.resolveClash(asking.db, id, asking.now)
export const leaveSection = (asking: Asking, formId: string, section: string): Promise<void> => store.leave(asking.db, formId, section)
export const setFormState = (asking: Asking, formId: string, state: FormState): Promise<void> => store.setForm(asking.db, formId, state, state === 'finished' ? { finishedAt: asking.now } : {})

/** Keeps the words as they were asked: of everything about all with the form, of what is about one child with that child's own answers. */
export async function freezeWords(asking: Asking, formId: string, shared: unknown, own: readonly Readonly<{ section: string; childId: string; asked: unknown }>[]): Promise<void> {
  await store.setForm(asking.db, formId, 'sent', { asAsked: shared })
  for (const one of own) await store.setAsAsked(asking.db, formId, one.section, [one.childId], one.asked)
}

export const peopleOfForm = store.peopleOfForm
/** The work that forms belong to, as far as the reader sees them. */
export const itemsOfForms = (asking: Asking, forms: readonly string[]): Promise<readonly Readonly<{ formId: string; itemId: string }>[]> => store.itemsOfForms(asking.db, forms)

const isFrozen = (value: unknown): value is Frozen => typeof value === 'object' && value !== null && 'sections' in value && Array.isArray(value.sections)
const areQuestions = (value: unknown): value is FrozenQuestion[] => Array.isArray(value)

/** A finished form in the words in which it was asked, with each child's own answers that the reader may see. Nothing while it was never sent. */
export async function frozenForm(asking: Asking, formId: string): Promise<Frozen | undefined> {
  const form = await store.formById(asking.db, formId)
  if (!form) throw notFound('We could not find that form.')
  if (!isFrozen(form.asAsked)) return undefined
  const own = (await store.sectionsOf(asking.db, formId)).filter((row) => row.about.length > 0)
  const ownOf = (section: string, question: string) => own.filter((row) => row.section === section).flatMap((row) => (areQuestions(row.asAsked) ? row.asAsked : [])).filter((one) => one.id === question).flatMap((one) => one.answers)
  return { ...form.asAsked, sections: form.asAsked.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, answers: [...question.answers, ...ownOf(section.id, question.id)] })) })) }
}

/** When somebody has gone from a form without finishing it, this one was last finished about these people. */
export const lastFinished = (asking: Asking, form: string, people: readonly string[]): Promise<string | undefined> => store.lastFinished(asking.db, form, people)
