import type { CodeList } from '../codes/codeList.ts'
import type { FactKind, FactQuestion } from './facts.ts'

/** What a child may be drawn into outside the home. */
export const exploitationKinds: CodeList = {
  id: 'exploitationKinds', title: 'Kind of exploitation or harm outside the home',
  codes: [
    { code: 'sexual', label: 'Sexual exploitation' }, { code: 'criminal', label: 'Criminal exploitation' }, { code: 'countyLines', label: 'County lines' }, { code: 'peers', label: 'Harm from peers or a group' },
    { code: 'place', label: 'Harm at a place' }, { code: 'radicalisation', label: 'Radicalisation' }, { code: 'trafficking', label: 'Trafficking or modern slavery' }, { code: 'online', label: 'Harm online' },
  ],
}
export const riskLevels: CodeList = { id: 'riskLevels', title: 'How high the risk is', codes: [{ code: 'emerging', label: 'Emerging' }, { code: 'moderate', label: 'Moderate' }, { code: 'significant', label: 'Significant' }] }
export const fosteringFindings: CodeList = { id: 'privateFosteringFindings', title: 'What was found of a private arrangement', codes: [{ code: 'suitable', label: 'It is suitable' }, { code: 'conditions', label: 'It is suitable with requirements' }, { code: 'prohibited', label: 'It is prohibited' }] }

const code = (id: string, label: string, list: CodeList): FactQuestion => ({ id, label, kind: 'code', list, required: true })
const line = (id: string, label: string, required?: true): FactQuestion => ({ id, label, kind: 'line', ...(required ? { required } : {}) })

/** Facts about a child’s safety that are asked of any child, in our care or not. */
export const safetyFacts: readonly FactKind[] = [
  { id: 'exploitation', title: 'Exploitation or harm outside the home', group: 'Safety', on: 'Known since', to: 'No longer, from', ended: 'No longer at risk of harm outside the home', significant: true, event: 'exploitation.identified', questions: [code('kind', 'Which', exploitationKinds), code('risk', 'How high the risk is', riskLevels), { id: 'reviewOn', label: 'Look at it again by', kind: 'date', required: true }, line('where', 'Where, and with whom'), { id: 'safer', label: 'What makes it safer', kind: 'words' }] },
  { id: 'exploitationReview', title: 'Review of exploitation', group: 'Safety', on: 'The day', significant: true, event: 'exploitation.reviewed', wordsLabel: 'What the child says, in their own words', questions: [code('risk', 'How high the risk is now', riskLevels), { id: 'reviewOn', label: 'Look at it again by', kind: 'date', required: true }, { id: 'changed', label: 'What has changed, and what follows', kind: 'words' }] },
  { id: 'privateFostering', title: 'Private fostering arrangement', group: 'Private fostering', on: 'The child lives there since', to: 'It ended on', ended: 'The private fostering arrangement ended', significant: true, event: 'privateFostering.began', questions: [line('carer', 'Who cares for the child', true), line('kin', 'What they are to the child'), { id: 'notifiedOn', label: 'We were told on', kind: 'date', required: true }, line('by', 'Who told us'), line('address', 'Where'), { id: 'agreed', label: 'A parent agrees to it', kind: 'yesNo' }] },
  { id: 'privateFosteringAssessment', title: 'Assessment of a private arrangement', group: 'Private fostering', on: 'The day it was finished', significant: true, event: 'privateFostering.assessed', questions: [code('finding', 'What was found', fosteringFindings), { id: 'requirements', label: 'What is required of the carer', kind: 'words' }] },
  { id: 'privateFosteringVisit', title: 'Visit to a private arrangement', group: 'Private fostering', on: 'The day', event: 'privateFostering.visited', wordsLabel: 'What the child says, in their own words', questions: [{ id: 'alone', label: 'The child was seen alone', kind: 'yesNo', required: true }, { id: 'seen', label: 'What was seen', kind: 'words' }] },
]
