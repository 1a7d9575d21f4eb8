import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Tag } from './tag.tsx'

/** Last time's answer, to be chosen and never filled in silently. Each button sends `name` with keep, change or drop. */
export function BroughtForward({ question, words, source, readHref, name, notYet = 'Not part of this assessment yet' }: {
  question: string
  words: string
  /** `Assessment of 20 September 2024, written by Priya Nair.` */
  source: string
  readHref?: string
  name: string
  notYet?: string
}) {
  return (
    <section class="brought-forward" aria-label={`From last time: ${question}`}>
      <div class="line-ends"><Tag kind="soon" icon="history">From last time, to check</Tag><span class="second">{notYet}</span></div>
      <h3>{question}</h3>
      <blockquote>{words}</blockquote>
      <p class="source">{source} {readHref ? <a href={readHref}>Read it in place</a> : null}</p>
      <div class="actions">
        <Button kind="row" name={name} value="keep" about={question}>Still true, keep it</Button>
        <Button kind="row" name={name} value="change" about={question}>Change it</Button>
        <Button kind="quiet" name={name} value="drop" about={question}>No longer true</Button>
      </div>
    </section>
  )
}

/** After the choice: one quiet line that says what was done and how to go back. */
export const BroughtForwardDone = ({ words, undo }: { words: string; undo?: ComponentChildren }) => <p class="brought-done">{words} {undo}</p>
