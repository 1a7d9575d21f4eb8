import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../kernel/errors.ts'
import { counted, listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Choice, Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { given, idsIn, textOf } from '../../../platform/page/posted.ts'
import type { Ask } from '../../access/page.ts'
import type { Card as PersonCard } from '../../people/model.ts'
import { Blocks, OnPage } from '../formats/onPage.tsx'
import type { Look } from '../looking.ts'
import { AskSecond } from './askSecond.tsx'

type Body = Ask['body']
const problemAt = (problems: readonly Problem[], name: string) => { const problem = problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }

/** Who reads it, as the form sent it. */
export const toWhomIn = (b: Body) => ({
  to: textOf(b.to), ...(b.to === 'person' ? given('personId', b.personId) : {}), ...(b.to === 'agency' ? given('agencyId', b.agencyId) : {}), ...(b.to === 'outside' ? given('name', b.name) : {}), ...(b.to === undefined || b.to === 'own' ? {} : { knows: idsIn(b.to === 'person' ? b.alsoKnows : b.knows) }),
})
/** What else a form of this kind sends: the mark of the words that were shown, and the reason for a second person. */
export const sentAlong = (b: Body) => ({ ...given('looked', b.looked), ...(b.do === 'ask' ? given('because', b.because) : {}) })
/** Whether somebody asked to be shown it, or has not been shown it yet. */
export const onlyLooks = (b: Body): boolean => b.do === 'look' || textOf(b.looked) === ''

/** Who reads it: somebody of the family, an agency, somebody outside, or whoever prints it. */
export const WhoReads = ({ ask, readers, agencies, first = 'person' }: { ask: Ask; readers: readonly PersonCard[]; agencies: readonly Readonly<{ id: string; name: string }>[]; first?: 'person' | 'outside' }) => (
  <Card title="Who reads it"><Choice name="to" label="Who reads it" look="hidden" value={textOf(ask.body.to) || first} {...problemAt(ask.problems, 'to')} options={[
    { value: 'person', label: 'Somebody of the family: a parent, the child, a relative', more: <>
      <Select name="personId" label="Who" empty="Choose a person" value={textOf(ask.body.personId)} options={readers.map((one) => ({ value: one.id, label: one.name }))} {...problemAt(ask.problems, 'personId')} />
      {readers.length > 1 ? <Choices name="alsoKnows" label="Whom they may read about, besides themselves and their own children" columns values={idsIn(ask.body.alsoKnows)} {...(ask.body.to === 'person' ? problemAt(ask.problems, 'knows') : {})} options={readers.map((one) => ({ value: one.id, label: one.name }))} /> : null}
    </> },
    ...(agencies.length > 0 ? [{ value: 'agency', label: 'An agency that works with us', more: <Select name="agencyId" label="Which" empty="Choose an agency" value={textOf(ask.body.agencyId)} options={agencies.map((one) => ({ value: one.id, label: one.name }))} {...problemAt(ask.problems, 'agencyId')} /> }] : []),
    { value: 'outside', label: 'A carer, a school, a doctor, a court, another council', more: <Line name="name" label="Name" value={textOf(ask.body.name)} {...problemAt(ask.problems, 'name')} /> },
    { value: 'own', label: 'I print it for my own work' },
  ]} /></Card>
)

/** Whom an agency or somebody outside may know about. `ticked`: beforehand, where such a paper always is about them; else nobody but an only child, for who is told of whom is said by somebody. */
export const MayKnow = ({ ask, people, others, ticked = people.length === 1 ? people.map((one) => one.id) : [] }: { ask: Ask; people: readonly PersonCard[]; others: readonly PersonCard[]; ticked?: readonly string[] }) => (
  <Card title="Whom somebody outside may read about" lede="What is about anybody who is not ticked is held back from an agency, a carer or a court.">
    <Choices name="knows" label="Whom somebody outside may read about" look="hidden" values={ask.body.to === undefined ? ticked : idsIn(ask.body.knows)} {...(ask.body.to === 'person' ? {} : problemAt(ask.problems, 'knows'))} options={[...people, ...others].map((one) => ({ value: one.id, label: one.name }))} />
  </Card>
)

/** The buttons of such a form: first it is shown, then it goes. */
export const LookThenSend = ({ look, back, remark = 'Nothing goes before you have seen it.' }: { look: Look | undefined; back: ComponentChildren; remark?: string }) => (
  <>
    {look ? <input type="hidden" name="looked" value={look.mark} /> : null}
    <Actions remark={look ? `As it stands below. It is kept as it went.` : remark}>
      {look ? <Button kind="primary" name="do" value="send">Make it for {look.readerName}</Button> : null}
      <Button {...(look ? {} : { kind: 'primary' as const })} name="do" value="look">{look ? 'Show it again' : 'Show me what they get'}</Button>{back}
    </Actions>
  </>
)

/** What the reader would get, how easy it is to read, and what is held back, with the words. Never on paper. */
export const Looked = ({ look, councilName, on, ask }: { look: Look; councilName: string; on: string; ask: Ask }) => (
  <div data-screen-only class="stack-gap" id="looked">
    {look.problems.length > 0 ? <Message kind="seal" title={`It holds what is hidden from ${look.readerName}.`}><ul>{look.problems.map((one) => <li>{one.problem}</li>)}</ul></Message> : null}
    <AskSecond problems={[...look.problems, ...ask.problems]} because={textOf(ask.body.because)} />
    {look.named.length > 0 ? <Message kind="soon" title={`The words name ${listed(look.named.map((card) => card.name))}.`}>You did not tick that {look.readerName} may read about them. Change the words where they stand, or make sure that it is right.</Message> : null}
    <Card title={`Held back from ${look.readerName}`} aside={String(look.held.length)}>
      {look.held.length === 0 ? <p>Nothing. They get all of it.</p> : look.held.map((one) => (
        <details class="fold"><summary><span class="fold-link">{one.place.charAt(0).toUpperCase()}{one.place.slice(1)}, about {listed([...one.about.map((card) => card.given || card.name), ...(one.others ? ['somebody else'] : [])])}</span></summary><Blocks blocks={one.blocks} /></details>
      ))}
    </Card>
    <Card title="How easy it is to read">
      <p>{look.age === undefined ? 'It is too short to tell.' : `For readers of about ${look.age} years and older.${look.age > 11 ? ' For a family, 11 is the aim: shorter words and sentences help.' : ''}`}</p>
      {look.hardest.length > 0 ? <details class="fold"><summary><span class="fold-link">{counted(look.hardest.length, 'passage is', 'passages are')} hardest</span></summary><ul class="lines">{look.hardest.map((one) => <li><p>{one.words.length > 240 ? `${one.words.slice(0, 240)}…` : one.words}<span class="second">About {one.age} years</span></p></li>)}</ul></details> : null}
    </Card>
    <OnPage paper={look.paper} councilName={councilName} on={on} />
  </div>
)
