import type pg from 'pg'
import { sixtyFields } from '../../content/forms/sixtyFields.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from './actors.ts'
import type { Call } from './measure.ts'

type Rows = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
type Form = { readonly item: string; readonly section: string; times: number; version: number }
export type Sections = Readonly<{ kith: (actor: Actor) => Call; thin: (actor: Actor) => Call; away: () => Promise<void> }>

const fields = sixtyFields.sections[0]?.questions.map((question) => question.id) ?? []
const words = (times: number, n: number) => `Written for the ${times}. time in field ${n}: as it was found, and who told us.`
const answersAfter = (times: number) => Object.fromEntries(fields.map((field, n) => [field, words(times, n)]))
/** More than connections, so that no two write in one form at a time. */
const each = 64

/** For each actor forms of one section of sixty fields, about people they work with, as pieces of work of nobody's tray. Each save changes all sixty. */
export async function openSections(rows: Rows, actors: readonly Actor[]): Promise<Sections> {
  const made: string[] = []
  const free = new Map<string, Form[]>()
  for (const actor of actors) {
    for (const server of ['kith', 'thin']) {
      const forms: Form[] = []
      for (let n = 0; n < each; n++) {
        const [item, form, section, assessment] = [newId(), newId(), newId(), newId()]
        const person = actor.people[n % actor.people.length]
        await rows("insert into work.item (id, kind, domain, state, opened_on, recorded_by) values ($1, 'assessment', 'children', 'open', current_date, $2)", [item, actor.id])
        await rows("insert into work.item_person (item_id, person_id, domain) values ($1, $2, 'children')", [item, person])
        await rows("insert into answers.form (id, form, form_version, domain, state, item_id, started_by) values ($1, $2, $3, 'children', 'draft', $4, $5)", [form, sixtyFields.id, sixtyFields.version, item, actor.id])
        await rows("insert into answers.form_person (form_id, person_id, domain) values ($1, $2, 'children')", [form, person])
        await rows("insert into answers.section (id, form_id, section, domain, answers, saved_by) values ($1, $2, 'sixty', 'children', $3, $4)", [section, form, answersAfter(0), actor.id])
        await rows("insert into assessments.assessment (id, form_id, item_id, domain, started_on, recorded_by) values ($1, $2, $3, 'children', current_date, $4)", [assessment, form, item, actor.id])
        await rows("insert into assessments.assessment_person (assessment_id, person_id, domain) values ($1, $2, 'children')", [assessment, person])
        made.push(item)
        forms.push({ item, section, times: 0, version: 1 })
      }
      free.set(`${server} ${actor.id}`, forms)
    }
  }
  const take = (server: string, actor: Actor): { form: Form; back: () => void } => {
    const forms = free.get(`${server} ${actor.id}`)
    const form = forms?.shift()
    if (!forms || !form) throw new Error('Every form is being written in.')
    return { form, back: () => void forms.push(form) }
  }
  return {
    kith: (actor) => {
      const { form, back } = take('kith', actor)
      const changes = fields.map((question, n) => ({ question, base: words(form.times, n), value: words(form.times + 1, n) }))
      return {
        method: 'POST', path: '/api/commands/assessments.saveSection', session: actor.session, key: newId(), body: { itemId: form.item, section: 'sixty', changes },
        after: (status) => { if (status === 200) form.times += 1; back() },
      }
    },
    thin: (actor) => {
      const { form, back } = take('thin', actor)
      return { method: 'POST', path: '/section', body: { id: form.section, version: form.version, answers: answersAfter(form.version) }, after: (status) => { if (status === 200) form.version += 1; back() } }
    },
    away: async () => {
      const mine = 'select id from answers.form where item_id = any ($1)'
      await rows(`delete from assessments.assessment_person where assessment_id in (select id from assessments.assessment where item_id = any ($1))`, [made])
      await rows('delete from assessments.assessment where item_id = any ($1)', [made])
      for (const table of ['answers.section_kept', 'answers.section', 'answers.form_person']) await rows(`delete from ${table} where form_id in (${mine})`, [made])
      await rows('delete from answers.form where item_id = any ($1)', [made])
      await rows('delete from work.item_person where item_id = any ($1)', [made])
      await rows('delete from work.item where id = any ($1)', [made])
    },
  }
}
