/** A typed fact that a form's answer may become. `of`: a fact of each child, or of the piece of work as one. */
export type FactKind = Readonly<{ id: string; label: string; of: 'child' | 'work'; kind: 'date' | 'yesNo' | 'code' | 'codes' | 'words'; list?: string }>

/** The facts that the forms of the front door are bound to. Clocks, measures and returns read facts, never answers. */
export const frontDoorFacts: readonly FactKind[] = [
  { id: 'child.seenOn', label: 'Child seen', of: 'child', kind: 'date' },
  { id: 'child.seenAloneOn', label: 'Child seen alone', of: 'child', kind: 'date' },
  { id: 'child.ownWords', label: 'The child’s own words', of: 'child', kind: 'words' },
  { id: 'assessment.factors', label: 'Assessment factors', of: 'child', kind: 'codes', list: 'assessmentFactors' },
  { id: 'assessment.outcome', label: 'Outcome of the assessment', of: 'child', kind: 'code', list: 'assessmentOutcomes' },
  { id: 'assessment.lateReason', label: 'Why the assessment is late', of: 'work', kind: 'code', list: 'overdueReasons' },
]
