import type { Card, Relationship } from './model.ts'

const words: Readonly<Partial<Record<Relationship['kind'], readonly [female: string, male: string, either: string]>>> = {
  parent: ['mother', 'father', 'parent'], stepParent: ['stepmother', 'stepfather', 'step-parent'], adoptiveParent: ['adoptive mother', 'adoptive father', 'adoptive parent'],
  fosterCarer: ['foster carer', 'foster carer', 'foster carer'], specialGuardian: ['special guardian', 'special guardian', 'special guardian'],
  expectedParent: ['expecting this baby', 'father of the baby', 'parent of the baby'],
  grandparent: ['grandmother', 'grandfather', 'grandparent'], auntOrUncle: ['aunt', 'uncle', 'aunt or uncle'], cousin: ['cousin', 'cousin', 'cousin'],
  sibling: ['sister', 'brother', 'brother or sister'], halfSibling: ['half-sister', 'half-brother', 'half-brother or half-sister'], stepSibling: ['stepsister', 'stepbrother', 'step-sibling'], twin: ['twin', 'twin', 'twin'],
  friend: ['friend', 'friend', 'friend'], neighbour: ['neighbour', 'neighbour', 'neighbour'], lodger: ['lives there', 'lives there', 'lives there'],
}

/** `mother`, `half-brother`, `foster carer`: who somebody is to another, as the family says it. */
export const kinWord = (kind: Relationship['kind'], card: Pick<Card, 'sex'>): string => {
  const found = words[kind]
  return found ? (card.sex === 'female' ? found[0] : card.sex === 'male' ? found[1] : found[2]) : 'relative'
}
