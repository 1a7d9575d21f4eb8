import { applications, extensionReasons, hearingKinds } from '../codes/legalWork.ts'
import type { FactQuestion } from '../care/facts.ts'

/** A dated fact of pre-proceedings or of proceedings: what is asked, and what it is to the clocks. `ahead`: its day may lie ahead. `time`: the hour is asked too. */
export type LegalFactKind = Readonly<{
  id: string; of: 'preProceedings' | 'proceedings'; title: string; on: string; until?: string; event?: string; significant?: true; ahead?: true; time?: true; once?: true
  questions: readonly FactQuestion[]; wordsLabel: string
}>

/** Everything with a day that happens in legal work, in the order in which it is offered. */
export const legalFacts: readonly LegalFactKind[] = [
  { id: 'letter', of: 'preProceedings', title: 'Letter before proceedings', on: 'The day it was sent', event: 'preProceedings.letterSent', significant: true, once: true, questions: [{ id: 'to', label: 'To whom', kind: 'line', required: true }], wordsLabel: 'What it asks of the parents' },
  { id: 'parentsMeeting', of: 'preProceedings', title: 'Meeting with the parents', on: 'The day it was held', event: 'preProceedings.met', significant: true, questions: [{ id: 'came', label: 'Who came', kind: 'line', required: true }, { id: 'lawyers', label: 'The parents had lawyers', kind: 'yesNo' }], wordsLabel: 'What was agreed' },
  { id: 'preReview', of: 'preProceedings', title: 'Review of pre-proceedings', on: 'The day it was held', event: 'preProceedings.reviewed', significant: true, questions: [{ id: 'came', label: 'Who came', kind: 'line' }], wordsLabel: 'What has changed, and what follows' },
  { id: 'issued', of: 'proceedings', title: 'Application issued', on: 'The day the court issued it', event: 'careProceedings.issued', significant: true, once: true, questions: [{ id: 'application', label: 'What the court is asked for', kind: 'code', list: applications, required: true }, { id: 'court', label: 'Court', kind: 'line', required: true }, { id: 'caseNumber', label: 'Case number', kind: 'line' }], wordsLabel: 'Anything else' },
  { id: 'hearing', of: 'proceedings', title: 'Hearing', on: 'The day of the hearing', ahead: true, time: true, significant: true, questions: [{ id: 'kind', label: 'Kind of hearing', kind: 'code', list: hearingKinds, required: true }, { id: 'court', label: 'Court, and room', kind: 'line' }, { id: 'judge', label: 'Judge', kind: 'line' }], wordsLabel: 'What the court decided' },
  { id: 'extension', of: 'proceedings', title: 'More time from the court', on: 'The day the court decided it', until: 'The proceedings may now last until', event: 'careProceedings.extended', significant: true, questions: [{ id: 'reason', label: 'Why', kind: 'code', list: extensionReasons, required: true }], wordsLabel: 'What the court said' },
]
