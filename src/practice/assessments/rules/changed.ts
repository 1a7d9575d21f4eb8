import type { Frozen, FrozenQuestion } from '../../../engine/forms/frozen.ts'

const short = (words: string): string => {
  const one = words.replace(/\s+/g, ' ').trim()
  if (one.length <= 180) return one
  const cut = one.slice(0, 180)
  return `${cut.slice(0, Math.max(cut.lastIndexOf('. ') + 1, cut.lastIndexOf(' ')))} …`
}
export type ChangedRow = Readonly<{ what: string; before: string; now: string }>

/** What reads otherwise than last time, section by section: the titles a manager knows, then and now in short. */
export function whatChanged(before: Frozen | undefined, now: Frozen, leaveOut: readonly string[], nameOf: (ids: readonly string[]) => string): ChangedRow[] {
  if (!before) return []
  const questions = new Map<string, FrozenQuestion>(before.sections.flatMap((section) => section.questions.map((question) => [question.id, question] as const)))
  const words = (question: FrozenQuestion | undefined, all: number): string => (question?.answers ?? []).map((answer) => `${answer.about.length > 0 && answer.about.length < all ? `${nameOf(answer.about)}: ` : ''}${answer.words}`).join(' ')
  const people = new Set(now.sections.flatMap((section) => section.questions.flatMap((question) => question.answers.flatMap((answer) => answer.about)))).size
  return now.sections.filter((section) => !leaveOut.includes(section.id)).flatMap((section) => section.questions.flatMap((question): ChangedRow[] => {
    const [then, today] = [words(questions.get(question.id), people), words(question, people)]
    if (then === today || today === '') return []
    return [{ what: section.questions.length > 1 ? question.asked : section.title, before: then === '' ? 'Not written' : short(then), now: short(today) }]
  }))
}
