import type { ComponentChildren } from 'preact'
import { Actions, Button } from './button.tsx'
import { ClockFace, type ClockState } from './clock.tsx'
import { Words } from './fields/text.tsx'
import { Message } from './message.tsx'

export interface DecisionInList {
  readonly id: string
  readonly title: string
  /** `Cole family, by Sam Price` */
  readonly who: string
  readonly clock: { readonly state: ClockState; readonly words: string }
  readonly href: string
  readonly here: boolean
  /** Only routine kinds can be agreed several at once: the name of the tick, or nothing. */
  readonly routine?: { readonly name: string; readonly chosen: boolean }
}

/** List left, reading right, as in a good mail reader; each decision has its address. */
export function DecisionInbox({ list, listTitle, listEnd, batch, children }: {
  list: readonly DecisionInList[]; listTitle: string; listEnd?: ComponentChildren; batch?: ComponentChildren; children: ComponentChildren
}) {
  return (
    <div class="inbox">
      <div class="inbox-list">
        <div class="line-ends inbox-head"><h2>{listTitle}</h2>{listEnd}</div>
        <ul>
          {list.map((decision) => (
            <li class={decision.here ? 'is-here' : undefined}>
              {decision.routine ? <div class="tick"><input type="checkbox" id={`choose-${decision.id}`} name={decision.routine.name} value={decision.id} checked={decision.routine.chosen} form="batch" /><label for={`choose-${decision.id}`}><span class="unseen">Choose {decision.title}, {decision.who}</span></label></div> : <span />}
              <a href={decision.href} aria-current={decision.here ? 'true' : undefined}>
                <strong>{decision.title}</strong><span class="second">{decision.who}</span>
                <span class={`clock is-${decision.clock.state}`}><ClockFace state={decision.clock.state} /><span class="clock-words">{decision.clock.words}</span></span>
              </a>
            </li>
          ))}
        </ul>
        {batch ? <div class="inbox-batch">{batch}</div> : null}
      </div>
      <div class="inbox-read" id="reading">{children}</div>
    </div>
  )
}

/** What is asked, what it means, the person's own words, what changed; then comment, Agree, Return. The form posts `decision` = agree or return, and `comment`. */
export function DecisionCard({ title, lede, asked, children, action, hidden = {}, comment = '', problem, commentTo, returnTo, remark, next }: {
  title: string; lede: ComponentChildren; asked: ComponentChildren; children: ComponentChildren
  action: string; hidden?: Readonly<Record<string, string>>
  comment?: string; problem?: string
  /** `to Priya, kept with the assessment` */
  commentTo: string
  returnTo: string; remark: string; next?: ComponentChildren
}) {
  return (
    <article class="decision">
      <h2 class="decision-title">{title}</h2>
      <p class="lede">{lede}</p>
      <Message kind="theme" title="You are asked to agree:">{asked}</Message>
      {children}
      <form class="decision-form" method="post" action={action}>
        {Object.entries(hidden).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <Words name="comment" label="Your comment" optional={`${commentTo}. You can leave it empty if you agree`} value={comment} problem={problem} rows={2} />
        <Actions remark={remark}>
          <Button kind="primary" icon="tick" name="decision" value="agree">Agree</Button>
          <Button icon="back" name="decision" value="return">Return to {returnTo}</Button>
        </Actions>
      </form>
      {next ? <p class="decision-next">{next}</p> : null}
    </article>
  )
}
