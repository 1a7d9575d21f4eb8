import type { ComponentChildren } from 'preact'
import type { Hue } from './mark.ts'

/** What somebody said, in their own words, with the edge in their hue. The system never speaks in this type. */
export function Quote({ words, said, hue = 'slate' }: { words: string; said?: ComponentChildren; hue?: Hue }) {
  return (
    <figure class={`quote hue-${hue}`}>
      <blockquote>{words}</blockquote>
      {said ? <figcaption>{said}</figcaption> : null}
    </figure>
  )
}

/** An account, an analysis, a letter: what people write, in serif. Blank lines part paragraphs. */
export function Account({ text, source }: { text: string; source?: ComponentChildren }) {
  return (
    <div class="account">
      {text.split(/\n\s*\n/).map((paragraph) => <p>{paragraph}</p>)}
      {source ? <p class="source">{source}</p> : null}
    </div>
  )
}

/** One account a person keeps beside the chronology; never made by the machine. */
export function StorySoFar({ text, kept, changeHref }: { text?: string; kept?: string; changeHref?: string }) {
  return (
    <section class="story" aria-labelledby="story-so-far">
      <h3 id="story-so-far">The story so far</h3>
      {text ? text.split(/\n\s*\n/).map((paragraph) => <p class="serif">{paragraph}</p>) : <p>Nobody has written it yet. A few sentences help the next person who opens this record.</p>}
      <p class="source">{kept ? `${kept} ` : null}{changeHref ? <a href={changeHref}>{text ? 'Change' : 'Write it'}<span class="unseen"> the story so far</span></a> : null}</p>
    </section>
  )
}

/** Then and now side by side: why we closed, and what is different now. */
export const ThenAndNow = ({ then, now }: { then: { title: string; words: ComponentChildren }; now: { title: string; words: ComponentChildren } }) => (
  <div class="then-now">
    <div><h3>{then.title}</h3><p>{then.words}</p></div>
    <div><h3>{now.title}</h3><p>{now.words}</p></div>
  </div>
)
