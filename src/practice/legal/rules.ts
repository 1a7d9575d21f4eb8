import { extensionReasons, preProceedingsEndings, proceedingsEndings } from '../../../content/codes/legalWork.ts'
import { legalFacts, type LegalFactKind } from '../../../content/legal/facts.ts'
import { addDays, daysBetween, isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import type { Happening } from '../../engine/timescales/model.ts'
import type { DatedFact, Going, KeepLegalFact, LegalFact, Matter, MatterKind } from './model.ts'

export const kindOfFact = (id: string): LegalFactKind | undefined => legalFacts.find((one) => one.id === id)
export const endingsOf = (kind: MatterKind) => (kind === 'preProceedings' ? preProceedingsEndings : proceedingsEndings)
export const matterName = (kind: MatterKind): string => (kind === 'preProceedings' ? 'Pre-proceedings' : 'Care proceedings')

const mostExtension = 56
/** What to put right in a dated fact, before it is kept. `before`: what stands already. */
export function problemsOfFact(said: Pick<KeepLegalFact, 'kind' | 'on' | 'until' | 'answers' | 'corrects' | 'why'>, matter: Pick<Matter, 'kind' | 'decidedOn'>, before: readonly Pick<LegalFact, 'kind' | 'factId'>[], today: PlainDate): Problem[] {
  const kind = kindOfFact(said.kind)
  if (!kind || kind.of !== matter.kind) return [{ question: 'kind', problem: 'Choose what happened.' }]
  const problems: Problem[] = []
  if (!isPlainDate(said.on)) problems.push({ question: 'on', problem: 'Give the day, as in 3/10/2025.' })
  else if (said.on > today && !kind.ahead) problems.push({ question: 'on', problem: 'This day has not come yet. Give the day it happened.' })
  else if (said.on < matter.decidedOn && kind.id !== 'hearing' && kind.id !== 'issued') problems.push({ question: 'on', problem: 'This is before it was decided. Check the day.' })
  if (kind.once && !said.corrects && before.some((one) => one.kind === kind.id)) problems.push({ question: 'on', problem: 'This is recorded already. Correct what stands there if it is wrong.' })
  if (kind.until) {
    if (!said.until || !isPlainDate(said.until)) problems.push({ question: 'until', problem: 'Give the day the court set, as in 3/10/2026.' })
    else if (isPlainDate(said.on) && said.until <= said.on) problems.push({ question: 'until', problem: 'This day is not later than the decision. Check both days.' })
  }
  for (const question of kind.questions) {
    const text = said.answers[question.id]?.trim() ?? ''
    if (text === '') { if (question.required) problems.push({ question: `answers.${question.id}`, problem: question.kind === 'code' ? 'Choose one.' : 'Fill this in.' }); continue }
    if (question.kind === 'code' && !question.list?.codes.some((one) => one.code === text)) problems.push({ question: `answers.${question.id}`, problem: 'Choose one of the list.' })
  }
  if (said.corrects && !said.why?.trim()) problems.push({ question: 'why', problem: 'Write why it is corrected, for whoever reads it later.' })
  return problems
}

/** Whether more time was given than the law allows at once, eight weeks beyond the end there was (Children Act 1989, section 32(8)): said, never refused. */
export function tooLong(facts: readonly LegalFact[], extension: LegalFact): boolean {
  if (extension.kind !== 'extension' || !extension.until) return false
  const issued = facts.find((fact) => fact.kind === 'issued')
  const before = facts.filter((fact) => fact.kind === 'extension' && fact.on < extension.on).map((fact) => fact.until).at(-1) ?? (issued ? usualEnd(issued.on) : undefined)
  return before !== undefined && before !== null && daysBetween(before, extension.until) > mostExtension
}
export const extensionLabel = (code: string): string => extensionReasons.codes.find((one) => one.code === code)?.label ?? code

/** Facts that are something to a clock whatever was answered; of hearings it depends. */
export const datedKinds: readonly string[] = legalFacts.filter((one) => one.event !== undefined).map((one) => one.id)
/** What one matter is to the clocks of one child. */
export function happeningsOf(matter: Pick<Going, 'kind' | 'decidedOn' | 'people'>, facts: readonly DatedFact[], personId: string): Happening[] {
  const mine = matter.people.find((one) => one.personId === personId)
  if (!mine) return []
  const one = (event: string, on: PlainDate, more: Partial<Happening> = {}): Happening => ({ event, on, people: [personId], ...more })
  return [
    one(matter.kind === 'preProceedings' ? 'preProceedings.decided' : 'careProceedings.decided', matter.decidedOn),
    ...facts.filter((fact) => fact.about.length === 0 || fact.about.includes(personId)).flatMap((fact) => {
      const event = fact.kind === 'hearing' ? (fact.answers['kind'] === 'caseManagement' && fact.words ? 'caseManagementHearing.held' : undefined) : kindOfFact(fact.kind)?.event
      return event ? [one(event, fact.on, fact.until ? { until: fact.until } : {})] : []
    }),
    ...(mine.endedOn ? [one(matter.kind === 'preProceedings' ? 'preProceedings.ended' : 'careProceedings.concluded', mine.endedOn)] : []),
  ]
}

/** Which week of how many proceedings are in, as courts count. */
export const weekOf = (issuedOn: PlainDate, today: PlainDate): number => Math.floor(daysBetween(issuedOn, today) / 7) + 1
/** The last day of 26 weeks that begin with the day of issue. */
const usualEnd = (issuedOn: PlainDate): PlainDate => addDays(issuedOn, 26 * 7 - 1)
