import type { PaperKind } from '../../../../content/forms/papers/kinds.ts'
import { asAsked } from '../../../engine/forms/frozen.ts'
import type { Answers } from '../../../engine/forms/model.ts'
import { parted } from '../../../engine/forms/parting.ts'
import { addDays, moment, plain, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { workingDayFrom } from '../../../kernel/workingDays.ts'
import { paperKindOf } from '../../../practice/papers/kinds.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { paperWords } from '../words/papers.ts'
import { finishWork, happened, openWork, type Book } from './book.ts'

type Paper = Readonly<{ kind: string; people: readonly string[]; by: string; teamId: string | null; forWhom: string; begunOn: PlainDate; dueOn?: PlainDate; /** Unfinished papers are half written. */ finishedOn: PlainDate | null }>
const atHour = (on: PlainDate, hour: number): Instant => moment(`${on}T${String(hour).padStart(2, '0')}:40:00.000Z`)

/** The answers of all the children, and where one differs their own. */
function answersOf(book: Book, chance: Chance, kind: PaperKind, people: readonly string[], half: boolean): Answers {
  const words = paperWords[kind.id]
  const nameOf = (id: string): string => book.people.find((one) => one.id === id)?.names[0]?.given || 'the baby'
  const all = Object.entries(words?.all ?? {}).map(([question, text]) => [question, { all: text }] as const)
  const each = Object.entries(words?.each ?? {}).map(([question, texts]) => [question, { each: Object.fromEntries(people.map((id) => [id, (texts[people.indexOf(id) % texts.length] ?? '').replaceAll('{child}', nameOf(id))])) }] as const)
  const [only] = people
  // Of one child alone there is nothing that differs.
  const told = people.length === 1 && only ? [...each.map(([question, answer]) => [question, { all: answer.each[only] ?? '' }] as const), ...all] : [...each, ...all]
  return Object.fromEntries(half ? told.slice(0, chance.whole(2, Math.max(2, told.length - 3))) : told)
}

/** A paper as the commands leave it: a piece of work with its form, section by section, and once it is finished the words as they were asked. `said`: its answers, where its words do not stand by kind. @returns the form's id */
export function tellPaper(book: Book, chance: Chance, paper: Paper, said?: Answers, previousId: string | null = null): string | undefined {
  const kind = paperKindOf(paper.kind)
  if (!kind) return undefined
  const at = atHour(paper.begunOn, 9)
  const { people, by } = paper
  const place = openWork(book, { kind: 'paper', section: kind.id, subject: { kind: 'paper', id: chance.id(at) }, people, by, at, teamId: paper.teamId, workerId: by, askedBy: by, words: paper.forWhom, ...(paper.dueOn ? { dueOn: paper.dueOn } : {}), decidesOnly: true })
  const itemId = book.work[place]?.id ?? ''
  const answers = said ?? answersOf(book, chance, kind, people, paper.finishedOn === null)
  const about = { children: people.map((id) => ({ id, name: '' })) }
  const kept = paper.finishedOn ? parted(asAsked(kind.definition, answers, about), answers) : undefined
  const formId = chance.id(at)
  const finishedAt = paper.finishedOn ? atHour(paper.finishedOn, 16) : null
  const put = (table: Book['protection'][number]['table'], row: Readonly<Record<string, unknown>>): void => void book.protection.push({ table, row })
  put('answers.form', { id: formId, form: kind.definition.id, form_version: kind.definition.version, domain: 'children', state: finishedAt ? 'finished' : 'draft', item_id: itemId, previous_id: previousId, as_asked: kept?.shared ?? null, started_by: by, started_at: at, finished_at: finishedAt, left_sections: [], version: finishedAt ? 3 : 1 })
  for (const personId of people) put('answers.form_person', { form_id: formId, person_id: personId, domain: 'children' })
  const savedAt = finishedAt ?? atHour(addDays(paper.begunOn, 1) < book.today ? addDays(paper.begunOn, 1) : paper.begunOn, 15)
  for (const section of kind.definition.sections) {
    for (const child of ['', ...people]) {
      const mine = section.questions.flatMap((question) => { const value = child === '' ? answers[question.id]?.all : answers[question.id]?.each?.[child]; return value === undefined ? [] : [[question.id, value] as const] })
      if (mine.length === 0) continue
      put('answers.section', { id: chance.id(savedAt), form_id: formId, section: section.id, domain: 'children', about: child === '' ? [] : [child], answers: Object.fromEntries(mine), proposals: {}, as_asked: kept?.own.find((one) => one.section === section.id && one.childId === child)?.asked ?? null, state: 'started', version: 1, saved_by: by, saved_at: savedAt })
    }
  }
  if (!paper.finishedOn || !finishedAt) return formId
  finishWork(book, place, paper.finishedOn, 'finished')
  happened(book, 'paper.finished', by, finishedAt, people, { on: paper.finishedOn, subject: { kind: 'work', id: itemId } })
  return formId
}

type Row = Readonly<Record<string, unknown>>
export const rowsIn = (book: Book, table: string): Row[] => book.protection.flatMap((one) => (one.table === table ? [one.row] : []))
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reports for conferences that are arranged, and for some that were held; a statement and a care plan for the court. `share`: of how many conferences that were held. */
export function tellPapers(book: Book, seed: string, share: number): void {
  const chance = chanceOf(seed)
  const { today } = book
  for (const row of rowsIn(book, 'meetings.meeting').filter((one) => one['kind'] === 'initialConference' || one['kind'] === 'reviewConference')) {
    const planned = row['state'] === 'planned'
    const on = plain(text(row['on_day']))
    if (!planned && (on < addDays(today, -500) || !chance.happens(share))) continue
    const people = rowsIn(book, 'meetings.meeting_person').flatMap((one) => (one['meeting_id'] === row['id'] ? [text(one['person_id'])] : []))
    const worker = text(row['recorded_by'])
    const arranged = plain(text(row['recorded_at']).slice(0, 10))
    const begunOn = workingDayFrom(addDays(on, planned ? -6 : -9), 'england', -1)
    tellPaper(book, chance, { kind: 'conferenceReport', people, by: worker, teamId: teamOf(book, worker), forWhom: row['kind'] === 'initialConference' ? 'The initial conference' : 'The review conference', begunOn: begunOn > arranged ? begunOn < today ? begunOn : arranged : arranged, dueOn: workingDayFrom(addDays(on, -3), 'england', -1), finishedOn: planned ? null : workingDayFrom(addDays(on, -3), 'england', -1) })
  }
  for (const row of rowsIn(book, 'legal.matter').filter((one) => one['kind'] === 'proceedings' && one['application'] !== null)) {
    const people = rowsIn(book, 'legal.matter_person').flatMap((one) => (one['matter_id'] === row['id'] ? [text(one['person_id'])] : []))
    const hearings = rowsIn(book, 'legal.fact').flatMap((one) => (one['matter_id'] === row['id'] && one['kind'] === 'hearing' ? [plain(text(one['on_day']))] : [])).sort()
    const [lead, decided] = [text(row['lead_id']), plain(text(row['decided_on']))]
    const [first, last] = [hearings[0], hearings.at(-1)]
    if (!first || !last) continue
    const forWhom = [text(row['court']), text(row['case_number'])].filter(Boolean).join(', ')
    const about = { people, by: lead, teamId: teamOf(book, lead) }
    const statementDue = workingDayFrom(addDays(first, -7), 'england', -1)
    const begun = workingDayFrom(addDays(decided, 1))
    if (begun >= today) continue
    tellPaper(book, chance, { kind: 'courtStatement', ...about, forWhom: `${forWhom}, first statement`, begunOn: begun, dueOn: statementDue > begun ? statementDue : begun, finishedOn: statementDue > begun && statementDue < today ? statementDue : null })
    const planDue = workingDayFrom(addDays(last, -14), 'england', -1)
    const planBegun = workingDayFrom(addDays(planDue, -20), 'england', -1)
    if (planBegun > begun && planBegun < today) tellPaper(book, chance, { kind: 'courtCarePlan', ...about, forWhom: `${forWhom}, final hearing`, begunOn: planBegun, dueOn: planDue, finishedOn: planDue < today ? planDue : null })
  }
}
export const teamOf = (book: Book, workerId: string): string | null => book.involvements.findLast((one) => one.workerId === workerId && one.teamId !== null)?.teamId ?? null
