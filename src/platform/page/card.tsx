import type { ComponentChildren } from 'preact'

/** One subject in one box. `aside` stands at the right of the title: a link, a count, a date. */
export function Card({ title, aside, id, children, kind = 'plain', level = 2, lede }: {
  title?: string; aside?: ComponentChildren; id?: string; children: ComponentChildren
  kind?: 'plain' | 'question' | 'seal' | 'flush'; level?: 2 | 3; lede?: ComponentChildren
}) {
  const headId = title && id ? `${id}-title` : undefined
  const Head = level === 2 ? 'h2' : 'h3'
  return (
    <section class={`card card-${kind}`} id={id} aria-labelledby={headId}>
      {title || aside ? (
        <div class="card-head">
          {title ? <Head id={headId}>{title}</Head> : null}
          {aside ? <div class="card-aside">{aside}</div> : null}
        </div>
      ) : null}
      {lede ? <p class="card-lede">{lede}</p> : null}
      {children}
    </section>
  )
}

/** One of the six questions about a stranger's case: the answer in the largest type, its source beneath. */
export function AnswerCard({ question, answer, children, source }: { question: string; answer?: ComponentChildren; children?: ComponentChildren; source?: ComponentChildren }) {
  return (
    <section class="card answer-card">
      <h2>{question}</h2>
      {answer ? <p class="answer">{answer}</p> : null}
      {children}
      {source ? <p class="source">{source}</p> : null}
    </section>
  )
}

export interface Fact { readonly label: string; readonly value: ComponentChildren; readonly change?: { readonly href: string; readonly words: string } }

/** Label and value, line by line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}{fact.change ? <a class="fact-change" href={fact.change.href}>{fact.change.words}<span class="unseen"> {fact.label}</span></a> : null}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A number that opens its list, on the head of a board. */
export function NumberCard({ count, title, second, href, state = 'plain' }: { count: number; title: string; second?: string; href: string; state?: 'plain' | 'soon' | 'late' }) {
  return (
    <a class={`card number-card number-${state}`} href={href}>
      <span class="number">{count}</span>
      <span><strong>{title}</strong>{second ? <span class="second">{second}</span> : null}</span>
    </a>
  )
}

/** People or things one under another with a hairline between them. */
export function Lines({ children }: { children: readonly ComponentChildren[] }) {
  return <ul class="lines">{children.map((line) => <li>{line}</li>)}</ul>
}

/** Steps in time with a rail: what happens next, what happens if you open it. */
export function Steps({ steps, kind = 'theme' }: { steps: readonly { title: string; words: ComponentChildren }[]; kind?: 'theme' | 'seal' }) {
  return <ol class={`steps steps-${kind}`}>{steps.map((step) => <li><strong>{step.title}</strong><span>{step.words}</span></li>)}</ol>
}
