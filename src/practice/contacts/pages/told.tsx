import { Card, Facts } from '../../../platform/page/card.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { listed, sentence } from '../../../kernel/phrasing.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import type { Relationship } from '../../../record/people/model.ts'
import type { Contact, OnContact } from '../model/shown.ts'
import { fromWhom } from '../inWords.ts'
import { dangerLabels, knowsLabels } from '../rules/words.ts'

const couples: Readonly<Record<string, string>> = { married: 'married to', partner: 'partner of', separated: 'separated from', divorced: 'divorced from' }

/** `Parent of Amelia and Noah. Separated from Kelly.` */
function tiesOf(adult: OnContact, contact: Contact, relationships: readonly Relationship[]): string {
  const nameOf = (id: string) => contact.people.find((one) => one.personId === id)?.card
  const given = (id: string) => nameOf(id)?.given || nameOf(id)?.name
  const children = relationships.filter((r) => r.personId === adult.personId && (r.kind === 'parent' || r.kind === 'expectedParent')).flatMap((r) => given(r.otherId) ?? [])
  const partners = relationships.filter((r) => couples[r.kind] && (r.personId === adult.personId || r.otherId === adult.personId)).flatMap((r) => {
    const other = given(r.personId === adult.personId ? r.otherId : r.personId)
    return other ? [`${couples[r.kind]} ${other}`] : []
  })
  return [children.length > 0 ? `parent of ${listed([...new Set(children)])}` : '', ...new Set(partners)].filter((part) => part !== '').map((part) => `${sentence(part)}.`).join(' ')
}

/** What they told us, in their words. */
export function Told({ contact, relationships, today }: { contact: Contact; relationships: readonly Relationship[]; today: PlainDate }) {
  const children = contact.people.filter((one) => one.role === 'child')
  const adults = contact.people.filter((one) => one.role === 'adult')
  const who = [contact.fromName, contact.fromRole].filter((part) => part && part !== fromWhom(contact)).join(', ')
  const facts = [
    { label: 'In danger now?', value: contact.inDanger ? dangerLabels[contact.inDanger] : undefined },
    { label: 'Does the family know?', value: contact.familyKnows ? knowsLabels[contact.familyKnows] : undefined },
    { label: 'They hope for', value: contact.hopesFor ?? undefined },
    { label: 'Already doing', value: contact.alreadyDoing ?? undefined },
    { label: children.length === 1 ? 'Child' : 'Children', value: children.length > 0 ? <span class="stack-small">{children.map((one) => <NamedToken mark={markOf(one.card)} href={`/people/${one.personId}`} second={ageInWords(one.card, today)} size="s" />)}</span> : undefined },
    { label: adults.length === 1 ? 'Adult' : 'Adults', value: adults.length > 0 ? <span class="stack-small">{adults.map((one) => <NamedToken mark={markOf(one.card)} href={`/people/${one.personId}`} second={tiesOf(one, contact, relationships) || 'How they belong to the family is not written yet.'} size="s" />)}</span> : undefined },
  ].flatMap((fact) => (fact.value === undefined ? [] : [{ label: fact.label, value: fact.value }]))
  return (
    <Card title={contact.fromKind === 'agency' ? 'What they tell us' : 'What was told to us'} id="told" aside={<>{contact.fromPhone ? <span>{contact.fromPhone}</span> : null}{contact.state === 'open' ? <a href={`/contacts/${contact.id}/people`}>Add somebody</a> : null}</>}>
      <Account text={contact.words} />
      <p class="told-by">{who ? `${who}. ` : ''}{contact.recordedBy ? `Written down by ${contact.recordedBy}.` : ''}</p>
      <Facts facts={facts} />
    </Card>
  )
}

export const Marks = ({ people }: { people: readonly OnContact[] }) => <TokenRow marks={people.map((one) => markOf(one.card))} />
