import type { ComponentChildren } from 'preact'
import { Tabs, type TabLink } from './tabs.tsx'

/** Any record of the family beside the work, without leaving the page. Stands in `EditorFrame`'s third column. */
export function ReferencePanel({ tabs, closeHref, children, foot, title = 'Reading beside' }: {
  tabs: readonly TabLink[]; closeHref?: string; children: ComponentChildren; foot?: ComponentChildren; title?: string
}) {
  return (
    <div class="reference" id="reference">
      <div class="line-ends"><h2>{title}</h2>{closeHref ? <a href={closeHref}>Close<span class="unseen"> the record beside</span></a> : null}</div>
      <Tabs label="What to read beside" tabs={tabs} />
      <div class="reference-record">{children}</div>
      {foot ? <div class="reference-foot">{foot}</div> : null}
    </div>
  )
}

/** A passage that can be taken over with its source; `quoted` says where it already stands. */
export const Passage = ({ children, quote, quoted, theirs = false }: { children: ComponentChildren; quote?: ComponentChildren; quoted?: ComponentChildren; theirs?: boolean }) => (
  <div class={quoted ? 'passage is-quoted' : 'passage'}>
    <div class={theirs ? 'their-words' : undefined}>{children}</div>
    {quoted ?? quote}
  </div>
)

/** What is left out here and why: "About Leo only: 2 passages, hidden while you write for Isla." */
export const HiddenPassages = ({ words, showHref }: { words: string; showHref?: string }) => <p class="source">{words} {showHref ? <a href={showHref}>Show</a> : null}</p>
