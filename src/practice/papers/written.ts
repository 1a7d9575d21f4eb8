import type { PaperKind } from '../../../content/forms/papers/kinds.ts'
import type { Frozen, FrozenAnswer, FrozenQuestion } from '../../engine/forms/frozen.ts'
import { giverInWords, numbersIn } from '../../engine/forms/scale.ts'
import { dayInWords, type PlainDate } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import type { Block, Passage } from '../../record/outputs/model.ts'

type Named = Readonly<{ id: string; given: string; name: string }>
const paragraphs = (text: string): Block[] => text.split(/\n\s*\n/).filter((one) => one.trim()).map((words) => ({ kind: 'paragraph', words }))

/** The numbers on a scale, oldest first. */
function numbers(kind: PaperKind, { id, asked }: FrozenQuestion, { value }: FrozenAnswer): Block {
  const question = kind.definition.sections.flatMap((section) => section.questions).find((one) => one.id === id) ?? {}
  return { kind: 'table', caption: asked, columns: ['Who', 'Day', 'Number, from 0 to 10'], rows: numbersIn(value).map((one) => [giverInWords(question, one), dayInWords(one.on), String(one.number)]) }
}

/** What was written, in the order of writing: each child's own answer in a passage of that child. */
export function writtenPassages(frozen: Frozen, kind: PaperKind, people: readonly Named[]): Passage[] {
  const given = (ids: readonly string[]) => listed(people.filter((one) => ids.includes(one.id)).map((one) => one.given || one.name))
  const order = kind.definition.sections.map((section) => section.id)
  return frozen.sections.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).flatMap((section): Passage[] => {
    const answered = section.questions.filter((question) => question.answers.length > 0)
    if (answered.length === 0) return []
    return [
      { place: section.title.toLowerCase(), about: [], general: true, blocks: [{ kind: 'heading', level: 2, words: section.title }] },
      ...answered.flatMap((question): Passage[] => [
        { place: section.title.toLowerCase(), about: [], general: true, blocks: [{ kind: 'heading', level: 3, words: question.asked }] },
        ...question.answers.map((answer): Passage => ({
          place: section.title.toLowerCase(), about: answer.about.length < people.length ? answer.about : [],
          blocks: [...(answer.about.length > 0 && answer.about.length < people.length ? [{ kind: 'paragraph' as const, words: `${given(answer.about)}:` }] : []), ...(question.kind === 'scale' ? [numbers(kind, question, answer)] : paragraphs(answer.words))],
        })),
      ]),
    ]
  })
}

/** The end of a paper for a court: what its writer declares, and where they sign. */
export const declared = (kind: PaperKind, writer: string, on: PlainDate): Passage[] =>
  kind.declares ? [{ place: 'the declaration', about: [], general: true, blocks: [{ kind: 'heading', level: 2, words: 'Statement of truth' }, { kind: 'paragraph', words: `${kind.declares} ${dayInWords(on)}.` }, { kind: 'signatures', names: [`${writer}, social worker`] }] }] : []
