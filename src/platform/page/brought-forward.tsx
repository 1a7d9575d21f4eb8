import { Button } from './button.tsx'
import { Tag } from './tag.tsx'

export type Chosen = 'keep' | 'change' | 'drop'

/** Last time's answer, to be chosen and never filled in silently. Each button sends `name` with keep, change or drop. */
export function BroughtForward({ question, words, source, readHref, name, values = (choice) => choice, onChoose, notYet = 'Not part of this assessment yet' }: {
  question: string
  words: string
  /** `Assessment of 20 September 2024, written by Priya Nair.` */
  source: string
  readHref?: string
  name: string
  /** What each button sends; without it the choice alone. */
  values?: (choice: Chosen) => string
  /** In the browser: chosen without sending the form. */
  onChoose?: (choice: Chosen) => void
  notYet?: string
}) {
  const button = (choice: Chosen) => ({ name, value: values(choice), about: question, ...(onChoose ? { type: 'button' as const, onClick: () => onChoose(choice) } : {}) })
  return (
    <section class="brought-forward" aria-label={`From last time: ${question}`}>
      <div class="line-ends"><Tag kind="soon" icon="history">From last time, to check</Tag><span class="second">{notYet}</span></div>
      <h3>{question}</h3>
      <blockquote>{words.split(/\n\s*\n/).map((part) => <p>{part}</p>)}</blockquote>
      <p class="source">{source} {readHref ? <a href={readHref}>Read it in place</a> : null}</p>
      <div class="actions">
        <Button kind="row" {...button('keep')}>Still true, keep it</Button>
        <Button kind="row" {...button('change')}>Change it</Button>
        <Button kind="quiet" {...button('drop')}>No longer true</Button>
      </div>
    </section>
  )
}
