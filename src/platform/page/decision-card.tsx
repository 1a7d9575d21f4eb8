import type { ComponentChildren } from 'preact'
import { Actions, Button, ButtonLink } from './button.tsx'
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

/** What is asked, what it means, the person's own words, what changed; then what to choose, comment, and the ways on. The form posts `decision` = agree, return or ask, and `comment`. */
export function DecisionCard({ title, lede, askedTitle = 'You are asked to agree:', asked, children, action, hidden = {}, fields, agree = 'Agree', giveBack, mayAsk = false, comment = '', commentLabel = 'Your comment', problem, commentTo, remark, next }: {
  title: string; lede: ComponentChildren; askedTitle?: string; asked: ComponentChildren; children: ComponentChildren
  action: string; hidden?: Readonly<Record<string, string>>
  fields?: ComponentChildren
  /** The words of the one filled button; or where it is decided, when there is nothing to agree to here. */
  agree?: string | Readonly<{ href: string; words: string }>
  /** `Return to Priya` */
  giveBack?: string
  /** Whether a question may be asked before deciding. */
  mayAsk?: boolean
  comment?: string; commentLabel?: string; problem?: string
  /** `to Priya, kept with the assessment` */
  commentTo: string
  remark: string; next?: ComponentChildren
}) {
  return (
    <article class="decision">
      <h2 class="decision-title">{title}</h2>
      <p class="lede">{lede}</p>
      <Message kind="theme" title={askedTitle}>{asked}</Message>
      {children}
      <form class="decision-form" method="post" action={action}>
        {Object.entries(hidden).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        {fields}
        <Words name="comment" label={commentLabel} optional={commentTo} value={comment} problem={problem} rows={2} />
        <Actions remark={remark}>
          {typeof agree === 'string' ? <Button kind="primary" icon="tick" name="decision" value="agree">{agree}</Button> : <ButtonLink kind="primary" href={agree.href}>{agree.words}</ButtonLink>}
          {giveBack ? <Button icon="back" name="decision" value="return">{giveBack}</Button> : null}
          {mayAsk ? <Button kind="quiet" name="decision" value="ask">Ask a question first</Button> : null}
        </Actions>
      </form>
      {next ? <p class="decision-next">{next}</p> : null}
    </article>
  )
}
