import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { answer } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { again, form, page, type Ask, type Route } from '../../../record/access/page.ts'
import { addToContact } from '../commands/record.ts'
import { blank, blankAdult, typedOf, type Typed } from '../model/typed.ts'
import { knownPeople, readContact, whoMayBe } from '../queries.ts'
import { acted } from '../rules/acting.ts'
import { fromWhom } from '../inWords.ts'
import { contactOf } from '../rules/sending.ts'
import { Adults } from './form/adults.tsx'
import { Children, HomeBlock } from './form/children.tsx'
import type { FormProps } from './form/frame.ts'

const pickedIn = (action: string): string[] => (/^(pick|pickChild|pickAll|same):/.test(action) ? (action.split(':').at(-1) ?? '').split(',') : [])

/** The adults who are on the contact already stand in the form, so that a child's parents are one press. */
async function startOf(asking: Asking, ask: Ask, action = ''): Promise<FormProps & { from: string; already: readonly string[] }> {
  const contact = await readContact(asking, ask.params['id'] ?? '')
  const already = contact.people.map((one) => one.personId)
  const adults = contact.people.filter((one) => one.role === 'adult')
  const typed: Typed = Object.keys(ask.body).length > 0 ? typedOf(ask.body, '') : { ...blank(''), adults: adults.map((one, i) => ({ ...blankAdult(`a${i + 1}`), personId: one.personId })) }
  const known = await knownPeople(asking, [...[...typed.adults, ...typed.children].map((row) => row.personId), ...pickedIn(action)])
  return { typed, known, problems: ask.problems, found: await whoMayBe(asking, typed.find), alike: {}, agencies: [], now: '', from: fromWhom(contact), already }
}

const addPeoplePage = page('/contacts/:id/people', {
  what: 'contacts.one', may: 'record.write',
  load: (asking, ask) => startOf(asking, ask),
  view: ({ from, ...props }, frame, ask) => (
    <Page {...frame} title="Add somebody to the contact" problemCount={props.problems.length}>
      <PageHead title="Add somebody" lede={`To the contact from ${from}. Those who are on it already stay.`} before={<Breadcrumb steps={[{ label: 'Front door', href: '/contacts' }, { label: 'Contact', href: `/contacts/${ask.params['id']}` }, { label: 'Add somebody' }]} />} />
      <ErrorSummary problems={props.problems.map((one) => ({ field: one.question, words: one.problem }))} />
      <form method="post" action={`/contacts/${ask.params['id']}/people`} class="contact-form" novalidate>
        <button type="submit" name="do" value="stay" class="unseen" tabIndex={-1} aria-hidden="true">Keep</button>
        <input type="hidden" name="commandId" value={ask.commandId ?? newId()} />
        <div>
          <Card title="Who else it is about" id="about"><Adults {...props} /><Children {...props} /><HomeBlock {...props} /></Card>
          <Actions><Button kind="primary" name="do" value="record">Add to the contact</Button><a href={`/contacts/${ask.params['id']}`}>Leave it as it is</a></Actions>
        </div>
      </form>
    </Page>
  ),
})

const takePeople = form('/contacts/:id/people', async (caller, ask, around) => {
  const action = typeof ask.body['do'] === 'string' ? ask.body['do'] : 'record'
  const contactId = ask.params['id'] ?? ''
  const here = await answer(caller, 'contacts.one', 'record.write', async (asking) => ({ ...(await startOf(asking, ask, action)), moment: { now: asking.now, today: asking.today } }))
  if (action !== 'record') return addPeoplePage.run(caller, { ...ask, body: { ...acted(here.typed, action, here.known) } }, around)
  // Where it comes from and what was told stand on the contact already.
  const made = contactOf({ ...here.typed, source: 'unknown', words: 'told before' }, here.known, here.moment, contactId, () => newId())
  const onlyAdults = 'problems' in made && made.problems.every((one) => one.question === 'children.0.given') && here.typed.adults.some((adult) => !here.already.includes(adult.personId))
  if ('problems' in made && !onlyAdults) return again(addPeoplePage, made.problems)(caller, ask, around)
  const input = 'input' in made ? made.input : onlyAdultsOf(here.typed, here, contactId)
  if (!input) return again(addPeoplePage, [{ question: 'find', problem: 'Write who else it is about.' }])(caller, ask, around)
  const { people, relationships, home } = input
  const outcome = await addToContact.perform(caller, { contactId, people, relationships, about: input.about.filter((one) => !here.already.includes(one.personId)), ...(home ? { home } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(addPeoplePage, outcome.problems)(caller, ask, around)
  return { go: `/contacts/${contactId}?done=added` }
})

/** An adult alone may be added: the form is sent with a child that is then left out. */
function onlyAdultsOf(typed: Typed, here: Awaited<ReturnType<typeof startOf>> & { moment: Parameters<typeof contactOf>[2] }, contactId: string) {
  const stand = { ...typed, source: 'unknown', words: 'told before', children: [{ ...blank('').children[0], given: 'nobody' }] }
  const made = contactOf(typedOf({ ...stand }, ''), here.known, here.moment, contactId, () => newId())
  if (!('input' in made)) return undefined
  const nobody = made.input.about.find((one) => one.role === 'child')?.personId
  const without = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter((row) => row.id !== nobody)
  const home = made.input.home && { ...made.input.home, people: made.input.home.people.filter((id) => id !== nobody) }
  return {
    ...made.input, people: without(made.input.people), relationships: made.input.relationships.filter((r) => r.otherId !== nobody), about: made.input.about.filter((one) => one.personId !== nobody),
    home: home && home.people.length > 0 ? home : undefined,
  }
}

export const addPeopleRoutes: readonly Route[] = [addPeoplePage, takePeople]
