import type { FormDefinition } from '../../../src/engine/forms/model.ts'
import { conferenceReport } from './conferenceReport.ts'
import { courtCarePlan } from './courtCarePlan.ts'
import { courtStatement } from './courtStatement.ts'
import { mapping } from './mapping.ts'

/** What the record puts into a paper by itself, in this order. */
export type PaperFacts = 'family' | 'orders' | 'placements' | 'siblings' | 'seeing' | 'health' | 'learning' | 'plans' | 'chronology'
/**
 * A paper for a conference or a court: what is written, and what the record puts in. `forWhom`: what is asked on beginning it. `withFamily`: it is written with the family,
 * begun by itself, and goes to the family first.
 */
export type PaperKind = Readonly<{ id: string; definition: FormDefinition; title: string; hint: string; forWhom: string; facts: readonly PaperFacts[]; declares?: string; withFamily?: true }>

export const paperKinds: readonly PaperKind[] = [
  { id: 'conferenceReport', definition: conferenceReport, title: 'Report for the conference', hint: 'For an initial or review child protection conference. The family reads it before.', forWhom: 'Which conference', facts: ['family', 'plans', 'chronology'] },
  { id: 'courtStatement', definition: courtStatement, title: 'Social worker’s statement for the court', hint: 'With the family, orders, placements, whom the children see, health, learning and the chronology with its sources.', forWhom: 'Court, case number and hearing', facts: ['family', 'orders', 'placements', 'siblings', 'seeing', 'health', 'learning', 'plans', 'chronology'], declares: 'I believe that the facts stated in this statement are true.' },
  { id: 'courtCarePlan', definition: courtCarePlan, title: 'Care plan for the court', hint: 'Section 31A: with orders, placements, brothers and sisters, whom the children see, health, learning and the plans that run.', forWhom: 'Court, case number and hearing', facts: ['orders', 'placements', 'siblings', 'seeing', 'health', 'learning', 'plans'] },
  { id: 'mapping', definition: mapping, title: 'Mapping with the family', hint: 'What worries, what works well, what has to happen; each danger with its safety goal and the numbers that people give.', forWhom: 'Where, and with whom', facts: [], withFamily: true },
]
export const paperKindOf = (id: string | null): PaperKind | undefined => paperKinds.find((kind) => kind.id === id)
