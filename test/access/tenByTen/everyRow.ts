import type pg from 'pg'
import { newId } from '../../../src/kernel/ids.ts'
import { domains, type Domain, type World } from '../policy.ts'

type Values = Readonly<Record<string, unknown>>
/** A table about people and what its rows must hold besides the person and the domain. `of`: makes values that belong to the row's number. */
type About = Readonly<{ table: string; values: (n: number) => Values; domains?: readonly Domain[] }>

/** One piece of work whose clocks wait, about nobody: a wait is about its person. */
const clockedItem = newId()
export const aboutOne: readonly About[] = [
  { table: 'people.name', values: (n) => ({ id: newId(), kind: 'alias', given: `Aliasword${n}`, family: '' }) },
  { table: 'people.address', values: (n) => ({ id: newId(), kind: 'correspondence', lines: [`Laneword${n}`] }) },
  { table: 'people.identifier', values: (n) => ({ id: newId(), kind: 'other', value: `Numberword${n}` }) },
  { table: 'people.fact', values: (n) => ({ id: newId(), kind: 'religion', value: `Factword${n}` }) },
  { table: 'people.warning', values: (n) => ({ id: newId(), kind: 'dog', words: `Warnword${n}`, review_on: '2030-01-01', valid_from: '2026-01-01' }) },
  { table: 'people.voice', values: (n) => ({ id: newId(), words: `Voiceword${n}`, said_on: '2026-01-01', said_to: 'Somebody', how: 'said' }) },
  { table: 'people.legal_status', values: (n) => ({ id: newId(), order_id: newId(), kind: 'order', code: 'careOrder', details: `Orderword${n}`, valid_from: '2026-01-01' }) },
  { table: 'people.becoming', values: (n) => ({ id: newId(), on_day: '2026-01-01', words: `Becomingword${n}` }) },
  // What is superseded overlaps nothing, so that each domain has a row.
  { table: 'care.period', values: (n) => ({ id: newId(), period_id: newId(), admission_id: newId(), began_on: '2026-01-01', planned: true, need: 'N1', why: `Periodword${n}`, superseded_at: '2026-01-02' }) },
  { table: 'care.placement', values: (n) => ({ id: newId(), placement_id: newId(), kind: 'U1', place_name: `Placeword${n}`, valid_from: '2026-01-01', superseded_at: '2026-01-02' }) },
  { table: 'care.fact', values: (n) => ({ id: newId(), fact_id: newId(), kind: 'health', held_on: '2026-01-01', answers: '{}', words: `Careword${n}` }) },
  { table: 'work.pause', values: (n) => ({ id: newId(), pause_id: newId(), item_id: clockedItem, duty: 'adopterAssessment.stageOne', from_on: '2026-01-01', to_on: '2026-01-02', reason: `Pauseword${n}` }) },
  { table: 'transfers.care', values: (n) => ({ id: newId(), come_id: newId(), outcome: 'theirs', on_day: '2026-01-01', why: `Staysword${n}`, decided_at: '2026-01-01T12:00:00Z' }) },
  { table: 'returns.explained', values: (n) => ({ id: newId(), kind: 'ssda903', rule: '101', reason: `Explainedword${n}`, said_by: newId() }) },
]

/** One session for all that was spoken about: who sees it is asked in a test of its own. */
const supervisionSession = newId()
type Several = Readonly<{ table: string; link: string; key: string; values: (n: number, w: World) => Values; linkValues?: Values }>
export const aboutSeveral: readonly Several[] = [
  { table: 'chronology.event', link: 'chronology.event_person', key: 'event_id', values: () => ({ kind: 'person.moved', happened_on: '2026-01-01' }), linkValues: { happened_on: '2026-01-01' } },
  { table: 'chronology.story', link: 'chronology.story_person', key: 'story_id', values: (n, w) => ({ words: `Storyword${n}`, version: 1, recorded_by: w.actors[0]?.id }) },
  { table: 'work.item', link: 'work.item_person', key: 'item_id', values: (n) => ({ kind: 'task', opened_on: '2026-01-01', words: `Workword${n}` }) },
  { table: 'answers.form', link: 'answers.form_person', key: 'form_id', values: () => ({ form: 'childAndFamilyAssessment', form_version: 1 }) },
  { table: 'notes.note', link: 'notes.note_person', key: 'note_id', values: (n, w) => ({ kind: 'note', title: `Titleword${n}`, words: `Noteword${n}`, happened_on: '2026-01-02', author_id: w.actors[0]?.id }) },
  { table: 'contacts.contact', link: 'contacts.contact_person', key: 'contact_id', values: (n) => ({ received_at: '2026-01-01T10:00:00Z', received_on: '2026-01-01', from_kind: 'anonymous', words: `Contactword${n}` }), linkValues: { role: 'child' } },
  { table: 'contacts.decision', link: 'contacts.decision_person', key: 'decision_id', values: (n, w) => ({ contact_id: 'contacts.contact', decided_by: w.actors[0]?.id, decided_at: '2026-01-01T12:00:00Z', reason: `Decisionword${n}` }), linkValues: { outcome: 'noFurtherAction' } },
  { table: 'contacts.referral', link: 'contacts.referral_person', key: 'referral_id', values: () => ({ received_on: '2026-01-01' }) },
  { table: 'assessments.assessment', link: 'assessments.assessment_person', key: 'assessment_id', values: () => ({ started_on: '2026-01-01' }) },
  { table: 'outputs.output', link: 'outputs.output_person', key: 'output_id', values: (n, w) => ({ kind: 'letter', title: `Outputword${n}`, state: 'held', to_kind: 'outside', to_name: 'The court', purpose: 'To tell', lawful_basis: 'Public task', format: 'paper', sha256: '', asked_at: '2026-01-01T12:00:00Z', asked_by: w.actors[0]?.id }) },
  { table: 'meetings.meeting', link: 'meetings.meeting_person', key: 'meeting_id', values: (n) => ({ kind: 'coreGroup', state: 'held', held_at: '2026-01-01T12:00:00Z', on_day: '2026-01-01', words: `Meetingword${n}` }) },
  { table: 'plans.plan', link: 'plans.plan_person', key: 'plan_id', values: (n) => ({ kind: 'earlyHelpPlan', started_on: '2026-01-01', words: `Planword${n}` }), linkValues: { kind: 'earlyHelpPlan', started_on: '2026-01-01' } },
  { table: 'reviewing.dispute', link: 'reviewing.dispute_person', key: 'dispute_id', values: (n, w) => ({ words: `Disputeword${n}`, wanted: 'That he is seen', raised_on: '2026-01-01', raised_by: w.actors[0]?.id }) },
  { table: 'handover.handover', link: 'handover.handover_person', key: 'handover_id', values: (n, w) => ({ from_team_id: w.teams[0]?.id, to_team_id: w.teams[1]?.id, reason: 'other', words: `Handedword${n}`, item_id: 'work.item', asked_on: '2026-01-01', asked_by: w.actors[0]?.id, state: 'returned', ended_on: '2026-01-02', ended_by: w.actors[1]?.id }), linkValues: { waits: false } },
  { table: 'supervision.entry', link: 'supervision.entry_person', key: 'entry_id', values: (n, w) => ({ session_id: supervisionSession, words: `Supervisedword${n}`, worker_id: w.actors[0]?.id, manager_id: w.actors[1]?.id, held_on: '2026-01-01', recorded_by: w.actors[1]?.id }) },
  { table: 'allegation.allegation', link: 'allegation.about', key: 'allegation_id', values: (n) => ({ known_on: '2026-01-01', told_on: '2026-01-01', told_by: 'Ms Hill', professional_name: 'Mr Low', professional_role: 'teacher', words: `Allegedword${n}` }), linkValues: { role: 'child' } },
  { table: 'legal.matter', link: 'legal.matter_person', key: 'matter_id', values: (n) => ({ kind: 'proceedings', decided_on: '2026-01-01', words: `Matterword${n}` }), linkValues: { kind: 'proceedings', started_on: '2026-01-01', ended_on: '2026-01-02', outcome: 'noOrder' } },
  { table: 'legal.advice', link: 'legal.advice_person', key: 'advice_id', values: (n) => ({ given_on: '2026-01-01', given_by: 'Ms Hill', words: `Adviceword${n}` }) },
  { table: 'transfers.given', link: 'transfers.given_person', key: 'given_id', values: (n, w) => ({ to_code: '331', to_name: 'Eastmere', reason: `Handedword${n}`, asked_at: '2026-01-01T12:00:00Z', asked_by: w.actors[0]?.id }), linkValues: { part: 'child' } },
  { table: 'transfers.come', link: 'transfers.come_person', key: 'come_id', values: (n) => ({ from_code: '331', from_name: `Cameword${n}`, made_at: '2026-01-01T12:00:00Z', notified_on: '2026-01-01', taken_at: '2026-01-01T12:00:00Z' }), linkValues: { source_id: newId(), part: 'child', made: true } },
  { table: 'protection.enquiry', link: 'protection.enquiry_person', key: 'enquiry_id', values: () => ({ joint: true, initiated_on: '2026-01-01' }) },
]

type Within = Readonly<{ table: string; parent: string; key: string; values: (w: World) => Values }>
export const within: readonly Within[] = [
  { table: 'chronology.significance', parent: 'chronology.event', key: 'event_id', values: (w) => ({ significant: true, recorded_by: w.actors[0]?.id }) },
  { table: 'work.allocation', parent: 'work.item', key: 'item_id', values: () => ({ from_on: '2026-01-01' }) },
  { table: 'work.clock', parent: 'work.item', key: 'item_id', values: () => ({ subject_kind: 'task', subject_id: newId(), duty: 'visit.due', started_on: '2026-01-01' }) },
  { table: 'work.question', parent: 'work.item', key: 'item_id', values: (w) => ({ words: 'What did the school say?', asked_by: w.actors[0]?.id, asked_of: w.actors[1]?.id, asked_at: '2026-01-03T10:00:00Z' }) },
  { table: 'supervision.entry_with', parent: 'supervision.entry', key: 'entry_id', values: (w) => ({ actor_id: w.actors[1]?.id }) },
  { table: 'contacts.recommendation', parent: 'contacts.contact', key: 'contact_id', values: (w) => ({ outcome: 'informationAndAdvice', reason: 'The school helps.', recommended_by: w.actors[0]?.id, recommended_at: '2026-01-03T10:00:00Z' }) },
  { table: 'assessments.decision', parent: 'assessments.assessment', key: 'assessment_id', values: (w) => ({ decision: 'agree', decided_by: w.actors[0]?.id, decided_at: '2026-01-03T10:00:00Z' }) },
  { table: 'meetings.invited', parent: 'meetings.meeting', key: 'meeting_id', values: () => ({ agency: 'school', name: 'Ms Hill', invited_on: '2026-01-01' }) },
  { table: 'meetings.change', parent: 'meetings.meeting', key: 'meeting_id', values: () => ({ what: 'arranged' }) },
  { table: 'plans.version', parent: 'plans.plan', key: 'plan_id', values: () => ({ version: 1, reason: 'New' }) },
  { table: 'allegation.step', parent: 'allegation.allegation', key: 'allegation_id', values: () => ({ kind: 'meeting', on_day: '2026-01-01', words: 'Held' }) },
  { table: 'reviewing.dispute_step', parent: 'reviewing.dispute', key: 'dispute_id', values: () => ({ stage: 'team', words: 'Look again', on_day: '2026-01-01' }) },
  { table: 'protection.enquiry_decision', parent: 'protection.enquiry', key: 'enquiry_id', values: (w) => ({ decision: 'agree', decided_by: w.actors[0]?.id, decided_at: '2026-01-03T10:00:00Z' }) },
  { table: 'plans.member', parent: 'plans.plan', key: 'plan_id', values: () => ({ agency: 'school', name: 'Ms Hill', from_on: '2026-01-01' }) },
]

type Passage = Readonly<{ table: string; parent: string; key: string; values: (n: number) => Values }>
export const passages: readonly Passage[] = [
  { table: 'notes.passage', parent: 'notes.note', key: 'note_id', values: (n) => ({ words: `Passageword${n}`, place_in_note: 1 }) },
  { table: 'answers.section', parent: 'answers.form', key: 'form_id', values: (n) => ({ section: `section${n}`, answers: JSON.stringify({ words: `Sectionword${n}` }) }) },
  { table: 'answers.section_kept', parent: 'answers.form', key: 'form_id', values: () => ({ section: 'one', answers: '{}', why: 'before' }) },
  { table: 'assessments.letter', parent: 'assessments.assessment', key: 'assessment_id', values: () => ({ words: '{}' }) },
  { table: 'outputs.words', parent: 'outputs.output', key: 'output_id', values: (n) => ({ words: `Sentword${n}` }) },
  { table: 'meetings.passage', parent: 'meetings.meeting', key: 'meeting_id', values: (n) => ({ kind: 'minutes', words: `Minuteword${n}`, place_in_meeting: 1 }) },
  { table: 'plans.need', parent: 'plans.plan', key: 'plan_id', values: (n) => ({ line: newId(), words: `Needword${n}`, wanted: 'Sleep', from_version: 1, place_in_plan: 1 }) },
  { table: 'plans.action', parent: 'plans.plan', key: 'plan_id', values: (n) => ({ need_line: newId(), line: newId(), words: `Actionword${n}`, owner_name: 'Ms Hill', from_version: 1 }) },
  { table: 'legal.fact', parent: 'legal.matter', key: 'matter_id', values: (n) => ({ fact_id: newId(), kind: 'hearing', on_day: '2026-01-01', words: `Hearingword${n}` }) },
  { table: 'legal.direction', parent: 'legal.matter', key: 'matter_id', values: (n) => ({ words: `Directionword${n}`, owner_name: 'Ms Hill', due_on: '2026-02-01' }) },
  { table: 'transfers.line', parent: 'transfers.come', key: 'come_id', values: (n) => ({ what: 'Name', words: `Lineword${n}`, outcome: 'taken', why: 'as it came', place: 1 }) },
  { table: 'transfers.piece', parent: 'transfers.come', key: 'come_id', values: (n) => ({ kind: 'entry', title: `Pieceword${n}`, blocks: '[]', place: 1 }) },
  { table: 'plans.progress', parent: 'plans.plan', key: 'plan_id', values: (n) => ({ need_line: newId(), on_day: '2026-01-01', progress: 'same', words: `Progressword${n}` }) },
]

export type Row = Readonly<{ table: string; id: string; domain: Domain; words: string }>
export type Rows = Readonly<{
  one: readonly (Row & Readonly<{ person: string }>)[]
  relationships: readonly Readonly<{ id: string; a: string; b: string }>[]
  several: readonly (Row & Readonly<{ people: readonly string[]; link: string; key: string }>)[]
  within: readonly (Row & Readonly<{ people: readonly string[] }>)[]
  passages: readonly (Row & Readonly<{ people: readonly string[]; about: readonly string[] }>)[]
}>

const wordsIn = (values: Values): string => Object.values(values).flat().find((value): value is string => typeof value === 'string' && /^[A-Z][a-z]+word\d+$/.test(value)) ?? ''

/** Writes a row into every table about people: of each person in each domain, and of every three that stand side by side. As the gate, past every policy. */
export async function writeEveryRow(owner: pg.Pool, w: World): Promise<Rows> {
  const client = await owner.connect()
  const insert = async (table: string, values: Values) => {
    const names = Object.keys(values)
    await client.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(values))
  }
  const rows: { [Kind in keyof Rows]: Rows[Kind][number][] } = { one: [], relationships: [], several: [], within: [], passages: [] }
  let n = 0
  try {
    await client.query('begin; set local role kith_gate')
    for (const p of w.people) await insert('people.person', { id: p.id })
    await insert('work.item', { id: clockedItem, kind: 'task', domain: 'children', state: 'cancelled', opened_on: '2026-01-01' })
    await insert('supervision.session', { id: supervisionSession, worker_id: w.actors[0]?.id, manager_id: w.actors[1]?.id, held_on: '2026-01-01', recorded_by: w.actors[1]?.id })
    for (const p of w.people) {
      for (const { table, values } of aboutOne) {
        for (const domain of domains) {
          const row = values(++n)
          await insert(table, { ...row, person_id: p.id, domain })
          rows.one.push({ table, id: String(row['id']), domain, words: wordsIn(row), person: p.id })
        }
      }
    }
    for (const [i, p] of w.people.entries()) {
      const people = [0, 1, 2].map((step) => w.people[(i + step) % w.people.length]!.id)
      const domain = i % 3 === 2 ? 'adults' : 'children'
      const relationship = { id: newId(), a: p.id, b: people[1]! }
      await insert('people.relationship', { id: relationship.id, person_id: relationship.a, other_id: relationship.b, kind: 'cousin' })
      rows.relationships.push(relationship)
      const parents = new Map<string, string>()
      for (const { table, link, key, values, linkValues } of aboutSeveral) {
        const id = newId()
        const row = Object.fromEntries(Object.entries(values(++n, w)).map(([name, value]) => [name, typeof value === 'string' && parents.has(value) ? parents.get(value) : value]))
        await insert(table, { ...row, id, domain })
        for (const person of people) await insert(link, { [key]: id, person_id: person, domain, ...linkValues })
        parents.set(table, id)
        rows.several.push({ table, id, domain, words: wordsIn(row), people, link, key })
      }
      for (const { table, parent, key, values } of within) {
        const id = newId()
        await insert(table, { id, [key]: parents.get(parent), ...values(w) })
        rows.within.push({ table, id, domain, words: '', people })
      }
      await insert('meetings.decision', { meeting_id: parents.get('meetings.meeting'), person_id: p.id, domain, kind: 'coreGroup', outcome: 'continue' })
      await insert('assessments.factor', { assessment_id: parents.get('assessments.assessment'), person_id: p.id, domain, factor: '1A' })
      for (const about of [[people[0]!], [people[1]!, people[2]!], people]) {
        for (const { table, parent, key, values } of passages) {
          const id = newId()
          const row = values(++n)
          await insert(table, { id, [key]: parents.get(parent), about, domain, ...row })
          rows.passages.push({ table, id, domain, words: wordsIn(row).length > 0 ? wordsIn(row) : '', people, about })
        }
      }
    }
    await client.query('commit')
  } finally {
    client.release()
  }
  return rows
}
