import type { Frozen, FrozenQuestion } from './frozen.ts'
import type { Answers } from './model.ts'

export type Own = Readonly<{ section: string; childId: string; asked: readonly FrozenQuestion[] }>

/** Parts what is kept for everybody from what stands in one child's record only: a child's own answers never lie with those for all. */
export function parted(frozen: Frozen, answers: Answers): Readonly<{ shared: Frozen; own: readonly Own[] }> {
  const childOf = (question: string, about: readonly string[]): string | undefined => {
    const [only] = about
    return only !== undefined && about.length === 1 && answers[question]?.each?.[only] !== undefined ? only : undefined
  }
  const own = new Map<string, { section: string; childId: string; asked: FrozenQuestion[] }>()
  const sections = frozen.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => {
      for (const answer of question.answers) {
        const childId = childOf(question.id, answer.about)
        if (!childId) continue
        const key = `${section.id}/${childId}`
        const kept = own.get(key) ?? { section: section.id, childId, asked: [] }
        kept.asked.push({ ...question, answers: [answer] })
        own.set(key, kept)
      }
      return { ...question, answers: question.answers.filter((answer) => !childOf(question.id, answer.about)) }
    }),
  }))
  return { shared: { ...frozen, sections }, own: [...own.values()] }
}
