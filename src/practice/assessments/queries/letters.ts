import { notFound } from '../../../kernel/errors.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Address } from '../../../record/people/model.ts'
import { outputOf, readOutput } from '../../../record/outputs/queries.ts'
import { family } from '../../../record/people/queries.ts'
import type { LetterWords } from '../model/letters.ts'
import { childrenFor, firstWords, recipients, type Named } from '../rules/letters.ts'
import * as assessments from '../store/assessments.ts'
import * as store from '../store/letters.ts'
import { finished, type Finished } from './finished.ts'

export type Recipient = Readonly<{ id: string; name: string; given: string; children: readonly Named[]; address: Address | undefined; language: string | undefined; sent: string | undefined }>
export type LetterDesk = Readonly<{ found: Finished; recipients: readonly Recipient[]; chosen: Recipient | undefined; words: LetterWords; all: readonly Named[]; otherAddresses: readonly Address[]; worker: store.Reachable | undefined; manager: store.Reachable | undefined; team: string | null }>

/** Everything a letter to one recipient is made from. What is about other people's children is not in it. */
export async function letterDesk(asking: Asking, assessmentId: string, to: string | undefined): Promise<LetterDesk> {
  const found = await finished(asking, assessmentId)
  const all: Named[] = found.item.people.map((person) => ({ id: person.id, given: person.given || person.name }))
  const kin = await Promise.all(all.slice(0, 1).map((child) => family.of(asking, { id: child.id })))
  const around = kin[0]
  if (!around) throw notFound('We could not find that assessment.')
  const ids = recipients(all, around.relationships)
  const kept = await store.ofAssessment(asking.db, found.assessment.id)
  const homeOf = (id: string) => around.addresses.find((address) => address.personId === id && address.to === null && address.kind !== 'none')
  const people = ids.flatMap((id): Recipient[] => {
    const card = around.cards.find((one) => one.id === id)
    return card ? [{
      id, name: card.name, given: card.given || card.name, children: childrenFor(id, all, around.relationships), address: homeOf(id),
      language: around.facts.find((fact) => fact.personId === id && fact.kind === 'firstLanguage')?.value, sent: kept.find((letter) => letter.recipientId === id)?.id,
    }] : []
  })
  const chosen = people.find((one) => one.id === to) ?? people.find((one) => !one.sent) ?? people[0]
  const mine = chosen?.children ?? []
  const outcomes = found.children.filter((child) => mine.some((one) => one.id === child.personId)).flatMap((child) => child.outcome ?? [])
  const own = chosen?.address
  const isOwn = (address: Address) => address.personId === chosen?.id || (own !== undefined && address.postcode === own.postcode && address.lines[0] === own.lines[0])
  const managerId = found.assessment.authorisedBy ?? (found.item.teamId ? (await assessments.managerOf(asking.db, found.item.teamId, []))?.id : undefined)
  const staff = await store.staff(asking.db, [found.item.workerId ?? '', managerId ?? ''].filter(Boolean))
  return {
    found, recipients: people, chosen, all, words: firstWords(found.frozen, mine, all, outcomes), otherAddresses: around.addresses.filter((address) => !isOwn(address)),
    worker: staff.find((one) => one.id === found.item.workerId), manager: staff.find((one) => one.id === managerId), team: found.item.teamName,
  }
}
/** A letter as it was sent. @throws NotFound */
export async function keptLetter(asking: Asking, id: string) {
  const letter = await store.byId(asking.db, id)
  if (!letter?.recipientId) throw notFound('We could not find that letter.')
  asking.saw([...letter.about, letter.recipientId])
  const output = await outputOf(asking, id)
  // As it went, not as it would be written today; letters from before this was kept are made from their words.
  const paper = output ? (await readOutput(asking, output.id)).paper : undefined
  return { letter, paper, outputId: output?.id, desk: await letterDesk(asking, letter.assessmentId, letter.recipientId) }
}
