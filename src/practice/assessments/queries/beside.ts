import { mapping } from '../../../../content/forms/papers/mapping.ts'
import { dayOf, longDay, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Id, OneOf, shape } from '../../../kernel/shape.ts'
import { query } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { frozenForm, lastFinished, readForm } from '../../../record/answers/register.ts'
import type { FormRead } from '../../../record/answers/model.ts'
import { readChronology } from '../../../record/chronology/queries.ts'
import { idsOf } from '../../../record/people/queries.ts'
import type { OnIt } from '../../../record/work/model.ts'
import { itemFor } from '../../../record/work/register.ts'
import { besideKinds, type Beside, type BesideKind, type BesidePart, type BesideRecord } from '../model/shown.ts'
import * as assessments from '../store/assessments.ts'
import * as store from '../store/beside.ts'

/** As many mappings as stand beside a form, newest first. */
const mostMappings = 5
const kindWords: Readonly<Record<string, string>> = { visit: 'Visit', directWork: 'Direct work', phoneCall: 'Phone call', meeting: 'Meeting', email: 'E-mail', managementOversight: 'Management oversight', supervision: 'Supervision', note: 'Note' }
const visitKinds = ['visit', 'directWork']
const otherKinds = ['note', 'phoneCall', 'meeting', 'email', 'managementOversight', 'supervision']
const paragraphs = (id: string, about: readonly string[], words: string): BesidePart[] =>
  words.split(/\n\s*\n/).filter((part) => part.trim()).map((part, index) => ({ id: `${id}-${index}`, about, words: part.trim() }))

const dayShort = (day: PlainDate, today: PlainDate): string => shortDay(day, today).replace(/^\w{3} /, '')

function noteRecord(note: store.NoteRow, people: readonly OnIt[], today: PlainDate): BesideRecord {
  const given = (id: string) => people.find((one) => one.id === id)?.given ?? ''
  const alone = note.people.filter((one) => one.alone).map((one) => given(one.id)).filter(Boolean)
  const seen = note.people.filter((one) => one.seen && !one.alone).map((one) => given(one.id)).filter(Boolean)
  const kind = kindWords[note.kind] ?? 'Note'
  const facts = [alone.length > 0 ? `${listed(alone)} seen alone.` : '', seen.length > 0 ? `${listed(seen)} seen.` : ''].filter(Boolean).join(' ')
  return {
    id: note.id, title: note.title, people: note.people.map((one) => one.id), href: `/notes/${note.id}`, source: `${kind.toLowerCase()}, ${dayShort(note.on, today)}`,
    second: `${longDay(note.on)}${note.at ? `, ${timeOf(note.at)}` : ''}${note.place && !note.title.includes(note.place) ? `, ${note.place}` : ''}. ${facts} By ${note.by}.`.replace(/ {2,}/g, ' '),
    parts: [
      ...paragraphs(note.id, [], note.words),
      ...note.said.map((said) => ({ id: said.id, about: [], words: said.words, theirs: true, head: `${given(said.personId)}, in their own words` })),
      ...note.passages.flatMap((passage) => paragraphs(passage.id, passage.about, passage.words)),
    ],
  }
}

async function chronologyRecords(asking: Asking, people: readonly OnIt[]): Promise<BesideRecord[]> {
  const { lines } = await readChronology(asking, people.map((one) => one.id), { most: 60 })
  return lines.map((line) => ({
    id: line.id, title: line.told.title, people: line.people, ...(line.told.href ? { href: line.told.href } : {}), source: `${line.told.title}, ${dayShort(line.happenedOn, asking.today)}`, second: shortDay(line.happenedOn, asking.today),
    parts: [...(line.told.words ? [{ id: `${line.id}-w`, about: [], words: line.told.words }] : []), ...(line.told.said ? [{ id: `${line.id}-s`, about: [line.told.said.personId], words: line.told.said.words, theirs: true }] : [])],
  }))
}

async function lastTime(asking: Asking, previousId: string | null): Promise<BesideRecord[]> {
  if (!previousId) return []
  const frozen = await frozenForm(asking, previousId)
  const form = await readForm(asking, previousId)
  const on = form.finishedAt?.slice(0, 10) ?? ''
  const before = await assessments.ofForm(asking.db, previousId)
  const href = before?.itemId ? `/assessments/${before.itemId}/read` : undefined
  return (frozen?.sections ?? []).filter((section) => section.questions.some((question) => question.answers.length > 0)).map((section) => ({
    id: section.id, title: section.title, second: '', people: [], ...(href ? { href: `${href}#${section.id}` } : {}), source: `assessment of ${on}`,
    parts: section.questions.flatMap((question) => question.answers.map((answer, index) => ({ id: `${question.id}-${index}`, head: question.asked, about: answer.about.length === form.people.length ? [] : answer.about, words: answer.words }))),
  }))
}

/** The mappings with the family, newest first: the last one about these children, and those that it goes on from. */
async function mappingRecords(asking: Asking, ids: readonly string[]): Promise<BesideRecord[]> {
  const records: BesideRecord[] = []
  let next: string | null | undefined = await lastFinished(asking, mapping.id, ids)
  while (next && records.length < mostMappings) {
    const form: FormRead = await readForm(asking, next)
    const frozen = await frozenForm(asking, next)
    const on = form.finishedAt ? dayOf(form.finishedAt) : undefined
    if (frozen) records.push({
      id: form.id, title: mapping.title, second: on ? longDay(on) : '', people: form.people, ...(form.itemId ? { href: `/papers/${form.itemId}` } : {}), source: `mapping with the family${on ? `, ${dayShort(on, asking.today)}` : ''}`,
      parts: frozen.sections.flatMap((section) => section.questions.flatMap((question) => question.answers.map((answer, index) => ({ id: `${form.id}-${question.id}-${index}`, head: `${section.title} ${question.asked}`, about: answer.about.length === form.people.length ? [] : answer.about, words: answer.words })))),
    })
    next = form.previousId
  }
  return records
}

async function contactRecords(asking: Asking, ids: readonly string[]): Promise<BesideRecord[]> {
  return (await store.contacts(asking.db, ids, 20)).map((row) => ({
    id: row.id, title: `Contact from ${row.fromKind === 'anonymous' ? 'somebody who did not say' : [row.fromName, row.fromAgency].filter(Boolean).join(', ') || 'somebody'}`, second: longDay(row.on), people: row.people, href: `/contacts/${row.id}`,
    source: `contact, ${dayShort(row.on, asking.today)}`, parts: paragraphs(row.id, [], row.words),
  }))
}

/** Anything of the family to read beside the form, newest first. What the reader may not see is not there. */
export async function readBeside(asking: Asking, people: readonly OnIt[], previousId: string | null, kind: BesideKind): Promise<Beside> {
  const ids = await idsOf(asking, people.map((one) => one.id))
  asking.saw(people.map((one) => one.id))
  switch (kind) {
    case 'visits': return { kind, records: (await store.notes(asking.db, ids, visitKinds, 40)).map((note) => noteRecord(note, people, asking.today)) }
    case 'notes': return { kind, records: (await store.notes(asking.db, ids, otherKinds, 40)).map((note) => noteRecord(note, people, asking.today)) }
    case 'chronology': return { kind, records: await chronologyRecords(asking, people) }
    case 'lastTime': return { kind, records: await lastTime(asking, previousId) }
    case 'mapping': return { kind, records: await mappingRecords(asking, ids) }
    case 'contacts': return { kind, records: await contactRecords(asking, ids) }
  }
}

/** The panel beside the form, for the browser. */
export const beside = query('assessments.beside', shape({ itemId: Id, kind: OneOf(besideKinds) }), {
  may: 'record.read',
  run: async (asking, { itemId, kind }) => {
    const item = await itemFor(asking, itemId)
    const assessment = await assessments.ofItem(asking.db, itemId)
    const previousId = kind === 'lastTime' && assessment?.formId ? (await readForm(asking, assessment.formId)).previousId : null
    return readBeside(asking, item.people, previousId, kind)
  },
})
