import type { ComponentChildren } from 'preact'
import { relationshipKinds as kindLabels } from '../../../../content/codes/relationships.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Choice, Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import type { Ask } from '../../../record/access/page.ts'
import { factTitles, identifierTitles, nameTitles } from '../../../record/people/inWords.ts'
import { factKinds, identifierKinds, relationshipKinds, type Card } from '../../../record/people/model.ts'

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export type Place = Readonly<{ action: string; ask: Ask; card: Card; today: PlainDate }>

/** The kind that somebody was led here to put right: `?put=fact.ethnicity`. */
const ledTo = (place: Place, what: string): string | undefined => {
  const [led, kind] = (place.ask.query['put'] ?? '').split('.')
  return led === what ? kind : undefined
}

/** A small form that opens under what it adds to; open again when it came back with something to put right, and for whoever is led to it. */
export function Opening({ place, what, words, children }: { place: Place; what: string; words: string; children: ComponentChildren }) {
  const here = textOf(place.ask.body.what) === what
  return (
    <details class="fold" open={(here && place.ask.problems.length > 0) || ledTo(place, what) !== undefined}>
      <summary><span class="fold-link">{words}</span></summary>
      <form method="post" action={place.action}>
        <input type="hidden" name="commandId" value={newId()} />
        <input type="hidden" name="what" value={what} />
        {children}
        <Button kind="row">Record it</Button>
      </form>
    </details>
  )
}

export const back = (place: Place, what: string, field: string): { value: string; problem?: string } => {
  const mine = textOf(place.ask.body.what) === what
  const problem = mine ? place.ask.problems.find((p) => p.question === field)?.problem : undefined
  return { value: mine ? textOf(place.ask.body[field]) : field === 'kind' ? ledTo(place, what) ?? '' : '', ...(problem ? { problem } : {}) }
}

export const FactForm = (place: Place) => (
  <Opening place={place} what="fact" words="Record or change a fact">
    <Select id="fact-kind" name="kind" label="Which fact" options={factKinds.map((kind) => ({ value: kind, label: factTitles[kind] }))} {...back(place, 'fact', 'kind')} />
    <Line id="fact-value" name="value" label="What is known" hint="Dates as 3/10/2025. For sex, write female, male, other or notStated." {...back(place, 'fact', 'value')} />
    <Tick id="fact-estimated" name="estimated" label="Estimated" />
    <DateField id="fact-from" name="from" label="Since" optional="if you know it" {...back(place, 'fact', 'from')} />
  </Opening>
)

export const NameForm = (place: Place) => (
  <Opening place={place} what="name" words="Record a name">
    <Select id="name-kind" name="kind" label="What kind" options={Object.entries(nameTitles).map(([value, label]) => ({ value, label }))} {...back(place, 'name', 'kind')} />
    <Line id="name-given" name="given" label="First names" {...back(place, 'name', 'given')} />
    <Line id="name-family" name="family" label="Surname" {...back(place, 'name', 'family')} />
    <DateField id="name-from" name="from" label="Since" optional="if you know it" {...back(place, 'name', 'from')} />
  </Opening>
)

export const IdentifierForm = (place: Place) => (
  <Opening place={place} what="number" words="Record a number">
    <Select id="number-kind" name="kind" label="Which number" options={identifierKinds.map((kind) => ({ value: kind, label: identifierTitles[kind] }))} {...back(place, 'number', 'kind')} />
    <Line id="number-value" name="value" label="Number" width={24} {...back(place, 'number', 'value')} />
  </Opening>
)

export const VoiceForm = (place: Place) => (
  <Opening place={place} what="voice" words="Add their words">
    <Words id="voice-words" name="words" label={`What ${place.card.given || 'they'} said, showed or drew`} theirs rows={2} {...back(place, 'voice', 'words')} />
    <DateField id="voice-on" name="saidOn" label="When" {...back(place, 'voice', 'saidOn')} />
    <Select id="voice-how" name="how" label="How" options={[['said', 'Said it'], ['wrote', 'Wrote it'], ['drew', 'Drew it'], ['signed', 'Signed it'], ['played', 'Showed it in play'], ['observed', 'Was watched'], ['advocate', 'Through an advocate']].map(([value = '', label = '']) => ({ value, label }))} />
    <Line id="voice-place" name="place" label="Where" optional="if it matters" {...back(place, 'voice', 'place')} />
  </Opening>
)

export const MoveForm = (place: Place & { household: readonly Card[] }) => (
  <Opening place={place} what="move" words="They have moved">
    <Words id="move-lines" name="lines" label="New address" rows={3} {...back(place, 'move', 'lines')} />
    <Line id="move-postcode" name="postcode" label="Postcode" width={12} {...back(place, 'move', 'postcode')} />
    <DateField id="move-on" name="on" label="The day they moved" {...back(place, 'move', 'on')} />
    <Choices id="move-people" name="people" label="Who moved" values={place.household.map((card) => card.id)} options={place.household.map((card) => ({ value: card.id, label: card.name }))} />
    <Tick id="move-hidden" name="hidden" label="Keep this address from others: it would put somebody at risk" />
  </Opening>
)

export const RelationForm = (place: Place & { others: readonly Card[] }) => place.others.length === 0 ? null : (
  <Opening place={place} what="relation" words="Record a relationship">
    <Choice id="relation-who" name="who" label="Which way" value="other" options={[{ value: 'other', label: `The other person is the … of ${place.card.given || place.card.name}` }, { value: 'this', label: `${place.card.given || place.card.name} is the … of the other person` }]} />
    <Select id="relation-kind" name="kind" label="Relationship" options={relationshipKinds.map((kind) => ({ value: kind, label: labelNow(kindLabels, kind) }))} {...back(place, 'relation', 'kind')} />
    <Select id="relation-other" name="otherId" label="The other person" empty="Choose a person" options={place.others.map((card) => ({ value: card.id, label: card.name }))} {...back(place, 'relation', 'otherId')} />
    <Select id="relation-pr" name="pr" label="Parental responsibility" empty="Does not apply" options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'notKnown', label: 'Not known' }]} />
  </Opening>
)
