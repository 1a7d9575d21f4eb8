import { timeOf, dayOf, shortDay } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { answer } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { again, form, page, type Ask, type Route } from '../../../record/access/page.ts'
import { Button } from '../../../platform/page/button.tsx'
import { DataBlock } from '../../../platform/page/data-block.tsx'
import { may } from '../../../record/access/permissions.ts'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { recordContact } from '../commands/record.ts'
import { dropDraft, keepDraft } from '../commands/drafts.ts'
import { blank, typedOf, type Possible, type Typed } from '../model/typed.ts'
import { agencies, knownPeople, readContact, unsent, unsentById, whoIsNew, whoMayBe } from '../queries.ts'
import { acted } from '../rules/acting.ts'
import { bornOf } from '../rules/born.ts'
import { childFamily, type Known } from '../rules/names.ts'
import { contactOf } from '../rules/sending.ts'
import { ContactFields } from './form/form.tsx'
import type { FormProps } from './form/frame.ts'

const idsIn = (typed: Typed): string[] => [...typed.adults, ...typed.children].map((row) => row.personId).filter((id) => id !== '')

/** New people of whom enough is written to ask who they may already be. */
async function alikeOf(asking: Asking, typed: Typed, known: Known): Promise<Record<string, readonly Possible[]>> {
  const rows = [...typed.adults.map((row) => ({ row, family: row.family })), ...typed.children.map((row) => ({ row, family: childFamily(typed, row, known) }))]
  const found: Record<string, readonly Possible[]> = {}
  for (const { row, family } of rows) {
    const born = bornOf(row.born, asking.today)
    if (row.personId || row.notSame || !('bornOn' in born) || born.bornAbout !== 'day') continue
    const possible = await whoIsNew(asking, { given: row.given, family, bornOn: born.bornOn })
    if (possible.length > 0) found[row.key] = possible
  }
  return found
}

async function formOf(asking: Asking, ask: Ask): Promise<FormProps & { drafts: readonly { id: string; words: string }[]; kept: boolean; version: number }> {
  const sent = Object.keys(ask.body).length > 0
  const draft = !sent && ask.query['draft'] ? await unsentById(asking, ask.query['draft']) : undefined
  const typed = sent ? typedOf(ask.body, newId()) : draft ? typedOf(draft.typed, draft.id) : blank(newId(Date.parse(asking.now)))
  const known = await knownPeople(asking, idsIn(typed))
  const others = sent || draft ? [] : await unsent(asking)
  return {
    typed, known, problems: ask.problems, found: await whoMayBe(asking, typed.find),
    alike: sent ? await alikeOf(asking, typed, known) : {}, agencies: await agencies(asking), now: `now, at ${timeOf(asking.now)}`,
    drafts: others.map((one) => ({ id: one.id, words: `${typedOf(one.typed, one.id).agency || typedOf(one.typed, one.id).name || 'not said yet from whom'}, ${dayOf(one.savedAt) === asking.today ? 'today' : shortDay(dayOf(one.savedAt), asking.today)} at ${timeOf(one.savedAt)}` })),
    kept: draft !== undefined, version: draft?.version ?? (sent ? (await unsentById(asking, typed.draft))?.version ?? 0 : 0),
  }
}

/** `/contacts/new`: one calm form for any number of children and adults. */
const newContactPage = page('/contacts/new', {
  what: 'contacts.form', may: 'contact.record',
  load: async (asking, ask) => ({ ...(await formOf(asking, ask)), cardsOnly: !may(asking.actor, 'record.write') }),
  view: ({ drafts, kept, cardsOnly, ...props }, frame, ask) => (
    <Page {...frame} title="New contact" place="new-contact" scripts={['src/practice/contacts/island.tsx']} problemCount={props.problems.length}>
      <PageHead title="New contact" before={cardsOnly ? undefined : <Breadcrumb steps={[{ label: 'Front door', href: '/contacts' }, { label: 'New contact' }]} />} lede="Write it once for everybody it is about. Only the lines that matter need an answer." />
      {cardsOnly ? <Message kind="theme" title="You see name cards only.">What we know already of the people you name stays hidden from you. Write what you were told: the front door gets it at once, with everything that is known, and decides.</Message> : null}
      {ask.query['passed'] ? <Confirmation title="Recorded, and passed on.">The front door has it. You cannot read it again here: the people it is about are not in your work.</Confirmation> : null}
      {drafts.map((one) => <Message kind="theme" icon="pencil" title="You have a contact that is not sent yet:">{one.words}. <a href={`/contacts/new?draft=${one.id}`}>Carry on with it</a><form method="post" action="/contacts/draft/drop" class="inline-form"><input type="hidden" name="id" value={one.id} /><Button kind="quiet" about="the unsent contact">Throw it away</Button></form></Message>)}
      {kept ? <Message kind="good">This is as you left it. Nothing is lost.</Message> : null}
      <form method="post" action="/contacts/new" class="contact-form" id="contact-form" novalidate>
        <input type="hidden" name="commandId" value={ask.commandId ?? newId()} />
        <input type="hidden" name="base" value={props.version} />
        <div id="contact-fields"><ContactFields {...props} /></div>
      </form>
      <DataBlock id="contact-data" value={props} />
    </Page>
  ),
})

const pickedIn = (action: string): string[] => (/^(pick|pickChild|pickAll|same):/.test(action) ? (action.split(':').at(-1) ?? '').split(',') : [])
const actionOf = (ask: Ask): string => (typeof ask.body['do'] === 'string' ? ask.body['do'] : 'record')

/** Those rows that are probably somebody known, and nobody has looked yet. */
const unseenOf = (typed: Typed, alike: Readonly<Record<string, readonly Possible[]>>): Problem[] => [
  ...typed.adults.flatMap((row, i) => (alike[row.key]?.some((one) => one.likely) ? [{ question: `adults.${i}.given`, problem: `${row.given} may be known already. Choose whether it is the same person.` }] : [])),
  ...typed.children.flatMap((row, i) => (alike[row.key]?.some((one) => one.likely) ? [{ question: `children.${i}.given`, problem: `${row.given} may be known already. Choose whether it is the same person.` }] : [])),
]

const takeContact = form('/contacts/new', async (caller, ask, around) => {
  const action = actionOf(ask)
  const typed = typedOf(ask.body, newId())
  const here = await answer(caller, 'contacts.form', 'contact.record', async (asking) => {
    const known = await knownPeople(asking, [...idsIn(typed), ...pickedIn(action)])
    return { known, alike: action === 'record' ? await alikeOf(asking, typed, known) : {}, moment: { now: asking.now, today: asking.today } }
  })
  if (action !== 'record') {
    const next = acted(typed, action, here.known)
    await keepDraft.perform(caller, { id: next.draft, typed: { ...next }, tab: 'form', base: baseIn(ask.body) })
    return newContactPage.run(caller, { ...ask, body: { ...next } }, around)
  }
  const made = contactOf(typed, here.known, here.moment, typed.draft, () => newId())
  const unseen = unseenOf(typed, here.alike)
  if ('problems' in made || unseen.length > 0) return again(newContactPage, 'problems' in made ? [...made.problems, ...unseen] : unseen)(caller, ask, around)
  const outcome = await recordContact.perform(caller, made.input, ask.commandId)
  if ('problems' in outcome) return again(newContactPage, outcome.problems)(caller, ask, around)
  const seen = await answer(caller, 'contacts.one', 'record.read', (asking) => readContact(asking, outcome.done.contactId)).then(() => true, () => false)
  return { go: seen ? `/contacts/${outcome.done.contactId}?done=recorded` : '/contacts/new?passed=yes' }
})

const baseIn = (body: Ask['body']): number => Number(body['base']) || 0
const textIn = (body: Ask['body'], name: string): string => (typeof body[name] === 'string' ? body[name] : '')

/** What the island asks while somebody types: nothing of it stands in an address. */
const askWho = form('/contacts/who', async (caller, ask) => ({ json: await answer(caller, 'people.suggest', 'person.find', (asking) => whoMayBe(asking, textIn(ask.body, 'text').slice(0, 200))) }))
const askKnown = form('/contacts/known', async (caller, ask) => ({ json: await answer(caller, 'contacts.form', 'contact.record', (asking) => knownPeople(asking, textIn(ask.body, 'id').split(',').slice(0, 40))) }))
const askAlike = form('/contacts/alike', async (caller, ask) => ({
  json: await answer(caller, 'people.whoIsIt', 'person.find', async (asking) => {
    const typed = typedOf(ask.body, newId())
    return alikeOf(asking, typed, await knownPeople(asking, idsIn(typed)))
  }),
}))
const keep = form('/contacts/draft', async (caller, ask) => {
  const outcome = await keepDraft.perform(caller, { id: textIn(ask.body, 'draft'), typed: ask.body, tab: textIn(ask.body, 'tab'), base: baseIn(ask.body) })
  return 'problems' in outcome ? { json: { problems: outcome.problems }, status: 422 } : { json: { saved: timeOf(outcome.done.savedAt), draft: outcome.done.id, version: outcome.done.version } }
})
const drop = form('/contacts/draft/drop', async (caller, ask) => {
  await dropDraft.perform(caller, { id: textIn(ask.body, 'id') })
  return { go: '/contacts/new' }
})

export const newContactRoutes: readonly Route[] = [newContactPage, takeContact, askWho, askKnown, askAlike, keep, drop]
