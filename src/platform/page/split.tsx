import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import type { PersonMark } from './mark.ts'
import { Token, TokenRow } from './token.tsx'

export interface OwnAnswer {
  readonly mark: PersonMark
  /** `Isla, separately` */
  readonly title: string
  /** The control, or the answer to read. */
  readonly answer: ComponentChildren
  /** The button "Join with the others". */
  readonly join?: ComponentChildren
  /** `Shown only in Isla's record. Not in her brothers' or sister's copies.` */
  readonly shown?: string
}

/** One shared answer with the tokens it is about; a line drops from it to each child's own answer, in that child's hue. */
export function SplitByChild({ sharedBy, sharedTitle, sharedRemark, shared, own, offer }: {
  sharedBy: readonly PersonMark[]; sharedTitle: string; sharedRemark?: string; shared: ComponentChildren; own: readonly OwnAnswer[]
  /** "Write separately for" with a button each child. */
  offer?: ComponentChildren
}) {
  return (
    <div class="split">
      {sharedBy.length > 0 ? (
        <div class="split-shared">
          <p class="split-head"><TokenRow marks={sharedBy} size="m" /><strong>{sharedTitle}</strong>{sharedRemark ? <span class="second">{sharedRemark}</span> : null}</p>
          {shared}
        </div>
      ) : null}
      {own.map((answer) => (
        <div class={`split-own hue-${answer.mark.hue}`}>
          <p class="split-head"><Token mark={answer.mark} size="m" beside /><strong>{answer.title}</strong><span class="split-join">{answer.join}</span></p>
          {answer.answer}
          {answer.shown ? <p class="split-shown"><Icon name="eye" size="s" />{answer.shown}</p> : null}
        </div>
      ))}
      {offer ? <div class="split-offer">{offer}</div> : null}
    </div>
  )
}

/** A person as something to press: "Write separately for" Amelia. `name` and `value` are sent. */
export const PersonButton = ({ mark, label, name, value, about, type = 'submit', onClick }: {
  mark: PersonMark; label: string; name?: string; value?: string; about?: string; type?: 'submit' | 'button'; onClick?: (event: Event) => void
}) => (
  <button class="chip" type={type} name={name} value={value} onClick={onClick}>
    <Token mark={mark} beside />{about ? <span class="unseen">{about} </span> : null}{label}
  </button>
)
