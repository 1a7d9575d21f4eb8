import type { PlainDate } from '../../../kernel/dates.ts'
import type { Outgoing, Passage } from '../../../record/outputs/model.ts'
import type { LetterWords } from '../model/letters.ts'
import { tasksIn, type Named } from './letters.ts'

type Staff = Readonly<{ name: string; phone: string | null }>
type Who = Readonly<{ id: string; name: string; given: string; children: readonly Named[]; address: readonly string[]; language: string | undefined }>

const reach = (who: Staff | undefined, what: string): string | undefined => (who ? `${who.name}, ${what}${who.phone ? `, ${who.phone}` : ''}.` : undefined)

/** The letter to a family as it goes out: each part about the recipient's own children, a child's words about that child alone. */
export function letterPaper(to: Who, words: LetterWords, around: Readonly<{ team: string | null; worker: Staff | undefined; manager: Staff | undefined; today: PlainDate }>): Pick<Outgoing, 'title' | 'language' | 'from' | 'to' | 'greeting' | 'passages' | 'foot'> {
  const about = to.children.map((child) => child.id)
  const tasks = tasksIn(words.doing, around.today)
  const part = (place: string, field: string, title: string | undefined, text: string): Passage => ({ place, field, about, blocks: [...(title ? [{ kind: 'heading' as const, level: 2 as const, words: title }] : []), { kind: 'paragraph', words: text }] })
  const contact = `${reach(around.worker, 'your social worker') ?? ''} If you are not happy with us: ${reach(around.manager, 'a manager') ?? 'ask for the manager.'} You can make a complaint, and you can ask for somebody on your side, called an advocate. Both are free, and nobody will treat you worse for it.`.trim()
  return {
    title: 'What we found, and what happens next', language: 'en-GB', from: [around.team ?? 'Children’s social care'], to: [to.name, ...to.address], greeting: `Dear ${to.given},`,
    passages: [
      part('the opening', 'opening', undefined, words.opening),
      part('what is going well', 'goingWell', 'What is going well', words.goingWell || 'We talked about this together.'),
      part('what we are worried about', 'worries', 'What we are worried about', words.worries || 'We are not worried about anything in particular.'),
      ...words.said.map((said): Passage => ({ place: 'what a child told us', field: `said.${said.personId}`, about: [said.personId], blocks: [{ kind: 'quote', words: said.words, by: to.children.find((child) => child.id === said.personId)?.given ?? '' }] })),
      ...(tasks.length > 0 ? [{ place: 'who will do what', field: 'doing', about, blocks: [{ kind: 'heading' as const, level: 2 as const, words: 'What we will all do' }, { kind: 'table' as const, caption: 'What we will all do', columns: ['Who will do what', 'By when'], rows: tasks.map((task) => [task.what, task.by || 'as we agree']) }] }] : []),
      part('what happens next', 'next', 'What happens next', words.next),
      { place: 'whom to talk to', about, blocks: [{ kind: 'heading', level: 2, words: 'Talk to us' }, { kind: 'paragraph', words: contact }, { kind: 'signatures', names: [to.given, `${around.worker?.name.split(' ')[0] ?? 'Somebody'}, for the council`] }] },
    ],
    foot: `You can have this letter in ${to.language && to.language !== 'English' ? to.language : 'another language'}, in large print, or read to you.`,
  }
}
