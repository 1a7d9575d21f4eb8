/** done: a tick. toCheck: a question mark, an answer of last time waits. started: half. notStarted: a ring. */
export type SectionState = 'done' | 'toCheck' | 'started' | 'notStarted'

export interface SectionLink { readonly title: string; readonly href: string; readonly state: SectionState; readonly here?: boolean; /** `1 answer to check`, `started`, `Sam Price is here` */ readonly remark?: string }

const said: Record<SectionState, string> = { done: 'finished', toCheck: 'to check', started: 'started', notStarted: 'not started' }

/** The shape of a section's state. */
function SectionMark({ state }: { state: SectionState }) {
  return (
    <svg class={`section-mark is-${state}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {state === 'done' ? <><circle class="solid" cx="10" cy="10" r="9.5" /><path class="knock" d="m5.8 10.3 2.9 2.9 5.5-6" /></> : null}
      {state === 'toCheck' ? <><circle cx="10" cy="10" r="8.7" /><text x="10" y="14.3">?</text></> : null}
      {state === 'started' ? <><circle cx="10" cy="10" r="8.7" /><path class="solid" d="M10 1.3a8.7 8.7 0 0 0 0 17.4Z" /></> : null}
      {state === 'notStarted' ? <circle cx="10" cy="10" r="8.7" /> : null}
    </svg>
  )
}

/** Where I am in a long form. */
export function SectionNav({ head, second, groups }: { head: string; second?: string; groups: readonly { title?: string; sections: readonly SectionLink[] }[] }) {
  return (
    <nav class="section-nav" aria-label="Sections">
      <p><strong>{head}</strong>{second ? <span class="second">{second}</span> : null}</p>
      {groups.map((group) => (
        <>
          {group.title ? <h2>{group.title}</h2> : null}
          <ul>
            {group.sections.map((section) => (
              <li>
                <a href={section.href} class={`in-${section.state}`} aria-current={section.here ? 'step' : undefined}>
                  <SectionMark state={section.state} />
                  <span>{section.title}<span class="unseen">, {said[section.state]}</span>{section.remark ? <span class="section-remark">{section.remark}</span> : null}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}
